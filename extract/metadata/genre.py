"""The genre of a document, by its title, by how its text opens and closes, and by whether it holds what it issues."""

from __future__ import annotations

import re

from corpus import Genre
from extract.layout.genre import classify, issued_paper
from extract.layout.part_role import Role
from extract.layout.parts import Parts

_OPENING, _CLOSE = 12, 10
_PAPER, _FEW = 200, 12
"""Characters behind the signature, or paragraphs where there is none, that an issued paper has at least."""
_SLACK, _SHORT_LINE = 12, 6
_MARKS = str.maketrans("〈〉", "《》")


def find_genre(title: str | None, parts: Parts) -> tuple[Genre, str | None]:
    """The genre and the word of the folded `title`, or of the text, that tells it."""
    return classify(title, _ends(parts), alone=_stands_alone(parts, title))


def _ends(parts: Parts) -> str:
    """The opening and the close of the text, which tell its genre where the title does not."""
    kept = [
        paragraph.text
        for paragraph, role in zip(parts.paragraphs, parts.roles, strict=True)
        if role not in {Role.METADATA, Role.TITLE, Role.CONTENTS}
    ]
    return "\n".join(kept if len(kept) <= _OPENING + _CLOSE else (*kept[:_OPENING], *kept[-_CLOSE:]))


def _stands_alone(parts: Parts, title: str | None) -> bool:
    """Whether a notice issues a paper that the document does not hold: no line bears its title, little is behind."""
    paper = issued_paper(title) if title else None
    if paper is None:
        return False
    words = paper.replace(" ", "").translate(_MARKS)
    behind, dated = 0, False
    for paragraph, role in zip(parts.paragraphs, parts.roles, strict=True):
        dated = dated or role is Role.DATE
        if role is Role.TITLE and (dated or re.sub(r"\s+", "", paragraph.text).strip('《》"') == words):
            return False
        if role is not Role.BODY:
            continue
        behind += len(paragraph.text) if dated else 0
        line = (
            re.sub(r"\s+", "", paragraph.text).strip('《》"').translate(_MARKS)
            if len(paragraph.text) <= len(words) + _SLACK
            else ""
        )
        if len(line) > _SHORT_LINE and (line in words or line.startswith(words) or line.endswith(words)):
            return False
    return behind < _PAPER if dated else len(parts.paragraphs) < _FEW
