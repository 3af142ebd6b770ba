"""The named queries of the graph: one table of them under the command line, the API and the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from corpus.errors import QueryError
from corpus.shown import one_line
from corpus.store import CommitmentRow, DocumentFilter, Store
from corpus.store.graph_rows import Described, Node
from kg.citations import missing, most_cited
from kg.differences import FLAGS
from kg.ledger import flagged
from kg.neighbourhood import neighbourhood
from kg.ontology import NODE_KINDS, label_of
from kg.paths import paths
from kg.queries import entity, timeline
from kg.responsibility import load, load_by_period, with_two_leads, without_lead
from kg.topics import MOST, topics
from webapp.links import clause_url, commitment_url, document_url, series_url
from webapp.listing import Cell, Listing, Part, cell
from webapp.views_graph import node_url, relation_rows
from webapp.wording import date_text, quarter_text

MOST_ROWS = 1000
"""Rows of an answer, at most."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a query is asked with.

    Attributes:
        entity: id, name or alias of the entity it is about.
        other: of the second one.
        words: part of a title or name.
        limit: rows, at most; of a load by period, bodies.
        by: period by which a load is told apart, of `PERIODS`; empty for the whole.
    """

    entity: str = ""
    other: str = ""
    words: str = ""
    limit: int = 50
    by: str = ""


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query that can be asked by its name.

    Attributes:
        name: in URLs and on the command line.
        label: of a list of queries.
        meaning: one sentence.
        needs: what has to be given: `entity`, `other`.
        takes: what may be given: `words`, `by`.
        run: gives the answer.
    """

    name: str
    label: str
    meaning: str
    run: Callable[[Store, Asked], Listing]
    needs: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()


def ask(store: Store, name: str, asked: Asked) -> Listing:
    """The answer to a named query.

    Raises:
        NotFoundError: if there is no such entity.
        QueryError: if there is no such query, or something it needs is not given.
    """
    if name not in QUERIES:
        raise QueryError(f"没有“{name}”这种查询，可用的查询：{'、'.join(QUERIES)}。")
    query = QUERIES[name]
    if lacking := [NEEDS[need] for need in query.needs if not getattr(asked, need)]:
        raise QueryError(f"“{query.label}”须给出{'和'.join(lacking)}。")
    return query.run(store, asked)


NEEDS = {"entity": "实体的名称或编号", "other": "另一实体的名称或编号"}


def _node(node: Node) -> Cell:
    return cell(node.label, node_url(node))


def _proof(described: Described) -> Cell:
    edge = described.edge
    return cell(described.title, clause_url(edge.document, edge.clause)) if edge.document else cell("规则推定")


def _quote(described: Described) -> Cell:
    return cell(one_line(described.quote) or described.edge.how)


def _relations(store: Store, asked: Asked) -> Listing:
    around = neighbourhood(store, asked.entity, 1, asked.limit)
    rows = relation_rows(around.centre.id, around.edges)
    lines = [
        (
            cell(row.label),
            cell(row.other.label, row.address),
            cell(row.other_kind),
            _quote(row.described),
            cell(date_text(row.described.edge.on)),
            _proof(row.described),
        )
        for row in rows
    ]
    note = f"“{around.centre.label}”共有关系{around.total}条，列出关联最强的{len(around.nodes) - 1}个对象。"
    return Listing(("relation", "entity", "kind", "quote", "date", "source"), tuple(lines), note)


def _paths(store: Store, asked: Asked) -> Listing:
    found = paths(store, asked.entity, asked.other, limit=5)
    lines = [
        (
            cell(f"路径{number}第{at}步"),
            _node(step.source),
            cell(label_of(step.edge.kind)),
            _node(step.target),
            _quote(step),
            _proof(step),
        )
        for number, path in enumerate(found, 1)
        for at, step in enumerate(path.steps, 1)
    ]
    note = "两者之间四步以内没有路径。"
    if found:
        ends = (found[0].nodes[0].label, found[0].nodes[-1].label)
        note = f"“{ends[0]}”与“{ends[1]}”之间有{len(found)}条最短路径，每一步注明出处。"
    return Listing(("step", "from", "relation", "to", "quote", "source"), tuple(lines), note)


def _timeline(store: Store, asked: Asked) -> Listing:
    about = entity(store, asked.entity)
    lines = []
    for moment in timeline(store, about.id, asked.limit):
        one, other = moment.described.source, moment.described.target
        beside = other if one.id == about.id else one
        day, proof = cell(date_text(moment.on)), _proof(moment.described)
        lines.append((day, cell(moment.label), _node(beside), _quote(moment.described), proof))
    note = f"“{about.name}”的大事记，按来源文件的成文日期排列；没有日期的不列。"
    return Listing(("date", "relation", "entity", "quote", "source"), tuple(lines), note)


def _counted(found: Iterable[tuple[Node, int]]) -> Listing:
    lines = [(_node(node), cell(NODE_KINDS[node.kind].label), cell(f"{count}件")) for node, count in found]
    return Listing(("entity", "kind", "citing"), tuple(lines))


def _cited(store: Store, asked: Asked) -> Listing:
    return _counted(most_cited(store, asked.limit))


def _missing(store: Store, asked: Asked) -> Listing:
    return _counted(missing(store, asked.limit))


def _topics(store: Store, asked: Asked) -> Listing:
    rows = store.documents(DocumentFilter(words=asked.words or None), limit=MOST).items
    found = topics(store, [row.id for row in rows])[: asked.limit]
    lines = [
        (
            cell("、".join(topic.words) or "未能概括"),
            tuple(Part(node.label, document_url(node.id)) for node in topic.documents),
            tuple(Part(f"{node.label}（{count}件）", node_url(node)) for node, count in topic.shared[:8]),
        )
        for topic in found
    ]
    grouped = sum(len(topic.documents) for topic in found)
    note = f"{len(rows)}件文件中有{grouped}件因引用同样的文件或载明同样的指标而归为{len(found)}组，其余的没有共同之处。"
    return Listing(("topic", "documents", "shared"), tuple(lines), note)


def _load(store: Store, asked: Asked) -> Listing:
    if asked.by:
        return _load_by_period(store, asked)
    found = sorted(load(store, asked.limit), key=lambda one: one.body.label)
    lines = [(_node(one.body), cell(f"{one.leads}项"), cell(f"{one.joins}项")) for one in found]
    return Listing(("body", "leads", "joins"), tuple(lines), "按名称排列，不作排名；数量多少取决于收录的文件。")


def _load_by_period(store: Store, asked: Asked) -> Listing:
    found = load_by_period(store, asked.by, asked.limit, asked.entity)
    lines = [
        (_node(one.body), cell(quarter_text(one.period)), cell(f"{one.leads}项"), cell(f"{one.joins}项"))
        for one in found
    ]
    note = "按名称和原文载明的完成时限排列；只载明年份的不归入季度，未载明时限的单列。"
    return Listing(("body", "period", "leads", "joins"), tuple(lines), note)


def _commitments(rows: Iterable[CommitmentRow], note: str) -> Listing:
    lines = [
        (
            cell(row.quote, commitment_url(row.id)),
            cell("、".join(row.lead) or "未载明"),
            cell("、".join(row.joint) or "未载明"),
            cell(row.title, clause_url(row.document, row.clause)),
        )
        for row in rows
    ]
    return Listing(("commitment", "lead", "joint", "source"), tuple(lines), note)


def _unled(store: Store, asked: Asked) -> Listing:
    found = without_lead(store, limit=asked.limit)
    return _commitments(found.items, f"共{found.total}项。原文未载明牵头单位，或只列出配合单位。")


def _two_leads(store: Store, asked: Asked) -> Listing:
    return _commitments(with_two_leads(store, asked.limit), "同一项承诺有两个以上牵头单位的，须核对由谁负总责。")


def _differences(store: Store, asked: Asked) -> Listing:
    found = [row for row in flagged(store) if asked.words in f"{row.name}{row.subject}"]
    lines = [
        (
            cell(row.name, series_url(row.id)),
            cell(row.subject),
            cell("、".join(FLAGS[flag] for flag in row.flags)),
            cell(f"{row.documents}件"),
        )
        for row in found[: asked.limit]
    ]
    return Listing(
        ("indicator", "subject", "flags", "stated"), tuple(lines), f"共{len(found)}个指标，各处数值见指标页。"
    )


_DIFFERENCES = "数值不一致、目标调整、口径变化，或在后续报告中不再出现的指标。"
_QUERIES = (
    NamedQuery("relations", "直接关系", "一个实体与其他对象的关系，每条有原文和出处。", _relations, ("entity",)),
    NamedQuery("paths", "关联路径", "两个实体之间的最短路径，每一步有出处。", _paths, ("entity", "other")),
    NamedQuery("timeline", "大事记", "一个实体在各文件中的记载，按时间排列。", _timeline, ("entity",)),
    NamedQuery("cited", "被引用最多的文件", "库内文件，按引用它的文件数排列。", _cited),
    NamedQuery("missing", "被引用而未收录的文件", "各文件引用、但库内没有的文件，按引用它的文件数排列。", _missing),
    NamedQuery("topics", "主题", "因引用同样的文件或载明同样的指标而成组的文件。", _topics, takes=("words",)),
    NamedQuery("load", "责任单位", "各单位牵头和配合的承诺数，可按年度或季度分列。", _load, takes=("by",)),
    NamedQuery("unled", "没有牵头单位的承诺", "原文未载明牵头单位的承诺。", _unled),
    NamedQuery("two-leads", "多个牵头单位的承诺", "有两个以上牵头单位的承诺。", _two_leads),
    NamedQuery("differences", "表述有差异的指标", _DIFFERENCES, _differences, takes=("words",)),
)
QUERIES = {query.name: query for query in _QUERIES}
"""Name of each query, and the query."""
