"""Quantities in running text: a number with its unit and how it is meant (不低于95%, 1.6万余人次, 3-5家).

Numbers without a unit, ordinals, section labels and the digits inside names (5G, 4A级) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from corpus import Comparison, Span
from extract.lexicon import rows, words
from extract.numerals import cardinal

Value = Decimal | tuple[Decimal, Decimal]

UNIT_KINDS = {unit: kind for unit, kind, _ in rows("units")}
"""Unit to its kind: share, money, measure, count or time."""
GREAT = "大"
"""What counts outstanding things (3大工程) and is no unit of theirs."""
_NO_UNIT = "ratio"
"""Kind of the value of an index, which has no unit."""

_BEFORE = {word: Comparison(sign) for word, place, sign, _ in rows("comparisons") if place == "before"}
_BEHIND = {word: Comparison(sign) for word, place, sign, _ in rows("comparisons") if place == "behind"}


def _any(words: Iterable[str]) -> str:
    """The words as alternatives, longest first; a hard line break may stand in any of them."""
    return "|".join(r"\n?".join(map(re.escape, word)) for word in sorted(words, key=lambda word: (-len(word), word)))


_LATIN = [unit for unit in UNIT_KINDS if unit.isascii() and unit[-1].isalpha()]
_OTHER = [unit for unit in UNIT_KINDS if unit not in _LATIN]
_SCALE = r"个亿(?!元)|万\n?亿|千\n?亿|百\n?亿|亿|千\n?万|百\n?万|万|千(?!瓦|米|克|伏|百|方|家|户|年|兆)|百(?!分)"
_PLACES = r"个(?:省|地市)(?=[\d,、。;和与及实开推]|\Z)"
_UNIT = (
    rf"(?:{_PLACES}|{_any(_OTHER)})|(?:{'|'.join(sorted(map(re.escape, _LATIN), key=len, reverse=True))})(?![A-Za-z\d])"
)
UNIT_PATTERN = rf"(?:{_SCALE})?(?:{_UNIT})"
"""A unit with its scale, as a fragment of a pattern."""

_UNIT_START = f"[{''.join(sorted({re.escape(unit[0]) for unit in UNIT_KINDS} | {'个'}))}]"
_ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,15})(?:\.\d{1,8})?"
_HAN = r"[一二两三四五六七八九十百千万]{0,8}[一二两三四五六七八九十百千]"
_JOIN = r"[ ]?(?:-{1,2}|~{1,2}|至|到)[ ]?"

_ROSE_TO = "[^\\d,。;]{1,6}[到至为]"
"""What stands between the two values of an index that has changed: 0.52|提高到|0.58."""
_QUANTITY = re.compile(
    rf"""
    (?=[\d.,]{{1,24}}[^。;]{{0,16}}?[-~至到])
    (?P<low>{_ARABIC}) (?P<low_scale>{_SCALE})? (?P<low_unit>%|‰|{_UNIT})?
    {_JOIN} (?P<high>{_ARABIC}) (?P<more_high>[多余馀])? (?P<high_scale>{_SCALE})? (?P<high_unit>{_UNIT})
  | (?P<first>\d{{1,3}}(?:\.\d+)?):(?P<second>\d{{1,3}}(?:\.\d+)?)(?=的?(?:比例|比重))
  | (?P<ratio>\d{{1,3}}(?:\.\d{{1,3}})?):1(?![\d:.])
  | (?P<great>[2-9]|1[0-4])大(?=[一-鿿])(?![类项块小于写多会报精以专学赛家量型队连寒众街道厦桥伯气])
  | (?: (?P<billions>\d{{1,5}})亿(?=\d{{1,4}}(?:\.\d{{1,8}})?万) )?
    (?P<number>{_ARABIC}) [ ]?\n? (?P<more>[多余馀几])? (?P<scale>{_SCALE})? (?P<more_after>[多余馀])? [ ]?\n?
    (?: (?={_UNIT_START}) (?P<unit>{_UNIT}) (?P<more_last>[多余馀](?=[^\W\d_]))?
      | (?P<bare>(?<=[万亿])(?=[一-鿿,。;、)]|\Z)) )
  | (?P<listed>{_ARABIC}) (?= (?:、{_ARABIC}){{0,8}} [、和与] {_ARABIC} (?P<listed_unit>(?:{_SCALE})?(?:{_UNIT})) )
  | (?P<han>百分之(?:{_HAN}|百|\d{{1,3}}(?:\.\d+)?)(?:点[一二三四五六七八九零]{{1,3}})?)
  | (?P<turn>翻(?P<turns>[一两二三])番)
  | (?P<words>{_HAN}) (?P<words_more>[多余馀])? (?P<words_scale>万|亿)? (?P<words_more_after>[多余馀])?
    (?P<words_unit>{_UNIT})
  | (?P<index>\d{{1,4}}\.\d{{1,4}})(?=(?:以[上下内]|左右)?(?:[,。;、)]|\Z)|{_ROSE_TO}\d)
    """,
    re.VERBOSE,
)
_BEHIND_NUMERAL = (
    "[一二两三四五六七八九十百千万亿多余馀\n"
    + "".join(sorted({unit[0] for unit in _OTHER if unit[0] not in "‰%"}))
    + "]"
)
_NUMBER_STARTS = "".join(sorted({re.escape(unit[0]) for unit in UNIT_KINDS} | set("个万亿千百多余馀几")))
_BEHIND_DIGITS = (
    rf"(?=(?>[\d.,]{{0,24}})(?:[ ]?\n?[ ]?\n?[{_NUMBER_STARTS}]|[ ]?(?:--?|~~?|至|到)[ ]?\d|[:、和与]\d)"
    rf"|\d{{0,4}}\.\d{{1,4}}(?:[以左,。;、)]|\Z|{_ROSE_TO}\d))"
)
"""What a number in digits has behind it that is a quantity: a unit, the end of a range, the next of a list, a mark."""
_SEED = re.compile(
    "|".join(
        (
            *(f"{digit}{_BEHIND_DIGITS}" for digit in "0123456789"),
            *(f"{numeral}(?={_BEHIND_NUMERAL})" for numeral in "一二两三四五六七八九十百千"),
            "翻(?=[一两二三])",
        )
    )
)
"""Where a quantity can begin: a number in digits, or a numeral with another one or a unit behind it."""

_BEHIND_IT = re.compile(rf"[ \n]?(?:\((?:含|不含)\))?(?P<word>{_any(_BEHIND)})")
_BEFORE_IT = re.compile(rf"(?P<word>{_any(_BEFORE)})[ ]?(?:了|到|为|至|在)?[ ]?\Z")
_COUNTERS = "".join(
    sorted({*"段口栋幢宗", *(unit for unit, kind in UNIT_KINDS.items() if kind == "count" and len(unit) == 1)})
)
_OR_COUNTED_BY = re.compile(rf"\([{_COUNTERS}](?:、[一-鿿]{{1,4}}){{0,2}}\)")
"""The other unit that things of one sum are counted by, which is no word of what follows: 12条|（段）."""
_BEHIND_FIRSTS = frozenset(word[0] for word in _BEHIND) | frozenset(" \n(")
_BEFORE_LASTS = frozenset(word[-1] for word in _BEFORE) | frozenset("了到为至在 ")
"""What words of comparison start with behind a quantity, and end with before it."""
_NOT_INSIDE = re.compile(r"(?:[\w.\-/#+×*]|\d:)\Z", re.ASCII)
_NOT_LABELS = "地版发代仪钟报填列设贷存罚税拨借捐货公汇赔一二三四五六七八九十"
"""Characters that make a word of 图, 表 and 条: 发表, 一条."""

_ORDINAL = re.compile(
    rf"(?:第|届|附件|附表|专栏|(?<![{_NOT_LABELS}])(?:图|表|条)|条款|编号|电话|邮编|邮政编码|NO|No|№|\[|【|-)[ ]?\Z"
)
_INDEX = re.compile(
    r"(?:指数|系数|死亡率|收入[比差]|倍差|强度比)(?:平均|均|值)?(?:要|应)?"
    r"(?:为|是|达到?|超过|(?:提[高升]|上升|[增缩][加小]?|降低?|下降|升|控制|保持|稳定)(?:[至到在]|为)"
    rf"|[由从](?:(?:19|20)\d\d年的?)?(?:\d{{1,4}}\.\d{{1,4}}{_ROSE_TO})?)?\Z"
)
"""Words before a number that has no unit: 综合指数为4.25."""
_RATIO = re.compile(
    r"(?<![占对])比(?:例|值|率)?[^,。;:\d]{0,8}(?:[由从](?:(?:19|20)\d\d年底?的?|[^,。;:\d]{1,8}的)?(?:\d{1,3}(?:\.\d{1,3})?:1[^,。;:\d]{1,6})?|(?:\d{1,3}(?:\.\d{1,3})?:1[、和与及])+)?\Z"
)
"""Words before a number to one: 城乡居民收入比由2.6:1缩小到2.1:1."""

_SPELLED_UNITS = frozenset(words("spelled_units", "unit"))
_WORD_END = re.compile(r"(?:[签节契合预特制公失违条规邀]约|[附最邻远]近|[反赶]超|爆破)\Z")
"""Words whose last character is no word of comparison: 签约3亿元, 附近5公里."""

_OTHER_WORD = re.compile(
    r"(?<=口)[岸径碑罩号味腔感之才服头红人粮]|(?<=期)[工项建间末满限内货刊初待权房刑]|(?<=\d度)(?!以[上下]|[的,。;、)])|(?<=人)制(?![造作定订药])|(?<=[吨瓦米人斤])级|(?<=分)(?:之|别|钟|布|组|配|类|级)|(?<=部)[门委分队署位件落属]"
    r"|(?<=台)账|(?<=起)[草点来诉步源重航征付降飞止始到效伏算跳]|(?<=轮)[胎车摩船换岗训值作休渡廓椅]|(?<=剂)[量型]|(?<=双)[方向语创重随减碳高边赢休拥一]|(?<=副)[主市省县厅局处科书部总]|(?<=列)[入为出支车席示举]|(?<=份)额|(?<=批)[准复]|(?<=处)[理置罚]|(?<=条)例|(?<=次)数|(?<=场)所"
    r"|(?<=面)[向对临积貌部粉议]|(?<=对)[\d口外接标象应于此策照一其]"
    r"|(?<=国)[内外家际集道有产联防标企资债策务王籍语人民家]|(?<=市)[场区民长级委政属值容面直花]"
    r"|(?<=[一二三四五六七八九十]台)[山县河]|(?<=[一二三四五六七八九十]家)(?:渠|庄|寨|坪|湾|沟|村(?![办集民企])|镇(?![办属]))|(?<=[一二三四五六七八九十]门)[峡塘]|(?<=[一二三四五六七八九十]条)[石沟]"
    r"|(?<=成)(?!左右|以[上下]|多|[为是,。;、)的]|\Z)"
)
"""What makes the unit a part of another word, or of a name for a size: 3人制球场, 5万吨级码头."""

_NEVER_SPELLED = frozenset({"国", "市"})
"""Units that make a name of a number in characters: 东盟十国."""

_SPELLED_NAME = re.compile(
    r"(?<=台)[山峰乡镇村河]|(?<=条)[街龙心线](?!路|道|缆|索)|(?<=元)(?:[镇村乡县]|产业|园区|集群|俱乐部)"
)
"""What makes a name of a number in characters with its unit: 九台山, 美食一条街, 亿元镇."""

_SESSIONS = ("会", "府", "届", "党组", "大")
_MEETING = re.compile("[一-鿿]{0,4}(?:会议|全会|大会)")
"""Between a body or its term and its meeting a number says which one it is."""
_SCORED = re.compile(r"[得满评总积学高均]分|分数|分值|成绩|合格|及格|考核|考试|评[估价]|优秀|达标|赋分|加分|扣")
"""Words beside which 分 counts points."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit.

    Attributes:
        span: number, unit and the words around it that belong to it (以上).
        number: where the number itself begins and the unit ends.
        value: as written before the unit; a pair for a range.
        unit: as written, scale included (万人次).
        kind: kind of the unit.
        comparison: how it is meant.
        spelled: the number is in characters.
    """

    span: Span
    number: Span
    value: Value
    unit: str
    kind: str
    comparison: Comparison
    spelled: bool = False

    @property
    def start(self) -> int:
        """First character of the whole."""
        return self.span.start

    @property
    def end(self) -> int:
        """Behind the whole."""
        return self.span.end


def find_quantities(text: str) -> Iterator[Quantity]:
    """Every quantity of folded `text`, left to right."""
    at = 0
    for seed in _SEED.finditer(text):
        start = seed.start()
        if start < at:
            continue
        match = _QUANTITY.match(text, start)
        if match is None or not _stands(text, match):
            at = match.end() if match else _behind_number(text, start)
            continue
        quantity = _quantity(text, match)
        if quantity is not None:
            at = quantity.end
            yield quantity


_DIGITS = re.compile(r"[\d,.]*\d|")


def _behind_number(text: str, at: int) -> int:
    match = _DIGITS.match(text, at)
    return match.end() if match else at


def _stands(text: str, match: re.Match[str]) -> bool:
    """Whether the number is a quantity by what stands before it, and by its own form."""
    if match["number"] and match["number"][0] == "0" and match["number"][1:2].isdigit():
        return False  # 政协第094号, 政协094市某局
    if match["index"] or match["ratio"]:
        named = _INDEX if match["index"] else _RATIO
        return named.search(text, max(0, match.start() - 32), match.start()) is not None
    before = text[max(0, match.start() - 4) : match.start()]
    if _is_negative(text, match):
        return True
    if _tells_which(text, match, before):
        return False
    if _OTHER_WORD.match(text, match.end()) or (match["unit"] == "分" and not _is_score(text, match)):
        return False
    if match["unit"] and "." in match["number"] and before[-1:] in {"", "\n"} and _is_label(match):
        return False
    if (
        match["listed"]
        and "." not in match["listed"]
        and "分别" not in text[max(0, match.start() - 60) : match.start()]
    ):
        return False
    if match["words"]:
        if match["words_unit"] in _NEVER_SPELLED or _is_name(text, match):
            return False
        return not before[-1:].isdigit() and before[-1:] not in "第十百千万几数每同某这那各"
    return not _NOT_INSIDE.search(before)


def _tells_which(text: str, match: re.Match[str], before: str) -> bool:
    """Whether a number is an ordinal: 第3名, 后50名, 县人大常委会17次会议."""
    if _ORDINAL.search(before) or (before.endswith(("前", "后")) and match.group().endswith(("名", "位"))):
        return True
    if match["unit"] == "期" and before.endswith(("年", "总", "第")):
        return True  # 2019年11期
    return match["unit"] == "次" and before.endswith(_SESSIONS) and _MEETING.match(text, match.end()) is not None


_MINISTRIES = re.compile("、[一-鿿]{1,3}\\Z")


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether a number in characters is part of a name: 九台山, 亿元镇, 人社、财政两部."""
    if _SPELLED_NAME.match(text, match.end()):
        return True
    return (
        match["words_unit"] == "部" and _MINISTRIES.search(text, max(0, match.start() - 4), match.start()) is not None
    )


_MINUS = re.compile(r"(?:增速|增幅|增长率|同比|环比|贡献率)?(?:分别)?(?:为|是|、|和|与|达|至|到|由|从|,)-\Z")


def _is_negative(text: str, match: re.Match[str]) -> bool:
    """Whether the hyphen before a percentage is its sign: 用水增速分别为-3.5%、-1.2%."""
    if text[match.start() - 1 : match.start()] != "-" or not match["unit"] or match["unit"] not in "%‰个百分点":
        return False
    return _MINUS.search(text, max(0, match.start() - 10), match.start()) is not None


def _is_label(match: re.Match[str]) -> bool:
    """Whether a decimal at the head of a line numbers a section: 7.2本预案."""
    return not match["scale"] and UNIT_KINDS.get(match["unit"]) == "count"


def _is_score(text: str, match: re.Match[str]) -> bool:
    """Whether 分 counts points by the words of its clause."""
    clause = re.split("[,。;\n]", text[max(0, match.start() - 16) : match.start()])[-1]
    return bool(_SCORED.search(clause + text[match.end() : match.end() + 6]))


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    """The match with its words of comparison."""
    read = _value(match)
    if read is None:
        return None
    value, unit, comparison = read
    unit = unit.replace("\n", "")
    start, end = match.span()
    if other := _OR_COUNTED_BY.match(text, end):
        end = other.end()
    if not isinstance(value, tuple) and _is_negative(text, match):
        value, start = -value, start - 1
    behind = _BEHIND_IT.match(text, end) if text[end : end + 1] in _BEHIND_FIRSTS else None
    if behind and not isinstance(value, tuple):
        comparison, end = _BEHIND[behind["word"].replace("\n", "")], behind.end()
    elif behind:
        end = behind.end()
    last = text[start - 1 : start]
    before = _BEFORE_IT.search(text, max(0, start - 8), start) if last in _BEFORE_LASTS else None
    if before and not isinstance(value, tuple) and not _WORD_END.search(text, max(0, start - 10), before.end("word")):
        comparison = _strongest(comparison, _BEFORE[before["word"].replace("\n", "")], behind is not None)
    counted = UNIT_KINDS.get(unit.lstrip("万亿千百") or unit, UNIT_KINDS.get(unit, "count"))
    kind = _NO_UNIT if not unit or match["ratio"] else counted
    spelled = match["words"] is not None
    number = Span(start, match.end())
    whole = number if end == match.end() else Span(start, end)
    return Quantity(whole, number, value, unit, kind, comparison, spelled)


def _strongest(said: Comparison, before: Comparison, behind: bool) -> Comparison:
    """约 before a bound does not weaken it; a bound behind (以上, 以内) decides over the word before."""
    return said if behind and said is not Comparison.EQUAL else before


def _value(match: re.Match[str]) -> tuple[Value, str, Comparison] | None:
    """Value, unit and comparison of a match."""
    if match["high"]:
        return _range(match)
    if match["first"]:
        return (Decimal(match["first"]), Decimal(match["second"])), "比例", Comparison.EQUAL
    if match["han"]:
        share = cardinal(match["han"][3:]) if match["han"] != "百分之百" else Decimal(100)
        return (share, "%", Comparison.EQUAL) if share is not None else None
    if match["turn"]:
        turns = cardinal(match["turns"])
        return (turns, "番", Comparison.EQUAL) if turns is not None else None
    if match["words"]:
        return _in_words(match)
    if bare := match["index"] or match["ratio"]:
        return Decimal(bare), ":1" if match["ratio"] else "", Comparison.EQUAL
    if match["great"]:
        return Decimal(match["great"]), GREAT, Comparison.EQUAL
    if match["listed"]:
        return Decimal(match["listed"].replace(",", "")), match["listed_unit"], Comparison.EQUAL
    value = Decimal(match["number"].replace(",", ""))
    if match["billions"]:
        value += Decimal(match["billions"]) * 10_000  # 3亿1500万吨, in 万吨
    unit = (match["scale"] or "").removeprefix("个") + (match["unit"] or "")
    more = match["more"] or match["more_after"] or match["more_last"]
    return value, unit, Comparison.AT_LEAST if more else Comparison.EQUAL


def _range(match: re.Match[str]) -> tuple[Value, str, Comparison] | None:
    low, high = (Decimal(match[end].replace(",", "")) for end in ("low", "high"))
    unit = (match["high_scale"] or "") + match["high_unit"]
    low_unit = (match["low_scale"] or "") + (match["low_unit"] or "")
    if low > high or low_unit.replace("\n", "") not in {"", unit, match["high_unit"], match["high_scale"]}:
        return None
    return (low, high), unit, Comparison.RANGE


_OFTEN_BEFORE = re.compile(
    r"(?:已|先后|连续|累计|共|至少|不少于|召开|开展|组织|举办|享受|补考|(?<!每)隔|[年月季周日天]度?)\Z"
)
_OFTEN_BEHIND = re.compile(r"(?:以上|及以上)?(?:[,。;、)]|\Z)")
_WHICH_TIME = re.compile(r"[又再第这那每上下另首任同头的跑]\Z")


def _is_often(match: re.Match[str]) -> bool:
    """Whether a small number of 次 says how often (每年更新一次, 连续两次), not once only (一次办成, 再一次)."""
    text, start = match.string, match.start()
    if _WHICH_TIME.search(text, max(0, start - 1), start):
        return False
    if _OFTEN_BEHIND.match(text, match.end()):
        return text[start - 1 : start] not in {"", "\n", ",", '"'}
    return not match["words"].endswith("一") and bool(_OFTEN_BEFORE.search(text, max(0, start - 4), start))


def _in_words(match: re.Match[str]) -> tuple[Value, str, Comparison] | None:
    """A number in characters; a last 万 goes to the unit, as with digits."""
    words, scale = match["words"], match["words_scale"] or ""
    if not scale and words[-1] in "万亿":
        words, scale = words[:-1], words[-1]
    value = cardinal(words)
    small = not scale and value is not None and value < 10
    often = match["words_unit"] == "次" and _is_often(match)
    if value is None or (small and match["words_unit"] not in _SPELLED_UNITS and not often):
        return None
    if match["words_unit"] == "分" or (match["words_unit"] == "次" and not scale and value < 100 and not often):
        return None
    tens = words == "十" and (not scale or match["words_unit"] == "元")
    if (
        not tens
        and not words.strip("百千万亿十")
        and match.string[match.start() - 1 : match.start()] not in set("近超约过")
    ):
        return None  # 百万吨级, 千亿斤: a name for size and no count
    more = match["words_more"] or match["words_more_after"]
    return value, scale + match["words_unit"], Comparison.AT_LEAST if more else Comparison.EQUAL
