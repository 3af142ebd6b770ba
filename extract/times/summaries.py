"""Papers that account for work done, by their titles: 某局2030年工作总结."""

from __future__ import annotations

import re

from extract.times.reported_years import year_of_heading

_SUMMARY = re.compile(
    r"(?:总结|小结|年度(?:工作)?报告|年报|(?:工作|任务|目标)(?:完成|开展|落实|推进|进展)?情况(?:的?汇报)?"
    r"|(?:建设|工作|落实|推进|开展|整改|办理)(?:完成|开展|落实|推进|进展)?情况的?(?:报告|汇报))"
    r"(?:[^》]{0,20}(?:计划|打算|安排|要点|思路|任务|谋划|重点))?$"
)


def is_summary(title: str) -> bool:
    """Whether a paper accounts for work done: 某局2030年工作总结, alone or 和2031年工作计划."""
    return _SUMMARY.search(title.strip()) is not None


def year_of_summary(title: str) -> int | None:
    """The one year that a summary accounts for by its folded title; None if it is no summary."""
    return year_of_heading(title) if is_summary(title) else None
