"""Personal data in a text, and the text with it hidden; lengths never change, so offsets still agree.

The bank of patterns follows what the rules on publication name: mobile numbers, identity card numbers, e-mail, bank
cards, and the names behind 联系人:. An office and its landline may stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.span import Span


@dataclass(frozen=True, slots=True)
class PersonalData:
    """One piece of personal data: what it is, in Chinese, and where."""

    label: str
    span: Span


_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"

_PATTERN = re.compile(
    r"""
    (?<![0-9A-Za-z]) (?:
        (?P<identity>[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx])  # GB 11643
      | (?P<mobile>1[3-9]\d(?:[-\ ]?\d{4}){2})
      | (?P<bank>62\d{14,17})                                                                       # UnionPay cards
    ) (?![0-9A-Za-z])
    | (?P<email>[0-9A-Za-z][0-9A-Za-z._%+-]{0,63}@[0-9A-Za-z-]{1,63}(?:\.[0-9A-Za-z-]{1,63}){1,4})
    """,
    re.VERBOSE,
)

_POSSIBLE = re.compile(r"@|\d{4}|[系络办表][ \u3000]*[人员]")
"""What every match of `_PATTERN` and `_CONTACT` holds; most short texts of a page do not."""

_CONTACT = re.compile(
    r"""
    (?: 联[ \u3000]*[系络][ \u3000]*[人员] | [经承][ \u3000]*办[ \u3000]*人 | 填[ \u3000]*表[ \u3000]*人 )
    (?: 员 )? (?: 姓[ \u3000]*名 | [及和与、/][^:：\n]{0,8} | [(（][^()（）\n]{0,8}[)）] )? [ \u3000]* [:：] [ \u3000]*
    (?: [\d()（）\-—][\d()（）\-—、\ ]{4,30} )?
    (?P<named> [一-鿿·][一-鿿·、和\ \u3000]{1,60} )
    """,
    re.VERBOSE,
)
"""The names of those who can be asked, behind their label: 联系人:县水务局供水科 王某某、李某."""
_BEHIND_NAMES = re.compile(
    r"[ \u3000]*(?:联[ \u3000]*系|(?:办公)?电[ \u3000]*话|手[ \u3000]*机|传[ \u3000]*真|邮[ \u3000]*箱|地[ \u3000]*址)"
)
_OFFICE = re.compile(
    r"[一-鿿]{1,30}(?:局|处|科|室|股|部|委|厅|办|中心|司|院|会|大?队|所|站|组|公司|协会|政府)(?=$|[一-鿿]{2,4}$)"
)
_NAME = re.compile(r"[一-鿿](?:[ \u3000]{1,4}[一-鿿](?![一-鿿])|[一-鿿·]+)")
_LONGEST_NAME = 5
_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗方俞任袁柳鲍史唐费"
    "廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元卜顾孟黄穆萧尹姚邵汪祁毛禹狄米贝戴宋庞熊纪舒屈项祝董梁杜阮蓝闵"
    "席季麻贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫房丁邓郁洪包左石崔吉龚程邢裴陆荣翁荀羊甄曲封储靳焦"
    "牧谷车侯全班仰秋仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶幸司黎薄白怀蒲卓蔺屠池乔阴胥苍闻党翟谭贡劳逄姬申扶冉宰郦雍桑桂牛寿"
    "边燕冀尚农温庄晏柴瞿阎连习艾容向古易慎廖庾终衡步都耿满弘匡国文寇广东欧沃利蔚越隆师巩聂晁勾敖冷辛阚那简饶曾沙鞠丰关蒯"
    "相查荆游竺权盖桓公井代岳佟冼覃兰闫肖付涂衣青展战苟原揭由解强后支库宗来阳"
)
"""First characters of Chinese family names."""

_LABELS = {
    "identity": "身份证号已隐去",
    "mobile": "手机号码已隐去",
    "bank": "银行卡号已隐去",
    "email": "电子邮箱已隐去",
}


def find_personal_data(text: str) -> tuple[PersonalData, ...]:
    """All pieces of personal data in `text`, by place; an 18-digit number counts only if its check digit is right."""
    numbers = (
        PersonalData(_LABELS[str(match.lastgroup)], Span(*match.span()))
        for match in _PATTERN.finditer(text)
        if match.lastgroup != "identity" or _is_identity(match.group())
    )
    return tuple(sorted((*numbers, *_contacts(text)), key=lambda piece: piece.span.start))


def _contacts(text: str) -> Iterator[PersonalData]:
    """The names behind the label of a contact; the office that stands before them stays."""
    for match in _CONTACT.finditer(text):
        behind = _BEHIND_NAMES.search(text, match.start("named"), match.end("named"))
        stop = behind.start() if behind else match.end("named")
        for words in _NAME.finditer(text, match.start("named"), stop):
            name = _without_office(words.group())
            if 2 <= len(name) <= _LONGEST_NAME:
                yield PersonalData("姓名已隐去", Span(words.end() - len(name), words.end()))


def _without_office(words: str) -> str:
    """What stands behind the name of an office: 供水科王某某 -> 王某某; 王某科 ends like an office and is none."""
    office = _OFFICE.match(words)
    if office is None or (len(words) <= 3 and words[0] in _SURNAMES):
        return words
    name = words[office.end() :]
    return name if name and name[0] in _SURNAMES else ""


def _is_identity(digits: str) -> bool:
    """Whether the check digit agrees (ISO 7064, MOD 11-2)."""
    total = sum(int(digit) * weight for digit, weight in zip(digits[:17], _WEIGHTS, strict=True))
    return _CHECKS[total % 11] == digits[17].upper()


def mask(text: str) -> str:
    """The text with personal data replaced by a label of the same length (by ＊ where the label does not fit)."""
    if not _POSSIBLE.search(text):
        return text
    out, at = [], 0
    for piece in find_personal_data(text):
        label = f"［{piece.label}］"
        length = len(piece.span)
        out.append(text[at : piece.span.start])
        out.append(label + "＊" * (length - len(label)) if len(label) <= length else "＊" * length)
        at = piece.span.end
    return "".join(out) + text[at:]
