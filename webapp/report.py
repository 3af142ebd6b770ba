"""A document's facts as a page of text, for a person to read beside the document."""

from __future__ import annotations

from collections.abc import Iterator

import click

from corpus import Analysis, Commitment, Statement
from corpus.facts import kind_of
from corpus.facts_form import metadata_form
from corpus.masking import mask
from corpus.shown import one_line
from webapp.labels import GENRES, INDICATOR_KINDS, KINDS, ROLES, TIME_ROLES
from webapp.wording import limit_text, period_text, value_text

METADATA_LABELS = {
    "title": "标题",
    "genre": "文种",
    "doc_number": "发文字号",
    "issuer": "发文机关",
    "addressee": "主送机关",
    "proposal_number": "提案（建议）编号",
    "proposal_title": "案由",
    "written_on": "成文日期",
    "published_on": "发布日期",
    "index_number": "索引号",
    "consult_until": "征求意见截止",
    "period": "规划期",
    "in_force_from": "施行日期",
    "in_force_until": "失效日期",
    "validity": "效力状态",
    "publicity": "公开属性",
}
"""Fields of `metadata_form` in the order of the report, and what they are called."""


def print_report(analysis: Analysis) -> None:
    """Prints metadata, outline and all facts."""
    for line in report(analysis):
        click.echo(line)


def report(analysis: Analysis) -> Iterator[str]:
    """The lines of the report."""
    yield from _metadata(analysis)
    yield from _outline(analysis)
    yield from _statements(analysis)
    yield from _indicators(analysis)
    yield from _others(analysis)
    if analysis.problems:
        yield "\n【提醒】"
        yield from (f"  {problem.message}" for problem in analysis.problems)


def _metadata(analysis: Analysis) -> Iterator[str]:
    yield "【文件】"
    form = metadata_form(analysis.metadata)
    for name, label in METADATA_LABELS.items():
        value = form[name]
        if name == "genre":
            value = GENRES[value]
        yield f"  {label}：{'至'.join(value) if isinstance(value, list) else value or '原文未载明'}"


def _outline(analysis: Analysis) -> Iterator[str]:
    yield f"\n【目录】{len(analysis.outline.sections)}个标题"
    for section in analysis.outline.sections:
        yield f"  {'　' * (section.level - 1)}{section.label}{section.title}"


def _statements(analysis: Analysis) -> Iterator[str]:
    statements = [fact for fact in analysis.facts if isinstance(fact, Statement)]
    yield f"\n【表述】{len(statements)}句"
    for fact in statements:
        yield f"  [{KINDS[kind_of(fact)]}] {_line(analysis.quote(fact))}"
        if isinstance(fact, Commitment):
            actors = "、".join(f"{actor.name}（{ROLES[actor.role]}）" for actor in fact.actors) or "未载明"
            checkable = "可核验" if fact.binding else "表述笼统"
            limit = limit_text(fact.deadline, analysis.quote(fact)) or "未载明"
            yield f"      时限：{limit}　单位：{actors}　{checkable}"


def _indicators(analysis: Analysis) -> Iterator[str]:
    yield f"\n【指标】{len(analysis.indicators)}个"
    for fact in analysis.indicators:
        words = value_text(fact.value, fact.unit, fact.comparison) or "非数值"
        kind, when = INDICATOR_KINDS[fact.kind], period_text(fact.when) or "时间未载明"
        yield f"  {fact.subject or ''}｜{fact.name}：{words}（{kind}，{when}）　{_line(analysis.quote(fact))}"


def _others(analysis: Analysis) -> Iterator[str]:
    yield f"\n【时间】{len(analysis.times)}处"
    for time in analysis.times:
        yield f"  {_line(analysis.quote(time))} → {period_text(time.period) or '不定'}（{TIME_ROLES[time.role]}）"
    yield f"\n【机构】{len(analysis.organizations)}个"
    for body in analysis.organizations:
        aliases = f"（又称{'、'.join(body.aliases)}）" if body.aliases else ""
        yield f"  {body.name}{aliases}：{'、'.join(ROLES[role] for role in body.roles)}"
    yield f"\n【引用文件】{len(analysis.citations)}件"
    for citation in analysis.citations:
        yield f"  《{citation.title}》{citation.number or ''}"


def _line(text: str) -> str:
    return mask(one_line(text))
