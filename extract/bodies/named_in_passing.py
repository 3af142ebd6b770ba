"""Lists of bodies named in passing: at the foot of a page, for a person of theirs, for a rule called after them."""

from __future__ import annotations

import re

_FOOTER_WORDS = (
    "版权所有",
    "Copyright",
    "网站地图",
    "ICP备",
    "备案号",
    "网站标识码",
    "技术支持:",
    "建设与维护",
    "邮编:",
)
_FOOTER = re.compile("|".join((*_FOOTER_WORDS, r"网站地\Z")))
"""Words beside whoever runs a site: 主办单位 there leads nothing."""
_FOOTER_LINE = re.compile(r"[ \t]*主办(?:单位)?:[^\n。;]{2,40}[ \t]承办(?:单位)?:")
"""The line of a page that names whoever runs the site and whoever keeps it."""
_LINE_HEAD = 80
"""Characters from the start of such a line within which it names them."""
_RUN = ("主办", "承办", "联合承办", "联合主办")
_FOOT = 120
_OFFICES = ("主管", "行政主管", "管理", "监管", "责任", "牵头", "业务主管", "行业主管")
_PREDICATE = re.compile(r"[是为系][^,。;:\n]{2,30}的\Z")
"""Words that say which office somebody is: 市水务局是全市节水工作的|主管部门,负责日常管理."""
_OF_MECHANISM = re.compile(r"(?:抓?落实|负责|主责|统筹|主体|主抓)的[一-鿿]{0,6}(?:机制|体制|格局|体系|原则)")
"""What makes a body a word of how work is shared out: 市级统筹、县(区)|落实的工作机制."""
_PERSON = re.compile(
    r"(?!(?:分管|主要)?(?:领导|负责人|负责同志)(?:分别|共同)?(?:担任|任)(?:组长|总?召集人))"
    r"(?:等?(?:有关|相关)?(?:部门|单位)?(?:主要|分管)?(?:领导|负责人|负责同志)(?:为|担任|任|作为|是)?(?:领导小组)?成员"
    r"|(?:等)?(?:分管|主要|党组|党委)?(?:领导|负责人|负责同志|副|秘书长|主任|[局厅部省市县区州]长|主席|书记|专家|(?:各位|全体)?委员(?!会)|各位|人员|工作人员|干部))"
)
"""A person of the body, not the body: 市政府分管副市长."""
_SPEAKS = re.compile(
    r"(?:负责人|负责同志|工作人员)(?:表示|介绍|透露|称)[,:]?\"?(?:下一步,?|今后,?|接下来,?)?(?:也|还)?(?:即?将(?!其|该)|计划|拟)"
)
"""A person who says what the body will do: 负责人表示,将加快建设."""


def is_named_in_passing(text: str, start: int, end: int, before: str, after: str) -> bool:
    """Whether the list is named in passing: at the foot of a page, for a person, for a rule called after it."""
    near = max(0, start - _LINE_HEAD)
    line = text.rfind("\n", near, start) + 1
    return (
        after.endswith("网站地")
        or any(word in after for word in _FOOTER_WORDS)
        or _runs_site(text, end, before, after)
        or ((line or not near) and _FOOTER_LINE.match(text, line) is not None)
        or after.startswith("制度")
        or (text.startswith(_OFFICES, start) and _PREDICATE.search(text, max(0, start - 34), start) is not None)
        or ("的" in after and _OF_MECHANISM.match(after) is not None)
        or (_PERSON.match(after) is not None and not _SPEAKS.match(after))
    )


def _runs_site(text: str, end: int, before: str, after: str) -> bool:
    """Whether the foot of a page goes on behind those who 主办 or 承办."""
    named = before.endswith(("主办:", "主办单位:", "承办:", "承办单位:")) or after.startswith(_RUN)
    return named and _FOOTER.search(text, end, end + _FOOT) is not None
