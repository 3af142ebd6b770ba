"""What the words beside the names of bodies make of them: lead, joint, consulted, copied."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from corpus import Role
from extract.bodies.duty_cues import (
    AFTER,
    BEFORE,
    CHARGE,
    CLAUSE,
    FIRST,
    SUBJECT,
    TIES,
    WITH,
    fitting_cues,
    opens_with_verb,
)
from extract.bodies.named_in_passing import is_named_in_passing
from extract.bodies.names import Body
from extract.bodies.words_beside import words_beside

ACTIVE = frozenset((Role.LEAD, Role.JOINT))
"""Roles of those who have to act."""
_BETWEEN = re.compile(
    r"(?:[、和与及 ]|以及|及其|等(?:有关|相关|各)?(?:部门|单位)(?=[、和与及以])"
    r"|等(?:[一-龥]{2,8}(?:领域|系统|行业|方面)的?)?|,?(?:尤其是?|特别是)(?:基层|各|所属)?|(?<=、)[一-鿿]{1,6})*"
    r"(?:\(单位\))?(?:[、和与及 ]|以及)*"
)
ABOVE = frozenset(("中共中央", "党中央", "国务院"))
"""Whose acts a document recounts; it lays no duties on them."""
_STARTS = re.compile(
    r"(?:^|[,。;:!?、)]|[一二三四五六七八九十]+是(?:由)?|第[一二三四五六七八九十百\d]+条|\d[.])[ \t]*$"
)
_EACH_HAS_TO = re.compile(
    r"(?:\(单位\))?(?:也|均|都|还)?(?:务必|要(?!求|素|点|件|闻)|应当|应(?!急|用|届|对|收|付)|须|必须|不得|需要)"
)
"""Behind a list whose duty is that of each of them; 等部门 makes it one of them together."""
_TOGETHER = re.compile(
    r"(?:等)?(?:有关|相关|各)?(?:部门|单位)?(?:共同|一起|一道|联合|建立|开展|密切|协同|配合|合作|签订|加强(?:协作|配合|合作))"
)
_ORDERED = re.compile(
    r"(?:等)?(?:有关|相关|各)?(?:部门|单位)?(?:也|均|都|还)?(?:会后|节后|年内|今年|明年|当前|近期|每[年月周季天日]度?)?"
    r"(?:[\d一二三四五六七八九十两]{1,4}个?(?:工作日|天|日|周|月|小时)(?:之?内|前))?"
    r"(?:,?(?:应当|必须|不得)|务必|要(?!求|素|点|件)|应(?!急|用|届|对)|须|需要|可以|可(?=给予|结合|按|根据|采取|适当|自行|先行)|至少(?=[建配确有办完培打选创设]))"
)
"""What a reply reports that others have to do."""
_HAS_DONE = re.compile(r"(?:等)?(?:(?:[一-鿿]{0,4})?[一-鿿]了|(?:牵头|主持|组织|主办)的)")
"""What 由 tells of those who have done it: 由各乡镇建设了, 由省总工会牵头的活动."""
_HANDED_ON = re.compile(r"(?:联合|共同|统一)?(?:交办|转办|转交|批转|转来|分办|移交)")
"""What 由 tells of those who gave a proposal to the one that answers: 由市政府办公室交办."""
_MEETING = re.compile(r"(?:发布会|会议|大会|论坛|仪式|座谈会|启动会|推进会)由\Z")
_HOLDS = re.compile(r"[一-鿿]{0,12}?(?:联合|共同)?(?:组织|举办|主办|主持|承办|召开)")
"""Who held a meeting that is reported: 发布会由省政府新闻办主持."""
_FORMED = re.compile(
    r"(?:等)?(?:有关|相关)?(?:部门|单位)?(?:[^,。;:]{0,40}(?:组成|构成)|[一-鿿]{0,8}(?<![责主信])任(?!务))"
)
"""What makes members of those whom 由 names: 由市财政局、市教育局组成工作组."""
MADE_BY = re.compile(
    r"(?:等)?(?:有关|相关)?(?:部门|单位)?(?:依法|分别|统一|联合)?(?:行使|履行|作出|负担|承担|支付|出具|组织(?:编制)?|颁发|核发|开具|指定|确定|认定|提供|制[定订]|编制"
    r"|印发|审批|批准|核准|管理|主办|举办|发布|公布|安排|设立|下达|授权|委托|出资|认可|控股)的(?=[一-鿿《])"
)
"""Behind a body these words only tell which thing is meant: 由市财政局承担的费用, 县政府确定的部门, 省厅制定的《…》."""
_ADOPTED = re.compile(r"(?:发布|公布|颁布|批准|通过)(?:\)|,(?:根据|依照|依据|按照|经))")
"""What 由 tells of those who adopted a statute: 由县人大常委会通过,根据…修正."""
_TIES = re.compile(
    r"(?:[、,等]*(?:部门|单位|银行|医院|企业|学校))*(?:之间|间|三方|双方|各方|多方)*[^,;。]{0,10}(?:合作|协作|联动|协同|配合)"
)
_LINKED = re.compile(r"[^;。\n]{0,40}?(?:衔接|协作|合作|配合)")
_THING = re.compile(
    r"(?!等)[^,。;:、的]{0,12}(?:建设|工作|项目|任务|改革|工程|基础设施|专用线)(?=[,。;、]|等|的(?:实施|开展|落实|推进|完成))|[县市区镇乡](?!域)"
)
"""Behind a body that is furthered a thing of its own, or the rest of a longer name: 推动石桥园区|专用线项目."""
_OWN_OFFICE = re.compile(r"[一-鿿、]{0,16}?依法(?:独立)?(?:公正)?(?:履职|履行|行使)")
_LETS = ("支持", "保障", "保证")
"""Around bodies that are left to do their own office: 支持|人大、政协、法院依法履职."""
_IN_CHARGE = re.compile(r"(?:具体|统一|负责)?(?:主办|牵头|主责|承办)(?!的|过|了|单位|部门)")
_CONCERNED = re.compile("有关|相关")
_ASSISTS = re.compile(r"(?:配合|协办|参与|参加|协同|会办)(?:部门|单位)\Z")
_ASKED = re.compile(r"(?:经|已|征[求询]了?)(?:商|会商|函商)?\Z")
"""Before those who were asked; whom a document of duties tells to ask, they have a part: 由市水务局商|有关部门|确定."""
_OF_STATE = ("国家有关", "国家相关")
"""Offices on which whoever is to help them lays nothing: 配合|国家有关部门."""
_TAKEN_TO = ("移送", "移交", "送交")
"""Before those to whom a case or a thing goes: 移送|司法机关|依法处理 lays nothing on them."""


def runs(text: str, bodies: Sequence[Body]) -> Iterator[tuple[Body, ...]]:
    """Bodies in order, those together that nothing but list marks parts: 省财政厅、省教育厅和省民政厅."""
    run: list[Body] = []
    for body in bodies:
        if run and not _joined(text, run[-1].end, body.start):
            yield tuple(run)
            run = []
        run.append(body)
    if run:
        yield tuple(run)


def _joined(text: str, start: int, end: int) -> bool:
    return 0 <= end - start < 12 and _BETWEEN.fullmatch(text, start, end) is not None


def roles_of_run(text: str, run: Sequence[Body], lays_duties: bool, charges: bool = True) -> tuple[Role, ...]:
    """The role of each body of a list, by the words on both sides of the list; `mentioned` where none says.

    Args:
        text: folded text.
        run: the bodies.
        lays_duties: the document is of a kind in which a body at the start of a sentence before a verb has to act.
        charges: whoever is urged on in it has to act; in a reply that is its own office.
    """
    here = _Listed(text, run, *words_beside(text, run[0].start, run[-1].end), lays_duties, charges)
    if _is_no_actor(here):
        return tuple(Role.MENTIONED for _ in run)
    if _is_advised(here) or _is_set_up(here):
        return tuple(Role.LEAD for _ in run)
    for side, role in fitting_cues(here.before, here.after, _barred(here)):
        if not _fails(here, side, role) and (found := _given(here, side, role)) is not None:
            return _assisting(here, found)
    return tuple(Role.MENTIONED for _ in run)


class _Listed(NamedTuple):
    """A list of bodies at its place.

    Attributes:
        text: folded text.
        run: the bodies of the list.
        before: the words before it.
        after: the words after it.
        lays_duties: as of `roles_of_run`.
        charges: as of `roles_of_run`.
    """

    text: str
    run: Sequence[Body]
    before: str
    after: str
    lays_duties: bool
    charges: bool

    @property
    def start(self) -> int:
        """Where the list starts."""
        return self.run[0].start

    @property
    def end(self) -> int:
        """Where the list ends."""
        return self.run[-1].end


def _is_no_actor(here: _Listed) -> bool:
    """Whether the bodies are none that act or are asked, whatever a row says: 我局 in a reply, 移送|司法机关."""
    return (
        (not here.charges and _answers(here))
        or is_named_in_passing(here.text, here.start, here.end, here.before, here.after)
        or here.before.endswith(_TAKEN_TO)
        or (here.before.endswith(_LETS) and _OWN_OFFICE.match(here.after) is not None)
        or (here.before.endswith("配合") and here.text.startswith(_OF_STATE, here.start))
    )


def _is_advised(here: _Listed) -> bool:
    """Whether the one to whom a letter is written is told what to do: 建议|你局."""
    return here.text[here.start] == "你" and here.before.endswith("建议")


_SETS_UP = re.compile(
    r"(?:成立|组建|组成|设立|建立|(?:组长|召集人|总指挥|指挥长|成员|组员)的|参[加与]的|构成的?)(?:了)?(?:[一-鿿]{2,4})?\Z"
)
"""The end of the words before a group that is set up: 组建|节水工作专班."""
_SET_UP = re.compile(r"(?:小组|指挥部|专班|联席会议|委员会|工作组)\Z")
"""The end of the name of such a group."""
_LEADS_THEN = re.compile(
    r"(?:\([^()\n]{2,24}\))?,(?:统一|全面|具体|负责)?(?:领导(?!小组|班子)|统筹|研究部署|组织领导|组织协调|指导督促|协调推进)"
)
"""Behind its name, what it leads: 领导小组|,统筹推进节水工作."""


def _is_set_up(here: _Listed) -> bool:
    """Whether a group is set up whose task stands right behind its name: 成立|领导小组|,统筹推进节水工作."""
    return (
        len(here.run) == 1
        and _SET_UP.search(here.text, here.start, here.end) is not None
        and _SETS_UP.search(here.before) is not None
        and _LEADS_THEN.match(here.after) is not None
    )


def _barred(here: _Listed) -> tuple[str, ...]:
    """The sides whose rows do not count for the list."""
    is_subject = here.lays_duties and not _is_above(here) and _STARTS.search(here.before) is not None
    no_subject = () if is_subject and not _tells_which(here) else (SUBJECT, CLAUSE)
    return (*no_subject, *(() if here.charges else (CHARGE,)))


def _is_above(here: _Listed) -> bool:
    return here.run[0].canonical in ABOVE


def _tells_which(here: _Listed) -> bool:
    """Whether the list only tells which thing is meant: 由|市财政局|承担的费用."""
    return "的" in here.after and MADE_BY.match(here.after) is not None


def _is_past_or_formed(here: _Listed) -> bool:
    """Whether those behind 由 lead nothing: they made, adopted or handed on something, or are members of it."""
    return (
        _is_above(here)
        or _tells_which(here)
        or any(words.match(here.after) for words in (_FORMED, _ADOPTED, _HANDED_ON))
    )


def _is_ordered(here: _Listed) -> bool:
    """Whether a reply reports what others have to do."""
    return not here.charges and _ORDERED.match(here.after) is not None


def _is_furthered(here: _Listed) -> bool:
    """Whether a thing of the bodies is furthered, not they: 推动|石桥园区|专用线项目."""
    return _THING.match(here.after) is not None and not opens_with_verb(here.text, here.end)


def _is_told_of(here: _Listed) -> bool:
    """Whether a document that lays no duties tells by 由 of what those behind it did."""
    if here.lays_duties or not here.before.endswith("由"):
        return False
    held = _MEETING.search(here.before) is not None and _HOLDS.match(here.after) is not None
    return held or _HAS_DONE.match(here.after) is not None


_HAS_MADE = re.compile(
    r"(?:组织|研究|联合|认真|专门|统一|结合[^,。;]{2,10})*(?:制[定订]|编制|起草|修订|印发|出台|建立|成立|组织|开展|梳理)了(?!解)"
)
"""What a subject has done, and so has no more to do: 我局|制定了《…》,现印发."""


def _has_made(here: _Listed) -> bool:
    """Whether a document tells of what those who open the sentence did."""
    return _HAS_MADE.match(here.after) is not None


def _is_class_that_studied(here: _Listed) -> bool:
    """Whether a class opens the clause that says who worked the answer out: 对所提问题,|有关部门|进行了研究,现函复."""
    return all(body.collective for body in here.run) and _STARTS.search(here.before) is not None


_UNLESS: tuple[tuple[str, str, Callable[[_Listed], bool]], ...] = (
    (BEFORE, FIRST, _is_past_or_formed),
    ("", FIRST, _is_ordered),
    (CHARGE, Role.JOINT, _is_furthered),
    (BEFORE, "", _is_told_of),
    (SUBJECT, FIRST, _has_made),
    (AFTER, Role.CONSULTED, _is_class_that_studied),
)
"""Side and role of rows of `duty_cues`, empty for any, and what makes them fail for a list that they fit."""


def _fails(here: _Listed, side: str, role: str) -> bool:
    """Whether a row that fits does not hold for the list."""
    return any(of in ("", side) and gives in ("", role) and fails(here) for of, gives, fails in _UNLESS)


def _answers(here: _Listed) -> bool:
    """Whether whoever answers is meant (我局), unless it says that the matter is its own: 该提案由我局|主办."""
    in_charge = here.before.endswith("由") and _IN_CHARGE.match(here.after)
    return here.text[here.start] in "我本" and not in_charge


def _given(here: _Listed, side: str, role: str) -> tuple[Role, ...] | None:
    """The roles of the bodies by the role of a row; None where the row asks for more than there is."""
    if role == FIRST:
        return _each(here) if side != BEFORE and _is_each_to_act(here, side) else _first_leads(here)
    if role == Role.CONSULTED and side == BEFORE and here.lays_duties and not _ASKED.search(here.before):
        return tuple(Role.JOINT for _ in here.run)
    if (role == TIES and not _TIES.match(here.after)) or (role == WITH and not _act_together(here)):
        return None
    joins = role in (TIES, WITH) or (role == Role.LEAD and _is_helped(here))
    return tuple(Role.JOINT if joins else Role(role) for _ in here.run)


def _is_each_to_act(here: _Listed, side: str) -> bool:
    """Whether each of a list has the duty: 财政局、教育局要…, or what they do follows right behind them."""
    return _EACH_HAS_TO.match(here.after) is not None or (side == SUBJECT and not here.after.startswith("等"))


def _each(here: _Listed) -> tuple[Role, ...]:
    """The roles of those who each have to do something: all lead but 各有关部门, who follow those named before."""
    others = (_CONCERNED.search(here.text, body.start, body.end) is not None for body in here.run[1:])
    return (Role.LEAD, *(Role.JOINT if concerned else Role.LEAD for concerned in others))


def _first_leads(here: _Listed) -> tuple[Role, ...]:
    return (Role.LEAD, *(Role.JOINT for _ in here.run[1:]))


def _act_together(here: _Listed) -> bool:
    """Whether those behind 与 do something with others: 与|省银保监局|共同指导, 加强与|县医院的衔接."""
    linked = here.before.endswith(("加强与", "加强同")) and _LINKED.match(here.after) is not None
    return linked or _TOGETHER.match(here.after) is not None


def _is_helped(here: _Listed) -> bool:
    """Whether those to be helped are named by their class alone, so that none of them leads: 配合|有关部门."""
    tells_tasks = here.lays_duties or not here.charges
    return tells_tasks and here.before.endswith("配合") and all(body.collective for body in here.run)


def _assisting(here: _Listed, roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """The roles, those named as helpers joining whatever they have to do: 各配合单位要加强协作."""
    return tuple(
        Role.JOINT if role is Role.LEAD and _ASSISTS.search(here.text, body.start, body.end) else role
        for body, role in zip(here.run, roles, strict=True)
    )


def is_told(text: str, start: int, end: int) -> bool:
    """Whether the body at `text[start:end]` (folded) opens a part of a sentence that tells what it has to do."""
    before = text[max(0, start - 8) : start].rpartition("\n")[2]
    return _ORDERED.match(text, end) is not None and _STARTS.search(before) is not None


_NEXT_DUTY = re.compile(
    r"(?P<joint>按照?职责|按照?职能|分工|配合|参与|参加|协办|协助|协同|具体实施|落实|支持|指导)|牵头|负责|主办|承办"
)
_LABEL = re.compile(r"(?P<lead>牵头|主办|主责|承办|负责(?=单位|部门|机构))|责任|配合|协办|参与|落实|实施")


def role_in_note(text: str, end: int, note_start: int, note_end: int) -> Role:
    """The role of a body that ends at `end` in a note of responsibility, if the words beside its list do not say it."""
    duty = _NEXT_DUTY.search(text, end, note_end)
    if duty:
        return Role.JOINT if duty["joint"] else Role.LEAD
    labels = [bool(label["lead"]) for label in _LABEL.finditer(text, note_start, end)]
    return Role.LEAD if labels and labels[-1] else Role.JOINT
