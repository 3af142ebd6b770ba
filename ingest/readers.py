"""Which function reads which kind of file: one row a media type."""

from __future__ import annotations

from collections.abc import Callable

from ingest.assembly import Reading
from ingest.docx import read_docx
from ingest.html import read_html
from ingest.limits import Limits
from ingest.markdown import read_markdown
from ingest.pdf import read_pdf
from ingest.refusal import not_yet, refusal
from ingest.sniffing import DOCX, HTML, MARKDOWN, PDF, PLAIN
from ingest.text import read_text

Reader = Callable[[bytes, Limits], Reading]
"""From the bytes of a file, within limits, to what it holds; raises `UnreadableFileError` where that is nothing."""

READERS: dict[str, Reader] = {
    PLAIN: read_text,
    MARKDOWN: read_markdown,
    HTML: read_html,
    DOCX: read_docx,
    PDF: read_pdf,
}


def reader_of(media_type: str) -> Reader:
    """The reader for a kind of file.

    Raises:
        UnreadableFileError: if the kind has none.
    """
    reader = READERS.get(media_type)
    if reader is None:
        raise not_yet(media_type) or refusal("application/octet-stream")
    return reader
