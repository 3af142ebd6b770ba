"""Areas, groups and persons that a text urges to act, told by the ends of their names and by a verb of their own.

支持高寒地区|完善路网, 组织各类媒体|宣传, 鼓励单位和个人|向学校捐赠: words that alone are mostly the objects of an act
(地区, 市场, 职工) stand for who acts where a verb with an object of its own follows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from extract.actors.class_lists import classes
from extract.bodies.duty_cues import opens_with_verb
from extract.lexicon import words

SUPPORTS = r"(?<!落实)支持(?!条件|范围|力度|政策|措施|的)"
"""支持 where it is a verb, and not the noun of 支持政策."""
ORGANIZES = r"组织(?!机构(?:代码|编码|设置|和|及|、|名称))"
"""组织 where it can be a verb, and not the body of 组织机构代码."""
_URGES = (
    rf"(?<!为)(?:鼓励|{SUPPORTS}|引导|督促|动员|号召|发动|推动|指导|扶持(?!政策|措施|资金|力度|的)|便利"
    r"|(?<![一-鿿(\"])(?:允许|准许))"
)
_BRINGS = (
    rf"(?:(?<![一-鿿\d])|(?<=应当)|(?<=积极)|(?<=广泛)){ORGANIZES}"
    r"(?!开展|实施|做好|协调|宣传|召开|领导|形式|体系|架构|结构|部门|编制|建设)"
)
URGES_GROUPS = rf"(?:{_URGES}|{_BRINGS})(?:[、和并]?(?:{_URGES}|组织)){{0,2}}(?![、和与及等])"
"""Verbs of urging, right before those who are urged."""
_STRETCH = re.compile(r"[^,。;:!?《》\n]{2,64}")
_NOT_OWN = re.compile(
    r"(?:组织(?=[、和与及等]|以及)|(?:积极|主动|依法){0,2}(?:维权|维护[^,。;\n]{0,8}权益|举报|投诉)|每(?![年月季人户周日天半])|重点[区领环对]"
    r"|[^,。;、的\n]{0,4}(?:发展|振兴)(?:壮大)?(?:[,。;、]|\Z)|纳入|列入|合理"
    r"[^,。;\n]{0,6}(?:需求|诉求)|接受(?!委托)|给予|予以|享受|享有|获得|得到|应(?![用对])|至少|可|监督|优先享)|[^,。;\n]{0,3}(?:[,。;\n]|\Z)"
)
"""Behind a group what it is granted or may do for its own sake, a part of a longer word, or too little for an act."""
_ALSO_OWN = re.compile(
    r"(?:出台|创新(?!型|创业|平台|中心|能力|体系|人才|团队|主体|要素|发展)|大胆|深入|新建|改建|采取|采购(?!人|商|代理|平台)|提升(?!行动|工程)|招收|突破|围绕|到(?!位)|以(?!上|下|内|外|及)"
    r"|自愿|自主|转变|补缴|配备|安排|联合|挖掘|进(?=社区|校园|家庭|企业|[村厂城乡])|进入|把|将|学习|运用|返乡|[网线]上|在线|就地|错峰|捐|从事(?!的)|面向|前往|走出|依法|延长|降低|减免|扩大|释放"
    r"|试点|使用(?!权|者|单位)|选用|开放(?!型|平台)|宣传|使|提高|丰富|拿出|腾出|组建|参训|养成|形成|转型|投入|投身|扎根|延伸|设置|因地制宜)"
)
"""Verbs of an act of its own that are no words of a public body's duty."""
_BODY_BEHIND = re.compile(r"组织(?!开展|实施|做好|编制|召开|举办|参[加与]|制定|申报|引导|推动)")
_NAMES_BODIES = ("社区", "志愿者", "法人", "群众", "青年", "妇女")
"""Groups that 组织 behind them makes the name of a body of theirs: 志愿者|组织."""
_TOWARDS = re.compile(r",对[^,。;:\n]{2,24}(?:开展|实施|进行|提供)")
"""Behind a group for whom it acts: 企业,对困难群体|开展帮扶."""
_ABLE = re.compile(r"[^、]*的")
"""The clause before a name: 有条件的|高校."""
_JOINT = re.compile(r"、|以及|或者?|[和与及](?!谐|平)")
_ET_CETERA = re.compile(r"(?<![高中初优特平同])等")
_SOME = re.compile(
    r"(?:(?:更多|一批|相关|广大|现有|[本当]地(?!区)|全社会|(?:我|本|全|各)[省市县区州](?!属|直|级)|\d+[家个名所户]|辖区内?|[省市县区州境国域]内外?|其他|重点|积极))+(?=[一-鿿]{2})"
)
"""Before a name what tells how many there are of it, or which."""
_NO_NAME = re.compile(
    r"[的在向将把对为从由被使于是以按到跨][^、]*\Z|\d|[\"()]"
    r"|(?!开展过)(?:开展|建设|建立|发展(?!中)|参与(?!者)|参加|推进|推广|促进|提升|提高|完善|加强|加快|优化|强化|打造|培育|设立|举办|组建|创建|实施|落实|健全|深化|扩大|引进|吸引|帮助"
    r"|解决|保障|改造|服务于|清理|盘活|发挥(?!专)|协调|宣传|进(?!出口|修|校)|下沉|降低|减轻|鼓励|支持|引导|推动|督促|投入|做[大好强优]|新建|改建|扩建|转化|融入|进入|搭建|形成|围绕|依托"
    r"|通过|利用|结合|符合)"
    r"|\A(?:[我其该此本各](?!类|级|地|高|有|商|银|企|校|医)|国家|全[省市县区国]\Z|[省市县区]\Z|[省市县区]{2}\Z)"
)
"""Words of a clause or of an act, which the name of a group does not hold."""
_SHAPELESS = re.compile(
    r"(?:资本|力量|主体|[本其]单位|各方|机场|港口|车站|水库|电厂|客运站)\Z"
    r"|\A(?:有关|相关)?(?:[双各]方|人[员才口]|单位|部门|机[构关]|组织|个人|者|户|家庭|中心|平台|市场|基地|团队|领导班子|场所|党员)\Z"
)
"""What nobody in particular is meant by where it stands alone, but is in a list: 鼓励单位|和个人|捐赠."""
_PERSON = re.compile(r"(?:[者员工生师民众年女士友属客]|(?<!法)人|人口|专家|干部|人才)\Z")
_OF_A_SCHOOL = re.compile(r"(?:学生|教师|师生|毕业生|员工)\Z")
"""Those of an institution, who do not act for themselves: 鼓励高校师生."""
_FREES = re.compile(r"(?:鼓励|支持|允许|准许|号召)\Z")
"""Verbs that leave persons to act; whom one 引导 or 组织 is moved by another."""
_MOVES = re.compile(r"(?:组织|引导|指导|督促|推动|动员|发动)\Z")
_MOVED_BY = re.compile(r"(?:(?<![主重需首])要(?!求|素|点|件|闻)|应当|应(?=[在于按及积主加做]))[^。;\n]*\Z")
"""In the sentence before such a verb a duty of somebody who is to move others."""
_FAR = 120
"""Characters before a verb of urging within which it is told who moves others, or what is granted."""
_GRANTED = re.compile(r"(?:倾斜|给予[^,。;\n]{2,12}|奖励|补[助贴]|资金),[并以]?\Z")
"""A grant right before, of which the urging tells the purpose: 安排资金,支持|贫困地区改善路网."""
_LONGEST = 14


class UrgedList(NamedTuple):
    """Those of one list, and the stretch of their own act, in which nobody else is urged."""

    places: tuple[tuple[int, int], ...]
    act: tuple[int, int]
    summed_up: int | None
    """Where a class ends that only sums them up: 石桥大学、云水学院等院校."""


@cache
def _heads() -> tuple[tuple[int, frozenset[str]], ...]:
    """The ends of names by their number of characters, longest first."""
    found = frozenset((*classes(), *words("urged_groups", "word")))
    longest = max(map(len, found))
    return tuple((n, frozenset(one for one in found if len(one) == n)) for n in range(longest, 0, -1))


@cache
def _last_characters() -> frozenset[str]:
    return frozenset(word[-1] for _, some in _heads() for word in some)


def _head_of(text: str, start: int, end: int) -> str:
    """The longest end of a name right before `end`, from `start` on; empty without one."""
    if text[end - 1] not in _last_characters():
        return ""
    return next((text[end - n : end] for n, some in _heads() if end - n >= start and text[end - n : end] in some), "")


def find_urged_lists(text: str, urging: Iterable[re.Match[str]]) -> Iterator[UrgedList]:
    """The lists of those whom `text` (folded) urges, behind the verbs of `urging`."""
    for verb in urging:
        stretch = _STRETCH.match(text, verb.end())
        if stretch is None:
            continue
        start, limit = stretch.span()
        for end in range(start + 2, limit + 1):
            if not _head_of(text, start, end):
                continue
            if (behind := _own_act(text, end)) is not None:
                if places := tuple(_elements(text, verb, start, end)):
                    yield UrgedList(places, (behind, limit), end if places[-1][1] < end else None)
                break


def _own_act(text: str, end: int) -> int | None:
    """Where the act of those who are named up to `end` starts; None where none follows."""
    if text.endswith(_NAMES_BODIES, 0, end) and _BODY_BEHIND.match(text, end) and _own_act(text, end + 2) is not None:
        return None  # of 非法人组织
    at = end
    if text.startswith("等", at):
        at += 2 if text.startswith(",", at + 1) else 1
    elif _TOWARDS.match(text, at):
        at += 1
    if _NOT_OWN.match(text, at):
        return None
    return at if _ALSO_OWN.match(text, at) or opens_with_verb(text, at) else None


def _elements(text: str, verb: re.Match[str], start: int, end: int) -> list[tuple[int, int]]:
    """The names of the list from `start` to `end`; none where its first or last one is none."""
    found: list[tuple[int, int]] = []
    at = start
    for joint in (*_JOINT.finditer(text, start, end), None):
        name = _name(text, at, joint.start() if joint else end)
        if name is None and (joint is None or not found):
            return []
        found += [name] if name else []
        at = joint.end() if joint else end
    return found if _are_told(text, verb, found) else []


def _are_told(text: str, verb: re.Match[str], found: Sequence[tuple[int, int]]) -> bool:
    """Whether those named are anybody in particular, who acts for himself and is not moved by who acts before."""
    names = [text[start:end] for start, end in found]
    if len(names) == 1 and _SHAPELESS.search(names[0]):
        return False
    if _OF_A_SCHOOL.search(names[-1]):
        return False
    if all(_PERSON.search(name) for name in names) and not _FREES.search(verb.group()):
        return False
    before = max(0, verb.start() - _FAR)
    if _GRANTED.search(text, before, verb.start()):
        return False
    return not (_MOVES.search(verb.group()) and _MOVED_BY.search(text, before, verb.start()))


def _name(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name in an element of a list: behind its clause, without words of number, and before 等 with its class."""
    parts = [one.span() for one in _ET_CETERA.finditer(text, start, end)]
    if parts and _head_of(text, start, parts[0][0]):
        end = parts[0][0]
    elif parts:
        start = parts[-1][1]
    for before in (_ABLE, _SOME):
        if told := before.match(text, start, end):
            start = told.end()
    head = _head_of(text, start, end)
    if not head or " " in text[start:end] or end - start > _LONGEST:
        return None
    if _NO_NAME.search(text[start : end - len(head)]):
        return None
    return start, end
