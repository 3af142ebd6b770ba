"""The command line `zhengnuo`: its commands, one list, from modules named for what they do.

Exit status: 0 done, 1 failed, 2 wrong usage, 3 done but some items failed (each with its reason).
"""

from __future__ import annotations

from pathlib import Path

import click

from webapp.commands import ChineseGroup
from webapp.commands_ask import ask, commitments, indicators, search, similar
from webapp.commands_corpus import check, extract, ingest, reanalyse, reindex
from webapp.commands_evaluate import evaluate
from webapp.commands_graph import compare, export, graph, ledger, outcomes
from webapp.commands_plans import alignment, evaluation
from webapp.commands_questions import decide, questions, withdraw
from webapp.commands_site import demo, serve, user
from webapp.config import load_config

COMMANDS = (
    ingest,
    extract,
    reanalyse,
    reindex,
    check,
    search,
    ask,
    similar,
    commitments,
    indicators,
    ledger,
    compare,
    outcomes,
    graph,
    questions,
    decide,
    withdraw,
    export,
    evaluate,
    evaluation,
    alignment,
    serve,
    demo,
    user,
)


@click.group(cls=ChineseGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--home", type=click.Path(path_type=Path), help="数据目录（也可用环境变量 ZHENGNUO_HOME 指定）。")
@click.version_option(package_name="zhengnuo", message="政诺 %(version)s")
@click.pass_context
def main(ctx: click.Context, home: Path | None) -> None:
    """政诺：从政府文件中提取可核对的承诺、指标和答复依据。"""
    ctx.obj = lambda **arguments: load_config(home, **arguments)


for listed in COMMANDS:
    main.add_command(listed)
