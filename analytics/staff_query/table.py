"""A query's answer as a table, in the shape that the staff console shows (docs/architecture.md)."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

from analytics.staff_query.query import Query

ColumnKind = Literal["text", "number", "percent", "money", "date"]
Cell = str | int | float | None


@dataclass(frozen=True)
class Column:
    """One column: its name for programs, its heading for people, and what its cells are."""

    name: str
    label: str
    kind: ColumnKind


@dataclass(frozen=True)
class Table:
    """The answer to a query.

    Attributes:
        query: what was asked.
        restated: the same in words.
        columns: the columns.
        rows: cells in the order of the columns; None where nothing may be shown or nothing is known.
        total: how many customers are meant in all; None where they are too few to say.
        suppressed: how many rows were left out because their group is too small.
    """

    query: Query
    restated: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: int | None
    suppressed: int

    def to_dict(self) -> dict[str, Any]:
        """The table as JSON can hold it."""
        return {
            "query": self.query.to_dict(),
            "restated": self.restated,
            "columns": [asdict(column) for column in self.columns],
            "rows": [list(row) for row in self.rows],
            "total": self.total,
            "suppressed": self.suppressed,
        }
