"""Reading any file: its kind by its bytes, its blocks, its refusals, and hostile files."""

from __future__ import annotations

import io
import re
import time
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import ingest
from corpus import Document
from corpus.errors import UnreadableFileError
from ingest.limits import Limits
from ingest.refusal import not_yet
from ingest.rules import rows
from ingest.sniffing import sniff

_WHEN = "2026-01-01T00:00:00Z"
_TEXT = "云岭省民政厅关于印发托育服务规划的通知\n"
_WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>'


def _read(data: bytes, name: str = "a.txt", limits: Limits | None = None) -> Document:
    return ingest.read(data, name=name, origin=name, arrived_at=_WHEN, limits=limits or Limits())


def _refused(data: bytes, limits: Limits | None = None) -> str:
    """The code with which a file is refused; the message is a Chinese sentence."""
    with pytest.raises(UnreadableFileError) as caught:
        _read(data, limits=limits)
    assert re.search(r"[\u4e00-\u9fff]{4}", str(caught.value))
    return caught.value.code


def check_blocks(document: Document) -> None:
    """Blocks tile the text, and cells lie inside their block, each quoting one line at most."""
    at = 0
    for block in document.blocks:
        assert block.span.start == at
        assert len(block.span) > 0
        at = block.span.end
        for cell in block.table.cells if block.table else ():
            assert block.span.contains(cell.span)
            assert not set("\t\n") & set(cell.span.of(document.text))
    assert at == len(document.text)


def _zip(entries: dict[str, bytes | str], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7\n", "a.txt", "application/pdf"),
        (b"\n\n%PDF-1.4\n", "a.doc", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n....", "a.pdf", "image/png"),
        (b"\xff\xd8\xff\xe0....", "a", "image/jpeg"),
        (b"{\\rtf1 a}", "a.doc", "application/rtf"),
        (b"RIFF....WEBPVP8 ", "a", "image/webp"),
        (
            _zip({"word/document.xml": "<a/>"}),
            "a.zip",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (
            _zip({"xl/workbook.xml": "<a/>"}),
            "a.docx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        (_zip({"OFD.xml": "<a/>"}), "a.pdf", "application/ofd"),
        (_zip({"a.txt": "a"}), "a.docx", "application/zip"),
        (b"<!DOCTYPE html><html></html>", "a.docx", "text/html"),
        (b"<div><p>a</p></div>", "a.txt", "text/html"),
        ("<政府>不是网页</政府>".encode(), "a.html", "text/plain"),
        (b'<?xml version="1.0"?><a/>', "a.txt", "application/xml"),
        ("# 通知\n\n## 一、总体要求\n".encode(), "a.txt", "text/markdown"),
        (_TEXT.encode(), "a.md", "text/markdown"),
        (_TEXT.encode("gb18030"), "a.pdf", "text/plain"),
        (_TEXT.encode("utf-16"), "a", "text/plain"),
        (b"From: a\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n", "a.html", "message/rfc822"),
        (bytes(range(256)), "a.txt", "application/octet-stream"),
    ],
)
def test_sniff(data: bytes, name: str, kind: str) -> None:
    """The bytes say what a file is, whatever it is called."""
    assert sniff(data, name) == kind


def test_document_of_a_file(tmp_path: Path) -> None:
    """A file becomes a document that says what it is and where it came from."""
    path = tmp_path / "通知.txt"
    path.write_bytes(_TEXT.encode())
    document = ingest.read_file(path)
    source = document.source
    assert (source.media_type, source.name, source.size) == ("text/plain", "通知.txt", len(_TEXT.encode()))
    assert source.origin == str(path)
    assert document.id == "d" + source.content_hash[:16]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", source.arrived_at)


def test_same_bytes_are_the_same_document() -> None:
    """Name, origin and time do not change what was read."""
    one, other = _read(_TEXT.encode(), "a.txt"), _read(_TEXT.encode(), "b.txt")
    assert (one.id, one.text, one.blocks) == (other.id, other.text, other.blocks)


@pytest.mark.parametrize(
    "head",
    [
        "机密★1年\n",
        "000001\n秘密★3年\n特急\n",
        "绝　密\n",
        "密级：机密\n",
        "000012 机密 特急\n",
        "云岭省人民政府文件    秘密★\n",
        "云岭省人民政府文件秘密★5年\n",
    ],
)
def test_secret_marks(head: str) -> None:
    """A mark of secrecy in the head stops everything."""
    assert _refused((head + _TEXT * 20).encode()) == "secret.marked"


@pytest.mark.parametrize(
    "text",
    [
        "关于做好保守国家秘密工作的通知\n各单位要严守秘密。\n",
        "在文件首页标注“机密★5年”等字样。\n",
        "国家秘密的密级分为绝密、机密、秘密三级。\n",
        "密级：公开\n",
        "商业秘密\n",
        _TEXT * 100 + "秘密★1年\n",  # beyond the first page
    ],
)
def test_talk_of_secrets(text: str) -> None:
    """A document about secrecy bears no mark of it."""
    assert _read(text.encode()).text == text


def test_every_refusal_is_a_sentence() -> None:
    """Each row of the table has a code and ends as a Chinese sentence does."""
    for reason, code, message in rows("refusals.tsv"):
        assert re.fullmatch(r"[a-z]+\.[a-z_]+", code), reason
        assert message.endswith("。"), reason


@pytest.mark.parametrize("kind", ["application/msword", "application/ofd", "image/png", "application/vnd.ms-excel"])
def test_kinds_without_reader(kind: str) -> None:
    """Files of a known kind without a reader are named in the reason, and are kept."""
    error = not_yet(kind)
    assert error is not None
    assert error.code == "format.not_yet"
    assert "原件已保留" in str(error)


def test_compound_file_of_nothing() -> None:
    """The signature of an old office file with rubbish after it is no crash."""
    assert _refused(bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 600) == "format.not_yet"


def test_zip_bomb() -> None:
    """An archive that unpacks to far more than its size is refused before it is unpacked."""
    bomb = _zip({"word/document.xml": b"0" * 60_000_000, "[Content_Types].xml": "<a/>"})
    assert len(bomb) < 100_000
    assert _refused(bomb) == "limit.archive"


def test_zip_that_lies_about_its_size() -> None:
    """An archive whose directory promises less than it holds is damaged, and is not unpacked further."""
    data = bytearray(_zip({"word/document.xml": b"0" * 60_000_000, "[Content_Types].xml": "<a/>"}))
    size = (60_000_000).to_bytes(4, "little")
    while (at := data.find(size)) >= 0:
        data[at : at + 4] = (1000).to_bytes(4, "little")
    assert _refused(bytes(data)) == "zip.damaged"


def test_zip_of_many_files() -> None:
    """An archive of more files than a document can have is refused."""
    data = _zip({f"word/{at}.xml": "<a/>" for at in range(30)}, zipfile.ZIP_STORED)
    assert _refused(data, Limits(entries=20)) == "limit.archive"
    assert _refused(data, Limits(part=3)) == "limit.archive"


def test_truncated_zip() -> None:
    """Half an archive is damaged, and known to have been a DOCX."""
    data = _zip({"word/document.xml": _WORD, "[Content_Types].xml": "<a/>"}, zipfile.ZIP_STORED)
    assert _refused(data[: len(data) // 2]) == "zip.damaged"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_entities(encoding: str) -> None:
    """XML that declares entities is refused, in every encoding it may have."""
    lol = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 9))
    xml = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY l0 "lol">{lol}]><a>&l8;</a>'
    assert _refused(_zip({"word/document.xml": xml.encode(encoding), "[Content_Types].xml": "<a/>"})) == "xml.entities"


def test_encrypted_entry() -> None:
    """An archive whose entries are locked asks for a copy without a password."""
    data = bytearray(_zip({"word/document.xml": _WORD}))
    data[data.find(b"PK\x01\x02") + 8] |= 1
    assert _refused(bytes(data)) == "file.encrypted"


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "ul><li", "b", "font"])
def test_deep_nesting(tag: str) -> None:
    """A page of 600 levels is read like any other; one of 20,000 is refused before a parser meets it."""
    document = _read((f"<{tag}>" * 600 + f"<p>{_TEXT * 3}</p>").encode(), "a.html")
    assert "托育服务规划" in document.text
    check_blocks(document)
    assert _refused((f"<{tag}>" * 20_000 + _TEXT).encode()) == "limit.nesting"


@pytest.mark.parametrize(
    "data",
    [
        _TEXT.strip().encode() * 170_000,  # 10 MB in one line
        b"<p>" + _TEXT.encode() * 20_000,
        b"<!--" * 500_000,
        b"<" * 1_000_000,
        b"".join(b"<font size=%d>" % at for at in range(1500)) + b"<p>a</p>" * 20_000,
        b"<p>" * 200_000 + _TEXT.encode(),
        b"<td colspan=9999 rowspan=9999>a" * 20_000,
        b"<table><tr>" + "<td colspan=1000 rowspan=60000>甲</td>".encode() * 3000,
        b"# a\n" + b"|a" * 300_000 + b"\n" + b"|-" * 300_000 + b"\n# b\n",
        b"# a\n# b\n" + b"**" * 500_000,
        b"# a\n# b\n" + b"[" * 300_000 + b"](" * 300_000,
        b"---\n" + b"a: b\n" * 50_000,
        b"\n\x0c" * 50_000 + _TEXT.encode(),
    ],
    ids=lambda data: repr(data[:20]),
)
def test_huge_and_strange(data: bytes) -> None:
    """Large and odd files take seconds at most, and are read or refused."""
    start = time.process_time()
    try:
        check_blocks(_read(data))
    except UnreadableFileError as error:
        assert error.code  # noqa: PT017 - either outcome is right
    assert time.process_time() - start < 15


def test_limits() -> None:
    """A file beyond the size or length limit is refused."""
    assert _refused(_TEXT.encode(), Limits(size=10)) == "limit.size"
    assert _refused(_TEXT.encode(), Limits(characters=10)) == "limit.characters"
    assert _refused(f"<p>{_TEXT * 9}</p>".encode(), Limits(characters=40)) == "limit.characters"


_STARTS = st.sampled_from(
    [
        b"",
        b"%PDF-1.4\n",
        b"PK\x03\x04",
        bytes.fromhex("d0cf11e0a1b11ae1"),
        b"<html>",
        b"<div><p>",
        b"\xff\xfe",
        b"# a\n",
    ]
)
_PIECES = st.sampled_from(
    [
        b"<table>",
        b"<tr><td rowspan=2>",
        b"</p>",
        "甲乙".encode(),
        b"\n",
        b"|--|",
        b"\x00",
        b"<li>",
        "机密★".encode(),
        b"&#0;",
    ]
)


@given(_STARTS, st.one_of(st.binary(max_size=300), st.lists(_PIECES, max_size=30).map(b"".join)))
@example(b"", zlib.compress(b"a"))
def test_any_bytes(start: bytes, rest: bytes) -> None:
    """Whatever the bytes, they are a document whose blocks tile its text, or are refused with a reason."""
    try:
        document = _read(start + rest)
    except UnreadableFileError as error:
        assert error.code  # noqa: PT017 - either outcome is right
        return
    check_blocks(document)
