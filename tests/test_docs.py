"""What is written about the project agrees with it."""

from __future__ import annotations

import ast
import re
import runpy
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
import pytest

import corpus
from corpus.facts import FACT_KINDS
from tests.conftest import ROOT
from webapp.config import Config

PACKAGES = ("corpus", "ingest", "extract", "kg", "search", "webapp")
READMES = ("README.md", "README.zh-CN.md")
PROSE = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])

COMMANDS = (
    "ingest", "extract", "serve", "search", "ask", "similar", "commitments", "indicators", "graph", "export",
    "reindex", "check", "reanalyse", "user add", "demo",
)  # fmt: skip
"""The commands that others rely on."""

LEFT_OUT = {".git", ".venv", "var", "build"}
"""What lies in a checkout and is not the project."""

STRANGE = re.compile(
    r"""
    (?<![\w.~-])/(?:work|root|tmp|home/\w+|usr/local/\w+)/\w   # a folder of one machine
    | pythonhosted | pypi\.org | npmjs | ghcr\.io              # a place that packages come from
    | --(?:extra-)?index-url
    """,
    re.VERBOSE,
)


def commands(group: click.Group, above: str = "") -> Iterator[str]:
    """The names of all commands, those of groups with the group's name before."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{above}{name} ")
        else:
            yield above + name


def project_files() -> Iterator[Path]:
    """The project's files: no checkout's tools, caches and data."""
    for path in sorted(ROOT.iterdir()):
        if path.name in LEFT_OUT or path.name.endswith(("cache", ".egg-info", ".hypothesis")):
            continue
        yield from (file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]


def names_in_code() -> set[str]:
    """Classes, functions, fields, and words of enumerations, tables and keys, in all packages."""
    names: set[str] = set()
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                match node:
                    case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.Name(id=name):
                        names.add(name)
                    case ast.Constant(value=str(value)):
                        names.add(value)
    return names


def rows_of(path: Path) -> Iterator[list[str]]:
    """The cells of every table row of a page, without heads and rules."""
    lines = path.read_text("utf-8").splitlines()
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if line.startswith("|") and not line.startswith("| ---") and not below.startswith("| ---"):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def glossary() -> set[str]:
    """The identifiers that the glossary explains."""
    return {name for row in rows_of(ROOT / "docs/glossary.md") for name in re.findall(r"`([^`]+)`", row[1])}


@pytest.fixture(scope="module")
def command_line() -> tuple[str, ...]:
    """The names of all commands; a command line that cannot be imported fails its own tests alone."""
    from webapp.cli import main

    return tuple(commands(main))


def test_every_promised_command_exists(command_line: tuple[str, ...]) -> None:
    """Under the name that others call it by."""
    assert set(COMMANDS) - set(command_line) == set()


@pytest.mark.parametrize("readme", READMES)
def test_every_command_is_documented(readme: str, command_line: tuple[str, ...]) -> None:
    """In both languages, in the table of commands; and no other."""
    table = re.findall(r"^\| `zhengnuo ((?:user )?[a-z]+)", (ROOT / readme).read_text("utf-8"), re.MULTILINE)
    assert sorted(table) == sorted(command_line)


@pytest.mark.parametrize("readme", READMES)
def test_every_setting_is_documented(readme: str) -> None:
    """And no setting that does not exist."""
    text = (ROOT / readme).read_text("utf-8")
    table = text[text.index("| `home` |") :].split("\n\n")[0]
    assert re.findall(r"^\| `(\w+)`", table, re.MULTILINE) == [field.name for field in fields(Config)]


def test_every_term_of_the_glossary_is_in_the_code() -> None:
    """A word that nobody uses explains nothing."""
    assert glossary() - names_in_code() == set()


def test_every_public_record_is_in_the_glossary() -> None:
    """Whoever reads the model finds its words explained; errors explain themselves."""
    public = {name for name in corpus.__all__ if not name.endswith("Error")}
    assert public - glossary() == set()


def test_every_fact_and_genre_is_documented() -> None:
    """In the data model and in the glossary."""
    model = (ROOT / "docs/data-model.md").read_text("utf-8")
    assert [kind.__name__ for kind in FACT_KINDS.values() if f"| `{kind.__name__}` |" not in model] == []
    assert {genre.value for genre in corpus.Genre} <= glossary()


def test_every_dependency_has_its_reason() -> None:
    """And no other package has one."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    text = (ROOT / "docs/dependencies.md").read_text("utf-8")
    explained = re.findall(r"^\| `([a-z0-9-]+)` \| [^|]+ \| [^|]+ \|$", text, re.MULTILINE)
    assert sorted(explained) == sorted(re.split(r"[\[><=]", name)[0] for name in wanted)


@pytest.mark.parametrize("page", PROSE, ids=lambda page: page.name)
def test_links_between_pages_resolve(page: Path) -> None:
    """Relative ones lead to a file of the project."""
    targets = re.findall(r"(?<!!)\[[^\]]*\]\((?!\w+:)([^)#\s]+)", page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PROSE, ids=lambda page: page.name)
def test_pictures_exist(page: Path) -> None:
    """A page shows no empty frame."""
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", page.read_text("utf-8"))
    assert [picture for picture in pictures if not (page.parent / picture).is_file()] == []


def test_examples_of_the_extension_points_run(tmp_path: Path) -> None:
    """What they import exists."""
    examples = re.findall(r"```python\n(.*?)```", (ROOT / "docs/extending.md").read_text("utf-8"), re.DOTALL)
    assert len(examples) >= 2
    for number, example in enumerate(examples):
        file = tmp_path / f"example_{number}.py"
        file.write_text(example, "utf-8")
        runpy.run_path(str(file))


def test_nothing_names_a_machine_or_a_registry() -> None:
    """Neither code nor prose nor a lock file knows where it was made."""
    found = []
    for path in project_files():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue  # documents in other formats
        if path != Path(__file__) and (strange := STRANGE.search(text)):
            found.append(f"{path.relative_to(ROOT)}: {strange[0]}")
    assert found == []
