"""What tests of the site share: the addresses of a tour through it, and how answers are read."""

from __future__ import annotations

import re
from typing import Any

from flask.testing import FlaskClient
from lxml import html
from werkzeug.test import TestResponse

PAGES = (
    "/",
    "/search",
    "/similar",
    "/search?q=养老服务",
    "/search?q=养老服务&genre=plan&sort=newest",
    "/search?q=磷虾",
    "/search?q=-养老&size=50",
    "/search?q=云水发〔2025〕21号",
    "/documents",
    "/documents?genre=plan&year=2024&words=规划",
    "/documents?genre=measures&genre=notice&sort=oldest",
    "/commitments",
    "/commitments?schedule=overdue&binding=yes",
    "/commitments?department=民政&role=lead&due_from=2026&due_until=2027-06",
    "/commitments/timeline",
    "/commitments/departments",
    "/commitments/departments?words=民政",
    "/commitments/task-table",
    "/indicators",
    "/indicators?words=床位",
    "/indicators?view=values&kind=target",
    "/indicators?view=differences",
    "/indicators?view=differences&flag=conflict",
    "/evaluations",
    "/evaluations?plan=没有的规划",
    "/alignments",
    "/alignments?upper=澜岭省养老服务体系建设规划（2024—2028年）&lower=澄泽市养老服务体系建设实施方案",
    "/alignments?upper=答复&lower=没有的规划",
    "/commitments/outcomes",
    "/commitments/outcomes?document=答复",
    "/entities/questions",
    "/entities/questions?view=decided&words=局",
    "/entities/queries",
    "/entities/queries?query=topics",
    "/entities/queries?query=paths&entity=澜岭省民政厅&other=澜岭省财政厅",
    "/entities/queries?query=timeline",
    "/entities",
    "/entities?kind=series",
    "/entities?kind=work&words=规划",
    "/ask",
    "/ask?q=2027年养老机构护理型床位占比目标是多少",
    "/ask?q=火星基地何时建成",
    "/ask?q=床",
    "/imports",
    "/developers",
    "/feedback",
    "/preferences",
    "/help",
    "/about",
    "/accessibility",
    "/sitemap",
)

EACH = (
    *("/", "/search?q=养老服务&genre=plan", "/search?q=磷虾", "/documents", "/commitments", "/commitments/timeline"),
    *("/commitments/departments", "/indicators", "/indicators?view=values", "/entities", "/imports", "/developers"),
    *("/ask?q=2027年养老机构护理型床位占比目标是多少", "/ask?q=火星基地何时建成", "/feedback", "/preferences", "/help"),
    *("/indicators?view=differences", "/evaluations?plan=没有的规划", "/alignments?upper=答复&lower=没有的规划"),
    "/alignments?upper=澜岭省养老服务体系建设规划（2024—2028年）&lower=澄泽市养老服务体系建设实施方案",
    *("/commitments/outcomes?document=答复", "/entities/queries?query=topics", "/entities/queries?query=timeline"),
    *("/entities/questions", "/about", "/accessibility", "/sitemap", "/none"),
)
"""Each kind of page and state once, for checks that take long."""

DATA = (
    *("/api/v1/documents", "/api/v1/commitments?size=100", "/api/v1/indicators?size=100", "/commitments.ics"),
    *("/feeds/search.xml?q=检查", "/api/v1/search?q=检查", "/openapi.json"),
)


def found_in(response: TestResponse, pattern: str) -> list[str]:
    """What a pattern finds in an answer, each once."""
    return list(dict.fromkeys(re.findall(pattern, response.text)))


def parsed(text: str) -> Any:
    """The tree of a page."""
    return html.fromstring(text)


def json_at(client: FlaskClient, address: str) -> Any:
    """The JSON that an address answers."""
    return client.get(address).get_json()


def number_in(text: str, pattern: str) -> int:
    """The number that a pattern finds; 0 where it finds none."""
    found = re.search(pattern, text)
    return int(found[1]) if found else 0


def each_own_page(client: FlaskClient) -> list[str]:
    """One page of each kind about one document, commitment, entity or indicator."""
    kinds: dict[tuple[str, str], str] = {}
    for address in own_pages(client):
        _, first, key, *rest = re.split(r"[/?]", address)
        kinds.setdefault((first, "/".join(rest) if re.search(r"\d", key) else key), address)
    return list(kinds.values())


def own_pages(client: FlaskClient) -> list[str]:
    """Pages of documents, commitments, entities and indicators, one or two of each."""
    documents = found_in(client.get("/documents"), r'href="(/documents/d[0-9a-f]{16})"')
    parts = (
        "",
        "/facts",
        "/versions",
        "/compare",
        "/similar",
        "?q=养老&hit=2",
        "?marks=yes&mark=time&mark=organization",
    )
    plans = client.get("/documents?genre=plan")
    entities = found_in(client.get("/entities"), r'href="(/entities/b[0-9a-f]+)"')[:2]
    return [
        *(documents[0] + part for part in parts),
        *documents[1:],
        f"/commitments/task-table?document={documents[0].rpartition('/')[2]}",
        *found_in(client.get("/commitments"), r'href="(/commitments/c[0-9a-f]{15})"')[:3],
        *found_in(client.get("/indicators"), r'href="(/indicators/[0-9a-z]+)"')[:3],
        *entities,
        *(f"{entity}/graph" for entity in entities),
        *(
            f"{address}/places"
            for address in found_in(client.get("/indicators"), r'href="(/indicators/[0-9a-z]+)"')[:1]
        ),
        *(f"/commitments/outcomes?document={key.rpartition('/')[2]}&part=silent" for key in documents[:1]),
        *(
            f"/evaluations/{plan.rpartition('/')[2]}"
            for plan in found_in(plans, r'href="(/documents/d[0-9a-f]{16})"')[:1]
        ),
    ]


def text_at(client: FlaskClient, address: str) -> str:
    """What an address answers, which has to be a success."""
    response = client.get(address)
    assert response.status_code == 200, address
    return response.text
