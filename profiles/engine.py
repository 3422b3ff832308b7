"""Connections to the database: SQLite in WAL mode, or PostgreSQL by its address."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection

BUSY_SECONDS = 30
"""How long a writer waits for another one before it gives up."""
_WRITES = "askwell_writes"
_ALWAYS: dict[str, Any] = {"hide_parameters": True, "execution_options": {"preserve_rowcount": True}}
"""Whether a row was added is read from the count of rows, which SQLAlchemy forgets after an INSERT if not told."""


def connect(url: str) -> Engine:
    """An engine for the address; nothing is opened yet, but for the folder of an SQLite file, which is made.

    Parameters never appear in error messages or logs: they are what people said (P5).
    """
    address = _address(url)
    if address.get_backend_name() == "sqlite":
        return _sqlite(address)
    return create_engine(address, **_ALWAYS, pool_pre_ping=True, pool_size=5, max_overflow=20)


@contextmanager
def begin(engine: Engine, *, writes: bool) -> Iterator[Connection]:
    """A transaction. On SQLite a writer takes its turn at once, so that it never fails halfway for another writer."""
    with engine.connect().execution_options(**{_WRITES: writes}) as connection, connection.begin():
        yield connection


def _address(url: str) -> URL:
    address = make_url(url)
    if address.drivername in ("postgres", "postgresql"):
        return address.set(drivername="postgresql+psycopg")
    return address


def _sqlite(address: URL) -> Engine:
    if address.database and not address.database.startswith("file:"):
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(address, **_ALWAYS, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _record: Any) -> None:
    """Leaves BEGIN to us, checks foreign keys, and lets readers and a writer work at once (WAL)."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON", "cache_size = -65536"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
