"""Tables with a cell a line, told by what their columns hold."""

from __future__ import annotations

import pytest

from tests.readings import grids


def lines(rows: list[str]) -> str:
    """Rows of words as lines, a cell each."""
    return "".join("\n".join(row.split("|")) + "\n" for row in rows)


@pytest.mark.parametrize(
    "rows",
    [
        ["指标|单位|2025年|2030年|年均增速（%）", "供水能力|万吨/日|120|150|4.6", "水质达标率|%|98|100|—"],
        ["指标|2025年|2030年", "（1）供水能力（万吨/日）|120|150", "（2）水质达标率（%）|98|100"],
        ["项目|金额", "管网改造|1200", "泵站建设|860", "合计|2060"],
        ["地区|2023年|2024年", "青石县|1200|1250", "云水县|800|820"],
        ["序号|指标|单位|2025年|2030年|责任单位", "1|供水能力|万吨/日|120|150|市水务局", "2|漏损率|%|10|8|市住建局"],
        ["任务|责任单位|完成时限", "编制节水规划|市水务局|2027年6月", "建成智慧平台|市数据局|2028年12月"],
    ],
)
def test_rows_without_numbers_or_natures(rows: list[str]) -> None:
    """Figures stand where their columns are."""
    assert grids("表1\n" + lines(rows) + "第二章 重点任务\n") == [[row.split("|") for row in rows]]


def test_categories_and_remarks_may_be_missing() -> None:
    """A category reaches over the rows below it; a remark is empty."""
    table = lines(
        ["类别|指标|单位|2025年|2030年", "供水|供水能力|万吨|120|150", "达标率|%|98|100", "节水|用水量|万吨|120|110"]
    )
    assert [row[0] for row in grids(table)[0][1:]] == ["供水", "供水", "节水"]
    table = lines(["序号|项目|2026年预算（万元）|备注", "1|管网改造|1200", "2|泵站建设|860|含设备", "3|信息系统|150"])
    assert [row[3] for row in grids(table)[0][1:]] == ["", "含设备", ""]


def test_years_behind_the_heads_stand_below_their_common_head() -> None:
    """A header of two rows comes row by row."""
    (grid,) = grids(
        lines(["序号|指标|单位|规模|属性|2025年|2030年", "1|供水能力|万吨|120|150|预期性", "2|漏损率|%|10|8|约束性"])
    )
    assert grid[1] == ["序号", "指标", "单位", "2025年", "2030年", "属性"]
    assert grid[2] == ["1", "供水能力", "万吨", "120", "150", "预期性"]


@pytest.mark.parametrize(
    "text",
    [
        "目标\n任务\n指标\n数量\n一、总体要求\n二、主要任务\n",
        "指标\n2025年\n2030年\n供水能力\n明显提高\n水质改善\n",
        "项目\n金额\n管网改造\n1200\n第二章 任务\n",
    ],
)
def test_heads_without_rows_are_no_table(text: str) -> None:
    """Words where figures should stand, or a single row, are none."""
    assert grids(text) == []
