"""The site over the shared seed documents: what two replies of an office say, and the table of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.site_corpus import keep
from tests.site_tour import json_at, number_in, parsed, text_at
from webapp.app import create_app
from webapp.config import Config
from webapp.workspace import Workspace

pytestmark = pytest.mark.real

EARLIER, LATER = "12050401", "13010485"
"""Numbers of the proposals that the two replies answer."""


@pytest.fixture(scope="module")
def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """A reader of the site over the seeds."""
    with Workspace.open(Config(home=tmp_path_factory.mktemp("home"))) as workspace:
        for file in sorted((shared / "seeds").iterdir()):
            keep(workspace, file.read_bytes(), file.name)
        workspace.follow()
        yield create_app(workspace, b"secret").test_client()


@pytest.fixture(scope="module")
def outcomes(seeds: FlaskClient) -> Any:
    """What the later reply says of the earlier one."""
    return json_at(seeds, f"/api/v1/outcomes?document={EARLIER}")


@pytest.mark.parametrize(
    ("words", "base", "values"),
    [
        ("参加", "人", ("1890000", "1980000")),
        ("定点", "家", ("56", "56")),
        ("申请", "人次", ("12399", "19400")),
    ],
)
def test_two_years_in_one_unit(
    seeds: FlaskClient, outcomes: Any, words: str, base: str, values: tuple[str, str]
) -> None:
    """A count of both replies is one indicator, with time and clause of each value, in the API and on its page."""
    (one,) = [each for each in outcomes["indicators"] if words in each["name"]]
    first, last = one["own"][0], one["later"][-1]
    assert one["unit"] == base
    assert tuple(Decimal(point["comparable"]) for point in (first, last)) == tuple(map(Decimal, values))
    assert first["at"] == "2022-03"
    assert last["at"][:4] == "2023"
    assert all(point["clause"] for point in (first, last))
    text = text_at(seeds, f"/indicators/{one['series']}")
    assert all(
        re.search(rf"{value}{base}|{point['text']}", text) for value, point in zip(values, (first, last), strict=True)
    )


def test_promises_of_one_year_in_the_next(seeds: FlaskClient, outcomes: Any) -> None:
    """Some promises are taken up, each with its reason and clause; the others are listed with the day of the search."""
    taken_up = [item for item in outcomes["items"] if item["later"]]
    assert len(taken_up) >= 4
    assert {"restates", "progresses"} <= {link["relation"] for item in taken_up for link in item["later"]}
    for link in (link for item in taken_up for link in item["later"]):
        assert LATER in link["title"]
        assert link["clause"]
        assert link["reason"].endswith("。")
    silent = [item for item in outcomes["items"] if not item["later"]]
    text = text_at(seeds, f"/commitments/outcomes?document={outcomes['document']}&part=silent&size=100")
    assert number_in(text, r"未再提及的承诺(\d+)项") == len(silent) > 0
    assert "检索至" in text
    assert "这不表示没有落实" in silent[0]["statement"]


def test_a_promise_shows_values_of_its_matter(seeds: FlaskClient, outcomes: Any) -> None:
    """The page of a promise shows what later became of the counts of its section."""
    key = next(item["id"] for item in outcomes["items"] if item["later"])
    assert "同一部分载明的指标及其后续数值" in text_at(seeds, f"/commitments/{key}")


def test_fourteen_rows_of_a_plans_table(seeds: FlaskClient) -> None:
    """Each row of the plan's table is a line of its evaluation, with nature, and base or target, and its place."""
    form = json_at(seeds, "/api/v1/evaluation?plan=“十四五”规划&until=2026-11-01")
    rows = [line for line in form["indicators"] if line["nature"]]
    assert len(rows) == 14
    assert {line["nature"] for line in rows} == {"约束性", "预期性"}
    assert sum(bool(line["baseline"]) for line in rows) >= 9
    assert all(line["target"] and line["target_at"]["clause"] for line in rows)
    text = text_at(seeds, f"/evaluations/{form['plan']['id']}?until=2026-11-01&size=100")
    assert len(parsed(text).xpath("//main//table/tbody/tr")) == len(form["indicators"])
    ledger = [item for item in json_at(seeds, "/api/v1/ledger?words=南川&size=100")["items"] if item["nature"]]
    assert len(ledger) == 14
    assert all(item["target"] and item["target"]["at"] == "2025" for item in ledger)
