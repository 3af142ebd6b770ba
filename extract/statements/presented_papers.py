"""Papers that news and briefings present: what one says, its measures one by one, what those above demand."""

from __future__ import annotations

import re
from itertools import islice

from extract.patterns import YAO
from extract.statements.issued_papers import says_what_was_issued, tells_of_issue

_OF_MEASURES = re.compile(
    r"(?:出台|推出|印发|发布|制定|实施|亮出|打出)[^。]{0,40}(?:\d{1,2}|[一二两三四五六七八九十]{1,3})[条项个大](?:具体|硬核|政策|重点|惠企)*"
    r"(?:措施|举措|意见|政策|办法|规定|实招)"
    r"|(?:印发|下发|出台|发布)(?:了)?(?:紧急)?(?:通知|意见|公告|方案)"
    r"|(?:^|[:,])(?:\d{1,2}|[一二两三四五六七八九十]{1,3})[条项个大](?:具体|硬核|政策|重点|惠企)*(?:措施|举措|政策|实招)"
)
"""出台八条措施, 联合印发通知, 某省:六大举措…."""
_PARTS = re.compile(
    r"《[^《》]{2,60}》(?:全文|共|主要)*(?:包括|包含|分为|分|涉及)[^。;]{0,16}[一二两三四五六七八九十\d]+(?:[条项个章]|大?部分|大?方面)"
)
"""《措施》包括六个方面、十八条措施."""
_PRESENTED = re.compile(
    r"[^。;《\"]{2,40}(?:方面|环节|领域|部分),?[^,。;]{0,12}(?:提出|明确|规定|推出|出台)(?:了)?[^。;]{0,80}?(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
    r"[项条个](?:具体|政策|重点|主要|支持|工作)*(?:措施|举措|任务|要求|意见|政策|规定)"
)
"""流通方面,提出保障运输等3项措施: a paper is presented measure by measure."""
_LISTED = re.compile(
    r"(?:[^。;]{0,20}(?:主要|具体|共|包括|提出|推出|出台|采取|作出|部署|明确|安排|确定)+(?:了|有|为)*|有)(?:以下)?(?:[一二三四五六七八九十]{1,3}大?(?:类|方面|部分)[、,]?)?(?:[一二两三四五六七八九十]{1,3}|\d{1,2})[项条个大]"
    r"(?:方面)?(?:的)?(?:具体|政策|重点|主要|支持|工作|调整)*(?:措施|举措|任务|要求|意见|政策|规定|内容|变化)(?:是|为|如下)?:$"
    r"|[^。;]{2,60}(?:措施|举措|政策|意见)(?:主要|共)?(?:有|包括|分为|涉及)(?:以下)?[一二两三四五六七八九十]个?(?:方面|部分|大类):$"
)
"""主要有六项措施:, behind a paper that is presented."""
_TOPIC = r"(?:(?:同时|此外|另外|其中|(?:在|对于?|针对|就|关于|围绕)[^。;,《》]{2,40}),){0,2}"
_OF_A_PAPER = re.compile(
    rf"(?:据(?:介绍|悉|了解),|[^,。;《]{{0,24}}(?:负责人|介绍)(?:表示|介绍|指出|说)?,)?{_TOPIC}《[^《》]{{2,60}}》"
    r"(?![^。]{0,20}(?:实施|印发|施行|发布|出台|公布)(?:以来|后|前))"
    r"(?:(?:共|全文|主要|还|也|从|中|不仅)?[^。《]{0,90}?(?:提出|明确|要求|规定|强调|部署|安排)(?!了?(?:以下|如下|意见|建议|[一二三四五六七八九十\d]+[个项]))"
    r"|(?:坚持|围绕|面向|聚焦|立足|针对|对|从)[^。《]{0,60}?(?:提出|明确|部署|规定|作出|安排|细化|健全|完善)"
    r"|(?:还|也|则|首次|专门|进一步|重点)*(?:指出|鼓励|支持|允许|禁止|严禁|统一|细化|放宽|取消|新增|增设|限定|界定|倡导)(?!了?(?:以下|如下))"
    r"|将[^,。;]{2,30}(?:列为|纳入|作为|延长|调整|分为|提高|降低|扩大))"
)
"""《规划》共分七章,提出到2025年…; 据介绍,《方案》坚持…,提出…: a paper is presented by what it says."""
_OF_THE_PAPER = re.compile(
    r"(?:到|至)20\d\d年|(?:其中|比如|例如|再如|又如|此外|同时|另外)|力争|[^。;]{2,24}(?:工程|行动|任务|计划|方面)(?:明确|提出|要求),|(?:完成|实现|推动|建设|建立|健全|加快|开展)"
)
"""What goes on telling what a paper says."""
_NO_LONGER = re.compile(
    r"(?:[^,。;]{0,30}(?:负责人|[局厅部市县区司处]长|专家|记者|代表|介绍|告诉)[^,。;]{0,8}(?:表示|介绍|说|认为|指出|强调|称|,)"
    r"|截至|目前|今年以来|近年来|去年|下一步|我[省市县区局厅委部]|据(?:介绍|悉|统计|了解)"
    r"|[^,。;]{0,14}(?:[局厅委部办]|政府)(?:还|也)?将)"
)
"""What ends the account of a paper: somebody speaks, or what was done is told."""
_ABOVE = (
    r"(?:党中央|国务院|中央|自治区党委|自治区(?:人民)?政府|[省市县区州](?:委|政府))"
    r"(?:办公厅|办公室)?"
)
_DEMANDED = re.compile(
    rf"(?:[^。;:]{{0,40}},)?{_ABOVE}(?:[、和]{_ABOVE})*(?:明确)?要求,?(?:各级|各地|各[市县区州部]|所有|全[省市县区])"
)
"""县政府要求各乡镇抓紧检修…: what those above demand, told to the press."""
_NAMED_SHORT = re.compile(
    r"(?:(?:同时|此外|另外|其中),)?(?:(?:在|对于?|针对|就|关于|围绕|为)[^。;,《》]{2,40},)?(?:该|上述|这份|此次)?"
    r"(?:通知|意见|方案|公告|通告|办法|规定|文件|指南|通报|指引|规划|纲要|细则|[^,。;《》]{0,12}(?:发布|印发|出台|制定)的[^,。;]{2,30}(?:要求|规范|标准|措施))"
    r"(?:还|也|同时|则|中|特别)*"
    r"(?:要求|指出|明确|强调|提出|规定)(?!了?(?:以下|如下|意见|建议))"
)
"""通知要求,…: the paper that was told of before by its kind alone."""
_GOES_ON = re.compile(rf"(?:同时|此外|另外|并|也|还)?,?(?:{YAO}|应|必须|严禁|不得)")
_ALIKE = re.compile(r"(?:同时|此外|另外)?,?(?:对于?|凡)[^。;]{4,}(?:给予|予以|按|视同|享受|免|减|可以?|均|不)")


_OFTEN = 2
_PRESENTS = re.compile(
    r"(?:《(?:若干|指导|实施)?(?:意见|办法|方案|规划|计划|通知|条例|规定|决定|纲要|细则|指南|措施|政策|标准|规范)》"
    r"|(?<![一-龥])(?:通知|意见|方案|公告|通告))"
    r"(?:还|也|中|则|同时|进一步|明确)*(?:提出|要求|明确|强调|指出|规定)"
)
"""《意见》要求, 通知指出: a paper, named short, is told of by what it says."""


def is_headline_of_measures(title: str) -> bool:
    """Whether a headline says that measures were issued: 某县出台扶持农户八条措施."""
    return _OF_MEASURES.search(title) is not None


def names_a_paper(words: str) -> bool:
    """Whether a sentence starts with the name of a paper, or tells that one was issued."""
    return words[0] == "《" or tells_of_issue(words)


def tells_of_measures(words: str) -> bool:
    """Whether a sentence tells that a paper, or a number of measures, was issued; the next ones tell what it says."""
    told = tells_of_issue(words) or (_OF_MEASURES.search(words) or _PARTS.search(words)) is not None
    return told and words.endswith("。")


def presents_measures(words: str) -> bool:
    """Whether a sentence of a briefing opens a list of measures of the paper that it presents."""
    return _PRESENTED.match(words) is not None


def lists_measures(words: str) -> bool:
    """Whether a lead-in announces the measures of a paper: 主要有六项措施:."""
    return words.endswith(":") and _LISTED.match(words) is not None


def tells_of_papers(text: str) -> bool:
    """Whether a text tells more than once what a paper says."""
    return len([*islice(_PRESENTS.finditer(text), _OFTEN)]) == _OFTEN


def tells_of_a_paper(words: str) -> bool:
    """Whether a sentence starts to tell what a paper says."""
    return says_what_was_issued(words) or (_OF_A_PAPER.match(words) or _NAMED_SHORT.match(words)) is not None


def goes_on_with_a_paper(words: str, *, untold: bool) -> bool:
    """Whether a sentence behind such a one goes on with it: 到2030年,…率达到90%; 再如,某工程明确….

    Args:
        words: the folded sentence without white space.
        untold: whether it tells neither a deed nor a state nor what the speaker will do.
    """
    return (untold or _OF_THE_PAPER.match(words) is not None) and not ends_the_account(words)


def demands_of_those_above(words: str) -> bool:
    """Whether a sentence tells the press what those above, a notice or a paper demand."""
    return tells_of_a_paper(words) or _DEMANDED.match(words) is not None


def ends_the_account(words: str) -> bool:
    """Whether a sentence no longer tells what a paper says: 截至目前,…; 下一步,县财政局将…."""
    return _NO_LONGER.match(words) is not None


def goes_on_with_demands(words: str) -> bool:
    """Whether a sentence behind what those above demand goes on with it: 同时要加强…, 对…都视同利润."""
    return _GOES_ON.match(words) is not None or _ALIKE.match(words) is not None
