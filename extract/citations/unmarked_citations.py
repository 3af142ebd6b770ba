"""Documents named without marks where the words leave no doubt: by number, a proposal, a plan, a law by full name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from corpus import Citation, Genre, Relation, Span
from extract.bodies.names import find_bodies
from extract.bodies.prefixes import prefix_start
from extract.citations.cited_proposals import asker
from extract.citations.cited_titles import squeeze, words_of_titles
from extract.citations.citing_words import relation_at
from extract.citations.listed_papers import find_listed
from extract.citations.named_laws import find_beside_laws, find_laws, find_speaking
from extract.citations.named_papers import find_papers
from extract.citations.named_plans import find_plans
from extract.matching import fold
from extract.reading import Reading
from extract.scanning.scan import Scan, plain

_NUMBERED = (
    r"[\[\(](?:19|20)\d{2}[\]\)]第?\d{1,5}号"
    r"(?=文件|文(?!件)|精神|要求|规定|通知|批复|复函|会议纪要|有关|相关|以及|[,、和及]|[\])])"
)
"""国发〔2018〕5号文件: a document named by its number alone; its code stands before the year."""
_CODE = re.compile(
    r"(?:[一-鿿]{0,8}(?:抢抓|抓住|用好|用足|紧扣|依托|围绕|对照|结合|借助|按照|根据|依据|依照|遵照|落实|贯彻|执行|按|据|和|及|与|见|了|的|总会|部门|下发|印发|转发|制发|颁发|出台|发布))?(?P<code>[一-鿿]{2,10})"
)
_HAN_BEFORE = re.compile(r"[一-鿿]{2,12}$")

_ANNOUNCED = plain(
    r"""
      (?P<announced> (?:公告|通告) (?P<a>(?:19|20)\d{2}年第\d{1,4}号) )      # 某总署公告2031年第5号
    | (?P<b>(?:19|20)\d{2}年第\d{1,4}号) (?:公告|通告|令|决定)(?![牌栏])       # 某总署2031年第5号公告
    | 令 (?P<c>第\d{1,4}号) | (?P<d>第\d{1,4}号) 令(?![牌旗])                 # 国务院令第5号
    """
)
_NAMING = re.compile(
    r"(?:根据|依据|按照|依照|遵照|违反|执行|贯彻|落实|适用|参照|废止|修改|修订|属于|符合|原|[和及与、,;以])\"?$"
)
"""What stands before an announcement or an order that is named by its number alone."""
_BODY_BEFORE = 24

_TITLED = (
    rf"关于[^,。;:《》\"()\n]{{4,80}}(?:{'|'.join(words_of_titles())})"
    r"(?=\((?P<number>[一-鿿]{2,12}[\[(](?:19|20)\d{2}[\])]第?\d{1,5}号)\))"
)
"""某部关于加强节水的意见(某办发[2020]5号): a title that lost its marks, with its number."""
_PROPOSAL = (
    r"(?:提出的|你们?|您们?|你[省市区县局委部会厅]|贵[委党会])\"?"
    r"(?P<title>关于(?:[^,。;:《》\"\n]|\"[^,。;:《》\"\n]{1,20}\"){4,80}?(?:的)?(?<!等)(?:提案|建议|议案|请示|报告|来函))\"?"
    r"(?:\((?P<number>[^()\n]{2,24}号)\))?(?=,|收悉|\(|。|已|悉|[十非高]分?[常度]?重视|的(?:相关|有关|具体)(?:建议|意见|问题|内容))"
)
"""你们关于…的请示收悉: a paper that this document answers."""

_PLAN = (
    r"国民经济和社会发展(?:第十[一二三四五六七]个五年|\"?十[一二三四五六七]五\"?)规划(?:和(?:二〇三五|2035)年远景目标)?(?:的)?(?:纲要)?"
    r"|\"?[一二三四五六七八九]五\"?普法(?:工作)?规划"
    r"|\"?十[一二三四五六七]五\"?(?:规划纲要|[一-鿿]{2,20}?(?:发展|专项|总体|建设|保障|服务)规划)"
)
_LOST_MARKS = re.compile(
    r"(?<![将拟动进步紧快究])(?P<verb>印发了?|根据|按照|依据|贯彻落实|贯彻|落实)(?P<before>[一-鿿、 ]{0,30}?)"
    r"(?P<title>关于[^,。;:《》\"()\n]{6,60}?的?(?:实施意见|指导意见|若干意见|意见|通知|决定))"
    r"(?=[,。;]|等?(?:文件)?(?:精神|要求|规定|部署))"
)
"""印发关于加快物流发展的意见,明确…: a title that lost its marks and has no number."""
_IN_THE_MAKING = re.compile(
    r"(?:编制|谋划|制定|制订|起草|研究|启动)(?:好|本|全|我)?[一-鿿]{0,3}$|(?:编制|谋划|制定|起草)[一-鿿]{1,6}$"
)
"""What stands before a plan that is not there yet."""
_LAW_NAME = (
    r"(?!本|该|其|上述|有关|相关|各项|现行)(?:中华人民共和国)?(?:(?!规定|执行|可不)[一-鿿]){2,14}?"
    r"(?:(?<![办方做看说想手司执立用书无疗算])法|条例)"
)
_LAW = (
    r"(?:根据|依据|依照|按照|违反|贯彻落实|贯彻执行|贯彻|适用)(?:国家)?"
    rf"(?P<list>{_LAW_NAME}(?:[、和与及]{_LAW_NAME}){{0,4}})"
    r"(?=第[一二三四五六七八九十百\d]+条|(?:的)?(?:有关|相关)?规定|等(?:法律|规定|有关)|及其实施)"
)

_COMMA = re.compile("、")
_LAW_JOINT = re.compile("(?<=[法例])[、和与及]")

_KINDS = "(?:条例|办法|规定|细则)"
_ENACTED = re.compile(
    rf"(?:(?:颁布|公布|出台|制定|修订|施行)了|(?<![一-鿿])(?:此后|先后|陆续)?,?)(?P<list>[一-鿿]{{4,24}}{_KINDS}(?:、[一-鿿]{{4,24}}{_KINDS}){{1,6}})"
    r"(?=等(?:一系列|多部|多项|有关|相关|\d{1,3}[部件个项])?[一-鿿]{0,6}(?:法律|法规|规章))"
)
"""节水管理办法、灌区保护条例等一系列地方性法规: several named in a row as laws, each by its name."""
_ENACTED_END = re.compile("条例等|办法等|规定等|细则等")
"""Stands in what `_ENACTED` finds and in few other texts."""


@cache
def _named_alone() -> Scan:
    return Scan(_NUMBERED, _ANNOUNCED, _TITLED, _PROPOSAL, _PLAN, _LAW)


def find_unmarked(reading: Reading) -> Iterator[Citation]:
    """The documents named without marks; the own one is none. They may lie inside titles that have marks."""
    text = reading.folded
    numbered, announced, titled, proposals, plans, laws = _named_alone().matches(text)
    yield from _numbered(reading, numbered)
    yield from _announced(reading, announced)
    yield from _titled(reading, titled)
    yield from _without_marks(reading)
    yield from _proposals(reading, proposals)
    for match in plans:
        start = _place_start(text, prefix_start(text, match.start()))
        if not _IN_THE_MAKING.search(text, max(0, start - 10), start):
            yield from _named(reading, start, match.end(), 0.7)
    for match in laws:
        for one in _parts(match, _LAW_JOINT):
            yield from _named(reading, one.start, one.end, 0.8)
    known = list(find_laws(text))
    for law in (*known, *find_beside_laws(text, known)):
        yield from _named(reading, law.start, law.end, 0.8)
    for paper in find_speaking(text):
        yield from _named(reading, paper.start, paper.end, 0.7)
    for plan in (*find_plans(text), *find_papers(text)):
        yield from _named(reading, plan.start, plan.end, 0.7)
    yield from _listed(reading)
    for match in _ENACTED.finditer(text) if _ENACTED_END.search(text) else ():
        for one in _parts(match, _COMMA):
            yield from _named(reading, one.start, one.end, 0.7)


def _parts(match: re.Match[str], joint: re.Pattern[str]) -> Iterator[Span]:
    """The names of the list that was found."""
    start, end = match.span("list")
    for found in (*joint.finditer(match.string, start, end), None):
        stop = found.start() if found else end
        yield Span(start, stop)
        start = found.end() if found else end


def _numbered(reading: Reading, found: Iterable[re.Match[str]]) -> Iterator[Citation]:
    """Documents named by 发文字号 alone."""
    text, source = reading.folded, reading.document.text
    own = squeeze(reading.metadata.doc_number or "")
    for match in found:
        before = _HAN_BEFORE.search(text, max(0, match.start() - 12), match.start())
        code = _CODE.fullmatch(text, before.start(), match.start()) if before else None
        span = Span(code.start("code") if code else match.start(), match.end())
        bare = text[span.end : span.end + 1] in ",、和及)]"
        if code and squeeze(span.of(source)) != own and not (bare and not _is_named_by_number(text, span)):
            number = span.of(source)
            relation = relation_at(text, span.start, span.end)
            yield Citation(span, number, number, None, relation, 0.8, ("number_only",))


def _is_named_by_number(text: str, span: Span) -> bool:
    """Whether the words before a number say that it stands for its document: 按照…号, (…号) behind no title."""
    if _FURTHER_NUMBER.match(text, span.end):
        return True
    before = text[max(0, span.start - 6) : span.start]
    return before.endswith(_BY_NUMBER) or (before.endswith("(") and text[span.end] == ")" and before[-2:-1] != "》")


_FURTHER_NUMBER = re.compile(r"[、和及][一-鿿]{2,10}[\[(](?:19|20)\d{2}[\])]第?\d{1,5}号")
_BY_NUMBER = ("按照", "根据", "依据", "依照", "执行", "落实", "贯彻", "按", "号和", "号、", "号及")


def _announced(reading: Reading, found: Iterable[re.Match[str]]) -> Iterator[Citation]:
    """Announcements and orders named by their number alone, 某总署2031年第5号公告; the own one is none."""
    text, source = reading.folded, reading.document.text
    own = squeeze(fold(reading.metadata.doc_number or ""))
    for match in found:
        number = Span(*next(match.span(name) for name in "abcd" if match[name]))
        start = _issuer_start(text, match.start())
        undated = match["a"] is None and match["b"] is None
        if (undated and start == match.start()) or number.of(text) in own or not _is_named(text, start):
            continue
        start -= text.endswith("原", 0, start)  # what issued it may have another name since
        span = Span(start, match.end())
        by = source[start : match.start()] or None
        relation = relation_at(text, span.start, span.end)
        yield Citation(span, span.of(source), number.of(source), by, relation, 0.8, ("number_only",))


def _issuer_start(text: str, end: int) -> int:
    """Where the body that ends at `end` starts; `end` itself without one."""
    first = max(0, end - _BODY_BEFORE, text.rfind("\n", 0, end) + 1)
    bodies = find_bodies(text[first:end])
    return first + bodies[-1].start if bodies and first + bodies[-1].end == end else end


_UNKNOWN_PLACE = re.compile(r"(?:根据|按照|依据|依照|遵照|贯彻|落实|执行|符合|结合|对照|衔接)(?P<place>[一-鿿]{2,6})$")


def _place_start(text: str, start: int) -> int:
    """Where the name of a place that no table has starts, if its last character begins the title at `start`."""
    if text[start : start + 1] not in "省市县区州盟旗":
        return start
    match = _UNKNOWN_PLACE.search(text, max(0, start - 8), start)
    return match.start("place") if match else start


def _is_named(text: str, start: int) -> bool:
    """Whether words that name a document, or a mark, stand before `start` on its line, outside brackets."""
    line = text[max(text.rfind("\n", 0, start) + 1, start - 200) : start]
    return line.count("(") <= line.count(")") and _NAMING.search(line) is not None


def _titled(reading: Reading, found: Iterable[re.Match[str]]) -> Iterator[Citation]:
    """Titles without marks before their number in brackets; a body's name before 关于 belongs to the title."""
    text, source = reading.folded, reading.document.text
    for match in found:
        title = Span(_place_start(text, _issuer_start(text, match.start())), match.end())
        number = Span(*match.span("number"))
        by = source[title.start : match.start()] or None
        relation = relation_at(text, title.start, number.end + 1)
        span = Span(title.start, number.end + 1)
        yield Citation(span, title.of(source), number.of(source), by, relation, 0.8, ("unmarked", "number"))


def _listed(reading: Reading) -> Iterator[Citation]:
    """The papers of a list, each with its number; the own one is none."""
    source = reading.document.text
    own = squeeze(fold(reading.metadata.doc_number or ""))
    for title, number in find_listed(reading.folded):
        if squeeze(number.of(reading.folded)) != own:
            span = Span(title.start, max(title.end, number.end))
            relation = relation_at(reading.folded, title.start, title.end)
            yield Citation(span, title.of(source), number.of(source), None, relation, 0.8, ("unmarked", "number"))


def _without_marks(reading: Reading) -> Iterator[Citation]:
    """Titles without marks and numbers behind a verb of what is done with them, in a text that has no 《 at all."""
    text, source = reading.folded, reading.document.text
    for match in _LOST_MARKS.finditer(text) if "《" not in text else ():
        start = _issuer_start(text, match.start("title"))
        span = Span(start if start >= match.end("verb") else match.start("title"), match.end("title"))
        by = source[span.start : match.start("title")] or None
        relation = relation_at(text, span.start, span.end)
        yield Citation(span, span.of(source), None, by, relation, 0.6, ("unmarked",))


def _proposals(reading: Reading, found: Iterable[re.Match[str]]) -> Iterator[Citation]:
    """The paper that this document answers, with its number."""
    source, metadata = reading.document.text, reading.metadata
    titles: list[Span] = []
    for match in found:
        span = Span(*match.span("title"))
        titles.append(span)
        number = f"第{metadata.proposal_number}号" if metadata.proposal_number else None
        whole = span
        if match["number"]:
            number = Span(*match.span("number")).of(source)
            whole = Span(span.start, match.end("number") + 1)
        yield Citation(
            whole, span.of(source), number, asker(reading, span.start), Relation.REPLIES_TO, 0.9, ("proposal",)
        )
    yield from _titled_proposal(reading, titles)


def _titled_proposal(reading: Reading, found: Sequence[Span]) -> Iterator[Citation]:
    """The proposal whose title stands in quotation marks or in none, where the words around it do not tell its kind."""
    metadata = reading.metadata
    span = metadata.spans.get("proposal_title")
    if span is None or metadata.genre is not Genre.PROPOSAL_REPLY or any(one.overlaps(span) for one in found):
        return
    title = metadata.spans.get("title")
    if reading.folded[span.start - 1 : span.start] != "《" and not (title and title.overlaps(span)):
        number = f"第{metadata.proposal_number}号" if metadata.proposal_number else None
        words = span.of(reading.document.text)
        yield Citation(span, words, number, asker(reading, span.start), Relation.REPLIES_TO, 0.8, ("proposal",))


def _named(reading: Reading, start: int, end: int, sure: float) -> Iterator[Citation]:
    """A document named in full, unless it is this one."""
    span = Span(start, end)
    if squeeze(span.of(reading.folded)) not in squeeze(fold(reading.metadata.title or "")):
        relation = relation_at(reading.folded, start, end)
        yield Citation(span, span.of(reading.document.text), None, None, relation, sure, ("unmarked",))
