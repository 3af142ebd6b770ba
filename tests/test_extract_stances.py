"""What sections are by their headings and by where they stand."""

from __future__ import annotations

import pytest

from corpus import Genre
from extract.outline.stances import default_stance
from extract.statements.section_stances import stances
from tests.readings import read_text


def by_title(text: str, genre: Genre) -> dict[str, str]:
    """The stance of each section by its title."""
    reading = read_text(text, genre)
    found = stances(reading.outline, genre)
    return {section.title: str(found[section.eid]) for section in reading.outline.sections}


def test_numbered_parts_stand_under_the_heading_without_a_number() -> None:
    """In a report a heading without an ordinal holds for the numbered ones behind it, though they are of its level."""
    report = (
        "各位代表：\n现在，我代表县人民政府向大会报告工作，请予审议，并请各位委员提出意见。\n2029年工作回顾\n一年来，全县上下团结奋斗，攻坚克难，各项事业取得新的进展，主要指标好于预期，群众生活继续得到改善。\n一、经济发展稳中有进\n全县生产总值增长百分之五。\n"
        "二、民生保障持续加强\n建成养老机构三家。\n2030年重点工作\n今年是实施规划的重要一年，全县各级各部门要紧紧围绕发展目标，统筹安排各项任务，着力抓好以下工作。\n"
        "一、推动产业升级\n建设两个园区。\n二、改善民生\n新建学校两所。\n"
    )
    found = by_title(report, Genre.REPORT)

    assert found["经济发展稳中有进"] == found["民生保障持续加强"] == "done"
    assert found["推动产业升级"] == found["改善民生"] == "ahead"


def test_what_follows_the_tasks_of_a_report_is_still_to_come() -> None:
    """加强政府自身建设 behind 2030年工作安排 holds tasks."""
    report = (
        "一、2029年工作回顾\n全县生产总值增长百分之五。\n二、2030年工作安排\n要抓好以下工作。\n"
        "三、加强政府自身建设\n自觉接受人大监督。\n"
    )
    assert by_title(report, Genre.REPORT)["加强政府自身建设"] == "ahead"


def test_what_comes_before_the_aims_of_a_plan_is_background() -> None:
    """A first part before 总体要求 describes; the same heading behind it lays down tasks."""
    plan = "一、数据资源\n数据资源日益丰富。\n二、总体要求\n坚持统筹推进。\n三、数据应用\n建设数据平台。\n"
    found = by_title(plan, Genre.PLAN)

    assert (found["数据资源"], found["数据应用"]) == ("account", "ahead")


def test_a_target_may_read_like_a_result() -> None:
    """——转型成效显著 under 发展目标 is a target, 坚持… under 总体要求 a principle."""
    plan = (
        "一、总体要求\n坚持协同推进。各部门加强配合，形成工作合力。\n坚持问题导向。各地查找问题，补齐工作短板。\n"
        "二、发展目标\n——转型成效显著。规模以上企业基本实现数字化转型。\n——基础更加坚实。建成数据平台三十个以上。\n"
    )
    found = by_title(plan, Genre.PLAN)

    assert found["转型成效显著"] == "goal"
    assert found["坚持协同推进"] == "none"


def test_a_background_may_hold_an_account() -> None:
    """发展现状 under 战略环境 reports results."""
    plan = (
        "一、战略环境\n环境复杂。\n（一）发展现状\n已建成三个平台。\n"
        "（二）面临形势\n需求紧迫。\n二、总体要求\n统筹推进。\n"
    )
    found = by_title(plan, Genre.PLAN)

    assert (found["战略环境"], found["发展现状"], found["面临形势"]) == ("none", "account", "none")


def test_headings_of_tasks_may_name_results() -> None:
    """2030年工作重点 is to come; 把优势转化为…成效 under the tasks is one of them."""
    report = (
        "一、2029年工作回顾\n全县生产总值增长百分之五。\n二、2030年工作重点\n要抓好以下工作。\n"
        "（一）深化区域合作，把机遇优势转化为发展成效\n建设两个园区。\n"
    )
    found = by_title(report, Genre.REPORT)

    assert found["2030年工作重点"] == found["深化区域合作，把机遇优势转化为发展成效"] == "ahead"


def test_a_chapter_on_the_plan_of_before_tells_of_it() -> None:
    """Whatever it is called, unless that is a word of background."""
    plan = (
        "一、“十五五”期间发展硕果\n建成水库三座。\n二、“十五五”期间存在的问题\n供水不足。\n"
        "三、“十六五”期间重点工程\n新建水库两座。\n四、衔接“十五五”与“十六五”\n做好项目衔接。\n"
    )
    reading = read_text(plan, Genre.PLAN)
    found = stances(reading.outline, Genre.PLAN, first=2031)

    assert [str(found[section.eid]) for section in reading.outline.sections] == ["done", "none", "ahead", "ahead"]


@pytest.mark.parametrize(
    ("heading", "stance", "in_a_report"),
    [
        ("发展基础", "done", "done"),
        ("主要进展", "done", "done"),
        ("建设成果", "done", "done"),
        ("已采取的措施", "done", "done"),
        ("拟采取的措施", "ahead", "ahead"),
        ("整改落实情况", "done", "done"),
        ("加强渠道管护情况", "ahead", "open"),
        ("夯实产业发展基础", "ahead", "open"),
        ("解决突出问题", "ahead", "open"),
        ("优化发展环境", "ahead", "open"),
        ("整治成效", "done", "done"),
        ("服务业发展现状", "account", "account"),
        ("充分认识重要意义", "none", "none"),
        ("形势分析", "none", "none"),
        ("功能定位", "none", "none"),
        ("指导思想", "none", "none"),
        ("后续工作安排", "ahead", "ahead"),
        ("努力方向", "ahead", "ahead"),
        ("解决办法", "ahead", "ahead"),
        ("工作展望", "ahead", "ahead"),
        ("我局所做的工作", "done", "done"),
        ("工作亮点", "done", "done"),
        ("问题成因", "none", "none"),
        ("规划背景", "account", "account"),
        ("编制目的", "none", "none"),
        ("修订说明", "none", "none"),
        ("启动条件", "none", "none"),
    ],
)
def test_a_heading_that_opens_with_a_verb_sets_a_task(heading: str, stance: str, in_a_report: str) -> None:
    """夯实发展基础 is no account though 发展基础 is; process and result together are a noun again."""
    text = f"一、{heading}\n建设灌区，修缮渠道。\n"

    assert by_title(text, Genre.PLAN) == {heading: stance}
    assert by_title(text, Genre.REPORT) == {heading: in_a_report}


@pytest.mark.parametrize("heading", ["现实基础和发展环境", "产业基础与面临形势"])
def test_what_was_there_before_a_plan_and_its_setting_may_be_told_in_one(heading: str) -> None:
    """Where a heading joins what was reached with what surrounds it, results are told among background."""
    plan = f"第一章 某某\n总则。\n第一节 {heading}\n建成渠道三条。\n第二节 总体要求\n统筹推进。\n"
    assert by_title(plan, Genre.PLAN)[heading] == "account"


def test_a_report_opens_with_the_tasks_of_the_year_gone_by() -> None:
    """That the tasks of a year were completed is no task, at the start of a report or behind that year."""
    heading = "奋力完成2030年各项任务"
    text = f"一、{heading}\n建设灌区，修缮渠道。\n"

    assert by_title(text, Genre.REPORT) == {heading: "done"}
    assert by_title(text, Genre.PLAN) == {heading: "ahead"}


def test_a_heading_that_quotes_a_problem_says_nothing_of_what_stands_below() -> None:
    """针对“任务…”的问题 under 整改情况 heads what was done about it."""
    notice = (
        "关于巡察整改进展情况的报告\n一、反馈问题整改情况\n（一）针对“巡渠任务没有落实”的问题\n供水站增加巡渠人员6名。\n"
        "（二）关于“重点工作进展缓慢”的问题\n泵站已于9月通水。\n"
    )
    found = by_title(notice, Genre.REPORT)
    assert set(found.values()) == {"done"}


@pytest.mark.parametrize(
    ("title", "stance"),
    [("石桥县防汛指挥部令第3号", "ahead"), ("石桥县防汛指挥部令", "ahead"), ("石桥县防汛纪要", "open")],
)
def test_an_order_lays_duties_though_its_genre_tells_none(title: str, stance: str) -> None:
    """What has no other title than that it is an order asks for what it says."""
    assert default_stance(Genre.OTHER, title) == stance
