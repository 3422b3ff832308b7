"""Answers as levels: a choice is a level, a number falls into a band, and 'no answer' is a level too."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from analytics.question_order.types import Codes

BANDS = 8
"""A number with more different values than this is cut into so many bands with as many people each."""
COMMON = 5
"""A choice that fewer people picked shares the level 'another answer'."""
MOST_CHOICES = 60
"""Rarer choices than the so many commonest share the level 'another answer' as well."""

LevelOf = Callable[["pd.Series[Any]"], Codes]
Learned = tuple[LevelOf, int, bool, tuple[Any, ...]]
"""Of one question: the fields of `Encoding`."""


@dataclass(frozen=True)
class Encoding:
    """How answers become levels; learned on the people who are learned from and on nobody else.

    Args:
        level_of: for each question, what turns its answers into levels.
        levels: how many levels each question has, 'another answer' and 'no answer' included.
        ordered: which questions have levels in the order of a number.
        choices: the answers that the first levels stand for; none for a question whose numbers are in bands.
    """

    level_of: tuple[LevelOf, ...]
    levels: tuple[int, ...]
    ordered: tuple[bool, ...]
    choices: tuple[tuple[Any, ...], ...]

    def codes(self, answers: pd.DataFrame) -> Codes:
        """The level of each answer; the columns are those that the encoding was learned on, in their order."""
        columns = [level_of(answers.iloc[:, index]) for index, level_of in enumerate(self.level_of)]
        return np.stack(columns, axis=1).astype(np.int64)


def learn_encoding(answers: pd.DataFrame) -> Encoding:
    """The encoding of these people's answers.

    >>> answers = pd.DataFrame({"likes": ["tea", "milk"] * 5, "age": range(10)})
    >>> encoding = learn_encoding(answers)
    >>> encoding.levels
    (4, 9)
    >>> encoding.codes(pd.DataFrame({"likes": ["milk", "beer", None], "age": [0.0, 9.0, None]})).tolist()
    [[1, 0], [2, 7], [3, 8]]
    """
    learned = [_learn(answers[column]) for column in answers.columns]
    return Encoding(*(tuple(part) for part in zip(*learned, strict=True)))


def _learn(values: "pd.Series[Any]") -> Learned:
    is_number = pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_bool_dtype(values)
    if is_number and values.nunique() > BANDS:
        return _bands(values)
    return _choices(values, is_number=is_number)


def _bands(values: "pd.Series[Any]") -> Learned:
    numbers = values.to_numpy(dtype=float)
    edges = np.unique(np.quantile(numbers[np.isfinite(numbers)], np.linspace(0, 1, BANDS + 1)[1:-1]))

    def level_of(column: "pd.Series[Any]") -> Codes:
        numbers = pd.to_numeric(column, errors="coerce").to_numpy(dtype=float)
        return np.where(np.isnan(numbers), len(edges) + 1, np.searchsorted(edges, numbers))

    return level_of, len(edges) + 2, True, ()


def _choices(values: "pd.Series[Any]", *, is_number: bool) -> Learned:
    counts = values.value_counts()
    common = list(counts.index[counts >= min(COMMON, counts.max())][:MOST_CHOICES])
    if is_number:
        common.sort()
    number = {choice: level for level, choice in enumerate(common)}

    def level_of(column: "pd.Series[Any]") -> Codes:
        found = column.map(number).fillna(len(common)).to_numpy(dtype=np.int64)
        return np.where(column.isna(), len(common) + 1, found)

    return level_of, len(common) + 2, is_number, tuple(common)
