"""Turns the counts of a query into the table that answers it."""

from functools import partial

import pandas as pd

from analytics.staff_query.base import Base
from analytics.staff_query.counting import counted
from analytics.staff_query.grouping import MONTHS, UNKNOWN
from analytics.staff_query.query import Query
from analytics.staff_query.restating import Restatement, day_text, restate
from analytics.staff_query.table import Cell, Column, ColumnKind, Table
from analytics.staff_query.vocabulary import Vocabulary


def restated_with_limits(query: Query, base: Base, vocabulary: Vocabulary) -> str:
    """The query in words, and until when orders are known where they stopped before the day of the query."""
    restated = restate(query, vocabulary, query.language)
    known_until = base.everybody.orders_known_until
    if known_until == query.asked_on:
        return restated
    day = day_text(known_until, query.language)
    return vocabulary.catalogue.say("query_known_until", query.language, restated=restated, day=day)


class Counts:
    """Turns counts into a table."""

    def __init__(self, query: Query, vocabulary: Vocabulary, least: int) -> None:
        self._query = query
        self._vocabulary = vocabulary
        self._least = least
        self._say = partial(vocabulary.catalogue.say, language=query.language)

    def plain(self, base: Base) -> Table:
        """One count a group, with its share of all customers that are meant."""
        counts, total = counted(self._query, base, self._least)
        columns = [*self._axes(), self._measure("measure", self._say(f"column_count_{self._query.measure}"))]
        shares = bool(self._query.group_by) and self._query.measure == "customers"
        if shares:
            columns.append(Column("share", self._say("report_column_share"), "percent"))
        rows = [
            (*self._names(row), _number(row["measure"]), *([row["customers"] / total] if shares else []))
            for _, row in self._ordered(counts[~counts["hidden"]]).iterrows()
        ]
        return self._table(columns, rows, self._total(total), int(counts["hidden"].sum()), base)

    def compared(self, base: Base, before: Query, base_before: Base) -> Table:
        """One count a group now and before, and how it changed."""
        now, total = counted(self._query, base, self._least)
        then, _ = counted(before, base_before, self._least)
        axes = list(self._query.group_by)
        names = {"measure": "measure_before", "hidden": "hidden_before"}
        then = then[[*axes, *names]].rename(columns=names)
        both = now.merge(then, how="outer", on=axes) if axes else now.join(then)
        gone = both["hidden"].eq(True) | both["hidden_before"].eq(True)
        columns = [
            *self._axes(),
            self._measure("measure", self._say(f"column_count_{self._query.measure}")),
            self._measure("before", self._say("column_before", period=self._when(before))),
            self._measure("change", self._say("column_change")),
        ]
        rows = [self._compared_row(row) for _, row in self._ordered(both[~gone]).iterrows()]
        return self._table(columns, rows, self._total(total), int(gone.sum()), base)

    def _compared_row(self, row: pd.Series) -> tuple[Cell, ...]:
        now, before = (0.0 if pd.isna(row[name]) else float(row[name]) for name in ("measure", "measure_before"))
        return (*self._names(row), _number(now), _number(before), _number(now - before))

    def _when(self, before: Query) -> str:
        """The time that is compared with: the query's own period then, or the day."""
        words = Restatement(self._vocabulary, self._query.language)
        dated = (getattr(f, "since", None) or getattr(f, "until", None) for f in before.filters)
        place = next((index for index, found in enumerate(dated) if found), None)
        if place is None:
            return day_text(before.asked_on, self._query.language)
        filter_ = before.filters[place]
        return words.period(getattr(filter_, "since", None), getattr(filter_, "until", None)).strip()

    def _axes(self) -> list[Column]:
        label = partial(self._vocabulary.axis_label, language=self._query.language)
        return [Column(axis, label(axis), "text") for axis in self._query.group_by]

    def _measure(self, name: str, label: str) -> Column:
        kind: ColumnKind = "number" if self._query.measure == "customers" else "money"
        return Column(name, label, kind)

    def _names(self, row: pd.Series) -> list[str]:
        return [self._name(axis, str(row[axis])) for axis in self._query.group_by]

    def _name(self, axis: str, value: str) -> str:
        if value == UNKNOWN:
            return self._say("axis_unknown")
        return value if axis in MONTHS else self._vocabulary.label(axis, value, self._query.language)

    def _ordered(self, counts: pd.DataFrame) -> pd.DataFrame:
        """Rows in the usual order of each axis; months by time; what is not known last."""
        if not self._query.group_by:
            return counts
        return counts.sort_values(list(self._query.group_by), key=self._places, kind="stable")

    def _places(self, values: pd.Series) -> pd.Series:
        axis = str(values.name)
        known = sorted(set(values)) if axis in MONTHS else list(self._vocabulary.labels(axis))
        places = {value: place for place, value in enumerate(known)}
        return values.map(lambda value: len(known) + 1 if value == UNKNOWN else places.get(value, len(known)))

    def _total(self, total: int) -> int | None:
        return None if 0 < total < self._least else total

    def _table(
        self, columns: list[Column], rows: list[tuple[Cell, ...]], total: int | None, suppressed: int, base: Base
    ) -> Table:
        restated = restated_with_limits(self._query, base, self._vocabulary)
        return Table(self._query, restated, tuple(columns), tuple(rows), total, suppressed)


def _number(value: float) -> float | int | None:
    """A whole number where it is one, two places where it is money, nothing where it is not known."""
    if pd.isna(value):
        return None
    return int(value) if float(value).is_integer() else round(float(value), 2)
