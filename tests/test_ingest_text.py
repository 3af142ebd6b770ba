"""Plain text and Markdown: encodings, lines, marks, and the lines of the site around a document."""

from __future__ import annotations

import pytest

import ingest
from corpus import BlockKind, Document
from corpus.errors import UnreadableFileError
from ingest.encoding import decode
from ingest.furniture import is_error_message, is_furniture
from ingest.markdown import plain
from ingest.readable import common_share, is_garbled, readable_share

_WHEN = "2026-01-01T00:00:00Z"
_TEXT = "云岭省民政厅关于印发托育服务规划的通知\n\n　　各市、州民政局：\n到2025年，托位数达到4.5个。"


def _read(data: bytes, name: str = "a.txt") -> Document:
    return ingest.read(data, name=name, origin=name, arrived_at=_WHEN)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (_TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + _TEXT.encode(), "utf-8"),
        (_TEXT.encode("utf-16"), "utf-16-le"),
        (b"\xfe\xff" + _TEXT.encode("utf-16-be"), "utf-16-be"),
        (_TEXT.encode("utf-16-le"), "utf-16-le"),
        (_TEXT.encode("utf-32"), "utf-32-le"),
        (_TEXT.encode("gb18030"), "gb18030"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    """The same words come out of every encoding, without the mark of the byte order."""
    assert decode(data).encoding == encoding
    assert _read(data).text == _TEXT


def test_lines_are_blocks_unchanged() -> None:
    """Each line is a block with its characters as they were; only line ends of other systems are unified."""
    document = _read(_TEXT.replace("\n", "\r\n").encode())
    assert document.text == _TEXT
    assert [block.span.of(document.text) for block in document.blocks] == _TEXT.splitlines(keepends=True)


def test_control_characters() -> None:
    """Characters that nobody sees are left out and counted; a form feed ends a line."""
    document = _read("甲\x00乙\x07丙\f丁\u2028戊".encode() + "。".encode() * 40)
    assert document.text.startswith("甲乙丙\n丁\u2028戊。")
    assert [problem.code for problem in document.problems] == ["text.control_characters"]


def test_some_bytes_cannot_be_decoded() -> None:
    """A few broken bytes are a problem of the document, not a reason to refuse it."""
    document = _read(_TEXT.encode() * 3 + b"\xff\xfe\xff" + _TEXT.encode())
    assert [problem.code for problem in document.problems] == ["text.undecodable"]
    assert "托位数达到4.5个" in document.text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file.empty"),
        (b"error", "text.error_page"),
        ("选择字体：[大-中-小]".encode(), "text.no_body"),
        (b"\n \n\t\n", "text.no_body"),
        (bytes(range(256)) * 20, "text.binary"),
        (_TEXT.encode().decode("gb18030", errors="ignore").encode(), "text.garbled"),
        ("钀ㄩ珮\ue21c\ue456\ue123鐨勭殑鍙婂叾鎴戜滑".encode() * 20, "text.garbled"),
    ],
)
def test_refusals(data: bytes, code: str) -> None:
    """What holds nothing to read is refused, each with its own reason."""
    with pytest.raises(UnreadableFileError) as caught:
        _read(data)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("— 12 —", True),
        ("—12—", True),
        ("第3页 共20页", True),
        ("选择字体：[大-中-小]", True),
        ("【打印】 【关闭】", True),
        ("扫一扫在手机打开当前页", True),
        ("分享到：微信 微博", True),
        ("12", False),  # may be a cell of a table that was flattened
        ("一、总体要求", False),
        ("关闭煤矿工作方案", False),
        ("微信公众号服务规范", False),
    ],
)
def test_furniture(line: str, expected: bool) -> None:
    """Page numbers and buttons are told from short lines of a document."""
    assert is_furniture(line) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("error", True),
        ("404 Not Found\nnginx/1.18", True),
        ("很抱歉，您访问的页面不存在", True),
        ("关于做好网络信息系统安全工作的通知", False),
        ("关于2024年部分节假日安排的公告，请各单位遵照执行。", False),
    ],
)
def test_error_messages(text: str, expected: bool) -> None:
    """What a server says is told from a short notice."""
    assert is_error_message(text) is expected


def test_garbled_text() -> None:
    """Clean simplified and traditional text pass; text read by the wrong encoding does not."""
    simplified = "各级人民政府应当加强对托育服务工作的领导，将其纳入国民经济和社会发展规划。" * 2
    traditional = "各級人民政府應當加強對托育服務工作的領導，將其納入國民經濟和社會發展規劃。" * 2
    assert not is_garbled(simplified)
    assert not is_garbled(traditional)
    assert is_garbled(simplified.encode().decode("gb18030", errors="ignore"))
    assert readable_share("") == 1.0
    assert common_share("12") == 1.0


_MARKDOWN = """---
title: "云岭省托育服务条例"
发布机关: 云岭省人民政府
---
# 云岭省托育服务条例

<!-- 正文 -->
## 第一章 总则
**第一条** 为规范托育服务，依据《[云岭省条例](http://a.example)》，制定本条例。
- 新建机构
  - 公办
> 引文
***
| 指标 | 2025年 |
| --- | ---: |
| 托位 \\| 个 | **4.5** |

填写：____年____月
"""


def test_markdown() -> None:
    """Marks are taken off, headings keep their level, tables are tables, the front matter is metadata."""
    document = _read(_MARKDOWN.encode(), "a.md")
    assert document.source.media_type == "text/markdown"
    assert document.text.splitlines() == [
        "title：云岭省托育服务条例",
        "发布机关：云岭省人民政府",
        "云岭省托育服务条例",
        "第一章 总则",
        "第一条 为规范托育服务，依据《云岭省条例》，制定本条例。",
        "新建机构",
        "公办",
        "引文",
        "指标\t2025年",
        "托位 | 个\t4.5",
        "填写：____年____月",
    ]
    kinds = [(block.kind, block.level) for block in document.blocks]
    assert kinds[:4] == [
        (BlockKind.METADATA, None),
        (BlockKind.METADATA, None),
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 2),
    ]
    assert (BlockKind.LIST_ITEM, 2) in kinds


def test_marks_of_quotation_stand_at_the_start_of_a_line() -> None:
    """A > amid a line is a character of the text."""
    text = "# 关于节水的通知\n\n> > 印发<节水办法>，PM2.5>35时停水。\n> 甲>乙。\n"
    assert _read(text.encode(), "a.md").text.splitlines()[1:] == ["印发<节水办法>，PM2.5>35时停水。", "甲>乙。"]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("**第一条** 总则", "第一条 总则"),
        ("*注*：按年计算", "注：按年计算"),
        ("2*3*4", "2*3*4"),
        ("![图](a.png)说明", "图说明"),
        ("金额____元", "金额____元"),
        ("a\\*b", "a*b"),
        ("《关于印发<节水办法>的通知》", "《关于印发<节水办法>的通知》"),
        ("原文：<https://example.org/a?b=1>", "原文：https://example.org/a?b=1"),
    ],
)
def test_marks_inside_a_line(source: str, words: str) -> None:
    """Only marks are taken off; blanks to fill in and products stay."""
    assert plain(source) == words
