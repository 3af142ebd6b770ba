"""Whom a document is addressed to: the line of its 主送, or whom its first words call on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus import Span
from extract.layout.paragraphs import Paragraph
from extract.layout.stated import Stated
from extract.patterns import HAN, ORGAN_ENDING

_NAME = rf"{HAN}×xX*〇"
"""Characters of a person's name, which pages mask: 王××, 李*."""
_LINE = re.compile(
    rf"""
    [{_NAME}0-9()、,;\[\]"·\s\-]{{0,400}}
    (?: (?:委员|代表) 等? (?: [并及和与]? (?:各位|其他)? 附议 (?:人|委员|代表)? | [并及和与]? 各位 (?:委员|代表) )?
      | 代表团 | 同志们? | 先生 | 女士 | {ORGAN_ENDING} | 单位 | 部门 | 机构 | 机关 | 企业 | 学校 | 高校 | 院校
      | 支部 | 总支 | 基地 | 园区 | 镇 | 乡 | 街道 | [科股处]室 | 院所 | 会员 | 群众 | 居民 | 市民 | 朋友们 | 会 | 兵团
      | [主总常]席 | 主任 | [省市县区州]长 | [大中小]学 | 学院 | 医院 | 研究[院所] | 党委 | 工委 | 人大 | 政协
      | 中央 | 工商联 | 联合会 | 法人 | 纳税人 | [业营动费资]者 | 团体 | 组织 | 界别? | 学社 | [区县市州盟旗组] )
    (?: [(][^()]{{1,40}}[)] )? (?: [ ]* : | ,?[ ]* [您你]们?好 [ ]* [:!,] )
    | 各位(?:代表|委员|同志) [ ]* [:!]
    """,
    re.VERBOSE,
)
_NO_LINE = re.compile(
    r"如下|^[^,、;]{0,6}(?:主办|承办|协办|责任|牵头|参与|参加|配合|发布|发文|公开|制定|征集|起草|申报|联系|支持|指导|组织|受理|审核|来源)"
    r"(?:单位|部门|机构|机关|会)[ ]*:$|^成员单位[ ]*:$|^(?:地区|时间|对象|范围|目的|分组|全[省市县区])[ ]*:$"
)
"""Lead-ins and labels, not those a letter is sent to."""
_ADDRESSED = re.compile(
    rf"(?:各|有关)[{_NAME}0-9()、,;·\-]{{0,400}}?"
    rf"(?<![{_NAME}])(?:各|有关|[省市县区州盟旗]|中央|国家|驻)[{_NAME}()]{{1,20}}[ ]*:"
    rf"|各(?![项类种阶])[{_NAME}()、, ]{{1,60}}[ ]*:"
)
"""Lists of bodies of any name, each part of which begins as such names do: 各乡镇,各派出所:."""
_LEADS_IN = re.compile(r"[是为求点见务作容项况下现有出]:$|如下|以下|要求|要")
_UNMARKED = re.compile(
    rf"(?:尊敬的?)?(?!.*(?:关于|政协|人大))[{_NAME}()、, ·]{{2,60}}(?:委员|代表团?)(?:[并及和与]附议人)?[ ]*[,;。!]?"
)
_KIND_FIRST = re.compile(
    rf"(?:(?:尊敬|敬爱)的?)?(?:[省市县区州]?(?:政协|人大))?(?:委员|代表)[{_NAME}·、, ]{{2,80}}(?:等\d*[名位]?)?[ ]*:"
)
"""委员王某、李某: whom a letter addresses with what they are before their names."""
_ANSWERS = re.compile(
    r"(?:[您你贵]|在[^\n,。]{2,30}(?:会议|大会)|首先|非常感谢|感谢|《|\"|关于|收到)[^\n]{0,160}(?:提|建议|收悉|答复|关心|来件)"
)
"""How the letter begins whose first line lost the mark behind the name."""
_END = re.compile(r"(?:,?[ ]*[您你]们?好)?[ ]*[:,;。!]$")
_POLITE = re.compile(r"(?:尊敬|敬爱)的?")
_CALLED = re.compile(
    rf"(?:[^。:;\n]{{6,60}}(?:答复|回复|复函|的函)[ ]+)?(?:(?:尊敬|敬爱)的?)?(?!感谢|首先)"
    rf"(?:(?P<name>[{_NAME}·、 ]{{1,80}}?(?:代表|委员|同志|先生|女士)):[ ]*"
    rf"(?=[你您贵]|《[^《》\n]{{4,120}}》[^。\n]{{0,30}}(?:收悉|收到))"
    rf"|(?P<near>[{_NAME}·、 ]{{1,16}}?(?:代表|委员))(?:[,!][ ]*(?=[你您](?:们?好|们?提|们?在|们?关于|们?的))"
    r"|[ ]*(?=[你您]们?好[ ]*[:,!。])))"
)
"""Whom a reply addresses on the line on which it begins: 某某代表:您提出的…."""
_CALLED_ALONE = re.compile(rf"(?:(?:尊敬|敬爱)的?)?(?P<name>(?!各位|感谢)[{_NAME}·、 ]{{2,80}}?(?:代表|委员)):")
"""The same on a line of its own, below what a page tells of the suggestion."""
_USER = re.compile(
    r"(?:尊敬的)?(?:(?P<name>(?:网友|用户|市民)[:]?[ ]?\"[^\"\n]{2,24}\")|\"(?P<near>[^\"\n,。]{2,24})\")"
    r"[:,]?[ \u3000]*(?=[您你]们?好|[您你]在|来信|\n|$)"
)
"""Whom a reply on the web addresses by the name of an account: 网友"水边人":您好."""
_HEARERS = re.compile(r"(?:^|[。!;])(?P<name>各位(?:代表|委员))(?=!)")
"""Whom a report calls on in its text."""
_OPENING = 22


def is_addressee(words: str, behind: str) -> bool:
    """Whether a folded line of the head names whom the document is sent to; `behind` is the paragraph after it."""
    if _LINE.fullmatch(words) or (_ADDRESSED.fullmatch(words) and not _LEADS_IN.search(words)):
        return not _NO_LINE.search(words)
    if _KIND_FIRST.fullmatch(words):
        return _ANSWERS.match(behind) is not None
    return _UNMARKED.fullmatch(words) is not None and _ANSWERS.match(behind) is not None


def find_addressee(
    text: str, folded: str, lines: Iterable[Paragraph], paragraphs: tuple[Paragraph, ...]
) -> Stated[str] | None:
    """主送机关 without its mark and without 尊敬的, of which 的 may be lost; else whom the first words call on.

    Args:
        text: the document's text.
        folded: its folded text.
        lines: the paragraphs that are addressees.
        paragraphs: all paragraphs.
    """
    for span in (*_of_lines(folded, lines), *_called(paragraphs[:_OPENING])):
        return Stated(re.sub(r"[ \t]*\n\s*", "", span.of(text)).strip(), span)
    return None


def _of_lines(folded: str, lines: Iterable[Paragraph]) -> Iterator[Span]:
    for line in lines:
        polite, end = _POLITE.match(line.text), _END.search(line.text)
        stop = end.start() if end else len(line.text)
        yield Span(polite.end() if polite else 0, stop).shift(line.span.start).strip(folded)


def _called(paragraphs: Sequence[Paragraph]) -> Iterator[Span]:
    for at, paragraph in enumerate(paragraphs):
        user = _USER.match(paragraph.text) if at == 0 else None
        if user is not None:
            yield Span(*user.span("near" if user["near"] else "name")).shift(paragraph.span.start)
        called = _CALLED.match(paragraph.text)
        if at + 1 < len(paragraphs) and _ANSWERS.match(paragraphs[at + 1].text):
            called = called or _CALLED_ALONE.fullmatch(paragraph.text)
        match = called or _HEARERS.search(paragraph.text)
        if match:
            name = "near" if match.groupdict().get("near") else "name"
            yield Span(*match.span(name)).shift(paragraph.span.start)
