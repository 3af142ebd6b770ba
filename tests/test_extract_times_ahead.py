"""What times do in their sentences: due by them, held or begun in them, measured at them, gone on over them."""

from __future__ import annotations

import pytest

from corpus import Genre, Span
from extract.times.dates import find_times
from extract.times.due_dates import DueDates
from tests.readings import read_text

ROLES = [
    # sentence of 15 March 2029, a time of it, its role
    ("4月举办石桥镇运动会。", "4月", "event"),
    ("11月下旬我局将组织村医集中培训。", "11月下旬", "event"),
    ("青石桥预计5月开工，年底建成。", "5月", "event"),
    ("青石桥预计5月开工，年底建成。", "年底", "deadline"),
    ("确保10月启动二期工程。", "10月", "deadline"),  # bound to begin then
    ("闸门12月通水调试。", "12月", "deadline"),
    ("拟于明年一季度实施。", "于明年一季度", "event"),
    ("下半年，我县将继续开展排查。", "下半年", "period"),
    ("下半年将总结经验。", "下半年", "period"),
    ("力争下半年覆盖全县。", "力争下半年", "deadline"),
    ("2030年上半年拿出处理意见。", "2030年上半年", "deadline"),
    ("明年的实事候选项目已经征集。", "明年", "period"),
    ("2030年预算正在编制。", "2030年", "period"),
    ("2030年的目标是全县通水。", "2030年", "deadline"),
    ("今年要新建两所幼儿园。", "今年", "deadline"),
    ("今年要突出重点。", "今年", "period"),
    ("剩下的21家今年全部清理完毕。", "今年", "deadline"),
    ("为2030年开好局奠定基础。", "2030年", "period"),
    ("国庆节前开园。", "国庆节前", "deadline"),
    ("到今天，全县已无断头路。", "到今天", "as_of"),
    ("今年要求更高。", "今年", "period"),
    ("今年2月在青石县开工。", "今年2月", "event"),
    ("去年11月已开工。", "去年11月", "event"),
    ("每月10日前将上个月台账报送。", "上个月", "recurring"),
    ("蔬菜每到9月下旬集中上市。", "每到9月下旬", "recurring"),
    ("补发已于2月底完成。", "于2月底", "event"),
    ("2015年厂区停产。", "2015年", "event"),
    ("成功应对2027年“海星”台风。", "2027年", "event"),
    ("2027年全县垃圾分类覆盖率为92%。", "2027年", "as_of"),
    ("2005年底前建成的小区全部纳入改造。", "2005年底前", "period"),
    ("年初确定的任务已完成。", "年初", "event"),
    ("年初预算已执行。", "年初", "period"),
    ("自即日起受理申请。", "自即日起", "start"),
    ("但我们看到，当前人手仍然不足。", "当前", "as_of"),
    ("2029-03-16 来源：云水县人民政府", "2029-03-16", "event"),
    ("3月份用电量偏高。", "3月份", "period"),
    ("粮食仍存放在1983年建的旧库里。", "1983年", "event"),
    ("2027年完成供销社改革，全县受益。", "2027年", "event"),
    ("水质模型于2018年推出。", "于2018年", "event"),
    ("到今年2月，全县600所学校开设食堂。", "到今年2月", "as_of"),
    ("制定“八五”普法规划。", '"八五"', "period"),
    ("指标\n2027年\n2030年\n通水率\n", "2027年", "as_of"),
]


@pytest.mark.parametrize(("sentence", "words", "role"), ROLES)
def test_roles(sentence: str, words: str, role: str) -> None:
    """The verb behind a time and the words before it tell what it does."""
    reading = read_text(sentence + "\n", Genre.REPORT, as_of="2029-03-15")
    found = {time.span.of(reading.folded): time.role.value for time in find_times(reading)}

    assert found.get(words) == role, found


def test_a_month_of_a_paper_without_a_date_is_due_where_it_is_planned() -> None:
    """计划…投用 names the day to reach, though nobody knows whether it lies ahead."""
    reading = read_text("文化馆计划2030年9月投用。\n", Genre.PLAN)

    assert [time.role.value for time in find_times(reading)] == ["deadline"]


YEARS = [
    # text of 15 March 2029, the last time of it
    ("抓好2030年度征缴工作，9月1日启动。", "2029-09-01"),
    ("明年的候选项目，从10月15日起征集。", "2029-10-15/"),
    ("2030年新建三所学校，9月启用。", "2030-09"),
    ("改造教室.2027-2028年，投入100万元。", "2027/2028"),
    ("新建沼气池2000口。", None),
    ("改造2000年底前建成的小区，11月上旬完工。", "2029-11-01/2029-11-10"),
    ("2027年任务中有两户未办，9月底前办结。", "2029-09"),
    ("举办三月三歌圩。", None),
    ("三月三日开工。", "2029-03-03"),
    ("制定“八五”普法规划。", "2021/2025"),
]


@pytest.mark.parametrize(("text", "period"), YEARS)
def test_years(text: str, period: str | None) -> None:
    """A year that only tells which thing is meant is none of the months behind it."""
    times = find_times(read_text(text + "\n", Genre.NOTICE, as_of="2029-03-15"))

    assert (str(times[-1].period) if times else None) == period


DUE = [
    # sentence of 15 March 2029, deadline
    ("第二针11月启动。", "2029-11"),
    ("下半年，我县将继续开展排查。", "2029-12"),
    ("明年的实事候选项目公开征集。", None),
    ("今年，改造老旧电梯40台。", "2029"),
    ("下半年，我县将突出重点：10月10日前完成排查。", "2029-10-10"),
    ("2029年7月20日至10月10日，开展专项整治。", "2029-10-10"),
    ("2029年7月20日至10月10日，困难企业可以申请。", None),  # when a measure holds
]


@pytest.mark.parametrize(("sentence", "due"), DUE)
def test_what_takes_place_in_a_time_to_come_is_due_in_it(sentence: str, due: str | None) -> None:
    """Roles tell how a time is meant; a commitment is due by the end of it all the same."""
    reading = read_text(sentence + "\n", Genre.NOTICE, as_of="2029-03-15")
    found = DueDates(reading, find_times(reading)).of(Span(0, len(sentence)))

    assert (str(found) if found else None) == due


def test_five_years_of_a_chapter_on_the_plan_before() -> None:
    """五年来 means the years of the plan that the heading names."""
    text = (
        "青石县“十五五”文化发展规划\n一、“十四五”发展回顾\n五年来，全县建成文化站十个。\n"
        "二、发展目标\n五年来的经验要坚持。\n"
    )
    reading = read_text(text, Genre.PLAN, as_of="2026-03-15")
    told = [time.period for time in find_times(reading) if "五年来" in time.span.of(text)]

    assert [str(period) for period in told] == ["2021/2025", "None"]


def test_names_of_newspapers_are_no_days() -> None:
    """光明日报 holds 明日; what will be reported tomorrow is of that day."""
    assert find_times(read_text("光明日报、今日报社等媒体作了报道。", as_of="2029-03-15")) == ()
    assert len(find_times(read_text("明日报名截止。", as_of="2029-03-15"))) == 1


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("水窖景区国庆节前开园。", "2029-10-01"),
        ("“五一”前完成路面改造。", "2029-05-01"),
        ("元旦前通车。", "2030-01-01"),  # the next one
        ("国庆节前后组织演出。", None),
    ],
)
def test_feasts_before_which_something_is_due(sentence: str, due: str | None) -> None:
    """A feast that comes on the same day each year is that day of the document's year, New Year's Day the next one."""
    reading = read_text(sentence + "\n", Genre.NOTICE, as_of="2029-03-15")
    found = [str(time.period.end) for time in find_times(reading) if time.period and time.period.end]

    assert found == ([due] if due else [])


CHAPTER = "二、2029年工作安排\n"


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("2028年开工的5个安置点6月底前全部入住。", "2029-06"),
        ("去年征地400亩，剩余的地块务必在3月底前交地。", "2029-03"),
        ("上半年要完成征地拆迁。", "2029-06"),
    ],
)
def test_a_report_without_a_date_tells_from_the_year_that_it_arranges(sentence: str, due: str) -> None:
    """In the chapter of a year's work a month is one of that year, though what is told of it began the year before."""
    reading = read_text(CHAPTER + sentence + "\n", Genre.REPORT)
    times = [time for time in find_times(reading) if time.role.value == "deadline"]

    assert [str(time.period.end) for time in times if time.period] == [due]


def test_what_is_planned_for_a_month_of_a_plan_without_a_date() -> None:
    """It lies in the year of the plan, whatever year the thing is of that it is about."""
    text = "2029年是水利建设的重要一年。\n（一）审计2028年度水利资金使用情况。审计报告拟安排在10月份提交。\n"
    reading = read_text(text, Genre.PLAN)
    times = [time for time in find_times(reading) if time.span.of(text) == "10月份"]

    assert [str(time.period.end) for time in times if time.period] == ["2029-10"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("1.6月底前完成改造。", "6月底前"),
        ("5．11月底前新建水厂3座。", "11月底前"),
        ("抓好以下工作：1.5月底前完成清淤。2.新增网箱60个。", "5月底前"),
        ("第一批完工。2.10月底前完成验收。", "10月底前"),
    ],
)
def test_a_month_right_behind_the_label_of_an_item(text: str, quote: str) -> None:
    """The number of an item and the month that it begins with are no decimal."""
    found = [time.span.of(text) for time in find_times(read_text(text + "\n", Genre.PLAN, as_of="2029-01-15"))]

    assert found == [quote]
