"""Bounds of quantities and how they lie to bands such as the age groups of a question."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from catalogue import Question
from reading.values.per_question import per_question

Bound = TypeVar("Bound", Decimal, date, int)

_CLOSED = re.compile(r"(\d+)-(\d+)")
_OPEN = re.compile(r"(\d+)\+")


@dataclass(frozen=True, slots=True)
class Band:
    """A choice that stands for the numbers from `low` to `high`, both included; without an end where `high` is None."""

    value: str
    low: Decimal
    high: Decimal | None

    def overlaps(self, low: Decimal | None, high: Decimal | None) -> bool:
        """Whether some number lies in the band and between `low` and `high`; None stands for no bound.

        A bound between two bands' whole numbers, such as 34.5, belongs to the lower one.
        """
        begins = low is None or self.high is None or low < self.high + 1
        return begins and (high is None or high >= self.low)


def lies_in(inner: tuple[Bound | None, Bound | None], outer: tuple[Bound | None, Bound | None]) -> bool:
    """Whether all between the bounds of the one lies between those of the other; None stands for no bound.

    >>> lies_in((3, 4), (2, None)), lies_in((3, None), (2, 9))
    (True, False)
    """
    above = outer[0] is None or (inner[0] is not None and inner[0] >= outer[0])
    return above and (outer[1] is None or (inner[1] is not None and inner[1] <= outer[1]))


@per_question
def bands_of(question: Question) -> tuple[Band, ...]:
    """The bands of a question, lowest first; none for a question whose choices are not mostly bands."""
    bands = [band for choice in question.choices if (band := _band(choice.value))]
    return tuple(sorted(bands, key=lambda band: band.low)) if len(bands) > len(question.choices) / 2 else ()


def _band(value: str) -> Band | None:
    if closed := _CLOSED.fullmatch(value):
        return Band(value, Decimal(closed[1]), Decimal(closed[2]))
    open_ended = _OPEN.fullmatch(value)
    return Band(value, Decimal(open_ended[1]), None) if open_ended else None


def bands_between(bands: Iterable[Band], low: Decimal | None, high: Decimal | None) -> tuple[str, ...]:
    """The values of the bands that a quantity may lie in.

    '20,000 to 30,000' is the band from 20,000 although 30,000 begins the next: a range that only touches a band at
    its own end is not taken to reach into it. Two numbers next to each other are either: '34 or 35', born in 1991.
    """
    touched = [band for band in bands if band.overlaps(low, high)]
    if len(touched) > 1 and low is not None and high is not None and high - low > 1 and touched[-1].low == high:
        touched.pop()
    return tuple(band.value for band in touched)
