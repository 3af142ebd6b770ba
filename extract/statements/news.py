"""Which documents of no other kind are official news, by their headline, their head and what they tell."""

from __future__ import annotations

import re

from corpus import Genre
from extract.layout.headlines import is_title_of_paper, tells_of_a_deed, tells_of_rules
from extract.matching import fold
from extract.patterns import BYLINE, SENT, SHORT_DAY
from extract.reading import Reading
from extract.statements.presented_papers import tells_of_papers

_HEAD = 600
_TOLD = re.compile(
    rf"{SENT}|本报[^\n。]{{0,12}}记者|{BYLINE}"
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
    title = fold(reading.metadata.title or "")
    if tells_of_rules(title):
        return True
    title = "".join(title.split())
    if is_title_of_paper(title):
        return False
    return (
        _tells_of_a_day(reading)
        or tells_of_a_deed(title)
        or _TOLD.search(reading.folded, 0, len(title) + _HEAD) is not None
    )
