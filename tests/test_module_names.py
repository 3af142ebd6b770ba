"""Names of modules: each is given once, or the later one silently stands in for the first."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("bench", "corpus", "extract", "ingest", "kg", "search", "tests", "webapp")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def _names(tree: ast.Module) -> list[str]:
    """The constants, functions and classes that the top level of a module gives a value to."""
    names = []
    for node in tree.body:
        if isinstance(node, ast.Assign):
            names += [target.id for target in node.targets if isinstance(target, ast.Name)]
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.append(node.target.id)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.append(node.name)
    return names


def test_the_check_finds_a_name_given_twice() -> None:
    """A constant that a later line of the module gives another value."""
    assert Counter(_names(ast.parse("_SOON = 60\ndef held(): ...\n_SOON = 4\n")))["_SOON"] == 2


@pytest.mark.parametrize("package", PACKAGES)
def test_every_name_of_a_module_is_given_once(package: str) -> None:
    """A function reads the value that stands at the end, wherever it was written."""
    modules = [path for path in MODULES if path.is_relative_to(ROOT / package)]
    assert modules
    found = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in modules
        for name, count in Counter(_names(ast.parse(path.read_text("utf-8")))).items()
        if count > 1
    ]
    assert found == []
