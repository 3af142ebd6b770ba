"""What every engine does alike; each test runs over each engine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus import Validity, Visibility
from search import ENGINES, Entry, Facet, Filters, Match, SearchEngine, Sort, open_engine
from search.query import words_query

REPLY = Entry(
    document="d1",
    clause="sec_1__p_1",
    title="青川省医疗保障局关于第12号提案的答复",
    heading="一、基本情况",
    text="截至2022年3月底，全省共有长期护理保险参保人18万人，“十四五”规划目标已完成一半。",
    genre="proposal_reply",
    genre_word="答复",
    doc_number="青医保函〔2022〕12号",
    issuer="青川省医疗保障局",
    region="青川省",
    year=2022,
    written_on="2022-05-01",
    kinds=("indicator", "time"),
    lead=True,
)
PROMISE = Entry(
    document="d1",
    clause="sec_2__p_1",
    title="青川省医疗保障局关于第12号提案的答复",
    heading="二、下一步工作 > （一）统筹层次",
    text="我局将会同财政部门推进省级统筹，到2025年底前出台实施办法。",
    start=60,
    genre="proposal_reply",
    genre_word="答复",
    doc_number="青医保函〔2022〕12号",
    issuer="青川省医疗保障局",
    region="青川省",
    year=2022,
    written_on="2022-05-01",
    departments=("青川省财政厅",),
    kinds=("checkable", "commitment"),
)
PLAN = Entry(
    document="d2",
    clause="sec_1__p_1",
    title="云溪市养老服务发展规划",
    heading="",
    text="扩大长护险试点范围，职工医疗保险参保率稳定在95.5%以上。",
    genre="plan",
    genre_word="规划",
    issuer="云溪市人民政府、云溪市民政局",
    region="云溪市",
    year=2021,
    written_on="2021",
    lead=True,
)
DRAFT = Entry(
    document="d3",
    clause="sec_1__p_1",
    title="云溪市长期护理保险办法（征求意见稿）",
    heading="第一章 总则",
    text="第三条 长期护理保险参保人应当按年缴费。",
    genre="consultation_draft",
    year=2023,
    written_on="2023-02-10",
    validity=Validity.DRAFT,
    lead=True,
)
SECRET = Entry("d4", "p_1", "内部通报", "", "长期护理保险专项检查情况。", visibility=Visibility.INTERNAL, lead=True)
OLD = Entry("d5", "p_1", "云溪市养老服务发展规划", "", "长期护理保险试点范围待定。", latest=False, lead=True)

ALL = (REPLY, PROMISE, PLAN, DRAFT, SECRET, OLD)


@pytest.fixture(scope="module", params=ENGINES)
def name(request: pytest.FixtureRequest) -> str:
    """Each engine's name."""
    return str(request.param)


def filled(name: str, path: Path) -> SearchEngine:
    """An engine over the entries above."""
    opened = open_engine(name, path, ["长期护理保险"])
    opened.add(ALL)
    opened.commit("1")
    return opened


@pytest.fixture(scope="module")
def engine(name: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchEngine]:
    """The engine, to be read only."""
    with filled(name, tmp_path_factory.mktemp("index")) as opened:
        yield opened


@pytest.fixture
def fresh(name: str, tmp_path: Path) -> Iterator[SearchEngine]:
    """The engine, to be written to."""
    with filled(name, tmp_path) as opened:
        yield opened


def clauses(engine: SearchEngine, query: str, filters: Filters = Filters(), **options: bool) -> set[str]:
    """Document and clause of each hit, as `d1/sec_1__p_1`."""
    hits = engine.search(query, filters, match=Match.ALL, **options).hits  # type: ignore[arg-type]
    return {f"{hit.document}/{hit.clause.removesuffix('__p_1')}" for hit in hits}


R, P, L, D = "d1/sec_1", "d1/sec_2", "d2/sec_1", "d3/sec_1"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("参保人", {R, D}),
        ("护理保险参", {R, D}),  # across words
        ("期护", {R, D}),  # no word at all
        ("護理保險參", {R, D}),  # traditional
        ("十四五规划", {R}),  # the text has quotation marks
        ("“十四五”规划", {R}),
        ("２０２５年", {P}),  # full width
        ("95.5%", {L}),
        ("省级统筹 2025", {P}),
        ('"省级统筹" AND 2025', {P}),
        ("长护险", {R, L, D}),  # the table's other wording
        ("“长护险”", {L}),  # a phrase has none
        ("参保 -18万", {L, D}),
        ("参保 NOT 18万", {L, D}),
        ("参保 AND NOT 18万", {L, D}),
        ("省级统筹 或 参保率", {P, L}),
        ("省级统筹 OR 参保率", {P, L}),
        ("(省级统筹 或 参保率) 办法", {P}),
        ("-参保 -统筹", set()),
        ("-参保", {P}),
        ("参保 年份:2021", {L}),
        ("参保 年份:2021-2022", {R, L}),
        ("标题:养老服务", {L}),
        ("题名：“养老服务” 参保率", {L}),
        ("机关:民政局", {L}),
        ("文号:青医保函[2022]12号", {R}),
        ("部门:财政厅", {P}),
        ("文种:规划", {L}),
        ("文种:征求意见稿", {D}),
        ("统筹层次 2025", {P}),  # one word in the heading, one in the text
        ("养老服务 参保率", {L}),  # one in the title
        ("统筹层次", set()),  # a heading alone is an entry of its own
        ("缴", {D}),
        ("火星", set()),
        ("第3条", {D}),  # figures of the other kind
        ("\x00\ud800", set()),
    ],
)
def test_a_query_finds(query: str, expected: set[str], engine: SearchEngine) -> None:
    """What each form of query finds among the public, latest entries."""
    assert clauses(engine, query) == expected


def test_other_wordings_can_be_switched_off(engine: SearchEngine) -> None:
    """Without expansion only the word itself is found, and nothing is said of others."""
    page = engine.search("长护险", expand=False)

    assert [hit.document for hit in page.hits] == ["d2"]
    assert page.expanded == {}
    assert page.notes == ()


def test_other_wordings_are_told(engine: SearchEngine) -> None:
    """The page says what was searched besides, and the hit which wording stands there."""
    page = engine.search("长护险")
    reasons = {hit.clause: hit.why for hit in page.hits if hit.document == "d1"}

    assert page.expanded["长护险"][0] == "长期护理保险"
    assert "长期护理保险" in page.notes[0]
    assert reasons == {"sec_1__p_1": ("正文以“长护险”的其他说法“长期护理保险”命中1处",)}


def test_wordings_of_the_corpus_are_learned_without_a_pause(fresh: SearchEngine) -> None:
    """Aliases handed over later are searched besides at once."""
    before = clauses(fresh, "参保工作者")
    fresh.learn(["参保工作者"], [("参保工作者", "参保人")])

    assert before == set()
    assert clauses(fresh, "参保工作者") == {R, D}


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(genres=("plan",)), {L}),
        (Filters(genres=("plan", "proposal_reply")), {R, L}),
        (Filters(issuers=("云溪市民政局",)), {L}),
        (Filters(regions=("青川省",)), {R}),
        (Filters(years=(2021, 2023)), {L, D}),
        (Filters(year_from=2022), {R, D}),
        (Filters(year_until=2021), {L}),
        (Filters(kinds=("indicator",)), {R}),
        (Filters(departments=("青川省财政厅",)), set()),
        (Filters(validities=("draft",)), {D}),
        (Filters(documents=("d1", "d3")), {R, D}),
        (Filters(genres=("plan",), years=(2022,)), set()),
        (Filters(visibility=()), set()),
        (Filters(visibility=("internal",)), set()),
        (Filters(latest_only=False), {R, L, D}),
    ],
)
def test_filters_narrow(filters: Filters, expected: set[str], engine: SearchEngine) -> None:
    """Values of one field are alternatives, fields go together."""
    assert clauses(engine, "参保", filters) == expected


def test_internal_entries_are_for_those_who_may_see_them(engine: SearchEngine) -> None:
    """The public sees no trace of them, in hits, totals or facets."""
    everyone = engine.search("专项检查")
    staff = engine.search("专项检查", Filters(visibility=(Visibility.PUBLIC, Visibility.INTERNAL)))

    assert (everyone.total, everyone.documents, everyone.hits) == (0, 0, ())
    assert all(not facets for facets in everyone.facets.values())
    assert [hit.document for hit in staff.hits] == ["d4"]


def test_facets_count_documents(engine: SearchEngine) -> None:
    """A document with two hits counts once, a chosen value stays listed at 0, joint issuers count each."""
    facets = engine.search("参保 或 统筹", Filters(years=(2021, 2022, 1999))).facets

    assert facets["genre"] == (Facet("plan", 1), Facet("proposal_reply", 1))
    assert facets["year"] == (Facet("2021", 1, True), Facet("2022", 1, True), Facet("1999", 0, True))
    assert {facet.value for facet in facets["issuer"]} == {"青川省医疗保障局", "云溪市人民政府", "云溪市民政局"}
    assert facets["department"] == (Facet("青川省财政厅", 1),)
    assert Facet("checkable", 1) in facets["kind"]
    assert engine.search("参保", facets=False).facets == {}


def test_sorting_by_date(engine: SearchEngine) -> None:
    """Newest and oldest first."""
    newest = [hit.document for hit in engine.search("参保", sort=Sort.NEWEST).hits]
    oldest = [hit.document for hit in engine.search("参保", sort=Sort.OLDEST).hits]

    assert newest == ["d3", "d1", "d2"]
    assert oldest == ["d2", "d1", "d3"]


def test_a_document_without_date_comes_last(engine: SearchEngine) -> None:
    """Whichever way hits are sorted."""
    everyone = Filters(visibility=(Visibility.PUBLIC, Visibility.INTERNAL))

    assert engine.search("长期护理保险", everyone, sort=Sort.NEWEST).hits[-1].document == "d4"
    assert engine.search("长期护理保险", everyone, sort=Sort.OLDEST).hits[-1].document == "d4"


def test_pages_tile_the_hits(engine: SearchEngine) -> None:
    """Pages of one hit each are the same hits in the same order, and the total does not change."""
    whole = engine.search("参保")
    pages = [engine.search("参保", limit=1, offset=at) for at in range(4)]

    assert [page.hits for page in pages] == [(hit,) for hit in whole.hits] + [()]
    assert {page.total for page in pages} == {3}


def test_no_hits_can_be_asked_for(engine: SearchEngine) -> None:
    """The counts come all the same."""
    page, grouped = engine.search("参保", limit=0), engine.search("参保", limit=0, per_document=3)

    assert (page.total, page.documents, page.hits) == (3, 3, ())
    assert page.facets["genre"] == engine.search("参保").facets["genre"]
    assert (grouped.total, grouped.documents, grouped.hits) == (3, 3, ())
    assert engine.search("参保", limit=0, facets=False).total == 3


def test_highlights_give_back_the_words(engine: SearchEngine) -> None:
    """Offsets are those of the unchanged text, over the marks that matching does not see."""
    hit = engine.search("十四五规划 18万人").hits[0]

    assert [hit.text[start:end] for start, end in hit.highlights] == ["18万人", "十四五”规划"]


def test_hits_come_with_reasons(engine: SearchEngine) -> None:
    """Which words, how often, and where."""
    hit = engine.search("养老服务 参保率").hits[0]

    assert hit.why == ("标题含“养老服务”1处", "正文含“参保率”1处")
    assert [hit.title[start:end] for start, end in hit.title_highlights] == ["养老服务"]


def test_a_draft_ranks_below_what_holds(name: str, tmp_path: Path) -> None:
    """Where all else is equal, an unstated validity comes before a draft, a draft before what has expired."""
    order = (Validity.EXPIRED, Validity.DRAFT, Validity.IN_FORCE)
    with open_engine(name, tmp_path / "other") as other:
        other.add(
            Entry(f"d{at}", "p_1", "甲", "", "缴费标准另行规定。", validity=held) for at, held in enumerate(order)
        )
        other.commit()

        assert [hit.document for hit in other.search("缴费标准").hits] == ["d2", "d1", "d0"]


def test_a_newer_document_ranks_above_an_equal_older_one(name: str, tmp_path: Path) -> None:
    """The year decides between equal clauses."""
    with open_engine(name, tmp_path / "other") as other:
        other.add(Entry(f"d{year}", "p_1", "甲", "", "缴费标准另行规定。", year=year) for year in (2015, 2024, 2020))
        other.commit()

        assert [hit.document for hit in other.search("缴费标准").hits] == ["d2024", "d2020", "d2015"]


def test_hits_can_be_grouped_by_document(engine: SearchEngine) -> None:
    """At most so many hits of each document, and the number of those that are left out."""
    page = engine.search("参保 或 统筹", per_document=1)

    assert page.documents == 3
    assert page.total == 4
    assert sorted(hit.document for hit in page.hits) == ["d1", "d2", "d3"]
    assert {hit.document: hit.others for hit in page.hits} == {"d1": 1, "d2": 0, "d3": 0}
    assert len(engine.search("参保 或 统筹", per_document=3).hits) == 4
    assert len(engine.search("参保 或 统筹", per_document=1, limit=2, offset=2).hits) == 1


def test_several_words_of_which_none_has_all_are_relaxed(engine: SearchEngine) -> None:
    """Where nothing contains all words, what contains most of them is listed, and the page says so."""
    page = engine.search("省级统筹 财政部门 火星")

    assert page.relaxed
    assert [hit.clause for hit in page.hits] == ["sec_2__p_1"]
    assert any("没有条款包含全部检索词" in note for note in page.notes)
    assert page.hits[0].why == ("正文含“省级”“统筹”“财政部门”",)


@pytest.mark.parametrize("query", ["火星", "“省级统筹” 火星", "省级统筹 -统筹", "标题:火星 统筹"])
def test_a_short_word_and_a_query_with_operators_are_not_relaxed(query: str, engine: SearchEngine) -> None:
    """Nothing is nothing."""
    page = engine.search(query)

    assert (page.total, page.hits, page.relaxed) == (0, (), False)


def test_a_sentence_finds_by_its_words(engine: SearchEngine) -> None:
    """A question is ranked by its words, whatever else it says, and exclusions of the index hold."""
    page = engine.search(words_query("什么时候能推进省级统筹？"), match=Match.ANY)

    assert page.hits[0].clause == "sec_2__p_1"
    assert all(hit.document != "d4" for hit in page.hits)


def test_an_article_that_the_query_names_comes_first(name: str, tmp_path: Path) -> None:
    """Article and law are read from the query, in figures of either kind."""
    articles = ("第二条 依照本办法第十二条缴费。", "第十二条 缴费标准另行公布。", "第二十二条 缴费由单位代办。")
    with open_engine(name, tmp_path / "other") as other:
        other.add(Entry("d1", f"p_{at}", "云溪市缴费办法", "", text) for at, text in enumerate(articles))
        other.add([Entry("d2", "p_1", "青川省缴费办法", "", articles[1])])
        other.commit()
        for question in ("云溪市缴费办法第十二条是什么", "《云溪市缴费办法》第12条的缴费规定"):
            first = other.search(words_query(question), match=Match.ANY).hits[0]

            assert (first.document, first.clause) == ("d1", "p_1")


def test_adding_a_document_again_replaces_it(fresh: SearchEngine) -> None:
    """No entry of the earlier state is left."""
    fresh.add([PLAN])
    fresh.add([REPLY])
    fresh.commit()

    assert fresh.count() == len(ALL) - 1
    assert clauses(fresh, "统筹") == set()


def test_a_removed_document_is_gone(fresh: SearchEngine) -> None:
    """From hits, counts and the list of documents."""
    fresh.remove("d1")
    fresh.commit()

    assert clauses(fresh, "参保") == {L, D}
    assert fresh.document_ids() == {"d2", "d3", "d4", "d5"}


def test_changes_are_seen_by_their_commit_and_not_before(fresh: SearchEngine, name: str, tmp_path: Path) -> None:
    """Another reader of the same folder sees each commit, and nothing that was taken back."""
    with open_engine(name, tmp_path) as reader:
        fresh.remove("d1")

        assert clauses(reader, "参保") == {R, L, D}
        fresh.rollback()
        assert clauses(fresh, "参保") == {R, L, D}
        fresh.remove("d1")
        fresh.commit()
        assert clauses(reader, "参保") == {L, D}


def test_the_index_keeps_its_revision(fresh: SearchEngine, name: str, tmp_path: Path) -> None:
    """What the last commit was given; a commit without one leaves it."""
    fresh.remove("d1")
    fresh.commit()
    with open_engine(name, tmp_path) as reader:
        assert reader.revision == "1"
        assert not reader.needs_rebuild
    with open_engine(name, tmp_path / "new") as empty:
        assert empty.revision == ""
        assert empty.count() == 0
        assert empty.search("参保").hits == ()


def test_each_commit_has_a_mark(fresh: SearchEngine, name: str, tmp_path: Path) -> None:
    """Also one that leaves the revision as it is, for every process; what is not committed leaves the mark."""
    with open_engine(name, tmp_path) as reader:
        before = reader.mark
        fresh.remove("d1")
        assert reader.mark == fresh.mark == before
        fresh.commit()
        assert reader.mark == fresh.mark != before


@pytest.mark.usefixtures("fresh")
def test_an_index_of_another_analysis_says_so(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It serves all the same, and is right again when it has been cleared and filled."""
    monkeypatch.setattr("search.base.ANALYSER_VERSION", "another")
    with open_engine(name, tmp_path) as later:
        assert later.needs_rebuild
        assert clauses(later, "参保") == {R, L, D}
        later.clear()
        later.add([PLAN])
        later.commit("2")
        assert not later.needs_rebuild
        assert clauses(later, "参保") == {L}


def test_an_empty_query_finds_nothing(engine: SearchEngine) -> None:
    """And says why, where something was typed."""
    assert engine.search("").hits == ()
    assert engine.search("“”").notes == ("没有可以检索的文字。",)
