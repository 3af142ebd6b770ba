"""Values of lists in the order of their names and times, parts of a standard, bounds of what is granted."""

from __future__ import annotations

import pytest

from corpus import Genre, Indicator, IndicatorKind
from tests.test_extract_indicators import indicators


def told(one: Indicator) -> str:
    """Time, subject, name, comparison, value and unit of an indicator in one line."""
    when = f"{one.when}: " if one.when else ""
    subject = f"{one.subject}/" if one.subject else ""
    return f"{when}{subject}{one.name} {one.comparison.value}{one.value}{one.unit}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a time for each value
        ("到2023年、2025年，粪污利用率分别达到80%、85%。", ["2023: 粪污利用率 =80%", "2025: 粪污利用率 =85%"]),
        ("2019、2020年全县分别改造户厕12座、15座。", ["2019: 全县/改造户厕 =12座", "2020: 全县/改造户厕 =15座"]),
        (
            "2019—2021年，分别安排资金2万元、3万元和4万元。",
            ["2019: 安排资金 =2万元", "2020: 安排资金 =3万元", "2021: 安排资金 =4万元"],
        ),
        (
            "2019年、2020年，分别安排资金2万元、3万元和4万元。",
            [f"2020: 分别安排资金 ={value}万元" for value in (2, 3, 4)],
        ),
        (
            "2020年和2021年上半年，分别查处案件35件、21件。",
            ["2020: 查处案件 =35件", "2021-01/2021-06: 查处案件 =21件"],
        ),
        # names keep their order through a change
        (
            "小学、初中巩固率分别由2015年的90%、86%提高到2020年的98%、93%。",
            ["2015: 小学巩固率 =90%", "2015: 初中巩固率 =86%", "2020: 小学巩固率 =98%", "2020: 初中巩固率 =93%"],
        ),
        (
            "处理率和利用率分别由95%和32%提升至99%和41%。",
            ["处理率 =95%", "利用率 =32%", "处理率 =99%", "利用率 =41%"],
        ),
        (
            "孕产妇死亡率、婴儿死亡率分别从12.3/10万、4.1‰降到9.8/10万、3.2‰。",
            ["孕产妇死亡率 =12.3/10万", "婴儿死亡率 =4.1‰", "孕产妇死亡率 =9.8/10万", "婴儿死亡率 =3.2‰"],
        ),
        (
            "孕产妇死亡率、婴儿死亡率分别控制在10/10万、4‰以内。",
            ["孕产妇死亡率 <=10/10万", "婴儿死亡率 <=4‰"],
        ),
        # a later value has not the time of a list before it
        (
            "2019、2020年分别改造户厕12座、15座，2022年改造桥梁9座。",
            ["2019: 改造户厕 =12座", "2020: 改造户厕 =15座", "2022: 改造桥梁 =9座"],
        ),
        # parts of a standard
        (
            "养护标准为：县道每年每公里700元，乡道每年每公里350元。",
            ["县道/养护标准 =700元", "乡道/养护标准 =350元"],
        ),
        (
            "报销比例为：一级医院90%、二级医院80%。",
            ["一级医院/报销比例 =90%", "二级医院/报销比例 =80%"],
        ),
        (
            "居民水价分为两级，第一级每立方米2.8元，第二级每立方米4.2元。",
            ["第一级/居民水价 =2.8元", "第二级/居民水价 =4.2元"],
        ),
        (
            "养护标准为县道7000元/公里·年、乡道3500元/公里·年。",
            ["县道/养护标准 =7000元/公里·年", "乡道/养护标准 =3500元/公里·年"],
        ),
        # sums under a heading have names of their own
        ("资金来源为：中央补助12万元、县级自筹8万元。", ["中央补助 =12万元", "县级自筹 =8万元"]),
        ("主要指标：绿化率达到35%、处理率达到90%。", ["绿化率 =35%", "处理率 =90%"]),
        ("办结率为：窗口98%。", ["窗口 =98%"]),
        # who is granted something with 对
        (
            "对国家级、省级专精特新企业，分别给予50万元、20万元奖励。",
            ["国家级专精特新企业/奖励 =50万元", "省级专精特新企业/奖励 =20万元"],
        ),
        ("公交站点500米覆盖率达到98%。", ["公交站点500米覆盖率 =98%"]),
        ("调解纠纷11件，成功率98%。", ["调解纠纷 =11件", "成功率 =98%"]),
        # the verb behind what is left is no noun, and a year compared with no time
        ("其余34项将于下月完成。", ["2022-06: 其余 =34项"]),
        ("使用外资2亿美元，是2021年的85%。", ["使用外资 =2亿美元", "使用外资 =85%"]),
        ("公交车保有量达到12标台。", ["公交车保有量 =12标台"]),
    ],
)
def test_values_in_the_order_of_names_and_times(text: str, expected: list[str]) -> None:
    """Each value of a list has the name or the time that stands in its place."""
    assert [told(one) for one in indicators(text)] == expected


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("每套最高补贴2万元。", ["<=2"]),
        ("企业最高可享受500万元授信，补贴最高可达30万元。", ["<=500", "<=30"]),
        ("补贴标准最高上浮30%。", ["<=30"]),
        ("最多扣6分。", ["<=6"]),
        ("补贴上限为100万元。", ["<=100"]),
        ("报销封顶线为5万元。", ["<=5"]),
        ("缴存比例上限提高至12%，下限为5%。", ["<=12", ">=5"]),
        ("播种面积达到或超过前3年平均值的98%。", [">=98"]),
        ("资金规模大概是75亿元。", ["~75"]),
        ("粮食产量首次跃上14亿斤，投诉下降一成多。", [">=14", ">=1"]),
        ("容积率不超过1.2，有效利用系数不低于0.58。", ["<=1.2", ">=0.58"]),
        # words of a record are no bound
        ("最高气温达38度。", ["=38"]),
        ("收入上限调整方案惠及3万人。", ["=3"]),
    ],
)
def test_bounds_before_the_words_of_a_grant(text: str, bounds: list[str]) -> None:
    """What is granted at the most is bounded, whatever verb stands between 最高 and the sum."""
    assert [f"{one.comparison.value}{one.value}" for one in indicators(text)] == bounds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("已建成卫生室128个，标准化率92%，剩余12个将于2023年底前全部达标。", ["actual ", "actual ", "target 2023"]),
        ("新建泵站3座，完好率80%，其余5座将于2023年6月底前完成。", ["actual ", "actual ", "target 2023-06"]),
        ("该项目总投资560万元，占地30亩，2023年3月前建成。", ["actual ", "actual "]),
        ("新增探头260个，2023年3月前投入使用。", ["target 2023-03"]),
    ],
)
def test_what_is_left_tells_nothing_of_what_is_there(text: str, expected: list[str]) -> None:
    """The plan for the rest of the things is none for those before it; how large a project is has no day of its end."""
    assert [f"{one.kind.value} {one.when or ''}" for one in indicators(text)] == expected


def test_the_most_that_is_granted_is_a_limit() -> None:
    """Nobody tells how much was given where a paper says what one may have at the most."""
    found = indicators("单户最高可贷500万元。", Genre.NOTICE)
    assert [one.kind for one in found] == [IndicatorKind.LIMIT]
