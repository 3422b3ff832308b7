"""A shop with files to import."""

from pathlib import Path

import pytest

from profiles import Store
from tests.profiles.imports.files import Shop


@pytest.fixture
def shop(store: Store, tmp_path: Path) -> Shop:
    """A shop whose store is empty, once on SQLite and once on PostgreSQL."""
    folder = tmp_path / "files"
    folder.mkdir()
    return Shop(store, folder)


@pytest.fixture
def sqlite_shop(sqlite_store: Store, tmp_path: Path) -> Shop:
    """A shop on SQLite alone, for what has nothing to do with the database."""
    folder = tmp_path / "files"
    folder.mkdir()
    return Shop(sqlite_store, folder)
