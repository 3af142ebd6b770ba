"""The graph follows the store: each changed document's share is replaced, and anew where the rules changed."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from corpus.analysis import Genre
from corpus.fingerprint import fingerprint
from corpus.store import DocumentRow, Store
from corpus.store.graph import GraphStore, GraphWriter, Join
from corpus.store.graph_rows import Beside, Decision, Share
from kg.chain import Said, edge_of, links_between, papers_between
from kg.citations import settled_by
from kg.graph import share_of
from kg.kinship import are_apart, kinship

NEAREST = 60
"""Documents of the same place before and after one that its promises are followed through."""


def version() -> str:
    """The version of the rules: a graph that others made is made anew."""
    return fingerprint("kg")


def update(store: Store) -> int:
    """Brings the graph up to the store's revision; gives the number of documents taken in.

    Each document is one transaction, so that a graph that was interrupted goes on where it stopped. Another process
    that does the same is waited for; what it did is not done again.
    """
    graph = GraphStore(store)
    at = _begin(graph)
    done, own = 0, dict[str, int]()
    while changed := store.changed_since(at):
        decisions = graph.decisions()  # after the list: a decision counts its documents as changed
        for document, revision in changed:
            revisions = (at, revision)
            if known := own.get(document) == revision:
                went_on = _pass(graph, revisions)
            else:
                with _at_one_go():
                    went_on = _take_in(store, graph, document, revisions, decisions, own)
            if not went_on:
                at = graph.state()[0]
                break
            at, done = revision, done + (not known)
    return done


def _begin(graph: GraphStore) -> int:
    """How far the graph has come; one that other rules made is emptied, by one of the processes that find it so."""
    revision, made_by = graph.state()
    if made_by == version():
        return revision
    with graph.writing() as writer:
        if graph.state()[1] != version():
            writer.clear()
            writer.note(0, version())
        return writer.revision


@contextmanager
def _at_one_go() -> Iterator[None]:
    """Puts off the search for unused objects that refer to one another while one document is taken in.

    It looks at all objects of the process, each time that some thousands are made, and a document is made of many.
    """
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()


def rebuild(store: Store) -> int:
    """Makes the graph anew from the store; gives the number of documents."""
    with GraphStore(store).writing() as writer:
        writer.clear()
    return update(store)


def _pass(graph: GraphStore, revisions: tuple[int, int]) -> bool:
    """Notes a revision that the graph has itself given to a document; False where another process went on."""
    before, revision = revisions
    with graph.writing() as writer:
        if writer.revision != before:
            return False
        writer.note(revision, version())
    return True


def _take_in(
    store: Store,
    graph: GraphStore,
    document: str,
    revisions: tuple[int, int],
    decisions: tuple[Decision, ...],
    own: dict[str, int],
) -> bool:
    """Replaces a document's share; of a document that has a newer version, only takes it away.

    Nothing is done, and False given, unless the graph stands at the first of the revisions: another process brought it
    further, or emptied it, in the meantime. A revision that the document is given here is added to `own`.
    """
    before, revision = revisions
    row, analysis, fact_ids = store.whole(document)
    share = share_of(analysis, fact_ids, decisions) if row.latest else None
    settle = settled_by(decisions)
    with graph.writing() as writer:
        if writer.revision != before:
            return False
        if share is None:
            writer.remove(document, settle=settle)
        else:
            joins = list(_joins(writer, share, row))
            writer.replace(share, visibility=row.visibility, settle=settle, joins=joins)
            if row.issuer != share.issuer and (renamed := writer.name_issuer(document, share.issuer, row.revision)):
                own[document] = renamed
        writer.note(revision, version())
    return True


def _joins(writer: GraphWriter, share: Share, row: DocumentRow) -> Iterator[Join]:
    """Joins the promises of earlier documents of the place to this one, and its own to those of later ones."""
    own = _own(share, row)
    before, after = writer.beside(own.document, _place_of(share), own.on, NEAREST)
    pairs = [(other, own) for other in before] + [(own, other) for other in after]
    for earlier, later in pairs:
        yield from ((edge, _seen_by(earlier, later)) for edge in kinship(earlier, later))
    followed = [pair for pair in pairs if pair[0].genre not in _NO_PROMISES and pair[1].genre != _DRAFT]
    dated = {document.document: document.dated for pair in followed for document in pair}
    statements = writer.statements(
        dated, {earlier.document for earlier, later in followed if _continued(earlier, later)}
    )
    said = {key: Said(found, indexed=key == own.document) for key, found in statements.items()}
    for earlier, later in followed:
        continued = _continued(earlier, later)
        apart = not continued and are_apart(earlier, later)
        links = links_between(said[earlier.document], said[later.document], continued=continued, apart=apart)
        papers = papers_between(statements[earlier.document], later.document, later.on, later.keys)
        yield from ((edge, _seen_by(earlier, later)) for edge in (*map(edge_of, links), *papers))


def _own(share: Share, row: DocumentRow) -> Beside:
    """The document as those of its place see it."""
    (node,) = (node for node in share.nodes if node.kind == "document")
    placed = next((edge.on for edge in share.edges if edge.kind == "concerns"), None)
    names = frozenset(key.key for key in share.keys)
    return Beside(share.document, placed, row.visibility, row.genre, node.label, share.issuer, names, node.on)


def _place_of(share: Share) -> str | None:
    """The id of the place that a document is of."""
    return next((edge.target for edge in share.edges if edge.kind == "concerns"), None)


def _seen_by(earlier: Beside, later: Beside) -> str:
    """Who sees what joins two documents: those who see both."""
    return earlier.visibility if later.visibility == "public" else later.visibility


def _continued(earlier: Beside, later: Beside) -> bool:
    """Whether one office answers again: in its replies it comes back to its own matters."""
    replies = earlier.genre == later.genre == Genre.PROPOSAL_REPLY
    return replies and earlier.issuer is not None and earlier.issuer == later.issuer


_DRAFT = Genre.CONSULTATION_DRAFT
_NO_PROMISES = frozenset({_DRAFT, Genre.MEASURES})
"""A draft promises nothing yet; what a rule demands is a standing duty, not a promise."""
