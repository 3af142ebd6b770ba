"""Where items begin in a text whose line ends were lost without a trace: …如下：一、…。二、….

An ordinal begins a line where the sentence before it is closed and the ordinals of its kind count up from one; the
first of its kind may stand right behind the words of the heading above it (三、程序1、申请). Items that semicolons
part are one sentence, and what is quoted has no part in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus import Span
from extract.layout.heading_ends import heading_end
from extract.layout.numbering import read_label
from extract.patterns import HAN


class _Ordinal(NamedTuple):
    """An ordinal in running text: where it stands, where the words behind it begin, its kind and its value."""

    start: int
    end: int
    kind: str
    number: int


_KINDS = ("han", "han_paren", "arabic")
"""Kinds of ordinals that are told in running text, outer ones first."""
_ORDINAL = re.compile(
    r"(?<![一二三四五六七八九十百第])[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十])"
    r"|(?<!第)\([一二三四五六七八九十]{1,3}\)|(?<![\w.〔\[第-])\d{1,2}[ ]?[、.](?!\d)|(?<=[一-龥])1[、.](?!\d)"
)
_CLOSED = frozenset('。:!?"…')
"""Marks behind which a line may begin."""
_APART = frozenset(";、")
"""Marks that part the items of a sentence."""
_QUOTED = re.compile(r'[:,][ ]?"')
"""How a quotation opens: 规定:"…."""
_SAID = re.compile(r'(?=[。;!?]"|"[。;,])')
"""How one closes: …。", …"。"""
_CLOSING = 2
"""Characters of what closes a quotation."""
_LONGEST_QUOTE = 4000
_BRACKET = re.compile(r"《[^《》]{0,120}》|\((?![一二三四五六七八九十]{1,3}\))[^()]{0,200}\)|\[[^\[\]]{0,60}\]")
_HEADED = re.compile(rf"[ ]*[{HAN}\"、]{{2,16}}。(?=[{HAN}]{{4}})")
"""The heading of an item, whatever mark stands before the item: 2、加强巡查。…."""
_BLANKS = 12
"""Characters before an ordinal among which the mark behind the sentence before it is looked for."""
_SHORT = range(2, 25)
"""Characters of a heading that ends at its first item."""
_PLAIN = re.compile(r"[^。!?;:,\"《\s]+")


def run_on_items(folded: str, span: Span) -> Iterator[int]:
    """The places in `span` where a line began: the items of counted runs, and what stands behind their headings."""
    closed = _closed_off(folded, span)
    ordinals = [one for one in _ordinals(folded, span) if not _lies_in(closed, one.start)]
    for item in _counted(folded, ordinals, _KINDS, None):
        yield item.start
        end = heading_end(folded, item.end, span.end)
        if end is not None:
            yield end


def _ordinals(folded: str, span: Span) -> Iterator[_Ordinal]:
    """Whatever looks like an ordinal of a known kind."""
    for match in _ORDINAL.finditer(folded, span.start, span.end):
        label = read_label(match.group())
        if label is not None and label.number is not None and label.kind.name in _KINDS:
            yield _Ordinal(match.start(), match.end(), label.kind.name, label.number)


def _closed_off(folded: str, span: Span) -> list[tuple[int, int]]:
    """Titles, brackets, and the passages that are quoted behind a colon, in order and apart."""
    found = [match.span() for match in _BRACKET.finditer(folded, span.start, span.end)]
    said = [match.start() for match in _SAID.finditer(folded, span.start, span.end)]
    for match in _QUOTED.finditer(folded, span.start, span.end):
        at = bisect_left(said, match.end())
        if at < len(said) and said[at] + _CLOSING <= match.end() + _LONGEST_QUOTE:
            found.append((match.start(), said[at] + _CLOSING))
    apart: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if apart and start < apart[-1][1]:
            apart[-1] = apart[-1][0], max(end, apart[-1][1])
        else:
            apart.append((start, end))
    return apart


def _lies_in(ranges: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether a place lies in one of `ranges`."""
    before = bisect_right(ranges, (at, at)) - 1
    return before >= 0 and ranges[before][1] > at


def _counted(
    folded: str, ordinals: Sequence[_Ordinal], kinds: Sequence[str], head: _Ordinal | None
) -> Iterator[_Ordinal]:
    """The ordinals that count up from one, those of inner kinds under each of the outer ones; `head` is above all."""
    if not kinds or not ordinals:
        return
    kept = {item for run in _runs(folded, ordinals, kinds[0], head) for item in run}
    inner: list[_Ordinal] = []
    for ordinal in ordinals:
        if ordinal in kept:
            yield from _counted(folded, inner, kinds[1:], head)
            yield ordinal
            head, inner = ordinal, []
        elif ordinal.kind != kinds[0]:
            inner.append(ordinal)
    yield from _counted(folded, inner, kinds[1:], head)


def _runs(folded: str, ordinals: Sequence[_Ordinal], kind: str, head: _Ordinal | None) -> Iterator[list[_Ordinal]]:
    """The runs of one kind, of two items at least, most of which stand behind closed sentences."""
    run: list[_Ordinal] = []
    for item in ordinals:
        if item.kind != kind:
            continue
        if item.number == 1:
            yield from _whole(folded, run)
            run = [item] if _begins_line(folded, item) or _follows_heading(folded, item, head) else []
        elif run and item.number == run[-1].number + 1:
            run.append(item)
    yield from _whole(folded, run)


def _whole(folded: str, run: list[_Ordinal]) -> Iterator[list[_Ordinal]]:
    """The run, if it is no sentence of several parts."""
    whole = [_begins_line(folded, item) or _HEADED.match(folded, item.end) is not None for item in run[1:]]
    parted = any(folded[item.start - 1] in _APART for item, ok in zip(run[1:], whole, strict=True) if not ok)
    if 2 * sum(whole) >= len(run) > 1 and not parted:
        yield run


def _begins_line(folded: str, item: _Ordinal) -> bool:
    """Whether the sentence before an item is closed, or its line begins with it."""
    around = folded[max(0, item.start - _BLANKS) : item.start]
    before = around.rstrip()
    return not before or before[-1] in _CLOSED or "\n" in around[len(before) :]


def _follows_heading(folded: str, item: _Ordinal, head: _Ordinal | None) -> bool:
    """Whether nothing but the words of a short heading stands between the item above and this one."""
    if head is None:
        return False
    between = folded[head.end : item.start].strip()
    return len(between) in _SHORT and _PLAIN.fullmatch(between) is not None
