"""The name of what a quantity measures, from the words before and behind it.

A count stands before its noun (17个统筹地区) or a measure behind its own (电力装机达到144万千瓦). Words that only lead
to the number (实现, 达到, 累计) are no part of the name.
"""

from __future__ import annotations

import re

from extract.lexicon import rows
from extract.quantities import Quantity


def words_of(part: str) -> str:
    """The words of one part of table `indicator_words` (pattern fragments) as alternatives, longest first."""
    chosen = {word for word, row_part, _ in rows("indicator_words") if row_part == part}
    return "|".join(sorted(chosen, key=lambda word: (-len(word.partition("(")[0]), word)))


_LABEL = r"[(]?[\d一二三四五六七八九十]{1,3}[).、](?![\d一二三四五六七八九十])|[①-⑳]|[一二三四五六七八九十]是"
_LEAD = re.compile(rf"(?:[ \n]|[、,)+=]|[(][段间套名组个处座][)]|[(](?:不?含|其中|包括)|{_LABEL}|{words_of('lead')})+")
_TAIL = re.compile(rf"(?:[ \n:≥≤<>]|(?<=.{{2}})[(]\Z|{words_of('tail')})+\Z")
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
    (?: 分别 | 了 | 均 | 达到 | 达 | 为 | 约 | 超过? | 到 | 至
      | 不(?:低|高|少|超)[于过] | [保稳控][持定制]在 )* 的? [ ]? \Z
    """,
    re.VERBOSE,
)
CHANGED_TO = re.compile(rf"(?:{words_of('growth')}|扩大|调整|放宽)(?:到|至|为)(?:了)?的?[约近]?[ ]?\Z")
"""A change to a level, which is measured as the value before it was: 提高到5元."""

HEAD = re.compile(rf"(?:{words_of('head')})\Z")
BUILDS = re.compile(rf"(?:{words_of('build')})")
DEALS = re.compile(
    rf"(?:扶持|集中|分批|同步|率先|全面|积极|大力|加快|推动|推进|继续|共)*(?:{words_of('deal')}|{words_of('build')})"
)
"""Verbs alone before a sum or a measure that the noun behind it names: 增加3亿元限额."""

CHOOSES = re.compile(rf"(?:{words_of('choose')})了?(?:了|的|出)?[^,。;]{{0,12}}\Z")
"""Verbs before a small number in characters that is a count and no slogan: 推荐三家企业."""

_ABSTRACT = re.compile(rf"(?:{words_of('abstract')})")
_NOUN_END = re.compile(
    r"[,。;:!?《》<>]|、(?![^()]{0,12}\))|\((?=不?含|包括|其中|详见|见|约?占|[a-zA-Z]|[^()]*\d[\d.]*[个桩枪台座户人名家])|(?=[和及与](?:\d|[一两三四五六七八九十]+[个家项]))|--"
    r"|(?=[和及与](?:[一-鿿]{0,4}[省市县区州])?[一-鿿]{2,8}[局委厅办](?:[、,]|等))"
)
_NOUN_START = re.compile(
    r"""
    (?! [增升提扩降减压缩跃]{1,2}[加升高大低少]?[至到为]
      | 共(?![享同建青产和]) | 每 | 大关 | 关口 | 新?台阶 | 和(?![美谐平]) | [与及占是较左而但都至]
      | 等(?!级|离) | 为(?!民|老|农) | 均(?!衡) | 并(?!联|网) | 比(?!赛) | 其(?!他) | 以(?!旧)
      | 同(?![城心类步等创盟业伴乡质]) | 分(?![支布中局公院校行店类级散拣]) )
    [一-鿿A-Z"]
  | [456][A-Za-z]
  | \d{1,3}周?岁
    """,
    re.VERBOSE,
)
_NOUN_VERB = re.compile(
    r"提供服务|获得认定|(?<!针)对(?!口|外|接|象|标|策|性|应|照|等|齐|手|比)|将|也(?!门)|分别|(?<![平年月日])均(?!衡|水平|匀|价|产)|为(?=基[数础准]|依托|代表|支撑|龙头|引领|抓手|载体|试点|优|主的)|受到|被|公布|给予|予以|按照|以内|范围内|用工监测|进行|担任(?!过)|赶赴|奔赴|驰援|全部(?=来|按|完|达|实|建|投|为)|已经?(?=[经由被建达实完投在陆相先顺累于全启开获纳列])|(?<!必)须(?:有|配|设|建)?|喜获|参加了|参与了|整体提升|中退出|帮助|没有|为例|逐一|之外|立足|(?:开展|推行)\Z|安排(?!的|方案)|正(?=在|全力|加快|有序|抓紧|稳步|陆续|积极)|占据|占有|调整增加|调整为|增加到|提高到|扩大到|增至|减少到|降低到|增加至"
    r"|(?<!个项目)列入|采取|途[经径](?!济)|已(?=于|全部|正式|开工|启动|累计)"
    r"|全面(?=启动|开展|完成|推进|实施|推开|铺开)|统一(?=实施|组织|开展|安排|配备|建设)|召开|(?<=[省市县区州镇乡村户家份])在(?!建|校|册|编|岗)"
)
_NOUN_TAIL = re.compile(
    r"(?:[中内里上等和与及由有的]|之一|(?<![成认作变行])为|全部|的?(?:带动|先行|龙头|示范|引领|支撑)?作用|提供|超过|达到|达|不低于|不超过)+\Z"
)
_LIST_END = re.compile(r"[,。;:!?]|--")
_DIGIT = re.compile(r"\d")
_PLACE = re.compile(r"(?!支持|选派|推动|服务|覆盖|带动|指导|惠及|辐射|面向)[^、,]{1,8}[省市县区州盟旗国镇乡村]\Z")
_RIGHT_VERB = re.compile(
    r"全部|均|已|按期|办结|办复|实现|完成|投入|入选|通过|纳入|获|开工|竣工|建成|用于|支持|参加|增长|下降|同比|享受|受益|的速度|来自|进入|上市|落户|签约|入驻"
    r"|达到|位居|位列|转移|脱贫|增加|减少|提高|到|在"
)


_INSIDE = re.compile(r"\s*\n(?:-?[ ]?\d{1,3}[ ]?-?\n)?\s*|(?<=[一-鿿])\s+(?=[一-鿿])")
"""Line breaks with the page numbers between them, and blanks between characters."""


def clean(words: str) -> str:
    """Words of a name without line breaks and the marks at their ends."""
    words = _INSIDE.sub("", words).strip(" ,、:;。\t'")
    return words.lstrip('"') if words.count('"') == 1 else words


def segment_start(text: str, low: int, high: int) -> int:
    """Where the comma clause that ends at `high` begins, not before `low`."""
    at = high
    depth = 0
    while at > low:
        char = text[at - 1]
        depth += (char == ")") - (char == "(")
        if depth <= 0 and (char in ",。;:!?" or text[at - 2 : at] == "  "):
            break
        at -= 1
    return at


def name_before(words: str) -> str:
    """The words before a quantity that can name it: leads and tails taken off, examples before 等 left out."""
    tail = _TAIL.search(words, max(0, len(words) - _LONGEST_TAIL))
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
    name = _PLANNER.sub("", name) if "计划" in name or "累计" in name else name
    name = _RAISED.sub("", name) if "争取" in name else name
    name = _DOER.sub("", name)
    if "、" in name or "," in name:
        name = _own_part(_OTHERS.sub("", name))
    name = name.removeprefix("(") if ")" not in name else name
    return _FOR_EACH.sub("", name) if "每" in name else name


_PER_UNIT = re.compile(
    r"(?<=.{2})每[\d.]*万?(?:公斤|斤|吨|亩|公顷|户|人|个|台|辆|件|平方米|立方米|公里|千瓦时?|度)(?=提[高升]|降低|增加|减少|上调|下调|调整)"
)
"""By how much of a thing a price is counted: 最低收购价每50公斤提高."""
_ASIDE = re.compile(r"\((?:[^()]|\([^()]*\))*?(?:不包?[含括]|取自|详?见|下同|来源)(?:[^()]|\([^()]*\))*\)")
"""What a name says aside of its scope or source: 工业园区(不包括某园区)面积."""
_PLANNER = re.compile(
    r"^(?:今年|全年|年内)?[^、,的]{2,10}"
    r"(?:[省市县区州镇乡](?:共|还|总共)?计划|(?:[部局委厅署]|政府|公司|集团|银行)(?:共|还|总共)?(?:计划|累计))(?:实施(?=.{3})|完成(?=.{3})|投入(?=.{3}))?(?=.{4})"
)
"""Who plans or sums up, before the full name of what is planned: 县水务局计划新建渠道 -> 新建渠道."""
_RAISED = re.compile(r"^[^。;]{0,14}向[^。;]{2,30}争取(?:到位?|了|得)?(?=.{3})")
"""Of whom a sum was asked, before its name: 我局向省财政厅争取到改造资金."""
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
    all_of = _IN_ALL.match(name) if "共" in name else None
    return ((own or "") + all_of["who"], name[all_of.end() :]) if all_of else (own, name)


_NEXT_VERB = re.compile(
    "(?:建成|建有|设立|设置|种植|栽植|组建|选派)(?!项目|工程|任务|单位|面积|区)|完成|实现|达到|超过|突破|增长|下降|获得|投入|吸纳|带动|举办了?|推出了?|接待|新增|累计|追回|发放|提供|兑付|减免|新建|改建|扩建|开设|配备|安装|购置|添置|已成立|已建成"
    "|目前|已经|共(?!同|享|建|青|产|和)|收治|接诊"
)
"""Verbs that begin what the next number measures: 20个项目完成投资5亿元."""


_MEASURED_IN = re.compile(
    r"(?P<noun>[^,。;、]{0,12}?(?:城市|[市县区]|省份|企业|断面|学校|[村户]))"
    r"(?=(?:\d{4}年)?(?:PM|平均|人均|空气|环境|总|达标|优良|重度))[^,。;、]{2,22}"
    r"(?:浓度|比例|比重|产量|产值|收入|投资|指数|率)(?:为|达|是|有所[一-鿿]{2})?"
)
"""Things counted before what is measured in them: 30个城市平均浓度为5微克."""
_BODIES_COUNTED = frozenset(("个", "家", "所", "户", "座", "处"))
_COUNTED_WHOLE = re.compile(
    r"(?!具有|符合|涉及|参加|参与|从事|用于|达到|面向|覆盖|纳入|列入|支持|建成|新建|投资|在|以|由|不|为)"
    r"(?P<noun>[^,、;:。的]{0,14}?(?:企业|公司|学校|幼儿园|医院|卫生院|机构|单位|部门|断面|省份|省市|[地城县]市|[县市]区|试点|乡镇|街道"
    r"|社区|小区|园区|村|家庭|国家|地区|高校|院校|合作社))的(?=(?P<told>[一-鿿]*))"
)
"""Bodies and places counted before what is told of them: 5家医院的门诊大楼 are 5家医院."""
_BARE = 2
"""Characters of a noun that says little without what is told of it: 5个城市的空气质量达到标准."""
_BARE_TOLD = 5
"""Characters from which on something is told of it."""
_ALL_OF_THEM = re.compile(
    r"(?P<noun>[省市县区州乡镇村户人家])(?=实现|完成|购置|配备|配发|发放|安装|修建|购买|送去|(?:已|全部|均已?|都已?)(?:全部|基本)?(?:实现|完成|达到?|通|建|开展|脱贫|接入))"
)
"""A noun of one character before what all of them did: 95个县全部实现均衡."""
_OF_A_KIND = re.compile(r"以[^,。;]{2,30}为(?:主导产业|主导|主体|主业|主题|重点|特色|依托|核心|龙头|代表|主)的")
"""What tells the kind of things counted, before their noun: 8个以茶叶为主导产业的产业园."""
_PLACES = re.compile(r"(?P<noun>省区市|省[份市]|州市|市州|市县|县[区市]|城市|乡镇|镇街|街道|地市)(?=的)")
"""Places counted before what is in them: 7个省市的出行、外卖等行业."""


def noun_behind(text: str, quantity: Quantity, stop: int) -> tuple[str, int]:
    """The noun that a count stands before, and where it ends; empty where none follows."""
    start = quantity.end
    while text[start : start + 1] in {"的", "\n"}:
        start += 1
    if kind := _OF_A_KIND.match(text, start, stop):
        start = kind.end()
    if start >= stop or not _NOUN_START.match(text, start):
        return "", start
    match = _NOUN_END.search(text, start, stop)
    end = match.start() if match else stop
    if text[end : end + 1] == "、" and stop - end > 1:
        end = _end_of_list(text, end, stop)
    end = min(end, _unopened(text, start, end))
    opened = text.find("(", start, end)
    if opened > start + 1 and text.find(")", opened, end) < 0 and end == stop:
        end = opened  # 12座水库(小型3座): what the bracket holds names the next value
    if quantity.unit in _BODIES_COUNTED and (whole := _COUNTED_WHOLE.match(text, start, end)):
        told = len(whole["noun"]) <= _BARE and len(whole["told"]) > _BARE_TOLD
        end = end if told else whole.end("noun")
    if own := _MEASURED_IN.fullmatch(text, start, end):
        end = own.end("noun")
    if (places := _PLACES.match(text, start)) and text.find("、", places.end(), stop) >= 0:
        return places["noun"], places.end()
    verb = (
        _ALL_OF_THEM.match(text, start, end)
        or _NOUN_VERB.search(text, start + 2, end)
        or (_NEXT_VERB.search(text, start + 2, end) if end == stop else None)
    )
    if verb:
        end = verb.end("noun") if verb.re is _ALL_OF_THEM else verb.start()
    return _NOUN_TAIL.sub("", text[start:end]), end


_GRANTED = re.compile(
    r"""
    的?(?:标准|定额|额度|比例|税率|费率)(?:依次|一次性|再)?
    (?:给予|予以|发放|支付|享受|落实|提供|拨付|安排|征收|计征|缴纳|收取)(?:的|一次性)?
    (?P<noun>[一-鿿]{2,16}) (?=[,。;:、(]|\Z)
  | 的?(?:标准|额度|比例)? (?P<deed>(?:定额|据实|全额)?扣除|报销|补偿|缴存) (?=[,。;:、(]|\Z)
  | 为(?P<bound>限额|上限|封顶线?)
    """,
    re.VERBOSE,
)


def granted(text: str, quantity: Quantity, stop: int) -> tuple[str, int] | None:
    """What is granted by the standard that a quantity is (按每人300元的标准给予补贴), and where it ends."""
    match = _GRANTED.match(text, quantity.end, stop + 1)
    return (match["noun"] or match["deed"] or match["bound"], match.end()) if match else None


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


def _unopened(text: str, start: int, end: int) -> int:
    """The first closing bracket that was opened before `start`; `end` if there is none."""
    depth = 0
    for at in range(start, end):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth < 0:
            return at
    return end


def _end_of_list(text: str, comma: int, stop: int) -> int:
    """The end of a list of nouns (优秀方案、应用场景) or qualities (规模大、成效好的企业); `comma` if it counts."""
    match = _LIST_END.search(text, comma, stop)
    end = match.start() if match else stop
    return (
        comma
        if (end == stop and text[stop - 1] not in "。;!?") or end - comma > 30 or _DIGIT.search(text, comma, end)
        else end
    )


def is_abstract(noun: str) -> bool:
    """Whether a spelled number before this word only counts slogans: 三个方面, 四个意识."""
    return bool(_ABSTRACT.match(noun))


def starts_with_verb(words: str) -> bool:
    """Whether the words behind a count say what it does rather than what it is."""
    return bool(_RIGHT_VERB.match(words))


def short_noun(noun: str) -> str:
    """The noun without what only describes it: 示范性强、成效明显的特色村镇 -> 特色村镇."""
    words = _COUNTS_INSIDE.sub("", after_and_so_on(clean(noun)))
    if "(" in words and ")" not in words:
        words = words.partition("(")[0]
    if (len(words) > 14 or words.startswith("在")) and "的" in words[:-2] and words.find("的") != _BARE:
        words = words[words.rindex("的", 0, len(words) - 1) + 1 :]
    return words[:60]


_COUNTS_INSIDE = re.compile(r"(?<=.{2})\([^()]*\d[^()]*\)\Z")
"""What a bracket behind a noun counts: 充电枪(直流16枪)."""


def after_and_so_on(words: str) -> str:
    """The noun that a list of examples ends in: 焊工、电工等技能培训 -> 技能培训."""
    at = words.rfind("等", 0, len(words) - 2)
    if at < 2 or words[at + 1] in "级量额于待次效候" or words[at - 1] in "高中初平同优上下甲乙丙均特相对劣":
        return words
    rest = _OF_ALL.sub("", words[at + 1 :])
    lead = _LEAD.match(rest)
    return rest[lead.end() :] if lead and lead.end() < len(rest) - 1 else rest


_OF_ALL = re.compile(r"^(?:多?处|地(?![块段区下方名质产铁价表理域点])|场所|区域|形式的|方式|类型的|内容的)(?=.{3})")
"""What sums up the examples before 等, in front of what is measured: 广场、公园等处|新装路灯."""


def place(words: str) -> bool:
    """Whether the words are no more than a place: 昆明市."""
    return 3 <= len(words) <= 8 and _PLACE.match(words) is not None
