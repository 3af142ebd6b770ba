"""What a document tells of the rules of others: of another paper, of the state, of a meeting above."""

from __future__ import annotations

import re

from corpus import Genre
from extract.patterns import ORDINAL
from extract.statements.judged import Setting

_STATE_RULE = re.compile(r"(?:根据[^,。]{2,20}精神,)?国家(?:明确)?规定(?!的)")
"""What the state has laid down, in a document of those below it: 国家规定每户补助1万元."""
_RULE_OF_ANOTHER = re.compile(
    ORDINAL
    + r"""
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
_NO_SOURCE = r"(?!(?:按照?|根据|依据|依照|遵照|参照|对照|落实|贯彻|执行|符合|为))"
"""What stands here is no paper by which something else is done: 按照某政发[2020]5号文件要求,我局…."""
_NUMBERED_PAPER_SAYS = re.compile(
    rf"{ORDINAL}{_NO_SOURCE}(?:(?:在|对于?|针对|就|关于|围绕)[^。;,《》]{{2,40}},|(?:同时|另外|此外|其中),)?{_NO_SOURCE}"
    r"[一-龥]{2,14}[\[(](?:19|20)\d{2}[\])]第?\d{1,5}号(?:文件?|通知|意见)?(?:中|还|也|都|又|已|再次|进一步)*(?:明确)?"
    r"(?:要求|提出|规定|指出|强调|明确)(?!的|了?(?:我|以下|如下)|[^。]{0,12}后,)"
)
"""某政发[2020]5号文件提出,…: a paper that is called by its number alone says what is to be done."""
_UNTITLED = ("纪要", "批复", "复函", "文件")
"""Papers that are told of without a title."""
_MINUTES_SAY = re.compile(
    rf"{ORDINAL}{_NO_SOURCE}(?:[^,。;《我]{{2,24}}[时后中],)?{_NO_SOURCE}[^,。;《我本]{{0,24}}(?:(?:会议)?纪要|批复|复函|文件)"
    r"(?:中|已|也|均|都|还)*(?:明确)?(?:明确|要求|规定|议定|指出|提出)(?!的|了?我|[^,。;]{0,16}(?:后|精神),)"
)
"""市政府专题会议纪要明确收益优先用于…: what a meeting of those above has laid down."""
_LAWS_HAVE_IT = re.compile(
    rf"{ORDINAL}{_NO_SOURCE}(?:国家|上级|(?:国家|现行|有关|相关)?(?:法律法规|政策)|(?:国家|现行|有关)?(?:《[^《》]{{2,60}}》[、和及]?){{1,4}}|[一-龥]{{2,20}}(?:法|条例|办法))(?:等(?:法律|法规|文件|规定){{0,2}})?"
    r"(?:中)?(?:已|也|都|均)?对[^,。;]{2,40}(?:也|已|都|均)?(?:有|作出|做出|作了|做了)了?(?:明确|严格|具体|专门|详细|相应)的?规定[,:](?![^。;]*(?:我[局厅委部院省市县区们]|正在|目前|已经))[^。]{6,}"
)
"""《…法》《…条例》等对划定有明确规定,…不得…: papers that lay down what is told behind them."""
_OF_THE_COUNTRY = re.compile(r"(?:到20\d\d年,?)?(?:全国|中国|我国)(?:必须|应|要(?!求|想))")
"""到2030年,全国要建成…: a target of the state in the answer of an office below it."""
_RETELLS = frozenset({Genre.PROPOSAL_REPLY, Genre.PRESS_BRIEFING, Genre.OTHER})
"""Kinds of documents that retell what others lay down."""
_FROM_ABOVE = re.compile(
    r"(?:[^,。;]{0,12},)?(?:国家|上级|省里|部里|中央|(?:国家|省级|法律|政策|制度|顶层)层面|(?:有关|相关|现行)?(?:法律法规|法律|政策文件)"
    r"|现行[^,。;《]{0,12}(?:规定|政策|办法|标准))(?:已|也|都|均|对此)*(?:明确|明令|统一)?(?:规定|要求|明确|禁止)(?!的|了?我|下|[^,。;]{0,8}(?:文件|精神))"
    r"|(?:根据|按照?|依据|依照)(?:国家|上级|现行|有关|相关|法律)[^,。;《]{0,16}(?:规定|法律法规|政策|要求),(?!我|[^。;]*(?:将|已|我[局委厅部市县区省]))[^。;]{2,60}"
    r"(?:不得|不允许|应当|必须|须[由经在按持]|应[由经按]|需经|禁止|方可)"
    r"|[^,。;《]{0,10}(?:一号文件|党的[一二]十[一-九]?大(?:报告)?|[一二三四五六七]中全会|(?:[省市县区州]委|中央|全国)[^,。;《]{0,12}(?:全会|会议)|政府工作报告)"
    r"(?:也|已|均|再次|明确|还)*(?:提出|要求|强调|指出),?(?:各[^,。;]{1,10})?(?:要(?!求)|必须|应当|加快|推进|坚持)"
    r"|(?:国务院|国家[一-鿿]{1,10}[局委署部]|[一-鿿]{2,10}(?:部|总局|署)|省[一-鿿]{0,8}[厅局委办])(?:等[^,。;]{0,6})?(?:已|也|均)?(?:明确|明令)(?:规定|要求|禁止)"
    r"|(?:国务院|国家[一-鿿]{1,10}[局委署部]|(?!按照|根据|落实|贯彻|依据)[一-鿿]{1,8}(?:(?<![支干乐门])部(?!署|门|分|队)|总局|(?<!部)署))(?:等[^,。;]{0,6})?(?:也|还|均|都)?要求,"
    r"|(?:[^,。;]{0,6},)?(?:国务院|国家[一-鿿]{1,10}[局委署部]|(?!按照|根据|落实|贯彻|依据)[一-鿿]{1,6}(?:(?<![支干乐门外内])部(?!署|门|分|队)|总局))[^,。;《我已]{2,24},(?:明确)?要求(?=各|全|\d|到|所有|在)"
)
"""国家层面明确,…不得…: what is laid down above, without a paper's name.

Of a meeting or a report only what it lays on all: 全会提出,要…. What else one said is news in most texts.
"""
_MEETING_ABOVE = re.compile(
    r"(?:[^,。;《]{0,12},)?(?:党的|中共)?(?:[一二三四五六七八九十]{1,3}大(?:报告)?|[一二三四五六七八九十]{1,3}届[一二三四五六七八九]中全会(?:决定|公报|精神)?"
    r"|(?:党?中央|全[国省市县区州]|[省市县区州]委?)[一-龥]{0,14}(?:会议|全会|党代会)|[省市县区州]?(?:政府)?工作报告|(?:中央|省委|市委)一号文件)(?:中)?"
    r"(?:也|都|又|再次|均|就[^,。;]{2,20})*(?:明确)?(?:要求|提出|强调|指出|明确)(?!了?我|的)[,:]?(?![^。]*(?:我[局厅委部]|为此|对此|下一步))"
)
"""党的十九大报告提出加快…, 省农村工作会议要求,…: what a meeting said, in the answer of an office below it.

There it counts without a word of duty too, unless the office goes on with what it did itself (对此,我局…).
"""
_OF_ALL = re.compile(
    ORDINAL + r"(?:[^,。;《]{0,12},)?(?:党的|中共)"
    r"(?:[一二三四五六七八九十]{1,3}大|[一二三四五六七八九十]{1,3}届[一二三四五六七八九]中全会)(?:报告|决定|公报|精神)?中?(?:也|还|又|再次|均|明确)*"
    r"(?:强调|提出|指出|要求|明确),?(?:要(?!求)|必须|应当)(?![^。]*我[局厅委部省市县区州们])"
)
"""党的十九大报告强调要…: what is laid on all, in a paper that goes on to its own matter."""
_CONDITIONS = re.compile(
    r"[^,。;我]{0,24}(?:项目|选址|资金|申报|立项|补助对象|补贴对象)[^,。;我]{0,10}(?:要|须|需要?|必须)"
    r"(?:同时|首先)?(?:满足|符合|具备)(?![^。]*(?:我[局们委厅]|将|下一步|已|经核))"
)
"""水站选址要满足水源稳定…: conditions that those above lay down, in an answer that names no paper."""


def states_a_rule(words: str, setting: Setting) -> bool:
    """Whether a sentence tells what another document lays down, or, in a reply, what is asked of the whole country."""
    if ("《" in words or "号" in words) and _RULE_OF_ANOTHER.match(words) is not None:
        return True
    if ("党的" in words or "中共" in words) and _OF_ALL.match(words):
        return True
    if setting.replies and _names_what_rules(words):
        return True
    if setting.genre in _RETELLS and _FROM_ABOVE.match(words) is not None:
        return True
    return setting.replies and (
        _OF_THE_COUNTRY.match(words) is not None
        or _CONDITIONS.match(words) is not None
        or _MEETING_ABOVE.match(words) is not None
    )


def _names_what_rules(words: str) -> bool:
    """Whether a sentence opens with a paper called by its number, or with laws, and what these lay down."""
    if "号" in words and _NUMBERED_PAPER_SAYS.match(words) is not None:
        return True
    if any(paper in words for paper in _UNTITLED) and _MINUTES_SAY.match(words) is not None:
        return True
    return "规定" in words and _LAWS_HAVE_IT.match(words) is not None


def states_a_rule_of_the_state(words: str) -> bool:
    """Whether a sentence tells what the state has laid down."""
    return _STATE_RULE.match(words) is not None
