"""What a file is, told from its bytes: the media type that decides its reader."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache

import olefile

from ingest.encoding import decode
from ingest.readable import readable_share
from ingest.rules import rows

HTML = "text/html"
PLAIN = "text/plain"
MARKDOWN = "text/markdown"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ZIP = "application/zip"
OLE = "application/x-ole-storage"
UNKNOWN = "application/octet-stream"

_SAMPLE = 64 * 1024

_IN_ZIP: tuple[tuple[str, str], ...] = (
    ("word/", DOCX),
    ("xl/", XLSX),
    ("ppt/", PPTX),
    ("OFD.xml", "application/ofd"),
    ("META-INF/container.xml", "application/epub+zip"),
    ("content.xml", "application/vnd.oasis.opendocument.text"),
)
"""A name (or its beginning) in an archive, and what the archive then is; the first that is there decides."""

_IN_OLE: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", "application/x-office-encrypted"),
    ("WordDocument", "application/msword"),
    ("Workbook", "application/vnd.ms-excel"),
    ("Book", "application/vnd.ms-excel"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
)

_LEAST_READABLE = 0.5
_MOST_CONTROL = 0.05
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")

_HTML_START = re.compile(
    r"""
    \s* (?:<\?xml[^>]{0,200}>\s*)?             # <?xml version="1.0"?>
    (?:<!--.{0,2000}?-->\s*){0,5}              # comments
    <(?:!doctype\s*html|html|head|body)\b      # <!DOCTYPE html>
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_HTML_TAG = re.compile(
    r"""
    </?(?:html|head|body|div|p|span|table|tbody|tr|td|th|ul|ol|li|br|h[1-6]|a|img|meta|title|script|style|b|font|strong)
    \b[^<>]{0,400}>
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MARKDOWN_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)
_MARKDOWN_NAMES = (".md", ".markdown")
_MHTML = re.compile(rb"(?:From|MIME-Version|Content-Type|Subject|Date)\s*:[^\n]{0,200}\n", re.IGNORECASE)


def sniff(data: bytes, name: str = "") -> str:
    """The media type of a file.

    Args:
        data: its bytes, which decide.
        name: its name; it only tells Markdown from plain text, which no byte does.
    """
    found = _by_magic(data)
    if found == ZIP:
        return _in_zip(data)
    if found == OLE:
        return _in_ole(data)
    return found or _textual(data, name)


def _by_magic(data: bytes) -> str | None:
    if b"%PDF-" in data[:1024]:
        return PDF
    for magic, offset, media_type in _magic():
        if data.startswith(magic, offset):
            return media_type
    return None


@cache
def _magic() -> tuple[tuple[bytes, int, str], ...]:
    return tuple((bytes.fromhex(magic), int(offset), kind) for magic, offset, kind in rows("magic.tsv"))


def _in_zip(data: bytes) -> str:
    """What an archive holds by the names in it; those of a damaged one are looked for in the raw bytes."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return next((kind for start, kind in _IN_ZIP if start.encode() in data), ZIP)
    return next((kind for start, kind in _IN_ZIP if any(name.startswith(start) for name in names)), ZIP)


def _in_ole(data: bytes) -> str:
    """What a compound file holds by its streams."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as compound:
            return next((kind for stream, kind in _IN_OLE if compound.exists(stream)), OLE)
    except Exception:
        return OLE


def _textual(data: bytes, name: str) -> str:
    """Which kind of text it is, if any."""
    sample = data[:_SAMPLE]
    if len(data) > _SAMPLE and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        sample = sample[: sample.rfind(b"\n") + 1] or sample
    text = decode(sample).text
    if _is_binary(text):
        return UNKNOWN
    if _looks_like_html(text):
        return HTML
    if text.lstrip().startswith("<?xml"):
        return "application/xml"
    if len(_MHTML.findall(sample[:2000])) >= 2 and b"multipart/" in sample:
        return "message/rfc822"
    if name.lower().endswith(_MARKDOWN_NAMES) or len(_MARKDOWN_HEADING.findall(text)) >= 2:
        return MARKDOWN
    return PLAIN


def _is_binary(text: str) -> bool:
    """Whether a decoded sample is no text: much of it cannot be read, or it is strewn with control characters."""
    return readable_share(text) < _LEAST_READABLE or len(_CONTROL.findall(text)) > _MOST_CONTROL * len(text)


def _looks_like_html(text: str) -> bool:
    """Whether a text begins as a page does, or is a piece of one: it begins with a tag and holds several."""
    if _HTML_START.match(text):
        return True
    start = text.lstrip("\ufeff \t\r\n")
    return start.startswith("<") and len(_HTML_TAG.findall(text)) >= 3
