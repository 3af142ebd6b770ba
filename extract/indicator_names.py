"""The name of what a quantity measures, from the words before and behind it.

A count stands before its noun (17个统筹地区) or a measure behind its own (电力装机达到144万千瓦). Words that only lead
to the number (实现, 达到, 累计) are no part of the name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.lexicon import rows
from extract.quantities import Quantity


def _words(part: str) -> str:
    """The words of one part of table `indicator_words` as alternatives, longest first."""
    chosen = [word for word, row_part, _ in rows("indicator_words") if row_part == part]
    return "|".join(re.escape(word) for word in sorted(chosen, key=lambda word: (-len(word), word)))


_BREAK = re.compile(r"[,。;:!?\n]")
_LEAD = re.compile(rf"(?:[ \n]|[、,]|{_words('lead')})+")
_TAIL = re.compile(rf"(?:[ \n:]|{_words('tail')})+\Z")
_KEPT = re.compile(r"完成(?=.{3})")
_REGION = re.compile(r"(?:(?:我|全|本|该)(?:省|市|县|区|国|州|盟|旗|镇|乡|自治区)|全国)(?!级|域|民|委|府|办|局|面)")
GROWTH = re.compile(rf"(?:{_words('growth')})")
GROWTH_ALONE = re.compile(
    rf"(?:[ ,、和]|分别|均|都|实现|预计|比|较|上年|去年|同期|全年|同口径|按可比口径|按可比价格|可比价|不变价|名义|实际|累计)*"
    rf"(?P<name>(?:同比|环比|年均|平均|同口径)?(?:{_words('growth')})(?:率|幅|幅度|速度)?)(?:分别|了|均|达到|达|为|约|超过?|到|至)*[ ]?\Z"
)
_HEAD = re.compile(rf"(?:{_words('head')})\Z")
_ABSTRACT = re.compile(rf"(?:{_words('abstract')})")
_NOUN_END = re.compile(r"[,。;:!?\n、<>]|(?<!\()[)](?!\S{0,6}[一-鿿])|(?=[和及与](?:\d|[一两三四五六七八九十]+[个家项]))|--")
_BEHIND_CONJUNCTION = re.compile(r"[和与及、,等占为是比较同分左其而但并均都以\n ]|\)|分别")
_RIGHT_VERB = re.compile(
    r"实现|完成|投入|入选|通过|纳入|获|开工|竣工|建成|用于|支持|参加|增长|下降|同比|享受|受益|的速度|来自|进入|上市|落户|签约|入驻"
    r"|达到|位居|位列|转移|脱贫|增加|减少|提高|到|在"
)


@dataclass(frozen=True, slots=True)
class Naming:
    """A name with the subject it belongs to, and where its words begin and end."""

    name: str
    subject: str | None
    start: int
    end: int
    reason: str


def clean(words: str) -> str:
    """Words of a name without line breaks and the marks at their ends."""
    return re.sub(r"\s*\n\s*|(?<=[一-鿿])\s+(?=[一-鿿])", "", words).strip(" ,、:;。\t'")


def segment_start(text: str, low: int, high: int) -> int:
    """Where the comma clause that ends at `high` begins, not before `low`."""
    at = high
    depth = 0
    while at > low:
        char = text[at - 1]
        depth += (char == ")") - (char == "(")
        if depth <= 0 and char in ",。;:!?":
            break
        at -= 1
    return at


def before(text: str, low: int, quantity: Quantity) -> tuple[int, str]:
    """The words before a quantity that can name it, from offset `low` on, leads and tails taken off."""
    words = text[low : quantity.start]
    tail = _TAIL.search(words)
    if tail:
        words = words[: tail.start()]
    lead = _LEAD.match(words)
    start = lead.end() if lead else 0
    kept = _KEPT.match(words, start)
    if kept:
        start = kept.end()
    return low + start, words[start:]


def region(words: str) -> tuple[str | None, str]:
    """A leading 全省, 我市 and the words without it."""
    match = _REGION.match(words)
    if match is None:
        return None, words
    rest = words[match.end() :]
    lead = _LEAD.match(rest)
    return match.group(), rest[lead.end() :] if lead else rest


def noun_behind(text: str, quantity: Quantity, stop: int) -> tuple[str, int]:
    """The noun that a count stands before, and where it ends; empty where none follows."""
    start = quantity.end
    if text.startswith("的", start):
        start += 1
    if start >= stop or _BEHIND_CONJUNCTION.match(text, start) or not "一" <= text[start] <= "鿿" and text[start] not in '"(ABCDEFGHIJKLMNOPQRSTUVWXYZ4568':
        return "", start
    match = _NOUN_END.search(text, start, stop)
    end = match.start() if match else stop
    return text[start:end], end


def is_abstract(noun: str) -> bool:
    """Whether a spelled number before this word only counts slogans: 三个方面, 四个意识."""
    return bool(_ABSTRACT.match(noun))


def starts_with_verb(words: str) -> bool:
    """Whether the words behind a count say what it does rather than what it is."""
    return bool(_RIGHT_VERB.match(words))


def short_noun(noun: str) -> str:
    """The noun without what only describes it: 示范性强、成效明显的特色村镇 -> 特色村镇."""
    words = clean(noun)
    if len(words) > 14 and "的" in words[:-2]:
        words = words[words.rindex("的", 0, len(words) - 1) + 1 :]
    return words[:60]


def split_list(words: str, count: int) -> list[str] | None:
    """`count` names from a list that shares its head: 粮食、蔬菜产量 -> 粮食产量, 蔬菜产量; None if it is no such list."""
    parts = [part for part in re.split(r"[、,]|和(?!谐|平)|与|及(?!其)|以及", words) if part.strip()]
    if len(parts) == 1 and count == 2 and "城乡" in words:
        return [words.replace("城乡", "城镇", 1), words.replace("城乡", "农村", 1)]
    if len(parts) != count or count < 2:
        return None
    head = _shared_head(parts)
    return [part if part.endswith(head) else part + head for part in parts]


def _shared_head(parts: list[str]) -> str:
    """What the last name of a list adds for all of them."""
    first, last = parts[0].strip(), parts[-1].strip()
    at = last.find(first[-2:])
    if 0 <= at and at + 2 < len(last):
        return last[at + 2 :]
    match = _HEAD.search(last)
    return match.group() if match and not first.endswith(match.group()) else ""
