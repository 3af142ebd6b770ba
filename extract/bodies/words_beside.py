"""The words before and after a list of bodies, without what is put in between: other names, those of the market."""

from __future__ import annotations

import re

from extract.bodies.last_words import UTILITIES
from extract.scanning.first_characters import first_characters

_SHORT = re.compile(
    r"\((?:以下(?:统一)?(?:简|统|合)称[^()]{1,24}|[^()\n]{2,14}(?:局|[^员]委|委员会|办|办公室|厅|中心)(?:牌子)?)\)"
)
"""Another name of a body, right behind its own: 县防汛抗旱指挥部(以下简称县防指)|负责, 市文广新局(市文物局)|牵头."""
_OTHERS = re.compile(
    rf"、{UTILITIES}(?=等)|"
    r"及其?工作人员(?=要|应|须|必须|不得)|(?:(?:[、和与及]|以及)[一-鿿]{0,8}?(?:企业|机构|单位|学校|高校|院校|医院|银行|公司|协会|社会组织|[林农牧]场|集团|站所|队伍?|合作社|村\(社区\)|村委会|居委会|村居|社区|景区|医疗卫生机构)(?:\([^()\n]{2,14}\))?(?=[、和与及要应须可不负按]))+"
    r"|(?:[、和与及](?:(?![的将把对为在向了是等从由被使让与和及的])[一-鿿]){2,10}?){1,3}(?=(?:也|都|均)?(?:要(?!求|素|点|件)|应当|必须|须|不得))"
)
"""Those of the market in a list behind bodies: 各有关部门|和医疗机构|不得."""
_OTHERS_FIRST = first_characters(_OTHERS.pattern)
_TITLES = (
    *("司长", "局长", "处长", "厅长", "主任", "部长", "秘书长"),
    *("巡视员", "监察专员", "新闻发言人", "总工程师", "总经济师"),
)
_OFFICIAL = re.compile(
    r"(?:[一-鿿]{2,10}?[司局处])?(?:党组(?:成员|书记)?、?)?(?:副|一级|二级)*"
    rf"(?:{'|'.join(_TITLES)})[一-鿿]{{2,3}}(?=表示|介绍|透露|指出|称)"
)
"""An official by title and name, who speaks for the body: 交通运输部|运输服务司司长某某|表示,将加快."""
_AREA_ENDS = frozenset("省市县区州份乡镇道)")
"""The last character of areas that a clause before them tells of."""


def words_beside(text: str, start: int, end: int) -> tuple[str, str]:
    """The words of the line before and after a list, without asides behind it."""
    before = text[max(0, start - 14) : start].rpartition("\n")[2].lstrip(" \t")
    after = text[end : end + 60].partition("\n")[0]
    if after[:1] == "(" and (between := _SHORT.match(after)):
        after = after[between.end() :]
    if after[:3].endswith("政府") and text.endswith("党委", 0, end):
        after = after[3:]  # 各乡镇党委|、政府对辖区防汛工作负总责
    if after[:1] in _OTHERS_FIRST and (between := _OTHERS.match(after)):
        after = after[between.end() :]
    spoken_for = text[end - 1] not in "司处" and not before.endswith("请") and any(title in after for title in _TITLES)
    if spoken_for and (between := _OFFICIAL.match(after)):
        after = after[between.end() :]
    if before.endswith("的") and after.startswith(",") and text[end - 1] in _AREA_ENDS:
        after = after[1:]  # 尚未完成任务的县(市、区),要抓紧
    return before, after
