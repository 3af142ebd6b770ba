"""Pages that were drawn a moment ago, by any process, sent again while nothing has changed that they show.

A page is kept for its address, the reader's display settings, a few minutes, and the state of the store, of the index
and of what was learned of it, which it was drawn of: once a document is taken in, changed or withdrawn, or the index is
mended, no page of before is sent. Each answer has a token of its own all the same. Only what everybody may see is kept.
"""

from __future__ import annotations

import secrets
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from flask import after_this_request, current_app, request
from flask.wrappers import Response

from webapp.clock import now, today
from webapp.early import sent_at_once
from webapp.page_files import MOST, PageFiles
from webapp.site import display, revision, workspace

FOLDER = "pages"
"""Of the home."""
LASTS = 300
"""Seconds after which at the latest a page is drawn anew; it says when it was drawn, for those who print it."""

Other = TypeVar("Other")


class KeptPages:
    """The pages of a site that were drawn last.

    Args:
        folder: that they are kept in.
        site: equal for the processes of one start of a site, and no other's; random bytes where None.
        most: bytes that they may take.
    """

    def __init__(self, folder: Path, site: bytes | None = None, most: int = MOST) -> None:
        site = site or secrets.token_bytes(32)
        self._files = PageFiles(folder, site, LASTS, most)
        self._token = f"token-{site.hex()[:32]}"
        self._drawing: dict[str, list[threading.Lock]] = {}
        self._lock = threading.Lock()
        self._turn = threading.Lock()

    def clear(self) -> None:
        """Forgets all pages."""
        self._files.clear()

    def size(self) -> int:
        """Bytes that the pages take."""
        return self._files.size()

    def page(
        self, draw: Callable[[], str | Other], again: Callable[[], None] = lambda: None, *, at_once: bool = False
    ) -> str | Other | Response:
        """The page that the present request asks for; one that was kept says its `Age`.

        Args:
            draw: gives it where it is not kept, as everybody may see it; what is no page but an answer of another kind
                is not kept.
            again: called where it is kept.
            at_once: send what all pages begin with before this one is drawn; `draw` has to give a page.
        """
        key = _key()
        kept = self._files.get(key)
        if kept is None and at_once:
            return sent_at_once(lambda: self._one_drawn(key, draw, again))
        if kept is None:
            return self._one_drawn(key, draw, again)
        again()
        moment, page = self._read(kept)
        age = max(0, int(now().timestamp()) - moment)
        after_this_request(lambda answer: _aged(answer, age))
        return page

    def _one_drawn(self, key: str, draw: Callable[[], str | Other], again: Callable[[], None]) -> str | Other:
        """The page drawn by this thread, or by another one that was asked for it a moment sooner."""
        with self._one_at_a_time(key):
            kept = self._files.get(key)
            if kept is None:
                return self._drawn(key, draw)
        again()
        return self._read(kept)[1]

    def _read(self, kept: bytes) -> tuple[int, str]:
        """When a page was drawn, in seconds, and the page for the present reader."""
        moment, _, page = kept.decode().partition("\n")
        return int(moment), page.replace(self._token, _form_token())

    def _drawn(self, key: str, draw: Callable[[], str | Other]) -> str | Other:
        with self._turn:  # so that beginnings of pages, and pages that are kept, are sent beside one that is drawn
            drawn = draw()
        if isinstance(drawn, str):
            page = drawn.replace(_form_token(), self._token)
            self._files.put(key, f"{int(now().timestamp())}\n{page}".encode())
        return drawn

    @contextmanager
    def _one_at_a_time(self, key: str) -> Iterator[None]:
        """Lets the threads that ask for one page wait for the first, which draws it."""
        with self._lock:
            turn = self._drawing.get(key, [threading.Lock()])[0]
            self._drawing.setdefault(key, []).append(turn)
        try:
            with turn:
                yield
        finally:
            with self._lock:
                self._drawing[key].pop()
                if not self._drawing[key]:
                    del self._drawing[key]


def _key() -> str:
    """What a page depends on; pages end at different moments, so that not all are drawn anew at once."""
    moment = (int(now().timestamp()) + zlib.crc32(request.url.encode())) // LASTS
    home = workspace()
    return repr((request.url, display(), today(), moment, home.engine.mark, revision(), home.learner.known))


def _form_token() -> str:
    token: Callable[[], str] = current_app.extensions["form_token"]
    return token()


def _aged(answer: Response, age: int) -> Response:
    answer.headers["Age"] = str(age)
    return answer
