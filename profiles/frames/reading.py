"""From a query to a pandas table with the same dtypes on both databases."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import BigInteger, Boolean, Connection, Dialect, Engine, Select, Text, cast, extract, type_coerce
from sqlalchemy.sql.elements import ColumnElement

from profiles.column_types import ExactDecimal, Moment
from profiles.engine import begin


def table_of(engine: Engine, query: Select[Any]) -> pd.DataFrame:
    """The rows of a query as a table; every column of the query is there even when there is no row."""
    with begin(engine, writes=False) as connection:
        return read(connection, query)


def read(connection: Connection, query: Select[Any]) -> pd.DataFrame:
    """The rows of a query as a table, inside a transaction that is open already."""
    asked = list(query.selected_columns)
    plain = query.with_only_columns(
        *(_plain(column, connection.dialect) for column in asked), maintain_column_froms=True
    )
    rows = connection.execute(plain).fetchall()
    columns: Sequence[Sequence[Any]] = list(zip(*rows, strict=True)) if rows else [()] * len(asked)
    return pd.DataFrame({column.name: _series(column, values) for column, values in zip(asked, columns, strict=True)})


def _plain(column: Any, dialect: Dialect) -> ColumnElement[Any]:
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
    if isinstance(known, str):
        times = pd.to_datetime(pd.Series(values, dtype="str"), format="%Y-%m-%d %H:%M:%S.%f", utc=True)
    else:
        times = pd.to_datetime(pd.Series(values, dtype="Int64"), unit="us", utc=True)
    return times.astype("datetime64[us, UTC]")
