"""Points of a list inside prose: 一是…;二是…, and the lead-ins that name a point before it is told."""

from __future__ import annotations

import re

ITEM = re.compile(r"[ ]*(?:\([一二三四五六七八九十\d]+\)|[\d一二三四五六七八九十]+[.、)])")
ENTRY = re.compile(
    rf"{ITEM.pattern}|(?:基本|全面|继续|计划)?(?:新[建改增扩购设辟]|[改扩]建|建[设成]|完成|实现|实施|改造|提升|培[训育]|购置|安装|发放|开[展工通]|举办|整治|治理|修[建缮]|储备|引进|创建|打造|落实|争取)"
)
"""How entries of a list of tasks begin that end without a mark: (一)新建公交站台20个."""
_LEAD_IN = re.compile(
    r"(?:[一二三四五六七八九十]+是|--|[①-⑳])(?![^,;。]*\d[万亿余多]*(?:公里|千米|亩|吨|万?元|平方米|立方米|千瓦|公顷)。)[^,;。]{2,28}(?<!\d[个座条处家所台套盏只辆户名人次项件场])。|(?:第[一二三四五六七八九十],|首先,|其次,|再次,)[^,;。\d]{2,16}。"
)
_PAIRED = re.compile(
    r"(?:[一二三四五六七八九十]+是|第[一二三四五六七八九十],|首先,|其次,|再次,)[^,;:。\d]{2,5},[^,;:。\d]{2,5}。"
)
_POINT = re.compile(r"[一二三四五六七八九十]+是")
_LISTED = re.compile(rf"{ITEM.pattern}|{_POINT.pattern}")
_FIRST_POINT = re.compile(r"(?:^|[,:;])一是")
_LABEL = re.compile(r"\d{1,2}[、.\\][^,;。\d]{2,24}。")
_NUMERALS = frozenset("一二三四五六七八九十")
_POINTS_START = _NUMERALS | frozenset("第首其再-①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
"""What points of a list start with."""


def is_point(words: str) -> bool:
    """Whether words open a point: 一是."""
    return words[:1] in _NUMERALS and _POINT.match(words) is not None


def point_at(text: str, at: int) -> bool:
    """Whether a point starts at a place of `text`."""
    return _POINT.match(text, at) is not None


def is_listed(words: str) -> bool:
    """Whether a sentence starts with the label of an item, or opens a point."""
    return _LISTED.match(words) is not None


def opens_points(words: str) -> bool:
    """Whether the first point of a list stands in a sentence."""
    return _FIRST_POINT.search(words) is not None


def is_label(words: str) -> bool:
    """Whether a sentence is no more than a numbered label."""
    return words[:1].isdigit() and _LABEL.fullmatch(words) is not None


def is_lead_in(words: str) -> bool:
    """Whether a sentence only names the point that the next ones tell: 一是强化管护。, 第二,优化服务."""
    return words[:1] in _POINTS_START and _LEAD_IN.fullmatch(words) is not None


def is_paired_lead_in(words: str) -> bool:
    """Whether a sentence names a point by two short clauses, where text goes on behind it: 第二,抓项目,强基础."""
    return words[:1] in _POINTS_START and _PAIRED.fullmatch(words) is not None
