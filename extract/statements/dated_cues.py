"""Cues of tense where the time that a sentence opens with tells more than its words: 2019年,…, 十五五期间,…."""

from __future__ import annotations

import re

from corpus import Genre
from extract.matching import fold
from extract.metadata.letters import is_reply
from extract.patterns import ORDINAL
from extract.reading import Reading
from extract.statements.cues import Cues, cues_of
from extract.statements.openings import COUNTED, DEED_OF_YEAR, answer_in, own_words
from extract.times.periods_ahead import opens_with_period_ahead, opens_with_period_over
from extract.times.summaries import year_of_summary

_YEAR_WITHIN = 20
"""Characters that `_YEAR` looks at up to 年."""
_YEAR = re.compile(ORDINAL + r"(?:[^,。]{0,8},)?(?:早?在|[从自])?((?:19|20)\d{2})年(?!底前|前|末前)")


_ARRANGED = re.compile(
    ORDINAL + r"(?:(?:其中|同时|此外),?)?(?:(?:(?:19|20)\d{2}年?[-至到])?(?P<year>(?:19|20)\d{2})年度?|今年(?:以来)?),?"
    r"(?![^。;]*(?:将(?![^,。;]{1,40}(?:作为|纳入|列[入为]))|[计规]划(?:安排|投[入资]|下达|筹集)|拟|预计|力争|要(?!求)|应|建议|下半年|年底前))"
    r"[^,。;]{0,30}?(?:财政|省级?|市级?|县级?|州级?|国家|[部厅局委])[^,。;]{0,14}?(?:安排|下达|拨付|投入|补助|统筹|筹集|落实|列支|切块|争取)"
    r"[^,。;]{0,40}?\d[\d.,]*+[余多]?[万亿]?元"
)
"""2030-2031年,省财政安排补助资金5亿元,支持…: money given for years gone by or for the one that runs."""
_BY = re.compile(r"(?<=[月日旬年])[底末初]?前(?:将|即|就)?")
"""3月底前将资金收回: where that day is over, it tells of no time to come."""


class DatedCues:
    """The cues of the sentences of a document that has a date, and may be for a period or sum up a year."""

    __slots__ = ("_as_of", "_period", "_replies", "_spoken", "_summed_up")

    def __init__(self, reading: Reading) -> None:
        self._as_of = reading.as_of
        self._period = reading.metadata.period
        self._replies = is_reply(reading.metadata)
        self._spoken = reading.metadata.genre is Genre.PRESS_BRIEFING
        self._summed_up = year_of_summary(fold(reading.metadata.title or ""))

    def of(self, words: str, *, past: bool, over: bool = False) -> Cues:
        """The cues of a sentence; one that starts with a year gone by gives an account.

        Args:
            words: its folded words without white space.
            past: an answer turns to what is next behind it: what it says of a period that still runs is an account.
            over: the days that it names as deadlines are over.
        """
        words = own_words(words, spoken=self._spoken)
        words = _BY.sub("", words) if over else words
        words = answer_in(words) if self._replies else words
        cues = cues_of(words)
        match = (_YEAR.match(words) if words.find("年", 0, _YEAR_WITHIN) >= 0 else None) or DEED_OF_YEAR.search(words)
        if cues.ahead < 3 and opens_with_period_over(words, self._period):
            return Cues(words, done=3)
        if self._replies and cues.ahead < 3 and self._arranged(words):
            return Cues(words, done=2)
        past = past and "是" not in words  # what were the tasks of it
        if self._as_of and not cues.done and (cues.ahead or past) and opens_with_period_ahead(words, self._as_of):
            return Cues(words, done=2) if past else Cues(words, ahead=3)
        if match is None or cues.ahead >= 3:
            return cues
        if self._summed_up and int(match[1]) > self._summed_up and cues.ahead >= 2:
            return Cues(words, ahead=3)  # what a summary says of the year behind it
        if int(match[1]) >= self._as_of.year if self._as_of else cues.ahead or not COUNTED.search(words):
            return cues
        return Cues(words, done=2)

    def _arranged(self, words: str) -> bool:
        """Whether a sentence tells what money was given in years gone by, or in the one that runs."""
        match = _ARRANGED.match(words) if "元" in words else None
        if match is None:
            return False
        return match["year"] is None or (self._as_of is not None and int(match["year"]) <= self._as_of.year)
