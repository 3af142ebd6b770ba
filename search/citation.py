"""An article that a query names: 某某条例第十二条."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from search.folding import squeeze
from search.numerals import to_arabic, to_chinese

_ARTICLE = re.compile(
    r"""
    (?P<before>.{0,60}?)
    第\s?(?P<number>[0-9]{1,4}|[〇零一二两三四五六七八九十百千]{1,9})\s?条
    (?P<branch>之[一二三四五六七八九十])?
    """,
    re.VERBOSE | re.DOTALL,
)
# 农作物种子条例第三十三条 · 《种子条例》第33条 · 第十七条之一


@dataclass(frozen=True, slots=True)
class ArticleCitation:
    """An article, and the words before it, among them the title of its law where they name one.

    Attributes:
        before: squeezed words before the ordinal.
        label: the ordinal in Chinese figures, as laws write it: 第三十三条.
    """

    before: str
    label: str

    def names(self, title: str) -> bool:
        """Whether this squeezed title stands before the ordinal, with or without the country's name."""
        short = title.removeprefix("中华人民共和国")
        return bool(short) and short in self.before


def article_titles(article: ArticleCitation, titles: Iterable[str]) -> list[str]:
    """Those of the titles that the citation names, the longest alone: 种子条例实施细则 rather than 种子条例."""
    named = {title: len(squeeze(title)) for title in titles if article.names(squeeze(title))}
    longest = max(named.values(), default=0)
    return [title for title, length in named.items() if length == longest]


def find_article(text: str) -> ArticleCitation | None:
    """The first article that a text names together with what it is an article of; None if there is none."""
    match = _ARTICLE.search(text)
    if match is None or not match["before"].strip():
        return None
    number = match["number"]
    value = int(number) if number.isascii() else to_arabic(number)
    if not value:
        return None
    return ArticleCitation(squeeze(match["before"]), f"第{to_chinese(value)}条{match['branch'] or ''}")
