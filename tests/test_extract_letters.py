"""Answers to citizens' letters: how they are known, what they repeat, pass on, explain, and what they tell as done."""

from __future__ import annotations

import pytest

from corpus import Achievement, Commitment, Genre, QuotedDuty
from extract.bodies.departments import find_organizations
from extract.layout.genre import classify
from extract.matching import fold
from extract.statements.find import find_statements
from extract.times.dates import find_times
from tests.readings import read_text

_LETTER = {Commitment: "C", Achievement: "A", QuotedDuty: "Q"}


def letters(text: str) -> str:
    """C, A or Q for each statement of the answer to a letter, in order."""
    reading = read_text(text, Genre.OTHER, genre_word="答复")
    _, mentions = find_organizations(reading)
    return "".join(_LETTER[type(fact)] for fact in find_statements(reading, find_times(reading), mentions, ()))


ANSWERS = [
    ("网友：您好！关于石桥镇修渠的情况，现说明如下：", True),
    ("您的留言已收悉。现将有关情况回复如下：", True),
    ("函件收悉，经调查处理，现将有关情况回复如下：一、概况。", True),
    ("您反映的支渠漏水问题已转县水务局调查处理。", True),
    ("现将有关情况回复如下：一、水费标准。", True),
    ("尊敬的网友：关于水费标准，县发改局已经公布。", True),
    ("首先感谢您的来信。县水务局立即派人查看。", True),
    ("石桥县水务局近日整修支渠，群众反映良好。", False),
    ("你局《关于修渠的请示》收悉。现批复如下：", False),
    ("记者从县水务局获悉，支渠已经通水。网友纷纷点赞。", False),
]


@pytest.mark.parametrize(("text", "answers"), ANSWERS)
def test_answers_are_known_by_how_they_open(text: str, answers: bool) -> None:
    """A text that greets or names who wrote answers a letter, and is of no genre of its own."""
    assert (classify(None, fold(text)) == (Genre.OTHER, "答复")) is answers


SENTENCES = [
    # behind an account
    ("县水务局依托水站，大力宣传节水知识，推广滴灌。", "A"),
    ("支渠总投资约三百万元，全长12公里，设计流量2立方米。", "A"),
    ("由村民以户为单位向水务站提出书面申请。", "A"),
    ("用水户可到水务站办理过户手续。", "A"),
    ("用水户身份证复印件;", "A"),
    ("支渠是灌区的一部分，水源来自青石河。", ""),
    ("因此，该段支渠水量不会减少。", ""),
    ("水站属于村集体，资金来源为水费，依靠水费开展维修。", ""),
    ("2、清淤疏浚。", ""),
    ("网友称，其为云水小区住户，夜间水泵噪音扰民。", ""),
    ("网友称，其为云水小区住户，夜间水泵噪音扰民。请求有关部门责成水厂整改。", ""),
    ("您反映的问题已转青石县水务局核查、办复，感谢您的留言。", ""),
    ("如有其他疑问，请咨询县水务局供水股，电话另行告知。", ""),
    ("您可以按照上述要求提供材料，向水务站申请开户。", ""),
    ("同时，欢迎多提宝贵意见。", ""),
    ("感谢您在百忙之中提出的意见，祝您身体健康！", ""),
    ("“石桥居民”您好！", ""),
    ("施工噪音对沿渠住户有一定影响。", ""),
    ("但由于诸多原因，缺水还时有发生，需要大家节约用水。", ""),
    ("承包供水有利于节省开支，但后期的管护难以规范。", ""),
    ("闸房正在修缮，预计在两周内完成。", "C"),
    ("县水务局会进一步加强巡查，确保不再漏水。", "C"),
    ("计划从2030年到2032年，投入资金约3亿元，整修渠道40公里。", "C"),
    ("经现场核实，该厂手续齐全，水处理设施配套到位。", "A"),
    # what a law or paper lays down
    ("根据《农村供水条例》第五条规定，用水户应按期缴纳水费。", "Q"),
    ("根据《供水办法》（水农〔2029〕4号）文件规定，家庭用水每月超过20吨的，按第二档水价计算。", "Q"),
    ("《石桥县供水通知》石政办发〔2029〕24号文件规定：“水务站负责管理本镇水表。", "Q"),
    ("根据《农村供水条例》第五条规定，我局对该水厂进行了处罚。", "A"),
    ("根据《节水办法》和有关方案，县水务局结合水源、管网状况进行分区，划定供水范围。", "A"),
]


@pytest.mark.parametrize(("sentence", "kind"), SENTENCES)
def test_sentences_behind_an_account(sentence: str, kind: str) -> None:
    """A letter explains much: only a deed, a value or a rule in force goes on with the account before it."""
    assert letters(f"您的留言已收悉。我局已修建水站12座。{sentence}") == "A" + kind


TEXTS = [
    (
        "《供水意见》对各方职责规定如下：“（一）县水务局统筹管理。1、通力合作。加快安装水表。”目前已装表。",
        "QA",
    ),
    ("下一步，我们将开展以下工作。各水站要成立了管护小组。要鼓励村民参与，为节水奠定了基础。", "CCC"),
    ("下一步我们将继续清淤。二、用水规划情况在石桥镇规划布局的水站超过15座，沿干渠布置，以中型水站为主。", "CA"),
    ("各镇要管好水闸，现将有关情况介绍如下：\n石桥供水方便，为村民生活增添便利条件。", ""),
    ("我局已修建水站12座。\n一、基本情况\n石桥水厂已建成三年。水厂采用沉淀加过滤工艺，日供水2万吨。", "AAA"),
    ("我局已修建水站12座。因此，水务部专门开展行动，要求2030年底消除漏水。", "AQ"),
    ("镇里接到来信后，立即派人查看，现将有关情况说明如下：我局已经修好水闸。", "A"),
]


@pytest.mark.parametrize(("text", "kinds"), TEXTS)
def test_what_is_carried_through_a_letter(text: str, kinds: str) -> None:
    """A quotation goes on to its end; what is next goes on to the next part, whatever was begun in it."""
    assert letters(text) == kinds


def test_what_answers_nobody_needs_a_word_of_tense() -> None:
    """Without an answer, a sentence without a word of tense is told by nothing."""
    reading = read_text("我局已修建水站12座。由村民向水务站提出书面申请。", Genre.OTHER)
    assert len(find_statements(reading, find_times(reading), (), ())) == 1
