"""What official news tell of speakers: leaders of the state are quoted, meetings lay tasks on those they address."""

import pytest

from corpus import Achievement, Commitment, Genre, QuotedDuty
from extract import analyse
from tests.conftest import plain_document


def _kinds(text: str) -> list[type]:
    """The types of the statements of a text."""
    kinds = (Achievement, Commitment, QuotedDuty)
    return [type(one) for one in analyse(plain_document(text)).facts if isinstance(one, kinds)]


def test_a_leader_of_the_state_is_quoted() -> None:
    """What a leader of the state demands is quoted, and so is what 他 demands behind it."""
    text = (
        "石桥县举行水利建设新闻发布会\n\n总书记在考察石桥河时强调，要把节水摆在首位。他指出，沿河各地要守好水源。\n\n"
        "下一步，县水务局将改造灌区3处。\n"
    )
    assert _kinds(text) == [QuotedDuty, QuotedDuty, Commitment]


def test_a_meeting_lays_tasks_on_those_it_addresses() -> None:
    """What a meeting demands is to be done, that it was held is no result."""
    text = (
        "全县防汛工作会议召开\n\n5月6日，全县防汛工作会议召开，会议总结去年防汛工作，表彰了先进集体。副县长出席会议并讲话。\n\n"
        "会议要求，各乡镇要排查山塘隐患。要备足抢险物资。全县各级部门认真落实值班制度，守好水库。\n"
    )
    assert _kinds(text) == [Commitment] * 3


def test_a_speaker_who_states_demands_of_a_paper_lays_tasks_on_those_addressed() -> None:
    """提出了明确要求：一是… opens what is demanded, whatever paper the demands are about; 严禁… goes on with it."""
    text = (
        "石桥县举行节水执法启动仪式\n\n5月6日，仪式上，副局长对如何落实好《节水办法》提出了明确要求：一是要提高认识，统筹安排任务。"
        "各乡镇要负起责任，做好检查。严禁向被查单位通风报信；严禁弄虚作假。\n"
    )
    assert _kinds(text) == [Commitment] * 4


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("石桥网讯 县水务局负责人表示，水厂已经检修。", Genre.OTHER),  # a reporter
        ("县水务局副局长在例行新闻发布会上透露，水厂已经检修。", Genre.PRESS_BRIEFING),
    ],
)
def test_what_a_reporter_tells_is_filed_as_no_briefing(text: str, genre: Genre) -> None:
    """It is read as one all the same: what was done is told without a word of tense."""
    analysis = analyse(plain_document(f"石桥枯水期供水\n\n{text}县水务局定期公布水质，方便居民查询。\n"))
    assert analysis.metadata.genre is genre
    assert len(analysis.achievements) == 2


def test_an_explanation_tells_what_its_paper_lays_down() -> None:
    """Of a document that explains a paper (政策解读) the measures are quoted, and nothing is what its office does."""
    text = (
        "《石桥市节水若干措施》政策解读\n\n一、出台背景\n为推进节水，市水务局起草了《石桥市节水若干措施》。\n\n"
        "二、主要内容\n主要包括三大类12条具体措施：\n（一）推广节水器具。\n对更换老旧水表的用户减半收取工料费。\n"
        "提出了支持循环用水的办法，按节水量给予补助。\n"
    )
    assert _kinds(text) == [QuotedDuty, QuotedDuty]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5月3日，县水利局向各乡镇调拨抽水机。随后抽水机运抵桥头镇。", [Achievement]),  # a day without a year
        ("5月3日，县民政局推广网上办理。群众凭身份证办理。对行动不便的老人上门服务，现场办理。", [Achievement] * 2),
        ("尊敬的用户：\n\n5月3日，县水务局检修水厂。对行动不便的老人送水上门。", []),  # a letter
    ],
)
def test_news_is_told_by_the_day_it_tells_of(text: str, expected: list[type]) -> None:
    """In news without a briefing what an office does goes on with what was done; what others do does not."""
    assert _kinds(f"石桥枯水期供水\n\n{text}\n") == expected


@pytest.mark.parametrize(
    ("headline", "opening"),
    [
        ("石桥市出台节水12条措施", "日前，市政府印发《石桥市节水若干措施》，从四个方面支持节水改造。"),
        ("石桥：六大举措保障枯水期供水", "5月3日，市水务局下发《关于做好枯水期供水工作的通知》。"),
        ("五部门联合印发通知 支持节水改造", "5月3日，五部门印发《关于支持节水改造的通知》。"),
    ],
)
def test_measures_that_a_headline_speaks_of_are_quoted(headline: str, opening: str) -> None:
    """They are told one after the other until an account, an office's own deed or what is next ends them."""
    measures = "对更换老旧水表的用户减半收取工料费。鼓励企业循环用水，按节水量给予补助。"
    after = "截至目前，全市已更换水表3万只。下一步，市水务局将公布节水名录。\n"
    assert _kinds(f"{headline}\n\n{opening}{measures}{after}") == [
        Achievement,
        QuotedDuty,
        QuotedDuty,
        Achievement,
        Commitment,
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "截至目前，修复水毁渠道30公里。",
        "前三季度，全县用水量创下同期新低。",
        "全县案件较前五年均值分别下降5.2%、9.3%。",
        "共查处非法取水案件26起，抓获嫌疑人31人。",
        "全县火灾起数为历史最低。",
    ],
)
def test_news_measure_what_was_reached(sentence: str) -> None:
    """A measured state is a result in a news text, with or without a word of tense."""
    assert _kinds(f"石桥县水利建设提速\n\n本报讯 (记者 石桥) {sentence}\n") == [Achievement]


@pytest.mark.parametrize(
    "sentence",
    [
        "发言人强调，也要看到，入汛后险情依然不少。",
        "会议传达了全省防汛会议精神。",
        "县水利局局长一行到南桥镇开展防汛调研。",
        "县气象局有关负责人陪同。",
        "保障旱区供水至关重要。",
        "抗旱保灌，南桥镇和石桥镇是重中之重。",
        "水质监测的结果备受社会关注。",
        "水管、水表、水质等民生大事，不仅关系到家家户户，更关系到抗旱成效。",
        "眼下正处于春灌时节，用水成为农户的心头事。",
        "对水费减免的相关政策，市民请登录供水信息平台查询。",
    ],
)
def test_news_of_an_event_tell_no_result(sentence: str) -> None:
    """That people met, listened and travelled is neither a task nor a result."""
    assert _kinds(f"石桥县举行防汛新闻发布会\n\n{sentence}\n") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "但是，如果不及时清淤，将影响灌溉。",
        "群众可随时拨打供水热线咨询用水事宜。",
        "有记者问，节水改造进展如何。",
        "总书记来石桥考察时，看到了碧水清波。",
        "备受关注的节水论坛于5月4日至5日在石桥举行。",
        "水表行业需求疲软；",
        "渠道管护有了起色，但夜间巡查有待完善。",
        "全省水利大会明确了管水“坚持三条线”。",
    ],
)
def test_what_frames_an_account_is_none(sentence: str) -> None:
    """Conditions, advice, events, problems and mottoes are no results, though the speaker gives an account."""
    assert _kinds(f"石桥县举行防汛新闻发布会\n\n今年修复渠道3处。{sentence}\n") == [Achievement]


def test_news_of_a_paper_repeat_what_it_demands() -> None:
    """News on a plan are no plan: what it lays down is quoted."""
    text = (
        "省政府印发《石桥省节水规划(2030—2035年)》\n\n"
        "石桥网8月3日电 日前，省政府印发《石桥省节水规划(2030—2035年)》。\n"
        "《规划》明确，到2035年，用水总量控制在30亿立方米以内。县级以上政府应将节水纳入考核。\n"
    )
    assert _kinds(text)[-2:] == [QuotedDuty, QuotedDuty]


@pytest.mark.parametrize(
    "sentence",
    [
        "此次发布会旨在介绍节水新举措。",
        "石桥日报记者抢到首个提问机会。",
        "日前，我县召开2030年节水工作会议，总结成绩，安排部署重点任务。",
        "发布会还特别提到了节水的布局。",
        "在发布会上，县水务局就水情进行了全面分析。",
        "县水务局也呼吁广大市民节约用水。",
        "节水对于农业增收起着基础性的作用。",
    ],
)
def test_what_is_said_of_the_event_itself_is_no_result(sentence: str) -> None:
    """Aims and contents of a briefing, appeals to its hearers, and what something is good for."""
    assert _kinds(f"石桥县举行节水新闻发布会\n\n今年修复渠道3处。{sentence}\n") == [Achievement]


def test_who_speaks_behind_problems_lays_down_tasks() -> None:
    """Problems end where somebody demands what is to be done."""
    text = "石桥县举行节水新闻发布会\n\n节水设施有所增加，但仍面临不少困难。县水务局负责人指出，要加快修复渠道。\n"
    assert _kinds(text) == [Commitment]


def test_a_text_that_tells_often_what_a_paper_says_is_news() -> None:
    """Without a headline or a mark of the press: 《意见》提出…。《意见》强调…."""
    text = (
        "石桥省用水单位安装计量设施有了期限\n\n"
        "《意见》提出，用水单位要在批复后三十日内安装计量设施。逾期未安装的，系统将自动提醒。\n"
        "在水费方面，《意见》强调按季度结算。结余的水量可以转入下一年。\n"
    )
    assert _kinds(text) == [QuotedDuty] * 4


def test_news_of_measures_tell_what_the_paper_lays_down() -> None:
    """Behind a headline on measures and the name of their paper, until an account or an outlook begins."""
    text = (
        "石桥县出台节水惠农八条措施 3月5日，记者从县水务局获悉：县政府印发《石桥县节水惠农八条措施》。\n\n"
        "对改造滴灌的农户给予补贴。设立一批护渠岗位，优先安排困难户。\n\n目前，全县已有3个乡镇改造滴灌200亩。\n"
    )
    assert _kinds(text)[-3:] == [QuotedDuty, QuotedDuty, Achievement]


def test_people_who_speak_by_name_make_news() -> None:
    """A text without a headline that says so is told by them."""
    text = (
        "石桥县：护好一渠水\n\n春灌时节，渠水流进田间。\n\n县水务局灌区站站长李某说，全县已改造滴灌200亩。\n\n"
        "护渠队还走村入户，宣传节水办法。\n"
    )
    assert _kinds(text)[-2:] == [Achievement, Achievement]


def test_what_a_journalist_says_is_no_fact() -> None:
    """The paragraph of a journalist asks; the paragraph behind it answers."""
    text = (
        "石桥县举行供水新闻发布会\n\n[石桥日报记者]:我知道县里一直重视供水，去年改造了管网。今年完成了多少？\n"
        "[县水务局局长]:今年已改造管网30公里。\n"
    )
    assert _kinds(text) == [Achievement]


def test_demands_go_on_without_a_word_of_duty() -> None:
    """Behind a demand of a speech its bare imperatives are demands too, until something done is told."""
    text = (
        "县长主持召开节水工作会议\n\n2030-02-25 09:30 来源：石桥发布\n\n"
        "县长强调，各乡镇要抓紧清淤。围绕山塘整治，抓好渠道修复。同时，尽快出台用水计划。去年已修复渠道3处。\n"
    )
    assert _kinds(text) == [Commitment, Commitment, Commitment, Achievement]


def test_what_a_meeting_dealt_with_is_no_task() -> None:
    """It studied, and planned the next stage; behind that an account is told, with problems, and then demands."""
    text = (
        "石桥县水利工作推进会召开\n\n9月5日，石桥县水利工作推进会召开。会议深入学习贯彻全省会议精神，总结上半年工作，"
        "安排部署下一阶段任务。\n\n会议指出，今年以来，水利工作取得阶段性成效。1-8月，全县修缮渠道3处。"
        "我们也注意到个别泵站设备老旧。\n\n会议强调，要加快灌区改造。\n"
    )
    assert _kinds(text) == [Achievement, Achievement, Commitment]


def test_an_official_who_speaks_of_us_gives_an_account() -> None:
    """What 我们 do is told of the office, in news of no briefing too."""
    text = (
        "县水利小组会议：供水是关键\n\n5月6日，县水利领导小组召开会议。副局长介绍，去年新建水厂12座。"
        "我们在不断总结管护经验，把行之有效的做法用到各个灌区。\n"
    )
    assert _kinds(text)[-2:] == [Achievement, Achievement]


def test_who_is_freed_of_a_fee_by_a_decision_is_promised_that() -> None:
    """The firm undertakes it although the stretch for which it does so has begun."""
    text = "云水港支援检修\n石桥日报4月19日讯 云水港公司还决定，免除自2030年4月4日0时至4月19日24时期间的渡船费。\n"

    assert [fact.span.of(text)[-7:] for fact in analyse(plain_document(text)).commitments] == ["期间的渡船费。"]
