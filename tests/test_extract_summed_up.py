"""Summaries from end to end: the year they tell of, their heads, and what came of consultations."""

from __future__ import annotations

import pytest

from corpus import Achievement, Commitment, Indicator, IndicatorKind, TimeMention
from extract import analyse
from tests.conftest import plain_document


def periods(text: str) -> dict[str, str]:
    """The times of a text with what they mean; of equal words the last counts."""
    document = plain_document(text)
    return {one.span.of(text): str(one.period) for one in analyse(document).facts if isinstance(one, TimeMention)}


BODY = "今年以来，在县委的领导下，我局各项工作有序推进。\n一、主要工作\n上半年已经完成渠道修复9公里。\n"


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("青石县水务局2030年工作总结和2031年工作计划", "2030"),
        ("青石县民政局2030年度工作总结暨2031年工作思路", "2030"),
        ("青石县林业局2030年上半年工作总结", "2030"),
        ("青石县教育局2030年政府信息公开工作年度报告", "2030"),
        ("青石县2030年法治政府建设情况的报告", "2030"),
        ("青石县水务局2030年工作完成情况及2031年工作打算", "2030"),
    ],
)
def test_a_summary_tells_from_the_year_it_sums_up(title: str, year: str) -> None:
    """今年 is the year that is summed up and not the next, which the title names for its tasks."""
    found = periods(f"{title}\n\n{BODY}")
    assert found["今年以来"] == f"{year}/"
    assert found["上半年"] == f"{year}-01/{year}-06"


@pytest.mark.parametrize("day", ["2031-09-03 02:44:15", "2032-01-20 08:30:00"])
def test_the_day_of_a_page_long_after_dates_no_summary(day: str) -> None:
    """The year stands in a heading; the page was made long after, and 去年 counts from that year, too."""
    found = periods(
        f"青石县水务局上半年工作总结\n\n时间：{day}\n\n一、2030年上半年工作总结\n"
        "供水工程已于去年9月份开工。\n上半年完成投资3亿元。\n"
    )
    assert found["上半年"] == "2030-01/2030-06"
    assert found["于去年9月份"] == "2029-09"


def test_days_of_a_summary_published_in_january_lie_in_its_year() -> None:
    """9月28日 is over; the tasks of a later section are told from the day of the page."""
    found = periods(
        "青石县水务局2030年工作完成情况\n日期：2031-01-18    来源：青石县水务局\n"
        "一、主要做法和工作成效\n水厂已完成竣工验收，9月28日移交，运行平稳。\n"
        "二、下一步工作打算\n今年将新建水窖20口。\n"
    )
    assert (found["9月28日"], found["今年"]) == ("2030-09-28", "2031")


def test_all_of_an_annual_report_has_been_done() -> None:
    """What its sentences do not say themselves, the kind of paper says."""
    text = (
        "青石县水务局2030年政府信息公开工作年度报告\n"
        "根据有关要求，编制本报告。\n一、总体情况\n（一）主动公开情况。我局坚持以公开为常态，全面拓展主动公开的广度。\n"
        "（二）依申请公开情况。2030年度，我局进一步完善申请受理、答复、归档流程，依法保障群众的权利。\n"
    )
    facts = analyse(plain_document(text)).facts
    done = [one.span.of(text)[:6] for one in facts if isinstance(one, Achievement)]
    assert "我局坚持以公" in done
    assert "2030年度" in done
    assert not [one for one in facts if isinstance(one, Commitment)]


@pytest.mark.parametrize("heading", ["意见征集情况：", "结果反馈：", "征求意见反馈情况", "公众意见采纳情况："])
def test_what_came_of_a_consultation_is_an_account(heading: str) -> None:
    """Pages add it below the notice, behind its date."""
    text = (
        "青石县水务局关于公开征求《青石县节水办法（征求意见稿）》意见的通知\n"
        "现向社会公开征求意见，公众可通过以下途径提出意见：\n1.电子邮箱：water@example.cn\n2.通信地址：青石县河西路1号\n"
        f"青石县水务局\n2030年8月30日\n{heading}\n截至9月30日，共收到反馈意见3条，其中有效意见2条。\n"
    )
    facts = analyse(plain_document(text)).facts
    assert [one.span.of(text)[:3] for one in facts if isinstance(one, Achievement)] == ["截至9"]
    assert not [one for one in facts if isinstance(one, Commitment) and one.span.start > text.index(heading)]


def test_a_survey_of_what_is_there_is_no_background() -> None:
    """现状调查 is a task; 现状 alone is not."""
    text = (
        "青石县人民政府征收土地预公告\n根据有关规定，现将有关事项公告如下：\n"
        "一、开展土地现状调查的安排\n拟定于本公告发布之后组织有关部门对土地的位置进行清点确认。\n二、其他事项\n请予配合。\n"
    )
    facts = analyse(plain_document(text)).facts
    assert "拟定于本" in [one.span.of(text)[:4] for one in facts if isinstance(one, Commitment)]


@pytest.mark.parametrize(
    ("head", "title", "published"),
    [
        (
            (
                "今天是：2029年10月31日 星期四 农历九月廿四\n工作报告\n\n您所在的位置：政务公开 > 工作报告\n\n"
                "2030年青石县法治政府建设情况报告\n文章来源：司法局 发表时间：2031/03/29 11:30:01\n"
            ),
            "2030年青石县法治政府建设情况报告",
            "2031-03-29",
        ),
        (
            "2031年02月23日\n第06版：青石水利 PDF版\n\n青石县水务局为高质量发展擘画蓝图\n",
            "青石县水务局为高质量发展擘画蓝图",
            None,
        ),
        (
            (
                "时间：2031年3月13日\n主题：青石县春耕备耕新闻发布会\n地点：青石县新闻发布中心\n参加人：\n"
                "县农业农村局局长、党组书记，县农技站站长 某某某\n县水务局副局长某某\n图文实录：\n主持人：\n"
            ),
            "青石县春耕备耕新闻发布会",
            None,
        ),
    ],
)
def test_lines_of_a_page_are_no_title(head: str, title: str, published: str | None) -> None:
    """The day, the page of a newspaper, place and persons of a briefing stand above the title or in its stead."""
    metadata = analyse(
        plain_document(f"{head}\n2030年，全县各部门团结一致，依法全面履行政府职能，为经济社会发展创造了良好环境。\n")
    ).metadata
    assert metadata.title == title
    assert (str(metadata.published_on) if metadata.published_on else None) == published


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_a_text_on_one_line_may_end_with_a_line_end(end: str) -> None:
    """Head and foot are found in it all the same."""
    words = "决定对青石河大桥进行封闭施工，施工期间实行道路交通管制，请过往车辆提前绕行，减速慢行。" * 6
    text = (
        f"广大市民： 为提升通行能力，经县政府同意，{words} 一、封闭时间： 2030年6月18日至2030年10月底 "
        "二、封闭方式： 全封闭施工，机动车辆请绕道通行。 三、广大市民要自觉遵守相关规定。 特此通告。 "
        f"青石县公安局交通警察大队 2030年6月16日{end}"
    )
    metadata = analyse(plain_document(text)).metadata
    assert (metadata.issuer, str(metadata.written_on)) == ("青石县公安局交通警察大队", "2030-06-16")


def test_counts_of_what_came_of_a_consultation_are_measured() -> None:
    """They are no targets of the draft."""
    text = (
        "青石县水务局关于公开征求《青石县节水办法（征求意见稿）》意见的公告\n"
        "现向社会公开征求意见，请于2030年9月29日前反馈。\n青石县水务局\n2030年8月30日\n"
        "意见征集情况：\n公告期间，共收到反馈意见3条。\n"
    )
    counts = [one for one in analyse(plain_document(text)).facts if isinstance(one, Indicator)]
    assert [one.kind for one in counts] == [IndicatorKind.ACTUAL]
