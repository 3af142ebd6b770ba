"""Work summaries, alone or with the plan of the next year, and what reports and plans measure: read as whole papers."""

from __future__ import annotations

import pytest

from corpus.facts_form import Row, facts_form
from extract import analyse
from tests.conftest import plain_document


def facts(text: str) -> Row:
    """All facts of a text in the form of the command line."""
    return facts_form(analyse(plain_document(text)))


def kinds(text: str) -> list[str]:
    """The first letters of the kinds of the statements, in order."""
    return [one["kind"][0] for one in facts(text)["statements"]]


SUMMARY = (
    "石桥县水务局2030年工作总结和2031年工作计划\n"
    "2030年，我局认真落实县委、县政府部署，各项工作取得显著成效。\n"
    "一、2030年工作总结\n（一）灌区改造加快推进\n坚持防汛抗旱并重，努力提升供水能力。\n"
    "全年整修渠道38公里，发放补助资金96.4万元。\n"
    "二、存在的问题\n一是专业力量不足，设施老化问题依然存在。\n"
    "三、2031年工作打算\n（一）加快项目建设\n新建蓄水池12座，6月底前完成主体工程。\n"
)


def test_a_summary_with_the_plan_of_the_next_year_tells_both() -> None:
    """What stands under 工作总结 has been done, what stands under 工作打算 is to be done."""
    found = facts(SUMMARY)

    assert found["document"]["genre"] == "report"
    assert kinds(SUMMARY) == ["a", "a", "a", "c"]
    assert [one["kind"] for one in found["indicators"]] == ["actual", "actual", "target"]


def test_a_summary_looks_back_under_headings_that_tell_nothing() -> None:
    """Neither 清理非法取水 nor words of the police say that something was done; the kind of paper does."""
    text = (
        "石桥市水务局2030年工作总结\n清理非法取水\n"
        "这一年，我们紧盯取水许可关口不放松，严格执行计量制度和巡查制度。\n封堵水井109眼，约谈业主98人；\n"
    )
    assert kinds(text) == ["a", "a"]


def test_a_summary_may_end_with_the_year_to_come() -> None:
    """2031年…要… in a summary of 2030 is to be done."""
    text = (
        "石桥市节水工程2030年工作总结\n在全市上下共同努力下，节水工程扎实推进，超额完成了年初目标任务。\n"
        "2031年各级水务部门要继续突出节水优先，实施好渠道改造项目。\n"
    )
    assert kinds(text) == ["a", "c"]


@pytest.mark.parametrize("heading", ["2031年工作谋划", "2031年工作", "2031年怎么干"])
def test_a_section_on_the_year_behind_the_one_summed_up_is_to_come(heading: str) -> None:
    """In a summary of 2030 a chapter on 2031 sets tasks, whatever it is called, unless it says that it looks back."""
    text = (
        "石桥县水务局2030年工作总结\n一、2030年主要工作完成情况\n（一）聚焦开源\n整修渠道38公里。\n"
        "二、{}\n（一）强管理\n对水费实行归口管理，强化用水刚性约束。\n"
    )
    assert kinds(text.format(heading)) == ["a", "c"]
    assert kinds(text.format("2031年一季度完成情况")) == ["a", "a"]


def test_a_part_of_a_plan_may_look_back_on_the_last_period() -> None:
    """“十一五”发展情况 heads results, though the paper is a plan."""
    text = (
        "石桥县“十二五”水利发展规划\n一、“十一五”发展情况\n“十一五”期间，全县水利事业取得了长足进步。\n"
        "整修塘坝80多座，建成泵站30处。\n二、主要任务\n（一）建设灌区\n整修塘坝100座。\n"
    )
    assert kinds(text) == ["a", "a", "c"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("截至目前，封堵非法水井470眼，追缴水费487.59万元。", ["a"]),
        ("我们坚持以节水优先为统领，提请审议供水条例3件，办结建议42件，办结率100%。", ["a"]),
        ("剩余3座塘坝也在2030年5月份全部完成整修。", ["a"]),
        ("整修塘坝是留住水源的必由之路，是改善民生的应有担当。", []),
    ],
)
def test_sentences_of_accounts(sentence: str, kind: list[str]) -> None:
    """What tells of work done, and what only praises it."""
    text = f"政府工作报告\n——2031年1月20日在石桥县第九届人民代表大会第二次会议上\n一、2030年工作回顾\n{sentence}\n"
    assert kinds(text) == kind


def values(text: str) -> list[tuple[str, str | None, str | None]]:
    """Value with unit, time and subject with name of each indicator."""
    return [
        (f"{one['value']}{one['unit'] or ''}", one["when"], (one["subject"] or "") + one["name"])
        for one in facts(text)["indicators"]
    ]


def test_values_of_a_summary_are_those_of_its_year() -> None:
    """Neither 截至目前 nor 2030年以来 takes the year of a summary from its values; 全年 is that year."""
    text = "石桥市水务局2030年工作总结\n2030年以来，加强用水管理。截至目前，封堵水井109眼。\n清理取水\n约谈业主98人。\n"
    assert [when for _, when, _ in values(text)] == ["2030", "2030"]


def test_numbered_parts_behind_a_heading_with_a_year_are_of_that_year() -> None:
    """全年 under 一、 behind the line 2029年工作回顾 means 2029."""
    text = (
        "石桥镇政府工作报告\n2029年工作回顾\n过去的一年，全镇农业稳步增收，各村面貌一新，水利不断进步，群众安居乐业。\n"
        "一、一年来，我们着力于水利，发展基础进一步夯实\n全年发放补贴956万元，养蚕1175张。\n"
    )
    found = facts(text)
    assert [one["when"] for one in found["indicators"]] == ["2029", "2029"]
    assert ("全年", "2029") in [(one["quote"], one["start"]) for one in found["times"]]


PLAN = "石桥县节水“十三五”规划\n一、总体目标\n到2020年，滴灌面积达到7.2万亩。\n"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # the year compared with does not end the reach of the goal
        (
            "工业取水量、生活取水量较2015年分别降低17%和9%。节水器具普及率达到90%。",
            [("17", "2020"), ("9", "2020"), ("90", "2020")],
        ),
        # a change: the first value is that of the year before, the second that of the goal
        (
            "到2020年，雨水占用水量的比重由2015年的2.3%提高到3.4%。",
            [("2.3", "2015"), ("3.4", "2020")],
        ),
    ],
)
def test_times_of_goals(sentence: str, expected: list[tuple[str, str]]) -> None:
    """Which year each target is due in."""
    found = [(value.rstrip("%"), when) for value, when, _ in values(PLAN + sentence + "\n")[1:]]
    assert found == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("渠系水利用系数提高到0.63以上。", [("0.63", "渠系水利用系数")]),
        ("每十万人口溺水死亡率控制在2.1以内。", [("2.1", "每十万人口溺水死亡率")]),
        ("改造泵房11.62万㎡。", [("11.62万㎡", "改造泵房")]),
        ("存款、贷款余额双双突破3万亿元。", [("3万亿元", "存款、贷款余额")]),
        ("起数、死亡人数较“十二五”同期分别下降6%、5%。", [("6%", "起数下降"), ("5%", "死亡人数下降")]),
        (
            "水产、水电、航运规模分别达2.31万亿、1.46万亿、7300亿元。",
            [("2.31万亿元", "水产规模"), ("1.46万亿元", "水电规模"), ("7300亿元", "航运规模")],
        ),
        (
            "渠道整修、塘坝整修分别完成年计划的107%、263%。",
            [("107%", "渠道整修完成年计划"), ("263%", "塘坝整修完成年计划")],
        ),
        (
            "总用水量9亿立方米，其中农业用水量6亿立方米，工业用水量3亿立方米，分别占总用水量的67%、33%。",
            [
                ("9亿立方米", "总用水量"),
                ("6亿立方米", "总用水量农业用水量"),
                ("3亿立方米", "总用水量工业用水量"),
                ("67%", "农业用水量占总用水量"),
                ("33%", "工业用水量占总用水量"),
            ],
        ),
        ("连续5个季度居全省前列，信访总量下降9.6%。", [("9.6%", "信访总量下降")]),
    ],
)
def test_what_is_measured(sentence: str, expected: list[tuple[str, str]]) -> None:
    """Values with what they measure."""
    text = f"石桥县水务局2030年工作总结\n{sentence}\n"
    found = [(value.removesuffix(".0"), name or "") for value, _, name in values(text)]
    assert [(value, sorted(name)) for value, name in found] == [(value, sorted(name)) for value, name in expected]


@pytest.mark.parametrize(
    ("sentence", "deadline"),
    [
        ("推动2016年以前动工的泵站尽快竣工，2032年基本完成现有泵站改造。", "2032"),
        ("水价改革扩大到全县，比“十二五”末提高10个百分点。", None),
    ],
)
def test_years_that_are_deadlines(sentence: str, deadline: str | None) -> None:
    """A year that says which things are meant, or with which is compared, is none."""
    text = f"石桥县泵站改造实施方案\n一、主要任务\n{sentence}\n"
    assert [one["deadline"] for one in facts(text)["statements"]] == [deadline]


FIVE_YEARS = (
    "政府工作报告\n——2031年1月20日在石桥省第九届人民代表大会第二次会议上\n一、2030年工作回顾\n"
    "这五年，我们着力兴修水利，供水能力迈上新台阶。\n供水量突破3万吨，新建水库40座，民生用水占比保持在76%以上。\n"
    "过去一年，全省新建水厂4座。\n"
    "二、“十七五”主要目标任务\n供水普及率提升至97%左右。\n三、2031年重点工作\n新建水库9座。\n"
)


def test_a_report_on_five_years_measures_all_of_them() -> None:
    """What was built 这五年 is of the five years, what holds is of the last one; the last year's work is its own."""
    found = [(value, when) for value, when, _ in values(FIVE_YEARS.replace("十七五", "十五五").replace("203", "202"))]
    assert found == [
        ("3万吨", "2020"),
        ("40座", "2016/2020"),
        ("76%", "2016/2020"),
        ("4座", "2020"),
        ("97%", "2030"),
        ("9座", "2021"),
    ]


def test_the_aims_of_a_plan_period_in_a_report_are_due_at_its_end() -> None:
    """A chapter 十五五主要目标任务 between review and next year's work ends the review."""
    kinds_ = [one["kind"] for one in facts(FIVE_YEARS.replace("十七五", "十五五").replace("203", "202"))["indicators"]]
    assert kinds_ == ["actual"] * 4 + ["target"] * 2


def test_the_second_at_which_a_page_was_put_up_is_no_deadline() -> None:
    """2031-01-31 07:00:44 at the head of a report is when it was published."""
    text = "政府工作报告\n——2031年1月27日在石桥省第九届人民代表大会第二次会议上\n2031-01-31 07:00:44\n来源：石桥日报\n"
    assert [one["role"] for one in facts(text)["times"]] == ["event", "event"]


@pytest.mark.parametrize("title", ["青石县2030年依法治水情况报告", "青石县水务局水务公开工作年度报告"])
def test_reports_on_a_year_look_back(title: str) -> None:
    """A report on how things went gives an account up to its tasks, though no heading says so; 一是 is no copula."""
    text = (
        f"{title}\n一、健全机制\n我局坚持以公开为常态，拓展公开广度。一是强化重点领域公开，发布山洪预警信息等。\n"
        "二、下一步打算\n强化水权登记，公开登记结果。\n"
    )
    assert kinds(text) == ["a", "a", "c"]
