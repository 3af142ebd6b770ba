"""A paper told to the press point after point is quoted, as far as the speaker goes on with it."""

from __future__ import annotations

import pytest

from extract.statements.read_out import announces_contents, asks_for_contents, is_through
from tests.test_extract_press_talk import kinds

OPENING = "主持人：各位好，请某一山介绍。\n石桥日报记者：大家好。\n某一山："
LEAD = "下面，我就《石桥市用水权改革方案》的主要内容向大家作一介绍。"
POINTS = "第一，明晰用水权。用水权证有效期为五年，期满后可以申请延续。第二，培育市场。工业新增用水原则上通过交易取得。"


@pytest.mark.parametrize(
    ("behind", "more"),
    [
        ("未安装计量设施的，不得参与交易。", "Q"),
        ("目前全市取水口计量率是82%。未安装计量设施的，不得参与交易。", "AQ"),
        ("预计方案实施以后，每年可以节水三千万吨。未安装计量设施的，不得参与交易。", "Q"),
        ("下一步，我们将抓好方案的宣传。水费实行一户一价。", "CC"),
        ("我就介绍到这里。\n石桥日报记者：水质怎么样？\n某一山：去年检测水样576个，合格率98.6%。", "A"),
    ],
)
def test_contents_of_a_paper(behind: str, more: str) -> None:
    """Accounts stand between the points; what the office will do next ends them, and so does who is through."""
    assert kinds(f"{LEAD}\n{POINTS}{behind}\n", OPENING).startswith("QQ" + more)


@pytest.mark.parametrize(
    ("question", "found"),
    [("这次方案对种粮大户有哪些具体规定？", "QQ"), ("试点的进展如何？", "")],
)
def test_answers_to_questions_on_a_paper(question: str, found: str) -> None:
    """Rules are quoted where the paper was asked for, and what was done is told all the same."""
    answer = "水价可以按照基本水价的八折执行。流转土地三年以上的，用水权随土地一并登记。去年登记大户126户。"
    head = f"主持人：各位好，请某一山回答。\n石桥日报记者：{question}\n某一山："

    assert kinds(answer, head).startswith(found or "A")
    assert kinds(answer, head).endswith("A")
    assert ("Q" in kinds(answer, head)) is bool(found)


@pytest.mark.parametrize(
    "words",
    [
        "下面我把办法的主要内容作一个说明。",
        "这次的意见,一共是十条,主要有以下几个方面:",
        "《方案》共分五个部分,主要有三个方面的内容。",
        "主要内容可以概括为以下四点:",
        "《若干措施》主要有以下特点:",
        "这个办法有三个突出亮点:",
    ],
)
def test_announced(words: str) -> None:
    """A speaker says that he tells a paper."""
    assert announces_contents(words)


@pytest.mark.parametrize(
    "words", ["下面我通报春灌工作情况。", "我们主要做了三个方面的工作。", "方案已经印发各乡镇。", "今年春灌有三个特点:"]
)
def test_not_announced(words: str) -> None:
    """Accounts of work are announced alike."""
    assert not announces_contents(words)


def test_through_and_asked() -> None:
    """Where the contents end, and what is asked for."""
    assert is_through("我就介绍到这里。")
    assert asks_for_contents("办法对小水电有什么规定?")
    assert not asks_for_contents("办法落实的情况如何?")


def test_counts_are_read_out() -> None:
    """Cases counted in a transcript are told, those who died are background."""
    assert kinds("5月1日，石桥市新增报告本地病例12例。其中，云水县9例，青石镇3例。", OPENING) == "AA"
    assert kinds("5月1日，全市因病死亡病例2例。", OPENING) == ""


def test_a_list_of_tasks_counts_on() -> None:
    """The points behind the first one are to be done too, across semicolons."""
    told = "从水务部门来讲，今年我们的工作重点是管好水，一个是渠系的改造；第二个，培育节水企业；第三个，治理私接水管。"

    assert kinds(told, OPENING) == "CCC"
