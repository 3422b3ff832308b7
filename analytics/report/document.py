"""What a report consists of, before it becomes a page, a PDF or a spreadsheet."""

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from analytics.statistics import Interval

Kind = Literal[
    "text",
    "number",
    "decimal",
    "percent",
    "growth",
    "points",
    "money",
    "interval",
    "points_interval",
    "decimal_interval",
]
"""How a column is written: `growth` is a share with its sign, `points` are percentage points."""


class Withheld(Enum):
    """A number that is not shown because too few people stand behind it."""

    TOO_FEW = "too_few"


Cell = str | int | float | Interval | Withheld | None
"""None is what does not apply or is not known."""


@dataclass(frozen=True)
class Column:
    """A column; numbers are set to the right."""

    label: str
    kind: Kind = "text"


@dataclass(frozen=True)
class Table:
    """A table under its title; the note says what was left out."""

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


@dataclass(frozen=True)
class Bar:
    """One bar, or one part of a bar where `part` names it; `interval` is drawn as a line across its end."""

    label: str
    value: float
    interval: Interval | None = None
    part: str = ""


@dataclass(frozen=True)
class Chart:
    """A picture of bars, across or (in the order of time or of a scale) upright; `alt` says in words what it shows."""

    id: str
    title: str
    alt: str
    bars: tuple[Bar, ...]
    axis: str
    percent: bool = False
    upright: bool = False


@dataclass(frozen=True)
class HeatMap:
    """A picture of shares, darker where they are higher; without a value where too few stand behind it."""

    id: str
    title: str
    alt: str
    cells: tuple[tuple[str, str, float | None], ...]


Picture = Chart | HeatMap


@dataclass(frozen=True)
class Figure:
    """A table, and beside it the picture of the same numbers if there is one."""

    table: Table
    picture: Picture | None = None


@dataclass(frozen=True)
class Quote:
    """A customer's words without what could name them, and what they were found to be."""

    words: str
    language: str
    about: str


@dataclass(frozen=True)
class QuoteGroup:
    """The quotes under one heading."""

    heading: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Tile:
    """One number in large type, and what it counts."""

    value: str
    label: str
    note: str = ""


@dataclass(frozen=True)
class Section:
    """A chapter: what it says in sentences, then its figures and quotes."""

    id: str
    heading: str
    sentences: tuple[str, ...] = ()
    tiles: tuple[Tile, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotes: tuple[QuoteGroup, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Report:
    """The whole report in one language."""

    title: str
    shop: str
    period: str
    written: str
    language: str
    sections: tuple[Section, ...]
