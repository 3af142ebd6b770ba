"""Where a plan stands on a day, over the sample corpus: each line with its places, gaps told, nothing of later days."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner

import kg
from corpus.errors import NotFoundError, QueryError
from corpus.store import Store
from extract import analyse
from ingest import read_file
from kg.evaluation import Evaluation, evaluation, plan_named
from tests.kg_corpus import draft
from webapp.clause_names import ClauseNames
from webapp.cli import main
from webapp.evaluation_files import evaluation_book, evaluation_paper

SAMPLES = Path(str(files("corpus") / "samples"))
PLAN = "澜岭省养老服务体系建设规划（2024—2028年）"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder with the samples and their graph."""
    home = tmp_path_factory.mktemp("home")
    store = Store.open(home)
    for file in sorted(SAMPLES.iterdir()):
        if file.suffix != ".tsv":
            store.put(analyse(read_file(file)))
    kg.update(store)
    store.close()
    return home


@pytest.fixture(scope="module")
def store(home: Path) -> Store:
    """The store of that folder."""
    return Store.open(home)


@pytest.fixture(scope="module")
def found(store: Store) -> Evaluation:
    """The plan on a day after its mid-term report."""
    return evaluation(store, plan_named(store, PLAN), date(2026, 11, 21))


def test_indicators(found: Evaluation) -> None:
    """Base and target from the plan, the newest value from later documents, the expected value on the way."""
    lines = {line.name: line for line in found.indicators}
    meals = lines["老年助餐服务点"]
    assert meals.baseline is not None
    assert (str(meals.baseline.value), str(meals.target.value)) == ("1860", "6000")
    assert meals.latest is not None
    assert (str(meals.latest.value), str(meals.latest.at)) == ("4287", "2026-09")
    assert (meals.verdict.status, meals.nature) == ("on_track", "预期性")
    assert lines["家庭养老床位"].verdict.status == "behind"
    for line in found.indicators:
        assert line.target.row.document == found.plan.id
        assert line.latest is None or line.latest.row.document != found.plan.id


def test_what_is_not_reported_is_a_gap(found: Evaluation) -> None:
    """An indicator without a later value, a task without evidence; whatever has one is none."""
    silent = {gap.name for gap in found.gaps if gap.kind == "indicator"}
    assert "每千名老年人配备社会工作者人数" in silent
    assert "老年助餐服务点" not in silent
    assert silent == {line.name for line in found.indicators if line.latest is None}
    unproved = {gap.name for gap in found.gaps if gap.kind == "task"}
    assert unproved == {task.row.quote for task in found.tasks if task.evidence == "none"}
    assert all(gap.reason.endswith("。") for gap in found.gaps)


def test_conflicts_name_both_places(found: Evaluation) -> None:
    """Two offices give different numbers for one time."""
    assert found.conflicts
    for conflict in found.conflicts:
        assert (conflict.one.document, conflict.one.clause) != (conflict.other.document, conflict.other.clause)
        assert conflict.one.clause
        assert conflict.other.clause


def test_later_documents_do_not_count(store: Store) -> None:
    """On a day before all reports nothing is reported, and what later documents say of tasks is left out."""
    early = evaluation(store, plan_named(store, PLAN), date(2024, 6, 1))
    assert [line.latest for line in early.indicators if line.latest] == []
    assert all(link.on and link.on <= "2024-06-01" for task in early.tasks for link in task.links)
    assert early.conflicts == ()


def test_plan_is_named_by_id_or_title(store: Store) -> None:
    """By its id, its title, or words of it that no other title has."""
    plan = plan_named(store, PLAN)
    assert plan_named(store, plan.id) == plan
    with pytest.raises(NotFoundError):
        plan_named(store, "没有的规划")
    for words in ("答复", "澜岭省"):  # the latter stands in the names of many bodies as well
        with pytest.raises(QueryError):
            plan_named(store, words)


def test_files(store: Store, found: Evaluation) -> None:
    """Both files hold every line; the rule and the gaps are printed."""
    paper = docx.Document(io.BytesIO(evaluation_paper(found, ClauseNames(store))))
    assert [len(table.rows) - 1 for table in paper.tables] == [
        len(rows) for rows in (found.indicators, found.tasks, found.gaps, found.conflicts)
    ]
    assert any(found.rule in paragraph.text for paragraph in paper.paragraphs)
    book = openpyxl.load_workbook(io.BytesIO(evaluation_book(found, ClauseNames(store))))
    assert book.sheetnames == ["说明", "指标进展", "任务进展", "待填报事项", "表述不一致"]
    assert book["待填报事项"].max_row == len(found.gaps) + 1


def test_command_line(home: Path, tmp_path: Path) -> None:
    """The commands write the files and print the same as JSON."""
    targets = [str(tmp_path / name) for name in ("a.docx", "a.xlsx")]
    options = ["--until", "2026-11-21", "--docx", targets[0], "--xlsx", targets[1], "--json"]
    run = CliRunner().invoke(main, ["--home", str(home), "evaluation", PLAN, *options])
    assert run.exit_code == 0, run.output
    form = json.loads(run.output)
    assert form["until"] == "2026-11-21"
    assert all(line["target_at"]["clause"] for line in form["indicators"])
    assert all(Path(target).stat().st_size for target in targets)
    aligned = CliRunner().invoke(
        main, ["--home", str(home), "alignment", PLAN, "澄泽市养老服务体系建设实施方案", "--json"]
    )
    assert aligned.exit_code == 0, aligned.output
    assert {item["status"] for item in json.loads(aligned.output)["items"]} == {"taken", "refined", "missing"}


def test_documents_without_title_are_named_so(tmp_path: Path) -> None:
    """Where words hold for several documents, those without a title are told by what stands for it, without marks."""
    store = Store.open(tmp_path)
    for name in ("a.txt", "b.txt"):
        analysis = draft(f"{name}所列工作已经安排。\n", "", "2025-01-10").analysis
        source = replace(analysis.document.source, name=name, origin=name)
        store.put(replace(analysis, document=replace(analysis.document, source=source)))
    kg.update(store)
    with pytest.raises(QueryError, match=r"：题名未载明（[ab]\.txt）.*、题名未载明（[ab]\.txt）") as told:
        plan_named(store, "题名未载明")
    assert "《" not in str(told.value)
