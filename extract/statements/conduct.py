"""Rules of conduct that can be checked: what is forbidden, what nobody has to do any more, a concrete act."""

from __future__ import annotations

import re

_CUES = ("不得", "严禁", "禁止", "应", "须", "暂", "免", "不再", "不予", "无需", "不需", "停止")
"""One of these stands in every such rule."""
_PART = re.compile(r"[^,;。:]+")
_CONDITION = re.compile(
    r"(?:\s|[(\[]?[一二三四五六七八九十\d]+[)\].、]+)*"
    r"(?:(?:对|对于|在|除|未经|凡|因|经|为|如|若|自|从|当|按照?|根据|依据|期间)[^不禁免暂]*|(?:[^不禁应免暂须]|(?<=适用)免|(?<=享受)免)*(?:的|时|后|外|前|期间|情况下|情形|条件)|第[一二三四五六七八九十百\d]+条)"
)
"""A part that only tells when a rule holds: 未经审查的, 除必要的核对外, 对符合条件的客户."""
_LOOSE = re.compile(
    r"盲目|擅自|随意|任意|变相|违规|违法|违反|无故|侵占|挪用|截留|[迟瞒谎漏]报|弄虚作假|搞|推诿|拖延|影响|不再(?:符合|是|具备)|损害|歧视|降低(?:标准|要求)"
)
"""What makes a prohibition one that cannot be checked: 不得随意…, 不得变相…."""
_FORBIDS = re.compile(
    r"(?<!不)不得(?!不|已|食)|(?<!个)严禁|(?<!令)(?<!法)(?<!被)(?<!家)禁止(?![一-鿿]{0,4}[区期线]|性|类)"
    r"|(?<!落实)免征(?!的|额|[^,;。:]{0,24}政策)|(?:免于|免予)(?!处|刑)(?=办理|提交|提供|审批|核查|行政处罚)|暂不(?=征收|要求|按|收取|开放|举办|组织)"
    r"|(?:[无不]需|无须)(?!要求|的|转)(?=[^,;。:]{0,14}(?:办理|提交|提供|开立|查验|审批|核查|报送|审核|备案|缴纳|检测))"
    r"|不再(?=核准|新增|审批|受理|办理|要求|收取|保留|批准|执行|审核)|不予(?=办理|批准|审批|出台|核准|登记|发放|支付|补助)"
    r"|可暂缓(?=提交|缴纳|办理|报送)"
)
_STOPS = re.compile(
    r"[\s\d一二三四五六七八九十.、()]*(?:立即|一律|全面)?(?:暂停|暂缓|停止)(?![^,;。:]{0,4}(?:使用|运行)的)"
)
_HEDGED = (
    r"(?!积极|主动|严格|加[大强快]|强化|建立健全|健全|完善|及时|尽[量可]|依法|按照?|根据|适[时当]|创造|结合|遵循|遵守|遵照|必要|相应|努力|切实|认真|合理|充分"
    r"|进一步|不断|有效|高度|优先|做好|妥善|稳妥|特事|已经?|当?定期或|能够?)"
)
_ACTS = (
    r"(?:提供(?!更)|保留|明确(?:约定|可以)|约定|设[立置]|配备|取得|出示|佩戴|停止|报告|报送|报备|提交|公示|公告|公开(?!透明|、)|发布|签[订署]|(?<!申报)办理|登记(?!工作)|填[写报]|标明"
    r"|注明|载明|封闭|转运|退还|返还|归还|支付|赔偿|补偿|派(?:专|员|人)|指定|包括|全部用于|进行(?:[^,;。:]{0,6})(?:检测|消毒|消杀|公示|登记|核查|隔离)|留存|保存|拆除|关闭"
    r"|通知|告知|移交|移送|允许|隔离|分离|不予)"
)
_KEPT = ("存", "备查", "归档", "书面记录")
"""One of these stands wherever records are kept."""
_KEEPS = re.compile(
    r"(?:应当?|必须|(?<!必)须|(?<!主)要|需要?)[^,;。:]{0,30}?"
    r"(?:(?:留存|保存|保留|存留)(?=[^,;。:]*(?:材料|资料|记录|凭证|证明|票据|单据|台账|档案|合同|协议|录音|录像|影像|备查|[年月日]以?上?[。;,]))"
    r"|(?:形成|做好|作出)[^,;。:]{0,4}书面记录|[^,;。:]{0,12}(?:存档|归档)(?=[,;。]|备查))"
)
"""A duty to keep what tells of a thing, which is there or is not: 应当留存合同备查, 要保存完整的出入库记录."""
_URGES = re.compile(r"[\s\d一二三四五六七八九十.、()]*(?:督促|提醒|提示|倡导|鼓励|引导|支持|建议)")
"""A sentence that begins so asks others to do what they should."""
_DUTY = re.compile(
    r"(?<![供相适对效反感响])(?:应(?!急|用|届|对|收|付|链|答|邀|聘|[一-鿿]{1,4}的)当?|必须|(?<!必)须)"
    rf"(?:{_HEDGED}[^,;。:]){{0,30}}?{_HEDGED}{_ACTS}(?!的)"
)
"""A duty with an act that either was done or not: 应当向收货人出示, 须在门口设置."""


def keeps_records(words: str) -> bool:
    """Whether a sentence obliges anybody to keep records, which can be checked among other rules as well.

    Args:
        words: its folded words without white space, titles and frames.
    """
    return any(mark in words for mark in _KEPT) and _KEEPS.search(words) is not None


def lays_down(words: str) -> bool:
    """Whether a sentence lays down what can be checked of anybody's conduct.

    A prohibition or a relief counts where it is what the sentence is about: behind other duties it only rounds
    them off (遵循最小原则,按需使用,不得用于其他目的).

    Args:
        words: its folded words without white space, titles and frames.
    """
    if not any(cue in words for cue in _CUES):
        return False
    if _URGES.match(words):
        return False
    first = True
    for part in _PART.finditer(words):
        text = part.group()
        if _DUTY.search(text):
            return True
        if first and (_STOPS.match(text) or (_FORBIDS.search(text) and not _LOOSE.search(text))):
            return True
        first = first and _CONDITION.fullmatch(text) is not None
    return False
