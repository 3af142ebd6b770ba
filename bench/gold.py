"""The score table of the extraction on the shared labels and on the project's own.

`--raise` keeps the figures as the floor under which the tests let none fall.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bench.material import ROOT, shared
from webapp.commands_evaluate import print_figures
from webapp.evaluation import Figures, evaluate, labels_in, load_scorer, means

FLOOR = ROOT / "tests" / "data" / "gold_floor.json"
OWN = ROOT / "tests" / "data" / "labels"


def scores(folder: Path) -> dict[str, dict[str, Figures]]:
    """Set of labels (`gold`, `own`) to label to figures; `folder` is that of the shared documents."""
    scorer = load_scorer(folder / "gold")
    sets = {"gold": labels_in(folder / "gold"), "own": labels_in(OWN, folder)}
    return {name: {score.name: score.figures for score in evaluate(labels, scorer)} for name, labels in sets.items()}


def main() -> None:
    """Prints the tables; with `--raise`, keeps them as the floor."""
    folder = shared()
    if folder is None:
        sys.exit("the shared labels are not beside the project")
    found = scores(folder)
    for name, rows in found.items():
        print(f"\n{name}: {len(rows)} documents")
        print_figures(rows | {"mean": means(rows.values())})
    if "--raise" in sys.argv:
        FLOOR.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
