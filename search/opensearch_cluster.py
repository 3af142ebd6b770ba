"""Requests to an OpenSearch cluster: any node answers, a node that is down is passed over, a busy one is waited for."""

from __future__ import annotations

import json
import random
import threading
import time
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any
from urllib.parse import urlencode

import urllib3
from urllib3.exceptions import HTTPError, MaxRetryError, SSLError

from corpus.errors import ZhengnuoError
from search.opensearch_settings import Settings

_BUSY = (429, 502, 503, 504)
"""Statuses of a cluster that will do later what it cannot do right now."""
_REST = 10.0
"""Seconds for which a node that did not answer is asked last."""
_PAUSES = (0.1, 5.0)
"""Seconds before the second round of the nodes, and the most between two rounds."""
WRITERS = 10
"""Writers are so many times as patient as readers."""

Body = Mapping[str, Any]


class ClusterUnreachableError(ZhengnuoError):
    """No node answered, for as long as was bearable."""

    def __init__(self, nodes: tuple[str, ...], reason: str) -> None:
        super().__init__(f"无法连接 OpenSearch 集群（{'、'.join(nodes)}）：{reason}。请检查地址、网络和集群状态。")


class ClusterRefusedError(ZhengnuoError):
    """The cluster answered that it will not do this."""

    def __init__(self, status: int, reason: str) -> None:
        advice = "，请检查用户名、密码和权限" if status in (401, 403) else ""
        super().__init__(f"OpenSearch 集群拒绝了请求（{status}）：{reason or '未说明原因'}{advice}。")
        self.status = status


@dataclass(frozen=True, slots=True)
class Answer:
    """What a node answered: the status of HTTP, and the JSON of the body."""

    status: int
    body: dict[str, Any]


def json_bytes(body: Body) -> bytes:
    """A body as JSON; a lone surrogate, which is no character, becomes a question mark."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


class Cluster:
    """The nodes of a cluster; safe to share between threads.

    All requests of this package may be sent twice without harm, which is why they are simply sent again.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._turns = count(random.randrange(len(settings.nodes)))  # noqa: S311 - spreads the load, guards nothing
        self._resting: dict[str, float] = {}
        self._lock = threading.Lock()
        self._headers = {"accept-encoding": "gzip"}
        if settings.user:
            self._headers |= urllib3.make_headers(basic_auth=f"{settings.user}:{settings.password}")
        self._pool = urllib3.PoolManager(
            num_pools=len(settings.nodes),
            maxsize=16,
            retries=False,
            cert_reqs="CERT_REQUIRED",
            ca_certs=settings.ca_file or None,
            cert_file=settings.cert_file or None,
            key_file=settings.key_file or None,
        )

    def version(self) -> int:
        """Major version of OpenSearch; tries each node once.

        Raises:
            ClusterUnreachableError: if none answers.
            ClusterRefusedError: if it does not let this client in.
        """
        found = self.send("GET", "/", patience=0).body.get("version", {})
        number = str(found.get("number", "")).partition(".")[0]
        if found.get("distribution") != "opensearch" or not number.isdigit():
            raise ClusterRefusedError(200, "该地址上运行的不是 OpenSearch")
        return int(number)

    def search(self, index: str, body: Body, **parameters: str) -> dict[str, Any]:
        """The answer to a search, of all shards or of none.

        Raises:
            ClusterRefusedError: if there is no such index, with status 404.
        """
        asked = {"allow_partial_search_results": "false", **parameters}
        return self.send("POST", f"/{index}/_search?{urlencode(asked)}", body).body

    def write(self, method: str, path: str, body: Body | bytes | None = None, accept: Collection[int] = ()) -> Answer:
        """The answer to a request that changes something, for which there is more patience and more time."""
        longer = self.settings.timeout * WRITERS
        return self.send(method, path, body, accept, patience=self.settings.patience * WRITERS, timeout=longer)

    def send(
        self,
        method: str,
        path: str,
        body: Body | bytes | None = None,
        accept: Collection[int] = (),
        *,
        patience: float | None = None,
        timeout: float | None = None,
    ) -> Answer:
        """The answer of the first node that gives one.

        Args:
            method: of HTTP.
            path: with its parameters.
            body: sent as JSON, or lines of JSON as they are.
            accept: statuses besides success that are an answer too.
            patience: seconds for which it is tried again.
            timeout: seconds that a single try may take.

        Raises:
            ClusterUnreachableError: if there was no answer in time.
            ClusterRefusedError: if the answer is an error.
        """
        data = body if isinstance(body, bytes | None) else json_bytes(body)
        kind = {"content-type": "application/x-ndjson" if isinstance(body, bytes) else "application/json"}
        headers = self._headers | (kind if data else {})
        until = time.monotonic() + (self.settings.patience if patience is None else patience)
        pause, reason = _PAUSES[0], ""
        while True:
            for node in self._in_turn():
                try:
                    answer = self._ask(method, node + path, data, headers, timeout or self.settings.timeout)
                except (SSLError, MaxRetryError) as error:
                    raise ClusterUnreachableError((node,), f"加密连接不成立（{error}）") from error
                except HTTPError as error:
                    self._resting[node], reason = time.monotonic() + _REST, _words(error)
                    continue
                self._resting.pop(node, None)
                if answer.status < 300 or answer.status in accept:
                    return answer
                if answer.status not in _BUSY:
                    raise ClusterRefusedError(answer.status, _cause(answer.body))
                reason = f"集群繁忙（{answer.status}）{_cause(answer.body)}"
            if time.monotonic() + pause > until:
                raise ClusterUnreachableError(self.settings.nodes, reason)
            time.sleep(pause * random.uniform(0.5, 1))  # noqa: S311 - keeps clients out of step, guards nothing
            pause = min(pause * 2, _PAUSES[1])

    def close(self) -> None:
        """Lets go of the connections."""
        self._pool.clear()

    def _ask(self, method: str, url: str, data: bytes | None, headers: Mapping[str, str], timeout: float) -> Answer:
        limits = urllib3.Timeout(connect=min(timeout, 5.0), read=timeout)
        answer = self._pool.request(method, url, body=data, headers=headers, timeout=limits)
        try:
            body = json.loads(answer.data) if answer.data else {}
        except ValueError:
            body = {}
        return Answer(answer.status, body if isinstance(body, dict) else {})

    def _in_turn(self) -> Iterator[str]:
        """All nodes, another one first each time, those that did not answer lately last."""
        nodes, now = self.settings.nodes, time.monotonic()
        with self._lock:
            first = next(self._turns) % len(nodes)
        ordered = nodes[first:] + nodes[:first]
        return iter(sorted(ordered, key=lambda node: self._resting.get(node, 0.0) > now))


def _words(error: HTTPError) -> str:
    return f"没有应答（{type(error).__name__}）"


def _cause(body: Mapping[str, Any]) -> str:
    """The deepest reason that an answer states."""
    error = body.get("error")
    if not isinstance(error, dict):
        return str(error or "")
    roots = error.get("root_cause") or [error]
    return f"{roots[0].get('type', '')} {roots[0].get('reason', '')}".strip()[:300]
