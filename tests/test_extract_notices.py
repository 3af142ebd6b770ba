"""Notices, opinions and drafts: whom they are handed to, who has to act, what they cite and what they only tell."""

from __future__ import annotations

import pytest

import extract
from corpus import Analysis, Role
from extract.bodies.collectives import find_collectives
from extract.bodies.names import find_bodies
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
    ("各县水利局3月20日前要把普查表交市水利局。", ["各县水利局"]),
    ("各企业请于5月1日前报送材料。", ["各企业"]),
    ("各高校和供水企业3月20日前要把普查表交市水利局。", ["各高校", "供水企业"]),
    ("各牵头单位的具体方案务于2月3日前报送市政府。", ["各牵头单位"]),
    ("具体由市编办会市财政局按程序办理。", ["市编办", "市财政局"]),
    ("县（区）级水利和林业行政部门要开展排查。", ["县（区）级水利和林业行政部门"]),
    ("局办公室应抓好信息报送。", ["局办公室"]),
    ("所需经费由市财政解决。", ["市财政"]),
    ("省级财政将来源于园区的收入返还园区。", ["省级财政"]),
    ("市总工会、团市委要广泛动员。", ["市总工会", "团市委"]),
    ("宣传、网信、公安等部门要加强引导。", ["宣传", "网信", "公安"]),
    ("气象、水文部门要做好预测工作。", ["气象", "水文部门"]),
    ("步调一致，各牵头和责任单位要形成合力。", ["各牵头和责任单位"]),
    ("市安委会成员单位要落实责任。", ["市安委会成员单位"]),
    ("由派出所、司法所负责。", ["派出所", "司法所"]),
    ("各责任（配合）单位要按月会商。", ["各责任（配合）单位"]),
    ("区委区政府督查室要适时督办。", ["区委区政府督查室"]),
    ("市政府各牵头部门要抓紧细化分解。", ["市政府各牵头部门"]),
    ("各牵头单位和汇总单位要按周报送情况。", ["各牵头单位", "汇总单位"]),
    ("对难度大的事项，牵头单位适时向市政府报告存在的困难。", ["牵头单位"]),
    ("各县（市、区）和学校要做好宣传工作。", ["各县（市、区）", "学校"]),
    ("各乡镇（街道）、国有林场要增设护林岗。", ["各乡镇（街道）", "国有林场"]),
    ("各镇人民政府和供水单位不仅要落实措施，更要做好准备。", ["各镇人民政府", "供水单位"]),
    ("各地尤其要对重点河段进行排查。", ["各地"]),
    ("市森林消防队在此期间要集结待命。", ["市森林消防队"]),
    ("县指挥部办公室接到报告后，应在30分钟内上报。", ["县指挥部办公室"]),
    ("市人民政府防汛指挥部（以下简称市指挥部）负责统一指挥。", ["市人民政府防汛指挥部"]),
    ("县级以上地方人民政府教育行政部门应当加强指导。", ["县级以上地方人民政府教育行政部门"]),
    ("市防汛指挥部将于4月下旬派出检查组，检查情况将予以通报。", ["市防汛指挥部"]),
    ("各辖市、区人民政府要落实责任。", ["各辖市、区人民政府"]),
]


@pytest.mark.parametrize(("sentence", "names"), ACTING)
def test_who_acts_in_a_notice(sentence: str, names: list[str]) -> None:
    """A subject before 请于, a day or a thing of its own acts, as does a purse that pays or an office of the issuer."""
    assert actors(sentence) == names


def test_powers_of_others_charge_nobody() -> None:
    """Who exercises a power that is handed down does not act by it."""
    roles = {one.name: one.roles for one in notice("对由省政府及省有关部门履行的事权，依法下放。").organizations}
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
        ["教育厅(教委)"],
    )


def test_offices_of_each_county_are_not_that_of_the_city() -> None:
    """教育局 in 各县水利局、教育局 is an addressee of its own and not the office that signs."""
    text = "关于开展饮水检查的通知\n各县水利局、教育局：\n请认真抓好落实。\n青岚市水利局　青岚市教育局\n2030年3月5日\n"
    found = extract.analyse(plain_document(text))
    roles = {one.name: one.roles for one in found.organizations}
    assert found.metadata.issuer == "青岚市水利局、青岚市教育局"
    assert roles["教育局"] == (Role.ADDRESSEE,)
    assert roles["青岚市教育局"] == (Role.ISSUER,)


TOLD = [
    # sentence, kind of the fact (None: background)
    ("为切实做好防汛工作，最大限度减少损失，切实保障群众安全。", None),
    ("1月14日，督查组向市政府反馈了意见。", "Achievement"),
    ("督查组在听取汇报后，对石桥镇进行了现场检查。", "Achievement"),
    ("据统计，三年来全市新发病例逐年减少，2029年为12例。", "Achievement"),
    ("近年来饮水纠纷时有发生，暴露出部分单位重视不够等问题。", None),
    ("清淤不及时，是导致内涝的重要原因。", None),
    ("灌区管理处隶属市水利局。", None),
    ("根据省里的供水办法，结合青岚实际，提出实施方案。", None),
    ("为做好防汛工作，市防汛办修订形成了《青岚市防汛预案（征求意见稿）》。", None),
    ("近期，部分供水站违规收费，严重扰乱了秩序。", None),
    ("逾期未反馈，视为无意见。", None),
    ("请用书面将意见寄至：青岚市12号信箱。", None),
    ("为做好清淤工作，现将任务分解表印发给你们。", None),
    ("现将清淤事故调查处理情况予以通报。", None),
    ("2月19日晚，市教育局对取水口进行了夜间检查。", "Achievement"),
    ("石桥是青岚省省会，东部地区重要的中心城市。", None),
    ("节日期间野外用火将明显增加。", None),
    ("由市水利局带队的联合督查组于1月11日至14日对全县清淤工作进行了督查。", "Achievement"),
    ("为深入落实省委要求，根据管理规定，督导各行业履行职责，确保形势稳定。", None),
    ("检查范围：全县加油站、液化气站。", None),
    ("地质灾害主要发生在山区和库区。", None),
    ("为切实做好防汛工作，各县要加强巡查。", "Commitment"),
    ("对检查中发现的问题要限期整改，进行了整改的要复查。", "Commitment"),
]


@pytest.mark.parametrize(("sentence", "kind"), TOLD)
def test_what_a_notice_only_tells(sentence: str, kind: str | None) -> None:
    """Aims, problems and states are no tasks of a notice; what was done or counted is a result."""
    found = notice(sentence)
    facts = [*found.commitments, *found.achievements]
    assert [type(fact).__name__ for fact in facts] == ([kind] if kind else [])


RELATIONS = [
    ("各单位要按照省水利厅下发《关于做好清淤工作的通知》等文件的要求，做好工作。", "based_on"),
    ("根据新修订的《青岚市供水条例》，抓好落实。", "based_on"),
    (
        "现将市水务局、市教育局联合印发的《关于用水检查的通知》（青水〔2030〕5号）文件（全文可下载）转发给你们。",
        "forwards",
    ),
]


@pytest.mark.parametrize(("sentence", "relation"), RELATIONS)
def test_what_a_notice_does_with_a_paper(sentence: str, relation: str) -> None:
    """A law lately amended is still what a paper rests on; what was issued together is forwarded."""
    assert [one.relation for one in notice(sentence).citations] == [relation]


def test_a_note_charges_a_page_without_a_title() -> None:
    """On a page that has lost its title a note of responsibility makes tasks of what stands before it."""
    text = "（八）完善验收制度。\n完善竣工验收制度，优化办事流程。（责任单位：市住建局、市水务局）\n"
    (fact,) = extract.analyse(plain_document(text)).commitments
    assert [actor.name for actor in fact.actors] == ["市住建局", "市水务局"]


def test_a_day_of_every_month_and_the_year_in_question() -> None:
    """每月28日前 is one phrase that recurs; 当年度 is no part of a name."""
    found = notice("各县要于每月28日前报送进展，当年度投资到位3200万元，着力打造河道品牌项目2个以上。")
    assert "每月28日前" in {found.quote(one) for one in found.times}
    assert [one.name for one in found.indicators] == ["投资到位", "河道品牌项目"]


def test_the_number_of_a_session_counts_nothing() -> None:
    """九届16次常务会议 is the name of a meeting."""
    assert not notice("《方案》已经县政府九届16次常务会议通过，现予下发。").indicators


def test_who_issued_a_rule_long_ago_has_no_duty() -> None:
    """The history of a rule in brackets below its title is background, and who issued it does not act."""
    found = notice("（2021年3月2日由市政府发布，依照2029年6月12日决定第一次修订）")
    assert not found.commitments
    assert all(Role.LEAD not in one.roles for one in found.organizations)


def test_the_name_of_a_limit_that_another_one_precedes() -> None:
    """取水总量不超过省级下达指标,其中…: the value is that of 取水总量."""
    found = notice("到2035年，取水总量不超过省级下达指标，其中2032年不超过12.6亿立方米。")
    assert [one.name for one in found.indicators] == ["取水总量"]
