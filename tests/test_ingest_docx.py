"""DOCX: numbers, headings, tables, notes, boxes and revisions, as a reader sees them."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

import ingest
from corpus import BlockKind, Document, Table
from corpus.errors import UnreadableFileError
from ingest.docx_numbering import FORMATS, chinese, roman

_WHEN = "2026-01-01T00:00:00Z"


def _saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def _read(data: bytes) -> Document:
    return ingest.read(data, name="a.docx", origin="a.docx", arrived_at=_WHEN)


def _body(xml: str, numbering: str | None = None) -> Document:
    """The document whose body is this XML."""
    made = docx.Document()
    body = made.element.body
    for element in parse_xml(f"<w:body {nsdecls('w', 'a', 'wp')} {_MORE}>{xml}</w:body>"):
        body.insert(len(body) - 1, element)
    if numbering:
        root = made.part.numbering_part.element
        for element in list(root):
            root.remove(element)
        root.extend(list(parse_xml(f"<w:numbering {nsdecls('w')}>{numbering}</w:numbering>")))
    return _read(_saved(made))


_MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def _paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def _numbered(text: str, level: int = 0, num: int = 1) -> str:
    return _paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def _level(at: int, form: str, text: str, suffix: str = "nothing") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="{suffix}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def test_paragraphs_and_headings() -> None:
    """Paragraphs are blocks in order, headings by style carry their level, empty paragraphs leave nothing."""
    made = docx.Document()
    made.add_heading("云岭省托育服务规划", 0)
    made.add_heading("一、发展基础", 1)
    made.add_paragraph("托育机构达到一百二十家。")
    made.add_paragraph("")
    document = _read(_saved(made))
    assert document.text == "云岭省托育服务规划\n一、发展基础\n托育机构达到一百二十家。\n"
    assert [(block.kind, block.level) for block in document.blocks] == [
        (BlockKind.HEADING, None),
        (BlockKind.HEADING, 1),
        (BlockKind.PARAGRAPH, None),
    ]


def test_automatic_numbers() -> None:
    """Numbers that Word counts are written out; a lower level begins again under each higher one."""
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{_level(0, "chineseCounting", "%1、")}'
        f"{_level(1, 'chineseCounting', '（%2）')}{_level(2, 'decimal', '%3.', 'space')}</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    rows = [
        ("总体要求", 0),
        ("工作目标", 1),
        ("基本原则", 1),
        ("重点任务", 0),
        ("扩大供给", 1),
        ("新建机构", 2),
        ("改造机构", 2),
    ]
    document = _body("".join(_numbered(text, level) for text, level in rows), numbering)
    assert document.text.splitlines() == [
        "一、总体要求",
        "（一）工作目标",
        "（二）基本原则",
        "二、重点任务",
        "（一）扩大供给",
        "1. 新建机构",
        "2. 改造机构",
    ]
    assert [block.level for block in document.blocks] == [1, 2, 2, 1, 2, 3, 3]


def test_compound_number_and_own_start() -> None:
    """A level may show the numbers above it; a list that says so begins again."""
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{_level(0, "decimal", "第%1条", "space")}'
        f"{_level(1, 'decimal', '%1.%2', 'space')}</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    rows = [("甲", 0, 1), ("乙", 1, 1), ("丙", 0, 1), ("丁", 0, 2), ("戊", 0, 2)]
    document = _body("".join(_numbered(*row) for row in rows), numbering)
    assert document.text.splitlines() == ["第1条 甲", "1.1 乙", "第2条 丙", "第1条 丁", "第2条 戊"]


@pytest.mark.parametrize(
    ("form", "number", "written"),
    [
        ("chineseCounting", 10, "十"),
        ("chineseCountingThousand", 21, "二十一"),
        ("chineseCounting", 105, "一百零五"),
        ("ideographDigital", 20, "二〇"),
        ("decimalEnclosedCircle", 3, "③"),
        ("ideographTraditional", 2, "乙"),
        ("upperRoman", 14, "XIV"),
        ("lowerLetter", 28, "bb"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalZero", 7, "07"),
    ],
)
def test_number_formats(form: str, number: int, written: str) -> None:
    """Each form of number is written as Word shows it."""
    assert FORMATS[form](number) == written


def test_numbers_differ() -> None:
    """No two numbers are written alike, in Han or in Roman numerals."""
    assert len({chinese(number) for number in range(1, 10_000)}) == 9_999
    assert len({roman(number) for number in range(1, 4_000)}) == 3_999


def _table(document: Document) -> Table:
    (table,) = [block.table for block in document.blocks if block.table]
    return table


def test_table_with_merged_cells() -> None:
    """Merged cells are written once and say how far they reach; the first rows are headers."""
    made = docx.Document()
    table = made.add_table(rows=4, cols=3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "指标"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "年度目标"
    for at, row in enumerate((("", "2024年", "2025年"), ("托位（个）", "4.0", "4.5"), ("覆盖率", "85%", "90%")), 1):
        for column, text in enumerate(row):
            if text:
                table.cell(at, column).text = text
    document = _read(_saved(made))
    assert document.text == "指标\t年度目标\n2024年\t2025年\n托位（个）\t4.0\t4.5\n覆盖率\t85%\t90%\n"
    read = _table(document)
    assert (read.rows, read.columns, read.header_rows) == (4, 3, 2)
    grid = [[cell.span.of(document.text) if cell else None for cell in row] for row in read.grid()]
    assert grid[1] == ["指标", "2024年", "2025年"]
    assert grid[0] == ["指标", "年度目标", "年度目标"]


def test_paragraphs_in_a_cell() -> None:
    """Paragraphs in a cell are parted by a space, so that a row stays one line."""
    made = docx.Document()
    table = made.add_table(rows=2, cols=2)
    for row, texts in zip(table.rows, (("任务", "责任单位"), ("新建机构\n改造机构", "省民政厅")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    assert _read(_saved(made)).text == "任务\t责任单位\n新建机构 改造机构\t省民政厅\n"


def test_frame_and_table_inside_a_table() -> None:
    """A table of one cell is a frame around paragraphs; a table inside a cell follows the table around it."""
    made = docx.Document()
    frame = made.add_table(rows=1, cols=1).cell(0, 0)
    frame.text = "专栏1 重点工程"
    outer = made.add_table(rows=1, cols=2)
    outer.cell(0, 0).text = "甲"
    outer.cell(0, 1).text = "乙"
    inner = outer.cell(0, 1).add_table(rows=1, cols=2)
    inner.cell(0, 0).text = "丙"
    inner.cell(0, 1).text = "丁"
    document = _read(_saved(made))
    assert document.text == "专栏1 重点工程\n甲\t乙\n丙\t丁\n"
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.TABLE]


def test_what_a_reader_sees_of_revisions_and_fields() -> None:
    """Insertions, links, content controls and results of fields are read; deletions, codes and hidden words are not."""
    document = _body(
        "<w:p><w:r><w:t>到</w:t></w:r>"
        "<w:ins><w:r><w:t>2025年</w:t></w:r></w:ins><w:del><w:r><w:delText>2024年</w:delText></w:r></w:del>"
        "<w:hyperlink><w:r><w:t>覆盖率</w:t></w:r></w:hyperlink>"
        "<w:sdt><w:sdtContent><w:r><w:t>达到</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>（隐藏）</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>90</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        '<w:r><w:t>%</w:t><w:softHyphen/><w:br w:type="page"/></w:r></w:p>'
    )
    assert document.text == "到2025年覆盖率达到90%\n"


def test_line_breaks_begin_lines() -> None:
    """A line break inside a paragraph begins a line; a tab stays a tab."""
    document = _body("<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p>")
    assert document.text == "甲\t乙\n丙\n"


def test_text_boxes_are_read_once() -> None:
    """Words in a text box follow its paragraph; of alternatives only the first is read."""
    box = f"<w:txbxContent>{_paragraph('特急')}</w:txbxContent>"
    document = _body(
        f"<w:p><w:r><w:t>云岭省人民政府文件</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        f"<wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert document.text == "云岭省人民政府文件\n特急\n"


def test_footnotes_follow_their_paragraph() -> None:
    """A note is a block of its own after the paragraph that refers to it."""
    made = docx.Document()
    paragraph = made.add_paragraph("托位数按常住人口计算。")
    reference = parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="2"/></w:r>')
    paragraph._p.append(reference)
    data = _with_part(
        _saved(made),
        "word/footnotes.xml",
        f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2">{_paragraph("指年末数。")}</w:footnote></w:footnotes>',
        "footnotes",
    )
    document = _read(data)
    assert document.text == "托位数按常住人口计算。\n指年末数。\n"
    assert document.blocks[1].kind is BlockKind.FOOTNOTE


def _with_part(data: bytes, name: str, xml: str, kind: str) -> bytes:
    """A DOCX with one more part, referred to by its document."""
    out = io.BytesIO()
    relation = (
        f'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
        f'Target="{name.removeprefix("word/")}"/></Relationships>'
    )
    content = (
        f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
        f'{kind}+xml"/></Types>'
    )
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.namelist():
            text = old.read(entry)
            if entry == "word/_rels/document.xml.rels":
                text = text.replace(b"</Relationships>", relation.encode())
            if entry == "[Content_Types].xml":
                text = text.replace(b"</Types>", content.encode())
            new.writestr(entry, text)
        new.writestr(name, xml)
    return out.getvalue()


def test_missing_parts_are_no_obstacle() -> None:
    """A DOCX without a list of numbers reads as far as it goes."""
    document = _body(_numbered("总体要求", 0, 77))
    assert document.text == "总体要求\n"


def test_damaged_inside() -> None:
    """A whole archive around a broken document is refused as damaged."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_saved(docx.Document()))) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, b"<w:document><w:body>" if entry == "word/document.xml" else old.read(entry))
    with pytest.raises(UnreadableFileError) as caught:
        _read(out.getvalue())
    assert caught.value.code == "docx.damaged"
