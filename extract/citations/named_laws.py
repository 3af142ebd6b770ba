"""Laws, regulations and reports that a text calls by their names without marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from corpus import Span
from extract.lexicon import words

_LAW = re.compile(
    r"法(?:典)?(?:实施条例|实施细则|实施办法)?"
    r"(?![律法人院治定庭学官医典条]|规(?!定)|制(?![定修])|(?:宣传|普及)?(?:教育)?(?:月|周|日))"
)
"""Where the name of a law may end; not inside 法律, and not in the name of a day or a week (宪法宣传周)."""
_TAIL = re.compile(r"实施(?:条例|细则|办法)$")
_DRAFT = re.compile(r"(?:修订|修正)?草案")
_LONGEST = 24
_STATE = "中华人民共和国"
_SHORT = 3
_BEFORE_SHORT = re.compile(
    r"(?:^|[^一-龥]|[和与及或]|以及|根据|依据|按照|依照|遵照|贯彻|落实|执行|违反|遵守|符合|适用|实施|宣传|学习|修订|修改|推进|国家|新|做好|推进|推动|开展|普及|完善|制定|出台|起草|施行|规定|审议|了|的)$"
)
"""What stands before a short name, which any longer word could end with."""
_CUED = frozenset({"宪法", "民法典", "刑法"})
_CUE = re.compile(r"(?:根据|依据|按照|依照|遵照|违反|适用)(?:了|国家)?$")
"""What stands before the laws that are spoken of as often without being cited."""


@cache
def _names() -> frozenset[str]:
    return frozenset(words("laws", "name"))


@cache
def _endings() -> frozenset[str]:
    return frozenset(name[-2:] for name in _names())


def find_laws(text: str) -> Iterator[Span]:
    """The laws that `text` (folded) calls by name, with 中华人民共和国 before and 实施条例 behind it.

    One that it names between marks as well is cited there; so is one whose short name it introduces.
    """
    marked: dict[str, bool] = {}
    for match in _LAW.finditer(text):
        tail = _TAIL.search(text, match.start(), match.end())
        end = tail.start() if tail else match.end()
        if text[end - 2 : end] not in _endings():
            continue
        start = next(
            (at for at in range(max(0, end - _LONGEST), end - 1) if text[at:end] in _names()),
            None,
        )
        if start is None or not _is_named(text, start, text[start:end]):
            continue
        name = text[start : match.end()]
        if name not in marked:
            marked[name] = f"《{name}》" in text or f"称{name}" in text
        if not marked[name]:
            state = text.endswith(_STATE, 0, start)
            draft = _DRAFT.match(text, match.end())
            yield Span(start - len(_STATE) if state else start, draft.end() if draft else match.end())


def _is_named(text: str, start: int, name: str) -> bool:
    """Whether the words before a name leave no doubt that it is one."""
    before = text[max(0, start - len(_STATE)) : start]
    if before == _STATE:
        return True
    if text.endswith("参照", 0, start) and text.startswith("管理", start + len(name)):
        return False  # 参照公务员法管理: a class of staff
    if name in _CUED:
        return _CUE.search(before) is not None or _is_listed(text, start, start + len(name))
    return len(name) > _SHORT or _BEFORE_SHORT.search(before) is not None


def _is_listed(text: str, start: int, end: int) -> bool:
    """Whether the name at `start` stands in a row with that of another law: 宪法、立法法, 民法典、《…》."""
    if text[end : end + 1] == "、":
        following = text[end + 1 : end + 1 + _LONGEST].removeprefix(_STATE)
        if following.startswith("《") or any(following.startswith(name) for name in _names()):
            return True
    return text[start - 1 : start] == "、" and any(text.endswith(name, 0, start - 1) for name in _names())


_BEHIND_LAW = re.compile(
    r"[、和与及](?P<title>(?!其|有关|相关|本|该|各项?|国家)(?:(?![和与及的]|有关|相关)[一-鿿]){4,24}?(?:条例|办法|规定|纲要|细则|决定))"
    r"(?=[,。;]|等|的?(?:规定|要求|精神)|予以|进行|执行|办理|处理)"
)
"""行政许可法和依法行政实施纲要: what is named in a row with a law."""


def find_beside_laws(text: str, laws: Iterable[Span]) -> Iterator[Span]:
    """The regulations and outlines that follow a law in a list; `laws` are those found in `text`."""
    for law in laws:
        beside = _BEHIND_LAW.match(text, law.end)
        while beside:
            yield Span(*beside.span("title"))
            beside = _BEHIND_LAW.match(text, beside.end())


_SPEAKS = re.compile(
    r"(?P<title>政府工作报告|\"?十[一二三四五]五\"?(?P<plan>规划))(?:中|里|都|连续\d{1,2}年|也|还|已|明确|就){0,3}"
    r"(?:提出|明确|确定|指出|强调|要求|规定|部署|作出了?[^,。;]{0,4}部署)(?!于)(?(plan)(?!的))"
)
"""政府工作报告提出, “十一五”规划提出: a paper by a common name that says something.

“十一五”规划确定的目标 only tells which goals are meant.
"""

_FIVE_YEARS = re.compile(
    r"(?:纳入|列入|写入|进入|落实|贯彻|执行|实施|对接|衔接|按照|根据|依据|对照)(?:了|好)?"
    r"(?P<title>(?:国家|(?![我本全该各])[一-龥]{0,4}[省市县区州]级?)\"?十[一二三四五六七]五\"?规划(?:纲要)?)(?!的?(?:编制|期))"
)
"""纳入省“十五五”规划: the plan for five years of a place that is named."""


def find_speaking(text: str) -> Iterator[Span]:
    """The reports on the work of the government and five-year plans that `text` says state something, or follows."""
    if "政府工作报告" in text or '五"规划' in text or "五规划" in text:
        for match in _SPEAKS.finditer(text):
            yield Span(*match.span("title"))
        for match in _FIVE_YEARS.finditer(text):
            yield Span(*match.span("title"))
