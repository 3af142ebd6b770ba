"""The command that measures extraction against labels: evaluate."""

from __future__ import annotations

from pathlib import Path

import click

from extract import EXTRACTORS
from webapp import evaluation
from webapp.commands import command
from webapp.evaluation import MEASURES, Figures, labels_in, load_scorer, means
from webapp.printing import print_json


@command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--root", type=click.Path(file_okay=False, path_type=Path), help="INDEX.tsv 中路径的起点，默认为上级目录。"
)
@click.option(
    "--scorer", type=click.Path(file_okay=False, path_type=Path), help="score.py 所在目录，默认与标注同目录。"
)
@click.option("--only", multiple=True, help="只评这些标注（文件名，不带扩展名），可重复。")
@click.option("--ablation", is_flag=True, help="逐个去掉抽取器，列出得分变化。")
@click.option("--misses", default=0, type=click.IntRange(0), help="每个文件列出多少条漏抽和误抽。")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出。")
def evaluate(
    folder: Path,
    root: Path | None,
    scorer: Path | None,
    only: tuple[str, ...],
    ablation: bool,
    misses: int,
    as_json: bool,
) -> None:
    """按标注评测抽取效果，例如：zhengnuo evaluate 标注目录 --misses 20"""
    labels = tuple(label for label in labels_in(folder, root) if not only or label.name in only)
    judge = load_scorer(scorer or folder)
    scores = list(evaluation.evaluate(labels, judge))
    rows = {score.name: score.figures for score in scores} | {"平均": means(score.figures for score in scores)}
    if ablation:
        for name in EXTRACTORS:
            rows[f"去掉{name}"] = means(
                score.figures for score in evaluation.evaluate(labels, judge, frozenset({name}))
            )
    if as_json:
        print_json(rows)
        return
    print_figures(rows)
    for score in scores:
        for miss in score.misses[:misses]:
            click.echo(f"{score.name}　{'　'.join(map(str, miss))}")


def print_figures(rows: dict[str, Figures]) -> None:
    """One line a document, one column a figure; · where there is nothing to measure."""
    click.echo(" " * 30 + " ".join(f"{name[:6]:>6}" for name in MEASURES))
    for label, figures in rows.items():
        cells = (figures[name] for name in MEASURES)
        click.echo(f"{label[:28]:30}" + " ".join("     ·" if cell is None else f"{cell:6.3f}" for cell in cells))
