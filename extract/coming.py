"""Which sentences of an answer stand before an account: 通过多种形式宣传,… 截至目前,已….

An answer tells what was done without any word of tense and then what came of it.
"""

from __future__ import annotations

from corpus import Genre
from extract.cues import cues_of
from extract.reading import Reading


def before_an_account(reading: Reading) -> frozenset[int]:
    """The numbers of the sentences of a reply behind which their paragraph goes on with an account."""
    if reading.metadata.genre is not Genre.PROPOSAL_REPLY:
        return frozenset()
    row = list(enumerate(reading.sentences()))
    found, paragraph, told = set(), "", False
    for at, (clause, sentence) in reversed(row):
        told = told and clause.eid == paragraph
        paragraph = clause.eid
        if told:
            found.add(at)
        cues = cues_of("".join(sentence.span.of(reading.folded).split()))
        told = (told or cues.done >= 2) and cues.ahead < 3
    return frozenset(found)
