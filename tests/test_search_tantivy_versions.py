"""An index of an earlier layout is searched until the one that takes its place is filled."""

from __future__ import annotations

from pathlib import Path

import pytest

from search import Entry, SearchEngine, open_engine
from search.tantivy_engine import TantivyEngine

OLD = Entry("d1", "p_1", "旧办法", "", "缴费标准为每人每年二百元。", lead=True)
NEW = Entry("d2", "p_1", "新办法", "", "缴费标准为每人每年三百元。", lead=True)


@pytest.fixture
def earlier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an index of the layout before the present one."""
    with monkeypatch.context() as before:
        before.setattr(TantivyEngine, "LAYOUT", "tantivy-3")
        with open_engine("tantivy", tmp_path) as engine:
            engine.add([OLD])
            engine.commit("7")
    return tmp_path


def found(engine: SearchEngine) -> set[str]:
    """Documents that are found by a word that is in all of them."""
    return {hit.document for hit in engine.search("缴费标准").hits}


def test_an_index_of_an_earlier_layout_is_searched(earlier: Path) -> None:
    """With its revision and mark; and it says that it is to be filled anew."""
    with open_engine("tantivy", earlier) as engine:
        assert found(engine) == {"d1"}
        assert engine.count() == 1
        assert engine.revision == "7"
        assert engine.mark
        assert engine.needs_rebuild


def test_it_is_searched_until_the_commit_of_the_one_that_takes_its_place(earlier: Path) -> None:
    """By the process that fills the new one and by others; what is broken off changes nothing."""
    with open_engine("tantivy", earlier) as engine, open_engine("tantivy", earlier) as reader:
        engine.clear()
        engine.add([NEW])
        assert found(engine) == found(reader) == {"d1"}
        engine.rollback()
        assert found(engine) == found(reader) == {"d1"}

        engine.clear()
        engine.add([NEW])
        engine.commit("8")
        for opened in (engine, reader):
            assert found(opened) == {"d2"}
            assert opened.revision == "8"
            assert not opened.needs_rebuild

    assert sorted(path.name for path in earlier.iterdir() if path.is_dir()) == [TantivyEngine.LAYOUT]


def test_what_is_added_to_it_does_not_take_its_place(earlier: Path) -> None:
    """A few documents are no index of all; they are there again when it is filled from the store."""
    with open_engine("tantivy", earlier) as engine:
        engine.add([NEW])
        engine.commit("8")
        assert found(engine) == {"d1"}
        assert engine.needs_rebuild
        assert engine.revision == "7"
        engine.clear()
        engine.add([OLD, NEW])
        engine.commit("8")
        assert found(engine) == {"d1", "d2"}
        assert engine.count() == 2


def test_an_index_from_before_folders_had_names_is_taken_over(earlier: Path) -> None:
    """Where its layout is the present one it stays where it is; another one is searched until it is replaced."""
    for name in ("tantivy-3", "tantivy-3.json"):
        (earlier / name).rename(earlier / name.replace("tantivy-3", "tantivy"))
    with open_engine("tantivy", earlier) as engine:
        assert engine.needs_rebuild
        assert found(engine) == {"d1"}
        engine.clear()
        engine.add([NEW])
        engine.commit("8")
    (earlier / TantivyEngine.LAYOUT).rename(earlier / "tantivy")
    (earlier / f"{TantivyEngine.LAYOUT}.json").rename(earlier / "tantivy.json")
    with open_engine("tantivy", earlier) as engine:
        assert not engine.needs_rebuild
        assert found(engine) == {"d2"}
        engine.add([OLD])
        engine.commit("9")
        assert found(engine) == {"d1", "d2"}


def test_an_index_of_a_layout_that_nobody_can_read_is_left_alone(earlier: Path) -> None:
    """The new one is empty until it is filled."""
    state = earlier / "tantivy-3.json"
    state.write_text(state.read_text("utf-8").replace("tantivy-3", "tantivy-1"), "utf-8")
    with open_engine("tantivy", earlier) as engine:
        assert found(engine) == set()
        assert engine.revision == ""
