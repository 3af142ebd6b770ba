"""The value, unit and comparison that a number states: 3亿1500万吨, 三百多户, 3-5家, 翻一番."""

from __future__ import annotations

import re
from decimal import Decimal

from corpus import Comparison
from extract.lexicon import words
from extract.numbers.numerals import cardinal

Value = Decimal | tuple[Decimal, Decimal]
"""A number, or the two ends of a range."""
GREAT = "大"
"""What counts outstanding things (3大工程) and is no unit of theirs."""
_SPELLED_UNITS = frozenset(words("spelled_units", "unit"))


def value_of(match: re.Match[str]) -> tuple[Value, str, Comparison] | None:
    """Value, unit and comparison of a match of `QUANTITY`; None where it names a size (百万吨级) or once (一次)."""
    if match["high"]:
        return _range(match)
    if match["first"] or match["ratio"]:
        parts = match.group("first", "second") if match["first"] else match.group("ratio", "ratio_to")
        return (Decimal(parts[0]), Decimal(parts[1])), "比例", Comparison.EQUAL
    if match["han"]:
        share = cardinal(match["han"][3:]) if match["han"] != "百分之百" else Decimal(100)
        return (share, "%", Comparison.EQUAL) if share is not None else None
    if match["parts"] or match["below"] or match["half"]:
        return _fraction(match)
    if match["turn"] or match["round"]:
        value, unit = cardinal(match["turns"] or match["round"]), match["round_scale"] or "番"
        return (value, unit, Comparison.EQUAL) if value is not None else None
    if match["words"]:
        return _in_words(match)
    if match["index"] or match["great"]:
        return Decimal(match["index"] or match["great"]), GREAT if match["great"] else "", Comparison.EQUAL
    if match["listed"]:
        return Decimal(match["listed"].replace(",", "")), match["listed_unit"], Comparison.EQUAL
    value = Decimal(match["number"].replace(",", ""))
    if match["billions"]:
        value += Decimal(match["billions"]) * 10_000  # 3亿1500万吨, in 万吨
    unit = (match["scale"] or "").removeprefix("个") + (match["unit"] or "")
    more = match["more"] or match["more_after"] or match["more_last"]
    return value, unit, Comparison.AT_LEAST if more else Comparison.EQUAL


_HUNDRED = Decimal(100)


def _fraction(match: re.Match[str]) -> tuple[Value, str, Comparison] | None:
    """A fraction in hundredths where that is exact (四分之一: 25%), in thousandths (千分之三), else two numbers."""
    if match["half"]:
        return _HUNDRED / 2, "%", Comparison.EQUAL
    if match["parts"] == "千":
        share = cardinal(match["share"])
        return (share, "‰", Comparison.EQUAL) if share is not None else None
    above, below = (cardinal(match[part] or match[other]) for part, other in (("share", "above"), ("parts", "below")))
    if above is None or below is None or above >= below:
        return None
    if _HUNDRED * above % below and below < _HUNDRED:
        return (above, below), "比例", Comparison.EQUAL
    return _HUNDRED * above / below, "%", Comparison.EQUAL


def _range(match: re.Match[str]) -> tuple[Value, str, Comparison] | None:
    low, high = (Decimal(match[end].replace(",", "")) for end in ("low", "high"))
    unit = (match["high_scale"] or "") + match["high_unit"]
    low_unit = (match["low_scale"] or "") + (match["low_unit"] or "")
    if low > high or low_unit.replace("\n", "") not in {"", unit, match["high_unit"], match["high_scale"]}:
        return None
    return (low, high), unit, Comparison.RANGE


def _in_words(match: re.Match[str]) -> tuple[Value, str, Comparison] | None:
    """A number in characters; a last 万 goes to the unit, as with digits."""
    numeral, scale = match["words"], match["words_scale"] or ""
    if not scale and numeral[-1] in "万亿":
        numeral, scale = numeral[:-1], numeral[-1]
    value = cardinal(numeral)
    small = not scale and value is not None and value < 10
    often = match["words_unit"] == "次" and _is_often(match)
    if match["words_unit"] == "批" and value == 1:
        return None  # 一批: some
    if value is None or (small and match["words_unit"] not in _SPELLED_UNITS and not often and not _is_bounded(match)):
        return None
    if match["words_unit"] == "分" or (match["words_unit"] == "次" and not scale and value < 100 and not often):
        return None
    tens = numeral == "十" and (not scale or match["words_unit"] == "元")
    if (
        not tens
        and not numeral.strip("百千万亿十")
        and match.string[match.start() - 1 : match.start()] not in set("近超约过破逾达")
    ):
        return None  # 百万吨级, 千亿斤: a name for size and no count
    more = match["words_more"] or match["words_more_after"] or match["words_last"]
    return value, scale + match["words_unit"], Comparison.AT_LEAST if more else Comparison.EQUAL


_OFTEN_BEFORE = re.compile(
    r"(?:已|先后|连续|累计|共|至少|不少于|召开|开展|组织|举办|享受|补考|(?<!每)隔|[年月季周日天]度?)\Z"
)
_OFTEN_BEHIND = re.compile(r"(?:以上|及以上)?(?:[,。;、)]|\Z)")
DEED = re.compile(
    r"下调|上调|降[低准息]|提[高出请]|调[整研]|组织|召开|主办|承办|[开参]展|举[办行]|深入|亲[临自赴]|前?[往赴]|实地|现场|视频|专[题程门]|会商|研究"
    r"|进行|修[改订]|[印下]发|发[布送函出]|约谈|督[促查导办]|检查|走访|获|荣获|入选|通过|[向对被为]|接受|列[入席]|邀请|征求|公[开布示]"
)
"""Behind 两次 what was done so often: 两次|下调利率."""
_SMALL = frozenset("两三四五")
_WHICH_TIME = re.compile(r"[又再第这那每上下另首任同头的跑]\Z")


_BOUND_BEFORE = re.compile(r"(?:至少|不得?少于|不低于|不得?超过|最[多少长])[^,。;:\d]{0,12}(?<!以下)(?<!如下)\Z")
_BOUND_BEHIND = re.compile("以[上下内](?!各|(?:市|县|区|级|党|人民|政府))")
_GRADES = frozenset("类级等星")
"""Units of classes, of which a number says which one: 三类以上班线."""


def _is_bounded(match: re.Match[str]) -> bool:
    """Whether a small number is the least or the most that is laid down: 至少设置一处, 不得超过一年, 三年以上."""
    text, start = match.string, match.start()
    if match["words_unit"] in _GRADES or text.startswith("期", match.end()):
        return False
    if _BOUND_BEFORE.search(text, max(0, start - 18), start):
        return True
    return _BOUND_BEHIND.match(text, match.end()) is not None


def _is_often(match: re.Match[str]) -> bool:
    """Whether a small number of 次 says how often (每年更新一次, 连续两次), not once only (一次办成, 再一次)."""
    text, start = match.string, match.start()
    if _WHICH_TIME.search(text, max(0, start - 1), start):
        return False
    if _OFTEN_BEHIND.match(text, match.end()):
        return text[start - 1 : start] not in {"", "\n", ",", '"'}
    if match["words"].endswith("一"):
        return False
    if _OFTEN_BEFORE.search(text, max(0, start - 4), start):
        return True
    return match["words"] in _SMALL and DEED.match(text, match.end()) is not None
