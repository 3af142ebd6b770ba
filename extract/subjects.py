"""Classes of the market as subjects of duties: 生产经营单位应当…, 各定点医疗机构要….

A subject stands at the start of a part of a sentence, right before a word that lays the duty on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.lexicon import rows

_DUTY = re.compile(
    r"(?<=[业司位商人主院校园会社户者构店行点体方织])"
    r"(?:也|都|均|还)?(?:要(?!求|素|点|件)|应(?!急|用|届|收|付|邀|聘|有)|须|必须|不得|负责|需要?(?!求|的)|依法|按照?|严禁|对(?!接|外|象|应)"
    r"|在[^,。;:\n]{1,20}?(?:中|前|后|时|内|间|上|方面)(?:要|应|须|必须|不得|重点))"
)
_PART = re.compile(r"[^,。;:!?\n()\"]*$")
_LABEL = re.compile(
    r"(?:\s|[一二三四五六七八九十]+是|[①-⑳]|\d+[.、]|第[一二三四五六七八九十百\d]+条|其中|同时|此外|且|并|或|则|如|但|若)+"
)
_OBJECT = re.compile(
    r"将|把|推动|督促|引导|鼓励|支持|指导|要求|帮助|推进|加强|监督|促进|保障|确保"
    r"|提醒|通知|责令|聘请|选择|组织|依托|通过|利用|健全|完善|规范|优化|提升|提高|发挥|压实|强化|允许|授权|明确|委托|深化|推广|规定|详述|指定"
    r"|为|向|对|给|经(?!营|办|销|贸|济)"
)
"""Before a class these make it the object of another's act: 将符合条件的企业按规定纳入."""
_REACH = 48
_OPENS = ("", "。", ";", "\n")
"""What stands before a sentence."""
_LONGEST = 16
"""A subject with more characters has a clause before it, of which nothing shows where it ends."""


@cache
def _classes() -> tuple[str, ...]:
    return tuple(sorted((word for word, _ in rows("market_subjects")), key=len, reverse=True))


_ACT = re.compile(
    r"(?<=[位构体方人业])(?:作为|结合|承担|落实|建立|制定|定期|提供|开展|完善|加强|履行|遵守|配合|协助|做好|报送|如实|自觉)"
)
"""Verbs that make a class the subject where it opens a sentence: 运营单位承担安全责任."""


def find_subjects(text: str) -> Iterator[tuple[int, int]]:
    """The places of the classes of the market on which `text` (folded) lays a duty, in order."""
    for match in _DUTY.finditer(text):
        end = match.start()
        if not text.endswith(_classes(), max(0, end - 10), end):
            continue
        part = _PART.search(text, max(0, end - _REACH), end)
        if part is not None and (part.start() > end - _REACH or end < _REACH):
            yield from _listed(text, part.start(), end)
    for match in _ACT.finditer(text):
        end = match.start()
        if not text.endswith(_classes(), max(0, end - 10), end):
            continue
        part = _PART.search(text, max(0, end - _LONGEST - 4), end)
        if part is not None and text[max(0, part.start() - 1) : part.start()] in _OPENS:
            yield from _listed(text, part.start(), end)


def _listed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The classes of the list that fills a part of a sentence up to the duty; none where one is too long to be told."""
    last = next((word for word in _classes() if text.endswith(word, start, end)), "")
    if _OBJECT.search(text, start, end - len(last)):
        return
    label = _LABEL.match(text, start, end)
    start = label.end() if label else start
    start = max(start, text.rfind("的", start, end) + 1, text.rfind("由", start, end) + 1)
    for element in re.finditer(r"[^、和与及\s]+", text[start:end]):
        name = element.group()
        if name.endswith(_classes()) and len(name) <= _LONGEST:
            yield start + element.start(), start + element.end()
