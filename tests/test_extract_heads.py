"""Heads of pages: blocks whose labels stand alone, headlines of news, lines of the day, titles printed twice."""

from __future__ import annotations

import pytest

from corpus import Metadata
from extract.matching import fold
from extract.metadata import find_metadata
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
]


@pytest.mark.parametrize(("head", "title"), TITLES)
def test_titles(head: str, title: str | None) -> None:
    """The whole title where a path repeats its end; a stroke may part it; an occasion is none."""
    body = "各位代表：\n现在，我代表市人民政府向大会报告工作，请予审议。\n一、工作回顾\n全市各项任务完成。\n"

    assert read(head + body).title == title
