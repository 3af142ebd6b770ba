"""What a heading says of what stands below it: what has been done, what is to be done, or background."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from corpus import Genre, Metadata
from extract.lexicon import rows
from extract.patterns import SERIAL
from extract.scanning.triggers import Sieve


class Stance(StrEnum):
    """What the sentences of a section are, where they do not say it themselves."""

    DONE = "done"
    AHEAD = "ahead"
    GOAL = "goal"  # targets
    MIXED = "mixed"  # principles first, then targets
    LIST = "list"  # short entries; those that are sentences are tasks
    ACCOUNT = "account"  # background with reports of results in it
    NONE = "none"  # background
    OPEN = "open"  # each sentence by itself


_BY_GENRE = {
    Genre.PLAN: Stance.AHEAD,
    Genre.NOTICE: Stance.AHEAD,
    Genre.OPINION: Stance.AHEAD,
    Genre.MEASURES: Stance.AHEAD,
    Genre.CONSULTATION_DRAFT: Stance.AHEAD,
    Genre.PROPOSAL_REPLY: Stance.OPEN,
    Genre.REPORT: Stance.OPEN,
    Genre.PRESS_BRIEFING: Stance.OPEN,
    Genre.OTHER: Stance.OPEN,
}
_NOT_NAMED = (
    r"(?<!(?:落实|实施|推进|开展|整改|整治|完成|创建|修复|清理|查处|转化|推广|宣传|编制|起草|制定|制订|修订)(?=(?:工作)?"
    r"(?:成效|成果|成绩|成就|背景|依据|目的|说明|基础|原则|对象|范围|过程|现状|必要性|意义|问题$)))"
    r"(?!.*(?:(?:现状|概况|背景|形势)(?:[与和及]|分析|$)|认识))"
)
"""Process and result together are a noun: 整治成效, 实施范围, 编制目的; so is what ends in a noun of description."""
_NOT_REACHED = r"(?!.*取得(?:了|显著|明显|积极|良好|较大|重大))"
_CLEAR_AHEAD = re.compile(
    r"将(?:进一步|继续|持续|积极|加大|加快|加强|会同|全面|大力|认真|着力|逐步|适时|结合)|下一?步|下一?阶段|今后|未来|接下来|后续|预算(?:收支)?草案|(?:完成|实现|落实)[^,。]{0,12}(?:预算|任务|目标|计划)[^,。]{0,6}的?(?:措施|举措)$|(?:努力|工作|改进)方向$|打算|安排|任务|推进措施|后半[程期段]|对策$|下半年|重点举措|重点工作|工作重点|工作要点|目标|保障措施|工作计划|总体要求|拟采取|^(?:拟|将)(?:做|开展|采取|落实)|(?:解决|改进)的?(?:措施|办法|方案|对策|途径)$|展望$|^后期工作|工作思路$|(?<!强化组织)(?<!加强组织)(?<!周密)(?<!精心)(?<!科学)(?<!统一)(?<!动员)(?<!安排)部署"
)
_RULE_OF_ONE = re.compile(r"(?<!基本)(?<!工作)(?<!总体)(?<!编制)(?<!主要)(?<!指导)(?<!的)(?<!^)原则$")
"""The principle of one thing, under which an answer tells what is done: 救助原则, and not 基本原则."""
_OF_PROBLEM = re.compile(r"(?:关于|针对|对)[\"《'].{4,}[\"》']的?(?:问题|意见|情况)?$")
"""The words of others on what was found (关于“任务落实不到位”的问题), which say nothing of what stands below."""
_TOLD = frozenset({Stance.DONE, Stance.ACCOUNT, Stance.NONE})


_ORDER = re.compile(rf"令(?:{SERIAL})?$")
"""The end of the title of an order, with or without its number: 某市防汛指挥部令第3号."""


def default_stance(genre: Genre, title: str = "") -> Stance:
    """What sentences under no telling heading are in a document of this genre, or one with this title: an order."""
    return Stance.AHEAD if genre is Genre.OTHER and _ORDER.search(title) else _BY_GENRE[genre]


def lays_duties(metadata: Metadata) -> bool:
    """Whether a document is of a kind that lays duties, as its genre or its title shows."""
    return default_stance(metadata.genre, metadata.title or "") is Stance.AHEAD


def stance_of(title: str) -> Stance | None:
    """What a heading says; None if it says nothing of the kind.

    Args:
        title: the folded heading without its label.
    """
    sieve, found = _rows()
    at = sieve.first(title, sieve.mask(title))
    return None if at is None else found[at]


@cache
def _rows() -> tuple[Sieve, tuple[Stance, ...]]:
    """The patterns of headings, and what those that hold them say."""
    return Sieve([pattern for pattern, *_ in rows("stances")]), tuple(
        Stance(stance) for _, stance, _ in rows("stances")
    )


def own_stance(title: str, *, open_genre: bool) -> Stance | None:
    """What a heading says by itself; in an open genre 加强监管 may head an account as well as a plan."""
    if open_genre and _OF_PROBLEM.match(title):
        return None
    own = stance_of(title)
    if open_genre and own is Stance.NONE and _RULE_OF_ONE.search(title):
        return Stance.OPEN
    if own in _TOLD and _sets_task(title) and not (open_genre and title.endswith("情况")):
        own = Stance.AHEAD
    return None if own is Stance.AHEAD and open_genre and not _CLEAR_AHEAD.search(title) else own


def _sets_task(title: str) -> bool:
    """Whether a heading opens with what is to be done (夯实发展基础), not with what was (实施情况)."""
    return _task().match(title) is not None


@cache
def _task() -> re.Pattern[str]:
    verbs = "|".join(verb for verb, *_ in rows("heading_verbs"))
    return re.compile(rf"(?:{verbs})(?!(?:{verbs})*(?:工作)?(?:情况|进展)){_NOT_NAMED}{_NOT_REACHED}")
