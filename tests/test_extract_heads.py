"""Heads of pages: blocks whose labels stand alone, headlines of news, lines of the day, titles printed twice."""

from __future__ import annotations

import pytest

from corpus import Metadata
from extract.matching import fold
from extract.metadata.find import find_metadata
from tests.conftest import plain_document


def read(text: str) -> Metadata:
    """The metadata of a plain text."""
    return find_metadata(plain_document(text), fold(text))[0]


def test_labels_alone_above_their_values() -> None:
    """Where several labels stand on lines of their own, the lines under them are their values."""
    found = read(
        "关于第5号提案答复的函\n索引号\n000012345/2030-00047\n发文字号\n石水函〔2030〕8号\n发布机构\n石桥市水务局\n"
        "公开日期\n2030年05月16日\n实施日期\n废止日期\n关于第5号提案答复的函\n李某委员：\n您提出的《关于修渠的提案》收悉。\n"
    )

    assert (found.issuer, found.doc_number) == ("石桥市水务局", "石水函〔2030〕8号")
    assert (str(found.published_on), found.written_on) == ("2030-05-16", None)


HEADLINES = [
    "石桥市人民政府印发《全民节水计划（2031—2035年）》\n石桥网8月3日电（记者 李某）日前，市政府印发这一计划。\n",
    "石桥市人民政府关于促进节水的意见发布\n石桥网8月3日电（记者 李某）这一意见19日发布，提出措施。\n",
]


@pytest.mark.parametrize("text", HEADLINES)
def test_the_body_of_a_headline_did_not_issue_the_news(text: str) -> None:
    """News that a body issued a paper are not the body's own."""
    assert read(text).issuer is None


@pytest.mark.parametrize(
    "line",
    [
        " 2031/06/03/ 09:06 来源:石桥晚报 记者 李某",
        "石桥市政府门户网站 www.example.gov.cn 2031年06月03日 来源:石桥市政府门户网站",
    ],
)
def test_the_day_of_the_page(line: str) -> None:
    """The day stands behind the address of the site, or before a stroke and the hour."""
    found = read(f"石桥市召开节水新闻发布会\n{line}\n6月2日,石桥市召开新闻发布会,介绍节水情况,并答记者问。\n")

    assert str(found.published_on) == "2031-06-03"


def test_a_press_conference_bears_no_day_of_writing() -> None:
    """The day on which it was held is no date under a text."""
    found = read("石桥市节水新闻发布会\n2031年1月9日10:00，市政府新闻办召开石桥市节水新闻发布会，发布节水情况。\n")

    assert found.written_on is None


TITLES = [
    (
        "第86号提案的答复\n对政协石桥市第九届委员会第一次会议\n第86号提案的答复\n",
        "对政协石桥市第九届委员会第一次会议第86号提案的答复",
    ),
    ("文字实录|石桥市水务局召开1月新闻发布会\n", "文字实录|石桥市水务局召开1月新闻发布会"),
    ("您的位置: 首页 » 法律法规 »\n\n石桥市节水条例\n", "石桥市节水条例"),  # the path of a page
    ("人民代表大会第二次会议上\n石桥市人民政府市长  李某\n", None),  # what is left of the occasion
    (
        "人大代表建议办理答复\n- 文号:\n- 发布日期: 2031-10-24\n石桥市水务局对市九届人大五次会议第19号建议的答复\n",
        "石桥市水务局对市九届人大五次会议第19号建议的答复",
    ),
    (
        "石桥市人民政府《关于印发石桥市节水规划的通知》\n石桥市人民政府\n关于印发石桥市节水\n规划的通知\n",
        "石桥市人民政府关于印发石桥市节水规划的通知",
    ),
    (" 信息名称  关于第9号提案的答复\n 公开日期  2031-04-07  失效日期\n", "关于第9号提案的答复"),
    ("标 题 | 关于第9号提案的答复 |\n", "关于第9号提案的答复"),
    ("今天是:2031年10月31日 星期三\n工作报告\n2030年石桥县节水工作报告\n", "2030年石桥县节水工作报告"),
    ("欢迎访问石桥县人民政府门户网\n第9号关于修渠的建议\n", "第9号关于修渠的建议"),
    ("索引号000012345/2031-29 成文日期2031-11-21\n关于李某代表建议的回复\n", "关于李某代表建议的回复"),
    ("时间：2031年3月13日\n地点：石桥市新闻发布中心\n参加人：\n市水务局局长 李某某\n", None),
    ("关于2030年计划执行情况\n与2031年计划报告\n", "关于2030年计划执行情况与2031年计划报告"),
]


@pytest.mark.parametrize(("head", "title"), TITLES)
def test_titles(head: str, title: str | None) -> None:
    """The whole title where a path repeats its end; a stroke may part it; an occasion is none."""
    body = "各位代表：\n现在，我代表市人民政府向大会报告工作，请予审议。\n一、工作回顾\n全市各项任务完成。\n"

    assert read(head + body).title == title


@pytest.mark.parametrize(
    ("line", "addressee"),
    [
        ("政协委员王某、李某：\n", "政协委员王某、李某"),
        ("李某代表您好：\n", "李某代表"),
        ("各中小学、幼儿园：\n", "各中小学、幼儿园"),
        ("对县政协九届二次会议第9号提案的答复 李某委员：", "李某委员"),
    ],
)
def test_whom_a_letter_calls_on(line: str, addressee: str) -> None:
    """What they are stands before the names, a greeting behind them, the title on the same line."""
    found = read(f"关于第9号提案的答复\n{line}您提出的《关于修渠的提案》收悉，现答复如下：\n一、办理情况\n渠道已修。\n")

    assert found.addressee == addressee


def test_the_office_below_how_to_reach_it() -> None:
    """A name without a day below the line of contacts signs the letter."""
    found = read(
        "关于第9号提案的答复\n市民政局：\n您提出的《关于修渠的提案》收悉，现答复如下：\n渠道已修。\n联系方式：62704842\n石桥市水务局\n"
    )

    assert found.issuer == "石桥市水务局"


def test_a_conference_that_opens_a_text_is_no_caption() -> None:
    """The day on which a press conference was held begins its report; it is no day of adoption under a title."""
    found = read("2031年10月29日,市水务局召开新闻发布会,介绍节水有关情况。\n一年来,全市建成渠道120公里,惠及3万户。\n")

    assert (found.genre.value, found.written_on) == ("press_briefing", None)


def test_the_end_of_a_consultation_below_several_lines() -> None:
    """Words of opinions stand on the line of the day, whatever number of lines is above it."""
    found = read(
        "石桥市水务局关于公开征求《石桥市节水办法（征求意见稿）》意见的公告\n现将办法公布。\n1.邮箱：某某。\n"
        "2.地址：石桥路1号。\n意见反馈截止时间为2031年4月17日。\n石桥市水务局\n2031年3月17日\n"
    )

    assert str(found.consult_until) == "2031-04-17"


@pytest.mark.parametrize("body", ["石桥国家水务局综合司", "石桥开发区管委会", "石桥县水利建设工作专班"])
def test_offices_that_sign(body: str) -> None:
    """Departments of a ministry, management committees and task forces sign letters."""
    found = read(
        f"关于第9号提案的答复\n李某委员：\n您提出的《关于修渠的提案》收悉，现答复如下：\n渠道已修。\n{body}\n2031年3月5日\n附件：\n"
    )

    assert found.issuer == body
