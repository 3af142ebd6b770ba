"""Departments are facets by what they do, and each count is that of the documents that the facet leads to."""

from __future__ import annotations

from flask.testing import FlaskClient

from search import Filters, Page
from search.engine import Facet
from search.entries import in_role
from webapp.views_search import MOST_OPTIONS, ROLES, facet_counts, search_groups
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


def test_a_facet_lists_its_most_frequent_values_and_what_is_chosen() -> None:
    """Of very many values so many as a reader can look through; how many there are is said; none is counted wrongly."""
    values = [Facet(f"第{at}局", 500 - at) for at in range(MOST_OPTIONS + 40)]
    chosen = values[-1].value
    few, cut = (
        search_groups(Page(facets={"issuer": tuple(facets)}), Filters(issuers=issuers))[0]
        for facets, issuers in ((values[:MOST_OPTIONS], ()), (values, (chosen,)))
    )

    assert len(few.options) == MOST_OPTIONS
    assert not few.note
    assert [option.value for option in cut.options] == [item.value for item in values[:MOST_OPTIONS]] + [chosen]
    assert [option.count for option in cut.options] == [item.count for item in values[:MOST_OPTIONS]] + [
        values[-1].count
    ]
    assert [option.value for option in cut.options if option.chosen] == [chosen]
    assert cut.note == f"共{len(values)}项，列出文件最多的{MOST_OPTIONS + 1}项"
