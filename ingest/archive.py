"""Archives, opened with care: a small file must not unpack to a huge one, nor XML refer outside itself."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from ingest.limits import Limits
from ingest.refusal import refusal

_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_CHUNK = 1 << 20
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


def check_archive(data: bytes, limits: Limits) -> None:
    """Refuses an archive that is damaged, locked, or would unpack to too much, before anything reads it whole.

    Raises:
        UnreadableFileError: if so.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_sizes(entries, limits)
            if any(entry.flag_bits & 1 for entry in entries):
                raise refusal("encrypted")
            for entry in entries:
                _check_entry(archive, entry)
    except _DAMAGE as error:
        raise refusal("zip_damaged") from error


def _check_sizes(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    """Refuses by the sizes that the directory declares; `zipfile` never unpacks more than these."""
    parts = (entry.file_size for entry in entries if _is_xml(entry))
    unpacked = sum(entry.file_size for entry in entries)
    swollen = any(
        entry.file_size > max(limits.ratio_from, limits.ratio * max(1, entry.compress_size)) for entry in entries
    )
    if len(entries) > limits.entries or unpacked > limits.unpacked or swollen or max(parts, default=0) > limits.part:
        raise refusal("entries")


def _check_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """Unpacks an entry piece by piece: that checks its CRC, and the beginning of XML is looked at for entities."""
    with archive.open(entry) as part:
        head = part.read(_CHUNK).replace(b"\x00", b"")  # as if UTF-16 were ASCII
        while part.read(_CHUNK):
            pass
    if _is_xml(entry) and _DECLARATION.search(head):
        raise refusal("xml_entities")


def _is_xml(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.lower().endswith((".xml", ".rels"))
