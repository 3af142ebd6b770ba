"""All that is known of one document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from corpus.document import Document
from corpus.errors import Problem
from corpus.facts import (
    Achievement,
    Citation,
    Commitment,
    Fact,
    Indicator,
    OrganizationMention,
    QuotedDuty,
    TimeMention,
)
from corpus.number import DocumentNumber
from corpus.organization import Organization
from corpus.outline import Outline
from corpus.period import PartialDate, Period
from corpus.span import Span

F = TypeVar("F", bound=Fact)


class Genre(StrEnum):
    """Kind of document; the Chinese word of the title is kept beside it in `Metadata.genre_word`."""

    PROPOSAL_REPLY = "proposal_reply"  # 提案、建议答复
    PLAN = "plan"  # 规划、方案、工作要点
    PRESS_BRIEFING = "press_briefing"  # 新闻发布
    CONSULTATION_DRAFT = "consultation_draft"  # 征求意见稿
    NOTICE = "notice"  # 通知、通告、公告
    REPORT = "report"  # 报告、公报
    MEASURES = "measures"  # 办法、规定、细则、条例
    OPINION = "opinion"  # 意见、决定、批复
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says of itself; None where it does not say (never filled from another field).

    Attributes:
        title: as written.
        genre: kind of document.
        genre_word: the word it was told by, e.g. 实施方案.
        doc_number: 发文字号 as written; `document_number` reads it.
        index_number: 索引号.
        issuer: 发文机关 as written, joint ones joined by 、; the public form parts them as the text does.
        region: the province, city or county that the issuer belongs to, by its full name; 全国 for central bodies.
        addressee: 主送机关 as written.
        proposal_number: digits of the 提案 or 建议 number.
        proposal_title: 案由.
        written_on: 成文日期.
        published_on: 发布日期.
        consult_until: end of a consultation.
        period: planning period.
        in_force_from: 施行日期.
        in_force_until: 失效日期.
        validity: 有效性 as the page states it.
        publicity: 公开属性 as stated, e.g. 主动公开.
        source_url: address of the page, if the text gives it.
        spans: field name to the place its value was read at.
    """

    title: str | None = None
    genre: Genre = Genre.OTHER
    genre_word: str | None = None
    doc_number: str | None = None
    index_number: str | None = None
    issuer: str | None = None
    region: str | None = None
    addressee: str | None = None
    proposal_number: str | None = None
    proposal_title: str | None = None
    written_on: PartialDate | None = None
    published_on: PartialDate | None = None
    consult_until: PartialDate | None = None
    period: Period | None = None
    in_force_from: PartialDate | None = None
    in_force_until: PartialDate | None = None
    validity: str | None = None
    publicity: str | None = None
    source_url: str | None = None
    spans: dict[str, Span] = field(default_factory=dict)

    @property
    def document_number(self) -> DocumentNumber | None:
        """The 发文字号 read as code, year and serial; None where there is none or it cannot be read."""
        return DocumentNumber.find(self.doc_number) if self.doc_number else None

    @property
    def as_of(self) -> PartialDate | None:
        """The date from which relative words (去年, 目前) are read: 成文, else 发布."""
        return self.written_on or self.published_on


@dataclass(frozen=True, slots=True)
class Analysis:
    """One document with its metadata, outline, bodies and facts: the one value all later stages take.

    Attributes:
        document: the text and its layout.
        metadata: what it says of itself.
        outline: sections and clauses.
        organizations: the bodies it names, one record each.
        facts: all kinds, by place in the text.
        problems: of reading and of extraction.
        rules: version of the rules that made it.
    """

    document: Document
    metadata: Metadata
    outline: Outline
    organizations: tuple[Organization, ...] = ()
    facts: tuple[Fact, ...] = ()
    problems: tuple[Problem, ...] = ()
    rules: str = ""

    def of(self, kind: type[F]) -> Iterator[F]:
        """The facts of one kind, by place in the text."""
        return (fact for fact in self.facts if isinstance(fact, kind))

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """Its commitments."""
        return tuple(self.of(Commitment))

    @property
    def achievements(self) -> tuple[Achievement, ...]:
        """Its achievements."""
        return tuple(self.of(Achievement))

    @property
    def quoted_duties(self) -> tuple[QuotedDuty, ...]:
        """The duties it quotes."""
        return tuple(self.of(QuotedDuty))

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """Its indicators."""
        return tuple(self.of(Indicator))

    @property
    def times(self) -> tuple[TimeMention, ...]:
        """Its time expressions."""
        return tuple(self.of(TimeMention))

    @property
    def mentions(self) -> tuple[OrganizationMention, ...]:
        """The places where it names bodies."""
        return tuple(self.of(OrganizationMention))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The documents it names."""
        return tuple(self.of(Citation))

    def quote(self, fact: Fact) -> str:
        """The words of the document that a fact was found at."""
        return fact.span.of(self.document.text)
