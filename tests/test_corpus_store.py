"""The store keeps a document whole or not at all, once, and gives it back as it was."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from threading import Barrier

import pytest

from corpus import (
    Actor,
    Analysis,
    Citation,
    Clause,
    Commitment,
    Document,
    Genre,
    Indicator,
    Metadata,
    Organization,
    OrganizationMention,
    Outline,
    PartialDate,
    Period,
    Role,
    Section,
    Sentence,
    Span,
    TimeMention,
    TimeRole,
)
from corpus.document import document_id
from corpus.errors import NotFoundError
from corpus.store import DocumentFilter, FactFilter, Outcome, Store, Visibility
from corpus.store.database import open_engine
from corpus.store.originals import content_hash
from tests.conftest import plain_document
from tests.databases import OpenStore
from tests.kg_corpus import draft

TEXT = """一、目标
到2027年底，省水务厅牵头建成覆盖率不低于90%的供水管网。
"""


def analysis_of(text: str = TEXT, origin: str = "a.txt", genre: Genre = Genre.PLAN) -> Analysis:
    """An analysis of `text` with one fact of several kinds."""
    plain = plain_document(text, origin)
    digest = content_hash(text.encode())
    document = replace(plain, id=document_id(digest), source=replace(plain.source, content_hash=digest))
    start = text.index("到") if "到" in text else 0
    sentence = Span(start, len(text) - 1)
    return Analysis(
        document=document,
        metadata=Metadata(title=f"{origin}的规划", genre=genre, issuer="云岭省水务厅", written_on=PartialDate(2024, 3)),
        outline=Outline(
            (Section("sec_1", 1, "一、", "目标", Span(0, 4), Span(0, len(text))),),
            (Clause("sec_1__p_1", sentence, "sec_1", (Sentence(sentence),)),),
        ),
        organizations=(Organization("云岭省水务厅", ("省水务厅",), (Role.LEAD,)),),
        facts=(
            Commitment(
                sentence, PartialDate(2027), (Actor("省水务厅", Role.LEAD, organization="云岭省水务厅"),), binding=True
            ),
            TimeMention(Span(start, start + 7), Period.parse("2027"), TimeRole.DEADLINE),
            Indicator(sentence, "覆盖率", None, Decimal(90), "%"),
            OrganizationMention(Span(start + 8, start + 12), "云岭省水务厅", Role.LEAD),
            Citation(Span(0, 4), "供水条例", "云政发〔2020〕3号"),
        ),
        rules="test",
    )


@pytest.fixture
def store(tmp_path: Path, open_store: OpenStore) -> Store:
    """An empty store in a file."""
    return open_store(tmp_path / "home")


def test_what_is_put_is_got(store: Store) -> None:
    """An analysis comes back equal."""
    analysis = analysis_of()
    stored = store.put(analysis)
    assert stored.outcome is Outcome.STORED
    assert store.get(analysis.document.id) == analysis


def test_same_bytes_are_kept_once(store: Store) -> None:
    """A second put of the same bytes, under another name too, changes nothing."""
    store.put(analysis_of())
    revision = store.revision
    assert store.put(analysis_of(origin="b.txt")).outcome is Outcome.UNCHANGED
    assert (store.documents().total, store.revision) == (1, revision)


def test_changed_file_of_the_same_origin_is_a_new_version(store: Store) -> None:
    """The old version stays beside the new one, and only the new one is listed; ids of unchanged facts stay."""
    first, second = analysis_of(), analysis_of(TEXT + "新增一段。\n")
    second = replace(second, facts=(replace(first.facts[0], span=first.facts[0].span), *second.facts[1:]))
    store.put(first)
    assert store.put(second).version == 2
    assert [row.id for row in store.documents().items] == [second.document.id]
    assert [row.version for row in store.versions(first.document.id)] == [2, 1]
    assert store.fact_ids(first.document.id)[0] == store.fact_ids(second.document.id)[0]


def test_words_that_are_wrapped_otherwise_are_two_facts(store: Store) -> None:
    """Two facts of the same words, one of them broken over lines, have an id each."""
    first = draft("依据《安全办法》执行。\n另据《安全\n办法》第三条。\n", "栖川市通知", "2024-05").cites("《安全办法》")
    analysis = first.cites("《安全\n办法》").analysis
    store.put(analysis)
    assert len(set(store.fact_ids(analysis.document.id))) == 2


def test_replace_keeps_identity(store: Store) -> None:
    """Another analysis of the same document takes the place of the kept one and counts as a change."""
    analysis = analysis_of()
    store.put(analysis)
    before = store.revision
    store.replace(replace(analysis, facts=analysis.facts[:1], rules="newer"))
    assert len(store.get(analysis.document.id).facts) == 1
    assert store.changed_since(before) == ((analysis.document.id, store.revision),)
    assert store.outdated("newer") == ()


@pytest.mark.parametrize(
    ("given", "total"),
    [
        (FactFilter(), 1),
        (FactFilter(department="水务"), 1),
        (FactFilter(department="水务", role="joint"), 0),
        (FactFilter(department="100%"), 0),  # a percent sign means itself
        (FactFilter(due_until="2027-12-31"), 1),
        (FactFilter(due_until="2027-12-30"), 0),  # 2027 is due on its last day
        (FactFilter(dated=False), 0),
        (FactFilter(led=True, binding=True), 1),
        (FactFilter(words="供水管网"), 1),
        (FactFilter(documents=DocumentFilter(genre=("notice",))), 0),
        (FactFilter(documents=DocumentFilter(since="2024", until="2024")), 1),
        (FactFilter(documents=DocumentFilter(until="2024-02")), 0),
    ],
)
def test_commitments_are_filtered(store: Store, given: FactFilter, total: int) -> None:
    """Each condition restricts as it says."""
    store.put(analysis_of())
    assert store.commitments(given).total == total


@pytest.mark.parametrize(
    ("written", "asked", "found"),
    [
        ("2024-023", "2024-23", True),
        ("2024023", "2024-023", True),
        ("023", "2024-023", True),
        ("0023", "23", True),
        ("023", "2023-023", False),
        ("24", "23", False),
    ],
)
def test_proposals_are_found_by_any_spelling(store: Store, written: str, asked: str, found: bool) -> None:
    """Zeros and marks are no part of a number; one without a year is that of a document of the year asked for."""
    analysis = analysis_of()
    store.put(replace(analysis, metadata=replace(analysis.metadata, proposal_number=written)))
    assert bool(store.documents(DocumentFilter(proposal_number=asked)).items) is found


def test_commitment_row_shows_its_place(store: Store) -> None:
    """A row has the quote, the clause with its heading, and the bodies by role."""
    store.put(analysis_of())
    (row,) = store.commitments().items
    assert (row.lead, row.joint, row.heading, row.clause) == (("云岭省水务厅",), (), "一、目标", "sec_1__p_1")
    assert store.commitment(row.id) == row
    with pytest.raises(NotFoundError):
        store.commitment("c0")


def test_bound_classes_are_no_departments(store: Store) -> None:
    """A duty laid on firms alone has no lead department, and firms are not listed among the departments."""
    analysis = analysis_of()
    commitment = replace(analysis.commitments[0], actors=(Actor("供水企业", Role.BOUND),))
    store.put(replace(analysis, facts=(commitment,)))
    assert store.commitments(FactFilter(led=False)).total == 1
    assert store.commitments(FactFilter(led=True)).total == 0
    assert store.departments() == ()
    row = store.commitments(FactFilter()).items[0]
    assert (row.lead, row.joint, row.bound) == ((), (), ("供水企业",))


def test_internal_documents_are_not_listed(store: Store) -> None:
    """What is internal is in no list, count or bound of the public."""
    store.put(analysis_of(), Visibility.INTERNAL)
    assert store.documents().total == store.commitments().total == store.indicators().total == 0
    assert store.titles(10) == ()
    assert store.bounds().documents == 0
    assert store.departments() == store.facets("genre") == ()


def test_titles_come_as_documents_do(store: Store) -> None:
    """Newest first, no more than asked for."""
    store.put(analysis_of())
    store.put(analysis_of("另一文件\n", "b"))
    rows = store.documents().items
    assert store.titles(10) == tuple((row.id, row.title) for row in rows)
    assert len(store.titles(1)) == 1


def test_bounds_follow_every_change(store: Store) -> None:
    """They are kept until a document changes, whoever changes it; what is internal changes nothing that is told."""
    assert store.bounds().documents == 0
    store.put(analysis_of())
    held = store.bounds()
    assert held.documents == 1
    assert store.bounds() is held
    store.put(analysis_of("另一内部文件\n", "b"), Visibility.INTERNAL)
    assert store.bounds() == held


def test_bounds_follow_changes_of_other_processes(tmp_path: Path, open_store: OpenStore) -> None:
    """A site tells of what a command has taken in beside it."""
    site, command = open_store(tmp_path / "home"), open_store(tmp_path / "home")
    assert site.bounds().documents == 0
    command.put(analysis_of())
    assert site.bounds().documents == 1


def test_quarantine_is_lifted_by_success(store: Store) -> None:
    """A file that could not be read is listed with its reason until it can be."""
    analysis = analysis_of()
    source = analysis.document.source
    store.quarantine(source, "format.not_yet", "暂不能读取。", "1")
    assert store.known(source.content_hash, "1") is not None
    assert store.known(source.content_hash, "2") is None  # newer readers try again
    assert store.quarantined().items[0].reason == "暂不能读取。"
    store.put(analysis)
    assert store.quarantined().total == 0


def test_near_duplicates_are_told(store: Store) -> None:
    """A text that differs in a few words is a twin, another text is not."""
    long = "".join(f"第{number}项工作由有关单位按照职责分工落实，确保按期完成目标任务。" for number in range(200))
    store.put(analysis_of(long, "long.txt"))
    other = analysis_of("另有说明。" + long, "copy.txt")
    store.put(other)
    store.put(analysis_of())
    assert [twin.title for twin in store.twins(other.document.id)] == ["long.txt的规划"]


def _put_many(home: str, start: int, count: int) -> None:
    store = Store.open(Path(home))
    for number in range(start, start + count):
        store.put(analysis_of(f"{TEXT}第{number}号。\n", f"{number}.txt"))


def test_two_processes_write_at_once(tmp_path: Path) -> None:
    """Writers queue: nothing is lost, nothing is there twice, also when the database is made by both."""
    context = multiprocessing.get_context("spawn")
    home = str(tmp_path / "home")
    writers = [context.Process(target=_put_many, args=(home, start, 30)) for start in (0, 15)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    store = Store.open(tmp_path / "home")
    assert store.documents().total == store.commitments().total == 45


def test_many_open_a_new_database_at_once(tmp_path: Path) -> None:
    """None fails on the lock that SQLite takes, and does not wait for, to write ahead."""
    openers = 8
    with ThreadPoolExecutor(openers) as pool:
        for number in range(40):
            gate = Barrier(openers)

            def opens(gate: Barrier = gate, url: str = f"sqlite:///{tmp_path / str(number)}.db") -> None:
                gate.wait()
                open_engine(url).dispose()

            for opened in [pool.submit(opens) for _ in range(openers)]:
                opened.result()


def test_killed_writer_leaves_whole_documents(tmp_path: Path) -> None:
    """After kill -9 at any moment each document is there with all its parts, or not at all."""
    context = multiprocessing.get_context("spawn")
    home = tmp_path / "home"
    Store.open(home).close()
    for delay in (0.0, 0.05, 0.1):
        writer = context.Process(target=_put_many, args=(str(home), int(delay * 100000), 10000))
        writer.start()
        deadline = time.monotonic() + 20
        while Store.open(home).documents().total == 0 and time.monotonic() < deadline:
            time.sleep(0.02)
        time.sleep(delay)
        os.kill(writer.pid or 0, signal.SIGKILL)
        writer.join()
    store = Store.open(home)
    rows = store.documents(limit=100000).items
    assert rows
    for row in rows[:50]:
        analysis = store.get(row.id)
        assert len(analysis.facts) == 5
        assert isinstance(analysis.document, Document)


def test_account_names_are_taken_once(store: Store) -> None:
    """A second account of the same name is refused, and passwords are not listed."""
    assert store.add_account("reader", "handler", "水务厅", "hash")
    assert not store.add_account("reader", "admin", None, "other")
    assert [(account.name, account.role) for account in store.accounts()] == [("reader", "handler")]
