"""Reforms are data: each row is read, dated and sourced, and leads from one body to the other."""

from __future__ import annotations

import re

import pytest

from corpus.store.graph_rows import Body
from kg.identity import identify
from kg.names import Rename, central, renames
from kg.places import COUNTRY, short_provinces
from kg.setting import Setting, place_at_start
from kg.succession import successions_of

YUNNAN, INVENTED, CITY, COUNTY = "云南省", "澜岭省", "澄泽市", "云亭县"


def body(name: str) -> Body:
    """What a full name means, wherever it is."""
    return identify(name, Setting(place_at_start(name, None) or COUNTRY)).body


def after(name: str) -> set[tuple[str, str, str]]:
    """What took the place of a body: the name, the way, the time."""
    own = body(name)
    return {(other.name, row.kind, row.since) for row, other in successions_of(own) if row.before == own.id}


def before(name: str) -> set[str]:
    """Whose place a body took."""
    own = body(name)
    return {other.name for row, other in successions_of(own) if row.after == own.id}


@pytest.mark.parametrize(
    ("name", "later"),
    [
        ("国家卫生和计划生育委员会", {("国家卫生健康委员会", "renamed", "2018-03")}),
        ("国务院法制办公室", {("司法部", "merged", "2018-03")}),
        ("国家乡村振兴局", {("农业农村部", "merged", "2023-03")}),
        ("中国银行保险监督管理委员会", {("国家金融监督管理总局", "renamed", "2023-05")}),
        ("铁道部", {("交通运输部", "split", "2013-03"), ("国家铁路局", "split", "2013-03")}),
        ("国家计划委员会", {("国家发展计划委员会", "renamed", "1998-03")}),
        ("国家发展计划委员会", {("国家发展和改革委员会", "renamed", "2003-03")}),
        ("财政部", set()),
    ],
)
def test_reforms_of_the_centre(name: str, later: set[tuple[str, str, str]]) -> None:
    """1998, 2003, 2008, 2013, 2018 and 2023."""
    assert after(name) == later


@pytest.mark.parametrize(
    ("name", "later"),
    [
        (f"{INVENTED}卫生和计划生育委员会", {f"{INVENTED}卫生健康委员会"}),
        (f"{INVENTED}国土资源厅", {f"{INVENTED}自然资源厅"}),
        (f"{INVENTED}环境保护厅", {f"{INVENTED}生态环境厅"}),
        (f"{INVENTED}农业厅", {f"{INVENTED}农业农村厅"}),
        (f"{INVENTED}工商行政管理局", {f"{INVENTED}市场监督管理局"}),
        (f"{INVENTED}质量技术监督局", {f"{INVENTED}市场监督管理局"}),
        (f"{INVENTED}食品药品监督管理局", {f"{INVENTED}市场监督管理局", f"{INVENTED}药品监督管理局"}),
        (f"{INVENTED}安全生产监督管理局", {f"{INVENTED}应急管理厅"}),
        (f"{INVENTED}旅游发展委员会", {f"{INVENTED}文化和旅游厅"}),
        (f"{INVENTED}法制办", {f"{INVENTED}司法厅"}),
        (f"{INVENTED}乡村振兴局", {f"{INVENTED}农业农村厅"}),
        (f"{INVENTED}地方税务局", {f"国家税务总局{INVENTED}税务局"}),
        (f"{CITY}环境保护局", {f"{CITY}生态环境局"}),
        (f"{CITY}安全生产监督管理局", {f"{CITY}应急管理局"}),
        (f"{CITY}国土资源局", set()),  # 自然资源局 here, 自然资源和规划局 there: no row can say
        (f"{COUNTY}国土资源局", {f"{COUNTY}自然资源局"}),
        (f"{COUNTY}扶贫开发办公室", {f"{COUNTY}乡村振兴局"}),
    ],
)
def test_reforms_of_places(name: str, later: set[str]) -> None:
    """A reform that all places went through alike leads on in each of them, by level."""
    assert {one for one, _, _ in after(name)} == later


@pytest.mark.parametrize(
    ("name", "later"),
    [
        ("吉林省工商行政管理局", {"吉林省市场监督管理厅"}),
        ("西藏自治区旅游发展委员会", {"西藏自治区旅游发展厅"}),
        ("内蒙古自治区农牧业厅", {"内蒙古自治区农牧厅"}),
        ("湖南省林业厅", {"湖南省林业局"}),
        ("云南省林业厅", {"云南省林业和草原局"}),
        ("北京市安全生产监督管理局", {"北京市应急管理局"}),
        ("云南银保监局", {"国家金融监督管理总局云南监管局"}),
    ],
)
def test_provinces_that_went_their_own_way(name: str, later: set[str]) -> None:
    """A row may hold for some provinces alone, or for all but some."""
    assert {one for one, _, _ in after(name)} == later


def test_back_in_time() -> None:
    """From the later body to those that it came from."""
    assert before("国家市场监督管理总局") == {
        "国家工商行政管理总局",
        "国家质量监督检验检疫总局",
        "国家食品药品监督管理总局",
    }
    assert before(f"{INVENTED}市场监督管理局") == {
        f"{INVENTED}工商行政管理局",
        f"{INVENTED}质量技术监督局",
        f"{INVENTED}食品药品监督管理局",
    }


ROWS = [*renames("central"), *renames("local")]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.before}-{row.after}-{row.levels}")
def test_every_row_is_whole(row: Rename) -> None:
    """A way, a time and a source; bodies that the tables know; provinces that are."""
    assert row.kind in {"renamed", "merged", "split"}
    assert re.fullmatch(r"(?:19|20)\d\d(?:-\d\d)?", row.since)
    assert row.source
    if not row.levels:
        assert {row.before, row.after} <= set(central())
    assert {name.removeprefix("-") for name in row.places} <= set(short_provinces())
    assert row.before != row.after


def test_every_local_row_leads_somewhere() -> None:
    """Both ends of each local row are read as bodies of a place where it holds."""
    for row in renames("local"):
        names = [name for name in row.places if not name.startswith("-")]
        province = short_provinces()[names[0]].name if names else YUNNAN
        for level in row.levels:
            place = province if level == "p" else f"{YUNNAN}昆明市" if level == "c" else f"{YUNNAN}昆明市五华区"
            assert after(f"{place}{row.before}"), (place, row)


def test_no_body_is_followed_by_one_that_went_before() -> None:
    """Following the rows of the centre from any body comes to an end, and forward in time."""
    rows = {(row.before, row.after): row.since for row in renames("central")}
    for (_, middle), since in rows.items():
        for (again, _), later in rows.items():
            assert again != middle or later >= since


def test_a_renamed_place() -> None:
    """An office of a place that has another name today goes on there."""
    assert ("襄阳市财政局", "renamed", "2010") in after("襄樊市财政局")
