"""Replies that resemble a proposal are found by what is asked for, not by its topic alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from search import Entry, SearchEngine, open_engine
from search.similar import similar
from search.similarity import requests_of

PROPOSAL = "近年来老年人吃饭难的问题突出。建议在社区建立老年助餐点，对高龄老人用餐给予补贴。"
REPLIES = {
    "d1": "市民政局已在新桥镇建立老年助餐点，对高龄老年人用餐给予补贴。",
    "d2": "市民政局将提高养老机构护理型床位比例。",
    "d3": "市农业农村局将建设高标准农田。",
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchEngine]:
    """An index of three replies."""
    with open_engine("tantivy", tmp_path_factory.mktemp("similar")) as opened:
        for document, text in REPLIES.items():
            opened.add(
                [Entry(document=document, clause="p_1", title=f"关于提案{document}的答复", heading="", text=text)]
            )
        opened.commit()
        yield opened


def test_requests_are_the_sentences_that_ask() -> None:
    """The description of a problem is not what is looked up."""
    assert requests_of(PROPOSAL) == ["建议在社区建立老年助餐点，对高龄老人用餐给予补贴。"]


def test_the_same_request_comes_first(engine: SearchEngine) -> None:
    """The reply on the same measure leads; words in common and words of its own are told."""
    found = similar(PROPOSAL, engine)

    assert found[0].hit.document == "d1"
    assert {"用餐", "补贴"} <= set(found[0].shared)
    assert found[0].differing
    assert "d3" not in [item.hit.document for item in found]


def test_each_document_once_and_the_own_left_out(engine: SearchEngine) -> None:
    """No document twice, none that is not wanted, no more than asked for."""
    found = similar(PROPOSAL * 3, engine, limit=1, leave_out="d1")

    assert len(found) <= 1
    assert all(item.hit.document != "d1" for item in found)


@pytest.mark.parametrize("text", ["", "？", "\n\n", "建议" * 5000])
def test_any_text_is_compared(engine: SearchEngine, text: str) -> None:
    """Empty and huge texts give no more than they should, and nothing raises."""
    assert len(similar(text, engine)) <= 3
