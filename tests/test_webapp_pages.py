"""Every page is whole, in plain Chinese, safe, and shows nothing that is not public."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest
from flask.testing import FlaskClient

from corpus.store import DocumentFilter
from extract import analyse
from tests.conftest import plain_document
from tests.site_corpus import INTERNAL_WORD, PERSONAL, open_site
from tests.site_tour import DATA, PAGES, found_in, json_at, own_pages, parsed, text_at
from webapp.app import create_app
from webapp.config import Config
from webapp.workspace import Workspace


@pytest.fixture(scope="module")
def pages(site: Workspace) -> dict[str, str]:
    """Every page of the tour by its address, each asked for once."""
    client = create_app(site, b"secret").test_client()
    return {address: text_at(client, address) for address in (*PAGES, *own_pages(client))}


@pytest.fixture(scope="module")
def texts(pages: dict[str, str], site: Workspace) -> dict[str, str]:
    """Every page, and besides every answer of the API, feed and calendar."""
    client = create_app(site, b"secret").test_client()
    return pages | {address: text_at(client, address) for address in DATA}


def test_every_page_is_whole(pages: dict[str, str]) -> None:
    """One h1, the landmarks, the bounds, a title, no inline style or script, no other site, no leftovers."""
    for address, text in pages.items():
        page = parsed(text)
        assert page.get("lang") == "zh-CN"
        assert len(page.findall(".//h1")) == 1, address
        assert page.find(".//main") is not None
        assert page.find(".//footer") is not None
        assert "收录范围：" in text
        assert page.findtext(".//title").endswith(" - 政诺")
        assert not page.xpath("//*[@style]|//script[not(@src)]|//style|//*[starts-with(name(@*),'on')]"), address
        assert not page.xpath("//*[@src[starts-with(.,'http')]]|//link[starts-with(@href,'http')]"), address
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), (address, [key for key in ids if ids.count(key) > 1][:3])


FORBIDDEN = re.compile(
    r"\bNone\b|\bnull\b|\bTrue\b|\bFalse\b|亲，|哦|抱歉|糟糕|非法|系统异常|未知错误|点击这里|更多&gt;|！"
    r"|(?<![\d/])\d{4}/\d{1,2}/\d{1,2}(?!\d)"
)


def test_wording(pages: dict[str, str]) -> None:
    """No forbidden words, no dates with strokes, no leftovers of programs in what a reader sees outside quotes."""
    for address in PAGES:
        page = parsed(pages[address])
        for quoted in page.xpath("//article|//blockquote|//code|//pre|//*[contains(@class,'passage')]|//script"):
            quoted.drop_tree()
        words = page.text_content()
        assert not FORBIDDEN.search(words), (address, FORBIDDEN.search(words))


def test_headers(client: FlaskClient) -> None:
    """A strict policy on every answer; hashed files are kept for a year; pages are compressed."""
    response = client.get("/", headers={"Accept-Encoding": "gzip"})
    assert "default-src 'self'" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Encoding"] == "gzip"
    (style,) = found_in(client.get("/"), r'href="(/static/site\.[0-9a-f]+\.css)"')
    kept = client.get(style)
    assert "immutable" in kept.headers["Cache-Control"]
    assert client.get("/static/site.css").status_code == 404
    assert len(client.get(style, headers={"Accept-Encoding": "gzip"}).data) < 20_000


def test_internal_documents_do_not_exist(client: FlaskClient, site: Workspace, texts: dict[str, str]) -> None:
    """An internal file answers on every address exactly as an unknown one, and is in no list, count, feed or file."""
    (row,) = site.store.documents(DocumentFilter(visibility=("internal",))).items
    unknown = "d0000000000000000"
    analysis = site.store.get(row.id)
    clause = analysis.outline.clauses[0].eid
    for pattern in (
        *("/documents/{}", "/documents/{}.json", "/documents/{}.txt", "/documents/{}/facts", "/documents/{}/original"),
        *("/documents/{}/versions", "/documents/{}/similar", "/documents/{}/compare", "/api/v1/documents/{}"),
        *(f"/c/{{}}/{clause}", "/commitments/task-table?document={}", "/entities/{}", "/api/v1/entities/{}"),
    ):
        one, other = client.get(pattern.format(row.id)), client.get(pattern.format(unknown))
        assert one.status_code == other.status_code == 404, pattern
        assert _plain(one.text, row.id) == _plain(other.text, unknown)
    for key in site.store.fact_ids(row.id):
        assert client.get(f"/commitments/{key}").status_code == 404
    for address, text in texts.items():
        assert INTERNAL_WORD not in text, address
        assert row.id not in text, address
    for address in ("/search?q=", "/ask?q=何时建成", "/api/v1/search?q="):
        assert "输水能力" not in client.get(address + INTERNAL_WORD).text


def _plain(text: str, key: str) -> str:
    """An answer without the id that was asked for and without tokens, which differ each time."""
    return re.sub(r'name="token" value="[^"]+"', "", text.replace(key, ""))


def test_personal_data_is_nowhere(client: FlaskClient, texts: dict[str, str]) -> None:
    """Numbers and addresses of persons are hidden in pages, files, feeds and the API, at equal length."""
    document = unquote(json_at(client, "/api/v1/documents?words=供水检查")["items"][0]["url"])
    forms = (".txt", ".json", "/facts", "/facts?format=csv")
    files = {
        address: client.get(address).text for address in [f"/api/v1{document}", *(document + form for form in forms)]
    }
    for address, text in (*files.items(), *texts.items()):
        assert not [piece for piece in PERSONAL if piece in text], address
    assert "手机号码已隐去" in files[f"{document}.txt"]
    original = client.get(f"{document}/original")
    assert original.status_code == 403
    assert "不提供公开下载" in original.text
    assert "/original" not in client.get(document).text


@pytest.mark.parametrize(
    "address",
    ["/none", "/documents/dx", "/documents/d0.pdf", "/entities/none", "/indicators/none", "/c/d0/x", "/commitments/c0"],
)
def test_unknown_addresses_have_a_page(client: FlaskClient, address: str) -> None:
    """What is not there is said with a search box and a way home."""
    response = client.get(address)
    assert response.status_code == 404
    assert "没有找到这个页面" in response.text
    assert 'role="search"' in response.text


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '"><b>', "%00", "' OR 1=1 --", "(" * 400, "”“" * 50])
def test_hostile_input_is_text(client: FlaskClient, hostile: str) -> None:
    """Whatever is typed is shown as text and harms nothing."""
    for path, name in (
        *(("/search", "q"), ("/ask", "q"), ("/documents", "words"), ("/commitments", "department")),
        *(("/entities", "words"), ("/indicators", "words"), ("/feedback", "page"), ("/feeds/search.xml", "q")),
    ):
        response = client.get(path, query_string={name: hostile})
        assert response.status_code == 200, path
        assert "<script>alert" not in response.text
        assert '"><b>' not in response.text


def test_refusals_state_the_bounds(client: FlaskClient, site: Workspace) -> None:
    """A refusal holds the number of documents that the foot names, and never says that there are no rules."""
    held = site.store.bounds()
    text = client.get("/ask?q=火星基地的氧气价格是多少").text
    assert "未能回答" in text
    assert f"{held.documents}件文件" in text
    assert "没有相关规定" not in text.replace("这不表示没有相关规定", "").replace("不表示没有相关规定", "")


def test_a_failing_part_is_told_with_a_number(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A fault (here the index is gone from under the site) gives a calm page with a number, and the API a problem."""
    home = tmp_path_factory.mktemp("broken")
    with Workspace.open(Config(home=home)) as workspace:
        client = create_app(workspace).test_client()
        shutil.rmtree(home / "index")
        response = client.get("/search?q=养老")
        assert response.status_code == 500
        assert re.search("再次出现请告知编号[0-9a-f]{8}", response.text)
        assert client.get("/api/v1/search?q=养老").get_json()["title"] == "系统暂时无法处理"


def test_empty_store(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Without documents every page says so."""
    with Workspace.open(Config(home=tmp_path_factory.mktemp("empty"))) as empty:
        client = create_app(empty).test_client()
        for address in PAGES:
            assert client.get(address).status_code == 200, address
        assert "库中还没有文件" in client.get("/").text
        assert json.loads(client.get("/api/v1/documents").text)["total"] == 0


def test_a_document_without_headings_has_no_column_for_them(tmp_path: Path) -> None:
    """Its text takes the place that the headings of others have."""
    analysis = analyse(plain_document("石桥县水务局已经检修水厂，居民用水正常。\n"))
    with open_site(tmp_path) as site:
        site.store.put(analysis)
        client = create_app(site, b"secret").test_client()
        assert '<div class="doc no-outline">' in client.get(f"/documents/{analysis.document.id}").text
