"""What every repository does: write a row unless it is there already, and read rows as records."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


class Repository:
    """One kind of record, inside the transaction of its unit."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _add(self, table: Table, values: Mapping[str, Any]) -> bool:
        """Inserts a row; False if a row of the same unique values is there, which then stays as it is."""
        return self._connection.execute(insert_or_ignore(self._connection, table), values).rowcount > 0


def insert_or_ignore(connection: Connection, table: Table) -> postgresql.Insert | sqlite.Insert:
    """An insert that leaves rows alone which are there already, in the words of the connection's database."""
    return insert_for(connection, table).on_conflict_do_nothing()


def insert_for(connection: Connection, table: Table) -> postgresql.Insert | sqlite.Insert:
    """An insert that can say what to do about a conflict."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)
