"""Days and months that come again each year under a name: 3月22日“世界水日”, 6月安全生产月."""

from __future__ import annotations

import re

from corpus import Span

_NAME = re.compile(
    r"""
    [ ]? "? (?: 第[一二三四五六七八九十\d]{1,4}个 )? "?
    (?: (?: 全民 | 全国 | 世界 | 国际 | 中国 ) [一-鿿]{1,8}? (?: 日 | 节 | 周 | 月 )
      | [一-鿿]{2,8}? (?: 宣传 | 活动 | 纪念 | 教育 | 安全 | 生产 | 健身 | 阅读 ) (?: 日 | 周 | 月 )
      | (?: 国庆 | 元旦 | 劳动 | 青年 | 教师 | 护士 | 警察 | 建军 | 植树 | 妇女 ) 节 )
    (?! [前后之以] | 内 | 底 | 间 )
    """,
    re.VERBOSE,
)


def is_named_day(text: str, span: Span) -> bool:
    """Whether a day or month of folded text, without a year, has the name behind it under which it comes each year."""
    return text[span.end - 1 : span.end] in ("日", "月", "号") and _NAME.match(text, span.end) is not None
