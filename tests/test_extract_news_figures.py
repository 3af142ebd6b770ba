"""Figures and days as official news tell them: lists with one head, rates side by side, sums in two scales."""

from __future__ import annotations

import pytest

from corpus import Indicator, TimeMention, TimeRole
from extract import analyse
from tests.conftest import plain_document

HEAD = "石桥省举行供水情况新闻发布会\n2030-08-05 09:30 来源: 石桥日报\n\n"


def _figures(sentence: str) -> list[str]:
    """Name, subject, value and unit of each figure of a briefing."""
    found = analyse(plain_document(f"{HEAD}{sentence}\n")).of(Indicator)
    return [f"{one.name}|{one.subject or ''}|{one.value}{one.unit}" for one in found]


FIGURES = [
    # what a news text tells, name|subject|value of its figures
    ("全省累计供水3亿1500.5万吨。", ["累计供水|全省|31500.5万吨"]),
    ("从增速看，供水、用水增速分别为-6.5%、7.5%。", ["供水增速||-6.5%", "用水增速||7.5%"]),
    (
        "石桥对东湖、南桥进出口分别为3亿元、2亿元，同比分别增长7%、2%。",
        ["石桥对东湖进出口||3亿元", "南桥进出口||2亿元", "同比增长|石桥对东湖进出口|7%", "同比增长|南桥进出口|2%"],
    ),
    (
        "从产量看，水泵、阀门，水表，滤芯产量分别增长4%、3%、2%。",
        ["增长|水泵、阀门产量|4%", "增长|水表产量|3%", "增长|滤芯产量|2%"],
    ),
    (
        "造纸业、制糖业用水量都明显增加，同比分别增长6%、4%。",
        ["同比增长|造纸业用水量|6%", "同比增长|制糖业用水量|4%"],
    ),
    (
        "全年发生漏损26起、受损管网49公里，较前五年均值分别下降5.2%、9.3%。",
        ["发生漏损||26起", "受损管网||49公里", "下降|发生漏损|5.2%", "下降|受损管网|9.3%"],
    ),
    (
        "用水户数和缴费户数分别占全省总户数的92%和89%。",
        ["用水户数占全省总户数||92%", "缴费户数占全省总户数||89%"],
    ),
    ("全省用水量同比增长4.8%；环比增长0.9%。", ["用水量同比增长|全省|4.8%", "环比增长|用水量|0.9%"]),
    ("省水务厅计划新建、改建输水管网10公里。", ["新建、改建输水管网||10公里"]),
    ("完成投资23亿元，3亿元以上项目8个。", ["完成投资||23亿元", "3亿元以上项目||8个"]),
    ("有95个县实现供水达标。", ["县||95个"]),
    ("这次水价调整是幅度最大的一次。", []),
    ("全省30个地级城市平均供水指数为4.3%。", ["地级城市|全省|30个", "平均供水指数|地级城市|4.3%"]),
    ("水务资金增加到1个亿。", ["水务资金||1亿"]),
    ("用水量增长6.1%，比上月加快0.7个百分点。", ["用水量增长||6.1%", "比上月加快|用水量|0.7个百分点"]),
    ("供水量5亿吨，比2025年增长3%。", ["供水量||5亿吨", "比2025年增长|供水量|3%"]),
    ("节水投资增长12%，高于全国5.6个百分点。", ["节水投资增长||12%", "高于全国|节水投资|5.6个百分点"]),
    (
        "用水量增长6%，分别高于全省、全国0.2个、3.1个百分点。",
        ["用水量增长||6%", "高于全省|用水量|0.2个百分点", "高于全国|用水量|3.1个百分点"],
    ),
    ("收缴率达95%，比全国平均水平高4个百分点。", ["收缴率||95%", "比全国平均水平高|收缴率|4个百分点"]),
    ("石桥稻谷产量连年增长，由2020年的5万吨增加到2029年的8万吨。", ["石桥稻谷产量||5万吨", "石桥稻谷产量||8万吨"]),
    ("出水浓度有所下降，平均下降11%。", ["平均下降|出水浓度|11%"]),
    ("出水浓度下降5%，其中，京津冀下降12%。", ["出水浓度下降||5%", "出水浓度下降|京津冀|12%"]),
    ("水费收入及水表产量更是实现大幅增长，分别增长8%和9%。", ["增长|水费收入|8%", "增长|水表产量|9%"]),
    ("“今年，用水量为5亿吨，同比下降9%。”市水务局副局长说。", ["用水量||5亿吨", "同比下降|用水量|9%"]),
    ("全县对俄供水量增长5%，30余家媒体记者参加。", ["对俄供水量增长|全县|5%"]),
    (
        "供水产值按可比价格计算增长7.2%，比去年同期提高0.3个百分点。",
        ["供水产值增长||7.2%", "比去年同期提高|供水产值|0.3个百分点"],
    ),
    (
        "水费收入3亿元，增长6%，占收入比重达80%，同比提升2个百分点。",
        ["水费收入||3亿元", "增长|水费收入|6%", "占收入比重|水费收入|80%", "同比提升|占收入比重|2个百分点"],
    ),
    ("水务部门共查处偷水案件35起。", ["查处偷水案件|水务部门|35起"]),
    ("向14所学校新建70间浴室。", ["学校||14所", "新建浴室||70间"]),
    ("调度水库19座次，供应水管5亿枝。", ["调度水库||19座次", "供应水管||5亿枝"]),
    ("蓄水量达3亿吨，恢复到2017年末的84%。", ["蓄水量||3亿吨", "恢复||84%"]),
    (
        "完成灌溉面积6亿亩，其中喷灌面积5亿亩，完成修渠面积3亿亩。",
        ["灌溉面积||6亿亩", "喷灌面积|灌溉面积|5亿亩", "修渠面积||3亿亩"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), FIGURES)
def test_what_a_news_text_measures(sentence: str, expected: list[str]) -> None:
    """Each value has the name and the subject that the words around it give."""
    assert _figures(sentence) == expected


def _times(text: str) -> list[tuple[str, str, TimeRole]]:
    """Words, start and role of each time of a text."""
    found = analyse(plain_document(text))
    return [
        (one.span.of(found.document.text), str(one.period.start) if one.period else "", one.role)
        for one in found.of(TimeMention)
    ]


def test_a_day_in_brackets_says_which_day_today_is() -> None:
    """今天 on a page of the next day is the day in the brackets behind it."""
    assert ("今天", "2030-08-04", TimeRole.EVENT) in _times(f"{HEAD}今天（8月4日），石桥省召开新闻发布会。\n")


def test_the_dateline_is_of_the_year_of_the_page() -> None:
    """A headline about the next year does not date the dateline."""
    head = "省水务厅：2031年计划改造管网5公里\n2030-12-27 09:30 来源: 石桥日报\n\n"
    text = f"{head}石桥网12月27日电 省政府举行新闻发布会。\n"
    assert ("12月27日", "2030-12-27", TimeRole.EVENT) in _times(text)


def test_a_year_compared_with_dates_nothing() -> None:
    """A month behind a comparison with an earlier year is not of that year."""
    text = "全县农业稳定向好\n\n截至4月底，存栏较2029年底增加18万头。预计到6月底可达85万头。\n"
    assert [start for words, start, _ in _times(text) if "6月底" in words] == [""]


@pytest.mark.parametrize("sentence", ["客流恢复至2029年同期的六成。", "出口年内首次实现正增长。"])
def test_a_level_compared_with_is_no_deadline(sentence: str) -> None:
    """Nothing is due where a level is compared with that of an earlier year, or is the first of the year."""
    assert TimeRole.DEADLINE not in [role for _, _, role in _times(HEAD + sentence)]


def test_a_quarterly_high_is_no_next_quarter() -> None:
    """创下季度新高 holds no 下季度."""
    assert [words for words, _, _ in _times(f"{HEAD}用水量创下季度新高。") if words == "下季度"] == []


def test_what_was_done_earlier_is_no_year_before() -> None:
    """提前一年 holds no 前一年."""
    assert [words for words, _, _ in _times(f"{HEAD}石桥县提前一年实现供水全覆盖。") if words == "前一年"] == []


WHENS = [
    # a sentence of a briefing, the times of its figures
    (
        "根据核算结果，一季度用水量5万吨。其中，农业用水量2万吨，为全年丰产打下基础。工业用水量1万吨。",
        ["2030-01/2030-03"] * 3,
    ),
    ("受旱情影响，今年3月份，用水量下降5%。供水量下降6%。", ["2030-03"] * 2),
    ("6月以来（截至7月14日），平均降雨量为172毫米。", ["2030-07-14"]),
    ("一季度，用水量增长6%，与1-2月份持平，高于全省2个百分点。", ["2030-01/2030-03"] * 2),
    ("在7月27日召开的发布会上介绍，五年来，全县查处案件30起。", [""]),
]


@pytest.mark.parametrize(("sentence", "expected"), WHENS)
def test_when_a_figure_of_the_press_holds(sentence: str, expected: list[str]) -> None:
    """The time that a paragraph opened with goes on behind times that only belong to a word of it."""
    found = analyse(plain_document(f"{HEAD}{sentence}\n")).of(Indicator)

    assert [str(one.when) if one.when else "" for one in found] == expected
