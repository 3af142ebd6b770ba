"""What a typed query offers besides its hits: years, names of the corpus, other spellings, other orders."""

from __future__ import annotations

from datetime import date

import pytest
from flask.testing import FlaskClient

from corpus.store import Store
from search import Entry, Hit
from tests.site_tour import found_in, json_at, number_in, text_at
from webapp.arguments import Paging
from webapp.suggestions import initials_of, inside_of, meant, suggest
from webapp.time_words import years_asked
from webapp.views_search import by_deadline
from webapp.workspace import Workspace

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("query", "rest", "first", "last"),
    [
        ("2022年以来 养老服务", "养老服务", 2022, None),
        ("2020年以前的规划", "规划", None, 2020),
        ("2021—2025年 规划", "规划", 2021, 2025),
        ("去年 养老", "养老", 2025, 2025),
        ("“十四五”期间 供水", "供水", 2021, 2025),
        ("十五五时期 供水", "供水", 2026, 2030),
        ("近三年 教育", "教育", 2024, 2026),
        ("2023年", "2023年", 2023, 2023),
    ],
)
def test_words_of_time(query: str, rest: str, first: int | None, last: int | None) -> None:
    """Years are read, open or closed; what stays of the query is the query without them."""
    found = years_asked(query, TODAY)
    assert found is not None
    assert (found.rest, found.first, found.last) == (rest, first, last)


@pytest.mark.parametrize("query", ["养老服务", "云水发〔2025〕21号", "2025—2021年", "12345热线", ""])
def test_no_words_of_time(query: str) -> None:
    """Numbers that are no years, and spans that end before they begin, offer nothing."""
    assert years_asked(query, TODAY) is None


def test_years_become_a_condition(client: FlaskClient) -> None:
    """The offer leads to the same search narrowed to these years, where the condition is listed and can be removed."""
    page = text_at(client, "/search?q=2024年以来 养老")
    assert "识别到时间“2024年以来”，只看成文于2024年及以后的文件" in page
    narrowed = text_at(client, "/search?q=养老&from=2024")
    assert 'aria-label="移除条件：成文日期 2024年及以后"' in narrowed
    assert "识别到时间" not in narrowed


@pytest.mark.parametrize(
    ("text", "initials"), [("重庆市", "cqs"), ("养老床位", "ylcw"), ("“十四五”规划2025", "sswgh2025"), ("A3纸", "a3z")]
)
def test_initials(text: str, initials: str) -> None:
    """Read in words, not in single characters; marks are left out."""
    assert initials_of(text) == initials


def test_suggestions(site: Workspace, client: FlaskClient) -> None:
    """Characters and initials find the same name; the ones that begin with it come first; nothing internal is told."""
    (first, *_) = suggest(site.store, "云岭省水")
    assert first in suggest(site.store, first.initials[:4])
    assert first.text.startswith("云岭省水")
    assert client.get(first.address).status_code == 200
    items = json_at(client, "/api/v1/suggest?q=云岭省水")["items"]
    assert items[0] == {"text": first.text, "kind": "机构", "initials": first.initials, "url": first.address}
    assert json_at(client, "/api/v1/suggest?q=")["items"] == []
    assert not any("磐石" in item.text for item in suggest(site.store, "磐石"))


def test_slips(site: Workspace, client: FlaskClient) -> None:
    """One wrong character leads to the name that was meant, with what it finds; a right name leads nowhere else."""
    assert "云岭省水务厅" in [name.text for name in meant(site.store, "云岭省水物厅")]
    assert meant(site.store, "云岭省水务厅") == ()
    page = text_at(client, "/search?q=云岭省水物厅")
    assert "您是不是要找：" in page
    count = number_in(page, r">云岭省水务厅</a>（(\d+)件）")
    assert count == number_in(text_at(client, "/search?q=“云岭省水务厅”"), r"找到(\d+)件文件") > 0


@pytest.mark.parametrize(
    ("typed", "inside"),
    [
        ("养老服物", ["养老服务"]),  # one wrong character
        ("养老务服", ["养老服务"]),  # two that changed places
        ("养老服务", []),  # held as it is
        ("养服老物", []),  # two slips
        ("服物", []),  # too short to tell
    ],
)
def test_slips_inside_of_names(typed: str, inside: list[str]) -> None:
    """A slip is told inside of longer names as well, and only where no name holds what was typed."""
    texts = ["云岭省养老服务条例", "养老服务机构", "云岭省水务厅"]
    assert inside_of(typed, "\n".join(texts))[:1] == inside


def test_order_of_deadlines(site: Workspace, client: FlaskClient) -> None:
    """Documents come by their next deadline, those without one last, in the order of relevance."""
    hits = [Hit(Entry(document, "", "", "", "")) for document in ("d1", "d2", "d2", "d3")]
    ordered = by_deadline(hits, {"d2": "2027-01-01", "d3": "2026-12-31"}, Paging(1, 20))
    assert [hit.document for hit in ordered] == ["d3", "d2", "d2", "d1"]
    assert [hit.document for hit in by_deadline(hits, {}, Paging(2, 1))] == ["d2", "d2"]
    found = found_in(client.get("/search?q=养老&sort=deadline"), r'<h3><a href="/documents/(d[0-9a-f]{16})')
    deadlines = _next_deadlines(site.store, found)
    assert deadlines == sorted(deadlines)


def _next_deadlines(store: Store, documents: list[str]) -> list[str]:
    from webapp.clock import today

    found = store.next_deadlines(documents, today())
    return [found.get(document, "~") for document in documents]
