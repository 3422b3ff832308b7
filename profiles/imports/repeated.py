"""What an export writes on the first row of an order or a product alone, and rows that are about no goods."""

from dataclasses import replace

import numpy as np
import pandas as pd

from profiles.imports.checked import Cells, Checked
from profiles.imports.layout import Layout
from profiles.imports.rows import Chunk


class Repeated:
    """Fills the cells that an export leaves empty on the further rows of an order or a product, over chunks too."""

    def __init__(self, layout: Layout, group: str) -> None:
        self._columns = [column for column in layout.repeated if column in layout.positions]
        self._group = group
        self._last_group = ""
        self._last: dict[str, str] = {}

    def fill(self, checked: Checked) -> None:
        """Fills a chunk's cells from the nearest earlier row of the same group."""
        if not self._columns or not len(checked):
            return
        groups = np.concatenate([[self._last_group], checked.text(self._group)])
        for column in self._columns:
            self._fill(checked, column, groups)
        self._last_group = str(groups[-1])

    def _fill(self, checked: Checked, column: str, groups: Cells) -> None:
        cells = pd.Series([self._last.get(column, ""), *checked.raw(column)], dtype=object)
        known = cells.mask(cells.str.strip() == "")
        filled = known.groupby(groups).ffill().fillna("").to_numpy(dtype=object)
        self._last[column] = str(filled[-1])
        checked.replace(column, filled[1:])


def about_goods(chunk: Chunk, layout: Layout) -> Chunk:
    """The chunk without the rows that hold only a picture: those with nothing in any column of `goods`."""
    places = [layout.positions[column] for column in layout.goods]
    if not places:
        return chunk
    kept = [number for number, row in enumerate(chunk.rows) if any(row[place].strip() for place in places)]
    return replace(chunk, rows=[chunk.rows[n] for n in kept], lines=[chunk.lines[n] for n in kept])
