"""A text that a crawler flattened to one line has its lines again, and one that only has blanks stays as it is."""

from __future__ import annotations

import time

import pytest

from corpus import Span
from extract import analyse
from extract.layout.lost_line_ends import lost_line_ends
from extract.matching import fold
from tests.conftest import plain_document

LINES = [
    ("青石县水利局关于节水的通知 各乡镇： 请抓好落实。 一、加强巡查 每周巡查一次。", 4),
    ("夏季供水有保障 石桥市水务局昨天介绍了情况。 水厂已经检修 “两座水厂都已检修。”局长说。", 3),
    ("一、 加强巡查。 二、 完善台账。", 1),  # blanks behind an item's mark
    ("请在 15 个工作日内报送。 并抄送水利局。", 1),  # blanks around figures
    ("依据《石桥市委 石桥市人民政府关于节水的意见》办理。 现通知如下。", 1),  # inside of a title
    ("（责任单位：水利局 2.建立台账。 3.加强巡查。", 2),  # a bracket that is never closed
    ("姓名 单位 职务 电话 姓名 单位 职务 电话。 无", 0),  # a table
    ("没有空格的一句话。", 0),
    ("请抓好落实。 水费缴纳早于 2030年3月2日的，我省 2030年水费予以延期。 石桥市水务局 2030年3月2日", 3),
    ("石桥：供水有保障 3月2日，市水务局通报了供水情况。水厂已经检修。", 1),  # a headline, and the day of the news
    ("副市长到水厂检查 落实值守制度 副市长强调，要守好水源。水厂已经检修。", 2),  # headlines alone
    ("石桥市举行开放日。 活动以“供水为民 节水有我”为主题。 市民参观了水厂。", 2),  # a motto in marks
    ("石桥市水务“一张网”建成。 云水“三座库”蓄水。 青石“五条渠”通水。", 2),  # marks that close and open
    ("水厂检修。　　管网更新提速 漏损逐年下降　　3月2日会后，水价公布。　　水费减半。　　市民称便。", 4),  # indents
    ("水厂检修。　　石桥市水务局 云水市水务局　　3月2日会后，水价公布。　　水费减半。　　市民称便。", 5),  # two bodies
]


@pytest.mark.parametrize(("text", "count"), LINES)
def test_blanks_that_were_line_ends(text: str, count: int) -> None:
    """Behind marks and before items, where most blanks of the text stand there; never in brackets or beside figures."""
    assert len(lost_line_ends(fold(text), Span(0, len(text)))) == count


FLATTENED = (
    "云水发〔2030〕3号-石桥市水利局关于印发《石桥市节水若干措施》的通知 各县区水利局： "
    "《石桥市节水若干措施》已经市政府同意，现印发给你们，请认真执行。 石桥市水利局 2030年5月6日 石桥市节水若干措施 "
    "一、加强宣传 （一）每年举办节水周活动，张贴海报，发放手册，组织参观。（市水利局牵头，各县区政府配合） "
    "（二）在中小学开设节水课程，编写读本，培训教师。（市教育局负责） 二、改造管网 "
    "（三）更换老旧水管，检修阀门，安装智能水表。（市水务集团负责） （四）建立漏损台账，逐月公布，接受监督。 "
    "三、保障措施 （五）安排专项资金，加强审计，防止挪用。（市财政局负责） （六）定期通报进展，表扬先进，督促后进。"
)


def test_a_notice_on_one_line_has_its_head_and_its_outline() -> None:
    """Number, title, addressee, day and headings are read as from the page that it was."""
    analysis = analyse(plain_document(FLATTENED))
    said = analysis.metadata

    assert (said.doc_number, said.issuer) == ("云水发〔2030〕3号", "石桥市水利局")
    assert said.title == "石桥市水利局关于印发《石桥市节水若干措施》的通知"
    assert said.addressee == "各县区水利局"
    assert str(said.written_on) == "2030-05-06"
    assert [section.title for section in analysis.outline.sections] == ["加强宣传", "改造管网", "保障措施"]


@pytest.mark.parametrize("text", ["( " * 60_000, "。 (" * 40_000 + ")" * 40_000, " 一" * 90_000, "《 》" * 40_000])
def test_hostile_blanks_take_no_time(text: str) -> None:
    """Brackets never closed, or nested beyond measure, are looked at once."""
    start = time.process_time()
    lost_line_ends(text, Span(0, len(text)))

    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "石桥枯水期供水有保障 两座水厂完成检修 5月3日，市水务局通报了供水情况。",
            "石桥枯水期供水有保障 两座水厂完成检修",
        ),
        (
            "石桥枯水期供水有保障 我市枯水期供水有保障 5月3日，市水务局通报了供水情况。",
            "石桥枯水期供水有保障",
        ),  # told once more
        (
            "枯水时节保供水 部门联手护民生 5月3日，市水务局以“枯水时节保供水 部门联手护民生”为主题举行访谈。",
            "枯水时节保供水 部门联手护民生",
        ),  # two short halves, which the text says are its motto
        ("三部门下发通知 保障枯水期供水 5月3日，三部门通报了供水情况。", "三部门下发通知 保障枯水期供水"),
    ],
)
def test_a_headline_of_several_parts_is_one(text: str, title: str) -> None:
    """Its parts stand one behind the other where the line ends were lost."""
    told = "水厂已经检修，水质稳定达标，居民用水正常。" * 30
    assert analyse(plain_document(text + told)).metadata.title == title


HEADS = [
    (
        "云水县财政局 云水县水务局关于做好灌溉用水工作的通知 各乡镇人民政府： 请抓好落实。",
        "云水县财政局 云水县水务局关于做好灌溉用水工作的通知",
        "云水县财政局 云水县水务局 2030年3月2日",
    ),
    (
        "关于做好灌溉用水工作的通知 云水县水务局 关于做好灌溉用水工作的通知 云水发〔2030〕3号 各乡镇： 请抓好落实。",
        "云水县水务局关于做好灌溉用水工作的通知",
        "云水县水务局 2030年3月2日",
    ),
    ("停水怎么办？水费怎么算？最新回应！ 3月2日，云水县水务局通报了情况。", "停水怎么办？水费怎么算？最新回应！", ""),
    (
        "云水县出台供水十条措施 支持小店渡过难关 3月2日，云水县水务局召开会议，通报今年供水工作的有关安排和工作措施。",
        "云水县出台供水十条措施支持小店渡过难关",
        "",
    ),
    (
        "云水热线：居民身边的“水管家” 新华社云水3月2日电 题：云水热线：居民身边的“水管家” 热线今年接听来电两万次。",
        "云水热线：居民身边的“水管家”",
        "",
    ),
    (
        "云水县发布全行业用水规范 走出管水新路子 3月2日，云水县水务局召开会议，通报今年用水工作的有关安排。",
        "云水县发布全行业用水规范走出管水新路子",
        "",
    ),
    (
        "继续落实供水措施 守好每块水表 3月2日，云水县水务局举行新闻发布会，通报今年供水工作的有关安排。",
        "继续落实供水措施守好每块水表",
        "",
    ),
    ("县水务局：水价今年保持不变 3月2日，云水县水务局通报了今年水价的情况。", "县水务局：水价今年保持不变", ""),
    (
        "回放｜云水县枯水期供水工作新闻发布会 云水县枯水期供水工作新闻发布会 时 间：2030年3月2日 地 点：云水县会议中心",
        "云水县枯水期供水工作新闻发布会",
        "",
    ),
    (
        "关于做好灌溉用水工作的通知（云水发〔2030〕3号） 关于做好灌溉 用水工作的通知 各乡镇： 请抓好落实。",
        "关于做好灌溉用水工作的通知",
        "云水县水务局 2030年3月2日",
    ),
    ("供水有保障 两座水厂按期完成检修 3月2日，云水县水务局通报了检修情况。", "供水有保障 两座水厂按期完成检修", ""),
    ("新闻通稿 两座水厂按期完成检修 3月2日，云水县水务局通报了检修情况。", "两座水厂按期完成检修", ""),
]
PROSE = "水厂日常检修由县水务集团安排，检修结果每月公布。用户可以随时报修，窗口当天答复。" * 12


SHORT = [
    # text of one line, few blanks of which were line ends; title
    (
        "云水县水务局关于开通报修热线的通告 为方便用户报修，现开通热线。电话 固定 手机 均可 拨打，用户可以随时来电。"
        + PROSE[:120],
        "云水县水务局关于开通报修热线的通告",
    ),
    (
        "云水县水务局 云水县财政局 云水县民政局 关于水费补贴有关事项的通知 为落实补贴，现通知如下：" + PROSE[:120],
        "云水县水务局 云水县财政局 云水县民政局 关于水费补贴有关事项的通知",
    ),
    (
        "云水县九成水费实现网上缴纳 3月2日云水县水务局发布消息称，全县用户均可网上缴费。" + PROSE,
        "云水县九成水费实现网上缴纳",
    ),
    ("全县水务工作部署会议召开。" + PROSE[:40], None),  # too short to tell
]


def test_a_date_within_a_sentence_begins_no_line() -> None:
    """Only a day that stands by itself behind a title is the line of a page."""
    text = (
        "云水县水务局 云水县财政局 关于水费缴纳有关事项的通知 各乡镇： 为方便缴费，现通知如下： 一、延长缴费期。"
        "我县 2030年水费缴纳截止日期早于 2030年 3月 31日的水厂，延长至 2030 年 3 月 31 日。" + PROSE[:60]
    )
    [fact, *_] = analyse(plain_document(text)).commitments

    assert fact.span.of(text).startswith("我县 2030年水费缴纳截止日期早于 2030年 3月 31日的水厂")


def test_heads_and_feet_of_short_texts_on_one_line() -> None:
    """The addressee behind the title and the signature behind a telephone number have lines of their own."""
    head = "云水县水务局 云水县财政局 关于水费补贴的通知 各乡镇、县直有关单位： 为落实补贴，现通知如下：" + PROSE[:120]
    stated = analyse(plain_document(f"{head} 联系电话：0000-1234567   云水县水务局 2030年3月2日")).metadata

    assert stated.addressee == "各乡镇、县直有关单位"
    assert (stated.issuer, str(stated.written_on)) == ("云水县水务局", "2030-03-02")


@pytest.mark.parametrize("bodies", ["石桥部 云水总局", "石桥部 云水总署 云水总局", "云水总局"])
def test_a_number_of_several_bodies_is_one(bodies: str) -> None:
    """An announcement bears the names of all who made it, on a line of its own and on one that lost its end."""
    title, number = "关于水费补贴有关事项的公告", f"{bodies}公告2030年第8号"
    told = "为落实补贴，现公告如下： 一、补贴对象。水厂用户均可申请。 二、补贴标准。按用水量核定。"
    lost = f"{title} {number} {told} {PROSE}"
    whole = f"{title}\n{number}\n为落实补贴，现公告如下：\n一、补贴对象\n{PROSE}\n"

    assert [analyse(plain_document(text)).metadata.doc_number for text in (lost, whole)] == [number, number]


def test_who_wrote_a_news_text_heads_nothing() -> None:
    """The name behind 记者 and the title told once more behind 题 stand on lines of their own."""
    text = (
        "水厂检修不断 线上缴费解忧 新华社石桥2月5日电 题：水厂检修不断 线上缴费解忧 新华社记者 某某某 "
        f"{PROSE} 停水怎么办？ {PROSE} 水费怎么缴？ {PROSE}"
    )
    sections = analyse(plain_document(text)).outline.sections

    assert [section.title for section in sections] == ["停水怎么办？", "水费怎么缴？"]


@pytest.mark.parametrize(
    ("foot", "issuer"),
    [
        (
            "邮箱：shui@example.cn 云水县水务局办公室　云水县财政局办公室 2030年3月2日",
            "云水县水务局办公室 云水县财政局办公室",
        ),
        ("水质良好。 　　石桥银行 　　云水县财政局 　　石桥监会 　　2030年3月2日", "石桥银行 云水县财政局 石桥监会"),
    ],
)
def test_several_bodies_sign_a_text_on_one_line(foot: str, issuer: str) -> None:
    """Their names stand behind a sentence, a number or an address."""
    text = f"关于水费补贴有关事项的通知 各乡镇： 为落实补贴，现通知如下：{PROSE} {foot}"

    assert " ".join((analyse(plain_document(text)).metadata.issuer or "").replace("、", " ").split()) == issuer


def test_a_signature_on_two_lines_is_the_body_of_the_title() -> None:
    """What stands on the last line alone is no name of a body."""
    title = "云水县防汛抗旱领导小组办公室关于做好灌溉用水工作的通知"
    text = f"{title}\n各乡镇：\n{PROSE}\n云水县防汛抗旱\n领导小组办公室\n2030年3月2日"

    assert analyse(plain_document(text)).metadata.issuer == "云水县防汛抗旱领导小组办公室"


@pytest.mark.parametrize(("text", "title"), SHORT)
def test_titles_of_short_texts_on_one_line(text: str, title: str | None) -> None:
    """The kind of a paper before the opening of a text, or the day with which news opens, ends the title."""
    assert analyse(plain_document(text)).metadata.title == title


@pytest.mark.parametrize(("head", "title", "foot"), HEADS)
def test_titles_of_texts_on_one_line(head: str, title: str, foot: str) -> None:
    """Several issuers, the red head below the page's title, headlines of two parts, and those that ask."""
    said = analyse(plain_document(f"{head} {PROSE} {foot}".strip())).metadata

    assert "".join((said.title or "").split()) == title.replace(" ", "")


SIGNED = [
    ("云水县新一轮农业灌溉用水 保障工作领导小组", "云水县新一轮农业灌溉用水保障工作领导小组"),
    ("云水县财政局 云水县水务局", "云水县财政局、云水县水务局"),
    ("请全县各乡镇认真执行 县抗旱指挥部", "县抗旱指挥部"),
]


@pytest.mark.parametrize(("names", "issuer"), SIGNED)
def test_a_name_on_two_lines_is_one(names: str, issuer: str) -> None:
    """A line that begins as names do, and ends as none does, belongs to the name below it."""
    text = f"关于做好灌溉用水工作的通知 各乡镇人民政府： {PROSE} {names} 2030年3月2日"

    assert analyse(plain_document(text)).metadata.issuer == issuer


LETTERS = [
    ("网友“水边人”：您好！您的留言收悉。", "网友“水边人”"),
    ("“UW0042”您好！您的留言收悉。", "UW0042"),
    ("网友：您好！您的留言收悉。", None),
    ("“一户一表”改造您提得很好。", None),
]


@pytest.mark.parametrize(("opening", "addressee"), LETTERS)
def test_letters_to_accounts(opening: str, addressee: str | None) -> None:
    """A reply on the web addresses the name of an account, which is no body."""
    analysis = analyse(plain_document(opening + PROSE + "2030.3.2"))

    assert analysis.metadata.addressee == addressee
    assert str(analysis.metadata.written_on) == "2030-03-02"
    assert not any("addressee" in map(str, body.roles) for body in analysis.organizations)


def test_a_label_set_apart_ends_no_value() -> None:
    """名  称 behind a value is the next label."""
    text = f"关于做好灌溉用水工作的通知 索引号：50-1234-2030-00001 名  称：关于灌溉用水的通知 各乡镇： {PROSE}"

    assert analyse(plain_document(text)).metadata.index_number == "50-1234-2030-00001"
