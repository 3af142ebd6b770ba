"""Which sentences of an answer stand before an account: 通过多种形式宣传,… 截至目前,已….

An answer tells what was done without any word of tense and then what came of it.
"""

from __future__ import annotations

from collections.abc import Iterable

from extract.cues import cues_of


def before_an_account(sentences: Iterable[tuple[str, str]]) -> frozenset[int]:
    """The places in the row of the sentences behind which the paragraph goes on with an account.

    Args:
        sentences: the id of the paragraph and the folded words without white space of each sentence, in order.
    """
    row = list(sentences)
    found, paragraph, told = set(), "", False
    for at in range(len(row) - 1, -1, -1):
        clause, words = row[at]
        told = told and clause == paragraph
        paragraph = clause
        if told:
            found.add(at)
        cues = cues_of(words)
        told = (told or cues.done >= 2) and cues.ahead < 3
    return frozenset(found)
