"""Who speaks in the transcript of a briefing: its turns, each from the name of a speaker to the next one.

Names stand before a colon (主持人:, 石桥日报记者:) or in brackets ([主持人]), on lines of their own, at the head of a
paragraph, behind a stamp of the clock (10:05 某一山:), or amid a text that has lost its line ends.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus import Genre
from extract.patterns import HAN
from extract.reading import Reading
from extract.statements.read_out import asks_for_contents

_LABEL = re.compile(
    rf"""
    (?: ^ | [\n。!?] | (?<!\d) \d{{1,2}}:\d\d (?: :\d\d )? \]? ) [ ]*   # a stamp of the clock: 11:06 某一山:
    (?P<label>
      \[ (?P<enclosed> [^\[\]。:;\n]{{2,30}} ) \] [ ]* :?
    | (?P<name> (?!各位|尊敬)
        (?: [{HAN}][{HAN}A-Za-z\d、]{{1,29}} (?:[ ][{HAN}]{{2,4}})? | [{HAN}][ ]{{1,4}}[{HAN}] | 答 )
      )
      (?:\([^()\n]{{2,16}}\))? [ ]? :
    )
    """,
    re.VERBOSE,
)
_OF_OFFICE = re.compile(
    r"主持人|记者|发言人|负责人|负责同志|[局厅处科部司会市区县省州]长|主任|委员|书记|先生|女士|网友|市民|嘉宾"
    r"|(?:[院校行馆站所队关台]长|总?工程师|总[规经会统][划济计]师|总监|总农艺师|秘书长|理事长|经理|首席[^:]{0,6}|同志|领导|代表|助理|新闻官|督[查察]专员|巡视员|调研员|主席|(?:董事|总)经理|教授|专家)$"
)
_OF_BODY = re.compile(r"(?:[局厅委部办院社]|政府|管委会|公司|集团|中心|协会|商会|银行|[大支]队)$")
"""The end of the name of a body that speaks as a person does, on a line of its own: 市水务局:."""
_NO_NAME = re.compile(
    r"[比例]如|其中|总之|同时|如下|目标|要求|原则|责任|来源|时间|地点|主题|单位|人员|编辑|电话|传真|邮[编箱]|网址|日期|内容|[是问答]$|^第|的"
)
_ANSWERS = re.compile(r"(?:^|[局厅委部办院社会司府队长人任])回?答$")
"""Who answers: 答:, 市水务局答:, 负责人回答:."""
_PERSON = re.compile(rf"[{HAN}]{{2,4}}")
_PERSON_OF = re.compile(rf"[局厅委部办院社会司府队][ ][{HAN}]{{2,4}}")
"""The end of a label of a person behind the office: 市水务局 某一山:."""
_FEWEST = 3
"""So many turns make a transcript."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says.

    Attributes:
        start: where the name of the speaker stands.
        asks: the speaker is a journalist.
        words: where the words behind the name begin.
        name: of the speaker, as it stands.
        asked: a journalist has asked up to its end.
        for_contents: it answers what was asked for last, and that is what a paper lays down.
    """

    start: int
    asks: bool
    words: int
    name: str
    asked: bool = False
    for_contents: bool = False


class Turns:
    """The turns of a transcript; none of a text where nobody leads through, or nobody asks."""

    __slots__ = ("_starts", "_turns")

    def __init__(self, reading: Reading) -> None:
        """Of one document."""
        briefing = reading.metadata.genre is Genre.PRESS_BRIEFING
        self._turns = _find(reading.folded) if briefing and "记者" in reading.folded else []
        self._starts = [turn.start for turn in self._turns]

    def at(self, place: int) -> Turn | None:
        """The turn that a place stands in; None before the first one."""
        index = bisect_right(self._starts, place) - 1
        return self._turns[index] if index >= 0 else None


def _find(folded: str) -> list[Turn]:
    """The turns of a folded text, where one is of a host or a journalist and there are three at least."""
    turns = _named(folded)
    led = any("主持人" in turn.name or turn.asks for turn in turns)
    return list(_with_questions(folded, turns)) if led and len(turns) >= _FEWEST else []


def _with_questions(folded: str, turns: Sequence[Turn]) -> Iterator[Turn]:
    """The turns, each with what was asked up to it."""
    asked = for_contents = False
    for turn, end in zip(turns, [*(turn.start for turn in turns[1:]), len(folded)], strict=True):
        if turn.asks:
            asked, for_contents = True, asks_for_contents("".join(folded[turn.words : end].split()))
        yield replace(turn, asked=asked, for_contents=for_contents and not turn.asks)


def _named(folded: str) -> list[Turn]:
    """What stands behind each name of a speaker."""
    labels = list(_LABEL.finditer(folded))
    names = ["".join((match["enclosed"] or match["name"]).split()) for match in labels]
    often = Counter(names)
    return [
        Turn(match.start("label"), "记者" in name and not _ANSWERS.search(name), match.end(), name)
        for match, name in zip(labels, names, strict=True)
        if _names_speaker(name, folded, often[name], enclosed=match["enclosed"] is not None)
        or _PERSON_OF.search(match["name"] or match["enclosed"]) is not None
        or (_OF_BODY.search(name) and not _NO_NAME.search(name) and _fills_line(folded, match))
    ]


def _names_speaker(name: str, folded: str, times: int, *, enclosed: bool) -> bool:
    """Whether a label names who speaks: by an office, or as a person whom the text names elsewhere too."""
    if _OF_OFFICE.search(name) is not None or _ANSWERS.search(name) is not None:
        return True
    person = _PERSON.fullmatch(name) is not None and _NO_NAME.search(name) is None
    return person and (enclosed or times > 1 or folded.count(name) > 1)


def _fills_line(folded: str, label: re.Match[str]) -> bool:
    """Whether nothing but a label stands on its line."""
    starts = folded[label.start() : label.start("label")].strip(" ") in ("", "\n")
    return starts and folded[label.end() :].lstrip(" ")[:1] == "\n"
