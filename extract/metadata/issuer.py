"""Who issued a document: from its signature, or else from its block, its title, its opening words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from corpus import Span
from extract.bodies.resolve import shortens
from extract.layout.foot import contact_start, goes_on_below, is_signature, signed_by
from extract.layout.genre import title_word
from extract.layout.headlines import tells_of_rules
from extract.layout.paragraphs import Paragraph
from extract.layout.part_role import Role
from extract.layout.parts import Parts
from extract.layout.stated import Stated
from extract.metadata.regions import region_of_body
from extract.patterns import BRIEFING, DAY, HAN, ORGAN_ENDING, SERIAL, YEAR_HAN

_PREFIX = re.compile(
    rf"""
    (?! 关于 | 转发 | 批转 | 印发 | 公布 | 对 ) (?P<organ> [{HAN}()"、 ]{{1,60}}? {ORGAN_ENDING} ) [ \t\n]*
    (?= 关于 | 印发 | 转发 | 批转 | 对 | 办理 | 公告 | 通告 | 令 | 答复
      | (?: (?:有关|相关|主要)? (?:负责人|负责同志|新闻发言人) )? 就 [^\n]{{2,60}} 记者 )
    """,
    re.VERBOSE,
)
_PREFIX_OF_YEAR = re.compile(
    rf"(?!关于|转发|批转|印发|公布|对)(?P<organ>[{HAN}()]{{1,40}}?{ORGAN_ENDING})[ ]*"
    rf"(?=(?:(?:19|20)\d\d(?:-\d{{4}})?|{YEAR_HAN})年)",
    re.VERBOSE,
)
"""某县水利局2030年工作要点: the office before the year of its plan, its account or its report."""
_ACCOUNT = re.compile(r"(?:总结|小结|打算|思路|安排|情况|[预决]算|年报)(?:[(][^()]*[)])?$")
"""How the title of an account, or of what is intended, ends."""
_HEADLINE = re.compile(r"^[^《关]{2,40}(?:印发|发布|出台|公布)(?:了)?《[^》]*》$|(?:发布|出台|印发|公布)$")
"""A headline that tells of a paper that a body issued: 某省印发《…规划》, …的意见发布."""
_SPEAKER = re.compile(
    rf"我?(?:谨|受)?代表[ ]*(?P<organ>[{HAN}]{{1,24}}?政府|国务院|[{HAN}]{{2,20}}(?:法院|检察院|委员会))[,，]?[ ]*"
    r"(?:向|作(?!出))"
)
_OF_SPEAKER = re.compile(
    rf"(?P<organ>[{HAN}]{{2,24}}(?:政府|国务院|法院|检察院|委员会))"
    r"(?:$|[ ]*(?:代?[省市县区州盟旗院乡镇]长|主席|总理|检察长|主任)|(?:(?:19|20)\d\d年)?工作报告)"
)
"""The line under the title, or the title: 某县人民政府 · 某县人民政府县长 and the name · 某镇人民政府工作报告."""
_SEAL = re.compile(r"[ ]*[(（](?:代章|盖章|章|印章)[)）]$|[\s!-~]*[a-z&;][\s!-~]*$")
_GAP = re.compile(r"\s{2,}|[\n\u3000]")
_SPACED = re.compile(rf"(?<=(?<![{HAN}])[{HAN}])[ \u3000\xa0]{{1,4}}(?=[{HAN}](?![{HAN}]))")
"""Blanks between two characters that stand by themselves."""
_LETTERHEAD = re.compile(
    rf"(?P<organ>[{HAN}()]{{3,40}}{ORGAN_ENDING})[ ]{{0,8}}(?:文件|(?:令|公告)(?:{SERIAL})?)",
    re.VERBOSE,
)
_FORWARDS = re.compile(
    rf"(?:^|(?<=[。:\n]))[ ]*(?P<organ>[{HAN}]{{1,24}}{ORGAN_ENDING})(?:原则)?同意[^。;\n]{{4,160}},现(?:予以?)?"
    r"(?:批转|转发|印发)",
    re.VERBOSE,
)
"""某县政府同意县水利局《…》,现转发给你们: what it agrees to it forwards itself."""
_PRINTS = re.compile(rf"(?P<organ>[{HAN}()]{{4,40}}?{ORGAN_ENDING})[ \t]*(?:{DAY})[ ]*印发", re.VERBOSE)
"""Who printed a document, and when: 某县人民政府办公室2021年3月5日印发."""
_HOSTS = re.compile(
    rf"(?:^|(?<=[,。:;\s日午]))(?P<organ>(?:(?!在)[{HAN}]){{2,30}}?{ORGAN_ENDING})"
    rf"(?:(?:组织|[于在就])[^,。;\n]{{0,70}}?)?(?:召开|举行|举办)(?:了)?[^。;,\n]{{0,40}}?{BRIEFING}",
    re.VERBOSE,
)
_REACHED = re.compile(
    rf"(?:联系|答复|回复|承办|经办)单位(?:及(?:联系)?电话|[(](?:盖章|公章|章)[)])?[ ]*:[ ]*"
    rf"(?P<organ>[{HAN}]{{4,30}}{ORGAN_ENDING})(?![{HAN}])",
    re.VERBOSE,
)
_SOURCE = re.compile(
    rf"""
    (?: (?: 信息 | 文章 | 稿件 )? 来源 | 供稿 (?:单位)? ) [ ]* : [ ]*
    (?P<organ>
      (?! [本我]
        | [{HAN}]* (?: 政府 (?! [{HAN}]*[办室] ) | 党委 | 融媒 | 新闻 (?!办) | 宣传 | 网信 | 信息中心 | 服务中心 ) )
      [{HAN}]{{2,30}}? (?: {ORGAN_ENDING} | [府委] (?: 督查室 | 研究室 ) ) )
    (?= (?: (?<=[局厅]) (?: 办公室 | [{HAN}]{{2,6}}[处科股] ) )? (?![{HAN}]) )
    """,
    re.VERBOSE,
)
"""The office that a page has its text from, without the section of the office; papers and portals are none."""
_FOOT, _LAST, _SOURCED = 8, 3, 200
_HEAD = 12
_SPOKEN = 600
_HEARD = re.compile(r"各位(?:代表|委员)")
"""Whom a report to a congress calls on: it names the body that it is given for anywhere."""
_LEVELS = "省市县区州盟旗"
"""What the short name of a body begins with."""
_SHORTEST = 3
_TITLE = 60
_BODY_ENDS = frozenset("会局厅府部委院署办团")


def find_issuer(
    text: str, folded: str, parts: Parts, title: Stated[str] | None, block: Mapping[str, Stated[Any]]
) -> Stated[str] | None:
    """发文机关 as written, by its full name where the head has that; those of a joint signature are joined by 、.

    The page's block and the signature go first, and of them the one that names the place; a signature that names
    none (省政府办公厅) gives way to a longer one that does.
    """
    found = _issuer(text, folded, parts, title, block)
    return _in_full(text, folded, parts, found) if found else None


def _in_full(text: str, folded: str, parts: Parts, found: Stated[str]) -> Stated[str]:
    """The body of a short name, 市水务局, by the full one of the title or of a line of the head: 石桥市水务局."""
    short = found.span.of(folded)
    if short[:1] not in _LEVELS or not is_signature(short):
        return found
    full = re.compile(rf"(?:^|[^{HAN}]|年)(?P<organ>(?!年)[{HAN}]{{2,6}}{re.escape(short)})")
    for line in parts.paragraphs[:_HEAD]:
        match = full.search(line.text) if len(line.text) <= _TITLE else None
        named = _match(text, match, line)
        if named is not None and _has_place(folded, named):
            return named
    return found


def _issuer(
    text: str, folded: str, parts: Parts, title: Stated[str] | None, block: Mapping[str, Stated[Any]]
) -> Stated[str] | None:
    """发文机关 by the name that its source gives it."""
    signed, stated = _signature(text, parts), block.get("issuer")
    titled = _titled(text, folded, title.span) if title else None
    if stated is not None and signed is not None and stated.value.endswith(signed.value):
        return stated
    if stated is not None and (signed is None or (title is not None and title.value.startswith(stated.value))):
        return stated
    if signed is not None and titled is not None and _is_last_part(signed.value, titled.value):
        return titled  # the last line of a name that the signature breaks over two
    if signed is not None:
        whole = [other for other in (stated, titled) if other and _has_place(folded, other)]
        fuller = [other for other in whole if len(other.value) > len(signed.value)]
        return signed if _has_place(folded, signed) or not fuller else fuller[0]
    return (
        titled
        or block.get("publisher")
        or _letterhead(text, parts)
        or _byline(text, parts, title)
        or _spoken(text, folded, parts)
        or _match(text, _FORWARDS.search(folded, 0, _SPOKEN))
        or _printed(text, parts)
        or _reached(text, parts)
    )


def _is_last_part(line: str, name: str) -> bool:
    """Whether a line ends the one name that the title begins with."""
    return line != name and name.endswith(line) and "关于" not in name and not _GAP.search(name)


def _titled(text: str, folded: str, title: Span) -> Stated[str] | None:
    """The body that a title begins with, unless it is a headline."""
    words = title.of(folded)
    if _HEADLINE.search(words):
        return None
    found = _PREFIX.match(folded, title.start, title.end)
    if found is None and (title_word(words) or _ACCOUNT.search(words)) and not tells_of_rules(words):
        found = _PREFIX_OF_YEAR.match(folded, title.start, title.end)
    return _match(text, found)


def find_host(text: str, folded: str, title: Span) -> Stated[str] | None:
    """The body that a headline says held the press conference, by its full name: the news is its own.

    A host that only the text names (某省新闻办召开发布会, in a newspaper) did not issue it.
    """
    headed = _HOSTS.search(folded, title.start, title.end)
    if headed is None:
        return None
    own = headed["organ"].lstrip("省市县区州")
    hosts = (_match(text, match) for match in _HOSTS.finditer(folded, 0, _SPOKEN))
    known = [host for host in hosts if host and shortens(own, host.value) and _has_place(folded, host)]
    return max(known, key=lambda host: len(host.value), default=None)


def find_source(text: str, parts: Parts) -> Stated[str] | None:
    """The office that a page names as the source of a text which nobody signed."""
    lines = (*parts.paragraphs[:_HEAD], *parts.paragraphs[-_LAST:])
    found = (_match(text, match, line) for line in lines if (match := _SOURCE.search(line.text, 0, _SOURCED)))
    return next(found, None)


def _printed(text: str, parts: Parts) -> Stated[str] | None:
    """The office of the imprint: 某县人民政府办公室2021年3月5日印发."""
    lines = parts.having(Role.IMPRINT)
    return next((_match(text, match, line) for line in lines if (match := _PRINTS.search(line.text))), None)


def _reached(text: str, parts: Parts) -> Stated[str] | None:
    """The body that a reply without a signature is to be asked about at: 联系单位及电话:某县水利局."""
    found = (_match(text, match, line) for line in parts.paragraphs[-_FOOT:] if (match := _REACHED.match(line.text)))
    return next(found, None)


def _has_place(folded: str, body: Stated[str]) -> bool:
    """Whether the name of the first body tells a place, or that it is a central one."""
    return region_of_body(_GAP.split(body.span.of(folded))[0]) is not None


def _letterhead(text: str, parts: Parts) -> Stated[str] | None:
    """The body of the red head, or of a decree: 某县民政局文件, 某县人民政府令第5号."""
    lines = parts.paragraphs[:_HEAD]
    return next((_match(text, match, line) for line in lines if (match := _LETTERHEAD.fullmatch(line.text))), None)


def _byline(text: str, parts: Parts, title: Stated[str] | None) -> Stated[str] | None:
    """The body whose name stands alone on a line between the title and those spoken to."""
    roles = parts.roles[:_HEAD]
    if title is None or Role.ADDRESSEE not in roles:
        return None
    for line, role in zip(parts.paragraphs[: roles.index(Role.ADDRESSEE)], roles, strict=False):
        behind = line.span.start >= title.span.end and role in {Role.BODY, Role.TITLE}
        if behind and line.text[-1] in _BODY_ENDS and is_signature(line.text):
            return Stated(line.span.of(text).strip(), line.span)
    return None


def _spoken(text: str, folded: str, parts: Parts) -> Stated[str] | None:
    """The body that a speech is given for, by its full name where a line of the head has that."""
    end = len(folded) if _HEARD.search(folded) else _SPOKEN
    spoken = _match(text, _SPEAKER.search(folded, 0, end))
    if spoken is None:
        return None
    short = spoken.span.of(folded)
    for line in parts.paragraphs[:_HEAD]:
        match = _OF_SPEAKER.match(line.text)
        if match and match["organ"].endswith(short):
            return _match(text, match, line)
    return spoken


def _match(text: str, match: re.Match[str] | None, within: Paragraph | None = None) -> Stated[str] | None:
    """The body that a match found, in the whole text or in a paragraph."""
    if match is None:
        return None
    span = Span(*match.span("organ")).shift(within.span.start if within else 0).strip(text)
    name = "、".join(_several(span.of(text))) or re.sub(r"\s*\n\s*", "", span.of(text))
    return Stated(name, span)


def _signature(text: str, parts: Parts) -> Stated[str] | None:
    """The bodies of the first signature, above the date or on its line."""
    spans: list[Span] = []
    for paragraph, role in zip(parts.paragraphs, parts.roles, strict=True):
        if role is Role.SIGNATURE:
            end = contact_start(paragraph.text)
            spans.append(Span(paragraph.span.start, paragraph.span.start + end) if end else paragraph.span)
        elif role is Role.DATE and (name := signed_by(paragraph.text)):
            spans.append(name.shift(paragraph.span.start))
        elif spans:
            break
    if not spans:
        return None
    lines = [_SEAL.sub("", span.of(text)) for span in spans]
    if len(lines) > 1 and goes_on_below(lines[0], lines[1]):
        lines[:2] = [lines[0] + lines[1]]
    names = [name for line in lines for name in _names(line) if name]
    return Stated("、".join(names), Span(spans[0].start, spans[-1].end))


def _names(line: str) -> list[str]:
    """The names on a line: parted by wide gaps, or by blanks where each part is the name of a body.

    Blanks between all characters of a name space it out to the width of another: 石 桥 市 数 据 局.
    """
    close = _SPACED.sub("", line)
    return _several(close) or _GAP.split(close)


def _several(words: str) -> list[str]:
    """The names that blanks or 、 part, if each is the whole name of a body; none otherwise."""
    parts = re.split(r"[\s、]+", words.strip())
    whole = len(parts) > 1 and all(len(part) >= _SHORTEST and is_signature(part) for part in parts)
    return parts if whole else []
