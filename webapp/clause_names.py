"""Where a clause stands, in words: 《规划》第三部分第2段; and what it says."""

from __future__ import annotations

from corpus.errors import NotFoundError
from corpus.store import Store
from corpus.store.records import titled
from webapp.reading import public_analysis
from webapp.wording import clause_places


class ClauseNames:
    """The places of clauses of public documents; each document is read once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, dict[str, str]] = {}

    def words(self, document: str, clause: str | None) -> str:
        """What the clause says, the cells of a table's row parted by ｜; empty where it is not known."""
        if not self.place(document, clause):
            return ""
        analysis = public_analysis(self._store, document)
        found = next((one for one in analysis.outline.clauses if one.eid == clause), None)
        return "｜".join(found.span.of(analysis.document.text).split()) if found else ""

    def place(self, document: str, clause: str | None) -> str:
        """第三部分第2段; empty where the clause is not known or the document not public."""
        if document not in self._known:
            try:
                self._known[document] = clause_places(public_analysis(self._store, document).outline)
            except NotFoundError:
                self._known[document] = {}
        return self._known[document].get(clause or "", "")

    def text(self, document: str, title: str, clause: str | None) -> str:
        """The document's title with the place."""
        return f"{titled(title)}{self.place(document, clause)}"
