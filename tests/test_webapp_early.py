"""A page whose beginning is sent before the rest is drawn."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from corpus.errors import ZhengnuoError
from tests.site_corpus import keep
from tests.test_webapp_serving import NOTICE
from webapp.app import create_app
from webapp.config import Config
from webapp.early import sent_at_once
from webapp.workspace import Workspace

PAGE = "/search?q=堤防"


@pytest.fixture
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """A reader of a site over one document."""
    with Workspace.open(Config(home=tmp_path_factory.mktemp("early"))) as workspace:
        keep(workspace, NOTICE.format("堤防巡查", "做好堤防巡查").encode(), "a.txt")
        workspace.follow()
        app = create_app(workspace, b"secret")
        app.test_client().get("/search?q=x", buffered=True)  # by which the site learns what documents teach
        yield app.test_client()


def test_the_head_comes_before_anything_is_searched(client: FlaskClient) -> None:
    """It names styles and scripts; no page is begun twice; one that was kept is sent as a whole."""
    answer = client.get(PAGE)
    parts = [part.decode() for part in answer.iter_encoded()]
    assert parts[0].startswith("<!DOCTYPE html>")
    assert parts[0].count("stylesheet") == parts[0].count("<script") == 1
    assert "</head>" not in parts[0]
    assert "<title>检索“堤防”" in parts[1]
    whole = "".join(parts)
    assert (whole.count("<!DOCTYPE"), whole.count("<html"), whole.count("stylesheet")) == (1, 1, 1)
    assert "找到1件文件" in whole
    for address in (PAGE, f"{PAGE}&page=2"):
        assert len(list(client.get(address).iter_encoded())) == 1


def test_each_part_can_be_unpacked_once_it_has_come(client: FlaskClient) -> None:
    """Compressed for a browser that takes it, the first part says as much as it does plain."""
    answer = client.get(PAGE, headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    parts = list(answer.iter_encoded())
    first = zlib.decompressobj(wbits=31).decompress(parts[0]).decode()
    assert "stylesheet" in first
    assert "找到1件文件" in gzip.decompress(b"".join(parts)).decode()


def test_the_forms_of_such_a_page_can_be_sent(client: FlaskClient) -> None:
    """The cookie that their token belongs to comes with what is sent first."""
    answer = client.get(PAGE, buffered=True)
    assert "zn_form=" in answer.headers["Set-Cookie"]
    token = answer.text.split('name="token" value="', 1)[1].split('"', 1)[0]
    sent = client.post("/preferences", data={"token": token, "wish": "contrast", "back": "/"})
    assert sent.status_code in (302, 303)


def test_a_fault_while_it_is_drawn_is_told_on_the_page(client: FlaskClient) -> None:
    """As on the page of a fault, which then begins with what was sent already."""

    def fail() -> str:
        raise ZhengnuoError("检索服务没有回应。")

    with client.application.test_request_context(PAGE):
        text = sent_at_once(fail).get_data(as_text=True)
    assert "检索服务没有回应。" in text
    assert text.count("<!DOCTYPE") == 1
    assert text.rstrip().endswith("</html>")
