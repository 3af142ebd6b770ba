"""Which words give a body a part in what a document lays down, and which only let it act or tell what it did."""

from __future__ import annotations

import pytest

from corpus import Genre, Role
from extract.bodies.acting_bodies import follow_actors
from extract.bodies.departments import find_organizations
from extract.statements.find import find_statements
from tests.readings import read_text


def roles(text: str, genre: Genre = Genre.PLAN, **metadata: str) -> dict[str, set[Role]]:
    """The bodies of a text with their roles, after its statements were read."""
    reading = read_text(text, genre, **metadata)
    organizations, mentions = find_organizations(reading)
    statements = find_statements(reading, (), mentions, ())
    found, _ = follow_actors(reading, organizations, mentions, statements)
    return {one.name: set(one.roles) for one in found}


LEFT_FREE = [
    # text, name
    ("鼓励各地先行先试。", "各地"),
    ("鼓励有条件的地区开展试点。", "有条件的地区"),
    ("省水利厅负责指导各地做好排查。", "各地"),
    ("鼓励和支持各市建设示范园区。", "各市"),
]


@pytest.mark.parametrize(("text", "name"), LEFT_FREE)
def test_areas_that_are_only_encouraged_are_not_listed(text: str, name: str) -> None:
    """They act in the statement, and have no part of their own: 鼓励各地."""
    assert name not in roles(text + "\n")


WITHOUT_A_PART = [
    ("指导市水务部门做好排查。", "市水务部门"),
    ("充分发挥税务部门职能作用，优化服务。", "税务部门"),
    ("压实乡镇政府属地责任。", "乡镇政府"),
    ("鼓励地方政府设立基金。", "地方政府"),
]


@pytest.mark.parametrize(("text", "name"), WITHOUT_A_PART)
def test_offices_that_are_only_encouraged_are_mentioned(text: str, name: str) -> None:
    """What an office is good for, or may do, lays nothing on it."""
    assert roles(text + "\n")[name] == {Role.MENTIONED}


WITH_A_PART = [
    ("成立节水工作领导小组，统筹推进节水工作。", "节水工作领导小组", Role.LEAD),
    ("充分发挥市节水工作领导小组统筹协调作用。", "市节水工作领导小组", Role.LEAD),
    ("督促各区落实整改。", "各区", Role.LEAD),
    ("支持相关区县开展试点。", "相关区县", Role.JOINT),
    ("由市水务局商有关部门确定。", "有关部门", Role.JOINT),  # to be asked from now on
    ("具体办法由市水务局会商市财政局制定。", "市财政局", Role.JOINT),
    ("经商市财政局，现就有关事项通知如下。", "市财政局", Role.CONSULTED),
    ("起草时应当征求市财政局意见。", "市财政局", Role.CONSULTED),
    ("市公安局、市水务局分别提出方案。", "市水务局", Role.LEAD),  # each of them
    ("市水务局、市林业局开展联合巡查。", "市林业局", Role.LEAD),
    ("水务、林业等部门开展联合巡查。", "林业", Role.JOINT),  # together
    ("市水务局和有关部门制定方案。", "有关部门", Role.JOINT),
    ("水务部门、林业部门应当按照各自职责，做好巡查。", "水务部门", Role.JOINT),
    ("水务部门、林业部门应当按照规定做好巡查。", "林业部门", Role.LEAD),
    ("（一）县公安局有关户籍人口信息；\n（二）县教育局有关登记信息。", "县公安局", Role.JOINT),
]


@pytest.mark.parametrize(("text", "name", "role"), WITH_A_PART)
def test_the_part_of_a_body(text: str, name: str, role: Role) -> None:
    """Whom a duty is laid on, alone or with others."""
    assert role in roles(text + "\n")[name]


TOLD = [
    ("前期，税务总局联合财政部、海关总署等部门制发了4个公告。", "财政部", Role.MENTIONED),
    ("我们与邮政部门合作，为纳税人免费邮寄了发票。", "邮政部门", Role.MENTIONED),
    ("省医保局会同省财政厅、省卫生健康委出台了3项措施。", "省卫生健康委", Role.JOINT),
    ("下一步，市水务局将会同市林业局开展排查。", "市林业局", Role.JOINT),
]


@pytest.mark.parametrize(("text", "name", "role"), TOLD)
def test_the_part_of_a_body_in_what_is_told(text: str, name: str, role: Role) -> None:
    """Those with whom a thing was done have no part of it any more, unless they were brought in to work it out."""
    assert roles(text + "\n", Genre.PRESS_BRIEFING)[name] == {role}


def test_all_places_of_the_country_are_no_addressees() -> None:
    """In a paper to the governments of the provinces 各地 are all places; in one of a province its addressees."""
    text = "各省、自治区、直辖市人民政府:\n各地区要抓好落实。\n"
    found = roles(text, Genre.NOTICE, addressee="各省、自治区、直辖市人民政府")
    assert found["各地区"] == {Role.LEAD}
    assert found["各省、自治区、直辖市人民政府"] == {Role.ADDRESSEE}
    found = roles("各市、县人民政府:\n各地要抓好落实。\n", Genre.NOTICE, addressee="各市、县人民政府")
    assert found == {"各市、县人民政府": {Role.ADDRESSEE, Role.LEAD}}


CLASSES = [
    # text, name
    ("请你省有关部门抓紧办理。", "你省有关部门"),
    ("逐步实现各级预算单位采购意向公开。", "各级预算单位"),
    ("推动各级机关带头参与。", "各级机关"),
    ("部署全省政法机关依法办理。", "全省政法机关"),
    ("各级城管执法队伍加强巡查。", "各级城管执法队伍"),
    ("全市税务系统要落实政策。", "全市税务系统"),
    ("省市县各级政府要加强领导。", "省市县各级政府"),
    ("人民银行各发行库要保障供应。", "人民银行各发行库"),
    ("由各县政府和云水新区管委会办公室报送材料。", "云水新区管委会办公室"),
    ("应急救援呼叫受理和指挥调度中心应当建立台账。", "应急救援呼叫受理和指挥调度中心"),
    ("救援机构上级主管部门和单位应当加强管理。", "救援机构上级主管部门和单位"),
    ("交管部门要加强巡查。", "交管部门"),
    ("公安交管部门将优化流程。", "公安交管部门"),
]


@pytest.mark.parametrize(("text", "name"), CLASSES)
def test_classes_and_staffs_named_whole(text: str, name: str) -> None:
    """A class of offices, or the staff of one, with all the words of its name."""
    assert name in roles(text + "\n")


@pytest.mark.parametrize("text", ["各级机关工作人员要遵守规定。\n", "完善全国预警系统功能。\n", "全省生态系统稳定。\n"])
def test_other_words_that_look_like_classes(text: str) -> None:
    """People and things are no offices."""
    assert roles(text) == {}


def test_a_class_that_worked_an_answer_out_was_not_consulted() -> None:
    """有关部门 that open the clause studied the matter; those who are named with 会同 were asked."""
    text = "对所提问题，有关部门进行了认真研究，现将情况函复如下。\n"
    assert Role.CONSULTED not in roles(text, Genre.PROPOSAL_REPLY)["有关部门"]
    text = "我局会同有关部门进行了认真研究，现将情况函复如下。\n"
    assert Role.CONSULTED in roles(text, Genre.PROPOSAL_REPLY)["有关部门"]


def test_governments_of_one_level_are_one() -> None:
    """各设区市政府 are 各市政府 of the same paper."""
    assert len(roles("各市政府要抓好落实。\n责任单位：各设区市政府、各县政府\n")) == 2


def test_a_group_and_its_short_name_are_one() -> None:
    """What the document calls so from then on is the group named right before."""
    text = "成立青石县节水工作领导小组（以下简称节水小组），统筹推进节水工作。节水小组负责调度。\n"
    assert roles(text) == {"青石县节水工作领导小组": {Role.LEAD}}
