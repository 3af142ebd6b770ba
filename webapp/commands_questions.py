"""Commands on what was left open: list it, decide what a name means, withdraw a decision."""

from __future__ import annotations

import click

from corpus.store import Store
from corpus.store.graph import GraphStore
from kg import decisions
from kg.decisions import ALL_READERS, BODY, CITATION, KINDS, Changed
from webapp.commands import command, config_of
from webapp.commands_ask import AS_JSON, LIMIT, PAGE
from webapp.forms_questions import decision_form, question_form
from webapp.printing import print_json, print_table
from webapp.views_questions import decision_rows, question_rows
from webapp.workspace import Workspace

PLACE = click.option("--place", default="", help="只对该地区的文件有效（全称）；不给出则对所有文件有效。")
OF_CITATION = click.option("--citation", is_flag=True, help="名称是被引用文件的标题，不是机构。")
AUTHOR = click.option("--author", required=True, help="作出人或单位，在网站上公开。")


@command()
@click.argument("words", required=False, default="")
@click.option("--kind", type=click.Choice(KINDS), help="body（机构名称）、citation（引用的文件）。")
@click.option("--decided", is_flag=True, help="改为列出已作出的决定，包括已撤回的。")
@LIMIT
@PAGE
@AS_JSON
@click.pass_context
def questions(
    ctx: click.Context, words: str, kind: str | None, decided: bool, limit: int, page: int, as_json: bool
) -> None:
    """列出待人工确定的机构名称和引用，例如：zhengnuo questions 医保"""
    kinds, offset = (kind,) if kind else (), (page - 1) * limit
    with Workspace.open(config_of(ctx)) as workspace:
        if decided:
            _print_decisions(workspace.store, words, kinds, slice(offset, offset + limit), as_json=as_json)
            return
        total, open_ = question_rows(workspace.store, words, kinds, limit, offset, ALL_READERS)
    if as_json:
        print_json([question_form(row) for row in open_])
        return
    click.echo(f"共{total}项待定。确定办法：zhengnuo decide 名称 --as 全称 --place 地区 --reason 理由 --author 作出人")
    listed = [(row.name, row.place, row.candidates_text, row.reason, f"{row.documents}件", row.title) for row in open_]
    print_table(("名称", "地区", "可能是", "未定的原因", "文件", "见于"), listed, (28, 20, 36, 44, 8, 44))


def _print_decisions(store: Store, words: str, kinds: tuple[str, ...], shown: slice, *, as_json: bool) -> None:
    held = (one for one in GraphStore(store).decisions(in_force=False) if words in one.name or words in one.place)
    found = [one for one in held if not kinds or one.kind in kinds]
    rows = decision_rows(store, found[shown], ALL_READERS)
    if as_json:
        print_json([decision_form(row) for row in rows])
        return
    click.echo(f"共{len(found)}项决定。")
    lines = [(row.decision.name, row.place, row.meaning, row.decision.reason, row.made, row.ended) for row in rows]
    print_table(("名称", "适用", "所指", "理由", "作出", "撤回"), lines, (28, 20, 32, 40, 32, 40))


@command()
@click.argument("name")
@click.option("--as", "meant", default="", help="所指机构的全称；对引用为文件的编号或标题。")
@click.option("--none", "nothing", is_flag=True, help="不是所列的任何一个，单独保留。")
@PLACE
@OF_CITATION
@click.option("--reason", required=True, help="一句话，在网站上公开。")
@AUTHOR
@click.pass_context
def decide(
    ctx: click.Context, name: str, meant: str, nothing: bool, place: str, citation: bool, reason: str, author: str
) -> None:
    """确定一个名称所指，例如：zhengnuo decide 省局 --as 云岭省水务局 --reason 见机构目录 --author 编办"""
    if bool(meant) == nothing:
        raise click.UsageError("请用 --as 给出所指，或用 --none 表示都不是。")
    with Workspace.open(config_of(ctx)) as workspace:
        kind = CITATION if citation else BODY
        found = decisions.decide(workspace.store, name, meant, place=place, kind=kind, reason=reason, author=author)
        workspace.follow()
        (row,) = decision_rows(workspace.store, [found.decision], ALL_READERS)
    click.echo(f"已确定：{row.sentence}{_effect(found)}")


@command()
@click.argument("name")
@PLACE
@OF_CITATION
@click.option("--reason", required=True, help="撤回的理由，在网站上公开。")
@AUTHOR
@click.pass_context
def withdraw(ctx: click.Context, name: str, place: str, citation: bool, reason: str, author: str) -> None:
    """撤回一项决定，恢复为按规则判断，例如：zhengnuo withdraw 省局 --reason 依据有误 --author 编办"""
    with Workspace.open(config_of(ctx)) as workspace:
        kind = CITATION if citation else BODY
        found = decisions.withdraw(workspace.store, name, place=place, kind=kind, reason=reason, author=author)
        workspace.follow()
    click.echo(f"已撤回关于“{found.decision.name}”的决定，记录保留。{_effect(found)}")


def _effect(found: Changed) -> str:
    return f"使用这一名称的{found.documents}件文件已按此更新。" if found.documents else "库中目前没有文件使用这一名称。"
