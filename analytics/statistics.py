"""The few statistics of reports, rehearsals and evaluations, each with its source."""

from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev

from scipy.special import stdtrit

Z = 1.959963984540054
"""The normal distribution's 97.5% point: intervals cover 95%."""


@dataclass(frozen=True)
class Interval:
    """A 95% interval."""

    low: float
    high: float


def wilson(count: int, total: int) -> Interval | None:
    """The interval of a share by the score method (Wilson, 1927), which holds for few people and shares near 0 or 1.

    Args:
        count: how many of them.
        total: of how many.

    Returns:
        Bounds between 0 and 1; None for a share of nobody.

    >>> interval = wilson(8, 20)
    >>> f"{interval.low:.4f} {interval.high:.4f}"
    '0.2188 0.6134'
    >>> wilson(0, 0) is None
    True
    """
    if total == 0:
        return None
    share, spread = count / total, Z * Z / total
    middle = (share + spread / 2) / (1 + spread)
    half = Z * sqrt(share * (1 - share) / total + spread / (4 * total)) / (1 + spread)
    return Interval(max(0.0, middle - half), min(1.0, middle + half))


def change_of_share(count: int, total: int, earlier_count: int, earlier_total: int) -> Interval | None:
    """The interval of the difference of two shares by Newcombe's hybrid score method (1998, method 10).

    Args:
        count, total: the share now.
        earlier_count, earlier_total: the share that it is compared with, of other people or as if of others.

    Returns:
        Bounds between -1 and 1; None where one of the two is a share of nobody.

    >>> interval = change_of_share(56, 70, 48, 80)
    >>> f"{interval.low:.4f} {interval.high:.4f}"
    '0.0524 0.3339'
    """
    now, before = wilson(count, total), wilson(earlier_count, earlier_total)
    if now is None or before is None:
        return None
    share, earlier = count / total, earlier_count / earlier_total
    below = sqrt((share - now.low) ** 2 + (before.high - earlier) ** 2)
    above = sqrt((now.high - share) ** 2 + (earlier - before.low) ** 2)
    return Interval(share - earlier - below, share - earlier + above)


def mean_interval(values: list[float]) -> Interval | None:
    """The interval of a mean by Student's t.

    Args:
        values: one number a person.

    Returns:
        Bounds in the values' unit; None for fewer than two values, which tell nothing about how they scatter.

    >>> interval = mean_interval([6.0, 7.0, 8.0])
    >>> f"{interval.low:.2f} {interval.high:.2f}"
    '4.52 9.48'
    """
    if len(values) < 2:
        return None
    half = float(stdtrit(len(values) - 1, 0.975)) * stdev(values) / sqrt(len(values))
    middle = fmean(values)
    return Interval(middle - half, middle + half)


def clear(change: Interval | None) -> bool:
    """Whether a change is more than chance would often bring: its interval leaves 0 out.

    >>> clear(Interval(0.01, 0.2)), clear(Interval(-0.1, 0.2)), clear(None)
    (True, False, False)
    """
    return change is not None and (change.low > 0 or change.high < 0)
