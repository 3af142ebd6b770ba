"""Where the last character of what could be a name is part of another word: 财政部|门, 会议, 政府采购."""

from __future__ import annotations

_NOT_AFTER = {
    "部": "门队署分位级件下属委落首长际",
    "局": "面部势限域座长",
    "委": "员托任派屈",
    "办": "理法事公案学好成结件证税实复",
    "会": "议同计员诊",
    "院": "校士长内外前感落",
    "府": "直各采网债投信部专储购门令补预绩性主",
    "室": "内外温友",
    "所": "有在得需谓属以",
    "处": "理置于方罚分境",
    "社": "会区保",
    "馆": "藏",
    "署": "名长",
    "大": "代常会数力学型量",
    "协": "同会商调作议助商力",
    "心": "理得愿脏血",
    "关": "于系键注口心",
    "门": "诊槛户票店",
    "厅": "级长",
    "队": "长员伍列",
}
"""The character after a name that makes its last one part of another word: 财政部|门, 教育部|署."""


_DOES = ("下发", "下达", "下设", "下拨", "部署")
"""What a body does, though its first character could end a word with it: 指挥部|下发, 县政府|部署."""

_ALLOWANCE = "特殊津贴"
"""What some get for merit, named after the government that pays it: 国务院政府|特殊津贴."""
_STAFF_OF_STATE = "国家机关", "工作人员"
"""Those who work for the state, who are no body."""


def goes_on(text: str, end: int) -> bool:
    """Whether the character at `end` makes a word of the one before it; 部门 is one already."""
    if text.startswith(_DOES, end):
        return False
    if text.startswith(_STAFF_OF_STATE[1], end) and text.endswith(_STAFF_OF_STATE[0], 0, end):
        return True
    if text.startswith(_ALLOWANCE, end):
        return True
    return text[end] in _NOT_AFTER.get(text[end - 1], "") and not text.endswith("部门", 0, end)
