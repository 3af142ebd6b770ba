"""What answers to letters say that states nothing: what the writer said, who has the letter, whom to ask, reasons."""

from __future__ import annotations

import re

_WRITER = r"(?:网友|网民|来信人|投诉人|信访人|反映人|诉求人|发帖人|留言人|来电人|举报人|该?(?:市民|居民|群众|业主))"
_WRITER_SAYS = re.compile(
    rf"(?:[^,。;]{{0,24}}(?:,|核实))?{_WRITER}[^,。;:]{{0,12}}?(?:称|反映|认为|诉称|质疑|担心|自述|表示不满|投诉)(?!的[^,。;]{{2,40}}(?:已|我))"
    r"(?![^。]*(?:我[局委厅镇乡办公司们区县市街院校]|经查|经核|立即|已))"
)
"""网友称,其为某小区住户,…: what the one who wrote said."""
_GOES_ON = re.compile(r"(?:请求|希望|恳请|要求|呼吁|盼望|建议)(?!书)")
"""请求有关部门…: how that goes on."""
_PASSED_ON = re.compile(
    r"(?:[^。;]{0,30}(?:反映|咨询|投诉|提|留言)[^。;]{0,40}(?:问题|情况|事项|留言|诉求|意见)|您的(?:留言|来信|来函))?,?[^,。;]{0,8}"
    r"已(?:经)?(?:转|交|移交|批转)[^,。;]{2,30}(?:核实|办理|处理|核处|核查|办复|调查|研究)"
    r"(?:[、和并](?:核实|办理|处理|回复|答复|办复|调查)){0,2}(?:,(?:非常|再次)?感谢[^,。;]{2,30})?[。;]?$"
)
"""您反映的问题已转县水务局调查处理。: a note of the letter box."""


def tells_of_writer(words: str, *, going_on: bool) -> bool:
    """Whether a sentence of a letter repeats what the writer said; `going_on`: the one before did."""
    return _WRITER_SAYS.match(words) is not None or (going_on and _GOES_ON.match(words) is not None)


def was_passed_on(words: str) -> bool:
    """Whether a sentence only says to whom the letter was passed on."""
    return _PASSED_ON.match(words) is not None


_REFERS = re.compile(
    r"(?:如|若|倘|对)[^。;]{0,60}(?:请|可|欢迎|建议)(?:您|你)?(?:们)?[^。;]{0,40}(?:拨打|联系|致电|来电|来访|咨询|查询|登录|反映|投诉|举报|面谈)(?![^。]*我(?:们|[局委厅部办镇])(?:将|会))"
    r"|(?:[^。;]{0,60},)?(?:请|建议|欢迎|恳请)(?:您|你|广大[^,。;]{1,8})们?[^。;]{0,60}(?:拨打|联系|致电|来电|来访|咨询|查询|登录|反映|投诉|申诉|举报|监督|意见|建议|谅解|理解|走走|放心|关注|参与)"
    r"|(?:[^。;]{0,40},)?(?:您|你)们?(?:还|也)?(?:可以?|如需|如果)[^。;]{2,80}"
    r"|(?:同时|最后|,)*欢迎[^。;]{2,30}(?:意见|建议|监督|咨询|来电)[^。;]{0,8}[。;!]"
)
"""如有疑问,请拨打…咨询; 您可以向…申请: whom the writer may turn to."""


def refers(words: str) -> bool:
    """Whether a sentence of a letter only tells the writer whom to turn to, or asks for understanding."""
    return _REFERS.match(words) is not None


_EXPLAINS = re.compile(
    r"(?<![一二三四五六七八九十还但于凡])是(?!否)|(?:^|,)(?:因|由于|如(?!期)|若|鉴于|但|而且?|所以|并非)|建议|认为|表示|希望"
    r"|(?<!从)(?:未|没有|无(?!障碍|偿|人机|线|公害|烟))|(?<!折)不(?!断|折|遗余力|同|再|仅|低于|超过|少于|定期|间断|得|予|高于)|可能|会(?!议|同|计|员|费|上|展|场|商|谈|审|签|办)|属(?!地|实)于?|位于|原因"
)
"""What a letter gives reasons with, weighs or denies, and no deed is told by."""


def explains(words: str) -> bool:
    """Whether a sentence of a letter that has no word of tense explains, and tells no deed."""
    return _EXPLAINS.search(words) is not None
