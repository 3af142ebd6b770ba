"""Writers of all machines take turns, by a lease that the cluster itself holds."""

from __future__ import annotations

import time
import uuid
from dataclasses import asdict, dataclass
from pathlib import Path

from search.opensearch_cluster import Answer, Cluster, ClusterRefusedError
from search.turn import PATIENCE, IndexBusyError, Turn

_LEASE = 120.0
"""Seconds for which a writer keeps its turn without a word; clocks of machines must differ by less than half of it."""
_PAUSE = 0.2
_MISSING = 404
_CONFLICT = 409


@dataclass(frozen=True, slots=True)
class Lease:
    """Who may write.

    Attributes:
        owner: folder of an index on one machine; none where empty.
        until: seconds since 1970 at which it ends unless it is renewed.
        unfinished: whether the owner, when it was last heard of, had not cleaned up behind itself.
    """

    owner: str = ""
    until: float = 0.0
    unfinished: bool = False


class ClusterTurn(Turn):
    """The right to write to an index of a cluster; on one machine it is a lock, between machines a lease.

    Args:
        path: lock file; what lies beside it tells this machine from others.
        cluster: that holds the lease.
        index: name of the small index that the lease is kept in.
    """

    def __init__(self, path: Path, cluster: Cluster, index: str) -> None:
        super().__init__(path)
        self._cluster = cluster
        self._path = f"/{index}/_doc/turn"
        self._owner_name = _owner_name(path.with_suffix(".id"))
        self._version = (0, 0)
        self._renewed = 0.0
        self.inherited = False
        """Whether the writer before died, so that what it left has to be removed."""

    def take(self) -> None:
        """Waits for the turn; does nothing where this thread has it already.

        Raises:
            IndexBusyError: if others write for longer than is bearable.
        """
        if self.held:
            return
        super().take()
        try:
            self._take_lease()
        except BaseException:
            super().release()
            raise

    def renew(self) -> None:
        """Keeps the turn for another while; to be called before anything is written.

        Raises:
            IndexBusyError: if this writer was silent for so long that another one took over.
        """
        if time.monotonic() - self._renewed > _LEASE / 4 and not self._put(self._lease(unfinished=True)):
            raise IndexBusyError

    def release(self) -> None:
        """Lets the next writer in; it will find nothing left to remove."""
        self._give_back(unfinished=False)

    def abandon(self) -> None:
        """Lets the next writer in, which has to remove what this one left."""
        self._give_back(unfinished=True)

    def _give_back(self, *, unfinished: bool) -> None:
        if not self.held:
            return
        try:
            self._put(Lease(unfinished=unfinished))
        finally:
            super().release()

    def _take_lease(self) -> None:
        until = time.monotonic() + PATIENCE
        while True:
            found = self._read()
            free = found.owner in ("", self._owner_name) or found.until < time.time()
            if free and self._put(self._lease(unfinished=True)):
                self.inherited = found.unfinished
                return
            if time.monotonic() > until:
                raise IndexBusyError
            time.sleep(_PAUSE)

    def _lease(self, *, unfinished: bool) -> Lease:
        return Lease(self._owner_name, time.time() + _LEASE, unfinished)

    def _read(self) -> Lease:
        answer = self._cluster.write("GET", self._path, accept=(_MISSING,))
        if answer.status == _MISSING:
            self._version = (-1, -1)
            return Lease()
        self._note(answer)
        return Lease(**answer.body["_source"]["state"])

    def _put(self, lease: Lease) -> bool:
        """Writes the lease where it is still what was last read or written; whether it was."""
        number, term = self._version
        condition = f"if_seq_no={number}&if_primary_term={term}" if term >= 0 else "op_type=create"
        answer = self._cluster.write("PUT", f"{self._path}?{condition}", {"state": asdict(lease)}, accept=(_CONFLICT,))
        if answer.status == _CONFLICT and self._read() != lease:  # else sent twice, done once
            return False
        if answer.status != _CONFLICT:
            self._note(answer)
        self._renewed = time.monotonic()
        return True

    def _note(self, answer: Answer) -> None:
        self._version = (int(answer.body["_seq_no"]), int(answer.body["_primary_term"]))


def make_lease_index(cluster: Cluster, index: str) -> None:
    """Makes the index of the lease where there is none."""
    if cluster.write("HEAD", f"/{index}", accept=(_MISSING,)).status != _MISSING:
        return
    settings = {"number_of_shards": 1, "auto_expand_replicas": "0-1"}
    body = {"settings": settings, "mappings": {"dynamic": False, "properties": {}}}
    answer = cluster.write("PUT", f"/{index}", body, accept=(400,))
    if answer.status == 400 and answer.body["error"]["type"] != "resource_already_exists_exception":
        raise ClusterRefusedError(400, str(answer.body["error"].get("reason")))


def _owner_name(path: Path) -> str:
    """A name for this machine's folder, made once; the lock beside it sees to it that it has one writer at a time."""
    try:
        return path.read_text("utf-8")
    except OSError:
        draft = path.with_suffix(f".{uuid.uuid4().hex}.tmp")
        draft.write_text(uuid.uuid4().hex, "utf-8")
        draft.replace(path)
        return path.read_text("utf-8")
