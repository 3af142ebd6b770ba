"""The shared real documents go in whole, once, and hold the invariants of the model."""

from __future__ import annotations

import json
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from corpus import Analysis
from corpus.codec import decode, encode
from corpus.store import DocumentFilter, Store
from webapp.cli import main

pytestmark = pytest.mark.real


@pytest.fixture(scope="module")
def home(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """A home with all of them, and what the ingest said of each file."""
    home = tmp_path_factory.mktemp("home")
    return home, ingest(home, shared)


def ingest(home: Path, shared: Path) -> dict[str, Any]:
    """Ingests seeds and real documents; gives what was said of each, by name."""
    folders = [str(shared / "seeds"), str(shared / "realdocs")]
    result = CliRunner().invoke(main, ["--home", str(home), "ingest", *folders, "--json"], catch_exceptions=False)
    assert result.exit_code in {0, 3}
    return {Path(item["file"]).name: item for item in json.loads(result.output)["items"]}


def test_every_file_has_its_fate(home: tuple[Path, dict[str, Any]], shared: Path) -> None:
    """Each file is stored, unchanged or quarantined with a reason in Chinese."""
    _, items = home
    files = [file for name in ("seeds", "realdocs") for file in (shared / name).rglob("*") if file.is_file()]
    assert set(items) == {file.name for file in files}
    for item in items.values():
        assert item["status"] in {"stored", "unchanged", "quarantined"}
        if item["status"] == "quarantined":
            assert any("一" <= char <= "鿿" for char in item["reason"])


@pytest.mark.parametrize(
    "name", ["empty-body-mohurd-2020.txt", "crawl-error-guangxi-gazette.txt", "corrupt-zip-docx.docx"]
)
def test_noise_is_quarantined(home: tuple[Path, dict[str, Any]], name: str) -> None:
    """Empty crawls and a damaged archive are no documents."""
    assert home[1][name]["status"] == "quarantined"


def test_mislabelled_report_is_noticed(home: tuple[Path, dict[str, Any]]) -> None:
    """A report under another place's name is told to be nearly the same as the one it copies."""
    items = home[1]
    notes = [*items["mislabelled-guiyang.txt"]["notes"], *items["state-council-2024.txt"]["notes"]]
    assert any("内容基本相同" in note for note in notes)


def test_again_nothing_changes(home: tuple[Path, dict[str, Any]], shared: Path) -> None:
    """The same files again are all unchanged, and that is told at once."""
    start = time.monotonic()
    items = ingest(home[0], shared)
    assert {item["status"] for item in items.values()} == {"unchanged"}
    assert time.monotonic() - start < 60  # a hang; the speed is measured in bench


def test_invariants_hold(home: tuple[Path, dict[str, Any]]) -> None:
    """Blocks tile the text, facts lie in it, clauses do not overlap, and the codec is exact."""
    store = Store.open(home[0])
    for row in store.documents(DocumentFilter(latest_only=False), limit=1000).items:
        analysis = store.get(row.id)
        text = analysis.document.text
        at = 0
        for block in analysis.document.blocks:
            assert block.span.start == at
            at = block.span.end
        assert at == len(text)
        assert all(fact.span.end <= len(text) for fact in analysis.facts)
        spans = [clause.span for clause in analysis.outline.clauses]
        assert all(one.end <= other.start for one, other in pairwise(spans))
        assert len({clause.eid for clause in analysis.outline.clauses}) == len(spans)
        assert decode(Analysis, encode(analysis)) == analysis
