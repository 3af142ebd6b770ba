"""The API answers the stable forms, described by itself; what cannot be done is a problem."""

from __future__ import annotations

import re

from flask.testing import FlaskClient

from tests.site_tour import json_at
from webapp.workspace import Workspace


def test_quotes_stand_in_their_clause(client: FlaskClient, site: Workspace) -> None:
    """Every source of an answer is a part of the document that it names."""
    for question in ("2027年养老机构护理型床位占比目标是多少", "老年助餐点有多少个", "农村供水工程检查何时完成"):
        for source in json_at(client, f"/api/v1/ask?q={question}")["citations"]:
            assert source["quote"] in site.store.get(source["document"]).document.text


def test_api_lists_and_problems(client: FlaskClient) -> None:
    """Lists have total, items and next; what cannot be done is a problem with a Chinese title."""
    first = json_at(client, "/api/v1/commitments")
    assert set(first) == {"total", "items", "next"}
    second = json_at(client, first["next"])
    assert second["items"][0]["id"] not in [item["id"] for item in first["items"]]
    assert set(first["items"][0]) >= {
        "id",
        "text",
        "document",
        "clause",
        "due",
        "lead",
        "official",
        "evidence",
        "schedule",
    }
    for address in ("/api/v1/documents/d0", "/api/v1/none", "/api/v1/search", "/api/v1/similar"):
        response = client.get(address)
        assert response.content_type.startswith("application/problem+json")
        assert response.get_json()["status"] == response.status_code >= 400
        assert re.search("[一-鿿]", response.get_json()["title"])


def test_api_document_has_facts_with_spans(client: FlaskClient) -> None:
    """A document's facts come in the contract's form and with the place of each."""
    address = json_at(client, "/api/v1/documents?words=供水检查")["items"][0]["url"]
    form, text = json_at(client, f"/api/v1{address}"), client.get(f"{address}.txt").text
    assert set(form) >= {
        "document",
        "outline",
        "statements",
        "indicators",
        "times",
        "departments",
        "citations",
        "facts",
    }
    assert form["facts"]
    for fact in form["facts"]:
        start, end = fact["span"]
        assert text[start:end] == fact["quote"]


def test_similar_is_asked_by_post(client: FlaskClient) -> None:
    """A text, plain or in JSON, finds similar clauses; without text it is a problem."""
    words = "建议加快发展社区老年助餐服务，给予运营补贴"
    plain = client.post("/api/v1/similar", data=words.encode(), content_type="text/plain; charset=utf-8")
    assert plain.get_json()["items"]
    assert client.post("/api/v1/similar", json={"text": words}).get_json()["total"] == plain.get_json()["total"]
    for bad in (b"", b"[1]", b'{"text": 1}'):
        assert client.post("/api/v1/similar", data=bad, content_type="application/json").status_code == 400


def test_openapi_describes_what_there_is(client: FlaskClient) -> None:
    """Each described address is there, and each address of the API is described."""
    described = json_at(client, "/openapi.json")
    assert described["openapi"].startswith("3.")
    rules = {
        re.sub(r"<(?:\w+:)?\w+>", "{id}", rule.rule)
        for rule in client.application.url_map.iter_rules()
        if rule.rule.startswith("/api/v1/") and "unknown" not in rule.rule
    }
    assert set(described["paths"]) == rules
    for path in rules:
        assert path in client.get("/developers").text
