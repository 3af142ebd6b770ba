"""What is found in a document; every fact has the span it was found at."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from corpus.organization import Role
from corpus.period import PartialDate, Period
from corpus.span import Span


class TimeRole(StrEnum):
    """What a time expression does in its sentence."""

    DEADLINE = "deadline"  # 到2025年底
    START = "start"  # 自2022年8月30日起
    AS_OF = "as_of"  # 截至2022年3月底
    PERIOD = "period"  # “十四五”期间
    EVENT = "event"  # 2021年11月，印发了…
    RECURRING = "recurring"  # 每年12月31日前


class Comparison(StrEnum):
    """How a value is meant."""

    EQUAL = "="
    AT_LEAST = ">="  # 不低于、以上、超过
    AT_MOST = "<="  # 不超过、以内、控制在…以下
    ABOUT = "~"  # 左右、约、近
    RANGE = "range"  # 63%～68%


class IndicatorKind(StrEnum):
    """Whether a value is, shall be, or must not be passed."""

    ACTUAL = "actual"  # 现状值
    TARGET = "target"  # 目标值
    LIMIT = "limit"  # 限值、标准


class Relation(StrEnum):
    """What a document does with the one it cites."""

    CITES = "cites"  # 引用
    BASED_ON = "based_on"  # 依据
    IMPLEMENTS = "implements"  # 贯彻
    PROMULGATES = "promulgates"  # 印发
    FORWARDS = "forwards"  # 转发
    DRAFTS = "drafts"  # 制定
    REPEALS = "repeals"  # 废止
    REPLIES_TO = "replies_to"  # 答复


@dataclass(frozen=True, slots=True)
class Actor:
    """A body that has to act on a commitment, as named there.

    Attributes:
        name: the words of the source.
        role: `lead` or `joint`; `bound` for a class of the market or of persons.
        span: where it is named; None where it follows from the document (我们 = the issuer).
        organization: the name of the body in `Analysis.organizations`, once resolved.
    """

    name: str
    role: Role
    span: Span | None = None
    organization: str | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """Something to be done from now on: an undertaking, a task, a requirement, a target.

    Attributes:
        span: the sentence or part of it.
        deadline: stated in the sentence, or in the line or bracket of those responsible that covers it (完成时限：…);
            never that of a section.
        actors: who has to act.
        binding: the outcome can be checked: a number, a date, a named deliverable.
        missing: for a soft one, what is missing: `date`, `number`, `body`.
        confidence: 0 to 1.
        reasons: names of the features that decided.
        due_by_note: the deadline is that of such a line or bracket, and not of its own words.
    """

    span: Span
    deadline: PartialDate | None = None
    actors: tuple[Actor, ...] = ()
    binding: bool = False
    missing: tuple[str, ...] = ()
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    due_by_note: bool = False


@dataclass(frozen=True, slots=True)
class Achievement:
    """Something done, in force, or measured."""

    span: Span
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotedDuty:
    """What another document demands; neither done nor promised here."""

    span: Span
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """A value of something measurable.

    Attributes:
        span: the words that state it (in a table: the value's cell).
        name: what is measured.
        subject: whose; None where the text does not say.
        value: one number, or the two ends of a range; None where the table's value is no number (完成国家下达指标).
        unit: as written, e.g. `万人`, `%`, `个百分点`.
        comparison: how the value is meant.
        when: the time the value holds for, as precise as stated.
        kind: actual, target or limit.
        baseline: the row's value in the base year, as `value`; tables only, like the four below.
        baseline_when: base year.
        target: the row's target, as `value`.
        target_when: target year.
        nature: 约束性 or 预期性, as written.
        from_table: the value stands in a table.
    """

    span: Span
    name: str
    subject: str | None
    value: Decimal | tuple[Decimal, Decimal] | None
    unit: str | None
    comparison: Comparison = Comparison.EQUAL
    when: Period | None = None
    kind: IndicatorKind = IndicatorKind.ACTUAL
    baseline: Decimal | tuple[Decimal, Decimal] | None = None
    baseline_when: Period | None = None
    target: Decimal | tuple[Decimal, Decimal] | None = None
    target_when: Period | None = None
    nature: str | None = None
    from_table: bool = False
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression; `period` is None for vague and recurring ones."""

    span: Span
    period: Period | None
    role: TimeRole
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OrganizationMention:
    """A body named at a place.

    Attributes:
        span: the words.
        organization: the name of the body in `Analysis.organizations`.
        role: what it does at this place.
    """

    span: Span
    organization: str
    role: Role
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """Another document, named.

    Attributes:
        span: the title with its marks, and the 文号 behind it.
        title: without marks.
        number: 文号 as written, if given.
        by: who issued it, if said.
        relation: what this document does with it.
    """

    span: Span
    title: str
    number: str | None = None
    by: str | None = None
    relation: Relation = Relation.CITES
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()


Statement = Commitment | Achievement | QuotedDuty
Fact = Statement | Indicator | TimeMention | OrganizationMention | Citation

FACT_KINDS: dict[str, type[Fact]] = {
    "commitment": Commitment,
    "achievement": Achievement,
    "quoted": QuotedDuty,
    "indicator": Indicator,
    "time": TimeMention,
    "organization": OrganizationMention,
    "citation": Citation,
}
"""Kind as it stands in ids, URLs and tables, and its record; the order is that of the pages."""


def kind_of(fact: Fact) -> str:
    """The kind's name, e.g. `commitment`."""
    return next(kind for kind, record in FACT_KINDS.items() if isinstance(fact, record))
