"""Headings are told in a text whose line ends were lost without a trace, and what only counts is no heading."""

from __future__ import annotations

import time

import pytest

from corpus import Span
from extract import analyse
from extract.layout.run_on_items import run_on_items
from extract.matching import fold
from tests.conftest import plain_document

OPENING = "网友您好，您在石桥市网上信箱的留言收悉，我局十分重视，立即派人到现场了解有关情况。现答复如下："
FILLER = "该片区供水由石桥市第二水厂承担，水厂日常检修由市水务集团安排，用户可以随时向水务集团的服务窗口报修。" * 6

OUTLINES = [
    (
        "一、关于水压不足的问题。市水务局更换了水泵。二、关于“先修路、后通水”的建议。市住建局已列入计划。",
        ["关于水压不足的问题", "关于“先修路、后通水”的建议"],
    ),
    (
        "一、关于“高峰时段水压不足、停水不通知、维修人员迟迟不到、水费账单多次出错且无人说明原因等问题”的意见。水泵已换。二、关于水费的问题。水价没有变动。",
        [
            "关于“高峰时段水压不足、停水不通知、维修人员迟迟不到、水费账单多次出错且无人说明原因等问题”的意见",
            "关于水费的问题",
        ],
    ),
    ("一、基本情况经查，该小区建于2010年。二、整改情况石桥市水务局更换了水泵。", ["基本情况", "整改情况"]),
    ("一、办理情况。水泵已经更换。二、下一步工作我局将加强巡查。", ["办理情况", "下一步工作"]),
    ("一、管网现状根据规划，全市改造管网三处。二、处理结果我局组织人员修好了水泵。", ["管网现状", "处理结果"]),
    (
        "一、建立供水调度机制为切实加强调度，全市成立专班。二、完善水价制度各地区、各部门应当公开水费。",
        ["建立供水调度机制", "完善水价制度"],
    ),
    (
        "一、救助工作（一）救助对象。重点是大病患者。（二）救助程序1、个人申请。向窗口提出。2、集体审核。按月研究。二、原则。公开。",
        ["救助工作", "救助对象", "救助程序", "个人申请", "集体审核", "原则"],
    ),
    ("1、实施水源工程。全市新建水厂三座。2、实施管网工程。全市改造管网五十公里。", ["实施水源工程", "实施管网工程"]),
    ("一是更换水泵。水压已经恢复。二是公布电话。用户可以报修。", []),  # counted inside of a sentence
    ("办理时请带：1.身份证；2.水费账单；3.房产证明。窗口当天办结。", []),
    ("《供水办法》规定：“一、水价。由市发改委核定。二、水质。由市卫健委监测。”水价没有变动。", []),  # quoted
    ("小区一、二期已经通水。三、四期正在施工。", []),
    ("一、水价的调整按照规定执行。二、水费的收取由水务集团负责。", []),  # sentences
    ("一、关于水价的问题水厂已重新核定，用户不再多交。二、关于水质的问题水厂已重新化验，用户不必担心。", []),
    ("1.关于“何时通水？何时通路？水费多少”的疑问由窗口解释。2.关于水压的疑问由水厂解释。", []),
]


@pytest.mark.parametrize(("text", "titles"), OUTLINES)
def test_headings_in_running_text(text: str, titles: list[str]) -> None:
    """A full stop, the first item or the opening of a sentence ends a heading; a longer one is none."""
    outline = analyse(plain_document(OPENING + text + FILLER)).outline

    assert [section.title for section in outline.sections] == titles


def test_a_heading_that_lost_its_line_end_alone() -> None:
    """Among whole lines an item that runs on without a mark is cut where a sentence opens behind its heading."""
    lines = [
        "为规范用水管理，现通知如下。",
        "一、清理用水收费的规定和做法各地区、各部门应当严格执行用水管理的有关规定，依法保障各类用户平等用水的权利，不得另行收费。",
        "二、建立用水价格的调整制度为切实减轻农民负担和规范收费行为，各乡镇每年核定一次灌溉水价并在村务公开栏公布，不得提前。",
        "三、同意石桥市新建水厂三座以及与之配套的管网泵站等设施工程项目的初步设计方案和概算总投资的有关内容和建设期限。",
    ]
    sections = analyse(plain_document("\n".join(lines))).outline.sections

    assert [section.title for section in sections] == ["清理用水收费的规定和做法", "建立用水价格的调整制度"]


def test_what_stands_in_lines_is_left_alone() -> None:
    """Where a document has its lines, items inside a paragraph stay in it."""
    lines = "\n".join([OPENING, "做法有两条。1.更换水泵。水压已经恢复。2.公布电话。用户可以报修。", *[FILLER] * 3])

    assert not analyse(plain_document(lines)).outline.sections


def test_the_line_that_holds_most_of_a_letter_lost_its_line_ends() -> None:
    """Title and signature keep their lines, and the letter between them is one."""
    told = FILLER * (1 + 700 // len(FILLER))
    lines = [
        "关于第9号提案的答复",
        f"{OPENING}一、办理情况（一）更换水泵。{told}（二）公布电话。用户可以报修。二、下一步工作我局将加强巡查。",
        "石桥市水务局",
    ]
    titles = [section.title for section in analyse(plain_document("\n".join(lines))).outline.sections]

    assert titles == ["办理情况", "更换水泵", "公布电话", "下一步工作"]


@pytest.mark.parametrize(
    "text", ["一、" * 60_000, "（一）" * 40_000, "：“" * 60_000, "一、关于" * 40_000, "1、情况" * 40_000]
)
def test_hostile_items_take_no_time(text: str) -> None:
    """Ordinals and quotations without end are looked at once."""
    start = time.process_time()
    assert len(list(run_on_items(fold(text), Span(0, len(text))))) < len(text)
    assert time.process_time() - start < 5
