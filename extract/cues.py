"""What the words of a sentence say of time and duty, read with the table `tense_cues`."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extract.lexicon import rows
from extract.pattern_tree import top_alternatives
from extract.triggers import Sieve

_QUOTES_DUTY = re.compile(
    r"""
    ^(?:(?:在|对于?|针对|就|关于|围绕)[^。;,《》]{2,40},)?                     # 在收费方面,
        (?![^《]{0,12}(?:按照|根据|依据|依照|落实|贯彻|为))[^《,。]{0,14}《[^《》]{2,80}》(?:\([^()]{2,40}\))?(?:\[[^\]]*\])?[^,。《]{0,14}?
        (?:明确|提出|规定|要求|指出|强调)(?!了?我|如下)    # 《…意见》中提出, at the start
  | ^《[^《》]{2,80}》(?:\([^()]{2,40}\))?(?:的)?(?:印发|下发|出台|发布|实施)(?:后|以来)?,
        (?:再次|进一步|也|又|均)?(?:明确)?(?:要求|提出|规定)           # 《…方案》(…号)下发,再次明确要求…
  | ^(?:按照|根据|依据)[^。《]{0,40}《[^《》]{2,100}》(?:\([^()]{2,40}\))?(?:文件|规定|精神|要求)?,
        明确(?:要求|规定|提出)(?!我)[^。]{0,80}(?:必须|应当|不得)       # 按照《…通知》,明确要求…必须…
  | [在,]《?[^,。]{0,60}》(?:中)(?:已|也|都|均)?(?:明确|提出|规定|要求|指出)   # 在《…规划》中明确
  | 在《[^《》]{2,80}》也?(?:明确|提出)
  | ^(?:该|上述)?(?:规划|纲要|条例|意见|办法|报告|决定)(?:中)?(?:还|也|已)?(?:明确)?(?:提出|要求|规定)[,:]  # 规划提出,…
  | ^[^,。《"]{0,10}(?:政府)?工作报告(?:中)?(?:也|已)?(?:明确)?(?:提出|指出|要求)[,:]   # 今年政府工作报告中提出,…
  | (?:中央|国务院)[^,。《"]{0,8}(?:提出|强调|要求|指出)[:,]?"[^"]{8,200}"[。;]?$     # 党中央要求"…"
  | (?:规划|纲要|意见|报告|条例|决定|通知)(?:中)?(?:也|已)?(?:明确)?(?:提出|要求|规定|强调)[,:]?"   # 规划提出"…"
  | ^(?:该|上述)?(?:规划|纲要)第[一二三四五六七八九十]{1,3}章第[^,。]{1,40}?(?:将|明确|提出)  # 纲要第五章第二节将…
  | (?:中办|国办|两办|国务院|部委)[^,。《我]{0,12}(?:印发|下发|发布|出台)(?:了)?《[^《》]{2,80}》(?:\([^()]{2,40}\))?
        ,(?:明确)?要求(?!我)                                                    # 中办、国办印发《…》,要求…
  | (?:[部局厅委署府院办会]|中央|两办)[^,。;《]{0,16}(?:颁发|颁布|印发|下发|发布|出台)(?:了|的)?
        《[^《》]{2,80}》[^。]{0,160}(?:提出|作出|明确)(?:了)?
        [^,。]{0,20}(?:要求|规定|部署|任务)                                     # 印发《…》, 对…提出要求
  | (?:颁发|颁布|印发|下发|发布|出台)(?:了|的)?《[^《》]{2,80}》[^。]{0,160}明确
        [^。]{0,40}(?:不得|必须|应当)                                             # 印发《…》, …明确…不得…
  | (?<!我)(?:国务院|中共中央|中央|国家|全国)[^,。《我]{0,30}(?:印发|出台|发布|颁布)(?:了|的)?《[^《》]{2,80}》
        [^。]{0,40}(?:明确|提出|要求)[^。]{0,12}到(?:(?:19|20)\d\d年|"?十[一二三四五六]五)  # 国务院印发《…》, 到…年
  | (?:要点|方案|规划|通知|意见|纲要|文件)中,?(?:均|都|也|已|再次|多次|明确)*(?:要求|提出|规定)
        (?:各[地级])?[,:]?"[^"]{8,200}"[。;]?$                                     # 在工作要点中,均再次要求"…"
  | (?:印发|下发|发布|出台)(?:了|的)?《[^《》]{2,80}》(?:\([^()]{2,40}\))?,(?:并|均|明确)*(?:部署|要求|提出|规定)
        [^,。;"]{0,10}"[^"]{8,200}"[。;]?$                                         # 印发《…意见》,部署各地"…"
  | ^(?:[^,。;]{2,16}方面,)?(?:根据|按照|依据|依照)[一-龥]{2,24}(?:法|条例)
        (?:[和及、与][^,。;]{2,20})?(?:的?(?:有关|相关)?规定)?,(?!我)[^。]{0,80}
        (?:应当|必须|须由|不得|应(?=参加|按|依|缴|由|在|向))                   # 根据社会保险法,…应参加
  | ^(?:根据|按照|依据|依照)(?:[^。《]{0,16}《[^《》]{2,80}》|[一-龥]{2,24}(?:法|条例|办法|规定)(?=第))
        (?:\([^()]{2,40}\))?(?:第[^。,]{1,10}条)?(?:的?(?:规定|要求|精神))?,(?!我)[^。]{0,120}
        (?:应当|应由|必须|须由|不得|不宜|需(?=新增|建|要|由|配|达|按))          # 根据《…》, 县政府应当…
  | (?:根据|按照|依据|依照)[^。《]{0,8}《[^《》]{2,80}》(?:\([^()]{2,40}\))?(?:第[^。]{1,10}条)?[^。]{0,400}?
        (?:规定|要求)[^。]{0,60}(?:应当|应由|必须|须由|不得|由各|不宜)   # 按照《…》的规定, …由各…
    """,
    re.VERBOSE,
)


_QUOTING = (
    *("章第", "《", '"', "条规定", "条的规定", "提出,", "要求,", "规定,"),
    *("法和", "法,", "法规定", "条例,", "条例规定", "条例和"),
)
"""One of these stands in every sentence that says what another document demands."""
_OWN_PAPER = re.compile(
    r"我[省市县区局厅委州](?:先后|已经?|还|也|相继|陆续|研究|联合)*(?:印发|制定|出台)(?:实施|印发)?(?:了)?《"
)
"""我省先后出台《…》, which is an account whatever the paper lays down."""
_SOLVES = re.compile(
    r"(?:解决|破解|化解|克服|消除|缓解|整治|纠正)[^,。;]{0,40}(?:问题|困难|不足|短板|难题|隐患|瓶颈|差距|弱项|压力)"
)
"""What is done about a problem: 协同解决企业复工存在的困难."""
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
    r"|将(?!其|继续|进一步|持续|加强|加快|加大|推进|推动|大力|积极|全面|深入|着力|努力|切实|坚持|以|按|通过|会|于|由|对|为|有)"
    r"(?=[^,。;将把]{2,30}(?:与|同|和)[^,。;将把]{2,30}(?:有机|紧密|深度)?(?:相?结合|相?融合|相?衔接)[,。;、])"
)
"""将监管与服务有机结合, 主动将数据上传: 将 stands for 把 and tells no time."""


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
        """It speaks of a problem, and not of how one is solved."""
        found = self.of("problem")
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
        if not any(mark in self.words for mark in _QUOTING) or _OWN_PAPER.match(self.words):
            return False
        return _QUOTES_DUTY.search(self.words) is not None


@lru_cache(maxsize=64)
def cues_of(words: str) -> Cues:
    """The cues of a sentence (`Cues`); one object for questions that follow each other."""
    return Cues(words)
