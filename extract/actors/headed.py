"""Text under bodies named by themselves: a section headed （一）县公安局, a paragraph that begins 县教育局：."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from corpus import OrganizationMention, Span
from extract.outline.points import ITEM
from extract.reading import Reading

Headed = tuple[Span, tuple[OrganizationMention, ...]]
"""A text and the bodies above or before it."""

_NOTHING_ELSE = re.compile(
    r"\s*(?:\d{1,2}(?:\.\d{1,2}){1,3}[.、]?|[(\[]?[一二三四五六七八九十\d]{1,3}[)\].、]*|第[一二三四五六七八九十\d]+[条节])?"
    r"[\s、,和及与:。]*(?:等(?:部门|单位)?)?(?:(?:及其|的)?(?:主要|工作|具体)?(?:职责|责任)(?:分工)?)?"
    r"(?:(?:[会协承]办|办理)意见)?[\s、:。]*"
)
"""What stands in a heading or a label beside the bodies that it consists of."""
_OF_MANY = re.compile(r"(?:单位|部门|机构)(?:及其|的)?(?:主要|工作|具体)?(?:职责|责任)")
"""A heading over the duties of several bodies, which the text below names one by one: 成员单位职责."""
_LONGEST_LABEL = 80
_LETTER = frozenset(("", "您", "你", "贵", "\n"))
"""Behind the colon of those whom a letter is sent to."""


_PAPER = re.compile(
    r"\s*[^,。;:()\[\]\n]{0,16}?(?:公告|令|[\u4e00-\u9fff]字?)[ ]*[(\[]?(?:19|20)\d\d[\])年]?[ ]*第?\d+号"
)
"""Behind the name of an office these make it the issuer of a paper: 财政部|公告(2031年第8号)."""


def find_headed(reading: Reading, mentions: Sequence[OrganizationMention]) -> list[Headed]:
    """The texts that belong to bodies named above or before them and nowhere in their sentences, by place."""
    found = (
        *_under_headings(reading, mentions),
        *_behind_labels(reading, mentions),
        *_above_items(reading, mentions),
    )
    return sorted(found, key=_start)


def _start(headed: Headed) -> int:
    return headed[0].start


def _under_headings(reading: Reading, mentions: Sequence[OrganizationMention]) -> Iterator[Headed]:
    """The sections whose headings consist of bodies."""
    for section in reading.outline.sections:
        if _OF_MANY.search(reading.folded, section.heading.start, section.heading.end):
            continue
        bodies = _only_bodies(reading.folded, mentions, section.heading)
        if bodies and not _PAPER.match(reading.folded, section.heading.end):
            yield section.span, bodies


_TAKES_UP = re.compile(r"(?:也|还)?(?:将(?!其|该|此)|要(?!求)|拟(?!定|订)|会同|牵头|负责)")
_NUMBER = re.compile(r"\s*(?:[(\[]?[一二三四五六七八九十\d]{1,3}[)\].、]*\s*)?(?:关于)?")


def find_taken_up(reading: Reading, mentions: Sequence[OrganizationMention]) -> list[Headed]:
    """What an answer puts under bodies: behind two or more labels of them, and in sections that say who will do it.

    县财政局：4月底前下达计划。 beside 县水务局：…; the heading 三、省水利厅将加强巡查. A single label is the addressee.
    """
    labelled = list(_behind_labels(reading, mentions))
    found = labelled if len(labelled) > 1 else []
    for section in reading.outline.sections:
        number = _NUMBER.match(reading.folded, section.heading.start)
        start = number.end() if number else section.heading.start
        at = bisect_left(mentions, start, key=lambda one: one.span.start)
        if at == len(mentions) or mentions[at].span.start != start or reading.folded[start] in "我本":
            continue
        if _TAKES_UP.match(reading.folded, mentions[at].span.end):
            found.append((section.span, (mentions[at],)))
    return sorted(found, key=_start)


def _behind_labels(reading: Reading, mentions: Sequence[OrganizationMention]) -> Iterator[Headed]:
    """What stands behind bodies and a colon; the label can be a clause of its own."""
    words, clauses = reading.folded, reading.outline.clauses
    addressed = reading.metadata.spans.get("addressee")
    for at, clause in enumerate(clauses):
        start, end = clause.span.start, clause.span.end
        colon = words.find(":", start, min(end, start + _LONGEST_LABEL))
        if colon <= start or words[colon + 1 : colon + 2] in _LETTER:
            continue
        label = Span(start, colon)
        if addressed and addressed.overlaps(label):
            continue
        if bodies := _only_bodies(words, mentions, label):
            parted = colon + 2 > end and at + 1 < len(clauses)
            yield Span(start, clauses[at + 1].span.end if parted else end), bodies


def _above_items(reading: Reading, mentions: Sequence[OrganizationMention]) -> Sequence[Headed]:
    """The numbered paragraphs below lines that consist of bodies, where a paper deals out its tasks so."""
    words, clauses = reading.folded, reading.outline.clauses
    listed = [ITEM.match(words, clause.span.start) is not None for clause in clauses]
    found: list[Headed] = []
    for at, clause in enumerate(clauses[:-1]):
        if not listed[at] and listed[at + 1] and (bodies := _only_bodies(words, mentions, clause.span)):
            end = next((behind for behind in range(at + 1, len(clauses)) if not listed[behind]), len(clauses))
            found.append((Span(clause.span.end, clauses[end - 1].span.end), bodies))
    return found if len(found) > 1 else ()


def _only_bodies(words: str, mentions: Sequence[OrganizationMention], span: Span) -> tuple[OrganizationMention, ...]:
    """The bodies at `span` if nothing but an ordinal and marks stands beside them; else none."""
    first = bisect_left(mentions, span.start, key=lambda one: one.span.start)
    last = bisect_left(mentions, span.end, key=lambda one: one.span.start)
    rest, reached = "", span.start
    for mention in mentions[first:last]:
        rest, reached = rest + words[reached : mention.span.start], mention.span.end
    rest += words[reached : span.end]
    return tuple(mentions[first:last]) if first < last and _NOTHING_ELSE.fullmatch(rest) else ()
