"""What tests of several packages share: a store, on SQLite and on PostgreSQL.

The Rasa server's tests run on Python 3.10, where there is no store; so none of it is imported before it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if find_spec("hypothesis") is not None:
    from hypothesis import settings

    # A deadline measures the machine, not the code. The fast profile is what ./askwell test --fast takes.
    settings.register_profile("thorough", deadline=None)
    settings.register_profile("fast", deadline=None, max_examples=15)
    settings.load_profile("thorough")

if TYPE_CHECKING:
    from profiles import Store
    from tests.databases import Databases, PostgresServer


SLOW_AS_A_WHOLE = "\npytestmark = pytest.mark.slow"


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Whether to pass over a file or folder, since the fast tests do not even import what is slow as a whole."""
    if "not slow" not in config.getoption("markexpr"):
        return None
    files = list(collection_path.rglob("test_*.py")) if collection_path.is_dir() else [collection_path]
    return all(SLOW_AS_A_WHOLE in file.read_text("utf-8") for file in files) or None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts slow tests first: several processes share the files, and the last of them should have little left to do."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A PostgreSQL server from its wheel; ended with the tests."""
    from tests.databases import postgres_server

    with postgres_server() as server:
        yield server


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def databases(request: pytest.FixtureRequest, tmp_path: Path) -> Databases:
    """Each kind of database in turn."""
    from tests.databases import SqliteFiles

    if request.param == "sqlite":
        return SqliteFiles(tmp_path)
    server: PostgresServer = request.getfixturevalue("postgres_server")
    return server


@pytest.fixture
def store(databases: Databases) -> Iterator[Store]:
    """An empty store, once on SQLite and once on PostgreSQL."""
    from profiles import Store
    from tests.databases import DATA_KEY

    with Store.open(databases.empty(), DATA_KEY) as opened:
        yield opened


@pytest.fixture
def sqlite_store(tmp_path: Path) -> Iterator[Store]:
    """An empty store on SQLite alone, for tests that are about something else."""
    from profiles import Store
    from tests.databases import DATA_KEY, SqliteFiles

    with Store.open(SqliteFiles(tmp_path).empty(), DATA_KEY) as opened:
        yield opened
