"""Small analyses made by hand, about invented places, that the tests of the graph put into a store."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from corpus import (
    Achievement,
    Actor,
    Analysis,
    Citation,
    Clause,
    Commitment,
    Fact,
    Genre,
    Indicator,
    Metadata,
    Organization,
    OrganizationMention,
    Outline,
    PartialDate,
    Role,
    Sentence,
    Span,
)
from corpus.document import document_id
from corpus.store.originals import content_hash
from tests.conftest import plain_document


@dataclass
class Draft:
    """An analysis in the making: facts are added by the words they stand at."""

    text: str
    metadata: Metadata
    facts: list[Fact] = field(default_factory=list)
    organizations: dict[str, Organization] = field(default_factory=dict)

    def span(self, words: str) -> Span:
        """Where the words stand."""
        start = self.text.index(words)
        return Span(start, start + len(words))

    def body(self, name: str, role: Role = Role.MENTIONED, words: str | None = None) -> Draft:
        """Adds a body that the text names."""
        self.organizations[name] = Organization(name, (words,) if words else (), (role,))
        self.facts.append(OrganizationMention(self.span(words or name), name, role))
        return self

    def promise(
        self, words: str, due: str | None = None, lead: tuple[str, ...] = (), joint: tuple[str, ...] = ()
    ) -> Draft:
        """Adds a commitment."""
        actors = tuple(
            Actor(name, role, self.span(name))
            for role, names in ((Role.LEAD, lead), (Role.JOINT, joint))
            for name in names
        )
        deadline = PartialDate.parse(due) if due else None
        self.facts.append(Commitment(self.span(words), deadline, actors, binding=deadline is not None))
        return self

    def done(self, words: str) -> Draft:
        """Adds an achievement."""
        self.facts.append(Achievement(self.span(words)))
        return self

    def value(self, words: str, name: str, **given: Any) -> Draft:
        """Adds an indicator."""
        self.facts.append(Indicator(self.span(words), name, **({"subject": None, "unit": "%"} | given)))
        return self

    def cites(self, title: str, **given: Any) -> Draft:
        """Adds a citation."""
        self.facts.append(Citation(self.span(title), title, **given))
        return self

    @property
    def analysis(self) -> Analysis:
        """What was made; each line of the text is a clause."""
        name = f"{self.metadata.title}.txt"
        digest = content_hash((name + self.text).encode())
        plain = plain_document(self.text, name)
        document = replace(plain, id=document_id(digest), source=replace(plain.source, content_hash=digest))
        clauses = tuple(
            Clause(f"p_{at}", block.span.strip(self.text), None, (Sentence(block.span.strip(self.text)),))
            for at, block in enumerate(document.blocks, 1)
        )
        facts = tuple(sorted(self.facts, key=lambda fact: fact.span.start))
        return Analysis(
            document, self.metadata, Outline((), clauses), tuple(self.organizations.values()), facts, rules="test"
        )


def draft(text: str, title: str, on: str, issuer: str | None = None, **given: Any) -> Draft:
    """A draft of a document with this text."""
    genre = given.pop("genre", Genre.NOTICE)
    metadata = Metadata(title=title, genre=genre, issuer=issuer, written_on=PartialDate.parse(on), **given)
    return Draft(text, metadata)
