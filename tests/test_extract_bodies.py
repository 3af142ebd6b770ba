"""Names of bodies are found from their last characters leftwards, and what only looks like one is not."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.bodies.field_lists import find_field_lists
from extract.bodies.names import find_bodies
from extract.lexicon import rows
from extract.matching import fold

NAMED = [
    ("市委慰问了某歌舞团", ["市委"]),
    ("水利部运行管理司司长介绍", ["水利部运行管理司"]),  # a department of a ministry, whoever speaks for it
    ("水利部水文司一级巡视员说", ["水利部水文司"]),
    ("国家药监局器械注册司、公安部交管局", ["国家药监局器械注册司", "公安部交管局"]),
    ("民政部社会事务司和财政部社会保障司", ["民政部社会事务司", "财政部社会保障司"]),
    ("省卫健委疾控局、市委宣传部新闻局", ["省卫健委", "市委宣传部"]),  # a 局 that no place names is inside the office
    ("市委总揽全局", ["市委"]),
    ("县渔政站、渔政支队", ["县渔政站", "渔政支队"]),
    ("财政部税务总局公告", ["财政部", "税务总局"]),  # two bodies without a mark
    ("水利部将公布司法鉴定名单", ["水利部"]),
    ("县公安局交警大队大队长", ["县公安局交警大队"]),  # the second 大队 begins the title
    ("市公安局交警总队总队长", ["市公安局交警总队"]),
    ("县水务局组织局机关干部", ["县水务局"]),  # a verb parts two words
    ("经县政府审定後报送水利局", ["县政府", "水利局"]),
    ("在县税务局三楼多功能厅", ["县税务局"]),
    ("云水省电子水务局缓交水费网上办指南", []),
    ("全省公安机关、全市三级民政部门", ["全省公安机关", "全市三级民政部门"]),  # those of the whole place
    ("春节期间云南税务部门、各地教育部门", ["云南税务部门", "各地教育部门"]),
    ("全市各级民政部门，健全税务部门", ["各级民政部门", "税务部门"]),
    ("A市水利局、M1区政府", ["A市水利局", "M1区政府"]),  # letters that mask the name of a place
    ("县防汛指挥部下发通知", ["县防汛指挥部"]),
    ("省抗旱工作领导小组水源调度组组长", ["省抗旱工作领导小组水源调度组"]),  # a part of a group
    ("市抗旱工作领导小组组长主持召开领导小组会议", ["市抗旱工作领导小组"]),
    ("市应对旱情指挥部办公室", ["市应对旱情指挥部办公室"]),
    ("由县防汛指挥部组织专家组会商", ["县防汛指挥部"]),
    ("市水利局监督所所长介绍", ["市水利局监督所"]),
    ("石桥市民热线服务中心", []),
    ("记者从石桥工业园区管委会获悉", ["石桥工业园区管委会"]),
    ("抄送：区委区政府督查局", ["区委区政府督查局"]),  # an office of both
    ("县委、县政府督查室", ["县委", "县政府督查室"]),
    ("由市文旅广新局负责", ["市文旅广新局"]),
    ("县文化和旅游广电局答复", ["县文化和旅游广电局"]),  # merged offices, named by all of their fields
    ("市发改工信局牵头，住建规划局配合", ["市发改工信局", "住建规划局"]),
    ("督促审计财政局", ["财政局"]),  # 审计 may be what is done
    ("县人民政府已转我局处理", ["县人民政府"]),
    ("县政府成立禁烧工作领导小组", ["县政府"]),
    ("区公安局交巡警大队负责", ["区公安局交巡警大队"]),
    ("区公安分局交警支队", ["区公安分局交警支队"]),
    ("经委办公会研究同意", []),
    ("经县水务局局务会、省水利厅厅党组研究", ["县水务局", "省水利厅"]),
    ("已请东渠街办事处复核", ["东渠街办事处"]),
    ("市水利和湖泊局负责", ["市水利和湖泊局"]),
    ("自治区甲型病毒感染的肺炎防控工作领导小组办公室", ["自治区甲型病毒感染的肺炎防控工作领导小组办公室"]),
    ("县第十七届人民代表大会第三次会议", ["县第十七届人民代表大会"]),
    ("市九届人大四次会议", ["市九届人大"]),
    # text, names found
    ("由省财政厅会同省税务局办理。", ["省财政厅", "省税务局"]),
    ("云南省昆明市五华区人民政府办公室通知", ["云南省昆明市五华区人民政府办公室"]),  # places one inside the other
    ("国家税务总局云南省税务局公告", ["国家税务总局云南省税务局"]),  # a local part of a central body
    ("中国银保监会云南监管局答复", ["中国银保监会云南监管局"]),
    ("省委宣传部、市政府金融办参加", ["省委宣传部", "市政府金融办"]),  # an office of a committee, of a government
    ("省商务和粮食局牵头", ["省商务和粮食局"]),  # two fields, one office
    ("临港新区管委会负责", ["临港新区管委会"]),
    ("省投资合作促进局负责", ["省投资合作促进局"]),  # no table knows the field
    ("我省财政部门要落实", ["财政部门"]),  # 我省 is no part of the name
    ("党中央、国务院印发", ["党中央", "国务院"]),
    ("各县(市、区)人民政府", ["各县(市、区)人民政府"]),
    ("各有关省(市)教育主管部门应当重视", ["各有关省(市)教育主管部门"]),
    ("市和区人民政府应当加强领导", ["市和区人民政府"]),
    ("省级人民政府有关部门要落实", ["省级人民政府有关部门"]),
    ("国家防汛抢险应急工作指挥部负责", ["国家防汛抢险应急工作指挥部"]),
    ("由卫健部门诊断", ["卫健部门"]),
    ("青岚高新区、经开区和云岭示范区管委会", ["云岭示范区管委会"]),  # a list of zones; 经 belongs to the second
    ("征求区政府或青岚经济技术开发区管委会意见", ["区政府", "青岚经济技术开发区管委会"]),
    ("由市高新区财政局负责", ["市高新区财政局"]),
    ("支持高新区财政局开展试点", ["高新区财政局"]),  # a verb is no name of a zone
    ("石桥园区、中岭村管委会", ["中岭村管委会"]),
    ("由区政府协调云台镇政府整治", ["区政府", "云台镇政府"]),  # a town that no table has
    ("涉及镇政府的事项", ["镇政府"]),
    ("送县委督查办、县人大人事代表工委", ["县委督查办", "县人大人事代表工委"]),
    ("国家卫生健康委疾控局负责人介绍", ["国家卫生健康委疾控局"]),  # a department of the ministry
    ("各省、自治区、直辖市和计划单列市税务局：", ["各省、自治区、直辖市和计划单列市税务局"]),
    ("各省、自治区、直辖市财政厅（局）：", ["各省、自治区、直辖市财政厅(局)"]),
    ("由市经发局、市审批局、市科创委、市城市更新局负责", ["市经发局", "市审批局", "市科创委", "市城市更新局"]),
    ("市委社工部、市委机要和保密局、市委营商环境办", ["市委社工部", "市委机要和保密局", "市委营商环境办"]),
    ("市委城乡社区治理委、市委全面依法治市委员会办公室", ["市委城乡社区治理委", "市委全面依法治市委员会办公室"]),
    ("由市文广旅游局、市民族和宗教事务局负责", ["市文广旅游局", "市民族和宗教事务局"]),
    ("市生态环境局石桥分局、市公安局交警支队", ["市生态环境局石桥分局", "市公安局交警支队"]),
    ("由人民银行市分行、国家统计局云岭调查队负责", ["人民银行市分行", "国家统计局云岭调查队"]),
    ("各区、市人才局负责", ["市人才局"]),
    ("登录自治区电子税务局办理", []),
    ("县农机局、县计生委、县二轻局", ["县农机局", "县计生委", "县二轻局"]),
    ("县第十二届政治协商会议第三次会议", ["县第十二届政治协商会议"]),
]

NOT_NAMED = [
    "作出教育部署，做好部分工作。",
    "优化空间布局，打破格局，全局谋划，顾全大局。",
    "干部队伍内部管理，全部完成，各部位检查。",
    "加强政府采购管理，政府网站建设，政府债券发行。",
    "会议审议通过了有关会计制度。",
    "人社厅发〔2016〕80号、财社函〔2019〕3号",
    "团省委负责联系青年。",
    "建设市级应急指挥中心，云岭县文化艺术服务中心项目开工。",
    "创建市级工程研究中心。",
    "云台机场集团宣传文化部部长介绍。",
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_names_with_all_that_belongs_to_them(text: str, names: list[str]) -> None:
    """A name reaches left over places, levels and the body above it."""
    folded = fold(text)

    assert names == [folded[body.start : body.end] for body in find_bodies(folded)]


@pytest.mark.parametrize("text", NOT_NAMED)
def test_words_that_only_end_like_a_name(text: str) -> None:
    """Words of the language that end in 局, 部 or 政府 are no bodies."""
    assert find_bodies(fold(text)) == []


def test_fields_stand_for_their_offices_in_a_list() -> None:
    """公安、民政等部门 names two departments; a field alone in a sentence names none."""
    text = fold("公安、民政等部门要加强协作。财政、税务等养老服务领域有关部门要配合。教育、卫生等方面持续改善。")

    found = [text[body.start : body.end] for body in find_field_lists(text, find_bodies(text))]
    assert found == ["公安", "民政", "财政", "税务"]


def test_places_that_the_document_vouches_for() -> None:
    """A place of no table belongs to the name if the document's own head names it."""
    text = fold("请青岚省医疗保障局办理")

    body = find_bodies(text, frozenset(("青岚省",)))[0]
    assert text[body.start : body.end] == "青岚省医疗保障局"


@pytest.mark.parametrize("table", ["fields", "bodies"])
def test_every_row_has_an_example_that_names_a_body(table: str) -> None:
    """The example of a row is found, unless the row says that it is none."""
    for row in rows(table):
        if table == "fields" or row[2] not in ("collective", "branch", "place"):
            text = fold(row[-1])
            assert find_bodies(text) or find_field_lists(text, []) or "残联" in text, row


@given(st.text(alphabet="省市县局委厅部办政府人民医保财政、，。（）各我国务院a1\n", max_size=200))
def test_names_stay_inside_the_text_and_apart(text: str) -> None:
    """Names come in order and do not overlap, whatever the text."""
    folded = fold(text)
    bodies = find_bodies(folded)

    assert all(0 <= body.start < body.end <= len(folded) for body in bodies)
    assert all(one.end <= two.start for one, two in pairwise(bodies))
    assert not any(re.search(r"\n", folded[body.start : body.end]) for body in bodies)


BELONGING = [
    ("由省应急管理厅宣教处负责", ["省应急管理厅宣教处"]),
    ("市公安局依法查处，", ["市公安局"]),
    ("水利部农田建设和节水管理司司长介绍", ["水利部农田建设和节水管理司"]),
    ("水利部和财政部税政司印发", ["水利部", "财政部税政司"]),
    ("云水综合实验区社会事业局、交通与建设局：", ["云水综合实验区社会事业局", "交通与建设局"]),
    ("国家税务总局云水新区税务局", ["国家税务总局云水新区税务局"]),
    ("省林场体制改革领导小组成员单位按职责分工负责", ["省林场体制改革领导小组成员单位"]),
    ("市、县（区）水务局负责", ["市、县(区)水务局"]),
    ("责任单位要落实，党政机关带头", []),
    ("各级党政机关带头节水", ["各级党政机关"]),
    ("农办计 〔2031〕 92号", []),
    ("教育厅发字第12号", []),
]


@pytest.mark.parametrize(("text", "names"), BELONGING)
def test_what_belongs_to_a_name(text: str, names: list[str]) -> None:
    """A division and the members of a group go with their name; the code of a number is no body."""
    folded = fold(text)
    assert [folded[body.start : body.end] for body in find_bodies(folded)] == names
