"""What is done and what is promised, where days, lists and the parts of a sentence decide and no word of tense does."""

from __future__ import annotations

import pytest

from corpus import Genre
from tests.test_extract_statements import kinds

R, P, N = Genre.PROPOSAL_REPLY, Genre.PRESS_BRIEFING, Genre.OTHER
WRITTEN = "2029-06-15"
TOLD = [
    # genre, text of 15 June 2029, kinds of its statements in order
    (R, "夜间班次四季度起加密，末班车延长到22时。", "C"),
    (R, "将继续修缮候车亭。候车亭3月底完工26座。", "CA"),  # a day that is over
    (R, "我局当即发函督促，3月底前将奖补资金全部收回。", "A"),
    (R, "学生卡半价从9月1日起执行。", "C"),
    (P, "冷库土建已经完成，设备正在安装，11月投用。", "C"),
    (P, "岗位招聘笔试已经结束，7月中旬面试。", "C"),
    (P, "上半年已签订油茶订单3.2万亩，全年要达到5万亩。", "C"),
    (P, "两条渠道已经清淤，剩下的三条计划再用两年清完。", "C"),
    (P, "已完成水闸改造三座，争取群众支持。", "A"),
    (R, "一、工作开展情况\n去年培训管水员100人，今年拟再培训80人。", "C"),
    (R, "一、工作开展情况\n今年拟新增水窖15口。", "C"),
    (R, "一、工作开展情况\n已梳理一批渠道，正在与银行对接，争取首批能够开工。", "C"),
    (R, "一、工作开展情况\n水价方案已形成送审稿，报县政府审定后印发实施。", "C"),
    (R, "一、工作开展情况\n还有2处水闸没有修好，我们将督促尽快完成。", "C"),
    (R, "一、工作开展情况\n计划改造水窖120口，已开工98口，剩余22口8月底前开工。", "C"),
    (R, "一、工作开展情况\n去年原计划建设泵站10座，实际建成12座。", "A"),
    (R, "经与县财政局会商，暂不具备设立基金的条件，将争取纳入省基金范围。", "C"),
    (P, "对这些县已经进行了约谈，后面还要按月通报。", "C"),
    (P, "下半年打算把试点扩大到各镇，再选10家合作社。", "C"),
    (P, "以前没有教材，今年计划开发50种，主要是活页式的。", "C"),
    (R, "市政府正研究整治工程，拟采用总承包，前期工作已委托设计单位开展。", "A"),
    (P, "县水务局已印发方案，各镇要抓好落实。", "C"),
    (P, "已在站房搭了雨棚，供用户稍作歇息，准备口罩和热水。", "A"),  # what is kept ready
    (P, "已建成泵站两座，年内准备再建一座。", "C"),
    (P, "下半年，我们的考虑是，争取收购秋粮20万吨；新设收购网点5个；举办一次产销对接会。", "CCC"),
    (P, "对有贡献的，将择优授予称号；支持水厂招聘管水员，予以补助5人；", "CA"),  # a rule amid others
    (R, "新出让的地块共23宗，均将停车要求写入了合同。", "A"),
    (R, "从去年7月起，新出让的地块已全部将停车要求写入合同。", "A"),
    (R, "去年我局将18个乡镇全部纳入补贴范围，已发放补贴。", "A"),
    (R, "今年，我局重点办好以下几件事：\n（一）打通断头路12公里，连接青石、云水两镇。\n", "C"),
    (R, "近三年主要做了以下几件事：\n（一）打通断头路12公里，连接青石、云水两镇。\n", "A"),
    (
        R,
        "下一步，我局将做好管护。一是与三个县联合打造沿河绿道，首批项目14个，目前已开工5个；",
        "CC",
    ),  # how far a task has come
]


@pytest.mark.parametrize(("genre", "text", "expected"), TOLD)
def test_days_lists_and_last_clauses_decide(genre: Genre, text: str, expected: str) -> None:
    """A bare verb behind a day to come is promised, behind one gone by it is done; the last clause has the word."""
    assert "".join(kind for kind, _ in kinds(text, genre, as_of=WRITTEN)) == expected


BUDGET = (
    "一、2028年预算执行情况\n全县财政收入完成8亿元，增长7%。\n"
    "二、2029年预算草案\n全县财政收入预算9亿元，增长12%。\n"
    "三、完成2029年预算的主要措施\n县财政安排项目前期费800万元。\n"
)


def test_a_budget_sets_its_year() -> None:
    """What a report on a budget says of the year to come are targets and tasks."""
    assert "".join(kind for kind, _ in kinds(BUDGET, Genre.REPORT, as_of="2029-01-12")) == "ACC"


BEHIND_THE_FIRST_WORDS = [
    (R, "目前存在的困难与您所说的一致：一是设备陈旧。全县只有4台泵，有的已经用了九年。", ""),
    (R, "目前存在的困难与您所说的一致：一是设备陈旧。针对上述问题，县里已拨资金9万元。", "A"),
    (R, "从检查看，还有约20处水闸带病运行，主要集中在山区。", ""),
    (R, "县财政局认为现有基金已包含这一方向，可以通过子基金解决，暂不单设。", ""),
    (R, "您建议编制规划、建立名录，前一项已连续办了三年；", "A"),
    (R, "近日国务院办公厅印发《关于加强节水的意见》，对今后一个时期的工作作出部署，提出到2035年用水下降9%。", "Q"),
    (P, "用水合格率95.4%，比年初提高0.3个百分点，但山区依然偏低，压力不小。", "A"),
    (P, "[王某]谢谢您对防汛工作的关心。刚才张局长介绍了总体情况，我再补充几句。我的介绍就到这里。", ""),
    (P, "上月水价环比上涨0.5%，12月份同比上涨3.2%。", "A"),
    (
        P,
        "[主持人]请提问。\n[石桥日报记者]请问水价如何？\n[李某]从供求看，我觉得涨价的因素不多，所以不必担心。\n",
        "",
    ),
    (N, "会上，青石、云水两镇负责同志作了发言。", ""),
    (N, "负责人还就记者提出的有关问题作了解答。", ""),
]


@pytest.mark.parametrize(("genre", "text", "expected"), BEHIND_THE_FIRST_WORDS)
def test_problems_others_and_talk(genre: Genre, text: str, expected: str) -> None:
    """Problems end where measures begin; others' opinions, courtesy and what speakers weigh state nothing."""
    assert "".join(kind for kind, _ in kinds(text, genre, as_of=WRITTEN)) == expected


SECTIONS = [
    # kind of document, text, kinds of its statements in order
    (Genre.PLAN, "一、主要任务\n改造水窖三百口，配套管网。前一阶段，各镇已签订责任书3万份。\n", "CA"),
    (
        Genre.REPORT,
        "一、上半年工作情况\n今年计划清淤260公里，1至5月完成清淤148公里。今年计划改造渠道50公里。\n",
        "AC",
    ),
    (Genre.REPORT, "一、上半年工作情况\n招收学徒320人，与邻县相比差距较大。但两镇流失仍较严重，超过5%。\n", "A"),
    (Genre.PLAN, "一、总体要求\n以节水理念为指导，坚持先急后缓的原则，到2035年，建成水窖900口。\n", "C"),
]


@pytest.mark.parametrize(("genre", "text", "expected"), SECTIONS)
def test_sentences_that_leave_their_section(genre: Genre, text: str, expected: str) -> None:
    """An account amid tasks, a plan amid an account, a target behind a guiding idea."""
    assert "".join(kind for kind, _ in kinds(text, genre, as_of=WRITTEN)) == expected


STATES = [
    (R, "将继续加强管护。现有管水员1600余人，大部分为当地村民。", "CA"),
    (R, "将继续加强管护。针对上述问题，县里去年下拨资金380万元。", "CA"),
    (R, "现有创业园6个，入驻企业143家。对吸纳就业10人以上的，给予一次性奖励5万元。", "AA"),
    (R, "其余水窖需结合农房改造分期实施。", "C"),
    (R, "我局正在总结经验，研究提出规范管水的具体措施。", "C"),
    (N, "县林业局组成两个督导组，从7月10日起每周督导一次，对排名末位的乡镇进行约谈。", "C"),
]


@pytest.mark.parametrize(("genre", "text", "expected"), STATES)
def test_states_amid_tasks_and_rules_behind_accounts(genre: Genre, text: str, expected: str) -> None:
    """How things are by now is no promise; what holds goes on behind an account; what is left is still to come."""
    assert "".join(kind for kind, _ in kinds(text, genre, as_of=WRITTEN)) == expected
