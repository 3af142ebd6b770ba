"""Requests to a search cluster whose nodes are down, busy, strange or encrypted; the nodes are stand-ins."""

from __future__ import annotations

import json
import shutil
import socket
import ssl
import subprocess
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import ZhengnuoError
from search import open_engine
from search.opensearch_bulk import Bulk
from search.opensearch_cluster import Cluster, ClusterRefusedError, ClusterUnreachableError
from search.opensearch_settings import Settings
from tests.stand_in import Asked, stand_in

GREETING = {"version": {"distribution": "opensearch", "number": "2.19.1"}}


def greet(_: Asked) -> tuple[int, dict[str, Any]]:
    """What a node says of itself."""
    return 200, GREETING


def unused_address() -> str:
    """An address at which nothing listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}"


def names_of(asked: list[Asked]) -> list[str]:
    """The names of the documents of all bulk requests, as they arrived."""
    lines = [json.loads(line) for request in asked for line in request.body.splitlines()]
    return [line["index"]["_id"] for line in lines if "index" in line]


def test_a_node_that_is_down_is_passed_over() -> None:
    """And asked last for a while."""
    with stand_in(greet) as node:
        cluster = Cluster(Settings((unused_address(), node.url), "test"))
        assert [cluster.version() for _ in range(4)] == [2] * 4
        cluster.close()


def test_a_cluster_that_is_away_is_told_in_chinese(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At once, with the address."""
    address = unused_address()
    monkeypatch.setenv("ZHENGNUO_OPENSEARCH_URL", address)
    with pytest.raises(ZhengnuoError, match=f"无法连接 OpenSearch 集群（{address}）"):
        open_engine("opensearch", tmp_path)


def test_a_missing_address_is_told_in_chinese(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the name of the variable."""
    monkeypatch.delenv("ZHENGNUO_OPENSEARCH_URL", raising=False)
    with pytest.raises(ZhengnuoError, match="ZHENGNUO_OPENSEARCH_URL"):
        open_engine("opensearch", tmp_path)


def test_something_else_at_the_address_is_told() -> None:
    """Another server is no cluster."""
    with stand_in(lambda _: (200, {"hello": "world"})) as node:
        cluster = Cluster(Settings((node.url,), "test"))
        with pytest.raises(ClusterRefusedError, match="不是 OpenSearch"):
            cluster.version()
        cluster.close()


def test_a_refusal_is_not_tried_again() -> None:
    """And says what to look at."""
    with stand_in(lambda _: (401, {})) as node:
        cluster = Cluster(Settings((node.url,), "test"))
        with pytest.raises(ClusterRefusedError, match="请检查用户名、密码和权限"):
            cluster.send("GET", "/")
        assert len(node.asked) == 1
        cluster.close()


def test_a_busy_cluster_is_waited_for() -> None:
    """As long as is bearable, and no longer."""
    answers = iter([(503, {}), (429, {}), (200, GREETING)])
    with stand_in(lambda _: next(answers, (503, {"error": "still busy"}))) as node:
        patient = Cluster(Settings((node.url,), "test", patience=5))
        assert patient.send("GET", "/").body == GREETING
        hasty = Cluster(Settings((node.url,), "test", patience=0.1))
        with pytest.raises(ClusterUnreachableError, match="集群繁忙"):
            hasty.send("GET", "/")
        patient.close()
        hasty.close()


def test_changes_that_a_busy_cluster_puts_off_arrive_later() -> None:
    """Each of them, and no other one twice more than needed."""
    refusals = iter([{"2", "3"}, {"3"}])

    def reply(asked: Asked) -> tuple[int, dict[str, Any]]:
        busy = next(refusals, set())
        items = [{"index": {"status": 429 if name in busy else 201}} for name in names_of([asked])]
        return 200, {"errors": bool(busy), "items": items}

    with stand_in(reply) as node:
        cluster = Cluster(Settings((node.url,), "test"))
        bulk = Bulk(cluster, "test")
        for name in ("1", "2", "3", "4"):
            bulk.put(name, {"entry": "x"})
        bulk.flush()
        cluster.close()

    assert names_of(node.asked) == ["1", "2", "3", "4", "2", "3", "3"]


def test_a_request_that_is_too_large_is_sent_in_halves() -> None:
    """Until it is taken."""
    most = 200_000

    def reply(asked: Asked) -> tuple[int, dict[str, Any]]:
        return (413, {}) if len(asked.body) > most else (200, {"errors": False, "items": []})

    with stand_in(reply) as node:
        cluster = Cluster(Settings((node.url,), "test"))
        bulk = Bulk(cluster, "test")
        for at in range(100):
            bulk.put(str(at), {"entry": "x" * 10_000})
        bulk.flush()
        cluster.close()

    taken = [asked for asked in node.asked if len(asked.body) <= most]
    assert names_of(taken) == [str(at) for at in range(100)]


def test_a_refused_document_is_an_error() -> None:
    """It is never left out in silence."""
    refusal = {"index": {"status": 400, "error": {"reason": "no such field"}}}
    with stand_in(lambda _: (200, {"errors": True, "items": [refusal]})) as node:
        cluster = Cluster(Settings((node.url,), "test"))
        bulk = Bulk(cluster, "test")
        bulk.put("1", {"entry": "x"})
        with pytest.raises(ClusterRefusedError, match="no such field"):
            bulk.flush()
        cluster.close()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ssl.SSLContext]:
    """A certificate of its own for this machine, and a server's use of it."""
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("openssl, which makes the certificate, is not installed")
    folder = tmp_path_factory.mktemp("tls")
    key, own = folder / "key.pem", folder / "own.pem"
    request = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    names = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(own)]
    subprocess.run([program, *request, *names], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own, key)
    return own, context


def test_an_encrypted_cluster_is_reached_with_its_certificate(certificate: tuple[Path, ssl.SSLContext]) -> None:
    """User and password go with each request."""
    own, context = certificate
    with stand_in(greet, context) as node:
        settings = Settings((node.url,), "test", user="writer", password="not a real one", ca_file=str(own))  # noqa: S106
        cluster = Cluster(settings)
        assert cluster.version() == 2
        cluster.close()

    assert node.asked[0].headers["authorization"] == "Basic d3JpdGVyOm5vdCBhIHJlYWwgb25l"


def test_a_certificate_that_nobody_vouches_for_is_not_accepted(certificate: tuple[Path, ssl.SSLContext]) -> None:
    """Nothing is sent, and it is not tried again."""
    with stand_in(greet, certificate[1]) as node:
        cluster = Cluster(Settings((node.url,), "test", user="writer", password="not a real one"))  # noqa: S106
        with pytest.raises(ClusterUnreachableError, match="加密连接不成立"):
            cluster.version()
        cluster.close()

    assert node.asked == []
