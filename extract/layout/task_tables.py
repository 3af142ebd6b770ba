"""Tables of tasks: a row is an undertaking; its bodies, and what has come of it, stand in columns of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus import Cell, Document, Role, Span, Table
from extract.layout.parts import Parts, find_parts

_BODIES = re.compile(
    r"(?:责任|负责|牵头|主办|主责|承办|承担|配合|协办|协同|参与|实施|落实|完成|起草|送审|报送|组织"
    r"|指导|主管|支持|推进|推动|督导|督办|协调|归口)[^\s]{0,4}(?:单位|部门|处室|机构|主体)|(?:责任|牵头)(?:方|人)|分工"
)
_RESTS_ON = re.compile(r"依据|许可|审批")
"""The header of what an item of a catalogue rests on, or of the items that are permitted, which nobody is to do."""
_LEADS = re.compile(r"负责|牵头|主办|主责|承办|起草|送审|报送")
_TASK = re.compile(r"任务|事项|内容|措施|举措|工作|目标|要求|项目|名称|行动")
_TIME = re.compile(r"时限|时间|期限|进度|年限|完成日期")
_TOLD = re.compile(
    r"(?:进展|进度|完成|落实|实施|办理|推进|整改|执行|工作)[^\s]{0,3}情况|(?<!预期)成效(?!目标)|目前进[展度]"
)
"""The header of what has come of a task: 截至9月底进展情况."""
_SCOPE = re.compile(r"(?:推广|适用|实施|试点|覆盖|应用|复制|执行)(?:的)?(?:范围|区域|地区|地域|对象)")
"""The header of where a task is carried out."""
_CELL_BEHIND = re.compile(
    r"(?:单位|部门|处室|机构|主体|任[方人]|头[方人]|分工|情况)(?=[^\s|,。;:、]{0,6}(?:$|[ \t]|[ ]*\|))",
    re.MULTILINE,
)
_CELL_BEFORE = re.compile(rf"(?:^|[\t |])[ ]*[^\s|,。;:、]{{0,8}}(?:{_BODIES.pattern}|{_TOLD.pattern})\Z", re.MULTILINE)
"""The end of a cell over a column of bodies, or of what was done, in plain text, and all of it up to there."""
_LONGEST_CELL = 40


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One row of a table of tasks.

    Attributes:
        task: the words of the task.
        bodies: the cells that name who is responsible, with the role that their header gives.
        times: the cells that say by when.
        told: the cells that say what has come of it.
        scope: the cells that say where it is carried out.
        cells: all cells of the task: what it is called, its contents, its goal.
        others: the cells of all other columns, with their headers.
    """

    task: Span
    bodies: tuple[tuple[Span, Role], ...]
    times: tuple[Span, ...]
    told: tuple[Span, ...]
    scope: tuple[Span, ...]
    cells: tuple[Span, ...]
    others: tuple[tuple[Cell, str], ...]


def find_task_rows(document: Document, folded: str, parts: Parts | None = None) -> Iterator[TaskRow]:
    """The rows of every table, of the file or flattened, that has a column for tasks and one for bodies or for results.

    `parts` are those of the document, where they are known already.
    """
    tables = [block.table for block in document.blocks if block.table is not None]
    if _has_header(folded):
        tables += [found.table for found in (parts or find_parts(document, folded)).tables]
    for table in tables:
        yield from _rows(table, folded)


def _has_header(folded: str) -> bool:
    """Whether plain text has a cell over a column of bodies or results; without one no tables are looked for."""
    return any(
        _CELL_BEFORE.search(folded, max(0, last.end() - _LONGEST_CELL), last.end())
        for last in _CELL_BEHIND.finditer(folded)
    )


def _rows(table: Table, folded: str) -> Iterator[TaskRow]:
    grid = table.grid()
    headers = [_header(grid[: max(1, table.header_rows)], column, folded) for column in range(table.columns)]
    bodies = [(column, header) for column, header in enumerate(headers) if _BODIES.search(header)]
    tasks = [
        column
        for column, header in enumerate(headers)
        if _TASK.search(header) and not any(one.search(header) for one in (_BODIES, _TIME, _TOLD))
    ]
    told = [column for column, header in enumerate(headers) if _TOLD.search(header) and not _BODIES.search(header)]
    if not tasks or not (bodies or told) or (not told and _is_catalogue(headers)):
        return
    scope = [column for column, header in enumerate(headers) if _SCOPE.search(header) and column not in tasks]
    times = [column for column, header in enumerate(headers) if _TIME.search(header) and column not in told]
    known = {*(column for column, _ in bodies), *tasks, *told, *scope, *times}
    others = [(column, header) for column, header in enumerate(headers) if column not in known]
    for row in grid[max(1, table.header_rows) :]:
        task = _longest(row, tasks)
        over_all = any(row[column] is task for column, _ in bodies)
        if task is not None and len(task.span) > 3 and not over_all:
            yield TaskRow(
                task.span.strip(folded),
                tuple(
                    (cell.span, Role.LEAD if _LEADS.search(header) else Role.JOINT)
                    for column, header in bodies
                    if (cell := row[column])
                ),
                tuple(cell.span for column in times if (cell := row[column])),
                tuple(cell.span.strip(folded) for column in told if (cell := row[column])),
                tuple(cell.span for column in scope if (cell := row[column])),
                tuple(cell.span.strip(folded) for column in tasks if (cell := row[column])),
                tuple((cell, header) for column, header in others if (cell := row[column])),
            )


def _is_catalogue(headers: Sequence[str]) -> bool:
    """Whether a table lists matters, with whom they come under and what they rest on: 主管部门, 设定依据."""
    watched = all("主管" in header for header in headers if _BODIES.search(header))
    return watched and any(_RESTS_ON.search(header) for header in headers)


def _header(rows: tuple[tuple[Cell | None, ...], ...], column: int, folded: str) -> str:
    """The words over a column, those of several header rows together."""
    return "".join(re.sub(r"\s+", "", cell.span.of(folded)) for row in rows if (cell := row[column]))


def _longest(row: tuple[Cell | None, ...], columns: list[int]) -> Cell | None:
    """The cell with most words among those of the columns; the first of equals."""
    cells = [cell for column in columns if (cell := row[column]) is not None]
    return max(cells, key=lambda cell: len(cell.span), default=None)
