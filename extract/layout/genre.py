"""The genre of a document, told by how its title ends, by words anywhere in it, or else by phrases of its text.

Words are rows: `lexicon/genres.tsv` for the ends of titles, `lexicon/genre_cues.tsv` for what stands before them
and for texts that have lost their title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from corpus import Genre, Metadata
from extract.layout.headlines import tells_of_a_paper, tells_of_rules
from extract.lexicon import rows
from extract.patterns import BYLINE, SENT

_GENRES = {word: Genre(genre) for word, genre, _ in rows("genres")}
_WORDS = "|".join(sorted(_GENRES, key=len, reverse=True))
_SUFFIX = r"(?:[ ]*[(\[](?:[^()\[\]]|\[(?:19|20)\d\d\]){1,28}[)\]]){0,3}[》\"]{0,2}"
"""Brackets behind the last word: (试行), or the number of the paper."""
_NO_VERB = r"(?<!进一步)(?<!更加)(?<!不断)(?<!持续)(?<!逐步)(?<!日益)(?<!将)"
"""Not behind these: …将进一步规范 says in a headline what will be done."""
_TITLE_END = re.compile(rf"{_NO_VERB}(?P<word>{_WORDS}){_SUFFIX}$")
_WRAPPED = re.compile(
    r"(?:印发|转发|批转|发布|公布|颁布|下发)(?P<inner>.{4,160}?)[》\"]{0,2}的?(?:通知|公告|决定|通报|令|函)"
    r"(?:[(\[][^()\[\]]{1,16}[)\]])?$"
)
_CUES = tuple((place, re.compile(pattern), Genre(genre), word) for place, pattern, genre, word, _ in rows("genre_cues"))
_SENT = re.compile(rf"{SENT}|{BYLINE}")
"""The dateline of a news text: 新华社某地2月11日电(记者某某)."""
_HELD = re.compile(
    r"(?:举行|召开|举办)[^。\n]{0,40}(?:新闻发布会|通气会|吹风会|记者会|(?:新闻|媒体)(?:通报|见面|说明|沟通)会)(?!\d+[余多]?[场次])"
)
_HEADLINED = 140
"""Characters at the head of a text in which its headline and its dateline stand."""
_TOLD = re.compile(rf"{SENT}|记者|近日|日前|\d日(?:联合)?(?:印发|发布|公布|对外发布)")
_DIVIDED = re.compile(r"(?:^|\n)[ ]*(?:一、|第一[章条])")
"""The first heading or article of a paper that the text holds."""
_STATE = re.compile(r"(?:收支|执行|进展|完成|工作|落实|运行|开展)情况(?:[(\[][^()\[\]]{1,16}[)\]])?$")
_OPENING = 1500
_ORDER, _NEWS = "令", "新闻"
_UNDECIDED = frozenset({"答复", "情况", "函", "复函", _ORDER})
"""Ends of titles after which the text decides; a title that ends with another word of no genre has none."""


def as_filed(metadata: Metadata) -> Metadata:
    """Metadata with the genre that a document is filed under: what reporters tell reads as a briefing."""
    reported = metadata.genre is Genre.PRESS_BRIEFING and metadata.genre_word == _NEWS
    return replace(metadata, genre=Genre.OTHER) if reported else metadata


def title_word(title: str) -> str | None:
    """The word of the table that a folded title ends with; None if it ends like no title."""
    match = _TITLE_END.search(title.strip())
    return match["word"] if match else None


def _is_reported(title: str, text: str, length: int) -> bool:
    """Whether a headline of so many characters, or what stands right behind it, tells that reporters wrote the text."""
    if tells_of_a_paper(title) and _tells_of_paper(text):
        return True
    head = length + _HEADLINED
    return "关于" not in title and any(one.search(text, 0, head) is not None for one in (_SENT, _HELD))


def issued_paper(title: str) -> str | None:
    """What a title says that it issues: 某县养老规划 in 关于印发《某县养老规划》的通知; None if it issues nothing."""
    match = _WRAPPED.search(re.sub(r"\s+", "", title))
    return match["inner"].strip('《》"') if match else None


def classify(title: str | None, text: str, *, alone: bool = False) -> tuple[Genre, str | None]:
    """The genre of a document and the word it was told by.

    Args:
        title: its folded title, if it has one.
        text: its folded text without page furniture.
        alone: whether a notice stands without the paper that it issues.
    """
    if title:
        compact = re.sub(r"\s+", "", title)
        reported = tells_of_rules(title) or _is_reported(compact, text, len(title))
        found = _by_cue("title", compact) or (None if reported else _by_end(compact, alone=alone))
        if found and (found[0] is not Genre.OTHER or found[1] not in _UNDECIDED):
            return found
        return _by_cue("text", _ends(text)) or _of_state(compact, found) or (Genre.OTHER, None)
    return _by_cue("text", _ends(text)) or (Genre.OTHER, None)


def _of_state(title: str, found: tuple[Genre, str | None] | None) -> tuple[Genre, str | None] | None:
    """What a title tells where the text tells nothing else: 进展情况 of a report, 指挥部令 of orders."""
    if found and found[1] == _ORDER:
        return Genre.NOTICE, _ORDER
    return (Genre.REPORT, "情况") if found and _STATE.search(title) else found


def _tells_of_paper(text: str) -> bool:
    """Whether a text under such a headline is news, and not the paper itself."""
    return _TOLD.search(text, 0, _OPENING) is not None and _DIVIDED.search(text) is None


def _ends(text: str) -> str:
    """The opening and the close of a text, where it says what it is."""
    return text if len(text) <= 2 * _OPENING else f"{text[:_OPENING]}\n{text[-_OPENING:]}"


def _by_cue(place: str, text: str) -> tuple[Genre, str | None] | None:
    """The first row for this place whose pattern occurs."""
    for where, pattern, genre, word in _CUES:
        if where == place and (match := pattern.search(text)):
            named = match.groupdict().get("word")
            return (_GENRES.get(named, genre), named) if named else (genre, word or None)
    return None


def _by_end(title: str, *, alone: bool) -> tuple[Genre, str | None] | None:
    """By the last word; a notice that issues another paper is of that paper's genre, unless it stands alone."""
    wrapped = None if alone else _WRAPPED.search(title)
    for words in _candidates(wrapped, title):
        word = title_word(words)
        if word and (wrapped is None or words is title or _GENRES[word] is not Genre.OTHER):
            return _GENRES[word], word
    return None


def _candidates(wrapped: re.Match[str] | None, title: str) -> Iterable[str]:
    """What is issued, then the title itself."""
    if wrapped:
        yield wrapped["inner"]
    yield title
