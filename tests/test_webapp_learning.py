"""The corpus teaches the search its own wordings; each is shown with its source, and none comes from inside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.store import Visibility
from tests.site_corpus import keep
from webapp.app import create_app
from webapp.config import Config
from webapp.learning import sources
from webapp.workspace import Workspace

INTRODUCES = """鹭汀县关于完善困难家庭取暖补贴的通知

各乡镇：

对困难家庭冬季取暖专项补贴（以下简称“困家暖补”）实行按月发放。

鹭汀县民政局
2025年11月5日
"""
USES = """鹭汀县关于取暖工作的答复

困难家庭冬季取暖专项补贴将于12月发放到户。

鹭汀县财政局
2025年11月9日
"""
INSIDE = INTRODUCES.replace("困家暖补", "家冬专贴").replace("通知", "内部通知")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A corpus in which one document introduces an abbreviation, and an internal one another."""
    with Workspace.open(Config(home=tmp_path_factory.mktemp("home"))) as workspace:
        keep(workspace, INTRODUCES.encode(), "a.txt")
        keep(workspace, USES.encode(), "b.txt")
        keep(workspace, INSIDE.encode(), "c.txt", Visibility.INTERNAL)
        workspace.follow()
        yield workspace


def test_an_abbreviation_finds_what_it_stands_for(site: Workspace) -> None:
    """The short form finds the document that has the full one alone, and says where it learned that."""
    found = site.engine.search("困家暖补")

    assert found.documents == 2
    (source,) = sources(site.learner.wordings, found.expanded)
    assert (source.short, source.full) == ("困家暖补", "困难家庭冬季取暖专项补贴")
    assert source.title == "鹭汀县关于完善困难家庭取暖补贴的通知"
    assert site.engine.search("困家暖补", expand=False).documents == 1


def test_nothing_is_learned_from_inside(site: Workspace) -> None:
    """The abbreviation of an internal document is not known."""
    assert site.engine.search("家冬专贴").documents == 0
    assert "家冬专贴" not in [wording.short for wording in site.learner.wordings]


def test_the_page_shows_the_source_and_lets_it_be(site: Workspace) -> None:
    """The page says what was searched besides and from where, with a link that searches the words alone."""
    client = create_app(site).test_client()
    shown, plain = client.get("/search?q=困家暖补").text, client.get("/search?q=困家暖补&expand=no").text

    assert "“困家暖补”即“困难家庭冬季取暖专项补贴”" in shown
    assert "只检索原词</a>" in shown
    assert "找到2件文件" in shown
    assert "找到1件文件" in plain


def test_what_arrives_is_learned_without_a_pause(tmp_path: Path) -> None:
    """A document that arrives while the site runs teaches it the next time that anybody searches."""
    with Workspace.open(Config(home=tmp_path)) as workspace:
        keep(workspace, USES.encode(), "b.txt")
        workspace.follow()
        assert workspace.engine.search("困家暖补").documents == 0
        keep(workspace, INTRODUCES.encode(), "a.txt")
        workspace.follow()
        workspace.engine.search("困家暖补")
        workspace.learner.finish()
        assert workspace.engine.search("困家暖补").documents == 2
