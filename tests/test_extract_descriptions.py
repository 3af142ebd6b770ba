"""Sentences that neither report nor lay down anything, and what statutes say beside duties and powers."""

from __future__ import annotations

import pytest

from extract.statements.descriptions import is_motto, says_what_is
from extract.statements.statutes import lays_no_duty


@pytest.mark.parametrize(
    ("words", "motto"),
    [("蓝图已经绘就,奋进正当其时!", True), ("新建水厂三座,改造管网百里。", True), ("加强管网改造,推进节水。", False)],
)
def test_mottoes(words: str, motto: bool) -> None:
    """Two halves of one length; whether they set a task is asked of their cues."""
    assert is_motto(words) is motto


def test_what_something_is() -> None:
    """A sentence of one part with 是 in it."""
    assert says_what_is("节水是一项基础性的工作。")
    assert not says_what_is("节水是基础性的工作,要抓好落实。")


def test_how_hard_something_is() -> None:
    """Two traits and nothing else; what is asked for behind them counts."""
    assert says_what_is("农村供水工作,政策性强,涉及面广且难度大。")
    assert not says_what_is("农村供水工作,政策性强,涉及面广,要抓好落实。")


@pytest.mark.parametrize(
    ("words", "demands", "none"),
    [
        ("用水单位可以委托专业机构。", False, False),
        ("申请人有权查阅用水记录。", False, False),
        ("水表故障的,用户可向石桥供水站申请检修。", False, False),
        ("本办法适用于全市的用水活动。", False, True),
        ("擅自取水的,处一万元以下罚款。", True, True),
        ("市水务局负责用水监督,可以委托专业机构。", False, False),
        ("第三条水权台账是水权交易的依据,是用水管理的基础。", False, True),
        ("云水水网平台包括:调度平台、计量平台。", False, True),
        ("验收报告应当包括计量结果。", True, False),
    ],
)
def test_no_duties(words: str, demands: bool, none: bool) -> None:
    """Scope, contents and penalties lay down no duty; what somebody has to do or may do counts."""
    assert lays_no_duty(words, demands=demands) is none
