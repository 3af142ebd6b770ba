"""What is promised, what is done, what another document demands, and what is none of these."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import Achievement, Commitment, Genre, QuotedDuty, Span, Statement
from extract.bodies.departments import find_organizations
from extract.indicators.find import find_indicators
from extract.reading import Reading
from extract.statements.find import find_statements
from extract.times.dates import find_times
from tests.readings import read_text

LETTER = {Commitment: "C", Achievement: "A", QuotedDuty: "Q"}


def facts_of(reading: Reading) -> tuple[Statement, ...]:
    """The statements of a reading, with its own times and bodies."""
    times = find_times(reading)
    _, mentions = find_organizations(reading)
    return find_statements(reading, times, mentions, ())


def kinds(text: str, genre: Genre, **metadata: str) -> list[tuple[str, str]]:
    """C, A or Q with the words of each statement."""
    reading = read_text(text, genre, **metadata)
    return [(LETTER[type(fact)], fact.span.of(text)) for fact in facts_of(reading)]


SENTENCES = [
    # genre, sentence of a text without headings, kind
    (Genre.PROPOSAL_REPLY, "下一步，我们将扩大试点范围。", "C"),
    (Genre.PROPOSAL_REPLY, "目前，全市已建成服务站12个。", "A"),
    (Genre.PROPOSAL_REPLY, "截至2022年底，累计办理业务3万件。", "A"),
    (Genre.PROPOSAL_REPLY, "《石桥省节水条例》中明确提出，各单位应当节约用水。", "Q"),
    (Genre.PROPOSAL_REPLY, "节水是一项重要的民生工程。", ""),
    (Genre.PROPOSAL_REPLY, "感谢您对节水工作的关心和支持。", ""),
    (Genre.PROPOSAL_REPLY, "现答复如下：", ""),
    (Genre.PROPOSAL_REPLY, "必将对节水工作起到积极的推动作用。", ""),
    (Genre.PROPOSAL_REPLY, "在水价方面，《石桥省节水条例》规定，水价应当听证。", "Q"),
    (Genre.PROPOSAL_REPLY, "下一步，我局将对目前暂不具备改造条件的小区加强指导。", "C"),
    (Genre.PROPOSAL_REPLY, "省水务厅印发《节水通知》，对用水台账提出了明确要求。", "Q"),
    (Genre.PROPOSAL_REPLY, "一是下发了《节水通知》，明确了台账的任务和要求。", "A"),
    (Genre.OTHER, "3月20日，市水务局出具审核意见。", "A"),
    (Genre.OTHER, "全县节水实事计划总投资20亿元，一季度实际完成投资11亿元。", "A"),
    (Genre.OTHER, "管护责任书均将巡查内容纳入其中，共12项。", ""),
    (Genre.PLAN, "节水改造项目，截至3月底，累计完成改造30处。", "A"),
    (Genre.PROPOSAL_REPLY, "该渠年初即列入整修计划，积极争取资金20万元。", "A"),
    (Genre.OTHER, "经梳理，市水务局共有管理文件12件，其中拟废止3件。", "A"),
    (Genre.OTHER, "会议集中学习了节水条例，安排部署下步工作。", ""),
    (Genre.PRESS_BRIEFING, "3月2日，石桥市出台《关于支持春灌的若干措施》，提出12条政策举措。", "A"),
    (Genre.PRESS_BRIEFING, "3月2日，石桥市出台《关于支持春灌的若干措施》，提出各镇要抓紧清淤。", "Q"),
    (Genre.PLAN, "按照县委部署，我们将做好以下工作。", ""),
    (Genre.NOTICE, "各单位要建立用水台账。", "C"),
    (Genre.NOTICE, "现将《节水方案》印发给你们，请认真贯彻执行。", "C"),
    (Genre.NOTICE, "特此通知。", ""),
    (Genre.NOTICE, "（此件公开发布）", ""),
    (Genre.NOTICE, "联系人：节水办公室；", ""),
    (Genre.PLAN, "为加强节水工作，制定本方案。", ""),
    (Genre.PLAN, "一是健全用水台账。", ""),  # a lead-in of what follows
    (Genre.MEASURES, "本办法所称用水单位，是指在石桥市取水的单位。", ""),
    (Genre.MEASURES, "用水单位应当安装计量设施。", "C"),
    (Genre.PRESS_BRIEFING, "全省新增节水器具2万套。", "A"),
    (Genre.PRESS_BRIEFING, "年底前将完成全部改造任务。", "C"),
    (Genre.NOTICE, "（二）石桥市水务局令第3号第五条明确：用水单位包括机关和企业。", "Q"),
    (Genre.NOTICE, "要按照《节水条例》第五条规定，落实各项制度。", "C"),
    (Genre.NOTICE, "（一）时间：2030年3月5日上午9时。", ""),
    (Genre.NOTICE, "组长：市水务局主要负责人。", ""),
    (Genre.NOTICE, "石桥市水务局定于2030年7月组织节水考核。", "C"),
    (Genre.NOTICE, "供水紧急状态分为一级和二级两级。", ""),
    (Genre.REPORT, "过去的一年，我们攻坚克难、砥砺前行，较好完成了节水任务。", "A"),
    (Genre.PLAN, "打铁必须自身硬。", ""),
    (Genre.PLAN, "水源优则全县优。", ""),
    (Genre.PROPOSAL_REPLY, "县水务局已将符合条件的用户纳入补贴范围，按规定报销。", "A"),
    (Genre.PROPOSAL_REPLY, "因涉及规划调整，目前暂不具备实施条件。", ""),
    (Genre.PROPOSAL_REPLY, "目前，全市有21所学校开设节水课程。", "A"),
    (Genre.PROPOSAL_REPLY, "根据来信，我局召开专题会议，明确相关要求。", "A"),
    (Genre.PROPOSAL_REPLY, "市财政安排专项资金200万元，支持管网改造。", "A"),
    (Genre.PROPOSAL_REPLY, "老城区管网老旧，历史欠账多，改造难度大。", ""),
    (Genre.PROPOSAL_REPLY, "您提出的节水建议很有针对性。", ""),
    (Genre.REPORT, "向所有帮助石桥修渠的乡亲，表示诚挚的感谢！", ""),
    (Genre.REPORT, "这些问题，必须列出清单，限期整改到位。", "C"),
    (Genre.REPORT, "石桥市委全会部署了五件大事。", ""),
    (Genre.REPORT, "以上指标安排留有余地，也兼顾了需要。", ""),
    (Genre.REPORT, "完成上述目标，有干部群众的热情。", ""),
    (Genre.REPORT, "具体要抓好5个方面重点工作。", ""),
    (Genre.REPORT, "农业用水总体稳定。", "A"),
    (Genre.PRESS_BRIEFING, "县政府工作报告提出，石桥要降低用水量。", "Q"),
    (Genre.PROPOSAL_REPLY, "现将有关情况回复如下：县水务局制定了整治方案，并开展了巡查。", "A"),
    (Genre.PLAN, "节水条例是水资源管理的重要依据。", ""),
    (Genre.PROPOSAL_REPLY, "三是继续加大巡查力度，确保供水安全。", "C"),
    (Genre.PROPOSAL_REPLY, "按照省政府部署，我局正在牵头研究制定《石桥省节水管理办法》。", "C"),
    (Genre.PROPOSAL_REPLY, "今年，我局将旧管网改造列入年度工作要点，开展了多次走访。", "A"),
    (Genre.PROPOSAL_REPLY, "近几个月来，我局走访用水单位，征求各方面意见。", "A"),
    (Genre.PROPOSAL_REPLY, "关于节水设施建设，我局高度重视。", ""),
    (Genre.PROPOSAL_REPLY, "建设节水展览馆的建议很好，需要各方共同努力。", ""),
    (Genre.PROPOSAL_REPLY, "对此，我们一定倾听意见，逐项加以改进。", "C"),
    (Genre.PRESS_BRIEFING, "如果管网出现破损，首先要关闭阀门。", "C"),
    (Genre.PRESS_BRIEFING, "石桥市水务局副局长提醒：用水前请先检查阀门。", ""),
    (Genre.PRESS_BRIEFING, "“这项办法的推行，将有助于节约用水。", ""),
    (Genre.PRESS_BRIEFING, "全市水表校验将免收上门费。", "C"),
    (Genre.PRESS_BRIEFING, "因为起始时间不同，所以各区有所区别。", ""),
    (Genre.REPORT, "从石桥来看，目前正处于灌区改造的攻坚期。", ""),
    (Genre.PRESS_BRIEFING, "目前仍处于秋汛期，我们将加强水库巡查，确保安全度汛。", "C"),
    (Genre.PRESS_BRIEFING, "目前，石桥正处于秋汛期的关键阶段。", ""),
    (Genre.PRESS_BRIEFING, "再生水是城市第二水源。", ""),
    (Genre.PLAN, "未来五年是石桥补齐供水短板的关键时期。", ""),
    (Genre.NOTICE, "当前是春灌用水的关键时期，各镇要错峰取水。", "C"),
    (Genre.REPORT, "做好2030年节水工作，任务艰巨、责任重大。", ""),
    (Genre.REPORT, "我们要在县委的坚强领导下，为完成全年任务而努力奋斗！", ""),
    (Genre.PROPOSAL_REPLY, "您提出的节水建议很好，我们将认真研究吸纳。", "C"),
    (Genre.PROPOSAL_REPLY, "市发改委已完成水价调整的成本监审。", "A"),
    (Genre.PROPOSAL_REPLY, "对供水公司已完成改造的小区，下一步要加强管护。", "C"),
    (Genre.PROPOSAL_REPLY, "市水务局、市财政局等4部门联合印发《石桥市节水奖励办法》，明确奖励标准。", "A"),
    (Genre.PLAN, "市水务局要尽快印发《石桥市节水奖励办法》。", "C"),
    (Genre.REPORT, "审议意见指出，要加快补齐农村供水短板。", "Q"),
    (Genre.REPORT, "按时通水，是县政府作出的庄严承诺。", ""),
    (Genre.PROPOSAL_REPLY, "从现在到2035年将是用水矛盾的高发期。", ""),
    (Genre.PROPOSAL_REPLY, "请市水务局指导石桥镇按照方案办理。", "C"),
    (Genre.PROPOSAL_REPLY, "石桥镇所在的云岭县请求将该县纳入试点范围。", "Q"),
    (Genre.PROPOSAL_REPLY, "为解决资金问题，建议你市加快水价改革。", "C"),
    (Genre.PROPOSAL_REPLY, "有关部门在完善政策时将统筹考虑这一问题。", "C"),
    (Genre.PROPOSAL_REPLY, "总的来看，节水的渠道日益丰富。", "A"),
    (Genre.REPORT, "过去一年，我们全面推进节水工作，供水保障能力迈上新台阶。", "A"),
    (Genre.REPORT, "蓝图已经绘就，奋进正当其时。", ""),
    (Genre.REPORT, "预计全部建成后，每年可节约用水十万吨。", ""),
    (Genre.NOTICE, "事故造成三人死亡，教训深刻。", ""),
    (Genre.PROPOSAL_REPLY, "根据《石桥省节水条例》，市级政府应当将管网改造纳入预算。", "Q"),
    (Genre.PROPOSAL_REPLY, "根据《石桥省节水条例》，我们应当加快管网改造。", "C"),
    (Genre.PROPOSAL_REPLY, "关于管网改造问题。", ""),
    (Genre.PROPOSAL_REPLY, "但管网改造的资金缺口仍然较大，部分县区责任落实不到位。", ""),
    (Genre.PRESS_BRIEFING, "发布会由市委宣传部新闻科科长主持。", ""),
    (Genre.PRESS_BRIEFING, "主持人：各位记者朋友，大家上午好！", ""),
    (Genre.PRESS_BRIEFING, "云岭日报记者：请问在节水方面有哪些新举措？", ""),
    (Genre.PROPOSAL_REPLY, "近三年来，全市共开展用水培训三百人次。", "A"),
    (Genre.CONSULTATION_DRAFT, "意见反馈截止时间为2030年9月15日。", ""),
    (Genre.REPORT, "2029年是极不平凡的一年。", ""),
    (Genre.REPORT, "各位代表，过去一年，我们持续推进节水工作，新建水厂三座。", "A"),
    (Genre.REPORT, "各位代表，这些成绩的取得，根本在于全市上下团结奋斗。", ""),
    (Genre.NOTICE, "是否建立用水台账。", ""),
    (Genre.PROPOSAL_REPLY, "规划提出，到2035年全市用水总量控制在三亿吨。", "Q"),
    (Genre.PROPOSAL_REPLY, "根据石桥省节水条例第二十八条规定，用水单位应当安装计量设施。", "Q"),  # marks lost
    (Genre.NOTICE, "及时更新《石桥市用水单位名录》（以下简称《名录》）。", "C"),
    (Genre.PROPOSAL_REPLY, "2021年，国务院办公厅印发《关于节水的意见》，明确到2035年基本建成节水体系。", "Q"),
    (Genre.PROPOSAL_REPLY, "有关领导、总理多次强调，要加快推进节水。", ""),
    (Genre.PLAN, "二是指导各区推广节水器具，完善计量设施。", "C"),  # no definition: 二是 指导
    (Genre.NOTICE, "（市水务局指导，各区负责落实。以下均由各区落实）", ""),
    (Genre.NOTICE, "供水人口十万人及以下的比例不得低于八成。", "C"),
    (Genre.PLAN, "《石桥县节水规划》阐明工作重点，引导用水行为，是今后五年全县水利发展的宏伟蓝图。", ""),
    (Genre.CONSULTATION_DRAFT, "为提高决策质量，现就《渠道管护办法（征求意见稿）》公开征求社会公众意见。", ""),
    (Genre.CONSULTATION_DRAFT, "为做好管护，依据《节水条例》等，我局组织编制了《渠道管护办法（征求意见稿）》。", ""),
    (Genre.NOTICE, "各区于2029年11月15日前将总结报送市水务局（联系人：某某，电话：1234567）。", "C"),
    (Genre.PROPOSAL_REPLY, "市财政局表示，2030年继续安排治理资金。", "C"),
    (Genre.PRESS_BRIEFING, "轨道交通二号线预计2031年开通运营。", "C"),
    (Genre.PRESS_BRIEFING, "在回答记者提问时，负责人说，全市已新增车位三百个。", "A"),
    (Genre.PRESS_BRIEFING, "下阶段，要坚决落实节水责任。", "C"),
    (Genre.PRESS_BRIEFING, "三是年底前将实现全域供水。", "C"),  # no mere lead-in
    (Genre.PROPOSAL_REPLY, "以上答复如有不妥，请批评指正。", ""),
    (Genre.PROPOSAL_REPLY, "感谢您对供水工作的支持，希望今后继续多提宝贵意见。", ""),
    (Genre.PROPOSAL_REPLY, "我们相信，在各方支持下，云岭县的供水条件会越来越好。", ""),
    (Genre.PROPOSAL_REPLY, "县委、县政府高度重视农村供水工作。", ""),
    (Genre.PROPOSAL_REPLY, "石桥镇的供水设施与群众期盼有较大差距。", ""),
    (Genre.PROPOSAL_REPLY, "云岭泵站因年久失修，无法正常供水。", ""),
    (Genre.PROPOSAL_REPLY, "我局先后争取资金300万元新建泵站两座。", "A"),
    (Genre.PROPOSAL_REPLY, "目前正在开展前期设计工作。", "A"),
    (Genre.PROPOSAL_REPLY, "2030年，云岭县计划投入2000万元，分两期改造管网。", "C"),
    (Genre.PROPOSAL_REPLY, "待可行性研究完成后，即可实施管网改造。", "C"),
    (Genre.PROPOSAL_REPLY, "已请云岭县水务局编制项目，并争取上级资金支持。", "C"),
    (Genre.PROPOSAL_REPLY, "建议云岭县供水集团先做好论证工作和实施方案。", "C"),
    (Genre.PROPOSAL_REPLY, "您建议在石桥镇新建一座水厂，解决群众用水困难。", "Q"),
    (Genre.PRESS_BRIEFING, "9月1日，省新闻办召开水利成就系列新闻发布会第3场，省水利厅介绍水利建设成就。", ""),
    (Genre.PRESS_BRIEFING, "粗放式的用水方式带来一系列环境问题。", ""),
    (Genre.PRESS_BRIEFING, "尽管总体向好，但供水量出现了下滑。", ""),
    (Genre.PRESS_BRIEFING, "预计春节前后可能会出现用水高峰。", ""),
    (Genre.PRESS_BRIEFING, "党中央提出“治理水域污染，大江要先行一步”。", "Q"),
    (Genre.PRESS_BRIEFING, "漏损率降到0.5%。", "A"),
    (Genre.MEASURES, "泵站失修造成严重水污染事件的，管理单位应当立即停用泵站。", "C"),
    (Genre.PLAN, "（3）及时向县政府及有关部门报告（通报）汛情，并向下游乡镇通报有关情况。", "C"),
    (Genre.PLAN, "必要时，及时向有关单位通报情况。", "C"),
    (Genre.PRESS_BRIEFING, "省水利厅向媒体通报情况。", ""),
    (Genre.OTHER, "对办理缴费仍有困难的农户，准予延期缴纳，最长不得超过三个月。", "C"),  # to whom it is granted
]


@pytest.mark.parametrize(("genre", "sentence", "kind"), SENTENCES)
def test_single_sentences(genre: Genre, sentence: str, kind: str) -> None:
    """A sentence by itself, in a document of its genre."""
    found = kinds(sentence + "\n", genre, as_of="2023-05-01")

    assert kind == "".join(letter for letter, _ in found)


def test_praise_of_a_request_amid_what_is_next_is_none() -> None:
    """Though it stands under a heading of tasks."""
    text = "一、下一步工作\n我局将加强管网巡查。\n您在提案中提出的建议针对性强，对我们做好工作很有帮助。\n"

    assert [words for _, words in kinds(text, Genre.PROPOSAL_REPLY)] == ["我局将加强管网巡查。"]


def test_headings_say_what_their_sentences_are() -> None:
    """The same kind of sentence is an account under one heading and a task under another."""
    text = (
        "石桥市节水工作报告\n各位代表：\n现将节水工作情况报告如下。\n"
        "一、工作开展情况\n优化用水结构，推广节水器具，各项工作按照年度安排有序推进。\n"
        "二、存在的问题\n部分单位用水效率不高，管网漏损较大，与先进地区相比有一定差距。\n"
        "三、下一步打算\n优化用水结构，推广节水器具，按照年度安排推进各项工作。\n"
    )

    assert [letter for letter, _ in kinds(text, Genre.REPORT)] == ["A", "C"]


def test_principles_are_background_and_targets_are_not() -> None:
    """Under a heading of general demands a sentence with a time is a target."""
    text = (
        "一、总体要求\n以节水优先思想为指导，全面提升用水效率，推动绿色发展。\n到2030年，全市用水总量控制在5亿立方米以内。\n"
        "二、重点任务\n完善计量设施，加强日常管理。\n"
    )

    assert [letter for letter, _ in kinds(text, Genre.PLAN)] == ["C", "C"]


def test_an_outlook_goes_on_until_the_next_section() -> None:
    """Sentences behind 下一步 need no cue of their own; a new section begins anew."""
    text = (
        "石桥市水务局关于第12号提案的答复\n您提出的提案收悉。现答复如下：\n一、关于节水宣传的建议\n2021年，我市印发了宣传方案。下一步，我们将开展进校园活动。完善宣传机制，扩大宣传范围。\n"
        "二、关于管网改造的建议\n我市已改造管网30公里，管网漏损得到有效控制。\n"
    )

    assert "".join(letter for letter, _ in kinds(text, Genre.PROPOSAL_REPLY, as_of="2022-05-01")) == "ACCA"


def test_an_account_before_an_undertaking() -> None:
    """A sentence that holds both gives both."""
    text = "目前，全市已实现分户计量，到2030年，实现智能计量全覆盖。\n"

    assert [letter for letter, _ in kinds(text, Genre.PROPOSAL_REPLY, as_of="2023-05-01")] == ["A", "C"]


@pytest.mark.parametrize(
    "lead",
    [
        "有下列情形之一的，撤销其称号：",
        "供水企业不得有下列行为：",
        "申请取水的单位应当具备下列条件：",
        "报名人员需携带以下材料备查：",
        "各县要重点纠正以下问题：",
    ],
)
def test_cases_that_a_rule_goes_on_with(lead: str) -> None:
    """What is forbidden, required or brings a penalty is laid down case by case."""
    found = kinds(f"{lead}\n（一）弄虚作假骗取称号的；\n（二）用水超过定额的。\n", Genre.MEASURES)

    assert [letter for letter, _ in found] == ["C", "C", "C"]


@pytest.mark.parametrize("lead", ["有下列情形之一的，可以免收水费：", "重点户的认定有以下情形："])
def test_cases_of_a_rule_are_no_tasks(lead: str) -> None:
    """Those in which something is allowed, or that a word means, are cases and no more."""
    text = f"{lead}\n（一）饮用水源在山区的；\n（二）用水超过定额的。\n单位应当每年提交用水报告。\n"

    assert kinds(text, Genre.MEASURES) == [("C", "单位应当每年提交用水报告。")]


THINGS = [
    # lead-in of a list, items, which of them count
    ("对于下列工程，应当开展用水论证：", ["500万元以上的灌区工程；", "社会关注度较高的工程，包括引水工程等。"], "C"),
    ("下列人员不得参加评审：", ["与供水单位有利害关系的；", "三年内受过处罚的人员。"], "C"),
    ("下列场所应当配备节水器具：", ["学校、医院；", "车站、码头等交通枢纽。"], "C"),
    ("供水单位应当履行下列职责：", ["建立用水台账；", "定期检修管网。"], "CC"),
    ("各单位应当按照以下分工做好工作：", ["建立用水台账；", "定期检修管网。"], "CC"),
    ("供水单位有义务提供下列信息：", ["用水户基本信息；", "水表安装信息。"], "CCC"),
]


@pytest.mark.parametrize(("lead", "items", "counted"), THINGS)
def test_things_that_a_duty_is_for(lead: str, items: list[str], counted: str) -> None:
    """For which things or persons a lead-in is a duty is told by its items, and they are none; what is owed counts."""
    lines = [f"（{number}）{item}" for number, item in zip("一二", items, strict=True)]
    found = kinds("\n".join([lead, *lines]) + "\n", Genre.MEASURES)

    assert "".join(letter for letter, _ in found) == counted
    assert (found[0][1] == lead) == (counted != "CC")


DESCRIBED = [
    # sentence of a statute, kind
    ("水务资料包括河道图纸、泵站台账、监测记录等。", ""),
    ("前款所称用水信息，包括用水户名称以及县水务局规定的其他信息。", ""),
    ("本条所称重点用水户，应当安装计量设施。", "C"),
    ("水务资料应当包括河道图纸、泵站台账等。", "C"),
    ("制定用水计划，包括年度水量和月度水量。", "C"),
    ("灌区名录是否完整，是否按年更新。", ""),
    ("采用协议方式供水的，是否符合法定情形；", ""),
    ("县水务局应当核查计量设施是否完好。", "C"),
    ("重点核查计量设施是否完好，台账是否齐全。", "C"),
    ("是否调整用水计划，由县水务局确定。", "C"),
]


@pytest.mark.parametrize(("sentence", "kind"), DESCRIBED)
def test_what_statutes_describe(sentence: str, kind: str) -> None:
    """What counts as a thing, and what a review asks, lays no duty; who has to review has one."""
    text = f"第一条 为节约用水，制定本办法。\n第二条 {sentence}\n第三条 供水单位应当每年检修管网。\n"
    found = {words.rpartition("条 ")[2]: letter for letter, words in kinds(text, Genre.MEASURES)}

    assert found.get(sentence, "") == kind


CONGRESS = [
    ("党的二十大报告强调要把节水放在优先位置，为灌区建设指明了方向。", "Q"),
    ("党的二十届三中全会决定明确提出，要健全用水权制度。", "Q"),
    ("贯彻党的二十大报告提出的要求，建设节水灌区。", "C"),
]


@pytest.mark.parametrize(("sentence", "kind"), CONGRESS)
def test_what_a_congress_demands_of_all(sentence: str, kind: str) -> None:
    """In a circular it is quoted, as what another paper demands."""
    text = f"{sentence}\n现将有关事项通知如下：\n一、加强管理\n各单位要建立用水台账。\n"
    found = {words: letter for letter, words in kinds(text, Genre.NOTICE)}

    assert found.get(sentence, "") == (kind if kind == "Q" else found.get(sentence, ""))
    assert found["各单位要建立用水台账。"] == "C"


def test_cases_that_are_rewarded_and_contents_are_no_tasks() -> None:
    """So are those of 有下列贡献的, and what a paper has to contain."""
    cases = "对有下列突出贡献的单位，县政府应给予奖励。\n（一）出色完成抢险任务的；\n（二）提出重要建议的。\n"
    contents = "启动预案的请示应当包括以下内容：\n（一）用水安排和经费来源。\n（二）其他配套措施。\n"

    assert kinds(cases, Genre.PLAN) == [("C", "对有下列突出贡献的单位，县政府应给予奖励。")]
    assert [words[:3] for _, words in kinds(contents, Genre.PLAN)] in ([], ["启动预"])


def test_a_duty_behind_the_last_case() -> None:
    """What a paragraph goes on to lay down behind its case is no case."""
    text = "对于下列工程，应当开展用水论证：\n（一）社会关注度较高的工程。论证结果应当向社会公布。\n"

    assert [words[-5:] for _, words in kinds(text, Genre.MEASURES)] == ["用水论证：", "社会公布。"]


def test_cases_end_with_their_labels() -> None:
    """A paragraph labelled otherwise ends a list of cases, and so does a duty with a date in its last paragraph."""
    text = (
        "一、有下列情形的用户，称为重点用户：\n（一）用水超过定额的；\n（二）水源在山区的。"
        "各单位要抓紧排查，并于2030年10月31日前报送结果。\n二、各单位要完善用水制度。\n"
    )
    found = kinds(text, Genre.NOTICE, as_of="2030-03-01")

    assert [words[:4] for _, words in found] == ["各单位要", "二、各单"]


def test_lost_opening_marks_part_no_wrong_sentences() -> None:
    """A mark right before a comma opens no quotation that would reach to the next one."""
    text = "目前，全市推行先用水后付费”，已覆盖三个区；年底前将实现一码通”用水。\n"

    assert [kind for kind, _ in kinds(text, Genre.PROPOSAL_REPLY)] == ["A", "C"]


def test_problems_in_a_row() -> None:
    """存在一些问题：一是…；二是… is background to the end of the paragraph."""
    text = "目前，全市已建成节水小区三十个。但管网也存在一些问题：一是漏损率较高；二是设备基本上是进口产品。\n"

    assert kinds(text, Genre.PROPOSAL_REPLY) == [("A", "目前，全市已建成节水小区三十个。")]


def test_what_a_circular_tells_before_its_demands() -> None:
    """All that stands before 提出如下要求 is background, however long it is."""
    story = "石桥市某工地发生供水管道爆裂，影响两个街道的供水。经查，施工单位没有办理手续。" * 4
    text = f"{story}\n为吸取教训，特提出如下要求：\n一、加强管理\n各单位要加强工地管理。\n"

    assert kinds(text, Genre.NOTICE) == [("C", "各单位要加强工地管理。")]


def test_what_stands_behind_the_lead_in_is_laid_down() -> None:
    """The preface ends with 通知如下, though the first heading comes later."""
    text = (
        "节水是长期任务。现就有关事项通知如下：\n1. 加强用水监测，掌握用水情况。\n2. 做好设备养护，配齐计量设施。\n"
        "一、重点任务\n加强巡查，建立台账，明确责任，推动各单位安装计量设施，逐月公布用水情况。\n二、保障措施\n加强监督，健全机制，压实责任，把节水工作纳入年度考核，确保各项任务落到实处。\n"
    )
    told = kinds(text, Genre.NOTICE)

    assert [(kind, words[:6]) for kind, words in told[:2]] == [("C", "1. 加强用"), ("C", "2. 做好设")]


def test_targets_before_the_first_heading() -> None:
    """Sentences behind a target in a paragraph of the preface are targets; those before it are background."""
    text = (
        "节水是长期任务。\n具体指标：到2032年，建成50个节水站，用水量降低30%。推动管网全面改造。\n各地用水方式不同。\n"
        "一、重点任务\n加强巡查，建立台账，明确责任，推动各单位安装计量设施，逐月公布用水情况。\n二、保障措施\n加强监督，健全机制，压实责任，把节水工作纳入年度考核，确保各项任务落到实处。\n"
    )
    reading = read_text(text, Genre.PLAN, as_of="2030-01-05")
    times = find_times(reading)
    found = find_statements(reading, times, find_organizations(reading)[1], find_indicators(reading, times))

    assert [fact.span.of(text)[:4] for fact in found if isinstance(fact, Commitment)] == [
        "具体指标",
        "推动管网",
        "加强巡查",
        "加强监督",
    ]


def test_answers_to_questions_stand_under_no_heading() -> None:
    """What is answered after 下一步工作 may be an account again."""
    text = (
        "一、主要做法和成效\n今年以来，全市新增节水小区三十个。\n二、下一步工作\n推广节水器具，完善计量设施。\n答记者问\n"
        "云岭日报记者：请问在节水方面有哪些新举措？\n市水务局负责人：今年先后出台了两项政策，建成了三个平台。\n"
    )
    found = kinds(text, Genre.PRESS_BRIEFING)

    assert [kind for kind, _ in found] == ["A", "C", "A"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("改革开放以来，农村供水事业快速发展，供水体系全面建成，水质显著改善。", ["A"]),
        ("近年来，有关乡镇积极探索，取得了一些经验，需要进一步完善政策。", []),  # what is missing
        ("水利是农业的命脉，具有重要地位。", []),
    ],
)
def test_the_background_of_a_plan_may_tell_what_has_come_about(sentence: str, kind: list[str]) -> None:
    """Of why a paper is made, only the sentence that says since when results have come is an achievement."""
    assert [letter for letter, _ in kinds(f"一、重要意义\n{sentence}\n", Genre.PLAN)] == kind


def test_a_section_that_looks_back_may_state_a_target_or_what_something_is() -> None:
    """到2035年…要达到 under 工作开展情况 is ahead; 节水是基础性工作 is nothing."""
    text = "一、工作开展情况\n节水是一项基础性的工作。建成节水小区三十个。根据方案，到2035年漏损率要降到百分之八。\n"

    found = kinds(text, Genre.PROPOSAL_REPLY, as_of="2030-03-01")
    assert [(kind, words[:4]) for kind, words in found] == [("A", "建成节水"), ("C", "根据方案")]


def test_what_was_planned_goes_on_behind_a_semicolon() -> None:
    """Amid an account 计划整修水库6座;新建水窖20口。 is ahead up to its full stop."""
    text = "一、工作开展情况\n今年计划改造水库6座；新建水窖20口。截至6月，整修水库5座；新建水窖18口。\n"

    assert [kind for kind, _ in kinds(text, Genre.REPORT)] == ["C", "C", "A", "A"]


def test_a_level_below_a_line_leads_nothing_in() -> None:
    """将水位降到警戒线以下2米。 is no lead-in: 以下 stands behind a measure."""
    assert [kind for kind, _ in kinds("一、工作开展情况\n将塘坝水位降到警戒线以下2米。\n", Genre.REPORT)] == ["A"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("一是加大节水投入。二是强化用水监督。三是完善巡查制度。", 3),
        ("一是加大节水投入。\n二是强化用水监督。\n", 2),
        ("各县要做好以下工作：一是加大节水投入。二是强化用水监督。", 2),
        ("一是加大节水投入。各县要安排专项资金。二是强化用水监督。各县要开展联合检查。", 2),
        ("一是加大节水投入。\n各县要安排专项资金。\n", 1),
    ],
)
def test_a_point_that_nothing_is_told_of_is_a_task(text: str, count: int) -> None:
    """With its own sentences behind it, a point only names what they are about."""
    assert len(kinds(f"一、加强领导\n{text}", Genre.NOTICE)) == count


def test_lead_ins_amid_a_paragraph_state_nothing() -> None:
    """Nor do they where other lead-ins of the report stand at the heads of paragraphs and are its headings."""
    told = "修复灌渠，疏浚塘堰，改造中低产田，推广抗旱稻种，让旱地也能浇上水，让种田的人有账算、有奔头。"
    points = ["抓牢粮食生产", "延伸产业链条", "拓宽增收门路", "守好青山绿水"]
    amid = "".join(f"{point}。{told}" for point in points)
    apart = f"更新老旧片区。{told}\n改善村庄面貌。{told}\n"
    text = f"一、今年工作安排\n（一）夯实农业根基。{amid}\n（二）建设宜居城乡。\n{apart}"

    assert [words for _, words in kinds(text, Genre.REPORT)] == [told] * 6


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("市水务局已经要求各县水利部门加强对水厂的检查，落实值守责任。", "C"),
        ("多次召开会议部署，要求各级水利部门全面排查渠道隐患。", "C"),
        ("市水务局要求各级水利部门用好《石桥巡渠手册》，全面排查隐患。", "C"),
        ("市水务局按照上级要求各项水质指标每天公布，已公布30期。", "A"),  # the noun
        ("市水务局印发《石桥节水办法》，要求各级水利部门全面排查渠道隐患。", "Q"),  # a paper does
    ],
)
def test_what_an_office_demands_of_those_under_it(sentence: str, kind: str) -> None:
    """In news too it is to be done, whatever the office did to say so."""
    text = f"石桥市举行新闻发布会。\n市水务局已更换水表3万只。{sentence}\n"

    assert kinds(text, Genre.PRESS_BRIEFING)[-1] == (kind, sentence)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("目前，我们正在研究改进抄表方式，以方便居民缴费。", "C"),
        ("我局正在抓紧修订《石桥市节水办法》，广泛听取意见。", "C"),
        ("石桥水厂正在正常供水，水质稳定达标。", "A"),
    ],
)
def test_what_an_answer_says_is_being_worked_out(sentence: str, kind: str) -> None:
    """A paper under revision and a change that is being studied are promised; what runs is told."""
    text = f"我局先后更换水表3万只，检修了水厂。{sentence}\n"

    assert kinds(text, Genre.PROPOSAL_REPLY)[-1] == (kind, sentence)


ARTICLES = [
    # second article, kind of its sentence
    ("石桥市行政区域内的用水活动，适用本办法。", ""),
    ("用水分为居民用水、工业用水等类型。", ""),
    ("用水单位可以委托专业机构安装计量设施。", "C"),
    ("违反本办法规定取水的，由市水务局责令改正，处一万元以下罚款。", ""),
    ("构成犯罪的，依法追究刑事责任。", ""),
    ("用水单位应当安装计量设施，可以委托专业机构安装。", "C"),
    ("用水计划的编制由市水务局负责。", "C"),
]


@pytest.mark.parametrize(("article", "kind"), ARTICLES)
def test_a_statute_lays_down_duties_and_more(article: str, kind: str) -> None:
    """Scope, kinds and penalties are neither duties nor powers."""
    text = f"第一条 为加强节水工作，制定本办法。\n第二条 {article}\n第三条 用水单位应当节约用水。\n"

    found = [letter for letter, words in kinds(text, Genre.MEASURES) if article in words]
    assert "".join(found) == kind


def test_a_policy_that_grants_is_no_statute() -> None:
    """可给予补贴 in a list of measures is what the office undertakes."""
    text = "一、支持节水改造\n对节水改造的企业，可按照投资额给予补贴。\n"

    assert [letter for letter, _ in kinds(text, Genre.MEASURES)] == ["C"]


def test_an_approval_repeats_facts() -> None:
    """In a 批复 what is granted and ordered counts, not the description of what was asked for."""
    text = "一、同意新建石桥泵站。\n该工程位于石桥镇东侧，占地两公顷。\n二、应按照批复组织施工。\n"

    found = kinds(text, Genre.OPINION, genre_word="批复")
    assert [words[:4] for _, words in found if "位于" in words] == []
    assert any("应按照" in words for _, words in found)


def test_a_note_of_who_does_it_before_the_full_stop_is_part_of_the_sentence() -> None:
    """One behind the full stop is not."""
    inside, behind = "修建支渠三条（县水务局牵头，各镇配合）。", "加固山塘两座。"
    text = f"一、重点任务\n{inside}{behind}（县水务局负责）\n"

    assert kinds(text, Genre.PLAN) == [("C", inside), ("C", behind)]


CONSENTS = [
    ("一、同意石桥开发区建设节水示范区，范围为已公布的四至。", "C"),
    ("二、同意将石桥县节水工作纳入部门协调小组统筹指导，落实相关政策。", "C"),
    ("三、同意实施石桥水库除险加固工程。", "C"),
    ("四、同意石桥水库建设方案。", "A"),
    ("五、基本同意泵站建设工程的分区防治措施。", "A"),
    ("六、核定工程总投资3200万元。", "A"),
]


@pytest.mark.parametrize(("sentence", "letter"), CONSENTS)
def test_consent_to_an_act_and_to_a_paper(sentence: str, letter: str) -> None:
    """What somebody may go on to do is to be done; a paper or a value is approved once it is granted."""
    found = kinds(sentence + "\n", Genre.OPINION, genre_word="批复")

    assert [one for one, _ in found] == [letter]


FIELDS = [
    # sentence, deadline, actors, binding
    ("市水务局要在2030年底前完成管网改造。", "2030", ["市水务局"], True),
    ("各地要高度重视，加强领导。", None, ["各地"], False),
    ("建立全市统一的用水计量平台。", None, [], True),
    ("探索建立用水权交易机制。", None, [], False),
    ("建立健全长效机制。", None, [], False),
    ("改造管网300公里。", None, [], True),
    ("支持龙头企业建设节水示范基地。", None, ["龙头企业"], False),
    ("鼓励行业协会、科研院所等开展技术攻关。", None, ["行业协会", "科研院所"], False),
    ("支持企业发展。", None, [], False),  # who is supported does not act
]


@pytest.mark.parametrize(("sentence", "deadline", "actors", "binding"), FIELDS)
def test_fields_of_a_commitment(sentence: str, deadline: str | None, actors: list[str], binding: bool) -> None:
    """Deadline, actors and whether the outcome can be checked, by the sentence itself."""
    (fact,) = facts_of(read_text(sentence + "\n", Genre.PLAN, as_of="2029-01-01"))

    assert isinstance(fact, Commitment)
    assert (str(fact.deadline) if fact.deadline else None) == deadline
    assert [actor.name for actor in fact.actors] == actors
    assert fact.binding is binding
    assert bool(fact.missing) is not binding


def test_what_a_soft_commitment_lacks() -> None:
    """Date, number and body, those that are not there."""
    (fact,) = facts_of(read_text("市水务局要进一步加强日常管理。\n", Genre.PLAN))

    assert isinstance(fact, Commitment)
    assert fact.missing == ("date", "number")


def test_responsible_bodies_behind_the_sentences() -> None:
    """A bracket names the bodies of the sentences before it, back to the bracket before."""
    text = (
        "一、重点任务\n（一）加强计量。安装智能水表。完善监测网络。（市水务局牵头，市财政局配合）推广节水器具。（市商务局负责）\n"
        "（二）加强宣传。开展节水宣传进校园活动。\n责任单位：市教育局、市水务局\n"
    )

    found = [fact for fact in facts_of(read_text(text, Genre.PLAN)) if isinstance(fact, Commitment)]
    by_words = {fact.span.of(text): [actor.name for actor in fact.actors] for fact in found}
    assert by_words["完善监测网络。"] == ["市水务局", "市财政局"]
    assert by_words["推广节水器具。"] == ["市商务局"]
    assert by_words["开展节水宣传进校园活动。"] == ["市教育局", "市水务局"]


def test_later_sentences_mean_the_same_subject() -> None:
    """Whom a paragraph addresses first has to do the rest of it."""
    text = "一、保障措施\n各区政府要落实属地责任。加强资金保障，完善考核办法。\n"

    found = [fact for fact in facts_of(read_text(text, Genre.PLAN)) if isinstance(fact, Commitment)]
    assert [actor.name for actor in found[-1].actors] == ["各区政府"]


def test_the_addressee_carries_out_what_is_promulgated() -> None:
    """请认真贯彻执行 is addressed to the addressee of the notice."""
    head = "石桥市人民政府关于印发节水方案的通知\n"
    addressee = "各区人民政府，市政府各部门"
    text = f"{head}{addressee}：\n现将《节水方案》印发给你们，请认真贯彻执行。\n"
    plain = read_text(text, Genre.NOTICE, addressee=addressee)
    place = Span(len(head), len(head) + len(addressee))
    reading = replace(plain, metadata=replace(plain.metadata, spans={"addressee": place}))

    (fact,) = (fact for fact in facts_of(reading) if isinstance(fact, Commitment))
    assert [actor.name for actor in fact.actors] == ["各区人民政府", "市政府各部门"]


@settings(max_examples=60)
@given(st.text(alphabet="一、（）()。；:《》“”将要已了市局各部门责任单位负责牵头2030年%\n 建立制定", max_size=160))
def test_any_text_gives_facts_inside_it(text: str) -> None:
    """Statements lie in the text and come in order, whatever it is."""
    found = facts_of(read_text(text, Genre.PLAN))

    assert all(0 <= fact.span.start < fact.span.end <= len(text) for fact in found)
    assert [fact.span.start for fact in found] == sorted(fact.span.start for fact in found)
    assert all(0 < fact.confidence <= 1 for fact in found)
