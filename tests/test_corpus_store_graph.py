"""The graph's tables: shares replaced whole, decisions kept, an older database brought up to date."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, inspect, text

from corpus.span import Span
from corpus.store import Store
from corpus.store.database import HEAD, MIGRATIONS, open_engine, writing
from corpus.store.graph import GraphStore
from corpus.store.graph_rows import (
    Alias,
    Body,
    Candidate,
    Cited,
    Decision,
    Edge,
    Node,
    Question,
    Share,
    Succession,
    WorkKey,
)
from corpus.store.graph_tables import graph_state
from tests.databases import OpenStore


def settle_nothing(_cited: Cited, _candidates: object) -> tuple[Candidate | None, str, tuple[str, ...]]:
    """No citation is settled."""
    return None, "", ()


def share(document: str, name: str = "澜岭省民政厅") -> Share:
    """What a document brings that is issued by one body."""
    body = Body("b" + name, name, "organization", "澜岭省", "province", "民政厅", "b0", "名称中载明地区")
    above = Body("b0", "澜岭省人民政府", "organization", "澜岭省", "province", "人民政府", None, "机构设置通例")
    return Share(
        document,
        (
            Node(document, "document", "通知", document, "2024"),
            *(Node(one.id, one.kind, one.name) for one in (body, above)),
        ),
        (
            Edge("issued_by", document, body.id, document, "p_1", Span(0, 2), "落款", on="2024"),
            Edge("part_of", body.id, above.id, "", how="机构设置通例"),
        ),
        (body, above),
        (Alias(body.id, f"{name}简称", document, "原文"),),
        (Succession("b1", body.id, "renamed", "2018", "机构改革"),),
        (WorkKey("w1", document, "title"),),
        (Question("body", "民政局", document, ("甲", "乙"), "不能确定"),),
    )


@pytest.fixture
def graph(tmp_path: Path, open_store: OpenStore) -> GraphStore:
    """An empty graph."""
    return GraphStore(open_store(tmp_path))


def put(graph: GraphStore, *shares: Share, visibility: str = "public") -> None:
    """Replaces the shares of documents."""
    with graph.writing() as writer:
        for one in shares:
            writer.replace(one, visibility=visibility, settle=settle_nothing)  # type: ignore[arg-type]


def test_share_is_replaced_whole(graph: GraphStore) -> None:
    """The same share twice is there once; another one leaves nothing of the first behind."""
    put(graph, share("d1"), share("d1"))
    assert [edge.kind for edge in graph.all_edges()] == ["part_of", "issued_by"]
    put(graph, share("d1", "澜岭省教育厅"))
    assert graph.named("澜岭省民政厅") == ()
    assert [alias.name for alias in graph.aliases("b澜岭省教育厅")] == ["澜岭省教育厅简称"]
    assert graph.bodies(["b澜岭省民政厅"]) == {}


def test_shared_bodies_stay_while_one_document_names_them(graph: GraphStore) -> None:
    """A body goes with the last document that speaks of it, and its parent with it."""
    put(graph, share("d1"), share("d2"))
    for document, left in (("d1", 2), ("d2", 0)):
        with graph.writing() as writer:
            writer.remove(document, settle=settle_nothing)  # type: ignore[arg-type]
        assert len(graph.nodes(["b0", "b澜岭省民政厅"])) == left


def test_nothing_is_kept_of_a_broken_transaction(graph: GraphStore) -> None:
    """An error in the middle leaves the graph as it was."""
    put(graph, share("d1"))
    before = list(graph.all_edges())

    def broken() -> None:
        with graph.writing() as writer:
            writer.clear()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken()
    assert list(graph.all_edges()) == before


def test_decisions_outlive_the_graph(graph: GraphStore) -> None:
    """A later decision on the same name and place takes the earlier one's place; clearing the graph keeps them."""
    for body in ("甲", "乙"):
        graph.decide(Decision("省局", "澜岭省", body, "查证", "审核员", "2026-01-01"))
    graph.decide(Decision("省局", "", "", "泛称", "审核员", "2026-01-01"))
    with graph.writing() as writer:
        writer.clear()
    assert sorted((one.place, one.meant) for one in graph.decisions()) == [("", ""), ("澜岭省", "乙")]
    assert [one.meant for one in graph.decisions(in_force=False)] == ["", "乙", "甲"]


def test_limits_and_visibility(graph: GraphStore) -> None:
    """What only internal documents say is not drawn; each node gives at most `limit` edges a direction."""
    put(graph, share("d1"), share("d2"))
    put(graph, share("d3", "澜岭省审计厅"), visibility="internal")
    assert len(graph.around(["b澜岭省民政厅"], 1)) == 2
    assert len(graph.around(["b澜岭省民政厅"], 10)) == 3
    assert graph.around(["b澜岭省审计厅"], 10) == ()
    assert graph.named("审计厅") == ()
    assert graph.named("审计厅", visibility=("internal",))[0].label == "澜岭省审计厅"


def test_older_database_is_brought_up_to_date(tmp_path: Path) -> None:
    """A database of the first migration gets the graph's tables and loses nothing."""
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    Store.open(tmp_path).add_feedback("/", "题目", "内容", None)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with writing(create_engine(url)) as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
    upgraded = open_engine(url)
    tables = set(inspect(upgraded).get_table_names())
    with upgraded.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == HEAD
        assert connection.execute(text("SELECT count(*) FROM feedback")).scalar() == 1
        assert connection.execute(graph_state.select()).one() == (1, 0, "")
    assert tables >= _NEW


_NEW = {
    "node",
    "edge",
    "organization",
    "alias",
    "succession",
    "work_key",
    "question",
    "decision",
    "graph_state",
}
