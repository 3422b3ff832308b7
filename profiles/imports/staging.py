"""Rows into a table in bulk: added, changed where they differ, left alone where they are the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, Column, Connection, MetaData, Table, Update, and_, or_, select, text, true, update

from profiles.column_types import ExactDecimal
from profiles.repositories.base import insert_or_ignore


@dataclass(frozen=True)
class Merged:
    """How many rows were added and how many changed; the rest stood there as they are."""

    added: int
    changed: int


def merge(connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> Merged:
    """Puts rows into a table by its primary key, each key once.

    Args:
        connection: in a transaction that writes.
        table: whose columns hold text, whole numbers, yes or no, times or exact decimals.
        columns: the names of the columns in the order of each row; the others stay as they are.
        rows: the values; a time as `stored_time` gives it, an exact decimal as the whole number that is stored.
    """
    staged = _staged(connection, table, columns)
    _fill(connection, staged, rows)
    insert = insert_or_ignore(connection, table).from_select(list(columns), select(staged).where(true()))
    added = connection.execute(insert).rowcount
    changed = 0 if added == len(rows) else connection.execute(_update(table, staged, columns)).rowcount
    staged.drop(connection)
    return Merged(added, changed)


def stored_time(time: datetime) -> str:
    """A time as both databases take it in bulk: in UTC, without a zone.

    >>> stored_time(datetime(2026, 3, 2, 10, 0, tzinfo=UTC))
    '2026-03-02 10:00:00.000000'
    """
    return time.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


def _staged(connection: Connection, table: Table, columns: Sequence[str]) -> Table:
    plain = [
        Column(name, BigInteger if isinstance(table.c[name].type, ExactDecimal) else table.c[name].type)
        for name in columns
    ]
    staged = Table(f"staged_{table.name}", MetaData(), *plain, prefixes=["TEMPORARY"])
    staged.create(connection)
    return staged


def _update(table: Table, staged: Table, columns: Sequence[str]) -> Update:
    """Changes the rows that are there and differ from what is staged."""
    key = [column.name for column in table.primary_key]
    others = [name for name in columns if name not in key]
    return (
        update(table)
        .values({name: staged.c[name] for name in others})
        .where(and_(*(table.c[name] == staged.c[name] for name in key)))
        .where(or_(*(table.c[name].is_distinct_from(staged.c[name]) for name in others)))
    )


def _fill(connection: Connection, staged: Table, rows: Sequence[Sequence[Any]]) -> None:
    """Hands the rows to the driver as they are: the column types would look at each value again."""
    if connection.dialect.name == "postgresql":
        _copy(connection, staged, rows)
    elif rows:
        marks = ", ".join("?" * len(staged.columns))
        connection.exec_driver_sql(f"INSERT INTO {staged.name} VALUES ({marks})", [tuple(row) for row in rows])  # noqa: S608 - the name is ours


def _copy(connection: Connection, staged: Table, rows: Sequence[Sequence[Any]]) -> None:
    connection.execute(text("SET LOCAL TIME ZONE 'UTC'"))
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(f"COPY {staged.name} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
