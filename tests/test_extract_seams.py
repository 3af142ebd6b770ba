"""A text printed to lines and pages says of itself, is parted and names others as it does unbroken."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from corpus import Analysis, Citation
from extract import analyse
from extract.layout.paragraphs import find_paragraphs
from extract.layout.seams import unwrap_document
from extract.matching import fold
from tests.conftest import plain_document

TEXT = """关于县政协十届二次会议第0312号提案的答复
王某某委员：
您在县政协十届二次会议上提出的《关于加快推进农村生活污水治理设施建设和长效运行维护的提案》（第0312号）已收悉，现将办理情况答复如下：
一、工作开展情况
近年来，县生态环境局会同县农业农村局、县水利局，依照水污染防治法、土壤污染防治法和有关规定，把农村生活污水治理作为重要任务，组织力量深入乡镇开展调查研究，编制了治理方案。
（一）完善规划体系，健全工作机制
按照《青石县农村生活污水治理专项规划（2031—2035年）》（青政发〔2031〕12号）要求，我局逐村核对设施台账，明确建设时序，建立月调度、季通报制度，先后召开协调会议六次，推动各项任务按期完成。（县生态环境局牵头）
（二）加大投入力度，加快设施建设
县财政安排专项资金，争取上级补助，采取集中处理与分散处理相结合的办法，完成一批行政村的治理任务，受益农户明显增加，水环境质量持续改善，群众满意度不断提高。
二、下一步工作打算
我局将认真研究您的建议，会同有关部门重点做好三项工作，进一步健全管护责任，落实运行经费，强化监督考核，确保建成一处、运行一处、见效一处，不断改善农村人居环境。
感谢您对生态环境工作的关心和支持。
青石县生态环境局
2031年6月18日
"""


def printed(text: str, width: int, *, indent: str, page: str) -> str:
    """The paragraphs of a text cut to lines of `width`, with the number of a page after each seventh line."""

    def lines() -> Iterator[str]:
        for paragraph in text.splitlines():
            words = indent + paragraph if len(paragraph) > width - 2 else paragraph
            first = width - (0 if indent or len(paragraph) <= width - 2 else 2)
            yield words[:first]
            yield from (words[at : at + width] for at in range(first, len(words), width))

    out = [line + (f"\n{page.format(at // 7)}" if at % 7 == 6 else "") for at, line in enumerate(lines())]
    return "\n".join(out) + "\n"


def told(analysis: Analysis) -> tuple[object, ...]:
    """What is compared: fields of the metadata, headings, documents named."""
    metadata = analysis.metadata
    cited = [(fact.title, fact.number) for fact in analysis.facts if isinstance(fact, Citation)]
    return (
        (metadata.genre, metadata.title, metadata.addressee, metadata.proposal_number, metadata.proposal_title),
        (metadata.issuer, str(metadata.written_on)),
        [(section.level, section.title) for section in analysis.outline.sections],
        [(re.sub(r"\s+(?:-?[ ]?\d[ ]?-?\n)?", "", title), number) for title, number in cited],
    )


@pytest.mark.parametrize(("indent", "page"), [("　　", "- {} -"), ("", "{}")])
@pytest.mark.parametrize("width", [26, 30, 34])
def test_printed_lines_change_nothing(width: int, indent: str, page: str) -> None:
    """Neither the line ends in words nor the numbers of pages, with or without the blanks before a paragraph."""
    broken = printed(TEXT, width, indent=indent, page=page)
    assert told(analyse(plain_document(broken))) == told(analyse(plain_document(TEXT)))


def test_an_unwrapped_document_leads_back_to_its_places() -> None:
    """Its blocks tile its text, and each of its characters stands where it came from."""
    document = plain_document(printed(TEXT, 28, indent="　　", page="- {} -"))
    folded = fold(document.text)
    whole, unwrapped = unwrap_document(document, folded, find_paragraphs(document, folded))
    ends = [0, *(block.span.end for block in whole.blocks)]
    assert [block.span.start for block in whole.blocks] == ends[:-1]
    assert ends[-1] == len(whole.text) == len(unwrapped.text)
    assert all(document.text[unwrapped.span(at, at + 1).start] == character for at, character in enumerate(whole.text))
