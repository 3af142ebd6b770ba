"""What the words of a sentence say of time and duty, read with the table `tense_cues`."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extract.lexicon import rows
from extract.scanning.pattern_tree import top_alternatives
from extract.scanning.triggers import Sieve
from extract.statements.quoted_duties import quotes_duty

_SOLVES = re.compile(
    r"(?:解决|破解|化解|克服|消除|缓解|整治|纠正)[^,。;]{0,40}(?:问题|困难|不足|短板|难题|隐患|瓶颈|差距|弱项|压力)"
)
"""What is done about a problem: 协同解决企业用工存在的困难."""
_IN_CASE = re.compile(r"的,[^。;]{0,40}(?:应当|必须|不得)")
"""A duty behind the case that it is for: 造成严重污染的,管理单位应当…; no problem is told of there."""
_FALLS_SHORT = re.compile(
    r",(?:但|不过|然而|只是|[与和同比][^,。;]{2,20}相比|[与离][^,。;]{2,20}(?:有|还|仍|尚)|(?:工程|项目)?(?:进度|进展)[^,。;]{0,4}(?:滞后|缓慢|偏慢))"
)
_SET = 2
"""The lightest cue by which a clause sets what is to be done."""
TENSES = ("none", "problem", "lead", "ahead", "done")


@cache
def _sieve() -> tuple[Sieve, tuple[int, ...], dict[str, int]]:
    """The cues of all tenses, those of a tense by weight, the heaviest first; their weights; the places of a tense."""
    cues = sorted(rows("tense_cues"), key=lambda row: (TENSES.index(row[0]), -int(row[1])))
    table = [(row[0], row[1], pattern) for row in cues for pattern in top_alternatives(row[2])]
    places = {tense: sum(1 << at for at, row in enumerate(table) if row[0] == tense) for tense in TENSES}
    return Sieve([row[2] for row in table]), tuple(int(row[1]) for row in table), places


_DISPOSES = re.compile(
    r"(?<=自觉|主动|积极|切实|充分|坚持|及时|依法|专门|始终|逐一|率先|成功|首次|有效|科学|精准|创新|探索|注重|通过)将(?!来|于)"
    r"|(?<=已[全统陆先正整分提集逐][部面一续后式体批前中步])将(?!来|于)"
    r"|将(?!其|继续|进一步|持续|加强|加快|加大|推进|推动|大力|积极|全面|深入|着力|努力|切实|坚持|以|按|通过|会|于|由|对|为|有)"
    r"(?=[^,。;将把]{2,30}(?:与|同|和)[^,。;将把]{2,30}(?:有机|紧密|深度)?(?:相?结合|相?融合|相?衔接)[,。;、])"
    r"|将(?=(?:加强|完善|开展|加快|推进|提高|提升|做好)[^,。;将把]{2,60}?(?:作为|列为))"
    r"|将(?!其|来|于|继续|进一步|逐步|持续|不断|通过|按|对|以|由|为|在|会|从|根据|视|统一|陆续|分[期批步]|尽快|适时|力争|优先|积极|严格|全面|切实|努力|着力|大力|重点|同步|一并|考虑|研究)"
    r"(?=[^,。;将把]{2,40}?(?:上收|下放|下调|上调|提高|降低|提升|增加|扩大|延长|调整|压缩|压减|缩短|缩减|划转|移交|改|转)(?:到|至|为|给)[^,。;的]{1,20}[,。;])"
    r"|(?<!现)将(?=\d|[^,。;将把届]{2,40}?[一-龥](?<![为除])[进入上到给]?了(?![解结然如]))"
)
"""将 stands for 把 and tells no time: 将监管与服务有机结合, 已全部将名单报送, 将条款写进了合同, 将12条河列入.

So in 将加强管护作为重点 too.
"""


class Cues:
    """The cues in a sentence: the heaviest of each tense, looked for when asked for.

    Tenses are those of the table: `none` (background), `problem`, `lead` (it leads in what follows), `ahead`, `done`.
    """

    __slots__ = ("_found", "_possible", "words")

    def __init__(self, words: str, **known: int) -> None:
        """Of a sentence's folded words without white space; `known` are weights that do not come from its words."""
        self.words = words = _DISPOSES.sub("把", words) if "将" in words else words
        self._possible: int | None = None
        self._found: dict[str, int] = {}
        for tense, weight in known.items():
            self._found[tense] = max(weight, self._heaviest(tense))

    def _heaviest(self, tense: str) -> int:
        sieve, weights, places = _sieve()
        if self._possible is None:
            self._possible = sieve.mask(self.words)
        possible = self._possible & places[tense]
        at = sieve.first(self.words, possible) if possible else None
        return 0 if at is None else weights[at]

    def of(self, tense: str) -> int:
        """The weight of the heaviest cue of a tense; 0 if there is none."""
        found = self._found.get(tense)
        if found is None:
            found = self._found[tense] = self._heaviest(tense)
        return found

    @property
    def none(self) -> int:
        """It is background."""
        return self.of("none")

    @property
    def problem(self) -> int:
        """It speaks of a problem, and not of how one is solved, nor of what is to be done if there is one."""
        found = self.of("problem")
        if found and (_IN_CASE.search(self.words) or _falls_short_of(self.words)):
            return 0
        return 0 if found == 2 and _SOLVES.search(self.words) else found

    @property
    def lead(self) -> int:
        """It leads in what follows."""
        return self.of("lead")

    @property
    def ahead(self) -> int:
        """It is to be done."""
        return self.of("ahead")

    @property
    def done(self) -> int:
        """It has been done."""
        return self.of("done")

    @property
    def quoted(self) -> bool:
        """It says what another document demands."""
        return quotes_duty(self.words)


def _falls_short_of(words: str) -> bool:
    """Whether a sentence reports a value before it says what that falls short of: 完成320人,与邻县相比有差距."""
    short = _FALLS_SHORT.search(words)
    if short is None or not any(map(str.isdigit, words[: short.start()])):
        return False
    told = Cues(words[: short.start()])
    return not told.problem and told.ahead < _SET


@lru_cache(maxsize=64)
def cues_of(words: str) -> Cues:
    """The cues of a sentence (`Cues`); one object for questions that follow each other."""
    return Cues(words)
