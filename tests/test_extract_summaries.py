"""Work summaries, alone or with the plan of the next year, and what reports and plans measure: read as whole papers."""

from __future__ import annotations

import pytest

from corpus.facts_form import Row, facts_form
from extract import analyse
from tests.conftest import plain_document


def facts(text: str) -> Row:
    """All facts of a text in the form of the command line."""
    return facts_form(analyse(plain_document(text)))


def kinds(text: str) -> list[str]:
    """The first letters of the kinds of the statements, in order."""
    return [one["kind"][0] for one in facts(text)["statements"]]


SUMMARY = (
    "石桥县水务局2030年工作总结和2031年工作计划\n"
    "2030年，我局认真落实县委、县政府部署，各项工作取得显著成效。\n"
    "一、2030年工作总结\n（一）灌区改造加快推进\n坚持防汛抗旱并重，努力提升供水能力。\n"
    "全年整修渠道38公里，发放补助资金96.4万元。\n"
    "二、存在的问题\n一是专业力量不足，设施老化问题依然存在。\n"
    "三、2031年工作打算\n（一）加快项目建设\n新建蓄水池12座，6月底前完成主体工程。\n"
)


def test_a_summary_with_the_plan_of_the_next_year_tells_both() -> None:
    """What stands under 工作总结 has been done, what stands under 工作打算 is to be done."""
    found = facts(SUMMARY)

    assert found["document"]["genre"] == "plan"
    assert kinds(SUMMARY) == ["a", "a", "a", "c"]
    assert [one["kind"] for one in found["indicators"]] == ["actual", "actual", "target"]


def test_a_summary_looks_back_under_headings_that_tell_nothing() -> None:
    """Neither 清理非法取水 nor words of the police say that something was done; the kind of paper does."""
    text = (
        "石桥市水务局2030年工作总结\n清理非法取水\n"
        "这一年，我们紧盯取水许可关口不放松，严格执行计量制度和巡查制度。\n封堵水井109眼，约谈业主98人；\n"
    )
    assert kinds(text) == ["a", "a"]


def test_a_summary_may_end_with_the_year_to_come() -> None:
    """2031年…要… in a summary of 2030 is to be done."""
    text = (
        "石桥市节水工程2030年工作总结\n在全市上下共同努力下，节水工程扎实推进，超额完成了年初目标任务。\n"
        "2031年各级水务部门要继续突出节水优先，实施好渠道改造项目。\n"
    )
    assert kinds(text) == ["a", "c"]


def test_a_part_of_a_plan_may_look_back_on_the_last_period() -> None:
    """“十一五”发展情况 heads results, though the paper is a plan."""
    text = (
        "石桥县“十二五”水利发展规划\n一、“十一五”发展情况\n“十一五”期间，全县水利事业取得了长足进步。\n"
        "整修塘坝80多座，建成泵站30处。\n二、主要任务\n（一）建设灌区\n整修塘坝100座。\n"
    )
    assert kinds(text) == ["a", "a", "c"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("截至目前，封堵非法水井470眼，追缴水费487.59万元。", ["a"]),
        ("我们坚持以党的建设为统领，提请审议地方性法规3件，办结建议42件，办结率100%。", ["a"]),
        ("剩余3座塘坝也在2030年5月份全部完成整修。", ["a"]),
        ("整修塘坝是留住水源的必由之路，是改善民生的应有担当。", []),
    ],
)
def test_sentences_of_accounts(sentence: str, kind: list[str]) -> None:
    """What tells of work done, and what only praises it."""
    text = f"政府工作报告\n——2031年1月20日在石桥县第九届人民代表大会第二次会议上\n一、2030年工作回顾\n{sentence}\n"
    assert kinds(text) == kind
