"""What the clauses behind the first say of time: what is still to come of a thing told, or how far a task has come."""

from __future__ import annotations

import re

from extract.statements.cues import Cues, cues_of

_DID = re.compile(r"(?<!自)已(?!知|婚|故|久)|(?<![为除])了(?![解结然])|完毕|曾")
"""What tells in a clause that something was done."""
_TO_COME = re.compile(
    r"(?:剩[下余][^,。;]{0,10}|其余[^,。;]{0,6}|还|也|再|并|后面|接着)?"
    r"(?:(?:全年|今年|年内|到?年底前?|明年|下半年|[二三四]季度|下个?月|届时|后面|后续|目标是)(?:也|还|再|就|都|共|计)*"
    r"(?:要(?![求素点])|力争|争取|确保)"
    r"|(?:[^,。;]{2,12}(?=计划再))?(?:全年|今年|年内|明年|下半年|[二三四]季度|下个?月)?(?:也|还|再|就|都)*"
    r"(?:计划(?![的内外中任数])|打算|拟(?![定合])|准备(?=[在于把将对向再新]|\d|[开发推启组建上])))"
    r"|(?:剩[下余]|其余|余下)[^,。;]{0,16}(?:将|要(?!求)|内|前)[^,。;]{0,8}(?:完成|开工|建成|改造|启动|投用|发放|到位|解决|整改)"
    r"|预计(?=[^,。;]{0,12}前[^,。;])|(?:力争|争取)(?=[^,。;]{0,16}(?:完成|开工|建成|实现|落地|推广|验收|通过|获批|投用|启动|[纳列]入|出台|印发|申报|达到|超))"
    r"|(?:我(?:们|[局委厅部市县区])|[也还]|下一步|接下来)?将(?=争取|督促|继续|尽快|抓紧|进一步|于|在|会同|适时|陆续|积极|持续|按)"
    r"|各[^,。;]{1,12}(?:要(?![求素点])|必须|须)"
    r"|(?:下一步|接下来|后续|随后|今后|后面|到期后|期满后|届满后|待[^,。;]{2,20}[后时])(?:将|再|就|即|也|还|要|逐)"
    r"|(?:经|报|待)[^,。;]{2,16}(?:审[定批议]|批准|同意|审核|批复|通过)后(?:将|再|即|尽快)?(?=印发|实施|出台|发布|组织|启动|开工|公布|施行)"
)
"""How a clause opens that tells what is to come: 全年要…, 剩下的计划…, 争取…, 报市政府审定后印发."""
_SO_FAR = re.compile(r"(?:^|,)[^,。;]{0,16}(?:目前|现已|现有|已经?|上半年|今年以来|截至)")


def ends_bare(words: str) -> bool:
    """Whether the last clause of a sentence is told without a word of deeds done: …已经建成,12月试营业."""
    return _DID.search(words, words.rfind(",") + 1) is None


def tells_no_deed(words: str) -> bool:
    """Whether a sentence has no word of deeds done in any of its clauses: 从11月10日起每周督导,对末位的进行约谈."""
    return _DID.search(words) is None


def ends_ahead(words: str) -> bool:
    """Whether a sentence ends with what is still to come of what it told: 上半年已签订3万亩,全年要达到5万亩."""
    at = words.rfind(",")
    if at < 0 or _DID.search(words, at) is not None:
        return False
    if _MERELY.match(words, at + 1):
        at = max(words.rfind(",", 0, at), 0)
    return at > 0 and _TO_COME.match(words, at + 1) is not None and _DID.search(words, at) is None


_MERELY = re.compile(r"(?:主要|重点)(?:是|面向|用于|包括|针对)|(?:其中|包括)|这[项个件]")
"""How a last clause opens that only adds to what the one before tells: 今年计划开发50种,主要是活页式的."""


_PLANNED = re.compile(r"(?:计划|拟|预计|力争|争取)[^,。;]{2,40}?,")
_REACHED = re.compile(
    r"(?:(?:截[至止][^,。;]{1,12}|目前|\d{1,2}[至到-]\d{1,2}月|上半年),?(?:已经?|累计|共|实际)*|(?:已经?|累计|实际)(?:累计|提前|全部|如期|按期)?)"
    r"(?:完成|建成|新建|改造|开工|竣工|完工|投用|安装|发放|培训|治理)(?!率)[^,。;]{0,16}\d"
)


def ends_done(words: str) -> bool:
    """Whether a sentence that tells a plan says behind it what came of it: 计划清淤260公里,截至6月底完成148公里."""
    planned = _PLANNED.search(words)
    return planned is not None and any(_REACHED.match(clause) for clause in words[planned.end() :].split(","))


_REST = re.compile(r"其余|剩余|剩下|余下|下半年|[年月]底前|年内|(?:确保|力争|争取|预计|将(?!近))[^,。;]{2,}")
"""What is left of a plan, or when it is to be done."""


def tells_result(words: str) -> bool:
    """Whether a sentence tells a plan and what came of it, and nothing of what is left to do."""
    planned = _PLANNED.search(words)
    return planned is not None and ends_done(words) and _REST.search(words, planned.end()) is None


def tells_how_far(cues: Cues, *, listed: bool) -> bool:
    """Whether a sentence says behind a task how far it has come: 打造营地20个,目前建成11个.

    Args:
        cues: those of the sentence.
        listed: it is an item of a list.
    """
    if not (listed or cues.words[-1:] == ";") or cues.done != 2 or cues.none or cues.problem == 3:
        return False
    task, comma, rest = cues.words.partition(",")
    told = cues_of(task)
    return bool(comma) and told.ahead > 0 and not told.done and _SO_FAR.search(rest) is not None
