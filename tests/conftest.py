"""Fixtures that tests of every package share."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from corpus import Block, BlockKind, Document, Source, Span
from corpus.document import document_id
from tests.databases import new_database, open_store, postgresql

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from webapp.workspace import Workspace

__all__ = ["new_database", "open_store", "postgresql"]

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile("steady", deadline=None)  # a busy machine is no failure
settings.load_profile("steady")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skips what needs a search cluster where none is named: `make test-cluster` starts one."""
    if os.environ.get("ZHENGNUO_OPENSEARCH_URL"):
        return
    reason = "needs an OpenSearch cluster: run make test-cluster"
    for item in items:
        parameters = getattr(getattr(item, "callspec", None), "params", {})
        if "opensearch" in parameters.values() or item.get_closest_marker("cluster"):
            item.add_marker(pytest.mark.skip(reason=reason))


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


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A workspace over the samples and a few documents of the tests, see `tests.site_corpus`."""
    from tests.site_corpus import open_site

    with open_site(tmp_path_factory.mktemp("site")) as opened:
        yield opened


@pytest.fixture
def client(site: Workspace) -> FlaskClient:
    """A reader of the site, without cookies."""
    from webapp.app import create_app

    return create_app(site, b"secret of the tests").test_client()
