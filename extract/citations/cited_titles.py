"""Titles in 《》, and which of them are those of documents rather than of forms, books, songs or plays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corpus import Span
from extract.layout.genre import issued_paper
from extract.lexicon import rows, words
from extract.matching import fold
from extract.reading import Reading

_LONGEST_TITLE = 160
_STANDARD = (
    r"(?:GB|GBT|GA|YY|JR|HJ|DB\d{0,2}|ISO|IEC|T|LD|YB|SB|NY|WS|TB|JT|CJJ|JGJ)[A-Z]{0,6}(?:/[A-Z]{1,8})?\s*[\d.]{2,12}"
)

_NUMBER_BEHIND = re.compile(
    rf"""
    (?:的?(?:通知|公告|函))? \s*(?:[\(\[]\s*             # in brackets behind the title, or 印发《…》的通知(…)
      (?P<bracketed>
        [^()\[\]《》。;]{{0,20}}\[\s*(?:19|20)\d{{2}}\s*\]\s*第?\s*\d{{1,5}}\s*号   # 国办发[2018]117号
       |[^()\[\]《》。;]{{0,24}}第\s*\d{{1,12}}\s*号[^()\[\]\n《》。;,]{{0,8}}       # 国务院令第123号, 第10230405号
       |[^()\[\]《》。;]{{0,20}}\(\s*(?:19|20)\d{{2}}\s*\)\s*第?\s*\d{{1,5}}\s*号
       |{_STANDARD}(?:-{{1,2}}\d{{4}})?                                        # GB/T 12345-2020
      )
    (?:文件?)?\s*(?:[,;][^()\n]{{2,40}})?[\)\]])
    """,
    re.VERBOSE,
)
_PAPER_NUMBER = r"[一-鿿]{2,10}[\[(](?:19|20)\d{2}[\])]第?\d{1,5}号"
_NUMBER_BESIDE = re.compile(rf",?[ ]*(?![和及与或])(?P<number>{_PAPER_NUMBER})(?:文件?)?(?=[,。;)、要精的规有]|$)")
"""《关于节水的通知》石水发[2020]5号: the number right behind a title."""
_NUMBER_BEFORE = re.compile(
    rf"(?:^|[^一-鿿])(?:[一-鿿]{{0,12}}(?:按照|根据|依据|落实|贯彻|执行|印发|下发|转发|[按据和及与的了日]))?"
    rf"(?P<number>{_PAPER_NUMBER})(?:文件?)?[ ]*$"
)
_NUMBER_LENGTH = 32
_OF_DECREE = re.compile(
    r"(?:(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)?(?P<number>[^\d]{2,20}(?:令|公告)第\d{1,4}号)(?:公?[发颁]?布|修订|修正|通过)?"
)
"""2031年5月8日石桥市人民政府令第6号发布, of which the decree is the number."""
_STANDARD_BEFORE = re.compile(rf"{_STANDARD}(?:-{{1,2}}\d{{4}})?\s*$")
_STANDARD_BEFORE_LENGTH = 24
_ABBREVIATION = re.compile(r"以下(?:统一)?(?:简|统|合)称(?:为)?[:\"《'\s]*(?P<short>[^\"《》'()\n。;]{2,40})[\"》']?")
_ATTACHED = re.compile(r"(?:附件?|另附|随附|附表|附上|后附)[\d一二三四五六七八九十]*[::.、]?[^。;,\n]{0,6}$")
_ART = re.compile(
    r"等?(?:[一-鿿\d]{0,8})(?:舞台剧|歌曲|电影|图书|杂志|栏目|节目|剧目|电视剧|纪录片|歌舞|话剧|戏剧|报纸|编撰|画册|丛书|精品|作品|晚会|演出)"
)
_CITED_BY = re.compile(
    r"(?:根据|依据|按照|依照|遵照|参照|符合|满足|执行|贯彻|落实|印发|出台|制定|编制|发布|公布|颁布|修订|下发|推广|签署|违反|适用|遵守)[^,。;《》\n]{0,4}$"
)
"""A verb of what is done with documents alone, before a title that ends like none."""
_CITED_BY_LENGTH = 10
_SHORTEST_UNTYPED = 6
_TRAILING_BRACKET = re.compile(
    r"(?:[\(\[](?:[^()\[\]]|\[[^()\[\]]{1,12}\]){1,40}[\)\]]|\s|(?:修编|修订|修改|调整)?(?:版|本)?(?:19|20)\d\d年?(?:-{1,2}(?:19|20)\d\d年?)?(?:版|本|修订)?|(?:修编|修订)(?:版|本)?)+$"
)
"""What stands behind the kind of a paper at the end of its title: (试行), 修编2016-2030, 2025年版."""
_NUMBER_INSIDE = re.compile(r"[ ]*\([ ]*(?P<number>[一-鿿]{2,10}\[(?:19|20)\d\d\][ ]*(?:第[ ]*)?\d{1,5}[ ]*号)[ ]*\)$")
"""《节水规划(石政发[2020]7号)》: the number of a paper inside the marks of its title."""
_NESTED = {"《": 1, "》": -1}


@dataclass(frozen=True, slots=True)
class Title:
    """A title in the text.

    Attributes:
        start: where its mark opens, or the number of the standard before it begins.
        end: behind its closing mark, or behind the number in brackets.
        words: what stands between the marks.
        number: as folded; None without one.
        doubtful: whether its closing mark is lost.
    """

    start: int
    end: int
    words: Span
    number: str | None
    doubtful: bool = False


def find_titles(text: str) -> Iterator[Title]:
    """The titles in 《》 of a folded text, in order; the outermost of nested ones.

    A title that lost its closing mark is read to the end of a word for a kind of document.
    """
    at = text.find("《")
    while at >= 0:
        end = _closing(text, at)
        title = _unclosed(text, at) if end is None else _closed(text, at, end)
        if title:
            yield title
        at = text.find("《", max(at + 1, title.end if title else 0))


def _closed(text: str, at: int, end: int) -> Title:
    """The title between the marks from `at` to `end`, with its number."""
    inside = _NUMBER_INSIDE.search(text, at + 1, end - 1) if text[end - 2] == ")" else None
    if inside:
        return Title(at, end, Span(at + 1, inside.start()), inside["number"])
    behind = _NUMBER_BEHIND.match(text, end)
    number = behind or _NUMBER_BESIDE.match(text, end)
    before = None if number else _number_before(text, at)
    return Title(
        before.start if before else at,
        number.end() if number else end,
        Span(at + 1, end - 1),
        _plain(number[1].strip()) if number else before.of(text).strip() if before else None,
    )


def _number_before(text: str, at: int) -> Span | None:
    """The number of a standard, or of a paper, right before a title."""
    standard = _STANDARD_BEFORE.search(text, max(0, at - _STANDARD_BEFORE_LENGTH), at)
    if standard:
        return Span(*standard.span())
    first = max(0, at - _NUMBER_LENGTH)
    paper = _NUMBER_BEFORE.search(text[first:at]) if "号" in text[max(0, at - 4) : at] else None
    return Span(*paper.span("number")).shift(first) if paper else None


def _plain(number: str) -> str:
    """A number without the day and the verb around that of a decree."""
    decree = _OF_DECREE.fullmatch(number)
    return decree["number"] if decree else number


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
def words_of_titles() -> tuple[str, ...]:
    """The words that titles of documents end with, the longest first."""
    return tuple(sorted(_types("strong"), key=len, reverse=True))


@cache
def _types(weight: str) -> tuple[str, ...]:
    return tuple(word for word, weighs, _ in rows("document_types") if weighs == weight)


@cache
def _last_type() -> re.Pattern[str]:
    kinds = "|".join(sorted((*_types("strong"), *_types("weak")), key=len, reverse=True))
    return re.compile(f"[^,。;\n《》]{{4,80}}?(?:{kinds})(?=[,。;\n《、的]|$)")


def _unclosed(text: str, at: int) -> Title | None:
    """A title whose closing mark is lost."""
    match = _last_type().match(text, at + 1)
    return Title(at, match.end(), Span(at + 1, match.end()), None, doubtful=True) if match else None


def find_documents(reading: Reading, titles: list[Title]) -> list[Title]:
    """Those of the titles that are of other documents.

    Left out: the own title, attached forms, works of art, and titles that （以下简称…） made abbreviations.
    The proposal that is answered counts whatever its name is.
    """
    text = reading.folded
    short = frozenset(squeeze(match["short"]) for match in _ABBREVIATION.finditer(text))
    own = fold(reading.metadata.title or "")
    heads = [clause.span for clause in reading.outline.clauses if not clause.sentences]
    heads += [span for field, span in reading.metadata.spans.items() if field == "title"]
    asked = reading.metadata.spans.get("proposal_title")
    return [
        title
        for title in titles
        if not _is_own(title, text, own, heads)
        and (_is_other(text, title, short) or (asked is not None and asked.overlaps(title.words)))
    ]


def _is_own(title: Title, text: str, own: str, heads: list[Span]) -> bool:
    """Whether it is the document's own title, or on the lines of that what it issues (关于印发《…》的通知)."""
    name = squeeze(title.words.of(text))
    if name == squeeze(own):
        return True
    issued = squeeze(issued_paper(own) or "")
    called = name.startswith("关于") and squeeze(own).endswith(name)
    return (called or name in issued) and any(head.start <= title.start < head.end for head in heads)


def _is_other(text: str, title: Title, abbreviations: frozenset[str]) -> bool:
    """Whether a title is none of a form and no short name."""
    name = squeeze(title.words.of(text))
    if len(name) < 2 or (name.endswith(_types("form")) and title.number is None):
        return False
    if _ATTACHED.search(text, max(0, title.start - 14), title.start) and text[title.start - 1] in ":附、.件":
        return False
    short = _ABBREVIATION.search(text, max(0, title.start - 10), title.start + len(name) + 2)
    if name in abbreviations or (short is not None and short.end() > title.start + 1):
        return False
    if title.number is None and _is_short(text, title, name):
        return False
    return _is_official(text, title, name)


@cache
def _bare_types() -> frozenset[str]:
    """Words for kinds of documents that alone are short for a title named before: 《通知》."""
    return frozenset(words("document_types", "word")) - {"宪法", "民法典"}


_OWN_BEFORE = re.compile(r"(?:本|该|此|上述)$")
_IN_BRACKETS = re.compile(r"[\(\[][^()\[\]]{1,12}[\)\]]$")
_QUALIFIED = re.compile(
    r"(?:(?:实施|指导|管理|若干|暂行|总体|工作|专项|行动|发展|规划|建设|改革|试点|协议|评估|政策|处理){0,3})"
)
"""What may stand before a kind of paper in a short name: 《实施方案》."""


def _is_short(text: str, title: Title, name: str) -> bool:
    """Whether a title is the kind of a paper alone, which is short for one that is named before, or for this one."""
    stem = _IN_BRACKETS.sub("", name)
    if stem in _bare_types():
        return True
    kind = next((kind for kind in words_of_titles() if stem.endswith(kind)), None)
    if kind is None or _QUALIFIED.fullmatch(stem[: -len(kind)]) is None:
        return False
    own = _OWN_BEFORE.search(text, max(0, title.start - 2), title.start) is not None
    return own or f"{name}》" in text[: title.start] or f"{stem}》" in text[: title.start]


def _is_official(text: str, title: Title, name: str) -> bool:
    """Whether a title reads like that of a document and not of a book, a song or a play."""
    if title.number or name.startswith("关于") or "印发" in name:
        return True
    stem = _TRAILING_BRACKET.sub("", name)
    if stem.endswith(_types("strong")):
        return True
    if stem.endswith(_types("form")) or _ART.match(text, title.end):
        return False
    if stem.endswith(_types("weak")):
        return True
    before = text[max(0, title.start - _CITED_BY_LENGTH) : title.start]
    return len(stem) >= _SHORTEST_UNTYPED and _CITED_BY.search(before) is not None


def squeeze(words_: str) -> str:
    """Words without white space and quotation marks."""
    return re.sub(r"[\s\"']+", "", words_)
