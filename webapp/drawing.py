"""Parts that a page has hundreds of, drawn without the template engine, which would take longer than the search.

Each gives what a template may print as it is: all words in it are escaped, and personal data in them is hidden.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from corpus.masking import mask
from webapp.labels import DIMENSIONS, tag_of
from webapp.views_lists import Option
from webapp.views_search import Piece


def option_list(kind: str, name: str, options: Iterable[Option]) -> Markup:
    """The options of a facet, one a line.

    Args:
        kind: `checkbox` or `radio`.
        name: of the parameter.
        options: in their order.
    """
    opening = f'<li><label><input type="{kind}" name="{_shown(name)}" value="'
    return Markup("".join([f"{opening}{_option(option)}</span></label></li>\n" for option in options]))  # noqa: S704


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
    shown = ((str(escape(mask(piece.text))), piece.hit) for piece in pieces)
    return Markup("".join([f"<mark>{text}</mark>" if hit else text for text, hit in shown]))  # noqa: S704


@lru_cache(maxsize=8192)
def _shown(text: str) -> str:
    """Words as they stand in a page; those of conditions are the same on most pages."""
    return str(escape(mask(text)))
