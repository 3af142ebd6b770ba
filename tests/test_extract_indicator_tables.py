"""Indicators of tables, their grid kept or lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Block, BlockKind, Cell, Document, Indicator, Metadata, Outline, PartialDate, Span, Table
from extract import analyse
from extract.indicators.find import find_indicators
from extract.matching import fold
from extract.outline.headings import find_outline
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


def test_years_between_base_and_target_are_kept() -> None:
    """A mid-term table: what was reached on the way stands beside the row of base and target."""
    rows = [
        ["序号", "指标", "单位", "2020年实际", "2023年完成", "2025年目标", "属性"],
        ["1", "粮食产量", "万吨", "9", "9.6", "10", "约束性"],
    ]
    found = indicators(with_table(rows))
    assert [(str(one.value), str(one.when), one.kind.value) for one in found] == [
        ("9.6", "2023", "actual"),
        ("10", "2025", "target"),
    ]
    assert (str(found[1].baseline), str(found[1].baseline_when)) == ("9", "2020")


def test_a_column_of_tasks_is_to_come_and_one_beside_the_base_has_its_own_measure() -> None:
    """建设任务 of the year of issue is a target; 扩建 between base and task is named by its head."""
    rows = [
        ["乡镇", "2021年建设人数", "扩建", "分年度建设任务", None],
        [None, None, None, "2022年", "2023年"],
        ["石桥镇", "20人", "5人", "25人", "30人"],
    ]
    merged = {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (2, 1), (0, 3): (1, 2)}
    found = indicators(with_table(rows, merged))  # type: ignore[arg-type]
    assert [(one.subject, one.name, str(one.value), one.kind.value) for one in found] == [
        ("石桥镇", "扩建", "5", "actual"),
        (None, "石桥镇", "25", "target"),
        (None, "石桥镇", "30", "target"),
    ]


def test_heads_of_two_rows_and_several_targets() -> None:
    """规划目标 over 2025年 and 2030年: each is a target of its own, from the same base."""
    rows = [
        ["指标", "现状值（2020年）", "规划目标", None, "属性"],
        [None, None, "2025年", "2030年", None],
        ["粮食产量（万吨）", "9", "10", "12", "约束性"],
    ]
    merged = {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2), (0, 4): (2, 1)}
    found = indicators(with_table(rows, merged))  # type: ignore[arg-type]
    assert [(str(one.target), str(one.target_when), str(one.baseline)) for one in found] == [
        ("10", "2025", "9"),
        ("12", "2030", "9"),
    ]


def test_a_caption_over_the_heads() -> None:
    """A first row that reaches over all columns is no head."""
    rows = [
        ["专栏1 主要指标", None, None, None],
        ["指标", "2020年", "2025年", "属性"],
        ["1.林地（亩）", "9", "10", "预期性"],
    ]
    (one,) = indicators(with_table(rows, {(0, 0): (1, 4)}))  # type: ignore[arg-type]
    assert (one.name, str(one.baseline), str(one.target)) == ("林地", "9", "10")


def test_a_row_for_each_year() -> None:
    """Where the rows are years, the columns say what is measured."""
    rows = [["年份", "产值（亿元）", "户数（户）"], ["2019", "35.2", "1200"], ["2020年", "41", "980"]]
    found = indicators(with_table(rows))
    assert [(one.name, str(one.value), str(one.when)) for one in found] == [
        ("产值", "35.2", "2019"),
        ("户数", "1200", "2019"),
        ("产值", "41", "2020"),
        ("户数", "980", "2020"),
    ]


def test_a_value_in_the_column_of_growth() -> None:
    """A row without levels has its target in the column of yearly or total growth."""
    rows = [
        ["指标", "单位", "2020年", "2025年", "年均增长（%）", "指标属性"],
        ["单位产值能耗降低", "%", "—", "—", "[13.5]", "约束性"],
        ["注：[ ]内为五年累计数", "", "", "", "", ""],
    ]
    (one,) = indicators(with_table(rows))
    assert (one.name, str(one.target), one.unit, one.nature) == ("单位产值能耗降低", "13.5", "%", "约束性")


def test_the_unit_before_the_table_holds_for_its_columns() -> None:
    """单位：万元 above a table of money; a budget is still to be reached."""
    rows = [["项目（单位：万元）", "2022年决算数", "2023年预算数"], ["林业支出", "1000", "1050"]]
    (one,) = indicators(with_table(rows))
    assert (one.name, str(one.value), one.unit, str(one.when)) == ("林业支出", "1050", "万元", "2023")


def test_money_is_no_unit_of_what_is_counted() -> None:
    """单位：亿元 holds for the sums and not for the number of projects; the years of building are no value."""
    rows = [["类别（单位：亿元）", "项目数", "建设年限", "总投资"], ["供水", "12", "2026-2028年", "35.6"]]
    (one,) = indicators(with_table(rows))
    assert (one.name, one.subject, str(one.value), one.unit) == ("总投资", "供水", "35.6", "亿元")


def test_the_head_of_a_share_has_its_own_unit() -> None:
    """完成率（%） beside values in 公里."""
    rows = [["指标", "单位", "2020年目标", "2020年完成", "完成率（%）"], ["管网长度", "公里", "120", "118", "98.3"]]
    share = indicators(with_table(rows))[-1]
    assert (share.name, share.subject, share.unit) == ("完成率", "管网长度", "%")


def test_the_unit_of_a_head_goes_before_that_of_the_row() -> None:
    """单价（元） of what is counted in 台; a rise is in % beside volumes."""
    rows = [["项目", "单位", "数量", "单价（元）", "同比（%）"], ["水泵", "台", "35", "20000", "+2.5"]]
    assert [(one.name, one.unit) for one in indicators(with_table(rows))] == [
        ("数量", "台"),
        ("单价", "元"),
        ("同比", "%"),
    ]


def test_growth_between_two_years_is_no_value_of_either() -> None:
    """2025年比2020年增长（%）."""
    rows = [["指标", "2020年", "2025年", "2025年比2020年增长（%）"], ["供水能力（万吨）", "120", "150", "25"]]
    (one,) = indicators(with_table(rows))
    assert (str(one.value), one.unit) == ("150", "万吨")


@pytest.mark.parametrize("gap", [" ", "\t"])
def test_a_row_a_line(gap: str) -> None:
    """Base, target, year and nature of rows that stand each on one line."""
    rows = (
        ("序号", "指标", "单位", "2020年", "2025年", "属性"),
        ("1", "绿化覆盖率", "%", "38", "≥42", "约束性"),
        ("2", "能耗下降", "%", "—", "〔13.5〕", "约束性"),
    )
    text = "专栏1 主要指标\n" + "".join(gap.join(row) + "\n" for row in rows)
    first, second = indicators(plain_document(text))
    assert (first.name, str(first.baseline), str(first.target), str(first.target_when)) == (
        "绿化覆盖率",
        "38",
        "42",
        "2025",
    )
    assert (second.name, second.baseline, str(second.target), second.unit) == ("能耗下降", None, "13.5", "%")


def test_a_table_that_runs_over_a_page() -> None:
    """The part on the next page, without heads, is read with those of the first part."""
    heads, first, second = (
        ["指标", "2020年", "2025年", "属性"],
        ["产值（亿元）", "9", "10", "预期性"],
        ["林地（亩）", "7", "8", "约束性"],
    )
    one, other = with_table([heads, first]), with_table([second, ["湿地（亩）", "3", "4", "约束性"]])
    text = one.text + "— 5 —\n" + other.text
    shift = len(text) - len(other.text)
    table = other.blocks[0].table
    assert table is not None
    moved = Table(tuple(replace(c, span=Span(c.span.start + shift, c.span.end + shift)) for c in table.cells), 2, 4)
    blocks = (
        one.blocks[0],
        Block(BlockKind.FURNITURE, Span(len(one.text), shift)),
        Block(BlockKind.TABLE, Span(shift, len(text)), table=moved),
    )
    found = indicators(replace(plain_document(text), blocks=blocks))
    assert [(one.name, str(one.target)) for one in found] == [("产值", "10"), ("林地", "8"), ("湿地", "4")]


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


def test_a_head_of_what_was_reached_in_a_year() -> None:
    """2030年完成 heads the base values of a table without its grid; a dash is no unit."""
    heads = ["指标名称", "单位", "2030年完成", "2035年目标", "年均增长", "指标属性"]
    rows = [["林草覆盖率", "%", "62", "70", "—", "约束性"], ["用水系数", "—", "0.61", "0.65", "1.2%", "预期性"]]
    found = indicators(plain_document("\n".join([*heads, *rows[0], *rows[1]]) + "\n"))
    assert [(one.name, str(one.baseline), str(one.value), one.unit, one.nature) for one in found] == [
        ("林草覆盖率", "62", "70", "%", "约束性"),
        ("用水系数", "0.61", "0.65", None, "预期性"),
    ]


@pytest.mark.parametrize(("head", "when"), [("2026年6月底实际值", "2026-06"), ("2026年1-6月实际值", "2026")])
def test_a_head_may_name_a_month(head: str, when: str) -> None:
    """A value of the middle of a year holds for the month; the months up to it are no month."""
    rows = [["指标名称", "2023年基期值", head, "2028年目标值"], ["供水普及率(%)", "80", "85", "95"]]
    assert when in [str(one.when) for one in indicators(with_table(rows))]


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


def test_a_table_without_words_tells_nothing() -> None:
    """It is no paragraph, and a document may hold nothing else."""
    analysis = analyse(with_table([["", ""]]))
    assert (analysis.facts, analysis.outline.clauses) == ((), ())
