"""What the words beside the names of bodies make of them: lead, joint, consulted, copied."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from corpus import Role
from extract.bodies.last_words import UTILITIES
from extract.bodies.names import Body
from extract.lexicon import rows
from extract.scanning.first_characters import first_characters, last_characters

ACTIVE = frozenset((Role.LEAD, Role.JOINT))
"""Roles of those who have to act."""
_BETWEEN = re.compile(
    r"(?:[、和与及 ]|以及|及其|等(?:有关|相关|各)?(?:部门|单位)(?=[、和与及以])|等"
    r"|,?(?:尤其是?|特别是)(?:基层|各|所属)?|(?<=、)[一-鿿]{1,6})*"
    r"(?:\(单位\))?(?:[、和与及 ]|以及)*"
)


BEFORE, SUBJECT, CLAUSE, CHARGE = "before", "subject", "clause", "charge"
"""Sides of a cue: see `lexicon/duty_cues.tsv`."""

ABOVE = frozenset(("中共中央", "党中央", "国务院"))
"""Whose acts a document recounts; it lays no duties on them."""

FIRST, WITH, TIES = "first", "with", "ties"
"""Outcomes of a cue that need more than the cue: see `lexicon/duty_cues.tsv` and `_given`."""


class _Cue(NamedTuple):
    """A row of `duty_cues` and whether the words before or after a list hold it."""

    side: str
    role: str
    find: Callable[[str], object]


@cache
def _cues() -> tuple[_Cue, ...]:
    """Every row, those of the words before a list anchored at its start, the others at its end."""
    return tuple(
        _Cue(side, role, re.compile(f"(?:{pattern})$").search if _leads(side) else re.compile(pattern).match)
        for side, pattern, role, _ in rows("duty_cues")
    )


def _leads(side: str) -> bool:
    return side in (BEFORE, CHARGE)


@cache
def _cues_before() -> dict[str, tuple[int, ...]]:
    """By the last character of the words before a list the rows that they may hold."""
    lasts = {at: last_characters(row[1]) for at, row in enumerate(rows("duty_cues")) if _leads(row[0])}
    return {one: tuple(at for at, last in lasts.items() if one in last) for one in frozenset().union(*lasts.values())}


@cache
def _cues_after() -> tuple[dict[str, tuple[int, ...]], tuple[int, ...]]:
    """By the first character of the words after a list the rows that they may hold; the rows that any may hold."""
    firsts: dict[int, frozenset[str] | None] = {}
    for at, (side, pattern, *_) in enumerate(rows("duty_cues")):
        if not _leads(side):
            firsts[at] = first_characters(pattern) if side != CLAUSE else None
    listed = {one for found in firsts.values() for one in found or ()}
    by_first = {one: tuple(at for at, found in firsts.items() if found is None or one in found) for one in listed}
    return by_first, tuple(at for at, found in firsts.items() if found is None)


def _fitting(before: str, after: str, barred: Collection[str]) -> Iterator[tuple[str, str]]:
    """Side and role of the rows that fit the words before and after a list, in the order of the table."""
    cues, by_last, (by_first, always) = _cues(), _cues_before(), _cues_after()
    for row in sorted((*by_last.get(before[-1:], ()), *by_first.get(after[:1], always))):
        side, role, find = cues[row]
        if side not in barred and find(before if _leads(side) else after):
            yield side, role


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
    r"(?:等)?(?:有关|相关)?(?:部门|单位)?(?:[^,。;:]{0,40}(?:组成|构成)|[一-鿿]{0,8}(?:担|兼)?任(?!务))"
)
"""What makes members of those whom 由 names: 由市财政局、市教育局组成工作组."""
MADE_BY = re.compile(
    r"(?:等)?(?:有关|相关)?(?:部门|单位)?(?:依法|分别|统一|联合)?(?:行使|履行|作出|负担|承担|支付|出具|组织(?:编制)?|颁发|核发|开具|指定|确定|认定|提供|制[定订]|编制"
    r"|印发|审批|批准|核准|管理|主办|举办|发布|公布|安排|设立|下达|授权|委托|出资|认可|控股)的(?=[一-鿿《])"
)
"""Behind a body these words only tell which thing is meant: 由市财政局承担的费用, 县政府确定的部门, 省厅制定的《…》."""
_ADOPTED = re.compile(r"(?:发布|公布|颁布|批准|通过)(?:\)|,(?:根据|依照|依据|按照|经))")
"""What 由 tells of those who adopted a statute: 由县人大常委会通过,根据…修正."""
_FOOTER_WORDS = (
    "版权所有",
    "Copyright",
    "网站地图",
    "ICP备",
    "备案号",
    "网站标识码",
    "技术支持:",
    "建设与维护",
    "邮编:",
)
_FOOTER = re.compile("|".join((*_FOOTER_WORDS, r"网站地\Z")))
"""Words beside whoever runs a site: 主办单位 there leads nothing."""
_FOOTER_LINE = re.compile(r"[ \t]*主办(?:单位)?:[^\n。;]{2,40}[ \t]承办(?:单位)?:")
"""The line of a page that names whoever runs the site and whoever keeps it."""
_LINE_HEAD = 80
"""Characters from the start of such a line within which it names them."""
_SHORT = re.compile(
    r"\((?:以下(?:统一)?(?:简|统|合)称[^()]{1,24}|[^()\n]{2,14}(?:局|[^员]委|委员会|办|办公室|厅|中心)(?:牌子)?)\)"
)
"""Another name of a body, right behind its own: 县防汛抗旱指挥部(以下简称县防指)|负责, 市文广新局(市文物局)|牵头."""
_OTHERS = re.compile(
    rf"、{UTILITIES}(?=等)|"
    r"及其?工作人员(?=要|应|须|必须|不得)|(?:(?:[、和与及]|以及)[一-鿿]{0,8}?(?:企业|机构|单位|学校|高校|院校|医院|银行|公司|协会|社会组织|[林农牧]场|集团|站所|队伍?|合作社|村\(社区\)|村委会|居委会|村居|社区|景区|医疗卫生机构)(?:\([^()\n]{2,14}\))?(?=[、和与及要应须可不负按]))+"
    r"|(?:[、和与及](?:(?![的将把对为在向了是等从由被使让与和及的])[一-鿿]){2,10}?){1,3}(?=(?:也|都|均)?(?:要(?!求|素|点|件)|应当|必须|须|不得))"
)
"""Those of the market in a list behind bodies: 各有关部门|和医疗机构|不得."""
_OTHERS_FIRST = first_characters(_OTHERS.pattern)
_PERSON = re.compile(
    r"(?!(?:分管|主要)?(?:领导|负责人|负责同志)(?:分别|共同)?(?:担任|任)(?:组长|总?召集人))"
    r"(?:等?(?:有关|相关)?(?:部门|单位)?(?:主要|分管)?(?:领导|负责人|负责同志)(?:为|担任|任|作为|是)?(?:领导小组)?成员"
    r"|(?:等)?(?:分管|主要|党组|党委)?(?:领导|负责人|负责同志|副|秘书长|主任|[局厅部省市县区州]长|主席|书记|专家|(?:各位|全体)?委员(?!会)|各位|人员|工作人员|干部))"
)
"""A person of the body, not the body: 市政府分管副市长."""
_SPEAKS = re.compile(
    r"(?:负责人|负责同志|工作人员)(?:表示|介绍|透露|称)[,:]?\"?(?:下一步,?|今后,?|接下来,?)?(?:也|还)?(?:即?将(?!其|该)|计划|拟)"
)
"""A person who says what the body will do: 负责人表示,将加快建设."""
_TITLES = (
    *("司长", "局长", "处长", "厅长", "主任", "部长", "秘书长"),
    *("巡视员", "监察专员", "新闻发言人", "总工程师", "总经济师"),
)
_OFFICIAL = re.compile(
    r"(?:[一-鿿]{2,10}?[司局处])?(?:党组(?:成员|书记)?、?)?(?:副|一级|二级)*"
    rf"(?:{'|'.join(_TITLES)})[一-鿿]{{2,3}}(?=表示|介绍|透露|指出|称)"
)
"""An official by title and name, who speaks for the body: 交通运输部|运输服务司司长某某|表示,将加快."""
_TIES = re.compile(
    r"(?:[、,等]*(?:部门|单位|银行|医院|企业|学校))*(?:之间|间|三方|双方|各方|多方)*[^,;。]{0,10}(?:合作|协作|联动|协同|配合)"
)
_LINKED = re.compile(r"[^;。\n]{0,40}?(?:衔接|协作|合作|配合)")


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
    return 0 <= end - start < 8 and _BETWEEN.fullmatch(text, start, end) is not None


def roles_of_run(text: str, run: Sequence[Body], lays_duties: bool, charges: bool = True) -> tuple[Role, ...]:
    """The role of each body of a list, by the words on both sides of the list; `mentioned` where none says.

    Args:
        text: folded text.
        run: the bodies.
        lays_duties: the document is of a kind in which a body at the start of a sentence before a verb has to act.
        charges: whoever is urged on in it has to act; in a reply that is its own office.
    """
    start, end = run[0].start, run[-1].end
    before, after = _beside(text, start, end)
    mentioned = tuple(Role.MENTIONED for _ in run)
    if (not charges and _answers(text[start], before, after)) or _is_aside(text, start, end, before, after):
        return mentioned  # who answers is no other that has to act
    if before.endswith(_TAKEN_TO):
        return mentioned
    if text[start] == "你" and before.endswith("建议"):
        return tuple(Role.LEAD for _ in run)
    above = run[0].canonical in ABOVE
    no_subject = not lays_duties or above or not _STARTS.search(before)
    made = "的" in after and MADE_BY.match(after) is not None
    barred = (*((SUBJECT, CLAUSE) if no_subject or made else ()), *(() if charges else (CHARGE,)))
    for side, role in _fitting(before, after, barred):
        passive = role == FIRST and side == BEFORE
        if passive and (above or made or _FORMED.match(after) or _ADOPTED.match(after) or _HANDED_ON.match(after)):
            continue
        if not charges and role == FIRST and _ORDERED.match(after):
            continue
        if side == CHARGE and role == Role.JOINT and _THING.match(after) and not opens_with_verb(text, end):
            continue
        if not lays_duties and side == BEFORE and before.endswith("由") and _is_told_of(before, after):
            continue
        each = role == FIRST and side != BEFORE and _EACH_HAS_TO.match(after)
        helped = (
            (lays_duties or not charges)
            and role == Role.LEAD
            and before.endswith("配合")
            and all(body.collective for body in run)
        )
        given = str(Role.JOINT) if helped else role  # 配合有关部门 names no one that leads
        found = _subjects(text, run) if each else _given(given, before, after, len(run))
        if found is not None:
            return _assisting(text, run, found)
    return mentioned


def _beside(text: str, start: int, end: int) -> tuple[str, str]:
    """The words of the line before and after a list, without asides behind it."""
    before = text[max(0, start - 14) : start].rpartition("\n")[2].lstrip(" \t")
    after = text[end : end + 60].partition("\n")[0]
    if after[:1] == "(" and (between := _SHORT.match(after)):
        after = after[between.end() :]
    if after[:3].endswith("政府") and text.endswith("党委", 0, end):
        after = after[3:]  # 各乡镇党委|、政府对辖区防汛工作负总责
    if after[:1] in _OTHERS_FIRST and (between := _OTHERS.match(after)):
        after = after[between.end() :]
    spoken_for = text[end - 1] not in "司处" and not before.endswith("请") and any(title in after for title in _TITLES)
    if spoken_for and (between := _OFFICIAL.match(after)):
        after = after[between.end() :]
    if before.endswith("的") and after.startswith(",") and text[end - 1] in _AREA_ENDS:
        after = after[1:]  # 尚未完成任务的县(市、区),要抓紧
    return before, after


def _is_aside(text: str, start: int, end: int, before: str, after: str) -> bool:
    """Whether the list is named in passing: at the foot of a page, for a person, for a rule called after it."""
    near = max(0, start - _LINE_HEAD)
    line = text.rfind("\n", near, start) + 1
    return (
        after.endswith("网站地")
        or any(word in after for word in _FOOTER_WORDS)
        or _runs_site(text, end, before, after)
        or ((line or not near) and _FOOTER_LINE.match(text, line) is not None)
        or after.startswith("制度")
        or (text.startswith(_OFFICES, start) and _PREDICATE.search(text, max(0, start - 34), start) is not None)
        or ("的" in after and _OF_MECHANISM.match(after) is not None)
        or (_PERSON.match(after) is not None and not _SPEAKS.match(after))
    )


_OFFICES = ("主管", "行政主管", "管理", "监管", "责任", "牵头", "业务主管", "行业主管")
_PREDICATE = re.compile(r"[是为系][^,。;:\n]{2,30}的\Z")
"""Words that say which office somebody is: 市水务局是全市节水工作的|主管部门,负责日常管理."""


def _runs_site(text: str, end: int, before: str, after: str) -> bool:
    """Whether the foot of a page goes on behind those who 主办 or 承办."""
    named = before.endswith(("主办:", "主办单位:", "承办:", "承办单位:")) or after.startswith(_RUN)
    return named and _FOOTER.search(text, end, end + _FOOT) is not None


_OF_MECHANISM = re.compile(r"(?:抓?落实|负责|主责|统筹|主体|主抓)的[一-鿿]{0,6}(?:机制|体制|格局|体系|原则)")
"""What makes a body a word of how work is shared out: 市级统筹、县(区)|落实的工作机制."""
_THING = re.compile(
    r"(?!等)[^,。;:、的]{0,12}(?:建设|工作|项目|改革|工程|基础设施|专用线)(?=[,。;、]|等)|[县市区镇乡](?!域)"
)
"""Behind a body that is furthered a thing of its own, or the rest of a longer name: 推动石桥园区|专用线项目."""
_AREA_ENDS = frozenset("省市县区州份乡镇道)")
"""The last character of areas that a clause before them tells of."""
_RUN = ("主办", "承办", "联合承办", "联合主办")
_FOOT = 120


_IN_CHARGE = re.compile(r"(?:具体|统一|负责)?(?:主办|牵头|主责|承办)(?!的|过|了|单位|部门)")


def _answers(first: str, before: str, after: str) -> bool:
    """Whether whoever answers is meant (我局), unless it says that the matter is its own: 该提案由我局|主办."""
    return first in "我本" and not (before.endswith("由") and _IN_CHARGE.match(after))


def _is_told_of(before: str, after: str) -> bool:
    """Whether 由 tells of what those behind it did."""
    return _HAS_DONE.match(after) is not None or (_MEETING.search(before) is not None and bool(_HOLDS.match(after)))


def _subjects(text: str, run: Sequence[Body]) -> tuple[Role, ...]:
    """The roles of those who each have to do something: all lead but 各有关部门, who follow those named before."""
    others = (_CONCERNED.search(text, body.start, body.end) is not None for body in run[1:])
    return (Role.LEAD, *(Role.JOINT if concerned else Role.LEAD for concerned in others))


_CONCERNED = re.compile("有关|相关")
_ASSISTS = re.compile(r"(?:配合|协办|参与|参加|协同|会办)(?:部门|单位)\Z")


def _assisting(text: str, run: Sequence[Body], roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """The roles, those named as helpers joining whatever they have to do: 各配合单位要加强协作."""
    return tuple(
        Role.JOINT if role is Role.LEAD and _ASSISTS.search(text, body.start, body.end) else role
        for body, role in zip(run, roles, strict=True)
    )


def _given(role: str, before: str, after: str, count: int) -> tuple[Role, ...] | None:
    """The roles of `count` bodies by the role of a row; None where the row asks for more than there is."""
    if role == FIRST:
        return (Role.LEAD, *(Role.JOINT for _ in range(count - 1)))
    if role == TIES:
        return tuple(Role.JOINT for _ in range(count)) if _TIES.match(after) else None
    if role != WITH:
        return tuple(Role(role) for _ in range(count))
    linked = before.endswith(("加强与", "加强同")) and _LINKED.match(after)
    return tuple(Role.JOINT for _ in range(count)) if linked or _TOGETHER.match(after) else None


@cache
def _verbs() -> re.Pattern[str]:
    """Verbs that a subject is followed by."""
    return re.compile("|".join(pattern for side, pattern, *_ in rows("duty_cues") if side == SUBJECT))


def opens_with_verb(text: str, start: int) -> bool:
    """Whether a verb of duty stands at `start` of `text` (folded), so that the subject stands before."""
    return _verbs().match(text, start) is not None


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
