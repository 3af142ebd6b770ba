"""A file becomes a `Document`: what it is is told from its bytes, and nothing in it is corrected.

`read` takes bytes, `read_file` a path, `sniff` tells the media type. What no reader can read raises
`corpus.errors.UnreadableFileError` with a code and a Chinese sentence; everything less is a `Problem` on the document.
A reader is a row of `ingest.readers.READERS`.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

from corpus import Document, Source
from corpus.document import document_id
from corpus.fingerprint import fingerprint
from ingest.assembly import assemble
from ingest.checks import check_body, check_length, check_secret, check_size, name_problems
from ingest.limits import DEFAULT, Limits
from ingest.readers import reader_of
from ingest.sniffing import sniff

__all__ = ["Limits", "read", "read_file", "sniff", "version"]


def version() -> str:
    """Version of the readers; a file that other readers refused is tried again."""
    return fingerprint("ingest")


def read(data: bytes, *, name: str, origin: str, arrived_at: str, limits: Limits = DEFAULT) -> Document:
    """The document that a file holds.

    Args:
        data: the file.
        name: its own name.
        origin: where it came from, a path or an address.
        arrived_at: ISO date and time, UTC.
        limits: bounds on what is read.

    Raises:
        UnreadableFileError: if no reader can read it, or it must not be read.
    """
    check_size(len(data), limits)
    media_type = sniff(data, name)
    reading = reader_of(media_type)(data, limits)
    text, blocks = assemble(reading.pieces)
    check_length(text, limits)
    check_secret(text, blocks)
    check_body(text, blocks, media_type)
    content_hash = hashlib.sha256(data).hexdigest()
    source = Source(content_hash, media_type, name, origin, len(data), arrived_at)
    problems = reading.problems + name_problems(name, media_type)
    return Document(document_id(content_hash), source, text, blocks, problems, reading.title)


def read_file(path: Path, limits: Limits = DEFAULT) -> Document:
    """The document in the file at `path`, arriving now from there.

    Raises:
        UnreadableFileError: if no reader can read it, or it must not be read.
        OSError: if the file cannot be opened.
    """
    check_size(path.stat().st_size, limits)
    arrived_at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return read(path.read_bytes(), name=path.name, origin=str(path.resolve()), arrived_at=arrived_at, limits=limits)
