"""Scores against labelled documents may rise and never fall."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.gold import FLOOR, scores

SLACK = 0.0005
"""Rounding of the scorer."""


@pytest.mark.real
def test_no_score_falls(shared: Path) -> None:
    """Every figure of every labelled document is at least what it was; `python -m bench.gold --raise` raises it."""
    floor = json.loads(FLOOR.read_text("utf-8"))
    found = scores(shared)
    fallen = [
        (label, name, least, found[labels][label][name])
        for labels, rows in floor.items()
        for label, figures in rows.items()
        for name, least in figures.items()
        if least is not None and (found[labels][label][name] or 0) < least - SLACK
    ]
    assert not fallen
