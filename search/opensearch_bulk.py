"""Changes to an index in pieces that the cluster can take: smaller when it is busy, larger when it is not."""

from __future__ import annotations

import json
import random
import time
from typing import Any

from search.opensearch_cluster import WRITERS, Body, Cluster, ClusterRefusedError, ClusterUnreachableError, json_bytes

_MOST_BYTES = 4_000_000
_LEAST_BYTES = 64_000
_TOO_LARGE = 413
_GONE = 404
_LONGEST_PAUSE = 10.0

Operation = tuple[bytes, bytes]
"""Line that says what to do, and line of the document; empty where there is none."""


class Bulk:
    """Collects changes and sends them; what a busy cluster puts off is sent again, what it refuses is an error.

    A change names its document, so that one that is sent twice is done once.

    Args:
        cluster: where to.
        index: which index of it.
    """

    def __init__(self, cluster: Cluster, index: str) -> None:
        self._cluster = cluster
        self._index = index
        self._waiting: list[Operation] = []
        self._bytes = 0
        self._piece = _MOST_BYTES
        self._reason = ""

    def put(self, name: str, body: Body) -> None:
        """Keeps a document under this name."""
        self._add(json_bytes({"index": {"_id": name}}), json_bytes(body))

    def delete(self, name: str) -> None:
        """Takes the document of this name out."""
        self._add(json_bytes({"delete": {"_id": name}}), b"")

    def flush(self) -> None:
        """Sends all that waits; afterwards the cluster has it on disk, on each copy that takes part.

        Raises:
            ClusterUnreachableError: if the cluster is busy or away for longer than is bearable.
            ClusterRefusedError: if it refuses a document.
        """
        left, self._waiting, self._bytes = self._waiting, [], 0
        patience = self._cluster.settings.patience * WRITERS
        until, pause = time.monotonic() + patience, 0.1
        while left:
            size = _fitting(left, self._piece)
            again = self._send(left[:size])
            left = again + left[size:]
            if not again:
                self._piece = min(self._piece * 2, _MOST_BYTES)
                until, pause = time.monotonic() + patience, 0.1
                continue
            self._piece = max(self._piece // 2, _LEAST_BYTES)
            if time.monotonic() > until:
                raise ClusterUnreachableError(self._cluster.settings.nodes, f"写入多次未被接受（{self._reason}）")
            time.sleep(pause * random.uniform(0.5, 1))  # noqa: S311 - keeps writers out of step, guards nothing
            pause = min(pause * 2, _LONGEST_PAUSE)

    def _add(self, what: bytes, document: bytes) -> None:
        self._waiting.append((what, document))
        self._bytes += len(what) + len(document)
        if self._bytes >= self._piece:
            self.flush()

    def _send(self, piece: list[Operation]) -> list[Operation]:
        """Sends a piece, and gives what of it has to be sent again."""
        lines = [line for operation in piece for line in operation if line]
        answer = self._cluster.write("POST", f"/{self._index}/_bulk", b"\n".join(lines) + b"\n", accept=(_TOO_LARGE,))
        if answer.status == _TOO_LARGE:
            if len(piece) == 1:
                raise ClusterRefusedError(_TOO_LARGE, "单个条款超过集群允许的请求大小")
            return piece
        if not answer.body.get("errors"):
            return []
        results = [next(iter(item.values())) for item in answer.body["items"]]
        self._reason = next((_reason(result) for result in results if _is_put_off(result)), "")
        return [operation for operation, result in zip(piece, results, strict=True) if _is_put_off(result)]


def _is_put_off(result: dict[str, Any]) -> bool:
    """Whether a change was not made but may be later."""
    status = int(result["status"])
    if status < 300 or (status == _GONE and "error" not in result):
        return False
    if status == 429 or status >= 500:
        return True
    raise ClusterRefusedError(status, _reason(result))


def _reason(result: dict[str, Any]) -> str:
    return json.dumps(result.get("error"), ensure_ascii=False)[:300]


def _fitting(operations: list[Operation], most: int) -> int:
    """How many of the first operations go into so many bytes; at least one."""
    total = 0
    for at, (what, document) in enumerate(operations):
        total += len(what) + len(document)
        if total > most:
            return max(at, 1)
    return len(operations)
