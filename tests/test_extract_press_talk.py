"""What is said before the press beside what is told: of the talk itself, opinions, reasons, advice, single cases."""

from __future__ import annotations

import pytest

from corpus import Achievement, Commitment, Genre, QuotedDuty
from extract.bodies.departments import find_organizations
from extract.statements.find import find_statements
from extract.times.dates import find_times
from tests.readings import read_text

LETTER = {Commitment: "C", Achievement: "A", QuotedDuty: "Q"}
LED = "[主持人]各位好。\n[石桥日报记者]灌区今年怎么样？\n[某一山]谢谢。"
"""The head of a transcript, behind which somebody answers."""


def kinds(text: str, head: str = LED) -> str:
    """C, A or Q for each statement of a briefing of 2030."""
    reading = read_text(head + text, Genre.PRESS_BRIEFING, as_of="2030-05-01")
    _, mentions = find_organizations(reading)
    return "".join(LETTER[type(fact)] for fact in find_statements(reading, find_times(reading), mentions, ()))


@pytest.mark.parametrize(
    "sentence",
    [
        "我先来回答您关心的水价。",
        "那么，我再简单补充几句。",
        "刚才局长介绍了渠道改造，我再补充一点。",
        "所以，请广大用水户放心。",
        "我们注意到了网上的这些议论。",
        "我可以明确地告诉大家，城区水质是安全的。",
        "我是石桥市水务局副局长某一山。",
        "受连日降雨影响，材料调运不同程度受阻，制约了工程进度。",
        "针对水价问题，我们主要从三方面着手：一是严把水质关。",
        "非常高兴有机会和大家见面交流。",
        "现在向大家通报春灌进展。",
        "我的回答就到这里，谢谢。",
        "第三个问题，水库的鱼。",
        "这个问题您可以去问气象局的专家。",
        "下面请媒体朋友继续提问。",
        "下周三我们将继续举行通气会，欢迎大家关注。",
        "下一季的来水，现在还不好讲。",
        "目前没有证据表明水源受到了影响。",
        "据行业协会测算，如果停水三天，全县将损失两亿元。",
        "从下周开始，大家会看到水价逐步回落。",
        "上游来水偏少，供水压力会进一步显现。",
        "今后几天还可能会有零星的降雨。",
        "假如一户用了十吨水，原来要交三十元，现在交二十五元。",
        "打个比方，水渠就像人身上的血管，堵了就要疏通。",
        "比如某户去年交了三百元，今年只交二百元。",
        "有许多农家乐已经装上了节水龙头，效果不错。",
        "今年的雨情，我看总体可控。",
        "应当说，山区缺水的矛盾还比较突出。",
        "所以我们的头脑要保持清醒。",
        "因此这次没有对水价作统一的调整。",
        "各镇的口径不一样，所以没有公布用水情况。",
        "用水量回落，主要是受连续阴雨的影响。",
        "这说明农村供水的韧性是强的。",
        "今天我们很高兴地邀请到市水务局副局长，请他向各位作介绍。",
        "因防汛需要，今天请大家全程佩戴口罩。",
        "长期以来大家对供水工作给予了很多关注，在此表示感谢。",
        "市水务局副局长出席并作通报，石桥日报等十余家媒体到会。",
        "昨天，市水务局举行在线访谈活动，就有关问题与网友交流。",
        "泵站人手短缺仍是“老大难”，全县现有护泵员80人。",
        "部分乡镇进度不太理想，石桥镇只建成1处。",
        "水价降下来，有利于种粮大户扩大规模。",
        "绝大多数水泵企业是供大于求的。",
        "也不排除有个别商户囤货的因素。",
        "我们有信心、有能力保持水价基本稳定。",
        "下游村庄的二次污染需要格外警惕。",
        "污水的具体来源还在进一步调查。",
        "管网老化的地方容易爆管。",
        "建议大家近期不要饮用生水，水要烧开再喝。",
        "请去过水库游玩的人员主动到社区登记；",
        "非必要不下河，勤洗手、常通风。",
    ],
)
def test_mere_talk(sentence: str) -> None:
    """Nothing is told by it, and what the office did or will do stays told."""
    assert kinds(sentence) == ""
    assert kinds(f"全县完成渠道清淤80公里。{sentence}\n") == "A"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("我觉得这个成绩来得早，一季度用水量同比下降了3.5%。", "A"),
        ("有的乡镇已经完成渠道改造60公里。", "A"),
        ("因此，我们组织人员连夜抢修了三处管道。", "A"),
        ("为方便群众，我们在各镇设立了缴费点。", "A"),
        ("不少企业在我局指导下更换了水表1200块。", "A"),
        ("我们将尽可能减少停水时间。", "C"),
        ("下一步，我局将加大抽检频次，请广大市民监督。", "C"),
        ("所以下一步我们将把排查的重点放到山区。", "C"),
        ("首先，我先通报一下病例情况：4月30日，全县新增确诊病例2例。", "A"),
        ("现有疑似病例12例，累计死亡病例1例（石桥镇）。", "A"),
        ("各级水务部门共出动20多人次深入6家水厂检查指导供水安全。", "A"),
        ("不折不扣落实属地管理职责，严格实行验收负责制度。", "A"),
        ("“十五五”我们初步打算治理河道200公里。", "C"),
        ("在供水方面，今年市政府确定的目标是新建水厂5座。", "C"),
        ("也欢迎社会资本参与，先建后补。", "C"),
        ("市水务局要求相关乡镇水管站一周内拿出整改方案。", "C"),
        ("县水务局已经起草了管护办法，待征求各镇意见后印发。", "C"),
    ],
)
def test_told_all_the_same(sentence: str, kind: str) -> None:
    """A figure reached, a deed and an undertaking are told, whatever weighs them."""
    assert kinds(sentence) == kind


def test_of_whom_a_deed_is_told_is_not_weighed() -> None:
    """Who may come to want for something is told behind the deed for them, and is no opinion."""
    assert kinds("全县已清淤渠道80公里。县水务局对可能缺水的企业逐户走访，主动送水上门。", "") == "AA"


def test_reasons_go_on() -> None:
    """What is listed as reasons is background as far as the list goes."""
    told = "增速回落，有这么几个原因：一是去年同期的基数比较低；二是水泵企业的订单转向外省；三是雨季推迟。"

    assert kinds(told) == ""
    assert kinds(f"{told}县水务局已经会同商务部门采取了措施。") == "A"


def test_case_of_one_person() -> None:
    """The case of one person goes on up to what those who speak for all did about it."""
    case = "病例3，女，42岁，住石桥镇。5月2日自觉乏力，自行服药。5月4日到县医院就诊，当日确诊。"

    assert kinds(case) == ""
    assert kinds(f"{case}现已判定密切接触者9人，均已落实观察。") == "A"


@pytest.mark.parametrize(
    "head",
    [
        "主持人：各位好，请某一山介绍。\n石桥日报记者：灌区怎么样？\n某一山：",
        "主持人：\n各位好，请某一山介绍。\n石桥日报记者：\n灌区怎么样？\n某一山：\n",
        "主持人：各位好，请某一山介绍。 石桥日报记者：灌区怎么样？ 某一山：",
    ],
)
def test_label_is_no_part_of_the_sentence(head: str) -> None:
    """Courtesy behind a label is known by its own first words, and what is told starts behind the label."""
    assert kinds("很高兴和大家见面交流。", head) == ""

    reading = read_text(head + "全县完成渠道清淤80公里。", Genre.PRESS_BRIEFING, as_of="2030-05-01")
    _, mentions = find_organizations(reading)
    (fact,) = find_statements(reading, find_times(reading), mentions, ())
    assert fact.span.of(reading.document.text) == "全县完成渠道清淤80公里。"
