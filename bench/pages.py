"""Time to first byte of each page over the corpus, as a client on the same machine sees it."""

from __future__ import annotations

import socket
import statistics
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import waitress

from bench.material import files
from corpus import Visibility
from webapp.app import create_app
from webapp.config import load_config
from webapp.intake import bring_in
from webapp.workspace import Workspace

ROUNDS = 20
PAGES = (
    "/",
    "/search?q=%E5%8C%BB%E7%96%97%E4%BF%9D%E9%9A%9C",
    "/documents",
    "/commitments",
    "/commitments/timeline",
    "/commitments/departments",
    "/indicators",
    "/entities",
    "/ask?q=%E5%A4%9A%E5%B0%91%E4%BA%BA%E5%8F%82%E5%8A%A0%E4%BA%86%E9%95%BF%E6%9C%9F%E6%8A%A4%E7%90%86%E4%BF%9D%E9%99%A9",
    "/imports",
    "/api/v1/documents",
    "/api/v1/commitments",
    "/help",
)


def main() -> None:
    """Prints the figures."""
    with tempfile.TemporaryDirectory() as folder:
        config = load_config(Path(folder) / "home", environ={})
        bring_in(config, files(), Visibility.PUBLIC)
        with Workspace.open(config) as workspace, serving(workspace) as base:
            longest = max(workspace.store.documents(limit=10_000).items, key=lambda row: row.characters)
            for page in (*PAGES, f"/documents/{longest.id}"):
                report(page, [first_byte(base + page) for _ in range(ROUNDS)])


@contextmanager
def serving(workspace: Workspace) -> Iterator[str]:
    """The address of a site over a workspace, served as `serve` does it."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        server = waitress.create_server(create_app(workspace), sockets=[listener], threads=workspace.config.threads)
        threading.Thread(target=server.run, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.close()


def first_byte(address: str) -> float:
    """Seconds from the request to the first byte of the answer."""
    start = time.perf_counter()
    with urllib.request.urlopen(address) as reply:  # noqa: S310 - an address on this machine
        reply.read(1)
        return time.perf_counter() - start


def report(page: str, seconds: list[float]) -> None:
    """Prints median and 95th percentile of one page."""
    ordered = sorted(seconds)
    p95 = ordered[int(len(ordered) * 0.95) - 1]
    print(f"{page[:40]:40s} median {statistics.median(seconds) * 1000:7.1f} ms   p95 {p95 * 1000:7.1f} ms")


if __name__ == "__main__":
    main()
