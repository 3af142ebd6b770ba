"""Pages that are sent again: shared by processes, never stale, never damaged, never more than the folder may hold."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from corpus import Visibility
from tests.site_corpus import keep
from tests.test_webapp_serving import NOTICE, TOKEN, served
from webapp.app import create_app
from webapp.config import Config
from webapp.kept_pages import FOLDER, KeptPages
from webapp.page_files import PageFiles
from webapp.workspace import Workspace

SITE = b"s" * 32
PAGE = "/search?q=堤防"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace over one public document and an internal one."""
    with Workspace.open(Config(home=tmp_path)) as opened:
        keep(opened, NOTICE.format("堤防巡查", "做好堤防巡查").encode(), "a.txt")
        keep(opened, NOTICE.format("堤防密查", "开展堤防密查").encode(), "b.txt", Visibility.INTERNAL)
        opened.follow()
        yield opened


def process_of(workspace: Workspace, site: bytes = SITE) -> FlaskClient:
    """A reader of one of the processes of a site."""
    return create_app(workspace, b"secret", KeptPages(workspace.config.home / FOLDER, site)).test_client()


def is_kept(client: FlaskClient, address: str = PAGE) -> bool:
    """Whether a page is one that was drawn before."""
    return "Age" in client.get(address, buffered=True).headers


def test_what_one_process_drew_another_sends(workspace: Workspace) -> None:
    """But for its token, which is the reader's own; a site that is started anew sends nothing of before."""
    one, other = process_of(workspace), process_of(workspace)
    drawn, again = one.get(PAGE, buffered=True), other.get(PAGE)

    assert "Age" not in drawn.headers
    assert int(again.headers["Age"]) >= 0
    tokens = [TOKEN.search(answer.text)[1] for answer in (drawn, again)]  # type: ignore[index]
    assert tokens[0] != tokens[1]
    assert drawn.text.replace(tokens[0], "") == again.text.replace(tokens[1], "")
    assert not is_kept(process_of(workspace, b"t" * 32))


def test_processes_that_are_served_share_their_pages(tmp_path: Path) -> None:
    """Of many that ask for one page over connections of their own, the first alone waits for it to be drawn."""
    with served(tmp_path, 2) as (port, _):
        kept = []
        for _ in range(12):
            connection = HTTPConnection("127.0.0.1", port, timeout=300)
            connection.request("GET", "/search?q=x")
            kept.append(connection.getresponse().getheader("Age") is not None)
            connection.close()

    assert kept.count(False) <= 2  # the time may end for which a page is kept
    assert not any((tmp_path / FOLDER).iterdir())


def test_a_mended_index_makes_pages_stale(workspace: Workspace) -> None:
    """Though the store has not changed, in the process that mends and in others."""
    one, other = process_of(workspace), process_of(workspace)
    (document,) = {hit.document for hit in workspace.engine.search("堤防").hits}
    assert "找到1件文件" in one.get(PAGE).text
    workspace.mend((), [document])
    assert "未找到" in other.get(PAGE).text
    assert "未找到" in one.get(PAGE).text
    workspace.mend([document], ())
    assert "找到1件文件" in other.get(PAGE).text
    assert "找到1件文件" in one.get(PAGE).text


def test_what_becomes_internal_is_sent_by_no_process(workspace: Workspace) -> None:
    """Not even a page that was drawn before; and no file holds a word of what is internal."""
    one, other = process_of(workspace), process_of(workspace)
    for client in (one, other):
        assert "巡查的通知" in client.get(PAGE).text
        assert "密查" not in client.get(PAGE).text
    keep(workspace, NOTICE.format("堤防密查二", "开展密查").encode(), "a.txt", Visibility.INTERNAL)
    assert not is_kept(one)
    workspace.follow()
    for client in (other, one):
        after = client.get(PAGE).text
        assert "巡查的通知" not in after
        assert "密查" not in after


def test_an_answer_that_is_no_page_is_not_kept(workspace: Workspace) -> None:
    """Such as the way back from a page behind the last one, or a file."""
    client = process_of(workspace)
    for address in (f"{PAGE}&page=9", f"{PAGE}&format=csv", "/search?q=堤防&sort=deadline"):
        assert not is_kept(client, address)
        assert not is_kept(client, address)


@pytest.mark.parametrize("at_once", [True, False])
def test_many_who_ask_at_once_have_a_page_drawn_once(workspace: Workspace, at_once: bool) -> None:
    """The others wait for it."""
    app = create_app(workspace, b"secret")
    kept: KeptPages = app.extensions["kept_pages"]
    drawn: list[str] = []
    sent: list[str] = []

    def draw() -> str:
        time.sleep(0.2)
        drawn.append("一页")
        return drawn[-1]

    def ask() -> None:
        with app.test_request_context(PAGE):
            sent.append(app.make_response(kept.page(draw, at_once=at_once)).get_data(as_text=True))

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 1 <= len(drawn) <= 2  # the time may end for which a page is kept
    assert [text.endswith("一页") for text in sent] == [True] * 6


def test_a_page_is_begun_while_another_is_drawn(workspace: Workspace) -> None:
    """Pages are drawn one after the other, and the beginning of each is sent without waiting for its turn."""
    app = create_app(workspace, b"secret")
    kept: KeptPages = app.extensions["kept_pages"]
    drawing, released = threading.Event(), threading.Event()
    drawn: list[str] = []

    def draw_slowly() -> str:
        drawing.set()
        released.wait(30)
        drawn.append("慢页")
        return drawn[-1]

    def draw() -> str:
        drawn.append("快页")
        return drawn[-1]

    def ask() -> None:
        with app.test_request_context(PAGE):
            app.make_response(kept.page(draw_slowly, at_once=True)).get_data()

    first = threading.Thread(target=ask)
    first.start()
    assert drawing.wait(30)
    with app.test_request_context("/search?q=其他"):
        parts = app.make_response(kept.page(draw, at_once=True)).iter_encoded()
        assert b"<head>" in next(parts)
        assert drawn == []
        released.set()
        assert "快页".encode() in b"".join(parts)
    first.join()
    assert drawn == ["慢页", "快页"]


@pytest.mark.parametrize("damage", [b"", b"x" * 10, b"x" * 100_000])
def test_a_damaged_file_counts_as_missing(tmp_path: Path, damage: bytes) -> None:
    """Cut short, overwritten, or put in the place of another; what is put there next is whole again."""
    files = PageFiles(tmp_path / "pages", SITE, 300)
    files.put("a", "甲".encode())
    (path,) = (tmp_path / "pages").iterdir()
    files.put("b", "乙".encode())
    path.write_bytes(damage)
    assert files.get("a") is None
    (other,) = {*(tmp_path / "pages").iterdir()} - {path}
    path.write_bytes(other.read_bytes())
    assert files.get("a") is None
    path.write_bytes(other.read_bytes()[:-1])
    assert files.get("a") is None
    files.put("a", "甲".encode())
    assert (files.get("a"), files.get("b")) == ("甲".encode(), "乙".encode())


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    """And nothing fails by it."""
    (tmp_path / "pages").write_text("a file")
    files = PageFiles(tmp_path / "pages", SITE, 300)
    files.put("a", b"page")
    files.clear()
    assert files.get("a") is None


def test_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    """The folder and what is in it; no draft stays behind."""
    files = PageFiles(tmp_path / "pages", SITE, 300)
    files.put("a", b"page")
    (path,) = (tmp_path / "pages").iterdir()
    if os.name == "posix":
        assert path.stat().st_mode & 0o077 == path.parent.stat().st_mode & 0o077 == 0


def test_files_take_no_more_than_they_may(tmp_path: Path) -> None:
    """Those go that nobody asked for the longest, first of all those that are of no use any more."""
    folder = tmp_path / "pages"
    files, other = (PageFiles(folder, SITE, 300, most=64 * 4096) for _ in range(2))
    files.put("old", b"page")
    (old,) = folder.iterdir()
    os.utime(old, (time.time() - 400, time.time() - 400))
    files.put("asked", b"page")
    for number in range(500):
        (files if number % 2 else other).put(f"{number}", os.urandom(3000))
        assert files.size() <= 64 * 4096
        assert number % 20 or files.get("asked") == b"page"
    assert not old.exists()
    assert files.get("499") is not None
