"""Which age groups or income groups lie within the bounds that somebody named."""

from dataclasses import dataclass
from decimal import Decimal

from catalogue import Question
from reading.values.bounds import Band, bands_of


@dataclass(frozen=True)
class Inside:
    """The values of the bands that lie wholly within bounds, and of those that lie there only in part."""

    whole: tuple[str, ...]
    partly: tuple[str, ...]


def bands_inside(question: Question, low: Decimal | None, high: Decimal | None) -> Inside:
    """How the bands of a question lie to bounds, both included.

    A band is counted only where everybody in it is meant: of who is 35 to 44 nobody knows who is over 40.

    Args:
        question: one whose choices are bands, such as the age groups.
        low: the least that is meant; None for no bound.
        high: the most that is meant; None for no bound.
    """
    touched = [band for band in bands_of(question) if band.overlaps(low, high)]
    whole = tuple(band.value for band in touched if _lies_inside(band, low, high))
    return Inside(whole, tuple(band.value for band in touched if band.value not in whole))


def _lies_inside(band: Band, low: Decimal | None, high: Decimal | None) -> bool:
    if low is not None and band.low < low:
        return False
    return high is None or (band.high is not None and band.high <= high)
