"""The version of what a package does, made from its own code and tables, so that any change counts."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_COUNTED = (".py", ".tsv")


@cache
def fingerprint(package: str) -> str:
    """Sixteen hexadecimal digits that differ where a module or a table of the package differs."""
    digest = hashlib.sha256()
    for name, data in sorted(_contents(files(package), "")):
        digest.update(name.encode() + b"\0" + data + b"\0")
    return digest.hexdigest()[:16]


def _contents(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _contents(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(_COUNTED):
            found.append((prefix + entry.name, entry.read_bytes()))
    return found
