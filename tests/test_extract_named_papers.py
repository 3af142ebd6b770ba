"""Papers named without marks: those issued on a matter, opinions and guides by name, the first paper of a year."""

from __future__ import annotations

import pytest

from extract.citations.named_papers import find_papers
from extract.matching import fold


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("近日，石桥县出台了关于支持小型灌区改造的二十条措施，受到欢迎。", ["关于支持小型灌区改造的二十条措施"]),
        ("县政府办公室于5月6日发布的关于调整灌溉时间的通知规定，分区供水。", ["关于调整灌溉时间的通知"]),
        ("2030年制定了渠道管护试点实施意见，明确各方责任。", ["渠道管护试点实施意见"]),
        ("县水利局会同我局2030年制定了水库巡查工作指南。", ["水库巡查工作指南"]),
        ("严格执行水库值守十条规定，落实值班制度。", ["水库值守十条规定"]),
        ("认真贯彻中央一号文件精神，年内完成投资两亿元。", ["中央一号文件"]),
        ("落实2031年县委一号文件。", ["2031年县委一号文件"]),
        ("迁建工程参照石桥县灌区管理办法执行。", ["石桥县灌区管理办法"]),
        ("按照省水利厅印发的节水补助资金管理办法执行。", ["节水补助资金管理办法"]),
        ("依照石桥县水库管理办法第五条处理。", ["石桥县水库管理办法"]),
    ],
)
def test_a_paper_is_named(text: str, names: list[str]) -> None:
    """The names, without the verb before them and who issued them."""
    assert [span.of(text) for span in find_papers(fold(text))] == names


@pytest.mark.parametrize(
    "text",
    [
        "将出台关于支持灌区改造的若干措施。",
        "应执行渠道管护实施意见的要求。",
        "各乡镇制定了实施意见。",
        "结合实际制定了具体实施意见。",
        "出台了关于灌区的一系列好办法和新举措，群众满意。",
        "县委一号院改造完工。",
        "按照相关管理办法执行。",
        "根据国家有关补助资金管理办法执行。",
    ],
)
def test_what_is_to_come_or_has_no_name_is_none(text: str) -> None:
    """A paper that will be issued, and one that any office has."""
    assert list(find_papers(fold(text))) == []
