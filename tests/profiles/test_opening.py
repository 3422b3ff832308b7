"""Opening a store: migrations, keys, and one clear sentence for everything that can be wrong."""

import multiprocessing
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, event, inspect, text

from profiles import Store
from profiles.encryption import Keyring, use_keyring
from profiles.engine import begin, connect
from profiles.errors import (
    DatabaseBusy,
    DatabaseFull,
    DatabaseReadOnly,
    DatabaseTooNew,
    DatabaseUnreachable,
    WrongKey,
)
from profiles.migrate import configuration, migrate
from profiles.records import Customer
from profiles.tables import metadata
from tests.cast import MEI, MONDAY
from tests.databases import DATA_KEY, Databases, SqliteFiles


def make_customer(store: Store, email: str = "mei@shop.example") -> None:
    """Puts Mei into the store."""
    with store.transaction() as unit:
        unit.customers.save(Customer(customer_id=MEI.id, source="import", known=True, created_at=MONDAY, email=email))


def test_tables_and_migrations_agree(databases: Databases) -> None:
    engine = connect(databases.new())
    use_keyring(engine, Keyring(DATA_KEY))
    migrate(engine)
    with begin(engine, writes=False) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []
        checks = inspect(connection).get_multi_check_constraints()
    engine.dispose()
    database = {check["name"] for table in checks.values() for check in table}
    ours = {check.name for table in metadata.sorted_tables for check in table.constraints if "ck_" in str(check.name)}
    assert database == ours


def test_a_migration_can_be_taken_back(databases: Databases) -> None:
    from alembic import command

    engine = connect(databases.new())
    use_keyring(engine, Keyring(DATA_KEY))
    migrate(engine)
    with begin(engine, writes=True) as connection:
        command.downgrade(configuration(connection), "base")
    with begin(engine, writes=False) as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]
    engine.dispose()


def test_opening_again_keeps_everything(databases: Databases) -> None:
    url = databases.new()
    with Store.open(url, DATA_KEY) as store:
        make_customer(store)

    with Store.open(url, DATA_KEY) as store, store.transaction(writes=False) as unit:
        assert unit.customers.get(MEI.id) is not None


def _open(url: str) -> str:
    Store.open(url, DATA_KEY).close()
    return "opened"


@pytest.mark.slow
def test_processes_that_start_at_once_make_the_tables_once(databases: Databases) -> None:
    url = databases.new()
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        assert pool.map(_open, [url] * 3) == ["opened"] * 3


def test_a_later_version_of_the_database_is_refused(databases: Databases) -> None:
    url = databases.new()
    Store.open(url, DATA_KEY).close()
    engine = connect(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()

    with pytest.raises(DatabaseTooNew, match=r"revision 9999.*Run the later version"):
        Store.open(url, DATA_KEY)


def test_another_key_is_refused_before_anything_is_read(databases: Databases) -> None:
    url = databases.new()
    Store.open(url, DATA_KEY).close()

    with pytest.raises(WrongKey, match="another data key"):
        Store.open(url, "a data key of somebody else")


@pytest.mark.parametrize("key", ["", "short", f"{DATA_KEY},"])
def test_a_key_that_protects_nothing_is_refused(key: str, tmp_path: Path) -> None:
    with pytest.raises(WrongKey, match="ASKWELL_DATA_KEY"):
        Store.open(SqliteFiles(tmp_path).new(), key)


def test_a_key_can_be_replaced_while_old_rows_stand_p5(databases: Databases) -> None:
    url = databases.new()
    with Store.open(url, DATA_KEY) as store:
        make_customer(store)

    with Store.open(url, f"a newer data key,{DATA_KEY}") as store, store.transaction() as unit:
        found = unit.customers.by_email("mei@shop.example")
        assert found is not None
        unit.customers.save(found)

    with Store.open(url, f"a newer data key,{DATA_KEY}") as store, store.transaction() as unit:
        assert unit.customers.by_email("mei@shop.example") == found


def test_what_people_said_and_how_to_reach_them_is_not_readable_in_the_database_p5(tmp_path: Path) -> None:
    path = tmp_path / "askwell.db"
    with Store.open(f"sqlite:///{path}", DATA_KEY) as store:
        make_customer(store, email="very.particular@shop.example")
    stored = b"".join(file.read_bytes() for file in tmp_path.iterdir())

    assert MEI.id.encode() in stored
    assert b"very.particular" not in stored


def test_a_server_that_is_not_there_is_named_without_its_password(tmp_path: Path) -> None:
    url = f"postgresql://askwell:secret@/askwell?host={tmp_path}"

    with pytest.raises(
        DatabaseUnreachable, match=r"cannot be reached.*Start it, or correct ASKWELL_DATABASE_URL"
    ) as failed:
        Store.open(url, DATA_KEY)

    assert "secret" not in str(failed.value)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "askwell.db"
    path.write_text("this is a letter, not a database, and long enough to be looked at " * 50)

    with pytest.raises(DatabaseUnreachable, match="not a database"):
        Store.open(f"sqlite:///{path}", DATA_KEY)


@pytest.fixture
def small_store(sqlite_store: Store) -> Iterator[Store]:
    """A store on a disk that is nearly full: its file may not grow."""

    def limit(connection: object, *_: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")  # type: ignore[attr-defined]

    sqlite_store.engine.dispose()
    event.listen(sqlite_store.engine, "connect", limit)
    yield sqlite_store


def test_a_full_disk_is_one_clear_sentence_and_nothing_is_stored(small_store: Store) -> None:
    with pytest.raises(DatabaseFull, match=r"is full; nothing was stored\. Free some space"):
        make_customer(small_store, email="m" * 100_000)

    with small_store.transaction(writes=False) as unit:
        assert unit.customers.get(MEI.id) is None


def test_a_file_that_may_only_be_read_is_one_clear_sentence(tmp_path: Path) -> None:
    path = tmp_path / "askwell.db"
    Store.open(f"sqlite:///{path}", DATA_KEY).close()

    with (
        Store.open(f"sqlite:///file:{path}?mode=ro&uri=true", DATA_KEY) as store,
        pytest.raises(DatabaseReadOnly, match="may only be read"),
    ):
        make_customer(store)


def test_a_database_that_somebody_holds_is_one_clear_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("profiles.engine.BUSY_SECONDS", 0.05)
    url = SqliteFiles(tmp_path).empty()
    with (
        Store.open(url, DATA_KEY) as store,
        Store.open(url, DATA_KEY) as other,
        other.transaction(),
        pytest.raises(DatabaseBusy, match="to itself"),
    ):
        make_customer(store)


def test_an_error_of_the_database_does_not_tell_what_people_said_p5(store: Store) -> None:
    with pytest.raises(Exception, match="hide_parameters") as failed, store.transaction() as unit:
        unit.answers._connection.execute(
            text("SELECT no_such_column FROM customers WHERE customer_id = :who"), {"who": "very particular"}
        )

    assert "very particular" not in str(failed.value)


@pytest.mark.slow
def test_pandas_is_not_loaded_by_opening_a_store(tmp_path: Path) -> None:
    url = SqliteFiles(tmp_path).empty()
    code = f"import sys, profiles; profiles.Store.open({url!r}, {DATA_KEY!r}); sys.exit('pandas' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own code


def test_the_driver_of_postgresql_need_not_be_named() -> None:
    for written in ("postgres://localhost/askwell", "postgresql://localhost/askwell"):
        engine = connect(written)
        assert engine.url.drivername == "postgresql+psycopg"
        engine.dispose()
    assert create_engine("sqlite://").dialect.name == "sqlite"
