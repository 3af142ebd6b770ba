"""Which documents are official news, and who speaks in them: leaders of the state, a meeting, journalists."""

from __future__ import annotations

import re

from corpus import Genre
from extract.genre import is_headline_of_news
from extract.matching import fold
from extract.patterns import SHORT_DAY, YAO
from extract.presented_papers import tells_of_papers
from extract.reading import Reading

_SAYS = r"(?:强调|指出|要求|提出|表示|指示)"
_OF_THE_STATE = re.compile(
    rf"(?:[^,。:;《\"]{{2,24}}(?:表示|介绍|说|认为|会议上|会议中|座谈会上|大会上|考察时|视察时|讲话中),)?(?!根据|按照|贯彻|落实|学习|以)"
    rf"[^,。:;《\"]{{0,12}}(?:总书记|国家主席|总理)(?!率|来)(?:[^。:;《\"]{{0,40}}?{_SAYS}(?:了)?[,:]?)"
)
"""总书记在考察时强调,要…: a leader of the state speaks."""
_GOES_ON = re.compile(rf"(?:同时,?)?(?:总书记|总理|他|她)(?:还|同时|并|特别|最后|进一步)?{_SAYS}[,:]")
_DEMANDS = re.compile(rf"{YAO}|必须|应当|务必|不得")
_OPENS = re.compile(
    r"(?![^,。:;]*(?:规定|《))(?:[^。:;《\"]{0,40},)?(?:[^,。:;《\"]{2,24}|会上,[^,。:;《\"]{2,16})"
    r"(?:(?:还|同时|并|特别|最后|进一步|[就对](?:[^,。;:《]|《[^《》]{2,40}》){2,30})*)"
    r"(?:(?:强调|指出|要求|提出要求)[,:]"
    r"|提出(?:了)?(?:[一二两三四五六七八九十\d][点条个项])?(?:明确|具体|相关|有关|工作)?(?:要求|希望|意见)[,:])"
)
"""会议强调, 调研组要求, 某副县长指出: somebody speaks to those below."""


def quotes_leader(words: str, *, going_on: bool) -> bool:
    """Whether a sentence repeats what a leader of the state demands; `going_on`: one was quoted before it."""
    said = _OF_THE_STATE.match(words) or (_GOES_ON.match(words) if going_on else None)
    return said is not None and _DEMANDS.search(words, said.end() - 1) is not None


def opens_speech(words: str) -> bool:
    """Whether a sentence of official news starts to tell what somebody demands of those addressed."""
    return _OPENS.match(words) is not None


_ALL = re.compile(
    r"(?:全[省市县区州镇乡]|各)[^,。;已了将]{0,12}?(?:部门|单位|[乡镇县区市地]|上下|系统|干部|学校|企业|级)"
    r"(?:主要负责同志)?(?:切实|认真|严格|坚决|进一步|继续|迅速|立即|及时|全面|扎实|牢固|强化|加强|落实|抓好|做好|把|对照|结合)"
)
"""全市各级部门认真…: who is addressed, without 要."""


_COUNTED = re.compile(r"(?:要求|希望|意见)[,:]一(?:是|要)")
"""提出三点要求,一是压实责任: demands that are counted."""


def is_urged(words: str) -> bool:
    """Whether a sentence of such a speech lays something on those addressed."""
    return _DEMANDS.search(words) is not None or _ALL.match(words) is not None or _COUNTED.search(words) is not None


_ASKS = re.compile(r"(?!各位|尊敬)\[?[^\[\]。:]{2,20}记者\]?(?:\([^()]{0,16}\))?:(?!答)")
_ANSWERS = re.compile(r"(?:答|\[?[^\[\]。:]{2,30}(?:长|主任|发言人|委员|先生|女士|书记|专家)\]?[^\[\]。:]{0,6}):")


def asks(words: str, *, going_on: bool) -> bool:
    """Whether a journalist speaks: [石桥日报记者]:…; `going_on`: one did in the sentence before of the paragraph."""
    return _ASKS.match(words) is not None or (going_on and _ANSWERS.match(words) is None)


_HEAD = 600
_TOLD = re.compile(
    r"(?:日|网)(?:讯|电)[ (]|本报[^\n。]{0,12}(?:讯|电|记者)|\(?(?:记者|通讯员)[ :]?[^\n。,]{2,16}\)"
    r"|记者[^。\n]{0,20}获悉"
    r"|(?:^|\n)[^\n。]{0,40}(?:来源|作者|供稿|编辑|责编|浏览次数|点击数)[ ]*:"
    r"|(?:会议|会上|调研组|检查组|督导组|督查组)[^。\n]{0,12}(?:强调|指出|要求),"
)
_OPENING = 160
"""Characters behind the headline in which a news text says when what it tells took place."""
_DAY = re.compile(
    rf"(?:^|[\s,。])(?:近日|日前|昨[天日]|今[天日]|连日来|{SHORT_DAY})"
    r"(?:[上下]午|晚|凌晨)?(?=[,\u4e00-\u9fa5])(?![至到前起止内以])"
)
"""日前,县水利局…; 2月11日,公安局…: the day without its year, which papers give."""
_ADDRESSES = re.compile(r"尊敬的|各位|亲爱的|您好|你好|网友|市民朋友|居民朋友|[^,。\n]{2,40}:[ ]*(?:\n|$)")
"""How letters, appeals and papers address their readers."""
_PAPER = re.compile(r"《[^《》]*》")
_NO_HEADLINE = re.compile(r"关于|通知|公告|方案|办法|意见|报告|总结|汇报|规划|要点|答复|函$|(?:计划|情况)$")
_HEADLINE = re.compile(
    r"召开|举行|举办|开展|启动|开工|竣工|投用|调研|督导|检查|坚持|推进|加强|通报|介绍|获评|荣获|入选|增长|突破|超额|印发|出台"
    r"|部署|推广|推行|推出|开通|开辟|上线|优化|保障|支持|助力|免收|恢复|提供|实施|要求|督办|引领|护航|筑牢|打赢|助推|抗击|在行动"
    r"|亮点$|动态$|纪实$|侧记$|:|\d[\d.]*(?:%|[万亿余多]?[个项家人亿元])"
)
"""What a headline tells that somebody did, and no title of a paper says."""


def _tells_of_a_day(reading: Reading) -> bool:
    """Whether a text that addresses nobody opens with what took place on a day without a year."""
    title = fold(reading.metadata.title or "")
    start = max(0, reading.folded.find(title)) + len(title)
    opening = reading.folded[start : start + _OPENING]
    return _DAY.search(opening) is not None and _ADDRESSES.search(opening) is None


def explains_a_paper(reading: Reading) -> bool:
    """Whether a document is an explanation (政策解读) of a paper, and so tells what that lays down."""
    return reading.metadata.genre is Genre.OTHER and reading.metadata.genre_word == "解读"


def is_news(reading: Reading) -> bool:
    """Whether a document of no other genre is an official news text, by its headline, its head, or what it tells."""
    if explains_a_paper(reading):
        return True
    if reading.metadata.genre is not Genre.OTHER or reading.metadata.genre_word is not None:
        return False
    if tells_of_papers(reading.folded):
        return True
    title = fold("".join((reading.metadata.title or "").split()))
    if title and is_headline_of_news(title):
        return True
    if title and _NO_HEADLINE.search(_PAPER.sub("", title)) is not None:
        return False
    if _tells_of_a_day(reading):
        return True
    return (bool(title) and _HEADLINE.search(title) is not None) or _TOLD.search(
        reading.folded, 0, len(title) + _HEAD
    ) is not None
