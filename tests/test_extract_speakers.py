"""What speakers to the press tell: plans that go on, measures of papers, demands of those above."""

from __future__ import annotations

import pytest

from corpus import Genre
from tests.test_extract_statements import kinds

TALKS = [
    # text, kinds of its statements in order
    ("今后，市水务局将发挥政策集合效应。一是用好节水资金，降低水费。二是推出便民服务，方便群众。", "CCC"),
    ("市水务局副局长介绍，该局将重点做好监测工作。继续加强管网巡查。目前已巡查管网30公里。", "CCA"),
    ("全市已建成节水站12个。进一步加强了巡查。", "AA"),
    (
        "日前，省政府印发了《关于做好节水工作的通知》。主要有两项措施：\n一、水价按季度核定，从2031年1月起实施。\n二、水费由年付改为月付，从2031年3月起实施。",
        "AQQ",
    ),
    ("为确保改革平稳，省政府要求各级政府加强组织领导。同时要加强经费保障。目前已拨付经费30万元。", "QQA"),
    ("《节水规划》共分七章，提出到2035年，用水量降低30%。全市已建成节水站12个。", "QA"),
    ("《节水规划》部署了三项重点任务：\n一是夯实基础。建设计量设施，推进联网。\n全市已建成节水站12个。", "QA"),
    (
        "下一步，我们将进一步加强管网巡查，确保全市供水安全平稳。\n石桥日报记者：近期天气炎热，大家很关心供水。请问节水进展如何？\n节水是社会各界关心的问题。全市推广节水器具，减少漏损。",
        "CA",
    ),
    ("市水务局将支持节水改造。一方面，安排资金5亿元，支持20个项目。另一方面，鼓励社会资本参与。", "CCC"),
    ("我就介绍这些，谢谢大家。我们也希望广大用户积极参与。", ""),
    (
        "在水价方面，《意见》要求各县按季度核定水价。对超额用水的单位加收水费；不具备安装条件的，按人口计量。目前已有3个县核定。",
        "QQQA",
    ),
    ("对于计量设施，《办法》允许单位自行安装。同时，将检定周期限制为两年。市水务局将组织抽查。", "QQC"),
    ("针对漏损，《意见》提出以下措施。我县已修复管网30公里。", "A"),
    ("市水务局印发通知，鼓励用水单位错峰用水。对错峰用水的单位给予奖励。截至昨日，已有3家单位参加。", "QQA"),
]


@pytest.mark.parametrize(("text", "expected"), TALKS)
def test_what_goes_on_behind_a_sentence_of_a_speaker(text: str, expected: str) -> None:
    """Sentences without a mark of time are what the one before them announced."""
    assert "".join(kind for kind, _ in kinds(text, Genre.PRESS_BRIEFING)) == expected
