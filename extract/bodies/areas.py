"""Areas given a duty, and their governments or offices that a document is addressed to, are one: 各区, 各区政府.

A document to 各区人民政府 that says 各区要… means its addressees.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from extract.bodies.resolve import Key

_AREA = re.compile(
    r"(?:各|有关|相关)*(?P<levels>(?>自治[区州县旗]|直辖市|地级以上|设区的?|省直管|省辖|[省市县区州旗盟地乡镇]|街道|地区|[、,()\[\]和级])+)"
    r"(?P<office>(?:人民)?政府|(?<=[省市县区州旗盟地乡镇\])])(?:人民政府)?[一-鿿]{2,14}[局委厅办部会])?"
)
_ALL = "各地"
_PROVINCE = "省"
"""The level of the governments that a paper of the state is addressed to; 各地 of it are all places of the country."""
_WHOLE = {"自治区": "区", "自治州": "州", "自治县": "县", "自治旗": "旗", "直辖市": "市", "地区": "地", "街道": "街"}
_KIND = re.compile(r"省直管|省辖|地级以上|设区的?")
"""What kind of a level is meant: 地级以上市 and 设区市 are 市."""
_LEVEL = re.compile(r"[省市县区州旗盟地乡镇街]")


def levels_of(name: str) -> frozenset[str]:
    """The levels whose areas a name means: 各省、自治区、直辖市政府 as well as 各省(区、市); empty for other names."""
    match = _AREA.fullmatch(name)
    if match is None:
        return frozenset()
    words = _KIND.sub("", match["levels"])
    for whole, level in _WHOLE.items():
        words = words.replace(whole, level)
    levels = frozenset(_LEVEL.findall(words))
    one = len(levels) == 1 and not match.start("levels") and "级" not in match["levels"]  # 市政府
    return frozenset() if one else levels


def is_area(name: str) -> bool:
    """Whether a name is that of areas or of their governments, and of no single field's office."""
    match = _AREA.fullmatch(name)
    return match is not None and (match["office"] is None or match["office"].endswith("政府"))


def merge_areas(names: Mapping[Key, str], addressees: Iterable[Key]) -> Mapping[Key, Key]:
    """Keys of areas and their governments, each with the key of the addressee, else of the government, that it means.

    Args:
        names: every key of the document and a name that stands for it.
        addressees: the keys of those whom the document is addressed to, in order.
    """
    targets = [(levels, key) for key in addressees if (levels := levels_of(names.get(key, "")))]
    of_country = bool(targets) and _PROVINCE in targets[0][0] and names[targets[0][1]].endswith("政府")
    if not targets:
        governments = [key for key, name in names.items() if name.startswith("各") and name.endswith("政府")]
        targets = [(levels, key) for key in governments if (levels := levels_of(names[key]))]
        targets = targets if len(targets) == 1 else []
    found: dict[Key, Key] = {}
    for key, name in names.items():
        governs = name.endswith("政府")
        alike = [one for one in targets if not governs or is_area(names[one[1]])]  # no office is a government
        meant = None if of_country and name == _ALL else _meant(name, alike)
        if meant is not None and meant != key:
            found[key] = meant
    return _same_governments(names, {*found, *found.values()}) | found


def _same_governments(names: Mapping[Key, str], known: Collection[Key]) -> dict[Key, Key]:
    """Keys of governments of the same levels not known yet, each with the first: 各市政府, 各设区市政府."""
    first: dict[frozenset[str], Key] = {}
    found: dict[Key, Key] = {}
    for key, name in names.items():
        levels = levels_of(name) if name.startswith("各") and name.endswith("政府") and key not in known else None
        if levels and first.setdefault(levels, key) != key:
            found[key] = first[levels]
    return found


def _meant(name: str, targets: list[tuple[frozenset[str], Key]]) -> Key | None:
    if name == _ALL:
        return targets[0][1] if targets else None
    levels = levels_of(name) if is_area(name) else frozenset()
    if not levels:
        return None
    same = [key for target, key in targets if target == levels]
    within = [key for target, key in targets if target < levels]  # 各设区市 are fewer than 各市、县 who are addressed
    return same[0] if same else within[0] if len(within) == 1 else None
