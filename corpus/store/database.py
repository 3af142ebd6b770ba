"""Opening the database: SQLite in WAL mode by default, PostgreSQL by URL; the schema brought up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from filelock import FileLock
from sqlalchemy import Connection, Engine, create_engine, event, inspect, text

MIGRATIONS = Path(__file__).parent / "migrations"
HEAD = "0004"
"""Name of the newest migration; a database that has it needs no look at the others."""

_BUSY_SECONDS = 120
_AGAIN_SECONDS = 0.02
"""After which a new database is asked for its log again."""
_LOG_PAGES = 16_000
"""Pages of SQLite's log (64 MB) before it is worked into the database: that takes longer than to take a document in."""
_READING, _WRITING = "AUTOCOMMIT", "READ COMMITTED"
"""How PostgreSQL keeps transactions apart where nothing is written, and where something is."""
_UPGRADING = 20210930
"""The number by which PostgreSQL knows the lock of those who bring the schema up to date."""


def open_engine(url: str) -> Engine:
    """An engine for `url`, with the schema of `HEAD`.

    SQLite: write-ahead log, writers queue instead of failing, foreign keys hold. PostgreSQL: what only reads begins no
    transaction, which would give it nothing at this level and take two more messages; see `writing` and `in_parts`.
    """
    sqlite = url.startswith("sqlite")
    given: dict[str, Any] = {"connect_args": {"timeout": _BUSY_SECONDS}} if sqlite else {"isolation_level": _READING}
    engine = create_engine(url, **given)
    if sqlite:
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        event.listen(engine, "connect", _prepare_postgresql)
    _upgrade(engine, url)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun by `_begin_sqlite`, not by the driver's guess
    cursor = connection.cursor()
    for pragma in (
        "synchronous=NORMAL",
        "foreign_keys=ON",
        f"busy_timeout={_BUSY_SECONDS * 1000}",
        f"wal_autocheckpoint={_LOG_PAGES}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    _keep_log(cursor)
    cursor.close()


def _keep_log(cursor: Any) -> None:
    """Has a new database write ahead; SQLite does not wait for its lock here, where two processes make one at once."""
    give_up = monotonic() + _BUSY_SECONDS
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if monotonic() > give_up:
                raise
            sleep(_AGAIN_SECONDS)
        else:
            return


def _prepare_postgresql(connection: Any, _record: object) -> None:
    """Leaves out what only pays for questions of seconds: ours take milliseconds, to begin it takes longer."""
    cursor = connection.cursor()
    cursor.execute("SET jit = off")
    cursor.execute("SET max_parallel_workers_per_gather = 0")
    cursor.close()
    connection.commit()


def _begin_sqlite(connection: Connection) -> None:
    """Takes the write lock at once where a writer begins: a read turned write could not wait for its turn."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes: all of it is kept, or nothing."""
    with in_parts(engine, writes=True) as connection, connection.begin():
        yield connection


def in_parts(engine: Engine, *, writes: bool = False) -> Connection:
    """A connection in a transaction, on which an answer can be read some rows at a time."""
    postgresql = engine.dialect.name == "postgresql"
    level = {"isolation_level": _WRITING} if postgresql else {}
    return engine.connect().execution_options(writes=writes, **level)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(engine: Engine, url: str) -> None:
    """Brings the schema up to date; of several processes one does, the others wait for it."""
    with engine.connect() as connection:
        if _version(connection) == HEAD:
            return
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    path = url.removeprefix("sqlite:///") if url.startswith("sqlite:///") else ""
    with FileLock(f"{path}.upgrade.lock") if path else nullcontext(), writing(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _UPGRADING})
        if _version(connection) != HEAD:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
