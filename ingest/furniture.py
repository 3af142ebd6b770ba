"""Lines that belong to the page and not to the document: page numbers, buttons, notices of the site (pure)."""

from __future__ import annotations

import re
from functools import cache

from ingest.rules import rows

_LONGEST_ERROR = 100
_LONGEST = 80
"""A line of furniture is short; a longer line that holds such words is prose."""

_PAGE_NUMBER = re.compile(
    r"""
      [-—–－一·]\s*\d{1,4}\s*[-—–－一·]      # — 12 —, also where the dash was read as 一
    | 第\s*\d{1,4}\s*页(?:\s*[,，/／]?\s*共\s*\d{1,4}\s*页)?   # 第12页 共30页
    | Page\s*\d{1,4}(?:\s*of\s*\d{1,4})?
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_page_number(line: str) -> bool:
    """Whether a line is nothing but the number of its page, in a form that is not also a line of text."""
    return len(line) <= _LONGEST and _PAGE_NUMBER.fullmatch(line.strip()) is not None


def is_furniture(line: str) -> bool:
    """Whether a line is a page number or words of the site around a document."""
    words = line.strip()
    return 0 < len(words) <= _LONGEST and (is_page_number(words) or _pattern("furniture").fullmatch(words) is not None)


def is_error_message(text: str) -> bool:
    """Whether a whole short text is what a server says instead of a document."""
    words = text.strip()
    return len(words) <= _LONGEST_ERROR and _pattern("error").search(words) is not None


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """The rows of one kind as one expression."""
    patterns = (pattern for row_kind, pattern, *_ in rows("furniture.tsv") if row_kind == kind)
    return re.compile("|".join(patterns), re.IGNORECASE)
