"""The lines of a document's head that are its title, which may be broken over several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from corpus import BlockKind, Span
from extract.layout.foot import is_signature
from extract.layout.genre import issued_paper, title_word
from extract.layout.headlines import tells_of_rules
from extract.layout.paragraphs import Paragraph
from extract.layout.part_role import Role
from extract.patterns import NEWS_OPENING, ORGAN_ENDING, SENT, SERIAL

_TITLE_TAIL = re.compile(r"[(](?=.{0,20}(?:征求|试行|暂行|草案|送审|修订|初稿|讨论|(?:19|20)\d\d))[^()]{2,24}[)]")
_ENDING = re.compile(r"的[ ]*(?:答[ ]*复|回[ ]*复|复)?[ ]*函?")
"""The last words of a title on a line of their own: 关于第5号建议办理情况|的答复函."""
_JOINTS = "与和及暨"
"""What begins the second line of a title of two papers: 关于2030年计划执行情况|与2031年计划草案的报告."""
_DECREE = re.compile(r"[府部委局署会]令$|(?:代表大会|常务委员会|主席团)公告$")
"""A decree has no title of its own: it bears that of the paper that it issues."""
_ORDER = re.compile(rf"[一-鿿]{{4,40}}令{SERIAL}")
"""A whole line that is the name and the number of an order: 某市防汛指挥部令第3号."""
_PLAIN_LENGTH = 8
_LINES_BEHIND = 12
_TITLE_LINES = 4
_LINE = 60
_PARTS = 2
"""Parts that a headline has at most behind its first."""
_PART = re.compile(r"(?!我[省市县区州]|本[市省区县州报网])[^,。;!?]{4,36}(?<!讯)(?<!视频)")
"""What it goes on with; 我市… is the headline of the print edition, told once more."""
_SHORT_PART = re.compile(r"(?!.*(?:讯|报道|视频|专题|专栏|导读|实录|通稿|公告|通告|通知))[^,。;!?:\d]{4,7}")
"""The first part of a headline that is too short for one: 供水有保障."""
_FORM = re.compile(r"^(?:回放|直播|视频|图文|图解|实录|文字实录|现场|快讯|聚焦|关注)[ ]*[|:/][ ]*")
"""How a page calls the form in which it tells what it tells, before a headline: 回放|石桥县供水新闻发布会."""
_PAPERS = ("通知", "公告", "通告", "意见", "决定", "报告", "方案", "规划", "办法", "条例", "通报", "函")
"""Kinds of papers that no headline ends with before its second part."""
_TELLS = re.compile(rf"(?=[^\n]{{20}}){NEWS_OPENING}")
"""How the text of a news report opens."""
_EXCLAIMED = re.compile(r"(?!.*(?:[您你]们?好|各位|尊敬|感谢|欢迎|同志|加油))[^。;]{7,59}[!?]")
"""The headline of a news text that asks or calls out: 停水怎么办?最新回应!"""
_GAP = 16
_NUMBERED = re.compile(r"第[ ]*[A-Z]{0,3}\d+号$")
"""The end of a line before (教育类123号)提案答复的函."""
_ATTACHED = re.compile(r"附[ ]*件[ ]*\d{0,2}[ ]*:?")
"""The line above the title of a numbered paper, which the outline takes for its heading."""
_NO_TITLE = re.compile(
    r"^(?:(?:办理|承办|主办|协办|会办|答复|提案|建议)(?:单位|部门|人|者)|案由)[ ]*(?::|$)"
    r"|^[(\[]?(?:本报|新华社|中新[社网]|见习|特约|通讯员|记者)[^,。]{0,8}(?:记者|通讯员|评论员)?[ ]"
    rf"|{SENT}|^\".{{20,}}[,。]"
    r"|^[^,。:、]{0,12}(?:记者|通讯员)[ ]*[一-龥]{2,4}(?:[、 ][一-龥]{2,4}){0,5}$|^题[ ]*:|[ )]摄[)]?$"
    r"|^(?:网友|用户|市民):?[ ]?\"[^\"]*\":?$"
    r"|^欢迎(?:访问|光临|进入|来到|您)|欢迎您$"
    r"|^(?:签发人|会签人?|紧急程度|密级|份号|类别|公开(?:属性|方式)?)[ ]*(?::|$)"
    r"|^[^,。]{2,20}(?:门户|官方|政府|政务|信息)网(?:站)?$|^新闻(?:通|发布|通报)?稿$"
    r"|^今天是|欢迎(?:访问|光临|您)|^(?:19|20)\d\d年\d{1,2}月\d{1,2}日[ ]*(?:星期.)?(?:[ ]*农历[^ ]*)?$"
    r"|^第?\d+版[ :]|PDF版"
    r"|索引号|(?:成文|发布|公开)日期|发文字号"
    r"|(?:[局处厅科部院行会队]长|主任|书记|委员|成员|专员|教授|发言人)[^,。]{0,12}[ ]+[一-鿿×]{2,4}$"
    r"|^(?:时[ ]*间|地[ ]*点|主[ ]*题|主[ ]*持人?|参加人员?|出席人员?|嘉[ ]*宾|发[ ]*布[ ]*人)[ ]*:"
    r"|[>»›{}@#_\t]|位置[ ]*:|(?<![一-鿿\"])\||\|(?![一-鿿\"])|\|.*\|"
    r"|https?:|//|www\.|(?:[^/]{2,16}/){3}|[。;!]$|^(?!.*\d{4}年).*(?:会议|大会)上$|^[\d\W]+$|[,:、]$|(?<!号)文件(?:[(]\w{1,3}[)])?$|\.{3}|(?<![(])编号:|X{4}|^[•●◆■▪]"
    r"|热线(?:电话)?[: ]*\d|热线(?:电话)?:?$|电话:|\d{3,4}-\d{7,8}"
)
_PRESENT = re.compile(r"(?:参加|出席|发布|主持|发言|与会)(?:人|人员|领导|嘉宾|单位)?[ ]*:")
"""The label above the names of those who spoke, below which no title stands."""
_SPACED = re.compile(r"(?<=[一-鿿])[ ]+(?=[一-鿿])")
"""Blanks that space out the last word of a title on a line of its own: 答 复."""
_OF_ANOTHER = re.compile(r"[一-鿿]{2,24}[局委厅部府办院会](?:关于|对)[^。]{4,}(?:答复|回复|复函|的函|意见)[函]?$")
"""A title of a reply that starts with the name of its office."""
_OF_BODY = re.compile(rf"[一-鿿]{{2,24}}?{ORGAN_ENDING}(?:关于|印发)", re.VERBOSE)
"""How a title begins that bears the name of its office."""
_ASKED = re.compile(r"关于.{4,}(?:提案|建议|议案)$")
_LIST_NAME = re.compile(
    r"(?:[省市县区州]|人大|政协|代表|委员|建议|提案|议案|意见|办理|答复|回复|复函|结果|情况|公开|信息|文件|公文|目录|栏目|工作|[和与及、])+"
)
"""The name of the list that a page stands in: 人大代表建议办理答复."""
_WRAPPED = re.compile(r"(?P<body>[^《》]{4,40})《(?P<words>关于(?:[^《》]|《[^《》]*》)*)》")
"""A paper as the page calls it, 石桥市人民政府《关于印发…的通知》, above its own title without these marks."""
_NAMED = re.compile(r"《[^《》]*》")
_COVER = re.compile(r"(?:《[^《》]{4,80}》[、,]?){2,}")
"""How a notice that issues several papers begins."""


def mark_title(
    paragraphs: Sequence[Paragraph], roles: list[Role], body: int, *, flattened: bool = False
) -> Span | None:
    """Where the title stands; its lines and their repetitions get the role.

    It stands at the head, before paragraph `body`, or above an attached paper where the page's own is lost. Where the
    line ends of the text were lost (`flattened`) a headline of several parts is one.
    """
    found = _find(paragraphs, roles, range(body), flattened=flattened)
    decree = found is not None and _DECREE.search(paragraphs[found[1]].text) is not None
    if found is None or decree:
        found = _find_attached(paragraphs, roles, short=decree) or found
    if found is None:
        return _numbered_decree(paragraphs, roles, body)
    first, last = _as_printed(paragraphs, roles, *found)
    words = _joined(paragraphs[first : last + 1])
    for index, paragraph in enumerate(paragraphs[: max(body, last + 1)]):
        if first <= index <= last or (roles[index] is Role.BODY and _joined([paragraph]) == words):
            roles[index] = Role.TITLE
    return Span(paragraphs[first].span.start, paragraphs[last].span.end)


def _numbered_decree(paragraphs: Sequence[Paragraph], roles: Sequence[Role], body: int) -> Span | None:
    """The line of a decree that has no other title than its number: 某市防汛指挥部令第3号."""
    lines = zip(paragraphs[: body + 1], roles, strict=False)
    return next((line.span for line, role in lines if role is Role.NUMBER and _ORDER.fullmatch(line.text)), None)


def _as_printed(paragraphs: Sequence[Paragraph], roles: list[Role], first: int, last: int) -> tuple[int, int]:
    """First and last line of the title below one that the page calls by another form of its words; else these lines."""
    named = _WRAPPED.fullmatch(_joined(paragraphs[first : last + 1]))
    words = named["body"] + named["words"] if named else ""
    for start in range(last + 1, min(last + 1 + _LINES_BEHIND, len(paragraphs))) if named else ():
        for stop in range(start, min(start + _TITLE_LINES, len(paragraphs))):
            if _joined(paragraphs[start : stop + 1]) == words:
                roles[first : last + 1] = [Role.TITLE] * (last + 1 - first)
                roles[start : stop + 1] = [Role.BODY] * (stop + 1 - start)
                return start, stop
    return first, last


def mark_issued(paragraphs: Sequence[Paragraph], roles: list[Role], title: str) -> None:
    """The titles of the papers that a notice names in its own, or before its signature, get the role."""
    signed = next((index for index, role in enumerate(roles) if role is Role.DATE), 0)
    cover = "".join(paragraph.text for paragraph in paragraphs[:signed])
    named = {re.sub(r"\s+", "", name.strip("《》")) for name in _NAMED.findall(cover)}
    named |= {re.sub(r"\s+", "", paper) for paper in (issued_paper(title),) if paper}
    index = signed + 1
    while named and index < len(paragraphs):
        attached = _ATTACHED.fullmatch(paragraphs[index - 1].text) is not None
        lines = 0 if attached else _lines_of_issued(paragraphs, roles, index, named)
        roles[index : index + lines] = [Role.TITLE] * lines
        index += max(1, lines)


def _lines_of_issued(
    paragraphs: Sequence[Paragraph], roles: Sequence[Role], index: int, named: AbstractSet[str]
) -> int:
    """How many lines from `index` are the title of a named paper; 0 if it does not start there."""
    for lines in range(1, _TITLE_LINES):
        part = paragraphs[index : index + lines]
        if any(role is not Role.BODY for role in roles[index : index + lines]) or len(part[-1].text) > _LINE:
            return 0
        if _joined(part).strip("《》") in named:
            return lines
    return 0


def _find(
    paragraphs: Sequence[Paragraph], roles: Sequence[Role], where: range, *, flattened: bool
) -> tuple[int, int] | None:
    """First and last line of the title of the head: one that ends as titles do, or else the likeliest."""
    present = next((at for at in where if at < len(paragraphs) and _PRESENT.fullmatch(paragraphs[at].text)), where.stop)
    candidates = _candidates(paragraphs, roles, range(where.start, present))
    ended = _find_ended(paragraphs, roles, candidates)
    if ended is not None and not (flattened and tells_of_rules(_joined(paragraphs[ended[0] : ended[1] + 1]))):
        return ended[0], ended[1] if not flattened else _last_of_news(paragraphs, candidates, *ended)
    if flattened and ended is None and roles[0] is Role.BODY and _EXCLAIMED.fullmatch(paragraphs[0].text):
        return 0, 0
    headed = [index for index in candidates if paragraphs[index].kind is BlockKind.HEADING]
    plain = [index for index in candidates if len(paragraphs[index].text) >= _PLAIN_LENGTH]
    best = next(iter(headed or plain), None)
    if best is None:
        return None
    if not flattened:
        return best, best
    told_again = best + 1 in candidates and _FORM.sub("", paragraphs[best].text) == paragraphs[best + 1].text
    best += told_again
    opened = best == 1 and not told_again and 0 in candidates and _SHORT_PART.fullmatch(paragraphs[0].text)
    return 0 if opened else best, _last_part(paragraphs, candidates, best)


def _last_of_news(paragraphs: Sequence[Paragraph], candidates: Sequence[int], first: int, last: int) -> int:
    """The last line of a headline whose first part ends as titles do: 继续落实供水措施 守好每块水表."""
    words = _joined(paragraphs[first : last + 1])
    of_paper = any(mark in words for mark in ("关于", "《", "(")) or words.endswith(_PAPERS)
    if of_paper or (last + 1 < len(paragraphs) and is_signature(paragraphs[last + 1].text)):
        return last
    end = _last_part(paragraphs, candidates, last)
    told = end + 1 < len(paragraphs) and _TELLS.match(paragraphs[end + 1].text) is not None
    again = end + 2 < len(paragraphs) and _TELLS.match(paragraphs[end + 2].text) is not None
    return end if told or again else last


def _last_part(paragraphs: Sequence[Paragraph], candidates: Sequence[int], first: int) -> int:
    """The last line of a headline of several parts: 供水有保障 两座水厂完成检修; none is told twice."""
    last = first
    while last + 1 in candidates and last - first < _PARTS and _PART.fullmatch(paragraphs[last + 1].text):
        if paragraphs[last + 1].text in _joined(paragraphs[first : last + 1]):
            break
        last += 1
    return last


def _find_attached(paragraphs: Sequence[Paragraph], roles: Sequence[Role], *, short: bool) -> tuple[int, int] | None:
    """First and last line of a title behind the first date, where most of the document follows that date.

    What follows may be `short` where the head is known to issue it.
    """
    signed = next((index for index, role in enumerate(roles) if role is Role.DATE), len(paragraphs))
    several = any(_COVER.match(paragraph.text) for paragraph in paragraphs[:signed])
    if several or (not short and signed >= len(paragraphs) // 2):
        return None
    return _find_ended(paragraphs, roles, _candidates(paragraphs, roles, range(signed + 1, signed + _LINES_BEHIND)))


def _candidates(paragraphs: Sequence[Paragraph], roles: Sequence[Role], where: range) -> list[int]:
    return [
        index
        for index in where
        if index < len(paragraphs) and roles[index] is Role.BODY and _may_be_title(paragraphs[index])
    ]


def _first_of_issuers(paragraphs: Sequence[Paragraph], roles: Sequence[Role], first: int, last: int) -> int:
    """The line of the first issuer where a title begins with the last of several: 甲局 乙局关于…的通知.

    Those on lines of their own before it are believed where they sign as well.
    """
    if not _OF_BODY.match(paragraphs[first].text) and not is_signature(paragraphs[first].text):
        return first
    signed = [one.text for one, role in zip(paragraphs, roles, strict=True) if role in {Role.SIGNATURE, Role.DATE}]
    signers = {name for line in signed for name in (line, *line.split())}
    start = first
    while start > 0 and roles[start - 1] is Role.BODY and paragraphs[start - 1].text in signers:
        if paragraphs[start - 1].text in _joined(paragraphs[start : last + 1]):
            break
        start -= 1
    return start


def _find_ended(
    paragraphs: Sequence[Paragraph], roles: Sequence[Role], candidates: Sequence[int]
) -> tuple[int, int] | None:
    """The lines up to the first that ends as titles do, with an addition in brackets on the next."""
    ended = (index for index in candidates if _ends(paragraphs, candidates, index))
    found = [
        (_first_of_issuers(paragraphs, roles, _first_line(paragraphs, candidates, last), last), last) for last in ended
    ]
    if not found:
        return None
    first, last = next((lines for lines in found if not _is_bare(paragraphs, *lines)), found[0])
    words = _joined(paragraphs[first : last + 1])
    first, last = next(
        (lines for lines in found if _is_longer(_joined(paragraphs[lines[0] : lines[1] + 1]), words)), (first, last)
    )
    added = last + 1 in candidates and (
        _TITLE_TAIL.fullmatch(paragraphs[last + 1].text)
        or _ENDING.fullmatch(paragraphs[last + 1].text)
        or (paragraphs[last + 1].text[0] in _JOINTS and title_word(paragraphs[last + 1].text))
    )
    return first, last + 1 if added else last


def _is_longer(whole: str, words: str) -> bool:
    """Whether a later title holds the words of an earlier one at its end: 第5号提案的答复, in the path of the page."""
    added = whole[: -len(words)] if whole.endswith(words) else ""
    return (("关于" in added or added.startswith("对")) and ":" not in added) or is_signature(added)


def _is_bare(paragraphs: Sequence[Paragraph], first: int, last: int) -> bool:
    """Whether the lines are a kind of paper alone, 通知, or many papers, as the path of a page names its list.

    That one was issued (县政府发布通知) is no title of it either.
    """
    words = _joined(paragraphs[first : last + 1])
    return words == title_word(words) or _LIST_NAME.fullmatch(words) is not None or tells_of_rules(words)


def _ends(paragraphs: Sequence[Paragraph], candidates: Sequence[int], index: int) -> bool:
    """Whether a line ends as titles do, and is no named paper that the title goes on to speak of (《…》/修改说明)."""
    text = paragraphs[index].text
    if not title_word(_SPACED.sub("", text) if len(text) <= _PLAIN_LENGTH else text) or _is_open(text):
        return False
    return not (_NAMED.fullmatch(text) and index + 1 in candidates and title_word(paragraphs[index + 1].text))


def _is_open(text: str) -> bool:
    """Whether a mark that was opened is closed on a later line."""
    return text.count("《") > text.count("》") or text.count("(") > text.count(")")


def _may_be_title(paragraph: Paragraph) -> bool:
    """Whether a line of the head can be a title or a part of it."""
    text = paragraph.text
    return 2 <= len(text) <= 120 and paragraph.kind is not BlockKind.TABLE and not _NO_TITLE.search(text)


def _first_line(paragraphs: Sequence[Paragraph], candidates: Sequence[int], last: int) -> int:
    """Where a title that ends on line `last` begins: it may be broken over several lines."""
    first = last
    while (
        first - 1 in candidates and last - first < _TITLE_LINES and _goes_on(paragraphs[first - 1], paragraphs[first])
    ):
        if is_signature(paragraphs[first - 1].text) and paragraphs[first - 1].text in _joined(paragraphs[first:last]):
            break  # the names of the issuers, told twice
        first -= 1
    return first


def _goes_on(before: Paragraph, line: Paragraph) -> bool:
    """Whether a title line is the continuation of the line before it."""
    if before.span.end + (_GAP if line.text.startswith("(") else 3) < line.span.start:
        return False
    if line.text.startswith("(") and _NUMBERED.search(before.text):
        return True
    if _is_open(before.text) or _NAMED.fullmatch(before.text):
        return True
    if before.text.endswith("》") and line.text in before.text:
        return False  # 某政发〔2030〕6号《…的通知》 and the title once more
    if title_word(before.text) or (line.text.startswith("《") and _is_open(line.text)):
        return False
    if is_signature(before.text) and _OF_ANOTHER.match(line.text):
        return False  # 石桥市人民政府 and 石桥市水务局对…的答复: the site, and the title of the office
    if _ASKED.search(before.text) and line.text.startswith(("关于", "对")):
        return False  # 关于修渠的提案 and 关于对…第5号提案的答复
    if "关于" in before.text or before.text.endswith(("关于", "《")):
        return "关于" not in line.text or not before.text.endswith("通知")
    if line.text.startswith(("关于", "印发", "转发", "批转")):
        return is_signature(before.text)
    return "关于" not in line.text and len(before.text) >= 6 and len(line.text) <= 40


def _joined(paragraphs: Sequence[Paragraph]) -> str:
    """The words of lines without blanks."""
    return re.sub(r"\s+", "", "".join(paragraph.text for paragraph in paragraphs))
