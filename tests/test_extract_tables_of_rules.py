"""The tables of rules hold together: every pattern compiles and finds its own example."""

from __future__ import annotations

import re

import pytest

from extract.actors.urged import find_urged
from extract.lexicon import rows
from extract.matching import fold
from extract.outline.stances import stance_of
from extract.statements.cues import Cues


@pytest.mark.parametrize(
    ("table", "column"), [("stances", 0), ("collectives", 0), ("tense_cues", 2), ("duty_cues", 1), ("citation_cues", 1)]
)
def test_examples_are_found(table: str, column: int) -> None:
    """The example of a row is found by the row's pattern."""
    missed = [row for row in rows(table) if not re.search(row[column], re.sub(r"[ \t]", "", fold(row[-1])))]

    assert missed == []


def test_patterns_are_quick_on_hostile_text() -> None:
    """No cue goes wrong on long runs of what it repeats."""
    for text in (
        "按照《" * 400,
        "已" * 3000,
        "将" * 2000,
        "提出" * 1500,
        "、企业" * 800,
        "支持企业、" * 2000,
        "(" * 2000,
    ):
        cues = Cues(text)
        assert cues.ahead >= 0
        assert cues.done >= 0
        assert cues.none >= 0
        assert cues.problem >= 0
        assert cues.quoted in (True, False)
        list(find_urged(text))


STANCES = [
    ("工作开展情况", "done"),
    ("2021年工作回顾", "done"),
    ("下一步工作打算", "ahead"),
    ("重点任务", "ahead"),
    ("保障措施", "ahead"),
    ("发展目标", "goal"),
    ("总体要求", "mixed"),
    ("指导思想", "none"),
    ("基本原则", "none"),
    ("存在的主要问题", "none"),
    ("面临的形势", "none"),
    ("发展现状", "account"),
    ("存在问题和下一步打算", "open"),
    ("就近办事项清单", "list"),
    ("建立用水服务清单", "ahead"),
    ("某某桥梁", None),
]


@pytest.mark.parametrize(("title", "stance"), STANCES)
def test_headings(title: str, stance: str | None) -> None:
    """What a heading says of its section."""
    assert stance_of(title) == stance


URGED = [
    ("支持龙头企业建设基地", ["龙头企业"]),
    ("鼓励有条件的企业开展试点", ["企业"]),
    ("引导家具、皮革等行业中小企业改造设备", ["中小企业"]),
    ("鼓励行业协会、高等院校、科研院所建立机制", ["行业协会", "高等院校", "科研院所"]),
    ("支持企业发展。", []),
    ("支持产业集群建设。", []),
    ("推动企业数字化转型", []),
    ("支持企业内外网改造", []),
    ("建立主管部门、行业协会、骨干企业等多方参与的机制", ["行业协会", "骨干企业"]),
]


@pytest.mark.parametrize(("text", "names"), URGED)
def test_urged(text: str, names: list[str]) -> None:
    """Who of the market is to act, and who is only spoken of."""
    assert [text[start:end] for start, end in find_urged(text)] == names
