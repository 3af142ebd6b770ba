"""What every page is drawn with: the workspace of the running site, the bounds of the corpus, templates' tools."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote

from flask import Flask, Response, current_app, g, redirect, render_template, request
from markupsafe import Markup

from corpus.masking import mask
from corpus.store import Bounds
from corpus.store.records import titled
from webapp import drawing, labels, wording
from webapp.arguments import Arguments, Paging, changed_url, without_value
from webapp.assets import Assets
from webapp.clock import now, today
from webapp.display import BUTTONS, COOKIE, SIZES, Display
from webapp.links import clause_url, commitment_url, document_url, entity_url, series_url
from webapp.sheets import FORMATS, Sheet, sheet_bytes

if TYPE_CHECKING:
    from webapp.workspace import Workspace


def workspace() -> Workspace:
    """The workspace of the running site."""
    return cast("Workspace", current_app.extensions["workspace"])


def arguments() -> Arguments:
    """The parameters of the present request."""
    return Arguments(request.args)


def revision() -> int:
    """The store's revision as the present request first saw it."""
    if "revision" not in g:
        g.revision = workspace().store.revision
    return cast("int", g.revision)


def bounds() -> Bounds:
    """What the public corpus holds, as the present request first saw it."""
    if "bounds" not in g:
        known = current_app.extensions.get("bounds")
        if known is None or known[0] != revision():
            known = current_app.extensions["bounds"] = (revision(), workspace().store.bounds())
        g.bounds = known[1]
    return cast("Bounds", g.bounds)


def bounds_text(held: Bounds) -> str:
    """The bounds of the corpus in one phrase: 214件文件，成文日期2018年1月5日至2024年6月，数据更新于2025年11月20日."""
    if not held.documents:
        return "库中还没有文件"
    span = ""
    if held.first and held.last:
        span = f"，成文日期{wording.date_text(held.first)}至{wording.date_text(held.last)}"
    updated = f"，数据更新于{wording.date_text(held.updated[:10])}" if held.updated else ""
    return f"{held.documents}件文件{span}{updated}"


def display() -> Display:
    """How the present reader wants pages to look."""
    return Display.parse(request.cookies.get(COOKIE, ""))


def page(template: str, *, asked: Arguments | None = None, **context: Any) -> str:
    """A page from its template; parameters that no reading took are said on it."""
    return render_template(template, ignored=asked.ignored if asked else (), **context)


def first_page() -> Response:
    """Leads back to page 1 from a page behind the last one."""
    return cast("Response", redirect(changed_url(request.path, request.args, {"page": None})))


def paging(asked: Arguments) -> Paging:
    """The stretch of a list that the request asks for; its total is set once it is known."""
    return Paging(asked.number("page", 1), asked.size())


def masked(value: Any) -> Any:
    """A plain JSON value with personal data hidden in all its strings."""
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, Mapping):
        return {key: masked(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [masked(item) for item in value]
    return value


def json_response(value: Any, status: int = 200, media_type: str = "application/json") -> Response:
    """A JSON answer, in Chinese characters, personal data hidden."""
    text = json.dumps(masked(value), ensure_ascii=False, indent=1, default=str)
    return Response(text, status, content_type=f"{media_type}; charset=utf-8")


def download(sheet: Sheet, format_: str, name: str) -> Response:
    """A list as a file to be saved, named after what it holds and the day."""
    filename = quote(f"政诺_{name}_{now():%Y%m%d}.{format_}")
    headers = {"Content-Disposition": f"attachment; filename=export.{format_}; filename*=UTF-8''{filename}"}
    return Response(sheet_bytes(sheet, format_), content_type=FORMATS[format_], headers=headers)


def finalize(value: Any) -> Any:
    """What a template prints of a value: nothing for None, personal data hidden in every string.

    Text that is marked as safe has been through `mask` where it was made.
    """
    if value is None:
        return ""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return mask(value)


def _url(path: str | None = None, **changes: object) -> str:
    return changed_url(path or request.path, request.args, changes)


def _url_without(name: str, value: str) -> str:
    return without_value(request.path, request.args, name, value)


def equip(app: Flask, assets: Assets) -> None:
    """Gives the templates of `app` their tools."""
    environment = app.jinja_env
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.finalize = finalize
    environment.filters.update(
        date=wording.date_text,
        titled=titled,
        period=wording.period_text,
        stamp=wording.stamp_text,
        moment=wording.moment_text,
        number=wording.number_text,
        size=wording.size_text,
        precision=wording.precision_text,
    )
    environment.globals.update(
        labels=labels,
        drawing=drawing,
        tag_of=labels.tag_of,
        asset=assets.url,
        url=_url,
        url_without=_url_without,
        clause_url=clause_url,
        document_url=document_url,
        commitment_url=commitment_url,
        entity_url=entity_url,
        series_url=series_url,
        type_sizes=SIZES,
        mode_buttons=BUTTONS,
    )

    @app.context_processor
    def frame() -> dict[str, Any]:
        held = bounds()
        return {
            "bounds": held,
            "bounds_text": bounds_text(held),
            "display": display(),
            "config": workspace().config,
            "today": today(),
            "now": now,
        }
