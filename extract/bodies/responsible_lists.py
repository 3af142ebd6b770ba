"""The names in a note of responsibility, told by the marks of the list alone: （市教委、某某新区管委会按职责分工负责）.

In such a note every element of the list is responsible, whether or not a table knows its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_RUN = re.compile(r"(?:[一-鿿A-Za-z0-9\"·]|[(\[][^()\[\]\n。;:]{1,12}[)\]])+")
"""Characters of a name; a bracket inside it stays whole: 各县(市、区)政府."""
_LABEL = re.compile(r"^[(\[]?[^,、:()\[\]\n]{0,14}:|^[(\[]")
_OTHER_LABEL = re.compile(
    r"(?:范围|对象|区域|时限|时间|期限|进度|节点|要求|备注|目标|任务|内容|领导|人员?|联系[一-鿿]*|电话)$"
)
"""The end of a label behind which a note names nobody responsible: 适用范围:某自贸试验区."""
_LEAD = re.compile(
    r"(?:具体|统一|分别|仍|并|均)?(?:由|请(?![示求]))|会同|联合|协同|配合|以及|其中|[及和与商同并]|(?:以下|下列)[一-鿿]{0,8}(?:均需|均由|需|由)|(?:牵头|责任|配合|主办|协办)(?:单位|部门)(?:为|是)?"
)
"""What may stand before a name: 由省公安厅, 会同市财政局."""
_TAIL = re.compile(
    r"(?:共同|联合|分别|各自|具体|统一|统筹|等)?(?:按照?|根据各|依职|分工|牵头|负责|配合|协助|协同|协办|主办|承办|参与|参加|会同|给予)"
    r"|(?<=[局厅委部办会院署府])等|等(?:有关|相关|各|职能|主管|按|和|及|与|单位|部门|\d|[一二三四五六七八九十]+(?:个|家)|$)"
    r"|(?:共同|分头|分别|各自|具体|组织)*(?:落实|实施|推进|指导|支持|监督|制定|办理|提供)$"
)
"""Where a name ends because its duty is told: 市财政局按职责负责, 省公安厅等部门."""
_JOINT = re.compile(r"以及|会同|联合|[和与及]")
_TRAILING = re.compile(r"(?:以及|[及和]|(?<!参)与)\Z")
"""Between a name and a body behind it that another rule tells: 石桥铁路集团有限公司及|各地区."""
_ENDS = (
    *(
        "局",
        "厅",
        "委",
        "部",
        "办",
        "署",
        "院",
        "会",
        "社",
        "组",
        "队",
        "处",
        "科",
        "站",
        "馆",
        "府",
        "区",
        "省",
        "市",
        "县",
    ),
    *("旗", "盟", "镇", "乡", "园", "台", "联", "协", "司", "室", "所", "州"),
    *(
        "中心",
        "街道",
        "部门",
        "单位",
        "机构",
        "机关",
        "海关",
        "兵团",
        "专班",
        "总队",
        "集团",
        "公司",
        "大学",
        "企业",
        "银行",
        "学校",
        "高校",
    ),
    *("分行", "支行", "各地", "地区", "运营商", "党校", "成员单位", "工会", "共青团中央"),
)
"""How the name of one who can be responsible ends."""
_MARKET = (
    *(
        "公司",
        "集团",
        "大学",
        "学院",
        "研究院",
        "研究所",
        "医院",
        "协会",
        "商会",
        "学会",
        "联合会",
        "联盟",
        "企业",
        "学校",
        "高校",
    ),
    *("运营商", "院校"),
    *("电视台", "广播电台", "报社", "日报社", "科研院所", "社会组织", "金融机构", "医疗机构"),
)
"""Ends of names that are no public bodies': firms, institutes, associations; mass organisations are bodies."""
_OF_STATE = re.compile(
    r"(?:[省市县区州](?![级属内外直各]|有关|相关)|自治区(?![级属内外直各]|有关|相关)|中国|国家)[一-鿿]{2,}?(?:集团|公司|协会|研究院|研究所)(?:[一-鿿]{2,6}分公司)?"
)
"""Names of firms and institutes of a place or the state, which are responsible beside its offices: 省某某集团."""
_MARKET_NAME = re.compile(r"(?!.*人民银行).{2,}银行(?:.{2,8}行)?")
_NO_NAME = frozenset("的是将由对为被把所其")
_GENERAL = re.compile(
    r"(?:牵头|责任|配合|主办|协办|主管|承办|参与|实施|成员)(?:单位|部门|机构)|(?:单位|部门|机构|企业|政府|公司|以下|以上|包括)+|.{0,4}分(?:工|管).{0,4}|附件.*"
)
_SHORTEST, _LONGEST = 2, 36
_ASIDE = re.compile(
    r"(?:以下|下同|简称|统称|不?含|即|又|原|除|如|见|附|来源|包括|其中|例如|比如|编辑|作者|摘自|地址|联系)"
)
"""How a bracket begins that explains the words before it."""
_JOINTS = re.compile(r"(?:[、,;/和及与\s]|以及|会同|联合|由)*")
_ENDED = re.compile(r"(?:等)?(?:有关|相关|各)?(?:部门|单位)?[\s、,;]*")
_OFFICE = re.compile(
    r"(?<=..)(?:局|厅|委|部|办|署|委员会|政府|管委会|办公室)$|^(?:各|有关|相关).*(?:部门|单位|区|县|市|镇|街道)$|^[省市区县]"
)
"""What tells one of the names of a list to be that of an office: its end, or the level that it starts with."""


def find_names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of the names in the note `text[start:end]` (folded), in order."""
    label = _LABEL.match(text[start:end])
    listing = True
    for run in _RUN.finditer(text, start + (label.end() if label else 0), end):
        if text.startswith(":", run.end()):
            listing = _OTHER_LABEL.search(run.group()) is None
        elif listing:
            yield from _names_in(text, run.start(), run.end())


def is_bare_list(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` (folded), the inside of a bracket, is nothing but a list of names: 市教委、市局."""
    if _ASIDE.match(text, start, end):
        return False
    names, reached = [], start
    for first, last in find_names(text, start, end):
        if not _JOINTS.fullmatch(text, reached, first):
            return False
        names.append(text[first:last])
        reached = last
    return bool(names) and _ENDED.fullmatch(text, reached, end) is not None and any(map(_OFFICE.search, names))


def is_public(name: str) -> bool:
    """Whether a name from a list is that of a public body, as far as its end tells."""
    if _OF_STATE.fullmatch(name):
        return True
    return not name.endswith(_MARKET) and not _MARKET_NAME.fullmatch(name)


def _names_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names between two marks: those that 和 joins, without the words of duty around them."""
    while lead := _LEAD.match(text, start, end):
        start = lead.end()
    if last := _TRAILING.search(text, start, end):
        end = last.start()
    for joint in _JOINT.finditer(text, start + 1, end):
        if _is_name(_trimmed(text, start, joint.start())) and end - joint.end() >= _SHORTEST:
            yield from _names_in(text, start, joint.start())
            yield from _names_in(text, joint.end(), end)
            return
    name = _trimmed(text, start, end)
    if _is_name(name):
        yield start, start + len(name)


def _trimmed(text: str, start: int, end: int) -> str:
    """The words without those of duty behind the name."""
    tail = _TAIL.search(text, start + 1, end)
    return text[start : tail.start() if tail else end]


def _is_name(words: str) -> bool:
    """Whether the words can be the name of a body."""
    return (
        _SHORTEST <= len(words) <= _LONGEST
        and words.endswith(_ENDS)
        and not _NO_NAME.intersection(words)
        and not words.startswith("等")
        and not _GENERAL.fullmatch(words)
    )
