"""Reports of figures: what rates, shares and sums behind a level are of, and of which time figures are."""

from __future__ import annotations

from pathlib import Path

import pytest

import ingest
from corpus import Achievement, Commitment, Indicator, TimeMention
from extract import analyse

HEAD = "石桥市2028年上半年财政收支情况\n一、收支概况\n"
BULLETIN = "石桥市2028年国民经济和社会发展统计公报\n一、综合\n"


def facts(text: str, folder: Path) -> tuple[list[tuple[str, str, str, str]], list[tuple[str, str]]]:
    """Subject, name, value and time of each indicator of a text; words and period of each time."""
    path = folder / "report.txt"
    path.write_text(text, encoding="utf-8")
    analysis = analyse(ingest.read_file(path))
    found = [one for one in analysis.facts if isinstance(one, Indicator)]
    times = [one for one in analysis.facts if isinstance(one, TimeMention)]
    return (
        [(one.subject or "", one.name, f"{one.value}{one.unit}", str(one.when or "")) for one in found],
        [(one.span.of(analysis.document.text), str(one.period or "")) for one in times],
    )


NAMED = [
    (
        "全市预算收入完成9,120万元，比上年同期增收1,020万元，增长12.6%，占总收入的48%。",
        [
            ("全市", "预算收入", "9120万元"),
            ("预算收入", "比上年同期增收", "1020万元"),
            ("预算收入", "增长", "12.6%"),
            ("预算收入", "占总收入", "48%"),
        ],
    ),
    (
        "民营经济增加值8亿元，比上年增长5%，占生产总值的比重为61%，对经济增长的贡献率为56%。",
        [
            ("", "民营经济增加值", "8亿元"),
            ("民营经济增加值", "比上年增长", "5%"),
            ("民营经济增加值", "占生产总值的比重", "61%"),
            ("民营经济增加值", "对经济增长的贡献率", "56%"),
        ],
    ),
    (
        "消费价格比上年上涨2%，比一季度加快1个百分点，高于全省平均水平0.3个百分点。",
        [
            ("", "消费价格上涨", "2%"),
            ("消费价格", "比一季度加快", "1个百分点"),
            ("消费价格", "高于全省平均水平", "0.3个百分点"),
        ],
    ),
    (
        "项目进度良好，支出完成60%，超过序时进度要求10个百分点。",
        [("", "支出", "60%"), ("支出", "超过序时进度要求", "10个百分点")],
    ),
    (
        "粮食播种面积8万亩，产量3万吨，产值2亿元。",
        [
            ("", "粮食播种面积", "8万亩"),
            ("粮食播种面积", "产量", "3万吨"),
            ("粮食播种面积", "产值", "2亿元"),
        ],
    ),
    (
        "新增公路9公里，其中高速公路3公里，新建车站4座。",
        [("", "新增公路", "9公里"), ("新增公路", "高速公路", "3公里"), ("", "新建车站", "4座")],
    ),
    (
        "引进项目34个，其中投资5000万元以上的4个，1亿元以上的2个。",
        [("", "引进项目", "34个"), ("引进项目", "投资5000万元以上", "4个"), ("引进项目", "1亿元以上", "2个")],
    ),
    (
        "三次产业增加值分别增长3%、7%和8%。",
        [("第一产业增加值", "增长", "3%"), ("第二产业增加值", "增长", "7%"), ("第三产业增加值", "增长", "8%")],
    ),
    (
        "城镇居民收入和农村居民收入年均分别实际增长6%和7%。",
        [("城镇居民收入", "年均实际增长", "6%"), ("农村居民收入", "年均实际增长", "7%")],
    ),
    (
        "粮食、蔬菜种植面积分别稳定在9万亩、3万亩。",
        [("", "粮食种植面积", "9万亩"), ("", "蔬菜种植面积", "3万亩")],
    ),
    (
        "劣质水体比例降到1%以内，70%以上的断面消除黑臭。",
        [("", "劣质水体比例", "1%"), ("", "断面消除黑臭", "70%")],
    ),
    ("节水补贴试点覆盖30%的县。", [("", "节水补贴试点覆盖", "30%")]),
    ("工业园区（不包括石桥工业园）已建成面积63亩。", [("", "工业园区已建成面积", "63亩")]),
    (
        "预算收入决算数9万元，为调整预算数的98%，比上年增收1万元，加上级补助收入4万元，上年结余2万元，收入总计16万元。",
        [
            ("", "预算收入决算数", "9万元"),
            ("预算收入决算数", "为调整预算数", "98%"),
            ("预算收入决算数", "比上年增收", "1万元"),
            ("", "上级补助收入", "4万元"),
            ("", "上年结余", "2万元"),
            ("", "收入总计", "16万元"),
        ],
    ),
    (
        "大豆收购价每50公斤提高3到4元，人均生产总值约合2万美元。",
        [("", "大豆收购价提高", "(Decimal('3'), Decimal('4'))元"), ("", "人均生产总值", "2万美元")],
    ),
    ("人均预期寿命提高2岁，达到79岁。", [("", "人均预期寿命提高", "2岁"), ("", "人均预期寿命提高", "79岁")]),
    (
        "预算支出90万元，完成年初预算的36%，负增长4%。",
        [("", "预算支出", "90万元"), ("预算支出", "完成年初预算", "36%"), ("预算支出", "负增长", "4%")],
    ),
    ("预算收入任务174万元，完成198万元。", [("", "预算收入任务", "174万元"), ("", "预算收入", "198万元")]),
]


@pytest.mark.parametrize(("sentence", "expected"), NAMED)
def test_what_a_figure_is_of(sentence: str, expected: list[tuple[str, str, str]], tmp_path: Path) -> None:
    """Rates, shares and sums behind a level are of it; parts, deeds and lists keep their own names."""
    found, _ = facts(HEAD + sentence + "\n", tmp_path)
    assert [one[:3] for one in found] == expected


def test_figures_are_of_the_time_that_the_title_reviews(tmp_path: Path) -> None:
    """上半年…情况 holds for paragraphs that name no time, and for what 上年同期 is compared with."""
    found, times = facts(
        HEAD + "基金收入完成9万元（见《关于2028年1-3月收支情况的通报》），比上年同期增收2万元。\n", tmp_path
    )
    assert {when for *_, when in found} == {"2028-01/2028-06"}
    assert ("上年同期", "2027-01/2027-06") in times


def test_the_year_before_is_that_before_the_year_named(tmp_path: Path) -> None:
    """2026年比上年 means 2025, and 上年 in a bulletin on 2028 means 2027."""
    _, times = facts(BULLETIN + "贸易顺差2026年比上年减少6%。粮食产量8吨，比上年增长2%。\n", tmp_path)
    assert [period for words, period in times if words == "上年"] == ["2025", "2027"]


def test_the_first_month_by_its_old_name(tmp_path: Path) -> None:
    """元至5月 is January to May, and a unit of money before a month is none."""
    _, times = facts("石桥市2028年财政收支情况\n一、概况\n元至5月，收入9万元，每人5元月补。元月收入2万元。\n", tmp_path)
    assert times[1:] == [("元至5月", "2028-01/2028-05"), ("元月", "2028-01")]


def test_each_of_the_aims_of_a_year_is_of_that_year(tmp_path: Path) -> None:
    """2029年主要预期目标是:…;…;… in a notice."""
    text = (
        "石桥市人民政府办公室关于分解重点工作的通知\n各镇：\n请认真落实。\n一、主要目标\n"
        "2029年全市经济社会发展主要预期目标是：生产总值增长8%左右；工业增加值增长9%以上；失业率控制在4%以内。\n"
    )
    found, _ = facts(text, tmp_path)
    assert [when for *_, when in found] == ["2029"] * 3


def test_five_years_of_a_chapter_that_looks_back(tmp_path: Path) -> None:
    """What flows is of all the years, what holds of the last, and what tells neither has no time."""
    text = (
        "政府工作报告\n——2031年1月5日在石桥市第九届人民代表大会第一次会议上\n市长\n各位代表：\n一、过去五年工作回顾\n"
        "过去五年极不平凡。\n（一）强化农业基础。解决3万农村人口饮水问题。各项存款余额达到9亿元。社会保险覆盖8个镇。\n"
        "（二）调整结构。新增装机4万千瓦，其中水电3万千瓦。财政收入从3亿元增加到8亿元。\n"
        "二、今后五年目标任务\n今后五年，要坚持稳中求进。\n"
    )
    found, _ = facts(text, tmp_path)
    assert [(value, when) for *_, value, when in found] == [
        ("3万", "2026/2030"),
        ("9亿元", "2030"),
        ("8个", ""),
        ("4万千瓦", "2026/2030"),
        ("3万千瓦", "2026/2030"),
        ("3亿元", ""),
        ("8亿元", "2030"),
    ]


def found_in(text: str, folder: Path) -> list[tuple[str, str, list[str], str]]:
    """Kind, first words, actors and deadline of each statement of a text."""
    path = folder / "paper.txt"
    path.write_text(text, encoding="utf-8")
    analysis = analyse(ingest.read_file(path))
    return [
        (
            type(one).__name__,
            one.span.of(analysis.document.text)[:8],
            [actor.name for actor in getattr(one, "actors", ())],
            str(getattr(one, "deadline", None) or ""),
        )
        for one in analysis.facts
        if isinstance(one, Commitment | Achievement)
    ]


def test_entries_of_a_plan_that_end_without_a_mark(tmp_path: Path) -> None:
    """(一)新建公交站台20个 is a task though no mark closes it; a heading and an entry without a value are none."""
    text = (
        "石桥市2029年为民办实事工作计划\n2029年继续开展为民办实事工作，各单位要抓好落实。\n一、实施公交便民工程\n"
        "（一）新建公交站台20个\n（二）优化线路布局\n（三）危桥改造4座\n二、缓解停车难\n新增停车泊位700个\n"
    )
    starts = [words for _, words, *_ in found_in(text, tmp_path)]
    assert starts[1:] == ["（一）新建公交站", "（三）危桥改造4", "新增停车泊位70"]


def test_who_consented_is_not_who_is_asked(tmp_path: Path) -> None:
    """经市人民政府同意,现将…请各镇于…前报送: the duty of those who are asked, due on that day."""
    text = (
        "石桥市人民政府办公室关于分解工作任务的通知\n各镇人民政府，市政府各部门：\n"
        "经市人民政府同意，现将《石桥市工作报告》确定的任务进行分解，请各镇、各部门亲自抓，于2030年1月23日前将方案报市政府政务督查室。\n"
        "2030年1月3日\n"
        "一、加快转型升级\n"
        + "".join(f"{n}.改造灌区{n}个，推进高效节水，完善管护机制，抓好用水计量。\n" for n in range(2, 12))
    )
    assert found_in(text, tmp_path)[0] == ("Commitment", "经市人民政府同意", ["各镇", "各部门"], "2030-01-23")


def test_a_speaker_who_begins_a_report_tells_nothing(tmp_path: Path) -> None:
    """我代表市人民政府,向大会作政府工作报告."""
    text = (
        "政府工作报告\n——2031年1月5日在石桥市第九届人民代表大会第一次会议上\n各位代表：\n"
        "现在，我代表市人民政府，向大会作政府工作报告，请各位代表审议。\n一、2030年工作回顾\n新建水厂3座。\n"
    )
    assert [words for _, words, *_ in found_in(text, tmp_path)] == ["新建水厂3座。"]


def test_the_work_of_the_year_of_a_report_is_still_to_be_done(tmp_path: Path) -> None:
    """三、2031年的工作 in a report of that year; what it says of the year before in one paragraph has been reached."""
    text = (
        "政府工作报告\n——2031年1月5日在石桥市第九届人民代表大会第一次会议上\n各位代表：\n一、五年工作回顾\n新建水厂3座。\n"
        "二、2031年的工作\n过去一年，各项工作取得了可喜成绩。生产总值增长6%，新增就业9万人。这为今年的发展打下了较好基础。\n"
        "今年主要预期目标是：生产总值增长5%左右；失业率控制在4%以内。今年拟安排赤字9亿元，其中市级赤字7亿元，赤字率下降到2%左右。\n"
        "保持合理的投资规模。\n"
    )
    assert [kind[0] for kind, *_ in found_in(text, tmp_path)] == ["A", "A", "A", "C", "C", "C", "C"]
    path = tmp_path / "paper.txt"
    found = [one for one in analyse(ingest.read_file(path)).facts if isinstance(one, Indicator)]
    assert [(one.name, one.kind.value[0]) for one in found[1:]] == [
        ("生产总值增长", "a"),
        ("新增就业", "a"),
        ("生产总值增长", "t"),
        ("失业率", "t"),
        ("赤字", "t"),
        ("市级赤字", "t"),
        ("赤字率", "t"),
    ]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("（牵头单位：市发展改革委；责任单位：市统计局，各镇人民政府）", ["lead", "joint", "joint"]),
        ("（责任单位：市统计局，各镇人民政府）", ["joint", "joint"]),
        ("（责任单位：市统计局）", ["joint"]),
    ],
)
def test_those_responsible_beside_one_who_leads_join(note: str, expected: list[str], tmp_path: Path) -> None:
    """责任单位 orders nobody: whoever stands there joins, beside one that leads, before more of them or alone."""
    path = tmp_path / "plan.txt"
    path.write_text(f"石桥市重点工作方案\n一、主要目标\n1.生产总值增长6%左右。{note}\n", encoding="utf-8")
    tasks = [one for one in analyse(ingest.read_file(path)).facts if isinstance(one, Commitment)]
    assert [actor.role.value for actor in tasks[0].actors] == expected


def test_work_of_a_year_is_no_date_that_it_is_due_by(tmp_path: Path) -> None:
    """2031年重点工作 and 基础上年均: the year only says which work, and 上年 is no word there."""
    path = tmp_path / "plan.txt"
    path.write_text(
        "石桥市人民政府关于分解重点任务的通知\n各镇：\n现将2031年重点工作任务印发给你们。在提高质量的基础上年均增长6%。\n2030年12月5日\n",
        encoding="utf-8",
    )
    times = [one for one in analyse(ingest.read_file(path)).facts if isinstance(one, TimeMention)]
    assert [(str(one.period), one.role.value) for one in times] == [("2031", "period"), ("2030-12-05", "event")]


def test_a_year_that_a_text_without_a_date_undertakes_for(tmp_path: Path) -> None:
    """2030年,我县将…: a period, and no state on that day."""
    path = tmp_path / "plan.txt"
    path.write_text("2030年，我县将新建水厂3座，供水能力稳定在9万吨以上。\n", encoding="utf-8")
    roles = [one.role.value for one in analyse(ingest.read_file(path)).facts if isinstance(one, TimeMention)]
    assert roles == ["period"]


@pytest.mark.parametrize(
    "title",
    [
        "2028年上半年石桥市水利运行情况新闻稿",
        "2028年上半年石桥市经济运行情况新闻发布稿",
        "2028年上半年石桥市经济运行总体平稳",
    ],
)
def test_what_is_handed_to_the_press_tells_of_the_time_in_its_title(title: str, tmp_path: Path) -> None:
    """As a report does; a meeting on it tells of other times too."""
    page = "{}\n2028-07-26\n一、供水平稳。\n供水总量30万方，增长1.8%。\n"

    indicators, _ = facts(page.format(title), tmp_path)
    assert [when for *_, when in indicators] == ["2028-01/2028-06"] * 2
    indicators, _ = facts(page.format("2028年上半年石桥市经济形势分析会召开"), tmp_path)
    assert [when for *_, when in indicators] == [""] * 2
