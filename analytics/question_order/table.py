"""Reads any table of answers: a row a person, a column a question, one column to predict."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from analytics.question_order.columns import reason_to_leave_out
from analytics.question_order.types import Classes

FEWEST_PEOPLE = 20
"""Under so many people nothing can be learned and checked."""
FEWEST_OF_A_CLASS = 5
"""A class with fewer people cannot be both learned and checked, so its people are left out, and that is said."""
MOST_CLASSES = 30
MOST_PEOPLE = 10_000
"""More than so many say little more about an order and take long, so as many are drawn at random."""


class TableError(Exception):
    """The file cannot be used; names the file, the place, and what to do."""


@dataclass(frozen=True)
class AnswerTable:
    """Answers to be learned from.

    Args:
        answers: a row a person, a column a question, in the order they were written; empty where nothing was answered.
        target: the class of each person, from 0.
        classes: what each class is called; its index is its number.
        left_out: columns that are no questions, and notes on people left out, each with the reason.
    """

    answers: pd.DataFrame
    target: Classes
    classes: tuple[str, ...]
    left_out: dict[str, str]

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions in the order they were written."""
        return tuple(str(column) for column in self.answers.columns)


def read_table(file: Path, target: str, seed: int = 0) -> AnswerTable:
    """Reads `file` and finds out which of its columns are questions.

    Args:
        file: a UTF-8 CSV file with a header row.
        target: the column to predict: two values or more, each for at least five people.
        seed: draws people where there are more than 10,000.

    Raises:
        TableError: the file cannot be read, has no such column, or has too few people, classes or questions.
    """
    table = _read(file)
    if target not in table.columns:
        columns = ", ".join(str(column) for column in table.columns)
        raise TableError(f"{file}: there is no column '{target}' to predict; choose one of {columns} with --target.")
    return from_frame(table, target, str(file), seed)


def from_frame(table: pd.DataFrame, target: str, name: str = "the table", seed: int = 0) -> AnswerTable:
    """The answers in a table that is in memory already; the arguments and errors are those of `read_table`.

    >>> table = pd.DataFrame({"id": range(40), "likes": ["tea", "milk"] * 20, "buys": ["tea", "milk"] * 20})
    >>> from_frame(table, "buys").questions
    ('likes',)
    """
    left_out: dict[str, str] = {}
    people = _with_a_class(table, target, name, left_out)
    if len(people) > MOST_PEOPLE:
        left_out[f"{len(people) - MOST_PEOPLE} people"] = f"{MOST_PEOPLE} drawn at random are enough"
        people = people.sample(MOST_PEOPLE, random_state=seed)
    answers = people.drop(columns=target)
    for column in list(answers.columns):
        if reason := reason_to_leave_out(answers[column], str(column)):
            left_out[str(column)] = reason
            answers = answers.drop(columns=column)
    if answers.empty:
        reasons = "; ".join(f"{column}: {reason}" for column, reason in left_out.items())
        raise TableError(f"{name}: no column is left that could be a question ({reasons}); add columns with answers.")
    classes = sorted(people[target].unique())
    numbers = people[target].map({known: number for number, known in enumerate(classes)})
    return AnswerTable(answers, numbers.to_numpy(dtype=np.int64), tuple(classes), left_out)


def _read(file: Path) -> pd.DataFrame:
    try:
        return pd.read_csv(file, encoding="utf-8-sig", low_memory=False)
    except FileNotFoundError as error:
        raise TableError(f"{file}: there is no such file; check the path given with --answers.") from error
    except UnicodeDecodeError as error:
        raise TableError(f"{file}: byte {error.start} is not UTF-8; save the file as 'CSV UTF-8'.") from error
    except pd.errors.EmptyDataError as error:
        raise TableError(f"{file}: the file is empty; its first line must name the columns.") from error
    except pd.errors.ParserError as error:
        raise TableError(f"{file}: {error}; give every line as many values as the header has columns.") from error
    except OSError as error:
        raise TableError(f"{file}: {error.strerror}; give a CSV file with --answers.") from error


def _with_a_class(table: pd.DataFrame, target: str, name: str, left_out: dict[str, str]) -> pd.DataFrame:
    """The people who have a class that is common enough, with the class as text."""
    people = table[table[target].notna()].copy()
    if missing := len(table) - len(people):
        left_out[f"{missing} people"] = f"no value in {target}"
    _refuse_measurements(people[target], target, name)
    people[target] = people[target].map(_as_text)
    sizes = people[target].value_counts()
    for rare in sizes.index[sizes < FEWEST_OF_A_CLASS]:
        left_out[f"{target} = {rare}"] = f"only {sizes[rare]} people; {FEWEST_OF_A_CLASS} are needed to learn and check"
    people = people[people[target].isin(sizes.index[sizes >= FEWEST_OF_A_CLASS])]
    if people[target].nunique() < 2:
        raise TableError(
            f"{name}: {target} needs two different values with {FEWEST_OF_A_CLASS} people each and has "
            f"{people[target].nunique()}; choose another column with --target, or add people."
        )
    if len(people) < FEWEST_PEOPLE:
        raise TableError(f"{name}: {len(people)} people have a value in {target}; at least {FEWEST_PEOPLE} are needed.")
    return people


def _refuse_measurements(values: "pd.Series[float]", target: str, name: str) -> None:
    if values.nunique() > MOST_CLASSES:
        raise TableError(
            f"{name}: {target} has {values.nunique()} different values, such as '{values.iloc[0]}', and classes are "
            f"predicted; group it into at most {MOST_CLASSES} (bands for a number), or choose another --target."
        )


def _as_text(value: object) -> str:
    """A class as it was written; a whole number that pandas had to hold as 1.0 is 1."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
