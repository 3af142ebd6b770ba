"""The foot of a document: signatures, dates, notes, imprint, and the list of attached papers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus import BlockKind, Span
from extract.layout.days import read_month
from extract.layout.genre import title_word
from extract.layout.numbering import read_label
from extract.layout.paragraphs import Paragraph
from extract.layout.part_role import Role
from extract.patterns import DAY, HAN, MONTH, ORGAN_ENDING

_HOUR = r"(?:[上下]午)? [ ]* (?: \d{1,2} (?: [时点] (?: \d{1,2}分 )? | :\d\d ) )?"
_DATE = re.compile(rf"[(]?[ ]*(?:{DAY})[ ]*{_HOUR}[ ]*[)]?", re.VERBOSE)
"""A day alone, as page and paper print it, or with its hour: (2031年7月30日18时)."""
_DATE_BEHIND = re.compile(rf"\s+(?:{DAY})$", re.VERBOSE)
_BRACKETED = re.compile(rf"[(][ ]*(?P<name>[{HAN}、\s]{{4,60}}?)[ ]{{0,8}}(?:{DAY}|{MONTH})[ ]*[)]", re.VERBOSE)
"""(某县水利局 二〇三一年九月), the line under a title."""
_DATE_ENDS = frozenset("日曰号0123456789")
_CONTACT_BEHIND = re.compile(
    r"""
    (?: [ \t]+ [(]? | [(] )
    (?: 联[ ]*系[ ]*(?:人|电[ ]*话|方式|单位) | 经办人 | (?:办公|咨询)?电[ ]*话 | 传[ ]*真
      | 邮[ ]*编 ) [^:\n]{0,8} : .{0,120} $
    """,
    re.VERBOSE,
)
"""What stands behind the name of a body on the line of its signature: how to reach it."""
_CONTACT = re.compile(r"[(]?(?:联[ ]*系|承[ ]*办|经[ ]*办|办[ ]*公|电[ ]*话)[^:\n]{0,10}:")
_DAMAGED = re.compile(r"(?:19|20)\d{3,6}|(?:19|20)\d{2}[ ]*年?[ ]*\d{0,3}[ ]*月?[ ]*\d{0,3}[ ]*日?")
_ORGAN = re.compile(
    rf"""[{HAN}()·、"\s]{{1,40}}(?: {ORGAN_ENDING} | [局厅委部院][{HAN}]{{2,6}}[处科股] )
    (?: [ ]*[(](?:代章|盖章|章|印章)[)] | [)] )?""",
    re.VERBOSE,
)
"""The name of a body, or of an office inside one: 某县水利局工程管理科."""
_FIRST_PART = re.compile(rf"(?!.*(?:请|各|认真|执行|特此|此复))[{HAN}]{{6,40}}")
_PLACE = re.compile(rf"国务院|国家|中央|中共|全国|[{HAN}]{{1,6}}?(?:省|市|县|区|州|盟|旗|部|总局)")
"""How the name of a body begins that is told whole."""
_DEBRIS = re.compile(r"[\s!-~]*[a-z&;][\s!-~]*$")
"""What is left of a damaged space behind a name: &nbsp, sp;."""
_NOTE = re.compile(
    r"""
    [(] [^()]{0,12}
    (?: 此件 | 本文 | 此文 | 联系人 | 公开方式 | 公开形式 | 公开属性 | 信息公开 | 主动公开 | 依申请公开 | 不予公开 )
    [\s\S]{0,160}
    | (?: 公开方式 | 公开形式 | 公开属性 ) [ ]* : [ ]* [一-龥]{2,8}
    """,
    re.VERBOSE,
)
_IMPRINT = re.compile(
    rf"(?:抄[ ]*[送报]|主[ ]*送|分[ ]*送)[ ]*:.*|[^。]{{4,40}}\s*(?:{DAY})\s*印发", re.VERBOSE | re.DOTALL
)
_MARK_LENGTH = 300
_NAMES_LENGTH = 120
_BETWEEN_NAMES = re.compile(r"\s{2,}|\n")
_SPACED_OUT = re.compile(rf"(?:[{HAN}][ \u3000\xa0]{{1,4}}){{1,12}}[{HAN}]")
"""A name whose characters blanks space out to the width of the others: 财  政  部."""
_SIGNERS = 9
_PAPERS_BEHIND = 12
_PAPER_LENGTH = 80
_PAPER_LABELS = frozenset({"arabic", "arabic_paren", "han", "circled"})
_DAMAGED_LENGTH = 16
_HEAD = 12
_PAPERS = re.compile(r"附[ ]*件[ ]*:")
_BARE_ATTACHMENT = re.compile(r"附[ ]*件[ ]*\d{0,2}")
_FILE = re.compile(r".{1,120}\.(?:docx?|xlsx?|pdf|wps|et|zip|rar|ofd|pptx?|txt|jpg|png)[ ]*", re.IGNORECASE)


def mark_foot(paragraphs: Sequence[Paragraph], roles: list[Role]) -> None:
    """Signatures, dates, notes, imprint, lists of attached papers."""
    papers = dated = False
    for index, paragraph in enumerate(paragraphs):
        if roles[index] is not Role.BODY or paragraph.kind is BlockKind.TABLE:
            papers = False
            continue
        role = _foot_role(paragraphs, index, dated=dated)
        if role is None and papers and _is_paper(paragraph.text):
            role = Role.PAPERS
        papers = role is Role.PAPERS
        roles[index] = role or Role.BODY
        if role is Role.DATE:
            dated = True
            _mark_signature(paragraphs, roles, index)
    if Role.SIGNATURE not in roles and Role.DATE not in roles[min(len(roles) // 2, _HEAD) :]:
        _mark_undated(paragraphs, roles)


def _mark_undated(paragraphs: Sequence[Paragraph], roles: list[Role]) -> None:
    """The name of a body below the last sentence of a text that bears no date, or bears it at its head; or a month."""
    last = next((index for index in range(len(roles) - 1, 0, -1) if roles[index] is Role.BODY), 0)
    month = read_month(paragraphs[last].text.strip(" ()")) if last else None
    if month is not None and month.month is not None and Role.DATE not in roles:
        roles[last] = Role.DATE
        _mark_signature(paragraphs, roles, last)
        return
    closed = last > 0 and (paragraphs[last - 1].text[-1:] in "。!" or _CONTACT.match(paragraphs[last - 1].text))
    if closed and is_signature(paragraphs[last].text) and read_label(paragraphs[last].text) is None:
        roles[last] = Role.SIGNATURE


def _foot_role(paragraphs: Sequence[Paragraph], index: int, *, dated: bool) -> Role | None:
    """The role that a paragraph's own words tell; `dated` where a date stands before it."""
    text = paragraphs[index].text
    if len(text) > _MARK_LENGTH:
        return None
    if _PAPERS.match(text) and not (dated and _opens_attachment(paragraphs, index)):
        return Role.PAPERS
    if index and (_DATE.fullmatch(text) or signed_by(text)):
        return Role.DATE
    damaged = text.startswith(("19", "20")) and _DAMAGED.fullmatch(text)
    if index and damaged and len(text) <= _DAMAGED_LENGTH and is_signature(paragraphs[index - 1].text):
        return Role.DATE
    if text.startswith(("(", "公开")) and _NOTE.match(text):
        return Role.NOTE
    if index > 1 and contact_start(text):
        return Role.SIGNATURE
    if damaged and any(contact_start(near.text) for near in paragraphs[index + 1 : index + 2]):
        return Role.DATE
    imprint = (text[:1] in "抄主分" or text.endswith("印发")) and _IMPRINT.fullmatch(text)
    return Role.IMPRINT if imprint else None


def _opens_attachment(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether 附件: stands alone and a paper follows it, not a list of names."""
    behind = paragraphs[index + 1 : index + _PAPERS_BEHIND]
    if not behind or not _PAPERS.fullmatch(paragraphs[index].text):
        return False
    if any(_BARE_ATTACHMENT.fullmatch(paragraph.text) for paragraph in behind):
        return False
    label = read_label(behind[0].text)
    listed = label is not None and label.kind.name in {"arabic", "arabic_paren"}
    return not listed and _FILE.fullmatch(behind[0].text) is None


def _is_paper(text: str) -> bool:
    """Whether a line can go on with a list of attached papers."""
    label = read_label(text)
    if _FILE.fullmatch(text):
        return True
    if len(text) > _PAPER_LENGTH or text.endswith("。"):
        return False
    return title_word(text) is not None if label is None else label.kind.name in _PAPER_LABELS


def signed_by(text: str) -> Span | None:
    """Where the name stands on a line of name and date (某县水利局 2021年3月5日), perhaps in brackets; else None."""
    match = _BRACKETED.fullmatch(text) if text[:1] == "(" else None
    if match is None and text[-1:] in _DATE_ENDS:
        match = _DATE_BEHIND.search(text)
        name = Span(0, match.start()) if match else None
    else:
        name = Span(*match.span("name")) if match else None
    return name if name and len(name) and is_signature(name.of(text)) else None


def contact_start(text: str) -> int:
    """Where the name ends on a line of name and contacts (某县水利局 联系电话:…); 0 for any other line."""
    match = _CONTACT_BEHIND.search(text) if ":" in text and len(text) <= _MARK_LENGTH else None
    return match.start() if match and is_signature(text[: match.start()]) else 0


def is_signature(text: str) -> bool:
    """Whether a line can be the name of a body, or of several, and nothing else."""
    if len(text) > _NAMES_LENGTH:
        return False
    close = "".join(text.split()) if _SPACED_OUT.fullmatch(text) else text
    names = [name for name in _BETWEEN_NAMES.split(_DEBRIS.sub("", close)) if name]
    return bool(names) and all(_ORGAN.fullmatch(name) for name in names)


def goes_on_below(line: str, below: str) -> bool:
    """Whether a line is the first part of a name that the line below ends: 某县防汛抗旱 above 指挥部办公室."""
    if is_signature(line) or not _FIRST_PART.fullmatch(line) or _PLACE.match(below):
        return False
    return _PLACE.match(line) is not None


def _mark_signature(paragraphs: Sequence[Paragraph], roles: list[Role], date: int) -> None:
    """The lines of names right above a date."""
    for index in range(date - 1, max(-1, date - _SIGNERS), -1):
        text = paragraphs[index].text
        if roles[index] is not Role.BODY or not is_signature(text) or read_label(text) is not None:
            return
        roles[index] = Role.SIGNATURE
        if index and roles[index - 1] is Role.BODY and goes_on_below(paragraphs[index - 1].text, text):
            roles[index - 1] = Role.SIGNATURE
            return
