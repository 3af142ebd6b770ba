"""Numbers lead to as many rows, links to their clause, files hold what their page shows."""

from __future__ import annotations

import csv
import io
import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from docx import Document
from flask.testing import FlaskClient
from lxml import etree
from openpyxl import load_workbook
from werkzeug.test import TestResponse

from corpus import PartialDate
from tests.site_tour import found_in, json_at, number_in


def test_counts_lead_to_as_many_rows(client: FlaskClient) -> None:
    """Each number above the commitments and beside the departments, each facet, is the number of its rows."""
    summary = r'<li><a href="([^"]+)#results"[^>]*>[^<\d]*(\d+)项</a></li>'
    loads = r'href="(/commitments\?department=[^"]+)" aria-label="[^"]*?(\d+)项"'
    numbers = [*re.findall(summary, client.get("/commitments").text)]
    numbers += re.findall(loads, client.get("/commitments/departments").text)[:20]
    assert len(numbers) > 20
    for address, count in numbers:
        listed = client.get(address.replace("&amp;", "&")).text
        assert number_in(listed, r"共(\d+)项承诺") == int(count), address
    for name, value, count in _facets(client.get("/documents")):
        assert f"共{count}件文件" in client.get("/documents", query_string={name: value}).text, (name, value)
    for name, value, count in _facets(client.get("/search?q=养老")):
        found = client.get("/search", query_string={"q": "养老", name: value}).text
        assert f"找到{count}件文件" in found, (name, value)


def test_what_has_a_deadline_is_listed_first(client: FlaskClient) -> None:
    """Without conditions those with a deadline are listed, as in the files and the API; all are one link away."""
    opening = client.get("/commitments").text
    shown = number_in(opening, r"有明确时限的(\d+)项承诺")
    every = number_in(opening, r'schedule=all#results">列出全部(\d+)项')

    assert 0 < shown < every
    assert number_in(client.get("/commitments?schedule=dated").text, r"共(\d+)项承诺") == shown
    assert number_in(client.get("/commitments?schedule=all").text, r"共(\d+)项承诺") == every
    assert len(list(csv.reader(io.StringIO(client.get("/commitments?format=csv").text)))) == shown + 1
    assert client.get("/api/v1/commitments?schedule=dated").json["total"] == shown  # type: ignore[index]


def _facets(response: TestResponse) -> list[tuple[str, str, str]]:
    pattern = r'<input type="checkbox" name="(\w+)" value="([^"]+)"[^>]*> <span>[^<]*（(\d+)）</span>'
    return re.findall(pattern, response.text)


def test_every_clause_link_resolves(client: FlaskClient) -> None:
    """Each link to a clause leads to an element of that id; the short address leads to the same place."""
    addresses = {
        link
        for address in ("/search?q=养老", "/commitments", "/indicators?view=values", "/ask?q=养老床位目标是多少")
        for link in found_in(client.get(address), r'href="(/documents/d[0-9a-f]{16}#c-[^"]+)"')
    }
    assert len(addresses) > 20
    for address in addresses:
        parts = urlsplit(address)
        assert f'id="{parts.fragment}"' in client.get(parts.path).text, address
        short = client.get(f"/c/{parts.path.rpartition('/')[2]}/{parts.fragment.removeprefix('c-')}")
        assert (short.status_code, short.location) == (302, address)


def test_unknown_parameters_are_said(client: FlaskClient) -> None:
    """What cannot be read of an address is ignored and named."""
    assert "已忽略无法识别的条件：foo、genre=dance" in client.get("/documents?foo=1&genre=dance").text


def test_a_page_beyond_the_last_leads_to_the_first(client: FlaskClient) -> None:
    """Also for searches and for every list; other parameters stay."""
    for path in ("/documents?genre=plan", "/commitments?led=no", "/search?q=养老", "/entities?words=省"):
        response = client.get(f"{path}&page=99")
        assert response.status_code == 302, path
        assert "page" not in response.location
    assert "genre=plan" in client.get("/documents?page=99&genre=plan").location


def test_files_have_the_rows_of_their_page(client: FlaskClient) -> None:
    """CSV and XLSX open with ordinary readers and hold as many rows as the page says."""
    said = (
        ("/documents?x", r"共(\d+)件文件"),
        ("/commitments?schedule=overdue", r"共(\d+)项承诺"),
        ("/indicators?words=床位", r"共(\d+)个指标"),
        ("/indicators?view=values", r"共(\d+)个数值"),
        ("/search?q=养老", r"找到(\d+)件文件"),
    )
    for address, pattern in said:
        count = number_in(client.get(address).text, pattern)
        text = client.get(f"{address}&format=csv").data.decode("utf-8-sig")
        assert len(list(csv.reader(io.StringIO(text)))) == count + 1, address
        book = load_workbook(io.BytesIO(client.get(f"{address}&format=xlsx").data))
        assert book.worksheets[1].max_row == count + 1, address
        assert book.worksheets[0]["A1"].value == "内容"


@pytest.mark.parametrize("address", ["/documents?x", "/commitments?schedule=overdue", "/search?q=养老"])
def test_word_and_json_have_the_rows_of_their_page(client: FlaskClient, address: str) -> None:
    """One table with a head that is repeated, and objects by the names of its columns."""
    count = len(list(csv.reader(io.StringIO(client.get(f"{address}&format=csv").data.decode("utf-8-sig"))))) - 1
    (table,) = Document(io.BytesIO(client.get(f"{address}&format=docx").data)).tables
    assert len(table.rows) == count + 1
    assert "w:tblHeader" in table.rows[0]._tr.xml
    form = json_at(client, f"{address}&format=json")
    assert len(form["rows"]) == count
    assert list(form["rows"][0]) == [cell.text for cell in table.rows[0].cells]


def test_order_of_commitments(client: FlaskClient) -> None:
    """What is still ahead comes first, the nearest before all; then what is past, the latest first; then the rest."""
    rows = json_at(client, "/api/v1/commitments?size=100")["items"]
    states = [row["schedule"] for row in rows]
    order = {"due_soon": 0, "pending": 0, "overdue": 1, "undated": 2}
    assert [order[state] for state in states] == sorted(order[state] for state in states)
    dated = [(row["schedule"], PartialDate.parse(row["deadline"]).last_day) for row in rows if row["deadline"]]
    ahead = [day for state, day in dated if state != "overdue"]
    past = [day for state, day in dated if state == "overdue"]
    assert (ahead, past) == (sorted(ahead), sorted(past, reverse=True))


def test_a_task_table_names_its_document(client: FlaskClient) -> None:
    """The list of documents above a table of tasks has the shown one selected, whatever kind of document it is."""
    for row in json_at(client, "/api/v1/documents")["items"]:
        address = "/commitments/task-table?document=" + row["url"].rpartition("/")[2]
        selected = re.findall(r'<option value="([^"]+)" selected>', client.get(address).text)
        assert selected == [row["url"].rpartition("/")[2]], row["title"]


def test_evidence_narrows_the_list(client: FlaskClient) -> None:
    """The statuses divide the commitments among them, and each row has the one that was asked for."""
    total = 0
    for status in ("uncheckable", "none", "progress", "done", "conflict"):
        found = json_at(client, f"/api/v1/commitments?size=100&evidence={status}")
        assert {row["evidence"] for row in found["items"]} <= {status}
        assert number_in(client.get(f"/commitments?evidence={status}").text, r"共(\d+)项承诺") == found["total"]
        total += found["total"]
    assert total == json_at(client, "/api/v1/commitments")["total"] > 0
    assert json_at(client, "/api/v1/commitments?evidence=none&binding=no")["total"] == 0


def test_calendar_ids_are_stable(client: FlaskClient) -> None:
    """Two exports have the same ids, one event for each dated commitment."""
    one, other = (found_in(client.get("/commitments.ics"), r"UID:(\S+)") for _ in range(2))
    assert one == other
    dated = json_at(client, "/api/v1/commitments?due_from=1900")["total"]
    assert len(one) == dated


def test_feed_is_atom(client: FlaskClient) -> None:
    """The feed of a search can be parsed and links to clauses."""
    entries: list[Any] = etree.fromstring(client.get("/feeds/search.xml?q=养老").data).findall("{*}entry")
    assert entries
    links = [entry.find("{*}link").get("href") for entry in entries]
    assert all("/documents/d" in link for link in links)


def test_feeds_of_a_document_and_a_clause(client: FlaskClient) -> None:
    """Both tell of its versions, each entry with a page that exists; unknown clauses and internal files have none."""
    document = json_at(client, "/api/v1/documents?words=供水检查")["items"][0]["url"].rpartition("/")[2]
    page = client.get(f"/documents/{document}").text
    (clause, *_) = re.findall(r'href="(/feeds/clauses/[^"]+)"', page)
    for address in (f"/feeds/documents/{document}.xml", clause):
        tree: Any = etree.fromstring(client.get(address).data)
        links: list[str] = [entry.find("{*}link").get("href") for entry in tree.findall("{*}entry")]
        assert len([link for link in links if "/documents/d" in link]) >= 2
        assert all(client.get(link.removeprefix("http://localhost")).status_code == 200 for link in links)
        stamps: list[str] = [entry.find("{*}updated").text for entry in tree.findall("{*}entry")]
        assert stamps == sorted(stamps, reverse=True)
    assert client.get(f"/feeds/clauses/{document}/p_999.xml").status_code == 404
    assert client.get("/feeds/documents/d0000000000000000.xml").status_code == 404


def test_document_numbers_lead_to_the_document(client: FlaskClient) -> None:
    """A query that is a 文号, in any brackets, names its document."""
    assert "识别为发文字号：云水发〔2025〕21号" in client.get("/search?q=云水发[2025]21号").text


def test_versions_are_compared(client: FlaskClient) -> None:
    """The newer version says what has changed; the older one leads to the newer."""
    newest = json_at(client, "/api/v1/documents?words=供水检查")["items"][0]["url"]
    older = next(
        link
        for link in found_in(client.get(f"{newest}/versions"), r'href="(/documents/d[0-9a-f]{16})"')
        if link != newest
    )
    compared = client.get(f"{newest}/compare?with={older.rpartition('/')[2]}").text
    assert '<del><span class="vh">删除：</span>3</del>' in compared
    assert '<ins><span class="vh">新增：</span>6</ins>' in compared
    assert "本文件已有新版本" in client.get(older).text


def test_originals_are_given_back(client: FlaskClient) -> None:
    """The file as it arrived can be saved, under its own name."""
    document = json_at(client, "/api/v1/documents?words=社区助餐服务管理办法")["items"][0]["url"]
    response = client.get(f"{document}/original")
    assert response.status_code == 200
    assert "attachment" in response.headers["Content-Disposition"]
    response.close()


def test_quarantine_is_shown_with_its_reason(client: FlaskClient) -> None:
    """A file that could not be read is listed with the reason."""
    text = client.get("/imports").text
    assert "损坏.docx" in text
    assert "文件已损坏，请重新获取。" in text
