"""Indicators of things counted before what is told of them, and of the parts of one sentence."""

from __future__ import annotations

import pytest

from tests.test_extract_indicators import brief, indicators


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新建5所高中，改造3所初中。", ["新建高中 =5所", "改造初中 =3所"]),
        ("共有320家企业参与，5家国有。", ["企业参与 =320家", "国有 =5家"]),
        ("供水19个项目开工7个。", ["项目 =19个", "项目/开工 =7个"]),
        ("31条建议中已研究采纳27条。", ["建议 =31条", "建议/研究采纳 =27条"]),
        ("石桥灌区4条干渠总长21.6km。", ["石桥灌区/干渠 =4条", "干渠/总长 =21.6km"]),
        ("15所学校改造已完成8所（53%）。", ["学校改造 =15所", "学校改造 =8所", "学校改造占比 =53%"]),
        ("20项规划由各单位组织评估。", ["规划 =20项"]),
        ("累计确诊病例中，昆明市5例、玉溪市8例。", ["昆明市/累计确诊病例 =5例", "玉溪市/累计确诊病例 =8例"]),
        ("实施过程中，昆明市5个、玉溪市8个。", ["昆明市 =5个", "玉溪市 =8个"]),
        ("30项实事中不设年度目标。", ["实事 =30项"]),
        (
            "粮食面积45万亩，超计划2万亩，产量17万吨。",
            ["粮食面积 =45万亩", "粮食面积/超计划 =2万亩", "粮食面积/产量 =17万吨"],
        ),
        ("工业投入继续加大，达到3亿元。", ["工业投入 =3亿元"]),
        ("自营出口额3亿元。", ["自营出口额 =3亿元"]),
        ("年发电量3.4亿度。", ["年发电量 =3.4亿度"]),
        ("清单涵盖12大项42个小项。", ["清单涵盖 =12大项", "小项 =42个"]),
        ("建设3大工程，形成6大机制。", ["工程 =3", "机制 =6"]),
        ("市政府部署了五个工程、八项任务。", ["工程 =5个", "任务 =8项"]),
        ("巡渠队员都是水利专业的技术人员，有300多名。", ["水利专业的技术人员 >=300名"]),
        ("排查的漏水问题，已完成18项。", ["漏水问题完成 =18项"]),
        ("石桥小学、云岭小学学生宿舍，总共150间。", ["云岭小学学生宿舍 =150间"]),
        ("节水面积占比也在稳步提升，由31%提升到36%。", ["节水面积占比 =31%", "节水面积占比 =36%"]),
        ("全县新增1900户（累计约5200户）。", ["全县/新增 =1900户", "全县/累计新增 ~5200户"]),
        ("打造2个300亿元产值园区。", ["300亿元产值园区 =2个", "产值 =300亿元"]),
        ("新建一个90平方米的阅览室。", ["阅览室面积 =90平方米"]),
        ("签订13个方面、50个事项协议，重点抓好9个方面工作。", ["方面 =13个", "事项协议 =50个"]),
        ("指出了4个方面的问题，共和村断面指标为5毫克/升。", ["问题 =4个", "共和村断面指标 =5毫克/升"]),
        ("整治山塘7口，培训23期，2022年11期简报印发。", ["整治山塘 =7口", "培训 =23期"]),
        ("15项重点工程24个项目开工。", ["重点工程 =15项", "项目开工 =24个"]),
        ("城乡三项保险参保率达95%。", ["城乡三项保险参保率 =95%"]),
        ("城乡供水倍差从2.31缩小到1.87。", ["城乡供水倍差 =2.31", "城乡供水倍差 =1.87"]),
        ("护渠补贴标准：由每人每月50元提高到70元。", ["护渠补贴标准 =50元", "护渠补贴标准 =70元"]),
        ("联系电话：10个。", []),
        ("整修街巷230条（段）及老旧渠道15条。", ["整修街巷 =230条（段）", "老旧渠道 =15条"]),
        ("市人大常委会17次会议通过，考核居后50名，党的20大召开。", []),
    ],
)
def test_things_counted_and_what_is_told_of_them(text: str, expected: list[str]) -> None:
    """The noun ends before what is told of it, and a value right behind is of the things counted."""
    assert [brief(one) for one in indicators(text)] == expected


def test_a_time_governs_the_parts_of_its_sentence() -> None:
    """What a month heads goes on behind a semicolon; behind the full stop only where figures are reported."""
    found = indicators("2022年3月，全市客流增长4%；货运增长3%。")
    assert [str(one.when) for one in found] == ["2022-03", "2022-03"]


@pytest.mark.parametrize(
    "text",
    [
        "计划新建水厂5座，其中：石桥镇2座；改造管网6公里。",
        "今年的主要任务是：计划新建水厂5座；改造管网6公里。维修机井3眼。",
    ],
)
def test_parts_of_what_is_planned_are_planned(text: str) -> None:
    """A plan goes on behind its semicolons, 其中 and, where tasks are listed, in the whole paragraph."""
    assert {one.kind.value for one in indicators(text)} == {"target"}


def test_how_many_are_done_is_of_what_the_sentence_before_counts() -> None:
    """A value alone in its sentence with 已 is of the things counted before it, in the same unit."""
    found = indicators("计划改造小区20个。目前已完成12个。已完成3公里。")
    assert [(brief(one), one.kind.value) for one in found] == [
        ("改造小区 =20个", "target"),
        ("改造小区 =12个", "actual"),
    ]


def test_the_plan_that_a_share_is_of_makes_no_plan_of_it() -> None:
    """How much of a plan is done has been done; so have aims that a heading says are reached."""
    found = indicators("全县已招募志愿者300人，占计划人数的56%。")
    assert [one.kind.value for one in found] == ["actual", "actual"]
    found = indicators("6个项目完成全年目标\n累计完成培训90场。\n", headings=("6个项目完成全年目标",))
    assert [one.kind.value for one in found] == ["actual"]
