"""Commands that fill and keep the corpus: ingest, extract, reanalyse, reindex, check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from corpus.facts_form import facts_form
from corpus.store import Outcome, Store, Visibility
from corpus.store.originals import content_hash
from webapp.commands import SOME_FAILED, command, config_of
from webapp.config import Config
from webapp.intake import bring_in, files_under
from webapp.pipeline import Ingested, analyse_again, read_and_analyse
from webapp.printing import print_json
from webapp.report import print_report
from webapp.workspace import Workspace

OUTCOMES = {Outcome.STORED: "已入库", Outcome.UNCHANGED: "未变化", Outcome.QUARANTINED: "已隔离"}


@command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--internal", is_flag=True, help="作为内部文件收录，公众不可见。")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出每个文件的结果。")
@click.pass_context
def ingest(ctx: click.Context, paths: tuple[Path, ...], internal: bool, as_json: bool) -> None:
    """导入文件或文件夹，例如：zhengnuo ingest 文件夹/"""
    visibility = Visibility.INTERNAL if internal else Visibility.PUBLIC
    results = bring_in_with_bar(config_of(ctx), files_under(paths), visibility, hidden=as_json)
    counts = Counter(result.stored.outcome for result in results)
    if as_json:
        rows = [ingested_form(result) for result in results]
        print_json({"items": rows, **{outcome.value: counts[outcome] for outcome in Outcome}})
    else:
        for line in _told(results):
            click.echo(line)
        click.echo("，".join(f"{word}{counts[outcome]}个" for outcome, word in OUTCOMES.items()) + "。")
    if counts[Outcome.QUARANTINED]:
        ctx.exit(SOME_FAILED)


def bring_in_with_bar(config: Config, files: list[Path], visibility: Visibility, *, hidden: bool) -> list[Ingested]:
    """Brings files in with a bar that tells how far it is."""
    with click.progressbar(length=len(files), label="导入文件", hidden=hidden) as bar:
        return bring_in(config, files, visibility, told=lambda: bar.update(1))


def ingested_form(result: Ingested) -> dict[str, Any]:
    """One file's result in the stable JSON form."""
    stored = result.stored
    return {
        "file": str(result.path),
        "status": stored.outcome.value,
        "document": stored.document,
        "version": stored.version,
        "reason": stored.reason,
        "notes": list(result.notes),
    }


def _told(results: Iterable[Ingested]) -> Iterator[str]:
    """A line for each file that needs a person's eye."""
    for result in results:
        if result.stored.outcome is Outcome.QUARANTINED:
            yield f"已隔离  {result.path}：{result.stored.reason}"
        elif result.notes:
            yield f"有提醒  {result.path}：{''.join(result.notes)}"


@command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="输出全部要素的 JSON。")
def extract(file: Path, as_json: bool) -> None:
    """抽取一个文件的要素，不入库，例如：zhengnuo extract 答复.docx --json"""
    analysis = read_and_analyse((file.read_bytes(), file.name, str(file), ""))
    if as_json:
        print_json(facts_form(analysis))
    else:
        print_report(analysis)


@command()
@click.option("--all", "everything", is_flag=True, help="全部文件；不加则只处理由旧规则抽取的文件。")
@click.pass_context
def reanalyse(ctx: click.Context, everything: bool) -> None:
    """用现行规则重新抽取已入库的文件（由原件重新读取，人工记录不受影响）。"""
    import extract as extraction

    with Workspace.open(config_of(ctx)) as workspace:
        documents = workspace.store.outdated("" if everything else extraction.rules())
        failed = 0
        with click.progressbar(length=len(documents), label="重新抽取") as bar:
            for key, reason in analyse_again(workspace.store, documents):
                bar.update(1)
                if reason:
                    failed += 1
                    click.echo(f"\n{key}：{reason}", err=True)
        workspace.follow()
    click.echo(f"重新抽取{len(documents) - failed}件。")
    if failed:
        ctx.exit(SOME_FAILED)


@command()
@click.pass_context
def reindex(ctx: click.Context) -> None:
    """由库重建检索索引和知识图谱。"""
    with Workspace.open(config_of(ctx)) as workspace:
        count = workspace.reindex(lambda done, total: click.echo(f"\r{done}/{total}", nl=done == total))
    click.echo(f"已重建{count}件文件的索引。")


@command()
@click.pass_context
def check(ctx: click.Context) -> None:
    """核对库、原件与索引是否一致，能修复的当即修复。"""
    with Workspace.open(config_of(ctx)) as workspace:
        missing, surplus = workspace.differences()
        workspace.mend(missing, surplus)
        click.echo(f"索引缺少{len(missing)}件，多出{len(surplus)}件" + ("，已修复。" if missing or surplus else "。"))
        broken = list(_broken(workspace.store))
    for line in broken:
        click.echo(line, err=True)
    click.echo(f"核对文件{'全部一致' if not broken else f'发现{len(broken)}处问题'}。")
    if broken:
        ctx.exit(SOME_FAILED)


def _broken(store: Store) -> Iterator[str]:
    """Documents whose original is lost or damaged, or whose blocks no longer tile the text."""
    for key in store.document_ids():
        analysis = store.get(key)
        digest = analysis.document.source.content_hash
        path = store.originals.path(digest)
        if not path.is_file():
            yield f"{key}：原件缺失。"
        elif content_hash(path.read_bytes()) != digest:
            yield f"{key}：原件已损坏。"
        blocks = analysis.document.blocks
        ends = [0, *(block.span.end for block in blocks)]
        starts = [*(block.span.start for block in blocks), len(analysis.document.text)]
        if ends != starts:
            yield f"{key}：文本分块不连续。"
