"""Whether a document can be the one that a citation means, as far as title, place and time tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.facts import Relation
from corpus.store.graph_rows import Candidate, Cited
from kg.places import COUNTRY, Place
from kg.setting import place_at_start
from kg.titles import number_key, plain

_YEARLY = re.compile(
    r"""
    (?:政府|法院|检察院|常务委员会)工作报告$|统计公报$|(?:预算|决算|计划).{0,30}报告$|工作(?:要点|安排|总结|计划)$
    |立法(?:工作)?计划$|年度报告$|年报$|节假日安排的通知$|重点工作(?:任务)?$
    """,
    re.VERBOSE,
)
# 政府工作报告 · 国民经济和社会发展统计公报: written every year
_YEAR = re.compile(r"\d{4}|十[一二三四五六七八九]?五|[一二三四五六七八九十]+届")
_NUMBERED = re.compile(r"\d{4}.?\d+号|号文件?$")
_GENERIC = re.compile(
    r"^(?:总体|具体|工作|专项|试点|行动|建设|有关|相关|本|该|上述)*(?:实施|工作|行动|指导|管理|暂行|若干|三年|五年)*"
    r"(?:方案|意见|办法|细则|规划|计划|措施|通知|规定|决定|纲要|条例|政策|清单|标准|规范|指南|报告|公告|决议|制度|协议)$"
)
# 实施方案 · 管理办法: what many documents are called in short
_LONGEST_COMMON = 20


def can_mean(candidate: Candidate, cited: Cited) -> bool:
    """Whether nothing that is known speaks against it: number, time, and a title that tells one document of a place.

    A number that agrees is enough, unless the titles have nothing in common.
    """
    named, own = number_key(cited.number), number_key(candidate.number)
    if named and own:
        return named == own and _alike(plain(cited.title), plain(candidate.title))
    if cited.relation != Relation.DRAFTS and _later(candidate.written_on, cited.written_on):
        return False
    return _telling(plain(cited.title)) and _within_reach(candidate, cited)


def _alike(cited: str, title: str) -> bool:
    """Whether a title as cited can be another form of a title: half of its pairs of characters stand there too.

    What holds a number instead of a title is like any.
    """
    pairs = {cited[at : at + 2] for at in range(len(cited) - 1)}
    shared = sum(pair in title for pair in pairs)
    return not title or _NUMBERED.search(cited) is not None or shared * 2 >= len(pairs)


def _later(one: str | None, other: str | None) -> bool:
    """Whether a date is after another, as far as both are precise."""
    if not one or not other:
        return False
    shared = min(len(one), len(other))
    return one[:shared] > other[:shared]


def _telling(title: str) -> bool:
    """Whether a title alone can tell a document: neither one that comes every year nor what many are called."""
    common = len(title) <= _LONGEST_COMMON and _GENERIC.match(title) is not None
    return not common and not (_YEARLY.search(title) and not _YEAR.search(title))


def _within_reach(candidate: Candidate, cited: Cited) -> bool:
    """Whether a document of this place is meant without saying so: one of the same place or of a place above it.

    One of elsewhere, or of any place where the citing one's is not known, is meant only where the citation names its
    place. A document whose place is not known may be of any.
    """
    own, other = _place(cited.region) or COUNTRY, _place(candidate.region or candidate.issuer)
    if other is None or other in _upward(own):
        return True
    return other.short in cited.title + (cited.by or "")


def _upward(place: Place) -> Iterator[Place]:
    """The place and those that it lies in, up to the country."""
    step: Place | None = place
    while step is not None:
        yield step
        step = step.above
    yield COUNTRY


@lru_cache(maxsize=4096)
def _place(words: str | None) -> Place | None:
    if words == COUNTRY.name:
        return COUNTRY
    return place_at_start(words, None) if words else None
