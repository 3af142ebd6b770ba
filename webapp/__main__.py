"""`python -m webapp` is `zhengnuo`."""

from webapp.cli import run

run()
