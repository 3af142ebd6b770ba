"""Which time a value holds for: how one said before carries on to it, and where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

import ingest
from corpus import Indicator
from extract import analyse

REPLY = "关于对石桥市政协第12号提案的答复\n石桥市水利局\n2030年5月10日\n王委员：\n您提出的提案收悉，现答复如下：\n"
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
    # 目前 holds for its own sentence, and for the next ones where it opens the account
    ("我们调整了水价，目前水价已降至3元/吨。新建泵站12座。", [("3元/吨", "2030-05-10"), ("12座", "")]),
    ("目前，试点在两个镇开展。新建泵站12座。", [("12座", "2030-05-10")]),
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
