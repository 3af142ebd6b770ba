"""Pages that were drawn a moment ago, sent again while nothing has changed that they show.

A page is kept for its address, the reader's display settings, a few minutes, and the revisions of store and index that
it was drawn of: once a document is taken in, changed or withdrawn, no page of before is sent. Each answer has a token
of its own all the same.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import TypeVar

from flask import current_app, request

from webapp.clock import now, today
from webapp.site import display, workspace

MOST = 256
"""Pages that are kept; a page of hits takes about 80 KB."""
LASTS = 300
"""Seconds after which at the latest a page is drawn anew; it says when it was drawn, for those who print it."""

Other = TypeVar("Other")


class KeptPages:
    """The last pages that were drawn, shared by threads."""

    def __init__(self) -> None:
        self._kept: OrderedDict[object, tuple[str, ...]] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def page(self, draw: Callable[[], str | Other], again: Callable[[], None] = lambda: None) -> str | Other:
        """The page that the present request asks for.

        Args:
            draw: gives it where it is not kept; what is no page but an answer of another kind is not kept either.
            again: called where it is kept.
        """
        form_token: Callable[[], str] = current_app.extensions["form_token"]
        moment = int(now().timestamp()) // LASTS
        key = (request.url, display(), today(), moment, workspace().engine.revision, workspace().store.revision)
        with self._lock:
            parts = self._kept.get(key)
        if parts is not None:
            again()
        else:
            drawn = draw()
            if not isinstance(drawn, str):
                return drawn
            parts = tuple(drawn.split(form_token()))
            with self._lock:
                self._kept[key] = parts
                while len(self._kept) > MOST:
                    self._kept.popitem(last=False)
        return form_token().join(parts)
