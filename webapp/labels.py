"""The Chinese words that pages show for the values of the model, and the colour and sign of each status."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tag:
    """A status as it is shown.

    Attributes:
        text: the word.
        colour: `blue`, `green`, `amber`, `red`, `grey` or `purple`.
        icon: name in the sprite; shapes differ, so that colour is never the only sign.
    """

    text: str
    colour: str
    icon: str


_ICONS = {"blue": "dot", "green": "check", "amber": "bang", "red": "triangle", "grey": "ring", "purple": "diamond"}


def _tags(colours: dict[str, tuple[str, str]]) -> dict[str, Tag]:
    return {value: Tag(text, colour, _ICONS[colour]) for value, (text, colour) in colours.items()}


GENRES = {
    "proposal_reply": "提案答复",
    "plan": "规划",
    "press_briefing": "新闻发布",
    "consultation_draft": "征求意见稿",
    "notice": "通知",
    "report": "报告",
    "measures": "办法",
    "opinion": "意见",
    "other": "其他",
}

KINDS = {
    "commitment": "承诺",
    "achievement": "成效",
    "quoted": "转引",
    "indicator": "指标",
    "time": "时间",
    "organization": "机构",
    "citation": "文件引用",
}
"""Kinds of fact, in the order of `corpus.facts.FACT_KINDS`."""

CHECKABLE_KINDS = KINDS | {"checkable": "可核验的承诺"}

MARKS = {"commitment": "诺", "indicator": "标", "achievement": "效", "quoted": "引", "time": "时", "organization": "机"}
"""The letter that a marked fact starts with, where letters are shown."""

ROLES = {
    "issuer": "发文机关",
    "addressee": "主送机关",
    "lead": "牵头单位",
    "joint": "配合单位",
    "consulted": "征求意见单位",
    "copied": "抄送机关",
    "mentioned": "提及",
    "bound": "适用对象",
}

TIME_ROLES = {
    "deadline": "时限",
    "start": "起始时间",
    "as_of": "截至时间",
    "period": "期间",
    "event": "发生时间",
    "recurring": "定期",
}

RELATIONS = {
    "cites": "引用",
    "based_on": "依据",
    "implements": "贯彻",
    "promulgates": "印发",
    "forwards": "转发",
    "drafts": "制定",
    "repeals": "废止",
    "replies_to": "答复",
}

INDICATOR_KINDS = {"actual": "现状值", "target": "目标值", "limit": "限值"}

MISSING = {"date": "时限", "number": "数量", "body": "责任单位"}

TAGS: dict[str, dict[str, Tag]] = {
    "genre": {value: Tag(text, "blue", "page") for value, text in GENRES.items()},
    "validity": _tags(
        {
            "in_force": ("现行有效", "green"),
            "draft": ("征求意见稿，不作为现行规定", "amber"),
            "not_yet": ("尚未施行", "amber"),
            "expired": ("已失效", "red"),
            "unstated": ("效力未载明", "grey"),
        }
    ),
    "official": _tags(
        {
            "unreported": ("未报告", "grey"),
            "not_started": ("未启动", "grey"),
            "ongoing": ("推进中", "blue"),
            "done": ("已完成", "green"),
            "adjusted": ("已调整", "amber"),
            "ended": ("已终止", "purple"),
        }
    ),
    "evidence": _tags(
        {
            "uncheckable": ("无法核验", "grey"),
            "none": ("未见公开证据", "amber"),
            "progress": ("有进展证据", "blue"),
            "done": ("有完成证据", "green"),
            "conflict": ("证据不一致", "red"),
        }
    ),
    "schedule": _tags(
        {
            "undated": ("无明确时限", "grey"),
            "pending": ("未到期", "blue"),
            "due_soon": ("临近到期", "amber"),
            "overdue": ("已逾期", "red"),
            "on_time": ("按期完成", "green"),
            "late": ("逾期完成", "purple"),
        }
    ),
    "progress": _tags(
        {
            "reached": ("已达目标", "green"),
            "on_track": ("达到预期进度", "blue"),
            "behind": ("滞后", "red"),
            "unknown": ("无法判断", "grey"),
        }
    ),
    "alignment": _tags({"taken": ("承接", "green"), "refined": ("细化", "blue"), "missing": ("未承接", "amber")}),
    "binding": _tags({"yes": ("可核验", "green"), "no": ("表述笼统", "amber")}),
}
"""Dimension and value of a status to what is shown."""

DIMENSIONS = {
    "genre": "文种",
    "validity": "效力状态",
    "official": "官方状态",
    "evidence": "证据状态",
    "schedule": "时限状态",
    "progress": "研判",
    "binding": "可核验",
}
"""What a status is a status of, read aloud before a tag outside a table."""


def tag_of(dimension: str, value: str) -> Tag:
    """The tag of a value; a value without one is shown as it is, in grey."""
    return TAGS.get(dimension, {}).get(value) or Tag(value, "grey", "ring")
