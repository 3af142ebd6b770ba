"""The score table of the extraction, and the floor under which the tests let no figure fall (`--raise` raises it)."""

from __future__ import annotations

import json
import sys

from bench.material import ROOT, shared
from webapp.commands_evaluate import print_figures
from webapp.evaluation import evaluate, labels_in, load_scorer, means

FLOOR = ROOT / "tests" / "data" / "gold_floor.json"


def main() -> None:
    """Prints the table; with `--raise`, keeps it as the floor."""
    folder = shared()
    if folder is None:
        sys.exit("the shared labels are not beside the project")
    scores = list(evaluate(labels_in(folder / "gold"), load_scorer(folder / "gold")))
    rows = {score.name: score.figures for score in scores}
    print_figures(rows | {"mean": means(scores)})
    if "--raise" in sys.argv:
        FLOOR.parent.mkdir(exist_ok=True)
        FLOOR.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
