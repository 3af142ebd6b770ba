"""The noun that a count stands before (17个|统筹地区), and what a standard grants (按每人300元的标准|给予补贴)."""

from __future__ import annotations

import re

from extract.indicators.names import after_and_so_on, clean, words_of
from extract.numbers.level_changes import TO_NEXT
from extract.numbers.quantities import Quantity

_ABSTRACT = re.compile(rf"(?:{words_of('abstract')})")
_NOUN_END = re.compile(
    r"[,。;:!?《》<>]|、(?![^()]{0,12}\))|\((?=不?含|包括|其中|详见|见|约?占|[a-zA-Z]|[^()]*\d[\d.]*[个桩枪台座户人名家])|(?=[和及与](?:\d|[一两三四五六七八九十]+[个家项]))|--"
    r"|(?=[和及与](?:[一-鿿]{0,4}[省市县区州])?[一-鿿]{2,8}[局委厅办](?:[、,]|等))"
)
_NOUN_START = re.compile(
    r"""
    (?! [增升提扩拓降减压缩跃]{1,2}[加升高大低少展充]?[至到为]
      | 共(?![享同建青产和]) | 每 | 大关 | 关口 | [新大]?台阶 | 和(?![美谐平]) | [与及占是较左而但都至]
      | 等(?!级|离) | 为(?!民|老|农) | 均(?!衡) | 并(?!联|网) | 比(?!赛) | 其(?!他) | 以(?!旧)
      | 将(?=[于在由会把对进陆全继按逐])
      | 同(?![城心类步等创盟业伴乡质]) | 分(?![支布中局公院校行店类级散拣]) )
    [一-鿿A-Z"]
  | [456][A-Za-z]
  | \d{1,3}周?岁
    """,
    re.VERBOSE,
)
_NOUN_VERB = re.compile(
    r"(?<!理)由(?=各|县|市|省|区|[^,。;]{2,12}(?:牵头|组织|承担|编制|实施))|中(?=不|未|均|有的|尚|仅)|预计|(?:迅速|相继|陆续)(?=[一-鿿]{2})|提供服务|获得认定"
    r"|(?<!针)对(?!口|外|接|象|标|策|性|应|照|等|齐|手|比)|将|也(?!门)|分别|(?<![平年月日])(?<![月年民地省市县国区农]人)均(?!衡|水平|匀|价|产)"
    r"|为(?=基[数础准]|依托|代表|支撑|龙头|引领|抓手|载体|试点|优|主的)|受到|被|公布|给予|予以|按照|以内|范围内|用工监测|进行|担任(?!过)|赶赴|奔赴|驰援"
    r"|全部(?=来|按|完|达|实|建|投|为)|已经?(?=[经由被建达实完投在陆相先顺累于全启开获纳列])|(?<!必)须(?:有|配|设|建)?|喜获|参加了|参与了|整体提升|中退出|帮助|没有|为例|逐一|之外|立足"
    r"|(?:开展|推行)\Z|安排(?!的|方案)|正(?=在|全力|加快|有序|抓紧|稳步|陆续|积极)|占据|占有|调整增加|调整为|增加到|提高到|扩大到|增至|减少到|降低到|增加至"
    r"|(?<=标准)(?:返还|发放|给予|支付|执行|缴纳)|(?<=标准|人数)(?:计算|计发|落实)|(?<!个项目)列入|采取|途[经径](?!济)|已(?=于|全部|正式|开工|启动|累计)"
    r"|(?<![需主重简必])要(?![素点件领塞道约求闻害])|应(?=当|在|按|向|及时|立即)|必须|不得|可以|上报(?=[一-龥]{2,12}[部厅局委府院办])"
    r"|全面(?=启动|开展|完成|推进|实施|推开|铺开)|统一(?=实施|组织|开展|安排|配备|建设)|召开|(?<=[省市县区州镇乡村户家份])在(?!建|校|册|编|岗)"
)
_NOUN_TAIL = re.compile(
    r"(?:(?<![高初集完其])中|(?<![国境以])内|(?<![公邻])里|(?<![线网海水陆以])上|(?<![高平中初优劣同对甲乙])等|(?<![参赋付])与"
    r"|(?<![共总温饱缓中调])和|以及|(?<![普涉波])及|(?<![自理])由|(?<![国私所公自特专民])有|(?<!目)的|之一|(?<![成认作变行])为|全部"
    r"|(?:(?<=目)的)?(?:带动|先行|龙头|示范|引领|支撑)?作用|提供|超过|达到|达|不低于|不超过|(?<=[一-鿿]{2})(?<![附最邻远临])近|(?<=[一-鿿]{2})(?<![签节契合预特公条违失])约|逾)+\Z"
)
"""Characters at the end of a noun that belong to what follows, not those that end a word (高中, 国有, 参与)."""
_LIST_END = re.compile(r"[,。;:!?]|--")
_DIGIT = re.compile(r"\d")
_RIGHT_VERB = re.compile(
    r"全部|均|已|按期|办结|办复|实现|完成|投入|入选|通过|纳入|获|开工|竣工|建成|用于|支持|参加|增长|下降|同比|享受|受益|的速度|来自|进入|上市|落户|签约|入驻"
    r"|达到|位居|位列|转移|脱贫|增加|减少|提高|到|在"
)
_NEXT_VERB = re.compile(
    "(?:(?:正式|全面)?(?:开工|竣工|完工|投产|通车|开建|动工)(?:建设|投产|运营)?"
    "|总长度?|全长|总投资额?|(?:总|占地|建筑)面积|总库容|总装机(?:容量)?|总金额)(?:约|达|近|为)?\\Z|"
    "(?:建成|建有|设立|设置|种植|栽植|组建|选派)(?!项目|工程|任务|单位|面积|区)|完成|实现|达到|超过|突破|增长|下降|获得|投入|吸纳|带动|举办了?|推出了?|接待|新增|累计|追回|发放|提供|兑付|减免|新建|改建|扩建|开设|配备|安装|购置|添置|已成立|已建成"
    "|目前|已经|共(?!同|享|建|青|产|和)|收治|接诊"
)
"""Verbs that begin what the next number measures: 20个项目完成投资5亿元."""
_ALREADY = re.compile("已(?![婚故有知])")
"""Behind things counted, what so many of them have done: 20个项目|已开工8个."""
_MEASURED_IN = re.compile(
    r"(?P<noun>[^,。;、]{0,12}?(?:城市|[市县区]|省份|企业|断面|学校|[村户]))"
    r"(?=(?:\d{4}年)?(?:PM|平均|人均|空气|环境|总|达标|优良|重度)|[一-鿿]{2,12}率)[^,。;、]{2,22}"
    r"(?:浓度|比例|比重|产量|产值|收入|投资|指数|率)(?:[均都]?(?:为|达到?|是|保持在)|有所[一-鿿]{2})?"
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
    if start >= stop or not _NOUN_START.match(text, start) or TO_NEXT.match(text, start):
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
        or (_ALREADY.search(text, start + 2, end) if end == stop and quantity.kind == "count" else None)
        or (_NEXT_VERB.search(text, start + 2, end) if end == stop else None)
    )
    if verb:
        end = verb.end("noun") if verb.re is _ALL_OF_THEM else verb.start()
    return _NOUN_TAIL.sub("", text[start:end]), end


_GRANTED = re.compile(
    r"""
    的?(?:(?:补[贴助]|奖[励补]|资助|补偿|收费|缴费)?标准|定额|额度|比例|(?P<rate>税率|费率|征收率))(?:依次|一次性|再)?
    (?:计算|申报)?(?:给予|予以|发放|支付|享受|落实|提供|拨付|安排|征收|计征|缴纳|收取)的?
    (?P<noun>[一-鿿]{2,16}) (?=[,。;:、(]|\Z)
  | 的?(?:标准|额度|比例)? (?P<deed>(?:定额|据实|全额)?扣除|报销|补偿|缴存) (?=[,。;:、(]|\Z)
  | 为(?P<bound>限额|上限|封顶线?)
    """,
    re.VERBOSE,
)


def granted(text: str, quantity: Quantity, stop: int) -> tuple[str, int] | None:
    """What is granted by the standard that a quantity is (按每人300元的标准给予补贴), and where it ends."""
    match = _GRANTED.match(text, quantity.end, stop + 1)
    if match is None:
        return None
    noun = match["noun"] + (match["rate"] or "") if match["noun"] else match["deed"] or match["bound"]
    return noun, match.end()


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
        words = words.partition("(")[0] or words.strip("(")
    if (len(words) > 14 or words.startswith("在")) and "的" in words[:-2] and words.find("的") != _BARE:
        words = words[words.rindex("的", 0, len(words) - 1) + 1 :]
    return words[:60]


_COUNTS_INSIDE = re.compile(r"(?<=.{2})\([^()]*\d[^()]*\)\Z")
"""What a bracket behind a noun counts: 充电枪(直流16枪)."""
