"""Explanations of papers and talks with journalists on one: what answers what the paper lays down is quoted."""

from __future__ import annotations

import pytest

from corpus import Achievement, Commitment, QuotedDuty
from extract import analyse
from tests.conftest import plain_document

KINDS = {Commitment: "C", Achievement: "A", QuotedDuty: "Q"}

TALK = """县水务局就《石桥县灌区用水管理办法》答记者问

近日，县水务局印发《石桥县灌区用水管理办法》，县水务局有关负责人回答了记者提问。
1．为什么要出台《石桥县灌区用水管理办法》？
答：全县灌区面积已达到38万亩。
2．在用水安排上有什么规定？
答：用水户每年编制一次计划，由供水站核定。{rule}
3．下一步如何抓好落实？
答：{next}
"""
EXPLANATION = """《石桥县灌区用水管理办法》政策解读

一、制定背景
灌区扩大以后，供水站难以按旧办法配水。
二、主要内容
{rule}
三、贯彻落实
{next}
"""


def kind_of(text: str, sentence: str) -> str | None:
    """C, A or Q of the statement that holds a sentence of a text; None where it is background."""
    found = [
        KINDS[type(fact)]
        for fact in analyse(plain_document(text)).facts
        if type(fact) in KINDS and sentence in fact.span.of(text)
    ]
    return found[0] if found else None


@pytest.mark.parametrize(
    ("rule", "kind"),
    [
        ("超出计划的水量，按两倍水价收取。", "Q"),
        ("用水户不得自行开闸，供水站每月公布一次水量。", "Q"),
        ("目前已有126个用水户编制了计划。", "A"),
        ("办法共六章三十二条。", None),
    ],
)
@pytest.mark.parametrize("frame", [TALK, EXPLANATION])
def test_what_answers_a_question_on_the_paper(frame: str, rule: str, kind: str | None) -> None:
    """A rule of the paper is quoted; what was done since, and what only leads in, is what it is elsewhere."""
    assert kind_of(frame.format(rule=rule, next="我局将组织三次培训。"), rule) == kind


@pytest.mark.parametrize(("frame", "kind"), [(TALK, "A"), (EXPLANATION, None)])
def test_why_a_paper_came_is_no_rule_of_it(frame: str, kind: str | None) -> None:
    """What answers another question, or stands under another heading, is what it is elsewhere."""
    sentence = (
        "灌区扩大以后，供水站难以按旧办法配水。" if kind is None else "供水站每天按旧办法配水两次，及时处理漏水。"
    )
    text = frame.replace("全县灌区面积已达到38万亩。", sentence).format(
        rule="用水户每年编制一次计划。", next="我局将组织三次培训。"
    )
    assert kind_of(text, sentence) == kind


@pytest.mark.parametrize("frame", [TALK, EXPLANATION])
def test_what_is_next_is_promised(frame: str) -> None:
    """What the office says of its own next steps is no rule of the paper."""
    sentence = "我局将于年底前组织三次培训。"
    assert kind_of(frame.format(rule="超出计划的水量，按两倍水价收取。", next=sentence), sentence) == "C"


def test_another_text_with_questions_tells_no_paper() -> None:
    """Without a paper at its head a text is read by its own words."""
    text = "县水务局有关负责人答记者问\n\n1．供水站怎样巡渠？\n答：供水站每天巡渠两次，及时处理漏水。\n"
    assert kind_of(text, "供水站每天巡渠两次，及时处理漏水。") == "A"


def test_a_question_may_ask_nothing() -> None:
    """Behind 问: stands what a journalist says, up to the end of the paragraph or 答:."""
    question = "请介绍办法出台的背景，目前灌区已有三座水库。"
    text = f"县水务局就《石桥县灌区用水管理办法》答记者问\n\n问：{question}\n答：全县灌区面积已达到38万亩。\n"
    assert kind_of(text, question) is None
    assert kind_of(text, "全县灌区面积已达到38万亩。") == "A"
