"""Nodes of the search cluster stop and return while it is written to and searched: nothing is lost or left out."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import urllib3

from search import Entry, SearchEngine, open_engine
from search.opensearch_cluster import Cluster
from search.opensearch_settings import read_settings

pytestmark = pytest.mark.cluster

DOCUMENTS = 1500
CLAUSES = 2
"""Of each document."""


class Nodes:
    """The nodes of the test cluster, by number from 0."""

    def __init__(self, control: str, cluster: Cluster) -> None:
        self._control = control
        self._cluster = cluster
        self._stopped: set[int] = set()

    def stop(self, number: int) -> None:
        """Ends a node."""
        self._order("stop", number)
        self._stopped.add(number)

    def start(self) -> None:
        """Lets all nodes that were stopped come back, and waits for them."""
        while self._stopped:
            self._order("start", self._stopped.pop())
        self._cluster.write("GET", "/_cluster/health?wait_for_nodes=3&timeout=120s")

    def wait_for_green(self, index: str) -> None:
        """Until each part of the index has all its copies."""
        conditions = "wait_for_status=green&wait_for_no_relocating_shards=true&timeout=120s"
        answer = self._cluster.write("GET", f"/_cluster/health/{index}?{conditions}", accept=(408,))
        assert answer.body["status"] == "green"

    def leader(self) -> int:
        """The node that leads the cluster."""
        found = self._cluster.send("GET", "/_cluster/state/cluster_manager_node,nodes").body
        name: str = found["nodes"][found["cluster_manager_node"]]["name"]
        return int(name.removeprefix("node-")) - 1

    def _order(self, what: str, number: int) -> None:
        answer = urllib3.request("POST", f"{self._control}/{what}/{number}", timeout=120, retries=False)
        assert answer.status == 204


@pytest.fixture
def nodes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Nodes]:
    """The nodes, all of which run again afterwards."""
    control = os.environ.get("ZHENGNUO_TEST_CLUSTER")
    if not control:
        pytest.skip("needs a cluster whose nodes can be stopped: run make test-cluster")
    monkeypatch.setenv("ZHENGNUO_OPENSEARCH_INDEX", "failures")
    monkeypatch.setenv("ZHENGNUO_OPENSEARCH_PATIENCE", "30")
    cluster = Cluster(read_settings(os.environ, tmp_path))
    found = Nodes(control, cluster)
    cluster.write("DELETE", "/*")  # what other tests left would have to be copied as well; the cluster is of the tests
    yield found
    found.start()
    cluster.close()


@pytest.fixture
def engine(nodes: Nodes, tmp_path: Path) -> Iterator[SearchEngine]:
    """An engine on this cluster."""
    assert nodes
    with open_engine("opensearch", tmp_path) as opened:
        yield opened


def clauses(at_half: Callable[[], None] = lambda: None) -> Iterator[Entry]:
    """The clauses of all documents; half of them given, something happens."""
    for number in range(DOCUMENTS):
        if number == DOCUMENTS // 2:
            at_half()
        for at in range(CLAUSES):
            text = f"第{number}号任务：每年新增养老床位{number + at}张，{'按期完成并公开进度。' * 8}"
            yield Entry(f"d{number}", f"p_{at}", "云溪市养老规划", "", text, lead=at == 0)


def assert_whole(engine: SearchEngine) -> None:
    """Every clause of every document is there."""
    assert engine.count() == DOCUMENTS * CLAUSES
    assert engine.document_ids() == {f"d{number}" for number in range(DOCUMENTS)}
    assert engine.search("养老床位", facets=False).total == DOCUMENTS * CLAUSES
    for number in range(0, DOCUMENTS, 250):
        assert engine.search(f"“第{number}号任务”").total == CLAUSES


def test_a_node_stops_while_documents_are_indexed(nodes: Nodes, engine: SearchEngine) -> None:
    """The leading one, in the middle; the index is whole, green again after its return, and whole on other copies."""
    leader = nodes.leader()
    stopping = threading.Thread(target=nodes.stop, args=(leader,))
    engine.add(clauses(at_half=stopping.start))
    engine.commit("1")
    stopping.join()
    assert_whole(engine)

    nodes.start()
    nodes.wait_for_green("failures")
    assert_whole(engine)

    nodes.stop((leader + 1) % 3)  # what answers now are in part the copies that came back
    assert_whole(engine)


def test_a_node_stops_while_others_search(nodes: Nodes, engine: SearchEngine) -> None:
    """Each search is answered, and each answer is whole."""
    engine.add(clauses())
    engine.commit("1")
    nodes.wait_for_green("failures")
    totals: list[int] = []
    failures: list[Exception] = []
    ended = threading.Event()

    def look() -> None:
        while not ended.is_set():
            try:
                totals.append(engine.search("养老床位").total)
            except Exception as error:
                failures.append(error)

    readers = [threading.Thread(target=look) for _ in range(3)]
    for reader in readers:
        reader.start()
    nodes.stop((nodes.leader() + 1) % 3)
    nodes.start()
    nodes.wait_for_green("failures")
    ended.set()
    for reader in readers:
        reader.join()

    assert failures == []
    assert set(totals) == {DOCUMENTS * CLAUSES}
    assert_whole(engine)


def test_a_node_stops_during_a_rebuild(nodes: Nodes, engine: SearchEngine) -> None:
    """The old index is searched as before, and the new one is whole."""
    engine.add([Entry("old", "p_1", "", "", "原来的任务")])
    engine.commit("1")
    engine.clear()
    stopping = threading.Thread(target=nodes.stop, args=(2,))
    engine.add(clauses(at_half=stopping.start))
    stopping.join()
    assert engine.search("原来").total == 1
    engine.commit("2")

    assert engine.search("原来").total == 0
    assert_whole(engine)
    nodes.start()
    nodes.wait_for_green("failures")
    assert_whole(engine)
