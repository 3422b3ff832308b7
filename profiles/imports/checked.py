"""The cells of a chunk, read column by column, with whatever is wrong noted row by row."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from profiles.imports.layout import Layout
from profiles.imports.rows import Chunk
from profiles.imports.summary import Problem
from profiles.imports.values import Parser, Unreadable

Cells = npt.NDArray[np.object_]


class Checked:
    """The rows of a chunk under our columns' names.

    Reading a column gives one value a row, None where nothing stands; what can't be read is noted as a problem, and a
    row with a problem is refused. Each different cell is read once, because most columns say the same thing often.
    """

    def __init__(self, chunk: Chunk, layout: Layout) -> None:
        self.lines = np.array(chunk.lines, dtype=np.int64)
        self.problems: dict[int, list[Problem]] = {}
        self._layout = layout
        columns = list(zip(*chunk.rows, strict=True)) or [()] * len(layout.header)
        self._columns: dict[str, Cells] = {name: _cells(columns[place]) for name, place in layout.positions.items()}

    def __len__(self) -> int:
        return len(self.lines)

    def has(self, column: str) -> bool:
        """Whether the file has this column."""
        return column in self._columns

    def raw(self, column: str) -> Cells:
        """The cells of a column exactly as they stand; the column must be there."""
        return self._columns[column]

    def text(self, column: str) -> Cells:
        """The cells of a column as they stand, without spaces around them; a missing column is empty."""
        codes, uniques = self._different(column)
        return _spread(uniques, codes)

    def replace(self, column: str, cells: Cells) -> None:
        """Puts other cells in the place of a column's."""
        self._columns[column] = cells

    def read(self, column: str, parser: Parser, *, needed: bool = False) -> Cells:
        """The values of a column.

        Args:
            column: our name of it.
            parser: reads one cell that is not empty.
            needed: whether an empty cell is a problem.
        """
        codes, uniques = self._different(column)
        values: list[Any] = []
        for code, cell in enumerate(uniques):
            value, remedy = _read(cell, parser, needed)
            values.append(value)
            if remedy:
                for row in np.flatnonzero(codes == code):
                    self.refuse(int(row), column, cell, remedy)
        return _spread(values, codes)

    def refuse(self, row: int, column: str, value: str, remedy: str) -> None:
        """Notes what is wrong with a row, counted from 0 in the chunk."""
        problem = Problem(int(self.lines[row]), self._layout.name(column), value, remedy)
        problems = self.problems.setdefault(row, [])
        if problem not in problems:
            problems.append(problem)

    def refuse_where(self, wrong: npt.NDArray[np.bool_], column: str, remedy: Callable[[int], str]) -> None:
        """Notes the same thing about every row that `wrong` marks."""
        cells = self.text(column)
        for row in np.flatnonzero(wrong):
            self.refuse(int(row), column, str(cells[row]), remedy(int(row)))

    def good(self) -> npt.NDArray[np.bool_]:
        """Which rows have no problem."""
        marks = np.ones(len(self), dtype=bool)
        marks[list(self.problems)] = False
        return marks

    def _different(self, column: str) -> tuple[npt.NDArray[np.intp], list[str]]:
        """The different cells of a column, and which of them each row has."""
        cells = self._columns.get(column)
        if cells is None:
            cells = np.full(len(self), "", dtype=object)
        codes, uniques = pd.factorize(cells)
        constant = self._layout.constants.get(column, "")
        return codes, [str(cell).strip() or constant for cell in uniques]


def _read(cell: str, parser: Parser, needed: bool) -> tuple[object, str]:
    if not cell:
        return None, "write something here" if needed else ""
    try:
        return parser(cell), ""
    except Unreadable as error:
        return None, str(error)


def _spread(values: Sequence[Any], codes: npt.NDArray[np.intp]) -> Cells:
    """The values of the different cells, put back to each row."""
    return _cells(values)[codes]


def _cells(values: Sequence[Any]) -> Cells:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array
