"""The page's own block of metadata: labels with their values, on one line or on two, several on a line.

Labels are rows of `lexicon/metadata_labels.tsv`; what a value looks like is told by `lexicon/metadata_values.tsv`, so
that an empty field does not take the next line of the page for its value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus import BlockKind, Span
from extract.layout.days import read_day
from extract.layout.foot import is_signature
from extract.layout.paragraphs import Paragraph
from extract.lexicon import rows


@dataclass(frozen=True, slots=True)
class Entry:
    """A label of the block with its value.

    Attributes:
        field: field of `Metadata`, `publisher`, `dispatched_on`, `theme`, or `-` for a label that is of no use here.
        value: where the value stands.
        lines: indices of the paragraphs that label and value take.
    """

    field: str
    value: Span
    lines: tuple[int, ...]


_ROWS = sorted(rows("metadata_labels"), key=lambda row: -len(row[1]))
_FIELDS = {row[1]: (row[0], row[2]) for row in _ROWS}
_VALUES = {name: re.compile(pattern) for name, pattern, _ in rows("metadata_values")}
_NAMES = "|".join("[ ]{0,10}".join(row[1]) for row in _ROWS)
_LABEL = re.compile(rf"(?:[•·●◆■▪*-][ ]*)?\[?[ ]{{0,4}}(?P<name>{_NAMES})[ ]{{0,6}}(?:\][ ]{{0,4}}:?|:|\t)[ \t]*")
_BARE = re.compile(rf"\[?[ ]{{0,4}}(?P<name>{_NAMES})[ ]{{0,6}}[\]:]?")
_SPACED = re.compile(rf"(?:^[| \t]*|[ \t]+)(?P<name>{_NAMES})(?=[ \t]+|$)")
"""A label that nothing but blanks part from its value: 索 引 号 AB12/2021-3 发文时间 2021-10-22."""
_TELLING = frozenset({"INDEX", "DAY", "DOC_NUMBER", "PUBLICITY", "VALIDITY"})
"""The shapes that no words of a text have by chance."""
_TIMES = frozenset({"时间", "日期"})
_OF_EVENT = re.compile(r"(?:活动|会议|召开|征集|报名|考试|举办|开展|培训|起止|到期|受理|评审|查询|开会|新闻)$")
"""What 时间 and 日期 are of where they are not those of the page."""
_MEETING = re.compile(r"(?:地[ ]*点|主[ ]*持|嘉[ ]*宾|出[ ]*席|主[ ]*题|发[ ]*布[ ]*人|参[ ]*加)[^:]{0,6}:")
"""What stands under the time of a meeting."""
_AROUND = " \t\n|[];,"
_LONGEST = 240
_OTHER = re.compile(r"[ \t]+\[?(?:[一-龥]{2,10}|[一-龥][ ]{1,4}[一-龥])[ ]?\]?:")
"""A label that the table does not have, behind a value."""
_NUMBER_BEHIND = re.compile(rf"[ \t](?P<number>{_VALUES['DOC_NUMBER'].pattern})$")
"""A number on the line of another value: 类别标记:A 某水函〔2021〕5号."""
_NUMBER_FIRST = re.compile(_VALUES["DOC_NUMBER"].pattern)
"""A line of its own that an empty 浏览次数 does not take for its value: 某水〔2030〕8号 签发人:某某."""
_FRAGMENT = re.compile(r"[号称][ ]{0,6}:[ ]*")
"""What is left of 索引号, 文号 and 名称 where a page sets their first characters apart."""
_TOLD_BY_SHAPE = (("index_number", "INDEX_ALONE"), ("doc_number", "DOC_NUMBER"), ("title", "TITLE_ALONE"))
"""The fields whose value tells what it is where the label is lost."""
_BULLET = re.compile(r"[•·●◆■▪*-][ ]*")
_MORE_TOLD_BY_SHAPE = (("doc_number", "DOC_NUMBER"), ("title", "TITLE_ALONE"), ("validity", "VALIDITY"))
_DAY_LINE = 160
_STACKED = 3
"""Labels on lines of their own that make a block."""


def read_entries(paragraphs: Sequence[Paragraph], folded: str, head: int) -> tuple[Entry, ...]:
    """The entries among the first `head` paragraphs and in blocks that the layout calls metadata, in order."""
    entries: list[Entry] = []
    taken = -1
    stacked = sum(_BARE.fullmatch(paragraph.text) is not None for paragraph in paragraphs[:head]) >= _STACKED
    for index in range(len(paragraphs)):
        if index <= taken:
            continue
        if stacked and index < head and (under := _read_under(paragraphs, index)):
            entries.append(under)
            taken = index + 1
            continue
        if index < head and (unlabelled := _read_unlabelled(paragraphs[index], index, folded)):
            entries += [unlabelled, *_read_bullets(paragraphs, index, folded)]
            taken = max(entry.lines[-1] for entry in entries)
            continue
        spaced = _read_spaced(paragraphs[index], index, folded) if index < head else ()
        if not spaced and not _may_hold(paragraphs, index, head):
            continue
        for entry in spaced or _read_line(paragraphs, index, folded):
            entries.append(entry)
            taken = max(taken, *entry.lines)
    return tuple(entries)


def is_label_line(paragraph: Paragraph) -> bool:
    """Whether a paragraph begins with a label of the block."""
    return _starts(paragraph) is not None


def _read_under(paragraphs: Sequence[Paragraph], index: int) -> Entry | None:
    """The entry of a label that stands alone without a mark, as each of its block does, above its value.

    The value of one that is of no use here, as 信息分类, is known by the label under it.
    """
    label = _BARE.fullmatch(paragraphs[index].text)
    if label is None or index + 1 >= len(paragraphs) or _BARE.fullmatch(paragraphs[index + 1].text):
        return None
    field, shape = _field(label)
    if field == "-":
        fits = index + 2 < len(paragraphs) and _BARE.fullmatch(paragraphs[index + 2].text) is not None
    else:
        fits = _is_value(paragraphs, index + 1, field, shape)
    return Entry(field, paragraphs[index + 1].span, (index, index + 1)) if fits else None


def _read_unlabelled(paragraph: Paragraph, index: int, folded: str) -> Entry | None:
    """The entry of a line whose label is lost or damaged, if its value tells what it is."""
    words = paragraph.text
    if len(words) > _LONGEST:
        return None
    fragment = _FRAGMENT.match(words)
    start = fragment or _BULLET.match(words)
    first = start.end() if start else 0
    other = _OTHER.search(words, first)
    span = _trim(folded, Span(first, other.start() if other else len(words)).shift(paragraph.span.start))
    value = span.of(folded)
    for field, shape in _TOLD_BY_SHAPE if fragment else _TOLD_BY_SHAPE[:1]:
        if _VALUES[shape].fullmatch(value):
            return Entry(field, span, (index,))
    return None


def _read_bullets(paragraphs: Sequence[Paragraph], index: int, folded: str) -> Iterator[Entry]:
    """The values on the bulleted lines behind an index number, whose labels are lost like its own.

    Of two days the first is that of the document and the second that of the page; one alone tells nothing.
    """
    days: list[Entry] = []
    last = len(paragraphs) if _BULLET.match(paragraphs[index].text) else 0
    for at in range(index + 1, last):
        bullet = _BULLET.match(paragraphs[at].text)
        if bullet is None or len(paragraphs[at].text) > _LONGEST:
            break
        span = _trim(folded, Span(bullet.end(), len(paragraphs[at].text)).shift(paragraphs[at].span.start))
        value = span.of(folded)
        told = (field for field, shape in _MORE_TOLD_BY_SHAPE if _VALUES[shape].fullmatch(value))
        entry = Entry(next(told, "publisher" if is_signature(value) else "-"), span, (at,))
        days += [entry] if read_day(value) else []
        yield entry
    both = [read_day(entry.value.of(folded)) for entry in days]
    if len(days) == 2 and both[0] and both[1] and both[0].first_day <= both[1].first_day:
        for field, entry in zip(("written_on", "published_on"), days, strict=True):
            yield Entry(field, entry.value, entry.lines)


def _read_spaced(paragraph: Paragraph, index: int, folded: str) -> tuple[Entry, ...]:
    """The entries of a line whose labels bear no marks, if their values tell that it is one; none otherwise."""
    words = paragraph.text
    matches = list(_SPACED.finditer(words)) if len(words) <= _LONGEST and " " in words else []
    if not matches or matches[0].start() > 0:
        return ()
    entries, told = [], int(words[0] == "|")
    for match, end in zip(matches, [*(after.start() for after in matches[1:]), len(words)], strict=True):
        field, shape = _field(match)
        span = _trim(folded, Span(match.end(), end).shift(paragraph.span.start))
        fits = _VALUES[shape].fullmatch(span.of(folded)) is not None
        if len(span) and not fits:
            return ()
        told += fits and (shape in _TELLING or (shape == "TITLE" and _is_title(span.of(folded))))
        entries.append(Entry(field if fits else "-", span, (index,)))
    return tuple(entries) if told else ()


def _is_title(words: str) -> bool:
    """Whether a value ends as titles do, and so tells that 标题 before it is a label."""
    return _VALUES["TITLE_ALONE"].fullmatch(words) is not None


def _may_hold(paragraphs: Sequence[Paragraph], index: int, head: int) -> bool:
    """The head of the page, the blocks of metadata, and an address at the foot."""
    paragraph = paragraphs[index]
    match = _starts(paragraph)
    if paragraph.kind is BlockKind.METADATA or index < head:
        return match is not None or (index < head and _states_day(paragraph.text))
    return match is not None and _field(match)[0] == "source_url"


def _states_day(words: str) -> bool:
    """Whether a line that begins with something else holds a label with a day: 撰文:某某 发布时间:2021-03-05."""
    if len(words) > _DAY_LINE or "。" in words:
        return False
    return any(
        _field(match)[1] == "DAY" and not _is_of_event(words, match) and _VALUES["DAY"].match(words, match.end())
        for match in _LABEL.finditer(words)
    )


def _is_of_event(words: str, match: re.Match[str]) -> bool:
    """Whether 时间 or 日期 is a part of longer words, as in 活动时间."""
    bare = match["name"].replace(" ", "") in _TIMES
    return bare and _OF_EVENT.search(words, max(0, match.start() - 2), match.start()) is not None


def _starts(paragraph: Paragraph) -> re.Match[str] | None:
    """The label that a paragraph begins with; in a block of metadata it may stand alone, without a mark."""
    if len(paragraph.text) > _LONGEST or paragraph.kind is BlockKind.TABLE:
        return None
    match = _LABEL.match(paragraph.text)
    if match is None and paragraph.kind is BlockKind.METADATA:
        match = _BARE.fullmatch(paragraph.text)
    return match


def _field(match: re.Match[str]) -> tuple[str, str]:
    return _FIELDS[match["name"].replace(" ", "")]


def _read_line(paragraphs: Sequence[Paragraph], index: int, folded: str) -> Iterator[Entry]:
    """The entries of one line, the last one perhaps with its value on the next."""
    paragraph = paragraphs[index]
    matches: list[re.Match[str]] = list(_LABEL.finditer(paragraph.text)) or [
        match for match in [_starts(paragraph)] if match
    ]
    ends = [after.start() for _, after in pairwise(matches)] + [len(paragraph.text)]
    for match, end in zip(matches, ends, strict=True):
        field, shape = _field(match)
        bare = match["name"].replace(" ", "") in _TIMES
        if bare and (_is_of_meeting(paragraphs, index) or _is_of_event(paragraph.text, match)):
            field = "-"
        other = _OTHER.search(paragraph.text, match.end(), end)
        stop = other.start() if other else max(match.end(), end)
        span = _trim(folded, Span(match.end(), stop).shift(paragraph.span.start))
        if len(span):
            own = field if _VALUES[shape].fullmatch(span.of(folded)) else "-"
            yield Entry(own, span, (index,))
            if own == "-" and (number := _NUMBER_BEHIND.search(folded, span.start, span.end)):
                yield Entry("doc_number", Span(*number.span("number")), (index,))
        elif end == len(paragraph.text) and _is_value(paragraphs, index + 1, field, shape):
            yield Entry(field, paragraphs[index + 1].span, (index, index + 1))
        else:
            yield Entry("-", span, (index,))


def _is_of_meeting(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether 时间 on this line is that of a meeting: its place or its speakers follow."""
    behind = "\n".join(paragraph.text[:_LONGEST] for paragraph in paragraphs[index : index + 2])
    return _MEETING.search(behind) is not None


def _is_value(paragraphs: Sequence[Paragraph], index: int, field: str, shape: str) -> bool:
    """Whether the paragraph after an empty label is its value."""
    if index >= len(paragraphs) or is_label_line(paragraphs[index]):
        return False
    if not _VALUES[shape].fullmatch(paragraphs[index].text):
        return False
    if field != "-":
        return True
    if _NUMBER_FIRST.match(paragraphs[index].text):
        return False
    follows = index + 1 < len(paragraphs) and is_label_line(paragraphs[index + 1])
    return paragraphs[index].kind is BlockKind.METADATA or follows


def _trim(folded: str, span: Span) -> Span:
    """The span without blanks, bars and brackets at its ends."""
    words = span.of(folded)
    start = span.start + len(words) - len(words.lstrip(_AROUND))
    end = span.start + len(words.rstrip(_AROUND))
    return Span(start, max(start, end))
