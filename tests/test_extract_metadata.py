"""What documents say of themselves: block of labels, head, foot; nothing is filled from another field."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Document, Metadata, PartialDate, Problem
from extract.matching import fold
from extract.metadata.find import find_metadata
from tests.conftest import plain_document


def read(text: str) -> tuple[Metadata, tuple[Problem, ...]]:
    """Metadata and problems of a plain text."""
    return find_metadata(plain_document(text), fold(text))


def test_block_with_values_on_the_next_line(document: Document) -> None:
    """您当前的位置：首页>政务公开

    [索 引 号]
    11000000AB123456X5/2022-00054
    [ 主题分类 ]
    社会保障;卫生
    [ 发布机构 ]
    青石县人民政府
    [ 发字文号 ]
    青石府发〔2022〕18号
    [ 标  题 ]
    青石县人民政府关于印发青石县养老服务“十四五”规划(2021-2025年)的通知
    [成文日期 ]
    2022-04-08
    [ 发布日期 ]
    2022-04-26
    [ 有 效 性 ]

    青石县人民政府关于印发青石县养老服务“十四五”规划(2021-2025年)的通知

    分享:

    各乡镇人民政府,县政府各部门,有关单位:

    现将《青石县养老服务“十四五”规划(2021-2025年)》印发你们,请认真遵照执行。

                            青石县人民政府

                                202248

    (此件公开发布)

    青石县养老服务“十四五”规划(2021-2025年)

    一、发展基础
    """
    metadata, problems = find_metadata(document, fold(document.text))
    assert metadata.index_number == "11000000AB123456X5/2022-00054"
    assert metadata.doc_number == "青石府发〔2022〕18号"
    assert metadata.title == "青石县人民政府关于印发青石县养老服务“十四五”规划(2021-2025年)的通知"
    assert metadata.issuer == "青石县人民政府"
    assert metadata.addressee == "各乡镇人民政府,县政府各部门,有关单位"
    assert str(metadata.written_on) == "2022-04-08"
    assert str(metadata.published_on) == "2022-04-26"
    assert str(metadata.period) == "2021/2025"
    assert (metadata.genre, metadata.genre_word) == ("plan", "规划")
    assert metadata.validity is None  # the field of the block is empty, and the next line is no value of it
    assert metadata.publicity == "此件公开发布"
    damaged = problems[0]
    assert damaged.code == "metadata.damaged_date"
    assert damaged.span is not None
    assert damaged.span.of(document.text) == "202248"


def test_several_labels_on_a_line() -> None:
    """来源 is no issuer, 时间 behind it is 发布日期, and the date under the signature is 成文日期."""
    metadata, _ = read(
        "青石县水利局关于做好防汛工作的通知\n来源:青石县水利局时间:2021-05-17 09:42【字体:\n各乡镇人民政府：\n"
        "汛期将至，请各地加强巡查，确保安全度汛，并按时报送工作情况。\n青石县水利局\n2022年4月21日\n"
    )
    assert str(metadata.published_on) == "2021-05-17"
    assert str(metadata.written_on) == "2022-04-21"
    assert metadata.issuer == "青石县水利局"


def test_no_date_is_filled_from_another() -> None:
    """A page that states only 发布日期 has no 成文日期."""
    metadata, _ = read(
        "发布日期：2021年3月5日\n关于开展春季植树活动的通知\n各科室：\n请各科室按照安排积极参加植树活动，并做好记录。\n"
    )
    assert metadata.written_on is None
    assert str(metadata.published_on) == "2021-03-05"
    assert metadata.as_of == PartialDate(2021, 3, 5)


@pytest.mark.parametrize(
    ("foot", "issuer", "written"),
    [
        ("青石县人民政府办公室\n二〇〇八年十二月三十日", "青石县人民政府办公室", "2008-12-30"),
        ("青石县财政局\n青石县教育局\n2020年1月2日", "青石县财政局、青石县教育局", "2020-01-02"),
        ("青石县财政局    青石县教育局\n2020年1月2日", "青石县财政局、青石县教育局", "2020-01-02"),
        (
            "水利部 教育部\n青石市财政局、青石市教育局\n2020年1月2日",
            "水利部、教育部、青石市财政局、青石市教育局",
            "2020-01-02",
        ),
        ("青石县财政局\n青 石 县 数 据 局\n2020年1月2日", "青石县财政局、青石县数据局", "2020-01-02"),
        ("财  政  部\n2020年1月2日", "财政部", "2020-01-02"),
        ("青石县防汛联防联控机制\n2020年1月2日", "青石县防汛联防联控机制", "2020-01-02"),
        ("青石县民政局\n2017   年   10   月   18   日", "青石县民政局", "2017-10-18"),
        ("青石县水务局（代章）\n2019年10月8日", "青石县水务局", "2019-10-08"),
        ("2021年6月17日", None, "2021-06-17"),
        ("青石县水务局\n2021年2月30日", "青石县水务局", None),
    ],
)
def test_signature_and_date(foot: str, issuer: str | None, written: str | None) -> None:
    """Joint signatures, Chinese numerals, spaced dates; a day that does not exist gives no date."""
    metadata, problems = read(
        f"关于开展安全检查的通知\n各乡镇人民政府：\n请各地按照职责抓好落实，发现问题及时报告有关部门。\n{foot}\n（此件公开发布）\n"
    )
    assert metadata.issuer == issuer
    assert (str(metadata.written_on) if metadata.written_on else None) == written
    assert bool(problems) is (written is None)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("青石县人民政府关于\n促进消费增长的实施意见\n青石府发〔2022〕9号", "青石县人民政府关于促进消费增长的实施意见"),
        ("青石县人民政府门户网站\n青石县城市更新计划", "青石县城市更新计划"),
        ("新闻通稿\n（2024年1月8日）\n青石县启动城市更新工作", "青石县启动城市更新工作"),
        ("青石县人民政府办公室\n关于加强森林防火工作的通知", "青石县人民政府办公室关于加强森林防火工作的通知"),
        (
            "青石县人民政府办公室\n印发《关于加强森林防火工作的若干措施》的通知",
            "青石县人民政府办公室印发《关于加强森林防火工作的若干措施》的通知",
        ),
        ("青石县防汛抗旱指挥部令第3号", "青石县防汛抗旱指挥部令第3号"),
        ("青石县数据管理办法\n（试行）", "青石县数据管理办法（试行）"),
        ("数字青石2021行动方案", "数字青石2021行动方案"),
        ("A类\n青石水函〔2023〕8号\n签发人：某某\n对县政协第8号提案的答复", "对县政协第8号提案的答复"),
        ("首页 > 政务公开\n青石县城市更新计划", "青石县城市更新计划"),
        ("首页\n>\n政策\n>\n通知\n青石县城市更新计划", "青石县城市更新计划"),
        ("青水字〔2031〕48号 签发 人：某 某\n对县政协第8号提案的答复", "对县政协第8号提案的答复"),
        ("政府工作报告——2024年1月8日在青石县第九届人民代表大会第四次会议上", "政府工作报告"),
    ],
)
def test_title_of_the_head(head: str, title: str) -> None:
    """A title broken over lines is put together; what stands before and behind it is left out."""
    metadata, _ = read(
        f"{head}\n\n各乡镇人民政府：\n为进一步做好有关工作，现结合我县实际提出如下要求，请认真抓好落实。\n一、总体要求\n"
    )
    assert metadata.title == title


def test_title_of_the_attached_paper_where_the_page_has_none(document: Document) -> None:
    """为做好全县公交线路优化，根据有关规定，我局起草了方案，现向社会公开征求意见。征求意见截止时间为2024年9月12日。

    附件：青石县公交线路优化实施方案（征求意见稿）
    青石县交通运输局
    2024年7月5日
    青石县公交线路
    优化实施方案
    （征求意见稿）
    为方便群众出行，结合我县实际，制定本方案，请遵照执行。
    一、总体要求
    坚持便民利民。
    """
    metadata, _ = find_metadata(document, fold(document.text))
    assert metadata.title == "青石县公交线路优化实施方案（征求意见稿）"
    assert metadata.genre == "consultation_draft"
    assert metadata.issuer == "青石县交通运输局"
    assert str(metadata.written_on) == "2024-07-05"
    assert str(metadata.consult_until) == "2024-09-12"


@pytest.mark.parametrize(
    ("sentence", "until"),
    [
        ("请于2024年9月12日前将意见反馈至县司法局。", "2024-09-12"),
        ("征求意见时间为2024年7月8日至2024年9月12日。", "2024-09-12"),
        ("意见反馈截止日期：2024年9月12日。", "2024-09-12"),
        ("请于9月12日前将修改意见书面反馈我局。", "2024-09-12"),
        ("请于1月7日前将修改意见书面反馈我局。", "2025-01-07"),
        ("欢迎社会各界提出意见。", None),
    ],
)
def test_end_of_a_consultation(sentence: str, until: str | None) -> None:
    """A date without a year is the next such day after the document's own."""
    metadata, _ = read(
        "关于公开征求《青石县养犬管理办法（征求意见稿）》意见的公告\n为规范养犬行为，我局起草了办法，现公开征求意见。"
        f"{sentence}\n青石县城市管理局\n2024年7月5日\n"
    )
    assert (str(metadata.consult_until) if metadata.consult_until else None) == until


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("青石县“十四五”水利发展规划", "2021/2025"),
        ("青石县国民经济和社会发展第十四个五年规划和2035年远景目标纲要", "2021/2025"),
        ("青石县职业技能提升三年行动计划（2023—2025年）", "2023/2025"),
        ("青石县2022年普法工作要点", "2022"),
        ("青石县粮食应急预案", None),
        ("关于2021年考试安排的通知", None),
    ],
)
def test_planning_period(title: str, period: str | None) -> None:
    """The years that a plan's title names; another genre has none."""
    metadata, _ = read(f"{title}\n\n为做好有关工作，结合我县实际，制定本文件，现就有关事项明确如下。\n")
    assert (str(metadata.period) if metadata.period else None) == period


@pytest.mark.parametrize(
    ("article", "start", "until"),
    [
        ("第九条　本办法自2021年5月1日起施行，有效期至2026年4月30日。", "2021-05-01", "2026-04-30"),
        ("第九条　自2021年5月1日起施行。", "2021-05-01", None),
        ("第九条　本办法由县财政局负责解释，自发布之日起施行。", None, None),
        ("第九条　《青石县旧办法》自2001年5月1日起施行后，取得一定成效。", None, None),
    ],
)
def test_force(article: str, start: str | None, until: str | None) -> None:
    """The document's own force counts, that of another does not, and 自发布之日起 is no date."""
    metadata, _ = read(f"青石县补贴资金管理办法\n第一条　为规范补贴资金管理，制定本办法。\n{article}\n")
    assert (str(metadata.in_force_from) if metadata.in_force_from else None) == start
    assert (str(metadata.in_force_until) if metadata.in_force_until else None) == until


def test_a_cited_number_is_not_the_documents_own() -> None:
    """A number in a sentence belongs to what the sentence cites."""
    metadata, _ = read(
        "关于做好节水工作的通知\n各乡镇：\n根据某省政发〔2020〕3号文件要求，请各地抓好节水工作的落实。\n"
    )
    assert metadata.doc_number is None


def test_a_work_report_names_its_speaker_and_its_hearers() -> None:
    """代表县人民政府 and 各位代表 stand for issuer and addressee."""
    metadata, _ = read(
        "各位代表：\n现在，我代表县人民政府，向大会报告工作，请予审议，并请各位委员提出意见。\n一、2023年工作回顾\n"
    )
    assert (metadata.issuer, metadata.addressee, metadata.genre) == ("县人民政府", "各位代表", "report")


@given(st.text(alphabet="一、二（）()〔2021〕年月日号:：。，\n 关于的通知附件：各局123.—　《》“”", max_size=300))
def test_strange_text_gives_metadata_all_the_same(text: str) -> None:
    """Nothing is raised, and every span lies in the text."""
    metadata, _ = read(text)
    assert all(span.end <= len(text) for span in metadata.spans.values())


def test_cells_of_a_flattened_block_and_the_fuller_title() -> None:
    """Labels parted from values by tabs; the printed title names the body, the block's does not."""
    metadata, _ = read(
        "索引号\t000123/2022-00012\t分类\t水利;通知\n名称\t关于调整水价的通知\n青石县水利局关于调整水价的通知\n各乡镇：\n"
        "为促进节约用水，现就调整水价有关事项通知如下，请认真执行。\n"
    )
    assert metadata.index_number == "000123/2022-00012"
    assert metadata.title == "青石县水利局关于调整水价的通知"


def test_the_day_of_publication_is_not_the_end_of_a_consultation() -> None:
    """A date of the page's head is passed over; 尊敬的 is no part of an addressee; name and date may share a line."""
    metadata, _ = read(
        "关于公开征求《青石县养犬条例（草案征求意见稿）》意见的公告\n发布时间：2024-03-02 09:15 浏览次数：5\n"
        "尊敬的社会各界群众：\n"
        "为规范养犬行为，现公开征求意见。有关单位和各界人士可于2024年4月2日前提出意见。\n青石县司法局    2024年3月1日\n"
    )
    assert str(metadata.consult_until) == "2024-04-02"
    assert metadata.addressee == "社会各界群众"
    assert (metadata.issuer, str(metadata.written_on)) == ("青石县司法局", "2024-03-01")


def test_a_speech_bears_the_day_it_was_given() -> None:
    """The occasion under the title of a report dates it."""
    metadata, _ = read(
        "青石县政府工作报告\n——2024年1月8日在青石县第九届人民代表大会第四次会议上\n各位代表：\n"
        "现在，我代表县人民政府，向大会报告工作，请予审议。\n一、2023年工作回顾\n"
    )
    assert metadata.title == "青石县政府工作报告"
    assert str(metadata.written_on) == "2024-01-08"


LAYOUTS = (Path(__file__).parent / "data" / "layouts.txt").read_text(encoding="utf-8").split("=====\n")
"""Documents with the fields that are expected of each before a line of dashes; a field without a value is none."""


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts(layout: str) -> None:
    """Heads and feet of many genres: decrees, covers, captions, flattened lines, speeches, several papers in one."""
    wanted, text = layout.split("---\n", 1)
    expected = {field: value.strip() for field, value in (line.split(":", 1) for line in wanted.splitlines())}
    metadata, _ = read(text)
    assert {field: str(getattr(metadata, field) or "") for field in expected} == expected


@pytest.mark.parametrize(
    ("behind", "genre"),
    [
        (
            "一、分解任务，落实责任。各地要按照规划要求抓好落实，确保完成各项任务。\n青石县人民政府\n2021年3月5日\n",
            "notice",
        ),
        (
            "青石县人民政府\n2021年3月5日\n青石县养老服务规划\n为完善养老服务体系，制定本规划。\n一、总体要求\n坚持普惠均衡。\n",
            "plan",
        ),
    ],
)
def test_a_notice_without_the_paper_it_issues(behind: str, genre: str) -> None:
    """A notice has the genre of the paper that it issues where it holds that paper, and its own where it does not."""
    metadata, _ = read(
        f"关于印发青石县养老服务规划的通知\n各乡镇人民政府：\n《青石县养老服务规划》已经县政府同意，现印发给你们。\n{behind}"
    )
    assert metadata.genre == genre


@pytest.mark.parametrize(
    ("sentence", "start", "until"),
    [
        ("本通知自印发之日起施行，有效期5年。", "2021-03-08", "2026-03-07"),
        ("本通知自2021年5月1日起施行，试行期2年。", "2021-05-01", "2023-04-30"),
        ("本通知自2021年5月1日起施行，有效期3年。届满前未修订的，延续执行至新办法施行之日。", "2021-05-01", None),
        ("本通知自发布之日起施行，有效期5年。", None, None),
        ("本通知执行期限为2021年1月1日至2023年12月31日。", "2021-01-01", "2023-12-31"),
    ],
)
def test_terms_of_force(sentence: str, start: str | None, until: str | None) -> None:
    """自印发之日起 is the day of the imprint; a term of years ends a day before its anniversary, unless it goes on."""
    metadata, _ = read(
        f"关于规范收费工作的通知\n各乡镇：\n现就有关事项通知如下，请认真执行。\n{sentence}\n青石县财政局\n2021年3月5日\n"
        "抄送：县政府办公室。\n青石县财政局办公室　2021年3月8日印发\n"
    )
    assert (str(metadata.in_force_from) if metadata.in_force_from else None) == start
    assert (str(metadata.in_force_until) if metadata.in_force_until else None) == until


@pytest.mark.parametrize(
    ("sentence", "until"),
    [
        ("征求意见时间自2024年7月8日起至2024年9月12日止。", "2024-09-12"),
        ("征求意见时间：2024年7月8日—9月12日。", "2024-09-12"),
        ("公示期为2024年7月8日至12日，有意见请反馈。", "2024-07-12"),
    ],
)
def test_periods_of_a_consultation(sentence: str, until: str) -> None:
    """The last day of a period may leave out year and month."""
    metadata, _ = read(
        "关于公开征求《青石县养犬办法（征求意见稿）》意见的公告\n为规范养犬行为，现公开征求意见。\n"
        f"{sentence}\n青石县城管局\n2024年7月5日\n"
    )
    assert str(metadata.consult_until) == until


ISSUED = [
    # text, issuer
    (
        "为推进节水，制定本方案。\n一、目标\n抄送：县委各部门。\n青石县人民政府办公室2020年11月18日印发\n",
        "青石县人民政府办公室",
    ),
    (
        (
            "批转县水利局关于节水工作意见的通知\n各乡镇人民政府：\n"
            "县政府同意县水利局《关于节水工作的意见》，现转发给你们，请认真贯彻执行。\n二〇〇八年八月十一日\n"
        ),
        "县政府",
    ),
    (
        (
            "青石县水利局召开新闻通气会通报节水进展\n7月13日，青石县水利局召开新闻通气会，介绍全年节水工作进展。\n"
            "今年以来，全县新增节水器具三万套，节水型小区十个，成效明显。\n"
        ),
        "青石县水利局",
    ),
    (
        (
            "关于青石县2029年计划执行情况的报告\n——2030年1月8日在青石县第九届人民代表大会第四次会议上\n"
            "青石县发展和改革局\n各位代表：\n受县人民政府委托，现将计划执行情况提请大会审查，请予审议。\n"
        ),
        "青石县发展和改革局",
    ),
    ("县水利局召开新闻通气会\n7月13日，县水利局召开新闻通气会，介绍全年节水工作的进展情况。\n", None),  # which county
]


@pytest.mark.parametrize(
    ("signed", "written"), [("", "2020-11-18"), ("青石县人民政府办公室\n2020年11月16日\n", "2020-11-16")]
)
def test_the_day_of_the_imprint_stands_in_for_that_of_the_signature(signed: str, written: str) -> None:
    """It is told where nothing else dates the paper."""
    text = f"为推进节水，制定本方案。\n一、目标\n{signed}抄送：县委各部门。\n青石县人民政府办公室2020年11月18日印发\n"

    assert str(read(text)[0].written_on) == written


def test_only_the_day_before_printing_is_that_of_the_imprint() -> None:
    """What else the imprint dates, here a paper that is sent along, says nothing of the document."""
    copied = "抄送：县委办公室（并附2019年3月1日会议纪要）。\n"

    stated, _ = read(f"为推进节水，制定本方案。\n一、目标\n{copied}青石县人民政府办公室2020年11月18日印发\n")
    alone, _ = read(f"为推进节水，制定本方案。\n一、目标\n{copied}")

    assert (str(stated.written_on), alone.written_on) == ("2020-11-18", None)


@pytest.mark.parametrize(("text", "issuer"), ISSUED)
def test_issuers_without_a_signature(text: str, issuer: str | None) -> None:
    """The office of the imprint, the body that agrees and forwards, the host of the headline."""
    assert read(text)[0].issuer == issuer


@pytest.mark.parametrize(
    "line",
    [
        "来源：青石发布 2024-07-19 09:30",
        "2024-07-19 09:30 来源：青石发布",
        "2024年7月19日 浏览次数：8",
        "2024-07-19 09:30:12",
        "2024-07-19 09:30   青石县水利局网站   【我要纠错】",
    ],
)
def test_day_beside_the_source(line: str) -> None:
    """The line under the title that names the source of a page bears the day of publication."""
    text = (
        f"青石县举行节水工作新闻发布会\n{line}\n7月18日，青石县水利局举行新闻发布会，介绍上半年节水工作的进展情况。\n"
    )

    assert str(read(text)[0].published_on) == "2024-07-19"


@pytest.mark.parametrize("addressee", ["民进中央", "青石县工商联", "青石县侨界联合会", "某某委员", "某某委员并附议人"])
def test_whom_a_reply_is_sent_to(addressee: str) -> None:
    """Parties, federations and members."""
    text = f"对县政协第8号提案的答复\n{addressee}：\n您提出的《关于推进节水的提案》收悉，感谢关心支持，现答复如下：\n"

    assert read(text)[0].addressee == addressee


def test_a_block_whose_labels_lost_their_first_characters() -> None:
    """The rests of 索引号, 文号, 名称 are told by the value; 发文 later than the signature is the day of the page."""
    metadata, _ = read(
        "您当前的位置: 首页 >> 正文\n号: qs021-/2030-1106050 信息分类: 水利\n发文日期: 2030-11-06\n"
        "称: 青石市水务局关于对市人大第41号建议的答复\n号: 青水复〔2030〕38号\n"
        "青石市水务局关于对市人大第41号建议的答复\n尊敬某某代表：\n"
        "您提出的“关于云岭水库(小二型)扩容改造的建议”，已交我们研究办理，现答复如下：\n工程已列入年度计划。\n"
        "青石市水务局\n2030年9月30日\n"
    )

    assert metadata.index_number == "qs021-/2030-1106050"
    assert metadata.doc_number == "青水复〔2030〕38号"
    assert metadata.title == "青石市水务局关于对市人大第41号建议的答复"
    assert metadata.proposal_title == "关于云岭水库(小二型)扩容改造的建议"
    assert metadata.addressee == "某某代表"
    assert (str(metadata.written_on), str(metadata.published_on)) == ("2030-09-30", "2030-11-06")


def test_an_index_number_without_its_label() -> None:
    """A bulleted line of a page that can only be 索引号."""
    metadata, _ = read(
        "• 640999-107/2031-00169\n• 青石县住房和城乡建设局\n• 有效\n关于加强物业管理工作的通知\n各街道办事处：\n"
        "请各街道按照职责抓好落实，发现问题及时报告。\n"
    )

    assert metadata.index_number == "640999-107/2031-00169"


def test_the_headline_on_the_line_of_the_text() -> None:
    """A news text may run on behind its headline; one without a headline has no title."""
    body = "2月5日，记者从青石县防汛指挥部举行的新闻发布会上获悉，全县汛情总体平稳，各项准备工作已经就绪。\n"

    for opening in ("", "2月4日晚，", "新华社青石2月5日电（记者 某某）"):
        assert read(f"青石县部署汛期值守工作 {opening}{body}")[0].title == "青石县部署汛期值守工作"
    assert read(body)[0].title is None


def test_a_byline_is_no_title_and_makes_a_news_text() -> None:
    """The headline stands behind its label; the reporters' names under it are neither title nor text."""
    text = "原标题：青石县节水方案出炉 部署六项工程\n本报记者 某某\n1月24日，县政府印发《青石县节水方案》。\n"
    metadata = read(text)[0]

    assert metadata.title == "青石县节水方案出炉 部署六项工程"
    assert metadata.genre == "press_briefing"


def test_labels_behind_hyphens() -> None:
    """A page turned into Markdown lists its labels."""
    metadata = read(
        "- 索引号: qsx/2031-00288\n- 发布机构: 青石县水利局\n- 标题: 对县政协第8号提案的答复\n某某委员：\n"
    )[0]

    assert (metadata.index_number, metadata.issuer) == ("qsx/2031-00288", "青石县水利局")


@pytest.mark.parametrize(
    ("digits", "day"),
    [
        ("2031726", "2031-07-26"),  # there is no month 72
        ("20310726", "2031-07-26"),
        ("203175", "2031-07-05"),
        ("2031111", "None"),  # 11 January, 1 November
        ("203111", "None"),  # November, 1 January
        ("2031999", "None"),
    ],
)
def test_a_day_without_marks_is_read_where_it_can_be_one_day_alone(digits: str, day: str) -> None:
    """A date above a signature with contacts; one that could be two days is none, and either way it is told."""
    metadata, problems = read(
        "对县政协九届一次会议第12号提案的答复\n青石委员：\n您提出的“关于村级供水亟待提升”的提案收悉。现答复如下：\n"
        f"我局已安排资金改造供水管网。\n{digits}\n"
        "青石县水利局  联系电话：3300000 联系人：某某\n抄送：县政协提案委（2份）\n"
    )
    assert metadata.issuer == "青石县水利局"
    assert str(metadata.written_on) == day
    assert [problem.code for problem in problems] == ["metadata.damaged_date"]


@pytest.mark.parametrize(
    ("head", "published"),
    [("● 发布时间：2031-04-11 08:28", "2031-04-11"), ("来源： 更新时间：2032/01/03", "None")],
)
def test_the_day_of_publication_is_not_that_of_the_last_change(head: str, published: str) -> None:
    """发布时间 behind a bullet is that of publication, 更新时间 is none; a headline may end with 一号文件."""
    metadata, _ = read(
        f"青石县举行新闻发布会解读县委一号文件\n{head}\n近日，县政府新闻办召开新闻发布会，介绍了文件的主要内容和下一步工作。\n"
    )
    assert metadata.title == "青石县举行新闻发布会解读县委一号文件"
    assert str(metadata.published_on) == published


def test_who_answers_where_nobody_signs() -> None:
    """联系单位 of an unsigned reply is the one that answers; a report to a congress names its body anywhere."""
    reply = "某某委员：\n您提出的《关于修缮雕塑的提案》收悉。现答复如下：\n我局将予以实施。\n2030年8月18日\n"
    report = "（五）产业加快发展。全年新增企业二十户。\n" + "各项工作有序推进。" * 100
    report += "\n各位代表！过去一年成绩来之不易。在此，我代表县人民政府，向全县人民致以敬意！\n"

    assert read(reply + "联系单位及电话：青石县城市管理局 68110000\n")[0].issuer == "青石县城市管理局"
    assert read(f"对县政协第8号提案的答复\n发布时间:2030-07-21  来源:水务局 打印\n{reply}")[0].issuer == "水务局"
    assert read(report)[0].issuer == "县人民政府"


def test_the_host_of_a_press_conference_did_not_issue_the_news_of_it() -> None:
    """A news text names who held the press conference; who issued the text it does not say."""
    metadata, _ = read(
        "春耕新闻发布会走进田间\n2月15日，青石市人民政府新闻办公室在云亭县柳溪镇村委大院组织召开春耕新闻发布会，介绍春耕进展。\n"
    )
    assert metadata.issuer is None


def test_what_a_page_prints_above_the_title_is_no_part_of_it() -> None:
    """Lines of links of a site, alone or several on a line."""
    metadata, _ = read(
        "登录 | 注册   微信 简体 繁体\n无障碍阅读 进入适老模式\n青石县水利局对县九届人大一次会议第25号建议的答复\n"
        "某某代表：\n您提出的关于改造灌渠的建议收悉。现答复如下：\n我局将积极争取资金，尽早组织实施。\n"
    )
    assert metadata.title == "青石县水利局对县九届人大一次会议第25号建议的答复"
    assert metadata.issuer == "青石县水利局"


@pytest.mark.parametrize(
    ("head", "title", "number"),
    [
        ("关于桥28号建议的答复[江交建〔2031〕101号]", "关于桥28号建议的答复", "江交建〔2031〕101号"),
        (
            "江政办发〔2031〕17号《江北市关于印发节水工作要点的通知》\n《江北市关于印发节水工作要点的通知》",
            "江北市关于印发节水工作要点的通知",
            "江政办发〔2031〕17号",
        ),
        ("（江水提〔2031〕46号A类）对县政协第8号提案的答复", "对县政协第8号提案的答复", "江水提〔2031〕46号"),
        ("江水字〔2031〕48号 签发 人：某 某\n对县政协第8号提案的答复", "对县政协第8号提案的答复", "江水字〔2031〕48号"),
    ],
)
def test_a_number_beside_the_title_is_no_part_of_it(head: str, title: str, number: str) -> None:
    """The number before or behind a title is the paper's, and marks around the whole title are left out."""
    text = f"{head}\n\n王某代表：\n\n您提出的建议收悉。经研究，现答复如下：\n"
    metadata, _ = find_metadata(plain_document(text), fold(text))
    assert (metadata.title, metadata.doc_number) == (title, number)


def test_a_press_conference_of_a_congress_and_the_day_behind_an_address() -> None:
    """记者会 tells the genre; the day behind the address of a page is that of publication."""
    text = (
        "县十五届人大三次会议举行首场记者会\nhttp://www.example.gov.cn 2031年02月16日 07:45 来源:青石日报\n"
        "2月15日，县十五届人大三次会议举行首场记者会，县发展改革局等部门负责人回答提问。\n"
    )
    metadata, _ = find_metadata(plain_document(text), fold(text))
    assert (metadata.genre, str(metadata.published_on)) == ("press_briefing", "2031-02-16")


@pytest.mark.parametrize(
    "head",
    [
        "#石桥日报|2031-4-11",
        "石桥日报｜2031年04月11日",
        "2031年4月11日 石桥日报",
        "【 2031-04-11 】 【打印】",
        "县水务局 发布时间 2031-04-11",
    ],
)
def test_a_page_bears_its_day_beside_the_paper_that_printed_the_text(head: str) -> None:
    """Papers, marks and words of the page stand around the day, on a line of their own."""
    metadata, _ = read(f"石桥县供水条例落地\n{head}\n近日，县人大常委会表决通过了供水条例。县水务局将抓好落实。\n")
    assert metadata.title == "石桥县供水条例落地"
    assert str(metadata.published_on) == "2031-04-11"


_ANSWER = "您提出的“关于整修灌渠的建议”收悉，现答复如下：\n我局已修复渠道3公里。\n"


@pytest.mark.parametrize(
    ("text", "title", "issuer"),
    [
        (
            f"关于灌渠整修建议答复的函(编号:B(2031)103号)\n青石代表：\n{_ANSWER}石桥县水务局\n2031年5月6日\n",
            "关于灌渠整修建议答复的函(编号:B(2031)103号)",
            "石桥县水务局",
        ),
        (
            f"关于第11号建议的复函\n青石代表：\n{_ANSWER}石桥县水务局（县移民办公室）\n2031年5月6日\n",
            "关于第11号建议的复函",
            "石桥县水务局（县移民办公室）",
        ),
        (
            f"石桥县水务局\n办理县人大一次会议\n第41号建议\n的答复\n县农业局：\n{_ANSWER}",
            "石桥县水务局办理县人大一次会议第41号建议的答复",
            "石桥县水务局",
        ),
        (
            f"关于第12号建议的复函\n青石代表：\n{_ANSWER}承办单位（盖章）：石桥县水务局\n单位负责人：某某\n2031年5月6日\n",
            "关于第12号建议的复函",
            "石桥县水务局",
        ),
        (
            f"关于第13号建议的复函\n青石代表：\n{_ANSWER}承办单位：石桥县人民政府办公室 网站标识码：1234567890\n",
            "关于第13号建议的复函",
            None,
        ),
        (
            "县人民政府发布通知\n石桥县人民政府关于下达2031年\n全县节水计划的通知\n各镇人民政府：\n现将计划下达给你们，请抓好落实。\n",
            "石桥县人民政府关于下达2031年全县节水计划的通知",
            "石桥县人民政府",
        ),
        (
            "县政府出台节水十条意见\n石桥县人民政府关于促进节水的意见\n各镇人民政府：\n请抓好落实。\n",
            "石桥县人民政府关于促进节水的意见",
            "石桥县人民政府",
        ),
    ],
)
def test_titles_and_issuers_of_pages(text: str, title: str, issuer: str | None) -> None:
    """A title may end with its number, a signature with a second name; who runs a site has not answered."""
    metadata, _ = read(text)
    assert (metadata.title, metadata.issuer) == (title, issuer)
