"""Rows of a table of tasks are commitments with the bodies of their column."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus import Achievement, Block, BlockKind, Cell, Commitment, Document, Genre, Metadata, Role, Source, Span, Table
from corpus.document import document_id
from extract.bodies.departments import find_organizations
from extract.indicators.task_values import find_task_values
from extract.layout.task_tables import find_task_rows
from extract.matching import fold
from extract.outline.headings import find_outline
from extract.reading import Reading
from extract.statements.find import find_statements
from extract.times.dates import find_times
from tests.readings import read_text

ROWS = (
    ("序号", "工作任务", "牵头单位", "配合单位", "完成时限"),
    ("1", "建成节水数据平台", "市水务局", "市财政局、市统计局", "2030年6月底前"),
    ("2", "开展节水宣传活动", "市教育局", "", "持续推进"),
)


def table_document(rows: tuple[tuple[str, ...], ...]) -> Document:
    """A document that is one table, a cell a line."""
    text, cells = "", []
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            cells.append(Cell(Span(len(text), len(text) + len(words)), at, column))
            text += words + "\n"
    table = Table(tuple(cells), len(rows), len(rows[0]))
    source = Source("0" * 64, "text/plain", "t", "t", len(text), "2026-01-01T00:00:00Z")
    return Document(document_id("0" * 64), source, text, (Block(BlockKind.TABLE, Span(0, len(text)), table=table),))


def test_rows_have_task_bodies_and_times() -> None:
    """The columns are told by their headers."""
    document = table_document(ROWS)
    rows = list(find_task_rows(document, fold(document.text)))

    assert [row.task.of(document.text) for row in rows] == ["建成节水数据平台", "开展节水宣传活动"]
    assert [(span.of(document.text), role) for span, role in rows[0].bodies] == [
        ("市水务局", Role.LEAD),
        ("市财政局、市统计局", Role.JOINT),
    ]
    assert rows[0].times[0].of(document.text) == "2030年6月底前"


def test_rows_become_commitments() -> None:
    """A row has its bodies as actors, its own column's time as deadline."""
    document = table_document(ROWS)
    folded = fold(document.text)
    reading = Reading(document, folded, Metadata(genre=Genre.PLAN), find_outline(document, folded))
    _, mentions = find_organizations(reading)

    found = [
        fact for fact in find_statements(reading, find_times(reading), mentions, ()) if isinstance(fact, Commitment)
    ]
    assert [actor.name for actor in found[0].actors] == ["市水务局", "市财政局", "市统计局"]
    assert [actor.role for actor in found[0].actors] == [Role.LEAD, Role.JOINT, Role.JOINT]
    assert str(found[0].deadline) == "2030-06"


def test_other_tables_are_left_alone() -> None:
    """A table without a column of bodies gives nothing."""
    document = table_document((("指标", "2020年", "2025年"), ("用水量", "5", "4")))

    assert list(find_task_rows(document, fold(document.text))) == []


FLATTENED = """2031年立法计划
序号
项目名称
起草单位
1
澜岭省河湖保护办法
省水利厅
2
澜岭省公共数据管理办法
（修订）
省大数据局
3
澜岭省车船税实施办法
省税务局
省财政厅
澜岭省人民政府
"""


def test_rows_of_plain_text_become_commitments() -> None:
    """A table that lost its grid is read as well; offices one below the other share the last cell."""
    reading = read_text(FLATTENED, issuer="澜岭省人民政府")
    _, mentions = find_organizations(reading)
    found = [fact for fact in find_statements(reading, (), mentions, ()) if isinstance(fact, Commitment)]

    assert [fact.span.of(reading.document.text).partition("\n")[0] for fact in found] == [
        "澜岭省河湖保护办法",
        "澜岭省公共数据管理办法",
        "澜岭省车船税实施办法",
    ]
    assert [[actor.name for actor in fact.actors] for fact in found] == [
        ["省水利厅"],
        ["省大数据局"],
        ["省税务局", "省财政厅"],
    ]


def test_a_row_told_in_a_sentence_is_told_once() -> None:
    """The words of a task cell are no second statement, even where they read like a sentence."""
    lines = [
        "工作任务\t责任单位",
        *(f"建设第{n}座数据中心，推进平台接入，完善运行维护机制。\t市水务局" for n in "一二三"),
    ]
    reading = read_text("\n".join(lines))
    _, mentions = find_organizations(reading)

    assert len(find_statements(reading, (), mentions, ())) == 3


PROGRESS = """序号
项目名称
年度目标任务
截至9月底进展情况
牵头单位
1
改善灌溉条件
新建泵站8座；为50个村更换水表3200块。
东岭等6座泵站已投入使用。南桥泵站因道路施工目前建到二层，2031年春季启用。主要原因：设备到货较晚。
县水务局
2
扩大供水范围
新增3处取水点。
取水点全部建成，受益2600户。
县供水公司
"""


@pytest.mark.parametrize("header", ["截至9月底进展情况", "工作进度情况"])
def test_a_column_of_results_tells_what_was_done(header: str) -> None:
    """Cells may hold sentences where each row has as many lines as the header; results are no tasks, nor their days."""
    reading = read_text(PROGRESS.replace("截至9月底进展情况", header), Genre.REPORT, as_of="2030-10-14")
    _, mentions = find_organizations(reading)
    found = find_statements(reading, find_times(reading), mentions, ())

    told = [fact.span.of(reading.document.text) for fact in found if isinstance(fact, Achievement)]
    tasks = [fact.span.of(reading.document.text) for fact in found if isinstance(fact, Commitment)]
    assert told == ["东岭等6座泵站已投入使用。", "取水点全部建成，受益2600户。"]
    assert tasks == [
        "新建泵站8座；为50个村更换水表3200块。",
        "南桥泵站因道路施工目前建到二层，2031年春季启用。",
        "新增3处取水点。",
    ]
    assert next(fact.deadline for fact in found if isinstance(fact, Commitment)) is None
    assert [[actor.name for actor in fact.actors] for fact in found if isinstance(fact, Commitment)] == [
        ["县水务局"],
        ["县水务局"],
        ["县供水公司"],
    ]


def test_rows_of_another_length_are_no_table_of_sentences() -> None:
    """Lines that only start with a number are text: nothing is guessed of their columns."""
    text = PROGRESS.replace("取水点全部建成，受益2600户。\n", "").replace("新增3处取水点。\n", "")
    assert list(find_task_rows(read_text(text).document, fold(text))) == []


def test_a_column_of_results_needs_no_column_of_bodies() -> None:
    """What has come of each task is told where nobody is named."""
    lines = [line for line in PROGRESS.split("\n") if line not in {"牵头单位", "县水务局", "县供水公司"}]
    text = "\n".join(lines)
    assert len(list(find_task_rows(read_text(text).document, fold(text)))) == 2


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("指导部门", Role.JOINT),
        ("支持单位", Role.JOINT),
        ("推进部门", Role.JOINT),
        ("市级指导单位", Role.JOINT),
        ("行业主管部门", Role.JOINT),
        ("督办单位", Role.JOINT),
        ("负责部门", Role.LEAD),
    ],
)
def test_columns_of_bodies_by_what_they_do(header: str, role: Role) -> None:
    """Those who guide, support or see to a task stand in a column of their own."""
    heads = ("序号", "改革举措", "主要内容", header, "推广范围")
    document = table_document((heads, ("1", "节水保险", "开发节水保险产品", "市水务局", "3个县")))
    found = list(find_task_rows(document, fold(document.text)))

    assert [(span.of(document.text), own) for row in found for span, own in row.bodies] == [("市水务局", role)]
    assert [span.of(document.text) for row in found for span in row.scope] == ["3个县"]


@pytest.mark.parametrize("header", ["设定依据", "许可条件", "审批时限及依据"])
def test_a_catalogue_of_matters_is_no_table_of_tasks(header: str) -> None:
    """Whom a matter comes under is no one who has a task, where the table says what the matter rests on."""
    document = table_document((("序号", "事项名称", "主管部门", header), ("1", "取水许可", "市水务局", "取水条例")))

    assert list(find_task_rows(document, fold(document.text))) == []


def test_a_row_over_all_columns_is_no_task() -> None:
    """What stands over several rows is their heading."""
    text = "改革举措\n指导部门\n一、节水方面（共1项）\n开发节水保险\n市水务局\n"
    cells, at = [], 0
    places = [(0, 0, 1), (0, 1, 1), (1, 0, 2), (2, 0, 1), (2, 1, 1)]
    for words, (row, column, reach) in zip(text.splitlines(), places, strict=True):
        cells.append(Cell(Span(at, at + len(words)), row, column, colspan=reach))
        at += len(words) + 1
    document = table_document(ROWS)
    table = Table(tuple(cells), 3, 2)
    document = replace(document, text=text, blocks=(Block(BlockKind.TABLE, Span(0, len(text)), table=table),))

    assert [row.task.of(text) for row in find_task_rows(document, fold(text))] == ["开发节水保险"]


def test_rows_measure_what_their_columns_name() -> None:
    """A column whose head names a unit measures the row, whose time is that of its values."""
    document = table_document(
        (
            ("序号", "项目名称", "总投资(亿元)", "完成时限", "责任单位"),
            ("1", "石桥灌区改造", "6.5", "2030年6月底前", "市水务局"),
        )
    )
    folded = fold(document.text)
    reading = Reading(document, folded, Metadata(genre=Genre.PLAN), find_outline(document, folded))
    (found,) = find_task_values(reading, find_times(reading))

    assert (found.name, found.subject, str(found.value), found.unit) == ("总投资", "石桥灌区改造", "6.5", "亿元")
    assert (str(found.when), str(found.kind)) == ("2030-06", "target")
