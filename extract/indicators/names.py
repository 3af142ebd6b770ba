"""The name of what a quantity measures, from the words before it: 电力装机达到144万千瓦.

Words that only lead to the number (实现, 达到, 累计) are no part of the name. The noun behind a count (17个统筹地区) is
in `nouns`.
"""

from __future__ import annotations

import re

from extract.lexicon import rows
from extract.scanning.first_characters import last_characters


def words_of(part: str) -> str:
    """The words of one part of table `indicator_words` (pattern fragments) as alternatives, longest first."""
    chosen = {word for word, row_part, _ in rows("indicator_words") if row_part == part}
    return "|".join(sorted(chosen, key=lambda word: (-len(word.partition("(")[0]), word)))


_LABEL = r"[(]?[\d一二三四五六七八九十]{1,3}[).、](?![\d一二三四五六七八九十])|[①-⑳]|[一二三四五六七八九十]是"
_LEAD = re.compile(rf"(?:[ \n]|[、,)+=]|[(][段间套名组个处座][)]|[(](?:不?含|其中|包括)|{_LABEL}|{words_of('lead')})+")
_TAIL = re.compile(rf"(?:[ \n:≥≤<>]|(?<=.{{2}})[(]\Z|{words_of('tail')})+\Z")
_TAIL_ENDS = last_characters(_TAIL.pattern)
_KEPT = re.compile(r"完成(?=.{3})")
_REGION = re.compile(
    r"(?:(?:我|全|本|该)(?:省|市|县|区|国|州|盟|旗|镇|乡|自治区)|全国)(?!级|域|民(?!营|办|间|宿|生|企)|委|府|办|局|面)"
)
GROWTH_END = re.compile(r"(?:同比)?(?:增幅|增速|降幅)\Z")
GROWTH_ALONE = re.compile(
    rf"""
    (?: [ ,、和] | 分别 | 均 | 都 | 实现 | 预计 | 比 | 较 | 上年 | 去年 | 同期 | 全年 | 同口径
      | [比较](?:全[国省市县]|常年|往年|历年|多年)?(?:同期|平均|水平|均值|的?(?:历史)?(?:最?[高低]点)){{0,3}}
        (?=加快|收窄|放缓|减缓|扩大|提速|偏|回升|[高低多少快慢])
      | [比较][^,、]{{1,14}}?(?=增长|[下压]|提[高升]|降低|[增缩]|减|上升|回落)
      | 按可比口径 | 按可比价格 | 可比价 | 不变价 | 名义 | 实际 | 累计
      | 大幅 | 小幅 | 明显 | 显著 | 进一步 | 继续 | 仍 )*
    (?P<name> (?:同比|环比|年均|平均|同口径)? (?:{words_of("growth")}) (?:率|幅度?|速度)?
      | (?<=[比较期平均年点]) (?:加快|收窄|放缓|减缓|扩大|提速|偏[多少高低]|回升|[高低多少快慢]) )
    (?: 分别 | 了 | 均 | 达 | 为 | 约 | 超过? | 到 | 至
      | 不(?:低|高|少|超)[于过] | [保稳控][持定制]在 )* 的? [ ]? \Z
    """,
    re.VERBOSE,
)
CHANGED_TO = re.compile(
    rf"(?:{words_of('growth')}|扩[大展充]|拓展|调整|放宽|缩小|缩短|收窄|拉大|压缩|压减|延长"
    r"|上调|下调|恢复|回升|回落|[升降增])(?:到|至|为)(?:了)?的?[约近]?[ ]?\Z"
)
"""A change to a level, which is measured as the value before it was: 提高到5元."""

HEAD = re.compile(rf"(?:{words_of('head')})\Z")
BUILDS = re.compile(rf"(?:{words_of('build')})")
DEALS = re.compile(
    rf"(?:扶持|集中|分批|同步|率先|全面|积极|大力|加快|推动|推进|继续|共)*(?:{words_of('deal')}|{words_of('build')})"
)
"""Verbs alone before a sum or a measure that the noun behind it names: 增加3亿元限额."""

CHOOSES = re.compile(rf"(?:{words_of('choose')})了?(?:了|的|出)?[^,。;]{{0,12}}\Z")
"""Verbs before a small number in characters that is a count and no slogan: 推荐三家企业."""

_PLACE = re.compile(r"(?!支持|选派|推动|服务|覆盖|带动|指导|惠及|辐射|面向)[^、,]{1,8}[省市县区州盟旗国镇乡村]\Z")


_INSIDE = re.compile(r"\s*\n(?:-?[ ]?\d{1,3}[ ]?-?\n)?\s*|(?<=[一-鿿])\s+(?=[一-鿿])")
"""Line breaks with the page numbers between them, and blanks between characters."""


def clean(words: str) -> str:
    """Words of a name without line breaks and the marks at their ends."""
    words = (words if words.isalnum() else _INSIDE.sub("", words)).strip(" ,、:;。\t'").rstrip("([")
    return words.lstrip('"') if words.count('"') == 1 else words


_ENDS_SEGMENT = frozenset(",。;:!?●★◆■▲※◎▶➢")
_OPENS_SEGMENT = ("  ", "--")
"""Blanks of a table, and the dash before a line of a list: --新建水厂3座."""
_BULLETS = frozenset("-·*>#→◇▪✓√]㈠㈡㈢㈣㈤⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽")
"""Marks that open a line of a list and stand inside names elsewhere."""


def segment_start(text: str, low: int, high: int) -> int:
    """Where the comma clause that ends at `high` begins, not before `low`."""
    at = high
    depth = 0
    while at > low:
        char = text[at - 1]
        depth += (char == ")") - (char == "(")
        if depth <= 0 and (char in _ENDS_SEGMENT or text[at - 2 : at] in _OPENS_SEGMENT):
            break
        if at - 1 == low and char in _BULLETS:
            break
        at -= 1
    return at


def name_before(words: str) -> str:
    """The words before a quantity that can name it: leads and tails taken off, examples before 等 left out."""
    tail = _TAIL.search(words, max(0, len(words) - _LONGEST_TAIL)) if words[-1:] in _TAIL_ENDS else None
    if tail:
        words = words[: tail.start()]
    lead = _LEAD.match(words)
    start = lead.end() if lead else int(words[:1] == "(" and ")" not in words)
    kept = _KEPT.match(words, start)
    if kept:
        start = kept.end()
    at = words.rfind("由", start)
    if at - start >= 4 and HEAD.search(words, start, at):
        words = words[:at]  # a level that has changed: 返还比例由上年的50%提高到60%
    name = _GAP.sub("", after_and_so_on(_ARTICLE.sub("", words[start:])))
    name = _CONDITION.sub("", name) if "的" in name else name
    name = _THERE.sub(lambda there: there["whole"] or "", name) if "有" in name else name
    name = _PRICES.sub("", name) if "价" in name else name
    name = _PER_UNIT.sub("", name) if "每" in name else name
    name = _ASIDE.sub("", name) if "(" in name else name
    name = _AS_A_RULE.sub("", name) if "原则" in name else name
    name = _PLANNER.sub("", name) if "计划" in name or "累计" in name else name
    name = _RAISED.sub("", name) if "争取" in name else name
    name = _BY_STANDARD.sub("", name) if "按" in name else name
    name = _DOER.sub("", _OBLIGED.sub("", name))
    if "、" in name or "," in name:
        name = _own_part(_OTHERS.sub("", name))
    name = name.removeprefix("(") if ")" not in name else name
    return _FOR_EACH.sub("", name) if "每" in name else name


_PER_UNIT = re.compile(
    r"(?<=.{2})每[\d.]*万?(?:公斤|斤|吨|亩|公顷|户|人|个|台|辆|件|平方米|立方米|公里|千瓦时?|度)(?=提[高升]|降低|增加|减少|上调|下调|调整)"
)
"""By how much of a thing a price is counted: 最低收购价每50公斤提高."""
_ASIDE = re.compile(
    r"\((?:[^()]|\([^()]*\))*?(?:不包?[含括]|取自|详?见|下同|来源|同时具备|是?指(?!标|数|导))(?:[^()]|\([^()]*\))*\)"
)
"""What a name says aside of its scope, source or sense: 工业园区(不包括某园区)面积."""
_AS_A_RULE = re.compile(r"(?<=.{2})原则上(?=.{2})")
"""How strictly a bound holds, within the name of what it bounds: 课时|原则上|占总课时."""
_PLANNER = re.compile(
    r"^(?:今年|全年|年内)?[^、,的]{2,10}"
    r"(?:[省市县区州镇乡](?:共|还|总共)?计划|(?:[部局委厅署]|政府|公司|集团|银行)(?:共|还|总共)?(?:计划|累计))(?:实施(?=.{3})|完成(?=.{3})|投入(?=.{3}))?(?=.{4})"
)
"""Who plans or sums up, before the full name of what is planned: 县水务局计划新建渠道 -> 新建渠道."""
_RAISED = re.compile(r"^[^。;]{0,14}向[^。;]{2,30}争取(?:到位?|了|得)?(?=.{3})")
"""Of whom a sum was asked, before its name: 我局向省财政厅争取到改造资金."""
_BY_STANDARD = re.compile(
    r"^(?:[^,、]{0,30}(?:[一双对买卖]方|财政|选择)[^,、]{0,16}|统一)(?:分别)?按照?(?=[^,、按]{2,8}(?:标准|限额|额度|基数)\Z)"
)
"""Who goes by a standard, before the standard that a share is of: 由其中一方按扣除标准 -> 扣除标准."""
_CHARGED = re.compile(
    r"(?P<who>[^,、]{2,30}?(?:企业|主体|[客用农商住]户|纳税人|单位|机构|项目|个人|家庭))(?:收取|缴纳|支付)的(?P<what>[一-鿿]{2,10})"
)
"""Of whom a rate or a fee is taken, before its name: 小微企业收取的担保费率."""
_IN_ALL = re.compile(
    r"(?P<who>[^、,的]{2,16}?)(?<!公)共(?=(?:破获|抓获|查处|查获|侦破|完成|新增|发放|建成|接待|办理|开展|组织|培训|投入|安排|争取|引进|签约"
    r"|受理|办结|救助|转移|派出|出动|检查|排查|整改|改造|预警|劝阻)[^、,]{2,})"
)
"""Who did it all, before the name of what was done: 公安机关|共|破获案件."""
_THERE = re.compile(
    r"^(?P<whole>全[省市县区州])?[^、,的\d]{0,10}?(?:城区|城乡|境内|辖区内?|全域|各乡镇|片区|地区)(?:现|目前)?(?:共有|现有)(?=.{2})"
)
"""Where things are, before their name: 新老城区共有散居楼院 -> 散居楼院."""
_CONDITION = re.compile(r"^.*(?:[(]不?含[)]|不足|未?满|达到?)(?:[至到])?的(?:发放|给予|予以|享受)?(?=[一-鿿]{2})")
"""For whom a sum is meant, whose years were taken out: 任职(10年)以上(含)的发放生活补助 -> 生活补助."""
_DOER = re.compile(
    r"^[^、,的]{1,10}[局委厅办](?:在[^、,的]{1,8}[省市县区州镇乡村])?(?:已|共|累计)?(?:实施|建成|完成|新建|开展|查处|受理|办理|整治|救助)(?=.{3})"
)
"""The office before what it did: 市水务局在石桥县实施各类渠道项目."""
_OBLIGED = re.compile(
    r"^[^,]{2,24}?(?:(?:逐步|可以?|应当|须|要)(?:将(?!在)|把|对(?!外|口|接|象|标|策))|应(?:将(?!在)|把)|要(?:重点|优先|积极)?支持"
    r"|(?:应当?|须|要)(?:至少)?(?:配备|配有|设置|设立|安排))"
    r"(?=[一-鿿]{3})"
)
"""Who has to do or may do something with what is measured: 合作机构逐步将平均费率 -> 平均费率."""
_GAP = re.compile(
    rf"(?<![占评相对正反可无之配同环])[比较](?:年初)?(?:预算|计划|目标)?数?(?=(?:{words_of('growth')})\Z)"
)
"""What is left of a comparison whose time was taken out: 增速比(上年同期)提高, 消费价格比(上年)上涨."""
_PRICES = re.compile(r"(?<=.{2})按(?:可比|不变|现行)价格?(?:计算|核算)?")
"""By which prices a value was counted, within its name: 生产总值按可比价格计算增长."""
_BARE_MEASURE = re.compile(
    r"(?:全[省市县区]|年|其)?(?:总?投资额?|[进出]口额|进出口总?额|总[数量值额]|产[量值]|销售额|营业?收入|成交额|金额|规模|数量|税收|占比)"
)
_OWN_VERB = re.compile("完成|举办|新增|实现|获|建成|培育|引进|发放|带动|惠及|开展|组织|落实|争取|兑现")
_CLAUSE = 8
"""Characters from which on what stands before 、 is a clause of its own and no part of a list of names."""


def _own_part(name: str) -> str:
    """The last part of words joined by 、 where it names the value alone: 项目通过验收、出口额 -> 出口额."""
    before, _, last = name.rpartition("、")
    alone = _BARE_MEASURE.fullmatch(last) or _OWN_VERB.match(last)
    return last if alone and len(before) >= _CLAUSE and len(last) > 1 else name


_LONGEST_TAIL = 30
"""Characters before a quantity that can only lead to it."""


_FOR_EACH = re.compile(
    r"^.*?(?:给予|予以|按照?)?每(?:人|户|名|个|家|亩|件|台|年|月|天|日)+(?:一次性)?"
    r"(?=(?:补助|补贴|奖励|奖补|资助|津贴|补偿|扣除)(?:标准)?\Z)"
)
"""To whom and for what a grant is given, before its name: 给予每人每天补助."""


_ARTICLE = re.compile(rf"^[ ]?(?:第[一二三四五六七八九十百零\d]+条|{_LABEL})[ ]?")
_OTHERS = re.compile(
    r"^.*[、,](?:为(?!民|期|主|农)|向(?!日)|对(?!外|口|接|象|标|策|手)|将(?!军|来)|把|给|比(?!重|例|率|值|较|赛)|较)"
)
"""What stands in a list before the clause that the value belongs to: 落实政策、为企业减负3亿元."""


def region(words: str) -> tuple[str | None, str]:
    """A leading 全省, 我市 and the words without it."""
    match = _REGION.match(words)
    if match is None:
        return None, words
    rest = words[match.end() :]
    lead = _LEAD.match(rest)
    return match.group(), rest[lead.end() :] if lead else rest


_DONE_OF = re.compile(
    r"(?P<place>[一-鿿]{1,5}[省市县区州盟旗])?(?:累计)?(?:完成|实现)(?=.{2,14}(?:收入|支出|产值|增加值|(?:生产)?总[额值]|销售额|税收)\Z)"
)
"""What only says that a measure was reached, behind a region or a sum: 全市|累计完成财政收入."""


def whose(words: str) -> tuple[str | None, str]:
    """Whose a value is, as the name before it begins (全省, 公安机关共), and the name without that."""
    own, name = region(words)
    done = _DONE_OF.match(name)
    if done:
        own, name = own or done["place"], name[done.end() :]
    if charged := _CHARGED.fullmatch(name):
        return (own or "") + charged["who"], charged["what"]
    all_of = _IN_ALL.match(name) if "共" in name else None
    return ((own or "") + all_of["who"], name[all_of.end() :]) if all_of else (own, name)


_BASE = re.compile(
    r"(?P<name>.{2,}?)(?:原则上|应当?|须)?(?:不低于|不少于|不高于|不超过|不得低于|不得少于|不得超过|不得高于).{2,}\Z"
)


def without_base(name: str) -> str:
    """The name of a share without the whole that it is of: 抽查数量不少于在册数(的10%) -> 抽查数量."""
    match = _BASE.match(name)
    if match is None:
        return name
    measured = name_before(match["name"])
    return (
        measured
        if len(measured) > 1 and measured[-1] not in "其该此按"
        else name[match.end("name") :].lstrip("不得应能低高少超多于过")
    )


def after_and_so_on(words: str) -> str:
    """The noun that a list of examples ends in: 焊工、电工等技能培训 -> 技能培训."""
    at = words.rfind("等", 0, len(words) - 2)
    if at < 2 or words[at + 1] in "级量额于待次效候" or words[at - 1] in "高中初平同优上下甲乙丙均特相对劣一二三":
        return words
    rest = _OF_ALL.sub("", words[at + 1 :])
    lead = _LEAD.match(rest)
    return rest[lead.end() :] if lead and lead.end() < len(rest) - 1 else rest


_OF_ALL = re.compile(r"^(?:多?处|地(?![块段区下方名质产铁价表理域点])|场所|区域|形式的|方式|类型的|内容的)(?=.{3})")
"""What sums up the examples before 等, in front of what is measured: 广场、公园等处|新装路灯."""


def place(words: str) -> bool:
    """Whether the words are no more than a place: 昆明市."""
    return 3 <= len(words) <= 8 and _PLACE.match(words) is not None
