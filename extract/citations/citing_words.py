"""What the words around the title of a document say that is done with it."""

from __future__ import annotations

import re
from functools import cache

from corpus import Relation
from extract.citations.cited_issuers import Issuer
from extract.lexicon import rows

_BEHIND, _BEFORE = 60, 30
_DRAWN_UP = re.compile(r"(?:起草|制定|制订|编制|拟定|修订)(?:完成|形成|好|了)?的\"?$")
"""我局起草的《…》: what the office that speaks has drawn up."""
_REPEALS = re.compile(
    r"(?=[^《》]*+(?<=[:。])$)[^《》]*(?:废止|失效|停止执行)|.*(?:以下|下列|如下)[^《》。]{0,40}(?:废止|失效|停止执行)[^《》。]{0,20}[:。]$"
)
_LABEL = re.compile(r"[ ]*(?:[一-鿿]{2}(?:单位|机关|部门|日期|时间)|文号)[ ]*:")
_ITEM = re.compile(r"[ ]*(?:[\(]?[一二三四五六七八九十百\d]{1,4}[\)]?[、.:]?|[-*•])?[ ]*")
_MOST_ITEMS = 60
_TOPIC_IS_VOID = re.compile(r"(?:\([^()\n]{0,60}\))*,[^。;\n]{2,80}?(?:予以|同时|即行)(?:废止|停止执行)")
"""《石桥市节水办法》,因与新法不符,予以废止: what is said of the title that opens the sentence."""


@cache
def _relation_cues(side: str) -> tuple[tuple[re.Pattern[str], Relation], ...]:
    form = "(?:{})$" if side == "before" else "(?:{})"
    return tuple(
        (re.compile(form.format(pattern)), Relation(relation))
        for at, pattern, relation, _ in rows("citation_cues")
        if at == side
    )


def relation_at(text: str, start: int, end: int, issuer: Issuer | None = None) -> Relation:
    """What the words around a list of titles, from `start` to `end` of the folded text, say of it.

    Where they only tell whose the titles are (`issuer`), what stands before these words decides.
    """
    after = text[end : end + _BEHIND].partition("\n")[0]
    for pattern, relation in _relation_cues("after"):
        if pattern.match(after):
            return relation
    of = issuer is not None and issuer.of
    at = issuer.start if issuer is not None and of else start
    before = text[max(0, at - _BEFORE) : at].rpartition("\n")[2]
    for pattern, relation in _relation_cues("before"):
        if pattern.search(before) and not (of and relation is Relation.DRAFTS):
            return relation
    if issuer is not None and of and issuer.own and _DRAWN_UP.search(text, issuer.start, start):
        return Relation.DRAFTS
    opens = start == 0 or text[start - 1] in "\n。;、" or _ITEM.fullmatch(text, text.rfind("\n", 0, start) + 1, start)
    void = opens and (_TOPIC_IS_VOID.match(text, end) or _is_listed_as_void(text, start))
    return Relation.REPEALS if void else Relation.CITES


def _is_listed_as_void(text: str, start: int) -> bool:
    """Whether a title begins an item of a list that a line leads in which repeals what it lists."""
    line = text.rfind("\n", 0, start) + 1
    if not _ITEM.fullmatch(text, line, start):
        return False
    for _ in range(_MOST_ITEMS):
        end = line
        while end and text[end - 1].isspace():
            end -= 1
        line = text.rfind("\n", 0, end) + 1
        item = _ITEM.match(text, line, end)
        named = item is not None and (text.startswith("《", item.end()) or item.group().strip() != "")
        if not named and not _LABEL.match(text, line, end):
            return _REPEALS.match(text, line, end) is not None
    return False
