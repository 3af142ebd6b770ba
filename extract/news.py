"""Which documents of no other kind are official news, by their headline, their head and what they tell."""

from __future__ import annotations

import re

from corpus import Genre
from extract.genre import is_headline_of_news
from extract.matching import fold
from extract.patterns import SHORT_DAY
from extract.presented_papers import tells_of_papers
from extract.reading import Reading

_HEAD = 600
_TOLD = re.compile(
    r"(?:日|网)(?:讯|电)[ (]|本报[^\n。]{0,12}(?:讯|电|记者)|\(?(?:记者|通讯员)[ :]?[^\n。,]{2,16}\)"
    r"|记者[^。\n]{0,20}获悉"
    r"|(?:^|\n)[^\n。]{0,40}(?:来源|作者|供稿|编辑|责编|浏览次数|点击数)[ ]*:"
    r"|(?:会议|会上|调研组|检查组|督导组|督查组)[^。\n]{0,12}(?:强调|指出|要求),"
)
_OPENING = 160
"""Characters behind the headline in which a news text says when what it tells took place."""
_DAY = re.compile(
    rf"(?:^|[\s,。])(?:近日|日前|昨[天日]|今[天日]|连日来|{SHORT_DAY})"
    r"(?:[上下]午|晚|凌晨)?(?=[,\u4e00-\u9fa5])(?![至到前起止内以])"
)
"""日前,县水利局…; 2月11日,公安局…: the day without its year, which papers give."""
_ADDRESSES = re.compile(r"尊敬的|各位|亲爱的|您好|你好|网友|市民朋友|居民朋友|[^,。\n]{2,40}:[ ]*(?:\n|$)")
"""How letters, appeals and papers address their readers."""
_PAPER = re.compile(r"《[^《》]*》")
_NO_HEADLINE = re.compile(r"关于|通知|公告|方案|办法|意见|报告|总结|汇报|规划|要点|答复|函$|(?:计划|情况)$")
_HEADLINE = re.compile(
    r"召开|举行|举办|开展|启动|开工|竣工|投用|调研|督导|检查|坚持|推进|加强|通报|介绍|获评|荣获|入选|增长|突破|超额|印发|出台"
    r"|部署|推广|推行|推出|开通|开辟|上线|优化|保障|支持|助力|免收|恢复|提供|实施|要求|督办|引领|护航|筑牢|打赢|助推|抗击|在行动"
    r"|亮点$|动态$|纪实$|侧记$|:|\d[\d.]*(?:%|[万亿余多]?[个项家人亿元])"
)
"""What a headline tells that somebody did, and no title of a paper says."""


def _tells_of_a_day(reading: Reading) -> bool:
    """Whether a text that addresses nobody opens with what took place on a day without a year."""
    title = fold(reading.metadata.title or "")
    start = max(0, reading.folded.find(title)) + len(title)
    opening = reading.folded[start : start + _OPENING]
    return _DAY.search(opening) is not None and _ADDRESSES.search(opening) is None


def explains_a_paper(reading: Reading) -> bool:
    """Whether a document is an explanation (政策解读) of a paper, and so tells what that lays down."""
    return reading.metadata.genre is Genre.OTHER and reading.metadata.genre_word == "解读"


def is_news(reading: Reading) -> bool:
    """Whether a document of no other genre is an official news text, by its headline, its head, or what it tells."""
    if explains_a_paper(reading):
        return True
    if reading.metadata.genre is not Genre.OTHER or reading.metadata.genre_word is not None:
        return False
    if tells_of_papers(reading.folded):
        return True
    title = fold("".join((reading.metadata.title or "").split()))
    if title and is_headline_of_news(title):
        return True
    if title and _NO_HEADLINE.search(_PAPER.sub("", title)) is not None:
        return False
    if _tells_of_a_day(reading):
        return True
    return (bool(title) and _HEADLINE.search(title) is not None) or _TOLD.search(
        reading.folded, 0, len(title) + _HEAD
    ) is not None
