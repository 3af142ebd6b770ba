"""Citations lead to the document they mean, to none, or stay open; what holds is told with its reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import kg
from corpus import PartialDate
from corpus.facts import Relation
from corpus.store import Validity
from corpus.store.graph import GraphStore
from corpus.store.graph_rows import Candidate, Cited
from kg.citations import missing, most_cited, settle, standing_of
from kg.titles import about, final_title, names_of
from tests.databases import OpenStore
from tests.kg_corpus import draft, measures_2019, measures_2025, plan_2024, reply_2025


def candidate(key: str, how: str = "title", **given: str | None) -> Candidate:
    """A document that may be meant."""
    default = {"title": "某办法", "number": None, "issuer": None, "region": None, "written_on": None, "genre": "notice"}
    return Candidate(key, how, **(default | given))  # type: ignore[arg-type]


CITED = Cited(1, "d0", "某办法", "澜政发〔2020〕3号", "澜岭省人民政府", "澜岭省", "2022-05")


@pytest.mark.parametrize(
    ("candidates", "document"),
    [
        ([], None),
        ([candidate("d0")], None),  # never itself
        ([candidate("d1")], "d1"),
        ([candidate("d1", number="澜政发〔2021〕9号")], None),  # same title, another number
        ([candidate("d1"), candidate("d2", "number", number="澜政发〔2020〕3号")], "d2"),
        ([candidate("d1"), candidate("d2")], None),  # two of one title
        ([candidate("d1", title="某办法（征求意见稿）"), candidate("d2")], "d2"),
        ([candidate("d1", issuer="澜岭省人民政府"), candidate("d2", issuer="栖川市人民政府")], "d1"),
        ([candidate("d1", region="澜岭省"), candidate("d2", region="云南省")], "d1"),  # the other is of elsewhere
        ([candidate("d1", written_on="2023"), candidate("d2", written_on="2019")], "d2"),  # not yet written then
        ([candidate("d1", "printed")], "d1"),
    ],
)
def test_settle(candidates: list[Candidate], document: str | None) -> None:
    """One candidate that nothing speaks against, or none."""
    found, reason, between = settle(CITED, candidates)
    assert found == document
    assert reason
    assert not (found and between)


@pytest.mark.parametrize(
    ("title", "given", "told"),
    [
        # a place that the citing document lies in, or the country
        ("关于加强助餐服务的意见", {"region": "云南省"}, True),
        ("关于加强助餐服务的意见", {"region": "全国"}, True),
        ("关于加强助餐服务的意见", {"region": "昆明市"}, True),
        # elsewhere: only where the citation says so
        ("关于加强助餐服务的意见", {"region": "四川省"}, False),
        ("关于加强助餐服务的意见", {"region": "曲靖市"}, False),
        ("四川省助餐服务办法", {"region": "四川省"}, True),
        # by the place of the issuer where the region is not known
        ("关于加强助餐服务的意见", {"issuer": "四川省民政厅"}, False),
        # what was written later cannot be cited, as far as the dates are precise
        ("关于加强助餐服务的意见", {"written_on": "2022-06-01"}, False),
        ("关于加强助餐服务的意见", {"written_on": "2022-05-20"}, True),
        ("关于加强助餐服务的意见", {"written_on": "2022"}, True),
        # what comes every year, and what many are called
        ("政府工作报告", {"region": "昆明市"}, False),
        ("2021年政府工作报告", {"region": "昆明市"}, True),
        ("昆明市国民经济和社会发展统计公报", {"region": "昆明市"}, False),
        ("实施方案", {"region": "昆明市"}, False),
        ("专项行动实施方案", {"region": "昆明市"}, False),
    ],
)
def test_a_title_must_tell_one_document(title: str, given: dict[str, str], told: bool) -> None:
    """The only document of a title is meant if its place and time fit, and if the title is no common one."""
    cited = Cited(1, "d0", title, None, None, "昆明市", "2022-05")
    assert (settle(cited, [candidate("d1", title=title, **given)])[0] == "d1") is told


def test_a_paper_of_no_known_place_cites_the_centre() -> None:
    """Without a place of its own it means a document of a place only by naming it."""
    cited = Cited(1, "d0", "关于加强助餐服务的意见", None, None, None, "2022-05")
    assert settle(cited, [candidate("d1", region="全国")])[0] == "d1"
    assert settle(cited, [candidate("d1", region="四川省")])[0] is None


def test_a_number_goes_before_place_and_time() -> None:
    """A number that agrees leads anywhere, unless the titles have nothing in common."""
    number = "川民发〔2020〕3号"
    cited = Cited(1, "d0", "助餐服务办法", number, None, "昆明市", "2022-05")
    there = candidate("d1", "number", title="四川省民政厅关于印发助餐服务办法的通知", number=number, region="四川省")
    other = candidate("d1", "number", title="关于召开会议的通知", number=number, region="四川省")
    typed = replace(there, number="川民发[2020] 3 号")
    assert settle(cited, [there])[0] == "d1"
    assert settle(cited, [typed])[0] == "d1"
    assert settle(cited, [other])[0] is None


def test_what_is_to_be_written_comes_later() -> None:
    """A document that promises to make another one leads to it when it is there."""
    cited = Cited(1, "d0", "助餐服务办法", None, None, "昆明市", "2022-05", "drafts")
    assert settle(cited, [candidate("d1", title="助餐服务办法", region="昆明市", written_on="2023-01")])[0] == "d1"


def test_a_plan_is_found_by_the_notice_that_prints_it(tmp_path: Path, open_store: OpenStore) -> None:
    """Of what a notice prints, the corpus often has the paper alone."""
    store = open_store(tmp_path)
    title = "澜岭省民政厅关于印发澜岭省助餐服务规划（2021—2025年）的通知"
    store.put(draft(f"依据《{title}》执行。\n", "某市通知", "2024-05", "栖川市民政局").cites(title).analysis)
    paper = draft("规划正文。\n", "澜岭省助餐服务规划（2021—2025年）", "2021-06", "澜岭省民政厅")
    store.put(paper.analysis)
    kg.update(store)
    assert [node.id for node, _ in most_cited(store)] == [paper.analysis.document.id]


def test_two_candidates_are_a_question(tmp_path: Path, open_store: OpenStore) -> None:
    """A citation between two documents stays at the work as named, and is asked."""
    store = open_store(tmp_path)
    cites = draft("依据《安全办法》执行。\n", "栖川市通知", "2024-05", "栖川市民政局", region="栖川市").cites(
        "安全办法"
    )
    store.put(cites.analysis)
    for issuer in ("栖川市财政局", "栖川市应急管理局"):
        store.put(draft(f"{issuer}制定。\n", "安全办法", "2023-01", issuer, region="栖川市").analysis)
    kg.update(store)
    assert [node.label for node, _ in missing(store)] == ["安全办法"]
    (found,) = GraphStore(store).questions(("citation",)).items
    assert len(found.question.candidates) == 2


def test_what_a_document_prints_is_not_missing(tmp_path: Path, open_store: OpenStore) -> None:
    """A notice names the paper that it prints, and one that is to be written; only what else it names is missing."""
    store = open_store(tmp_path)
    text = "现将《助餐服务办法》印发，请依照《澜岭省养老条例》执行，并制定《助餐服务细则》。\n"
    notice = draft(text, "澜岭省民政厅关于印发助餐服务办法的通知", "2024-05", "澜岭省民政厅")
    notice.cites("助餐服务办法").cites("澜岭省养老条例").cites("助餐服务细则", relation=Relation.DRAFTS)
    store.put(notice.analysis)
    kg.update(store)
    assert [node.label for node, _ in missing(store)] == ["澜岭省养老条例"]
    printed = [edge for edge in GraphStore(store).all_edges() if edge.kind == "promulgates"]
    assert [edge.document for edge in printed] == [notice.analysis.document.id]


def test_number_then_title(tmp_path: Path, open_store: OpenStore) -> None:
    """What is missing is listed, and no longer once it arrives."""
    store = open_store(tmp_path)
    store.put(reply_2025().analysis)
    kg.update(store)
    assert [(node.label, count) for node, count in missing(store)] == [("澜岭省养老规划", 1)]
    store.put(plan_2024().analysis)
    kg.update(store)
    assert missing(store) == ()
    assert [node.id for node, _ in most_cited(store)] == [plan_2024().analysis.document.id]


def test_repealed_by_another(tmp_path: Path, open_store: OpenStore) -> None:
    """A document that another repeals has expired, with that document as the reason."""
    store = open_store(tmp_path)
    store.put(measures_2019().analysis)
    kg.update(store)
    old = measures_2019().analysis
    assert standing_of(store, old, date(2026, 1, 1)).validity is Validity.UNSTATED
    store.put(measures_2025().analysis)
    kg.update(store)
    standing = standing_of(store, old, date(2026, 1, 1))
    assert standing.validity is Validity.EXPIRED
    assert standing.by == measures_2025().analysis.document.id


@pytest.mark.parametrize(
    ("given", "validity", "words"),
    [
        ({"in_force_until": PartialDate(2024)}, Validity.EXPIRED, "有效期至"),
        ({"in_force_until": PartialDate(2026)}, Validity.UNSTATED, "没有载明"),
        ({"in_force_from": PartialDate(2026, 2), "validity": "有效"}, Validity.IN_FORCE, "尚未施行"),
        ({"validity": "已废止"}, Validity.EXPIRED, "已废止"),
    ],
)
def test_standing_by_own_words(
    tmp_path: Path, open_store: OpenStore, given: dict[str, object], validity: Validity, words: str
) -> None:
    """Dates and the page's own statement, each with its reason."""
    analysis = draft("正文。\n", "某办法", "2022", None, **given).analysis
    store = open_store(tmp_path)
    standing = standing_of(store, analysis, date(2026, 1, 1))
    assert standing.validity is validity
    assert words in standing.reason


@pytest.mark.parametrize(
    ("title", "titles", "printed"),
    [
        (
            "澜岭省民政厅关于印发《助餐办法》的通知",
            ("澜岭省民政厅关于印发助餐办法的通知", "关于印发助餐办法的通知"),
            ("助餐办法",),
        ),
        ("关于加强供水的意见", ("关于加强供水的意见",), ()),
        ("供水条例", ("供水条例",), ()),
        ("公报", (), ()),  # too short to be told by
    ],
)
def test_names_of_a_document(title: str, titles: tuple[str, ...], printed: tuple[str, ...]) -> None:
    """Its title, with and without the bodies before it, and what it prints."""
    names = names_of(draft("正文。\n", title, "2024").analysis)
    assert (names.titles, names.printed) == (titles, printed)


def test_drafts_and_finals() -> None:
    """A draft's final title is that of the final version, whatever announces it."""
    assert final_title("澜岭省民政厅关于《助餐管理办法（征求意见稿）》公开征求意见的公告") == "助餐管理办法"
    assert about("澜岭省民政厅关于印发《助餐管理办法（试行）》的通知") == "助餐管理办法"
