"""Which sentence answers: bound to year, place and side, in the looks of what is asked, in everyday words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from search import Entry, Filters, SearchEngine, open_engine
from search.evidence import candidates, documents_of
from search.neighbours import document_entries, headers, items_after, leads_in
from search.passages import passages
from search.question import read_question

REPORT = "海东市养老服务发展报告"
TEXTS = (
    ("p_1", "全市共有养老机构42家，其中公办养老机构12家。2021年，全市享受高龄津贴的老年人3.6万人。"),
    ("p_2", "到2025年，全市养老机构护理型床位占比达到60%以上，由市民政局牵头负责。"),
    ("p_3", "职工医保住院费用支付比例为85%。新增老年助餐点，带动就业岗位300个。"),
    ("p_4", "申请高龄津贴需要以下材料："),
    ("p_5", "1.身份证复印件。"),
    ("p_6", "2.本人银行账户。"),
    ("p_7", "现将有关事项通知各单位。"),
    ("tbl_1__row_1", "指标\n\n2020年\n\n2025年"),
    ("tbl_1__row_2", "每千名老年人养老床位（张）\n\n30\n\n45"),
)


def entries_of(document: str, title: str, texts: tuple[tuple[str, str], ...], **known: object) -> Iterator[Entry]:
    """The entries of an invented document."""
    start = 0
    for clause, text in texts:
        yield Entry(document=document, clause=clause, title=title, heading="", text=text, start=start, **known)  # type: ignore[arg-type]
        start += len(text) + 1


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchEngine]:
    """An index of one report of one place, and of a notice of the country."""
    path: Path = tmp_path_factory.mktemp("evidence")
    with open_engine("tantivy", path) as opened:
        opened.add(entries_of("d1", REPORT, TEXTS, year=2022, written_on="2022-03-01"))
        notice = (("p_1", "各地要把养老机构消防检查做实，每季度检查一次。"),)
        opened.add(entries_of("d2", "关于养老机构消防安全的通知", notice, year=2020))
        opened.commit()
        yield opened


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("海东有多少家养老院", "42家"),
        ("2021年海东领老人补贴的有多少人？", "3.6万人"),
        ("到2025年护理型床位要占多少", "60%以上"),
        ("带来了多少个工作机会", "300个"),
        ("养老院的消防多久检查一次", "每季度"),
        ("护理型床位这件事归谁管", "市民政局"),
    ],
)
def test_the_best_sentence_answers(engine: SearchEngine, question: str, expected: str) -> None:
    """Asked in everyday words, the first candidate holds the answer, and nothing is lacking."""
    best = candidates(read_question(question), engine, Filters())[0]

    assert expected in best.quote
    assert best.fits
    assert not best.lacking


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("2019年海东领高龄津贴的有多少人", "2019年"),
        ("贵阳有多少家养老机构", "贵阳"),
        ("居民医保住院费用支付比例是多少", "居民医保"),
        ("取消高龄津贴以后有多少人受影响", "取消"),
        ("高龄津贴每人补多少钱", "每人"),
    ],
)
def test_another_matter_is_lacking(engine: SearchEngine, question: str, missing: str) -> None:
    """Another year, another place, the other side of a pair, a word that turns it around: no candidate is free."""
    found = candidates(read_question(question), engine, Filters())

    assert all(item.lacking or not item.fits or item.coverage < 0.6 for item in found)
    assert any(missing in word for item in found for word in item.lacking) or missing == "居民医保"


def test_rows_know_the_years_of_their_table(engine: SearchEngine) -> None:
    """A row answers for the years in the head of its table, and for no other."""
    row = "每千名老年人养老床位"
    of_2025 = candidates(read_question("2025年每千名老年人养老床位有多少张"), engine, Filters())
    of_2030 = candidates(read_question("2030年每千名老年人养老床位有多少张"), engine, Filters())

    assert of_2025[0].quote.startswith(row)
    assert not of_2025[0].lacking
    assert all("2030年" in item.lacking for item in of_2030 if item.quote.startswith(row))


def test_documents_of_a_place(engine: SearchEngine) -> None:
    """A document is of the place in its title."""
    assert documents_of("海东", engine, Filters()) <= {"d1"}
    assert documents_of("贵阳", engine, Filters()) == frozenset()


def test_lists_follow_their_lead_in(engine: SearchEngine) -> None:
    """Behind a lead-in stand its items, and the list ends where they do."""
    entries = document_entries(engine, "d1", Filters())
    lead = next(entry for entry in entries if leads_in(entry.text))

    assert [entry.clause for entry in entries] == [clause for clause, _ in TEXTS]
    assert [entry.clause for entry in items_after(lead, entries, is_heading=False)] == ["p_5", "p_6"]
    assert headers(entries)["tbl_1"].clause == "tbl_1__row_1"


def test_quotes_stand_at_their_offsets(engine: SearchEngine) -> None:
    """Each sentence is cut from its clause character by character."""
    for hit in engine.search("养老", limit=20).hits:
        for passage in passages(hit):
            at = passage.start - hit.entry.start
            assert hit.text[at : at + len(passage.quote)] == passage.quote
