"""Where a heading ends that stands without a mark before its text: 一、调查情况经现场查看,水管破裂.

It ends where it reads like a heading (…情况, …的问题) and words follow that open a sentence; nothing is guessed, since
a heading that is too long is worse than none.
"""

from __future__ import annotations

import re

from extract.lexicon import words
from extract.patterns import HAN

_WORDS = re.compile(r'(?>(?:"[^"\n]{1,80}"|《[^《》\n]{1,80}》|[^。!?;:,"《\s])*)')
_ABOUT = re.compile(r'[ ]*(?:关于|对于|针对)(?>(?:"[^"\n]{1,120}"|《[^《》\n]{1,80}》|[^。!?;:"《\s])*)')
"""The words of a heading that says what it is about may hold commas."""
_READS = re.compile(
    rf"(?P<noun>{'|'.join(words('heading_nouns', 'word'))})"
    rf"(?=(?:{'|'.join(words('sentence_openings', 'pattern'))})|[{HAN}]{{2,4}}(?P=noun):)"
)
"""The noun at the end of a heading, before the opening of a sentence."""
_WHOLE = re.compile(
    rf"""
    [ ]* (?: (?:基本|调查|核查|核实|调查核实|处理|调查处理|核实处理|处置|整改|办理|检查|现场核查)
        (?:情况|意见|结果|结论)
      | 下一?(?:步|阶段) (?:的|工作)? (?:打算|计划|安排|措施|要求|建议) | 存在的?(?:主要)?问题
      | 下一?(?:步|阶段) (?:的|主要|重点)*工作 (?= 我们?[省市县区州局委院校厅队镇乡]?(?:将|要|会|拟|计划|继续) ) )
    (?= [{HAN}] )
    (?! [的和与及或] | [^。;]{{0,2}}(?:好|差|稳定|复杂|属实|清楚|明[确了晰]|不[明清]|如下|以下|下列)
      | 说明 | 汇报 | 介绍 | 通报 | 反馈 | 报告 | 统计 | 分析 | 评估 | 公示 | 公[布告] | 一览 | 表 | 书 | 函 | 是 | 为
      | [已应将须要由请] | 进行 | 予以 | 上报 | 告知 | 作为 | 在[^,。;]{{0,12}}(?:公布|公示|反馈) )
    """,
    re.VERBOSE,
)
"""Words that are a heading by themselves where they stand right behind an ordinal: 一、基本情况该小区建于…."""
_LEAST = 4
"""Characters of a heading at least, with its noun."""
_OPENING = 80
"""Characters of a sentence's opening that may have to be read behind a heading."""


def heading_end(folded: str, start: int, end: int) -> int | None:
    """Where the heading from `start` ends without a mark, no further than `end`; None where nothing tells."""
    whole = _WHOLE.match(folded, start, end)
    if whole is not None:
        return whole.end()
    about = _ABOUT.match(folded, start, end)
    match = about or _WORDS.match(folded, start, end)
    stop = match.end() if match else start
    for noun in _READS.finditer(folded, start, min(end, stop + _OPENING)):
        if noun.end() > stop:
            break
        if noun.end() - start >= _LEAST:
            return noun.end()
    return None
