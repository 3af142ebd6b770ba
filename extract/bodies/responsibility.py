"""Where a document says who is responsible for what: brackets like （…牵头，…配合）, lines like 责任单位：….

Lines of the same kind that say by when, 完成时限：…, cover the same sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus import Clause, OrganizationMention, Section, Span
from extract.bodies.responsible_lists import find_names, is_bare_list
from extract.reading import Reading
from extract.scanning.triggers import whether

_BRACKET = re.compile(
    r"""
    [(\[] (?: [^()\[\]\n]
      | \n (?! \n | [ \t]* (?: \d{1,2} [.、] | [(\[]? [一二三四五六七八九十]{1,3} [)\]、] ) )   # no item starts inside
      | \( [^()\n]{1,16} \) | \[ [^()\[\]\n]{1,16} \] ){2,400} [)\]]
    """,
    re.VERBOSE,
)
_DOES = "牵头|负责(?!人|同志)|配合|主办|协办|承办|具体实施|组织实施|分工落实|按职责|参与|落实|指导"
_DUTY = re.compile(
    rf"(?:{_DOES})[^,;、()]{{0,8}}[)\]]$"
    r"|^[(\[][^:]{0,30}(?:责任(?!编辑|校对)|负责(?!人|同志|编)|牵头|配合|主办|协办|承办|会办|实施|参与|落实|主责|主管(?=单位|部门)|协作|协助|完成单位|分工|(?:对接|受理|经办)(?=单位|部门|处室|科室|机构))[^:,]{0,8}:"
    rf"|(?:{_DOES})[^,;、()。]{{0,8}}。(?:以下|下列|下同|其他|其余|未列|不再)[^()\[\]]{{0,60}}[)\]]$"
    r"|[;,]责任[^:,;()]{0,4}:|牵头,|配合,|负责,|牵头;|负责;|(?:牵头|负责|落实|配合)(?:单位|部门)?[。;,][^()\[\]]{0,40}下同[)\]]$"
)
_OF_ALL_NOTES = re.compile("。(?=(?:以下|下列|下同|其他|其余|未列|不再)[^()]{0,60}[)\\]]$)")
"""Behind the first sentence of a note, where the next one speaks of the notes that follow."""
_ALL_BELOW = re.compile(r"(?<=。)(?:以下|下列)[^,。()]{0,6}?均[需须应由][^,。()]{2,20}?(?=落实|负责|实施|承担|组织)")
"""The words of such a sentence that say who carries out all that follows: 以下均需各区政府|落实,不再列出."""
_FIRST_LEADS = whether(
    r"(?:(?:列|排名?|居|位列?)[于在]?(?:第一[位个名]?|首位?|最前面?)|第一个|首个)(?:者|的)?(?:责任|承办)?(?:单位|部门)?(?:均?为|是)?"
    r"[^,。;()]{0,4}(?:牵头|主办|主要责任|第一责任)"
)
"""A remark of the document on all its notes: 列第一位者为牵头单位,下同."""
_ITEM_END = re.compile(
    r"[ ]*(?:[。;][ \t]*)?"
    r"(?:$|\n|(?<= )[ \t]+(?=[^ \t])"
    r"|[ \t]+抄[送报]|[ \t]*(?:[(\[]?[一二三四五六七八九十\d]{1,3}[)\].、]|第[一二三四五六七八九十\d]+|——|[①-⑳]))"
)
"""What stands behind a bracket that ends a paragraph or an item of a list."""
_NAMED_BEFORE = re.compile(
    r"(?:(?<![\d几两多余])[局厅委办部署府院室会处科站所馆社中心省市县区》\")]|部门|单位|机构|机关|企业|公司|成员"
    r"|(?:编|著|文|供稿|来源)[ ]*:?)[ ]*$"
)
"""What stands before a bracket with another name of it, or with those that it is made of: 市发展改革委(市能源局)."""
_LONGEST_LIST = 240
_WITHIN = frozenset(",、")
_ENDS = frozenset(("", "。", ";", "!", "?", "\n", " "))
_FOOTER = re.compile(r"版权所有|网站|ICP|备案号|技术支持|建设与维护|邮编")
_FOOT = 120
"""Characters behind those who 主办 a page within which its foot goes on."""
_LABELS = re.compile(
    "责(?=任)|负(?=责[单部])|牵(?=头)|配(?=合)|主(?=[办责管])|协(?=[办作助同])|承(?=[办担])|会(?=办)|实(?=施)"
    "|监(?=督[单部])|督(?=[办导][单部责])|指(?=导[单部])|支(?=持[单部])"
    "|对(?=接[单部处科机])|受(?=理[单部处科机])|经(?=办[单部处科机])|参(?=[与加])|落(?=实)|工(?=作)|完(?=成单)|任(?=务分工)|分(?=工[单部:])"
)
"""Where a label of those responsible can begin."""
_LABELLED = re.compile(
    r"(?:(?:责任|负责|牵头|配合|主办|协办|承办|承担|会办|协作|协助|协同|指导|监督|督导|督办|支持|对接|受理|经办|实施|参与|参加|落实|完成|主责|牵头责任"
    r"|责任牵头|工作|主管|分工)(?:责任|落实|\([^()\n:]{2,6}\))?"
    r"(?:单位|部门|处室|科室|机构)(?:\([^()\n:]{2,6}\))?(?:及[^:\n]{1,8})?"
    r"|(?:责任|实施|落实)主体|(?:责任|任务|工作)?分工)"
    r"(?P<mark>[\])]?[ ]*[:|][ ]*\n?[ ]*|\]|(?:分别)?为(?=[一-鿿]{0,12}[局厅委办府院社会]))[^\n。]{2,300}"
)
_DUE_LABELS = re.compile(r"(?:时限|时间|期限|节点|进度|安排|要求)[\])]?[ ]*:")
"""The end of a label of the time; few lines of a text have one."""
_DUE_LABEL = re.compile(
    r"(?:^|(?<=[\n。;!?,(\[ \t]))(?:任务|计划)?(?:(?:完成|办结|整改|落实|推进|实施|责任)(?:的)?(?:时限|时间|期限|节点)"
    r"|时限(?:要求)?|期限|时间(?:进度|节点|要求)|(?:工作)?进度(?:要求|安排))[\])]?[ ]*:"
)
_DUE_WORDS = re.compile(r"[^\n。;]{2,60}")
_MAIN = "主要"
"""What a label may start with: 主要责任单位:."""
_BULLETS = " \t-★●※▲◎•*◆■"
"""Marks that may stand before a label: --责任单位:."""
_REMARK = 2
"""Characters between a note and the remark on all notes that stands in the same bracket."""
_INDENT = 80
"""Blanks that may stand before a label."""


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Words that name the bodies responsible or say by when, and the text that they are about.

    Attributes:
        words: the bracket or line.
        covers: the text.
        due: the words behind 完成时限: and the like; None where the note has none.
        too: a remark, there or before, on who carries out all that follows: 以下均需各区政府落实.
    """

    words: Span
    covers: Span
    due: Span | None = None
    too: Span | None = None


def find_responsibilities(reading: Reading, mentions: Sequence[OrganizationMention]) -> tuple[Responsibility, ...]:
    """Every bracket and line that names responsible bodies or says by when, with what it covers.

    A bracket that opens a paragraph covers the rest of it. Any other covers the sentences before it in its paragraph,
    back to the one before it; one that ends its section, or has a paragraph of its own, covers the paragraphs before
    it in its section; one in a heading covers the section.
    """
    headings = [section.heading for section in reading.outline.sections]
    starts = [heading.start for heading in headings]
    by_eid = {section.eid: section for section in reading.outline.sections}
    result: list[Responsibility] = []
    of_all = _ALL_BELOW.search(reading.folded)
    together = _together(reading.folded, sorted(_words(reading.folded, mentions)))
    levels = _noted_levels(reading, by_eid, [notes[0] for notes in together])
    last = 0
    for notes in together:
        words = Span(notes[0].start, notes[-1].end)
        heading = bisect_right(starts, words.start) - 1
        if heading >= 0 and words.end <= headings[heading].end:
            covers = reading.outline.sections[heading].span
        elif (behind := _item_behind(reading, words)) is not None:
            covers = behind
        elif (aside := _aside(reading.folded, words)) is not None:
            covers = Span(max(last, aside), words.start)
        else:
            covers = Span(min(words.start, max(last, _start_of_item(reading, by_eid, words, last))), words.start)
            covers = Span(_start_of_items(reading, by_eid, words, last, levels) or covers.start, covers.end)
        too = Span(*of_all.span()) if of_all and of_all.start() < words.end + _REMARK else None
        result += [Responsibility(note, covers, _due(reading.folded, note), too) for note in notes]
        last = words.end
    return tuple(result)


def first_leads(text: str) -> bool:
    """Whether `text` (folded) says that the first of every list of those responsible leads."""
    return _FIRST_LEADS.search(text) is not None


def _item_behind(reading: Reading, words: Span) -> Span | None:
    """The rest of a paragraph that opens with a note in brackets: [市教育局牵头]新建幼儿园15所; None elsewhere."""
    at = _clause_at(reading, words)
    if at < 0 or reading.folded[words.start] not in "([":
        return None
    clause = reading.outline.clauses[at].span
    if words.end >= clause.end or reading.folded[clause.start : words.start].strip():
        return None
    rest = Span(words.end, clause.end)
    return rest if rest.of(reading.folded).strip("。;, \n") else None


def _aside(text: str, words: Span) -> int | None:
    """Where the words start that a note in the middle of a sentence is about; None for a note behind a sentence."""
    if text[words.start] not in "([" or text[words.end : words.end + 1] not in _WITHIN:
        return None
    if text[max(0, words.start - 1) : words.start] in _ENDS:
        return None
    return max(text.rfind(mark, 0, words.start) for mark in "。;!?\n") + 1


def find_notes(text: str) -> Iterator[Span]:
    """Brackets and labelled lines in `text` (folded) that speak of duties, whether or not a body is named in them."""
    bare: list[Span] = []
    for match in _BRACKET.finditer(text):
        place = Span(match.start(), match.end())
        if _DUTY.search(match.group()):
            remark = _OF_ALL_NOTES.search(match.group())
            yield Span(place.start, place.start + remark.end()) if remark else place
        elif _ends_item(text, place) and is_bare_list(text, place.start + 1, _before_day(text, place)):
            bare.append(place)
    yield from bare if len(bare) > 1 else (place for place in bare if _WITHIN & {*place.of(text)})
    reached = 0
    for label in _LABELS.finditer(text):
        if label.start() < reached or (start := _line_start(text, label.start())) is None:
            continue
        if words := _LABELLED.match(text, label.start()):
            reached = _end_of_list(text, words.end("mark"), words.end())
            behind = _FOOT if words.group().startswith(("主办", "承办")) else 0
            if not _FOOTER.search(text, words.start(), words.end() + behind):
                yield Span(start, reached).strip(text)


_DAY = re.compile(
    r"[,;](?:(?:19|20)\d\d年|今年|明年)?(?:年内|年底|\d{1,2}月(?:\d{1,2}日|底|末|[上中下]旬)?|底|[上下]半年|[一二三四]季度)?"
    r"(?:之?前|以前|内)?(?:完成|办结|到位)?(?=[)\]]$)"
)


def _before_day(text: str, place: Span) -> int:
    """Where the names in a bracket end, before the day that may stand behind them: (市住建局,2031年5月底前)."""
    comma = max(text.rfind(mark, place.start, place.end) for mark in ",;")
    day = _DAY.match(text, comma, place.end) if comma > place.start else None
    return comma if day and day.end() > comma + 1 else place.end - 1


_NEXT_ITEM = re.compile(
    r"[ \t]+(?=[(\[][一二三四五六七八九十]{1,3}[)\]]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、](?!\d))"
)
"""Before the number of an item that lost its line."""


def _end_of_list(text: str, start: int, end: int) -> int:
    """Where the list behind a label ends: at the bracket that closes around it, or where the next item starts."""
    if item := _NEXT_ITEM.search(text, start, end):
        end = item.start()
    depth = 0
    for at in range(start, end):
        depth += (text[at] in "([") - (text[at] in ")]")
        if depth < 0:
            return at + 1
    return end


def _ends_item(text: str, place: Span) -> bool:
    """Whether a bracket ends a paragraph or an item, and does not tell the other name of what stands before it."""
    if place.end - place.start > _LONGEST_LIST or not _ITEM_END.match(text, place.end):
        return False
    return _NAMED_BEFORE.search(text, max(0, place.start - 4), place.start) is None


def _line_start(text: str, at: int) -> int | None:
    """Where a label at `at` starts with its bracket; None where neither a line nor a sentence starts with it."""
    start = at - len(_MAIN) if text.endswith(_MAIN, 0, at) else at
    start = start - 1 if text[start - 1 : start] in {"(", "["} else start
    before = text[max(0, start - _INDENT) : start].rstrip(_BULLETS)
    return start if not before or before[-1] in "\n。;!?" else None


def _due_notes(text: str) -> Iterator[Span]:
    """Lines in `text` (folded) that say nothing but by when: 完成时限:2030年6月底前."""
    for label in _DUE_LABELS.finditer(text):
        line = text.rfind("\n", max(0, label.start() - _INDENT), label.start()) + 1
        start = _DUE_LABEL.search(text, line, label.end())
        words = _DUE_WORDS.match(text, label.end())
        if start and words and not text[line : start.start()].strip(" \t[("):
            yield Span(start.start(), words.end()).strip(text)


def _due(text: str, note: Span) -> Span | None:
    """The words of a note that say by when, behind a label for that."""
    label = _DUE_LABEL.search(text, note.start, note.end)
    words = _DUE_WORDS.match(text, label.end(), note.end) if label else None
    return Span(*words.span()) if words else None


def _words(text: str, mentions: Sequence[OrganizationMention]) -> Iterator[Span]:
    """The notes with at least one body in them, and those that say by when."""
    yield from _due_notes(text)
    starts = [mention.span.start for mention in mentions]
    for note in find_notes(text):
        at = bisect_left(starts, note.start)
        named = at < len(starts) and starts[at] < note.end
        if named or any(find_names(text, note.start, note.end)):
            yield note


def _together(text: str, spans: Sequence[Span]) -> list[list[Span]]:
    """Neighbours as one: a line 牵头单位 and a line 配合单位 below it; of nested ones the outer."""
    joined: list[list[Span]] = []
    for span in spans:
        if joined and span.start < joined[-1][-1].end:
            continue
        if joined and not text[joined[-1][-1].end : span.start].strip("。;,、 \n\t"):
            joined[-1].append(span)
        else:
            joined.append([span])
    return joined


def _start_of_item(reading: Reading, by_eid: Mapping[str, Section], words: Span, last: int) -> int:
    """Where the item starts that the words at `words` end, `last` being the end of the note before."""
    clauses, at = reading.outline.clauses, _clause_at(reading, words)
    if at < 0:
        return words.start
    if _said_before(reading, clauses[at], words):
        start = clauses[at].span.start
        if _NUMBERED.match(reading.folded, start):
            return start
        return min(start, _noted_section(reading, by_eid, clauses[at].section, words, last))
    if clauses[at].section is None:
        return _block_start(reading.folded, clauses, at, last)
    return _section_start(clauses, at)


def _clause_at(reading: Reading, words: Span) -> int:
    """The index of the last clause that starts no later than the words at `words`; -1 before the first."""
    return bisect_right(reading.outline.clauses, words.start, key=lambda clause: clause.span.start) - 1


def _said_before(reading: Reading, clause: Clause, words: Span) -> str:
    """What a clause says before the words at `words`; empty where it starts with them."""
    return reading.folded[clause.span.start : words.start].strip(" \n\t。;")


def _clause_of_line(reading: Reading, words: Span) -> Clause | None:
    """The clause that the words at `words` are all of up to their start; None where they stand behind others."""
    at = _clause_at(reading, words)
    line = reading.outline.clauses[at] if at >= 0 else None
    return line if line and not _said_before(reading, line, words) else None


def _noted_levels(reading: Reading, by_eid: Mapping[str, Section], notes: Sequence[Span]) -> frozenset[int]:
    """The levels of the sections that notes on lines of their own stand in."""
    lines = filter(None, (_clause_of_line(reading, note) for note in notes))
    return frozenset(section.level for line in lines if (section := by_eid.get(line.section or "")))


def _start_of_items(
    reading: Reading, by_eid: Mapping[str, Section], words: Span, last: int, levels: frozenset[int]
) -> int | None:
    """Where the items of a section start that a line of its own behind the last one is about; else None.

    It is about all of them where none has a note of its own and other sections end with such a line.
    """
    line = _clause_of_line(reading, words)
    item = by_eid.get(line.section or "") if line else None
    section = by_eid.get(item.parent or "") if item else None
    if item is None or section is None or item.level >= _LEAD_IN or section.level not in levels:
        return None
    ends = not reading.folded[words.end : section.span.end].strip("。; \n\t")
    return section.heading.end if ends and last <= section.heading.end else None


_NUMBERED = re.compile(r"[(\[]?[一二三四五六七八九十\d]{1,3}[)\].、]|第[一二三四五六七八九十百\d]+条|[①-⑳]")
"""How an item starts, which a note at its end is about alone."""
_LEAD_IN = 4
"""Level of the sections that a lead-in starts, which are parts of the item around them."""


def _noted_section(reading: Reading, by_eid: Mapping[str, Section], eid: str | None, words: Span, last: int) -> int:
    """Where the text of the widest section starts that the note at `words` ends and that has no other one.

    Where the note itself starts, if it ends none.
    """
    start, section = words.start, by_eid.get(eid or "")
    while section is not None and last <= section.heading.end:
        if reading.folded[words.end : section.span.end].strip("。; \n\t"):
            break
        start = section.heading.end
        section = by_eid.get(section.parent or "") if section.level == _LEAD_IN else None
    return start


_MOST_CLAUSES = 12
"""Paragraphs that one line about those responsible reaches back over."""
_HEADS_ITEM = re.compile(
    r"[一二三四五六七八九十]{1,3}、|(?:任务|行动|问题|项目|事项|举措|措施|工程|重点)[一二三四五六七八九十\d]{1,3}"
)
"""How the paragraph starts that opens an item in a text without headings: 任务1 补齐短板."""


def _section_start(clauses: Sequence[Clause], at: int) -> int:
    """The start of the first clause in an unbroken row of clauses of one section that ends before clause `at`."""
    section, first = clauses[at].section, at
    while first and at - first < _MOST_CLAUSES and clauses[first - 1].section == section:
        first -= 1
    return clauses[first].span.start


def _block_start(text: str, clauses: Sequence[Clause], at: int, last: int) -> int:
    """Where the item starts in a text without headings that clause `at` ends: its head, or a blank line before it.

    Where neither is found it is all behind the note before, which ends at `last`; else the paragraph before alone.
    """
    first = at
    while first and at - first < _MOST_CLAUSES and last <= clauses[first - 1].span.start:
        first -= 1
        start = clauses[first].span.start
        parted = first > 0 and text.count("\n", clauses[first - 1].span.end, start) > 1
        if parted or _HEADS_ITEM.match(text, start):
            return start
    return clauses[first if last else max(0, at - 1)].span.start
