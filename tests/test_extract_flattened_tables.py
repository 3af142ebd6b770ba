"""Tables that lost their grid are put together again, and running text is never taken for one."""

from __future__ import annotations

from tests.readings import grids


def test_rows_that_end_with_the_nature_of_an_indicator() -> None:
    """Categories reach over their rows; a value that is missing is the older one; 2025年 is a header, not a value."""
    text = (
        "专栏1 主要指标\n2020年\n2025年\n指标属性\n生态环境\n绿化率(%)\n35\n40\n约束性\n断面达标率(%)\n90\n约束性\n"
        "民生福祉\n床位数(张)\n1200左右\n1500\n预期性\n三、主要任务\n"
    )
    assert grids(text) == [
        [
            ["", "", "2020年", "2025年", "指标属性"],
            ["生态环境", "绿化率(%)", "35", "40", "约束性"],
            ["生态环境", "断面达标率(%)", "", "90", "约束性"],
            ["民生福祉", "床位数(张)", "1200左右", "1500", "预期性"],
        ]
    ]


def test_rows_that_begin_with_a_serial_number() -> None:
    """An addition in brackets goes on with its cell; captions set in single characters fall out."""
    text = (
        "青石县2021年立法计划\n序号\n项目名称\n责任单位\n正\n式\n1\n青石县停车办法\n（修订）\n县公安局\n"
        "2\n青石县节水办法\n县水务局\n预\n备\n1\n青石县养犬办法\n县城管局\n"
    )
    assert grids(text) == [
        [
            ["序号", "项目名称", "责任单位"],
            ["1", "青石县停车办法（修订）", "县公安局"],
            ["2", "青石县节水办法", "县水务局"],
            ["1", "青石县养犬办法", "县城管局"],
        ]
    ]


def test_cells_parted_by_tabs_or_wide_gaps() -> None:
    """Lines with the same number of cells."""
    assert grids("指标\t2020\t2025\n绿化率\t35\t40\n床位数\t1200\t1500\n") == [
        [["指标", "2020", "2025"], ["绿化率", "35", "40"], ["床位数", "1200", "1500"]]
    ]
    assert len(grids("序号  任务  单位\n1  修路  县交通局\n2  植树  县林业局\n")[0]) == 3


def test_prose_and_lists_are_no_tables() -> None:
    """Short lines without a sign of a table stay lines."""
    assert grids("一、总体要求\n二、主要任务\n三、保障措施\n附件1\n名单\n2020年\n2025年\n") == []
    assert grids("青石县财政局  青石县教育局\n2020年1月2日\n") == []
