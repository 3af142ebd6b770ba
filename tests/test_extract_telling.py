"""What an answer, a speaker or a notice tells of deeds, promises or others' demands, and what is mere talk."""

from __future__ import annotations

import pytest

from corpus import Genre
from tests.test_extract_statements import kinds

R, P, N = Genre.PROPOSAL_REPLY, Genre.PRESS_BRIEFING, Genre.NOTICE
TOLD = [
    # genre, text, kinds of its statements in order
    (R, "收到建议后，县水务局立即到现场查看。", "A"),
    (R, "全县渠道总里程820公里，完好率91%。", "A"),
    (R, "在村口设立水费窗口，接通率99%。", "A"),
    (R, "经查，各项水质指标均达标。", "A"),
    (R, "从2018年起，连续三年修缮渠道，逐条建立台账。", "A"),
    (R, "通过上述举措，用水矛盾得到有效缓解。", "A"),
    (R, "关于渡船，渡运公司承诺年内更换旧船。", "C"),
    (R, "北段先行清淤，南段待移民迁出后实施。", "C"),
    (R, "目前尚不具备条件，待省里明确后再行研究。", "C"),
    (R, "请您继续关注渠道建设，我们会定期通报进展。", "C"),
    (R, "请您继续关注渠道建设。", ""),
    (R, "我们建议由县水务局先做规划，再组织实施。", "C"),
    (R, "建议中您提到，应当尽快疏浚老渠。", "Q"),
    (R, "代表建议提出，要加大对山区水利的投入。", "Q"),
    (R, "中央一号文件明确提出，要严守用水红线。", "Q"),
    (R, "根据国家有关规定，水利经费不得用于建房。", "Q"),
    (R, "省水务厅、省财政厅2021年联合下发的《节水评价标准》要求，各县应当统一标准。", "Q"),
    (R, "关于管护人员。", ""),
    (R, "同意提案意见。", ""),
    (R, "您在来信中的分析很有见地，为我们提供了思路。", ""),
    (R, "水费收缴难的现象在各乡镇不同程度存在。", ""),
    (P, "从下月起，渡船加开两班。", "C"),
    (P, "希望各乡镇抓紧整修渠道。", "C"),
    (P, "国家层面明确，水费不得强制预收。", "Q"),
    (P, "市水务局印发通知，要求各县加强巡查。", "Q"),
    (P, "第一，管护水平全面提升。全市巡查渠道80公里。", "A"),
    (P, "水费标准高低与各地水源情况有关。", ""),
    (P, "造成断水的原因，我们分析有三个方面。", ""),
    (P, "我就先介绍这些，谢谢大家。新闻发布会到此结束。", ""),
    (P, "我想从两个层面来回答您的问题。大家都知道，冬季是枯水期。", ""),
    (P, "今天到会的有十余家媒体的记者。", ""),
    (P, "据介绍，节水驿站是一项惠民工程。", ""),
    (P, "当前正值主汛期，防汛形势十分严峻。", ""),
    (P, "去年新建水厂2座。下面，我再介绍下一步打算。更换老旧管网，惠及居民三万户。", "AC"),
    (P, "年底市局将组织抽查，结果予以通报。", "C"),
    (N, "对落实不力的单位，予以约谈、通报。", "C"),
    (N, "防汛责任重于泰山。", ""),
    (N, "山洪防御事关村民生命安全。", ""),
    (N, "这是落实节水方针的具体行动。", ""),
    (N, "近年来，节水观念深入人心，正改变着用水方式。", ""),
]


@pytest.mark.parametrize(("genre", "text", "expected"), TOLD)
def test_what_is_told(genre: Genre, text: str, expected: str) -> None:
    """Deeds and states are accounts, promises and conditions met later are undertakings, talk is neither."""
    assert "".join(kind for kind, _ in kinds(text + "\n", genre, as_of="2023-05-01")) == expected
