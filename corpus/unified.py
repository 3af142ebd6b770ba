"""The copy of a text that texts are matched on: as long as the text, with punctuation, digits and letters unified.

One character becomes one character, so an offset in the copy is an offset in the text. NFKC of a whole text is not
used: it changes lengths (㎡, …). What folds to what:

    full-width letters, digits and marks        their ASCII forms: ２０２１％ -> 2021%
    ，﹐ ：∶﹕ ；﹔ ！﹗ ？﹖ ．                 , : ; ! ? .
    。 and 、                                   themselves; a rule for prose writes [。.] and [、,] where it must,
                                                since half-width documents write "," for both ， and 、
    （） ﹙﹚                                    ( )
    〔〕 ［］ 【】 ﹝﹞ 〖〗 〘〙                [ ]
    《》 ≪≫ and 〈〉                            《》 and 〈〉: the inner pair stays apart from the outer
    “ ” „ ″ 「 」 『 』 〝 〞 ＂                "   (opening and closing marks alike)
    ‘ ’ ′ ＇                                    '
    — – ― ‒ ‐ ‑ − － ─ ━ ﹣                     -   (so —— is --)
    ～ 〜 ∼ ˜                                   ~
    · • ・ ‧ ∙ ⋅                                 ·
    ○ ◯ 〇 (and Cyrillic or Greek O as O)       〇 (O)
    後 and 馀                                   后 and 余: web pages print these two forms amid simplified text
    any space but a line end and a tab          one blank; zero-width characters too; a carriage return as well
    form feed, vertical tab, U+0085, U+2028/9   a line end
    Kangxi radicals, compatibility ideographs   the ordinary character: ⽅案 -> 方案 (PDF files are full of them)
"""

from __future__ import annotations

import unicodedata

_ROWS: tuple[tuple[str, str], ...] = (
    ("[", "〔［【﹝〖〘"),
    ("]", "〕］】﹞〗〙"),
    ("《", "≪"),
    ("》", "≫"),
    ('"', "“”„″「」『』〝〞〟＂"),
    ("'", "‘’′＇"),
    ("-", "—–―‒‐‑−－─━﹣"),
    ("~", "～〜∼˜"),
    ("·", "•・‧∙⋅"),
    (":", "∶"),
    ("〇", "○◯"),
    ("O", "ОΟ"),
    ("后", "後"),
    ("余", "馀"),
    (" ", "\u00a0\u1680\u3000\u202f\u205f\u200b\u200c\u200d\u2060\ufeff\u00ad\r\u3164"),
    ("\n", "\x0b\x0c\x85\u2028\u2029"),
)
"""What a character becomes, and the characters that become it."""

_COMPATIBLE = (
    range(0x2000, 0x200B),  # spaces of many widths
    range(0x2F00, 0x2FE0),  # Kangxi radicals
    range(0x2E80, 0x2F00),  # radicals supplement
    range(0xF900, 0xFB00),  # compatibility ideographs
    range(0xFE10, 0xFE70),  # vertical and small forms
    range(0xFF01, 0xFF65),  # full-width ASCII, half-width 。 and 、
)
"""Ranges in which a character is folded to its compatibility form, where that is one character."""


def _table() -> dict[int, str]:
    compatible = ((code, unicodedata.normalize("NFKC", chr(code))) for stretch in _COMPATIBLE for code in stretch)
    table = {code: form for code, form in compatible if len(form) == 1 and form != chr(code)}
    rows = {ord(one): into for into, many in _ROWS for one in many}
    # A compatibility form may itself be a mark that a row folds: U+FE17 is 〖, and 〖 is [.
    table = {code: rows.get(ord(form), form) for code, form in table.items()}
    return table | rows


_TABLE = _table()


def fold(text: str) -> str:
    """`text` with punctuation, digits, letters and spaces unified; same length, same offsets."""
    return text.translate(_TABLE)
