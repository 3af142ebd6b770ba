"""Numbers with units in running text."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.matching import fold
from extract.numbers.quantities import find_quantities

CASES = [
    ("共有189万人", [("189", "万人", "=")]),
    ("受理12,399人次", [("12399", "人次", "=")]),
    ("4500多万参保人", [("4500", "万", ">=")]),
    ("1.6万余人次", [("1.6", "万人次", ">=")]),
    ("700余家", [("700", "家", ">=")]),
    ("近千个产品", [("1000", "个", "~")]),
    ("达到95%以上", [("95", "%", ">=")]),
    ("不低于百分之九十五", [("95", "%", ">=")]),
    ("控制在3%以内", [("3", "%", "<=")]),
    ("10个左右", [("10", "个", "~")]),
    ("提高2.4个百分点", [("2.4", "个百分点", "=")]),
    ("63%～68%", [("63-68", "%", "range")]),
    ("10 %～20 %", [("10-20", "%", "range")]),
    ("消毒液500 mg/L～1000 mg/L", [("500-1000", "mg/L", "range")]),
    ("3-5家企业", [("3-5", "家", "range")]),
    ("按5:5的比例分担", [("5-5", "比例", "=")]),
    ("城乡用水量之比由3.33:1缩小到3:2", [("3.33-1", "比例", "="), ("3-2", "比例", "=")]),
    ("男女厕位之比不低于3:2，上午10:30开放", [("3-2", "比例", "=")]),
    ("3万千瓦", [("3", "万千瓦", "=")]),
    ("1408个乡镇", [("1408", "个", "=")]),
    ("跨30个省、398个地市", [("30", "个省", "="), ("398", "个地市", "=")]),
    ("翻一番", [("1", "番", "=")]),
    ("6%左\n右", [("6", "%", "~")]),
    ("16\n亿元以上", [("16", "亿元", ">=")]),
    ("第三条、第12号、4A级、5G基站、G318线、附件1", []),
    ("一切、一起、十分", []),
    ("化解拖欠账款33.46亿元", [("33.46", "亿元", "=")]),  # 款 labels nothing
    ("浓度为35μg/m3", [("35", "μg/m3", "=")]),
    ("护砌540m、涵洞1座", [("540", "m", "="), ("1", "座", "=")]),
    ("1.2m*1.0m托盘", [("1.2", "m", "=")]),
    ("空气质量综合指数为4.25，同比改善", [("4.25", "", "=")]),
    ("第4.25节、综合得分4.25", []),
    ("加价2分钱", [("2", "分钱", "=")]),
    ("新建12-15个", [("12-15", "个", "range")]),
    ("每村至少设置一处", [("1", "处", "=")]),
    ("缓缴期最长不得超过一年，间隔一米以上", [("1", "年", "<="), ("1", "米", ">=")]),
    ("两个以上乡镇停水", [("2", "个", ">=")]),
    ("占总课时一半以上，超过一半，近一半", [("50", "%", ">="), ("50", "%", ">="), ("50", "%", "~")]),
    ("三类以上班线、不超过一年期利率、至少属于以下三种情形", []),
    ("一半是水田，双方各承担一半", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quantities(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Value as written before the unit, unit with its scale, and how it is meant."""
    found = []
    for one in find_quantities(fold(text)):
        value = "-".join(map(str, one.value)) if isinstance(one.value, tuple) else str(one.value)
        found.append((value, one.unit, one.comparison.value))
    assert found == expected


@given(st.text(alphabet="0123456789.,%万亿千百十一二三个家元人次以上左右约不低于超过至-~:\n ", max_size=100))
def test_invariants(text: str) -> None:
    """Quantities lie in the text, in order, and a range is never turned round."""
    found = list(find_quantities(fold(text)))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for one in found:
        if isinstance(one.value, tuple) and one.unit != "比例":
            assert one.value[0] <= one.value[1]
        else:
            assert isinstance(one.value, (Decimal, tuple))


@pytest.mark.parametrize("text", ["9" * 5000, "1," * 3000, "一" * 5000, "1%-" * 2000, "万" * 5000, "1\n" * 3000])
def test_hostile_texts_are_read_in_linear_time(text: str) -> None:
    """Long runs of one sign end."""
    assert len(list(find_quantities(text))) <= len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("占比降至6成左右,八成以上企业参加", [("6", "成"), ("8", "成")]),
        ("争取1亿美金贷款", [("1", "亿美金")]),
        ("柳河等4市开展试点,59国免签", [("4", "市"), ("59", "国")]),
        ("两成果,3成员,一成不变,东盟十国,12345市民热线,5国内", []),
    ],
)
def test_tenths_and_counts_of_countries_and_cities(text: str, expected: list[tuple[str, str]]) -> None:
    """成 counts tenths and 国, 市 count behind digits, unless they begin another word."""
    assert [(str(one.value), one.unit) for one in find_quantities(text)] == expected
