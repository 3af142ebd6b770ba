"""Places, levels and keys: which names of a document mean one body."""

from __future__ import annotations

import pytest

from extract.bodies.names import find_bodies
from extract.bodies.places import full_by_short, level_of, shorten
from extract.bodies.resolve import Home, key_of, keys_by_level, leading_places, merge_bare

PLACES = [
    ("重庆市南川区人民政府", ("重庆市", "南川区")),
    ("云南省医疗保障局", ("云南省",)),
    ("青岚省医疗保障局", ("青岚省",)),  # of no table
    ("国务院办公厅", ()),
]


@pytest.mark.parametrize(("name", "places"), PLACES)
def test_places_at_the_start_of_a_name(name: str, places: tuple[str, ...]) -> None:
    """The places that an issuer's name starts with, outermost first."""
    assert leading_places(name) == places


SHORT = [("云南省", "云南"), ("新疆维吾尔自治区", "新疆"), ("昆明市", "昆明"), ("大理白族自治州", "大理")]


@pytest.mark.parametrize(("name", "short"), SHORT)
def test_short_names_of_places(name: str, short: str) -> None:
    """A place without its class and its people."""
    assert shorten(name) == short
    assert full_by_short()[short] == name


def test_levels() -> None:
    """The class that a name ends with."""
    assert [level_of(name) for name in ("云南省", "新疆维吾尔自治区", "五华区", "石桥")] == ["省", "自治区", "区", ""]


SAME = [
    # home, names that share a key
    ("云南省医疗保障局", ("云南省医疗保障局", "省医保局")),
    ("重庆市南川区人民政府", ("南川区人民政府", "区政府")),
    ("重庆市南川区人民政府", ("重庆市财政局", "市财政局")),
    ("国务院办公厅", ("国家发展和改革委员会", "国家发展改革委")),
    ("云南省医疗保障局", ("中国银保监会云南监管局", "省银保监局")),
]


@pytest.mark.parametrize(("issuer", "names"), SAME)
def test_names_of_one_body(issuer: str, names: tuple[str, str]) -> None:
    """Full and short names share a key in a document of that issuer."""
    home = Home.of(issuer)
    keys = {key_of(find_bodies(name)[0], home) for name in names}

    assert len(keys) == 1


def test_headquarters_of_two_levels_are_two() -> None:
    """国家抗旱指挥部 is no ministry that goes by its bare name; the one of a province stays another body."""
    home = Home.of("国务院办公厅")
    names = ("国家防汛抗旱指挥部", "省级防汛抗旱指挥部")
    keys = {key_of(find_bodies(name)[0], home) for name in names}

    assert len(keys) == 2
    assert not merge_bare(keys, home)


def test_offices_of_a_field_at_two_levels_are_two() -> None:
    """省级水利部门 beside 县级水利部门 or 各级水利部门 is another one; alone it is the field's."""
    names = ("省级水利部门", "县级水利部门", "各级水利部门")
    bodies = [find_bodies(name)[0] for name in names]
    apart = keys_by_level(bodies, Home())

    assert [apart[body][0] for body in bodies] == ["省", "县", ""]
    assert keys_by_level(bodies[1:], Home())[bodies[1]][0] == "县"
    assert keys_by_level(bodies[1:2], Home()) == {}


def test_a_name_without_a_place_means_the_office_at_home() -> None:
    """财政厅 beside 云南省财政厅 is that office; beside two it is neither."""
    home = Home(("云南省",))

    assert merge_bare([("云南省", "财政厅"), ("", "财政厅")], home) == {("", "财政厅"): ("云南省", "财政厅")}
    assert merge_bare([("甲市", "财政局"), ("乙市", "财政局"), ("", "财政局")], Home()) == {}
