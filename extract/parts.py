"""The parts of an official document that are not its body: title, number, addressee, signature, notes, lists of papers.

Terms and order: GB/T 9704-2012, 7.2 to 7.4. Every paragraph gets a role; metadata reads its values from the roles, and
the outline knows from them what can be no heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus import BlockKind, Document, Span
from extract.genre import title_word
from extract.labels import Entry, is_label_line, read_entries
from extract.numbering import read_label
from extract.paragraphs import Paragraph, find_paragraphs
from extract.patterns import DAY, DOCUMENT_NUMBER, HAN, ORGAN_ENDING


class Role(StrEnum):
    """What a paragraph is."""

    BODY = "body"
    METADATA = "metadata"  # the page's block of labels and values
    TITLE = "title"  # also its repetition and the line that names occasion and speaker
    NUMBER = "number"  # 发文字号
    ADDRESSEE = "addressee"  # 主送机关
    CONTENTS = "contents"  # a table of contents
    PAPERS = "papers"  # 附件说明: the list of attached papers
    SIGNATURE = "signature"  # 发文机关署名
    DATE = "date"  # 成文日期
    NOTE = "note"  # 附注: (此件公开发布)
    IMPRINT = "imprint"  # 版记: 抄送, 印发


@dataclass(frozen=True, slots=True)
class Parts:
    """A document's paragraphs with their roles.

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


_HEAD = 60
_BODY_LENGTH = 60
_NUMBER = re.compile(
    rf"""
    [(]? [ ]* (?: {DOCUMENT_NUMBER}
      | [{HAN}]{{0,24}} (?:公告|通告|令)? [ ]* (?:19|20)\d{{2}} [ ]* 年 [ ]* 第 [ ]* \d{{1,5}} [ ]* 号
      | (?:[{HAN}]{{0,24}}令[ ]*)? 第[ ]*\d{{1,5}}[ ]*号 )
    [ ]* [)]?
    """,
    re.VERBOSE,
)
_ADDRESSEE = re.compile(
    rf"""
    [{HAN}0-9()、,;\[\]"·\s\-]{{0,400}}
    (?: 委员 | 代表 | 同志 | 先生 | 女士 | {ORGAN_ENDING} | 单位 | 部门 | 机构 | 机关 | 企业 | 公司 | 学校 | 高校 | 院校
      | 省委 | 市委 | 县委 | 区委 | 委员会 | 支部 | 总支 | 基地 | 园区 | 集团 | 镇 | 乡 | 街道 | 科室 | 股室 | 处室 | 院所
      | 会员 | 群众 | 居民 | 市民 | 同仁 | 朋友们 | 同志们 | 协会 | 商会 | 会 )
    (?: [(][^()]{{1,40}}[)] )? [ ]* :
    | 各位(?:代表|委员|同志) [ ]* [:!]
    """,
    re.VERBOSE,
)
_DATE = re.compile(rf"[(]?[ ]*(?:{DAY})[ ]*[)]?", re.VERBOSE)
_DAMAGED = re.compile(r"(?:19|20)\d{3,6}|(?:19|20)\d{2}[ ]*年?[ ]*\d{0,3}[ ]*月?[ ]*\d{0,3}[ ]*日?")
_ORGAN = re.compile(rf"[{HAN}()·、\s]{{1,40}}{ORGAN_ENDING}(?:[ ]*[(](?:代章|盖章|章|印章)[)])?", re.VERBOSE)
_DEBRIS = re.compile(r"[\s!-~]*[a-z&;][\s!-~]*$")
"""What is left of a damaged space behind a name: &nbsp, sp;."""
_NOTE = re.compile(
    r"""
    [(] [^()]{0,12} (?: 此件 | 本文 | 此文 | 联系人 | 公开方式 | 公开形式 | 公开属性 | 信息公开 | 主动公开 | 依申请公开 | 不予公开 )
    [\s\S]{0,160}
    """,
    re.VERBOSE,
)
_IMPRINT = re.compile(
    rf"(?:抄[ ]*[送报]|主[ ]*送|分[ ]*送)[ ]*:.*|[^。]{{4,40}}\s*(?:{DAY})\s*印发", re.VERBOSE | re.DOTALL
)
_PAPERS = re.compile(r"附[ ]*件[ ]*:")
_BARE_ATTACHMENT = re.compile(r"附[ ]*件[ ]*\d{0,2}")
_FILE = re.compile(r".{1,120}\.(?:docx?|xlsx?|pdf|wps|et|zip|rar|ofd|pptx?|txt|jpg|png)[ ]*", re.IGNORECASE)
_CONTENTS = re.compile(r"目[ ]*[录次]")
_PAGE_END = frozenset("0123456789-")
_LEADER = re.compile(r".{2,80}?(?:[.…·]{3,}|[ \t]{2,}|-{4,})[ ]*-?\d{1,4}-?")
_OCCASION = re.compile(
    rf"""
      -{{1,2}} [ ]* \d{{4}}年 .{{0,80}}                       # ——2024年1月8日在…会议上
    | [(]? [ ]* \d{{4}}年 .{{0,40}} (?:会议|大会).{{0,20}}上? [ ]* [)]?
    | [(]? [ ]* (?:{DAY}) [^。]{{0,80}} (?: 通过 | 批准 | 公布 | 修正 | 修订 | 发布 ).{{0,80}} [)]?
    | [{HAN} ]{{0,20}} (?: 省长 | 市长 | 县长 | 区长 | 州长 | 盟长 | 旗长 | 主席 | 总理 | 院长 | 检察长 | 主任 ) [ ]{{0,8}} [{HAN} ]{{2,8}}
    """,
    re.VERBOSE,
)
_TITLE_TAIL = re.compile(r"[(](?=.{0,20}(?:征求|试行|暂行|草案|送审|修订|初稿|讨论|(?:19|20)\d\d))[^()]{2,24}[)]")
_NO_TITLE = re.compile(r"[>|{}@#_]|https?:|[。;!]$|^[\d\W]+$|[,:、]$|文件$|\.{3}")


def find_parts(document: Document, folded: str) -> Parts:
    """The paragraphs of `document` with what each of them is."""
    paragraphs = find_paragraphs(document, folded)
    roles = [Role.BODY] * len(paragraphs)
    body = _body_start(paragraphs)
    entries = read_entries(paragraphs, folded, body)
    for entry in entries:
        for index in entry.lines:
            roles[index] = Role.METADATA
    _mark_kinds(paragraphs, roles)
    _mark_head(paragraphs, roles, body)
    _mark_contents(paragraphs, roles)
    _mark_foot(paragraphs, roles)
    title = _mark_title(paragraphs, roles, body)
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
    marks = text.count("。") + text.count(";")
    return (len(text) >= _BODY_LENGTH and (marks > 0 or (text.count(",") >= 3 and not text.endswith(":")))) or (
        len(text) >= 20 and text.endswith("。")
    )


def _mark_kinds(paragraphs: Sequence[Paragraph], roles: list[Role]) -> None:
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind is BlockKind.METADATA:
            roles[index] = Role.METADATA


def _mark_head(paragraphs: Sequence[Paragraph], roles: list[Role], body: int) -> None:
    """Number, addressee, occasion; the addressee may be the last line before the body, or stand in its place."""
    for index in range(min(body + 1, len(paragraphs))):
        text = paragraphs[index].text
        if roles[index] is not Role.BODY:
            continue
        if _NUMBER.fullmatch(text):
            roles[index] = Role.NUMBER
        elif index < body and _OCCASION.fullmatch(text):
            roles[index] = Role.TITLE
        elif Role.ADDRESSEE not in roles and _ADDRESSEE.fullmatch(text) and "如下" not in text:
            roles[index] = Role.ADDRESSEE


def _mark_contents(paragraphs: Sequence[Paragraph], roles: list[Role]) -> None:
    """A table of contents: 目录 and the lines under it that come again later; and lines with leaders to a page number."""
    titled = any(_CONTENTS.fullmatch(paragraph.text) for paragraph in paragraphs)
    seen = {_bare(paragraph.text): index for index, paragraph in enumerate(paragraphs)} if titled else {}
    inside = False
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if _CONTENTS.fullmatch(text):
            roles[index], inside = Role.CONTENTS, True
        elif (len(text) <= 100 and (inside or read_label(text)) and _LEADER.fullmatch(text)) or (
            inside and len(text) <= 80 and seen.get(_bare(text), index) > index
        ):
            roles[index] = Role.CONTENTS
        else:
            inside = False


def _bare(text: str) -> str:
    """A line without blanks, leaders and page number."""
    return re.sub(r"[\s.…·-]+\d{0,4}$|\s+", "", text[:120])


def _mark_foot(paragraphs: Sequence[Paragraph], roles: list[Role]) -> None:
    """Signatures, dates, notes, imprint, lists of attached papers."""
    papers = False
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if roles[index] is not Role.BODY or paragraph.kind is BlockKind.TABLE:
            papers = False
            continue
        role = _foot_role(paragraphs, roles, index)
        if role is None and papers and _is_paper(text):
            role = Role.PAPERS
        papers = role is Role.PAPERS
        if role is not None:
            roles[index] = role
        if role is Role.DATE:
            _mark_signature(paragraphs, roles, index)


def _foot_role(paragraphs: Sequence[Paragraph], roles: Sequence[Role], index: int) -> Role | None:
    """The role that a paragraph's own words tell."""
    text = paragraphs[index].text
    if len(text) > 300:
        return None
    if _PAPERS.match(text) and not _opens_attachment(paragraphs, roles, index):
        return Role.PAPERS
    if index and len(text) <= 40 and (_DATE.fullmatch(text) or _signed_date(text)):
        return Role.DATE
    if index and len(text) <= 16 and _DAMAGED.fullmatch(text) and _is_signature(paragraphs[index - 1].text):
        return Role.DATE
    if _NOTE.match(text):
        return Role.NOTE
    if _IMPRINT.fullmatch(text):
        return Role.IMPRINT
    return None


def _opens_attachment(paragraphs: Sequence[Paragraph], roles: Sequence[Role], index: int) -> bool:
    """Whether 附件: stands alone behind the signature and a paper follows it, not a list of names."""
    text = paragraphs[index].text
    if not _PAPERS.fullmatch(text) or Role.DATE not in roles[:index] or index + 1 >= len(paragraphs):
        return False
    follows = paragraphs[index + 1].text
    label = read_label(follows)
    if any(_BARE_ATTACHMENT.fullmatch(paragraph.text) for paragraph in paragraphs[index + 1 : index + 12]):
        return False
    return not _FILE.fullmatch(follows) and (label is None or label.kind.name not in {"arabic", "arabic_paren"})


def _is_paper(text: str) -> bool:
    """Whether a line can go on with a list of attached papers."""
    label = read_label(text)
    numbered = label is not None and label.kind.name in {"arabic", "arabic_paren", "han", "circled"}
    short = len(text) <= 80 and not text.endswith("。")
    return bool(_FILE.fullmatch(text)) or (short and (numbered or label is None and title_word(text) is not None))


def _signed_date(text: str) -> bool:
    """Whether body and date stand on one line."""
    match = re.search(rf"\s(?:{DAY})$", text, re.VERBOSE)
    return match is not None and _is_signature(text[: match.start()])


def _is_signature(text: str) -> bool:
    """Whether a line can be the name of a body, or of several, and nothing else."""
    names = [name for name in re.split(r"\s{2,}|\n", _DEBRIS.sub("", text)) if name]
    return len(text) <= 120 and bool(names) and all(_ORGAN.fullmatch(name) for name in names)


def _mark_signature(paragraphs: Sequence[Paragraph], roles: list[Role], date: int) -> None:
    """The lines of names right above a date."""
    for index in range(date - 1, max(-1, date - 9), -1):
        if roles[index] is not Role.BODY or not _is_signature(paragraphs[index].text):
            return
        if read_label(paragraphs[index].text) is not None:
            return
        roles[index] = Role.SIGNATURE


def _mark_title(paragraphs: Sequence[Paragraph], roles: list[Role], body: int) -> Span | None:
    """The title: at the head, or above an attached paper where the page's own is lost."""
    found = _title_lines(paragraphs, roles, range(body), strict=False)
    if found is None:
        signed = next((index for index, role in enumerate(roles) if role is Role.DATE), None)
        if signed is not None and signed < len(paragraphs) // 2:
            found = _title_lines(paragraphs, roles, range(signed + 1, min(signed + 12, len(paragraphs))), strict=True)
    if found is None:
        return None
    first, last = found
    words = _joined(paragraphs, found)
    for index, paragraph in enumerate(paragraphs[: max(body, last + 1)]):
        if first <= index <= last or (roles[index] is Role.BODY and re.sub(r"\s+", "", paragraph.text) == words):
            roles[index] = Role.TITLE
    return Span(paragraphs[first].span.start, paragraphs[last].span.end)


def _title_lines(
    paragraphs: Sequence[Paragraph],
    roles: Sequence[Role],
    where: range,
    *,
    strict: bool,
) -> tuple[int, int] | None:
    """First and last index of the lines that are the title; `strict` wants an ending that titles have."""
    candidates = [index for index in where if roles[index] is Role.BODY and _may_be_title(paragraphs[index])]
    for last in candidates:
        if title_word(paragraphs[last].text):
            return _first_line(paragraphs, candidates, last), _last_line(paragraphs, where, last)
    if strict or not candidates:
        return None
    headed = [index for index in candidates if paragraphs[index].kind is BlockKind.HEADING]
    plain = [index for index in candidates if len(paragraphs[index].text) >= 8 and index + 1 in {where.stop, *where}]
    best = next(iter(headed or plain), None)
    return (best, best) if best is not None else None


def _may_be_title(paragraph: Paragraph) -> bool:
    """Whether a line of the head can be a title or a part of it."""
    text = paragraph.text
    return 2 <= len(text) <= 120 and paragraph.kind is not BlockKind.TABLE and not _NO_TITLE.search(text)


def _first_line(paragraphs: Sequence[Paragraph], candidates: Sequence[int], last: int) -> int:
    """Where a title that ends on line `last` begins: it may be broken over several lines."""
    first = last
    while first - 1 in candidates and last - first < 4 and _goes_on(paragraphs[first - 1], paragraphs[first]):
        first -= 1
    return first


def _goes_on(before: Paragraph, line: Paragraph) -> bool:
    """Whether a title line is the continuation of the line before it."""
    if title_word(before.text) or before.span.end + 3 < line.span.start:
        return False
    if "关于" in before.text or before.text.endswith(("关于", "《")):
        return "关于" not in line.text or not before.text.endswith("通知")
    if line.text.startswith("关于"):
        return _is_signature(before.text)
    return "关于" not in line.text and len(before.text) >= 6 and len(line.text) <= 40


def _last_line(paragraphs: Sequence[Paragraph], where: range, last: int) -> int:
    """The line of a title's addition in brackets: (征求意见稿), (2021-2025年)."""
    after = last + 1
    return after if after in where and _TITLE_TAIL.fullmatch(paragraphs[after].text) else last


def _joined(paragraphs: Sequence[Paragraph], lines: tuple[int, int]) -> str:
    return re.sub(r"\s+", "", "".join(paragraph.text for paragraph in paragraphs[lines[0] : lines[1] + 1]))
