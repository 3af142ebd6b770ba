"""Departments are facets by what they do, and each count is that of the documents that the facet leads to."""

from __future__ import annotations

from flask.testing import FlaskClient

from search import Filters
from search.entries import in_role
from webapp.views_search import ROLES, facet_counts
from webapp.workspace import Workspace


def test_counts_of_departments_with_their_role(site: Workspace) -> None:
    """Every count of a lead or joint department is the number of documents found with it."""
    counts = facet_counts(site.engine.search("完成 或 建设", per_document=1, limit=1))

    assert counts["lead"]
    assert counts["joint"]
    assert not any("|" in name for name, _ in counts["department"])
    for role in ROLES:
        for name, count in counts[role][:5]:
            narrowed = site.engine.search("完成 或 建设", Filters(acting=(in_role(name, role),)), per_document=1)
            assert narrowed.documents == count, (role, name)


def test_the_page_narrows_by_role(client: FlaskClient, site: Workspace) -> None:
    """The page offers lead departments, and a chosen one stays as a condition that can be taken off."""
    name, count = facet_counts(site.engine.search("完成", per_document=1))["lead"][0]
    shown = client.get("/search", query_string={"q": "完成", "lead": name}).text

    assert "牵头单位" in shown
    assert f"找到{count}件文件" in shown


def test_a_number_without_document_is_said(client: FlaskClient) -> None:
    """A 发文字号 that the corpus does not hold gives that note, and no documents of the same body instead."""
    shown = client.get("/search", query_string={"q": "云水发〔2001〕99号"}).text

    assert "本库未收录该文件" in shown
    assert "件文件，共" not in shown
    found = client.get("/search", query_string={"q": "云水发[2025]21号"}).text
    assert "直接查看《" in found
