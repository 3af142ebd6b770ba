"""What later statements do with a promise: on the same matter, after it was made, the nearest first."""

from __future__ import annotations

import pytest

from corpus import Genre, Span
from corpus.store.graph_rows import Beside, Statement
from kg.chain import Link, Said, links_between
from kg.kinship import are_apart
from kg.wording import marks_of, triples_of

HEADING = "二、关于推进社区助浴服务的建议 > （一）推进社区助浴服务"


def promise(quote: str, heading: str = HEADING, on: str = "2024-05-20") -> Statement:
    """A promise of an earlier reply."""
    return Statement("c1", "commitment", quote, "d1", on, "p_1", Span(0, len(quote)), (), heading)


def later(*quotes: str, kind: str = "achievement") -> list[Statement]:
    """Statements of a reply a year later."""
    return [
        Statement(f"a{at}", kind, quote, "d2", "2025-06-11", f"p_{at}", Span(0, len(quote)))
        for at, quote in enumerate(quotes)
    ]


MATTER = ("全市社区助浴服务已覆盖一百二十个街道。", "社区助浴服务的补贴按季度拨付。", "社区助浴服务热线全天开通。")
"""A later reply on the same matter says its name often."""


def found(one: Statement, others: list[Statement], *, continued: bool = True) -> list[Link]:
    """The links of one promise."""
    return list(links_between(Said([one]), Said(others), continued=continued))


def test_a_term_on_the_matter_joins_where_one_office_answers_again() -> None:
    """A shared term is enough under a heading whose matter the later reply is about, and nowhere else."""
    made = promise("我们将制定入户评估、防滑坐浴器具、收费公示等方面的实施细则。")
    answer = "向一百个街道配发防滑坐浴器具，登记建档。"
    (link,) = found(made, later(*MATTER, answer))
    assert (link.kind, link.later.quote) == ("progressed_by", answer)
    assert "同属“社区助浴服务”事项" in link.reason
    assert found(made, later(*MATTER, answer), continued=False) == []
    assert found(promise(made.quote, "三、其他"), later(*MATTER, answer)) == []
    assert found(made, later(answer)) == []


def test_the_matter_alone_joins_nothing() -> None:
    """To name the matter again is to say nothing of the promise."""
    made = promise("我们将建立社区助浴服务安全巡查队伍，配齐急救设备。")
    assert found(made, later(*MATTER)) == []


def test_what_was_done_before_answers_nothing() -> None:
    """An achievement of an earlier year is none of the promise; what has gone on since then may be."""
    made = promise("建成标准化助浴站点三十个，配备助浴车辆。")
    before, since = (
        "2022年建成标准化助浴站点十二个，配备助浴车辆。",
        "2022年以来建成标准化助浴站点三十二个，配备助浴车辆。",
    )
    assert found(made, later(before)) == []
    assert found(made, later("试点初期建成标准化助浴站点十二个，配备助浴车辆。")) == []
    assert [link.kind for link in found(made, later(since))] == ["progressed_by"]
    assert [link.kind for link in found(made, later(before, kind="commitment"))] == ["restated_by"]


def test_the_quick_look_passes_every_shared_word() -> None:
    """What is looked at first holds all three neighbouring characters of object words, across white space too."""
    for statement in (*MATTER, "建成标准化助 浴站点\n三十个，配备助浴车辆。", "（一）", ""):
        assert triples_of(statement) <= set(marks_of(statement))


def test_an_index_changes_no_link() -> None:
    """A document that others are compared with has the same links, whichever of the two it is."""
    made = [promise("建成标准化助浴站点三十个，配备助浴车辆。")]
    others = later(*MATTER, "标准化助浴站点已建成三十二个，助浴车辆配备到位。", "新修乡村道路十公里。")
    ways = [
        [(link.kind, link.later.id, link.strength) for link in links_between(earlier, answers)]
        for earlier, answers in (
            (Said(made), Said(others)),
            (Said(made, indexed=True), Said(others)),
            (Said(made), Said(others, indexed=True)),
        )
    ]
    assert ways[0]
    assert ways[0] == ways[1] == ways[2]


def test_documents_on_other_matters_have_to_be_nearer() -> None:
    """Words that many offices of a place use join promises only within one matter."""
    made = [promise("围绕先进制造业和现代服务业，在技术紧缺岗位开展职业培训。")]
    others = (
        "街道食堂增加到三十家，老人就近用餐。",
        "改造老旧小区供水管网二百公里。",
        "新开公交线路十条，延长夜间运营。",
    )
    near = later("先进制造业和现代服务业融合加深。", *others)
    assert [link.kind for link in links_between(Said(made), Said(near))] == ["progressed_by"]
    assert list(links_between(Said(made), Said(near), apart=True)) == []
    same = later("围绕先进制造业和现代服务业技术紧缺岗位，职业培训开班二十期。", *others)
    assert [link.kind for link in links_between(Said(made), Said(same), apart=True)] == ["progressed_by"]


def paper(title: str, genre: Genre = Genre.NOTICE) -> Beside:
    """A document of a place."""
    return Beside("d1", "2024", "public", genre, title, None, frozenset())


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("澜岭省养老服务规划", "澜岭省民政厅关于印发养老服务补贴办法的通知", False),
        ("栖川市长期护理保险试点方案", "栖川市长期护理保险试点工作报告", False),
        ("澜岭省“十四五”教育事业发展规划", "澜岭省“十四五”水利事业发展规划", True),
        ("澜岭省人民政府办公厅关于印发智能农机行动计划的通知", "政府工作报告", True),
        ("题名未载明（a.txt）", "题名未载明（b.txt）", True),
    ],
)
def test_titles_tell_whether_matters_are_one(one: str, other: str, apart: bool) -> None:
    """A word that is not what all titles have makes one matter."""
    assert are_apart(paper(one), paper(other)) is apart


def test_reports_follow_each_other() -> None:
    """The reports of two years are on one matter, whatever their titles."""
    assert not are_apart(paper("政府工作报告", Genre.REPORT), paper("题名未载明（b.txt）", Genre.REPORT))
