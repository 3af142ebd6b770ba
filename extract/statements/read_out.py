"""A paper told to the press point after point: where a speaker begins with its contents, and where they end."""

from __future__ import annotations

import re

_KIND = r"(?:方案|意见|办法|条例|规定|规划|计划|细则|通知|决定|纲要|指南|措施|政策|文件|标准|规范|清单|公告|通告)"
_COUNT = r"(?:[一二两三四五六七八九十]{1,3}|\d{1,2}|几|多)"
_ANNOUNCES = re.compile(
    rf"(?:^|[,。:])(?:下面|首先|接下来|现在|我)[^。;]{{0,12}}(?:就|把|将|对|围绕|介绍|通报|解读|说明)[^。;]{{0,24}}{_KIND}[》\"]?[^,。;]{{0,6}}"
    r"(?:主要|核心|具体|重点|有关|相关)*(?:内容|规定|要点|举措|措施|条款|框架)[^。;]{0,20}[。:]$"
    rf"|{_KIND}[》\"]?[^。;\d]{{0,14}}(?:主要|核心|具体|重点)的?(?:内容|举措|措施|规定|亮点|特点|变化|任务|条款)"
    rf"[^。;]{{0,16}}(?:{_COUNT}[个条项大点]|以下|如下)[^。;]{{0,12}}[。:]$"
    rf"|(?<![0-9一-龥])(?:这|此|本|该)?(?:次|份|个|部)?的?[^,。;:《已了]{{0,12}}(?:《[^《》]{{2,60}}》|{_KIND}),?(?:一共|总共|共|主要|分为?|包括|具体|从|聚焦|围绕|明确|提出|规定)+"
    rf"[^。;]{{0,40}}(?:{_COUNT}[个条项章部大])[^。;]{{0,20}}:$"
    rf"|{_KIND}[》\"]?[^。;]{{0,30}}(?:有|分|是|含|从){_COUNT}个?(?:大)?(?:方面|部分|条|章)的?(?:主要|具体)?(?:内容|措施|举措|规定)?[。:]$"
    rf"|{_KIND}[》\"]?[^。;\d]{{0,8}}(?:有|体现|突出|呈现)出?了?(?:以下|如下|{_COUNT}个?(?:大|方面)?)[^。;,]{{0,8}}(?:特点|亮点|变化|突破|创新)[^。;,]{{0,8}}[。:]$"
    r"|(?:主要|核心|具体|重点)(?:的)?内容(?:可以)?(?:概括|归纳|包括|包含|体现|涉及|分)[^。;]{0,24}[:。]$"
)
"""下面我就方案的主要内容作一介绍。, 这次的办法一共十条,主要有以下几个方面:."""
_THROUGH = re.compile(
    r"(?:介绍|通报|汇报|说|讲|解读|发布)(?:就|先|到)*(?:到?这里|到?这些|到此|完毕|完了)|谢谢大家|^谢谢[。!]"
    r"|^(?:下一?步|下一?阶段|接下来|今后)|(?:制定|出台|起草|编制|修订|印发)[^,。;]{0,12}(?:背景|过程|目的|意义|考虑)"
    r"|^(?:为了?|围绕)?(?:贯彻|抓好|做好|推动|确保)[^,。;]{0,8}(?:落实|落地|实施)[^。;]{0,30}我(?:们|[省市县区局委])"
)
"""What ends it: the speaker is through, or turns to what is next, or to how the paper came about."""
_ACCOUNT = re.compile(
    r"(?<!自)已(?!婚|知|[^,。;]{1,10}的(?!是|\d))|截至|目前(?!低于|高于|尚未|没有|未)|(?:^|[,;])(?:现在|近年来|去年|今年以来|以来)(?!改|起)[^,。;]{0,24}(?:是|有|为|达|约|多数|占|下降|增长)"
    r"|累计(?!结余|[^,。;]{0,12}(?:不|超过|以上|满|的))|同比|(?:发放|惠及|完成|受理|办结|查处|建成)了?\d"
)
"""Work done and the state of things, told between the points."""
_LAYS_DOWN = re.compile(
    r"(?:以[上下内]|满|未|符合|超过|属于)[^,。;]{0,12}的,"
    r"|(?:^|[,。;:的])(?:[^,。;:]{0,30})(?:可(?:以)?(?![能见持靠])|应当|必须|不得|不再|不予|须(?!知)|按照?|给予|予以|享受|由[^,。;]{2,20}(?:负责|承担|确定|办理)|统一|降至|调整[为至]|延长[至到]"
    r"|提高[至到]|下调|改[为成]|比例|标准|期限|享|免)"
)
_ASKS = re.compile(
    rf"(?:{_KIND}|新规|规则)[^。?]{{0,40}}(?:有(?:哪些|什么|何)(?!进展|成效|打算|考虑|背景|意义)|(?:包括|明确|规定|提出|作出|做出|作了|做了|体现|涉及)(?:了)?[^。?]{{0,10}}(?:哪些|什么|怎样|如何)"
    r"|(?:是)?(?:怎么|怎样|如何)(?:规定|界定|安排|要求|考虑)的?|主要内容|具体(?:内容|规定|措施|举措)|意味着什么)"
    r"|(?:调整|变化|改革|新政)[^。?]{0,30}意味着什么"
)
"""办法对小微企业有哪些支持?: a question for what a paper lays down."""
_OTHER = re.compile(r"进展|成效|效果|落实|推进|落地|执行得?如何|下一?步|打算|背景|初衷|为什么|为何")
"""What else may be asked about it."""
_FORESEES = re.compile(r"(?:^|[,;])(?:初步|据)?(?:测算|预计|估算|预测|估计)")


def announces_contents(words: str) -> bool:
    """Whether a speaker announces that he tells what a paper lays down."""
    return _ANNOUNCES.search(words) is not None


def is_through(words: str) -> bool:
    """Whether a speaker has ended with the contents of a paper."""
    return _THROUGH.search(words) is not None


def is_account(words: str) -> bool:
    """Whether a sentence amid them tells how things stand."""
    return _ACCOUNT.search(words) is not None


def lays_down(words: str) -> bool:
    """Whether a sentence of an answer tells a rule in so many words: 灵活就业人员可以自主选择."""
    return _LAYS_DOWN.search(words) is not None


def asks_for_contents(words: str) -> bool:
    """Whether a journalist asks what a paper lays down, and not how far it was carried out."""
    return _ASKS.search(words) is not None and _OTHER.search(words) is None


def foresees(words: str) -> bool:
    """Whether a sentence amid them tells what is reckoned with: 预计每年减轻负担三亿元."""
    return _FORESEES.search(words) is not None
