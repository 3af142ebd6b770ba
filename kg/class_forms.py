"""Classes of bodies in one form: 各有关部门 and 相关部门 are 有关部门, 各级政府 are 各级人民政府."""

from __future__ import annotations

import re

EVERYWHERE = re.compile(r"^(?:中央|国务院|国家|全国|各省(?:（|$))")
"""Classes that are of the whole country, whoever speaks of them."""

_SPACE = re.compile(r"\s+")
_MARKS = str.maketrans("(),〔〕[]", "（），（）（）")
_ALL_PROVINCES = re.compile(
    r"^各?省(?:（(?:自治)?区、(?:直辖)?市）|、自治区、直辖市)(?:党委和)?(?P<rest>(?:人民)?政府)?$"
)
# 省（区、市） · 各省、自治区、直辖市人民政府
_CONCERNED = re.compile(
    r"^(?P<whose>国务院|[省市县区州](?=级|各|有关|相关))?级?(?:各|其他|其它|各个)*(?:有关|相关)(?:的)?"
    r"(?P<what>部门|单位|地区|地方|机构|方面|职能部门|主管部门|行业主管部门|部门和单位)$"
)
# 各有关部门 · 其他相关单位 · 省各有关部门
_EACH_PLACE = re.compile(r"^(?:全国)?各(?:地区?|地方|个地区)$")
_LEVELS = re.compile(r"^各级地方(?=.)")
_EACH_OF_LEVEL = re.compile(r"^各(?=[省市县区]级(?:人民)?政府$)")
_GOVERNMENT = re.compile(r"(?<!人民)政府$")


def class_form(words: str) -> str:
    """The one form of the name of a class of bodies; marks are full-width."""
    words = _SPACE.sub("", words).translate(_MARKS)
    if provinces := _ALL_PROVINCES.match(words):
        return "各省（自治区、直辖市）" + ("人民政府" if provinces["rest"] else "")
    if concerned := _CONCERNED.match(words):
        whose = concerned["whose"] or ""
        return f"{whose}{'级' if len(whose) == 1 else ''}有关{concerned['what']}"
    if _EACH_PLACE.match(words):
        return "各地区"
    return _GOVERNMENT.sub("人民政府", _LEVELS.sub("地方各级", _EACH_OF_LEVEL.sub("", words)))
