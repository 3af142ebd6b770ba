"""Labels and values with which a page describes its document: 索引号, 发文字号, 成文日期 (pure)."""

from __future__ import annotations

import re
from functools import cache

from ingest.rules import rows

_SPACE = re.compile(r"\s+")
_COLON = re.compile(r"[：:]")
_BRACKETS = str.maketrans("", "", "[]【】［］〔〕")
_HAN_ONLY = re.compile(r"[\u4e00-\u9fff]{2,8}")
_LONGEST_LABEL = 20
_LONGEST_LINE = 200
_NEXT = re.compile(r"[\s|｜\xa0]{1,}(?=[^\s：:|]{2,10}[：:])")


@cache
def _labels() -> dict[str, str]:
    """Each known label and what it speaks of: the document, or the page."""
    return {label: kind for label, kind, *_ in rows("metadata_labels.tsv")}


def is_label(words: str) -> bool:
    """Whether words are a known label: 索 引 号：, [发文字号], 成文日期."""
    return len(words) <= _LONGEST_LABEL and _bare(words) in _labels()


def looks_like_label(words: str) -> bool:
    """Whether words could be a label that is not known: short, and nothing but Han characters."""
    return _HAN_ONLY.fullmatch(_bare(words)) is not None


def is_of_page(line: str) -> bool:
    """Whether a line says something of the page rather than of the document: 浏览次数：120."""
    return _labels().get(_bare(_COLON.split(line, maxsplit=1)[0])) == "page"


def _bare(words: str) -> str:
    """A label without white space, brackets and colon."""
    return _SPACE.sub("", words).translate(_BRACKETS).rstrip("：:")


def has_label(words: str) -> bool:
    """Whether a line begins with a label and a colon: 发布时间：2024-05-06."""
    colon = _COLON.search(words[: _LONGEST_LABEL + 1]) if len(words) <= _LONGEST_LINE else None
    return colon is not None and is_label(words[: colon.end()].strip())


def pair(label: str, value: str) -> str:
    """A label and its value as one line; a colon joins them where the label has none."""
    label = label.strip()
    return f"{label}{'' if label.endswith(('：', ':')) else '：'}{value.strip()}"


def split_pairs(words: str) -> list[str]:
    """A line of several labels with values, cut before each label: 来源：甲市政府 发布时间：2024-05-06."""
    lines: list[str] = []
    for part in _NEXT.split(words):
        if lines and not has_label(part):
            lines[-1] += " " + part
        else:
            lines.append(part)
    return lines
