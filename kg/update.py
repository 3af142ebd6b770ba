"""The graph follows the store: each changed document's share is replaced, and anew where the rules changed."""

from __future__ import annotations

from corpus.analysis import Genre
from corpus.fingerprint import fingerprint
from corpus.store import DocumentRow, Store
from corpus.store.graph import GraphStore, GraphWriter
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
    _begin_anew(graph)
    done, own = 0, dict[str, int]()
    while changed := store.changed_since(at := graph.state()[0]):
        decisions = graph.decisions()  # after the list: a decision counts its documents as changed
        for document, revision in changed:
            revisions = (at, revision)
            known = own.get(document) == revision
            if not (_pass(graph, revisions) if known else _take_in(store, graph, document, revisions, decisions, own)):
                break
            at, done = revision, done + (not known)
    return done


def _begin_anew(graph: GraphStore) -> None:
    """Empties a graph that other rules made; of several processes that find it so, one does."""
    if graph.state()[1] == version():
        return
    with graph.writing() as writer:
        if graph.state()[1] != version():
            writer.clear()
            writer.note(0, version())


def rebuild(store: Store) -> int:
    """Makes the graph anew from the store; gives the number of documents."""
    with GraphStore(store).writing() as writer:
        writer.clear()
    return update(store)


def _pass(graph: GraphStore, revisions: tuple[int, int]) -> bool:
    """Notes a revision that the graph has itself given to a document; False where another process went on."""
    before, revision = revisions
    with graph.writing() as writer:
        if writer.revision() != before:
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
    row = store.row(document)
    share = share_of(*store.numbered(document), decisions) if row.latest else None
    settle = settled_by(decisions)
    with graph.writing() as writer:
        if writer.revision() != before:
            return False
        if share is None:
            writer.remove(document, settle=settle)
        else:
            writer.replace(share, visibility=row.visibility, settle=settle)
            _chain(writer, share, row)
            if renamed := writer.name_issuer(document, share.issuer):
                own[document] = renamed
        writer.note(revision, version())
    return True


def _chain(writer: GraphWriter, share: Share, row: DocumentRow) -> None:
    """Links the promises of earlier documents of the place to this one, and its own to those of later ones."""
    (node,) = (node for node in share.nodes if node.kind == "document")
    names = frozenset(key.key for key in share.keys)
    placed = next((edge.on for edge in share.edges if edge.kind == "concerns"), None)
    own = Beside(share.document, placed, row.visibility, row.genre, node.label, share.issuer, names)
    before, after = writer.beside(share.document, NEAREST)
    statements = writer.statements([own.document, *(other.document for other in (*before, *after))])
    said = {key: Said(found, indexed=key == own.document) for key, found in statements.items()}
    pairs = [(other, own) for other in before] + [(own, other) for other in after]
    for earlier, later in pairs:
        seen_by = earlier.visibility if later.visibility == "public" else later.visibility
        writer.add(tuple(kinship(earlier, later)), seen_by)
        if earlier.genre in _NO_PROMISES or later.genre == Genre.CONSULTATION_DRAFT:
            continue
        both = said[earlier.document], said[later.document]
        continued = _continued(earlier, later)
        apart = not continued and are_apart(earlier, later)
        found = links_between(*both, continued=continued, apart=apart)
        links = [edge_of(link) for link in found]
        papers = papers_between(statements[earlier.document], later.document, later.on, later.keys)
        writer.add([*links, *papers], seen_by)


def _continued(earlier: Beside, later: Beside) -> bool:
    """Whether one office answers again: in its replies it comes back to its own matters."""
    replies = earlier.genre == later.genre == Genre.PROPOSAL_REPLY
    return replies and earlier.issuer is not None and earlier.issuer == later.issuer


_NO_PROMISES = frozenset({Genre.CONSULTATION_DRAFT, Genre.MEASURES})
"""A draft promises nothing yet; what a rule demands is a standing duty, not a promise."""
