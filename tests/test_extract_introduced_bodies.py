"""Bodies that a document sets up or names for short, and what they and others do in its duties."""

from __future__ import annotations

import pytest

from corpus import Genre
from extract.bodies.introduced_bodies import find_introduced
from tests.test_extract_actors import commitments

INTRODUCED = [
    ("成立联合采购办公室,代表各县采购。指标由联合采购办公室拟定。", ["联合采购办公室", "联合采购办公室"]),
    ("办公室下设监督组、专家组。\n监督组\n负责监督。由专家组提供咨询。", ["监督组", "专家组", "监督组", "专家组"]),
    (
        "组成云水供水改革工作小组(以下简称改革小组)。改革小组办公室设在县水利局。",
        ["改革小组", "改革小组办公室"],
    ),
    ("分别成立督导组,开展检查。", []),
    ("成立评审组。国家评审组来县调研。", []),
    ("成立领导小组,设立办公室。领导小组要加强调度,办公室抓好落实。", []),
    ("成立相应工作专班。相应工作专班要履职。", []),
]


@pytest.mark.parametrize(("text", "names"), INTRODUCED)
def test_introduced_bodies(text: str, names: list[str]) -> None:
    """A body that is set up counts where it is named again; words that any body is called by are no names."""
    found = sorted(find_introduced(text), key=lambda body: body.start)

    assert [text[body.start : body.end] for body in found] == names


ACTING = [
    ("成立联合采购办公室。\n联合采购办公室汇总各县用量，起草采购公告。", ["联合采购办公室"]),
    ("成立联合采购办公室。\n联合采购办公室下设监督组、专家组。", ["联合采购办公室"]),
    ("鼓励地方法人银行建立快速响应机制。", ["地方法人银行"]),
    ("县水利局要做好通报，对进度缓慢的试点县区要开展督查。", ["县水利局"]),
    ("县卫生健康局要监测短缺信息，指导公立医院改革等。", ["县卫生健康局"]),
    ("各有关部门要落实规定。对违规使用药品的人员，按照规定严肃处理。", []),
]


@pytest.mark.parametrize(("text", "names"), ACTING)
def test_who_acts_in_the_last_sentence(text: str, names: list[str]) -> None:
    """Introduced bodies act as others do; to whom something is done, or what befalls others, is laid on nobody."""
    assert [actor.name for actor in commitments(text, Genre.PLAN)[-1].actors] == names
