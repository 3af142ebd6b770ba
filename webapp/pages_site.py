"""Pages about the site itself: files that came in, display settings, feedback, help and the like."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, make_response, redirect, request
from markupsafe import Markup, escape
from werkzeug.wrappers import Response as Redirect

from corpus.store import Validity
from kg.pace import RULE
from webapp.api_resources import RESOURCES
from webapp.display import BUTTONS, COOKIE, SIZES, YEAR, Display
from webapp.links import is_local
from webapp.openapi import description
from webapp.site import arguments, display, first_page, json_response, page, paging, workspace
from webapp.views_imports import reason_counts

site_pages = Blueprint("site", __name__)

TOPICS = {
    "text": "原文或文字识别有误",
    "fact": "要素抽取有误",
    "answer": "回答或检索结果有误",
    "privacy": "含有个人信息",
    "other": "其他",
}
"""What feedback can be about."""
LEAST_MESSAGE, MOST_MESSAGE = 5, 2000
"""Characters of a message."""


@site_pages.get("/imports")
def imports() -> str | Response:
    """导入情况: what was stored and what was put aside, with the reason."""
    asked, store = arguments(), workspace().store
    shown = paging(asked)
    kept = store.documents(limit=0)
    aside = store.quarantined(shown.size, shown.offset)
    shown = replace(shown, total=aside.total)
    if shown.beyond:
        return first_page()
    return page(
        "imports.html",
        asked=asked,
        kept=kept.total,
        genres=store.facets("genre"),
        aside=aside.items,
        reasons=reason_counts(store.quarantined(1000).items),
        paging=shown,
        newest=[(row, store.source_of(row.id)) for row in store.documents(limit=20).items],
    )


@site_pages.get("/preferences")
def preferences() -> str:
    """显示设置."""
    asked = arguments()
    back = asked.text("back")
    return page("preferences.html", asked=asked, back=back if is_local(back) else "/", chosen=display(), sizes=SIZES)


@site_pages.post("/preferences")
def change_preferences() -> Redirect:
    """Keeps the choices in a cookie and leads back to the button that was pressed, where the keyboard goes on."""
    form = request.form
    if wish := form.get("wish"):
        chosen = display().changed(wish)
    else:
        size = form.get("size", "")
        chosen = Display(size if size in SIZES else "", "contrast" in form, "elder" in form, "spoken" in form)
    back = form.get("back", "/")
    place = f"#{BUTTONS[wish]}" if wish in BUTTONS else ""
    response = make_response(redirect((back if is_local(back) else "/") + place, 303))
    response.set_cookie(
        COOKIE, str(chosen), max_age=YEAR, httponly=True, samesite="Lax", secure=request.is_secure, path="/"
    )
    return response


@site_pages.get("/feedback")
def feedback() -> str:
    """我要纠错."""
    asked = arguments()
    about, done = asked.text("page"), asked.answer("done")
    return page("feedback.html", asked=asked, values=_typed(page=about), errors={}, topics=TOPICS, done=done)


@site_pages.post("/feedback")
def send_feedback() -> Response | Redirect | tuple[str, int]:
    """Keeps what a reader reports; a form with gaps comes back with all that was typed."""
    given = {name: request.form.get(name, "").strip() for name in ("page", "topic", "message", "contact")}
    errors = _errors_of(given)
    if errors:
        return page("feedback.html", values=_typed(**given), errors=errors, topics=TOPICS, done=False), 422
    about = given["page"][:500] or "/"
    workspace().store.add_feedback(about, given["topic"], given["message"], given["contact"][:200] or None)
    return redirect("/feedback?done=yes", 303)


def _errors_of(given: dict[str, str]) -> dict[str, str]:
    """Field to what has to be changed in it."""
    errors = {}
    if given["topic"] not in TOPICS:
        errors["topic"] = "请选择问题类型。"
    if len(given["message"]) < LEAST_MESSAGE:
        errors["message"] = f"请填写说明，至少{LEAST_MESSAGE}个字。"
    elif len(given["message"]) > MOST_MESSAGE:
        errors["message"] = f"说明请控制在{MOST_MESSAGE}个字以内。"
    return errors


def _typed(**given: str) -> dict[str, Markup]:
    """What the reader typed, given back unchanged (also a telephone number of their own)."""
    return {name: escape(value) for name, value in given.items()}


@site_pages.get("/help")
def help_page() -> str:
    """帮助."""
    return page("help.html", asked=arguments(), rule=RULE)


@site_pages.get("/about")
def about() -> str:
    """关于."""
    store = workspace().store
    return page("about.html", asked=arguments(), genres=store.facets("genre"), validities=Validity)


@site_pages.get("/accessibility")
def accessibility() -> str:
    """无障碍声明."""
    return page("accessibility.html", asked=arguments())


@site_pages.get("/sitemap")
def sitemap() -> str:
    """网站地图."""
    return page("sitemap.html", asked=arguments())


@site_pages.get("/developers")
def developers() -> str:
    """接口文档, drawn from the same description that `/openapi.json` answers."""
    return page("developers.html", asked=arguments(), resources=RESOURCES)


@site_pages.get("/openapi.json")
def openapi() -> Response:
    """The description of the API (OpenAPI 3.1)."""
    document: dict[str, Any] = description(request.host_url.rstrip("/"))
    return json_response(document)


@site_pages.get("/robots.txt")
def robots() -> Response:
    """Which pages machines may read."""
    return Response("User-agent: *\nDisallow: /preferences\nDisallow: /feedback\n", content_type="text/plain")
