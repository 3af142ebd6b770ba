"""Pages and API over what joins documents: what they count is what they list, and every line leads to its place."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest
from flask.testing import FlaskClient

import kg
from corpus.store import FactFilter
from corpus.store.records import title_of, titled
from kg.evaluation import evaluation, plan_named
from kg.outcomes import outcomes
from tests.kg_corpus import draft
from tests.site_corpus import PERSONAL, open_site
from tests.site_tour import found_in, json_at, number_in, parsed, text_at
from webapp.app import create_app
from webapp.named import QUERIES, Asked, ask
from webapp.workspace import Workspace

PLAN = "澜岭省养老服务体系建设规划（2024—2028年）"
LOWER = "澄泽市养老服务体系建设实施方案"
DAY = date(2026, 11, 1)


def rows_of(text: str) -> int:
    """The rows of the first table of a page."""
    return len(parsed(text).xpath("(//main//table)[last()]/tbody/tr"))


def test_evaluation_lists_what_it_counts(client: FlaskClient, site: Workspace) -> None:
    """Each of the four lists has as many rows as its name says, and as the function under it gives."""
    plan = plan_named(site.store, PLAN)
    found = evaluation(site.store, plan, DAY)
    expected = {"indicators": found.indicators, "tasks": found.tasks, "gaps": found.gaps, "conflicts": found.conflicts}
    for part, lines in expected.items():
        text = text_at(client, f"/evaluations/{plan.id}?until={DAY}&part={part}&size=100")
        assert number_in(text, r"共(\d+)项") == len(lines)
        assert rows_of(text) == min(len(lines), 100) or not lines
    redirect = client.get(f"/evaluations?plan={PLAN}&until=2026-11")
    assert redirect.headers["Location"] == f"/evaluations/{plan.id}?until=2026-11-30"


def test_evaluation_files(client: FlaskClient, site: Workspace) -> None:
    """The paper and the book say where each line stands in words, never by an id."""
    plan = plan_named(site.store, PLAN)
    paper = docx.Document(io.BytesIO(client.get(f"/evaluations/{plan.id}?until={DAY}&format=docx").data))
    words = "".join(cell.text for table in paper.tables for row in table.rows for cell in row.cells)
    assert not re.search(r"sec_|tbl_|__p_", words)
    assert re.search(r"第[一二三四五]部分", words)
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"/evaluations/{plan.id}?until={DAY}&format=xlsx").data))
    assert book["指标进展"].max_row - 1 == len(evaluation(site.store, plan, DAY).indicators)
    assert json_at(client, f"/api/v1/evaluation?plan={plan.id}&until={DAY}")["until"] == str(DAY)


def test_alignment_counts_its_matrix(client: FlaskClient) -> None:
    """The numbers of the summary are those of the lists they lead to, and together those of the whole matrix."""
    address = f"/alignments?upper={PLAN}&lower={LOWER}"
    whole = number_in(text_at(client, address), r"事项，共(\d+)项")
    counted = 0
    for kind in ("indicator", "task"):
        for status in ("taken", "refined", "missing"):
            text = text_at(client, f"{address}&kind={kind}&status={status}&size=100")
            counted += (number := number_in(text, r"id=.results.[^>]*>[^<]*共(\d+)项"))
            assert number == 0 or rows_of(text) == min(number, 100)
    assert counted == whole == len(json_at(client, f"/api/v1/alignment?upper={PLAN}&lower={LOWER}")["items"])


def test_several_titles_are_offered(client: FlaskClient) -> None:
    """Words that several titles hold lead to a choice, each a link that keeps the other field."""
    text = text_at(client, f"/alignments?upper=答复&lower={LOWER}")
    choices = [link for link in parsed(text).xpath("//div[@class='field']//li/a/@href") if "upper=d" in link]
    assert len(choices) > 1
    assert all("lower=" in link for link in choices)
    assert "事项，共" in text_at(client, choices[0])


def test_outcomes_list_every_promise(client: FlaskClient, site: Workspace) -> None:
    """A promise is among those mentioned or among those that are not; the search is dated."""
    for row in site.store.documents(limit=100).items:
        promises = site.store.commitments(FactFilter(document=row.id), 1000).items
        chains = outcomes(site.store, promises, DAY)
        text = text_at(client, f"/commitments/outcomes?document={row.id}&part=silent&size=100")
        answered = sum(bool(chain.links) for chain in chains)
        assert number_in(text, r"后续文件提到的承诺(\d+)项") == answered
        assert number_in(text, r"未再提及的承诺(\d+)项") == len(chains) - answered
        assert not chains or "检索至" in text
    form = json_at(client, f"/api/v1/outcomes?document={PLAN}")
    linked = [item for item in form["items"] if item["later"]]
    assert linked
    assert all(link["reason"] and 0 < link["strength"] <= 1 for item in linked for link in item["later"])


def test_later_values_stand_in_one_unit(client: FlaskClient) -> None:
    """An indicator that a later document states again is listed with both values."""
    found = json_at(client, f"/api/v1/outcomes?document={PLAN}")["indicators"]
    assert found
    for one in found:
        assert one["own"]
        assert {point["document"] for point in one["later"]}.isdisjoint(point["document"] for point in one["own"])
        assert all(point["comparable"] is not None for point in one["later"] if point["value"] is not None)


@pytest.mark.parametrize("name", QUERIES)
def test_named_queries(client: FlaskClient, site: Workspace, name: str) -> None:
    """Each query answers on the page, in the API and as a file, the same rows everywhere."""
    given = "entity=澜岭省民政厅&other=澜岭省财政厅"
    found = ask(site.store, name, Asked("澜岭省民政厅", "澜岭省财政厅", limit=1000))
    assert found.rows or name in ("two-leads", "differences")
    form = json_at(client, f"/api/v1/queries/{name}?{given}&limit=1000")
    assert len(form["items"]) == len(found.rows)
    text = text_at(client, f"/entities/queries?query={name}&{given}&size=100")
    assert number_in(text, r"，共(\d+)行") == len(found.rows)
    exported = client.get(f"/entities/queries?query={name}&{given}&format=csv").data.decode("utf-8-sig")
    assert exported.startswith(found.names[0])


def test_what_a_query_needs_is_said(client: FlaskClient) -> None:
    """Without an entity the page says so at the field, and the API answers a problem."""
    assert "须给出实体的名称或编号" in text_at(client, "/entities/queries?query=timeline")
    response = client.get("/api/v1/queries/timeline")
    assert (response.status_code, response.content_type.partition(";")[0]) == (400, "application/problem+json")
    assert client.get("/api/v1/queries/none").status_code == 400


def test_ledger_in_the_api(client: FlaskClient) -> None:
    """The ledger's line, its detail and its places agree; every value has its clause."""
    first = json_at(client, "/api/v1/ledger?words=助餐")["items"][0]
    found = json_at(client, f"/api/v1/ledger/{first['id']}")
    assert {key: found[key] for key in first} == first
    assert all(point["document"] and point["clause"] for point in found["points"])
    places = json_at(client, f"/api/v1/ledger/{first['id']}/places")
    assert all(row["point"]["text"] for row in places["rows"])
    assert all(one["reason"].endswith("。") for one in places["left_out"])
    assert client.get("/api/v1/ledger/s0/places").status_code == 404


def test_differences_count_what_they_list(client: FlaskClient) -> None:
    """Each number above the list is that of the list it leads to."""
    text = text_at(client, "/indicators?view=differences")
    for address, count in re.findall(r'href="(/indicators\?view=differences[^"]*)"[^>]*>[^<\d]*(\d+)个', text):
        shown = text_at(client, address.replace("&amp;", "&"))
        assert number_in(shown, r"指标，共(\d+)个") == int(count)


def test_an_indicator_shows_what_was_not_merged(client: FlaskClient) -> None:
    """What stands near an indicator under another name is on its page with the reason."""
    for item in json_at(client, "/api/v1/ledger?size=100")["items"]:
        near = json_at(client, f"/api/v1/ledger/{item['id']}")["near"]
        if near:
            text = text_at(client, f"/indicators/{item['id']}")
            assert f"名称相近、未合并的指标（{len(near)}）" in text
            assert all(one["id"] in text for one in near)
            return
    pytest.skip("no indicator of the samples stands near another")


def test_links_of_the_new_pages_resolve(client: FlaskClient) -> None:
    """Every address that these pages show is there."""
    pages = ("/evaluations", f"/alignments?upper={PLAN}&lower={LOWER}", "/entities/queries?query=topics")
    for page in pages:
        for address in found_in(client.get(page), r'href="(/[^"#]*)')[:60]:
            assert client.get(address.replace("&amp;", "&")).status_code in (200, 302), (page, address)


def test_akoma_ntoso_of_a_document(client: FlaskClient) -> None:
    """A public document is answered as XML without personal data, an unknown one as a problem."""
    address = json_at(client, "/api/v1/documents?words=供水检查")["items"][0]["url"]
    response = client.get(f"/api/v1{address}/akoma-ntoso")
    assert response.content_type.startswith("application/akn+xml")
    assert "检查覆盖率达到100%" in response.text
    assert not any(secret in response.text for secret in PERSONAL)
    assert client.get("/api/v1/documents/d0/akoma-ntoso").status_code == 404


def test_load_by_period(client: FlaskClient, site: Workspace) -> None:
    """The page, the API and the function under both count alike; the parts of a body make its whole."""
    whole = ask(site.store, "load", Asked(limit=1000)).lines
    for by in ("year", "quarter"):
        parts = ask(site.store, "load", Asked(limit=1000, by=by)).lines
        for body, leads, joins in whole:
            own = [line for line in parts if line[0] == body]
            assert sum(int(line[2][:-1]) for line in own) == int(leads[:-1])
            assert sum(int(line[3][:-1]) for line in own) == int(joins[:-1])
        assert len(json_at(client, f"/api/v1/queries/load?by={by}&limit=1000")["items"]) == len(parts)
        assert number_in(text_at(client, f"/entities/queries?query=load&by={by}"), r"共(\d+)行") == len(parts)


def test_ledger_by_nature(client: FlaskClient) -> None:
    """Each line of a ledger of one nature has it, and those of both are fewer than all."""
    counts = {}
    for nature in ("约束性", "预期性"):
        found = json_at(client, f"/api/v1/ledger?nature={nature}&size=100")
        counts[nature] = found["total"]
        assert {item["nature"] for item in found["items"]} <= {nature}
        assert (
            number_in(text_at(client, f"/indicators?nature={nature}"), r"共(\d+)个指标") == found["total"]
            or not found["total"]
        )
    assert 0 < sum(counts.values()) < json_at(client, "/api/v1/ledger")["total"]


def test_a_missing_title_is_told_as_missing() -> None:
    """What stands for a missing title says so, with the name of the file, and bears no marks of a title."""
    analysis = draft("现将有关事项通知如下。\n", "", "2025-01-10").analysis
    assert title_of(analysis) == f"题名未载明（{analysis.document.source.name}）"
    assert titled(title_of(analysis)) == title_of(analysis)
    assert titled("澄泽市养老规划") == "《澄泽市养老规划》"


def test_a_document_names_its_issuer_as_lists_do(tmp_path: Path) -> None:
    """市人民政府 of a city is shown with the city on the page of the document too."""
    paper = draft("我代表澄泽市人民政府报告工作。\n", "澄泽市2025年政府工作报告", "2025-01-10", "市人民政府").analysis
    with open_site(tmp_path) as workspace:
        workspace.store.put(paper)
        kg.update(workspace.store)
        client = create_app(workspace, b"secret of the tests").test_client()
        for address in ("/documents?words=2025年政府工作报告", f"/documents/{paper.document.id}"):
            page = client.get(address).text
            assert "澄泽市人民政府" in page
            assert ">市人民政府<" not in page
