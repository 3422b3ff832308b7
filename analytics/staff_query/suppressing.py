"""Hides small groups (P5), and as many others as are needed so that a difference does not give them away."""

from itertools import chain

import pandas as pd


def hidden(counts: pd.DataFrame, axes: list[str], partitions: list[str], total: int, least: int) -> pd.Series:
    """Which rows of a table must not be shown.

    A group is hidden where fewer than `least` customers are in it, or where fewer than `least` are outside of it. Where
    groups add up to a total that can be had (of the table, or by another query of one of its rows or columns), the
    hidden ones must together hold at least `least` customers and be at least two, else the smallest group beside them
    is hidden too (complementary suppression).

    Args:
        counts: a row a group: the columns `axes`, and `customers` (1 or more).
        axes: what the groups are told apart by.
        partitions: those of `axes` on which every customer is in exactly one group.
        total: how many customers there are in all.
        least: the smallest group that is shown; 1 hides nothing.

    Returns:
        Booleans with the index of `counts`.

    >>> table = pd.DataFrame({"age": ["a", "b", "c"], "customers": [40, 9, 2]})
    >>> hidden(table, ["age"], ["age"], 51, 5).to_list()
    [False, True, True]
    """
    customers = counts["customers"]
    small = customers < least
    if least > 1 and len(axes) == 1 and not partitions:
        small |= (customers < total) & (total - customers < least)
    lines = list(chain.from_iterable(_lines(counts, axes, axis) for axis in partitions))
    while True:
        before = int(small.sum())
        for line in lines:
            small = _complemented(customers, small, line, least)
        if int(small.sum()) == before:
            return small


def _lines(counts: pd.DataFrame, axes: list[str], axis: str) -> list[pd.Index]:
    """The rows that together make up something whose number can be had: all along `axis`, the other axes fixed."""
    others = [other for other in axes if other != axis]
    if not others:
        return [counts.index]
    return [line.index for _, line in counts.groupby(others, sort=False)]


def _complemented(customers: pd.Series, small: pd.Series, line: pd.Index, least: int) -> pd.Series:
    """The hidden rows with enough more of one line that those of the line cannot be worked out."""
    small = small.copy()
    while True:
        gone = line[small[line]]
        shown = line[~small[line]]
        if not len(gone) or not len(shown) or (len(gone) > 1 and int(customers[gone].sum()) >= least):
            return small
        small |= small.index == customers[shown].idxmin()
