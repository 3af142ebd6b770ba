"""Documents that belong together by what their titles say: a draft and its final version, a plan and its evaluation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.analysis import Genre
from corpus.store.graph_rows import Beside, Edge
from kg.titles import about, final_title, is_draft, plain

_EVALUATES = re.compile(r"中期评估|总结评估|终期评估|评估报告|实施情况|执行情况|进展情况")


def kinship(earlier: Beside, later: Beside) -> Iterator[Edge]:
    """The edges between two documents of one place that their titles prove.

    A draft is followed by a document of the same name that is none; an evaluation holds the name of the plan.
    """
    if _is_draft(earlier) and not _is_draft(later) and _same(final_title(earlier.title), later.title):
        how = "标题相同，前者为征求意见稿"
        yield Edge("draft_of", earlier.document, later.document, later.document, how=how, on=later.on)
    name = about(earlier.title)
    if _EVALUATES.search(later.title) and len(name) >= _LONG_ENOUGH and name in plain(later.title):
        how = "标题载明评估或报告的对象"
        yield Edge("reports_on", later.document, earlier.document, later.document, how=how, on=later.on)


_LONG_ENOUGH = 6


def _is_draft(document: Beside) -> bool:
    return document.genre == Genre.CONSULTATION_DRAFT or is_draft(document.title)


def _same(draft: str, title: str) -> bool:
    """Whether a draft's final title is the title of a document, or of what it prints."""
    return len(draft) >= _LONG_ENOUGH and draft in (plain(title), about(title), plain(title).removeprefix("关于"))
