"""Which documents answer a citizen's letter: as replies to proposals do, though of no genre of their own."""

from __future__ import annotations

from corpus import Genre, Metadata

_WORD = "答复"
"""The word by which `genre` tells texts that answer somebody who wrote."""


def answers_letter(metadata: Metadata) -> bool:
    """Whether a document answers somebody who wrote: 网友您好, 您反映的…问题."""
    return metadata.genre is Genre.OTHER and metadata.genre_word == _WORD


def is_reply(metadata: Metadata) -> bool:
    """Whether a document answers somebody: who proposed something, or who wrote."""
    return metadata.genre is Genre.PROPOSAL_REPLY or answers_letter(metadata)
