"""What the one who is answered asks for, as replies repeat it: 你县请求…, 您建议…, 对您提出的"…"."""

from __future__ import annotations

import re

from corpus import Clause, Genre, Span, Statement
from extract.matching import fold
from extract.reading import Reading

QUOTES = ("quoted",)
"""Why a duty of another paper is quoted."""
ASKED = ("quoted", "asked")
"""Why what the one answered asks for is: it is nobody's duty, and tells whom and which values a request names."""

_ASKS = re.compile(
    r"(?:对|关于|针对|就)?(?:你|贵|您)(?:[省市区县州局委们单位])?[^,。:\"]{0,12}?(?:请求|(?<!的)建议|希望|反映|要求|申请|恳请|呼吁|提出)"
    r"(?![的中书稿很已]|十分|非常|具有|对[^,。]{2,40}有|[^,。]{0,8}后|,我)(?![^。]*(?:收悉|答复|如下|感谢))"
    r"|(?:(?:您|你们?)的?)?(?:建议|提案|议案)(?:中|里)(?:所)?(?:提到|提出|反映|指出)[^。]{4,}(?:要求|希望|建议)"
    r"|(?:[^,。:]{0,12}代表团|提案人|建议人|提案者)[^,。:]{0,6}(?:提出|反映|建议|认为|指出)"
    r"|(?:该|本|此|您的?|你们?的?|代表的?|委员的?)?(?:建议|提案|议案)(?:中|里)?,?(?:您|你们?|代表|委员)?(?:还|也|又|同时)?(?:提到|提出|指出|认为|希望|呼吁|建议|要求),?"
    r"(?=应|要(?!求)|需|必须|希望|建议|\"|尽快|加[强快大]|建[立设]|将|把|由|对|在)(?![^。]*(?:收悉|答复|如下|感谢))"
    r"|(?:您|你们?|代表|委员)(?:还|也|又)?(?:提到|指出|认为)[^,。;我]{0,24}(?:应当?(?![用急])|要(?!求)|必须|需要)[^。;]{4,}"
    r"|(?:您|你们?|代表|委员)在(?:建议|提案|议案|来信)(?:中|里)(?:所)?(?:提到|提出|反映|指出|建议)[,:]?"
    r"|[^,。:]{0,10}[一-鿿]{1,8}[省市县区州盟旗](?:人民)?(?:政府)?(?:还|也|并|又)?(?:请求|申请|恳请|提出请求)(?=[,将对在国尽给支增把于为并与])"
    r"|(?:对|关于|针对|就)?(?:你|您|代表|委员)们?(?:所)?(?:提出|反映|建议)的?[:,]?\"[^\"]{8,400}\"?[。,]?\"?$"
)

_FRAME = re.compile(
    r"(?:对于?|关于|针对|就)(?:您|你|代表|委员)们?(?:在[^,。]{2,24})?(?:所)?(?:提出|反映)的?[^,。]{2,40}(?:建议|问题|意见|诉求|提议),"
    r"[^。]*(?:由于|因|已|不符合|目前|暂)"
    r"|(?:您|你|代表|委员)[^。]*,(?:前|后|这|该|此|上述|其中)(?:[一两二三])?(?:项|者|条|点|个)[^。;]*(?:已|了|同意|正|将|纳入|列入)"
    r"|(?:您|你|代表|委员)[^。]*,(?:对此,?)?(?:目前|现|近年来?|去年|今年)(?!的)[^。;]*(?:已|了(?!解)|正在)"
    r"|(?:您|你|代表|委员)[^。]*[,。](?:对此,?)?(?:我(?:们|局|委|厅|办|部|院|站|中心|街道|镇|乡|单位|市|县|区|省)|本[局委单])(?:也|还|均|都)?(?:将|会|正|拟|已)"
)
"""针对您提出开通公交的建议,由于…; 您要求补足资金,我局将…: what is asked for only leads in the answer."""


_QUOTED = re.compile(
    r"(?:(?:您|你们?|代表|委员)们?的?)?(?:建议|提案|议案)(?:中|里)(?:所)?(?:提到|提出|反映|指出)的?[:,]?\"[^\"]{8,400}\"[。]?$"
)
"""建议中提出"…"。: a request that ends with its sentence."""
_HEADED = re.compile(
    r"(?:建议|提案|议案)(?:中|里)?(?:所)?(?:反映|提出|提到|涉及)的?(?:主要|具体|有关|相关)?(?:问题|情况|内容|事项|诉求)$"
    r"|^(?:您|代表|委员)?的?(?:建议|提案|议案)的?(?:主要|基本|具体|有关)?(?:内容|事项|诉求|要点|摘要)$"
)
"""What heads a section that repeats what was asked for: 建议中反映的问题."""
_DEMANDS = re.compile(
    r"(?:一是|该|此|为此|因此)?(?:建议|提案|议案|要求|希望|恳请|请求|呼吁|提出|反映)(?![^。]*我(?:[局委厅部办院中街镇乡单]|们))"
)
_PAGE = re.compile(
    r"(?:^|\n)[ \t]*(?:(?:(?:建议|提案|议案|主要|问题)[/、]?){0,2}(?:内[ ]*)?容|案[ ]*由)[ ]*:"
    r"(?P<asked>[^\n]*\n(?:[^\n]*\n){0,60}?)"
    r"[ \t]*(?:办理(?:情况|结果|答复|意见)|答复(?:内容|意见|情况)?|回复(?:内容)?|承办单位)[ ]*:"
)
"""What a page shows of the suggestion before the reply: 建议内容:…办理情况:…."""
_PAGE_HEAD = 3000


_TURNS = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十]{1,3}[)]|\d{1,2}[.、])(?:关于|对于|针对|就)"
)
"""二、关于您提出的"…"的建议。: where an answer turns to the next point, what was said of the last is over."""


class Asked:
    """The places of a reply that repeat what was asked for: sections that say so, and what its page shows above it."""

    def __init__(self, reading: Reading) -> None:
        titles = ((one.eid, "".join(fold(one.title).split())) for one in reading.outline.sections)
        self.sections = {eid for eid, title in titles if _HEADED.search(title)}
        shown = _PAGE.search(reading.folded, 0, _PAGE_HEAD) if reading.metadata.genre is Genre.PROPOSAL_REPLY else None
        self.shown = Span(*shown.span("asked")) if shown else Span(0, 0)

    def repeats(self, clause: Clause) -> bool:
        """Whether a clause stands in such a section."""
        return clause.section in self.sections or self.shows(clause.span)

    def shows(self, span: Span) -> bool:
        """Whether a place lies in what the page shows of the suggestion."""
        return self.shown.start <= span.start < self.shown.end


def is_request(statement: Statement) -> bool:
    """Whether a statement repeats what the one answered asks for."""
    return ASKED[-1] in statement.reasons


def demands(words: str) -> bool:
    """Whether a sentence of such a section repeats it, and does not answer already."""
    return _DEMANDS.match(words) is not None


def opens_point(words: str) -> bool:
    """Whether words turn to a point of what was asked for."""
    return _TURNS.match(words) is not None


def quotes_request(words: str) -> bool:
    """Whether a sentence is no more than what was asked for, in quotation marks."""
    return _QUOTED.match(words) is not None


def asks_for(words: str) -> bool:
    """Whether a sentence (its folded words without white space) opens with what was asked for."""
    return _ASKS.match(words) is not None and _FRAME.match(words) is None
