"""What a page cuts in two is read whole: values, bounds, sentences, headings; the places stay those of the document."""

from __future__ import annotations

import pytest

from corpus import Analysis
from corpus.shown import one_line
from extract import analyse
from tests.conftest import plain_document

WIDTH = 30
FILLING = "过去一年全市上下围绕改革发展稳定各项任务扎实推进重点工作不断改善营商环境持续提升服务水平"
PLAIN = (
    "　　坚持项目为王，创新招商方式，完善服务机制，优化营商环境，促成一批项目签约落地，带动传统产业改造提升，"
    "新兴产业加快成长，重点园区承载能力持续增强，云水开发区综合评价位次前移，企业创新主体地位更加突出。"
)


def cut(before: str, page: str, behind: str) -> str:
    """A paragraph whose first page ends with `before`, a full line, and whose next one begins with `behind`."""
    room = 2 * WIDTH - len(before) - 3
    words = f"　　{FILLING[:room]}，{before}"
    return f"{words[:WIDTH]}\n{words[WIDTH:]}\n{page}\n{behind}群众满意度继续走在全省前列。\n"


def report(page: str, *cuts: tuple[str, str]) -> Analysis:
    """A printed report with paragraphs that a page cuts."""
    plain = "\n".join(PLAIN[at : at + WIDTH] for at in range(0, len(PLAIN), WIDTH))
    told = "".join(cut(before, page, behind) + plain + "\n" for before, behind in cuts)
    return analyse(plain_document(f"石桥市人民政府工作报告\n一、2030年工作回顾\n{told}"))


CUTS = (("政务热线接通率稳定在98%", "以上，"), ("发放救助资金3.9", "亿元，"))


@pytest.mark.parametrize("page", ["— 5 —", "- 5 -", "·5·", "12"])
def test_values_go_on_behind_a_page(page: str) -> None:
    """Neither the bound behind a value nor the unit behind its number is lost."""
    found = report(page, *CUTS)
    values = [(one.value, one.unit, one.comparison.value) for one in found.indicators]
    assert [(str(value), unit, sign) for value, unit, sign in values] == [("98", "%", ">="), ("3.9", "亿元", "=")]
    assert found.quote(found.indicators[0]).endswith(f"98%\n{page}\n以上")


def test_the_places_are_those_of_the_document() -> None:
    """Blocks, sentences and facts lie in the text that was read."""
    found = report("— 5 —", *CUTS)
    text = found.document.text
    assert "— 5 —" in text
    assert found.document.blocks[-1].span.end == len(text)
    assert [section.heading.of(text) for section in found.outline.sections] == ["一、2030年工作回顾"]
    assert all(text[fact.span.end - 1] == "。" for fact in found.achievements)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("建设4个制\n— 12 —\n氢项目。", "建设4个制 氢项目。"),
        ("建设4个制\n\n- 3 -\n\n氢项目。", "建设4个制 氢项目。"),
        ("1—3月\n完成20%。", "1—3月 完成20%。"),
        ("——建设园区。", "——建设园区。"),
    ],
)
def test_what_is_shown_has_no_number_of_a_page(words: str, shown: str) -> None:
    """A line that is nothing but the number of a page is left out, a dash of the text never."""
    assert one_line(words) == shown
