"""An upper plan against a lower one, on the plans of the sample corpus: a province's and that of a city in it."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from corpus.analysis import Analysis
from extract import analyse
from ingest import read_file
from kg.alignment import MISSING, REFINED, TAKEN, Aligned, align
from tests.kg_corpus import draft

SAMPLES = Path(str(files("corpus") / "samples"))


@pytest.fixture(scope="module")
def plans() -> tuple[Analysis, Analysis]:
    """The plan of the province, and that of the city."""
    province, city = (analyse(read_file(SAMPLES / f"plan-{name}-2024.docx")) for name in ("care", "city"))
    return province, city


@pytest.fixture(scope="module")
def found(plans: tuple[Analysis, Analysis]) -> tuple[Aligned, ...]:
    """The province's plan against the city's."""
    return align(*plans)


def test_indicators_of_the_table(found: tuple[Aligned, ...]) -> None:
    """Rates are taken over, or fall short; numbers of things are shared out; two are not taken over."""
    rows = [one for one in found if one.upper.kind == "indicator" and "tbl_1" in str(one.upper.clause)]
    assert [one.status for one in rows] == [
        MISSING,  # beds in all
        TAKEN,  # share of nursing beds: 70% where 68% are asked for
        REFINED,  # beds at home
        TAKEN,  # centres of the counties: two years earlier
        REFINED,  # meal points
        TAKEN,  # facilities of new quarters
        TAKEN,  # visits
        REFINED,  # hospitals: 75% a year earlier, where 80% are asked for
        REFINED,  # training, under another name
        MISSING,  # social workers
    ]


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("到2026年，全省老年助餐服务点达到4500个", "助餐服务点"),
        ("家庭养老床位达到6万张", "每年新增家庭养老床位1000张以上"),
        ("260家农村敬老院改造提升", "完成22家农村敬老院改造"),
        ("设立老年医学科，到2028年设立比例", "二级及以上综合医院设立老年医学科的比例达到75%"),
        ("有序推进长期护理保险试点", "开展长期护理保险试点"),
        ("按照每百户不低于30平方米", "每百户配建不低于30平方米"),
        ("养老机构消防安全隐患整治", "消防设施达标率"),
        ("累计培训养老护理员15万人次", "累计培训养老护理员1.6万人次"),
        ("完成10万户特殊困难老年人家庭适老化改造", "完成6200户特殊困难老年人家庭适老化改造"),
        ("省级财政每年安排养老服务补助资金", "市级财政每年安排养老服务补助资金"),
        ("新建和改扩建的公办养老机构", None),
        ("助餐补贴列入本级财政预算", None),
        ("助餐服务食品安全信用档案", None),
        ("家庭医生团队", None),
        ("老旧小区", None),
        ("银发经济产业园区", None),
        ("居家医疗护理服务项目目录", None),
        ("每千名老年人配备社会工作者", None),
    ],
)
def test_tasks(found: tuple[Aligned, ...], words: str, answer: str | None) -> None:
    """Each task of the upper plan leads to the lower plan's task on the same object, or to none."""
    rows = [one for one in found if one.upper.kind == "task" and words in one.upper.name]
    assert rows
    for one in rows:
        if answer is None:
            assert (one.status, one.lower) == (MISSING, None)
        else:
            assert one.lower is not None
            assert answer in one.lower.name
            assert one.status in (TAKEN, REFINED)


def test_every_line_has_its_places(found: tuple[Aligned, ...], plans: tuple[Analysis, Analysis]) -> None:
    """Both sides name clauses that hold their words, and every line says why."""
    for one in found:
        assert one.reason.endswith("。")
        for item, analysis in zip((one.upper, one.lower), plans, strict=True):
            if item is not None:
                clause = analysis.outline.clause_at(item.fact.span.start)
                assert clause is not None
                assert clause.eid == item.clause


def test_a_plan_takes_itself_over(plans: tuple[Analysis, Analysis]) -> None:
    """Nothing is missing between a plan and itself."""
    for one in align(plans[0], plans[0]):
        assert one.lower is not None
        assert one.strength > 0.5


@pytest.mark.parametrize(
    ("upper", "lower", "status"),
    [
        ("推进山区茶园数字化改造。", "鼓励港口企业开展数字化改造。", MISSING),
        ("推进山区茶园数字化改造，配套冷链仓储中心。", "推进茶园数字化改造，建成冷链仓储中心2处。", REFINED),
    ],
)
def test_one_word_of_many_tasks_joins_none(upper: str, lower: str, status: str) -> None:
    """A word that many tasks have tells no common object; two words do."""
    one = draft(f"{upper}\n", "澜岭省规划", "2024-01").promise(upper).analysis
    other = draft(f"{lower}\n", "澄泽市规划", "2024-06").promise(lower).analysis
    assert [line.status for line in align(one, other)] == [status]
