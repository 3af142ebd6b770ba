"""Papers of those above in the answer of an office: that they were issued, what they ask, how the text goes on."""

from __future__ import annotations

import re

from extract.patterns import OURSELVES
from extract.statements.issued_papers import ISSUES, PAPER

_BODIES_ABOVE = (
    r"(?:国务院|中共中央|党中央|中央|中办|国办|国家|全国人大|最高人民|[一-龥]{2,10}(?:省|自治区)(?:人民政府|委)|"
    r"(?<![一-龥])(?:省|市|自治区|州)(?:人民政府|政府|[委党])|(?<![一-龥])省[一-龥]{1,10}[厅局委]|(?<![一-龥])(?:原)?[一-龥]{2,10}(?:(?<![支干乐门内外])部(?!门|分)|总局|署))"
)
_SAYS_SO = (
    r"(?:并|又|均|再次|进一步)*(?:明确)?"
    r"(?:要求(?!的)|提出(?!了?[^,。;]{0,20}(?:意见|措施|思路|办法)[。;]?$)|规定|部署(?=各)|强调(?!要求)"
    r"|明确(?!了|要求|提出)(?=[^。;了]{2,80}(?:负责|应|要(?!求)|必须|不得|按照?|由|属于|实行|执行|纳入|享受|为|不[低少超高]于?)))"
)
_ISSUED_ABOVE = re.compile(
    rf"(?![^。;《]{{0,60}}(?:{OURSELVES}|转发))[^。;《\"]{{0,50}}{_BODIES_ABOVE}[^。;,《\"]{{0,30}}{ISSUES}[^,。;《]{{0,12}}"
    rf"(?:{PAPER}[、和及与]*){{1,6}}(?:等[^,。;《]{{0,12}})?(?:以?来|后)?,"
    rf"(?:[^。;,《]{{2,40}},)?[^。;,]{{0,30}}{_SAYS_SO}[^。;]{{4,}}"
)
"""国务院办公厅印发《…意见》,要求各地落实…: what those above demand of all, in the answer of an office."""
_ISSUED_UNNAMED = re.compile(
    rf"(?![^。;]{{0,40}}{OURSELVES})[^。;《\"]{{0,30}}{_BODIES_ABOVE}[^。;,《\"]{{0,30}}{ISSUES}[^,。;《我]{{0,14}}"
    r"(?:意见|通知|方案|规划|纲要|办法|文件|条例|规定|政策)(?:中)?,?(?:还|也|均|又)?(?:明确)?(?:要求|提出|规定|指出|强调|明确)[,:]?(?!了?我)"
)
"""国务院办公厅印发的意见明确,…: what a paper demands that is not called by its title."""
_ISSUED_WITH_AIM = re.compile(
    rf"(?![^。;《]{{0,80}}{OURSELVES})[^。;《\"]{{4,80}}{ISSUES}[^,。;《]{{0,12}}{PAPER},"
    r"(?:[^。;,《]{2,40},)?[^。;,]{0,10}(?:提出|明确|要求)了?[^,。]{0,10}到20\d\d年"
)
"""水务部出台了《…意见》,提出到2030年建成…."""
_PASSAGE = re.compile(
    r"(?:其中|此外|同时|另外|,)*(?:在[^,。;]{2,40}(?:方面|基础上|环节|领域|中),?)?(?:还|也|又|均|并|再次|进一步)*(?:增加|作出|新增)?"
    r"(?:(?:明确)?(?:要求|规定|提出)(?!了?我)(?=各|对|全|所有|地方|学校|企业|单位|[一-龥]{2,8}(?:要|应|必须|不得)|[:,])|明确[^,。;]{1,16}(?:应当|必须|不得))"
    r"|(?:其中|此外|同时|另外|,)*(?:(?:除|凡|未|对)[^。;,]{2,24},[^。;]{0,30})?(?:严禁|禁止|不得|必须)"
    r"|[^。;]{4,80},由[一-龥]{2,12}(?:部门|机关)(?:责令|依法(?:给予|处|予以)|给予|处以|追究)"
)
"""要求各地按照…; 此外,还明确学校应当…: what goes on with the paper that was named before."""
_DEMANDS_ON = re.compile(
    r"(?:其中|此外|同时|另外|,)*+(?:还|也|又|并|同时|特别|再次|进一步)*(?:明确)?(?:要求|规定|提出|强调)(?!的|了?[^,。;]{0,12}(?:申请|意见|建议|如下|以下))[^。]{6,}"
)
"""要求规划中涉及撤并的,…: what is demanded by the paper of the sentence before."""
_TOLD = re.compile(rf"已(?![^,。;]{{1,8}}的)|目前|截至|{OURSELVES}|下一步|今后")
_DEED = re.compile(
    r"(?:(?:19|20)\d\d年)?(?:\d{1,2}月)?[^。;]{0,40}(?:印发|出台|发布|下发|制定|召开|组织|开展)了?|[^。;]{0,30}[^为除]了"
)
_TELLS_SO = (
    r"(?:办公厅|主要领导)?(?:[^,。;:\"我]{0,8}(?:印发|下发|出台|发布)的[^,。;:\"我]{2,30}|关于[^,。;:\"我]{2,24}的意见)?"
    r"(?:明确)?(?:(?:要求|明确|强调)[,:]|批示,?(?:要求)?[,:])"
)
_ABOVE = re.compile(
    rf"(?:[^,。;]{{0,12}},)?(?:党中央|中共中央|国务院|全国人大|国家|[一-龥]{{2,7}}部(?![门长分署])){_TELLS_SO}"
)
_ABOVE_CITIES = re.compile(
    rf"(?:[^,。;]{{0,12}},)?(?:[一-龥]{{2,3}}省|省|自治区|[一-龥]{{2,6}}自治区)(?:委|党委|政府|人民政府){_TELLS_SO}"
)
_OF_CITY = re.compile("[市县州盟旗]|(?<!自治)区")
"""In the name of an office, what shows that it is below a province."""
_OF_PLACE = re.compile("[省市县区州盟旗]")


def is_issued_above(words: str, issuer: str = "") -> bool:
    """Whether a sentence of an answer tells that those above issued a paper, and what it demands.

    Args:
        words: the folded words of the sentence without white space.
        issuer: whose answer it is; what it issued itself, alone or with others, is its own account.
    """
    if issuer and issuer.removeprefix("中华人民共和国") in words:
        return False
    if "《" in words:
        return (_ISSUED_ABOVE.match(words) or _ISSUED_WITH_AIM.match(words)) is not None
    return _ISSUED_UNNAMED.match(words) is not None


def goes_on_with_passage(words: str, *, demanded: bool = False) -> bool:
    """Whether a sentence behind such a one goes on with what the paper asks: 要求各地…, 此外,还明确学校应当….

    Args:
        words: the folded words of the sentence without white space.
        demanded: the sentence before said what the paper demands; what is 要求 without a subject behind it is its too.
    """
    if _TOLD.search(words) is not None:
        return False
    return _PASSAGE.match(words) is not None or (demanded and _DEMANDS_ON.match(words) is not None)


def goes_on_behind_semicolon(words: str) -> bool:
    """Whether a sentence behind what a paper asks and a semicolon tells no deed: 二类小组:每人每月310元;."""
    return _TOLD.search(words) is None and _DEED.match(words) is None


def is_demanded_above(words: str, own: str) -> bool:
    """Whether a speaker tells what the state, or the province above a city's office, demands: 农业农村部明确,各地要….

    Args:
        words: the folded words of the sentence without white space.
        own: whose briefing it is, and its title.
    """
    if _ABOVE.match(words):
        return _OF_PLACE.search(own) is not None
    return _ABOVE_CITIES.match(words) is not None and _OF_CITY.search(own) is not None
