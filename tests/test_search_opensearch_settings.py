"""What is set for the search cluster, and what is refused before anything is sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import ZhengnuoError
from search.opensearch_settings import read_settings

HOME = Path("home/index")


def test_one_address_is_enough() -> None:
    """All else has its usual value."""
    settings = read_settings({"ZHENGNUO_OPENSEARCH_URL": "http://localhost:9200/"}, HOME)

    assert settings.nodes == ("http://localhost:9200",)
    assert (settings.shards, settings.replicas, settings.user, settings.ca_file) == (3, 1, "", "")


def test_everything_can_be_set(tmp_path: Path) -> None:
    """By variables named as the settings are."""
    ca_file = tmp_path / "ca.pem"
    ca_file.touch()
    settings = read_settings(
        {
            "ZHENGNUO_OPENSEARCH_URL": "https://a.example:9200, https://b.example:9200",
            "ZHENGNUO_OPENSEARCH_INDEX": "province",
            "ZHENGNUO_OPENSEARCH_SHARDS": "6",
            "ZHENGNUO_OPENSEARCH_REPLICAS": "2",
            "ZHENGNUO_OPENSEARCH_USER": "writer",
            "ZHENGNUO_OPENSEARCH_PASSWORD": "not a real one",
            "ZHENGNUO_OPENSEARCH_CA_FILE": str(ca_file),
            "ZHENGNUO_OPENSEARCH_TIMEOUT": "5",
            "ZHENGNUO_OPENSEARCH_PATIENCE": "0",
        },
        HOME,
    )

    assert settings.nodes == ("https://a.example:9200", "https://b.example:9200")
    assert (settings.index, settings.shards, settings.replicas) == ("province", 6, 2)
    assert (settings.user, settings.ca_file, settings.timeout, settings.patience) == ("writer", str(ca_file), 5, 0)


def test_two_homes_never_share_an_index_by_accident() -> None:
    """Where no name is set, it follows from the folder."""
    environ = {"ZHENGNUO_OPENSEARCH_URL": "http://localhost:9200"}
    one, same, other = (read_settings(environ, Path(path)).index for path in ("home/a", "home/a", "home/b"))

    assert one == same != other


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("URL", "", "须设置环境变量 ZHENGNUO_OPENSEARCH_URL"),
        ("URL", "localhost:9200", "无法使用"),  # no scheme
        ("URL", "https://user:secret@a.example", "无法使用"),  # would stand in messages and logs
        ("URL", "https://a.example/path", "无法使用"),
        ("URL", "http://a.example:9200", "不能经未加密的连接发送"),  # with a user, below
        ("INDEX", "a.b", "只能由小写字母"),  # dots tell the engine's own indexes
        ("INDEX", "*", "只能由小写字母"),
        ("SHARDS", "0", "不小于1"),
        ("SHARDS", "many", "不小于1"),
        ("SHARDS", "nan", "不小于1"),
        ("REPLICAS", "-1", "不小于0"),
        ("CA_FILE", "nowhere.pem", "不存在"),
    ],
)
def test_what_cannot_work_is_refused(name: str, value: str, told: str) -> None:
    """With one Chinese sentence that names it."""
    environ = {
        "ZHENGNUO_OPENSEARCH_URL": "https://a.example",
        "ZHENGNUO_OPENSEARCH_USER": "writer",
        f"ZHENGNUO_OPENSEARCH_{name}": value,
    }
    with pytest.raises(ZhengnuoError, match=told):
        read_settings(environ, HOME)
