"""Settings: defaults, then `config.toml` of the home folder, then environment variables, then arguments."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from corpus.errors import ZhengnuoError

DEFAULT_HOME = Path("~/.zhengnuo")
PREFIX = "ZHENGNUO_"


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that a deployment can set; the environment variable of `time_limit` is `ZHENGNUO_TIME_LIMIT`.

    Attributes:
        home: folder of the store, the originals and the index.
        database: SQLAlchemy URL; SQLite in the home where empty.
        engine: `tantivy` or `whoosh`.
        workers: processes that read files side by side; 0 = one a core.
        time_limit: seconds that one file may take.
        size_limit: bytes that one file may have.
        host: address that `serve` listens on; loopback unless set.
        port: port that `serve` listens on.
        processes: of the site; 0 = one a core, four at most.
        threads: requests answered at once by each of them.
        organizer: 主办单位, shown at the foot of pages; empty ones are not shown, like the three below.
        contact: 联系方式.
        site_code: 网站标识码.
        record_number: 备案编号.
    """

    home: Path = DEFAULT_HOME
    database: str = ""
    engine: str = "tantivy"
    workers: int = 0
    time_limit: int = 120
    size_limit: int = 50 * 1024 * 1024
    host: str = "127.0.0.1"
    port: int = 8000
    processes: int = 0
    threads: int = 16
    organizer: str = ""
    contact: str = ""
    site_code: str = ""
    record_number: str = ""


_TYPES = {field.name: str(field.type) for field in fields(Config)}


def load_config(home: Path | None = None, environ: Mapping[str, str] = os.environ, **arguments: Any) -> Config:
    """The settings in force; an argument that is None does not count.

    Raises:
        ZhengnuoError: if the file or a value cannot be read.
    """
    folder = (home or Path(environ.get(f"{PREFIX}HOME") or DEFAULT_HOME)).expanduser().resolve()
    given: dict[str, Any] = {}
    given.update(_file_settings(folder / "config.toml"))
    given.update({name: environ[PREFIX + name.upper()] for name in _TYPES if PREFIX + name.upper() in environ})
    given.update({name: value for name, value in arguments.items() if value is not None})
    given["home"] = folder
    return replace(Config(), **{name: _typed(name, value) for name, value in given.items()})


def _file_settings(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ZhengnuoError(f"配置文件 {path} 无法读取：{error}") from error
    unknown = sorted(set(found) - set(_TYPES))
    if unknown:
        raise ZhengnuoError(f"配置文件 {path} 中有不认识的设置项：{'、'.join(unknown)}")
    return found


def _typed(name: str, value: Any) -> Any:
    kind = _TYPES.get(name)
    try:
        return int(value) if kind == "int" else Path(value) if kind == "Path" else str(value)
    except ValueError:
        raise ZhengnuoError(f"设置项 {name} 应为整数，现为“{value}”。") from None
