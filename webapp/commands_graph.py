"""Commands on what joins documents: relations, named queries, the ledger, promises followed, exports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import click

from corpus.errors import ZhengnuoError
from corpus.store.records import titled
from kg.differences import FLAGS
from kg.later_values import later_values
from kg.ledger import NATURES, LedgerRow, flagged, series_named
from kg.ledger import ledger as ledger_of
from kg.responsibility import PERIODS
from webapp.clock import today
from webapp.commands import command, config_of
from webapp.commands_ask import AS_JSON, LIMIT, PAGE
from webapp.forms import graph_form
from webapp.forms_ledger import chain_form, comparison_form, followed_forms, ledger_form
from webapp.labels import tag_of
from webapp.listing import listing_form
from webapp.named import MOST_ROWS, QUERIES, Asked, ask
from webapp.printing import print_json, print_table
from webapp.views_ledger import ledger_views
from webapp.wording import date_text, value_text
from webapp.workspace import Workspace

_COLUMN = 44
"""Columns of the terminal that a cell of a named query takes, at most."""


@command()
@click.argument("entity", required=False, default="")
@click.option(
    "--query",
    "name",
    type=click.Choice(list(QUERIES)),
    help="按名称查询：" + "、".join(f"{query.name}（{query.label}）" for query in QUERIES.values()) + "。",
)
@click.option("--depth", default=1, show_default=True, type=click.IntRange(1, 3), help="关系层数。")
@click.option("--to", "other", help="列出到另一实体的路径。")
@click.option("--words", default="", help="标题或名称中的词，用于 topics、differences。")
@click.option("--by", type=click.Choice(list(PERIODS)), help="load按完成时限分列：year（年度）、quarter（季度）。")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1, MOST_ROWS), help="最多列出多少条。")
@AS_JSON
@click.pass_context
def graph(
    ctx: click.Context,
    entity: str,
    name: str | None,
    depth: int,
    other: str | None,
    words: str,
    by: str | None,
    limit: int,
    as_json: bool,
) -> None:
    """列出实体的关系，或按名称查询，例如：zhengnuo graph 云南省医疗保障局 --query timeline"""
    if not entity and not name:
        raise click.UsageError("请给出实体的名称，或用 --query 指明查询。")
    with Workspace.open(config_of(ctx)) as workspace:
        if name:
            _print_named(workspace, name, Asked(entity, other or "", words, limit, by or ""), as_json=as_json)
            return
        form = graph_form(workspace.store, entity, depth, limit, other)
    if as_json:
        print_json(form)
        return
    click.echo(f"{form['entity']['name']}（{form['entity']['label']}），关系{form['total']}条。")
    for body in form["entity"]["successions"]:
        which = "前身" if body["earlier"] else "后继"
        click.echo(f"  {which}：{body['name']}（{date_text(body['since'])}，{body['source']}）")
    for edge in form["edges"]:
        click.echo(
            f"  {edge['from_name']} —{edge['label']}→ {edge['to_name']}　“{edge['quote'] or ''}”　{edge['document']}"
        )


def _print_named(workspace: Workspace, name: str, asked: Asked, *, as_json: bool) -> None:
    found = ask(workspace.store, name, asked)
    if as_json:
        print_json({"query": name, "label": QUERIES[name].label} | listing_form(found))
        return
    click.echo(f"{QUERIES[name].label}：{found.note or QUERIES[name].meaning}")
    print_table(found.names, found.lines, [_COLUMN] * len(found.head))


@command()
@click.argument("words", required=False, default="")
@click.option("--nature", type=click.Choice(NATURES), help="只列文件载明为约束性或预期性的指标。")
@click.option("--differing", is_flag=True, help="只列各文件表述有差异的指标。")
@LIMIT
@PAGE
@AS_JSON
@click.pass_context
def ledger(
    ctx: click.Context, words: str, nature: str | None, differing: bool, limit: int, page: int, as_json: bool
) -> None:
    """列出指标台账，每个指标一行，例如：zhengnuo ledger 参保率"""
    with Workspace.open(config_of(ctx)) as workspace:
        if differing:
            rows: tuple[LedgerRow, ...] = tuple(row for row in flagged(workspace.store) if words in row.name)
            rows = tuple(row for row in rows if nature in (None, row.nature))
            total, rows = len(rows), rows[(page - 1) * limit : page * limit]
        else:
            found = ledger_of(workspace.store, words, limit, (page - 1) * limit, nature=nature)
            total, rows = found.total, found.items
    if as_json:
        print_json([ledger_form(row) for row in rows])
        return
    click.echo(f"共{total}个。")
    lines = [
        (
            view.row.name,
            view.row.subject,
            view.target or "未载明",
            view.latest or "未载明",
            tag_of("progress", view.row.verdict.status).text,
            "、".join(FLAGS[flag] for flag in view.row.flags),
            view.row.id,
        )
        for view in ledger_views(rows)
    ]
    print_table(("指标名称", "主体", "目标值", "最新值", "研判", "提示", "编号"), lines, (36, 24, 24, 24, 14, 16, 16))


@command()
@click.argument("indicator")
@AS_JSON
@click.pass_context
def compare(ctx: click.Context, indicator: str, as_json: bool) -> None:
    """比较各地的同一指标，说明哪些口径不同，例如：zhengnuo compare 基本医疗保险参保率"""
    from kg.comparison import compare as compare_places

    with Workspace.open(config_of(ctx)) as workspace:
        found = compare_places(workspace.store, series_named(workspace.store, indicator))
    if as_json:
        print_json(comparison_form(found))
        return
    click.echo(f"口径相同的{len(found.rows)}个：")
    rows = [
        (
            row.place or "地区未载明",
            value_text(row.point.value, row.point.unit, row.point.comparison),
            date_text(row.point.at),
            "" if row.same_year else "年份不同",
            row.point.row.title,
        )
        for row in found.rows
    ]
    print_table(("地区", "最新值", "时点", "提示", "出处"), rows, (24, 20, 16, 10, 44))
    click.echo(f"未列入比较的{len(found.left_out)}个：")
    print_table(("指标", "原因"), [(one.label, one.reason) for one in found.left_out], (44, 60))


@command()
@click.argument("document")
@AS_JSON
@click.pass_context
def outcomes(ctx: click.Context, document: str, as_json: bool) -> None:
    """一件文件的承诺在后续文件中的下落，例如：zhengnuo outcomes 关于第0317号提案的答复"""
    from kg.evaluation import plan_named
    from kg.outcomes import outcomes_of

    with Workspace.open(config_of(ctx)) as workspace:
        store = workspace.store
        row = plan_named(store, document)
        chains, values = outcomes_of(store, row.id, today()), later_values(store, row.id)
    if as_json:
        items, followed = [chain_form(chain) for chain in chains], followed_forms(values)
        print_json({"document": row.id, "title": row.title, "items": items, "indicators": followed})
        return
    found = [chain for chain in chains if chain.links]
    click.echo(f"{titled(row.title)}共{len(chains)}项承诺，后续文件提到{len(found)}项。")
    for chain in found:
        click.echo(f"· {chain.promise.quote}")
        for link in chain.links:
            click.echo(f"    {link.label}（{date_text(link.on)}）“{link.quote}”　{link.reason}")
    for one in values:
        own, later = (
            "、".join(value_text(point.value, point.unit, point.comparison) for point in some)
            for some in (one.own, one.later)
        )
        click.echo(f"· 指标 {one.name}：{own} → {later}")
    silent = [chain for chain in chains if not chain.links]
    if silent:
        click.echo(f"后续文件未再提及{len(silent)}项。{silent[0].statement}")
        for chain in silent:
            click.echo(f"· {chain.promise.quote}")


@command()
@click.argument("format_name", metavar="FORMAT")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_context
def export(ctx: click.Context, format_name: str, file: Path) -> None:
    """导出承诺清单、指标或知识图谱，例如：zhengnuo export xlsx 承诺清单.xlsx"""
    with Workspace.open(config_of(ctx)) as workspace:
        writers = dict(_writers(workspace))
        if format_name not in writers:
            raise ZhengnuoError(f"没有“{format_name}”这种导出格式，可选：{'、'.join(writers)}。")
        writers[format_name](file)
    click.echo(f"已导出到 {file}。")


def _writers(workspace: Workspace) -> Iterator[tuple[str, Callable[[Path], None]]]:
    """Name of each export format, and what writes a file of it."""
    from kg.export import EXPORTERS
    from webapp.exports import TABLES

    for name, write_table in TABLES.items():
        yield name, partial(_write_table, workspace, write_table)
    for name, write_graph in EXPORTERS.items():
        yield name, partial(write_graph, workspace.store)


def _write_table(workspace: Workspace, write: Callable[[Workspace], bytes], file: Path) -> None:
    file.write_bytes(write(workspace))
