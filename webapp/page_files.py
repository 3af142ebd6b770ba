"""Pages in files of one folder, shared by all processes of a site: written whole or not at all, bounded in bytes.

A file is named after its key and sealed with the site's own; one that is damaged, or of another site or start, counts
as missing. Cache libraries were looked at first: those that are looked after keep pickles or know no bound in bytes.
"""

from __future__ import annotations

import contextlib
import hmac
import os
import threading
import time
import zlib
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

MOST = 64 * 1024 * 1024
"""Bytes that the files of a folder may take; a page of hits takes about 8 KB."""
_LEFT = 0.75
"""Share of the bound that is left where files had to go."""
_STEP = 16
"""A process looks at the whole folder each time that it has written this part of the bound."""
_BLOCK = 4096
"""Bytes that a file takes at least."""
_SEAL = 32


class PageFiles:
    """The files of one folder; safe for several processes and threads at once.

    Args:
        folder: of these files alone; made where it does not exist.
        site: secret bytes, equal for processes that share their pages.
        lasts: seconds after which a file that nobody asked for is of no use.
        most: bytes that they may take together.
    """

    def __init__(self, folder: Path, site: bytes, lasts: float, most: int = MOST) -> None:
        self._folder = folder
        self._site = site
        self._lasts = lasts
        self._most = most
        self._written = 0
        self._lock = threading.Lock()

    def get(self, key: str) -> bytes | None:
        """What was put under a key; None where there is nothing, or nothing whole."""
        path = self._path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        sealed = data[_SEAL:]
        if not hmac.compare_digest(data[:_SEAL], self._seal(path.name, sealed)):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # those that are asked for stay
        return zlib.decompress(sealed)

    def put(self, key: str, page: bytes) -> None:
        """Keeps something under a key, or not where the folder cannot be written."""
        path = self._path(key)
        packed = zlib.compress(page, 1)
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._write(path, self._seal(path.name, packed) + packed)
            if self._is_due(_room(_SEAL + len(packed))):
                self._make_room()

    def clear(self) -> None:
        """Takes all files away."""
        for path, _, _ in self._files():
            _remove(path)

    def size(self) -> int:
        """Bytes that the files take."""
        return sum(size for _, size, _ in self._files())

    def _path(self, key: str) -> Path:
        return self._folder / blake2b(key.encode("utf-8", "surrogatepass"), key=self._site, digest_size=20).hexdigest()

    def _seal(self, name: str, packed: bytes) -> bytes:
        return blake2b(name.encode() + packed, key=self._site, digest_size=_SEAL).digest()

    def _write(self, path: Path, data: bytes) -> None:
        draft = path.with_name(f"{path.name}.{os.getpid()}.{threading.get_ident()}")
        try:
            with os.fdopen(os.open(draft, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as file:
                file.write(data)
            draft.replace(path)
        except OSError:
            _remove(draft)
            raise

    def _is_due(self, written: int) -> bool:
        with self._lock:
            self._written += written
            due = self._written * _STEP >= self._most
            if due:
                self._written = 0
        return due

    def _make_room(self) -> None:
        """Takes away what is of no use, and what was not asked for the longest where there is too much."""
        until = time.time() - self._lasts
        files = sorted(self._files(), key=lambda file: file[2])
        left = total = sum(size for _, size, _ in files)
        wanted = self._most * _LEFT if total > self._most * (1 - 1 / _STEP) else total
        for path, size, asked in files:
            if asked >= until and left <= wanted:
                break
            _remove(path)
            left -= size

    def _files(self) -> Iterator[tuple[Path, int, float]]:
        """Path, bytes, and when it was last asked for, of each file."""
        with contextlib.suppress(OSError), os.scandir(self._folder) as found:
            for entry in found:
                with contextlib.suppress(OSError):
                    about = entry.stat()
                    yield Path(entry.path), _room(about.st_size), about.st_mtime


def _room(size: int) -> int:
    """Bytes that a file of this size takes."""
    return -(-size // _BLOCK) * _BLOCK


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):  # another process has done it, or has the file open (on Windows)
        path.unlink()
