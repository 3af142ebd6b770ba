"""What the Tantivy engine does to be fast, and that answers are the same with it and without."""

from __future__ import annotations

import json
import os
import random
import signal
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tantivy import Query

from search import Entry, Filters, Match, SearchEngine, open_engine
from search.folding import fold, seen
from search.stored import KINDS
from search.tantivy_best import Best, surely_best
from search.tantivy_bulk import Preparation, spare_processors
from search.tantivy_counts import BROAD
from search.tantivy_documents import Documents, documents_of
from search.tantivy_engine import TantivyEngine
from search.tantivy_schema import cut
from search.tantivy_view import View
from search.tokenizer import EDGE, Analyser, joined_pairs

WORDS = ("缴费", "标准", "补贴", "护理", "养老", "机构", "数据", "开放", "公园", "水库")


def made_up(number: int) -> list[Entry]:
    """So many clauses in documents of five, of words that come in any order."""
    chance = random.Random(number)
    return [
        Entry(
            document=f"d{at // 5}",
            clause=f"p_{at % 5}",
            title=f"云溪市第{at // 5}号办法",
            heading=chance.choice(WORDS),
            text="".join(chance.choices(WORDS, k=chance.randint(1, 9))) + "。",
            genre=("plan", "notice", "report")[at // 5 % 3],
            issuer=("云溪市财政局", "云溪市民政局、云溪市财政局", None)[at // 5 % 3],
            year=2015 + at // 5 % 7,
            departments=tuple(chance.sample(("云溪市水务局", "云溪市数据局"), k=chance.randint(0, 2))),
            kinds=tuple(chance.sample(KINDS, k=chance.randint(0, 3))),
            lead=at % 5 == 0,
        )
        for at in range(number)
    ]


ENTRIES = made_up(600)
QUERIES = (
    "缴费",
    "缴",
    "缴费标准",
    "缴费 标准",
    "缴费 或 补贴",
    "缴费 -标准",
    "缴费标准补贴护理养老",
    "火星公园 水库标准 数据开放",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an index of these clauses."""
    folder = tmp_path_factory.mktemp("index")
    with open_engine("tantivy", folder) as engine:
        engine.add(ENTRIES)
        engine.commit()
    return folder


@pytest.fixture
def engine(folder: Path) -> Iterator[SearchEngine]:
    """An engine over them that has not been asked anything."""
    with open_engine("tantivy", folder) as opened:
        yield opened


def counted(clauses: Sequence[Entry], name: str) -> dict[str, int]:
    """Value of a facet to its documents among some clauses, counted one by one."""
    seen: dict[str, set[str]] = {}
    for entry in clauses:
        held = {
            "kind": entry.kinds,
            "department": entry.departments,
            "issuer": tuple(filter(None, (entry.issuer or "").split("、"))),
            "genre": (entry.genre,),
            "year": (str(entry.year),),
            "validity": (entry.validity.value,),
            "region": (),
        }
        for value in held[name]:
            seen.setdefault(value, set()).add(entry.document)
    return {value: len(documents) for value, documents in seen.items()}


@pytest.mark.parametrize("query", ["缴费", "缴费标准", "水库"])
@pytest.mark.parametrize("few", [0, 10_000])
def test_facets_are_true(query: str, few: int, engine: SearchEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each count is that of the documents that have such a hit, whether each is looked at or all at once."""
    monkeypatch.setattr("search.tantivy_documents._FEW", few)
    hits = [entry for entry in ENTRIES if query in entry.text]
    page = engine.search(query, match=Match.ALL)

    assert page.total == len(hits)
    assert page.documents == len({entry.document for entry in hits})
    for name, facets in page.facets.items():
        assert {facet.value: facet.count for facet in facets} == counted(hits, name), name


def test_a_very_broad_search_leaves_out_what_takes_long_to_count(
    engine: SearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kinds and departments are left out and the page says so; those that are chosen are counted all the same."""
    monkeypatch.setattr("search.tantivy_counts.MOST_KEYS", 10)
    page = engine.search("缴费", Filters(kinds=("indicator",)))
    hits = [entry for entry in ENTRIES if "缴费" in entry.text and "indicator" in entry.kinds]

    assert BROAD in page.notes
    assert page.facets["department"] == ()
    assert [(facet.value, facet.count) for facet in page.facets["kind"]] == [("indicator", page.documents)]
    assert {facet.value: facet.count for facet in page.facets["genre"]} == counted(hits, "genre")
    assert BROAD not in engine.search("缴费", facets=False).notes


@pytest.mark.parametrize(
    "settings",
    [
        {"search.tantivy_counts._MOST_BUCKETS": 7},  # more keys than Tantivy counts in one go
        {"search.tantivy_view.BROAD": 0},
        {"search.tantivy_counts.MOST_KEYS": 10},
        {"search.tantivy_query._MOST_WRITTEN_OUT": 0},
    ],
)
def test_ways_of_counting_agree(
    settings: dict[str, int], engine: SearchEngine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Totals, documents and facets are the same, whichever way they were counted."""
    usual = [engine.search(query) for query in QUERIES]
    for name, value in settings.items():
        monkeypatch.setattr(name, value)
    with open_engine("tantivy", folder) as other:
        for query, page in zip(QUERIES, usual, strict=True):
            again = other.search(query)

            assert (again.total, again.documents, again.relaxed) == (page.total, page.documents, page.relaxed)
            assert again.facets["genre"] == page.facets["genre"]
            assert again.facets["kind"] in (page.facets["kind"], ())
            assert again.facets["department"] in (page.facets["department"], ())


def test_what_is_counted_beside_a_search_is_what_is_counted_behind_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether the thread for it is free or not, and where fewer clauses are found than was to be expected."""
    monkeypatch.setattr("search.tantivy_counts.MOST_KEYS", 100)
    pages = []
    for beside in (ThreadPoolExecutor(1), _Busy()):
        monkeypatch.setattr("search.tantivy_view._BESIDE", beside)
        with open_engine("tantivy", folder) as opened:
            pages.append([opened.search(query) for query in ("缴费", "缴费 标准", "缴费 -标准", "缴费 或 补贴")])

    assert pages[0] == pages[1]
    assert all(page.total > 100 and BROAD in page.notes for page in pages[0])


class _Busy:
    """A thread that gets to nothing."""

    def submit(self, *_: object) -> Future[Any]:
        """What will never be begun."""
        return Future()


def test_some_of_the_words_are_found_with_a_frequent_one_among_them(tmp_path: Path) -> None:
    """Exactly the clauses that contain half of the words, though one of these stands nearly everywhere."""
    chance = random.Random(3)
    rare = ("缴费", "标准", "补贴", "护理")
    held = [{"公园"} | {word for word in rare if chance.random() < 0.1} for _ in range(300)]
    held += [{word for word in rare if chance.random() < 0.5} for _ in range(40)]
    entries = [Entry(f"d{at}", "p", "办法", "", "，".join(sorted(words)) + "。") for at, words in enumerate(held)]
    with open_engine("tantivy", tmp_path) as engine:
        engine.add(entries)
        engine.commit()
        page = engine.search("公园 缴费 标准 补贴 护理 火星")

    assert page.relaxed
    assert page.total == sum(len(words) >= 3 for words in held)


@pytest.mark.parametrize("query", QUERIES)
def test_ways_of_ranking_agree(query: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts of a score that are looked for in each clause add up to what they do all together."""
    scores = []
    for cost in (0, 10**9):
        monkeypatch.setattr("search.tantivy_query._PER_LOOK", cost)
        with open_engine("tantivy", folder) as opened:
            scores.append({(hit.document, hit.clause): hit.score for hit in opened.search(query, limit=600).hits})

    assert scores[0] == pytest.approx(scores[1], rel=1e-4)
    assert scores[0]


@pytest.mark.parametrize("query", [*QUERIES, "缴费 -标准", "缴费 或 补贴", "费"])
def test_the_best_are_the_same_however_they_are_weighed(
    query: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each clause by Tantivy, or the best of the plain scores behind it; with the same scores in the same order."""
    monkeypatch.setattr("search.tantivy_view.BROAD", 0)
    pages = []
    for alike, besides in ((0, 0), (10, 0), (10, 100)):
        monkeypatch.setattr("search.tantivy_best._ALIKE", alike)
        monkeypatch.setattr("search.tantivy_best._FEW", besides)
        with open_engine("tantivy", folder) as opened:
            pages.append([(hit.document, hit.clause, hit.score) for hit in opened.search(query, limit=130).hits])

    assert pages[0]
    for page in pages[1:]:
        assert [score for *_, score in page] == pytest.approx([score for *_, score in pages[0]], rel=1e-5)
        assert {hit[:2] for hit in page} == {hit[:2] for hit in pages[0]}


@pytest.mark.parametrize(
    "query", ["缴费", "缴", "缴费 标准", "缴费 或 补贴", "缴费 -标准", "缴费 标准 -数据", "缴费 补贴 护理"]
)
def test_the_best_are_the_same_where_all_parts_of_their_scores_are_read_at_once(
    query: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Clauses that have the words in title and headings alone are no hits, however many there are of them."""
    said = ("缴费标准补贴护理", "缴费补贴护理")
    hits = [Entry(f"h{at}", "p", "办法", "", f"{said[at % 2]}{'公园' * at}。") for at in range(60)]
    others = [Entry(f"o{at}", "p", "缴费标准办法", "护理", "公园水库。") for at in range(200)]
    rest = [Entry(f"r{at}", "p", "办法", "", "公园水库。") for at in range(300)]
    with open_engine("tantivy", tmp_path) as engine:
        engine.add([*hits, *others, *rest])
        engine.commit()
    monkeypatch.setattr("search.tantivy_view.BROAD", 0)
    monkeypatch.setattr("search.tantivy_counts.MOST_KEYS", 0)
    monkeypatch.setattr("search.tantivy_best._ALIKE", 10)
    monkeypatch.setattr("search.tantivy_best._FEW", 0)
    used: list[bool] = []

    def told(view: View, asked: Query, limit: int, above: float) -> Best | None:
        result = surely_best(view, asked, limit, above)
        used.append(result is not None)
        return result

    pages = []
    for instead in (told, lambda *_, **__: None):
        monkeypatch.setattr("search.tantivy_engine.surely_best", instead)
        with open_engine("tantivy", tmp_path) as opened:
            pages.append(opened.search(query, limit=3, match=Match.ALL))

    assert used == [True]
    assert [hit.score for hit in pages[0].hits] == pytest.approx([hit.score for hit in pages[1].hits], rel=1e-5)
    assert [hit.text for hit in pages[0].hits] == [hit.text for hit in pages[1].hits]
    assert replace(pages[0], hits=()) == replace(pages[1], hits=())


def test_a_page_that_was_kept_is_not_older_than_the_index(tmp_path: Path) -> None:
    """After a commit the same question has the new answer."""
    with open_engine("tantivy", tmp_path) as engine:
        engine.add(ENTRIES[:5])
        engine.commit()
        before = engine.search("缴费 或 标准")
        engine.add([Entry("new", "p_1", "新办法", "", "缴费标准。", genre="plan")])
        engine.commit()
        after = engine.search("缴费 或 标准")

    assert after.total == before.total + 1
    assert "new" in {hit.document for hit in after.hits}


def test_documents_are_counted_right_after_all_was_replaced(tmp_path: Path) -> None:
    """Numbers of documents that are gone count for nothing, in this process and in one that opens the index anew."""
    with open_engine("tantivy", tmp_path) as engine, open_engine("tantivy", tmp_path) as reader:
        for genre in ("plan", "notice", "report"):
            engine.clear()
            engine.add(replace(entry, genre=genre) for entry in ENTRIES[:50])
            engine.commit()
            engine.add(replace(entry, genre="other") for entry in ENTRIES[:5])
            engine.commit()
            for asked in (engine, reader):
                facets = asked.search("-火星").facets["genre"]

                assert {facet.value: facet.count for facet in facets} == {genre: 9, "other": 1}


def test_what_commits_add_is_known_as_if_all_was_read(tmp_path: Path) -> None:
    """Whether documents were added, replaced, removed or filled anew by others, and however parts were merged."""
    chance = random.Random(1)
    with open_engine("tantivy", tmp_path) as reader:
        for turn in range(24):
            with open_engine("tantivy", tmp_path) as writer:
                match chance.choice(("add", "add", "add", "replace", "remove", "clear" if turn % 8 == 7 else "add")):
                    case "add":
                        writer.add([replace(entry, document=f"n{turn}") for entry in ENTRIES[:3]])
                    case "replace":
                        writer.add([replace(entry, document=f"n{turn - 1}", genre="other") for entry in ENTRIES[:2]])
                    case "remove":
                        writer.remove(f"n{turn - 1}")
                    case "clear":
                        writer.clear()
                        writer.add(ENTRIES[:20])
                writer.commit()
            reader.search("缴费")
            assert isinstance(reader, TantivyEngine)
            view = reader.view()
            anew = documents_of(view.searcher)

            assert (view.documents.rows, view.documents.numbers) == (anew.rows, anew.numbers)
            assert (view.documents.columns, view.documents.next) == (anew.columns, anew.next)
            assert view.documents.masks == anew.masks


def test_a_commit_that_only_adds_has_the_rows_of_its_own_documents_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All rows are read by the first search alone."""
    read: list[object] = []
    first = 0

    def told(searcher: Any, earlier: Documents | None = None) -> Documents:
        read.append(searcher)
        return documents_of(searcher, earlier)

    monkeypatch.setattr("search.tantivy_view.documents_of", told)
    with open_engine("tantivy", tmp_path) as engine:
        engine.add(ENTRIES[:50])
        engine.commit()
        for at in range(3):
            assert engine.search("缴费").documents == at + 10
            first = first or len(read)
            engine.add([Entry(f"new{at}", "p", "新办法", "", "缴费。")])
            engine.commit()

    assert len(read) == first


def test_what_is_known_of_documents_is_made_anew_where_rows_are_gone() -> None:
    """A document's number is its highest one."""
    rows = ["0\x1fd1\x1fplan\x1f\x1f2020\x1f\x1f甲、乙", "3\x1fd1\x1freport\x1f\x1f2021\x1f\x1f乙"]
    first = Documents(rows[:1])
    both = Documents(rows, first)
    last = Documents(rows[1:], both)

    assert (first.numbers, first.next) == ({"d1": 0}, 1)
    assert (both.numbers, both.next) == ({"d1": 3}, 4)
    assert both.counts([0, 3])["issuer"] == {"甲": 1, "乙": 2}
    assert last.columns[0] == ["", "", "", "report"]


# -- many entries ------------------------------------------------------------------------------------------------------


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few are many."""
    monkeypatch.setattr("search.tantivy_bulk.FEW", 20)
    monkeypatch.setattr("search.tantivy_bulk.CHUNK", 30)


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("workers", [0, 2])
def test_entries_come_back_cut_up_in_their_order(workers: int) -> None:
    """Whoever cuts them."""
    analyser = Analyser(["养老机构"])
    preparation = Preparation(analyser, workers)
    ready: list[Any] = []
    for at, entry in enumerate(ENTRIES[:300]):
        ready += preparation.put(entry)
        if at == 100 and workers:
            _wait_for_workers(preparation)
    ready += preparation.rest()
    preparation.close()

    assert ready == [(entry, *cut([entry.text], analyser)) for entry in ENTRIES[:300]]


@given(st.lists(st.text('云溪市水价a1. \n\x02\x7f"\\《》％臺\ud800', max_size=6), max_size=6))
def test_texts_are_cut_up_together_as_each_is_by_itself(texts: list[str]) -> None:
    """Whatever stands in them."""
    analyser = Analyser(["云溪"])
    together = [json.loads(f"{{{made}}}") for made in cut(texts, analyser)]
    each = [(seen(fold(text)), Counter(analyser.words(text))) for text in texts]

    assert [(made["characters"], Counter(made["words"].split())) for made in together] == each
    assert [made["text"] for made in together] == [joined_pairs(EDGE + squeezed) for squeezed, _ in each]


@pytest.mark.usefixtures("many")
def test_a_killed_worker_loses_nothing() -> None:
    """What it had is cut up here."""
    preparation = Preparation(Analyser(), 1)
    ready: list[Any] = []
    for at, entry in enumerate(ENTRIES):
        ready += preparation.put(entry)
        if at == 100:
            _wait_for_workers(preparation)
        if at == 200:
            for process in _workers(preparation):
                os.kill(process, signal.SIGKILL)
    ready += preparation.rest()
    preparation.close()

    assert [entry for entry, _ in ready] == ENTRIES


def _wait_for_workers(preparation: Preparation) -> None:
    """Until then everything is cut up here."""
    vars(preparation)["_begun"].result(120)


def _workers(preparation: Preparation) -> list[int]:
    pool = vars(preparation)["_pool"]
    return list(vars(pool)["_processes"])


@pytest.mark.usefixtures("many")
def test_many_entries_are_indexed_as_few_are(
    tmp_path: Path, engine: SearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By workers, in as many calls as there are documents, some of them given twice."""
    monkeypatch.setattr("search.tantivy_bulk.spare_processors", lambda: 1)
    with open_engine("tantivy", tmp_path) as other:
        other.add(replace(entry, text="火星") for entry in ENTRIES[:200])
        for at in range(0, len(ENTRIES), 5):
            other.add(ENTRIES[at : at + 5])
        other.commit()

        assert other.count() == len(ENTRIES)
        for query in QUERIES:
            assert other.search(query).total == engine.search(query).total
            assert other.search(query).facets == engine.search(query).facets


def test_a_worker_starts_no_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes that belong to others may have none of their own."""
    monkeypatch.setattr("search.tantivy_bulk.os.cpu_count", lambda: 4)

    assert spare_processors() == 3
    monkeypatch.setitem(vars(_current())["_config"], "daemon", True)
    assert spare_processors() == 0


def _current() -> Any:
    from multiprocessing import current_process

    return current_process()
