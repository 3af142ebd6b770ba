"""Indexes of one folder, one for each layout: the one that is written, and the one before it, searched until then.

An index lies in a folder named after its layout, with its state and its lock beside it. One that was made before
folders were named so is left where it is as long as its layout is the present one.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import tantivy
from tantivy import FieldType

from search import tantivy_schema
from search.state import State, read_state

if TYPE_CHECKING:
    from search.tantivy_engine import TantivyEngine

_NAMELESS = "tantivy"
"""Folder of an index from before folders were named after their layout."""
_EARLIER = {"tantivy-3": FieldType.Integer}
"""Layouts that can still be searched, though not written, to the type of the numbers by which hits are counted."""


@dataclass(frozen=True, slots=True)
class Version:
    """An index of one layout.

    Attributes:
        folder: that it lies in.
        index: opened.
        fields: of the index.
        numbers: type of the fields of numbers by which hits are counted.
    """

    folder: Path
    index: tantivy.Index
    fields: tantivy.Schema
    numbers: FieldType

    def state(self) -> State | None:
        """Its state."""
        return read_state(self.folder)


def folder_in(path: Path, layout: str) -> Path:
    """The folder of the index of a layout."""
    nameless = path / _NAMELESS
    state = read_state(nameless)
    return nameless if state is not None and state.layout == layout else path / layout


def open_own(engine: TantivyEngine) -> Version:
    """The index that an engine writes; what cannot be read is made anew."""
    try:
        return _own(engine.folder)
    except ValueError:
        engine.turn.take()
        try:
            shutil.rmtree(engine.folder)
            engine.folder.mkdir()
            engine.forget_state()
            return _own(engine.folder)
        finally:
            engine.turn.release()


def _own(folder: Path) -> Version:
    fields = tantivy_schema.schema()
    return _version(folder, tantivy.Index(fields, str(folder), reuse=True), fields, FieldType.Unsigned)


def earlier_version(folder: Path) -> Version | None:
    """The index of an earlier layout that is to be searched until there is one in this folder; None without one."""
    for other in _others(folder):
        state = read_state(other)
        if state is not None and state.layout in _EARLIER and (other / "meta.json").exists():
            try:
                index = tantivy.Index.open(str(other))
            except ValueError:
                continue
            return _version(other, index, index.schema, _EARLIER[state.layout])
    return None


def remove_others(folder: Path) -> None:
    """Removes the indexes of other layouts; those who still read them keep what they have opened."""
    for other in _others(folder):
        other.with_suffix(".json").unlink(missing_ok=True)
        other.with_suffix(".lock").unlink(missing_ok=True)
        shutil.rmtree(other, ignore_errors=True)


def _others(folder: Path) -> list[Path]:
    """Folders of indexes of other layouts, the last one first."""
    found = (path for path in folder.parent.glob(f"{_NAMELESS}*") if path.is_dir() and path != folder)
    return sorted(found, reverse=True)


def _version(folder: Path, index: tantivy.Index, fields: tantivy.Schema, numbers: FieldType) -> Version:
    tantivy_schema.register_tokenizers(index)
    return Version(folder, index, fields, numbers)
