"""Numbers as words and digits: 一百零三, 两千, 二〇二五, 1.5亿, 三分之二, 12,399, 1.94万, 壹贰叁.

`parse_number` reads one number; `find_numbers` finds them in a text. Both take any text and fold it themselves.
Counting follows speech: a digit that ends a number is worth a tenth of the unit before it (两千三 is 2,300), a large
unit multiplies all before it that is smaller (一万五千亿), and 点 begins decimals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from corpus import Span
from extract.lexicon import rows
from extract.matching import fold


def _values(kind: str) -> dict[str, Decimal]:
    """The characters of one kind of table `numerals`, with their values."""
    return {
        char: Decimal(value) for chars, row_kind, value, _ in rows("numerals") if row_kind == kind for char in chars
    }


DIGITS = _values("digit")
"""Characters that stand for 0 to 9, in plain, formal and traditional writing."""

UNITS = _values("unit")
"""Characters that multiply: 十 to 兆."""

SUFFIXES = _values("suffix")
"""Letters and words behind a number that multiply it: k, w, 打."""

DIGIT = "".join(DIGITS)
UNIT = "".join(UNITS)
LARGE = "".join(char for char, value in UNITS.items() if value >= 10_000)
_PAIRS = frozenset("两俩兩倆双")
_SAFE = "".join(char for char in DIGIT if char not in "伍陆陸拾肆")
"""Digits that are seldom anything else, so that one of them alone is a number."""

ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,40})(?:\.\d{1,40})?|(?<![\d.])\.\d{1,40}"
_DECIMALS = "".join(char for char in DIGIT if char not in _PAIRS) + "0123456789"
CARDINAL = rf"""
    (?: (?:{ARABIC}) | [{DIGIT}{UNIT}半] )
    (?: [ ]{{0,4}} (?: [{DIGIT}{UNIT}] | [多余餘几幾][ ]?(?=[{LARGE}]) | (?<=[{UNIT}{DIGIT}])(?:{ARABIC})
                   | (?<=[{UNIT}][ ])\d{{1,12}} ) ){{0,40}}
    (?: [ ]{{0,4}}[点點][ ]{{0,4}} (?:[{_DECIMALS}][ ]?){{0,40}}[{_DECIMALS}] (?:[ ]{{0,2}}[{UNIT}]){{0,4}} )?
"""
"""A whole or decimal number in digits, characters, or both; verbose."""

_NUMBER = re.compile(
    rf"""
    (?P<sign> 负 | 負 | (?<![\d\w)-])- )? [ ]?
    (?: (?P<base>(?:{ARABIC})) (?P<power> \^[+-]{{0,3}}\d{{1,3}} | [eE][+-]?\d{{1,3}} )
      | (?P<whole>\d{{1,9}})[ ](?P<over>\d{{1,9}})/(?P<under>\d{{1,9}})
      | (?P<a>\d{{1,9}})/(?P<b>\d{{1,9}})(?![/\d])
      | (?: (?P<and>{CARDINAL})[ ]?又[ ]? )? (?P<below>(?![{UNIT}]+[ ]?分){CARDINAL})[ ]{{0,2}}分[ ]{{0,2}}之[ ]{{0,2}}
        (?P<minus>[负負])?(?P<above>{CARDINAL})
      | [{UNIT}]{{1,4}}(?=[ ]?分[ ]?之)
      | (?P<plain>{CARDINAL})
        (?: [ ]?(?P<suffix>[kKmMwW](?![A-Za-z]) | 打(?![^\W\d_][^,.、。]?[折造击]|[折造击对開开])) )?
    )
    """,
    re.VERBOSE,
)
_IDIOM = re.compile(
    "|".join(sorted((re.escape(row[0]) for row in rows("numeral_idioms")), key=len, reverse=True)),
)
_SPACE = re.compile(r"[ ,]")
_VAGUE = re.compile("[多余餘几幾]")
_TOKEN = re.compile(rf"\d+(?:\.\d+)?|\.\d+|[{DIGIT}{UNIT}半点點]")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at its place."""

    span: Span
    value: Decimal


def parse_number(text: str) -> Decimal | None:
    """The value of a text that is one number, percentages as fractions of one; None for anything else (几, 若干, 数).

    三成 and 百分之三十 give 0.3, 三分之二 its quotient to 28 digits.
    """
    folded = fold(text).strip()
    if folded in SHARES:
        return SHARES[folded]
    share = _SHARE.fullmatch(folded)
    if share:
        return _share(share)
    match = _NUMBER.fullmatch(folded)
    return _value(match) if match else None


SHARES = {"半": Decimal("0.5"), "一半": Decimal("0.5"), "过半": Decimal("0.5")}
"""Words for a half."""

_SHARE = re.compile(
    rf"""
    (?P<sign>[负負-])?
    (?: (?P<below>[百佰千仟万萬]{{1,4}})[ ]?分[ ]?之[ ]?(?P<above>{CARDINAL})
      | (?P<percent>(?:{ARABIC}))[ ]?(?P<mark>[%‰])
      | (?P<tenths>{CARDINAL})[ ]?成(?P<half>半)? )
    """,
    re.VERBOSE,
)


def _share(match: re.Match[str]) -> Decimal | None:
    if match["below"]:
        value, parts = cardinal(match["above"]), denominator(match["below"])
    elif match["percent"]:
        value, parts = cardinal(match["percent"]), Decimal(100 if match["mark"] == "%" else 1000)
    else:
        value, parts = cardinal(match["tenths"]), Decimal(10)
        value = value + Decimal("0.5") if value is not None and match["half"] else value
    if value is None:
        return None
    return -value / parts if match["sign"] else value / parts


def denominator(units: str) -> Decimal:
    """The parts that 百, 千, 百万 before 分之 divide into."""
    parts = Decimal(1)
    for char in units:
        parts *= UNITS.get(char, Decimal(1))
    return parts


def find_numbers(text: str) -> tuple[Numeral, ...]:
    """Every number of `text`, the longest reading, none inside a word that only looks like one (四川, 一切)."""
    folded = fold(text)
    idioms = [match.span() for match in _IDIOM.finditer(folded)]
    found = []
    for match in _NUMBER.finditer(folded):
        start, end = match.span()
        if any(a < end and start < b and end - start <= b - a for a, b in idioms):
            continue
        value = _value(match)
        if value is not None and _stands_alone(match.group()):
            found.append(Numeral(Span(start, end), value))
    return tuple(found)


def _stands_alone(words: str) -> bool:
    """A formal digit that is also a common character (伍, 陆, 拾) needs company; so does a bare large unit."""
    bare = words.strip()
    return len(bare) > 1 or bare.isdigit() or bare in _SAFE or bare == "十"


def _value(match: re.Match[str]) -> Decimal | None:
    """The value of a match of `_NUMBER`; None if it is none after all."""
    value = _magnitude(match)
    return -value if value is not None and match["sign"] else value


def _magnitude(match: re.Match[str]) -> Decimal | None:
    try:
        if match["base"]:
            return _power(match["base"], match["power"])
        if match["whole"]:
            return Decimal(match["whole"]) + Decimal(match["over"]) / Decimal(match["under"])
        if match["a"]:
            return Decimal(match["a"]) / Decimal(match["b"])
        if match["below"]:
            return _fraction(match)
        if match["plain"]:
            value = cardinal(match["plain"])
            return value * SUFFIXES[match["suffix"].lower()] if value is not None and match["suffix"] else value
    except (ArithmeticError, InvalidOperation):
        return None
    return None


def _power(base: str, power: str) -> Decimal | None:
    number = cardinal(base)
    sign = -1 if "-" in power and "+" not in power and power.count("-") == 1 else 1
    exponent = sign * int(power.lstrip("^eE+-"))
    if number is None:
        return None
    return Decimal(number) ** exponent if power[0] == "^" else number.scaleb(exponent)


def _fraction(match: re.Match[str]) -> Decimal | None:
    above, below = cardinal(match["above"]), cardinal(match["below"])
    whole = cardinal(match["and"]) if match["and"] else Decimal(0)
    if above is None or not below or whole is None:
        return None
    sign = -1 if match["minus"] and not match["sign"] else 1
    return whole + sign * above / below if not (match["minus"] and match["sign"]) else -(whole + above / below)


def cardinal(words: str) -> Decimal | None:
    """The value of folded words that match `CARDINAL`; None if they hold no digit to count from (万, 亿)."""
    words = _VAGUE.sub("", _SPACE.sub("", words))
    if words in {"", *LARGE} or not words.strip(LARGE + "半"):
        return Decimal("0.5") if words == "半" else None
    if not any(char in UNITS or char == "半" for char in words):
        return _positional(words)
    return _counted(_TOKEN.findall(words))


def _positional(words: str) -> Decimal | None:
    """Digits read one by one: 二〇二五, 十 not among them; 12.5, 三点一四."""
    digits = "".join(str(DIGITS.get(char, char)) for char in words).replace("点", ".").replace("點", ".")
    try:
        return Decimal(digits)
    except InvalidOperation:
        return None


@dataclass(slots=True)
class _Count:
    """What has been counted so far of a number read from left to right."""

    total: Decimal = Decimal(0)
    section: Decimal = Decimal(0)
    number: Decimal | None = None
    large: Decimal = Decimal(0)
    unit: Decimal = Decimal(1)
    zero: bool = False

    def take_unit(self, unit: Decimal) -> None:
        """十, 百, 千 multiply the number before them; 万 and 亿 all before them that is smaller."""
        if unit < 10_000:
            self.section += (self.number or Decimal(1)) * unit
        else:
            self.section += self.number or 0
            rises = unit > self.large or not self.section
            self.total = (self.total + self.section) * unit if rises else self.total + self.section * unit
            self.section, self.large = Decimal(0), unit
        self.number, self.unit, self.zero = None, unit, False

    def take_number(self, word: str) -> None:
        """A digit, or digits; one behind another continues it."""
        self.zero = self.zero or word in "零〇"
        value = DIGITS[word] if word in DIGITS else Decimal(word)
        self.number = value if self.number is None else self.number * 10 + value

    def take_half(self) -> None:
        """半 is half of one, or a half more."""
        self.number = (self.number or Decimal(0)) + Decimal("0.5")

    def settle(self) -> None:
        """A single digit at the end, right behind a unit, counts tenths of that unit: 两千三."""
        if self.number is not None and self.unit >= 100 and not self.zero and self.number < 10:
            self.number = self.number * self.unit / 10


def _counted(tokens: list[str]) -> Decimal | None:
    """Tokens of digits and units summed up by place."""
    count, at = _Count(), 0
    while at < len(tokens):
        word, at = tokens[at], at + 1
        if word in UNITS:
            count.take_unit(UNITS[word])
        elif word in "点點":
            count.settle()
            fraction, at = _decimals(tokens, at)
            count.number, count.unit = (count.number or 0) + fraction, Decimal(1)
        elif word == "半":
            count.take_half()
        else:
            count.take_number(word)
    if tokens[-1] in DIGITS:
        count.settle()
    return count.total + count.section + (count.number or 0)


def _decimals(tokens: list[str], at: int) -> tuple[Decimal, int]:
    """The digits behind 点 as a fraction, and the place after them."""
    digits = ""
    while at < len(tokens) and tokens[at] not in UNITS:
        digits += str(DIGITS.get(tokens[at], tokens[at]))
        at += 1
    return (Decimal("0." + digits) if digits.isdigit() else Decimal(0)), at
