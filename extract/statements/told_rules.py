"""Rules that an answer tells to the one who asked: what a law named before it lays down, what holds at the office."""

from __future__ import annotations

import re

from extract.patterns import ORDINAL, OURSELVES

_PAPER = (
    r"(?:《[^《》]{2,80}》|[一-龥]{2,24}(?:法|条例|办法|规定|细则|政策|规范|标准|法规)"
    r"|[\[(](?:19|20)\d{2}[\])]第?\d{1,5}号|令第?\d{1,4}号)"
)
_BY_A_RULE = re.compile(
    rf"(?:[^,。;:]{{0,14}}[,:])?(?:根据|按照?|依据|依照)(?!您|你|以上|上述|此|实际)[^。;,:《]{{0,30}}{_PAPER}[^。;,:]{{0,40}}?"
    r"(?:规定|要求|精神|[条款项]|文件|政策)(?:之规定|的?(?:有关|相关)?规定)?(?:[,:]|(?<=规定)\"|$)"
)
"""根据《…办法》第五条规定,: what stands behind it is laid down there."""
_PAPER_SAYS = re.compile(
    ORDINAL + r"(?!(?:按照?|根据|依据|依照|落实|执行|贯彻|为))[^,。;:《我]{0,20}《[^《》]{2,80}》"
    r"[^,。;《我]{0,40}?(?:规定|明确|要求)(?:如下)?(?:[:,]\"?|\")(?!我)"
)
"""《…通知》某政办发[2012]24号文件规定:"…: a paper is told of with its number, or with what of it is meant."""
_BY_A_PAPER = re.compile(
    r"(?:[^,。;:]{0,14}[,:])?(?:根据|按照?|依据|依照)(?:已批复的|经批准的|现行的?|最新的?|国家|原)?《[^《》]{2,80}》(?:[(][^()]{2,40}[)])?(?:第[^,。;]{1,10}条)?,(?!我|您|你)"
)
"""按照《…规划》,: what a paper has laid down of a thing, where the words behind it lay something down."""
_IS_LAID_DOWN = re.compile(
    r"应(?!急|用|届|收|付|对)|必须|不得|不予|不能|由[^,。;]{2,24}(?:负责|承担|审批|确定)|方可|方能"
    r"|(?:用途|性质|定位|范围|标准|期限|年限|等级|类别|比例|面积)[^,。;]{0,6}(?:为|是)|属于?(?!地|实)"
)
_ACTS = re.compile(rf"已(?!批)|了(?!解)|{OURSELVES}|将(?!其|所)|您|你|正在")
_CASE = re.compile(r"(?:已经?|未|具备|符合|违反)[^,。;:]{1,60}的[,、:]")
"""已经在外地参保的,: the case that a rule speaks of, and no deed."""
_DEED = re.compile(
    r"已|了(?!解)|我(?:们|[局厅委部办院处所省市县区镇乡州校司])|将(?!其|所)|本(?:局|院|中心|单位|办|所|镇|街道)|作出|责令[一-龥]{2,4}(?:书面|立即|限期)"
    r"|经(?:查|核|调查|研究)|您|你|该(?!条|法|办法|规定)|此次|本次|上述|(?:19|20)\d\d年\d{1,2}月|\d{1,2}月\d{1,2}日|对[^,。;]{2,16}(?:进行|予以)[^,。;]{0,6}(?:谈话|批评|处罚|立案|调查|核查)"
)
_LAYS_DOWN = re.compile(
    r"应(?!急|用|届|收|付|对)|必须|须(?!知)|(?:^|[,;])各[^,。;]{1,14}要(?!求|[素点件])|不得|不予|不能|不再|不允许|可以?(?![持能靠行])|方可|方能|才能|的[,:]|给予|予以|享受|禁止|凡|每[人户年月亩学户]"
    r"|由[^,。;]{2,24}(?:负责|承担|办理|审批|组织|统筹|实施|管理|确定|制定|支付|缴纳|提出|约定|决定)|按[^,。;]{2,40}(?:计算|执行|发放|缴纳|征收|收取|确定|报销|处理)"
    r"|(?:标准|比例|年龄|期限|面积|范围|对象|条件)[^,。;]{0,8}(?:为|是|:)|\d(?:%|元|倍)|实行|属于?|是指"
)


def states_rule_of_law(words: str) -> bool:
    """Whether a sentence of an answer tells what a law or paper named at its head lays down: 根据《…》规定,…应…."""
    if "《" in words and _PAPER_SAYS.match(words):
        return True
    told = _BY_A_RULE.match(words)
    if told is None:
        return "《" in words and _is_laid_down(words)
    rest = _CASE.sub("的,", words[told.end() :])
    return _LAYS_DOWN.search(rest) is not None and _DEED.search(rest) is None


def _is_laid_down(words: str) -> bool:
    """Whether a sentence opens with a paper and what that has laid down of a thing: 按照《…规划》,该地块用途为…."""
    told = _BY_A_PAPER.match(words)
    if told is None or _ACTS.search(words, told.end()):
        return False
    return _IS_LAID_DOWN.search(words, told.end()) is not None


_OPENS_QUOTE = re.compile(r"(?:规定|明确|要求|指出)(?:了|如下)?[,:]?:?\"[^\"]*(?:\"[^\"]*\"[^\"]*)*$")
"""规定如下:"(一)…: a quotation that goes on behind the sentence."""


def opens_quotation(words: str) -> bool:
    """Whether a sentence starts to quote a paper and does not end with the quotation."""
    return '"' in words and "《" in words and words.count('"') % 2 == 1 and _OPENS_QUOTE.search(words) is not None


_HOLDS = re.compile(
    r"(?:可|可以|需要?|须|应|凭|持|由[^,。;]{2,16})(?:向[^,。;]{2,24}|在[^,。;]{2,24}|到[^,。;]{2,24}|凭[^,。;]{2,24}|按[^,。;]{2,24}|通过[^,。;]{2,40}|自行|提前|继续|再次|[^,。;]{0,4})?"
    r"(?:提出|申请|办理|领取|获得|取得|享受|提供|报销|享有|提交|缴纳|报名|参加|选择|审核|审批|审查|签署|出具)"
    r"|提出(?:书面)?申请|(?:复印|原)件;$|限于|视[^,。;]{2,20}(?:情况|程度)[^,。;]{0,6}给予"
    r"|(?:标准|比例|期限|限额|面积|费用|收费)[^,。;]{0,6}(?:为|是|:)[^,。;]{0,12}\d|\d元[/每]|每[人户年月]\d"
)
_OWN = re.compile(r"您|你|如果|若|如有|建议|(?<!申)请|因|由于|但|不(?:属|符合|具备)|无法|没有")


def holds_at_office(words: str) -> bool:
    """Whether a sentence of an answer tells a rule in force: who may apply, what is handed in, what is paid."""
    return _OWN.search(words) is None and _HOLDS.search(words) is not None
