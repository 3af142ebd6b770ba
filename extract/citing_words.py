"""What the words around the title of a document say: what is done with it, and who issued it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from corpus import OrganizationMention, Relation, Role, Span
from extract.lexicon import rows
from extract.reading import Reading

_BEHIND, _BEFORE = 60, 30
_VERB = 16
_MOST_BODIES = 8
_ISSUED_BY = re.compile(
    r"(?:联合|共同|近日|先后|已|研究|相继|专门)*(?:印发|出台|发布|下发|制定|颁布|公布|起草|提出|修订|制发)(?:出台|印发|实施)*(?:了|的)?(?:\"?)$"
)
_JOINED = re.compile(r"[、 ]|[和与及]")
"""Between those who issued a paper together."""


@cache
def _relation_cues(side: str) -> tuple[tuple[re.Pattern[str], Relation], ...]:
    form = "(?:{})$" if side == "before" else "(?:{})"
    return tuple(
        (re.compile(form.format(pattern)), Relation(relation))
        for at, pattern, relation, _ in rows("citation_cues")
        if at == side
    )


def relation_at(text: str, start: int, end: int) -> Relation:
    """What the words around a list of titles, from `start` to `end` of the folded text, say of it."""
    after = text[end : end + _BEHIND].partition("\n")[0]
    before = text[max(0, start - _BEFORE) : start].rpartition("\n")[2]
    for pattern, relation in _relation_cues("after"):
        if pattern.match(after):
            return relation
    for pattern, relation in _relation_cues("before"):
        if pattern.search(before):
            return relation
    return Relation.CITES


def issuer_in(reading: Reading, title: Span, mentions: Sequence[OrganizationMention]) -> str | None:
    """The bodies that a title starts with, as 中共中央、国务院 before 关于."""
    source = reading.document.text
    end = title.start
    first = bisect_right(mentions, end - 1, key=lambda mention: mention.span.start)
    for mention in mentions[first : first + _MOST_BODIES]:
        if mention.span.start - end > 2 or source[end : mention.span.start].strip(" 、,　\n"):
            break
        end = mention.span.end
    return (
        source[title.start : end] if end > title.start and source[end : end + 2] in ("关于", "印发", "办公") else None
    )


def issuer_before(reading: Reading, start: int, mentions: Sequence[OrganizationMention]) -> str | None:
    """The body right before 印发的《…》 or 出台了《…》."""
    verb = _ISSUED_BY.search(reading.folded, max(0, start - _VERB), start)
    at = bisect_right(mentions, start, key=lambda mention: mention.span.start) - 1
    if verb is None or at < 0 or mentions[at].span.end != verb.start():
        return None
    while mentions[at].role is Role.JOINT and at and mentions[at].span.start - mentions[at - 1].span.end < 4:
        at -= 1  # 某局会同某厅印发的: the first of them issued it
    if mentions[at].role is Role.JOINT:
        return None
    name = mentions[at].span.of(reading.document.text)
    first = at
    while first and _JOINED.fullmatch(reading.folded, mentions[first - 1].span.end, mentions[first].span.start):
        first -= 1
    if first < at and mentions[first].span.of(reading.folded)[0] not in "我本贵您你":
        return reading.document.text[mentions[first].span.start : mentions[at].span.end]
    return mentions[at].organization if name[0] in "我本贵您你" else name
