"""Headlines, which tell what somebody did, where a title says what a paper is."""

from __future__ import annotations

import re

_RULES = re.compile(
    r"(?!.*(?:关于|印发|转发|《))[^《]{2,40}?(?:采取|出台|推出|首创|发布(?!管理|工作|制度|会|办法|平台|服务|规定|审核))"
    r"[^《]*(?:措施|规范|标准|指引|指南|政策|举措|办法|意见|方案|规定)$"
    r"|(?!.*(?:关于|《))[^《]{2,40}?(?:下发|印发|发布|公布)(?:了)?(?:意见|通知|方案|公告|通告|文件|办法|规定)[^《]{0,30}$"
    r"|(?!.*(?:关于|《))[^《]{2,60}?(?:调研|检查|考察|督导|督查|走访|会见|主持)[^《]*(?:强调|指出|要求)"
)
"""Rules that somebody made (某区发布全行业节水规范), or what was demanded on a visit."""
_PAPER = re.compile(r"(?!.*关于)[^《]{2,30}(?:印发|出台|发布|公布|推出|实施)(?:了)?《[^》]{4,60}》$")
_NAMED = re.compile(r"《[^《》]*》")
_NO_DEED = re.compile(r"关于|通知|公告|方案|办法|意见|报告|总结|汇报|规划|要点|答复|函$|(?:计划|情况)$")
_DEED = re.compile(
    r"召开|举行|举办|开展|启动|开工|竣工|投用|调研|督导|检查|坚持|推进|加强|通报|介绍|获评|荣获|入选|增长|突破|超额|印发|出台"
    r"|部署|推广|推行|推出|开通|开辟|上线|优化|保障|支持|助力|免收|恢复|提供|实施|要求|督办|引领|护航|筑牢|打赢|助推|抗击|在行动"
    r"|亮点$|动态$|纪实$|侧记$|:|\d[\d.]*(?:%|[万亿余多]?[个项家人亿元])"
)
"""What a headline tells that somebody did, and no title of a paper says."""


def tells_of_rules(title: str) -> bool:
    """Whether a folded title, or its first part, tells of rules or demands: 三部门联合印发通知, 副县长检查时强调…."""
    return any(_RULES.match(words) for words in ("".join(title.split()), *title.split()[:1]))


def tells_of_a_paper(title: str) -> bool:
    """Whether a folded title without white space tells that a paper was issued: 某省印发《…规划》."""
    return _PAPER.match(title) is not None


def is_title_of_paper(title: str) -> bool:
    """Whether a folded title without white space says what a paper is: 2030年节水工作要点."""
    return _NO_DEED.search(_NAMED.sub("", title)) is not None


def tells_of_a_deed(title: str) -> bool:
    """Whether a folded title without white space tells what somebody did: 三座水厂开工."""
    return _DEED.search(title) is not None
