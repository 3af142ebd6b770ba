"""By when what a sentence undertakes is to be done, and which dates say nothing of the kind."""

from __future__ import annotations

import pytest

from corpus import Commitment, Genre, Span
from extract.bodies.departments import find_organizations
from extract.statements.find import find_statements
from extract.times.dates import find_times
from extract.times.due_dates import DueDates
from tests.readings import read_text

DUE = [
    # sentence of 15 March 2029, deadline
    ("县发改委编制《第十四个五年规划和2035年远景目标纲要》。", None),
    ("到2031年底，建成三个园区。", "2031"),
    ("县应急管理局定于2029年7月组织考核。", "2029-07"),
    ("拟在2030年安排三个课题。", "2030"),
    ("会议将于2029年5月20日举行。", "2029-05-20"),
    ("于2029年6月25日前报送，7月1日前汇总。", "2029-07-01"),
    ("本办法自2029年3月15日起执行，有效期至2032年3月14日。", None),  # in force till then
    ("2028年建成两个园区。", None),
    ("力争全年新增学位300个。", None),  # the year that is measured
    ("2029年规划建设石桥路学校,扩充学位。", "2029"),
    ("2029年规划建设了石桥路学校。", None),
    ("供水量稳定在2030万吨。", None),
    ("对2030年6月30日前到期的贷款给予续贷。", None),  # which loans are meant
    ("2030年8月31日以前满6岁的儿童可以入学。", None),
    ("如能在2030年8月20日之前交房，县教育局可安排学位。", None),  # a condition
    ("如期在2030年8月20日之前完成改造。", "2030-08-20"),
    ("覆盖率由2020年的三成提升到2029年的39.5%。", None),  # what was measured
    ("本通知适用截止时间为2030年6月30日。", None),
    ("各乡镇须于每季度最后一旬的28日前把本季度台账报县水务局。", None),  # again and again
    ("该项目已于2029年2月底前完成。", None),
    ("请将2028年工作总结于3月20日前报送县水务局。", "2029-03-20"),  # the year tells which one
    ("2028年度考核备案可延迟至5月底前完成。", "2029-05"),
    ("听取2028年度审计报告，报告拟在12月审议。", "2029-12"),
    ("2028年，全县推进改造，11月底前已全部完成。", "2028-11"),  # told of, and over
    ("2028年度考核备案工作，11月底前已全部完成。", "2028-11"),
    ("对6月底前完成改造的企业给予30%的补助。", None),  # which ones
    ("重点支持6月底前有望完成扩建的企业，对其设备投资给予补助。", None),
    ("6月底前完成扩建、形成产能的，给予一次性奖励。", None),
    ("6月底前完成全县的管网改造。", "2029-06"),
    ("各乡镇于考核期第2年10月上旬前报送自评报告。", None),  # a year counted from an event
    ("各乡镇应于次年1月底前报送总结。", None),
    ("第一年6月底前完成普查，第二年12月底前完成整改。", None),
    ("在2029年第二季度对稳增长贡献突出的，给予最高200万元的补助。", None),
    ("用水单位当月缴费不受限制，全月均可缴纳。", None),
    ("逾期未在6月30日前整改到位的，取消资格。", None),
    ("对标2035年远景目标，完善规划体系。", None),
    ("截至2032年底，全面建成灌区信息平台。", "2032"),
    ("截至4月底，用工人数与上年持平的企业可申请补助。", None),
]


@pytest.mark.parametrize(("sentence", "due"), DUE)
def test_deadlines(sentence: str, due: str | None) -> None:
    """A date to reach, or the day that a deed is set for; the last of several."""
    reading = read_text(sentence + "\n", Genre.NOTICE, as_of="2029-03-15")
    found = DueDates(reading, find_times(reading)).within(Span(0, len(sentence)))

    assert (str(found) if found else None) == due


@pytest.mark.parametrize(
    "sentence",
    [
        "2029年4月免收水费，5—6月水费减半。",
        "2029年二季度租金减半收取。",
        "对企业2029年4月至6月的水费减免一半。",
        "2029年5月份、6月份租金减半。",
    ],
)
def test_months_for_which_nothing_is_charged_are_no_deadlines(sentence: str) -> None:
    """They tell how long a relief lasts."""
    reading = read_text(sentence + "\n", Genre.NOTICE, as_of="2029-03-15")
    assert DueDates(reading, find_times(reading)).of(Span(0, len(sentence))) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "对受灾情影响到2029年4月28日仍无法缴费的用户，可补办缴费手续。",
        "受灾情影响到2029年4月28日仍无法缴费的用户，可补办缴费手续。",
        "对2029年6月30日前仍未整改的企业，依法予以关停。",
        "对2029年4—6月份扩建的水窖每口补助3000元。",
        "用于保障2029年6月底前开工和续建的水利项目。",
        "资金将在2029年预算中予以保障。",
        "对9月龄以上牲畜实施免疫。",
    ],
)
def test_what_tells_to_whom_something_is_done_is_no_deadline(sentence: str) -> None:
    """A time amid the words for those concerned, or a budget's year, says not by when."""
    reading = read_text(sentence + "\n", Genre.NOTICE, as_of="2029-03-15")
    assert DueDates(reading, find_times(reading)).of(Span(0, len(sentence))) is None


def test_what_is_over_lies_not_ahead() -> None:
    """A deadline before the document's own date is none to come."""
    reading = read_text("2027年底前完成改造。\n", Genre.NOTICE, as_of="2029-03-15")
    due = DueDates(reading, find_times(reading))

    assert not due.is_ahead(due.within(Span(0, 12)))


NOTES = [
    # text, deadlines of its commitments
    (
        "一、修订目录\n修订服务目录，公布服务指南。\n牵头部门：市教育局\n完成时限：2030年6月底前\n",
        [
            "2030-06",
        ],
    ),
    ("一、修订目录\n修订服务目录。公布服务指南。（市教育局牵头，2030年底前完成）\n", ["2030", "2030"]),
    ("一、修订目录\n公布服务指南。\n牵头部门：市教育局\n完成时限：2030年12月取得成果并持续推进\n", ["2030-12"]),
    ("一、修订目录\n公布服务指南。\n牵头部门：市教育局\n完成时限：持续推进\n", [None]),
    ("一、修订目录\n公布服务指南。\n完成时限：2030年\n二、建设平台\n建设统一的服务平台。\n", ["2030", None]),
    ("一、修订目录\n2029年底前公布服务指南。\n完成时限：2030年\n", ["2029"]),  # its own comes first
]


@pytest.mark.parametrize(("text", "ends"), NOTES)
def test_deadlines_of_notes(text: str, ends: list[str | None]) -> None:
    """A line 完成时限 or the bracket of those responsible dates the sentences that it covers."""
    reading = read_text("东湖市服务工作方案\n" + text, Genre.PLAN, as_of="2029-03-15")
    times = find_times(reading)
    mentions = find_organizations(reading)[1]
    found = [one for one in find_statements(reading, times, mentions, ()) if isinstance(one, Commitment)]

    assert [str(one.deadline) if one.deadline else None for one in found] == ends


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("提升服务水平（市教育局牵头，2030年底前完成）。\n", True),
        ("提升服务水平。（市教育局牵头，2030年底前完成）\n", False),
        ("提升服务水平。\n牵头部门：市教育局\n完成时限：2030年\n", False),
    ],
)
def test_what_only_a_note_sets_is_due_and_not_stated(text: str, stated: bool) -> None:
    """The bracket that ends a sentence is part of it; one behind it, or a line of the item, dates it from outside."""
    reading = read_text(f"东湖市服务工作方案\n一、修订目录\n{text}", Genre.PLAN, as_of="2029-03-15")
    mentions = find_organizations(reading)[1]
    [found] = find_statements(reading, find_times(reading), mentions, ())

    assert isinstance(found, Commitment)
    assert (str(found.deadline), found.due_by_note, found.binding) == ("2030", not stated, stated)


HEADED = [
    # sentence of 15 March 2029, deadline
    ("2030年，建成五个社区服务站。", "2030"),
    ("2029—2031年，每年培训两千人。", "2031"),
    ("根据您的建议，2029年我局将继续改造管网。", "2029"),
    ("2029年我局累计改造管网，逐步扩大范围。", None),
    ("2031年基本完成改造任务。", "2031"),
    ("提升县域商贸，石桥建材市场2031年建成开业。", "2031"),
    ("发展乡村旅游，2031年旅游收入120亿元。", "2031"),
    ("今年全县力争组织三万人参加培训。", "2029"),
    ("今年全县的主要预期目标是：粮食产量20万吨。", "2029"),
    ("多方筹资，确保今年150公里任务落实。", "2029"),
    ("今年还有50块站牌的计划。", None),
    ("守住今年预期目标并不容易，需要各方出力。", None),  # how hard it is
    ("《关于解决今年渠道改造超计划问题的请示》已经批准，将一并解决。", None),  # a title
    ("今年上级投资拟安排7000万元。", "2029"),
    ("今年上级预算安排7000万元。", None),
    ("财力有限，今年新建渠道30公里。", "2029"),
    ("预计今年水费收入平稳增长，支出3亿元。", "2029"),
    ("确保2030年供水成本不高于2028年。", "2030"),
    ("水价改革今年全面实施。", None),
    ("保持2030年的补贴标准。", None),
    ("2030年继续对困难农户给予补贴。", "2030"),
    ("2030年县水务局将会同石桥镇研究。", "2030"),
]


LED = [
    # sentence of 15 March 2029, deadline of its last part
    ("到2031年，渠系明显改善；管护体系基本形成。", "2031"),
    ("工作目标。到2031年底，渠系明显改善；制度更加健全；管护体系基本形成。", "2031"),
    ("到2031年，渠系明显改善。管护体系基本形成。", None),  # a sentence of its own
    ("到2031年，渠系明显改善；每年检查管护。", None),
    ("覆盖率到2031年提高；管护体系基本形成。", None),  # of its part alone
    ("到2028年，渠系明显改善；管护体系基本形成。", None),  # over
]


@pytest.mark.parametrize(("text", "due"), LED)
def test_what_leads_a_sentence_holds_for_all_its_parts(text: str, due: str | None) -> None:
    """A deadline ahead of parts with semicolons between them is that of each."""
    reading = read_text(text + "\n", Genre.PLAN, as_of="2029-03-15")
    last = Span(max(text.rfind(mark, 0, len(text) - 1) for mark in "；。") + 1, len(text))
    found = DueDates(reading, find_times(reading)).of(last)

    assert (str(found) if found else None) == due


@pytest.mark.parametrize(("sentence", "due"), HEADED)
def test_the_year_that_heads_a_commitment(sentence: str, due: str | None) -> None:
    """A year or a span of years that opens an undertaking says by when; one that does not lie behind."""
    reading = read_text(sentence + "\n", Genre.PLAN, as_of="2029-03-15")
    found = DueDates(reading, find_times(reading)).of(Span(0, len(sentence)))

    assert (str(found) if found else None) == due


@pytest.mark.parametrize(
    ("genre", "sentence", "due"),
    [
        (Genre.REPORT, "推进学校建设，力争全年新增学位300个。", None),
        (Genre.REPORT, "全年用水总量控制在3亿立方米以内。", None),
        (Genre.REPORT, "实行月调度、季通报、全年考核。", None),
        (Genre.PLAN, "推进学校建设，力争全年新增学位300个。", None),
        (Genre.REPORT, "2029年全县的主要预期目标是：粮食产量20万吨。", "2029"),
    ],
)
def test_the_whole_year_is_what_is_measured_and_not_a_day_by_which(
    genre: Genre, sentence: str, due: str | None
) -> None:
    """全年 tells over what a value is counted; the year that heads the aims of a report is their deadline."""
    reading = read_text(f"{sentence}\n", genre, as_of="2029-01-15")
    found = DueDates(reading, find_times(reading)).of(Span(0, len(sentence)))

    assert (str(found) if found else None) == due
