"""Past answers to a text that somebody brings: pasted, or as a file; neither is kept."""

from __future__ import annotations

import threading
from concurrent.futures import TimeoutError as TookTooLongError

from flask import Blueprint, request

from corpus.errors import UnreadableFileError
from search import Filters
from webapp.clock import now
from webapp.site import arguments, page, workspace
from webapp.views_similar import similar_rows
from webapp.workers import workers

similar_pages = Blueprint("similar", __name__)

LONGEST = 20_000
"""Characters of a text that are compared."""
SHORTEST = 8
SHOWN = 12
"""Clauses shown, one a document."""
_SECONDS = 60
"""Time that reading a file may take."""
_reading = threading.BoundedSemaphore(2)
"""Files that are read at once."""


@similar_pages.get("/similar")
def ask() -> str:
    """查同类答复: where a text is given."""
    return page("similar.html", asked=arguments(), text="", found=None, error=None, replies=True)


@similar_pages.post("/similar")
def answer() -> str | tuple[str, int]:
    """The answers to a text, or why there is none."""
    text, error = _given()
    text = text[:LONGEST]
    if error is None and len(text.strip()) < SHORTEST:
        error = "内容过短，请粘贴要比对的文字或选择文件。"
    replies = bool(request.form.get("replies"))
    if error:
        return page("similar.html", text=text, found=None, error=error, replies=replies), 422
    filters = Filters(genres=("proposal_reply",)) if replies else Filters()
    found = similar_rows(workspace(), workspace().similar(text, filters, SHOWN))
    return page("similar.html", text=text, found=found, error=None, replies=replies)


def _given() -> tuple[str, str | None]:
    """The text of the form, or of its file, and what is wrong with it."""
    file = request.files.get("file")
    if file is None or not file.filename:
        return request.form.get("text", ""), None
    task = (file.read(), file.filename, file.filename, now().isoformat(timespec="seconds"))
    if not _reading.acquire(blocking=False):
        return "", "正在处理其他文件，请稍后再试，或粘贴文字。"
    try:
        with workers(1, _SECONDS) as pool:
            return pool.submit(task).result().document.text, None
    except UnreadableFileError as error:
        return "", str(error)
    except TookTooLongError:
        return "", "文件处理时间超过上限，请粘贴文字。"
    finally:
        _reading.release()
