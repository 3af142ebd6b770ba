"""What holds of the search cluster alone: commits seen whole, rebuilding while it serves, writers of many machines.

What it has in common with the other engines is tested beside theirs.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from search import Entry, Match, SearchEngine, Sort, open_engine
from search.opensearch_cluster import Cluster
from search.opensearch_settings import read_settings
from tests.conftest import ROOT

pytestmark = pytest.mark.cluster


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of an index that several folders, as if of several machines, share."""
    name = f"test-{abs(hash(tmp_path)):x}"
    monkeypatch.setenv("ZHENGNUO_OPENSEARCH_INDEX", name)
    return name


@pytest.fixture
def engine(index: str, tmp_path: Path) -> Iterator[SearchEngine]:
    """An engine over this index."""
    assert index
    with open_engine("opensearch", tmp_path / "one") as opened:
        yield opened


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """The cluster itself, to look behind the engine."""
    opened = Cluster(read_settings(os.environ, tmp_path))
    yield opened
    opened.close()


def clauses(documents: range, text: str = "每年新增养老床位一百张。", each: int = 1) -> Iterator[Entry]:
    """So many equal clauses of each of these documents."""
    for number in documents:
        for at in range(each):
            yield Entry(f"d{number}", f"p_{at}", "云溪市养老规划", "", text, issuer=f"第{number}局", lead=at == 0)


def test_a_rebuilt_index_takes_the_place_of_the_old_one(engine: SearchEngine, index: str, cluster: Cluster) -> None:
    """The old one is searched until the commit, and is gone afterwards."""
    engine.add(clauses(range(3)))
    engine.commit("1")
    engine.clear()
    engine.add(clauses(range(5)))

    assert engine.search("床位").total == 3
    assert engine.revision == "1"
    engine.commit("2")
    assert engine.search("床位").total == 5
    assert engine.revision == "2"
    assert len(cluster.send("GET", f"/{index}.v-*").body) == 1


def test_a_rebuild_that_is_given_up_leaves_nothing(engine: SearchEngine, index: str, cluster: Cluster) -> None:
    """The old index stays."""
    engine.add(clauses(range(3)))
    engine.commit("1")
    engine.clear()
    engine.add(clauses(range(5)))
    engine.rollback()

    assert engine.search("床位").total == 3
    assert len(cluster.send("GET", f"/{index}.v-*").body) == 1


def test_no_search_sees_half_a_commit(engine: SearchEngine, tmp_path: Path) -> None:
    """While documents are replaced and the index is rebuilt, all of them are found with one text or with the other."""
    engine.add(clauses(range(20), "原来的床位"))
    engine.commit("0")
    seen: set[tuple[int, int]] = set()
    ended = threading.Event()

    def look() -> None:
        with open_engine("opensearch", tmp_path / "two") as reader:
            while not ended.is_set():
                page = reader.search("床位", limit=100)
                seen.add((page.total, len({hit.text for hit in page.hits})))

    reading = threading.Thread(target=look)
    reading.start()
    for number in range(4):
        if number == 2:
            engine.clear()
        engine.add(clauses(range(20), f"第{number}次的床位"))
        engine.commit(str(number))
    ended.set()
    reading.join()

    assert seen == {(20, 1)}


def test_replaced_entries_are_removed_in_time(engine: SearchEngine, index: str, cluster: Cluster) -> None:
    """They are hidden by their own commit and deleted by the next one."""
    for number in range(3):
        engine.add(clauses(range(10), f"第{number}次的床位"))
        engine.commit(str(number))
    engine.remove("d0")
    engine.commit()
    kept = cluster.search(index, {"size": 0, "track_total_hits": True})["hits"]["total"]["value"]

    assert engine.count() == 9
    assert kept <= 11  # those ten of which one is hidden, and the state


def test_a_document_added_twice_before_a_commit_counts_once(engine: SearchEngine) -> None:
    """The later entries hold, and one that is removed again was never there."""
    engine.add(clauses(range(2), "早先的床位", each=3))
    engine.add(clauses(range(1), "后来的床位"))
    engine.remove("d1")
    engine.commit("1")

    assert [hit.text for hit in engine.search("床位").hits] == ["后来的床位"]
    assert engine.count() == 1


def test_writers_of_two_machines_take_turns(engine: SearchEngine, tmp_path: Path) -> None:
    """The other one waits, and then adds to what the first one did."""
    other = open_engine("opensearch", tmp_path / "two")
    engine.add(clauses(range(2)))
    done = threading.Event()

    def write() -> None:
        other.add(clauses(range(2, 5)))
        other.commit("2")
        done.set()

    waiting = threading.Thread(target=write)
    waiting.start()
    assert not done.wait(1.0)
    engine.commit("1")
    waiting.join(30)
    other.close()

    assert done.is_set()
    assert engine.count() == 5
    assert engine.revision == "2"


WRITER = """
import os, signal, sys
from pathlib import Path
from search import Entry, open_engine
engine = open_engine("opensearch", Path(sys.argv[1]))
if sys.argv[2] == "rebuild":
    engine.clear()
engine.add(Entry(f"d{number}", "p_1", "", "", "没有提交的床位" * 40) for number in range(3000))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("how", ["change", "rebuild"])
def test_a_killed_writer_leaves_the_last_commit(
    how: str, engine: SearchEngine, index: str, cluster: Cluster, tmp_path: Path
) -> None:
    """The next writer of the machine starts at once, and nothing of the dead one's is left."""
    engine.add(clauses(range(3)))
    engine.commit("1")
    killed = subprocess.run([sys.executable, "-c", WRITER, str(tmp_path / "one"), how], cwd=ROOT, check=False)
    begun = time.monotonic()

    assert killed.returncode < 0
    assert engine.search("没有提交").total == 0
    engine.add(clauses(range(3, 4)))
    engine.commit("2")
    kept = cluster.search(f"{index}.v-*", {"size": 0, "track_total_hits": True})["hits"]["total"]["value"]
    assert engine.document_ids() == {"d0", "d1", "d2", "d3"}
    assert kept == 5
    assert len(cluster.send("GET", f"/{index}.v-*").body) == 1
    assert time.monotonic() - begun < 60


@pytest.mark.parametrize("sort", list(Sort))
def test_hits_are_paged_to_the_end(sort: Sort, engine: SearchEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind the hits that a cluster gives from the first one on as well."""
    engine.add(clauses(range(25), each=2))
    engine.commit()
    whole = engine.search("床位", sort=sort, limit=50)
    monkeypatch.setattr("search.opensearch_reading._WINDOW", 7)
    pages = [engine.search("床位", sort=sort, limit=9, offset=at).hits for at in range(0, 54, 9)]

    assert tuple(hit for page in pages for hit in page) == whole.hits
    assert len({(hit.document, hit.clause) for hit in whole.hits}) == 50


def test_facets_are_counted_to_the_end(engine: SearchEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many values there are."""
    engine.add(clauses(range(25), each=2))
    engine.commit()
    monkeypatch.setattr("search.opensearch_reading._VALUES", 4)
    page = engine.search("床位")

    assert {(facet.value, facet.count) for facet in page.facets["issuer"]} == {(f"第{at}局", 1) for at in range(25)}
    assert page.documents == 25


def test_a_text_of_many_words_is_no_query_too_large(engine: SearchEngine) -> None:
    """It ranks by its weightiest words, and asks for a share of them."""
    engine.add(clauses(range(2)))
    engine.commit()
    text = "".join(chr(0x4E00 + at * 7) for at in range(990)) + "养老床位"

    assert engine.search(text, match=Match.ANY).total == 2
    assert engine.search(" ".join(text[at : at + 3] for at in range(0, 900, 3))).total == 0
    assert engine.search(text).total == 0


def test_values_of_any_length_are_taken(engine: SearchEngine) -> None:
    """A title longer than a cluster compares as a whole is found by its words all the same."""
    engine.add([Entry("d1", "p_1", "床位" * 20_000, "", "正文\ud800" + "9" * 40_000, lead=True)])
    engine.commit()

    assert engine.search("位床 正文").total == 1
    assert engine.search("正文").hits[0].text.startswith("正文\ud800")


def test_the_order_is_that_of_the_default_engine(engine: SearchEngine, shared: Path, tmp_path: Path) -> None:
    """Over real clauses, whatever the shards: the same hits and scores, and nearly always the same first one."""
    files = sorted((shared / "realdocs").rglob("*.txt"))
    lines = [line.strip() for path in files for line in path.read_text("utf-8", "replace").splitlines()]
    texts = list(dict.fromkeys(line for line in lines if len(line) > 12))[:1500]
    held = [Entry(f"d{at // 5}", f"p_{at}", texts[at // 5][:10], "", text) for at, text in enumerate(texts)]
    queries = [text[3:9] for text in texts[::25]]
    with open_engine("tantivy", tmp_path) as default:
        default.add(held)
        default.commit()
        engine.add(held)
        engine.commit()
        pages = [(default.search(query, limit=5), engine.search(query, limit=5)) for query in queries]

    assert [one.total for one, _ in pages] == [other.total for _, other in pages]
    assert [one.facets for one, _ in pages] == [other.facets for _, other in pages]
    first = [(one.hits[0], other.hits[0]) for one, other in pages if one.hits]
    assert sum(one.entry == other.entry for one, other in first) >= 0.95 * len(first)
    assert all(other.score == pytest.approx(one.score, rel=0.001) for one, other in first)
