"""What a document tells of the demands of others: of another paper, of the state, of the paper that it presents."""

from __future__ import annotations

import re

from corpus import Genre

_STATE_RULE = re.compile(r"(?:根据[^,。]{2,20}精神,)?国家(?:明确)?规定(?!的)")
"""What the state has laid down, in a document of those below it: 国家规定每户补助1万元."""
_RULE_OF_ANOTHER = re.compile(
    r"""
    (?: [(]?[一二三四五六七八九十\d]{1,3}[)、.] )?                                        # (二)
    (?! [^《]{0,44} (?: 按 | 根据 | 依据 | 依照 | 遵照 | 落实 | 贯彻 | 执行 | 为 | 符合 | 满足 | 参照 | 对照
                  | 应 | 通过 | 我[局厅委部省市县区们] ) )
    (?:原)? [一-龥、\d]{0,44}
    (?: 《[^《》]{4,80}》 (?: [(][^()]{2,40}[)] )?
      | [一-龥]{2,10} [\[(](?:19|20)\d{2}[\])] 第?\d{1,5}号 (?:文件?)?                  # 某政发[2020]5号文件
      | 令第\d{1,4}号 )
    (?: 第[一二三四五六七八九十百\d]{1,6}[条款项章节] ){0,3}
    (?:中)? (?:已|也|还|都)? (?:明确)? (?: 规定 | 明确 | 要求 | 指出 ) (?:了)? [:,]
    """,
    re.VERBOSE,
)
"""《…办法》第五条规定:…, 某总局令第3号明确:…."""
_OF_THE_COUNTRY = re.compile(r"(?:到20\d\d年,?)?(?:全国|中国|我国)(?:必须|应|要(?!求|想))")
"""到2030年,全国要建成…: a target of the state in the answer of an office below it."""
_RETELLS = frozenset({Genre.PROPOSAL_REPLY, Genre.PRESS_BRIEFING, Genre.OTHER})
"""Kinds of documents that retell what others lay down."""
_FROM_ABOVE = re.compile(
    r"(?:[^,。;]{0,12},)?(?:国家|上级|省里|部里|中央|(?:国家|省级|法律|政策|制度|顶层)层面|(?:有关|相关|现行)?(?:法律法规|法律|政策文件)"
    r"|现行[^,。;《]{2,12}(?:规定|政策|办法|标准))(?:已|也|都|均|对此)*(?:明确|明令|统一)?(?:规定|要求|明确|禁止)(?!的|了?我|下|[^,。;]{0,8}(?:文件|精神))"
    r"|(?:根据|按照?|依据|依照)(?:国家|上级|现行|有关|相关|法律)[^,。;《]{0,16}(?:规定|法律法规|政策|要求),(?!我|[^。;]*(?:将|已|我[局委厅部市县区省]))[^。;]{2,60}"
    r"(?:不得|不允许|应当|必须|须由|禁止|方可)"
    r"|[^,。;《]{0,10}(?:一号文件|党的[一二]十[一-九]?大(?:报告)?|[一二三四五六七]中全会|(?:[省市县区州]委|中央|全国)[^,。;《]{0,12}(?:全会|会议)|政府工作报告)"
    r"(?:也|已|均|再次|明确|还)*(?:提出|要求|强调|指出),?(?:各[^,。;]{1,10})?(?:要(?!求)|必须|应当|加快|推进|坚持)"
    r"|(?:国务院|国家[一-鿿]{1,10}[局委署部]|[一-鿿]{2,10}(?:部|总局|署)|省[一-鿿]{0,8}[厅局委办])(?:等[^,。;]{0,6})?(?:已|也|均)?(?:明确|明令)(?:规定|要求|禁止)"
    r"|(?:国务院|国家[一-鿿]{1,10}[局委署部]|(?!按照|根据|落实|贯彻|依据)[一-鿿]{1,8}(?:(?<![支干乐门])部(?!署|门|分|队)|总局|(?<!部)署))(?:等[^,。;]{0,6})?(?:也|还|均|都)?要求,"
)
"""国家层面明确,…不得…: what is laid down above, without a paper's name."""
_PRESENTED = re.compile(
    r"[^。;《\"]{2,40}(?:方面|环节|领域|部分),?(?:[^,。;]{0,12})?(?:提出|明确|规定|推出|出台)(?:了)?[^。;]{0,80}?(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
    r"[项条个](?:具体|政策|重点|主要|支持|工作)*(?:措施|举措|任务|要求|意见|政策|规定)"
)
"""流通方面,提出保障运输等3项措施: a paper is presented measure by measure."""


_LISTED = re.compile(
    r"(?:[^。;]{0,20}(?:主要|具体|共|包括|提出|推出|出台|采取|作出|部署|明确|安排|确定)+(?:了|有|为)*|有)(?:以下)?(?:[一二两三四五六七八九十]{1,3}|\d{1,2})[项条个大]"
    r"(?:方面)?(?:的)?(?:具体|政策|重点|主要|支持|工作|调整)*(?:措施|举措|任务|要求|意见|政策|规定|内容|变化)(?:是|为|如下)?:$"
)
"""主要有六项措施:, behind a paper that is presented."""
_PAPER = re.compile(r"(?:印发|出台|发布|公布|下发|制定)(?:了|实施)?[^。;《]{0,16}《[^《》]{4,80}》")
_ITEM = re.compile(r"[(]?[一二三四五六七八九十\d]{1,3}[)、.]|[一二三四五六七八九十]+是")
_ABOVE = (
    r"(?:党中央|国务院|中央|自治区党委|自治区(?:人民)?政府|[省市县区州](?:委|政府))"
    r"(?:办公厅|办公室)?"
)
_DEMANDED = re.compile(
    rf"(?:[^。;:]{{0,40}},)?{_ABOVE}(?:[、和]{_ABOVE})*(?:明确)?要求,?(?:各级|各地|各[市县区州部]|所有|全[省市县区])"
)
"""县政府要求各乡镇抓紧检修…: what those above demand, told to the press."""
_IN_A_NOTICE = re.compile(
    r"[^。;]{0,60}(?:印发|下发|发布|出台)(?:了)?[^,。;《]{0,10}(?:通知|意见|公告|通告|办法|规定),(?:鼓励|明确|规定|提出|要求(?=各|全|所有))"
)
"""市某局印发通知,鼓励…: a notice is presented by what it says."""
_GOES_ON = re.compile(r"(?:同时|此外|另外|并|也|还)?,?(?:要(?!求)|应|必须|严禁|不得)")
_ALIKE = re.compile(r"(?:同时|此外|另外)?,?(?:对于?|凡)[^。;]{4,}(?:给予|予以|按|视同|享受|免|减|可以?|均|不)")


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
_NO_LONGER = re.compile(
    r"(?:[^,。;]{0,30}(?:负责人|[局厅部市县区司处]长|专家|记者|代表|介绍|告诉)[^,。;]{0,8}(?:表示|介绍|说|认为|指出|强调|称|,)"
    r"|截至|目前|今年以来|近年来|去年|下一步|我[省市县区局厅委部]|据(?:介绍|悉|统计|了解)"
    r"|[^,。;]{0,14}(?:[局厅委部办]|政府)(?:还|也)?将)"
)
"""What ends the account of a paper: somebody speaks, or what was done is told."""
_OF_THE_PAPER = re.compile(
    r"(?:到|至)20\d\d年|(?:其中|比如|例如|再如|又如|此外|同时|另外)|力争|[^。;]{2,24}(?:工程|行动|任务|计划|方面)(?:明确|提出|要求),|(?:完成|实现|推动|建设|建立|健全|加快|开展)"
)
"""What goes on telling what a paper says."""


_OWN = r"我(?:们|[局委厅部办院省市县区州])"
_BODIES_ABOVE = (
    r"(?:国务院|中共中央|党中央|中央|中办|国办|国家|全国人大|最高人民|[一-龥]{2,10}(?:省|自治区)(?:人民政府|委)|"
    r"(?<![一-龥])(?:省|市|自治区|州)(?:人民政府|政府|[委党]))"
)
_ISSUES = r"(?:印发|出台|发布|下发|颁布|颁发|公布|修订|制定|施行)(?:实施|出台|印发)?(?:了|的)?"
_SAYS_SO = (
    r"(?:并|又|均|再次|进一步)*(?:明确)?"
    r"(?:要求(?!的)|提出(?!了?[^,。;]{0,20}(?:意见|措施|思路|办法)[。;]?$)|规定|部署(?=各)|强调(?!要求)"
    r"|明确(?=[^,。;了]{2,30}(?:负责|应|要(?!求)|必须|不得|按照?|由)))"
)
_ISSUED_ABOVE = re.compile(
    rf"(?![^。;《]{{0,60}}(?:{_OWN}|转发))[^。;《\"]{{0,50}}{_BODIES_ABOVE}[^。;,《\"]{{0,30}}{_ISSUES}[^,。;《]{{0,12}}"
    r"(?:《[^《》]{4,80}》(?:[(][^()]{2,40}[)])?[、和及与]*){1,6}(?:等[^,。;《]{0,12})?(?:以?来|后)?,"
    rf"[^。;,]{{0,30}}{_SAYS_SO}[^。;]{{4,}}"
)
"""国务院办公厅印发《…意见》,要求各地落实…: what those above demand of all, in the answer of an office."""
_ISSUED = re.compile(
    rf"[^。;\"]{{0,80}}{_ISSUES}[^,。;《]{{0,12}}《[^《》]{{4,80}}》|[^。;\"]{{2,40}}(?:法|条例)[^,。;]{{0,20}}(?:施行|实施|颁布|通过|审议|修订)"
)
_ISSUED_WITH_AIM = re.compile(
    rf"(?![^。;《]{{0,80}}{_OWN})[^。;《\"]{{4,80}}{_ISSUES}[^,。;《]{{0,12}}《[^《》]{{4,80}}》(?:[(][^()]{{2,40}}[)])?,"
    r"[^。;,]{0,10}(?:提出|明确|要求)了?[^,。]{0,10}到20\d\d年"
)
"""水务部出台了《…意见》,提出到2030年建成…."""
_PASSAGE = re.compile(
    r"(?:其中|此外|同时|另外|,)*(?:在[^,。;]{2,40}(?:方面|基础上|环节|领域|中),?)?(?:还|也|又|均|并|再次|进一步)*(?:增加|作出|新增)?"
    r"(?:(?:明确)?(?:要求|规定|提出)(?!了?我)(?=各|对|全|所有|地方|学校|企业|单位|[一-龥]{2,8}(?:要|应|必须|不得)|[:,])|明确[^,。;]{1,16}(?:应当|必须|不得))"
    r"|(?:其中|此外|同时|另外|,)*(?:(?:除|凡|未|对)[^。;,]{2,24},[^。;]{0,30})?(?:严禁|禁止|不得|必须)"
    r"|[^。;]{4,80},由[一-龥]{2,12}(?:部门|机关)(?:责令|依法(?:给予|处|予以)|给予|处以|追究)"
)
"""要求各地按照…; 此外,还明确学校应当…: what goes on with the paper that was named before."""
_TOLD = re.compile(rf"已(?![^,。;]{{1,8}}的)|目前|截至|{_OWN}|下一步|今后")


_ISSUED_UNNAMED = re.compile(
    rf"(?![^。;]{{0,40}}{_OWN})[^。;《\"]{{0,30}}{_BODIES_ABOVE}[^。;,《\"]{{0,30}}{_ISSUES}[^,。;《我]{{0,14}}"
    r"(?:意见|通知|方案|规划|纲要|办法|文件|条例|规定|政策)(?:中)?(?:还|也|均|又)?(?:明确)?(?:要求|提出|规定|指出|强调|明确)[,:]?(?!了?我)"
)
"""国务院办公厅印发的意见明确,…: what a paper demands that is not called by its title."""
_MEETING_ABOVE = re.compile(
    r"(?:[^,。;《]{0,12},)?(?:党的|中共)?(?:[一二三四五六七八九十]{1,3}大(?:报告)?|[一二三四五六七八九十]{1,3}届[一二三四五六七八九]中全会(?:决定|公报|精神)?"
    r"|(?:党?中央|全[国省市县区州]|[省市县区州]委?)[一-龥]{0,14}(?:会议|全会|党代会)|[省市县区州]?(?:政府)?工作报告)(?:中)?"
    r"(?:也|都|又|再次|均|就[^,。;]{2,20})*(?:明确)?(?:要求|提出|强调|指出|明确)(?!了?我|的)[,:]?(?![^。]*(?:我[局厅委部]|为此|对此|下一步))"
)
"""党的十九大报告提出加快…, 省农村工作会议要求,…: what a meeting lays on all, in the answer of an office below it."""
_CONDITIONS = re.compile(
    r"[^,。;我]{0,24}(?:项目|选址|资金|申报|立项|补助对象|补贴对象)[^,。;我]{0,10}(?:要|须|需要?|必须)"
    r"(?:同时|首先)?(?:满足|符合|具备)(?![^。]*(?:我[局们委厅]|将|下一步|已|经核))"
)
"""水站选址要满足水源稳定…: conditions that those above lay down, in an answer that names no paper."""


def is_issued_above(words: str) -> bool:
    """Whether a sentence of an answer tells that those above issued a paper, and what it demands."""
    if "《" in words:
        return (_ISSUED_ABOVE.match(words) or _ISSUED_WITH_AIM.match(words)) is not None
    return _ISSUED_UNNAMED.match(words) is not None


def tells_of_issue(words: str) -> bool:
    """Whether a sentence tells that a paper was issued, or a law passed, whose demands the next ones may tell."""
    return _ISSUED.match(words) is not None


def goes_on_with_passage(words: str) -> bool:
    """Whether a sentence behind such a one goes on with what the paper asks: 要求各地…, 此外,还明确学校应当…."""
    return _PASSAGE.match(words) is not None and _TOLD.search(words) is None


def goes_on_behind_semicolon(words: str) -> bool:
    """Whether a sentence behind what a paper asks and a semicolon tells no deed: 二类小组:每人每月310元;."""
    return _TOLD.search(words) is None and _DEED.match(words) is None


_DEED = re.compile(
    r"(?:(?:19|20)\d\d年)?(?:\d{1,2}月)?[^。;]{0,40}(?:印发|出台|发布|下发|制定|召开|组织|开展)了?|[^。;]{0,30}[^为除]了"
)


def demands_of_those_above(words: str) -> bool:
    """Whether a sentence tells the press what those above, a notice or a paper demand."""
    return tells_of_a_paper(words) or _DEMANDED.match(words) is not None or _IN_A_NOTICE.match(words) is not None


def tells_of_a_paper(words: str) -> bool:
    """Whether a sentence starts to tell what a paper says."""
    return "《" in words and _OF_A_PAPER.match(words) is not None


def goes_on_with_a_paper(words: str, *, untold: bool) -> bool:
    """Whether a sentence behind such a one goes on with it: 到2030年,…率达到90%; 再如,某工程明确….

    Args:
        words: the folded sentence without white space.
        untold: whether it tells neither a deed nor a state nor what the speaker will do.
    """
    return (untold or _OF_THE_PAPER.match(words) is not None) and _NO_LONGER.match(words) is None


def goes_on_with_demands(words: str) -> bool:
    """Whether a sentence behind what those above demand goes on with it: 同时要加强…, 对…都视同利润."""
    return _GOES_ON.match(words) is not None or _ALIKE.match(words) is not None


def names_a_paper(words: str) -> bool:
    """Whether a sentence tells that a paper was issued."""
    return "《" in words and (words[0] == "《" or _PAPER.search(words) is not None)


def lists_measures(words: str) -> bool:
    """Whether a lead-in announces the measures of a paper: 主要有六项措施:."""
    return words.endswith(":") and _LISTED.match(words) is not None


def is_listed(words: str) -> bool:
    """Whether a sentence starts with the label of an item."""
    return _ITEM.match(words) is not None


def states_a_rule(words: str, genre: Genre) -> bool:
    """Whether a sentence tells what another document lays down, or, in a reply, what is asked of the whole country."""
    if ("《" in words or "号" in words) and _RULE_OF_ANOTHER.match(words) is not None:
        return True
    if genre in _RETELLS and _FROM_ABOVE.match(words) is not None:
        return True
    return genre is Genre.PROPOSAL_REPLY and (
        _OF_THE_COUNTRY.match(words) is not None
        or _CONDITIONS.match(words) is not None
        or _MEETING_ABOVE.match(words) is not None
    )


def states_a_rule_of_the_state(words: str) -> bool:
    """Whether a sentence tells what the state has laid down."""
    return _STATE_RULE.match(words) is not None


_OF_MEASURES = re.compile(
    r"(?:出台|推出|印发|发布|制定|实施|亮出|打出)[^。]{0,40}(?:\d{1,2}|[一二两三四五六七八九十]{1,3})[条项个大](?:具体|硬核|政策|重点|惠企)*"
    r"(?:措施|举措|意见|政策|办法|规定|实招)"
)
_ENDS_WITH_PAPER = re.compile(
    r"(?:出台|推出|印发|发布|制定|下发)(?:了|实施)?[^。;《》]{0,16}《[^《》]{4,80}》(?:\([^()]{2,30}\))?。$"
)


def is_headline_of_measures(title: str) -> bool:
    """Whether a headline says that measures were issued: 某县出台扶持农户八条措施."""
    return _OF_MEASURES.search(title) is not None


def ends_with_a_paper(words: str) -> bool:
    """Whether a sentence ends with the paper that was issued, so that the next ones tell what it says."""
    return words[-1:] == "。" and _ENDS_WITH_PAPER.search(words) is not None


def presents_measures(words: str) -> bool:
    """Whether a sentence of a briefing opens a list of measures of the paper that it presents."""
    return _PRESENTED.match(words) is not None
