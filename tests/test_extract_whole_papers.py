"""Small papers read as wholes: what the head, a heading or the form of a list says of all that stands under it."""

from __future__ import annotations

import pytest

from corpus import Achievement, Analysis, Commitment, QuotedDuty, Role
from extract import analyse
from tests.conftest import plain_document

_LETTER = {Commitment: "C", Achievement: "A", QuotedDuty: "Q"}
_OPENING = "您提出的关于修渠的建议收悉，现答复如下：\n"


def read(text: str) -> Analysis:
    """The analysis of a plain text."""
    return analyse(plain_document(text))


def told(text: str) -> list[tuple[str, str]]:
    """C, A or Q and the words of each statement, in order."""
    analysis = read(text)
    facts: list[Commitment | Achievement | QuotedDuty] = [
        *analysis.commitments,
        *analysis.achievements,
        *analysis.quoted_duties,
    ]
    facts.sort(key=lambda fact: fact.span.start)
    return [(_LETTER[type(fact)], fact.span.of(text)) for fact in facts]


def reply(body: str) -> str:
    """A reply of a county's office with this body."""
    return f"青石县水务局关于县政协第8号提案的答复\n周委员：\n{_OPENING}{body}\n青石县水务局\n2030年8月1日\n"


def report(body: str) -> str:
    """A report of a town's government with this body."""
    return f"云水镇人民政府工作报告\n各位代表：\n我代表镇人民政府作工作报告，请予审议。\n{body}\n"


def test_words_in_marks_are_no_title_of_a_proposal() -> None:
    """Where the title itself stands without marks."""
    opening = "您提出的关于加大山区“五小水利”建设力度的提案收悉，现答复如下：\n"
    metadata = read(reply("已完成。").replace(_OPENING, opening)).metadata
    assert metadata.proposal_title == "关于加大山区“五小水利”建设力度的提案"


def test_a_signed_number_on_a_printed_line_is_no_title() -> None:
    """Even where the line is as long as those of the text."""
    line = "    去年以来我办统筹调剂空编三百名下沉乡镇优先用于应急岗位工作\n"
    text = (
        "石编办函〔2030〕33号                        签发人：某某\n"
        "对市政协十四届一次会议第2030046号\n提案的复函\n石桥市水务促进会：\n"
        f"{line * 9}石桥市委编办\n2030年9月7日\n"
    )
    metadata = read(text).metadata
    assert metadata.doc_number == "石编办函〔2030〕33号"
    assert metadata.title == "对市政协十四届一次会议第2030046号提案的复函"


def test_the_speaker_of_a_report_is_called_in_full_by_its_title() -> None:
    """我代表镇人民政府 under 云水镇人民政府工作报告."""
    assert read(report("一、2030年工作回顾\n修渠2公里。")).metadata.issuer == "云水镇人民政府"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("《青石日报》 2031年01月12日 第02版", "2031-01-12"),
        ("青石晚报 2031年1月12日", "2031-01-12"),
        ("总结汇报 2031年1月12日", "None"),
    ],
)
def test_the_line_of_a_newspaper_dates_the_page(line: str, day: str) -> None:
    """And nothing is due on its day."""
    analysis = read(
        f"青石县政府工作报告\n——2031年1月9日在县人民代表大会上\n{line}\n各位代表：\n一、回顾\n修渠2公里。\n"
    )
    assert str(analysis.metadata.published_on) == day
    if day != "None":
        assert "deadline" not in {time.role.value for time in analysis.times}


def test_what_is_made_known_of_progress_is_no_list_of_tasks() -> None:
    """A 公示 is a notice, but one on how far things have come tells that."""
    text = (
        "青石县2030年民生实事三季度进展情况公示\n"
        "2030年全县实施民生实事23项，其中修渠6项。截至9月底，已完成9项。现将进展公示如下，接受社会监督。\n"
        "青石县人民政府办公室\n2030年10月13日\n"
    )
    assert [kind for kind, _ in told(text)] == ["A"]


@pytest.mark.parametrize("heading", ["（二）已开展的工作。", "（二）已采取的主要措施。"])
def test_what_was_already_done_heads_an_account(heading: str) -> None:
    """Also where the heading runs into its text, and the text names a paper of the office's own."""
    facts = told(reply(f"（一）基本情况。全县有水窖64个。\n{heading}出台《青石县水窖办法》，明确任何单位不得侵占。"))
    assert ("A", "出台《青石县水窖办法》，明确任何单位不得侵占。") in facts


def test_what_a_heading_quotes_says_nothing_of_its_section() -> None:
    """针对“…任务艰巨”的意见 heads an answer to that, no tasks."""
    text = (
        "青石县关于河道检查审议意见研究处理情况的报告\n主任、各位委员：\n今年5月，提出意见两条，已全部办结。\n"
        "（一）针对“管网改造任务依然艰巨”的意见。改造管网63公里，修复破损点40处。\n"
        "（二）针对“巡查力度不够”的意见。开展巡河72次。\n以上报告，请予审议。\n"
    )
    assert {kind for kind, _ in told(text)} == {"A"}


def test_the_last_point_of_a_list_is_a_point() -> None:
    """Semicolons part the others; a point before its own text is a lead-in."""
    list_ = "下一步，我局将做好以下工作：一是修复渠道3公里；二是继续开展节水社区创建。"
    assert told(reply(list_))[-1] == ("C", "二是继续开展节水社区创建。")
    parted = "下一步，我局将做好以下工作。一是强化管护。投入30万元；二是继续开展创建。新增节水社区2个。"
    assert "二是继续开展创建。" not in {words for _, words in told(reply(parted))}


@pytest.mark.parametrize("lead_in", ["第一，抓水源，强基础。", "一是修渠补短，强基惠民。"])
def test_two_short_clauses_lead_in_what_stands_behind_them(lead_in: str) -> None:
    """Where text stands behind them; alone they are a task."""
    chapter = "一、2031年工作安排\n"
    assert lead_in not in {words for _, words in told(report(f"{chapter}{lead_in}新修水渠3公里，惠及两村。"))}
    assert lead_in in {words for _, words in told(report(f"{chapter}{lead_in}"))}


@pytest.mark.parametrize("close", ["以上答复，请予审查。", "如您对答复有何意见，请通过代表履职平台反馈。"])
def test_the_close_of_a_reply_promises_nothing(close: str) -> None:
    """Behind undertakings too."""
    assert close not in {words for _, words in told(reply(f"下一步，我局将修渠3公里。\n{close}"))}


def test_what_is_put_on_record_was_done() -> None:
    """将 before 完成情况 stands for 把."""
    sentence = "对进度落后的两个乡进行了约谈，将完成情况纳入年度考核。"
    assert told(reply(sentence)) == [("A", sentence)]


def test_a_month_dates_its_own_deed() -> None:
    """6月底前完成… dates no value of the paragraphs behind it; 到2031年，… does."""
    text = report(
        "一、2031年工作安排\n第二，强基础。6月底前完成水厂主体工程。\n第三，惠民生。新建水窖3个，改造危房100户。"
    )
    times = {one.name: one.when for one in read(text).indicators}
    assert {str(when.end) for when in times.values() if when} == {"2031"}


@pytest.mark.parametrize("value", ["1.6万卷", "1.3万卷次", "380万页", "12幅"])
def test_papers_are_counted(value: str) -> None:
    """By volumes, pages and sheets."""
    indicators = read(report(f"一、2030年工作回顾\n整理水利档案{value}。")).indicators
    assert [(one.name, one.span.of(report(f"一、2030年工作回顾\n整理水利档案{value}。"))) for one in indicators] == [
        ("整理水利档案", f"整理水利档案{value}")
    ]


@pytest.mark.parametrize("place", ["石桥市", "湖南省"])
def test_the_commission_of_a_government_is_that_of_its_place(place: str) -> None:
    """石桥市人民政府国有资产监督管理委员会 is 市国资委."""
    level = place[-1]
    text = (
        f"{level}国资委关于{level}政协第8号提案的答复\n周委员：\n{_OPENING}{level}国资委会同{level}财政部门制定了标准。\n"
        f"{place}人民政府国有资产监督管理委员会\n2030年8月1日\n"
    )
    bodies = {one.name: one for one in read(text).organizations}
    issuer = bodies[f"{place}人民政府国有资产监督管理委员会"]
    assert Role.ISSUER in issuer.roles
    assert f"{level}国资委" in issuer.aliases
    assert not any("关于" in name for name in bodies)


@pytest.mark.parametrize(
    ("sentence", "name", "named"),
    [
        ("民进石桥市委提出了意见。", "市委", False),
        ("民盟石桥市委提出了意见。", "盟石桥市委", False),
        ("民建建议市委研究。", "市委", True),
        ("县食品安全委员会办公室通报了情况。", "县食品安全委员会办公室", True),
    ],
)
def test_committees_and_offices_by_their_whole_names(sentence: str, name: str, named: bool) -> None:
    """The committee of another party is not 市委, the office of a commission not the commission."""
    assert (name in {one.name for one in read(reply(sentence)).organizations}) is named


def test_the_first_line_of_a_printed_paragraph_is_set_in() -> None:
    """And goes on though it is narrower than the others by that."""
    first = "    去年以来全县各地会同有关方面统筹安排下沉空编用于"
    line = "岗位并且配合各个街道招录基层工作人员以充实供水应急防汛等队伍"
    text = (
        "石桥市水务局关于市政协第46号提案的复函\n石桥市供水协会：\n"
        "    贵会《关于加强乡镇和街道供水机构及其管护队伍建设的提\n案》收悉，现答复如下：\n"
        + "".join(f"{first}\n{line}\n{line}\n{line}，完成。\n" for _ in range(4))
        + "                        石桥市水务局\n                        2030年9月7日\n"
    )
    assert read(text).metadata.proposal_title == "关于加强乡镇和街道供水机构及其管护队伍建设的提案"


@pytest.mark.parametrize(
    ("sentence", "subject", "name"),
    [
        ("县水务局拆除违建34个。", "县水务局", "拆除违建"),
        ("青石县水务局牵头新建管网163公里。", "青石县水务局", "新建管网"),
        ("新的格局建成水厂3座。", None, "新的格局建成水厂"),
    ],
)
def test_an_office_before_its_deed_is_whose_the_value_is(sentence: str, subject: str | None, name: str) -> None:
    """Its name is no part of that of the value."""
    indicators = read(report(f"一、2030年工作回顾\n{sentence}")).indicators
    assert [(one.subject, one.name) for one in indicators] == [(subject, name)]


def test_the_day_of_founding_dates_no_value() -> None:
    """What is told behind it is there by now."""
    text = reply("高湾渠建于1975年，有6处渗漏。去年新建于山口的水池，可蓄水80立方米。")
    leaks = next(one for one in read(text).indicators if one.name == "渗漏")
    assert leaks.when is None
