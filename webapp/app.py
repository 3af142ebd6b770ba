"""The site: pages, API, feeds and files over one workspace."""

from __future__ import annotations

import logging
import secrets
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, NotFound

from corpus.errors import NotFoundError, ZhengnuoError
from webapp.api import api
from webapp.api_graph import graph_api
from webapp.assets import load_assets
from webapp.feeds import feeds
from webapp.kept_pages import FOLDER, KeptPages
from webapp.pages_ask import ask_pages
from webapp.pages_commitments import commitment_pages
from webapp.pages_documents import document_pages
from webapp.pages_entities import entity_pages
from webapp.pages_home import home_pages
from webapp.pages_indicators import indicator_pages
from webapp.pages_plans import plan_pages
from webapp.pages_search import search_pages
from webapp.pages_similar import similar_pages
from webapp.pages_site import site_pages
from webapp.protection import protect
from webapp.site import equip, json_response, page

if TYPE_CHECKING:
    from webapp.workspace import Workspace

BLUEPRINTS = (
    home_pages,
    search_pages,
    similar_pages,
    document_pages,
    commitment_pages,
    indicator_pages,
    plan_pages,
    entity_pages,
    ask_pages,
    site_pages,
    feeds,
    api,
    graph_api,
)

LARGEST_FORM = 2 * 1024 * 1024
"""Bytes of a posted form or text."""

ERRORS = {
    400: "请求不完整",
    403: "这项内容不公开提供",
    404: "没有找到这个页面",
    405: "这个地址不接受此种操作",
    413: "提交的内容过长",
    429: "操作过于频繁",
    500: "系统暂时无法处理",
}
"""Status to the heading of its page and the title of its problem."""

_log = logging.getLogger("zhengnuo.web")


def create_app(workspace: Workspace, secret: bytes | None = None, kept: KeptPages | None = None) -> Flask:
    """The WSGI application over a workspace.

    Args:
        workspace: the store with its index and graph, and the configuration.
        secret: signs the tokens of forms; a random one, under which forms expire at a restart, where None.
        kept: the pages that were drawn last; shared with no other process where None.
    """
    app = Flask("webapp", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = app.config["MAX_FORM_MEMORY_SIZE"] = LARGEST_FORM
    app.extensions["workspace"] = workspace
    app.extensions["kept_pages"] = kept or KeptPages(workspace.config.home / FOLDER)
    app.url_map.strict_slashes = False
    assets = load_assets()
    equip(app, assets)
    protect(app, secret or secrets.token_bytes(32))
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    app.register_error_handler(ZhengnuoError, _answer_error)
    app.register_error_handler(Exception, _answer_error)

    @app.get("/static/<name>")
    def static_file(name: str) -> Response:
        asset = assets.hashed.get(name)
        if asset is None:
            raise NotFound
        headers = {"Cache-Control": "public, max-age=31536000, immutable"}
        return Response(asset.data, content_type=asset.media_type, headers=headers)

    return app


def _answer_error(error: Exception) -> Response | tuple[str, int]:
    """A page, or for the API a problem, that says what happened and what to do."""
    if isinstance(error, HTTPException) and error.code is not None and error.code < 400:
        return error.get_response()  # type: ignore[return-value]
    status, detail, number = _what_happened(error)
    title = ERRORS.get(status, ERRORS[400] if status < 500 else ERRORS[500])
    if request.path.startswith("/api/"):
        problem: dict[str, Any] = {"type": "about:blank", "title": title, "status": status, "detail": detail}
        return json_response(problem, status, "application/problem+json")
    return page("error.html", status=status, title=title, detail=detail, number=number), status


def _what_happened(error: Exception) -> tuple[int, str, str]:
    """Status, Chinese sentence and number of the log entry of an error."""
    if isinstance(error, NotFoundError):
        return 404, str(error), ""
    if isinstance(error, ZhengnuoError):
        return 400, str(error), ""
    if isinstance(error, HTTPException) and error.code is not None and error.code < 500:
        detail = error.description or ""
        return error.code, detail if any("一" <= mark <= "鿿" for mark in detail) else "", ""
    number = secrets.token_hex(4)
    _log.exception("request %s failed (%s)", request.path, number, exc_info=error)
    return 500, "", number
