"""Speed of the whole way from file to index, again for unchanged files, and peak memory of the workers."""

from __future__ import annotations

import resource
import tempfile
import time
from collections import Counter
from pathlib import Path

from bench.material import files
from corpus import Visibility
from webapp.config import load_config
from webapp.intake import bring_in


def main() -> None:
    """Prints the figures."""
    paths = files()
    size = sum(path.stat().st_size for path in paths)
    with tempfile.TemporaryDirectory() as folder:
        config = load_config(Path(folder) / "home", environ={})
        for name in ("first ingest", "same files again"):
            start = time.perf_counter()
            results = bring_in(config, paths, Visibility.PUBLIC)
            seconds = time.perf_counter() - start
            counts = Counter(result.stored.outcome.value for result in results)
            print(f"{name}: {len(paths)} files, {size / 1e6:.1f} MB, {seconds:.2f} s, {dict(counts)}")
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory: {own:,.0f} MB, largest worker {worker:,.0f} MB")


if __name__ == "__main__":
    main()
