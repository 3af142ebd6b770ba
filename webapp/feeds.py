"""What readers subscribe to: new documents that a search finds, as an Atom feed."""

from __future__ import annotations

from flask import Blueprint, Response, render_template, request

from search import Sort
from webapp.pages_search import search_filters
from webapp.site import arguments, workspace
from webapp.views_search import passage_of
from webapp.wording import stamp_text

feeds = Blueprint("feeds", __name__)

ENTRIES = 50
"""Documents in a feed."""


@feeds.get("/feeds/search.xml")
def search_feed() -> Response:
    """The newest documents that a search finds (Atom, RFC 4287)."""
    asked = arguments()
    q = asked.text("q")
    found = workspace().engine.search(
        q, search_filters(asked), sort=Sort.NEWEST, limit=ENTRIES, per_document=1, facets=False
    )
    entries = [(hit, passage_of(hit)) for hit in found.hits]
    newest = max((hit.entry.written_on or "" for hit in found.hits), default="")
    text = render_template(
        "feed.xml", q=q, entries=entries, updated=stamp_text(newest), site=request.host_url.rstrip("/")
    )
    return Response(text, content_type="application/atom+xml; charset=utf-8")
