"""Where a phrase of time can begin in a text, so that only there one is read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.scanning.scan import factored
from extract.times.calendar_words import DEEDS, FEASTS, SHIFTS, YEAR_PARTS
from extract.times.year_alone import is_han

_PARTS = tuple(word for word in YEAR_PARTS if len(word) > 1)
_COUNTED = "个(?:多?月|季|工作|小时|星期|学)"
"""What is counted of time with 个."""
_TIME_BEHIND = (
    r"(?=\d?(?:、\d{1,2}){1,4}月|\d{0,7}(?:[ ]{0,4}|\n)"
    rf"(?:[年月日号周天季学星至到~-]|[/.](?=[ ]?\d)|小时|工作日|{_COUNTED})|\d{{3}}(?!\d))"
)
"""What must follow a digit that can begin a phrase of time."""

_SEED = re.compile(
    factored(
        (
            *(f"{digit}{_TIME_BEHIND}" for digit in "0123456789"),
            *(f"{digit}(?=[〇零O一二三四五六七八九十月年半季日天至到-]|{_COUNTED})" for digit in "一二三四五六七八九"),
            "十(?=[一二三四五六]五|[一二三四五六七八九]?[月年个日天])",
            *("半(?=年|个月)", f"两(?=[年周天]|{_COUNTED})", '"(?=十[一二三四五六]五|[一二三四六七八九十]五")'),
            *(f"{word}(?=世纪[\\d一二三四五六七八九])" for word in ("上个", "上", "本", "二十一", "二十", "20", "21")),
            *(f"{digit}(?=十年代)" for digit in "二三四五六七八九"),
            *(f"{digit}(?=[、至][二三四](?:[、至][三四]){{0,2}}季度)" for digit in "一二三"),
            r"元(?=月(?!\d)|月?[至到-](?:1[0-2]|[1-9])月)",
            "第(?=[一二三四五六七八九十]{1,2}(?:[、至和及-][一二三四]){0,3}[ ]?[个季月])",
            *("目前", "截至目前", "到目前(?=为止)", "当前", "现在", "如今", "迄今", "当年", "同年"),
            *(re.escape(word) for word in (*SHIFTS, *_PARTS)),
            *("前(?=[一二两三四五六七八九十\\d])", "后(?=[一二两三四五六七八九十\\d])", "最后"),
            *(
                "每(?=[个一到逢至]?[年半季月周日天学两三旬]|[到逢至][\\d一二三四五六七八九十上下第])",
                "逐年",
                "按(?=[年月季])",
                "定期",
                "不定期",
            ),
            *("年度", "月度", "季度", "近(?=[年几些期来一两二三四五六七八九十\\d])"),
            *("今后", "未来", "长期以来", "一直以来", "多年来"),
            *(f"{word}(?=[\\d一两二三四五六七八九十半])" for word in ("连续", "历时", "利用", "经过", "通过")),
            "用(?=\\d|[一两二三])",
            *(f"{deed}以来" for deed in DEEDS),
            *(f'{feast}(?=节?"?[之以]?前)' for feast in FEASTS),
            *(f'"(?={feast}节?"?[之以]?前)' for feast in FEASTS),
            *("上一年度", "上年度", "下一年", "下年", "次年", "翌年", "疫情", "汛期", "任期"),
            "第(?=[一二三四五1-5]个?年度?的?[上下第年\\d一二三四五六七八九十])",
            *("试点期", "过渡期", "改革期", "建设期", "规划期"),
            *("自(?=[^\\n,.;:。!?《》]{1,20}之日起)", "头(?=[一两二三四五])"),
        )
    )
)
"""Where a phrase of time can begin.

Each alternative starts with a literal, not a class or a group: else the engine tries every place, six times slower.
What follows is looked at here as far as it spares reading phrases that are none: marks of quotation, 第二条, 利用.
"""


def time_starts(text: str) -> Iterator[int]:
    """The places in folded `text` where a phrase of time can begin, left to right."""
    return (seed.start() for seed in _SEED.finditer(text) if not _inside_number(text, seed.start()))


_BEFORE_JANUARY = frozenset(("", "\n", " ", ",", "。", ";", ":", "(", "年", "在", "从", "自", "于", "至", "到", "-"))
_WITHIN_WORDS = frozenset(("创下", "提前", "础上", "安全"))
"""Words whose last character begins no phrase of time: 创下季度新高, 在此基础上年均增长, 质量安全年活动."""
_BEHIND_LABEL = re.compile(r"(?:19|20)\d\d年")
_LABEL = re.compile(r"(?:^|[\n。;:])[ \t]*\d{1,2}\.\Z")
"""2.2026年12月底前 and, at the head of a line or of a sentence, 3.5月底前 begin with the label of a paragraph."""


def _inside_number(text: str, at: int) -> bool:
    """Whether a digit continues a number or stands in the brackets of a 文号, or a word is cut out of a longer one."""
    before = text[at - 1 : at]
    if text[at] == "元" and before not in _BEFORE_JANUARY:
        return True  # 5元月租
    if text.startswith("、", at + 1) and (at == 0 or before in "\n \t"):
        return True  # 1、2月份开展排查: the label of a paragraph
    if not text[at].isdigit():
        inside = before.isdigit() or (is_han(before) and before not in "到在于至和与及明")
        later = text.startswith("后年", at) and inside
        return later or f"{before}{text[at]}" in _WITHIN_WORDS  # 建成后|年产值, 90后|年轻人 are no year to come
    if before == ".":
        stop = is_han(text[at - 2 : at - 1] or "\n")  # 校舍改造.2030年,…: a full stop
        return not stop and not _BEHIND_LABEL.match(text, at) and not _LABEL.search(text, max(0, at - 8), at)
    return before.isdecimal() or before == "[" or (before.isascii() and before.isalpha())
