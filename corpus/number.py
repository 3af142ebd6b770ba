"""Numbers that identify: 发文字号 of a document, the number of a proposal."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BRACKETS = r"[〔\[［【(（﹝〕\]］】)）﹞]"

_DOCUMENT_NUMBER = re.compile(
    rf"""
    (?P<code>[一-鿿]{{1,24}}?)           # 机关代字: 国办发, 渝府办发, 建提复字
    \s*{_BRACKETS}\s*                    # any bracket: real pages use 〔 [ ( 【 ﹝ and close with another
    (?P<year>(?:19|20)\d{{2}})
    \s*{_BRACKETS}\s*
    第?\s*                               # the standard forbids 第, replies write it all the same
    0*(?P<serial>\d{{1,5}})
    \s*号
    """,
    re.VERBOSE,
)
# 南川府发〔2022〕18号 · 建提复字〔2023〕第29号 · 宁政发[2006)275号

_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """发文字号: code of the office, year, serial. `parse` and `str` are inverse on the normal form.

    Source: GB/T 9704—2012, 7.2.5.
    """

    code: str
    year: int
    serial: int

    @classmethod
    def find(cls, text: str) -> DocumentNumber | None:
        """The first number in `text` in any of the forms met in practice; None if there is none."""
        match = _DOCUMENT_NUMBER.search(text.translate(_DIGITS))
        if match is None:
            return None
        return cls(match["code"], int(match["year"]), int(match["serial"]))

    @classmethod
    def parse(cls, text: str) -> DocumentNumber:
        """The number that `text` is.

        Raises:
            ValueError: if it is none.
        """
        match = _DOCUMENT_NUMBER.fullmatch(text.translate(_DIGITS).strip())
        if match is None:
            msg = f"not a document number: {text!r}"
            raise ValueError(msg)
        return cls(match["code"], int(match["year"]), int(match["serial"]))

    def __str__(self) -> str:
        return f"{self.code}〔{self.year}〕{self.serial}号"


_PROPOSAL_NUMBER = re.compile(
    r"""
    (?: [A-D]\s*类\s* )?                  # how it is answered, A to D, is no part of the number
    (?: [〔\[【(（]\s*(?P<year>(?:19|20)\d{2})\s*[〕\]】)）]\s*第?\s*(?P<of_year>\d{1,5})\s*号?
      | 第?\s*(?P<before>(?:19|20)\d{2})\s*[-—–－]\s*(?P<behind>(?!(?:19|20)\d{2}(?!\d))\d{1,5})\s*号?
      | 第?\s*[〔\[【(（]?\s*[A-Z]{0,3}(?P<digits>\d{1,10})\s*[〕\]】)）]?\s*号?   # leading zeros belong to it
    )
    (?:\s*[（(]\s*
      (?P<topic>[一-鿿]{1,12})           # the subject class: 医疗卫生类
      (?P<serial>\d{1,5})号?
    \s*[）)])?
    (?: \s*[（(]?\s*[A-D]\s*类\s*[）)]? )?
    """,
    re.VERBOSE,
)
# 第12050401号 · 第4626号 · 第02403号（医疗卫生类173号） · 2021-023 · 〔2021〕第023号 · 第W2021023号 · B类第23号

_YEAR_FIRST = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<serial>\d{2,5})")
_WIDTHS = (1, 2, 3, 4)
"""Offices write the same number with zeros before it or without."""


@dataclass(frozen=True, slots=True)
class ProposalNumber:
    """Number of a 提案 or 建议: the digits as written, and the number within its subject class where given.

    `parse` and `str` are inverse on the normal form.

    Attributes:
        digits: the number, without the year where a mark parts the two.
        topic: subject class.
        serial: number within that class.
        year: the year that is written before it: 2021-023, 〔2021〕第023号.
    """

    digits: str
    topic: str | None = None
    serial: int | None = None
    year: int | None = None

    @classmethod
    def parse(cls, text: str) -> ProposalNumber:
        """The number that `text` is, in any of the forms met in practice.

        Raises:
            ValueError: if it is none.
        """
        match = _PROPOSAL_NUMBER.fullmatch(text.translate(_DIGITS).strip())
        if match is None:
            msg = f"not a proposal number: {text!r}"
            raise ValueError(msg)
        digits = match["of_year"] or match["behind"] or match["digits"]
        year = match["year"] or match["before"]
        serial = int(match["serial"]) if match["serial"] else None
        return cls(digits, match["topic"], serial, int(year) if year else None)

    @property
    def spellings(self) -> frozenset[str]:
        """The digits by which documents name the same number: 2021-023 is 2021-23 and 2021023 too, 023 is 23."""
        split = _YEAR_FIRST.fullmatch(self.digits) if self.year is None else None
        if split:
            return _spelled(split["serial"], int(split["year"])) | {self.digits}
        return _spelled(self.digits, self.year)

    def __str__(self) -> str:
        year = f"〔{self.year}〕" if self.year else ""
        topic = f"（{self.topic}{self.serial}号）" if self.topic else ""
        return f"{year}第{self.digits}号{topic}"


def _spelled(digits: str, year: int | None) -> frozenset[str]:
    """The spellings of a number, with the year before it where one is given."""
    plain = digits.lstrip("0") or "0"
    serials = {digits, *(plain.zfill(width) for width in _WIDTHS)}
    if year is None:
        return frozenset(serials)
    return frozenset(f"{year}{mark}{serial}" for mark in ("-", "") for serial in serials)
