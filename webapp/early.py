"""A page of which the beginning is sent before the rest is drawn.

Browsers fetch styles and scripts meanwhile, and the reader sees that an answer comes. It suits a page that takes long
to draw and is surely one: whatever is found out later, its status is 200, as a page that says what went wrong too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from flask import Response, current_app, render_template, stream_with_context

BEGUN = "begun.html"
"""What all pages begin with."""


def sent_at_once(draw: Callable[[], object]) -> Response:
    """The page that `draw` gives, or the one that says why it cannot."""
    current_app.extensions["form_token"]()  # whose cookie goes with what is sent first
    return Response(stream_with_context(_parts(draw)))


def _parts(draw: Callable[[], object]) -> Iterator[str]:
    begun = render_template(BEGUN)
    yield begun
    try:
        page = current_app.make_response(draw())  # type: ignore[arg-type]  # what a view may give
    except Exception as error:
        page = current_app.make_response(current_app.handle_user_exception(error))
    yield page.get_data(as_text=True).removeprefix(begun)
