"""The points of a proposal, which an answer takes one by one, each anew whatever was promised to the last."""

from __future__ import annotations

import re

from extract.patterns import ORDINAL

_ABOUT = r"(?:关于|针对|对于|至于)(?!.*(?:将|下一?步|今后))"
_SUBJECT = r"(?:建议|问题|提议|意见|诉求|请求|要求|事宜|事项|方面)"
_HEADING = re.compile(
    rf"{_ABOUT}.{{3,}}|(?:对|就)?(?:您|你|代表|委员)们?.{{0,40}}{_SUBJECT}|[^,。;]{{4,40}}(?:建议|提议|诉求)$"
)
"""How the heading of a point reads: 关于增加移动泵车, 您提出的水价问题, 开通夜班车的建议."""
_OPENS = re.compile(
    rf"{ORDINAL}(?:同时|此外|另外|其次|最后)?,?(?:(?:关于|至于)(?!您好)[^,。;:]{{4,60}}|(?:针对|对于?|就)(?:您|你|代表|委员|提案)们?[^,。;]{{2,60}}{_SUBJECT})[,。]"
)
"""关于增加救护车,…: a sentence that turns to a point without a heading."""


def heads_point(title: str) -> bool:
    """Whether a folded heading without its label names a point of the proposal."""
    return _HEADING.match(title) is not None


def turns_to_point(words: str) -> bool:
    """Whether a sentence (its folded words without white space) turns to the next point."""
    return _OPENS.match(words) is not None


_REASON = re.compile(
    r"(?:但是?,?|不过,?|而且,?)?(?:由于|因为|因(?![地此而村人校])|鉴于|考虑到|受[^,。;]{2,20}(?:影响|限制|制约|所限),)(?!.*(?:将|拟|计划|准备|逐步|分期|分批))"
)
"""由于涉及财政承受能力,…: why something is not done, where nothing is promised behind it."""
_REFUSES = re.compile(
    r"(?=(?:[^,。;]{0,8},)?(?:由于|因(?![地此])|鉴于|考虑到?|受[^,。;]{2,20}(?:影响|限制|制约)))[^。;]*(?:不宜|难以|不具备|不成熟|做不到|无法|暂不|不能|不足|暂难)[^。;]{0,24}(?:,(?:各[省市县区地]|地方|可)[^。;]{0,60})?[。;]$"
    r"|[^。;]*(?:难度(?:较|很|比较|非常)?大|条件(?:尚|还|仍)?不(?:成熟|具备)|(?:目前|暂时?|我[省市县区局委厅])(?:还)?(?:不具备|做不到|不宜)[^,。;]{0,16})[。;]$"
)
"""考虑到征地费用高,目前不具备条件。: why what was asked for is not done."""
_HARD = re.compile(
    r"(?:[^,。;]{2,24}的)?(?:最大|主要|突出)?(?:难点|难处|难题|症结|瓶颈|矛盾|困难)(?:是|在于|主要)|(?:部分|个别|少数|有的|一些|不少)[^。;]{2,40}(?:不(?:到位|足|够|高|强|力)|较[高低差弱慢]|困难)[,。;](?!.*(?:将|对此))"
    r"|[^。;]{0,40}是[^。;]{0,30}(?:主要|根本|重要)?原因[。;]$"
)
"""渠道改造的难点是征地, 个别村民积极性不高: what makes a thing hard."""


def gives_reason(words: str) -> bool:
    """Whether a sentence gives a reason, or tells a difficulty, and promises nothing."""
    return _REASON.match(words) is not None or _HARD.match(words) is not None


def refuses(words: str) -> bool:
    """Whether a sentence says why what was asked for is not done."""
    return _REFUSES.match(words) is not None


_LISTS_REASONS = re.compile(
    r"(?:^|[。;])(?>[^。;]*?(?:不(?:宜|能|具备|成熟|可行|同意|符合|予|再)|难以|无法|未能|暂[不缓未]))[^。;]*(?:原因|理由|考虑)(?:主要)?(?:有|是|如下|包括|在于)?(?:以下|如下|这)?[一二两三四五六几\d]{0,2}(?:个|点|条|方面){0,2}[:。]"
)
"""目前不具备条件,主要原因有以下几点:: why it is not done is told in the sentences behind."""
_FROM_REASONS = re.compile(
    r"(?:[^,。;]{0,12},)?(?:此外|虽然|尽管|但|不过|为此|对此|因此|综上|鉴于|下一?步|今后|同时|目前,我|近年来|针对|关于|感谢|待)"
    r"|[^。;]{0,30}(?:我(?:们|[局厅委部办院])|本[局厅委])(?:已|将|会|正|也|还|拟|计划|先后|做了|采取|开展)"
)
"""Behind them the answer turns to what was, or will be, done for all that."""


def lists_reasons(words: str) -> bool:
    """Whether a sentence says that something is not done, and that the reasons follow."""
    return _LISTS_REASONS.search(words) is not None


def turns_from_reasons(words: str) -> bool:
    """Whether a sentence behind such a one turns from the reasons to what is done."""
    return _FROM_REASONS.match(words) is not None
