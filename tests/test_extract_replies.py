"""What replies to proposals say without words of tense: why a thing is not done, what was asked, what was tried."""

from __future__ import annotations

import pytest

from corpus import Achievement, Commitment, Genre, QuotedDuty, Role
from extract.bodies.acting_bodies import follow_actors
from extract.bodies.departments import find_organizations
from extract.statements.find import find_statements
from extract.times.dates import find_times
from tests.readings import read_text

_LETTER = {Commitment: "C", Achievement: "A", QuotedDuty: "Q"}


def letters(text: str, **metadata: str) -> str:
    """C, A or Q for each statement of a reply, in order."""
    reading = read_text(text, Genre.PROPOSAL_REPLY, **metadata)
    _, mentions = find_organizations(reading)
    return "".join(_LETTER[type(fact)] for fact in find_statements(reading, find_times(reading), mentions, ()))


SENTENCES = [
    # behind an account, so that what says nothing of tense would be one
    ("您对节水的意义作了深刻阐述，准确指出了管护的短板。", ""),
    ("您提出的开通班车的建议可以方便村民，缓解了压力。", ""),
    ("这与我们了解的情况十分吻合，需要我们拿出办法加以解决。", ""),
    ("要将老手艺传下去，需要更多匠人参与。", ""),
    ("水文站已列入名录，并于今年择期揭牌。", "C"),
    ("护林员工作在一线，付出了大量心血。", ""),
    ("县委、县政府历来高度重视村组干部待遇问题。", ""),
    ("连年干旱致使部分农户灌溉困难，情况是客观存在的。", ""),
    ("我们水务部门会向上反映您的意见。", "C"),
    ("局党组专题研究，提出了下一步工作建议，形成一致意见。", "A"),
    ("班车实载率极低，经营严重亏损。", ""),
    ("对以上答复您有什么意见，请及时评价。", ""),
    ("市长在主持会议时强调要大力治理内涝，确保全覆盖。", "Q"),
    ("我省先后出台《节水方案》，提出更高要求。", "A"),
    ("国办印发《节水方案》，要求梯次推进。", "Q"),
    ("今年以来积极改造环线道路，提升品质。", "A"),
    ("由于水源条件限制，无法新增供水点。", ""),
    ("由于资金不足，难以一次改造到位，我局将分步实施。", "C"),
    ("大部分支渠还没有连成片，浇地要排队。", ""),
    ("清淤项目目前尚未启动，经费很难落实。", ""),
    ("尚未通水的村已全部装上水箱。", "A"),
    ("土渠灌溉效率低下，而且水量损失很大。", ""),
    ("目前，水权转让的办理实施涉及多个方面，如登记涉及县水务局。", ""),
    ("村民不得不靠肩挑背驮运送化肥。", ""),
    ("一、您这一提案提得很好，可见您对灌溉的关切。", ""),
    ("以上是我局关于加固河堤建议的答复。", ""),
    ("以上方面，是我们对您意见的答复，恳请您继续关注。", ""),
    ("此件由石桥市水务局办理，联系人另行告知。", ""),
    ("承办负责人：办公室负责人。", ""),
    ("修好支渠，对粮食增产具有支撑作用。", ""),
    ("为丰富村民生活，有效提高健康水平。", ""),
    ("渠系建设的内容主要包括清淤、衬砌和配套建筑物。", ""),
    ("雨天积水很深，希望这条水渠能得到整修。", ""),
    ("我们会按照有关要求，不断改进服务。", "C"),
    ("我局一定认真吸纳您的意见，改进供水服务。", "C"),
    ("省水利厅等部门都将石桥县列为节水县，上年补助资金90万元。", "A"),
    ("闸房年久失管，致使水闸无人看守，水量大量浪费。", ""),
    ("您所说的漏水情况的确存在。", ""),
    ("支渠两侧的林木权属不明。", ""),
    ("但部分乡镇渠道垮塌事故仍然时有发生。", ""),
    ("部分渠首管理不严，没有尽到巡查责任。", ""),
    ("入汛后又相继发生两起渠道垮塌事故。", ""),
    ("全年发生渠道垮塌事故2起，同比下降40%。", "A"),
    ("塘坝是山区的水缸，关系春耕用水。", ""),
    ("党的十九大报告提出加快实施流域综合治理。", "Q"),
    ("全省农村供水工作会议强调，要完善管护机制。", "Q"),
    ("省委十届六次全会明确要求健全水价机制。", "Q"),
    ("代表团提出南河是全县的命脉，近年来淤积严重。", "Q"),
    ("我局十分赞同您提出的尽快清淤的建议。", ""),
    ("您提出的提案我局非常重视，我们认真研究了您的提案。", ""),
    ("我局对您的提案进行了认真研究，提案中实事求是地指出了问题，提出了很好的建议。", ""),
    ("我局对您的提案进行了认真研究，今年清淤渠道12公里。", "A"),
    ("我局今年还启动了供水条例评估工作，这将为修订条例提供支持。", "A"),
    ("这些做法与群众的期盼有较大差距。", ""),
    ("严禁向渠道倾倒垃圾。", "C"),
    ("根据立法计划，我局起草了《节水条例（送审稿）》并送审。", "A"),
    ("“十四五”时期是极不寻常、极不平凡的时期。", ""),
    ("条件具备后，把支渠并入灌区统一管护。", "C"),
    ("修编供水规划时认真吸纳委员的建议。", "C"),
    ("今年的重点任务包括改造干渠、配套量水设施。", "C"),
    ("国务院办公厅印发的意见提出，灌区要逐步实行分档水价。", "Q"),
    ("目前建议石桥镇人民政府管好现有供水设施。", "C"),
    ("建议发动群众修缮现有水渠。", "C"),
    ("局主要领导两次专题研究，定下了整治思路。", "A"),
    ("您在建议中要求补足2029年的清淤资金，我局将积极向上级汇报。", "C"),
    ("您在建议中要求补足2029年的清淤资金。", "Q"),
    ("一是关于建议加固河堤的建议。", ""),
    ("经调研核实，该渠狭窄，淤泥较多，水质量差。", ""),
    ("经调研核实，该渠狭窄，淤泥较多，已清淤两次。", "A"),
    ("您反映的问题不属于我局职责范围。", ""),
    ("我局完全同意您提出的修渠建议。", ""),
    ("今年县政府又将支渠清淤项目纳入了重点项目。", "A"),
    ("《用水管理方案》（某政发〔2030〕4号）下发，再次明确要求用水单位必须登记。", "Q"),
    ("按照《用水管理办法》文件，明确要求用水单位必须登记。", "Q"),
    ("2029年，国务院办公厅先后印发《节水意见》和《农田水利建设通知》，要求各地落实管护责任，防止渠道荒废。", "Q"),
    ("2029年4月，省政府印发了《全省渠道管护办法》，明确县级人民政府负责落实经费。", "Q"),
    ("2029年4月，我局印发了《石桥市渠道管护办法》，明确了管护标准。", "A"),
    ("2029年，水务部出台了《农村供水改革意见》（水农〔2029〕4号），提出到2031年左右初步形成管护模式。", "Q"),
    ("2029年，印发《关于供水服务的意见》，部署各地“供水站应结合用水规模，增设取水点”。", "Q"),
    ("2027年、2029年在供水工作要点中，均再次要求“会同各县，做好水站布局和建设”。", "Q"),
    ("费用方面，根据供用水法和现行政策，用水户与水站签订合同的，应按期缴纳水费。", "Q"),
    ("修渠既需要各级从上到下组织，也需要村民共同配合。", ""),
    ("我局认为这将极大地方便用水群众。", ""),
    ("您关于私接水管的分析和建议对我局开展工作有借鉴意义。", ""),
    ("近年来，私接水管现象时有发生并引起关注，市政府高度重视；", ""),
    ("近年来，私接水管现象时有发生，我局已开展整治。", "A"),
    ("该渠属于村级渠道，目前财政投入尚不能覆盖这一层级。", ""),
    ("从全市来看，节水教育仍处在起步阶段。", ""),
    ("由于修建较早，老渠大多没有闸门，分水很不便。", ""),
    ("在节水工程启动之时，就将石桥镇、柳坝镇列入实施区域。", "A"),
    ("青石河作为重要的生态屏障，在全省发展中具有十分重要的地位。", ""),
    ("我局每月定期将用水情况函告各镇政府。", "A"),
    ("你单位分析了用水现状，总结了问题，提出了建议，具有重要参考价值。", ""),
    ("这些措施将进一步方便群众反映用水问题。", ""),
    ("建议中提出“加强渠道基础设施建设，落实好‘村村通水’工程”。", "Q"),
    ("高标准灌区建设项目选址要满足集中连片，禁止在保护区内建设。", "Q"),
    ("我局在申报项目时需要满足集中连片的条件，将加快推进。", "C"),
    ("根据文件要求，我局完成《石桥渠整治可行性研究报告》编制，治理范围为干渠。", "A"),
]


@pytest.mark.parametrize(("sentence", "kind"), SENTENCES)
def test_sentences_behind_an_account(sentence: str, kind: str) -> None:
    """What a sentence without a word of tense is, does not come from the account before it alone."""
    assert letters(f"近年来，全市已建成供水站12座。{sentence}") == "A" + kind


PASSAGES = [
    ("2029年，水务部印发了《农村供水意见》。在水质方面，要求各地细化检测内容。要求各地开展试点。", "AQQ"),
    ("2029年6月，供用水法修订草案提请审议。其中在完善程序基础上增加规定：对私接水管，水站不得隐瞒。", "AQ"),
    (
        "2029年，国务院办公厅印发《节水意见》，要求各地落实责任。严禁占用渠道，严禁围渠造田。目前，我市已建渠三条。",
        "QQA",
    ),
    ("《某办法》第三条规定：村级水站不得对外经营。水站对外收费的，由水务部门责令停止，限期改正。", "QQ"),
    ("《某办法》第四条规定：一类水站，每年补助3万元；二类水站，每年补助2万元。该办法的出台，提高了补助标准。", "QQA"),
    (
        "一是将节水纳入培训，2029年培训渠工400余人次；二是各站设安全员，实时掌握水情；三是加强联动，力争年内覆盖。",
        "AAC",
    ),
]
"""Paragraphs whose sentences go on with what was told before."""


@pytest.mark.parametrize(("text", "kinds"), PASSAGES)
def test_what_papers_ask_goes_on_through_a_paragraph(text: str, kinds: str) -> None:
    """What a paper demands, and a list of what was done, goes on in sentences that name neither again."""
    assert letters(f"{text}\n") == kinds


def test_what_was_tried_is_told_before_what_came_of_it() -> None:
    """In a paragraph that goes on with an account, or turns to what is next, acts without a word of tense are told."""
    tried = "采取集中培训的方式，持续推动护渠队规范管理。"
    assert letters(tried + "截至目前，全市已建护渠队30支。") == "AA"
    assert letters(tried) == ""
    assert letters(tried + "下一步，我局将扩大范围。") == "AC"
    assert letters(tried + "\n截至目前，全市已建护渠队30支。") == "A"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("市水务局依据渠道管护任务，确定三个乡镇先行整治。", "A"),
        ("遴选组建首届全市用水户协会指导委员会。", "A"),
        ("支持农户采用节水灌溉，增强抗旱能力，减轻用水压力。", "A"),
        ("“十四五”期间，在灌区设立节水试验项目。", "A"),
        ("近处的灌渠由镇政府管护，远处的由村里管护。", ""),
        ("石桥镇位于灌区下游，灌溉对粮食生产作用很大。", ""),
    ],
)
def test_what_an_answer_does_before_it_turns_to_what_is_next(sentence: str, kind: str) -> None:
    """Told without any word of tense, it was done; what a place is or who has a duty is no deed."""
    text = f"一、加强渠道管护\n{sentence}\n下一步，我局将继续加大管护力度。\n"
    assert letters(text, as_of="2025-06-01") == kind + "C"


def test_a_heading_of_organization_lays_nothing_down() -> None:
    """强化组织部署 heads an account as well as a plan; 下一步工作部署 heads a plan."""
    told = "各镇成立护渠专班，推动落实管护责任。先后召开推进会8次。"
    assert letters(f"一、强化组织部署。\n{told}\n二、全面摸排。\n略。") == "AA"
    assert letters(f"一、下一步工作部署\n{told}\n二、其他\n略。")[0] == "C"


def test_what_a_lead_in_says_of_its_items() -> None:
    """开展了以下工作。 leads in an account, 解决方法如下: what is to be done."""
    items = "一、加大宣传力度\n利用广播、电视，宣传节水的好处。\n二、加强巡查\n县政府成立护渠小组，明确责任到人。"
    assert letters(f"针对您的建议，我们主要开展了以下工作。\n{items}") == "AA"
    items = "1.在公园等场所，加大巡查力度；\n2.增设告示牌，进行宣传教育；"
    assert letters(f"针对上述问题，制定如下工作方案：\n{items}") == "CC"


def test_points_go_on_as_the_first() -> None:
    """What 一是 plans, 二是 plans too, whatever was told between."""
    text = "下一步，我局将在资金紧张的情况下，一是修建北街的排水管道。该项目现已完成勘测。"
    text += "二是努力修补设施。修复原有水渠，恢复排水功能。"
    assert letters(text) == "CAC"


def test_a_lead_in_before_the_first_heading_leads_all_of_them() -> None:
    """下一步,…将采取以下措施: what follows under 一、 and 二、 is to be done."""
    items = "一、加大清淤力度。\n通过项目资金，加大对支渠的支持力度。\n二、加强管护。\n广泛开展护渠活动，提高管护水平。"
    assert letters(f"下一步，我局将采取以下措施进一步做好供水工作，改善民生。\n{items}") == "CCC"
    assert letters(f"我局一直重视供水工作，先后印发两个方案。\n{items}").count("C") == 0


def test_an_answer_in_one_line_with_its_opening() -> None:
    """What was received is no account; what follows 如下: is judged by itself."""
    opening = "某委员：您提出的《关于修渠的提案》收悉，首先感谢您对我市工作的关心，现回复如下："
    assert letters(opening + "一是关于建议加固河堤的建议。") == ""
    assert letters(opening + "近年来，全市已建成供水站12座。") == "A"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2029年大旱，30年上半年少雨。", [("2029", "2029"), ("2030-01", "2030-06")]),
        ("围绕3月22日世界水日、6月安全生产月开展宣传。", [None, None]),
        ("全市体育馆全年全天候开放。", []),
        ("“六五”环境日期间开展宣传。", []),
        ("我县举办全民健身活动，5月8日全部完成。", [("2031-05-08", "2031-05-08")]),
    ],
)
def test_times_of_replies(text: str, expected: list[tuple[str, str] | None]) -> None:
    """Years of two digits before a part of the year; named days come each year; 全年 may tell how long."""
    found = find_times(read_text(text, Genre.PROPOSAL_REPLY, as_of="2031-06-01"))
    assert [one.period and (str(one.period.start), str(one.period.end)) for one in found] == expected


def test_the_day_and_place_that_a_page_shows_are_no_times() -> None:
    """今天是 at the head of a page and 您现在所在的位置 tell nothing of the document."""
    text = "今天是：\n您现在所在的位置：首页\n石桥市水务局的答复\n现在，渠道已修好。\n"
    assert [text[one.span.start : one.span.end] for one in find_times(read_text(text, as_of="2029-05-01"))] == ["现在"]


def test_a_date_alone_on_a_line_of_the_head_is_no_deadline() -> None:
    """• 2031-06-11, whose label is lost, dates the page."""
    text = "• 市水务局\n• 2031-06-11\n关于第3号建议的答复\n"
    assert [one.role.value for one in find_times(read_text(text, as_of="2031-05-23"))] == ["event"]


def test_the_year_of_a_programme_is_no_deadline() -> None:
    """已纳入2032年大修项目: the programme is of that year; nothing is due by it."""
    reading = read_text("我局已将该渠纳入2032年大修项目，待下达后及时实施。", Genre.PROPOSAL_REPLY, as_of="2031-06-01")
    assert [one.role.value for one in find_times(reading)] == ["period"]


def test_bodies_of_replies() -> None:
    """Names that a reply's head and opening bear, whatever stands before them."""
    text = (
        "对政协某县第十届委员会提案，我们已跟上级相关部门沟通，由县水利工程管理服务中心负责建设，"
        "转县交通运输综合行政执法局。"
    )
    names = {one.name for one in find_organizations(read_text(text, Genre.PROPOSAL_REPLY))[0]}
    assert names == {"政协某县第十届委员会", "上级相关部门", "县水利工程管理服务中心", "县交通运输综合行政执法局"}
    text = "莫旗文化和旅游局\n我局负责文化馆的开放。"
    organizations, _ = find_organizations(read_text(text, Genre.PROPOSAL_REPLY, issuer="莫旗文化和旅游局"))
    assert [(one.name, one.aliases) for one in organizations] == [("莫旗文化和旅游局", ("我局",))]


def test_bodies_that_are_moved_to_act_have_a_part() -> None:
    """Whoever a reply moves to act is a department with a role, known to a table or not; classes are none."""
    text = "我局将协调石桥镇政府、县水务局对渠道进行改造，并会同县交管大队整治车辆。\n"
    reading = read_text(text, Genre.PROPOSAL_REPLY)
    organizations, mentions = find_organizations(reading)
    statements = find_statements(reading, find_times(reading), mentions, ())
    found, places = follow_actors(reading, organizations, mentions, statements)
    roles = {one.name: [role.value for role in one.roles] for one in found}

    assert roles["石桥镇政府"] == roles["县水务局"] == roles["县交管大队"] == ["joint"]
    assert [one.span.start for one in places] == sorted(one.span.start for one in places)
    notice = read_text(text, Genre.NOTICE)
    assert follow_actors(notice, organizations, mentions, statements) == (organizations, mentions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("经县财政局、县林业局会办，现答复如下：", {"县财政局": ["joint"], "县林业局": ["joint"]}),
        (
            "县水利局、会同县商务委、县住房城乡建委、县规划资源委到场核查。",
            {"县商务委": None, "县住房城乡建委": None},
        ),
        ("今年县政府将清淤项目列为民生实事。", {"县政府": ["mentioned"]}),
        ("每季度组织管护员联合县应急局、县水务局开展检查。", {"县应急局": ["joint"], "县水务局": ["joint"]}),
        ("由县政府办公室和县政协提案委交办的提案。", {"县政府办公室": ["mentioned"]}),
        ("现结合县财政局的协办意见，答复如下：", {"县财政局": ["consulted"]}),
        ("我局将征询上级主管部门，研究补助办法。", {"上级主管部门": ["consulted"]}),
        ("与水利、农业、渠道管理等部门共同负责。", {"水利": None, "农业": None, "渠道管理": None}),
        ("多次赴省厅沟通，向上级部门争取项目。", {"省厅": ["mentioned"], "上级部门": ["mentioned"]}),
        ("建立管护机制，水务、农业等部门组成护渠工作领导小组。", {"水务": ["joint"], "农业": ["joint"]}),
        ("取消取水许可行业主管部门的权限。", {"行业主管部门": ["mentioned"]}),
    ],
)
def test_roles_in_replies(text: str, expected: dict[str, list[str] | None]) -> None:
    """会办 joins; 会同 before 县 is no county; 将…列为 lays nothing on anybody; 商 of 商品 consults nobody."""
    found = {
        one.name: [role.value for role in one.roles] for one in find_organizations(read_text(text, Genre.NOTICE))[0]
    }
    for name, roles in expected.items():
        assert name in found
        assert roles is None or found[name] == roles


RECOUNTED = [
    # text of a reply, name, roles
    ("村内道路由县住建局组织实施，已建成三条。", "县住建局", (Role.MENTIONED,)),
    ("村内道路将由县住建局组织实施，2031年建成三条。", "县住建局", (Role.LEAD,)),
    ("《条例》第三条规定：违反规定的，由民政部门责令改正。", "民政部门", (Role.MENTIONED,)),
    ("县水务局会同县财政局出台了补贴办法。", "县水务局", (Role.LEAD,)),
    ("2030年，由各区承担了试点任务。", "各区", None),  # areas are listed where they have a duty
]


@pytest.mark.parametrize(("text", "name", "roles"), RECOUNTED)
def test_who_led_before(text: str, name: str, roles: tuple[Role, ...] | None) -> None:
    """In a reply nobody leads in what was done or in a rule recounted, but whoever brought others together."""
    reading = read_text(text + "\n", Genre.PROPOSAL_REPLY, as_of="2031-03-15")
    organizations, mentions = find_organizations(reading)
    statements = find_statements(reading, find_times(reading), mentions, ())
    found, _ = follow_actors(reading, organizations, mentions, statements)

    assert {one.name: one.roles for one in found}.get(name) == roles


@pytest.mark.parametrize(
    "lead",
    [
        "县领导高度重视，并安排专人研究办理，现将办理有关情况复函如下：",
        "目前工作进展情况如下：",
        "现将有关情况告知如下：",
    ],
)
def test_a_lead_in_of_a_letter_lists_no_cases(lead: str) -> None:
    """What stands behind 情况如下 is the answer, not the cases of a rule."""
    assert letters(f"{lead}\n我局已修复渠道3公里。\n我局将继续做好管护。\n") == "AC"


def test_what_is_planned_first_is_no_account_of_the_work_under_way() -> None:
    """A plan whose design is under way is still a plan."""
    planned = "我局结合资金额度，计划先利用灌区资金，启动干渠至水厂段管网建设，目前正在进行勘察设计；"
    assert letters(f"{planned}\n") == "C"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("用水户名单从6月15日起公开征集，为期一个月。", "C"),
        ("用水户名单从3月15日起公开征集，为期一个月。", "A"),
        ("《石桥县用水办法》已经公布，自7月1日起施行。", "A"),
    ],
)
def test_what_begins_behind_the_day_of_an_account_is_promised(sentence: str, kind: str) -> None:
    """Under 工作开展情况 a day to come tells what will be done, but not since when a paper holds."""
    text = f"一、工作开展情况\n干渠已整修完毕。{sentence}\n二、下一步打算\n继续整修支渠。\n"
    assert letters(text, as_of="2030-05-01") == f"A{kind}C"
