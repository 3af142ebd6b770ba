"""Plans that a text calls by their names without marks: what they are named after, and a verb of following them.

A plan that is only going to be drawn up, or that any office has (纳入本级发展规划), is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus import Span

_KIND = re.compile(r"(?:计划|方案|预案|纲要|规划(?!纲要))(?:\((?:19|20)\d\d[^()\n]{0,14}\))?")
"""Where the name of a plan may end, with its years in brackets."""
_LONGEST, _SHORTEST = 48, 6
_BEHIND = re.compile(
    r"[ ]*(?:$|[,。;:、)\n]|(?:明确|总体|有关|相关)?(?:要求|部署|规定|安排|精神|目标|任务)"
    r"|(?:统筹|一体|同步|统一)?(?:实施|推进|安排|布局)|出台|批准|确定|明确|提出|执行|圆满|收官|(?:取得)?成效|见效|落地|中(?:,|的|期|明确|提出|$)|以及|等|内|进行(?:修编|修订|修改)"
    r"|的(?!制定|制订|编制|起草|修订)|[和与及](?!编制|制定))"
)
"""What stands behind a name that is complete."""
_NO_NAME = (
    r"[的了各本该其]|关于|有关|相关|上级|统一|统筹|首例|首个|现有|以下|如下|下列|两期|政策和|任务|要求"
    r"|制定|制订|编制|起草|审定|报备|批准|根据|按照|依据|符合|落实|贯彻|执行|完成|实施|实现|推进|推动|纳入|列入|结合|立足"
    r"|国家[和、]|省[和、]市|(?<=[要划案见例法])[和及与、]|同步|抓好|抓实|抓紧|做好|加快|开展|谋划|启动"
)
"""What no name of a plan holds: what tells which plan, and what is done with it."""
NAME = rf"(?:(?!{_NO_NAME})[一-鿿0-9+·、]|\"[^\"\n]{{1,12}}\")"
"""A character of the name of a paper, or a quotation in it."""
_FOLLOWED = (
    r"(?:按照?|根据|依据|依照|遵照|对照|参照|符合|列入|纳入|落实|贯彻|执行|衔接|对接|完成|抓好|抓实)(?:了|好)?"
    r"|启动实施了?|实施了|(?:实施|启动)(?=第[一二三四五六七八]期|新一轮)"
)
_CARRIED_OUT = (
    r"(?:^|[,。;:、元\n])[ ]*(?:继续|持续|全面|深入|认真|扎实|大力|有序|稳步){0,2}(?:组织)?实施"
    rf"(?={NAME}{{2,22}}?(?<!\d)[两三四五六十\d]{{1,2}}年{NAME}{{0,6}}?(?:行动|攻坚))"
)
"""Before a plan whose name bears the number of its years: 认真实施|农村供水三年行动计划."""
_ISSUED = (
    r"(?:出台|制定|制订|印发|编制|发布|颁布)(?:了|并?实施了?)"
    r"|(?:先后|随后|已经|相继|陆续)(?:研究)?(?:出台|制定|制订|印发|编制|发布|颁布)"
)
OWNER = r"(?:[省市县区州盟]委(?![员托办])(?:、?[省市县区州盟]政府)?|[我本](?:[省市县区州盟]|局|委|厅|部|校|院))?"
"""Whose the plan is, which is no part of its name."""
_YEARS = (
    rf"(?:(?<!\d)[两三四五六十\d]{{1,2}}年{NAME}{{0,6}}?(?:计划|方案)|行动计划|行动方案|倍增计划|攻坚(?:计划|方案))"
)
_PLACE = (
    rf"(?:国家(?![、和])|全国|全[省市县区州]|(?:(?!{_NO_NAME}|城市|县城|[省市县区州])[一-鿿]){{2,5}}"
    r"(?:[省市县州盟旗]|自治区|新区|流域|经济带|湾区|城市群|风景名胜区|自然保护区|公园))"
)
_WORK = r"(?:实施|工作|总体|改革|整治|治理|建设|试点)方案"
_OUTLINE = "(?:规划|建设|发展|实施)纲要"
_FIVE = r"\"?十[一二三四五六七]五\"?规划(?:纲要)?"
_MATTER = "(?:建设|发展|事业|服务|治理|保护|保障|体系|振兴|利用)"
_TAIL = r"(?:\((?:19|20)\d\d[^()\n]{0,14}\))?$"
_NAMED = re.compile(
    rf"""
      (?:{_FOLLOWED}|{_ISSUED}|{_CARRIED_OUT}) {OWNER} (?P<a> {NAME}{{2,26}}? {_YEARS} {_TAIL} )  # 落实某某三年行动计划
    | (?:{_FOLLOWED}) {OWNER} (?P<b> {NAME}{{3,26}}? (?:{NAME}{{2}}{_WORK}|{_OUTLINE}) {_TAIL} )  # …方案, …纲要
    | (?:{_FOLLOWED}|{_ISSUED}|优化|对|待) {OWNER}
      (?P<c> {_PLACE} {NAME}{{2,20}}? (?:规划|应急预案|{_WORK}) {_TAIL} )              # 纳入国家灌区中长期规划
    | 》(?:\([^()\n]{{4,24}}\))? [和与及、] (?P<f> {NAME}{{5,30}}? (?:{_WORK}|{_YEARS}|{_OUTLINE}) {_TAIL} )
    | (?:{_FOLLOWED}|编制) {OWNER} (?P<d> {NAME}{{3,20}}? (?<![局委厅部办院]) {_FIVE} {_TAIL} )
    | (?:^|[,。;:\n]) [ ]* (?P<e> {NAME}{{3,20}}? {_MATTER} {_FIVE} {_TAIL} )
    """,
    re.VERBOSE,
)
_BESIDE = re.compile(rf"[和与及、]{OWNER}(?P<title>{NAME}{{2,26}}?{_YEARS}(?:\((?:19|20)\d\d[^()\n]{{0,14}}\))?)")
"""What is named in a row with a plan: 养老服务三年行动计划和托育服务三年行动计划."""
_SPEAKS = re.compile(r"确定|明确|提出|目标|任务|实施|执行|圆满|收官|规定")
_VAGUE = re.compile(
    r"(?:国家|全国|全[省市县区州])?"
    r"(?:发展|总体|专项|中长期|战略|重大|重点|产业|国土空间|土地利用|相应|五年|年度|经济社会|国民经济和社会|专项行动){0,3}"
    r"(?:规划|规划纲要|(?:行动|实施|工作)?(?:方案|计划)|(?:应急)?预案)(?:\(.*)?"
    r"|(?:[两三四五六十]|\d{1,2})年(?:行动|攻坚|提升|专项|实施|工作){0,2}(?:计划|方案)"
)
"""Names that any place's plan has."""


def find_plans(text: str) -> Iterator[Span]:
    """The plans that `text` (folded) says are followed or completed, or were issued, by names of their own."""
    reached = 0
    for kind in _KIND.finditer(text):
        if kind.start() < reached or not _BEHIND.match(text, kind.end()):
            continue
        first = max(reached, kind.start() - _LONGEST, text.rfind("\n", 0, kind.start()))
        found = _NAMED.search(text[first : kind.end()])
        if found is None or found.lastgroup is None or (found["e"] and not _SPEAKS.match(text, kind.end())):
            continue
        name = Span(*found.span(found.lastgroup))
        if len(name) < _SHORTEST or _VAGUE.fullmatch(found[found.lastgroup]):
            continue
        yield name.shift(first)
        reached = kind.end()
        beside = _BESIDE.match(text, reached)
        while beside and _BEHIND.match(text, beside.end()):
            yield Span(*beside.span("title"))
            reached = beside.end()
            beside = _BESIDE.match(text, reached)
