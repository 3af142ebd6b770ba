"""Tables of rules are read whole and checked."""

from __future__ import annotations

from pathlib import Path

import pytest

import extract
from extract import lexicon
from extract.matching import fold

TABLES = sorted(path.stem for path in (Path(extract.__file__).parent / "lexicon").glob("*.tsv"))


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_named_columns_and_an_example_for_each_rule(name: str) -> None:
    """Every rule shows words in which it applies."""
    assert "example" in lexicon.columns(name)
    assert len(lexicon.words(name, "example")) == len(lexicon.rows(name)) > 0


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_no_rule_twice(name: str) -> None:
    """Two equal rules would be one kept in two places, whatever their examples."""
    at = lexicon.columns(name).index("example")
    rules = [row[:at] + row[at + 1 :] for row in lexicon.rows(name)]
    assert len(set(rules)) == len(rules)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_written_in_folded_characters(name: str) -> None:
    """Rules are matched on folded text, so a full-width mark in a rule would never match."""
    at = lexicon.columns(name).index("example")
    for row in lexicon.rows(name):
        rule = row[:at] + row[at + 1 :]
        assert fold("\t".join(rule)) == "\t".join(rule)


def test_an_unknown_table_is_an_error() -> None:
    """A misspelt name fails at once."""
    with pytest.raises(FileNotFoundError):
        lexicon.rows("no-such-table")


def test_a_column_is_a_pattern_of_its_cells_longest_first() -> None:
    """A word is not cut short by another one that it begins with."""
    pattern = lexicon.pattern_of("indicator_cues", "future_heading")
    cells = sorted(pattern.pattern.split("|"), key=len, reverse=True)

    assert pattern.pattern.split("|") == cells
    assert sorted(cells) == sorted(lexicon.words("indicator_cues", "future_heading"))
