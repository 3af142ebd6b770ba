"""Answers are copied and cited, doubtful sources are said to be, and what the documents do not say is refused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.store import Bounds
from search import Entry, SearchEngine, Validity, open_engine
from search.answer import Answer, Refusal, Strength, answer
from search.answering import DIFFERENT, OTHER_TIMES, SEVERAL_PLACES, disagreement

BOUNDS = Bounds(documents=3, first="2019-05-06", last="2023-02-01", updated="2023-03-01T08:00:00Z")
RULES = (
    ("", "海府发〔2023〕7号"),
    ("", "发布日期：2023-02-05"),
    ("p_1", "海东市人民政府关于印发海东市公园管理办法的通知"),
    ("p_2", "各县区人民政府，市政府各部门："),
    ("p_3", "公园内禁止擅自砍伐树木，违反规定的，由市林业和草原局处以500元以上2000元以下罚款。"),
    ("p_4", "全市共有公园36个，绿地面积达到1200公顷。"),
    ("p_5", "公园开放时间由各县区自行确定。"),
    ("p_6", "2023年2月1日"),
)
DRAFT = (("p_1", "个体摊位占道经营费每月不超过80元。"),)
OLD = (("p_1", "海东市共有公园29个。"),)


def _entries(
    document: str, title: str, texts: tuple[tuple[str, str], ...], validity: Validity, day: str
) -> list[Entry]:
    out, start = [], 0
    for clause, text in texts:
        out.append(
            Entry(
                document=document,
                clause=clause,
                title=title,
                heading="",
                text=text,
                start=start,
                validity=validity,
                written_on=day,
                year=int(day[:4]),
                doc_number="海府发〔2023〕7号" if document == "d1" else None,
                issuer="海东市人民政府",
            )
        )
        start += len(text) + 1
    return out


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchEngine]:
    """An index of rules in force, of a draft, and of an older report that has another number."""
    with open_engine("tantivy", tmp_path_factory.mktemp("answering")) as opened:
        opened.add(_entries("d1", RULES[2][1], RULES, Validity.IN_FORCE, "2023-02-01"))
        opened.add(_entries("d2", "海东市摊位管理办法（征求意见稿）", DRAFT, Validity.DRAFT, "2022-06-01"))
        opened.add(_entries("d3", "海东市园林工作报告", OLD, Validity.UNSTATED, "2019-05-06"))
        opened.commit()
        yield opened


def ask(engine: SearchEngine, question: str) -> Answer:
    """The answer to a question."""
    return answer(question, engine, BOUNDS, contact="市政务服务中心")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("公园里砍树要罚多少钱", "500元以上2000元以下"),
        ("砍公园的树归谁管", "市林业和草原局"),
        ("海东市的绿地有多大面积", "1200公顷"),
        ("海东市公园管理办法的文号是什么", "海府发〔2023〕7号"),
        ("海东市公园管理办法是什么时候印发的", "2023"),
        ("海东市公园管理办法主送哪些单位", "各县区人民政府"),
    ],
)
def test_answers(engine: SearchEngine, question: str, expected: str) -> None:
    """The words of the document, numbered, with the place they stand at."""
    found = ask(engine, question)

    assert not found.refused
    assert expected in found.text
    assert "[1]" in found.text
    assert found.bases[0].document == "d1"
    assert all(
        basis.quote in dict(RULES).values() or basis.quote in "".join(text for _, text in RULES)
        for basis in found.bases
    )


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("海东市2030年要建多少个公园", Refusal.NOT_FOUND),
        ("西宁的公园有多少个", Refusal.NOT_FOUND),
        ("公园门票为什么涨价", Refusal.NOT_FOUND),
        ("海东市有几条地铁", Refusal.NOT_FOUND),
        ("公园", Refusal.TOO_SHORT),
        ("给我写一首公园的诗", Refusal.OUT_OF_SCOPE),
        ("我的罚款为什么还没批下来", Refusal.PERSONAL_CASE),
    ],
)
def test_refusals(engine: SearchEngine, question: str, why: Refusal) -> None:
    """What is not said, not asked of documents, or somebody's own case is refused with its reason."""
    found = ask(engine, question)

    assert (found.refused, found.refusal, found.text, found.bases) == (True, why, "", ())
    assert found.reason


def test_a_refusal_states_the_bounds(engine: SearchEngine) -> None:
    """Number of documents, their first and last date, and that silence of the corpus is no rule."""
    reason = ask(engine, "海东市有几条地铁").reason or ""

    assert all(part in reason for part in ("3件", "2019年5月6日", "2023年2月1日", "这不表示没有相关规定"))


def test_a_draft_is_no_direct_basis(engine: SearchEngine) -> None:
    """An answer from a draft says so."""
    found = ask(engine, "摆摊的占道经营费每月最多多少钱")

    assert "80元" in found.text
    assert found.strength is Strength.PARTIAL
    assert "征求意见稿" in found.notes[0]


def test_documents_that_differ_are_both_shown(engine: SearchEngine) -> None:
    """Two numbers for one matter: one line for each document; of other years they are each of their time."""
    found = ask(engine, "海东市共有多少个公园")

    assert {basis.document for basis in found.bases} == {"d1", "d3"}
    assert "36个" in found.text
    assert "29个" in found.text
    assert len(found.text.splitlines()) == 2
    assert found.notes == (OTHER_TIMES,)


@pytest.mark.parametrize(
    ("issuers", "days", "note"),
    [
        (("海东市园林局",) * 2, ("2023-02-01", "2023-02-01"), DIFFERENT),
        (("海东市园林局",) * 2, ("2023-02-01", "2019-05-06"), OTHER_TIMES),
        (("海东市园林局", "海西市园林局"), ("2023-02-01", "2019-05-06"), SEVERAL_PLACES),
    ],
)
def test_why_documents_differ_is_said(issuers: tuple[str, ...], days: tuple[str, ...], note: str) -> None:
    """Of one body and one day they contradict each other; of other days or bodies each holds for its own."""
    entries = [
        Entry("d", "c", "题", "", "文", issuer=issuer, written_on=day)
        for issuer, day in zip(issuers, days, strict=True)
    ]
    assert list(disagreement(entries)) == [note]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=st.text("海东市公园有多少个罚款谁管2023年？“”吗的 \n", max_size=30))
def test_any_question_is_answered_or_refused(engine: SearchEngine, question: str) -> None:
    """Nothing raises, an answer has sources, and each quote stands in its document at its offset."""
    found = ask(engine, question)
    texts = {"d1": RULES, "d2": DRAFT, "d3": OLD}

    assert found.refused == (not found.bases)
    for basis in found.bases:
        whole = "\n".join(text for _, text in texts[basis.document])
        assert whole[basis.start : basis.start + len(basis.quote)] == basis.quote
