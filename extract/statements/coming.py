"""Which sentences of an answer stand before an account, or before what is to come: 通过多种形式宣传,… 下一步,….

An answer tells what was done without any word of tense, and then what came of it and what is to be done next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus import Clause
from extract.metadata.letters import is_reply
from extract.patterns import ORDINAL
from extract.reading import Reading
from extract.statements.cues import cues_of

_TURN = re.compile(rf"{ORDINAL}(?:下一步|下步|下一?阶段|接下来|今后|在?下一步工作中)")
"""What is to be done next: 下一步,…"""


def before_an_account(reading: Reading) -> frozenset[int]:
    """The numbers of the sentences of a reply behind which their paragraph goes on with an account."""
    found, paragraph, told = set(), "", False
    for at, clause, words in _backwards(reading):
        told = told and clause.eid == paragraph
        paragraph = clause.eid
        if told:
            found.add(at)
        cues = cues_of(words)
        told = (told or cues.done >= 2) and cues.ahead < 3
    return frozenset(found)


def before_next_steps(reading: Reading) -> frozenset[int]:
    """The numbers of the sentences of a reply behind which their section, divided or not, turns to what is next."""
    found, section, turns = set(), None, False
    for at, clause, words in _backwards(reading):
        turns = turns and clause.section == section
        section = clause.section
        if turns:
            found.add(at)
        turns = turns or _TURN.match(words) is not None
    return frozenset(found)


def _backwards(reading: Reading) -> Iterator[tuple[int, Clause, str]]:
    """The sentences of a reply by number from the last to the first, their words squeezed; of others none."""
    if is_reply(reading.metadata):
        for at, (clause, sentence) in reversed(list(enumerate(reading.sentences()))):
            yield at, clause, reading.squeezed(sentence.span)
