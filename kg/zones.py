"""Zones that no table of divisions has: 高新区 and 经开区, of which every city has one, and those with a name."""

from __future__ import annotations

import re

from kg.places import Place

_ZONE = re.compile(
    r"""
    ^(?P<name>[一-鿿]{0,8}?)
    (?P<kind>高新(?:技术)?(?:产业)?(?:开发)?区|经开区|经济(?:技术)?开发区|开发区|新区|示范区|自由?贸易?(?:试验)?区
      |保税港?区|园区|产业园|度假区|功能区|合作区|实验区|先行区)
    """,
    re.VERBOSE,
)
# 西咸|新区 · 高新区 · 工业|园区
_NO_NAME = re.compile(r"政府|部门|单位|征求|所在|[或及、]")
"""What no name of a zone holds: 征求区政府或某开发区 are several bodies."""
_COMMON = re.compile(
    r"^(?:国家级?|省级|市级|县级|现代|综合|出口加工|循环经济|工业|化工|产业|农业|科技|物流|临空|临港|空港|旅游|生态|文化|稀土"
    r"|经济|保税|软件|金融|城市|国际|各|有关|相关)*$"
)
"""Words that make no name: every city may have an 工业园区."""


def read_zone(words: str, within: Place | None) -> tuple[Place | None, int] | None:
    """The zone that `words` begin with, and the number of characters that name it; None where they begin with none.

    A zone without a name is that of the city or county `within`; in a document of a province or the country it is each
    one's, and the place None. One with a name lies in the province.
    """
    match = _ZONE.match(words)
    if match is None or _NO_NAME.search(match["name"]):
        return None
    zone, end = match["name"] + _short(match["kind"]), match.end()
    if not _COMMON.match(match["name"]):
        return Place(within.province if within else "", "", zone, listed=False), end
    if within is None or not (within.city or within.county or within.province.endswith("市")):
        return None, end
    return Place(within.province, within.name, zone, listed=False), end


def _short(kind: str) -> str:
    """The one form of the kind of a zone: 高新区 for 高新技术产业开发区."""
    return next((f"{short}区" for mark, short in _KINDS.items() if kind.startswith(mark)), kind)


_KINDS = {"高新": "高新", "经": "经开", "自": "自贸"}
