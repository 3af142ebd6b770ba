"""Classes of offices whose names go on to the left of what the tables know: 专区|监管部门, 其他|有关部门.

A class that a text calls by its task stands between a mark or a preposition and a word of duty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from extract.scanning.scan import Scan

_LAID = (
    r"(?:\(单位\))?(?:也|都|均|还)?(?:要(?!求)|应(?!急|用)|须|必须|不得|负责(?!人)|可以|可(?!能)|会同|按照?|根据|依法|审[核查批]|进行|提出|提供"
    r"|备案|同意)"
)
_DUTY = re.compile(rf"{_LAID}|[、和与及或]")
_UNNAMED = (
    rf"部门(?<=[一-鿿]{{4}})(?={_LAID}"
    r"|(?<=(?:提供|使用|监管|管理|主管|采集|受理|审批|执法|行政|业务|登记|征收|检验|监督|服务)部门)[、和与及或])"
)
"""The end of a class of offices that has a duty, whatever stands before."""
_GROUP = (
    r"(?:领导小组|协调小组|推进小组|指导小组|执行小组|专项小组|工作小组|工作组|专班|指挥部|联席会议|专家组|委员会|办公室|(?:指挥|调度|指挥调度)中心)"
    rf"(?={_LAID})"
)
"""The end of the name of a group or its staff that has a duty, whatever stands before."""
_SET_UP = (
    r"(?:成立|组建|设立|设置|建立|健全|调整充实)(?!相应|跨|各级|专门|由|了)"
    r"(?P<name>(?P<task>[一-鿿]{3,20}?)(?:领导小组|工作小组|协调小组|工作专班|指挥部|联席会议))"
)
"""A group that is set up, by the task it is for: 成立基金监管工作小组."""
_OF_MEMBERS = (
    r"(?:(?:组长|召集人|总指挥|指挥长|成员|组员)|(?<=[任为])主任|(?:参加|参与|组成|构成|配合))的"
    r"(?!相应|跨|各级|专门|部门|全?[省市县区州国])(?P<name>(?P<task>[一-鿿]{3,20}?)(?:领导小组|工作小组|协调小组|工作专班|工作组|指挥部|联席会议))"
)
"""The same behind those who make it up: 由市长任组长的|基金监管工作小组, 市财政局等部门参加的|…."""
_OF_SCHOOL = re.compile(r"(?:[校院园站]长|经理|董事长|学校|医院|企业|公司)[^,。;]{0,4}\Z")
"""Before 组长 whoever heads no office: each school sets up a group of its own."""
_NAMED_GROUP = r"(?:领导小组|部际协调小组|专项小组|工作小组|指挥部|联席会议办公室)(?:办公室)?(?!由|下设|成员单位)"
"""The end of the name of a group that stands behind a mark, a preposition or a verb: 在|灌区抢险工作指挥部|领导下."""
_JOINED = "和"
"""In the name of a group that a duty behind it shows to be one: 呼叫受理|和|指挥调度中心应当; it is one everywhere."""
_HAN_BEFORE = re.compile(r"[一-鿿]+\Z")
_NO_NAMED_GROUP = re.compile(
    r"[的将对是了被其从至按须可请所且有但把向在各我本该这及或凭告并]|(?<!自)由|^地|召开|完善|(?<!参)与(?!建)|成立|建立|设立|组建|健全|相应|以[^防]|要(?!素)|和(?=[省市县区州])|组长|汇总|现场"
)
"""What such a name does not hold."""
_OPENS_GROUP = re.compile(
    r"强化|加强|发挥|落实|结合|配合|协调|负责|组成|设置|加挂|宣布|服从|提请|报请|纳入|列入|根据|按照|依托|通过|会同|联合|提出|日|抄送|报送|报(?![废送])|商(?![务业贸户品])|经(?![济贸营])|受(?!灾)"
    r"|完成|比照|参照|[为在向请于给与、]|(?<!自)由|(?<!应)对"
)
"""Before such a name; the last of these words ends what is before it."""
_SHORTEST_GROUP, _LONGEST_GROUP = 4, 30
_GROUP_NAME = re.compile(r"[一-鿿]{2,24}$")
_NO_GROUP = re.compile(
    r"[的将对是了为被其向从至以按须可请经所且有但]|应(?!急)|(?<!自)由|(?<!社)会|[一二三四五六七八九十]是|专人|随时|明确|要(?!素)"
    r"|^(?:成立|建立|设立|组建|健全|完善|依托|加强|发挥|及|并|和|与|在|或|各|第|同时|此外|其中|提请|报请|督促|指导|本|我|该|上述)|(?:村民|居民|业主|职工代表|评标|仲裁)$"
)
_QUALIFIER = re.compile(
    r"(?:其他|其它|各|本级|同级|上级|下级|上一级|下一级|所在地|属地|当地|本地区?|相应|具体|对应"
    r"|(?<![全我本])(?:[省市县区州]、)+[省市县区州](?:[(\[][^()\[\]\n]{1,8}[)\]])?级?|[县区][(\[][^()\[\]\n]{1,8}[)\]]级?|[省市县区州]级|国家级)+$"
)
"""Words that tell which of a class are meant."""
_TASK = re.compile(r"[一-鿿]{2,8}$")
_PREPOSITION = re.compile(r"(?:由|经|向|报|与|和|及|请|送|对|给|会同|联合|商|将|把|让|被)$")
_OF_TRADE = "品业务贸户标会城圈"
"""Behind 商 a word of trade, and no body that is consulted: 商品交易市场主管部门."""
_NO_TASK = re.compile(
    r"[的将要与由在对是了等为把被其本跨各并或向从至到以按应须可会请经所且不有和及但]"
    r"|[我们已跟]|^时(?!尚)|^能(?!源|耗|效)|^(?:严禁|禁止|严格|全面|主动|积极|清理|及时|报送|实现|逐步|调动|选|梳理|注明|打造|升级|部分|引导|鼓励|推进|促进|帮助|协同|健全|充实|包括|凡|非|无|个别|加强|督促|督导|推动|指导|明确|接受|联系|落实|健全|完善|强化|提交|上报|报请|报送|征询|征求|请示|咨询|配合|协助|协调|支持|要求|授权|委托|组织|建立|设立|通知|告知|移送|移交|提请"
    r"|全[省市县区国州]|我[省市县区州]|今年|今后|目前|同时|此外|另外|因此|涉及|任何|哪个|多个|单个|两个|三个|几个|社会各界|指定|确定|压实|发挥|成立|增设|成为|作为|属于|各|第)"
)
_EACH = re.compile(
    r"各(?:级|城市|[省市县区州旗盟]|市州|州市|盟市|县区|区县|市县|县市区)(?:[(\[][^()\[\]\n]{1,8}[)\]])?$"
)
"""Words before a task that mean the offices of every place: 各城市|供水|主管部门."""
_LEVEL_ENDS = frozenset("级市省县区州旗盟)]")
_LONGEST = 9


def widened(text: str, start: int) -> int:
    """Where the name of a class starts that a table knows from `start` on; `start` itself where nothing belongs to it.

    Only words that qualify it (其他, 本级) go before a class like 有关部门.
    """
    qualifier = _QUALIFIER.search(text, max(0, start - 12), start)
    return qualifier.start() if qualifier else start


def task_start(text: str, start: int, end: int) -> int:
    """Where the words start that name the task of the offices called so from `start` to `end`: 专区 before 监管部门.

    They stand behind a preposition, or behind a mark where a duty follows.
    """
    duty = _DUTY.match(text, end) is not None
    for at in range(start - 2, max(0, start - _LONGEST) - 1, -1):
        if not "一" <= text[at] <= "鿿":
            break
        bounded = (duty and not "一" <= text[at - 1 : at] <= "鿿") or _PREPOSITION.search(text, max(0, at - 2), at)
        if bounded and not (text[at - 1] == "商" and text[at] in _OF_TRADE) and _is_task(text[at:start]):
            return at
        if (
            text[at - 1] in _LEVEL_ENDS
            and (each := _EACH.search(text, max(0, at - 10), at))
            and _is_task(text[at:start])
        ):
            return each.start()
    return start


@cache
def _scan() -> Scan:
    return Scan(_UNNAMED, _GROUP, _SET_UP, _OF_MEMBERS, _NAMED_GROUP)


def find_unnamed(text: str) -> Iterator[tuple[int, int, bool]]:
    """Classes of offices that no table knows, and behind them the groups without a place: start, end, is a group."""
    offices, groups, set_up, of_members, named = _scan().matches(text)
    yield from ((start, end, False) for start, end in _offices(text, offices))
    yield from ((start, end, True) for start, end in _groups(text, groups, (*set_up, *of_members)))
    yield from ((start, end, True) for start, end in _named_groups(text, named))


def _offices(text: str, found: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Those that have a duty: 数据使用部门负责."""
    for match in found:
        start = task_start(text, match.start(), match.end())
        if start < match.start():
            yield widened(text, start), match.end()


def _groups(
    text: str, with_duty: Iterable[re.Match[str]], set_up: Iterable[re.Match[str]]
) -> Iterator[tuple[int, int]]:
    """Those that have a duty or are set up: 联合采购办公室负责, 成立基金监管工作小组."""
    joined: set[str] = set()
    for match in with_duty:
        name = _GROUP_NAME.search(text, max(0, match.start() - 25), match.start())
        start = name.start() if name else match.start()
        if start < match.start() and match.start() - start < 25 and not _NO_GROUP.search(text[start : match.start()]):
            yield start, match.end()
            if _JOINED in text[start : match.start()]:
                joined.add(text[start : match.end()])
    for whole in joined:
        yield from (match.span() for match in re.finditer(re.escape(whole), text))
    for match in set_up:
        near = max(0, match.start() - 8)
        if not _NO_GROUP.search(match["task"]) and not _OF_SCHOOL.search(text, near, match.start()):
            yield match.span("name")


def _named_groups(text: str, found: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Those by a name of their own, whatever is behind them: 报|灌区抢险工作指挥部."""
    for match in found:
        first = max(0, match.start() - _LONGEST_GROUP)
        han = _HAN_BEFORE.search(text, first, match.start())
        if han is None or text[han.start() - 1 : han.start()].isspace():
            continue  # the rest of a name that a line end parts
        opened = [one.end() for one in _OPENS_GROUP.finditer(text, han.start(), match.start())]
        start = opened[-1] if opened else han.start()
        if match.start() - start >= _SHORTEST_GROUP and not _NO_NAMED_GROUP.search(text[start : match.start()]):
            yield start, match.end()


def _is_task(words: str) -> bool:
    """Whether the words can name a task: no part of a sentence."""
    return 2 <= len(words) < _LONGEST and _TASK.fullmatch(words) is not None and not _NO_TASK.search(words)
