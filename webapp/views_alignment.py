"""Two plans aligned, as a matrix: what the upper one sets, and what the lower one makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.masking import mask
from corpus.store import DocumentRow
from kg.alignment import MISSING, REFINED, STATUSES, TAKEN, Aligned, Item
from webapp.clause_names import ClauseNames
from webapp.links import clause_url
from webapp.sheets import Sheet

KINDS = {"indicator": "指标", "task": "任务"}


@dataclass(frozen=True, slots=True)
class AlignedView:
    """One line of the matrix; `lower` and its address are empty where nothing answers."""

    kind: str
    status: str
    upper: str
    upper_at: str
    upper_place: str
    lower: str
    lower_at: str
    lower_place: str
    reason: str


def aligned_views(
    found: Iterable[Aligned], upper: DocumentRow, lower: DocumentRow, names: ClauseNames
) -> tuple[AlignedView, ...]:
    """The lines in words, in their order."""

    def side(item: Item | None, document: DocumentRow) -> tuple[str, str, str]:
        if item is None:
            return "", "", ""
        said = f"（{item.target}）" if item.target else ""
        return (
            mask(item.name) + said,
            clause_url(document.id, item.clause),
            names.place(document.id, item.clause) or "正文",
        )

    return tuple(
        AlignedView(one.upper.kind, one.status, *side(one.upper, upper), *side(one.lower, lower), one.reason)
        for one in found
    )


def counted(views: Sequence[AlignedView]) -> tuple[tuple[str, str, dict[str, int]], ...]:
    """How many items of each kind have each status: kind, its name, status to number."""
    statuses = (TAKEN, REFINED, MISSING)
    return tuple(
        (kind, name, {status: sum((view.kind, view.status) == (kind, status) for view in views) for status in statuses})
        for kind, name in KINDS.items()
    )


def alignment_sheet(
    views: Iterable[AlignedView], upper: DocumentRow, lower: DocumentRow, notes: Sequence[tuple[str, str]]
) -> Sheet:
    """The matrix as a file."""
    head = ("序号", "类别", "上级规划", "上级出处", "衔接情况", "下级规划", "下级出处", "理由", "已核对")
    lines = [
        (
            number,
            KINDS[view.kind],
            view.upper,
            view.upper_place,
            STATUSES[view.status],
            view.lower,
            view.lower_place,
            view.reason,
            "",
        )
        for number, view in enumerate(views, 1)
    ]
    what = (("上级规划", upper.title), ("下级规划", lower.title), ("说明", "由系统比对，须人工核对。"))
    return Sheet("规划衔接", head, lines, (*what, *notes), (6, 8, 50, 20, 10, 50, 20, 44, 8))
