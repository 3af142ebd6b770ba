"""Runs the measurements one after the other."""

from bench import extraction, ingestion, pages

for measure in (extraction, ingestion, pages):
    print(f"\n== {measure.__name__} ==\n{measure.__doc__}")
    measure.main()
