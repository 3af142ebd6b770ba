"""Readers without an account see what is new: feeds by arrival, links to new results, queries that others asked."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from corpus.store import Store, Visibility, past_queries
from corpus.store.past_queries import QueryStore
from tests.site_corpus import INTERNAL_WORD, keep
from webapp.app import create_app
from webapp.config import Config
from webapp.suggestions import OFTEN, PastQueries
from webapp.workspace import Workspace

NOTICE = """鹭汀县水务局关于{}的通知

各乡镇：

做好堤防巡查工作。

鹭汀县水务局
{}年3月5日
"""


def test_a_feed_lists_what_arrived_last_first(tmp_path: Path) -> None:
    """A document of an earlier date that arrives later comes first in the feed, as of its arrival."""
    with Workspace.open(Config(home=tmp_path)) as workspace:
        keep(workspace, NOTICE.format("汛前检查", 2025).encode(), "a.txt")
        keep(workspace, NOTICE.format("秘密检查", 2025).encode(), "c.txt", Visibility.INTERNAL)
        workspace.follow()
        feed = create_app(workspace).test_client().get("/feeds/search.xml?q=堤防巡查").text

    assert "汛前检查" in feed
    assert "2026-11-01T08:00:00+00:00" in feed
    assert "秘密检查" not in feed


def test_new_results_are_those_that_arrived_since(client: FlaskClient) -> None:
    """A saved link shows what arrived on its day or later, and says so as a condition that can be taken off."""
    old, new = (client.get(f"/search?q=供水&new_since={day}").text for day in ("2026-10-31", "2026-11-02"))

    assert "件文件，共" in old
    assert "移除条件：收录日期" in old
    assert "件文件，共" not in new
    assert INTERNAL_WORD not in client.get(f"/search?q={INTERNAL_WORD[:2]}&new_since=2020-01-01").text


def test_queries_are_proposed_once_they_were_asked_often(tmp_path: Path) -> None:
    """What was asked a few times is proposed; numbers that may be somebody's, and long texts, never."""
    past = PastQueries(Store.open(tmp_path))
    for query in ("供水 检查", "13900001234", "某人的电话 1390000", "很" * 30):
        for _ in range(OFTEN):
            past.note(query)
    past.note("只问一次")

    assert [item.text for item in past.suggestions()] == ["供水 检查"]
    assert past.suggestions()[0].initials == "gsjc"


def test_what_was_asked_outlives_the_process(tmp_path: Path) -> None:
    """Counts of several processes add up in the store, whose revision they leave as it is."""
    with closing(Store.open(tmp_path)) as store:
        before = store.revision
        for _ in range(2):
            process = PastQueries(store)
            process.note("供水 检查")
            process.keep()
        process.keep()
        process.note("供水 检查")

        assert [item.text for item in process.suggestions()] == ["供水 检查"]
        process.keep()
        assert [item.text for item in PastQueries(store).suggestions()] == ["供水 检查"]
        assert store.revision == before


def test_queries_that_are_asked_most_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The store keeps so many queries and no more, those asked least often go."""
    monkeypatch.setattr(past_queries, "MOST_KEPT", 2)
    with closing(Store.open(tmp_path)) as store:
        kept = QueryStore(store)
        kept.exchange({"供水": 3, "养老": 1, "教育": 5})

        assert kept.exchange({}) == {"教育": 5, "供水": 3}


def test_what_readers_ask_is_proposed_to_others(client: FlaskClient) -> None:
    """A query that found all of its words, asked several times, comes up while typing."""
    for _ in range(OFTEN):
        client.get("/search?q=农村供水 覆盖率", buffered=True)

    items = client.get("/api/v1/suggest?q=农村供水").get_json()["items"]
    assert {"text": "农村供水 覆盖率", "kind": "检索"} in [{k: item[k] for k in ("text", "kind")} for item in items]
