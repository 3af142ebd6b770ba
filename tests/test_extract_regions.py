"""The place that a document is of, by the names of bodies."""

from __future__ import annotations

import pytest

from extract.metadata.regions import region_of_body


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("云南省医疗保障局", "云南省"),
        ("昆明市五华区人民政府", "昆明市五华区"),
        ("五华区人民政府", "昆明市五华区"),
        ("重庆市南川区人民政府", "重庆市南川区"),
        ("阿坝州人民政府办公室", "阿坝藏族羌族自治州"),
        ("江苏医保局", "江苏省"),
        ("中共云南省委", "云南省"),
        ("国家税务总局云南省税务局", "云南省"),
        ("海关总署广东分署", "广东省"),
        ("国务院办公厅", "全国"),
        ("财政部", "全国"),
        ("农业部办公厅", "全国"),
        ("中共中央", "全国"),
        ("青石省民政厅", "青石省"),
        ("青石市交通运输局", "青石市"),
        ("鼓楼区人民政府", None),
        ("省政府办公厅", None),
        ("自治区医保局", None),
        ("市人民政府", None),
        ("推进城市更新领导小组", None),
    ],
)
def test_region_of_a_body(name: str, region: str | None) -> None:
    """Listed places by name, others by form before an office; a level or an ambiguous name tells nothing."""
    assert region_of_body(name) == region
