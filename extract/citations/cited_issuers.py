"""Who issued a document that another names, by the words of its title and by those before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from corpus import OrganizationMention, Role, Span
from extract.bodies.prefixes import prefix_start
from extract.reading import Reading

_BEFORE = 60
_MOST_BODIES = 8
_JOINED = re.compile(r"[、 ]|[和与及]")
"""Between those who issued a paper together."""

_DAY = (
    r"(?:于|在|至)?(?:(?:(?:19|20)\d\d|今|去|同|当|前)年(?:\d{1,2}月)?(?:\d{1,2}日|初|底)?"
    r"|\d{1,2}月(?:\d{1,2}日|份)?|\d{1,2}日)"
)
_MEANWHILE = (
    rf"(?:{_DAY}|已经?|也|又|还|再次|再|先后|日前|近日|近期|最近|今日|昨日|随后|随即|立即|同时|相继|陆续|专门|正式|首次"
    r"|及时|率先|分别|积极|牵头|组织|结合(?:工作|本地|自身)?实际|正在?|抓紧|联合|共同|研究|认真|深入|统一)"
)
"""What may stand between a body and its verb."""
_MAKES = "印发|出台|发布|下发|制定|制订|颁布|公布|起草|提出|修订|修改|制发|编制|编写|拟定|推出|签发"
_OTHERS = (
    r"(?P<others>等(?P<count>[一二三四五六七八九十两\d]{1,3}(?:个|家)?(?:部门|部委|单位|厅局|委办局|部|局|委)|部门|单位)?"
    r"(?:\([^()]{0,20}\))?)?"
)
"""What says that more bodies issued it: 省教育厅等五部门."""
_VERB = re.compile(
    rf"{_OTHERS}{_MEANWHILE}{{0,6}}(?:{_MAKES})(?:{_MAKES}|形成|完善|实施|了|并|及){{0,5}}(?P<of>的)?\"?"
)
"""等五部门近日联合印发了: from behind a body to the title that it issued."""
_VERB_BEFORE = re.compile(rf"(?:{_VERB.pattern})$")
_DIRECT = re.compile(rf"{_OTHERS}(?:的|关于)?")
_PLACE = re.compile(r"(?!各|全|本|该|中央|国家)[一-鿿]{2,14}(?<![省市县区盟旗])[省市县区州盟旗]")
_NAMED_PLACE = re.compile(r"(?:^|[,。;:\n])(?P<place>(?![我本全各你该贵])[一-鿿]{2,4}[省市县区州盟旗])$")
"""A place that no table has, where it opens the clause."""
_SHORT = 6
_RECEIVES = ("向", "报", "呈", "给", "致", "对", "请", "报送", "答复")
"""What stands before a body that a paper was sent to."""
_ASKED = ("提案", "建议", "议案")
_DECREE = re.compile(r"(?:.*\d日)?(?P<by>国务院|[一-鿿]{1,18}?(?:政府|[部局署]|委员会))令第?\d")


def issuer_of_number(number: str | None) -> str | None:
    """The body that the number of a decree names: 石桥市人民政府令第5号."""
    match = _DECREE.match(number) if number else None
    return match["by"] if match else None


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issued the documents named behind.

    Attributes:
        name: as written, or the name of the document's own office; None where only an own office is spoken of.
        start: where the words about it start.
        of: whether they only tell whose the document is (省水利厅印发的《…》, 省水利厅《…》).
        own: whether it is the office that speaks.
    """

    name: str | None
    start: int
    of: bool
    own: bool


def issuer_in(reading: Reading, title: Span, mentions: Sequence[OrganizationMention]) -> str | None:
    """The bodies that a title starts with, as 中共中央、国务院 before 关于."""
    source = reading.document.text
    end = title.start
    first = bisect_right(mentions, end - 1, key=lambda mention: mention.span.start)
    for mention in mentions[first : first + _MOST_BODIES]:
        if mention.span.start - end > 2 or source[end : mention.span.start].strip(" 、,　\n"):
            break
        end = mention.span.end
    return (
        source[title.start : end] if end > title.start and source[end : end + 2] in ("关于", "印发", "办公") else None
    )


def issuer_before(reading: Reading, start: int, mentions: Sequence[OrganizationMention]) -> Issuer | None:
    """The bodies before 印发的《…》, 出台了《…》 or 《…》 itself; a place where it stands for its government."""
    text = reading.folded
    at = bisect_right(mentions, start - 1, key=lambda mention: mention.span.start) - 1
    end = mentions[at].span.end if at >= 0 else start + 1
    if start - _BEFORE < end <= start:
        verb = _VERB.fullmatch(text, end, start)
        if verb is not None:
            return _of_bodies(reading, mentions, at, verb)
        direct = _DIRECT.fullmatch(text, end, start)
        if direct is not None:
            found = _of_bodies(reading, mentions, at, direct)
            sent = found is not None and text.endswith(_RECEIVES, 0, found.start)
            return None if sent or _is_asked(text, start) else found
    return _of_place(reading, start)


def _is_asked(text: str, start: int) -> bool:
    """Whether the title at `start` is that of a proposal, which the body before it answers."""
    return text[start : text.find("》", start)].endswith(_ASKED)


def _of_bodies(
    reading: Reading, mentions: Sequence[OrganizationMention], at: int, words: re.Match[str]
) -> Issuer | None:
    """The bodies up to the one at `at`, behind which `words` stand."""
    while mentions[at].role is Role.JOINT and at and mentions[at].span.start - mentions[at - 1].span.end < 4:
        at -= 1  # 某局会同某厅印发的: the first of them issued it
    if mentions[at].role is Role.JOINT:
        return None
    first = at
    while first and _JOINED.fullmatch(reading.folded, mentions[first - 1].span.end, mentions[first].span.start):
        first -= 1
    span = Span(mentions[first].span.start, mentions[at].span.end)
    of = words.re is _DIRECT or words["of"] is not None
    if span.of(reading.folded)[0] in "我本贵您你":
        own = span.of(reading.folded)[0] in "我本"
        return Issuer(mentions[at].organization, span.start, of, own)
    if words["count"] and mentions[at].span.end == words.start():
        span = Span(span.start, words.end("count"))
    return Issuer(span.of(reading.document.text), span.start, of, own=False)


def _of_place(reading: Reading, start: int) -> Issuer | None:
    """A place that issued something (石桥市出台了《…》), or 我们."""
    text = reading.folded
    verb = _VERB_BEFORE.search(text, max(0, start - _BEFORE), start)
    end = verb.start() if verb else start
    of = verb is None or verb["of"] is not None
    if verb and text.endswith("我们", 0, end):
        return Issuer(reading.metadata.issuer, end - 2, of, own=True)
    first = prefix_start(text, end)
    if (
        verb
        and not _PLACE.fullmatch(text, first, end)
        and (named := _NAMED_PLACE.search(text, max(0, end - _SHORT), end))
    ):
        first = named.start("place")
    name = text[first:end]
    if name == "自治区" or _PLACE.fullmatch(name):
        return Issuer(name, first, of, own=False)
    return None
