"""Where the OpenSearch cluster is and how its index is laid out, from environment variables."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from corpus.errors import ZhengnuoError

PREFIX = "ZHENGNUO_OPENSEARCH_"
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")  # no dot: the names of the engine's own indexes begin with "name."
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Settings:
    """A cluster, and this application's index in it.

    Attributes:
        nodes: URLs without a path, at least one; any of them may be down.
        index: name by which the index is searched; what belongs to it is named `index.…`.
        shards: parts of the index, set when it is made; the most machines that can share one search.
        replicas: further copies of each part; so many machines may fail without loss.
        user: of basic authentication; none where empty.
        password: the same.
        ca_file: certificates that the cluster's own is checked by; those of the system where empty.
        cert_file: certificate of this client, where the cluster asks for one.
        key_file: key of that certificate.
        timeout: seconds that one request may take.
        patience: seconds for which a search is tried again while the cluster recovers; writers wait ten times that.
    """

    nodes: tuple[str, ...]
    index: str
    shards: int = 3
    replicas: int = 1
    user: str = ""
    password: str = ""
    ca_file: str = ""
    cert_file: str = ""
    key_file: str = ""
    timeout: float = 30.0
    patience: float = 12.0


def read_settings(environ: Mapping[str, str], path: Path) -> Settings:
    """The settings that variables `ZHENGNUO_OPENSEARCH_…` give, named as the fields are and `URL` for the nodes.

    Args:
        environ: the environment.
        path: folder of indexes, from which the name of the index is made where none is set, so that two homes on one
            cluster never meet; where several machines share an index, it has to be set.

    Raises:
        ZhengnuoError: if the URL is missing, or a value is none.
    """
    given = {name.removeprefix(PREFIX): value.strip() for name, value in environ.items() if name.startswith(PREFIX)}
    nodes = tuple(filter(None, (url.strip().rstrip("/") for url in given.get("URL", "").split(","))))
    if not nodes:
        raise ZhengnuoError(
            f"使用 OpenSearch 引擎须设置环境变量 {PREFIX}URL，例如 https://node1:9200,https://node2:9200。"
        )
    settings = Settings(
        nodes,
        given.get("INDEX") or f"zhengnuo-{hashlib.blake2b(str(path.resolve()).encode(), digest_size=6).hexdigest()}",
        int(_number(given, "SHARDS", 3, least=1)),
        int(_number(given, "REPLICAS", 1, least=0)),
        given.get("USER", ""),
        given.get("PASSWORD", ""),
        given.get("CA_FILE", ""),
        given.get("CERT_FILE", ""),
        given.get("KEY_FILE", ""),
        _number(given, "TIMEOUT", 30, least=1),
        _number(given, "PATIENCE", 12, least=0),
    )
    _check(settings)
    return settings


def _number(given: Mapping[str, str], name: str, usual: float, *, least: float) -> float:
    text = given.get(name, "")
    try:
        value = float(text) if text else usual
    except ValueError:
        value = -1
    if not least <= value < 1e6:
        raise ZhengnuoError(f"环境变量 {PREFIX}{name} 的值“{text}”不是不小于{least:g}的数。")
    return value


def _check(settings: Settings) -> None:
    if not _NAME.fullmatch(settings.index):
        raise ZhengnuoError(f"环境变量 {PREFIX}INDEX 的值“{settings.index}”只能由小写字母、数字、“-”和“_”组成。")
    for url in settings.nodes:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.username:
            raise ZhengnuoError(f"环境变量 {PREFIX}URL 中的地址“{url}”无法使用，应为 https://主机:端口，用户名另设。")
        if settings.user and parts.scheme == "http" and parts.hostname not in _LOOPBACK:
            raise ZhengnuoError(f"用户名和密码不能经未加密的连接发送，请把 {PREFIX}URL 改为 https 地址。")
    for path in filter(None, (settings.ca_file, settings.cert_file, settings.key_file)):
        if not Path(path).is_file():
            raise ZhengnuoError(f"证书文件 {path} 不存在。")
