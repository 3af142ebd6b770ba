"""Pages: the document on the page, its metadata and tables, without the site around it."""

from __future__ import annotations

import pytest

import ingest
from corpus import BlockKind, Document
from corpus.errors import UnreadableFileError
from ingest.html_flow import collapse
from ingest.html_labels import has_label, is_label, split_pairs

_WHEN = "2026-01-01T00:00:00Z"

_PARAGRAPH = (
    "为贯彻落实省委、省政府关于加快发展托育服务的部署，进一步扩大普惠托育服务供给，"
    "减轻家庭养育负担，现就有关事项通知如下，请认真贯彻执行。"
)
_SITE = f"""<!DOCTYPE html><html><head><title>关于加快发展托育服务的通知_云岭省人民政府</title>
<style>p{{color:red}}</style><script>var a = "<p>脚本</p>";</script></head><body>
<div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li>
<li><a href="/b">政务服务</a></li><li><a href="/c">互动交流</a></li></ul></div>
<div class="crumb">您当前的位置：<a href="/">首页</a> &gt; <a href="/a">政务公开</a></div>
<div class="wrap">
<table class="xxgk"><tr><td>索 引 号：</td><td>000123/2024-00012</td><td>发文机关：</td><td>云岭省人民政府</td></tr>
<tr><td>成文日期：</td><td>2024年3月5日</td><td>主 题 词：</td><td></td></tr></table>
<h1>关于加快发展托育服务的通知</h1>
<div class="info"><span>发布时间：2024-03-08</span> <span>来源：云岭省人民政府办公厅</span></div>
CONTAINER<p>各市、州人民政府：</p><p>{_PARAGRAPH}</p>
<h2>一、总体要求</h2><p>到2025年，每千人口拥有托位数<br/>达到4.5个。</p><ul><li>新建机构</li><li>改造机构</li></ul>
<table border="1"><tr><th rowspan="2">指标</th><th colspan="2">目标</th></tr><tr><th>2024年</th><th>2025年</th></tr>
<tr><td>托位（个）</td><td>4.0</td><td>4.5</td></tr></table>
<p style="display:none">隐藏的话</p><p>{_PARAGRAPH}</p></div>
<div class="share">分享到：<a>微信</a> <a>微博</a></div><p>【打印】 【关闭】</p>
</div><div class="footer">主办：云岭省人民政府办公厅 网站标识码：0000000001</div></body></html>"""

_READ = f"""索 引 号：000123/2024-00012
发文机关：云岭省人民政府
成文日期：2024年3月5日
主 题 词：
关于加快发展托育服务的通知
发布时间：2024-03-08
来源：云岭省人民政府办公厅
各市、州人民政府：
{_PARAGRAPH}
一、总体要求
到2025年，每千人口拥有托位数
达到4.5个。
新建机构
改造机构
指标\t目标
2024年\t2025年
托位（个）\t4.0\t4.5
{_PARAGRAPH}
"""


def _read(html: str | bytes, name: str = "a.html") -> Document:
    data = html if isinstance(html, bytes) else html.encode()
    return ingest.read(data, name=name, origin=name, arrived_at=_WHEN)


@pytest.mark.parametrize(
    "container",
    ['<div id="UCAP-CONTENT">', '<div class="TRS_Editor">', '<div class="x1">', '<div style="font-size:16px">'],
)
def test_document_without_the_site(container: str) -> None:
    """Known containers and mere density of text lead to the same document."""
    document = _read(_SITE.replace("CONTAINER", container))
    assert document.text == _READ
    assert document.title == "关于加快发展托育服务的通知_云岭省人民政府"
    assert document.source.media_type == "text/html"


def test_kinds_of_blocks() -> None:
    """Metadata, headings, list items and tables are told by their elements."""
    document = _read(_SITE.replace("CONTAINER", '<div id="zoom">'))
    kinds = [(block.kind, block.level) for block in document.blocks]
    assert kinds[:7] == [
        *[(BlockKind.METADATA, None)] * 4,
        (BlockKind.HEADING, 1),
        *[(BlockKind.METADATA, None)] * 2,
    ]
    assert (BlockKind.HEADING, 2) in kinds
    assert kinds.count((BlockKind.LIST_ITEM, 1)) == 2
    (table,) = [block.table for block in document.blocks if block.table]
    grid = [[cell.span.of(document.text) if cell else None for cell in row] for row in table.grid()]
    assert grid == [["指标", "目标", "目标"], ["指标", "2024年", "2025年"], ["托位（个）", "4.0", "4.5"]]
    assert table.header_rows == 2


def test_fragment_without_head() -> None:
    """A piece of a page reads like a page."""
    html = f"<div class='wrap'><p>各市、州人民政府：</p><p>{_PARAGRAPH}</p><p>二〇二四年三月五日&nbsp;&nbsp;</p></div>"
    assert _read(html).text == f"各市、州人民政府：\n{_PARAGRAPH}\n二〇二四年三月五日\n"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_encodings(encoding: str) -> None:
    """A page reads the same in every encoding that it may have."""
    html = f'<html><head><meta charset="{encoding}"></head><body><p>{_PARAGRAPH}</p></body></html>'
    assert _read(html.encode(encoding)).text == _PARAGRAPH + "\n"


@pytest.mark.parametrize(
    ("html", "code"),
    [
        (
            "<html><head><title>405</title></head><body><img><p style='display:none'>误报反馈</p></body></html>",
            "html.no_body",
        ),
        ("<html><body><script>var x = '很抱歉';</script></body></html>", "html.no_body"),
        ("<html><body><h1>404 Not Found</h1><hr>nginx</body></html>", "text.error_page"),
        ("<html><body><p>您访问的页面不存在</p></body></html>", "text.error_page"),
        ("<html><body><div class='nav'><a>首页</a></div><p>【打印】【关闭】</p></body></html>", "html.no_body"),
    ],
)
def test_pages_without_a_document(html: str, code: str) -> None:
    """A page that holds nothing but buttons, or says that there is no page, is refused."""
    with pytest.raises(UnreadableFileError) as caught:
        _read(html)
    assert caught.value.code == code


def test_name_does_not_decide() -> None:
    """A page named .docx is read as a page, and the document says so."""
    document = _read(f"<html><body><p>{_PARAGRAPH}</p></body></html>", name="通知.docx")
    assert document.text == _PARAGRAPH + "\n"
    assert [problem.code for problem in document.problems] == ["name.suffix"]


def test_script_in_the_title() -> None:
    """What stands in a title is words, never markup."""
    document = _read(f"<title><script>alert(1)</script></title><p>{_PARAGRAPH}</p><p>甲</p>")
    assert document.title == "<script>alert(1)</script>"
    assert "alert" not in document.text


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("托育\n   服务", "托育服务"),  # a line end of the source between Han characters
        ("托位 4.5\n个", "托位 4.5 个"),  # between Latin and Han it is a space
        ("  a \t b ", "a b"),
        ("　　甲", "甲"),
        ("甲\xa0乙", "甲\xa0乙"),
    ],
)
def test_white_space(source: str, shown: str) -> None:
    """White space is what a browser shows of it."""
    assert collapse(source) == shown


@pytest.mark.parametrize(
    ("words", "expected"),
    [("索 引 号：", True), ("[发文字号]", True), ("标　　题", True), ("指标", False), ("各市、州人民政府：", False)],
)
def test_labels(words: str, expected: bool) -> None:
    """Labels are known with spaces, brackets and colons around them."""
    assert is_label(words) is expected


def test_several_labels_in_a_line() -> None:
    """A line of several labels is cut before each; a time after a date is no label."""
    assert split_pairs("来源：云岭日报 发布时间：2024-03-08 10:30 浏览次数：12") == [
        "来源：云岭日报",
        "发布时间：2024-03-08 10:30",
        "浏览次数：12",
    ]
    assert has_label("发布时间：2024-03-08")
    assert not has_label("联系人：办公室")


def test_long_document_with_links() -> None:
    """Links to attachments stay; lists of links to other pages do not."""
    links = "".join(f'<li><a href="/{at}">相关政策解读第{at}期</a></li>' for at in range(6))
    files = "".join(f'<p><a href="/{at}.docx">附件{at}.申报表.docx</a></p>' for at in (1, 2))
    document = _read(f"<body><div id='zoom'><p>{_PARAGRAPH * 3}</p><div>{files}</div><ul>{links}</ul></div></body>")
    assert "附件1.申报表.docx" in document.text
    assert "相关政策解读" not in document.text
