"""The state of an index, in a file beside it: what it was made with, and what it reflects."""

from __future__ import annotations

import json
import os
import uuid
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from search.tokenizer import ANALYSER_VERSION


@dataclass(frozen=True, slots=True)
class State:
    """What an index is, in a file of its own beside it.

    Attributes:
        analyser: version of the analysis that it was made with.
        layout: version of the engine's own fields.
        revision: store revision that it reflects.
        mark: differs with each commit.
    """

    analyser: str = ANALYSER_VERSION
    layout: str = ""
    revision: str = ""
    mark: str = ""


def read_state(path: Path) -> State | None:
    """The state of the index in folder `path`; None where there is none that can be read."""
    try:
        return State(**json.loads((path.with_suffix(".json")).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def write_state(path: Path, state: State) -> None:
    """Keeps a state, whole or not at all, with a mark of its own."""
    target = path.with_suffix(".json")
    draft = target.with_suffix(f".{os.getpid()}.tmp")
    draft.write_text(json.dumps(asdict(replace(state, mark=uuid.uuid4().hex))), "utf-8")
    draft.replace(target)
