"""One record for each body of a document, with its names and what it does there."""

from __future__ import annotations

import pytest

from corpus import Genre, Organization, Role
from extract.bodies.departments import find_organizations
from tests.readings import read_text


def by_name(text: str, genre: Genre = Genre.PLAN, **metadata: str) -> dict[str, Organization]:
    """The organizations of a text by their names."""
    found, _ = find_organizations(read_text(text, genre, **metadata))
    return {one.name: one for one in found}


ROLES = [
    ("对偷水案件，移送司法机关依法处理。", "司法机关", Role.MENTIONED),
    # text, name, role
    ("（市教育局牵头，市财政局、市民政局配合）", "市教育局", Role.LEAD),
    ("（市教育局牵头，市财政局、市民政局配合）", "市民政局", Role.JOINT),
    ("（市水务局、市林业局按职责分工负责）", "市水务局", Role.JOINT),  # no first among them
    ("责任单位：市水务局、市林业局", "市林业局", Role.JOINT),
    ("牵头单位：市水务局", "市水务局", Role.LEAD),
    ("经商省财政厅、省教育厅，现答复如下。", "省教育厅", Role.CONSULTED),
    ("我局会同市林业局、云水区政府进行了认真研究，现函复如下。", "市林业局", Role.CONSULTED),
    ("经与县卫生健康委（会办单位）共同研究，现就办理情况答复如下。", "县卫生健康委", Role.CONSULTED),
    ("抄送：市政协提案委。", "市政协提案委", Role.COPIED),
    ("市商务局会同市税务局制定方案。", "市商务局", Role.LEAD),
    ("市商务局会同市税务局制定方案。", "市税务局", Role.JOINT),
    ("配合省医保局做好清算。", "省医保局", Role.LEAD),  # whom one helps has the lead
    ("配合有关部门做好监测。", "有关部门", Role.JOINT),  # a class is no one that leads
    ("配合公安、税务等部门打击走私。", "税务", Role.JOINT),
    ("拒不改正的，由公安机关依法协助处理。", "公安机关", Role.JOINT),
    ("已列入市人大常委会今年计划。", "市人大常委会", Role.MENTIONED),  # 列入|市, no 入市
    ("各地要加强领导。", "各地", Role.LEAD),
    ("交通、审计等部门负责人为成员，办公室设在市交通局。", "审计", Role.MENTIONED),
    ("督促各有关部门落实责任。", "各有关部门", Role.LEAD),
    ("加强与税务部门衔接。", "税务部门", Role.JOINT),
    ("市财政局局长参加会议。", "市财政局", Role.MENTIONED),  # a person
    ("请市政协委员和列席人员提出意见。", "市政协", Role.MENTIONED),
    ("各配合单位要加强协作。", "各配合单位", Role.JOINT),  # a helper whatever it has to do
    ("各项目牵头单位负总责。", "各项目牵头单位", Role.LEAD),
    ("鼓励各区、各园区竞合发展。", "各园区", Role.JOINT),
    ("（省水利厅、省林业厅分工负责，各市政府配合）", "省林业厅", Role.JOINT),  # no first among them
    ("充分发挥市公共信用联席会议制度的作用。", "市公共信用联席会议", Role.MENTIONED),
    ("县政府确定的供水管理机构负责维护。", "县政府", Role.MENTIONED),  # which one is meant
    ("市水务局制定的《节水方案》已经市政府同意。", "市水务局", Role.MENTIONED),
    ("责任单位：各街道、区直各部门", "区直各部门", Role.JOINT),
    ("责任单位：各街道、区直各部门", "各街道", Role.JOINT),
    ("（由市水务局、市林业局负责。一件事写明几个单位的，排名首位的单位牵头）", "市林业局", Role.JOINT),
    ("市水务局、市林业局要抓紧整改。", "市林业局", Role.LEAD),  # each of them
    ("各区、各部门应当公布清单。", "各部门", Role.LEAD),
    ("各地、各有关部门要加强宣传。", "各有关部门", Role.JOINT),
    ("水务、林业等部门要加强协调。", "林业", Role.JOINT),  # together
    ("水务、林业等河湖治理领域有关部门要加强协调。", "林业", Role.LEAD),
    ("由市水务局、市林业局制定方案。", "市林业局", Role.JOINT),
    ("昆明市要抓紧补齐短板。", "昆明市", Role.LEAD),  # a place for its government
    ("昆明市和云南省必须加强管理。", "云南省", Role.LEAD),
    ("云水新区要完成骨干路网。", "云水新区", Role.LEAD),
    ("为做好节水工作，市水务局制定了方案，现印发给你们。", "市水务局", Role.MENTIONED),
    ("市水务局制定方案，组织实施。", "市水务局", Role.LEAD),
    ("是各级政府部门依法开展审批时，要求提交的材料。", "各级政府部门", Role.MENTIONED),
]


@pytest.mark.parametrize(("text", "name", "role"), ROLES)
def test_roles(text: str, name: str, role: Role) -> None:
    """The words beside a list of names say what its bodies do."""
    assert role in by_name(text)[name].roles


def test_one_body_by_many_names() -> None:
    """Full name, short name and 我局 are one body; the fullest is its name."""
    found = by_name(
        "石桥省医疗保障局\n我局高度重视。省医保局印发了方案。国家医保局要求加强监管。",
        Genre.PROPOSAL_REPLY,
        issuer="石桥省医疗保障局",
        title="石桥省医疗保障局关于第12号提案的答复",
    )

    assert found["石桥省医疗保障局"].aliases == ("我局", "省医保局")
    assert found["石桥省医疗保障局"].roles == (Role.ISSUER,)
    assert "国家医保局" in found


def test_a_pronoun_that_does_not_fit_the_issuer_is_not_resolved() -> None:
    """我部 in a letter of a 局 is somebody else."""
    found = by_name("石桥市教育局\n我部已开展调查，我局已整改。", issuer="石桥市教育局")

    assert found["石桥市教育局"].aliases == ("我局",)


def test_two_candidates_are_no_answer() -> None:
    """A short name that could be either of two bodies stays by itself."""
    found = by_name("国家发展改革委、云南省发展改革委出台意见。发展改革委已部署。")

    assert {"国家发展改革委", "云南省发展改革委", "发展改革委"} <= set(found)


def test_market_and_areas() -> None:
    """Firms are never listed; areas where they are given a duty."""
    found = by_name("支持龙头企业、行业协会发展。各县（市、区）要制定方案。乡镇（街道）分布在全市。")

    assert list(found) == ["各县(市、区)"]
    assert found["各县(市、区)"].collective


def test_governments_are_none_of_the_offices_addressed() -> None:
    """A paper to 各市交通运输局 that charges 市县政府 charges no office; 各市 of it means its addressees."""
    found = by_name("各市交通运输局：\n市县政府要抓好落实。各市要压实责任。", addressee="各市交通运输局")

    assert set(found) == {"各市交通运输局", "市县政府"}
    assert found["市县政府"].aliases == ()


@pytest.mark.parametrize(
    ("addressee", "names"),
    [
        (
            "各省、自治区、直辖市及计划单列市商务、教育主管部门，各省、自治区、直辖市数据管理部门",
            {"各省、自治区、直辖市及计划单列市商务、教育主管部门", "各省、自治区、直辖市数据管理部门"},
        ),
        ("各市、县（市、区）财政、水利部门", {"各市、县(市、区)财政、水利部门"}),
        ("各计划单列市财政局，各有关中央企业", {"各计划单列市财政局"}),
    ],
)
def test_offices_of_fields_are_addressed_as_one(addressee: str, names: set[str]) -> None:
    """The fields of a list of 主管部门 are no bodies of their own."""
    assert set(by_name(f"{addressee}：\n现通知如下。", addressee=addressee)) == names


def test_addressees_of_persons_are_no_bodies() -> None:
    """A letter to members of a congress is addressed to no body."""
    for addressee in ("甲、乙委员", "甲委员并附议人"):
        assert by_name("两位委员：", Genre.PROPOSAL_REPLY, addressee=addressee) == {}
    words = "女士们、先生们，新闻界的朋友们"
    assert by_name(f"{words}：\n大家好。", Genre.PRESS_BRIEFING, addressee=words) == {}
    assert by_name("各用水户、缴费人：", Genre.NOTICE, addressee="各参保人员、缴费人") == {}


NO_NAMES = [
    ("向中央驻滇单位表示感谢。", {"中央驻滇单位"}),
    ("昆明市委常委、副市长出席。", {"昆明市委"}),
    ("国务院领导、中共中央政治局常委出席。", {"中共中央政治局", "中央政治局"}),
    ("教育部、中国残联等部门印发通知。", {"中国残联等部门"}),
    ("昆明市经济增长较快。", {"昆明市"}),
    ("昆明市要素市场发展较快。", {"昆明市"}),
    ("我们的新区要有新气象。", {"我们的新区", "的新区", "新区"}),
]


@pytest.mark.parametrize(("text", "names"), NO_NAMES)
def test_words_that_name_no_body(text: str, names: set[str]) -> None:
    """Persons by their posts, places that have nothing to do and those who are thanked are no bodies."""
    assert not names & set(by_name(text))


def test_mentions_point_at_their_words() -> None:
    """Each mention's span gives the words, also across a line end inside a name."""
    reading = read_text("一、工作\n推动市医疗保\n障局落实，由市财政局负责资金保障，确保按期完成各项任务。\n")
    organizations, mentions = find_organizations(reading)

    assert {mention.organization for mention in mentions} <= {one.name for one in organizations}
    assert "市财政局" in [mention.span.of(reading.document.text) for mention in mentions]


NAMES = [
    ("贯彻中央政治局常委会会议精神。", "中央政治局常委会"),
    ("一些政府部门办事拖拉。", "政府部门"),
    ("压缩党政机关开支。", "党政机关"),
    ("据海关统计，进出口增长一成。", "海关"),
    ("改扩建各级疾控机构用房。", "各级疾控机构"),
    ("由市数字石桥建设专项小组负责统筹。", "市数字石桥建设专项小组"),
    ("教育部、中国残联等部门印发通知。", "中国残联"),
    ("经省打拐办同意，报打拐办备案。", "省打拐办"),
    ("由市某某保险制度试点专项工作领导小组负责统筹。", "市某某保险制度试点专项工作领导小组"),
    ("教育部办公厅印发通知。", "教育部办公厅"),
    ("各设区的市要落实责任。", "各设区的市"),
    ("省、市有关部门要密切配合。", "省、市有关部门"),
    ("市应急委统一领导。", "市应急委"),
    ("请省政府各厅委落实。", "省政府各厅委"),
    ("由新疆生产建设兵团财政局负责。", "新疆生产建设兵团财政局"),
    ("石桥镇财政所开展了自查。", "石桥镇财政所"),
    ("县水利局供排水股参加了会议。", "县水利局供排水股"),
    ("县政府办公室督查室跟踪督办。", "县政府办公室督查室"),
    ("各乡镇农技站已开展培训。", "各乡镇农技站"),
    ("石桥镇党委研究了方案。", "石桥镇党委"),
    ("海关、税务等部门已完成清理。", "海关"),
    ("已将方案报省厅备案，请省厅指导。", "省厅"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_names_of_general_vocabulary(text: str, name: str) -> None:
    """Offices of one task, staff of ministries, levels in a row and classes by level have their full names."""
    assert name in by_name(text)


TOLD = [
    ("发布会由省水利厅、省林业厅联合组织。", "省水利厅", Role.MENTIONED),
    ("项目由省水利厅组织验收。", "省水利厅", Role.LEAD),
    ("水利部运行管理司司长某某某表示，将加快推进。", "水利部", Role.LEAD),  # an official speaks for the body
    ("主办单位：县人民政府办公室\n建设与维护单位：县信息中心\n网站地图", "县人民政府办公室", Role.MENTIONED),
    ("将项目下达至云台镇人民政府作为业主单位实施。", "云台镇人民政府", Role.LEAD),
]


@pytest.mark.parametrize(("text", "name", "role"), TOLD)
def test_whoever_held_a_meeting_leads_nothing(text: str, name: str, role: Role) -> None:
    """A press report tells who held the meeting it is about."""
    assert role in by_name(text, Genre.PRESS_BRIEFING)[name].roles


TEAMS = [
    ("中央第三生态环境保护督察组反馈意见。", "中央第三生态环境保护督察组"),
    ("省委第二巡视组进驻。", "省委第二巡视组"),
    ("省有关部门分别成立督导组。", "省有关部门"),
]


@pytest.mark.parametrize(("text", "name"), TEAMS)
def test_teams_of_inspectors(text: str, name: str) -> None:
    """A team is named by whoever sent it and its number; one that is set up without them has no name."""
    assert list(by_name(text)) == [name]


def test_a_class_with_and_without_every_is_one() -> None:
    """各行业主管部门 and 行业主管部门 are the same offices; 各部门 stays for itself."""
    trying = by_name("建立清单。（市水务局指导，试点城市政府负责落实）\n各试点城市政府要高度重视，各地要配合。")
    assert trying["各试点城市政府"].aliases == ("试点城市政府",)
    found = by_name("各行业主管部门要加强管理，行业主管部门负责审核，各部门要配合。")

    assert found["各行业主管部门"].aliases == ("行业主管部门",)
    assert "各部门" in found


def test_who_edited_a_page_is_not_responsible() -> None:
    """责任编辑 names no body that has to act."""
    assert by_name("【责任编辑:市石桥区】") == {}


def test_an_office_without_its_place_is_the_one_named_before() -> None:
    """打拐办 behind 省打拐办 is another name of it."""
    assert by_name("经省打拐办同意，报打拐办备案。")["省打拐办"].aliases == ("打拐办",)


def test_whoever_is_listed_as_responsible_joins_and_one_in_charge_leads() -> None:
    """责任单位 orders nobody, not even a single one; 牵头单位 and 负责部门 lead."""
    assert by_name("责任单位：市水务局")["市水务局"].roles == (Role.JOINT,)
    assert by_name("（负责部门：水利部、财政部）")["财政部"].roles == (Role.LEAD,)
    assert by_name("牵头单位：市水务局")["市水务局"].roles == (Role.LEAD,)


def test_a_label_of_the_scope_in_a_note_lists_nobody() -> None:
    """适用范围 behind the bodies tells where a measure applies."""
    assert list(by_name("（负责部门：水利部，适用范围：云岭自贸试验区）")) == ["水利部"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("健全机制。（市科委）\n扩大试点。（市教委、市科协）", {"市科委", "市教委", "市科协"}),
        ("健全机制（市教委、市财政局）；\n扩大试点。", {"市教委", "市财政局"}),
        ("健全机制。\n（市数据局）\n扩大试点。\n（各区、市人才局）", {"市数据局", "各区", "市人才局"}),
    ],
)
def test_a_bare_list_in_brackets_at_the_end_of_an_item_is_responsible(text: str, names: set[str]) -> None:
    """（市教委、市财政局） behind an item joins those named to it."""
    assert {name for name, body in by_name(text).items() if Role.JOINT in body.roles} == names


@pytest.mark.parametrize(
    "text",
    [
        "报市发展改革委（市能源局）。\n",
        "执行《水域办法》（水利部、财政部）。\n",
        "各有关部门（市教委、市财政局）。\n",
        "关于桥梁的答复（水利局）\n",
    ],
)
def test_a_bracket_with_another_name_or_a_source_lays_nothing_on_anybody(text: str) -> None:
    """Behind a name, a title or a class the brackets only say who is meant."""
    assert not any(Role.JOINT in body.roles for body in by_name(text).values())


def test_the_civil_affairs_office_of_a_city_is_an_issuer() -> None:
    """市民政局 is an office and speaks of no 市民."""
    found = by_name("石桥市民政局负责。", issuer="石桥市民政局")
    assert Role.ISSUER in found["石桥市民政局"].roles


def test_keywords_name_no_bodies() -> None:
    """A line of keywords of the page is cut from the document's words and its number."""
    assert by_name("本文关键词：水办函，水利部，批复") == {}


def test_members_count_with_what_they_belong_to() -> None:
    """A bare 责任单位 without a duty is no body; all of them and the members of a named group are classes."""
    assert by_name("责任单位名单见附件。") == {}
    assert list(by_name("各成员单位要抓好落实。")) == ["各成员单位"]
    assert list(by_name("由省节水工作领导小组成员单位负责。")) == ["省节水工作领导小组成员单位"]
    assert list(by_name("请中央在澜有关单位配合。")) == ["中央在澜有关单位"]


def test_delegates_asked_for_their_opinion_are_persons() -> None:
    """请市政协各位委员提出意见 speaks to them, and not to the assembly."""
    found = by_name("请予审议，并请市政协各位委员提出意见。")
    assert set(found["市政协"].roles) == {Role.MENTIONED}


def test_whoever_runs_a_site_leads_nothing() -> None:
    """The line at the foot of a page that names its host and its editor gives nobody a duty."""
    found = by_name(
        "做好排水。\n市水务局\n主办:东湖市水务局 承办:东湖市水务局办公室 联系电话:12\n", Genre.PROPOSAL_REPLY
    )

    assert all(not {Role.LEAD, Role.JOINT} & set(one.roles) for one in found.values())


def test_every_place_and_every_office_are_one_class() -> None:
    """各地区各部门 is one class, as it is written; so are the committees of all of them."""
    assert list(by_name("各地区各部门要认真落实。\n")) == ["各地区各部门"]
    assert list(by_name("各地区各部门党委(党组)负责。\n")) == ["各地区各部门党委(党组)"]


def test_an_office_of_the_state_council_in_short() -> None:
    """国新办, 国务院新闻办 and its full name are one body."""
    text = "国务院新闻办公室举行发布会。欢迎出席国务院新闻办发布会。国新办网站转播。\n"

    assert list(by_name(text)) == ["国务院新闻办公室"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("由市委、市政府和县委共同推进。", ["市委", "市政府", "县委"]),
        ("(责任单位：市教育局)   (二)就近安排检测机构，在我市车站服务。", ["市教育局"]),
        ("(责任单位：市司法局、市水务局) 以上措施适用于符合民政部标准的企业。", ["市司法局", "市水务局", "民政部"]),
        ("各机关、企业要明确专人专班负责防控。", []),
        ("严禁政府部门收费，及时报送主管部门。", ["政府部门", "主管部门"]),
        ("主动配合当地价格主管部门工作。", ["当地价格主管部门"]),
        ("引导上市(挂牌)公司披露，向社区(村)报告，加强病区(房)管理。", []),
        ("通过网络随时与总站抢修专家组进行会商。", []),
        ("马鞍山市和县水利局已开工。", ["马鞍山市和县水利局"]),
        ("各设区市政府抓好落实，市政府给予支持。", ["各设区市政府", "市政府"]),
        ("湖州卫生健康委通报了情况。", ["湖州卫生健康委"]),
        ("人行郑州中心支行、中国人民银行郑州中心支行都参加了。", ["中国人民银行郑州中心支行"]),
        ("在市民中心新闻发布厅通报，地方财政总收入8亿元。", []),
        ("区政府各委、办、局、处，各区属机构：", ["区政府各委、办、局、处", "各区属机构"]),
        ("抄送：区人大常委会代工委。", ["区人大常委会代工委"]),
        ("抄送：县人大常委会代表选举工作委员会。", ["县人大常委会代表选举工作委员会"]),
        ("按照市委、市政府部署推进。", ["市委", "市政府"]),
        ("按照地方党委政府要求推进。", ["地方党委政府"]),
        ("当地政府部门予以配合。", ["当地政府部门"]),
        ("国家机关工作人员玩忽职守的，依法处理。", []),
        ("市民不必到办税服务厅办理。", []),
        ("各县（市、区）财政按年度补助，旗财政每年安排5万元。", ["各县(市、区)财政", "旗财政"]),
    ],
)
def test_where_names_begin_and_end(text: str, names: list[str]) -> None:
    """和 joins two bodies unless a county's name stands alone; one body is not a class of them."""
    assert list(by_name(text)) == names


@pytest.mark.parametrize(
    ("addressee", "names"),
    [
        ("各县人民政府，市政府有关委、办、局，各供水单位", {"各县人民政府", "市政府有关委、办、局", "各供水单位"}),
        ("各市人民政府，区直各委、办、厅、局", {"各市人民政府", "区直各委、办、厅、局"}),
        ("市直及驻市各单位，局属各单位", {"市直及驻市各单位", "局属各单位"}),
    ],
)
def test_each_class_among_addressees_is_one(addressee: str, names: set[str]) -> None:
    """A class of bodies that a document is sent to is named whole, lists inside its name included."""
    found = by_name(f"{addressee}：\n请落实。", addressee=addressee)
    assert {name for name, body in found.items() if Role.ADDRESSEE in body.roles} == names


@pytest.mark.parametrize(
    ("duty", "is_addressee"),
    [
        ("各市、县要制定方案。", True),
        ("各地要制定方案。", True),
        ("各设区市政府要制定方案。", False),  # fewer than are addressed
    ],
)
def test_areas_given_a_duty_are_the_addressees_where_their_levels_are(duty: str, is_addressee: bool) -> None:
    """A duty of the cities alone is not one of all whom the document is sent to."""
    addressee = "各市、县人民政府"
    found = by_name(f"{addressee}：\n{duty}", addressee=addressee)
    assert (Role.LEAD in found[addressee].roles) is is_addressee


def test_the_short_name_of_a_commission_is_that_of_its_full_one() -> None:
    """市科委 is 云岭市科学技术委员会, 市经济信息化委 its 经济和信息化委员会."""
    found = by_name(
        "由市科委牵头，市经济信息化委配合。\n云岭市科学技术委员会\n云岭市经济和信息化委员会",
        issuer="云岭市科学技术委员会",
    )
    assert found["云岭市科学技术委员会"].aliases == ("市科委",)
    assert found["云岭市经济和信息化委员会"].aliases == ("市经济信息化委",)


def test_working_together_joins() -> None:
    """Bodies that are told to work together join each other; no first one leads."""
    found = by_name("县教育局、县财政局要密切配合。")
    assert all(Role.JOINT in body.roles for body in found.values())


def test_the_offices_concerned_of_a_level_are_one() -> None:
    """省直有关部门, 省级有关部门(单位) and 省有关部门 are one; those of a city are others."""
    reading = read_text(
        "省有关部门要重视，省直有关部门要配合，省级相关部门（单位）要支持，市有关部门要落实。", Genre.PLAN
    )
    found, _ = find_organizations(reading)
    assert len(found) == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("联系人：养老服务处 某某 电话：000", ["养老服务处"]),
        ("信息来源：局办公室", ["局办公室"]),
        ("如有意见，请与我局规划处联系。", ["规划处"]),
        ("解读单位：城建科", ["城建科"]),
        ("联系人及电话：厅公路处 某工，000", ["厅公路处"]),
        ("联系人：王某科 电话：000", []),  # a person
        ("来源：石桥网站", []),
        ("来源：本站", []),
    ],
)
def test_divisions_to_be_asked_or_that_supplied_the_text(text: str, names: list[str]) -> None:
    """A label of contacts makes a division of a name without an office before it."""
    assert list(by_name(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("在青石库区地质灾害防治工作指挥部统一组织下，监测得到加强。", ["青石库区地质灾害防治工作指挥部"]),
        ("由省水利厅负责灌区改革领导小组办公室工作。", ["省水利厅", "灌区改革领导小组办公室"]),
        ("及时向灌区抢险工作指挥部报告。", ["灌区抢险工作指挥部"]),
        ("该县灌区工作领导小组召开会议，各地领导小组、现场抢险指挥部听取汇报。", []),
        ("成立以校长为组长的节水教育工作领导小组。", []),
    ],
)
def test_groups_by_names_of_their_own(text: str, names: list[str]) -> None:
    """A group is named behind a preposition, a verb or a mark, whatever it does; one of any office is none."""
    assert list(by_name(text)) == names


def test_offices_of_one_level_beside_those_of_all() -> None:
    """省级水利部门 and 各地水利部门 are two where both are named; the department of the state is its office."""
    found = by_name("省级水利部门要加强监测，各地水利部门要排查隐患，水利部门要报告。")
    assert found["各地水利部门"].aliases == ("水利部门",)
    assert "省级水利部门" in found
    found = by_name("国家水利部门负责监督，水利部要加强指导，各省级水利部门要落实。")
    assert found["水利部"].aliases == ("国家水利部门",)
    assert "各省级水利部门" in found
    found = by_name("省级水利管理部门负责统筹，各市（州）水利管理部门负责落实，由所在市（州）水利管理部门备案。")
    assert {"省级水利管理部门", "所在市(州)水利管理部门"} <= set(found)


def test_national_institutions_are_bodies() -> None:
    """Observatories, national centres and the commissions of rivers, beside the committees of a party committee."""
    names = ("中央气象台", "国家气候中心", "长江水利委员会", "市委全面依法治市委员会")
    reading = read_text(f"请{'、'.join(names)}派员参加。", Genre.NOTICE)
    found, _ = find_organizations(reading)
    assert tuple(one.name for one in found) == names


def test_a_town_behind_its_county_is_named_with_it() -> None:
    """左权县某镇党委 is no 镇党委 of the document's own."""
    found = by_name("左权县云水镇党委和巴东县青石坪镇政府要做好安置。")

    assert {"左权县云水镇党委", "巴东县青石坪镇政府"} <= set(found)


def test_short_names_of_the_issuer() -> None:
    """What leaves characters of the issuer's name out is the issuer; other offices of its place are not."""
    text = "来源：石桥市人民政府新闻办公室\n市政府新闻办举行发布会，市政府办、市委出席。"
    found = by_name(text, Genre.PRESS_BRIEFING, issuer="石桥市人民政府新闻办公室")
    assert Role.ISSUER in found["石桥市人民政府新闻办公室"].roles
    assert len(found) == 3
    text = "石桥市文化广电旅游和体育产业局\n市文广旅体局将会同市文物局、市体育局建设场馆。"
    found = by_name(text, issuer="石桥市文化广电旅游和体育产业局")
    assert found["石桥市文化广电旅游和体育产业局"].aliases == ("市文广旅体局",)
    assert {"市文物局", "市体育局"} <= set(found)
    found = by_name("石桥市农业农村局\n市农业局印发通知，市农业农村局转发。", issuer="石桥市农业农村局")
    assert "市农业局" in found  # the table parts them


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("邀请市水务局灌溉科科长某某介绍。", ["市水务局", "市水务局灌溉科"]),
        ("出席的还有：市住建局审批办主任某某。", ["市住建局", "市住建局审批办"]),
        ("有疑问请同省水利厅灌溉处联系。", ["省水利厅灌溉处"]),
    ],
)
def test_divisions_and_their_heads(text: str, names: list[str]) -> None:
    """A division named with its head stands for its office too."""
    assert list(by_name(text, Genre.PRESS_BRIEFING)) == names


def test_who_answers_takes_the_proposal_on() -> None:
    """该提案由我局主办 makes the one that answers lead; the account of what 我局 did does not."""
    issuer = "石桥市水务局"
    found = by_name("该提案由我局主办。", Genre.PROPOSAL_REPLY, issuer=issuer)
    assert found[issuer].roles == (Role.ISSUER, Role.LEAD)
    found = by_name("由我局主办的论坛已经结束。", Genre.PROPOSAL_REPLY, issuer=issuer)
    assert found[issuer].roles == (Role.ISSUER,)


def test_prefectures_without_their_peoples_are_places() -> None:
    """怒江州 is the prefecture, and its government is not that of the document's own one."""
    assert "怒江州人民政府" in by_name("抄送：省财政厅，怒江州人民政府。", issuer="云南省交通运输厅")


def test_whoever_decides_first_does_not_promise() -> None:
    """What the one that answers will do, once another body has decided, is none of that body's duties."""
    text = "省政府办公厅正在研究深化养护体制改革的相关意见，待省里意见出台后，我局将抓紧起草方案。"
    assert by_name(text, Genre.PROPOSAL_REPLY)["省政府办公厅"].roles == (Role.MENTIONED,)


def test_whom_one_helps_in_a_reply_joins() -> None:
    """A class of offices that is helped leads in a reply no more than in a plan."""
    assert by_name("下一步，配合各部门抓好管理。", Genre.PROPOSAL_REPLY)["各部门"].roles == (Role.JOINT,)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("国务院自由贸易港工作领导小组办公室负责协调。", ["国务院自由贸易港工作领导小组办公室"]),
        ("由自贸试验区相关职能部门审批。", ["自贸试验区相关职能部门"]),
        ("由高新区各有关单位审批。", ["高新区各有关单位"]),
        ("由昆明市有关部门审批。", ["昆明市有关部门"]),
        ("有关省（区、市）人民政府要加强领导。", ["有关省(区、市)人民政府"]),
        ("请有关市水利局抓紧整改。", ["有关市水利局"]),
        ("各有关省（市）要加强领导。", ["各有关省(市)"]),
        ("有关地方应优先安排用地。", ["有关地方"]),
        ("省、自治区、直辖市人民政府负责防治工作。", ["省、自治区、直辖市人民政府"]),
        ("省、自治区、直辖市水利部门应当公布名单。", ["省、自治区、直辖市水利部门"]),
        ("由省级及以上水利部门确定。", ["省级及以上水利部门"]),
        ("由常委会预算工作委员会负责。", ["常委会预算工作委员会"]),
        ("由全国人大常委会法制工作委员会负责。", ["全国人大常委会法制工作委员会"]),
        ("落实中央人大工作会议精神。", []),
        ("移交纪检监察、审计部门处理。", ["纪检监察", "审计部门"]),
        ("（三）完成水旱灾害应急工作指挥部交办的任务。", ["水旱灾害应急工作指挥部"]),
        ("有关省级抗旱应急指挥部应立即研究。", ["省级抗旱应急指挥部"]),
        ("发挥国家级蔬菜交易中心作用。", []),
        ("中国石桥储备粮管理总公司负责调运。", ["中国石桥储备粮管理总公司"]),
        ("支持中国石桥粮食集团有限公司发展。", []),
    ],
)
def test_names_are_cut_at_their_words(text: str, names: list[str]) -> None:
    """Names begin with the words that say whose or which office it is, and hold words like 自由 whole."""
    assert list(by_name(text)) == names


def test_firms_of_a_place_or_the_state_are_responsible() -> None:
    """A firm or association named with its place beside offices in a list counts; classes of the market do not."""
    text = "责任单位：省水利厅、省水务集团、省水利协会、中国石桥铁塔公司、省属企业、省级医院、各供水公司"
    assert list(by_name(text)) == ["省水利厅", "省水务集团", "省水利协会", "中国石桥铁塔公司"]


def test_a_committee_of_an_assembly_with_and_without_it_is_one() -> None:
    """常委会预算工作委员会 is the 预算工作委员会 of the same document."""
    found = by_name("由常委会预算工作委员会负责。预算工作委员会要加强监督。")
    assert list(found) == ["常委会预算工作委员会"]
