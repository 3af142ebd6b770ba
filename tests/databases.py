"""Databases that tests run on: SQLite in a folder, and a PostgreSQL server of the tests' own where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from corpus.store import Store
from corpus.store.database import open_engine

OpenStore = Callable[[Path], Store]
"""Opens the store of a home folder; the same folder again gives the same database."""

_ACCOUNT = "postgres"
_INSTALLED = Path("/usr/lib/postgresql")


def _programs() -> Path | None:
    """The folder of the server's programs."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    return next((folder.parent for folder in sorted(_INSTALLED.glob("*/bin/initdb"), reverse=True)), None)


def _as_account(command: list[str]) -> None:
    """Runs a program of the server, which refuses to run as root."""
    prefix = ["runuser", "-u", _ACCOUNT, "--"] if os.geteuid() == 0 else []
    subprocess.run([*prefix, *command], check=True, capture_output=True, cwd="/")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """URL of a server that listens on a socket in a folder of its own, and is gone with its data afterwards."""
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed: run make test-postgresql")
    pytest.importorskip("psycopg", reason="psycopg is not installed: install the extra postgresql")
    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        if os.geteuid() == 0:
            shutil.chown(folder, _ACCOUNT)
        data, settings = f"{folder}/data", "-c fsync=off -c full_page_writes=off -c listen_addresses='' -c jit=off"
        options = f"{settings} -c unix_socket_directories={folder}"
        _as_account([f"{programs}/initdb", "-D", data, "-U", _ACCOUNT, "-A", "trust", "-E", "UTF8", "--locale=C", "-N"])
        _as_account([f"{programs}/pg_ctl", "-D", data, "-w", "-l", f"{folder}/log", "-o", options, "start"])
        try:
            yield f"postgresql+psycopg://{_ACCOUNT}@/{_ACCOUNT}?host={folder}"
        finally:
            _as_account([f"{programs}/pg_ctl", "-D", data, "-m", "immediate", "stop"])


@pytest.fixture(scope="session")
def new_database(postgresql: str) -> Iterator[Callable[[], str]]:
    """Makes databases with the store's empty tables; each call gives the URL of a new one."""
    server = create_engine(postgresql, isolation_level="AUTOCOMMIT")
    made = 0

    def make(template: str = "template0") -> str:
        nonlocal made
        made += 1
        name = f"store{made}"
        with server.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
        return make_url(postgresql).set(database=name).render_as_string(hide_password=False)

    first = make()
    open_engine(first).dispose()
    yield lambda: make(str(make_url(first).database))
    server.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def open_store(request: pytest.FixtureRequest) -> Iterator[OpenStore]:
    """Opens stores on each kind of database in turn; all are closed after the test."""
    urls: dict[Path, str] = {}
    opened: list[Store] = []

    def opens(home: Path) -> Store:
        if request.param == "postgresql" and home not in urls:
            urls[home] = request.getfixturevalue("new_database")()
        opened.append(Store.open(home, urls.get(home)))
        return opened[-1]

    yield opens
    for store in opened:
        store.close()
