"""Runs the measurements one after the other."""

from bench import calibration, extraction, ingestion, pages

if __name__ == "__main__":  # worker processes import this module too
    for measure in (extraction, calibration, ingestion, pages):
        print(f"\n== {measure.__name__} ==\n{measure.__doc__}")
        measure.main()
