"""Abbreviations are learned where documents introduce them, and only those that can be meant elsewhere."""

from __future__ import annotations

import time

import pytest

from search import Entry
from search.abbreviations import Introduced, introduced, unmistakable


def pairs(text: str) -> list[tuple[str, str]]:
    """What a clause introduces, as short and full form."""
    return [(item.short, item.full) for item in introduced(Entry("d", "p_1", "某通知", "", text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("完善城乡居民基本医疗保险（以下简称“居民医保”）制度。", [("居民医保", "城乡居民基本医疗保险")]),
        ("推进长期护理保险(以下简称长护险)试点。", [("长护险", "长期护理保险")]),
        ("建设自由贸易试验区（以下统称“自贸试验区”）。", [("自贸试验区", "自由贸易试验区")]),
        (
            "按《云岭省养老服务体系建设规划》（云府发〔2021〕3号）（以下简称《养老规划》）执行。",
            [("养老规划", "云岭省养老服务体系建设规划")],
        ),
        ("根据《鹭汀县城市更新条例》（以下简称《条例》）。", []),  # a bare kind
        ("鹭汀县水务局（以下简称我局）负责。", []),  # points at the speaker
        ("国家级示范中心（以下简称“示范中心”）挂牌。", []),  # is found in the full form as it is
        ("相关人员（以下简称“甲乙丙”）参加。", []),  # no abbreviation of what stands before
        ("（以下简称“居民医保”）", []),
        ("（以下简称", []),
    ],
)
def test_what_is_introduced(text: str, expected: list[tuple[str, str]]) -> None:
    """The full form is the title, or the words before the bracket that hold the characters of the short one."""
    assert pairs(text) == expected


def test_what_means_many_things_is_not_told() -> None:
    """A short form with three meanings is left out; one of which the wordings contain each other is one meaning."""
    one = [Introduced("护工证", full, f"d{full}", "", "") for full in ("护理工作证", "看护工资证", "救护工具证")]
    same = [Introduced("居民医保", full, "d", "", "") for full in ("居民基本医疗保险", "城乡居民基本医疗保险")]

    assert unmistakable((*one, *same)) == tuple(same)


def test_hostile_text_takes_no_longer() -> None:
    """Brackets without end are read in linear time."""
    start = time.perf_counter()
    assert pairs("（以下简称" * 20_000) == []
    assert pairs("居民" * 40_000 + "（以下简称“居医”）") == []
    assert time.perf_counter() - start < 5
