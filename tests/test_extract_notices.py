"""Notices, opinions and drafts: whom they are handed to, who has to act, what they cite and what they only tell."""

from __future__ import annotations

import pytest

import extract
from corpus import Analysis, Role
from extract.bodies import find_bodies
from extract.collectives import find_collectives
from extract.matching import fold
from tests.conftest import plain_document

HEAD = """青岚市人民政府办公室关于做好河道管护工作的通知
各县（市、区）人民政府，市政府各部门、直属机构：
现将有关事项通知如下：
一、工作任务
"""
TAIL = "\n青岚市人民政府办公室\n2030年3月5日\n"
ADDRESSED = ["各县（市、区）人民政府", "市政府各部门", "直属机构"]


def notice(sentence: str) -> Analysis:
    """The analysis of a notice of the city of 青岚 with one sentence."""
    return extract.analyse(plain_document(HEAD + sentence + TAIL))


def actors(sentence: str) -> list[str]:
    """Who has to act by the commitments of the notice."""
    return [actor.name for fact in notice(sentence).commitments for actor in fact.actors]


HANDED_ON = [
    "经市人民政府同意，现将《青岚市河道管护行动计划》印发给你们，请认真贯彻落实。",
    "市水务局制定的《青岚市河道管护方案》已经市政府同意，现批转给你们，请遵照执行。",
    "市水务局《青岚市河道管护方案》已经市政府同意，现转发给你们，请结合实际认真贯彻执行。",
    "现将市水务局《关于河道管护的意见》转发给你们，希望你们认真研究，切实整改。",
    "你们要严格按照规划组织实施。",
    "望你们结合实际，认真整改。",
]


@pytest.mark.parametrize("sentence", HANDED_ON)
def test_a_paper_is_handed_to_its_addressees(sentence: str) -> None:
    """Neither who made a paper nor who agreed to it carries it out, but those whom it is written to."""
    assert actors(sentence) == ADDRESSED


ACTING = [
    ("各县水利局请于4月21日前将汇总表上报市水利局。", ["各县水利局"]),
    ("各县水利局4月16日前要将自查表报送市水利局。", ["各县水利局"]),
    ("各企业请于5月1日前报送材料。", ["各企业"]),
    ("各高校和供水企业4月16日前要将自查表报送市水利局。", ["各高校", "供水企业"]),
    ("各牵头单位的具体方案务于2月3日前报送市政府。", ["各牵头单位"]),
    ("具体由市编办会市财政局按程序办理。", ["市编办", "市财政局"]),
    ("县（区）级卫生和教育行政部门要组织检查。", ["县（区）级卫生和教育行政部门"]),
    ("局办公室应抓好信息报送。", ["局办公室"]),
    ("所需经费由市财政解决。", ["市财政"]),
    ("省级财政将来源于园区的收入返还园区。", ["省级财政"]),
    ("市总工会、团市委要广泛动员。", ["市总工会", "团市委"]),
    ("宣传、网信、公安等部门要加强引导。", ["宣传", "网信", "公安"]),
    ("气象、水文部门要做好预测工作。", ["气象", "水文部门"]),
]


@pytest.mark.parametrize(("sentence", "names"), ACTING)
def test_who_acts_in_a_notice(sentence: str, names: list[str]) -> None:
    """A subject before 请于, a day or a thing of its own acts, as does a purse that pays or an office of the issuer."""
    assert actors(sentence) == names


def test_powers_of_others_charge_nobody() -> None:
    """Who exercises a power that is handed down does not act by it."""
    roles = {one.name: one.roles for one in notice("对由省政府及省有关部门行使的职权，依法下放。").organizations}
    assert roles["省政府"] == roles["省有关部门"] == (Role.MENTIONED,)


def test_the_last_label_of_a_note_tells_the_role() -> None:
    """Behind 责任单位: all are joint, though a leader stands in the same bracket."""
    note = "加强督查。（牵头单位：市发展改革委；责任单位：市编办、市住建局，各镇人民政府）"
    roles = {one.name: one.roles for one in notice(note).organizations}
    assert roles["市发展改革委"] == (Role.LEAD,)
    assert roles["市住建局"] == roles["各镇人民政府"] == (Role.JOINT,)


NAMES = [
    ("由市教委负责", "市教委"),
    ("由国家民委负责", "国家民委"),
    ("由市政府办公室负责", "市政府办公室"),
    ("由柳河街道办事处负责", "柳河街道办事处"),
    ("由青湖—云山风景区管委会负责", "青湖—云山风景区管委会"),
    ("由市防指负责", "市防指"),
    ("有关省、自治区教育厅要落实", "有关省、自治区教育厅"),
    ("中省市驻青各单位要配合", "中省市驻青各单位"),
    ("市政府各有关部门要配合", "市政府各有关部门"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_names_of_bodies_in_notices(text: str, name: str) -> None:
    """Short names of commissions, offices of streets, zones of two places and those stationed in a place are whole."""
    words = fold(text)
    found = [*find_bodies(words), *find_collectives(words)]
    assert fold(name) in {words[body.start : body.end] for body in found}


NO_NAMES = ["乡镇街道办事处", "了城关街道办事处", "教育厅（教委）"]


@pytest.mark.parametrize("text", NO_NAMES)
def test_what_is_no_name_of_its_own(text: str) -> None:
    """A class is no street, a particle starts no name, and another form in brackets is no second office."""
    words = fold(text)
    assert [words[body.start : body.end] for body in find_bodies(words)] in (
        ["街道办事处"],
        ["乡镇街道办事处"],
        ["教育厅"],
    )
