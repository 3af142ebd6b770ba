"""Scores against the shared labels may rise and never fall."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from webapp.evaluation import evaluate, labels_in, load_scorer

FLOOR = Path(__file__).parent / "data" / "gold_floor.json"
"""Label to figure to the least it has to be; `python -m bench.gold` raises it."""


@pytest.mark.real
def test_no_score_falls(shared: Path) -> None:
    """Every figure of every labelled document is at least what it was."""
    floor = json.loads(FLOOR.read_text("utf-8"))
    folder = shared / "gold"
    scores = {score.name: score.figures for score in evaluate(labels_in(folder), load_scorer(folder))}
    fallen = [
        (label, name, least, scores[label][name])
        for label, figures in floor.items()
        for name, least in figures.items()
        if least is not None and (scores[label][name] or 0) < least - 0.0005
    ]
    assert not fallen
