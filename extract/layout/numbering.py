"""Ordinals at the start of a line: 第一章, 第三条, 一、, （二）, 3., (4), ⑤, 2.1, 专栏1, ——.

The kinds are rows of `lexicon/numbering.tsv`; one pattern is made of them all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.lexicon import rows
from extract.numbers.numerals import parse_number

_HAN = r"(?:[〇零一二三四五六七八九十百千]{1,8}|\d{1,4})"


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of the table: its rank among ordinals (outer ones first), the level of its sections, its id prefix."""

    name: str
    rank: int
    level: int
    prefix: str


@dataclass(frozen=True, slots=True)
class Label:
    """An ordinal as it stands at the start of a line.

    Attributes:
        kind: which row it is.
        steps: its value, all of them for 2.1.3; empty for —— and an unnumbered 专栏.
        suffix: the number behind 之 in 第三条之一.
        end: length of the ordinal with its mark and the blanks behind it.
    """

    kind: Kind
    steps: tuple[int, ...]
    suffix: int | None
    end: int

    @property
    def number(self) -> int | None:
        """The value, the last step of 2.1.3; None without one."""
        return self.steps[-1] if self.steps else None

    @property
    def rank(self) -> int:
        """Outer ordinals have a smaller one; 2.1 is outside of 2.1.3."""
        return 10 * self.kind.rank + len(self.steps)


KINDS = {row[0]: Kind(row[0], int(row[1]), int(row[2]), row[3]) for row in rows("numbering")}


def _pattern(name: str, pattern: str) -> str:
    """The row's pattern under its own group names."""
    named = re.sub(r"\(\?P<(n\d?|m)>", lambda match: f"(?P<{name}_{match[1]}>", pattern)
    return f"(?P<{name}>{named})".replace("HAN", _HAN)


_LABEL = re.compile("(?:" + "|".join(_pattern(row[0], row[4]) for row in rows("numbering")) + r")[ \t]*")
_NUMBERS = {name: tuple(group for group in _LABEL.groupindex if re.fullmatch(rf"{name}_n\d?", group)) for name in KINDS}
CHAPTER = "|".join(
    re.sub(r"\(\?P<n>", "(?:", row[4]).replace("HAN", _HAN)
    for row in rows("numbering")
    if row[0] in {"part", "chapter"}
)
"""Pattern of the ordinals of parts and chapters."""

_SIGNS = {
    chr(first + at): at + 1
    for first, count in ((0x2460, 20), (0x2474, 20), (0x2488, 20), (0x3220, 10))
    for at in range(count)
}
"""Numbers that are one character: ① ⑴ ⒈ ㈠."""
_FIRST = frozenset("第一二三四五六七八九十百([0123456789专-").union(_SIGNS)
_MARKDOWN = re.compile(r"(?:#{1,6}[ ]+|>[ ]+)?(?:\*\*)?")


def read_label(line: str) -> Label | None:
    """The ordinal that a folded line begins with; None if it begins with none.

    The signs of Markdown before it (`## `, `**`) count to it.
    """
    start = 0
    if line[:1] in "#>*":
        start = _MARKDOWN.match(line).end()  # type: ignore[union-attr]  # matches the empty string
    if line[start : start + 1] not in _FIRST:
        return None
    match = _LABEL.match(line, start)
    if match is None or match.lastgroup is None:
        return None
    return _label(match)


def _label(match: re.Match[str]) -> Label:
    """The label that the pattern found; the row's own group is the last that closes."""
    name = match.lastgroup or ""
    digits = next((match[group] for group in _NUMBERS[name] if match[group]), "")
    suffix = match["article_m"]
    return Label(
        kind=KINDS[name],
        steps=tuple(map(_value, digits.split("."))) if digits else (),
        suffix=_value(suffix) if suffix else None,
        end=match.end(),
    )


def _value(digits: str) -> int:
    """What 十二, 12, 〇 or ⑤ says; 0 where it says nothing."""
    if digits in _SIGNS:
        return _SIGNS[digits]
    if digits.isdecimal():
        return int(digits)
    number = parse_number(digits)
    return int(number) if number is not None else 0
