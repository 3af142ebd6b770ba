"""What is measured on: the shared real documents where they stand beside the project, else the sample corpus."""

from __future__ import annotations

from pathlib import Path

import ingest
from corpus import Document
from corpus.errors import UnreadableFileError

ROOT = Path(__file__).resolve().parent.parent


def shared() -> Path | None:
    """The folder of shared real documents, if it is there."""
    folder = ROOT.parent / "shared"
    return folder if (folder / "realdocs").is_dir() else None


def files() -> list[Path]:
    """All files that are measured on."""
    folder = shared()
    folders = [folder / "seeds", folder / "realdocs"] if folder else [ROOT / "corpus" / "samples"]
    return [file for place in folders for file in sorted(place.rglob("*")) if file.is_file()]


def documents() -> list[Document]:
    """The readable ones, read."""
    found = []
    for file in files():
        try:
            found.append(ingest.read_file(file))
        except UnreadableFileError:
            continue
    return found
