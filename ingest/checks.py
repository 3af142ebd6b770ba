"""What is looked at in every file, whatever reads it: its size, a secret mark, whether anything was read at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from pathlib import PurePath

from corpus import Block, BlockKind, Problem
from ingest.furniture import is_error_message, is_furniture
from ingest.limits import Limits
from ingest.refusal import refusal
from ingest.rules import rows
from ingest.sniffing import HTML

_FIRST_PAGE = 1500
_HEAD_LINES = 15
_SPACE = r"[\ \u3000\xa0]*"
_LEVEL = rf"(?:绝{_SPACE}密|机{_SPACE}密|秘{_SPACE}密)"

_STARRED = re.compile(rf"(?<![“‘「『《〈\"']){_LEVEL}{_SPACE}★")
"""GB/T 9704-2012, 7.2.2: the level of secrecy, ★, and the term: 机密★1年. In quotes it is talked about."""

_STANDALONE = re.compile(
    rf"""
      {_SPACE}(?:\d{{3,6}}{_SPACE})?     # 份号
      (?:密{_SPACE}级{_SPACE}[：:]{_SPACE})?
      {_LEVEL}
      {_SPACE}(?:特急|加急|特提|平急|急件)?{_SPACE}
    """,
    re.VERBOSE,
)
"""A line of the head that holds nothing but the level, at most with the number of the copy and the urgency."""

_BODY_KINDS = frozenset(BlockKind) - {BlockKind.FURNITURE, BlockKind.METADATA}
_WORD = re.compile(r"[^\W_]")


def check_size(size: int, limits: Limits) -> None:
    """Refuses a file of no bytes or of too many.

    Raises:
        UnreadableFileError: if so.
    """
    if size == 0:
        raise refusal("empty")
    if size > limits.size:
        raise refusal("size", limit=limits.size // (1024 * 1024))


def check_length(text: str, limits: Limits) -> None:
    """Refuses a document of too many characters.

    Raises:
        UnreadableFileError: if so.
    """
    if len(text) > limits.characters:
        raise refusal("characters", limit=limits.characters)


def check_secret(text: str, blocks: Sequence[Block]) -> None:
    """Refuses a document whose first page bears a mark of secrecy.

    Raises:
        UnreadableFileError: if so.
    """
    first = _first_page(text, blocks)
    lines = islice((line for line in first.splitlines() if line.strip()), _HEAD_LINES)
    if _STARRED.search(first) or any(_STANDALONE.fullmatch(line) for line in lines):
        raise refusal("secret")


def _first_page(text: str, blocks: Sequence[Block]) -> str:
    """The text of page 1, or of the beginning where the file has no pages."""
    if blocks and blocks[0].page is not None:
        after = next((block.span.start for block in blocks if block.page != blocks[0].page), len(text))
        return text[:after]
    return text[:_FIRST_PAGE]


def check_body(text: str, blocks: Sequence[Block], media_type: str) -> None:
    """Refuses what has no body: nothing but furniture and metadata, or what a server says instead of a document.

    Raises:
        UnreadableFileError: if so.
    """
    reason = "html_no_body" if media_type == HTML else "no_body"
    if not any(_has_words(block, text) for block in blocks if block.kind in _BODY_KINDS):
        raise refusal(reason)
    if is_error_message(text):
        raise refusal("error_page")


def _has_words(block: Block, text: str) -> bool:
    words = block.span.of(text)
    return _WORD.search(words) is not None and not is_furniture(words)


def name_problems(name: str, media_type: str) -> tuple[Problem, ...]:
    """Says so where a file's name promises another kind of file than its bytes are."""
    expected = {kind for suffix, kind in rows("suffixes.tsv") if suffix == PurePath(name).suffix.lower()}
    if not expected or media_type in expected:
        return ()
    message = f"文件扩展名为{PurePath(name).suffix}，与实际内容（{media_type}）不符，已按实际内容读取。"
    return (Problem("name.suffix", message),)
