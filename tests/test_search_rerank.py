"""The second look at hits: each part of it decides between two clauses that are alike in all else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus import Validity
from search import Entry, parse_query
from search.plan import plan
from search.rerank import second_look
from search.synonyms import Synonyms
from search.tokenizer import Analyser
from search.weights import WEIGHTS

ENTRY = Entry("d1", "p_1", "某办法", "", "")


def scores(query: str, *entries: Entry, by_document: bool = False) -> list[float]:
    """The new scores of clauses that an engine ranks alike."""
    asked = plan(parse_query(query), Analyser(), Synonyms())
    return second_look([1.0] * len(entries), entries, asked, lambda _: 1.0, WEIGHTS, by_document=by_document)


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        (
            "公交线路增开夜班",
            "公交公司将增开夜班线路，方便市民夜间出行，并加密早晚高峰的班次，逐步实现全覆盖。",
            "公交公司公交线路公交站点公交车辆公交驾驶员公交场站公交专用道公交票价公交调度中心。",
        ),
        (
            "128路公交延长运营",
            "128路公交的运营时间将视客流情况延长，具体方案由客运公司另行公布后实施，请关注。",
            "126路公交的运营时间将视客流情况延长，具体方案由客运公司另行公布后实施，请关注。",
        ),
        (
            "养老服务补贴标准",
            "养老服务补贴标准按老年人的能力评估等级确定，由区财政承担，每季度发放一次到个人账户。",
            "养老服务补贴标准",
        ),
        (
            "孩子读书怎么办",
            "随迁子女入学由居住地教育局统筹安排，家长持居住证到学校登记，秋季开学前完成分配。",
            "随迁子女由居住地教育局统筹安排，家长持居住证到社区登记，秋季开始前完成分配的工作。",
        ),
    ],
)
def test_what_comes_first(query: str, better: str, worse: str) -> None:
    """Covering the query, its things named by a figure, saying something, and saying it officially all count."""
    first, second = scores(query, replace(ENTRY, text=better), replace(ENTRY, clause="p_2", start=90, text=worse))

    assert first > second


def test_a_document_counts_as_a_whole() -> None:
    """Of two equal clauses the one is better whose document answers the rest of the query elsewhere."""
    clause = "食堂由学校自办，接受家长监督，公开采购来源和价格，并留样备查。"
    entries = (
        replace(ENTRY, text=clause),
        replace(ENTRY, clause="p_2", start=60, text="伙食费收支每学期公布一次，结余转入下学期使用，不得挪作他用。"),
        replace(ENTRY, document="d2", text=clause),
        replace(ENTRY, document="d3", text="校车由学校租用，接送路线每学期公布一次，家长可以提出意见和建议。"),
    )
    found = scores("学校食堂伙食费公布", *entries, by_document=True)

    assert found[0] > found[2]


def test_another_thing_of_the_same_kind_is_off_the_mark() -> None:
    """A clause on another line comes behind one that names no line; a number of things is no name of a thing."""
    entries = (
        replace(ENTRY, text="首末班车时间将结合客流情况由运营公司研究调整，并提前向社会公布，请市民关注公告。"),
        replace(ENTRY, clause="p_2", text="6号线首末班车时间将结合客流情况由运营公司调整，并提前公布，请关注公告。"),
    )
    line = scores("8号线首末班车时间调整", *entries)
    people = scores(
        "运营公司3人以上首末班车时间调整",
        *(replace(entry, text=f"{entry.text}{number}人以上") for entry, number in zip(entries, (3, 5), strict=True)),
    )

    assert line[0] > line[1]
    assert people[0] - people[1] < line[0] - line[1]
    assert scores("8号线首末班车", replace(ENTRY, text="9" * 200_000 + "号线首末班车"))


def test_a_work_cut_into_documents_counts_as_a_whole() -> None:
    """Of two equal articles, each a document of its own, the one is better whose law says the rest in another one."""
    same = "经营者应当按照约定提供服务，不得擅自提高收费。"
    entries = (
        replace(ENTRY, document="a1", title="托育服务条例", text=same),
        replace(ENTRY, document="a2", title="托育服务条例", text="托育机构应当公示收费项目和退费标准。"),
        replace(ENTRY, document="b1", title="停车服务条例", text=same),
        replace(ENTRY, document="b2", title="停车服务条例", text="停车场应当划定无障碍车位并保持畅通。"),
    )
    law = scores("提高收费的退费标准", *entries)
    alone = scores("提高收费的退费标准", *(replace(entry, title=entry.document) for entry in entries))

    assert law[0] > law[2]
    assert alone[0] == alone[2]


def test_validity_stays_a_factor() -> None:
    """Of the same clause in force and expired, the one in force is better."""
    text = "农村供水工程每季度检查一次，检查结果在村务公开栏公布。"
    held, gone = scores(
        "农村供水检查结果",
        replace(ENTRY, text=text, validity=Validity.IN_FORCE),
        replace(ENTRY, text=text, validity=Validity.EXPIRED),
    )

    assert held > gone
    assert scores("农村供水检查") == []


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        (
            "B7县渡船几点收班",
            "您好，渡船的收班时间是每天二十一点，遇大风停航时另行张贴公告通知乘客。",
            "您好，B6区渡船的收班时间是每天二十点，遇大风停航时另行张贴公告通知乘客。",
        ),
        (
            "渡船收班时间",
            "渡船收班时间为每天二十一点。大风停航时另行张贴公告，请乘客提前查看，并听从码头工作人员的安排，注意安全。",
            "大风停航时另行张贴公告，请乘客提前查看，并听从码头工作人员的安排，注意安全，感谢理解。渡船收班时间为每天二十一点。",
        ),
    ],
)
def test_letters_by_themselves(query: str, better: str, worse: str) -> None:
    """Another district is another matter, and a document says at its beginning what it is about."""
    first, second = scores(query, replace(ENTRY, text=better), replace(ENTRY, document="d2", text=worse))

    assert first > second


def test_words_in_a_row_find_documents() -> None:
    """Where documents are ranked, the query's words as they follow each other count more than scattered ones."""
    together = replace(ENTRY, text="年货市集的夜间照明由市集管理方负责检修，每晚巡查两次。")
    scattered = replace(ENTRY, document="d2", text="夜间巡查两次，市集管理方负责检修照明，年货每晚的由来。")
    first, second = scores("年货市集夜间照明", together, scattered, by_document=True)

    assert first > second
