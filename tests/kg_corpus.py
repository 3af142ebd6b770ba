"""Small analyses made by hand, about invented places, that the tests of the graph put into a store."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
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
    IndicatorKind,
    Metadata,
    Organization,
    OrganizationMention,
    Outline,
    PartialDate,
    Period,
    Relation,
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

    def points(self, words: str, name: str, value: int, when: str, kind: IndicatorKind = IndicatorKind.ACTUAL) -> Draft:
        """Adds an indicator that counts places."""
        return self.value(words, name, value=Decimal(value), unit="个", kind=kind, when=Period.parse(when))

    def cites(self, title: str, **given: Any) -> Draft:
        """Adds a citation."""
        self.facts.append(Citation(self.span(title), title, **given))
        return self

    @property
    def analysis(self) -> Analysis:
        """What was made; each line of the text is a clause."""
        name = f"{self.metadata.issuer}{self.metadata.title}.txt"
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


def reply_2025() -> Draft:
    """A reply with two promises, one indicator's target and value, and a citation by number."""
    text = (
        "澜岭省民政厅\n"
        "根据《澜岭省养老规划》（澜政发〔2024〕6号），由我厅牵头，省财政厅配合，到2025年底全省老年助餐服务点达到3600个。\n"
        "2025年底前出台《澜岭省社区助餐办法》。\n"
        "截至2025年6月底，建成老年助餐服务点3120个。\n"
    )
    paper = draft(
        text,
        "关于第0317号提案的答复",
        "2025-08-12",
        "澜岭省民政厅",
        proposal_number="0317",
        genre=Genre.PROPOSAL_REPLY,
    )
    paper.body("澜岭省民政厅", Role.ISSUER).body("省财政厅", Role.JOINT)
    paper.cites("澜岭省养老规划", number="澜政发〔2024〕6号")
    promise = "由我厅牵头，省财政厅配合，到2025年底全省老年助餐服务点达到3600个。"
    paper.promise(promise, "2025", ("我厅",), ("省财政厅",))
    paper.promise("2025年底前出台《澜岭省社区助餐办法》。", "2025")
    paper.done("截至2025年6月底，建成老年助餐服务点3120个。")
    paper.value(
        "3600个", "老年助餐服务点", value=Decimal(3600), unit="个", kind=IndicatorKind.TARGET, when=Period.parse("2025")
    )
    paper.value("3120个", "建成老年助餐服务点", value=Decimal(3120), unit="个", when=Period.parse("2025-06"))
    return paper


def reply_2026() -> Draft:
    """A year later: the target is reached, another promise is made."""
    text = "澜岭省民政厅\n截至2025年底，全省建成老年助餐服务点3650个。\n到2028年，全省老年助餐服务点达到6000个。\n"
    paper = draft(text, "关于第0142号提案的答复", "2026-08-20", "澜岭省民政厅", genre=Genre.PROPOSAL_REPLY)
    paper.body("澜岭省民政厅", Role.ISSUER)
    paper.done("截至2025年底，全省建成老年助餐服务点3650个。")
    paper.promise("到2028年，全省老年助餐服务点达到6000个。", "2028")
    paper.value("3650个", "老年助餐服务点", value=Decimal(3650), unit="个", when=Period.parse("2025"))
    paper.value(
        "6000个", "老年助餐服务点", value=Decimal(6000), unit="个", kind=IndicatorKind.TARGET, when=Period.parse("2028")
    )
    return paper


def plan_2024() -> Draft:
    """The notice that prints the plan which the reply cites."""
    title = "澜岭省人民政府办公厅关于印发《澜岭省养老规划》的通知"
    text = "现将《澜岭省养老规划》印发给你们。\n"
    return draft(text, title, "2024-01-29", "澜岭省人民政府办公厅", doc_number="澜政发〔2024〕6号")


def measures_2025() -> Draft:
    """The paper that the reply of 2025 promised."""
    text = "第一条 为规范社区助餐，制定本办法。\n《澜岭省老年餐桌办法》（澜民发〔2019〕52号）同时废止。\n"
    title = "澜岭省民政厅关于印发《澜岭省社区助餐办法》的通知"
    paper = draft(text, title, "2025-12-18", "澜岭省民政厅", genre=Genre.MEASURES)
    return paper.cites("澜岭省老年餐桌办法", number="澜民发〔2019〕52号", relation=Relation.REPEALS)


def measures_2019() -> Draft:
    """The paper that these measures repeal."""
    title = "澜岭省民政厅关于印发《澜岭省老年餐桌办法》的通知"
    text = "第一条 为规范老年餐桌，制定本办法。\n"
    return draft(text, title, "2019-06-14", "澜岭省民政厅", doc_number="澜民发〔2019〕52号", genre=Genre.MEASURES)


ALL = (reply_2025, reply_2026, plan_2024, measures_2025, measures_2019)
"""The whole small corpus."""
