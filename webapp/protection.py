"""What every answer carries for safety, and the token that every writing form carries against forgery."""

from __future__ import annotations

import gzip
import hashlib
import hmac
import secrets
import zlib
from collections.abc import Generator, Iterable, Iterator
from typing import cast

from flask import Flask, Request, Response, g, request
from werkzeug.exceptions import BadRequest
from werkzeug.wsgi import ClosingIterator

COOKIE = "zn_form"
GZIP_FROM = 1024
"""Bytes from which an answer is compressed, where the browser takes it."""

_LEVEL = 5
"""Of compression."""
_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_TEXTUAL = ("text/", "application/json", "application/problem+json", "application/atom+xml", "image/svg+xml")


def protect(app: Flask, secret: bytes) -> None:
    """Adds headers and compression to all answers of `app`, and refuses forms without their token."""

    @app.before_request
    def check_form() -> None:
        if request.method == "POST" and not request.path.startswith("/api/") and not _is_genuine(request, secret):
            raise BadRequest("表单已过期，请返回上一页刷新后重新提交。")

    @app.after_request
    def finish(response: Response) -> Response:
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        if "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "private, no-cache"
        if fresh := g.get("form_cookie"):
            response.set_cookie(COOKIE, fresh, httponly=True, samesite="Lax", secure=request.is_secure)
        return _compressed(response)

    @app.context_processor
    def form_tools() -> dict[str, object]:
        return {"form_token": lambda: form_token(secret)}

    app.extensions["form_token"] = lambda: form_token(secret)


def form_token(secret: bytes) -> str:
    """A token for the forms of one answer; new for each, so that it says nothing in a compressed page."""
    if "form_token" not in g:
        cookie = request.cookies.get(COOKIE)
        if not cookie:
            cookie = g.form_cookie = secrets.token_hex(16)
        nonce = secrets.token_hex(8)
        g.form_token = f"{nonce}.{_signature(secret, cookie, nonce)}"
    return cast("str", g.form_token)


def _is_genuine(given: Request, secret: bytes) -> bool:
    """Whether the form was made by this site for this browser."""
    nonce, _, signature = given.form.get("token", "").partition(".")
    cookie = given.cookies.get(COOKIE, "")
    return bool(cookie) and hmac.compare_digest(signature.encode(), _signature(secret, cookie, nonce).encode())


def _signature(secret: bytes, cookie: str, nonce: str) -> str:
    return hmac.new(secret, f"{cookie}\n{nonce}".encode(), hashlib.sha256).hexdigest()


def _compressed(response: Response) -> Response:
    """The answer in gzip, where it is text of some length and the browser takes it."""
    plain = response.direct_passthrough or "Content-Encoding" in response.headers
    textual = (response.content_type or "").startswith(_TEXTUAL)
    if plain or not textual or "gzip" not in request.headers.get("Accept-Encoding", ""):
        return response
    response.vary.add("Accept-Encoding")
    if response.is_streamed:
        parts = cast("Generator[bytes]", response.response)
        response.response = ClosingIterator(_packed(response.iter_encoded()), parts.close)
        response.headers["Content-Encoding"] = "gzip"
    elif len(data := response.get_data()) >= GZIP_FROM:
        response.set_data(gzip.compress(data, compresslevel=_LEVEL, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
    return response


def _packed(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Parts in gzip, each of which can be read once it has come."""
    packer = zlib.compressobj(_LEVEL, wbits=31)
    for part in parts:
        yield packer.compress(part) + packer.flush(zlib.Z_SYNC_FLUSH)
    yield packer.flush()
