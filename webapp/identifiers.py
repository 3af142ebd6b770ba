"""Numbers by which a query names a document itself: 发文字号, the number of a proposal, 索引号; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus import ProposalNumber
from corpus.store import DocumentFilter
from search import Query
from search.folding import fold

_PROPOSAL = re.compile(
    r"""
    (?P<ordinal> (?: [A-D]类 \s? )? (?:
        [\[(] (?:19|20)\d{2} [\])] \s? 第? \s? \d{1,5} \s? 号                  # 〔2021〕第023号
      | (?: (?:19|20)\d{2} | 第 \s? (?:19|20)\d{2} ) - (?!(?:19|20)\d{2}(?!\d)) \d{1,5} \s? 号   # 2021-023号
      | (?:19|20)\d{2}-\d{3}                                                  # 2021-023, and no month
      | 第 \s? \[? [A-Z]{0,3} \d{1,12} \]? \s? 号 ) )                           # 第W2021023号, 第〔27〕号
      \s? (?:[(]? [A-D]类 [)]?)? \s? (?P<kind>提案|建议|议案)? (?:的?(?:答复|复函|办理).{0,6})?
    | (?P<classed> [A-D]类 \s? \d{1,5} \s? 号 ) \s? (?P<named>提案|建议|议案)?    # B类23号提案
    | (?P<bare>\d{6,12})                                                       # 12050401
    """,
    re.VERBOSE | re.IGNORECASE,
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
    text = fold(query.text.strip().strip("“”\"'「」《》"))
    text = text[1:-1].strip() if text[:1] in "[(【" and text[-1:] in "])】" else text
    named = _PROPOSAL.fullmatch(text)
    if named:
        return _proposal(named["ordinal"] or named["classed"] or named["bare"], named["kind"] or named["named"] or "")
    if _INDEX.fullmatch(text):
        return Identifier("索引号", text.upper(), DocumentFilter(index_number=text.upper()))
    return None


def _proposal(words: str, kind: str) -> Identifier | None:
    """The proposal of a number; its year stays before it where it is written apart."""
    try:
        number = ProposalNumber.parse(words.upper())
    except ValueError:
        return None
    digits = f"{number.year}-{number.digits}" if number.year else number.digits
    return Identifier("提案、建议编号", f"{number}{kind}", DocumentFilter(proposal_number=digits))
