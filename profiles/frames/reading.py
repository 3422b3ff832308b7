"""From a query to a pandas table with the same dtypes on both databases."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import BigInteger, Boolean, Connection, Dialect, Engine, Select, Text, cast, extract, type_coerce
from sqlalchemy.sql.elements import ColumnElement

from profiles.column_types import ExactDecimal, Moment
from profiles.engine import begin

BLOCK = 20_000
"""Rows that are held as Python objects at a time."""


def table_of(engine: Engine, query: Select[Any], *, plain: bool = False) -> pd.DataFrame:
    """The rows of a query as a table; see `read`."""
    with begin(engine, writes=False) as connection:
        return read(connection, query, plain=plain)


def read(connection: Connection, query: Select[Any], *, plain: bool = False) -> pd.DataFrame:
    """The rows of a query as a table, inside a transaction that is open already.

    Args:
        connection: what to ask.
        query: what to ask for; every column of it is there even when there is no row.
        plain: whether no column is encrypted; then the driver's values are taken as they come, which is faster.
    """
    columns = list(query.selected_columns)
    cheap = query.with_only_columns(*(_cheap(each, connection.dialect) for each in columns), maintain_column_froms=True)
    blocks = [
        pd.DataFrame({column.name: _series(column, values) for column, values in zip(columns, block, strict=True)})
        for block in _blocks(connection, cheap, len(columns), plain)
    ]
    return pd.concat(blocks, ignore_index=True) if len(blocks) > 1 else blocks[0]


def _blocks(connection: Connection, query: Select[Any], width: int, plain: bool) -> Iterator[list[Sequence[Any]]]:
    """The values column by column, for some rows at a time; one block of nothing if there are no rows."""
    result = connection.execute(query)
    source: Any = result.cursor if plain else result
    rows = source.fetchmany(BLOCK)
    if not rows:
        yield [()] * width
    while rows:
        yield list(zip(*rows, strict=True))
        rows = source.fetchmany(BLOCK)
    result.close()


def _cheap(column: Any, dialect: Dialect) -> ColumnElement[Any]:
    """The column as its database hands it over fastest: whole numbers, and times that pandas reads in one go."""
    if isinstance(column.type, ExactDecimal):
        return type_coerce(column, BigInteger).label(column.name)
    if isinstance(column.type, Moment):
        if dialect.name == "postgresql":
            return cast(extract("epoch", column) * 1_000_000, BigInteger).label(column.name)
        return type_coerce(column, Text).label(column.name)
    labelled: ColumnElement[Any] = column
    return labelled


def _series(column: Any, values: Sequence[Any]) -> "pd.Series[Any]":
    if isinstance(column.type, ExactDecimal):
        return pd.Series(np.array(values, dtype="float64") / 10**column.type.places)
    if isinstance(column.type, Moment):
        return _times(values)
    if isinstance(column.type, Boolean):
        flags = pd.Series(values, dtype="boolean")
        return flags if getattr(column, "nullable", False) else flags.astype("bool")
    if column.type.python_type is int:
        return pd.Series(values, dtype="int64")
    return pd.Series(values, dtype="str")


def _times(values: Sequence[Any]) -> "pd.Series[Any]":
    known = next((value for value in values if value is not None), None)
    if known is None:
        return pd.Series(pd.NaT, index=range(len(values)), dtype="datetime64[us, UTC]")
    if isinstance(known, str):
        times = pd.to_datetime(pd.Series(values, dtype="str"), format="%Y-%m-%d %H:%M:%S.%f", utc=True)
    else:
        times = pd.to_datetime(pd.Series(values, dtype="Int64"), unit="us", utc=True)
    return times.astype("datetime64[us, UTC]")
