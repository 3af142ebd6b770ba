"""Names from a list that shares its head: 粮食、蔬菜产量 are 粮食产量 and 蔬菜产量."""

from __future__ import annotations

import re

from extract.indicators.names import HEAD, words_of
from extract.lexicon import rows

_PARALLEL = {word: group for word, group, _ in rows("parallel_words")}


def split_list(words: str, count: int) -> list[str] | None:
    """`count` names from a list that shares its head (粮食、蔬菜产量: 粮食产量, 蔬菜产量); None if there is none."""
    parts = [part for part in re.split(r"[、,]|以及", words) if part.strip()]
    if len(parts) != count:
        parts = [part for part in re.split(r"[、,]|和(?!谐|平|美)|与|及(?!其)|以及", words) if part.strip()]
    if len(parts) == 1 and count == len(_SECTORS) and (sectors := _ALL_SECTORS.search(words)):
        return [words[: sectors.start()] + sector + words[sectors.end() :] for sector in _SECTORS]
    if len(parts) == 1 and count == 2 and "城乡" in words:
        return [words.replace("城乡", "城镇", 1), words.replace("城乡", "农村", 1)]
    if len(parts) != count or count < 2:
        return None
    head = _shared_head(parts)
    return [part if part.endswith(head) else part + head for part in parts]


_SECTORS = ("第一产业", "第二产业", "第三产业")
_ALL_SECTORS = re.compile("三次产业|一二三(?:次)?产业?")
_DEALT = re.compile(r"(?<=.{2})(?:进出口|出口|进口|贸易|投资|消费|[发用供]电|[用供]水|[用供]气)(?:总?[额值量])?\Z")
"""What several partners or kinds share at the end of their list: 对东盟、欧盟进出口, 水电、核电发电."""


_HEAD_WITH_OWN = re.compile(
    rf"(?:(?<=..)[毛净总]?[一-鿿]{{2}}率|(?:平均|人均|户均|年均|综合|总|办理|审批)?(?:{words_of('head')}))\Z"
)
"""A head with the word that makes it the measure it is: 普及率 of 燃气普及率, 平均浓度."""
_MEASURES = frozenset("量额数率值费价次")
"""Last characters of a name that is a measure of its own: 游客接待量及旅游总花费."""


def _shared_head(parts: list[str]) -> str:
    """What the last name of a list adds for all of them."""
    first, last = parts[0].strip(), parts[-1].strip()
    group = _PARALLEL.get(first)
    if group:
        alike = [word for word, of in _PARALLEL.items() if of == group and last.startswith(word)]
        like = max(alike, key=lambda word: (len(word) == len(first), len(word)), default="")
        if like:
            return last[len(like) :]
    at = last.find(first[-2:])
    if at >= 0 and at + 2 < len(last):
        return last[at + 2 :]
    match = _DEALT.search(last) or _HEAD_WITH_OWN.search(last)
    if match and match.re is _DEALT and any(_DEALT.search(part) for part in parts[:-1]):
        match = None
    return match.group() if match and not HEAD.search(first) and first[-1] not in _MEASURES else ""
