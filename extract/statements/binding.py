"""Whether the outcome of a commitment can be checked, and what is missing where it cannot."""

from __future__ import annotations

import re
from functools import cache

from extract.lexicon import rows
from extract.patterns import DATELINE
from extract.scanning.triggers import Sieve, whether
from extract.statements.conduct import keeps_records, lays_down

_COUNTED = (
    r"(?<![A-Za-z第\"'+:\d.])\d[\d.,]*(?:余|多)?(?:万|亿|千|百)?(?:亿|万)?(?:元|%|％|个(?!十百)|家|项|人|户|名|件|次|公里|平方米|平方公里|亩|公顷|吨"
    r"|公?斤|台|辆|套|所|条|处|座|张|份|批|场|期|天|分钟|小时|倍|家次|人次|千瓦|兆|对(?=以上|左右|[,。;、])|[MG](?:以上|B|b)|门|种|类以上|年左右|年时间|:\d)"
    r"|(?:开展|组织|召开|举行|举办|进行)[^,。;]{0,24}(?<!第)[一两三四]次(?!性)|百分之[一二三四五六七八九十]|[两二三四五六七八九十百]+(?:个以上|家以上|项以上)|翻一番|翻番|\d[:/]\d"
    r"|(?:至少|不少于|不低于|不得?超过|不得少于|最[多少长])[^,。;\d第]{0,10}[一二三四五六七八九十百两半]+(?:个|名|人|家|项|户|件|次(?!性)|套|辆|台|所|处|座|份|批|场|期|天|日|周|年|小时|倍|公里|亩)"
)
_DATED = (
    r"(?:19|20)\d{2}年|\d{1,2}月(?:底|末|\d{1,2}日|上旬|中旬|下旬)|每个?[日天周月季年][^,。;]{0,12}前|年底前|年内|上半年|下半年|[一二三四]季度(?:前|末|内)|(?:春节|元旦|清明|五一|\"五一\"|端午|中秋|国庆|\"十一\"|开学|汛期|主汛期|入冬|供暖季?|采暖季|雨季|冬季|春耕|秋收|中考|高考)(?:节|假期|到来|来临|开始|结束)?之?前|两年之内"
    r"|[一二三四五六七八九十\d]+(?:年|个月|日|天|个工作日|周)(?:之内|内|以内|左右)|\d+个工作日|分\d年"
)
_MEASURED = whether(f"{_COUNTED}|{_DATED}")
_NAMED_PERIOD = re.compile(r"[\"“]?十[一二三四五六]五[\"”]?(?:期间|时期|规划)")
_GIVEN = re.compile(
    r"(?:^|(?<=[,;:。]))(?:发挥|依托|针对|围绕|利用(?!\d)|基于|突出|立足)[^,;。]*|(?:^|(?<=[,;。]))[^,;。]*(?:作用|优势)(?=[,;。])"
    r"|(?:^|(?<=[,;。]))[^,;。]*(?:同意|批准)(?=,现(?:予以?)?(?:印发|发布|公布))"
)
"""What is there already: numbers in 发挥8个基地的龙头作用 count no outcome."""
_FRAME = re.compile(
    rf"^[^。;《]{{0,160}}?(?:介绍|表示|指出|强调|透露|获悉|认为|说|称)[,:]|^[^。;]{{0,40}}?{DATELINE}"
    r"|(?:^|(?<=[,;]))(?:[一二三四五六七八九十]是)?(?:为(?!主|期|单位)[^,;。]{2,80}|待[^,;。]{2,40}(?:后|时)),"
    r"|建成(?=(?:使用|投用|投产)?(?:之后|以后|后))|(?<=的)建成(?=[,将])|(?<!\d)24小时(?!之?内|以内|之?前)"
    r"|(?<=[一-鿿])(?<!启动)(?<!完成)(?<!公布)(?<!印发)(?<![从自到至于在局厅委市县区])(?:19|20)\d{2}年(?=度?"
    r"(?:(?!完成|实现|建成|启动|[前底末起将拟要])[^,。;\d]){0,24}(?:工作|任务|目标|部署|精神)(?![^,。;]{0,6}\d))"
)
"""What is no outcome: who said something, what it is for, what it waits for, constant service, the year of a task."""
_FRAMED = (
    *("介绍", "表示", "指出", "强调", "透露", "获悉", "认为", "说,", "说:", "称,", "称:", "日电", "讯", "消息"),
    *(",为", ";为", "是为", ",待", ";待", "是待", "建成", "24小时"),
)
"""One of these stands in whatever `_FRAME` finds, except for 为 and 待 at the start and the year of a task."""
_YEAR = re.compile(r"(?:19|20)\d{2}年")
_HANDED = re.compile(
    r"[^。;]{0,400}?(?:印发|转发|批转|下发|下达|发布|公布|发)(?:给)?你们|[^。;]{0,200}?现予?以?(?:印发|转发|发布|公布|批转)(?=,)"
)
"""How a paper is handed on: its own dates and numbers are no outcome, only those behind it."""
_HANDS = ("你们", "发,", "布,", "转,")
"""One of these stands in whatever `_HANDED` finds."""
_WEAKENS = re.compile(r"逐步|优先|争取|积极争取|适当|探索|鼓励|支持|引导")
"""What takes the firmness even of a firm part, at its start."""
_MAY = re.compile(r"(?<!是否)(?:可以|有权)(?!不)[^,;。的]*[,;。]")
"""What is left to somebody, which need not be there: 可以根据实际制定细则."""
_MUST = re.compile(r"应当?(?![急用])|必须|不得|[^必无]须|确保|将(?=[^,;。]{2})|要(?![求点素])")
"""A duty, beside which what is left to somebody counts for nothing."""
_SEGMENT = re.compile(r"[^,;。:]+")
_TITLE = re.compile(r"《[^《》]*》")
_MADE = re.compile(r"(?:制定|出台|编制|印发|起草|发布|制订|修订|完成|研究出台|形成)[^,。;]{0,10}(?<!的)$")


@cache
def _part(part: str) -> tuple[str, ...]:
    return tuple(pattern for at, pattern, _ in rows("deliverables") if at == part)


_AT = (
    r"(?:^|(?<=[,;。:要将应须并再内前地当间])|(?<=[局厅部委府门位市县区省州们业构会])|(?<=同步|适时|及时|研究|组织|全面|统一|抓紧|尽快|积极|重点|共同"
    r"|联合|分别|依法|按时|按期|如期|坚决|科学|统筹|协调|推进|加快|推动|探索|持续|陆续|继续|着力|大力|逐步|基本|力争|确保|按照|负责|规定|可以|予以|步骤|即可))"
)
"""Where a verb can stand: 建设 is one behind a subject or an adverb, and a noun behind anything else."""
_OBJECT_END = r"(?=等|[,。;:、\])]|$|及|和|并|与|的?(?:建设|编制|制定|编撰|创建|建成|开通)|\d|及其)"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """What is firm by itself; a verb of making with a named thing; what softens a part, and what a whole sentence."""
    verbs, things = (_longest_first(part) for part in ("verb", "thing"))
    plain = r"(?!健全|完善|和完善|并完善|[^,;。:]{0,6}(?:机制|体系)的)"
    rest = rf"(?![、的部厅局委]){plain}(?P<object>[^,;。:]{{2,90}}?(?:{things})){_OBJECT_END}"
    return {
        "firm": whether("|".join(_part("firm"))),
        "verb": whether("|".join((*_part("verb"), *_part("strong"), *_part("opener")))),
        "makes": re.compile(
            rf"(?:{_AT}(?:{verbs})|(?<![所的])(?:{_longest_first('strong')})|(?:^|(?<=[,;。:]))(?:{_longest_first('opener')})){rest}"
        ),
        "softpair": re.compile("|".join(_part("softpair"))),
        "softobject": re.compile("|".join(_part("softobject"))),
        "soft": re.compile("|".join(_part("soft"))),
        "softall": re.compile(rf"(?:[\d一二三四五六七八九十.、()]{{0,6}})(?:{'|'.join(_part('softall'))})"),
    }


@cache
def _firm() -> Sieve:
    """What is firm by itself."""
    return Sieve(_part("firm"))


def _longest_first(part: str) -> str:
    return "|".join(sorted(_part(part), key=len, reverse=True))


def is_binding(words: str, has_deadline: bool, has_number: bool, *, rules: bool = True) -> bool:
    """Whether a commitment names an outcome that can be checked: a date, a number, a named deliverable.

    Args:
        words: its folded words without white space.
        has_deadline: it states one.
        has_number: an indicator stands in it.
        rules: what it lays down of anybody's conduct counts as well: a prohibition, a relief, a concrete act.
    """
    if has_deadline:
        return True
    if handed := any(mark in words for mark in _HANDS) and _HANDED.match(words):
        return _MEASURED.search(words[handed.end() :]) is not None
    if has_number:
        return True
    plain = _plain(words)
    if _MEASURED.search(plain) and _MEASURED.search(_GIVEN.sub("", plain)):
        return True
    if "《" in plain and _MADE.search(plain[: plain.index("《")]):
        return True
    if keeps_records(plain) or (rules and lays_down(plain)):
        return True
    if _MAY.search(plain) and not _MUST.search(plain):
        return False
    if not _firm().any_in(plain) and not _makes(plain):
        return False  # most sentences: spares them the look at each part
    urges = _patterns()["softall"].match(plain) is not None
    return any(_delivers(segment.group(), urges) for segment in _SEGMENT.finditer(plain))


def _plain(words: str) -> str:
    """The words without what is no outcome: titles, names of plan periods, frames."""
    plain = _TITLE.sub("《》", words) if "《" in words else words
    plain = _NAMED_PERIOD.sub("", plain) if "十" in plain else plain
    framed = plain[:1] in "为待" or any(mark in plain for mark in _FRAMED) or _YEAR.search(plain)
    return _FRAME.sub("", plain) if framed else plain


def _makes(words: str) -> re.Match[str] | None:
    """The first verb of making with what is made."""
    patterns = _patterns()
    found = (patterns["makes"].match(words, verb.start()) for verb in patterns["verb"].finditer(words))
    return next(filter(None, found), None)


def _delivers(segment: str, urges: bool) -> bool:
    """Whether one part of a sentence, between commas, promises a thing firmly."""
    patterns = _patterns()
    if patterns["firm"].search(segment):
        return not _WEAKENS.match(segment) and not patterns["softpair"].search(segment)
    if urges:
        return False
    match = _makes(segment)
    if (
        match is None
        or patterns["softpair"].match(segment, match.start())
        or patterns["soft"].search(segment, 0, match.start("object"))
    ):
        return False
    return segment[match.start() :].startswith("发布") or patterns["softobject"].search(match["object"]) is None


def missing(has_deadline: bool, has_number: bool, has_body: bool) -> tuple[str, ...]:
    """What a soft commitment lacks, in fixed order: `date`, `number`, `body`."""
    return tuple(
        name for name, there in (("date", has_deadline), ("number", has_number), ("body", has_body)) if not there
    )
