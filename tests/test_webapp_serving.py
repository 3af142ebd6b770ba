"""The site as it is served: by several processes, with pages of hits that were drawn a moment ago."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from corpus import Visibility
from corpus.errors import ZhengnuoError
from search import Entry, Hit, tantivy_schema
from tests.site_corpus import keep
from webapp.app import create_app
from webapp.config import Config
from webapp.drawing import facet_lists, hit_list, marked, option_list, tag
from webapp.serving import processes_of, serve
from webapp.views_lists import Group, Option
from webapp.views_search import Passage, Piece, Result
from webapp.workspace import Workspace

NOTICE = """芦汀县水务局关于{}的通知

各乡镇：

{}，由县水务局负责。

芦汀县水务局
2025年3月5日
"""
TOKEN = re.compile(r'name="token" value="([^"]+)"')


@contextmanager
def served(home: Path, processes: int) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """Port and process of a site over a home."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "webapp", "--home", str(home), "serve", "--port", str(port)]
    command += ["--processes", str(processes)]
    root = Path(__file__).parent.parent
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as process:
        try:
            assert process.stdout is not None
            assert any("政诺已启动" in line for line in process.stdout)
            yield port, process
        finally:
            process.terminate()


def answers(port: int) -> int:
    """The status of a page."""
    connection = HTTPConnection("127.0.0.1", port, timeout=300)
    connection.request("GET", "/search?q=x")
    status = connection.getresponse().status
    connection.close()
    return status


def page_at(port: int, address: str) -> str:
    """What a page says."""
    connection = HTTPConnection("127.0.0.1", port, timeout=300)
    connection.request("GET", address)
    text = connection.getresponse().read().decode()
    connection.close()
    return text


def answering(process: int) -> set[int]:
    """Ids of the processes that a site has started to answer."""
    below = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return {int(child) for child in below if b"spawn_main" in command_of(int(child))}


def command_of(process: int) -> bytes:
    """The command line of a process; nothing of one that ended after it was listed."""
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""


def is_running(process: int) -> bool:
    """Whether a process has not ended."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks at processes as Linux shows them")
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_processes_answer_are_replaced_and_end_together(tmp_path: Path, end: signal.Signals) -> None:
    """One that is killed is followed by another; none outlives the one that started them."""
    with served(tmp_path, 2) as (port, process):
        assert answers(port) == 200
        first = answering(process.pid)
        assert len(first) == 2
        os.kill(min(first), signal.SIGKILL)
        until = time.monotonic() + 300
        while len(answering(process.pid) - first) != 1:
            assert time.monotonic() < until
            time.sleep(0.1)
        assert [answers(port) for _ in range(4)] == [200] * 4
        last = answering(process.pid)
        process.send_signal(end)
        process.wait(300)
        while any(map(is_running, last)):
            assert time.monotonic() < until + 300
            time.sleep(0.1)


def test_a_site_of_one_process_catches_up_beside_its_answers(tmp_path: Path) -> None:
    """What the index lacks at the start is found soon after; nothing that was started is left when the site ends."""
    with Workspace.open(Config(home=tmp_path)) as workspace:
        keep(workspace, NOTICE.format("堤防巡查", "做好堤防巡查").encode(), "a.txt")
    with served(tmp_path, 1) as (port, process):
        until = time.monotonic() + 300
        while "找到1件文件" not in page_at(port, "/search?q=%E5%A0%A4%E9%98%B2"):
            assert time.monotonic() < until
            time.sleep(0.2)
        started = answering(process.pid) if Path("/proc/self/task").exists() else set()
    assert not any(map(is_running, started))


def test_a_taken_address_is_told(tmp_path: Path) -> None:
    """In Chinese, before any process is started."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        config = Config(home=tmp_path, port=taken.getsockname()[1], processes=2)
        with pytest.raises(ZhengnuoError, match="无法监听"):
            serve(config, print)


def test_the_number_of_processes_can_be_set(tmp_path: Path) -> None:
    """Where it is not, it follows the machine within bounds."""
    assert processes_of(Config(home=tmp_path, processes=7)) == 7
    assert 1 <= processes_of(Config(home=tmp_path)) <= 4


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace over one public document."""
    with Workspace.open(Config(home=tmp_path)) as opened:
        keep(opened, NOTICE.format("堤防巡查", "做好堤防巡查").encode(), "a.txt")
        opened.follow()
        yield opened


def token_of(page: str) -> str:
    """The token of a page's forms, of which there is one."""
    found = set(TOKEN.findall(page))
    assert len(found) == 1
    return str(found.pop())


def test_a_page_that_is_sent_again_differs_in_its_token_alone(workspace: Workspace) -> None:
    """Each reader's token is genuine, also where another reader's page is sent."""
    app = create_app(workspace, b"secret")
    readers: list[FlaskClient] = [app.test_client() for _ in range(2)]
    pages = [reader.get("/search?q=堤防").text for reader in (*readers, *readers)]

    tokens = [token_of(page) for page in pages]
    assert len(set(tokens)) == 4
    assert (
        len({page.replace(token, "") for page, token in zip(pages, tokens, strict=True)}) <= 2
    )  # the time may end for which a page is kept
    for reader, token in zip((*readers, *readers), tokens, strict=True):
        form = {"token": token, "wish": "contrast", "back": "/search?q=堤防"}
        assert reader.post("/preferences", data=form).status_code == 303
    assert readers[0].post("/preferences", data={"token": tokens[1], "wish": "contrast"}).status_code == 400


def test_a_page_is_drawn_anew_once_a_document_is_taken_in_or_replaced(workspace: Workspace) -> None:
    """What became internal with a new version is gone from pages that were kept, and from their counts."""
    client = create_app(workspace).test_client()
    assert "找到1件文件" in client.get("/search?q=堤防").text
    keep(workspace, NOTICE.format("汛前检查", "完成堤防检查").encode(), "b.txt")
    workspace.follow()
    assert "找到2件文件" in client.get("/search?q=堤防").text
    keep(workspace, NOTICE.format("堤防密查", "开展堤防密查").encode(), "a.txt", Visibility.INTERNAL)
    workspace.follow()
    after = client.get("/search?q=堤防").text
    assert "找到1件文件" in after
    assert "堤防巡查" not in after
    assert "密查" not in after


def test_display_settings_have_pages_of_their_own(workspace: Workspace) -> None:
    """A reader who wants large type is not sent the page of one who does not."""
    client = create_app(workspace, b"secret").test_client()
    plain = client.get("/search?q=堤防").text
    client.post("/preferences", data={"token": token_of(plain), "wish": "elder", "back": "/search?q=堤防"})

    assert 'class="t-xl elder"' in client.get("/search?q=堤防").text
    assert 'class="t-xl elder"' not in create_app(workspace).test_client().get("/search?q=堤防").text


@pytest.mark.parametrize("words", ["<b>&\"'", "电话13800138000"])
def test_parts_that_are_drawn_directly_are_as_safe_as_templates(words: str) -> None:
    """Whatever stands in a value: nothing of it is read as a tag, and no personal data is shown."""
    options = (Option(words, words, 3, chosen=True), Option("b", words, folded=True))
    pieces = (Piece(words, hit=True), Piece(words))
    entry = Entry(words, words, words, words, words, doc_number=words, issuer=words, written_on="2025")
    result = Result(pieces, words, Hit(entry), (words,), (Passage(words, pieces, words),) * 3, 2, words)
    drawn_parts = (
        option_list("checkbox", words, options),
        facet_lists(Group(words, words, options)),
        tag("genre", words),
        marked(pieces),
        hit_list([result]),
    )
    for drawn in drawn_parts:
        assert words not in drawn
        assert "<b>" not in drawn
        assert "13800138000" not in drawn


def test_an_index_whose_fields_cannot_be_read_is_filled_again(tmp_path: Path) -> None:
    """By a command at once, by a site beside its work; it never stays empty while the store has documents."""
    config = Config(home=tmp_path)
    with Workspace.open(config) as workspace:
        keep(workspace, NOTICE.format("堤防巡查", "做好堤防巡查").encode(), "a.txt")
        workspace.follow()
    meta = tmp_path / "index" / tantivy_schema.LAYOUT / "meta.json"
    meta.write_text(meta.read_text("utf-8").replace('"profile"', '"another"'), "utf-8")

    with Workspace.open(config, mend=False) as site:
        assert site.is_outdated
        assert site.is_unfilled
        site.catch_up()
        assert site.engine.search("堤防").total
    meta.write_text(meta.read_text("utf-8").replace('"profile"', '"another"'), "utf-8")
    with Workspace.open(config) as command:
        assert command.engine.search("堤防").total
        assert not command.is_outdated


@pytest.mark.parametrize("mending", [Workspace.catch_up, Workspace.follow])
def test_an_index_of_an_earlier_layout_serves_until_a_new_one_is_filled(
    mending: Callable[[Workspace], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site says so, finds what it holds, and has all of the store once it is filled anew, in whatever way."""
    config = Config(home=tmp_path)
    with monkeypatch.context() as before:
        before.setattr("search.tantivy_engine.TantivyEngine.LAYOUT", "tantivy-3")
        with Workspace.open(config) as workspace:
            keep(workspace, NOTICE.format("堤防巡查", "做好堤防巡查").encode(), "a.txt")
            workspace.follow()

    with Workspace.open(config, mend=False) as site:
        keep(site, NOTICE.format("水库巡查", "做好水库巡查").encode(), "b.txt")
        assert site.is_outdated
        assert not site.is_unfilled
        assert site.engine.search("堤防").total
        mending(site)
        assert site.engine.search("堤防").total
        assert site.engine.search("水库").total
        assert not site.is_outdated
