"""Times of a document: what they mean and what they do in their sentence."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Document, Genre, Metadata, Outline, PartialDate, Section, Span, TimeMention, TimeRole
from extract.matching import fold
from extract.outline.headings import find_outline
from extract.reading import Reading
from extract.times.dates import find_times
from extract.times.reported_years import reported_years, year_of_heading
from tests.conftest import plain_document
from tests.readings import read_text

WRITTEN = PartialDate(2022, 5, 12)


def read(text: str, written_on: PartialDate | None = WRITTEN) -> Reading:
    """The reading of a plain text that was written on a day."""
    document = plain_document(text)
    folded = fold(text)
    return Reading(document, folded, Metadata(written_on=written_on), find_outline(document, folded))


def times(text: str, written_on: PartialDate | None = WRITTEN) -> list[tuple[str, str, str]]:
    """Words, period and role of each time in a text."""
    return [
        (one.span.of(text), str(one.period) if one.period else "", one.role.value)
        for one in find_times(read(text, written_on))
    ]


CASES = [
    ("力争全年完成投资3亿元。", ("力争全年", "2022", "period")),
    ("开展质量安全年活动。", None),
    ("今明两年改造管网5公里。", ("今明两年", "2022/2023", "period")),
    ("10月中下旬完成播种。", ("10月中下旬", "2022-10-11/2022-10-31", "deadline")),
    ("排放量较2015年下降15%。", ("2015年", "2015", "as_of")),
    ("与2015年相比，排放量下降15%。", ("2015年", "2015", "as_of")),
    ("二、2022年发展目标和主要任务\n抓好春耕。", ("2022年", "2022", "period")),
    ("记者从2022年一季度运行情况通气会上获悉，客流回升。", ("从2022年一季度", "2022-01/2022-03", "period")),
    ("2021年，继续实施危房改造。", ("2021年", "2021", "period")),
    ("实施日期：2022年6月1日", ("2022年6月1日", "2022-06-01", "start")),
    ("发布2021年上半年环境状况。", ("2021年上半年", "2021-01/2021-06", "period")),
    ("论坛于5月8日至9日在石桥市举行。", ("于5月8日至9日", "2022-05-08/2022-05-09", "event")),
    ("去年产量比上年增长3%。", ("去年", "2021", "period")),
    ("2.2023年12月20日前完成整改。", ("2023年12月20日前", "2023-12-20", "deadline")),
    ("于2022年月5日1日施行。", ("2022年月5日1日", "2022-05-01", "event")),
    ("完成时限\n2028年12月\n3\n建成平台", ("2028年12月", "2028-12", "deadline")),
    ("于2028年12月\n3日施行。", ("于2028年12月\n3日", "2028-12-03", "event")),
    ("2022   年   5   月   6   日", ("2022   年   5   月   6   日", "2022-05-06", "event")),
    ("落实《临江县水利发展“十三五”规划》。", ("“十三五”", "2016/2020", "period")),
    ("落实《临江县“十三五”水利发展规划》。", None),
    ("县水利局2019年第7号公告同时废止。", None),
    ("发布日期：2022- 05- 08 10: 45", ("2022- 05- 08", "2022-05-08", "event")),
    ("今年2、3月份客流回升。", ("今年2、3月份", "2022-02/2022-03", "period")),
    ("县应急管理局定于2022年7月组织考核。", ("于2022年7月", "2022-07", "event")),
    ("县水利局将于2022年7月完成修缮。", ("于2022年7月", "2022-07", "deadline")),
    ("用户增加到2020年的130万户。", ("2020年", "2020", "as_of")),
    ("全县一、二季度客流回升。", ("一、二季度", "2022-01/2022-06", "deadline")),
    ("2021上半年客流回升。", ("2021上半年", "2021-01/2021-06", "period")),
    ("从2021年3月考试起实行。", ("从2021年3月考试起", "2021-03/", "start")),
    ("新的一年要抓好春耕。", ("新的一年", "2022", "period")),
    ("项目前期工作由县水利局负责。", None),
    ("园区建成后年产值可达6亿元。", None),
    ("2018年来，全县新增企业30家。", ("2018年来", "2018/", "period")),
    ("存栏恢复到2020年末的九成。", ("到2020年末", "2020", "period")),
    ("对不同年龄段的学员分类施教。", None),
    ("做好2022年防汛工作。", ("2022年", "2022", "period")),
    ("完成2023年度物资采购。", ("2023年度", "2023", "period")),
    ("县政府办公室 2022年5月16日印发", ("2022年5月16日", "2022-05-16", "event")),
    ("全县比武于2022年9月3日举行。", ("于2022年9月3日", "2022-09-03", "event")),
    ("每年第二季度开展监测。", ("每年第二季度", "", "recurring")),
    ("2021年11月，临江县印发了实施方案。", ("2021年11月", "2021-11", "event")),
    ("到二三五年，建成水利强县。", ("到二三五年", "2035", "deadline")),
    ("二〇二二年五月十二日", ("二〇二二年五月十二日", "2022-05-12", "event")),
    ("到2025年底，参保率达到96%。", ("到2025年底", "2025", "deadline")),
    ("截至2022年3月底，已建成12座。", ("截至2022年3月底", "2022-03", "as_of")),
    ("力争到“十四五”末，实现全覆盖。", ("力争到“十四五”末", "2025", "deadline")),
    ("“十三五”时期，全县投入8亿元。", ("“十三五”时期", "2016/2020", "period")),
    ("2016年以来，工作稳步推进。", ("2016年以来", "2016/", "period")),
    ("自2024年1月1日起施行。", ("自2024年1月1日起", "2024-01-01/", "start")),
    ("2021—2025年，每年投入2亿元。", ("2021—2025年", "2021/2025", "period")),
    ("2020年1月至6月，共受理300件。", ("2020年1月至6月", "2020-01/2020-06", "period")),
    ("2021年5月8日至12日举办。", ("2021年5月8日至12日", "2021-05-08/2021-05-12", "event")),
    ("2023年3月中旬完成。", ("2023年3月中旬", "2023-03-11/2023-03-20", "deadline")),
    ("目前，全县共有8家。", ("目前", "2022-05-12", "as_of")),
    ("上世纪80年代，全镇开始种茶。", ("上世纪80年代", "1980/1989", "period")),
    ("上个世纪九十年代以来，林地不断扩大。", ("上个世纪九十年代以来", "1990/", "period")),
    ("20世纪90年代中期，林地减少。", ("20世纪90年代中期", "", "period")),
    ("从1986年起的后10年里，建成桥梁三座。", ("从1986年起的后10年里", "1986/1996", "period")),
    ("2000年前，全县仅有4座水厂。", ("2000年前", "/2000", "period")),
    ("预计2022年底投入使用。", ("2022年底", "2022", "deadline")),
    ("2022年，云岭区计划改造管网。", ("2022年", "2022", "deadline")),
    ("2022年，云岭区下达了投资计划。", ("2022年", "2022", "period")),
    ("去年，全县建成3座。", ("去年", "2021", "period")),
    ("截止到今年一季度，共结算5例。", ("截止到今年一季度", "2022-01/2022-03", "as_of")),
    ("力争今年年内建成。", ("力争今年年内", "2022", "deadline")),
    ("自201911月启动以来", ("自201911月启动以来", "2019-11/", "period")),
    ("每年12月31日前报送。", ("每年12月31日前", "", "recurring")),
    ("用3年时间打造20个。", ("用3年时间", "", "period")),
    ("定期公开。", ("定期", "", "recurring")),
    ("各站按季把上季度的用水量报县水务局。", ("按季", "", "recurring")),
    ("自本办法印发之日起执行。", ("自本办法印发之日起", "", "start")),
    ("根据上一年度工作成效确定。", ("上一年度", "", "period")),
    ("全面落实《临江县“十四五”医疗规划》。", None),
    ("按照《目录（2019年）》执行。", None),
    ("国发〔2019〕4号、第2741号提案、5G网络、4A级景区。", None),
    ("计划年内出台实施细则。", ("年内", "2022", "deadline")),
    ("在“十五”后两年安排课题。", ("“十五”后两年", "2004/2005", "period")),
    ("从现在到2025年，库区进入高发期。", ("从现在到2025年", "2022-05-12/2025", "period")),
    (
        "2000年县里召开河道整治和道路养护工作会议以来，",
        ("2000年县里召开河道整治和道路养护工作会议以来", "2000/", "period"),
    ),
    ("学前三年毛入园率、九年义务教育巩固率继续提高。", None),
    ("案件法定期限内结案，实行半年一观摩。", None),
    ("建成未来社区，发展未来产业。", None),
    ("人均产值从2018年的3.2万元增加到4万元。", ("从2018年", "2018", "as_of")),
    ("人均产值提高到2021年的4.1万元。", ("2021年", "2021", "as_of")),
    ("人均产值提高到2025年的4.1万元。", ("2025年", "2025", "deadline")),
    ("到目前，全县建成水厂12座。", ("到目前", "2022-05-12", "as_of")),
    ("全省第5，较上年前移2位，较上年前进三位。", ("上年", "2021", "period")),
    ("2月30日", None),
    ("以后年度", None),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_time_is_as_precise_as_its_words(text: str, expected: tuple[str, str, str] | None) -> None:
    """One mention with its words, its period and its role; none where the words only look like one."""
    found = [one for one in times(text) if one[1] or expected is None or not expected[1]]
    assert (found[0] if found else None) == expected


def test_the_year_before_counts_from_the_year_that_is_told() -> None:
    """上年 is the year before the one that the sentence or chapter speaks of, 去年 the one before the paper's."""
    found = [when for _, when, _ in times("去年产量比上年增长3%。")]
    assert found == ["2021", "2020"]
    text = "2022年工作报告\n一、2021年工作回顾\n增加值比上年增长8%。\n二、2022年工作安排\n增加值比上年增长8%。"
    assert [when for words, when, _ in times(text) if words == "上年"] == ["2020", "2021"]


def test_a_whole_year_summed_up_is_over() -> None:
    """全年共 of a press text that has named the year before sums that year up, late in the year as well."""
    text = "2021年供水形势总体稳定。全年共新增用户3万户。"
    metadata = Metadata(genre=Genre.PRESS_BRIEFING, published_on=PartialDate(2022, 6, 3))
    found = find_times(Reading(plain_document(text), fold(text), metadata, Outline((), ())))
    assert [str(one.period) for one in found] == ["2021", "2021"]


def test_a_title_does_not_change_the_year_that_its_paragraph_has_named() -> None:
    """A month behind the title of a report on an earlier year lies in the year named before."""
    found = times("2021年3月，会议听取《关于2020年度供水工作的报告》。4月23日，会议通过意见。")
    assert found[-1][1] == "2021-04-23"


def test_the_year_that_a_title_announces_holds_for_months_without_one() -> None:
    """A notice of one year on the next one names days of that next year."""
    text = "春节：2月4日至10日放假。"
    metadata = Metadata(title="关于2023年放假安排的通知", written_on=PartialDate(2022, 12, 4))
    reading = Reading(plain_document(text), fold(text), metadata, Outline((), ()))
    assert [str(one.period) for one in find_times(reading)] == ["2023-02-04/2023-02-10"]


def test_the_dateline_of_a_news_text_takes_the_year_that_the_text_names() -> None:
    """今年 is the year of the month named last before the dateline; without one it stays open."""
    told = "7月13日，临江县召开通气会。\n今年以来，新办法自2022年1月起执行。"
    for text, period in ((told, "2022/"), (told.replace("2022年1月", "年初"), "None")):
        reading = Reading(plain_document(text), fold(text), Metadata(genre=Genre.PRESS_BRIEFING), Outline((), ()))
        assert [str(one.period) for one in find_times(reading)][1] == period


def test_the_imprint_dates_a_paper_without_a_date_of_its_own() -> None:
    """年底前 of a paper that bears no date but that of its printing is the end of that year."""
    text = "一、主要任务\n年底前完成改造。\n临江县政府办公室2019年3月15日印发\n"
    assert times(text, None)[0] == ("年底前", "2019", "deadline")


def test_months_take_the_year_named_before_them_in_the_paragraph() -> None:
    """12月 after 2021年3月 is December 2021, in the next paragraph that of the document."""
    text = "2021年3月启动试点，12月全面铺开。\n6月起推广。\n"
    assert [one[1] for one in times(text)] == ["2021-03", "2021-12", "2022-06/"]


def test_the_years_of_a_named_plan_date_nothing_behind_it() -> None:
    """《…规划(2020-2035年)》 is for years of its own; 目前 comes back to the document's."""
    text = "出台《排水规划（2020-2035年）》。9月份开工。"
    assert [period for words, period, _ in times(text) if words == "9月份"] == ["2022-09"]
    text = "2019年启动。目前已完成清淤，9月份开工。"
    assert [period for words, period, _ in times(text) if words == "9月份"] == ["2022-09"]


def test_years_of_a_range_named_before() -> None:
    """前三年 and 近两年 count from the range in their sentence; 每年 lies within it."""
    text = "2016-2020年，收入稳步增长，前三年增长较快，近两年略有起伏。\n“十四五”期间参保率每年保持在95%以上。\n"
    assert [one[1] for one in times(text)] == ["2016/2020", "2016/2018", "2019/2020", "2021/2025", "2021/2025"]


def test_a_body_founded_on_a_day_dates_what_came_since() -> None:
    """成立以来 means since the day that the text gave before."""
    text = "自2018年11月6日挂牌成立以来，全局认真履职。县局成立以来，成效明显。\n"
    assert [one[1] for one in times(text)] == ["2018-11-06/", "2018-11-06/"]


def test_a_section_of_a_report_says_which_year_it_speaks_of() -> None:
    """全年 and 今年 in a chapter on 2023 mean 2023, though the report has no date."""
    text = "2023年工作回顾\n全年用电量增长24%。\n2024年工作安排\n今年要建成3座。\n"
    middle = text.index("2024")
    sections = (
        Section("sec_1", 1, "", "2023年工作回顾", Span(0, 9), Span(0, middle)),
        Section("sec_2", 1, "", "2024年工作安排", Span(middle, middle + 9), Span(middle, len(text))),
    )
    reading = Reading(plain_document(text), fold(text), Metadata(), Outline(sections, ()))
    found = {one.span.of(text): str(one.period) for one in find_times(reading)}
    assert found["全年"] == "2023"
    assert found["今年"] == "2024"


def test_a_review_by_itself_is_told_in_the_year_after() -> None:
    """一年来 under a heading that looks back on its year means that year."""
    document = plain_document("2030年工作回顾\n一年来，全县新修水渠。\n")
    folded = fold(document.text)
    section = Section("sec_1", 1, "", "2030年工作回顾", Span(0, 9), Span(0, len(folded)))
    outline = Outline((section,), find_outline(document, folded).clauses)
    found = find_times(Reading(document, folded, Metadata(), outline))
    assert [str(one.period) for one in found] == ["2030", "2030"]


def test_what_is_compared_with_dates_nothing_behind_it() -> None:
    """A month without a year is not of the year that another one is compared with; whole months are no list."""
    assert [when for _, when, _ in times("与上年平均人数相比，截至4月底增长。")] == ["2021", "2022-04"]
    assert [when for _, when, _ in times("2021年2月份、3月份客流回升。")] == ["2021-02", "2021-03"]


def test_the_label_of_a_paragraph_is_no_month() -> None:
    """1、 before a month at the head of a line numbers the paragraph."""
    assert [words for words, *_ in times("1、2月份开展排查。")] == ["2月份"]


def test_a_chapter_goes_on_over_headings_without_a_year() -> None:
    """Headings between 2023年回顾 and 2024年安排 that stand on their level belong to 2023."""
    text = "2023年回顾\n甲。\n改革深化\n乙。\n2024年安排\n丙。\n"
    starts = [text.index(words) for words in ("2023", "改革", "2024")]
    ends = [*starts[1:], len(text)]
    sections = tuple(
        Section(f"sec_{at}", 1, "", "", Span(start, text.index("\n", start)), Span(start, end))
        for at, (start, end) in enumerate(zip(starts, ends, strict=True))
    )
    reading = Reading(plain_document(text), fold(text), Metadata(), Outline(sections, ()))
    assert [(one.start, one.end, one.year) for one in reported_years(reading)] == [
        (0, starts[2], 2023),
        (starts[2], len(text), 2024),
    ]


def test_a_date_that_lost_its_marks_is_trusted_only_where_the_metadata_agrees() -> None:
    """202248 is 8 April 2022 in a document of that day, and nothing in another."""
    assert times("临江县人民政府\n202248\n", PartialDate(2022, 4, 8))[0][1] == "2022-04-08"
    assert times("临江县人民政府\n202248\n", PartialDate(2021, 1, 1)) == []


def test_nothing_relative_is_guessed_without_a_date() -> None:
    """目前 and 去年 in a document without a date have no period."""
    assert [one[1] for one in times("目前已建成8家，去年新增2家。", None)] == ["", ""]


@pytest.mark.parametrize(
    ("heading", "year"),
    [("2023年工作回顾", 2023), ("二〇二四年任务", 2024), ("2021年和2022年", None), ("总体要求", None)],
)
def test_year_of_heading(heading: str, year: int | None) -> None:
    """The one year that a heading names."""
    assert year_of_heading(heading) == year


@given(
    st.text(
        alphabet="0123456789年月日号至到-—~起以来前后底末初上下半十四五“”（）《》[]。，\n去今每季度二〇三 ",
        max_size=120,
    )
)
def test_invariants(text: str) -> None:
    """Mentions lie inside the text, in order, none overlapping; a period is never turned round."""
    found = find_times(read(text))
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    for one in found:
        assert 0 <= one.confidence <= 1
        assert one.reasons
        if one.period and one.period.start and one.period.end:
            assert one.period.start.first_day <= one.period.end.last_day


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\ud83d", "\x00\x01", "。" * 500, "2021" * 400, "十五" * 500, "从" * 999]
)
def test_strange_texts_give_no_exception(text: str) -> None:
    """Empty, broken and hostile texts are read like any other."""
    document: Document = plain_document("x")
    reading = Reading(document, fold(text), Metadata(), Outline((), ()))
    assert isinstance(find_times(reading), tuple)


def test_sections_may_be_given() -> None:
    """A section's year counts from its heading to its end, not beyond."""
    text = "2023年回顾\n全年增长。\n附言\n全年增长。\n"
    section = Section("sec_1", 1, "", "2023年回顾", Span(0, 7), Span(0, 13))
    reading = Reading(plain_document(text), fold(text), Metadata(), Outline((section,), ()))
    whole = [one for one in find_times(reading) if one.span.of(text) == "全年"]
    assert [isinstance(one, TimeMention) and one.role for one in whole] == [TimeRole.PERIOD, TimeRole.PERIOD]
    assert str(whole[0].period) == "2023"


YEARS = [
    ("昨天，县商务局解读2023年上半年运行情况。今年上半年，零售额增长。", "2023-01/2023-06"),
    ("县商务局解读2023年运行情况，与1996年相比增长。今年上半年，零售额增长。", ""),
    ("县商务局解读运行情况。今年上半年，零售额增长。", ""),
    ("为落实《临江县商务发展规划（2017—2021年）》制定本方案。今年上半年，完成布点。", ""),
    ("到2022年，网点覆盖各镇。今年上半年，完成布点。", ""),
    ("2023年，我县商务稳中有进。今年上半年，零售额增长。", ""),
]


@pytest.mark.parametrize(("text", "period"), YEARS)
def test_the_year_that_an_undated_text_speaks_of(text: str, period: str) -> None:
    """今年 means the only year that the opening names with a part of it; a bare year or one of a plan tells nothing."""
    assert [when for words, when, _ in times(text, None) if words == "今年上半年"] == [period]


SAME_MONTHS = [
    ("上半年接待游客30万人次，比去年同期增长8%。", ("去年同期", "2021-01/2021-06")),
    ("一季度完成投资3亿元，高于2020年同期。", ("2020年同期", "2020-01/2020-03")),
    ("完成投资3亿元，高于2020年同期。", ("2020年同期", "2020")),
]


@pytest.mark.parametrize(("text", "expected"), SAME_MONTHS)
def test_the_same_months_of_another_year(text: str, expected: tuple[str, str]) -> None:
    """同期 means the months that were last named."""
    assert expected in [(quote, period) for quote, period, _ in times(text)]


BARE_DAYS = [
    # text of 12 May 2022, days named without their month
    ("5月10日新增3例，截至11日，累计报告9例。", [("截至11日", "2022-05-11")]),
    ("记者9日从市水务局获悉，东湖水库已于30日完工。", [("9日", "2022-05-09"), ("30日", "2022-04-30")]),
    ("3日内办结，30日前报送，每月10日通报，东湖日报3日刊登。", [("3日", "2022-05-03")]),
]


@pytest.mark.parametrize(("text", "expected"), BARE_DAYS)
def test_days_without_their_month_in_the_press(text: str, expected: list[tuple[str, str]]) -> None:
    """In a report from the press such a day lies in the month last named, else in the last that had it."""
    reading = read_text(text + "\n", Genre.PRESS_BRIEFING, as_of="2022-05-12")
    found = [(time.span.of(text), str(time.period.end)) for time in find_times(reading) if time.period]

    assert [one for one in found if "月" not in one[0]] == expected
    assert not [time for time in find_times(read_text(text + "\n", Genre.NOTICE)) if time.span.of(text) == "9日"]


def test_a_press_text_of_january_reviews_the_year_before() -> None:
    """全年 and 上年末 behind a year that is over are seen from that year; 今年 stays the year of the text."""
    text = "2029年供水形势总体稳定,全年新增用户3万户,比上年末增长5%。今年将新建水厂。\n"
    reading = read_text(text, Genre.PRESS_BRIEFING, as_of="2030-01-14")

    found = {one.span.of(text): str(one.period) for one in find_times(reading)}

    assert (found["全年"], found["上年末"], found["今年"]) == ("2029", "2028", "2030")


def test_the_day_on_which_a_briefing_was_held_dates_it() -> None:
    """A text from the press without a date of its own tells from the day on which its briefing was held."""
    text = "县水务局于2030年10月21日(周一)上午举行新闻发布会,介绍供水情况。到9月底,蓄水达到3亿吨。\n"

    found = {
        one.span.of(text): (str(one.period), one.role) for one in find_times(read_text(text, Genre.PRESS_BRIEFING))
    }

    assert found["到9月底"] == ("2030-09", TimeRole.AS_OF)


@pytest.mark.parametrize(
    "head",
    [
        "石桥市供水新闻发布会\n[主持人 市政府新闻办主任]\n各位记者,大家好! [2030-10-21 10:01]\n",
        "石桥市供水新闻发布会\n2030年10月21日(星期一)下午3时 市政府新闻发布厅\n",
        "石桥市供水新闻发布会 【字体:大 中 小】 时间:2030年10月21日上午10:00 地点:新闻发布厅 主题:供水\n",
    ],
)
def test_the_day_of_a_transcript(head: str) -> None:
    """The hour at which its first speech was put up, or the time beside a label amid a line, dates a transcript."""
    text = f"{head}目前,全市供水平稳。\n"

    found = {one.span.of(text): str(one.period) for one in find_times(read_text(text, Genre.PRESS_BRIEFING))}

    assert found["目前"] == "2030-10-21"


@pytest.mark.parametrize(
    ("posted", "day"), [("2030-10-22", "2030-10-21"), ("2030-11-18", "2030-10-21"), ("2031-05-06", "2031-05-06")]
)
def test_a_transcript_tells_from_the_day_of_its_briefing(posted: str, day: str) -> None:
    """今天 is the day on which it was held and not the day on which the page was put up soon after."""
    text = f"石桥市供水新闻发布会\n发布时间：{posted}\n时    间：2030年10月21日（星期一）\n主持人：今天供水平稳。\n"
    reading = read_text(text, Genre.PRESS_BRIEFING, as_of=posted)

    assert [str(one.period) for one in find_times(reading) if one.span.of(text) == "今天"] == [day]


MONTHS_OF_NOVEMBER = [
    # months in news of 4 November 2030
    ("2029年度6万亩灌区项目9月底通过验收。", ("9月底", "2030-09")),
    ("2029年度收官战12月打响。", ("12月", "2029-12")),
    ("2030年度项目明年4月底前完成。县水利局12月10日前报送设计。", ("12月10日前", "2030-12-10")),
    ("项目明年4月底前完成，5月验收。", ("5月", "2031-05")),
    ("项目明年4月底前完成。3月组织预验。", ("3月", "2031-03")),
]


@pytest.mark.parametrize(("text", "expected"), MONTHS_OF_NOVEMBER)
def test_the_year_of_months_late_in_the_year(text: str, expected: tuple[str, str]) -> None:
    """What was planned for the year before is done in this one; what is still to come this year is nearer."""
    reading = read_text(text + "\n", Genre.OTHER, as_of="2030-11-04")

    assert expected in [(one.span.of(text), str(one.period)) for one in find_times(reading)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2000年以前建成的小区都要纳入改造范围。", "2000年以前"),
        ("从8月份主要指标来看,供水平稳。", "从8月份"),
        ("近一年来,发生的案件减少。", "一年来"),
    ],
)
def test_a_stretch_that_only_says_what_is_meant(text: str, words: str) -> None:
    """A bound of a class of things and a month that is looked at are neither deadlines nor starts."""
    reading = read_text(text + "\n", Genre.PRESS_BRIEFING, as_of="2030-10-21")

    assert {one.role for one in find_times(reading) if words in one.span.of(text)} <= {TimeRole.PERIOD}


def test_the_year_that_opens_an_account_without_headings() -> None:
    """一年来 of a report without a date is the year that its opening paragraph names, below it as well."""
    text = "各位代表：\n2029年,是极不平凡的一年。一年来,全县团结奋斗。\n(一)发展提质。一年来,改造水厂3座。\n"
    found = find_times(read_text(text, Genre.REPORT))

    assert {str(one.period) for one in found if one.span.of(text) == "一年来"} == {"2029"}


@pytest.mark.parametrize(("genre", "month"), [(Genre.PLAN, "2031-08"), (Genre.REPORT, "None")])
def test_the_year_that_opens_a_plan_of_tasks(genre: Genre, month: str) -> None:
    """The months of a plan without a date lie in the year of which its first paragraph says what it is."""
    text = "2031年是全面完成水网规划的收官之年,各项任务安排如下。\n一、抓好巡查\n检查报告拟在8月份提交。\n"

    found = {one.span.of(text): str(one.period) for one in find_times(read_text(text, genre))}

    assert found["8月份"] == month


def test_a_report_on_a_year_places_its_months_there() -> None:
    """In a report on the year before, months without a year lie in it, and 上年度 is that year."""
    text = (
        "临江县2029年度法治建设情况报告\n一、主要成效\n4月至9月,开展检查5次。\n上年度审查文件63件。\n"
        "二、2030年工作打算\n6月底前完成清理。\n"
    )
    reading = read_text(text, Genre.REPORT, as_of="2030-02-27")
    reading = replace(reading, metadata=replace(reading.metadata, title="临江县2029年度法治建设情况报告"))

    found = {one.span.of(text): str(one.period) for one in find_times(reading)}

    assert (found["4月至9月"], found["上年度"], found["6月底前"]) == ("2029-04/2029-09", "2029", "2030-06")


def test_a_report_looks_back_on_the_year_before_its_tasks() -> None:
    """Before the chapter of the tasks of a year, months and 全年 without a year lie in the year before."""
    text = (
        "一、护航发展\n上半年开展检查5次。\n全年办理案件30件。\n二、2030年工作打算\n6月底前完成清理。\n全年培训9次。\n"
    )
    found = [
        (one.span.of(text), str(one.period)) for one in find_times(read_text(text, Genre.REPORT, as_of="2030-01-15"))
    ]

    assert ("上半年", "2029-01/2029-06") in found
    assert ("6月底前", "2030-06") in found
    assert [period for words, period in found if words == "全年"] == ["2029", "2030"]


def test_a_reply_tells_of_the_year_before() -> None:
    """上年度 is a year where a reply sums up what was done in it, and none where it states a rule."""
    text = "上年度共发放贷款420万元。\n按上年度平均工资缴费。\n"
    found = find_times(read_text(text, Genre.PROPOSAL_REPLY, as_of="2030-07-08"))

    assert [str(one.period) for one in found] == ["2029", "None"]


def test_what_has_been_since_a_year_ends_the_months_named_before() -> None:
    """去年同期 behind 今年以来 is not the months of an earlier paragraph."""
    text = "3月发生险情1起。\n今年以来,险情比去年同期减少3起。\n到2025年,蓄水达标。6月底前完成清淤。\n"

    found = {words: when for words, when, _ in times(text)}

    assert (found["去年同期"], found["6月底前"]) == ("2021", "2022-06")


def test_a_year_up_to_now_is_no_calendar_year_late_in_the_year() -> None:
    """一年来 of a text of October is not the year before."""
    found = find_times(read_text("一年来,全县查处案件30起。\n", Genre.PRESS_BRIEFING, as_of="2030-10-21"))

    assert [one.period for one in found] == [None]


@pytest.mark.parametrize(
    ("sentence", "period"),
    [("各站每月5日前报送上个月的用水台账。", None), ("上个月的用水台账已经报送。", "2029-02")],
)
def test_the_month_before_one_that_comes_again_is_no_month(sentence: str, period: str | None) -> None:
    """上个月 is a month of the calendar only where it is counted from the day of the document."""
    times = find_times(read_text(sentence + "\n", Genre.NOTICE, as_of="2029-03-15"))
    start = next(one.period.start if one.period else None for one in times if one.span.of(sentence) == "上个月")

    assert (str(start) if start else None) == period


@pytest.mark.parametrize(
    ("sentence", "words", "start", "end", "role"),
    [
        ("从4月9日00:00起至4月27日24:00，免收渡船费。", "从4月9日00:00起至4月27日24:00", "04-09", "04-27", "period"),
        ("4月9日0时至4月27日24时免收渡船费。", "4月9日0时至4月27日24时", "04-09", "04-27", "period"),
        ("自4月9日零时起至4月27日止停航。", "自4月9日零时起至4月27日止", "04-09", "04-27", "period"),
        ("各镇于4月9日18时前报送。", "于4月9日18时前", "04-09", "04-09", "deadline"),
        ("截至3月9日24:00，全县修好渠道5条。", "截至3月9日24:00", "03-09", "03-09", "as_of"),
        ("4月9日下午5点召开云水县灌区会议。", "4月9日下午5点", "04-09", "04-09", "event"),
        ("4月9日22时起停航。", "4月9日22时起", "04-09", None, "start"),
        ("自4月9日0时至4月27日24时期间免收渡船费。", "自4月9日0时至4月27日24时期间", "04-09", "04-27", "period"),
        ("即日起至4月9日24时前停航。", "即日起至4月9日24时前", "03-15", "04-09", "period"),
        ("3月9日24时间断供水。", "3月9日", "03-09", "03-09", "event"),
    ],
)
def test_the_hour_of_a_day_belongs_to_it(sentence: str, words: str, start: str, end: str | None, role: str) -> None:
    """What stands behind the hour, 至, 前 or 起, is read as behind the day."""
    [found] = find_times(read_text(sentence + "\n", Genre.NOTICE, as_of="2029-03-15"))

    assert found.period is not None
    assert found.span.of(sentence.replace("，", ",")) == words
    assert (str(found.period.start), str(found.period.end)) == (f"2029-{start}", f"2029-{end}" if end else "None")
    assert found.role.value == role


def test_those_born_in_some_years_are_no_year() -> None:
    """90后年轻人 tells whose years of birth are meant."""
    assert not find_times(read_text("石桥镇的00后、90后年轻人参加巡渠。\n", Genre.NOTICE, as_of="2029-03-15"))


def test_a_briefing_goes_on_with_the_year_that_it_opens() -> None:
    """What is counted behind 2028年是… is of that year, up to the paragraph that turns to the next one."""
    text = (
        "云水县举行水务工作发布会\n2028年是灌区改造的第二年。县水务局完成了各项任务，主要体现在以下方面：\n"
        "一是通水提速。全年新增通水村12个。\n2029年，是收官之年。全年计划通水9个村。\n"
    )
    reading = read_text(text, Genre.PRESS_BRIEFING, as_of="2029-02-20")
    found = [one.period for one in find_times(reading) if one.span.of(text) == "全年"]

    assert list(map(str, found)) == ["2028", "2029"]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("2028年12月18日晚8时40分和19日晚8时35分，渠道两次漫堤。", ["2028-12-18", "2028-12-19"]),
        ("2028年12月18日、19日渠道两次漫堤。", ["2028-12-18", "2028-12-19"]),
        ("2028年12月18日渠道漫堤。县水利局15日抢修。", ["2028-12-18"]),  # another sentence may mean another month
        ("2028年12月18日起，15日内清淤。", ["2028-12-18"]),
    ],
)
def test_a_day_without_its_month_beside_one_that_has_it(sentence: str, days: list[str]) -> None:
    """It lies in the same month where the same sentence has named that."""
    found = find_times(read_text(sentence + "\n", Genre.NOTICE, as_of="2029-03-15"))

    assert [str(one.period.start) for one in found if one.period] == days
