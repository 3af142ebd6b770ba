"""Every shared real document is read, or refused with its reason; what is read agrees with the labelled texts."""

from __future__ import annotations

import csv
import difflib
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

import ingest
from corpus import BlockKind, Document
from corpus.errors import UnreadableFileError

pytestmark = pytest.mark.real

_REFUSED = {
    ".doc": "format.not_yet",
    ".xls": "format.not_yet",
    ".png": "format.not_yet",
    "corrupt-zip-docx.docx": "zip.damaged",
    "html-named-docx.docx": "html.no_body",
    "crawl-error-guangxi-gazette.txt": "text.error_page",
    "empty-body-mohurd-2020.txt": "text.no_body",
    "pudong-land-148-2017-p1-6.pdf": "format.not_yet",
}


def _bare(text: str) -> str:
    return "".join(text.split())


def _files(shared: Path) -> list[Path]:
    return sorted(path for part in ("seeds", "realdocs") for path in (shared / part).rglob("*") if path.is_file())


def _outcome(path: Path) -> Document | str:
    """The document, or the code with which its file is refused."""
    try:
        return ingest.read_file(path)
    except UnreadableFileError as error:
        return error.code


def test_every_file_is_read_or_refused(shared: Path) -> None:
    """Only the kinds and the damaged files that are known to be unreadable are refused, each with its code."""
    for path in _files(shared):
        expected = _REFUSED.get(path.name) or _REFUSED.get(path.suffix)
        outcome = _outcome(path)
        if isinstance(outcome, str):
            assert (path.name, outcome) == (path.name, expected)
            continue
        document = outcome
        assert expected is None, path.name
        assert document.blocks[0].span.start == 0
        assert document.blocks[-1].span.end == len(document.text)
        for before, after in pairwise(document.blocks):
            assert before.span.end == after.span.start


def test_labelled_texts_agree(shared: Path) -> None:
    """The characters of the labelled documents are those of their reference texts, but for lines of the site."""
    with (shared / "gold" / "INDEX.tsv").open(encoding="utf-8") as index:
        rows = list(csv.reader(index, delimiter="\t"))[1:]
    for _, file, source in rows:
        read = _bare(ingest.read_file(shared / file).text)
        reference = _bare((shared / source).read_text(encoding="utf-8"))
        pieces = difflib.SequenceMatcher(None, read, reference, autojunk=False).get_opcodes()
        lost = [reference[start:end] for kind, _, _, start, end in pieces if kind != "equal"]
        assert sum(map(len, lost)) <= 0.015 * len(reference), (file, lost)


def test_labelled_pdf(shared: Path) -> None:
    """Of the PDF with labels nearly every character is read, each paragraph in one piece."""
    document = ingest.read_file(shared / "realdocs/notice/govdoc-cn-397.pdf")
    label = _bare((shared / "realdocs/labels/govdoc-cn-397.txt").read_text(encoding="utf-8"))
    read = _bare(document.text)
    same = sum(block.size for block in difflib.SequenceMatcher(None, read, label, autojunk=False).get_matching_blocks())
    assert same >= 0.98 * len(label)
    paragraphs = [block.span.of(document.text) for block in document.blocks if block.kind is BlockKind.PARAGRAPH]
    assert sum(text.rstrip().endswith(("。", "：")) for text in paragraphs if len(text) > 40) == sum(
        len(text) > 40 for text in paragraphs
    )


@pytest.fixture(scope="module")
def guide(shared: Path) -> Document:
    """The PDF of 331 pages."""
    return ingest.read_file(shared / "realdocs/report/beijing-industry-policy-guide-2024.pdf")


def test_long_pdf(guide: Document) -> None:
    """Its cards are tables that go on over pages, and each page's number is furniture."""
    kinds = Counter(block.kind for block in guide.blocks)
    assert kinds[BlockKind.FURNITURE] >= 320
    tables = [block.table for block in guide.blocks if block.table]
    assert 140 <= len(tables) <= 160
    assert all(table.columns >= 2 for table in tables)
    pages = [block.page for block in guide.blocks]
    assert all(page is not None for page in pages)


def test_pages_of_government_sites(shared: Path) -> None:
    """Each page gives its metadata and its document, and nothing of the site."""
    for path in sorted((shared / "realdocs").rglob("*.html")):
        document = ingest.read_file(path)
        metadata = [block.span.of(document.text) for block in document.blocks if block.kind is BlockKind.METADATA]
        assert len(metadata) == 8, path.name
        assert "扫一扫" not in document.text
