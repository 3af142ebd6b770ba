"""A typed query to its tree, by a hand-written reader of tokens and a descent of bounded depth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus import DocumentNumber
from search.query import And, Field, Node, Not, Or, Phrase, Query, Term, Years

MAX_LENGTH = 1000
"""Characters of a query that are read; a longer text is a matter for similar documents, not for a search."""
MAX_DEPTH = 12
"""Parentheses within parentheses that are read as such."""

FIELDS: dict[str, Field | None] = {
    "标题": Field.TITLE,
    "题名": Field.TITLE,
    "文号": Field.NUMBER,
    "发文字号": Field.NUMBER,
    "机关": Field.ISSUER,
    "发文机关": Field.ISSUER,
    "部门": Field.DEPARTMENT,
    "责任部门": Field.DEPARTMENT,
    "责任单位": Field.DEPARTMENT,
    "文种": Field.GENRE,
    "地区": Field.REGION,
    "年份": None,
    "年度": None,
}
"""Field name as typed, and what it restricts to; None for years, which are compared and not matched."""

_TOKEN = re.compile(
    rf"""
    (?P<space>\s+)
    | (?P<field>(?:{"|".join(sorted(FIELDS, key=len, reverse=True))})\s?[:：]\s?)(?=\S)   # 标题：
    | (?P<open>[(（])
    | (?P<close>[)）])(?=\s|[)）]|$)
    | (?P<quote>
        “[^“”]{{0,400}}” | "[^"]{{0,400}}" | ＂[^＂]{{0,400}}＂ | 「[^「」]{{0,400}}」 | 『[^『』]{{0,400}}』
        | 《[^《》]{{0,400}}》
      )(?=\s|[)）]|$)                                 # a mark that closes inside a word is text
    | (?P<minus>[-－−])(?=[^\s-])
    | (?P<operator>(?:AND|OR|NOT|ＡＮＤ|ＯＲ|ＮＯＴ|或|\||｜))(?=\s|$)
    | (?P<word>(?:                                    # a bracket inside a word is part of it
        [(（][^\s()（）]{{0,400}}[)）] | [^\s)）] | [)）](?!\s|[)）]|$)
      )+)
    """,
    re.VERBOSE,
)
_OPERATORS = {
    "AND": "and",
    "ＡＮＤ": "and",
    "OR": "or",
    "ＯＲ": "or",
    "或": "or",
    "|": "or",
    "｜": "or",
    "NOT": "not",
    "ＮＯＴ": "not",
}
_QUOTES = '“”"＂「」『』'
_YEARS = re.compile(r"(?P<first>(?:19|20)\d\d)年?(?:\s*[-—–~～至到]+\s*(?P<last>(?:19|20)\d\d)年?)?")
# 2022 · 2022年 · 2021-2023 · 2021年至2023年
_FULL_WIDTH_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


@dataclass(slots=True)
class _Token:
    kind: str
    text: str


@dataclass(slots=True)
class _Reader:
    """The tokens that are still to be read, and what there is to say so far."""

    tokens: list[_Token]
    at: int = 0
    notes: list[str] = field(default_factory=list)

    def peek(self) -> str:
        """The kind of the next token; empty at the end."""
        return self.tokens[self.at].kind if self.at < len(self.tokens) else ""

    def take(self) -> _Token:
        """The next token."""
        self.at += 1
        return self.tokens[self.at - 1]

    def say(self, note: str) -> None:
        """Keeps a note, once."""
        if note not in self.notes:
            self.notes.append(note)


def read(text: str) -> Query:
    """The query of a typed text."""
    reader = _Reader([])
    line = text.strip()
    if len(line) > MAX_LENGTH:
        line = line[:MAX_LENGTH]
        reader.say(f"检索词过长，只检索前{MAX_LENGTH}个字。")
    reader.tokens = _balanced(list(_tokens(line)), reader)
    root = _any(reader, 0)
    _remark(root, line, reader)
    return Query(text, root, tuple(reader.notes), _number(line))


def _tokens(text: str) -> Iterator[_Token]:
    """The tokens of a text; quotes, minus signs, brackets and field names count at the start of a word alone."""
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            yield _Token("word", text[at])
            at += 1
            continue
        kind, found = str(match.lastgroup), match.group()
        at = match.end()
        if kind == "minus" and match.start() == 0 and text[at].isdigit():
            at = text.find(" ") if " " in text else len(text)  # -5% is a number where nothing stands before it
            yield _Token("word", text[:at])
        elif kind == "operator":
            yield _Token(_OPERATORS[found], found)
        elif kind != "space":
            yield _Token(kind, found)


def _balanced(tokens: list[_Token], reader: _Reader) -> list[_Token]:
    """The tokens without each bracket that has no partner or lies too deep."""
    opened: list[int] = []
    partner: set[int] = set()
    for at, token in enumerate(tokens):
        if token.kind == "open":
            opened.append(at)
        elif token.kind == "close" and opened:
            begin = opened.pop()
            if len(opened) < MAX_DEPTH:
                partner.update((begin, at))
    kept = [token for at, token in enumerate(tokens) if token.kind not in ("open", "close") or at in partner]
    if len(kept) < len(tokens):
        reader.say("括号不成对，已忽略括号。")
    return kept


def _any(reader: _Reader, depth: int) -> Node | None:
    """What stands between two brackets, or in the whole text: alternatives."""
    parts: list[Node] = []
    mixed = False
    while True:
        part = _all(reader, depth)
        if part is not None:
            parts.append(part)
            mixed = mixed or isinstance(part, And)
        if reader.peek() != "or":
            break
        token = reader.take()
        if not parts or reader.peek() in ("", "close"):
            _stray(reader, token, parts)
    if len(parts) > 1 and mixed:
        reader.say("同时使用了空格和“或”：先读空格（同时包含），再读“或”（任一即可）；可以用括号改变次序。")
    return _joined(parts, Or)


def _all(reader: _Reader, depth: int) -> Node | None:
    """What stands between two alternatives: things that are all asked for."""
    parts: list[Node] = []
    while reader.peek() not in ("", "or", "close"):
        if reader.peek() == "and":
            token = reader.take()
            if not parts or reader.peek() in ("", "or", "and", "close"):
                _stray(reader, token, parts)
            continue
        part = _part(reader, depth)
        if part is not None:
            parts.append(part)
    return _joined(parts, And)


def _stray(reader: _Reader, token: _Token, parts: list[Node]) -> None:
    """Reads an operator that joins nothing as text."""
    reader.say(f"“{token.text}”的前后缺少检索词，按普通文字检索。")
    parts.append(Term(token.text))


def _part(reader: _Reader, depth: int) -> Node | None:
    token = reader.take()
    if token.kind in ("minus", "not"):
        return _excluded(reader, token, depth)
    if token.kind == "open":
        inner = _any(reader, depth + 1)
        if reader.peek() == "close":
            reader.take()
        return inner
    if token.kind == "field":
        return _restricted(reader, token)
    if token.kind == "quote":
        return _phrase(token.text)
    return _word(token.text, reader)


def _excluded(reader: _Reader, token: _Token, depth: int) -> Node | None:
    if reader.peek() in ("", "and", "or", "close", "minus", "not"):
        reader.say(f"“{token.text}”的后面缺少检索词，按普通文字检索。")
        return Term(token.text)
    inner = _part(reader, depth)
    return Not(inner) if inner is not None else None


def _restricted(reader: _Reader, token: _Token) -> Node | None:
    """A field and its value; a year that is none is read as text."""
    name = token.text.rstrip(":： \t")
    if reader.peek() not in ("word", "quote"):
        return _word(token.text, reader)
    value = reader.take().text
    kind = FIELDS[name]
    if kind is None:
        years = _YEARS.fullmatch(value.translate(_FULL_WIDTH_DIGITS))
        if years is None:
            reader.say(f"“{token.text}{value}”中的年份无法识别，按普通文字检索。")
            return Term(token.text + value)
        first = int(years["first"])
        last = int(years["last"] or first)
        return Years(min(first, last), max(first, last))
    inner = value.strip(_QUOTES + "《》")
    return Term(inner or value, kind)


def _phrase(quoted: str) -> Node | None:
    words = quoted[1:-1].strip()
    return Phrase(words) if words else None


def _word(text: str, reader: _Reader) -> Node:
    if sum(text.count(mark) for mark in "“”「」『』") % 2 or text.count('"') % 2 or text.count("＂") % 2:
        reader.say("引号不成对，按普通文字检索。")
    return Term(text)


def _joined(parts: list[Node], kind: type[And] | type[Or]) -> Node | None:
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else kind(tuple(parts))


def _remark(root: Node | None, text: str, reader: _Reader) -> None:
    """Keeps the hints that depend on the whole query."""
    if root is None and text:
        reader.say("没有可以检索的文字。")
    if isinstance(root, Not) or (isinstance(root, And) and all(isinstance(item, Not) for item in root.items)):
        reader.say("只有排除词，列出不含这些词的全部条款。")
    if isinstance(root, Term) and root.field is None and len(root.text) == 1:
        reader.say("单字检索结果很多，建议输入两个字以上。")


def _number(text: str) -> DocumentNumber | None:
    try:
        return DocumentNumber.parse(text.strip(_QUOTES))
    except ValueError:
        return None
