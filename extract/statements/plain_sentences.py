"""Sentences as they are judged: without the heading and the notes around them, and no title, label or aside."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from corpus import Span
from extract.indicators.value_places import ValuePlaces
from extract.outline.inner_lead_ins import lead_ins_inside
from extract.outline.points import ENTRY, ITEM, is_lead_in, is_paired_lead_in, point_at
from extract.reading import Reading
from extract.statements.cues import cues_of

_ENDS = frozenset("。;!?:")
_STOPS = ("。", ";")
_CLOSERS = "\"')]"
_HAN = re.compile(r"[一-鿿]")
_ASIDE = re.compile(r"\([^()]{1,16}\)。?")
_NOTE = re.compile(r"\([^()]*(?:负责|牵头|下同|指导|参与|配合)[^()]*\)[。;]?")
"""(某局指导,各县负责落实。以下同): who does it, not what is done."""
_LONG = 24
"""From so many characters on words without a closing mark are a sentence, if a comma parts them, and no title."""


_POINT_REACH = 120
"""Characters before a point within which the one before it is looked for."""
_GAP = 8
"""Characters of blanks and line ends between two lines of a list."""


class PlainSentences:
    """The headings of a document and its notes of responsibility, which its sentences run in with."""

    __slots__ = ("_heading_starts", "_headings", "_lead_ins", "_note_starts", "_notes", "_text", "_values")

    def __init__(self, reading: Reading, notes: Sequence[Span], values: ValuePlaces) -> None:
        """Of a document with the places of its notes of responsibility, in order, and of its values."""
        self._text = reading.folded
        self._headings = [section.heading for section in reading.outline.sections]
        self._heading_starts = [heading.start for heading in self._headings]
        self._values = values
        self._notes = notes
        self._note_starts = [note.start for note in notes]
        clauses = reading.outline.clauses
        found = lead_ins_inside([clause.span.of(self._text) for clause in clauses])
        self._lead_ins = {clauses[at].span.start + one.start for at, some in found.items() for one in some}

    def plain(self, span: Span) -> Span | None:
        """The sentence without the heading it runs in with and without notes of responsibility at its ends."""
        text = self._text
        at = bisect_right(self._heading_starts, span.start) - 1
        start = max(span.start, self._headings[at].end) if at >= 0 else span.start
        end = span.end
        for note in self._notes[bisect_left(self._note_starts, start) : bisect_left(self._note_starts, end)]:
            if not text[start : note.start].strip(" \n。:;"):
                start = min(end, note.end)
            elif not text[note.end : end].strip(" \n。;"):
                end = note.start
        while start < end and text[start] in " \n\t。:;,.":
            start += 1
        if start >= end:
            return None
        return span if (start, end) == (span.start, span.end) else Span(start, end).strip(text)

    def whole(self, plain: Span, sentence: Span) -> Span:
        """The plain sentence with the note that was cut off its end, where its full stop stands behind that.

        修建水渠(某局负责)。 is one sentence; in 修建水渠。(某局负责) the note stands for itself.
        """
        at = bisect_left(self._note_starts, plain.end)
        if at == len(self._notes) or self._text[plain.end : self._notes[at].start].strip():
            return plain
        behind = self._text[self._notes[at].end : sentence.end].strip()
        return Span(plain.start, sentence.end).strip(self._text) if behind in _STOPS else plain

    def readable(self, words: str, span: Span) -> bool:
        """Whether the words are a sentence, and no title, label, signature or aside."""
        if len(words) < 6 or not _HAN.search(words):
            return False
        if words[0] == "(" and (_ASIDE.fullmatch(words) or _NOTE.fullmatch(words)):
            return False
        if span.start in self._lead_ins or (self._leads_in(words, span) and cues_of(words).ahead < 3):
            return False
        closed = (
            words.rstrip(_CLOSERS)[-1:] in _ENDS or self._before_note(span) or (len(words) >= _LONG and "," in words)
        )
        return closed or (self._values.has_target(span) and ENTRY.match(words) is not None)

    def _leads_in(self, words: str, span: Span) -> bool:
        """Whether the words only name the point that is told behind them.

        A point that has nothing behind it tells all it has: the last one of a list that semicolons part
        (;四是实现光纤全覆盖。), and one of a list whose points are single sentences (一是扩大受益面。二是…), or whose
        lines are (--出台管护办法。).
        """
        if not is_lead_in(words):
            return is_paired_lead_in(words) and self._is_told_behind(span)
        if self._behind(span) < 0 and (self._text_before(span).endswith(";") or self._is_dashed_line(words, span)):
            return False
        return words[1:2] != "是" or not (self._precedes_point(span) or self._ends_points(span))

    def _text_before(self, span: Span) -> str:
        """What stands shortly before the words, without the blanks and line ends between."""
        return self._text[max(0, span.start - _POINT_REACH) : span.start].rstrip()

    def _is_dashed_line(self, words: str, span: Span) -> bool:
        """Whether the words fill a line behind a dash, and so does a line beside theirs."""
        if not words.startswith("--"):
            return False
        below = self._text[span.end : span.end + _GAP].lstrip()
        end = max(0, span.start - _GAP) + len(self._text[max(0, span.start - _GAP) : span.start].rstrip())
        above = self._text[self._text.rfind("\n", 0, end) + 1 : end].lstrip()
        return below.startswith("--") or above.startswith("--")

    def _precedes_point(self, span: Span) -> bool:
        """Whether behind the words, there or on the next line, the next point starts."""
        at = span.end
        while at < len(self._text) and self._text[at].isspace():
            at += 1
        return point_at(self._text, at)

    def _ends_points(self, span: Span) -> bool:
        """Whether the words end a list of which the point right before them was told in one sentence as well."""
        near = max(0, span.start - _POINT_REACH)
        end = near + len(self._text[near : span.start].rstrip())
        start = max(self._text.rfind(mark, near, end - 1) for mark in "。;\n:") + 1
        return start > 0 and not self._is_told_behind(span) and point_at(self._text, start)

    def _is_told_behind(self, span: Span) -> bool:
        """Whether the paragraph goes on behind the words, and not with the next point."""
        at = self._behind(span)
        if at < 0 or self._before_note(span) or self._text[at] == "第":
            return False
        return not point_at(self._text, at) and not ITEM.match(self._text, at)

    def _behind(self, span: Span) -> int:
        """Where the paragraph goes on behind the words; -1 at its end."""
        at = span.end
        while at < len(self._text) and self._text[at] in " \t":
            at += 1
        return at if at < len(self._text) and self._text[at] != "\n" else -1

    def _before_note(self, span: Span) -> bool:
        """Whether a note of responsibility stands right behind the words."""
        at = bisect_left(self._note_starts, span.end)
        return at < len(self._notes) and not self._text[span.end : self._notes[at].start].strip()
