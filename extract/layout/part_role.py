"""What a paragraph is within an official document, after GB/T 9704-2012, 7.2 to 7.4."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a paragraph is."""

    BODY = "body"
    METADATA = "metadata"  # the page's block of labels and values
    TITLE = "title"  # also its repetition and the line that names occasion and speaker
    NUMBER = "number"  # 发文字号
    ADDRESSEE = "addressee"  # 主送机关
    CONTENTS = "contents"  # a table of contents
    PAPERS = "papers"  # 附件说明: the list of attached papers
    SIGNATURE = "signature"  # 发文机关署名
    DATE = "date"  # 成文日期
    NOTE = "note"  # 附注: (此件公开发布)
    IMPRINT = "imprint"  # 版记: 抄送, 印发
