"""Centres that are built or awarded, which are named as offices are: 市某某服务中心项目, 省级技术创新中心."""

from __future__ import annotations

import re

_FACILITY = re.compile("等?(?:项目|工程|建设|建成|大楼|主体|选址|[一二三]期|投用)")
_BUILT = ("建设", "建成", "新建", "打造", "改造", "扩建", "创建", "培育", "认定", "建好")
_PLATFORMS = ("工程研究中心", "技术研究中心", "创新中心", "设计中心", "医学研究中心")
"""Centres that are built or awarded, and are no offices: 市某某服务中心项目, 建设市级指挥中心."""


def is_facility(text: str, start: int, end: int) -> bool:
    """Whether the centre named at `text[start:end]` (folded) is what is built or awarded, and no office."""
    built = text.endswith(_BUILT, 0, start) or _FACILITY.match(text, end) is not None
    return built or text.endswith(_PLATFORMS, 0, end)
