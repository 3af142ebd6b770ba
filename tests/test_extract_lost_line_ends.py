"""A text that a crawler flattened to one line has its lines again, and one that only has blanks stays as it is."""

from __future__ import annotations

import time

import pytest

from corpus import Span
from extract import analyse
from extract.lost_line_ends import lost_line_ends
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
    ("石桥：供水有保障 3月2日，市水务局通报了供水情况。水厂已经检修。", 1),  # a headline, and the day of the news
    ("副市长到水厂检查 落实值守制度 副市长强调，要守好水源。水厂已经检修。", 2),  # headlines alone
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
        ("三部门下发通知 保障枯水期供水 5月3日，三部门通报了供水情况。", "三部门下发通知 保障枯水期供水"),
    ],
)
def test_a_headline_of_several_parts_is_one(text: str, title: str) -> None:
    """Its parts stand one behind the other where the line ends were lost."""
    told = "水厂已经检修，水质稳定达标，居民用水正常。" * 30
    assert analyse(plain_document(text + told)).metadata.title == title
