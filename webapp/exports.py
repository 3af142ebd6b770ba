"""The tables that the command line writes: format to what makes its bytes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from webapp.clock import today
from webapp.sheets import FORMATS, sheet_bytes
from webapp.views_commitments import commitment_sheet

if TYPE_CHECKING:
    from webapp.workspace import Workspace

MOST = 1_000_000
"""Rows that a sheet can hold."""


def _writer(format_: str) -> Callable[[Workspace], bytes]:
    def write(workspace: Workspace) -> bytes:
        rows = workspace.store.commitments(limit=MOST).items
        evidence = workspace.evidence([row.id for row in rows])
        return sheet_bytes(commitment_sheet("承诺清单", rows, today(), evidence, ()), format_)

    return write


TABLES: dict[str, Callable[[Workspace], bytes]] = {
    format_: _writer(format_) for format_ in FORMATS if format_ != "json"
}
"""Name of a format, and what writes all public commitments in it."""
