"""The home page: where to start, what is new, what is due soon, what the corpus holds."""

from __future__ import annotations

from functools import lru_cache

from flask import Blueprint

from corpus.store import DocumentFilter, FactFilter, Store
from kg.ledger import ledger
from webapp.clock import today
from webapp.site import bounds, page, workspace
from webapp.views_home import Example, Holdings, examples, holdings

home_pages = Blueprint("home", __name__)

LISTED = 5
"""Documents, and commitments, on the home page."""


@home_pages.get("/")
def home() -> str:
    """首页."""
    store = workspace().store
    coming = FactFilter(due_from=today().isoformat())
    return page(
        "home.html",
        newest=store.documents(limit=LISTED).items,
        coming=store.commitments(coming, limit=LISTED).items,
        holdings=_holdings(store, store.revision),
        examples=_examples(store, store.revision),
        held=bounds(),
    )


@lru_cache(maxsize=2)
def _holdings(store: Store, revision: int) -> Holdings:
    """The table of kinds by years; kept until the store changes."""
    _ = revision
    years = [(year, store.facets("genre", DocumentFilter(year=(year,)))) for year, _ in store.facets("year") if year]
    return holdings(years, store.facets("genre"))


@lru_cache(maxsize=2)
def _examples(store: Store, revision: int) -> tuple[Example, ...]:
    """Things to try that lead to something in this corpus; kept until the store changes."""
    _ = revision
    return examples(store.documents(limit=50).items, ledger(store, limit=10).items)
