"""Files and folders brought into a home: worker processes read, the store keeps, index and graph follow."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from corpus import Visibility
from corpus.errors import ZhengnuoError
from webapp.config import Config
from webapp.pipeline import Ingested, ingest_files
from webapp.workers import workers
from webapp.workspace import Workspace

FOLLOW_EVERY = 64
"""Files after which index and graph follow, so that a long ingest is searchable while it goes on."""


def files_under(paths: Iterable[Path]) -> list[Path]:
    """All files of these files and folders, sorted within a folder; hidden ones are left out.

    Raises:
        ZhengnuoError: if a path does not exist.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (file for file in path.rglob("*") if file.is_file())
            found += sorted(file for file in inside if not _is_hidden(file.relative_to(path)))
        elif path.exists():
            found.append(path)
        else:
            raise ZhengnuoError(f"路径不存在：{path}")
    return list(dict.fromkeys(found))


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def bring_in(
    config: Config, files: list[Path], visibility: Visibility, told: Callable[[], None] = lambda: None
) -> list[Ingested]:
    """What became of each file.

    Args:
        config: which home, how many workers, which limits.
        files: to be read.
        visibility: who may see them.
        told: called after each file.
    """
    results: list[Ingested] = []
    with Workspace.open(config) as workspace, workers(config.workers, config.time_limit) as pool:
        for result in ingest_files(files, workspace.store, pool.submit, visibility, config.size_limit):
            results.append(result)
            told()
            if len(results) % FOLLOW_EVERY == 0:
                workspace.follow()
        workspace.follow()
    return results
