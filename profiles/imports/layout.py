"""Which column of a file holds what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from profiles.errors import WrongHeader

_DECLARED = Path(__file__).with_name("columns.yml")
_STANDS_IN = {"customer_id": "email", "sku": "product_name", "unit_price": "line_subtotal", "discount": "line_total"}
"""What may stand in for a column that an export lacks, or leaves empty."""


@dataclass(frozen=True)
class Layout:
    """Where a file holds our columns.

    `positions` are those of our columns among the file's, counted from 0; `constants`, `repeated` and `goods` are as
    `columns.yml` explains them; `header` is the file's own, and `left_out` its columns that are not used.
    """

    header: tuple[str, ...]
    positions: Mapping[str, int]
    constants: Mapping[str, str]
    repeated: tuple[str, ...]
    goods: tuple[str, ...]
    left_out: tuple[str, ...]

    def name(self, column: str) -> str:
        """What the file calls a column of ours."""
        return self.header[self.positions[column]] if column in self.positions else column


@cache
def _declared() -> dict[str, dict[str, Any]]:
    declared: dict[str, dict[str, Any]] = yaml.safe_load(_DECLARED.read_text(encoding="utf-8"))
    return declared


def layout_of(kind: str, header: Sequence[str], file: Path) -> Layout:
    """Finds our columns in a file's header.

    Args:
        kind: customers, orders, products or answers.
        header: the fields of the file's first line; capitals, spaces and underscores make no difference.
        file: its path, for the error.

    Raises:
        WrongHeader: a needed column is missing, or one is there twice; lists what was found and what is expected.
    """
    declared = _declared()[kind]
    places = _places(header)
    own = [*declared["needed"], *declared["optional"]]
    export = next((known for known in declared["exports"] if _plain(known["recognised_by"]) in places), None)
    if export is None:
        positions = {column: places[_plain(column)] for column in own if _plain(column) in places}
    else:
        positions = _positions(export["columns"], places) | {
            column: places[_plain(column)] for column in declared["optional"] if column in header
        }
    constants: dict[str, str] = export.get("constants", {}) if export else {}
    _require(kind, declared, positions, constants, header, file)
    _once(positions, header, file)
    return Layout(
        header=tuple(header),
        positions=positions,
        constants=constants,
        repeated=tuple(export.get("repeated", ())) if export else (),
        goods=tuple(export.get("goods", ())) if export else (),
        left_out=tuple(name for place, name in enumerate(header) if place not in positions.values()),
    )


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("_", " ").replace("-", " ").split())


def _places(header: Sequence[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, name in enumerate(header):
        if name.strip():
            places.setdefault(_plain(name), place)
    return places


def _positions(columns: Mapping[str, Sequence[str]], places: Mapping[str, int]) -> dict[str, int]:
    found = {}
    for column, names in columns.items():
        place = next((places[_plain(name)] for name in names if _plain(name) in places), None)
        if place is not None:
            found[column] = place
    return found


def _once(positions: Mapping[str, int], header: Sequence[str], file: Path) -> None:
    names = [_plain(name) for name in header]
    for column, place in positions.items():
        if names.count(names[place]) > 1:
            raise WrongHeader(f"{file}: the header names {column} twice. Keep the column that is meant.")


def _require(
    kind: str,
    declared: Mapping[str, Any],
    positions: Mapping[str, int],
    constants: Mapping[str, str],
    header: Sequence[str],
    file: Path,
) -> None:
    missing = [
        column
        for column in declared["needed"]
        if column not in positions and column not in constants and _STANDS_IN.get(column) not in positions
    ]
    if missing:
        raise WrongHeader(
            f"{file}: the header of a file of {kind} lacks {', '.join(missing)}. "
            f"Found: {', '.join(header) or 'nothing'}. "
            f"Expected: {', '.join(declared['needed'])}"
            + (f" (and, if there are any: {', '.join(declared['optional'])})" if declared["optional"] else "")
            + ", separated by commas, or a file as Shopify or WooCommerce exports it."
        )
