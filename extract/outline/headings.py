"""The outline of a document: sections under their headings, clauses in them, sentences in those.

A heading that stands alone is a section and no clause; one that runs into its text belongs to its clause as well.
A clause is a paragraph, an article (`art_3`, its further paragraphs `art_3__p_2`) or a row of a table (`tbl_1__row_3`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus import BlockKind, Clause, Document, Outline, Span, Table
from extract.layout.numbering import Label, read_label
from extract.layout.paragraphs import Paragraph
from extract.layout.part_role import Role
from extract.layout.parts import Parts, find_parts
from extract.layout.sentences import split
from extract.outline.inner_lead_ins import part_at_lead_ins
from extract.outline.marks import Mark
from extract.outline.outline_marks import find_marks
from extract.outline.sections import Placed, build_sections

_ARTICLE_FIRST = frozenset("第#*")
"""What an article's paragraph begins with."""
_NO_CLAUSE = frozenset({Role.METADATA, Role.CONTENTS})
_ENDS = frozenset({Role.SIGNATURE, Role.NOTE, Role.IMPRINT, Role.TITLE})
"""Parts that stand in no section."""


def find_outline(document: Document, folded: str, parts: Parts | None = None) -> Outline:
    """The sections and clauses of `document`, whose folded text is `folded`.

    `parts` are its parts, where they are known already.
    """
    parts = parts or find_parts(document, folded)
    paragraphs, roles = _without_tables(parts)
    paragraphs, roles, marks = part_at_lead_ins(paragraphs, roles, find_marks(paragraphs, roles))
    ends = frozenset(index for index, role in enumerate(roles) if role in _ENDS)
    placed = build_sections(document.text, paragraphs, marks, ends)
    return Outline(placed.sections, tuple(_clauses(folded, paragraphs, roles, marks, placed)))


def _without_tables(parts: Parts) -> tuple[Sequence[Paragraph], Sequence[Role]]:
    """Paragraphs and roles with the lines of each flattened table put together to one, parted by its captions."""
    paragraphs: list[Paragraph] = []
    roles: list[Role] = []
    at = 0
    for found in parts.tables:
        lines = slice(found.first, found.stop)
        if not set(parts.roles[lines]) <= {Role.BODY, Role.CONTENTS}:
            continue
        for first, stop in found.stretches():
            span = Span(parts.paragraphs[first].span.start, parts.paragraphs[stop - 1].span.end)
            words = "\n".join(paragraph.text for paragraph in parts.paragraphs[first:stop])
            table = replace(found.table, cells=tuple(cell for cell in found.table.cells if span.contains(cell.span)))
            paragraphs += [*parts.paragraphs[at:first], Paragraph(span, words, BlockKind.TABLE, None, table)]
            roles += [*parts.roles[at:first], Role.BODY]
            at = stop
    return [*paragraphs, *parts.paragraphs[at:]], [*roles, *parts.roles[at:]]


@dataclass(slots=True)
class _Ids:
    """Counts that keep the ids of clauses unique."""

    paragraphs: Counter[str | None] = field(default_factory=Counter)
    articles: Counter[str] = field(default_factory=Counter)
    tables: int = 0

    def paragraph(self, section: str | None) -> str:
        self.paragraphs[section] += 1
        return f"{section}__p_{self.paragraphs[section]}" if section else f"p_{self.paragraphs[section]}"

    def article(self, label: Label) -> str:
        name = f"art_{label.number}" + (f"-{label.suffix}" if label.suffix else "")
        self.articles[name] += 1
        return name if self.articles[name] == 1 else f"{name}_{self.articles[name]}"


def _clauses(
    folded: str,
    paragraphs: Sequence[Paragraph],
    roles: Sequence[Role],
    marks: Sequence[Mark],
    placed: Placed,
) -> Iterator[Clause]:
    """The clauses in document order."""
    alone = {mark.index + step for mark in marks for step in range(mark.lines)}
    sections = {mark.index for mark in marks}
    ids, article = _Ids(), None
    for index, paragraph in enumerate(paragraphs):
        role, section = roles[index], placed.at[index]
        label = read_label(paragraph.text) if role is Role.BODY and paragraph.text[0] in _ARTICLE_FIRST else None
        if index in sections or role is not Role.BODY:
            article = None
        if index in alone or role in _NO_CLAUSE:
            continue
        if paragraph.table is not None:
            ids.tables += 1
            yield from _rows(folded, paragraph.table, f"tbl_{ids.tables}", section)
            continue
        if label is not None and label.kind.name == "article":
            article = eid = ids.article(label)
        else:
            eid = ids.paragraph(article or section)
        sentences = () if role is Role.TITLE else split(folded, paragraph.span)
        yield Clause(eid, paragraph.span, section, sentences)


def _rows(folded: str, table: Table, eid: str, section: str | None) -> Iterator[Clause]:
    """A clause for each row of a table that has words, with the sentences of its cells."""
    rows: dict[int, list[Span]] = {}
    for cell in table.cells:
        span = cell.span.strip(folded)
        if len(span):
            rows.setdefault(cell.row, []).append(span)
    for row in sorted(rows):
        cells = sorted(rows[row])
        sentences = tuple(sentence for cell in cells for sentence in split(folded, cell))
        yield Clause(f"{eid}__row_{row + 1}", Span(cells[0].start, cells[-1].end), section, sentences)
