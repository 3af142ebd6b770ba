"""Whether a number is a quantity, and not an ordinal, a label or a part of a name: 第3名, 7.2本预案, 九台山, 5G."""

from __future__ import annotations

import re
from decimal import Decimal

from extract.numbers.quantity_shapes import ROSE_TO, UNIT_KINDS

_NOT_INSIDE = re.compile(r"(?:[\w.\-/#+×*]|\d:)\Z", re.ASCII)
_NOT_LABELS = "地版发代仪钟报填列设贷存罚税拨借捐货公汇赔一二三四五六七八九十"
"""Characters that make a word of 图, 表 and 条: 发表, 一条."""

_ORDINAL = re.compile(
    rf"(?:第|届|附件|附表|专栏|(?<![{_NOT_LABELS}])(?:图|表|条)|条款|编号|电话|邮编|邮政编码|NO|No|№|\[|【|-)[ ]?\Z"
)
_INDEX = re.compile(
    r"(?:指数|系数|死亡率|收入[比差]|倍差|强度比|容积率)(?:平均|均|值)?(?:要|应|须|力争|原则上|仅|只)*"
    r"(?:为|是|有|达到?|突破|[大小高低优]于|不(?:得|应|能|可)?(?:[大小高低]于|超过|突破)|超过|(?:提[高升]|上升|[增缩][加小]?|降低?|下降|升|控制|保持|稳定)(?:[至到在]|为)"
    rf"|[由从](?:(?:19|20)\d\d年的?)?(?:\d{{1,4}}(?:\.\d{{1,4}})?{ROSE_TO})?)?\Z"
)
"""Words before a number that has no unit: 综合指数为4.25."""
_RATIO = re.compile(
    r"(?<![占对])比(?:例|值|率)?[^,。;:\d]{0,14}(?:[由从](?:(?:19|20)\d\d年底?的?|[^,。;:\d]{1,8}的)?(?:\d{1,3}(?:\.\d{1,3})?:\d[\d.]{0,3}[^,。;:\d]{1,6})?"
    r"|(?:\d{1,3}(?:\.\d{1,3})?:\d[\d.]{0,3}[、和与及至到])+)?\Z"
)
"""Words before a ratio: 城乡居民收入比由2.6:1缩小到2.1:1."""

_OTHER_WORD = re.compile(
    r"(?<=口)[岸径碑罩号味腔感之才服头红人粮]|(?<=期)[工项建间末满限内货刊初待权房刑]|(?<=\d度)(?!以[上下]|[的,。;、)])|(?<=人)(?:制(?![造作定订药])|力[资成]|工[智费成]|大[代常建会]|社[厅局部])|(?<=[吨瓦米人斤亿万WV])级|(?<=分)(?:之|别|钟|布|组|配|类|级)|(?<=部)[门委分队署位件落属]"
    r"|(?<=台)账|(?<=起)[草点来诉步源重航征付降飞止始到效伏算跳]|(?<=轮)[胎车摩船换岗训值作休渡廓椅]|(?<=剂)[量型]|(?<=双)[方向语创重随减碳高边赢休拥一]|(?<=副)[主市省县厅局处科书部总]|(?<=列)[入为出支车席示举]|(?<=份)额|(?<=批)[准复]|(?<=处)[理置罚]|(?<=条)例|(?<=次)数|(?<=场)所"
    r"|(?<=面)[向对临积貌部粉议]|(?<=对)[\d口外接标象应于此策照一其]"
    r"|(?<=国)[内外家际集道有产联防标企资债策务王籍语人民家]|(?<=市)[场区民长级委政属值容面直花]"
    r"|(?<=[一二三四五六七八九十]台)[山县河]|(?<=[一二三四五六七八九十]家)(?:渠|庄|寨|坪|湾|沟|村(?![办集民企])|镇(?![办属]))|(?<=[一二三四五六七八九十]门)[峡塘]|(?<=[一二三四五六七八九十]条)[石沟]"
    r"|(?<![近约超逾到][一二两三四五六七八九1-9]成)(?<=成)(?!左右|以[上下]|多|[为是,。;、)的]|\Z)"
    r"|(?<=成)[功立本为员果效品绩套就形型渝]"
    r"|(?<=门)[诊槛类户票前店]|(?<=节)[能约日气水点庆假目省电育]|(?<=把)[握关控手]|(?<=遍)[布及]"
    r"|(?<=方)[面向案便式法针可米]|(?<=单)[位元价个一项独体列车边县市纯打品]"
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


def is_quantity(text: str, match: re.Match[str]) -> bool:
    """Whether a match of `QUANTITY` in `text` is one, by what stands around it and by its own form."""
    if match["number"] and _is_no_number(match["number"], match["unit"] or ""):
        return False
    if judge := next((judge for form, judge in _JUDGES if match[form]), None):
        return judge(text, match)
    before = text[max(0, match.start() - 4) : match.start()]
    if is_negative(text, match):
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
        return not before or (not before[-1].isdigit() and before[-1] not in "第十百千万几数每同某这那各")
    each = TIMES_AS_MANY.search(before) is not None and match["unit"] in _CAPACITIES
    return each or not _NOT_INSIDE.search(before)


def _is_no_number(number: str, unit: str) -> bool:
    """Whether digits are a label (政协第094号, 政协094市某局) or the beginning of a unit itself (1/10万)."""
    return (number[0] == "0" and number[1:2].isdigit()) or (number == "1" and unit.startswith("/"))


TIMES_AS_MANY = re.compile(r"(?<![\w.])\d{1,2}[×xX*]\Z", re.ASCII)
"""Before a measure the number of machines that it is each of: 2×|66万千瓦."""
_CAPACITIES = frozenset(("千瓦", "兆瓦", "吉瓦", "MW", "GW", "kW", "吨", "千伏安", "兆伏安", "MVA", "kVA", "立方米"))
"""Units of what a machine or a plant can do."""
_OF_SECTORS = re.compile(r"产业(?:增加值|结构)*[^,。;]{0,40}\Z")
_ALL = Decimal(100)
_ROUNDED = Decimal("0.2")
"""By how much rounded parts of a whole may miss it."""


def _is_whole(text: str, match: re.Match[str]) -> bool:
    """Whether three numbers are the shares of the three sectors: 三次产业结构为8.1:42:49.9."""
    missing = _ALL - sum(map(Decimal, match["whole"].split(":")))
    near = abs(missing) <= _ROUNDED
    return near and _OF_SECTORS.search(text, max(0, match.start() - 60), match.start()) is not None


_SHARE_BEFORE = re.compile(
    r"(?:占[^,。;\d]{0,16}|[率例重]|降低|提高|减少|增[加长]|下降|不[到足]|少于|多于|低于|高于|超过|近|约|达到?)\Z"
)
_MANY = frozenset("第几数十百千万一二两三四五六七八九点分")


def _is_share(text: str, match: re.Match[str]) -> bool:
    """Whether a fraction in digits tells how large a share is (占2/3, 超过1/3), and is no date or label."""
    return _SHARE_BEFORE.search(text, max(0, match.start() - 18), match.start()) is not None


def _is_fraction(text: str, match: re.Match[str]) -> bool:
    """Whether a fraction in characters begins here, and not within its denominator: 二十分之一."""
    return text[match.start() - 1 : match.start()] not in _MANY


_PASSED = frozenset("破超逾过达")


def _is_passed(text: str, match: re.Match[str]) -> bool:
    """Whether a round sum without a unit is one that is reached: 突破百亿."""
    return text[match.start() - 1 : match.start()] in _PASSED


def _is_index(text: str, match: re.Match[str]) -> bool:
    """Whether words before a number without a unit name an index."""
    return _INDEX.search(text, max(0, match.start() - 32), match.start()) is not None


def _is_ratio(text: str, match: re.Match[str]) -> bool:
    """Whether words before two numbers name their ratio."""
    return _RATIO.search(text, max(0, match.start() - 32), match.start()) is not None


_HALF_BEFORE = re.compile(r"(?:超过?|近|约|不足|不到|少于|低于|达到?)\Z")
_HALF_BEHIND = re.compile("以[上下]|左右")


def _is_half(text: str, match: re.Match[str]) -> bool:
    """Whether 一半 tells how large a share is (超过一半, 一半以上) rather than parts a whole."""
    near = _HALF_BEFORE.search(text, max(0, match.start() - 3), match.start())
    return near is not None or _HALF_BEHIND.match(text, match.end()) is not None


_JUDGES = (
    ("half", _is_half),
    ("whole", _is_whole),
    ("below", _is_share),
    ("parts", _is_fraction),
    ("round", _is_passed),
    ("index", _is_index),
    ("ratio", _is_ratio),
)
"""Forms of numbers without a unit, and what tells that they are quantities."""


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


def is_negative(text: str, match: re.Match[str]) -> bool:
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
