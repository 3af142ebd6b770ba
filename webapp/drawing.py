"""Parts that a page has hundreds of, drawn without the template engine, which would take longer than the search.

Each gives what a template may print as it is: all words in it are escaped, and personal data in them is hidden.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from corpus.masking import mask
from webapp.labels import DIMENSIONS, tag_of
from webapp.views_lists import Group, Option
from webapp.views_search import Passage, Piece, Result
from webapp.wording import date_text


def option_list(kind: str, name: str, options: Iterable[Option]) -> Markup:
    """The options of a facet, one a line.

    Args:
        kind: `checkbox` or `radio`.
        name: of the parameter.
        options: in their order.
    """
    opening = f'<li><label><input type="{kind}" name="{_shown(name)}" value="'
    return Markup("".join([f"{opening}{_option(option)}</span></label></li>\n" for option in options]))  # noqa: S704


def facet_lists(group: Group) -> Markup:
    """The options of a facet, those that are folded away behind 更多."""
    shown, folded = ([option for option in group.options if option.folded is away] for away in (False, True))
    listed = f"<ul>\n{option_list(group.type, group.name, shown)}</ul>\n"
    if folded:
        summary = f"<summary>更多{_shown(group.label)}（{len(folded)}）</summary>"
        listed += f"<details>{summary}<ul>{option_list(group.type, group.name, folded)}</ul></details>\n"
    return Markup(listed)  # noqa: S704


def _option(option: Option) -> str:
    chosen = " checked" if option.chosen else ""
    count = "" if option.count is None else f"（{option.count}）"
    return f'{_shown(option.value)}"{chosen}> <span>{_shown(option.label)}{count}'


@lru_cache(maxsize=256)
def tag(dimension: str, value: str, bare: bool = False) -> Markup:
    """A status in its colour, with its sign; `bare` where a heading says what it is a status of."""
    it = tag_of(dimension, value)
    of = "" if bare or dimension not in DIMENSIONS else f'<span class="vh">{_shown(DIMENSIONS[dimension])}：</span>'
    sign = f'<svg class="i" aria-hidden="true" focusable="false"><use href="#i-{_shown(it.icon)}"/></svg>'
    return Markup(f'<span class="tag tag-{_shown(it.colour)}">{sign}{of}{_shown(it.text)}</span>\n')  # noqa: S704


def marked(pieces: Iterable[Piece]) -> Markup:
    """A text in pieces, those that match marked."""
    return Markup("".join([_marked(piece) for piece in pieces]))  # noqa: S704


def _marked(piece: Piece) -> str:
    return f"<mark>{_safe(piece.text)}</mark>" if piece.hit else _safe(piece.text)


def hit_list(results: Iterable[Result]) -> Markup:
    """The documents that were found, one an item of a list."""
    return Markup("\n".join([_hit(result) for result in results]))  # noqa: S704


def _hit(result: Result) -> str:
    entry = result.hit.entry
    number = f"<span>{_safe(entry.doc_number)}</span>" if entry.doc_number else ""
    written = date_text(entry.written_on) or "成文日期未载明"
    why = f'<p class="why">命中原因：{_safe("；".join(result.why))}</p>\n' if result.why else ""
    passages = "\n".join([_passage(passage, at) for at, passage in enumerate(result.passages)])
    others = (
        f'<p class="others"><a href="{_safe(result.all_address)}">本文件另有{result.others}处命中</a></p>\n'
        if result.others
        else ""
    )
    return (
        f'<li class="hit"><h3><a href="{_safe(result.address)}">{marked(result.title)}</a></h3>\n'
        f'<p class="tags">{tag("genre", entry.genre)} {tag("validity", entry.validity)}</p>\n'
        f'<p class="meta">{number}<span>{_shown(entry.issuer or "发文机关未载明")}</span>'
        f"<span>{written}</span></p>\n{why}{passages}\n{others}</li>"
    )


def _passage(passage: Passage, at: int) -> str:
    """A passage; from the third on they are for wide screens."""
    path = f'<span class="path">{_safe(passage.heading)}</span>' if passage.heading else ""
    text = f'{path}<a class="plain" href="{_safe(passage.address)}">{marked(passage.pieces)}</a>'
    return f'<p class="passage{" wide-only" if at > 1 else ""}">{text}</p>'


def _safe(text: str) -> str:
    return str(escape(mask(text)))


@lru_cache(maxsize=8192)
def _shown(text: str) -> str:
    """Words as they stand in a page; those of conditions are the same on most pages."""
    return _safe(text)
