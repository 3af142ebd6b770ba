"""What a sentence without a telling cue is: as the sentence before it, or as what an answer goes on with."""

from __future__ import annotations

import re

from corpus import Genre
from extract.cues import Cues
from extract.judged import NOTHING, Kind, Setting, State, Verdict, as_before, cue_reason
from extract.points import is_point
from extract.speakers import goes_on, talks
from extract.stances import Stance

_STATE = re.compile(
    r"(?:稳定|回升|回暖|平稳|增长|下降|回落|向好|好转|改善|提升|提高|推进|加快|增强|攀升|复苏|恢复|活跃|旺盛|扩大|提速|优化|夯实|见效|;)[。;]?$"
)
"""What a short sentence of an account says of a state: 农业生产总体稳定."""
_TELLS = re.compile(rf",|[一-鿿]\d|{_STATE.pattern}")
"""What a sentence has that does not only lead in: parts, a number, a state."""
_SHORT = 15
"""A sentence of fewer characters without any of that, and without a cue, leads in an account: 全力稳定就业大局."""
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
    r".{0,36}?(?:[局委厅署]|政府|部门|海关|机关|街道|镇|中心|指挥部|领导小组|[省市县]|[我全][区国州]|各[地级区])"
    r"|(?:[一二三四五六七八九十]是|(?:同时|此外|另外),|并)?(?:对|加强|开展|组织|推行|推进|推动|实行|实施|建立|设立|开通|加大|落实|严格|强化"
    r"|优化|简化|支持|鼓励|减免|免收|取消|延长|提供|保障|做好|利用|依托|积极|主动|及时|全面|统筹|协调|指导|督促|引导|扩大|降低|允许)"
)
"""What tells in a newspaper that those who govern act: their name, or the verb of a measure."""
_COUNT = re.compile(r"\d[余多]?[万亿]?(?:[余多]?[人户家个项件次所处场期名套座][次]?)[,。;]")
"""2031年巡护渠道400余次: items behind such a one go on with the account."""
_COUNTS = re.compile(r"(?!但|不过|据|根据|按照)(?=[^。]*\d)(?![^。]*(?:[是原]|意见:))")
"""其中县级配套200万元: an answer tells how things are by a value, and neither explains nor objects."""
_IS = re.compile(r"(?<![一二三四五六七八九十])是")
"""What says what something is; 二是 only counts."""
_CANNOT = re.compile(
    r"无法|未(?:获得|获|能(?!源)|列入|纳入)|没有(?!变|发生|出现)|暂不(?=具备|能|符合|满足|予|考虑)|暂时不|暂无|无(?:专项|相应|相关)[^,。;]{0,4}(?:资金|经费)|(?:资金|经费|权)不足"
    r"|(?:主管|责任|职能|牵头|对口)(?:部门|单位)(?:为|是)|主要(?:依靠|依赖|来源于)|(?:,|^[^,。;属]{2,20})(?:均|都)?属于?(?!地|性)[^,。;]{2,30}[。;]$"
)
"""What an answer says that cannot be, or what something is, between what was done and what will be."""
_ADVISES = re.compile(
    r"(?:^|[,;]|为此|因此|所以)建议(?!书|提案|办理|的|中|被|得到)[一-龥]{2,24}(?:向|责成|先|进行|组织|加强|主动)"
)
"""What an answer leaves to others: 建议农场向上级争取资金."""


def inherited(cues: Cues, setting: Setting, state: State) -> Verdict:
    """Without a telling cue: as the sentence before."""
    if setting.genre is Genre.PROPOSAL_REPLY and _leaves_undone(cues):
        return NOTHING
    if state.running is Stance.AHEAD or goes_on(cues, setting, state):
        state.counted = False
        return Verdict(Kind.AHEAD, as_before("ahead", cues.ahead))
    if setting.genre is Genre.PROPOSAL_REPLY and _goes_on_counting(cues, state):
        return Verdict(Kind.DONE, as_before("done", cues.done))
    state.upcoming = False
    if len(cues.words) < _SHORT and not cues.done and _TELLS.search(cues.words) is None:
        return NOTHING
    if talks(cues, setting):
        return NOTHING
    if (setting.told or setting.past) and cues.ahead == 1 and "," in cues.words and not _IS.search(cues.words):
        return Verdict(Kind.DONE, as_before("done", 0))
    official = setting.news and _OFFICIAL.match(cues.words) is not None
    if state.running is Stance.DONE and (cues.done or setting.genre is not Genre.OTHER or official):
        return Verdict(Kind.DONE, as_before("done", cues.done))
    acts = _OFFICE_ACTS.match(cues.words) or _ACTS.match(cues.words)
    if setting.past and not cues.done and acts and not _IS.search(cues.words):
        return Verdict(Kind.DONE, as_before("done", 0))
    counts = setting.genre is Genre.PROPOSAL_REPLY and setting.measured and _COUNTS.match(cues.words) is not None
    if not cues.done and not counts:
        return NOTHING
    state.running = Stance.DONE if setting.news else state.running
    return Verdict(Kind.DONE, cue_reason("done", max(1, cues.done)))


def _leaves_undone(cues: Cues) -> bool:
    """Whether an answer says what cannot be done, what something is, or what others should do."""
    if cues.done:
        return False
    return (cues.ahead < 2 and _CANNOT.search(cues.words) is not None) or _ADVISES.search(cues.words) is not None


def _goes_on_counting(cues: Cues, state: State) -> bool:
    """Whether an item follows one that told what was done by its number; `state` remembers whether this one does."""
    if not is_point(cues.words) and ":一是" not in cues.words:
        return False
    counts = _COUNT.search(cues.words) is not None
    if state.counted and cues.ahead < 2 and (counts or "," in cues.words):
        return True
    state.counted = cues.done == 1 and counts
    return False
