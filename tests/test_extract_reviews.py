"""Papers on what was heard or done, told by their titles, and what they and plans measure."""

from __future__ import annotations

import pytest

from tests.test_extract_summaries import facts, kinds, values


def test_opinions_on_a_report_tell_what_was_heard() -> None:
    """What an assembly finds of the work of half a year is no task, though the paper is one of opinions."""
    text = (
        "石桥县人大常委会关于2030年上半年计划执行情况的审查意见\n"
        "会议认为，上半年全县供水量完成11.3亿立方米，占年计划的52.6%，同比增长7.1%；水费收入完成4亿元，同比增长13%。\n"
        "会议要求，要加快灌区改造进度。\n"
    )
    assert kinds(text) == ["a", "a", "c"]
    assert [name for _, _, name in values(text)][1:3] == ["供水量占年计划", "供水量同比增长"]


def test_an_account_of_work_without_the_word_for_it() -> None:
    """2030年工作情况 heads an account of one year."""
    text = "石桥水务局2030年工作情况\n建立“专班+联络员”等3项工作机制，推动节水举措落地落实。\n检出水样14种、556例。\n"
    assert kinds(text) == ["a", "a"]


def test_a_table_of_lines_with_a_column_of_units() -> None:
    """指标名称, 单位, two years and 属性: the name stands before the unit."""
    text = (
        "石桥县水利“十四五”规划\n一、主要指标\n指标名称\n单位\n2020年\n2025年\n属性\n渠道总长\n公里\n1256\n1320\n预期性\n"
        "自来水普及率\n%\n88\n96\n约束性\n二、保障措施\n各乡镇要落实责任。\n"
    )
    found = [(one["name"], one["unit"], one["baseline"], one["target"]) for one in facts(text)["indicators"]]
    assert found == [("渠道总长", "公里", 1256, 1320), ("自来水普及率", "%", 88, 96)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("38个计划新开工泵站已开工17个。", ["38个", "17个"]),
        ("稳步开展“十五五”规划编制，完成5个课题申报。", ["5个"]),
        ("组建“八五”普法讲师团，开展普法活动70场。", ["70场"]),
    ],
)
def test_values_of_a_year_that_was_summed_up(sentence: str, expected: list[str]) -> None:
    """They are of that year and have been reached, whatever plan or programme stands beside them."""
    found = facts(f"石桥县水务局2025年工作总结\n{sentence}\n")["indicators"]
    assert [f"{one['value']:g}{one['unit']}" for one in found] == expected
    assert {(one["when"], one["kind"]) for one in found} == {("2025", "actual")}


def test_the_value_before_a_change_is_of_no_year_that_is_named() -> None:
    """由72元提高为73元: only the new one is of the year that is summed up."""
    text = "石桥县水务局2025年工作总结\n供水补助标准由72元/人/月提高为73元/人/月。\n"
    assert [(one["value"], one["when"]) for one in facts(text)["indicators"]] == [(72, None), (73, "2025")]


def test_a_sum_in_the_tasks_of_a_plan_is_a_target() -> None:
    """累计建成 there is no word of the past."""
    text = "石桥县水务局2030年工作计划\n一、重点任务\n新铺供水管道25公里以上，累计建成260公里以上，新增用水户80户；\n"
    assert {one["kind"] for one in facts(text)["indicators"]} == {"target"}


def test_a_plan_of_supervision_hears_reports_to_come() -> None:
    """听取…执行情况的报告 heads a task of the year, and no account."""
    text = (
        "石桥县人大常委会2030年度监督工作计划\n一、听取和审议专项工作报告\n（一）听取和审议关于水利规划执行情况的报告\n"
        "重点是渠道改造和水费收缴。由农业委员会负责组织。\n"
    )
    assert set(kinds(text)) == {"c"}


FIVE = "政府工作报告\n——2022年1月20日在石桥市第九届人民代表大会第二次会议上\n一、过去五年工作回顾\n"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "2021年，全市供水量38万吨，为2016年的2.6倍；水费收入12亿元，比2016年增加7亿元。",
            [("38万吨", "2021"), ("2.6倍", "2021"), ("12亿元", "2021"), ("7亿元", "2021")],
        ),
        ("五年来，渠道投入、塘坝投入（预计，下同）年均分别增长14%、22%，达4亿元、5亿元。", None),
    ],
)
def test_values_compared_with_the_first_of_five_years(sentence: str, expected: list[tuple[str, str]] | None) -> None:
    """为2016年的2.6倍 is of the last year; levels behind rates of growth follow in the order of their names."""
    found = values(FIVE + sentence + "\n")
    if expected is not None:
        assert [(value, when) for value, when, _ in found] == expected
    else:
        names = ["渠道投入年均增长", "塘坝投入年均增长", "渠道投入", "塘坝投入"]
        assert [sorted(name or "") for _, _, name in found] == [sorted(name) for name in names]


def test_rates_that_fall_back_and_the_period_before_a_plan() -> None:
    """回落 and 削减 are rates too; what a plan tells of an earlier period has been done."""
    text = "石桥县水利“十三五”规划\n一、主要任务\n“十二五”期间，全县用水增速、用电增速分别回落5%、22%。\n"
    assert kinds(text) == ["a"]
    assert [sorted(name or "") for _, _, name in values(text)] == [sorted("用水增速回落"), sorted("用电增速回落")]
