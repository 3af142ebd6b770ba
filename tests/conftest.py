"""Fixtures that tests of every package share."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus import Block, BlockKind, Document, Source, Span
from corpus.document import document_id

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared real documents and labels beside the project; without it the test is skipped."""
    folder = ROOT.parent / "shared"
    if not (folder / "realdocs").is_dir():
        pytest.skip("the shared real documents are not beside the project (../shared)")
    return folder


def plain_document(text: str, name: str = "test.txt") -> Document:
    """A document of plain text whose blocks are its lines."""
    blocks, start = [], 0
    for line in text.splitlines(keepends=True):
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(line))))
        start += len(line)
    source = Source("0" * 64, "text/plain", name, name, len(text.encode()), "2026-01-01T00:00:00Z")
    return Document(document_id(source.content_hash), source, text, tuple(blocks))


@pytest.fixture
def document(request: pytest.FixtureRequest) -> Document:
    """The document that the test's own docstring is."""
    function: Callable[..., object] = request.function
    return plain_document(inspect.cleandoc(function.__doc__ or "") + "\n")
