"""Divisions named with a label, with 我局 or with their heads; classes and groups by all the words that are theirs."""

from __future__ import annotations

import pytest

from corpus import Genre, Role
from extract.bodies.departments import find_organizations
from tests.readings import read_text

NAMED = [
    # text, names of the document's bodies
    ("（联系人及电话：水资源管理处王某，0000-1234567）", ["水资源管理处"]),
    ("工作中的重要情况，请及时报告我局供水管理处。", ["供水管理处"]),
    ("由我局供水管理科负责收集。", ["供水管理科"]),
    ("我局已责成供水管理科跟进。", []),
    ("请及时报告省水利厅（农村水利处）。", ["省水利厅", "农村水利处"]),
    ("局领导出席，供水管理科、法规科负责人参加会议。", ["供水管理科", "法规科"]),
    ("市水务局供水科科长介绍。供水科科长说。", ["市水务局", "市水务局供水科"]),
    ("各处负责人，学科负责人，内科负责人，石桥学院教务处处长参加。", []),
    ("享受国务院政府特殊津贴人员参评。", ["国务院"]),
    ("按照党中央国务院部署和省委省政府要求落实。", ["党中央", "国务院", "省委", "省政府"]),
    ("社会信用体系建设部际联席会议召开会议。", []),
    ("可向主管税务机关申请退还。", ["主管税务机关"]),
    ("税务机关要公开事项。由主管税务机关核准。", ["税务机关"]),
    ("由行业主管部门核实。", ["行业主管部门"]),
    ("经主管部门同意后开工。", ["主管部门"]),
    ("积极争取国家有关部门支持。", ["国家有关部门"]),
    ("全市各级各部门要落实责任。", ["全市各级各部门"]),
    ("省、市、县三级财政部门要加强监管。", ["省、市、县三级财政部门"]),
    ("关于政协第十届全国委员会第二次会议第1234号提案的研究。", ["政协第十届全国委员会"]),
    ("市政协第六届委员会第三次会议召开，市政协协商议政。", ["市政协第六届委员会"]),
    ("组建由市水务局牵头、市财政局等部门参加的供水保障工作专班。", ["市水务局", "市财政局", "供水保障工作专班"]),
    ("有关部门参加的相应工作专班。", ["有关部门"]),
    ("各校要成立以校长为组长的节水教育工作领导小组。", []),
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_bodies_of_a_text(text: str, names: list[str]) -> None:
    """A division counts where a label, its office or its head shows it to be one; a class with the words before it."""
    found, _ = find_organizations(read_text(text))
    assert [one.name for one in found] == names


def test_a_group_behind_those_who_make_it_up_leads_what_follows() -> None:
    """成立由…任组长的领导小组，统筹推进: the group leads."""
    text = "成立由分管领导任组长的供水保障工作领导小组，统筹推进供水工作。"
    found, _ = find_organizations(read_text(text))
    assert {one.name: set(one.roles) for one in found} == {"供水保障工作领导小组": {Role.LEAD}}


BRANCHES = [
    ("国家统计局石家庄调查队发布数据。", ["国家统计局石家庄调查队"]),
    ("国家统计局石家庄市调查队发布数据。", ["国家统计局石家庄市调查队"]),
    ("国家能源局河南监管办公室组织检查。", ["国家能源局河南监管办公室"]),
    ("民航河南监管局组织检查。", ["民航河南监管局"]),
    ("石家庄边检站、石家庄出入境边防检查站开展演练。", ["石家庄出入境边防检查站"]),
    ("检察机关、审判机关、司法行政机关要加强协作。", ["检察机关", "审判机关", "司法行政机关"]),
    ("将支出纳入各级财政应急储备金。", []),
]


@pytest.mark.parametrize(("text", "names"), BRANCHES)
def test_branches_of_the_state_in_the_provinces(text: str, names: list[str]) -> None:
    """A branch is named with the bureau of the state and the place; organs of justice are classes of their own."""
    found, _ = find_organizations(read_text(text))
    assert [one.name for one in found] == names


PURSES = [
    ("市级财政要加大支持力度。", {Role.LEAD}),
    ("市级财政统筹安排资金。", {Role.MENTIONED}),
]


@pytest.mark.parametrize(("text", "roles"), PURSES)
def test_a_purse_on_which_a_duty_is_laid_leads(text: str, roles: set[Role]) -> None:
    """A purse that only pays leads nothing."""
    found, _ = find_organizations(read_text(text, Genre.PLAN))
    assert {one.name: set(one.roles) for one in found} == {"市级财政": roles}


def test_whoever_is_left_to_do_its_own_office_has_no_part() -> None:
    """支持人大、政协依法履职 lays nothing on them."""
    found, _ = find_organizations(read_text("支持市人大、市政协依法履职。", Genre.REPORT))
    assert {one.name: set(one.roles) for one in found} == {
        "市人大": {Role.MENTIONED},
        "市政协": {Role.MENTIONED},
    }
