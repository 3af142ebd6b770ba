"""Indicators of tables, their grid kept or lost."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from corpus import Block, BlockKind, Cell, Document, Indicator, Metadata, Outline, PartialDate, Span, Table
from extract.headings import find_outline
from extract.indicators import find_indicators
from extract.matching import fold
from extract.reading import Reading
from tests.conftest import plain_document


def with_table(rows: list[list[str]], merged: dict[tuple[int, int], tuple[int, int]] | None = None) -> Document:
    """A document that is one table; `merged` gives the reach of cells that take several places."""
    text, cells = "", []
    for row, words in enumerate(rows):
        for column, cell in enumerate(words):
            if cell is None:
                continue
            rowspan, colspan = (merged or {}).get((row, column), (1, 1))
            cells.append(Cell(Span(len(text), len(text) + len(cell)), row, column, rowspan, colspan))
            text += cell + "\n"
    table = Table(tuple(cells), len(rows), max(map(len, rows)))
    block = Block(BlockKind.TABLE, Span(0, len(text)), table=table)
    return replace(plain_document(text), blocks=(block,))


def indicators(document: Document) -> list[Indicator]:
    """The indicators of a document of 2022."""
    folded = fold(document.text)
    metadata = Metadata(written_on=PartialDate(2022, 4, 8))
    return list(find_indicators(Reading(document, folded, metadata, find_outline(document, folded)), ()))


def test_a_row_of_base_and_target() -> None:
    """Name without its unit, base, target, years and nature; the value is the target."""
    rows = [
        ["指标名称", "2020年", "2025年", "指标属性"],
        ["绿化覆盖率（%）", "38左右", "≥42", "约束性"],
        ["养老床位（张）", "—", "1,200", "预期性"],
    ]
    first, second = indicators(with_table(rows))
    assert (first.name, str(first.value), first.unit, first.comparison.value) == ("绿化覆盖率", "42", "%", ">=")
    assert (str(first.baseline), str(first.baseline_when), str(first.target_when)) == ("38", "2020", "2025")
    assert (first.nature, first.kind.value, first.from_table) == ("约束性", "target", True)
    assert (second.baseline, str(second.target), second.unit) == (None, "1200", "张")


def test_a_target_in_words_leaves_the_base() -> None:
    """Where the target is no number the row's value is that of the base year."""
    rows = [["指标", "2020年", "2025年", "属性"], ["基金收入（亿元）", "7.98", "与发展水平相适应", "预期性"]]
    (one,) = indicators(with_table(rows))
    assert (str(one.value), str(one.when), one.kind.value, one.target) == ("7.98", "2020", "actual", None)


def test_units_in_a_column_of_their_own() -> None:
    """A column 单位 gives the unit; categories that reach over rows are no names."""
    rows = [
        ["类别", "指标", "单位", "基期值", "目标值"],
        ["经济", "粮食产量", "万吨", "9", "10"],
        [None, "旅游收入", "亿元", "30", "50"],
    ]
    found = indicators(with_table(rows, {(1, 0): (2, 1)}))  # type: ignore[arg-type]
    assert [(one.name, one.unit, str(one.baseline), str(one.target)) for one in found] == [
        ("粮食产量", "万吨", "9", "10"),
        ("旅游收入", "亿元", "30", "50"),
    ]


def test_a_table_of_data_has_the_unit_in_the_head() -> None:
    """Columns with units are measured for each row."""
    rows = [["县区", "面积（平方公里）", "户数（户）"], ["青石镇", "35.2", "1200"], ["白沙乡", "41", "980"]]
    found = indicators(with_table(rows))
    assert [(one.subject, one.name, str(one.value), one.unit) for one in found][:2] == [
        ("青石镇", "面积", "35.2", "平方公里"),
        ("青石镇", "户数", "1200", "户"),
    ]


def test_a_table_that_lost_its_grid() -> None:
    """One cell a line is read as well."""
    lines = [
        "2020",
        "2025",
        "指标属性",
        "生态环境",
        "森林覆盖率（%）",
        "51",
        "53",
        "约束性",
        "污水处理率（%",
        "90",
        "95",
        "预期性",
    ]
    found = indicators(plain_document("\n".join(["专栏1 主要指标", *lines]) + "\n"))
    assert [(one.name, str(one.baseline), str(one.target), one.nature) for one in found] == [
        ("森林覆盖率", "51", "53", "约束性"),
        ("污水处理率", "90", "95", "预期性"),
    ]


def test_a_table_of_tasks_is_no_table_of_indicators() -> None:
    """Without years, units or natures nothing is taken from the columns; the words of the cells are still read."""
    rows = [["序号", "任务", "责任单位"], ["1", "建成养老机构12家", "民政局"]]
    assert [(one.name, one.from_table) for one in indicators(with_table(rows))] == [("建成养老机构", False)]


@given(
    st.lists(
        st.lists(
            st.sampled_from(["指标", "2020年", "目标值", "12%", "", "—", "约束性", "3-5", "(%)", "甲"]),
            min_size=1,
            max_size=5,
        ),
        min_size=1,
        max_size=6,
    )
)
def test_no_table_is_too_strange(rows: list[list[str]]) -> None:
    """Ragged and empty tables give indicators with spans in the text, or none."""
    document = with_table(rows)
    reading = Reading(document, fold(document.text), Metadata(), Outline((), ()))
    for one in find_indicators(reading, ()):
        assert 0 <= one.span.start <= one.span.end <= len(document.text)
