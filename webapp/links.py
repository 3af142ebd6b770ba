"""Addresses of the pages about one thing; the only place that knows their form."""

from __future__ import annotations

from urllib.parse import quote


def document_url(document: str) -> str:
    """The page of a document."""
    return f"/documents/{quote(document, safe='')}"


def clause_url(document: str, eid: str | None) -> str:
    """The place of a clause on its document's page; the page itself where there is no clause."""
    return f"{document_url(document)}#c-{quote(eid, safe='')}" if eid else document_url(document)


def short_clause_url(document: str, eid: str) -> str:
    """The short address of a clause, which finds it on whichever page of the document it stands."""
    return f"/c/{quote(document, safe='')}/{quote(eid, safe='')}"


def commitment_url(key: str) -> str:
    """The page of a commitment."""
    return f"/commitments/{quote(key, safe='')}"


def entity_url(key: str) -> str:
    """The page of an entity of the graph."""
    return f"/entities/{quote(key, safe='')}"


def series_url(key: str) -> str:
    """The page of an indicator over time."""
    return f"/indicators/{quote(key, safe='')}"


def is_local(address: str) -> bool:
    """Whether an address leads to a page of this very site, so that one may be sent back there."""
    return address.startswith("/") and not address.startswith(("//", "/\\")) and not any(c < " " for c in address)
