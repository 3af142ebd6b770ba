"""Settings come from the file, then the environment, then the arguments."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import ZhengnuoError
from webapp.config import Config, load_config


def test_defaults_bind_to_loopback(tmp_path: Path) -> None:
    """Without settings the site is open to this machine alone."""
    assert load_config(tmp_path, environ={}) == Config(home=tmp_path)
    assert Config().host == "127.0.0.1"


def test_later_settings_win(tmp_path: Path) -> None:
    """An argument beats the environment, which beats the file."""
    (tmp_path / "config.toml").write_text('port = 1\nhost = "a"\nthreads = 3\n', "utf-8")
    config = load_config(tmp_path, environ={"ZHENGNUO_PORT": "2", "ZHENGNUO_HOST": "b"}, port=3, host=None)
    assert (config.port, config.host, config.threads) == (3, "b", 3)


def test_home_from_the_environment(tmp_path: Path) -> None:
    """Without --home the variable says where the home is."""
    assert load_config(None, environ={"ZHENGNUO_HOME": str(tmp_path)}).home == tmp_path


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("prot = 80", "prot"),  # a slip is told, not passed over
        ('port = "many"', "整数"),
        ("port = ", "无法读取"),
    ],
)
def test_wrong_settings_are_told(tmp_path: Path, text: str, told: str) -> None:
    """A setting that cannot be understood stops with a Chinese sentence."""
    (tmp_path / "config.toml").write_text(text, "utf-8")
    with pytest.raises(ZhengnuoError, match=told):
        load_config(tmp_path, environ={})
