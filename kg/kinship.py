"""Documents that belong together by what their titles say: a draft and its final version, a plan and its evaluation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.analysis import Genre
from corpus.store.graph_rows import Beside, Edge
from corpus.store.records import UNTITLED
from kg.titles import about, final_title, is_draft, plain
from kg.wording import shared_words

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
_MATTER = 3
"""Characters of a word that two titles share which is the matter of both, at least."""
_GENERAL = re.compile(
    r"国民经济|社会发展|发展|事业|工作|实施|指导|推进|加快|促进|深化|加强|进一步|完善|改革|建设|体系|专项|重点|若干|有关|问题|"
    r"规划|行动|计划|方案|意见|办法|细则|措施|通知|报告|答复|提案|建议|纲要|要点|政策|管理|暂行|第?[0-9〇零一二三四五六七八九十]+[号届次年]?|"
    r"[一二三]五|关于|印发|会议|政协|人大|代表|委员会?|人民政府|办公[厅室]|[一-鿿]{2,7}?(?:自治区|[省市县州])"
)
"""What titles have in common that are on different matters."""


def are_apart(one: Beside, other: Beside) -> bool:
    """Whether two documents of a place are on different matters, as far as their titles tell.

    Reports of one kind follow each other; so do documents whose titles share a word that is not what all titles have.
    """
    if one.genre == other.genre == Genre.REPORT:
        return False
    return not any(len(word) >= _MATTER for word in shared_words(_matter(one.title), _matter(other.title)))


def _matter(title: str) -> str:
    """What a title is about, in parts; empty where there is no title."""
    return "" if title.startswith(UNTITLED) else _GENERAL.sub("，", about(title))


def _is_draft(document: Beside) -> bool:
    return document.genre == Genre.CONSULTATION_DRAFT or is_draft(document.title)


def _same(draft: str, title: str) -> bool:
    """Whether a draft's final title is the title of a document, or of what it prints."""
    return len(draft) >= _LONG_ENOUGH and draft in (plain(title), about(title), plain(title).removeprefix("关于"))
