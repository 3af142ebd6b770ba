"""What briefings, reviews and answers hold beside accounts and undertakings."""

from __future__ import annotations

import pytest

from corpus import Achievement, Commitment, Genre, QuotedDuty
from extract import analyse
from extract.bodies.departments import find_organizations
from extract.statements.find import find_statements
from extract.times.dates import find_times
from tests.conftest import plain_document
from tests.readings import read_text

BRIEFING, REPLY, PLAN = Genre.PRESS_BRIEFING, Genre.PROPOSAL_REPLY, Genre.PLAN
LETTER = {Commitment: "C", Achievement: "A", QuotedDuty: "Q"}


def kinds(text: str, genre: Genre) -> str:
    """C, A or Q for each statement of a text of 2030."""
    reading = read_text(text, genre, as_of="2030-05-01")
    _, mentions = find_organizations(reading)
    return "".join(LETTER[type(fact)] for fact in find_statements(reading, find_times(reading), mentions, ()))


BACKGROUND = [
    (BRIEFING, "县水务局副局长在发布会上表示。"),
    (BRIEFING, "今天的发布会我们邀请到:县水务局副局长;"),
    (BRIEFING, "他们将向大家介绍汛情的有关情况,并回答记者朋友们的提问。"),
    (BRIEFING, "中央和省直主要新闻单位的记者参加。"),
    (BRIEFING, "据预测,月底以后客流将逐渐回升。"),
    (BRIEFING, "随着节后复工,全市将迎来新一轮客流高峰。"),
    (BRIEFING, "相信通过共同努力,供水形势将不断好转。"),
    (BRIEFING, "部分路口设卡,给群众出行造成不便。"),
    (BRIEFING, "希望市民共同努力,有效缓解用水矛盾。"),
    (BRIEFING, "第二场新闻发布会将在县会议中心举行。"),
    (BRIEFING, "石桥网将进行现场图文直播，敬请关注。"),
    (BRIEFING, "石桥县位于青岚省东部，全境均在东湖流域。"),
    (BRIEFING, "为帮助大家更好地了解节水成效，县里策划了主题活动。"),
    (BRIEFING, "《政府工作报告》正由县人民代表大会审议，并请各位委员提出意见。"),
    (BRIEFING, "县水务局副局长：谢谢。"),
    (BRIEFING, "县水务局副局长：各位媒体朋友：大家好！"),
    (BRIEFING, "今天为大家请到了县水务局副局长、县气象台台长。"),
    (BRIEFING, "县委书记作新闻发布并回答媒体提问，县长回答有关提问。"),
    (BRIEFING, "县公安局副局长介绍打击偷水的举措和工作成效。"),
    (BRIEFING, "5月4日，县公安局在县政府发布会上介绍了上半年的治安情况。"),
    (BRIEFING, "各乡镇的新闻发言人依次进行了发布。"),
    (BRIEFING, "在此，我简要介绍下全县供水情况。"),
    (
        Genre.REPORT,
        "同时，仍有一些困难和问题有待解决，主要是：水源依然不足；管网支撑不够；险工险段还不少。",
    ),
    (Genre.REPORT, "一年来，我们主要做了以下工作。"),
    (BRIEFING, "4月28日上午，副县长到桥头镇调研检查水毁渠道修复工作。"),
    (BRIEFING, "副县长走进泵房，察看机组运行。"),
    (BRIEFING, "目前，12例患者病情平稳。"),
    (BRIEFING, "记者看到，泵房外的墙上贴着值班表和操作规程。"),
    (BRIEFING, "汛情就是命令，堤坝就是阵地！"),
    (BRIEFING, "值班员连连感慨。"),
    (BRIEFING, "山塘年久失修，是防汛的薄弱环节。"),
    (BRIEFING, "如何在抢修时保证供水，成为居民关心的问题。"),
    (BRIEFING, "刚回答完，记者又就供水条件抛出了自己的疑问。"),
    (BRIEFING, "“刚才报告中提出实施了便民工程，请问有什么意义？”"),
    (BRIEFING, "这是县水务局局长接受媒体采访。"),
    (BRIEFING, "就像记者同志说的，县委、县政府高度重视节水工作。"),
    (BRIEFING, "总理多次作出重要批示、提出明确要求。"),
    (BRIEFING, "2029年5月，总书记在石桥考察时强调，治理东湖关系子孙后代。"),
    (BRIEFING, "护好东湖，是上级对石桥的重托和厚望。"),
    (BRIEFING, "全县干部群众深受鼓舞、倍感振奋。"),
    (BRIEFING, "县气象台预报，台风“海葵”将于28日前后登陆。"),
    (BRIEFING, "明天就是谷雨，农谚讲“雨生百谷”。"),
    (BRIEFING, "感谢大家对防汛工作的支持，入汛以来，东湖发生了超警洪水。"),
    (BRIEFING, "5月4日，县政府办公室举行节水专场发布会，县水务局局长表示，节水是水务部门的首要职责。"),
    (BRIEFING, "县警方提醒广大市民，要谨防偷水。如发现偷水，请第一时间报警。"),
    (Genre.OTHER, "石桥新闻网讯 12月24日下午，县政府第三次常务会议召开，学习上级精神，讨论即将提请审议的报告。"),
    (Genre.OTHER, "12日上午，我县召开春灌视频会议。"),
    (Genre.OTHER, "日前，县水务局召开专题会议，部署春季护渠工作。"),
    (BRIEFING, "申请条件：1.有合法水权；2.未列入征收计划。"),
    (PLAN, "美国建立了水质监测平台。"),
    (PLAN, "公开内容主要包括项目名称、采购需求、预算金额等。"),
    (Genre.REPORT, "2030年是规划的收官之年,我们要牢记嘱托、感恩奋进。"),
    (Genre.REPORT, "这是上级正确领导的结果,是护林员日夜巡山的结果。"),
    (REPLY, "关于村口路灯安装，我局高度重视。"),
    (REPLY, "请扫描二维码，手机浏览！"),
    (Genre.REPORT, "向每一位护林员，致以节日的问候！"),
    (Genre.REPORT, "二是供水能力不足，管网还不够完善；"),
    (Genre.REPORT, "全县水利工作会议部署了七项重点工作。"),
    (Genre.REPORT, "以上指标安排，体现了积极稳妥的要求。"),
    (Genre.REPORT, "实现上述目标，有良好的基础。"),
    (Genre.REPORT, "这里需要说明，降低用水量这一目标留有余地。"),
    (Genre.REPORT, "粮食稳定增产难度加大。"),
    (Genre.REPORT, "一些村庄生活比较困难。"),
    (Genre.REPORT, "全县没有完成年初确定的节水目标。"),
    (Genre.REPORT, "突出表现在能耗高、效益差。"),
    (Genre.REPORT, "产生这些问题，主要是巡查不够细。"),
    (Genre.REPORT, "这是民生持续改善的五年。"),
    (Genre.REPORT, "这些变化，是护渠队日夜巡守的结果。"),
    (PLAN, "以下措施均需各县落实，不再单独列出。"),
    (REPLY, "以上意见供你单位统一答复时参考。"),
    (REPLY, "以上答复意见已经我局局长审定,请填写办理情况征询意见表。"),
    (REPLY, "您提出的《关于修建东湖公路的建议》已转至我局办理。"),
    (REPLY, "但是,目前从财政上还没有专门的经费预算。"),
]


@pytest.mark.parametrize(("genre", "sentence"), BACKGROUND)
def test_what_surrounds_the_facts(genre: Genre, sentence: str) -> None:
    """Who speaks to whom, how a proposal was passed on, what is expected or lacking: none of it is a fact."""
    assert kinds(sentence + "\n", genre) == ""


def test_a_briefing_on_how_things_stand_looks_ahead_too() -> None:
    """A headline that ends with 情况 makes no summary of it."""
    reading = "部门介绍供水工作情况\n\n一、分类供水\n县水务局负责人表示，各乡镇要分类供水。目前已供水20万吨。\n"
    facts = analyse(plain_document(f"{reading}县政府举行新闻发布会。\n")).facts
    assert [type(fact) for fact in facts if isinstance(fact, tuple(LETTER))] == [Commitment, Achievement]


TOLD = [
    (Genre.REPORT, "这些问题，我们一定高度重视，认真加以解决。", "C"),
    (Genre.REPORT, "去年全市财政比预算超收7亿元。", "A"),
    (BRIEFING, "农业生产总体稳定。", "A"),
    (BRIEFING, "全县水务系统将严格监管与服务有机结合，自觉将审批重心放到大局中谋划。", "A"),
    (BRIEFING, "随着供水恢复，企业用水开始回升，部分指标降幅收窄。", "A"),
    (BRIEFING, "我们将下功夫整修渠道。", "C"),
    (BRIEFING, "目前，我县已处于灌区改造的攻坚期，对此，县水务局局长表示，我县将加快建设。", "C"),
    (BRIEFING, "报告提出，未来5年，全县着力打造节水样板。", "Q"),
    (BRIEFING, "县水务局将改造灌区。从整修干渠、培训队伍等方面，提高供水水平。", "CC"),
    (BRIEFING, "各项用水工作都要为此出力、补短、提速。", "C"),
    (BRIEFING, "近五年，全县改造了12处泵站，2030年我们希望再改造5处泵站。", "AC"),
    (BRIEFING, "县水务局将改造灌区。二是干渠，现在范围已经扩大到全县，要继续扩大改造规模。", "CC"),
    (BRIEFING, "县水务局将改造灌区。提升泵站照明，共计改造灯具1100盏。", "CA"),
    (BRIEFING, "在2029年水利工作会议上，总书记就提出要加快灌区改造，又多次强调要补齐短板。", "Q"),
    (BRIEFING, "他对采访提出三点希望，一是把握导向，做好科普。", "C"),
    (Genre.REPORT, "河道巡查工作力度加大。", "A"),
    (BRIEFING, "县水务局排查漏点11处，还有3处正在检修，已挂牌督办，限9月10日前检修完毕。", "C"),
    (
        BRIEFING,
        "下半年，县水务局将做好以下工作：5月至8月整修干渠，6月前全部通水，首段已建成；培训巡渠队伍，每月两次。",
        "CC",
    ),
    (BRIEFING, "根据《石桥县用水办法》规定，超出计划的水量，应按两倍水价缴费。", "Q"),
    (Genre.OTHER, "目前，水价平稳，各镇、各供水站必须把节水建立在保证供水的基础之上。", "C"),
    (REPLY, "夜间供水方面，我们同供水站商量，从8月起末次供水延到22时。", "C"),
    (REPLY, "夜间供水方面，我们同供水站商量，从3月起末次供水延到22时。", ""),
]


@pytest.mark.parametrize(("genre", "sentence", "kind"), TOLD)
def test_what_is_told_in_few_words(genre: Genre, sentence: str, kind: str) -> None:
    """Problems that will be met, last year's balance, how a branch is faring."""
    assert kinds(sentence + "\n", genre) == kind


def test_a_forecast_with_what_is_to_be_done_about_it() -> None:
    """What is expected is background, what the same sentence undertakes because of it is not."""
    assert kinds("节后我市将迎来客流高峰,我们将增开夜间公交专线。\n", BRIEFING) == "C"


def test_a_state_is_told_by_its_measures() -> None:
    """What a chapter on the present state measures has been reached; what it only describes is background."""
    text = (
        "石桥省智慧水务规划\n一、现状与形势\n近十年来,我省智慧水务取得长足进步。监测能力不断提升,覆盖率超过50%。\n"
        "国际竞争更趋激烈,用水方式持续变化。\n二、重点任务\n建设监测平台,推广智能水表。\n"
    )

    assert kinds(text, PLAN) == "AAC"


def test_the_measures_of_a_paper_that_a_briefing_presents() -> None:
    """方面,提出3项措施 opens what another paper demands; an account ends it."""
    text = (
        "石桥市水务新闻发布会\n市政府办公厅日前印发《关于保障供水的若干措施》。\n"
        "保障供应方面,提出加强调度等3项措施。对重点用户优先供水,严格执行计量要求。\n全市已新建泵站12座。\n"
    )

    assert kinds(text, BRIEFING) == "AQQA"


def test_a_paper_that_is_presented_sentence_by_sentence() -> None:
    """据介绍,《方案》坚持…,提出… and what goes on with it is quoted, until somebody speaks or an account is given."""
    text = (
        "石桥市水务新闻发布会\n据介绍,《方案》坚持节水优先,提出到2030年,灌区全部装表计量。其中,重点灌区完成改造20处。\n"
        "《方案》面向城乡,聚焦重点环节,部署六项工程。比如,管网改造工程明确,漏损率下降2个百分点。目前,全市已新建泵站12座。\n"
    )

    assert kinds(text, BRIEFING) == "QQQQA"


def test_requests_of_an_answer() -> None:
    """What the proposal asks for is told as such, unless it only leads in the answer; a duty of the state is quoted."""
    assert kinds("建议中提到的东湖村因设施薄弱导致用水困难,并要求新建一座泵站。\n", REPLY) == "Q"
    assert kinds("针对您提出开通东湖公交的建议,由于道路不符合要求。\n", REPLY) == ""
    assert kinds("到2035年,全国要建成节水县1000个。\n", REPLY) == "Q"


def test_the_guiding_idea_before_the_tasks_of_a_report() -> None:
    """What meetings found and what is to be held to opens the tasks and is none."""
    text = (
        "石桥市政府工作报告\n二、2030年工作安排\n市委经济工作会议深入分析了我市的比较优势,为我们提供了根本遵循。\n"
        "做好今年工作,要坚持稳中求进,奋力开创新局面。\n新建泵站12座,改造管网30公里。\n"
    )

    assert kinds(text, Genre.REPORT) == "C"


def test_what_answers_to_the_press_demand_of_those_below() -> None:
    """要求各地… and 对…要加强… behind an account are undertaken."""
    text = (
        "石桥市水务新闻发布会\n去年全市新建泵站12座。对同一部门发放的证照,对证照事项要加强管理。"
        "同时,在组织实施上,要求各地坚持统一标准。\n"
    )

    assert kinds(text, BRIEFING) == "ACC"


def test_what_a_speaker_demands_amid_an_account() -> None:
    """Who says what must be done undertakes it; what is only said of things, quoted or not, is no account."""
    text = (
        "石桥市防汛新闻发布会\n全市已加固堤防12处。\n市水务局副局长说,要进一步加强巡查和调度,严禁擅自开闸。\n"
        '"这种做法是多余的,也起不到作用。"\n县水务局负责人认为,小水库的情况较为复杂,与往年不同。\n'
    )

    assert kinds(text, BRIEFING) == "AC"


def test_what_goes_on_in_a_plan_period() -> None:
    """A sentence of a period that is not over is an undertaking; one of a period gone by is not."""
    assert kinds("“十五五”期间,我局按照总体规划,加快推进农村供水工程建设。\n", REPLY) == "C"
    assert kinds("“十四五”期间,我局建成了农村供水工程12处。\n", REPLY) == "A"


def test_what_follows_a_condition() -> None:
    """即可 and 将依据 behind a condition say what will be done."""
    assert kinds("资金下达后即可启动水厂扩建工程。\n", REPLY) == "C"
    assert kinds("规划批复后,将依据规划完成水厂的布局调整。\n", REPLY) == "C"


def test_who_speaks_may_stand_on_a_line_of_its_own() -> None:
    """What stands behind the name of a journalist is asked, whatever it tells, until somebody else is named."""
    text = (
        "主持人：\n请记者提问。\n石桥电视台记者：\n我们关注到，今年供水站查处了11起偷水案件。\n请问成效如何？\n"
        "县水务局局长 青石：\n今年以来，供水站查处偷水案件11起。\n主持人：\n谢谢青石局长。\n"
    )
    assert kinds(text, BRIEFING) == "A"
    assert kinds(text.replace("石桥电视台记者：\n", ""), BRIEFING) == "AA"
    addressed = text.replace("主持人：\n谢谢", "主持人：\n各位记者朋友：\n今年全县修渠3公里，已全部通水。\n谢谢")
    assert kinds(addressed, BRIEFING) == "AA"
