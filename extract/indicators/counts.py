"""Numbers that measure nothing: slogans, sizes in names, what another number is counted by."""

from __future__ import annotations

import re

from extract.indicators.line import Line
from extract.indicators.names import BUILDS, CHOOSES
from extract.indicators.nouns import is_abstract
from extract.numbers.numerals import UNITS
from extract.numbers.quantities import Quantity

_NO_INDICATOR = re.compile(r"一式|周年|》\Z|任一|任何")
_SYSTEM = re.compile(r"(?:体系|制度|机制|模式|格局|办法|政策|标准|规范|流程|经验|做法)\Z")
"""Nouns of which 一套 counts nothing."""

_FOR_EACH = re.compile(r"每(?:压缩?|减少?|增加?|新增|提高|下降|降低|完成|满|隔)?\Z")
"""What stands before a quantity that another one is counted by: 每压缩1万吨补助3万元."""

PORTIONS = frozenset(("批", "批次", "期", "次", "类", "步", "段", "年", "个阶段"))
"""Units that 分 makes parts of one thing of: 分五批次实施."""

_WORK = re.compile(
    r"(?:级|型)?(?![^,。;、]{0,8}(?:任务|目标))(?P<work>(?!\d)[^,。;、]{1,14}?"
    r"(?:项目|工程|机组|电站|装置|生产线|煤矿|油田|锅炉|码头|泊位|风机|变压器|运输船|货轮))"
)
_SIZES = frozenset(("吨", "千瓦", "兆瓦", "吉瓦", "吨/年", "吨/日", "千瓦时", "伏安", "瓦", "千伏安"))
_RESULT = re.compile(
    "新增|增加|建成|完成|新建|达到?|累计|实现|产[能量]|装机|总|共|规模|释放|投产"
    "|消纳|处理|供应|储备|减排|投资|节约|替代"
)
_HEIGHT = ("海拔", "海拔高程", "海拔高度")
_LEVEL = re.compile(r"(?:的)?(?:水位|蓄水|等高线)")
_VOLTS = frozenset(("kV", "千伏", "伏", "V", "kVA"))
_LINE = re.compile(
    r"(?:及以[上下])?[一-鿿]{0,8}?(?:线|网|站|台区|变压器|设备|用户|电缆|开关|农网|电压|输变电|变电|主变|配电|工程|项目)"
)
"""What a voltage is of, which names the line and measures nothing: 10kV主干线."""
_RADIUS = re.compile(r"(?:半径)?(?:之|以)?(?:范围|半径)?内(?:范围)?")
_PRESS = re.compile(
    r"[余多]?(?:中外|主流|中央|新闻|省级|境外)*(?:媒体的?)?(?:记者(?![会站证])|媒体(?=参加|出席|到场|走进|采访))"
)
"""Those who came to hear, of whom a text from the press tells how many they were."""
_ASPECT = re.compile("方面|层面|维度")
_TOTAL = re.compile(r"[(\[][ ]*(?:总?共|总?计|共计|合计)[ ]*\Z")
_CLOSES_HEAD = re.compile(r"[ ]*[)\]][ ]*(?:$|:|\t)", re.MULTILINE)
"""Around the number of what a heading stands over: 园区建设(共5项)."""
_LISTED_BEHIND = re.compile(r"[ ]*(?:[:。(]|$)", re.MULTILINE)
"""Behind the number of points of an aspect, which follow it: 园区建设方面5项:."""
_TURNS_TO = re.compile("(?:抓|做|抓好|做好|从|在|围绕|聚焦|以下|如下|分|这|对|各)(?:以下|如下)?\\Z")
"""Before a number of aspects, what only announces that they follow: 重点抓好9个方面工作."""
_SUMMED_UP = re.compile(r"[一-龥]{1,8}[、和与及][一-龥]{1,8}\Z")
_OFFICES = frozenset("部局厅委办省市县区州院校镇乡村")
"""Units of what 两 sums up behind its list: 农、财两部."""
_PLACES = re.compile(r"(?:直辖市|自治区|省|[一-龥]{0,2}市(?!场|民|政)|县|区(?!域)|州|盟|旗|乡|镇|村(?!民)|街道|社区)")
"""What places are called behind their number: 东岭、南桥2个|县."""
_REACHED = re.compile(r"[^,。;]{0,20}?(?:已|完成|实现|进入|达到|获|入选|新增)")
"""Behind places that are summed up, what so many of them reached, which is counted."""
_TAKEN = re.compile(r"选|确定|列入|纳入|新增|推荐")
"""Before places that are summed up, that so many of them are taken."""
_LINKS = re.compile(r"、|和|与|以?及")
"""Between the names of a list."""
_ONE_NAME = re.compile(r"街(?!道)|龙|心|鞭|船")
"""What 一条 makes a name of: 民俗一条街, 一条龙."""
_RANKED = re.compile(r"(?:级)?(?:[强大名]?[镇村乡](?![镇村级])|县(?=[,。;、])|俱乐部)")
"""What is called by its turnover: 十亿元镇, 亿元村."""
_LISTED = re.compile(r"等\Z|[、和及与][^,、。;]{1,10}\Z")


def measures_nothing(line: Line, quantity: Quantity, words: str) -> bool:
    """Whether a quantity is no indicator by the words before it and the noun behind it.

    Args:
        line: its sentence.
        quantity: one of its quantities.
        words: of the comma clause before it, without times.
    """
    if _NO_INDICATOR.search(line.text[max(0, quantity.start - 2) : quantity.start]):
        return True
    if quantity.kind == "count" and _only_sums_up(line.text, quantity, words):
        return True
    if quantity.kind != "money" and _FOR_EACH.search(words):
        return True
    if quantity.spelled and quantity.unit in _OFFICES and quantity.value in (2, 3) and _SUMMED_UP.search(words):
        return True
    if quantity.spelled and _makes_a_name(line.text, quantity):
        return True
    if quantity.unit in PORTIONS and line.text.startswith("分", quantity.start - 1):
        return True
    if quantity.kind == "measure" and words.endswith(_HEIGHT):
        return True
    if quantity.unit in _VOLTS and _LINE.match(line.text, quantity.end):
        return True
    far = quantity.kind == "measure" and ("公里" in quantity.unit or quantity.unit in {"米", "m"})
    return far and bool(_RADIUS.match(line.text, quantity.end) or _LEVEL.match(line.text, quantity.end))


def _only_sums_up(text: str, quantity: Quantity, words: str) -> bool:
    """Whether a count is one of what is listed beside it, or of those who came to hear."""
    if _sums_up_places(text, quantity, words) or _heads_a_list(text, quantity, words):
        return True
    return _PRESS.match(text, quantity.number.end) is not None


def _heads_a_list(text: str, quantity: Quantity, words: str) -> bool:
    """Whether a number only says how many points stand below a heading or behind a lead-in."""
    if words.endswith("方面") and quantity.unit in _POINTS:
        return _LISTED_BEHIND.match(text, quantity.end) is not None
    total = _TOTAL.search(text, max(0, quantity.start - 6), quantity.start)
    return total is not None and _CLOSES_HEAD.match(text, quantity.end) is not None


_POINTS = frozenset(("项", "条", "个", "点", "类"))
"""Units of the points of a list."""


def _sums_up_places(text: str, quantity: Quantity, words: str) -> bool:
    """Whether a number only sums up the places that are named right before it: 东岭、南桥、石桥3个县."""
    if quantity.unit != "个" or quantity.value not in range(2, 21):
        return False
    place = _PLACES.match(text, quantity.end)
    if place is None or _REACHED.match(text, place.end()) or _TAKEN.search(words):
        return False
    names = _LINKS.split(words)
    return len(names) == quantity.value and all(2 <= len(name) <= 20 for name in names) and not words.endswith("等")


def _makes_a_name(text: str, quantity: Quantity) -> bool:
    """Whether a spelled number is a part of what a thing is called: 十亿元镇, 民俗一条街, "村美、人富"两个标准."""
    if quantity.kind == "money":
        return _RANKED.match(text, quantity.end) is not None
    if quantity.unit == "个":
        return text.startswith('"', quantity.start - 1)
    return quantity.unit == "条" and _ONE_NAME.match(text, quantity.end) is not None


def work_of_size(text: str, quantity: Quantity, left: str) -> str:
    """The work whose size a measure is (60万吨乙烯项目); empty where it measures what the words before name.

    Args:
        text: folded, of the document.
        quantity: the measure.
        left: the words before it that could name it.
    """
    unit = quantity.unit.lstrip("万亿千百")
    match = _WORK.match(text, quantity.end) if unit in _SIZES and not _RESULT.search(left) else None
    return match["work"] if match else ""


def is_slogan(quantity: Quantity, noun: str, words: str) -> bool:
    """Whether a number in characters counts slogans (三个方面) rather than things (四家企业).

    Args:
        quantity: the count.
        noun: what stands behind it.
        words: of its comma clause before it.
    """
    if _ASPECT.match(noun):
        return quantity.spelled or _TURNS_TO.search(words) is not None
    if not quantity.spelled or quantity.bounded:
        return False
    if (
        (noun.startswith('"') and quantity.unit != "批")
        or is_abstract(noun)
        or (quantity.value == 1 and _SYSTEM.search(noun))
    ):
        return True
    if BUILDS.search(words) or _is_many(quantity) or quantity.unit == "次":
        return False
    if quantity.unit in _COUNT_ALWAYS and quantity.value != 1:
        return False
    return quantity.value == 1 or not (CHOOSES.search(words) or _LISTED.search(words))


_COUNT_ALWAYS = frozenset(("名", "户", "辆", "台", "艘", "架", "栋", "幢"))
"""Units of persons and things, of which no slogan speaks."""


def is_told(line: Line, quantity: Quantity, words: str) -> bool:
    """Whether a number in characters that the words before it name is a count: 有三百余人, 增设站点一处."""
    if _is_many(quantity):
        return True
    if line.text[quantity.end : quantity.end + 1] not in {"", ",", "。", ";", "、", ")", "\n"}:
        return False
    if quantity.unit in _STAFF:
        return _STAFF_BEFORE.search(words) is not None
    return quantity.unit in _PLACED and _PLACES_ONE.search(words) is not None


_STAFF = frozenset(("名", "人"))
_STAFF_BEFORE = re.compile(r"(?:人员|[一-龥][员师]|医生|护士)\Z")
"""Those of whom one or two are counted behind them: 担架员|两名."""


_PLACED = frozenset(("处", "所", "座", "套", "台", "辆", "栋", "幢"))
_PLACES_ONE = re.compile(
    r"(?:新建|建设|建成|增设|设置|设立|新增|改造|改建|扩建|购置|配备|安装|拆除|查处|查封|整治|取缔|修建|迁建)[^,、]{2,14}\Z"
)
"""What is done to things of which one or two are counted behind them: 增设站点|一处."""


def _is_many(quantity: Quantity) -> bool:
    """Whether a number is too large to be a slogan's."""
    return isinstance(quantity.value, tuple) or quantity.value >= 20 or quantity.unit[0] in UNITS
