"""The day on which a document was written: from its signature, or else a date alone, the occasion, the imprint."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus import PartialDate, Problem, Span
from extract.layout.days import day_of, read_compact, read_month
from extract.layout.foot import signed_by
from extract.layout.genre import title_word
from extract.layout.paragraphs import Paragraph
from extract.layout.part_role import Role
from extract.layout.parts import Parts
from extract.layout.stated import Stated
from extract.patterns import DAY

_DAY = re.compile(DAY, re.VERBOSE)
_PRINTED = re.compile(rf"(?:{DAY})\s*印发", re.VERBOSE)
_SPOKEN_AT = re.compile(r"日[ ]*在.{2,60}(?:会议|大会)上")
_TITLE = 60
"""Characters of a line that may be the title of a paper that is issued."""


def find_written_on(
    folded: str, parts: Parts, stated: Stated[PartialDate] | None
) -> tuple[Stated[PartialDate] | None, tuple[Problem, ...]]:
    """成文日期 and, where the date under the signature cannot be read, the problem.

    Args:
        folded: the folded text.
        parts: its parts.
        stated: the date that the page's block states; it stands in for a damaged one.
    """
    signed = _of_cover(parts) or next(_dates(parts, signed=True), None)
    if signed is not None:
        day = _day_in(signed)
        if day is not None:
            return day, ()
        only = read_compact(signed.text) if stated is None else None
        if only is not None:
            message = f"署名后的日期“{signed.span.of(folded)}”缺少年月日分隔，已按唯一可能的读法采用。"
            return Stated(only, signed.span), (Problem("metadata.damaged_date", message, signed.span),)
        message = f"署名后的日期“{signed.span.of(folded)}”残缺或有误，" + (
            "已采用页面元数据所载成文日期。" if stated else "成文日期未予采用。"
        )
        return stated, (Problem("metadata.damaged_date", message, signed.span),)
    if stated is not None:
        return stated, ()
    return (
        next(filter(None, map(_day_in, _dates(parts, signed=False))), None)
        or find_spoken_on(parts)
        or find_printed_on(parts)
    ), ()


def find_printed_on(parts: Parts) -> Stated[PartialDate] | None:
    """The day of the imprint, 某县人民政府办公室2021年3月5日印发, which stands for 成文日期 where no other is told.

    A day of another line there, beside those who get copies, says nothing of the document's own.
    """
    for paragraph in parts.having(Role.IMPRINT):
        printed = _PRINTED.search(paragraph.text)
        if printed and (day := day_of(printed)):
            return Stated(day, Span(*printed.span()).shift(paragraph.span.start))
    return None


def find_spoken_on(parts: Parts) -> Stated[PartialDate] | None:
    """The day of the occasion below the title of a speech: ——2031年1月29日在…会议上."""
    lines = (line for line in parts.having(Role.TITLE) if _SPOKEN_AT.search(line.text))
    return next(filter(None, map(_day_in, lines)), None)


def _of_cover(parts: Parts) -> Paragraph | None:
    """The first date, which bears no name, if the title of the paper that is issued follows it."""
    first = next((index for index, role in enumerate(parts.roles) if role is Role.DATE), None)
    if first is None or first + 1 >= len(parts.roles) or parts.roles[first - 1] is Role.SIGNATURE:
        return None
    follows, role = parts.paragraphs[first + 1].text, parts.roles[first + 1]
    titled = role is Role.TITLE or (role is Role.BODY and len(follows) <= _TITLE and title_word(follows) is not None)
    return parts.paragraphs[first] if titled and signed_by(parts.paragraphs[first].text) is None else None


def _day_in(paragraph: Paragraph) -> Stated[PartialDate] | None:
    """The first date of a paragraph; the month or the year that it bears on a cover."""
    name = signed_by(paragraph.text)
    words = paragraph.text[name.end :].strip(" ()") if name else paragraph.text
    if month := read_month(words):
        return Stated(month, paragraph.span)
    match = _DAY.search(paragraph.text)
    day = day_of(match) if match else None
    return Stated(day, Span(*match.span()).shift(paragraph.span.start)) if match and day else None


def _dates(parts: Parts, *, signed: bool) -> Iterator[Paragraph]:
    """The dates under or beside a signature, or else those that stand alone."""
    for index, (paragraph, role) in enumerate(zip(parts.paragraphs, parts.roles, strict=True)):
        around = parts.roles[max(0, index - 1) : index + 2]
        beside = Role.SIGNATURE in around or signed_by(paragraph.text) is not None
        if role is Role.DATE and beside is signed:
            yield paragraph
