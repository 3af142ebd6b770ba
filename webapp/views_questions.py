"""Open questions and decisions as lists show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from shlex import quote

from corpus.store import Store
from corpus.store.graph import PUBLIC, GraphStore
from corpus.store.graph_rows import Decision, Node, OpenQuestion
from kg.bodies import body_id
from kg.decisions import BODY, CITATION
from webapp.links import clause_url, document_url, entity_url
from webapp.wording import date_text

KIND_LABELS = {BODY: "机构名称", CITATION: "引用的文件"}
EVERYWHERE = "所有文件"
NOTHING = "都不是，单独保留"


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a name may mean; `address` is empty where no page is about it."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """An open question.

    Attributes:
        kind: `body` or `citation`.
        name: as named.
        place: of the documents; empty if unknown.
        candidates: what it may be.
        reason: why it is open.
        documents: how many documents leave it open.
        title, address: of the first of them, and the place there.
        command: how a person decides it.
    """

    kind: str
    name: str
    place: str
    candidates: tuple[Candidate, ...]
    reason: str
    documents: int
    title: str
    address: str
    command: str

    @property
    def candidates_text(self) -> str:
        """What it may be, in one line."""
        return "、".join(one.name for one in self.candidates) or "没有候选"


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision, with the page of what it means."""

    decision: Decision
    meant: Candidate | None

    @property
    def place(self) -> str:
        """For which documents it holds."""
        return f"{self.decision.place}的文件" if self.decision.place else EVERYWHERE

    @property
    def meaning(self) -> str:
        """What the name was decided to mean."""
        return self.meant.name if self.meant else NOTHING

    @property
    def made(self) -> str:
        """Who decided, and when."""
        return f"{self.decision.author}，{date_text(self.decision.at[:10])}"

    @property
    def ended(self) -> str:
        """Who withdrew it, when and why; empty while it holds."""
        one = self.decision
        return (
            f"{one.withdrawn_by}，{date_text((one.withdrawn_at or '')[:10])}：{one.withdrawn_why}"
            if one.withdrawn_at
            else ""
        )

    @property
    def sentence(self) -> str:
        """The decision in one sentence."""
        verb = f"即“{self.meant.name}”" if self.meant else "不是所列的任何一个"
        return f"{self.place}中的“{self.decision.name}”{verb}。"

    @property
    def undoing(self) -> str:
        """The command that withdraws it."""
        return _command("withdraw", self.decision.kind, self.decision.name, self.decision.place)


def question_rows(
    store: Store, words: str, kinds: Sequence[str], limit: int, offset: int, visibility: Sequence[str] = PUBLIC
) -> tuple[int, tuple[QuestionRow, ...]]:
    """The number of open questions, and those of one page."""
    graph = GraphStore(store)
    found = graph.questions(kinds, words, limit, offset, visibility)
    return found.total, rows_of(graph, found.items, visibility)


def rows_of(
    graph: GraphStore, found: Sequence[OpenQuestion], visibility: Sequence[str] = PUBLIC
) -> tuple[QuestionRow, ...]:
    """Open questions as rows; candidates that may not be seen are left out."""
    keys = {_key(one.question.kind, name) for one in found for name in one.question.candidates}
    nodes = {node.id: node for node in graph.visible(tuple(graph.nodes(keys).values()), visibility)}
    return tuple(_question_row(one, nodes) for one in found)


def decision_rows(
    store: Store, found: Sequence[Decision], visibility: Sequence[str] = PUBLIC
) -> tuple[DecisionRow, ...]:
    """Decisions with the pages of what they mean."""
    graph = GraphStore(store)
    nodes = graph.nodes(_key(one.kind, one.meant) for one in found if one.meant)
    seen = {node.id: node for node in graph.visible(tuple(nodes.values()), visibility)}
    return tuple(DecisionRow(one, _candidate(one.kind, one.meant, seen) if one.meant else None) for one in found)


def _key(kind: str, name: str) -> str:
    return name if kind == CITATION else body_id(name)


def _candidate(kind: str, name: str, nodes: dict[str, Node]) -> Candidate:
    """A body by its name, a document by its title where it may be seen."""
    node = nodes.get(_key(kind, name))
    if kind == CITATION:
        return Candidate(node.label, document_url(node.id)) if node else Candidate("未公开的文件", "")
    return Candidate(name, entity_url(node.id) if node else "")


def _question_row(one: OpenQuestion, nodes: dict[str, Node]) -> QuestionRow:
    asked = one.question
    seen = [name for name in asked.candidates if asked.kind == BODY or name in nodes]
    candidates = tuple(_candidate(asked.kind, name, nodes) for name in seen)
    return QuestionRow(
        asked.kind,
        asked.name,
        asked.place,
        candidates,
        asked.reason,
        one.documents,
        one.title,
        clause_url(asked.document, one.clause),
        _command("decide", asked.kind, asked.name, asked.place, seen[0] if seen else "全称"),
    )


def _command(verb: str, kind: str, name: str, place: str, meant: str = "") -> str:
    """A command line that can be copied, reason and author left to be filled in."""
    parts = ["zhengnuo", verb, quote(name) if any(c in name for c in " '\"《》&;|<>()$`\\") else name]
    parts += ["--citation"] if kind == CITATION else []
    parts += ["--as", meant] if meant else []
    parts += ["--place", place] if place else []
    return " ".join([*parts, "--reason", "理由", "--author", "作出人"])
