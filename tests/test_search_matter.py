"""Sentences that only look like answers are told from those on the very matter, measure and time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from corpus.store import Bounds
from search import Entry, SearchEngine, open_engine
from search.answer import Answer, answer
from search.neighbours import lead_in_of

BOUNDS = Bounds(documents=3, first="1998-07-17", last="2024-02-01", updated="2024-03-01T08:00:00Z")
REPLY = (
    ("截至2023年6月底，青禾市共有12万人参加家庭病床服务。", "", ("achievement",)),
    ("家庭病床服务费累计支付305万元。", "", ("achievement",)),
    ("对符合条件的渡工，可申领一次性学徒安家补贴。", "", ("commitment",)),
    ("每接收一户渡工并安排3人以上就业的，按不高于2万元的标准给予安家装修补贴。", "", ("commitment",)),
    ("家庭病床服务下一步在三个县试行。", "", ("commitment",)),
    ("选定巡诊站40家，有0.8万名高龄参保人享受巡诊保险相关巡诊服务，累计支付巡诊费90万元。", "", ("achievement",)),
    ("全市共有21万人参加巡诊保险，累计受理申请900人次。", "", ("achievement",)),
    ("渡口驿站所需的物资转运纳入台账。", "", ()),
    ("渡口驿站是指为候渡旅客遮风避雨而修建的房屋。", "", ()),
    ("其他有关部门要共同做好渡口安全检查工作。", "", ()),
    ("渡口安全检查由市交通运输局牵头，各县配合。", "", ()),
)
REPORT = (
    ("城镇新增就业6.2万人，均超额完成任务。", "一、2023年工作回顾", ("achievement",)),
    ("全市外贸进出口总额增长8%左右。", "二、2024年工作安排", ("commitment",)),
    ("2026年的主要目标是：", "三、目标", ()),
    ("——产业水平提升。建成300个以上示范作坊。", "三、目标 > ——产业水平提升", ("commitment",)),
    ("——服务能力增强。培育服务商20家以上。", "三、目标 > ——服务能力增强", ("commitment",)),
)
RULES = (
    ("年满三岁的幼儿每月补助托位费200元。", "", ("commitment",)),
    ("副调度长：市交通运输局分管负责人。", "", ()),
    ("调度长：市水务局主要负责人。", "", ()),
    ("渡运公司要培育2个市级示范站和12个县级示范站，优化渡船班次。", "", ("commitment",)),
    ("4.3.2 渡口水位上涨后，要立即采取相应措施保证供应。", "", ("commitment",)),
    ("渡口救生器材由市应急管理局审验，有关企业自主选定经营企业配送救生器材。", "", ("commitment",)),
)
CLAUSES = ("sec_3__p_1", "sec_3__lead_1__p_1", "sec_3__lead_2__p_1")


def _entries(
    document: str, title: str, genre: str, texts: tuple[tuple[str, str, tuple[str, ...]], ...], region: str
) -> Iterator[Entry]:
    start = 0
    for number, (text, heading, kinds) in enumerate(texts):
        clause = CLAUSES[number - 2] if genre == "report" and number >= 2 else f"p_{number + 1}"
        yield Entry(document, clause, title, heading, text, start, genre=genre, region=region, kinds=kinds)
        start += len(text) + 1


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchEngine]:
    """An index of a reply and of a report on a year's work, of two places."""
    with open_engine("tantivy", tmp_path_factory.mktemp("matter")) as opened:
        opened.add(_entries("d1", "青禾市关于民生事项的答复", "proposal_reply", REPLY, "青禾市"))
        opened.add(_entries("d2", "2024年白岭市政府工作报告", "report", REPORT, "白岭市"))
        opened.add(_entries("d3", "黑石市渡运管理规定", "measures", RULES, "黑石市"))
        opened.commit()
        yield opened


def ask(engine: SearchEngine, question: str) -> Answer:
    """The answer to a question."""
    return answer(question, engine, BOUNDS)


@pytest.mark.parametrize(
    "question",
    [
        "什么时候全市推开家庭病床服务",
        "家庭病床服务每个月补多少钱",
        "渡工学徒安家补贴多少钱",
        "2024年白岭市城镇新增就业多少人",
        "白岭市城镇新增就业目标是多少人",
        "一岁以下幼儿每月补多少托位费",
        "渡运公司有几条渡船",
        "渡口水位上涨多少要停航",
    ],
)
def test_what_only_looks_like_an_answer(engine: SearchEngine, question: str) -> None:
    """A count's date, a sum for all, another subsidy, the year before, what was reached, another age, other things."""
    assert ask(engine, question).refused


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("2023年白岭市城镇新增就业多少人", "6.2万人"),
        ("2024年白岭市外贸进出口总额增长多少", "8%"),
        ("2026年要建成多少个示范作坊", "300个以上"),
        ("渡口驿站是什么意思", "是指"),
        ("渡口安全检查由哪个部门负责", "市交通运输局牵头"),
        ("调度长由谁担任", "市水务局主要负责人"),
        ("渡口救生器材由谁配送", "配送救生器材"),
    ],
)
def test_what_answers(engine: SearchEngine, question: str, expected: str) -> None:
    """The year that a part of a report is on, a list's announced year, a definition, a body by its name."""
    found = ask(engine, question)

    assert not found.refused
    assert expected in found.text


def test_a_place_that_was_not_asked_for_is_named(engine: SearchEngine) -> None:
    """Where documents of several places are on a matter, the answer says which one's it is."""
    (note,) = ask(engine, "城镇新增就业多少人").notes

    assert note == "问题未写明地区，以上为白岭市文件所述，其他地区可能不同。"
    assert ask(engine, "2023年白岭市城镇新增就业多少人").notes == ()


def test_some_of_the_people_are_not_all(engine: SearchEngine) -> None:
    """How many take part is not told by how many of them are of one kind, unless these are asked for."""
    assert "21万人" in ask(engine, "青禾市巡诊保险有多少人参保").text
    assert "0.8万名" in ask(engine, "青禾市有多少高龄参保人享受了巡诊服务").text


def test_refusals_say_dates_in_words(engine: SearchEngine) -> None:
    """The bounds of the corpus stand as sentences have them."""
    reason = ask(engine, "白岭市有几条地铁").reason or ""

    assert "成文日期1998年7月17日至2024年2月1日，更新于2024年3月1日" in reason


def test_what_is_missing_is_named(engine: SearchEngine) -> None:
    """A refusal names what of the matter is not even near."""
    assert "地铁" in "".join(ask(engine, "城镇地铁有几条").missing)


def test_a_lead_in_is_found_from_its_items() -> None:
    """The announcement of a list, and none for what is no item of it."""
    entries = tuple(_entries("d2", "2024年白岭市政府工作报告", "report", REPORT, "白岭市"))

    assert lead_in_of(entries[4], entries) == entries[2]
    assert lead_in_of(entries[3], entries) == entries[2]
    assert lead_in_of(entries[1], entries) is None
