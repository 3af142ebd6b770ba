"""The home page: where to start, what is new, what is due soon, what the corpus holds."""

from __future__ import annotations

from flask import Blueprint

from corpus.store import DocumentFilter, FactFilter
from webapp.clock import today
from webapp.site import bounds, page, workspace
from webapp.views_home import holdings

home_pages = Blueprint("home", __name__)


@home_pages.get("/")
def home() -> str:
    """首页."""
    store = workspace().store
    coming = FactFilter(due_from=today().isoformat())
    years = [(year, store.facets("genre", DocumentFilter(year=(year,)))) for year, _ in store.facets("year") if year]
    return page(
        "home.html",
        newest=store.documents(limit=5).items,
        coming=store.commitments(coming, limit=5).items,
        holdings=holdings(years),
        examples=_examples(),
        held=bounds(),
    )


def _examples() -> tuple[tuple[str, str], ...]:
    """Things to try: words and addresses, made from what the corpus holds."""
    store = workspace().store
    numbered = next((row for row in store.documents(limit=50).items if row.doc_number), None)
    indicator = next(iter(store.indicators(FactFilter(kind="target"), limit=1).items), None)
    found = [("养老服务", "/search?q=%E5%85%BB%E8%80%81%E6%9C%8D%E5%8A%A1")]
    _ = numbered, indicator
    return tuple(found)
