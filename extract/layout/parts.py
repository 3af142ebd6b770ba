"""The parts of an official document that are not its body: title, number, addressee, signature, notes, lists of papers.

Terms and order: GB/T 9704-2012, 7.2 to 7.4. Every paragraph gets a role; metadata reads its values from the roles, and
the outline knows from them what can be no heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus import BlockKind, Document, Span
from extract.layout.addressees import is_addressee
from extract.layout.days import read_month
from extract.layout.flattened_tables import TableLines, find_tables
from extract.layout.foot import is_signature, mark_foot
from extract.layout.labels import Entry, is_label_line, read_entries
from extract.layout.numbering import read_label
from extract.layout.paragraphs import Paragraph, find_paragraphs, is_flattened
from extract.layout.part_role import Role
from extract.layout.posted import is_day_of_page
from extract.layout.titles import mark_issued, mark_title
from extract.patterns import BODIES_BEFORE, DAY, DOCUMENT_NUMBER, HAN


@dataclass(frozen=True)
class Parts:
    """A document's paragraphs with their roles, and the tables among them, which are looked for once.

    Attributes:
        paragraphs: in reading order, page furniture left out.
        roles: one a paragraph.
        entries: labels and values of the page's block.
        title: where the title stands in the text; None if it has none.
    """

    paragraphs: tuple[Paragraph, ...]
    roles: tuple[Role, ...]
    entries: tuple[Entry, ...]
    title: Span | None

    def having(self, role: Role) -> Iterator[Paragraph]:
        """The paragraphs of one role."""
        return (paragraph for paragraph, own in zip(self.paragraphs, self.roles, strict=True) if own is role)

    @cached_property
    def tables(self) -> tuple[TableLines, ...]:
        """The tables that lost their grid, by the paragraphs they take."""
        return tuple(find_tables(self.paragraphs))

    def span_of(self, table: TableLines) -> Span:
        """The place of one of the tables."""
        return Span(self.paragraphs[table.first].span.start, self.paragraphs[table.stop - 1].span.end)


_HEAD = 60
_BODY_LENGTH = 60
_SENTENCE_LENGTH = 20
_NUMBER = re.compile(
    rf"""
    [(]? [ ]* (?: {DOCUMENT_NUMBER}
      | {BODIES_BEFORE}
        [{HAN}]{{0,24}} (?:公告|通告|令)? [ ]* (?:19|20)\d{{2}} [ ]* 年 [ ]* 第 [ ]* \d{{1,5}} [ ]* 号
      | (?:[{HAN}]{{0,24}}令[ ]*)? 第[ ]*\d{{1,5}}[ ]*号 )
    [ ]* [)]?
    (?: [ ]* [(\[]? [A-D] \d? 类? [)\]]? (?: [ ]+ (?:不?同意|主动|依申请)公开 )?     # (A), B1类 同意公开
      | [ ]+ (?: 签[ ]*发[ ]*人 [ ]* :? | [{HAN}]{{0,4}}(?:类别|类型|结果|标记|分类) [ ]* : )
        .{{0,20}} )?                                                                       # 办理类型:B
    """,
    re.VERBOSE,
)
_CONTENTS = re.compile(r"目[ ]*[录次]")
_ENTRY_LENGTH = 100
_LEADER_LENGTH = 300
_LEADER = re.compile(r".{2,80}?(?:[.…·]{3,}|-{4,})[ ]*-?\d{1,4}-?")
_OCCASION = re.compile(
    rf"""
      -{{1,2}} [ ]* \d{{4}}年 .{{0,80}}                       # ——2024年1月8日在…会议上
    | [(]? [ ]* \d{{4}}年 [^《]{{0,40}} (?:会议|大会)[^《]{{0,20}}上? [ ]* [)]?
    | [(]? [ ]* (?:{DAY}) [^。]{{0,80}} (?: 通过 | 批准 | 公布 | 修正 | 修订 | 发布(?!会) ).{{0,80}} [)]?
    | [{HAN} ]{{0,20}} (?: [省市县区州盟旗院]长 | 主席 | 总理 | 检察长 | 主任 ) [ ]{{0,8}} [{HAN} ]{{2,8}}   # speaker
    """,
    re.VERBOSE,
)


def find_parts(document: Document, folded: str) -> Parts:
    """The paragraphs of `document` with what each of them is."""
    paragraphs = find_paragraphs(document, folded)
    body = _body_start(paragraphs)
    entries = read_entries(paragraphs, folded, body)
    stated = {index for entry in entries for index in entry.lines}
    roles = [
        Role.METADATA if index in stated or paragraph.kind is BlockKind.METADATA else Role.BODY
        for index, paragraph in enumerate(paragraphs)
    ]
    _mark_head(paragraphs, roles, body)
    _mark_contents(paragraphs, roles)
    mark_foot(paragraphs, roles)
    title = mark_title(paragraphs, roles, body, flattened=is_flattened(folded))
    _mark_caption(paragraphs, roles, title)
    mark_issued(paragraphs, roles, title.of(folded) if title else "")
    return Parts(paragraphs, tuple(roles), entries, title)


def _body_start(paragraphs: Sequence[Paragraph]) -> int:
    """Index of the first paragraph of running text, or of the first heading."""
    for index, paragraph in enumerate(paragraphs[:_HEAD]):
        if paragraph.kind is BlockKind.TABLE:
            return index
        if paragraph.kind is BlockKind.METADATA or is_label_line(paragraph):
            continue
        label = read_label(paragraph.text)
        if label is not None and label.kind.name != "dash":
            return index
        if _is_prose(paragraph.text) and not _OCCASION.fullmatch(paragraph.text):
            return index
    return min(len(paragraphs), _HEAD)


def _is_prose(text: str) -> bool:
    """Running text: sentences rather than a line of a head."""
    if len(text) < _BODY_LENGTH:
        return len(text) >= _SENTENCE_LENGTH and text.endswith("。")
    return "。" in text or ";" in text or (text.count(",") >= 3 and not text.endswith(":"))


def _mark_head(paragraphs: Sequence[Paragraph], roles: list[Role], body: int) -> None:
    """Number, addressee, occasion; the addressee may be the last line before the body, or stand in its place."""
    for index in range(min(body + 1, len(paragraphs))):
        text = paragraphs[index].text
        if roles[index] is not Role.BODY:
            continue
        if _NUMBER.fullmatch(text):
            roles[index] = Role.NUMBER
        elif 0 < index < body and read_month(text) and is_signature(paragraphs[index - 1].text):
            roles[index - 1 : index + 1] = Role.SIGNATURE, Role.DATE  # a cover
        elif index < body and _OCCASION.fullmatch(text):
            roles[index] = Role.TITLE
        elif Role.ADDRESSEE not in roles and is_addressee(text, _text(paragraphs, index + 1)):
            roles[index] = Role.ADDRESSEE
        elif index < body < len(paragraphs) and is_day_of_page(text):
            roles[index] = Role.METADATA


def _text(paragraphs: Sequence[Paragraph], index: int) -> str:
    return paragraphs[index].text if index < len(paragraphs) else ""


def _mark_caption(paragraphs: Sequence[Paragraph], roles: list[Role], title: Span | None) -> None:
    """The caption under the title of a statute, which may stand behind the decree that issues it."""
    if title is None:
        return
    behind = next((index for index, paragraph in enumerate(paragraphs) if paragraph.span.start >= title.end), None)
    if behind is not None and roles[behind] is Role.BODY and _OCCASION.fullmatch(paragraphs[behind].text):
        roles[behind] = Role.TITLE


def _mark_contents(paragraphs: Sequence[Paragraph], roles: list[Role]) -> None:
    """A table of contents: 目录 and the lines under it that come again; and lines with leaders to a page number."""
    titled = any(_CONTENTS.fullmatch(paragraph.text) for paragraph in paragraphs)
    last = {_bare(paragraph.text): index for index, paragraph in enumerate(paragraphs)} if titled else {}
    inside = False
    last_chapter = 0
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text
        comes_again = inside and len(text) <= _ENTRY_LENGTH and last.get(_bare(text), index) > index
        if _CONTENTS.fullmatch(text) or comes_again or _has_leader(text) or (inside and _is_next(text, last_chapter)):
            roles[index] = Role.CONTENTS
            last_chapter = max(last_chapter, _chapter(text))
        inside = roles[index] is Role.CONTENTS and titled


def _is_next(text: str, last_chapter: int) -> bool:
    """Whether a line names the chapter behind those of the contents, which a text that was cut may not hold."""
    return last_chapter > 0 and _chapter(text) == last_chapter + 1


def _chapter(text: str) -> int:
    """The number of the chapter that a line of the contents names; 0 where it names none."""
    label = read_label(text) if len(text) <= _ENTRY_LENGTH else None
    return label.number or 0 if label is not None and label.kind.name == "chapter" else 0


def _has_leader(text: str) -> bool:
    """Whether a line runs out to a page number in dots."""
    return len(text) <= _LEADER_LENGTH and text[-1] in "0123456789-" and _LEADER.fullmatch(text) is not None


def _bare(text: str) -> str:
    """A line without blanks, leaders and page number."""
    return re.sub(r"[\s.…·-]+\d{0,4}$|\s+", "", text[:120])
