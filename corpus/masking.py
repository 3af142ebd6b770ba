"""Personal data in a text, and the text with it hidden; lengths never change, so offsets still agree.

The bank of patterns follows what the rules on publication name: mobile numbers, identity card numbers, e-mail, bank
cards. An office's landline may stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.span import Span


@dataclass(frozen=True, slots=True)
class PersonalData:
    """One piece of personal data: what it is, in Chinese, and where."""

    label: str
    span: Span


_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"

_PATTERN = re.compile(
    r"""
    (?<![0-9A-Za-z]) (?:
        (?P<identity>[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx])  # GB 11643
      | (?P<mobile>1[3-9]\d(?:[-\ ]?\d{4}){2})
      | (?P<bank>62\d{14,17})                                                                       # UnionPay cards
    ) (?![0-9A-Za-z])
    | (?P<email>[0-9A-Za-z][0-9A-Za-z._%+-]{0,63}@[0-9A-Za-z-]{1,63}(?:\.[0-9A-Za-z-]{1,63}){1,4})
    """,
    re.VERBOSE,
)

_POSSIBLE = re.compile(r"@|\d{4}")
"""What every match of `_PATTERN` holds; most short texts of a page do not."""

_LABELS = {
    "identity": "身份证号已隐去",
    "mobile": "手机号码已隐去",
    "bank": "银行卡号已隐去",
    "email": "电子邮箱已隐去",
}


def find_personal_data(text: str) -> tuple[PersonalData, ...]:
    """All pieces of personal data in `text`, by place; an 18-digit number counts only if its check digit is right."""
    return tuple(
        PersonalData(_LABELS[str(match.lastgroup)], Span(*match.span()))
        for match in _PATTERN.finditer(text)
        if match.lastgroup != "identity" or _is_identity(match.group())
    )


def _is_identity(digits: str) -> bool:
    """Whether the check digit agrees (ISO 7064, MOD 11-2)."""
    total = sum(int(digit) * weight for digit, weight in zip(digits[:17], _WEIGHTS, strict=True))
    return _CHECKS[total % 11] == digits[17].upper()


def mask(text: str) -> str:
    """The text with personal data replaced by a label of the same length (by ＊ where the label does not fit)."""
    if not _POSSIBLE.search(text):
        return text
    out, at = [], 0
    for piece in find_personal_data(text):
        label = f"［{piece.label}］"
        length = len(piece.span)
        out.append(text[at : piece.span.start])
        out.append(label + "＊" * (length - len(label)) if len(label) <= length else "＊" * length)
        at = piece.span.end
    return "".join(out) + text[at:]
