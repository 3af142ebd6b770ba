"""Which time a value holds for: how one said before carries on to it, and where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

import ingest
from corpus import Indicator
from extract import analyse

REPLY = "关于对石桥市政协第12号提案的答复\n石桥市水利局\n2030年5月10日\n王委员：\n您提出的提案收悉，现答复如下：\n"
BRIEFING = "石桥市供水工作新闻发布会文字实录\n（2030年7月15日）\n"
PLAN = "石桥市“十六五”水利发展规划\n（2031年9月）\n"


def values(text: str, folder: Path) -> list[tuple[str, str]]:
    """Value with unit and time of each indicator of a text."""
    path = folder / "paper.txt"
    path.write_text(text, encoding="utf-8")
    found = [one for one in analyse(ingest.read_file(path)).facts if isinstance(one, Indicator)]
    return [(f"{one.value}{one.unit}", str(one.when or "")) for one in found]


IN_REPLIES = [
    # a deadline is of the deed that it stands with; one that opens its sentence heads what follows
    ("我局要求各镇在2030年底前完成普查。下一步，新建泵站12座。", [("12座", "")]),
    ("8月底前，出台管理办法。新建泵站12座。", [("12座", "")]),
    ("到2031年，管网基本健全。新建泵站12座。", [("12座", "2031")]),
    (
        "到2031年，管网基本健全。新建泵站12座，工期一般为6个月。保证率达90%。",
        [("12座", "2031"), ("6个月", "2031"), ("90%", "2031")],
    ),
    # 目前 holds for its own sentence, and for the next ones where it opens the account
    ("我们调整了水价，目前水价已降至3元/吨。新建泵站12座。", [("3元/吨", "2030-05-10"), ("12座", "")]),
    ("目前，试点在两个镇开展。新建泵站12座。", [("12座", "2030-05-10")]),
    ("供水方面，目前，试点在两个镇开展。新建泵站12座。", [("12座", "2030-05-10")]),  # behind what it is about
    # a deadline amid the account up to a day is of its own words
    (
        "截至4月15日，共排查水厂6座，余下的计划9月底前清零。封停水井12口。",
        [("6座", "2030-04-15"), ("12口", "2030-04-15")],
    ),
    # what begins on a day is of that day in its own clause alone
    ("4月1日起将抄表间隔缩短至15天。", [("15天", "2030-04-01")]),
    ("4月1日起实行新水价，居民用水4元/吨。", [("4元/吨", "")]),
    ("从4月起每月巡查水库36座。", [("36座", "")]),
    ("3月以来检修泵站9座。", [("9座", "2030")]),
    # the time of a deed is not that of what is there by now
    ("水厂2025年全面停产，现有厂房面积约3.1万平方米。", [("3.1万平方米", "")]),
    ("2025年，改造泵站4座，累计供水300万吨。", [("4座", "2025"), ("300万吨", "2025")]),
    # a time that only names a base, or works
    ("到2031年底，力争漏损率在2029年基础上下降2个百分点。", [("2个百分点", "2031")]),
    ("换证用时在2029年8天的基础上又少了35%。", [("8天", "2029"), ("35%", "")]),
    ("去年近期建设工程相继完成，治理河流19条。", [("19条", "2029")]),
    # that of a paper, or the years of a plan, is not that of what it lays down or holds
    ("《供水规划》2029年8月由市政府批复，明确新建小区每百户配建泵房30平方米。", [("30平方米", "")]),
    ("云水水厂已列入市“十六五”供水规划，新建泵站2座。", [("2座", "")]),
    ("2029年修订管理办法，新建泵站2座。", [("2座", "2029")]),
    ("“十六五”期间，按照供水规划新建泵站2座。", [("2座", "2035")]),
    # behind a value the time by which it is or was reached
    ("剩余3处隐患挂牌督办，10月底前清零。", [("3处", "2030-10")]),
    ("5户已于3月底前入住。", [("5户", "2030-03")]),
    ("城区新增泵站26个，9月15日前投入使用。", [("26个", "2030-09-15")]),
    ("现有泵房67座，年内全部安装流量计。", [("67座", "")]),
    ("修蓄水池4座，计划7月动工。", [("4座", "")]),
    ("青石公司的13座泵站正在改造，9月底投运。", [("13座", "")]),
    # 全年 of a year gone by, told as done
    ("2029年，管网建设提速。全年新建管网18公里。", [("18公里", "2029")]),
    ("2029年，管网建设提速。全年计划新建管网18公里。", [("18公里", "2030")]),
    # whole years since one before goes on up to now
    ("去年以来，我们加强维权。一季度受理投诉73件。", [("73件", "2030-01/2030-03")]),
]


@pytest.mark.parametrize(("sentence", "expected"), IN_REPLIES)
def test_times_in_replies(sentence: str, expected: list[tuple[str, str]], tmp_path: Path) -> None:
    """Times of the sentence and of those before it."""
    assert values(REPLY + sentence, tmp_path) == expected


IN_PLANS = [
    ("五年来，水利投入累计达到3亿元。", "2026/2030"),
    ("新建泵站12座。", "2026/2030"),
    ("自来水普及率由91%提高到96%。", "2030"),
    ("岸线绿化率62%。", "2030"),
    ("漏损率比“十四五”末下降3.1个百分点。", "2030"),
    ("下设水厂7座。", ""),
    ("2028年建成水厂7座。", "2028"),
]


@pytest.mark.parametrize(("sentence", "expected"), IN_PLANS)
def test_a_chapter_on_the_plan_before(sentence: str, expected: str, tmp_path: Path) -> None:
    """What was built is of all its years, what holds of the last; the chapters behind say nothing of them."""
    text = f"{PLAN}一、“十五五”主要成就\n{sentence}\n二、主要任务\n新建闸站5座。\n三、保障措施\n加强领导。\n"
    assert [when for _, when in values(text, tmp_path)][-2:] == [expected, ""]


ANNOUNCED = [
    ("现将上半年供水工作主要情况通报如下：", "2030-01/2030-06"),
    ("下面，我向大家通报上半年全省供水有关情况。", "2030-01/2030-06"),
    ("下面，我把今年以来全市供水工作的情况向大家作个介绍。", "2030"),
    ("现将供水工作主要情况通报如下：", ""),
    ("现将7月1日爆管的处置情况通报如下：", ""),
]


@pytest.mark.parametrize(("opening", "expected"), ANNOUNCED)
def test_an_account_announces_its_time(opening: str, expected: str, tmp_path: Path) -> None:
    """It holds up to what is planned, where nothing else tells of a time, and not for rules."""
    text = (
        f"石桥市供水工作新闻发布会文字实录\n（2030年7月15日）\n各位记者：大家好！{opening}\n"
        "管网改造方面，完工小区12个。2月起实行新价，优惠用户300户。办理时限由9个工作日压缩到5个工作日。\n"
        "下一步，新建泵站3座。\n谢谢大家！\n"
    )
    assert [when for _, when in values(text, tmp_path)] == [expected, "", "", "", ""]


def test_an_account_goes_on_behind_an_interim_count(tmp_path: Path) -> None:
    """A day up to which one figure behind another was counted is no time of the sentences behind it."""
    text = (
        f"{BRIEFING}今年上半年，全市供水形势平稳。签约用户3000户，截至6月底已供水2000户。检修泵站12座。\n"
        "截至6月底，全市供水平稳。检修水厂7座。\n"
    )
    assert values(text, tmp_path) == [
        ("3000户", "2030-01/2030-06"),
        ("2000户", "2030-06"),
        ("12座", "2030-01/2030-06"),
        ("7座", "2030-06"),
    ]


def test_parts_of_what_was_counted(tmp_path: Path) -> None:
    """A sentence that looks at the parts of a sum is of its time, in a notice too."""
    text = (
        "石桥市水利局关于加强用水安全的通知\n各县水利局：\n"
        "2030年1月1日至3月20日，全市发生爆管事故17起。从原因看，施工挖断8起，管道老化9起。\n"
        "石桥市水利局\n2030年3月22日\n"
    )
    assert values(text, tmp_path) == [(value, "2030-01-01/2030-03-20") for value in ("17起", "8起", "9起")]


def test_a_section_named_by_a_part_of_the_year(tmp_path: Path) -> None:
    """Its values are of that part, those of the tasks behind it are not."""
    text = (
        "石桥市供水情况\n（2030年7月15日）\n一、供水能力\n日供水能力30万吨。\n"
        "二、上半年主要工作\n检修泵站12座。\n三、下半年工作打算\n新建泵站3座。\n"
    )
    assert [when for _, when in values(text, tmp_path)][1:] == ["2030-01/2030-06", ""]


def test_news_of_a_conference_announce_its_time(tmp_path: Path) -> None:
    """What a briefing tells is of the time that the news of it open with."""
    text = (
        "市水利局召开新闻通报会\n2030-07-19 11:05:36 来源:市水利局办公室\n"
        "7月18日上午,市水利局召开新闻通报会,通报上半年全市供水状况及管网建设进展。以下为通报内容。\n"
        "一、供水状况\n检修泵站12座。\n二、下一步打算\n新建泵站3座。\n"
    )
    assert values(text, tmp_path) == [("12座", "2030-01/2030-06"), ("3座", "")]


def test_the_whole_year_that_a_value_is_aimed_at_for(tmp_path: Path) -> None:
    """下半年 of a sentence is when the aim of the year is worked for."""
    text = f"{BRIEFING}下半年，我们将确保完成新增用户1.5万户的年度目标，检修泵站12座。\n"
    assert values(text, tmp_path) == [("1.5万户", "2030"), ("12座", "2030-07/2030-12")]


def test_years_at_the_end_of_a_line(tmp_path: Path) -> None:
    """In a list without marks the years behind a sum are its own."""
    text = (
        f"{PLAN}一、重点工程\n专栏一　“十六五”重点建设项目\n云水泵站　　2600万元　2032—2033年\n"
        "青石泵站（92个）　1900万元　2034—2035年\n"
    )
    assert values(text, tmp_path) == [("92个", "2034/2035"), ("1900万元", "2034/2035")]


def test_the_years_of_a_plan_by_their_name(tmp_path: Path) -> None:
    """规划期 is the years that the plan is for."""
    text = "石桥市供水规划（2031—2035年）\n一、投资\n规划期总投资约3亿元。\n"
    assert values(text, tmp_path) == [("3亿元", "2031/2035")]


def test_a_budget_is_planned(tmp_path: Path) -> None:
    """A chapter on the budget of the year tells what is planned, one on how it was carried out what was."""
    text = (
        "关于石桥县2029年预算执行情况和2030年预算草案的报告\n——2030年1月8日在县人民代表大会会议上\n"
        "一、2029年预算执行情况\n全县收入完成58亿元。\n二、2030年预算草案\n全县收入63亿元，增长9%。\n"
    )
    path = tmp_path / "paper.txt"
    path.write_text(text, encoding="utf-8")
    found = [one for one in analyse(ingest.read_file(path)).facts if isinstance(one, Indicator)]
    assert [(str(one.when), one.kind.value) for one in found] == [
        ("2029", "actual"),
        ("2030", "target"),
        ("2030", "target"),
    ]


def test_a_briefing_on_the_year_gone_by(tmp_path: Path) -> None:
    """全年 and the months of a briefing of January on how a year went are of that year; parts are of all of it."""
    text = (
        "石桥市政府就2029年用水情况举行新闻发布会\n2030-01-20  来源：石桥网\n"
        "市水利局局长：下面我通报一下2029年用水的主要情况。\n"
        "全年用水量30亿立方米，比上年增长3%。分季度看，一季度增长2%，四季度增长4%。分行业看，农业用水量20亿立方米。\n"
        "12月末，水库蓄水量9亿立方米。\n"
    )
    assert values(text, tmp_path) == [
        ("30亿立方米", "2029"),
        ("3%", "2029"),
        ("2%", "2029-01/2029-03"),
        ("4%", "2029-10/2029-12"),
        ("20亿立方米", "2029"),
        ("9亿立方米", "2029-12"),
    ]


YEARS_OF_PLANS = [
    ("石桥市水利局2030年工作要点", "2030"),
    ("石桥市水利局关于印发2030年《政府工作报告》重点工作任务分工的通知", "2030"),
    ("石桥市2030年供水保障方案", ""),
    ("石桥市2030年—2032年水利重点工作计划", ""),
    ("石桥市水利局2030年工作要点完成情况", ""),
]


@pytest.mark.parametrize(("title", "expected"), YEARS_OF_PLANS)
def test_what_the_tasks_of_a_year_aim_at(title: str, expected: str, tmp_path: Path) -> None:
    """The title of a paper that sets the tasks of one year dates its aims, and not what is there."""
    text = f"{title}\n（2030年2月9日）\n一、工程建设\n新建泵站12座。现有泵站40座。\n"
    assert [when for _, when in values(text, tmp_path)][:2] == [expected, ""]


def test_levels_beside_those_of_two_years(tmp_path: Path) -> None:
    """A change without years behind one that names them is between the same years, up to the next time."""
    levels = "自来水普及率从2025年的91%提高到2030年的96%，漏损率由12%下降到9%。灌溉率由50%提高到60%。"
    assert values(f"{REPLY}{levels}2031年，接管率由70%提高到80%。", tmp_path) == [
        ("91%", "2025"),
        ("96%", "2030"),
        ("12%", "2025"),
        ("9%", "2030"),
        ("50%", "2025"),
        ("60%", "2030"),
        ("70%", ""),
        ("80%", "2031"),
    ]


def test_a_month_by_itself(tmp_path: Path) -> None:
    """4月当月 is that month, not the one of the text."""
    assert values(f"{BRIEFING}4月当月，新增用户300户。\n", tmp_path) == [("300户", "2030-04")]


def test_what_is_left_is_due_behind_its_number(tmp_path: Path) -> None:
    """Its time stands behind it, and it has the name of what was counted; what was reached since is no target."""
    text = "2029年以来，全市累计关停排口109个，其余27个由各地2031年10月底前处置到位。"
    path = tmp_path / "paper.txt"
    path.write_text(f"{PLAN}一、重点任务\n{text}\n二、保障措施\n加强组织领导。\n", encoding="utf-8")
    found = [one for one in analyse(ingest.read_file(path)).facts if isinstance(one, Indicator)]

    assert [(one.name, str(one.kind), str(one.when or "")) for one in found] == [
        ("关停排口", "actual", ""),
        ("其余关停排口", "target", "2031-10"),
    ]
