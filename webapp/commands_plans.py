"""Commands on plans: their evaluation on a day, and what a lower plan takes over of an upper one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from corpus.store.records import titled
from webapp.clause_names import ClauseNames
from webapp.clock import today
from webapp.commands import command, config_of
from webapp.evaluation_files import evaluation_book, evaluation_paper
from webapp.forms_plans import alignment_form, evaluation_form
from webapp.labels import tag_of
from webapp.printing import print_json, print_table
from webapp.reading import public_analysis
from webapp.views_alignment import aligned_views
from webapp.wording import date_text
from webapp.workspace import Workspace

_FILE = click.Path(dir_okay=False, path_type=Path)


@command()
@click.argument("plan")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="评估截止日期（如 2026-06-30），默认为今天。")
@click.option("--docx", type=_FILE, help="写出评估材料（DOCX）。")
@click.option("--xlsx", type=_FILE, help="写出评估表格（XLSX）。")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出。")
@click.pass_context
def evaluation(
    ctx: click.Context, plan: str, until: date | None, docx: Path | None, xlsx: Path | None, as_json: bool
) -> None:
    """规划中期评估材料，例如：zhengnuo evaluation 养老服务体系建设规划 --until 2026-06-30 --docx 评估.docx"""
    from kg.evaluation import evaluation as evaluate
    from kg.evaluation import plan_named

    day = date(until.year, until.month, until.day) if until else today()
    with Workspace.open(config_of(ctx)) as workspace:
        found = evaluate(workspace.store, plan_named(workspace.store, plan), day)
        names = ClauseNames(workspace.store)
        for file, write in ((docx, evaluation_paper), (xlsx, evaluation_book)):
            if file:
                file.write_bytes(write(found, names))
    form = evaluation_form(found)
    if as_json:
        print_json(form)
        return
    click.echo(f"{titled(found.plan.title)}，截至{date_text(str(found.until))}：")
    click.echo(
        f"指标{len(found.indicators)}项，任务{len(found.tasks)}项，待填报{len(found.gaps)}项，"
        f"不一致{len(found.conflicts)}处。{found.rule}"
    )
    rows = [
        (line["name"], line["target"], line["latest"], line["expected"], tag_of("progress", line["verdict"]).text)
        for line in form["indicators"]
    ]
    print_table(("指标名称", "目标值", "最新值", "按期应达", "研判"), rows, (40, 24, 24, 12, 14))


@command()
@click.argument("upper")
@click.argument("lower")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出。")
@click.pass_context
def alignment(ctx: click.Context, upper: str, lower: str, as_json: bool) -> None:
    """比较上级规划与下级规划的衔接，例如：zhengnuo alignment 省规划 市方案"""
    from kg.alignment import STATUSES, align
    from kg.evaluation import plan_named

    with Workspace.open(config_of(ctx)) as workspace:
        store = workspace.store
        plans = [plan_named(store, name) for name in (upper, lower)]
        found = align(*(public_analysis(store, plan.id) for plan in plans))
        views = aligned_views(found, plans[0], plans[1], ClauseNames(store))
    if as_json:
        print_json(alignment_form(plans[0], plans[1], found))
        return
    click.echo(
        f"上级{titled(plans[0].title)}，下级{titled(plans[1].title)}，共{len(found)}项。由系统比对，须人工核对。"
    )
    rows = [(view.upper, STATUSES[view.status], view.lower, view.reason) for view in views]
    print_table(("上级规划的指标或任务", "衔接情况", "下级规划的对应内容", "理由"), rows, (44, 10, 44, 60))
