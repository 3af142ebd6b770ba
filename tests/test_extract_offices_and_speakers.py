"""Offices with the words that belong to their names, those in a list behind them, and whom a speaker speaks for."""

from __future__ import annotations

import pytest

from corpus import Commitment, Genre
from extract.bodies.departments import find_organizations
from extract.statements.find import find_statements
from extract.times.dates import find_times
from tests.readings import read_text


def actors(text: str, genre: Genre) -> list[str]:
    """The names of those who have to act on the commitments of a text, in order."""
    reading = read_text(text + "\n", genre)
    _, mentions = find_organizations(reading)
    found = find_statements(reading, find_times(reading), mentions, ())
    return [actor.name for fact in found if isinstance(fact, Commitment) for actor in fact.actors]


OFFICES = [
    ("各城市供水主管部门要加强指导。", ["各城市供水主管部门"]),
    ("各级抗旱应急指挥部要做好调度。", ["各级抗旱应急指挥部"]),
    ("各有关部门（单位）要抓好落实。", ["各有关部门"]),
    ("市水务局、市林业局等市级主管部门（单位）牵头。", ["市水务局", "市林业局"]),  # what stands for the rest of a list
    ("办税服务厅要公布办理时间。", ["办税服务厅"]),
    ("政府各组成部门要抓好落实。", ["政府各组成部门"]),
    ("县气象局、水文站要加强监测。", ["县气象局"]),  # whatever else is in the list
    ("各县区、开发区必须开展排查。", ["各县区", "开发区"]),
]


@pytest.mark.parametrize(("sentence", "names"), OFFICES)
def test_offices(sentence: str, names: list[str]) -> None:
    """各级 and 各城市 belong to a name, （单位） does not; a list that ends with others has the same duty."""
    assert actors(sentence, Genre.NOTICE) == names


SPEAKERS = [
    ("石桥省税务局新闻发言人某某表示，下一步税务部门将简化流程。", ["税务部门"]),
    ("石桥省税务局党组成员、副局长某某某在会上介绍，针对小微企业，税务部门将简化流程。", ["税务部门"]),
    ("国家能源局规划司司长某某某介绍，2031年要加快渠道建设。", ["国家能源局"]),
    ("目前县水务局也正会同县林业局编制步道养护方案，计划年底印发。", ["县水务局", "县林业局"]),
]


@pytest.mark.parametrize(("sentence", "names"), SPEAKERS)
def test_speakers(sentence: str, names: list[str]) -> None:
    """Whoever speaks says what the own office will do, unless the sentence names who will."""
    assert actors(sentence, Genre.PRESS_BRIEFING) == names
