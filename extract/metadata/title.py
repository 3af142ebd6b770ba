"""The title of a document, from the page's block, its head, or what the file declares, and the number beside it."""

from __future__ import annotations

import re

from corpus import Document, Span
from extract.layout.genre import title_word
from extract.layout.part_role import Role
from extract.layout.parts import Parts
from extract.layout.stated import Stated
from extract.patterns import DOCUMENT_NUMBER, NEWS_OPENING

_BLANKS = re.compile(r"\s+")
_LINE_END = re.compile(r"[ \t]*\n\s*")
_WIDE_GAP = re.compile(r"[ \t\xa0\u3000]{8,}")
"""What is left of a line end where a page was flattened to one line."""
_OCCASION = re.compile(
    r"[ \t]*(?<!\d)-{1,2}[ ]*(?:(?:19|20)\d\d年|在).{0,80}$|[ \t]*\((?:(?:19|20)\d\d年).{0,40}会议.{0,10}\)$"
)
_SITE = re.compile(r"\s*[-_|].*$")
_HEADLINE = re.compile(
    r"\s*(?P<title>[一-龥](?:(?![讯电]\()[^,。;:!?\n]){7,40})[ \u3000]{1,4}"
    rf"(?={NEWS_OPENING})"
)
"""The headline of a news text on the line on which the text begins."""
_NUMBER_WORDS = re.compile(r"[^()\s][^:]*号")
_NUMBERED_TITLE = re.compile(
    rf"""
    (?: (?P<before> (?! 关于 | 对 ) {DOCUMENT_NUMBER} ) [ ]*
      | [\[(] [ ]* (?P<boxed> {DOCUMENT_NUMBER} ) [ ]* (?: [A-D] \d? 类? )? [ ]* [\])] [ ]* )?
    (?: 《(?P<marked>[^《》]{{8,160}})》 | (?P<title>.+?) )
    (?: [ ]* [\[(] [ ]* (?P<behind> {DOCUMENT_NUMBER} ) [ ]* [\])] )?
    """,
    re.VERBOSE,
)
"""A title with the number of its paper before or behind it: 关于某建议的答复[某建〔2030〕8号]."""


def one_line(words: str) -> str:
    """Words without the line ends that they were broken at."""
    return _WIDE_GAP.sub(" ", _LINE_END.sub("", words)).strip()


def find_title(document: Document, folded: str, parts: Parts, headed: Stated[str] | None) -> Stated[str] | None:
    """The title in the text or, if it is no fuller, that of the page's block, `headed`."""
    stated = _bare_title(document, folded, headed.span) if headed else None
    return _fuller(stated, _printed(document, folded, parts))


def _printed(document: Document, folded: str, parts: Parts) -> Stated[str] | None:
    """The title in the text, without the occasion behind it (——2024年1月8日在…会议上)."""
    if parts.title is None:
        head = _HEADLINE.match(folded)
        place = Span(*head.span("title")) if head else None
        return Stated(place.of(document.text), place) if place else None
    match = _OCCASION.search(folded, parts.title.start, parts.title.end)
    span = Span(parts.title.start, match.start() if match else parts.title.end)
    return _bare_title(document, folded, span)


def _bare_title(document: Document, folded: str, span: Span) -> Stated[str]:
    """A title without the number of its paper."""
    bare = _NUMBERED_TITLE.fullmatch(folded, span.start, span.end)
    if bare is not None:
        span = Span(*bare.span("marked" if bare["marked"] else "title"))
    return Stated(one_line(span.of(document.text)), span)


def _fuller(stated: Stated[str] | None, printed: Stated[str] | None) -> Stated[str] | None:
    """The title of the block, unless the printed one is the same with the body's name before it."""
    if stated is None or printed is None:
        return stated or printed
    whole, part = (_BLANKS.sub("", title.value) for title in (printed, stated))
    return printed if whole.endswith(part) and whole != part else stated


def declared_title(document: Document) -> str | None:
    """The title that the file declares, without the name of the site, if it ends as titles do."""
    if not document.title:
        return None
    title = document.title.strip()
    return next((words for words in (title, _SITE.sub("", title)) if title_word(words)), None)


def folded_title(folded: str, title: Stated[str]) -> str:
    """The folded words of a title without the line ends that they were broken at."""
    return _LINE_END.sub("", title.span.of(folded))


def find_number(document: Document, folded: str, parts: Parts) -> Stated[str] | None:
    """发文字号 on a line of its own at the head, else before or behind the title."""
    for paragraph in parts.having(Role.NUMBER):
        match = _NUMBER_WORDS.search(paragraph.text)
        if match:
            span = Span(*match.span()).shift(paragraph.span.start)
            return Stated(span.of(document.text), span)
    title = _NUMBERED_TITLE.fullmatch(folded, parts.title.start, parts.title.end) if parts.title else None
    where = next((name for name in ("before", "boxed", "behind") if title and title[name]), None)
    beside = Span(*title.span(where)) if title and where else None
    return Stated(beside.of(document.text), beside) if beside else None
