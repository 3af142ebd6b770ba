"""The files that pages load, under names that hold their hash, so that browsers keep them for a year."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.resources import files

_TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Asset:
    """One file.

    Attributes:
        name: its name with the hash in it, as in the URL.
        data: its bytes.
        media_type: as sent.
    """

    name: str
    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Assets:
    """All files of `static`, by plain name and by hashed name."""

    plain: dict[str, Asset]
    hashed: dict[str, Asset]

    def url(self, name: str) -> str:
        """The address of a file given by its plain name."""
        return f"/static/{self.plain[name].name}"


def load_assets() -> Assets:
    """The files of the package's folder `static`."""
    found: dict[str, Asset] = {}
    for entry in files("webapp").joinpath("static").iterdir():
        stem, _, suffix = entry.name.rpartition(".")
        if suffix in _TYPES:
            data = entry.read_bytes()
            digest = hashlib.sha256(data).hexdigest()[:12]
            found[entry.name] = Asset(f"{stem}.{digest}.{suffix}", data, _TYPES[suffix])
    return Assets(found, {asset.name: asset for asset in found.values()})
