"""An answer as a page shows it: sentences with the numbers of their sources, and the sources."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.masking import mask
from corpus.store.records import titled
from search.answer import Answer, Basis
from webapp.labels import Tag
from webapp.links import clause_url

STRENGTHS = {
    "direct": Tag("直接依据", "green", "check"),
    "partial": Tag("部分依据", "amber", "bang"),
    "none": Tag("未找到", "grey", "ring"),
}

_NUMBER = re.compile(r"\[(\d{1,3})\]")


@dataclass(frozen=True, slots=True)
class Chip:
    """The number of a source, and where it leads."""

    number: int
    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the answer's text, or the number of a source."""

    text: str
    chip: Chip | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One source of an answer."""

    number: int
    basis: Basis
    quote: str
    address: str
    quoted_duty: bool


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An answer, or a refusal."""

    answer: Answer
    strength: Tag
    paragraphs: tuple[tuple[Part, ...], ...]
    sources: tuple[Source, ...]


def answer_view(answer: Answer) -> AnswerView:
    """What a page shows of an answer."""
    chips = {number: _chip(number, basis) for number, basis in enumerate(answer.bases, 1)}
    return AnswerView(
        answer,
        STRENGTHS[answer.strength.value],
        tuple(tuple(_parts(line, chips)) for line in mask(answer.text).split("\n") if line.strip()),
        tuple(
            Source(number, basis, mask(basis.quote), clause_url(basis.document, basis.clause), basis.role == "quoted")
            for number, basis in enumerate(answer.bases, 1)
        ),
    )


def _chip(number: int, basis: Basis) -> Chip:
    place = f"，{basis.heading}" if basis.heading else ""
    return Chip(number, f"[{number}] {titled(basis.title)}{place}", clause_url(basis.document, basis.clause))


def _parts(line: str, chips: dict[int, Chip]) -> list[Part]:
    """A line cut at the numbers of sources; a number without a source stays text."""
    out: list[Part] = []
    at = 0
    for match in _NUMBER.finditer(line):
        chip = chips.get(int(match[1]))
        if chip is None:
            continue
        out.append(Part(line[at : match.start()]))
        out.append(Part("", chip))
        at = match.end()
    out.append(Part(line[at:]))
    return [part for part in out if part.text or part.chip]
