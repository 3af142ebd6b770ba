"""PDF: wrapped lines, running heads, tables over pages, and what cannot be read."""

from __future__ import annotations

import zlib

import pytest

import ingest
from corpus import BlockKind, Document
from corpus.errors import UnreadableFileError
from ingest.limits import Limits

_WHEN = "2026-01-01T00:00:00Z"
_LEFT, _RIGHT, _SIZE = 90.0, 506.0, 16.0

_FONT = (
    b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500 814 939 500]"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>"
    b" /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880]"
    b" /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 90 >> >>"
)

Word = tuple[float, float, str]
Rule = tuple[float, float, float, float]


def _content(words: list[Word], rules: list[Rule]) -> bytes:
    """The drawing of a page of A4; places count from the top left corner."""
    lines = [f"{x0} {842 - y0} m {x1} {842 - y1} l S" for x0, y0, x1, y1 in rules]
    lines += [
        f"BT /F1 {_SIZE} Tf 1 0 0 1 {x} {842 - y} Tm <{text.encode('utf-16-be').hex()}> Tj ET" for x, y, text in words
    ]
    return "\n".join(lines).encode()


def made_pdf(pages: list[tuple[list[Word], list[Rule]]], extra: str = "") -> bytes:
    """A PDF whose font is one of the Chinese fonts that every reader of PDF must know, so none is embedded."""
    kids = " ".join(f"{5 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        _FONT,
    ]
    for at, (words, rules) in enumerate(pages):
        body = zlib.compress(_content(words, rules))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {extra} /Resources << /Font << /F1 3 0 R >> >>"
            f" /Contents {6 + 2 * at} 0 R >>".encode()
        )
        objects.append(f"<< /Length {len(body)} /Filter /FlateDecode >>\nstream\n".encode() + body + b"\nendstream")
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, item in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + item + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    return bytes(out) + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()


def _read(data: bytes, limits: Limits | None = None) -> Document:
    return ingest.read(data, name="a.pdf", origin="a.pdf", arrived_at=_WHEN, limits=limits or Limits())


def _prose(text: str, top: float, *, indent: bool = True, width: int = 26) -> list[Word]:
    """A paragraph in lines of 26 characters, the first indented by two, as word processors set it."""
    first = width - 2 if indent else width
    rows = [text[:first]] + [text[at : at + width] for at in range(first, len(text), width)]
    return [(_LEFT + (2 * _SIZE if indent and not at else 0), top + 28 * at, row) for at, row in enumerate(rows)]


_LONG = (
    "云岭省各级机关应当按照职责分工推进托育服务体系建设，完善支持政策，确保到二〇"
    "二五年底每千人口拥有三岁以下婴幼儿托位数达到规划目标，并于每年年底报告进展情况。"
)
_NEXT = "省发展改革委会同有关部门加强督促检查，对工作不力的予以通报。"


def _blocks(document: Document, kind: BlockKind) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks if block.kind is kind]


def test_wrapped_lines_are_one_paragraph() -> None:
    """Lines of one paragraph are joined without a space; an indented line begins the next paragraph."""
    document = _read(made_pdf([(_prose(_LONG, 150) + _prose(_NEXT, 150 + 28 * 4), [])]))
    assert document.text == f"{_LONG}\n{_NEXT}\n"
    assert [block.page for block in document.blocks] == [1, 1]


def test_paragraph_goes_on_over_the_page() -> None:
    """A paragraph that goes on over a page is one block of the page it begins on; page numbers are furniture."""
    words = _prose(_LONG, 100)
    first = [*_prose(_NEXT, 650), *((x, 706 + y - 100, text) for x, y, text in words[:2]), (290.0, 800.0, "— 1 —")]
    second: list[Word] = [(x, 100.0 + 28 * at, text) for at, (x, _, text) in enumerate(words[2:])]
    second += [*_prose(_NEXT, 300), (290.0, 800.0, "— 2 —")]
    document = _read(made_pdf([(first, []), (second, [])]))
    assert _blocks(document, BlockKind.PARAGRAPH) == [_NEXT + "\n", _LONG + "\n", _NEXT + "\n"]
    assert [block.page for block in document.blocks if block.kind is BlockKind.PARAGRAPH] == [1, 1, 2]
    assert _blocks(document, BlockKind.FURNITURE) == ["— 1 —\n", "— 2 —\n"]


def test_running_heads_are_furniture() -> None:
    """Words that stand at one place near the edge of three pages and more are no part of the document."""
    pages: list[tuple[list[Word], list[Rule]]] = [
        ([(230.0, 50.0, "云岭省托育服务规划"), *_prose(_LONG, 150), (300.0, 805.0, str(number))], [])
        for number in (1, 2, 3)
    ]
    document = _read(made_pdf(pages))
    assert _blocks(document, BlockKind.PARAGRAPH) == [_LONG + "\n"] * 3
    assert _blocks(document, BlockKind.FURNITURE).count("云岭省托育服务规划\n") == 3


def _ruled(columns: list[float], rows: list[float]) -> list[Rule]:
    level = [(columns[0], y, columns[-1], y) for y in rows]
    return level + [(x, rows[0], x, rows[-1]) for x in columns]


def test_ruled_table() -> None:
    """Ruling lines make a table; the words in a cell are joined, and the words around it stay paragraphs."""
    columns, rows = [90.0, 250.0, 380.0, 506.0], [200.0, 230.0, 290.0, 320.0]
    words = [
        *_prose(_NEXT, 120),
        (100.0, 220.0, "指标"),
        (260.0, 220.0, "2025年目标"),
        (390.0, 220.0, "性质"),
        (100.0, 250.0, "每千人口拥有托"),
        (100.0, 275.0, "位数（个）"),
        (260.0, 260.0, "4.5"),
        (390.0, 260.0, "预期性"),
        (100.0, 310.0, "服务覆盖率（%）"),
        (260.0, 310.0, "90"),
        (390.0, 310.0, "约束性"),
        *_prose(_LONG, 360),
    ]
    document = _read(made_pdf([(words, _ruled(columns, rows))]))
    (block,) = [block for block in document.blocks if block.table]
    assert block.span.of(document.text) == (
        "指标\t2025年目标\t性质\n每千人口拥有托位数（个）\t4.5\t预期性\n服务覆盖率（%）\t90\t约束性\n"
    )
    table = block.table
    assert table is not None
    assert (table.rows, table.columns, table.header_rows) == (3, 3, 1)
    assert [cell.span.of(document.text) for cell in table.cells[3:6]] == ["每千人口拥有托位数（个）", "4.5", "预期性"]
    assert _blocks(document, BlockKind.PARAGRAPH) == [_NEXT + "\n", _LONG + "\n"]


def test_merged_cells() -> None:
    """A cell without a line in it reaches over several columns or rows."""
    rules = [*_ruled([90.0, 250.0, 506.0], [200.0, 230.0, 260.0, 290.0]), (380.0, 230.0, 380.0, 290.0)]
    rules = [rule for rule in rules if rule != (90.0, 260.0, 506.0, 260.0)] + [(250.0, 260.0, 506.0, 260.0)]
    words = [(260.0, 220.0, "目标"), (100.0, 250.0, "托位"), (260.0, 250.0, "2024"), (400.0, 250.0, "2025")]
    words += [(260.0, 280.0, "4.0"), (400.0, 280.0, "4.5")]
    document = _read(made_pdf([(words, rules)]))
    table = document.blocks[0].table
    assert table is not None
    by_text = {cell.span.of(document.text): cell for cell in table.cells}
    assert by_text["目标"].colspan == 2
    assert by_text["托位"].rowspan == 2


def test_table_goes_on_over_the_page() -> None:
    """A table whose columns go on at the top of the next page is one; its repeated header is dropped."""
    columns = [90.0, 250.0, 506.0]
    head = [(100.0, 0.0, "指标"), (260.0, 0.0, "目标")]

    def page(top: float, rows: list[tuple[str, str]]) -> tuple[list[Word], list[Rule]]:
        edges = [top + 30 * at for at in range(len(rows) + 2)]
        words = [(x, top + 20, text) for x, _, text in head]
        for at, (name, value) in enumerate(rows, 1):
            words += [(100.0, top + 30 * at + 20, name), (260.0, top + 30 * at + 20, value)]
        return words, _ruled(columns, edges)

    document = _read(made_pdf([page(640, [("托位", "4.5"), ("覆盖率", "90")]), page(120, [("机构数", "120")])]))
    assert document.text == "指标\t目标\n托位\t4.5\n覆盖率\t90\n机构数\t120\n"
    assert len(document.blocks) == 1


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_turned_page_is_read_as_shown(rotation: int) -> None:
    """A page with a rotation is laid out as it is shown; its words are the same."""
    document = _read(made_pdf([(_prose(_NEXT, 150), [])], extra=f"/Rotate {rotation}"))
    assert "".join(sorted(document.text.replace("\n", ""))) == "".join(sorted(_NEXT))


def test_pages_without_words() -> None:
    """A PDF without a text layer is refused, and says that it is a scan."""
    with pytest.raises(UnreadableFileError, match="没有文字层") as caught:
        _read(made_pdf([([], [])]))
    assert caught.value.code == "format.not_yet"


def test_garbled_text_layer() -> None:
    """A text layer of private-use characters is refused rather than indexed."""
    with pytest.raises(UnreadableFileError) as caught:
        _read(made_pdf([([(90.0, 100.0 + 20 * at, "钀铇鍑閿鐨勭殑鍙婂叾鎴戜滑") for at in range(10)], [])]))
    assert caught.value.code == "pdf.garbled"


def test_too_many_pages() -> None:
    """A PDF of more pages than the limit is refused."""
    with pytest.raises(UnreadableFileError) as caught:
        _read(made_pdf([(_prose(_NEXT, 150), [])] * 3), Limits(pages=2))
    assert caught.value.code == "limit.pages"


def test_damaged() -> None:
    """A PDF of which little more than the first line is left is refused."""
    with pytest.raises(UnreadableFileError) as caught:
        _read(b"%PDF-1.4\n" + b"\x00\x01" * 50)
    assert caught.value.code == "pdf.damaged"


def test_secret_mark_on_the_first_page() -> None:
    """A mark of secrecy in the head of the first page stops everything."""
    with pytest.raises(UnreadableFileError, match="密级标志") as caught:
        _read(made_pdf([([(90.0, 60.0, "机密★1年"), *_prose(_LONG, 150)], [])]))
    assert caught.value.code == "secret.marked"
