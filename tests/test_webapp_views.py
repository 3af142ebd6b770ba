"""View models: words for values, URL parameters, comparison, preferences, answers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from werkzeug.datastructures import MultiDict

from corpus import (
    Analysis,
    Citation,
    Comparison,
    Indicator,
    IndicatorKind,
    Metadata,
    Outline,
    PartialDate,
    Period,
    Relation,
    Section,
    Span,
)
from corpus.store import Validity
from search.answer import Answer, Basis, Strength
from search.engine import Entry, Hit
from tests.conftest import plain_document
from webapp.arguments import Arguments, Paging, changed_url, without_value
from webapp.display import Display
from webapp.links import clause_url, is_local
from webapp.sheets import Sheet, sheet_bytes
from webapp.views_answer import answer_view
from webapp.views_compare import compared, count_changes
from webapp.views_facts import fact_views
from webapp.views_search import composed_query, passage_of, pieces_of
from webapp.wording import (
    clause_places,
    date_text,
    label_text,
    number_text,
    period_text,
    precision_text,
    size_text,
    stamp_text,
    value_text,
)


@pytest.mark.parametrize(
    ("value", "text", "precision"),
    [
        ("2022-08-30", "2022年8月30日", ""),
        ("2023-07", "2023年7月", "原文精确到月"),
        (PartialDate(2023), "2023年", "原文精确到年"),
        (None, "", ""),
    ],
)
def test_dates_are_as_precise_as_their_source(value: PartialDate | str | None, text: str, precision: str) -> None:
    """No day and no month is added that the source does not say."""
    assert (date_text(value), precision_text(value)) == (text, precision)


@pytest.mark.parametrize(
    ("period", "text"),
    [
        ("2021/2025", "2021—2025年"),
        ("2018/", "2018年以来"),
        ("/2025", "截至2025年"),
        ("2023-07", "2023年7月"),
        ("2023-07/2023-09-01", "2023年7月至2023年9月1日"),
    ],
)
def test_periods(period: str, text: str) -> None:
    """Open ends are said in words."""
    assert period_text(Period.parse(period)) == text


@pytest.mark.parametrize(
    ("value", "unit", "comparison", "text"),
    [
        (Decimal("75.0"), "%", Comparison.AT_LEAST, "不低于75%"),
        (Decimal("7847.84"), "万人", Comparison.EQUAL, "7847.84万人"),
        (Decimal(300), "处", Comparison.AT_MOST, "不超过300处"),
        (Decimal(12), None, Comparison.ABOUT, "12左右"),
        ((Decimal(63), Decimal(68)), "%", Comparison.RANGE, "63%～68%"),
        ((Decimal(6), Decimal(4)), "比例", Comparison.EQUAL, "6:4"),
        ((Decimal(1), Decimal(4000)), "比例", Comparison.AT_LEAST, "不低于1:4000"),
        (None, "%", Comparison.EQUAL, ""),
    ],
)
def test_values_are_written_in_words(
    value: Decimal | tuple[Decimal, Decimal] | None, unit: str | None, comparison: Comparison, text: str
) -> None:
    """Operators are words, the unit is that of the source, and a number keeps no idle zeros."""
    assert value_text(value, unit, comparison) == text


def test_small_words() -> None:
    """Sizes, moments and large numbers."""
    assert [size_text(size) for size in (300, 2048, 68 * 1024 * 1024)] == ["300字节", "2KB", "68MB"]
    assert stamp_text("2025-06") == "2025-06-01T00:00:00+08:00"
    assert number_text(Decimal("1E+2"), "人") == "100人"


@pytest.mark.parametrize(
    ("label", "text"), [("一、", "第一部分"), ("（二）", "（二）"), ("3.", "第3项"), ("第二章", "第二章"), ("", "")]
)
def test_labels_are_said_as_places(label: str, text: str) -> None:
    """The ordinal of a heading is said as one says it aloud."""
    assert label_text(label) == text


def test_places_count_within_a_section() -> None:
    """A clause's place is its headings and its ordinal among its section's clauses."""
    section = Section("sec_1", 1, "一、", "目标", Span(0, 4), Span(0, 9))
    from corpus import Clause

    outline = Outline((section,), (Clause("a", Span(4, 5), "sec_1"), Clause("t__row_2", Span(6, 7), "sec_1")))
    assert clause_places(outline) == {"a": "第一部分第1段", "t__row_2": "第一部分第2行"}


def test_arguments_take_what_they_know() -> None:
    """Unknown names and impossible values are ignored, and said."""
    asked = Arguments(
        MultiDict(
            [("genre", "plan"), ("genre", "dance"), ("year", "2023"), ("year", "x"), ("from", "2023-13"), ("z", "1")]
        )
    )
    assert asked.several("genre", {"plan"}) == ("plan",)
    assert asked.years("year") == (2023,)
    assert asked.date("from") is None
    assert asked.answer("binding") is None
    assert asked.number("page", 1) == 1
    assert asked.ignored == ("z", "genre=dance", "year=x", "from=2023-13")


@pytest.mark.parametrize("page", ["0", "-1", "1e9", "９", "99999999999999", "1.5"])
def test_impossible_pages_are_the_first(page: str) -> None:
    """Whatever is no page number leads to page 1."""
    assert Arguments(MultiDict([("page", page)])).number("page", 1) == 1


@pytest.mark.parametrize(
    ("page", "total", "links"),
    [(1, 0, (1,)), (1, 45, (1, 2, 3)), (5, 400, (1, 0, 3, 4, 5, 6, 7, 0, 20)), (20, 400, (1, 0, 18, 19, 20))],
)
def test_paging(page: int, total: int, links: tuple[int, ...]) -> None:
    """The ends, the page and its neighbours are linked; a gap is 0."""
    assert Paging(page, 20, total).links == links


def test_addresses_change_one_thing() -> None:
    """A changed address keeps the other parameters; taking one value away goes back to the first page."""
    values = MultiDict([("q", "供水"), ("genre", "plan"), ("genre", "reply"), ("page", "3")])
    assert changed_url("/s", values, {"page": 4}) == "/s?q=%E4%BE%9B%E6%B0%B4&genre=plan&genre=reply&page=4"
    assert changed_url("/s", values, {"q": None, "genre": None, "page": None}) == "/s"
    assert without_value("/s", values, "genre", "plan") == "/s?q=%E4%BE%9B%E6%B0%B4&genre=reply"


@pytest.mark.parametrize(
    ("address", "local"),
    [
        ("/search?q=1", True),
        ("//evil.example", False),
        ("https://evil.example", False),
        ("/\\evil", False),
        ("", False),
    ],
)
def test_only_own_addresses_are_returned_to(address: str, local: bool) -> None:
    """A form leads back to a page of this site only."""
    assert is_local(address) is local


def test_clause_addresses_are_quoted() -> None:
    """Ids cannot break out of an address."""
    assert clause_url("d1", 'a"b') == "/documents/d1#c-a%22b"
    assert clause_url("d1", None) == "/documents/d1"


@pytest.mark.parametrize(
    ("wish", "after"),
    [
        ("size:t-xl", "t-xl.hc"),
        ("size:", "hc"),
        ("contrast", "t-l"),
        ("elder", "t-l.hc.elder"),
        ("standard", ""),
        ("size:huge", "t-l.hc"),
        ("nonsense", "t-l.hc"),
    ],
)
def test_display_changes_by_one_press(wish: str, after: str) -> None:
    """Each button changes what it says; whatever is not known changes nothing."""
    assert str(Display.parse("t-l.hc.<script>").changed(wish)) == after


def test_elder_edition_is_large() -> None:
    """长辈版 has the largest type whatever was chosen before."""
    assert Display.parse("elder").classes == "t-xl elder"


def analysis_of(text: str) -> Analysis:
    """An analysis without outline."""
    return Analysis(plain_document(text), Metadata(), Outline((), ()))


def test_comparison_pairs_changed_paragraphs() -> None:
    """A changed deadline is shown inside its paragraph; new and removed paragraphs stand alone."""
    before = analysis_of("总体要求。\n2026年3月底前完成检查工作。\n旧的一段将被删去。\n")
    after = analysis_of("总体要求。\n2026年6月底前完成检查工作。\n检查结果向社会公布！\n")
    rows = compared(before, after)
    assert count_changes(rows) == {"new": 1, "gone": 1, "changed": 1, "same": 1}
    changed = next(row for row in rows if row.kind == "changed")
    assert [piece.text for piece in changed.before if piece.kind == "gone"] == ["3"]
    assert [piece.text for piece in changed.after if piece.kind == "new"] == ["6"]
    assert "".join(piece.text for piece in changed.after) == "2026年6月底前完成检查工作。"


def test_passages_are_cut_around_matches() -> None:
    """A long clause is cut around its first match, cut ends are shown, personal data is hidden."""
    text = "甲" * 300 + "供水工程联系电话13900001234" + "乙" * 300
    passage = passage_of(Hit(Entry("d1", "p_1", "题名", "一、", text), highlights=((300, 302),)))
    words = "".join(piece.text for piece in passage.pieces)
    assert words.startswith("…甲")
    assert words.endswith("乙…")
    assert "13900001234" not in words
    assert [piece.text for piece in passage.pieces if piece.hit] == ["供水"]
    assert passage.address == "/documents/d1#c-p_1"


def test_pieces_ignore_impossible_places() -> None:
    """Overlapping places and places behind the end are left out, no character is lost."""
    pieces = pieces_of("供水工程", [(0, 2), (1, 3), (3, 9)])
    assert "".join(piece.text for piece in pieces) == "供水工程"
    assert [piece.text for piece in pieces if piece.hit] == ["供水"]


@pytest.mark.parametrize(
    ("given", "query"),
    [
        ({"all": "养老 床位"}, "养老 床位"),
        ({"any": "养老 托育"}, "(养老 或 托育)"),
        ({"phrase": "省级统筹", "none": "试点"}, "“省级统筹” -试点"),
        ({"title": "规划"}, "标题:规划"),
        ({}, ""),
    ],
)
def test_advanced_form_writes_the_query(given: dict[str, str], query: str) -> None:
    """The fields of the advanced form become the one query language."""
    assert composed_query(given) == query


def test_answer_numbers_become_links() -> None:
    """The number behind a sentence leads to its source; a number without a source stays text."""
    basis = Basis("d1", "某规划", "p_2", "二、任务", "到2027年建成。", 0, validity=Validity.IN_FORCE)
    answer = Answer(
        "何时建成", refused=False, text="到2027年建成。[1]见表[7]", bases=(basis,), strength=Strength.DIRECT
    )
    view = answer_view(answer)
    (parts,) = view.paragraphs
    assert [part.chip.address if part.chip else part.text for part in parts] == [
        "到2027年建成。",
        "/documents/d1#c-p_2",
        "见表[7]",
    ]
    assert view.strength.text == "直接依据"


def test_sheets_run_nothing_and_hide_personal_data() -> None:
    """A cell that looks like a formula is text, a telephone number is hidden, and Excel reads the encoding."""
    sheet = Sheet("清单", ("甲", "乙"), [("=1+1", "电话13900001234"), ("@x", None)])
    text = sheet_bytes(sheet, "csv")
    assert text.startswith(b"\xef\xbb\xbf")
    lines = text.decode("utf-8-sig").splitlines()
    assert lines[1].startswith("'=1+1,电话")
    assert "13900001234" not in lines[1]
    assert lines[2] == "'@x,"


def test_who_made_a_proposal_has_not_issued_it() -> None:
    """The proposal that a reply answers has a number and those who made it; a paper has its 文号 and its issuer."""
    text = "您提出的《加固河堤》收悉，根据《节水条例》答复如下。"
    places = [Span(text.index("《"), text.index("》") + 1), Span(text.rindex("《"), text.rindex("》") + 1)]
    cited = (
        Citation(places[0], "加固河堤", "第12号", "某某委员", Relation.REPLIES_TO),
        Citation(places[1], "节水条例", "令第3号", "石桥市人民政府"),
    )
    analysis = Analysis(plain_document(text), Metadata(proposal_title="加固 河堤"), Outline((), ()), facts=cited)
    answered, paper = (dict(view.fields) for view in fact_views(analysis, ("a", "b")))

    assert (answered["编号"], answered["提出者"]) == ("第12号", "某某委员")
    assert (paper["文号"], paper["发文机关"]) == ("令第3号", "石桥市人民政府")
    assert "发文机关" not in answered


def test_what_was_made_is_not_said_to_be_planned() -> None:
    """印发了《…》 and 将出台《…》 are one relation, whose name must hold for both."""
    text = "我厅联合省财政厅印发《节水办法》（石水规〔2025〕4号）。"
    place = Span(text.index("《"), text.index("》") + 1)
    made = Citation(place, "节水办法", "石水规〔2025〕4号", relation=Relation.DRAFTS)
    analysis = Analysis(plain_document(text), Metadata(), Outline((), ()), facts=(made,))

    assert dict(fact_views(analysis, ("a",))[0].fields)["关系"] == "制定"


def test_words_of_comparison_are_of_the_value_alone() -> None:
    """The base beside a target of 2.0以上 is no least value, and the target is told once."""
    text = "再生水利用量 1.2 2.0以上"
    place = Span(text.index("2.0"), len(text))
    row = Indicator(
        place,
        "再生水利用量",
        None,
        Decimal(2),
        "亿立方米",
        Comparison.AT_LEAST,
        Period.parse("2030"),
        IndicatorKind.TARGET,
        baseline=Decimal("1.2"),
        baseline_when=Period.parse("2025"),
        target=Decimal(2),
        target_when=Period.parse("2030"),
    )
    analysis = Analysis(plain_document(text), Metadata(), Outline((), ()), facts=(row,))
    fields = fact_views(analysis, ("a",))[0].fields

    assert ("基期值", "1.2亿立方米（2025年）") in fields
    assert [value for label, value in fields if label == "目标值"] == ["不低于2亿立方米"]
