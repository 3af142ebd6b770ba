"""Numbers by which a query names a document itself: 发文字号, the number of a proposal, 索引号; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.store import DocumentFilter
from search import Query
from search.folding import fold

_PROPOSAL = re.compile(
    r"""
    第\s?(?P<ordinal>\d{1,12})\s?号\s?(?P<kind>提案|建议|议案)?(?:的?(?:答复|复函|办理).{0,6})?  # 第2741号提案的答复
    | (?P<bare>\d{6,12})                                                                          # 12050401
    """,
    re.VERBOSE,
)
_INDEX = re.compile(r"(?=.*\d{4})[0-9A-Za-z]{5,}(?:[-/._][0-9A-Za-z]+)+|[0-9A-Za-z]*[A-Za-z]\d{8,}")
# 000012345/2018-00123 · 11500000001234567L/2022-00012 · MB1234567


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number that names a document.

    Attributes:
        kind: Chinese name of the kind of number.
        text: the number as it is shown.
        filter: finds the document in the store.
    """

    kind: str
    text: str
    filter: DocumentFilter


def identifier(query: Query) -> Identifier | None:
    """The number that a whole query is; None where it is none."""
    if query.number is not None:
        return Identifier("发文字号", str(query.number), DocumentFilter(doc_number=str(query.number)))
    text = fold(query.text.strip().strip("“”\"'「」《》[]【】()（）〔〕"))
    named = _PROPOSAL.fullmatch(text)
    if named:
        number = named["ordinal"] or named["bare"]
        shown = f"第{number}号{named['kind'] or ''}"
        return Identifier("提案、建议编号", shown, DocumentFilter(proposal_number=number))
    if _INDEX.fullmatch(text):
        return Identifier("索引号", text.upper(), DocumentFilter(index_number=text.upper()))
    return None
