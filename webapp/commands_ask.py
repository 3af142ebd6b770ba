"""Commands that ask the corpus: search, ask, similar, commitments, indicators."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from corpus.facts import FACT_KINDS
from corpus.store import DocumentFilter, FactFilter, Validity
from corpus.store.records import titled
from kg.tracking import schedule_of
from search import Filters, Sort
from search.entries import CHECKABLE, in_role
from webapp.clock import today
from webapp.commands import command, config_of
from webapp.forms import commitment_form, indicator_form, search_form, similar_form
from webapp.labels import GENRES, tag_of
from webapp.learning import source_text, sources
from webapp.printing import highlight, print_json, print_table
from webapp.views_similar import similar_rows
from webapp.wording import limit_text, number_text, period_text
from webapp.workspace import Workspace

AS_JSON = click.option("--json", "as_json", is_flag=True, help="以 JSON 输出。")
LIMIT = click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 10_000), help="最多列出多少条。")
PAGE = click.option("--page", default=1, show_default=True, type=click.IntRange(1), help="第几页。")
GENRE = click.option("--genre", multiple=True, type=click.Choice(list(GENRES)), help="文种，可重复。")
YEAR = click.option("--year", multiple=True, type=int, help="成文年份，可重复。")


@command()
@click.argument("query")
@GENRE
@YEAR
@click.option("--issuer", multiple=True, help="发文机关，可重复。")
@click.option("--region", multiple=True, help="地区，可重复。")
@click.option("--department", multiple=True, help="承诺中的责任单位，可重复。")
@click.option("--lead", multiple=True, help="承诺中的牵头单位，可重复。")
@click.option("--joint", multiple=True, help="承诺中的配合单位，可重复。")
@click.option("--kind", multiple=True, type=click.Choice([*FACT_KINDS, CHECKABLE]), help="条款含有，可重复。")
@click.option("--validity", multiple=True, type=click.Choice([item.value for item in Validity]), help="效力，可重复。")
@click.option("--sort", type=click.Choice([sort.value for sort in Sort]), default=Sort.RELEVANCE.value)
@click.option("--exact", is_flag=True, help="只检索原词，不用别名和同义词。")
@LIMIT
@PAGE
@AS_JSON
@click.pass_context
def search(ctx: click.Context, /, query: str, limit: int, page: int, as_json: bool, exact: bool, **given: Any) -> None:
    """全文检索，例如：zhengnuo search '"省级统筹" AND 2025'"""
    filters = Filters(
        genres=given["genre"],
        years=given["year"],
        issuers=given["issuer"],
        regions=given["region"],
        departments=given["department"],
        acting=tuple(in_role(name, role) for role in ("lead", "joint") for name in given[role]),
        kinds=given["kind"],
        validities=given["validity"],
    )
    with Workspace.open(config_of(ctx)) as workspace:
        found = workspace.engine.search(
            query, filters, sort=Sort(given["sort"]), limit=limit, offset=(page - 1) * limit, expand=not exact
        )
        origins = sources(workspace.learner.wordings, found.expanded)
    if as_json:
        print_json(search_form(found))
        return
    for note in (*found.notes, *map(source_text, origins)):
        click.echo(note)
    click.echo(f"找到{found.documents}件文件中的{found.total}处。")
    for number, hit in enumerate(found.hits, (page - 1) * limit + 1):
        click.echo(f"\n{number}. {hit.title}" + (f"　{hit.heading}" if hit.heading else ""))
        click.echo(f"   {highlight(hit.text, hit.highlights)}")
        click.echo(f"   命中原因：{'；'.join(hit.why)}　文件{hit.document}　条款{hit.clause}")


@command()
@click.argument("question")
@AS_JSON
@click.pass_context
def ask(ctx: click.Context, question: str, as_json: bool) -> None:
    """提问，由文件原文作答，例如：zhengnuo ask '昆明有多少人参加了长期护理保险'"""
    with Workspace.open(config_of(ctx)) as workspace:
        found = workspace.ask(question)
    if as_json:
        print_json(found.form())
        return
    click.echo(found.reason if found.refused else found.text)
    for number, basis in enumerate(found.bases, 1):
        click.echo(f"[{number}] {titled(basis.title)}{basis.heading}　文件{basis.document}　条款{basis.clause}")
    for note in found.notes:
        click.echo(note)
    for hit in found.nearest:
        click.echo(f"　相关：{titled(hit.title)}{hit.text[:60]}")


@command()
@click.argument("file", type=click.File("rb"))
@GENRE
@LIMIT
@AS_JSON
@click.pass_context
def similar(ctx: click.Context, file: Any, genre: tuple[str, ...], limit: int, as_json: bool) -> None:
    """查找与一个文件（或由“-”输入的文字）相似的条款。"""
    text = _text_of(file)
    with Workspace.open(config_of(ctx)) as workspace:
        found = similar_rows(workspace, workspace.similar(text, Filters(genres=genre), limit))
    if as_json:
        print_json({"total": len(found), "items": [similar_form(one) for one in found]})
        return
    for number, one in enumerate(found, 1):
        item, entry = one.item, one.item.hit.entry
        hit = item.hit
        click.echo(f"{number}. {titled(hit.title)}{hit.heading}　文件{hit.document}　条款{hit.clause}")
        click.echo(f"   {entry.issuer or '发文机关未载明'}　{entry.written_on or '成文日期未载明'}")
        click.echo(f"   诉求：{item.request}\n   原文：{item.hit.text}")
        click.echo(f"   相似之处：{'、'.join(item.shared)}　不同之处：{'、'.join(item.differing)}")
        for it in one.undertakings:
            states = f"{tag_of('evidence', it.evidence).text}，{tag_of('schedule', it.schedule).text}"
            click.echo(f"   承诺：{it.row.quote}（{states}）")


def _text_of(file: Any) -> str:
    """The words of a file in any readable format, or of what is piped in."""
    import ingest

    data = file.read()
    name = "输入文字.txt" if file is sys.stdin.buffer else Path(file.name).name
    return ingest.read(data, name=name, origin=name, arrived_at="").text


def _filter_of(given: dict[str, Any]) -> FactFilter:
    documents = DocumentFilter(genre=given["genre"], year=given["year"])
    return FactFilter(
        documents=documents,
        document=given.get("document"),
        department=given.get("department"),
        role=given.get("role"),
        due_from=given.get("due_from"),
        due_until=given.get("due_until"),
        binding=given.get("binding"),
        kind=given.get("kind"),
        words=given.get("words"),
    )


@command()
@click.option("--department", help="责任单位名称中的词，例如：财政。")
@click.option("--role", type=click.Choice(["lead", "joint"]), help="牵头（lead）或配合（joint）。")
@click.option("--due-from", help="时限不早于（如 2026-01-01）。")
@click.option("--due-until", help="时限不晚于（如 2026-12-31）。")
@click.option("--binding/--soft", default=None, help="只列可核验的，或只列表述笼统的。")
@click.option("--state", type=click.Choice(["undated", "pending", "due_soon", "overdue"]), help="时限状态。")
@click.option("--document", help="只列这个文件的。")
@click.option("--words", help="承诺原文中的词。")
@GENRE
@YEAR
@LIMIT
@PAGE
@AS_JSON
@click.pass_context
def commitments(ctx: click.Context, /, limit: int, page: int, as_json: bool, state: str | None, **given: Any) -> None:
    """列出承诺，例如：zhengnuo commitments --department 财政 --json"""
    from kg.tracking import due_between

    day = today()
    wanted = _filter_of(given)
    if state:
        wanted = due_between(wanted, state, day)
    with Workspace.open(config_of(ctx)) as workspace:
        found = workspace.store.commitments(wanted, limit, (page - 1) * limit, today=day)
        evidence = workspace.evidence([row.id for row in found.items])
    if as_json:
        print_json([commitment_form(row, day, evidence) for row in found.items])
        return
    click.echo(f"共{found.total}项。时限状态由系统按原文时限推算，不代表责任认定。")
    rows = [
        (
            row.quote,
            "、".join(row.lead) or "未载明",
            "、".join(row.joint) or "未载明",
            row.deadline or limit_text(None, row.quote) or "未载明",
            tag_of("schedule", schedule_of(row, day)).text,
            row.title,
        )
        for row in found.items
    ]
    print_table(("承诺事项", "牵头单位", "配合单位", "时限", "时限状态", "来源"), rows, (56, 20, 20, 10, 10, 40))


@command()
@click.option("--words", help="指标名称或主体中的词。")
@click.option("--kind", type=click.Choice(["actual", "target", "limit"]), help="现状值、目标值或限值。")
@click.option("--document", help="只列这个文件的。")
@GENRE
@YEAR
@LIMIT
@PAGE
@AS_JSON
@click.pass_context
def indicators(ctx: click.Context, /, limit: int, page: int, as_json: bool, **given: Any) -> None:
    """列出指标，例如：zhengnuo indicators --words 参保率"""
    with Workspace.open(config_of(ctx)) as workspace:
        found = workspace.store.indicators(_filter_of(given), limit, (page - 1) * limit)
    if as_json:
        print_json([indicator_form(row) for row in found.items])
        return
    click.echo(f"共{found.total}个。")
    rows = [
        (
            row.fact.name,
            row.fact.subject or "未载明",
            number_text(row.fact.value, row.fact.unit) or "非数值",
            period_text(row.fact.when) or "未载明",
            row.title,
        )
        for row in found.items
    ]
    print_table(("指标名称", "主体", "数值", "时间", "来源"), rows, (36, 24, 16, 16, 44))
