"""A pasted text or a file finds past answers to its requests, with what they promise; nothing of it is kept."""

from __future__ import annotations

import io
import re

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.site_corpus import INTERNAL_WORD
from webapp.workspace import Workspace

REQUEST = "近年来农村供水工程老化。建议各市水务局尽快完成农村供水工程检查，检查覆盖率达到100%。"


def posted(client: FlaskClient, **form: object) -> TestResponse:
    """The answer to the form, sent as a browser sends it."""
    found = re.search(r'name="token" value="([^"]+)"', client.get("/similar").text)
    assert found
    return client.post("/similar", data={"token": found[1], **form}, content_type="multipart/form-data")


def test_a_pasted_text_finds_who_did_what_is_asked(client: FlaskClient) -> None:
    """The clause that does what is asked comes first, with shared words, body, date and the commitment's state."""
    shown = posted(client, text=REQUEST).text

    first = shown.split('<li class="hit">')[1]
    assert "农村供水检查" in first
    assert "对应诉求：建议各市水务局" in first
    assert "相似之处" in first
    assert "云岭省水务厅" in first
    assert "其中的承诺" in first
    assert "时限状态" in first


def test_a_file_is_compared(client: FlaskClient) -> None:
    """An uploaded file is read as an ingested one; a damaged one is refused with its reason."""
    good = posted(client, file=(io.BytesIO(REQUEST.encode()), "提案.txt"))
    bad = posted(client, file=(io.BytesIO(b"PK\x03\x04broken"), "提案.docx"))

    assert "农村供水检查" in good.text.split('<li class="hit">')[1]
    assert bad.status_code == 422
    assert 'role="alert"' in bad.text


def test_nothing_to_compare(client: FlaskClient) -> None:
    """An empty form says what is missing."""
    answer = posted(client, text=" ")

    assert answer.status_code == 422
    assert "内容过短" in answer.text


def test_nothing_internal_is_similar(client: FlaskClient, site: Workspace) -> None:
    """The words of an internal document do not find it, on the page or by the API."""
    text = f"建议尽快建成{INTERNAL_WORD}，提高输水能力。"
    assert INTERNAL_WORD not in posted(client, text=text).text.split("</textarea>")[1].replace(text, "")
    items = client.post("/api/v1/similar", data=text.encode(), content_type="text/plain").get_json()["items"]
    assert all(INTERNAL_WORD not in item["text"] for item in items)
    assert all({"issuer", "written_on", "departments", "commitments"} <= set(item) for item in items)
    assert site.store.documents().total
