"""What an office does or did, told without any word of tense: 举办培训班, 省水利厅依据…,确定…."""

from __future__ import annotations

import re

from extract.statements.cues import Cues

_OFFICE_ACTS = re.compile(
    r"(?:[^,。;]{2,24},)?(?:对此,?)?(?:我(?:们|[局厅委部办院处]|[省市县区州][一-龥]{0,6}[局厅委办])|(?:(?![由您你该此的是])[一-龥]){1,8}(?:[部厅局委署]|政府))"
    r"(?![的门员分、和与及关]|[^,。;]{0,4}(?:职能|职责|职权|不))[^,。;]{0,60},"
)
"""省水利厅依据前期工作情况,确定40条沟先行治理: what an office does before it turns to what is next."""
_ACTS = re.compile(
    r"(?:[一二三四五六七八九十]+是|\([一二三四五六七八九十\d]\)|[①-⑳])?(?:积极|全力|及时|多方|统一|专门|联合|先后|同步|定期)?"
    r"(?:修订|遴选|组建|选派|选聘|举办|召开|设立|制定|制订|出台|印发|编制|筹集|安排|投入|争取|协调|对接|排查|梳理|摸排|调研|走访|约谈"
    r"|聘请|邀请|委托|新建|改建|扩建|新增|增设|购置|配备|拨付|下达|发放|签订|承办|开通|上线|试点|评选|命名|表彰|培训|检查|督导|通报)"
    r"(?![率量度的])"
)
"""遴选组建首届委员会: what an office does, told without saying who."""
_OFFICIAL = re.compile(
    r".{0,36}?(?:[局委厅署]|政府|部门|海关|机关|街道|镇|中心|指挥部|领导小组|[省市县]|[我全][区国州]|各[地级区]|我们(?![家村店厂公]))"
    r"|(?:[一二三四五六七八九十]是|(?:同时|此外|另外),|并)?(?:对|加强|开展|组织|推行|推进|推动|实行|实施|建立|设立|开通|加大|落实|严格|强化"
    r"|优化|简化|支持|鼓励|减免|免收|取消|延长|提供|保障|做好|利用|依托|积极|主动|及时|全面|统筹|协调|指导|督促|引导|扩大|降低|允许)"
)
"""What tells in a newspaper that those who govern act: their name, or the verb of a measure."""
_IS = re.compile(r"(?<![一二三四五六七八九十])是")
"""What says what something is; 二是 only counts."""


def tells_deed(words: str) -> bool:
    """Whether a sentence opens with what an office does."""
    return (_OFFICE_ACTS.match(words) or _ACTS.match(words)) is not None


def has_copula(words: str) -> bool:
    """Whether a sentence holds 是, by which things are said to be something."""
    return _IS.search(words) is not None


def acts_now(cues: Cues) -> bool:
    """Whether a sentence of several parts tells what is done: 严查违法行为,加大整治力度."""
    return cues.ahead == 1 and "," in cues.words and not has_copula(cues.words)


def tells_of_officials(words: str) -> bool:
    """Whether a sentence of news is about those who govern."""
    return _OFFICIAL.match(words) is not None
