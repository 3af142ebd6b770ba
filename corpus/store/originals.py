"""The files as they arrived, content-addressed beside the database, so that they can be downloaded and read again."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from corpus.errors import NotFoundError


def content_hash(data: bytes) -> str:
    """SHA-256 of the bytes, hexadecimal: the name under which they are kept."""
    return hashlib.sha256(data).hexdigest()


class Originals:
    """A folder of files named by their content; written whole or not at all, never changed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, digest: str) -> Path:
        """Where the bytes with this hash lie, or would."""
        return self._folder / digest[:2] / digest

    def put(self, data: bytes) -> str:
        """Keeps the bytes and gives their hash; the same bytes are kept once."""
        digest = content_hash(data)
        path = self.path(digest)
        if path.exists():
            return digest
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(path)
        finally:
            Path(temporary).unlink(missing_ok=True)
        return digest

    def get(self, digest: str) -> bytes:
        """The bytes with this hash.

        Raises:
            NotFoundError: if they are not kept.
        """
        try:
            return self.path(digest).read_bytes()
        except FileNotFoundError:
            raise NotFoundError("原件不在库中。") from None
