"""Fields that stand for their offices in a list: 公安、民政、税务等部门."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from extract.bodies.last_words import DEPARTMENT, UTILITIES, field_endings, fields
from extract.bodies.names import Body
from extract.bodies.prefixes import prefix_start
from extract.patterns import BY

_LIST_END = re.compile("部(?=门)|单(?=位)|方(?<=[两三四五]方)")
"""Where the last word behind a list begins."""
_BETWEEN = re.compile(
    r"等?(?:有关|相关|职能|各|多|[两二三四五六七八九十]个?|多个|主管|行业|行政|业务)*\Z"
    r"|等[一-龥]{2,8}(?:领域|系统|行业|方面)的?(?:有关|相关|职能|主管)*\Z"
)
"""What may stand between a list and the last word behind it: 等有关|部门, 等市场监管领域有关|部门."""
_ENDS_BETWEEN = frozenset("等关能各多两二三四五六七八九十个管域统业面的政务")
_LONGEST_BETWEEN = 24
_ALL_LEVELS = ("各级", "地方各级", "县级以上", "县级以上各级", "县级以上地方")
"""What is said of all offices of a list and is no part of the first one's name: 各级|财政、民政等部门."""
_NO_FIELD = re.compile(r"(?:银行|医院|学校|企业|药店|保险|金融机构)$")
_UTILITY = re.compile(rf"(?<=、){UTILITIES}$")
"""Utilities that stand in a list of offices and are none: 公安、|供电|等单位."""
_UNKNOWN = re.compile(r"、(?P<field>[一-龥]{2,4}(?:管理|监管|监督|执法|服务|保护))\Z")
"""A field that no table knows, the last of a list of others: 水利、林草、梯田管理|等部门."""
_AMID = re.compile(
    rf"(?:(?P<listed>、)|{BY}|会同|协同|联合|协调)(?P<field>(?![我本你贵])[一-龥]{{1,3}}(?![级校])[一-龥])(?<!统筹|牵头|负责|主导|组织|配合|承担|指导)\Z"
)
"""A field that no table knows, before one that it knows: 城管、交警、|消防等部门, 由公安交警、|运管部门."""
_ACTIVITIES = frozenset(("规划", "建设", "统计", "审计", "监察", "宣传", "法制", "保密", "档案", "文物"))
"""Fields that are also things and what is done, so that a comma behind one does not join it to a body."""
_LIST_MARK = re.compile(r"[、,和与及]$|以及$")


def find_field_lists(text: str, bodies: Sequence[Body]) -> Iterator[Body]:
    """Fields that stand for their offices in a list: 公安、民政、税务等部门 (each of them a `department`).

    Args:
        text: folded text.
        bodies: the names already found in it.
    """
    ends = [body.end for body in bodies]
    lists = {start: end for start, end in _list_ends(text) if not _cuts(bodies, ends, start)}
    lists.update({body.start: body.start for body in bodies if body.kind in ("department", "office")})
    named = {body.end: body.start for body in bodies if body.kind != "collective"}
    for start, end in sorted(lists.items()):
        if text.endswith("单位", start, end) and _NO_FIELD.search(text, max(0, start - 4), start):
            continue  # 金融、保险等单位 are no offices
        found = list(_fields_before(text, start, named))
        if (
            len(found) == 1
            and found[0].end == start
            and text.startswith("等", start)
            and not _goes_on(text, found[0].start)
        ):
            yield _with_others(text, found[0], end)
        else:
            yield from reversed(found)


def _list_ends(text: str) -> Iterator[tuple[int, int]]:
    """What stands behind lists of fields: 等有关部门, 三部门, 两方."""
    done = 0
    for match in _LIST_END.finditer(text):
        at = match.start()
        if text[at] == "方":
            yield at - 1, match.end()
        else:
            near = max(done, at - _LONGEST_BETWEEN)
            between = _BETWEEN.search(text, near, at) if text[at - 1 : at] in _ENDS_BETWEEN else None
            yield between.start() if between else at, at + 2
        done = match.end()


def _with_others(text: str, field: Body, end: int) -> Body:
    """A field that alone stands for a class of offices: 交通等部门, which is named whole."""
    return Body(
        field.start, end, field.prefix, field.canonical.removesuffix(DEPARTMENT) + text[field.end : end], "collective"
    )


_OFFICE_BEFORE = tuple(f"{end}、" for end in "部委局厅办署")


def _goes_on(text: str, start: int) -> bool:
    """Whether the field that starts at `start` goes on with a list of offices: 教育部、|中国残联|等部门."""
    return text.endswith(_OFFICE_BEFORE, 0, start)


def _cuts(bodies: Sequence[Body], ends: list[int], offset: int) -> bool:
    """Whether the offset lies inside one of the bodies, which are in order."""
    at = bisect_right(ends, offset)
    return at < len(bodies) and bodies[at].start < offset


def _fields_before(text: str, at: int, named: Mapping[int, int]) -> Iterator[Body]:
    """The fields in the list that ends at `at`, from the last to the first; `named` bodies may stand among them.

    Args:
        text: folded text.
        at: where the list ends.
        named: where each body that is called by its name starts, by its end.
    """
    table, lengths = fields(), field_endings()
    first = True
    if last := _unknown_last(text, at):
        yield last
        at, first = last.start, False
    while at > 1:
        mark = _LIST_MARK.search(text, max(0, at - 2), at)
        if mark:
            at = mark.start()
        elif not first:
            return
        if (other := _other_before(text, at, named if mark or first else {})) < at:
            at, first = other, False
            continue
        length = next((size for size in lengths.get(text[at - 2 : at], ()) if text[at - size : at] in table), 0)
        if not length and not first and (between := _unknown_amid(text, at)):
            yield between
            at = between.start
            continue
        if not length or (first and not mark and not text.startswith("等", at) and not _in_list(text, at - length)):
            return
        if mark and mark.group() == "," and text[at - length : at] in _ACTIVITIES:
            return  # 正在编制治理规划,发展改革委建议
        start = prefix_start(text, at - length)
        if not first and text[start : at - length] in _ALL_LEVELS:
            start = at - length
        first = False
        yield Body(start, at, text[start : at - length], table[text[at - length : at]] + DEPARTMENT, "department")
        at = start


def _unknown_last(text: str, at: int) -> Body | None:
    """The last field of a list up to `at`, where the table knows the others of it alone."""
    unknown = _UNKNOWN.search(text, max(0, at - 8), at) if text.startswith("等", at) else None
    if unknown is None:
        return None
    others = text[max(0, at - 60) : unknown.start()]
    if _ends_in_field(others + unknown["field"]) or not _ends_in_field(others):
        return None
    return Body(unknown.start("field"), at, "", unknown["field"] + DEPARTMENT, "department")


def _unknown_amid(text: str, at: int) -> Body | None:
    """The field that no table knows which ends at `at`, behind one that it knows or at the head of its list."""
    amid = _AMID.search(text, max(0, at - 8), at)
    if amid is None or (amid["listed"] and not _ends_in_field(text[max(0, amid.start() - 10) : amid.start()])):
        return None
    return Body(amid.start("field"), at, "", amid["field"] + DEPARTMENT, "department")


def _other_before(text: str, at: int, named: Mapping[int, int]) -> int:
    """Where what ends at `at` starts, if it is a named body, a firm or a utility in the list; `at` if it is none."""
    if at in named:
        return named[at]
    other = _NO_FIELD.search(text, max(0, at - 4), at) or _UTILITY.search(text, max(0, at - 3), at)
    return other.start() if other else at


def _ends_in_field(words: str) -> bool:
    """Whether words end in a field that the table knows."""
    table = fields()
    return any(words[-size:] in table for size in field_endings().get(words[-2:], ()))


def _in_list(text: str, start: int) -> bool:
    """Whether a list mark stands before `start`."""
    return start > 0 and text[start - 1] in "、和与及"
