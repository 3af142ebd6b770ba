"""Who speaks in a transcript is told by names before colons or in brackets; each speaker starts anew."""

from __future__ import annotations

import pytest

from corpus import Achievement, Commitment, Genre, QuotedDuty
from extract.bodies.departments import find_organizations
from extract.statements.find import find_statements
from extract.statements.turns import Turns
from extract.times.dates import find_times
from tests.readings import read_text

LETTER = {Commitment: "C", Achievement: "A", QuotedDuty: "Q"}
TAIL = "水源普查覆盖各乡镇，巡护队伍配备到村组。"
"""A sentence that is what those before it were."""


def turns(text: str) -> list[tuple[str, bool]]:
    """The beginning of each turn of a briefing, and whether a journalist speaks."""
    found, last = [], -1
    told = Turns(read_text(text, Genre.PRESS_BRIEFING))
    for at in range(len(text)):
        turn = told.at(at)
        if turn is not None and turn.start != last:
            last = turn.start
            found.append((text[turn.start : turn.start + 4], turn.asks))
    return found


def kinds(text: str) -> str:
    """C, A or Q for each statement of a briefing of 2030."""
    reading = read_text(text, Genre.PRESS_BRIEFING, as_of="2030-05-01")
    _, mentions = find_organizations(reading)
    return "".join(LETTER[type(fact)] for fact in find_statements(reading, find_times(reading), mentions, ()))


LAYOUTS = [
    "[主持人]各位好。\n[某一山]汛情平稳。\n[石桥日报记者]山区供水如何？\n[某一山]供水正常。\n",
    "主持人：\n各位好。\n某一山：\n汛情平稳。\n石桥日报记者：\n山区供水如何？\n某一山：\n供水正常。\n",
    "主持人：各位好。 某一山：汛情平稳。 石桥日报记者：山区供水如何？ 某一山：供水正常。\n",
    "地 点：厅 10:00 主持人：好。 10:02   某一山：平稳。 [10:05] 石桥日报记者：供水如何？ 10:06:30 某一山：好。\n",
    "某 山：各位好，请某二水介绍。\n某二水：汛情平稳。\n石桥日报记者：山区供水如何？\n某 山：供水正常。\n",
    "主持人 某二水：\n各位好。\n某一山：\n汛情平稳。\n石桥日报记者：\n山区供水如何？\n某一山：\n供水正常。\n",
]


@pytest.mark.parametrize("text", LAYOUTS)
def test_names_of_speakers(text: str) -> None:
    """In brackets, on lines of their own, and amid a text that has lost its line ends."""
    found = turns(text)

    assert [asks for _, asks in found] == [False, False, True, False]
    names = ("主持人", "某一山", "某 山", "某二水", "石桥日")
    assert [start.strip("[").startswith(names) for start, _ in found] == [True] * 4


@pytest.mark.parametrize("office", ["总工程师", "总规划师", "院长", "秘书长", "总统计师"])
def test_offices_that_speak(office: str) -> None:
    """Not only heads of bodies: whoever has an office in one."""
    found = turns(f"主持人：各位好。\n石桥市住建局{office}：新泵站开工。\n石桥日报记者：供水如何？\n")

    assert [start for start, _ in found] == ["主持人：", "石桥市住", "石桥日报"]


@pytest.mark.parametrize(
    "speaker", ["市水务局负责同志", "市水务局", "市水务局党组成员、副局长", "市水务局 某一山", "答"]
)
def test_whoever_answers_is_no_journalist(speaker: str) -> None:
    """What follows the name of an office, of a person behind one or 答 is told, and not asked."""
    text = f"主持人：\n各位好。\n石桥日报记者：\n请问供水如何？\n{speaker}：\n新建水厂3座，供水量增长5%。\n"

    assert [asks for _, asks in turns(text)] == [False, True, False]
    assert kinds(text) == "A"


@pytest.mark.parametrize(
    "text",
    [
        "记者获悉：渠道已修复。例如：东渠。\n",
        "通知要求：各地抓好落实。其中：东渠两处。其中：西渠三处。记者报道。\n",
    ],
)
def test_other_words_before_a_colon(text: str) -> None:
    """What is told, cases and parts are no speakers."""
    assert turns(text) == []


def test_a_speaker_does_not_go_on_with_what_another_promised() -> None:
    """Nor does the host, who thanks; within a turn what was promised goes on."""
    told = "[某一山]下一步，我们将新建水厂两座。{}\n[主持人]谢谢某局长。\n[某二水]{}\n[石桥日报记者]谢谢。\n"

    assert kinds(told.format(TAIL, TAIL)) == "CCA"
    assert kinds(told.format("", TAIL)) == "CA"


def test_the_answer_to_a_question_on_next_steps_tells_them() -> None:
    """Whatever its sentences do not say themselves; that to another question is an account."""
    asked = (
        "石桥县供水工作新闻发布会实录\n石桥日报记者：\n{}\n某一山：\n"
        + TAIL
        + "\n石桥日报记者：\n谢谢。\n某一山：\n再见。\n"
    )

    assert kinds(asked.format("请问下一步还有哪些打算？")) == "C"
    assert kinds(asked.format("请问供水情况如何？")) == "A"
