"""Two documents side by side, paragraph by paragraph; pure, and bounded in time for texts of any length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from corpus import Analysis, Span
from webapp.views_text import shown_items

MOST_ROWS = 2000
"""Paragraphs of each side that are compared."""
LONGEST = 1500
"""Characters of a paragraph within which single words are compared; a longer one is shown as replaced."""
ALIKE = 0.4
"""From this share of common characters on, two paragraphs are the same one, changed."""


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of a paragraph: `same`, `new` or `gone`."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One paragraph on both sides; `kind` is `same`, `changed`, `new` or `gone`."""

    kind: str
    before: tuple[Change, ...]
    after: tuple[Change, ...]
    before_eid: str | None = None
    after_eid: str | None = None


@dataclass(frozen=True, slots=True)
class _Paragraph:
    text: str
    eid: str | None


def compared(before: Analysis, after: Analysis) -> tuple[ComparedRow, ...]:
    """What was added, taken out and changed from one document to the other, in order."""
    old, new = _paragraphs(before), _paragraphs(after)
    matcher = SequenceMatcher(None, [item.text for item in old], [item.text for item in new], autojunk=False)
    rows: list[ComparedRow] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            rows.extend(_same(x, y) for x, y in zip(old[a:b], new[c:d], strict=True))
        else:
            rows.extend(_changed(old[a:b], new[c:d]))
    return tuple(rows)


def count_changes(rows: Sequence[ComparedRow]) -> dict[str, int]:
    """How many paragraphs are of each kind."""
    return {kind: sum(row.kind == kind for row in rows) for kind in ("new", "gone", "changed", "same")}


def _paragraphs(analysis: Analysis) -> list[_Paragraph]:
    """Headings, clauses and rows of tables, as their words without white space at line ends."""
    out: list[_Paragraph] = []
    for item in shown_items(analysis, ()):
        if item.kind == "table":
            for row in item.rows:
                words = "｜".join("".join(part.text for part in cell.segments).strip() for cell in row.cells)
                out.append(_Paragraph(words, next(iter(row.eids), None)))
        elif item.kind != "metadata":
            out.append(_Paragraph("".join(_words(analysis, item.span).split()), item.eid))
    return [item for item in out if item.text][:MOST_ROWS]


def _words(analysis: Analysis, span: Span) -> str:
    return span.of(analysis.document.text)


def _same(old: _Paragraph, new: _Paragraph) -> ComparedRow:
    return ComparedRow("same", (Change(old.text, "same"),), (Change(new.text, "same"),), old.eid, new.eid)


def _changed(old: Sequence[_Paragraph], new: Sequence[_Paragraph]) -> Iterator[ComparedRow]:
    """Pairs up the paragraphs of a changed stretch that are alike, in order; the others stand alone."""
    at = 0
    for paragraph in old:
        like = next((n for n in range(at, min(at + 8, len(new))) if _alike(paragraph.text, new[n].text)), None)
        if like is None:
            yield ComparedRow("gone", (Change(paragraph.text, "gone"),), (), paragraph.eid)
            continue
        for added in new[at:like]:
            yield _added(added)
        yield _pair(paragraph, new[like])
        at = like + 1
    for added in new[at:]:
        yield _added(added)


def _added(paragraph: _Paragraph) -> ComparedRow:
    return ComparedRow("new", (), (Change(paragraph.text, "new"),), None, paragraph.eid)


def _alike(one: str, other: str) -> bool:
    if max(len(one), len(other)) > LONGEST:
        return one[:40] == other[:40]
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _pair(old: _Paragraph, new: _Paragraph) -> ComparedRow:
    if max(len(old.text), len(new.text)) > LONGEST:
        return ComparedRow("changed", (Change(old.text, "gone"),), (Change(new.text, "new"),), old.eid, new.eid)
    before: list[Change] = []
    after: list[Change] = []
    matcher = SequenceMatcher(None, old.text, new.text, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if a < b:
            before.append(Change(old.text[a:b], "same" if kind == "equal" else "gone"))
        if c < d:
            after.append(Change(new.text[c:d], "same" if kind == "equal" else "new"))
    return ComparedRow("changed", tuple(before), tuple(after), old.eid, new.eid)
