"""What answers say point by point: how things are, who else answers, what was asked for, why something is not done."""

from __future__ import annotations

import pytest

from corpus import Genre
from extract.statements.section_stances import stances
from tests.readings import read_text
from tests.test_extract_replies import letters

_PROMISED = "我局将改造泵站。"
"""A promise, behind which a bare sentence would be one too."""

POINTS = [
    # a new point of the proposal starts anew
    (f"二、建议的答复\n1．关于增加水泵。{_PROMISED}\n2．关于泵站值守。泵站由街道看护，夜间两人轮班。\n", "C"),
    (f"二、建议的答复\n1．关于增加水泵。{_PROMISED}\n2．关于泵站值守。我局将增加人手。\n夜间两人轮班。\n", "CCC"),
    (f"{_PROMISED}关于泵站值守，由街道负责看护。", "C"),
    # how things are or were, amid promises
    (f"{_PROMISED}现有护渠员160人，多为附近村民。", "CA"),
    (f"{_PROMISED}现护渠员160人，多为附近村民。", "CA"),
    (f"{_PROMISED}去年5月起各镇执行新的补助标准。", "CA"),
    (f"{_PROMISED}现行标准规定渠道宽度为2米至3米。", "CQ"),
    (f"{_PROMISED}现将剩余渠段交由各镇管护。", "CC"),
    # why something is not done, and what is hard
    (f"{_PROMISED}由于涉及多个乡镇，需要一个过程。", "C"),
    (f"{_PROMISED}由于资金有限，逐步更换闸门。", "CC"),
    (f"{_PROMISED}渠道改造的难点是征地，村民意见不一。", "C"),
    (f"{_PROMISED}部分村民积极性不高，渠道占地协调困难。", "C"),
    (f"{_PROMISED}个别特别困难的农户由镇里垫付水费。", "CC"),
    ("考虑到征地费用高，目前不具备条件。", ""),
    ("受地形限制，新渠难以一次修通，我局将分两期修建。", "C"),
    # what was asked for leads in the answer
    ("您建议将补助统一提高，经商县财政局，将在编制预算时统筹考虑。", "C"),
    ("您提出参照外地做法补助水费，目前已有3个镇开展补助。", "A"),
    ("您建议将渠道整体外迁，考虑到投资过大，目前不具备条件。", ""),
    ("您建议由县财政承担全部水费。", "Q"),
    ("您提出单独设立灌溉补助的建议，水利部表示，按照清理整合的要求，一般不再新设专项。", "Q"),
    # whose answer it is
    (f"{_PROMISED}据县财政局反馈，2019年下达渠道维修资金200万元。", "CA"),
    ("县财政局答复，明年将优先安排。", "C"),
    # papers of one's own and of others
    ("2020年3月，我局印发《渠道管护办法》（石水〔2020〕8号），对管护经费、人员和考核作出规定。", "A"),
    (
        "2020年3月，国务院办公厅印发《渠道管护意见》（国办发〔2020〕8号），对管护作出部署，提出到2030年渠道完好率达到八成。",
        "Q",
    ),
    ("原水务部2014年印发《渠道用地通知》（水务发〔2014〕7号），明确渠道管护用房属于附属设施，按农用地管理。", "Q"),
    # plan and result
    ("今年计划清淤渠道40公里，1至8月完成22公里，进度滞后。", "A"),
    ("今年计划清淤渠道40公里，1至8月完成22公里，其余年底前完成。", "C"),
    # who is told of is no news
    ("下一步，我局将加强巡查。对整改缓慢的乡镇约谈通报。", "CC"),
    ("待资金落实后，我局即启动招标，届时向您通报。", "C"),
    ("泵站用电目前执行一般工商业电价，水费由各镇收取。", "A"),
]


@pytest.mark.parametrize(("text", "expected"), POINTS)
def test_points(text: str, expected: str) -> None:
    """An answer takes each point anew, and tells how things are amid its promises."""
    assert letters(text, as_of="2020-09-18") == expected, text


def test_what_others_issued_is_not_above_its_issuer() -> None:
    """A paper that the answering office issued, alone or with others, is told as its own."""
    text = "2020年，水务部等三部门印发《渠道管护通知》，要求各地按照职责管好渠道。"

    assert letters(text, issuer="农业部") == "Q"
    assert letters(text, issuer="水务部") != "Q"


HEADINGS = [
    ("2031年财政预算草案", "ahead"),
    ("2031年收支预算安排", "ahead"),
    ("2031年预算安排情况", "ahead"),
    ("完成2031年预算任务的主要措施", "ahead"),
    ("切实做好2031年预算管理工作", "ahead"),
    ("2030年预算执行情况", "done"),
    ("圆满完成2030年预算任务", "done"),
]


@pytest.mark.parametrize(("heading", "expected"), HEADINGS)
def test_chapters_of_a_budget(heading: str, expected: str) -> None:
    """What stands in the chapter on a budget to come is to be done, though it is told as figures alone."""
    reading = read_text(f"一、{heading}\n支出预算九亿元，增长百分之五。\n二、其他\n感谢各位。\n", Genre.REPORT)
    found = stances(reading.outline, Genre.REPORT, "", 2031)

    assert str(found[reading.outline.sections[0].eid]) == expected
