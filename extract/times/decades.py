"""Decades and runs of years: 上世纪80年代, 上世纪90年代以来, 从1986年起的后10年里."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus import PartialDate, Span
from extract.times.date_grammar import number
from extract.times.phrases import Phrase

_DECADE = re.compile(
    r"""
    (?P<since_before> [自从] )?
    (?P<century> 上个?世纪 | 20世纪 | 二十世纪 | 本世纪 | 21世纪 | 二十一世纪 )? [ ]?
    (?P<tens> [1-9]0 | [二三四五六七八九]十 ) 年代
    (?P<part> 初期?(?!步) | 中后?期 | 末期? | [前后]期 | 之?前 | 以前 )?
    (?P<since> 以来 | 起 | 开始 )?
    """,
    re.VERBOSE,
)
_RUN = re.compile(
    r"(?:开始)?,?(?:的|往后|此后|之后|以后|后)+[ ]?"
    r"(?P<count>\d{1,2}|[一二两三四五六七八九十]{1,3})年(?:里|内|间|中|时间)"
)


def read_decade(text: str, at: int) -> Phrase | None:
    """The decade whose words start at `at` of folded `text`; a part of one (初期) has no dates of its own."""
    match = _DECADE.match(text, at)
    if match is None:
        return None
    tens = number(match["tens"])
    first = (2000 if (match["century"] or "").startswith(("本", "21", "二十一")) else 1900) + tens
    span = Span(at, match.end())
    if match["part"]:
        return Phrase(span, None, None)
    if match["since"] or match["since_before"]:
        return Phrase(span, PartialDate(first), None, after="since")
    return Phrase(span, PartialDate(first), PartialDate(first + 9), after="during")


def run_on(text: str, phrase: Phrase) -> Phrase:
    """The phrase with the run of years behind its start, if there is one."""
    match = _RUN.match(text, phrase.span.end) if phrase.after == "start" and phrase.start else None
    if match is None or phrase.start is None:
        return phrase
    end = PartialDate(phrase.start.year + number(match["count"]))
    return replace(phrase, span=Span(phrase.span.start, match.end()), end=end, ranged=True, after="during")
