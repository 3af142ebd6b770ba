"""Documents that a document names: titles in 《》, and those named without marks where the words leave no doubt."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from corpus import Citation, OrganizationMention, Relation, Role, Span
from extract.bodies import find_bodies
from extract.body_prefixes import prefix_start
from extract.lexicon import rows, words
from extract.matching import fold
from extract.reading import Reading

_LONGEST_TITLE = 160

_NUMBER_BEHIND = re.compile(
    r"""
    \s*(?:[\(\[]\s*                                  # in brackets behind the title
      (?P<bracketed>
        [^()\[\]\n《》。;]{0,20}\[\s*(?:19|20)\d{2}\s*\]\s*第?\s*\d{1,5}\s*号   # 国办发[2018]117号
       |[^()\[\]\n《》。;]{0,24}第\s*\d{1,12}\s*号[^()\[\]\n《》。;]{0,8}       # 国务院令第123号, 第12050401号
       |[^()\[\]\n《》。;]{0,20}\(\s*(?:19|20)\d{2}\s*\)\s*第?\s*\d{1,5}\s*号
      )
    \s*[\)\]])
    """,
    re.VERBOSE,
)

_STANDARD_BEFORE = re.compile(
    r"(?:GB|GBT|GA|YY|JR|HJ|DB\d{0,2}|ISO|IEC|T|LD|YB|SB|NY|WS|TB|JT|CJJ|JGJ)[A-Z]{0,6}(?:/[A-Z]{1,8})?\s*[\d.]{2,12}(?:-\d{4})?\s*$"
)

_NUMBERED = re.compile(r"[\[\(](?:19|20)\d{2}[\]\)]第?\d{1,5}号(?=文件|文(?!件)|精神|要求|规定|通知|[,、和及]|[\])])")
_CODE = re.compile(
    r"(?:[一-鿿]{0,8}(?:按照|根据|依据|依照|遵照|落实|贯彻|执行|按|据|和|及|与|见|了|的|总会|部门))?(?P<code>[一-鿿]{2,10})"
)
_HAN_BEFORE = re.compile(r"[一-鿿]{2,12}$")
"""国发〔2018〕5号文件: a document named by its number alone; its code stands before the year."""

_ANNOUNCED = re.compile(
    r"""
      (?P<announced> (?:公告|通告) (?P<a>(?:19|20)\d{2}年第\d{1,4}号) )      # 某总署公告2031年第5号
    | (?P<b>(?:19|20)\d{2}年第\d{1,4}号) (?:公告|通告|令|决定)(?![牌栏])       # 某总署2031年第5号公告
    | 令 (?P<c>第\d{1,4}号) | (?P<d>第\d{1,4}号) 令(?![牌旗])                 # 国务院令第5号
    """,
    re.VERBOSE,
)
_NAMING = re.compile(
    r"(?:根据|依据|按照|依照|遵照|违反|执行|贯彻|落实|适用|参照|废止|修改|修订|属于|符合|原|[和及与、,;以])\"?$"
)
"""What stands before an announcement or an order that is named by its number alone."""
_BODY_BEFORE = 24

_UNMARKED_PROPOSAL = re.compile(
    r"(?:提出的|你们?|你[省市区县局委部会厅]|贵[委党会])\"?(?P<title>关于[^,。;:《》\"\n]{4,80}?(?:的)?(?:提案|建议|议案|请示|报告|来函))\"?"
    r"(?:\((?P<number>[^()\n]{2,24}号)\))?(?=,|收悉|\(|。|已|悉)"
)
"""你们关于…的请示收悉: a paper that this document answers."""

_UNMARKED_PLAN = re.compile(
    r"国民经济和社会发展第十[一二三四五六]个五年规划(?:和(?:二〇三五|2035)年远景目标)?(?:的)?纲要"
    r"|\"?十[一二三四五]五\"?[一-鿿]{2,20}?(?:发展|专项|总体|建设|保障|服务)规划"
)

_UNMARKED_LAW = re.compile(
    r"(?:根据|依据|依照|按照|违反|贯彻|适用)(?:国家)?(?P<title>(?:中华人民共和国)?[一-鿿]{2,14}?(?:法|条例))(?=第[一二三四五六七八九十百\d]+条|(?:的)?(?:有关|相关)?规定|等(?:法律|规定|有关)|及其实施)"
)

_ABBREVIATION = re.compile(r"以下(?:统一)?(?:简|统|合)称(?:为)?[:\"《'\s]*(?P<short>[^\"《》'()\n。;]{2,40})[\"》']?")

_FORM = re.compile(r"(?:表|回执|样表|样本|模板|登记簿|申请书|征询意见表|登记卡|回执单)$")
_ATTACHED = re.compile(r"(?:附件?|另附|随附|附表|附上|后附)[\d一二三四五六七八九十]*[::.、]?[^。;,\n]{0,6}$")
_ART = re.compile(
    r"等?(?:[一-鿿]{0,6})(?:舞台剧|歌曲|电影|图书|杂志|栏目|节目|剧目|电视剧|纪录片|歌舞|话剧|戏剧|报纸|编撰|画册|丛书)"
)
_TRAILING_BRACKET = re.compile(r"(?:[\(\[][^()\[\]]{1,40}[\)\]]|\s)+$")
_NESTED = {"《": 1, "》": -1}


@dataclass(frozen=True, slots=True)
class _Title:
    """A title in the text: where its marks and its words stand, and its number."""

    start: int
    end: int
    words: Span
    number: str | None
    doubtful: bool = False


def find_citations(reading: Reading, mentions: Sequence[OrganizationMention]) -> tuple[Citation, ...]:
    """The documents named, in order of place; each time one is named is a citation.

    Left out: the document's own title, attached forms, works of art, and titles that （以下简称…） made abbreviations.
    A title that lost its closing mark is read to the end of a word for a kind of document, and marked doubtful.

    Args:
        reading: the document.
        mentions: the bodies found in it; the one before 印发的《…》 is the issuer.
    """
    text = reading.folded
    everything = list(_marked(text))
    short = frozenset(_squeeze(match["short"]) for match in _ABBREVIATION.finditer(text))
    marked = [title for title in everything if not _left_out(reading, title, short)]
    found = [
        _citation(reading, title, _run_start(marked, at, text), _run_end(marked, at, text), mentions)
        for at, title in enumerate(marked)
    ]
    covered = [(title.start, title.end) for title in everything]
    found += [citation for citation in _unmarked(reading) if not _inside(covered, citation.span)]
    return tuple(sorted(found, key=lambda citation: citation.span.start))


def _marked(text: str) -> Iterator[_Title]:
    """Titles in 《》; the outermost of nested ones."""
    at = text.find("《")
    while at >= 0:
        end = _closing(text, at)
        if end is None:
            title = _unclosed(text, at)
        else:
            number = _NUMBER_BEHIND.match(text, end)
            before = _STANDARD_BEFORE.search(text, max(0, at - 24), at)
            title = _Title(
                before.start() if before else at,
                number.end() if number else end,
                Span(at + 1, end - 1),
                number["bracketed"].strip() if number else before.group().strip() if before else None,
            )
        if title:
            yield title
        at = text.find("《", max(at + 1, title.end if title else 0))


def _closing(text: str, at: int) -> int | None:
    """The end of the mark that closes the one at `at`; None if it is missing."""
    depth = 0
    for place in range(at, min(len(text), at + _LONGEST_TITLE)):
        depth += _NESTED.get(text[place], 0)
        if depth == 0:
            return place + 1
        if depth > 3 or (text[place] == "\n" and text[place + 1 : place + 2] == "\n"):
            return None
    inner = text.find("》", at, at + _LONGEST_TITLE)
    return inner + 1 if inner > 0 else None


@cache
def _types(weight: str) -> tuple[str, ...]:
    return tuple(word for word, weighs, _ in rows("document_types") if weighs == weight)


@cache
def _last_type() -> re.Pattern[str]:
    kinds = "|".join(sorted(words("document_types", "word"), key=len, reverse=True))
    return re.compile(f"[^,。;\n《》]{{4,80}}?(?:{kinds})(?=[,。;\n《、的]|$)")


def _unclosed(text: str, at: int) -> _Title | None:
    """A title whose closing mark is lost."""
    match = _last_type().match(text, at + 1)
    return _Title(at, match.end(), Span(at + 1, match.end()), None, doubtful=True) if match else None


def _left_out(reading: Reading, title: _Title, abbreviations: frozenset[str]) -> bool:
    """Whether a title is none of another document."""
    text = reading.folded
    name = _squeeze(title.words.of(text))
    if not len(name) >= 2 or name == _squeeze(fold(reading.metadata.title or "")):
        return True
    if _FORM.search(name) and title.number is None:
        return True
    if _ATTACHED.search(text, max(0, title.start - 14), title.start) and text[title.start - 1] in ":附、.件":
        return True
    if name in abbreviations or _ABBREVIATION.search(text, max(0, title.start - 10), title.start + len(name) + 2):
        return True
    if name in _bare_types() and title.number is None:
        return True
    return not _official(text, title, name)


@cache
def _bare_types() -> frozenset[str]:
    """Words for kinds of documents that alone are short for a title named before: 《通知》."""
    return frozenset(words("document_types", "word")) - {"宪法", "民法典"}


def _official(text: str, title: _Title, name: str) -> bool:
    """Whether a title reads like that of a document and not of a book, a song or a play."""
    if title.number or name.startswith("关于") or "印发" in name:
        return True
    stem = _TRAILING_BRACKET.sub("", name)
    if stem.endswith(_types("strong")):
        return True
    if _ART.match(text, title.end):
        return False
    return stem.endswith(_types("weak")) or bool(
        re.search(
            r"(?:根据|依据|按照|印发|出台|制定|发布|修订)[^,。;《》\n]{0,4}$",
            text[max(0, title.start - 10) : title.start],
        )
    )


def _squeeze(words_: str) -> str:
    """Without white space and quotation marks."""
    return re.sub(r"[\s\"']+", "", words_)


def _run_start(titles: Sequence[_Title], at: int, text: str) -> int:
    """Where the list of titles starts that title `at` is part of: 《甲》《乙》和《丙》."""
    while at and re.fullmatch(r"[、,和及与以\s]*", text[titles[at - 1].end : titles[at].start][:12]):
        at -= 1
    return titles[at].start


def _run_end(titles: Sequence[_Title], at: int, text: str) -> int:
    while at + 1 < len(titles) and re.fullmatch(r"[、,和及与以\s]*", text[titles[at].end : titles[at + 1].start][:12]):
        at += 1
    return titles[at].end


def _citation(
    reading: Reading, title: _Title, start: int, end: int, mentions: Sequence[OrganizationMention]
) -> Citation:
    text, source = reading.folded, reading.document.text
    by = _issuer_in(reading, title, mentions) or _issuer_before(reading, start, mentions)
    reasons = ("unclosed",) if title.doubtful else ("marked", *(("number",) if title.number else ()))
    return Citation(
        span=Span(title.start, title.end),
        title=title.words.of(source),
        number=_as_written(source, text, title),
        by=by,
        relation=_relation(text, start, end),
        confidence=0.5 if title.doubtful else 0.98,
        reasons=reasons,
    )


def _as_written(source: str, text: str, title: _Title) -> str | None:
    """The number in the words of the source."""
    if title.number is None:
        return None
    at = text.find(title.number, title.start, title.end + 1)
    return source[at : at + len(title.number)] if at >= 0 else title.number


@cache
def _relation_cues(side: str) -> tuple[tuple[re.Pattern[str], Relation], ...]:
    form = "(?:{})$" if side == "before" else "(?:{})"
    return tuple(
        (re.compile(form.format(pattern)), Relation(relation))
        for at, pattern, relation, _ in rows("citation_cues")
        if at == side
    )


def _relation(text: str, start: int, end: int) -> Relation:
    """What the words around the list of titles say."""
    after, before = text[end : end + 60].partition("\n")[0], text[max(0, start - 30) : start].rpartition("\n")[2]
    for pattern, relation in _relation_cues("after"):
        if pattern.match(after):
            return relation
    for pattern, relation in _relation_cues("before"):
        if pattern.search(before):
            return relation
    return Relation.CITES


def _issuer_in(reading: Reading, title: _Title, mentions: Sequence[OrganizationMention]) -> str | None:
    """The bodies that the title starts with, as 中共中央、国务院 before 关于."""
    source = reading.document.text
    end = title.words.start
    first = bisect_right(mentions, end - 1, key=lambda mention: mention.span.start)
    for mention in mentions[first : first + 8]:
        if mention.span.start - end > 2 or source[end : mention.span.start].strip(" 、,　\n"):
            break
        end = mention.span.end
    return (
        source[title.words.start : end]
        if end > title.words.start and source[end : end + 2] in ("关于", "印发", "办公")
        else None
    )


_ISSUED_BY = re.compile(
    r"(?:联合|共同|近日|先后|已|研究|相继|专门)*(?:印发|出台|发布|下发|制定|颁布|公布|起草|提出|修订|制发)(?:出台|印发|实施)*(?:了|的)?(?:\"?)$"
)


def _issuer_before(reading: Reading, start: int, mentions: Sequence[OrganizationMention]) -> str | None:
    """The body right before 印发的《…》 or 出台了《…》."""
    verb = _ISSUED_BY.search(reading.folded, max(0, start - 16), start)
    at = bisect_right(mentions, start, key=lambda mention: mention.span.start) - 1
    if verb is None or at < 0 or mentions[at].span.end != verb.start():
        return None
    while mentions[at].role is Role.JOINT and at and mentions[at].span.start - mentions[at - 1].span.end < 4:
        at -= 1  # 某局会同某厅印发的: the first of them issued it
    if mentions[at].role is Role.JOINT:
        return None
    name = mentions[at].span.of(reading.document.text)
    return mentions[at].organization if name[0] in "我本贵您你" else name


def _unmarked(reading: Reading) -> Iterator[Citation]:
    """Documents named without marks: by their number, a proposal by its subject, plans and laws by their full names."""
    text, source, metadata = reading.folded, reading.document.text, reading.metadata
    own = _squeeze(metadata.doc_number or "")
    for match in _NUMBERED.finditer(text):
        before = _HAN_BEFORE.search(text, max(0, match.start() - 12), match.start())
        code = _CODE.fullmatch(text, before.start(), match.start()) if before else None
        span = Span(code.start("code") if code else match.start(), match.end())
        bare = text[span.end : span.end + 1] in ",、和及)]"
        if code and _squeeze(span.of(source)) != own and not (bare and not _named_by_number(text, span)):
            yield Citation(
                span,
                span.of(source),
                span.of(source),
                None,
                _relation(text, span.start, span.end),
                0.8,
                ("number_only",),
            )
    yield from _announced(reading)
    for match in _UNMARKED_PROPOSAL.finditer(text):
        proposal = f"第{metadata.proposal_number}号" if metadata.proposal_number else None
        number = Span(*match.span("number")).of(source) if match["number"] else proposal
        span = Span(*match.span("title"))
        yield Citation(span, span.of(source), number, metadata.addressee, Relation.REPLIES_TO, 0.9, ("proposal",))
    for match in _UNMARKED_PLAN.finditer(text):
        yield from _named_plainly(reading, prefix_start(text, match.start()), match.end(), 0.7)
    for match in _UNMARKED_LAW.finditer(text):
        yield from _named_plainly(reading, *match.span("title"), 0.8)


def _announced(reading: Reading) -> Iterator[Citation]:
    """Announcements and orders named by their number alone, 某总署2031年第5号公告; the own one is none."""
    text, source = reading.folded, reading.document.text
    own = _squeeze(fold(reading.metadata.doc_number or ""))
    for match in _ANNOUNCED.finditer(text):
        number = Span(*next(match.span(name) for name in "abcd" if match[name]))
        start = _issuer_start(text, match.start())
        undated = match["a"] is None and match["b"] is None
        if (undated and start == match.start()) or number.of(text) in own or not _is_named(text, start):
            continue
        start -= text.endswith("原", 0, start)  # what issued it may have another name since
        span = Span(start, match.end())
        by = source[start : match.start()] or None
        relation = _relation(text, span.start, span.end)
        yield Citation(span, span.of(source), number.of(source), by, relation, 0.8, ("number_only",))


def _issuer_start(text: str, end: int) -> int:
    """Where the body that ends at `end` starts; `end` itself without one."""
    first = max(0, end - _BODY_BEFORE, text.rfind("\n", 0, end) + 1)
    bodies = find_bodies(text[first:end])
    return first + bodies[-1].start if bodies and first + bodies[-1].end == end else end


def _is_named(text: str, start: int) -> bool:
    """Whether words that name a document, or a mark, stand before `start` on its line, outside brackets."""
    line = text[max(text.rfind("\n", 0, start) + 1, start - 200) : start]
    return line.count("(") <= line.count(")") and _NAMING.search(line) is not None


def _named_by_number(text: str, span: Span) -> bool:
    """Whether the words before a number say that it stands for its document: 按照…号, (…号) behind no title."""
    if _FURTHER_NUMBER.match(text, span.end):
        return True
    before = text[max(0, span.start - 6) : span.start]
    return before.endswith(_BY_NUMBER) or (before.endswith("(") and text[span.end] == ")" and before[-2:-1] != "》")


_FURTHER_NUMBER = re.compile(r"[、和及][一-鿿]{2,10}[\[(](?:19|20)\d{2}[\])]第?\d{1,5}号")
_BY_NUMBER = ("按照", "根据", "依据", "依照", "执行", "落实", "贯彻", "按", "号和", "号、", "号及")


def _named_plainly(reading: Reading, start: int, end: int, sure: float) -> Iterator[Citation]:
    """A document named in full without marks, unless it is this one."""
    span = Span(start, end)
    if _squeeze(span.of(reading.folded)) not in _squeeze(fold(reading.metadata.title or "")):
        relation = _relation(reading.folded, start, end)
        yield Citation(span, span.of(reading.document.text), None, None, relation, sure, ("unmarked",))


def _inside(spans: Sequence[tuple[int, int]], span: Span) -> bool:
    at = bisect_right(spans, (span.start, 1 << 60)) - 1
    return at >= 0 and span.start < spans[at][1]
