"""From what a shop's file says about a customer to the value of the catalogue: by value, label, or what people say."""

import re
from collections.abc import Callable
from datetime import date

from catalogue import Choice, Question
from profiles.imports.values import Unreadable, decimal
from profiles.records import Status

Answered = tuple[Status, str]
"""How a cell answers a question, and the value or values."""

_STATUS_OF_VALUE: dict[str, Status] = {"dont_know": "dont_know", "prefer_not_to_say": "prefer_not"}
_STATUS_OF_CELL: dict[str, Status] = {**_STATUS_OF_VALUE, "prefer_not": "prefer_not", "skipped": "skipped"}
_BAND = re.compile(r"(\d+)(?:-(\d+)|\+)")
_NUMBER = re.compile(r"\d[\d,]*k?")


def answer_reader(question: Question) -> Callable[[str], Answered]:
    """A reader of cells that answer a question; choices are found by value, label or synonym in either language.

    Several choices are joined by `|`. A band of numbers is also found by its ends: `25 to 34`, `over 65`, `10k-19,999`.
    """
    if question.kind.has_choices:
        return _choice_reader(question)
    return lambda cell: _not_given(cell) or ("given", _plain_answer(question, cell))


def band_of_age(question: Question, birth_date: date, today: date) -> str:
    """The age band of somebody born on a day; '' if no band holds the age.

    >>> from catalogue import load
    >>> band_of_age(load().questions["age_band"], date(1990, 7, 31), date(2026, 3, 2))
    '35-44'
    """
    age = today.year - birth_date.year - ((today.month, today.day) < (birth_date.month, birth_date.day))
    for choice in question.choices:
        band = _ends(choice.value)
        if band and band[0] <= age and (band[1] is None or age <= band[1]):
            return choice.value
    return ""


def _choice_reader(question: Question) -> Callable[[str], Answered]:
    values = {_folded(name): choice.value for choice in reversed(question.choices) for name in _names(choice)}
    bands: dict[object, str] = {ends: choice.value for choice in question.choices if (ends := _ends(choice.value))}

    def read(cell: str) -> Answered:
        not_given = _not_given(cell)
        if not_given:
            return not_given
        found = [values.get(_folded(part)) or bands.get(_ends_said(part), "") for part in cell.split("|")]
        if "" in found or (len(found) > 1 and question.kind.name == "choice"):
            raise Unreadable(_choose(question))
        chosen = list(dict.fromkeys(found))
        status = _STATUS_OF_VALUE.get(chosen[0]) if len(chosen) == 1 else None
        return (status, "") if status else ("given", "|".join(chosen))

    return read


def _not_given(cell: str) -> Answered | None:
    status = _STATUS_OF_CELL.get(cell.casefold())
    return (status, "") if status else None


def _names(choice: Choice) -> list[str]:
    return [choice.value, *choice.label.values(), *(said for says in choice.says.values() for said in says)]


def _folded(text: str) -> str:
    return re.sub(r"[\s_–—-]+", " ", text.casefold()).strip()


def _ends(value: str) -> tuple[int, int | None] | None:
    band = _BAND.fullmatch(value)
    return (int(band[1]), int(band[2]) if band[2] else None) if band else None


def _ends_said(text: str) -> tuple[int, int | None] | None:
    """The ends of a band as people write it; None for anything else."""
    said = text.casefold()
    numbers = [
        int(n.replace(",", "").removesuffix("k")) * (1000 if n.endswith("k") else 1) for n in _NUMBER.findall(said)
    ]
    if len(numbers) == 2:
        return numbers[0], numbers[1]
    if len(numbers) == 1 and re.search(r"\+|over|above|older|more|以上", said):
        return numbers[0], None
    if len(numbers) == 1 and re.search(r"under|below|less|younger|以下", said):
        return 0, numbers[0] - 1
    return None


def _choose(question: Question) -> str:
    return "write one of " + ", ".join(choice.value for choice in question.choices)


def _plain_answer(question: Question, cell: str) -> str:
    kind = question.kind
    if kind.name == "text":
        return cell
    if kind.name == "date":
        try:
            return date.fromisoformat(cell).isoformat()
        except ValueError as error:
            raise Unreadable("write a date as year-month-day, such as 2026-03-02") from error
    number = decimal(cell)
    if not kind.holds(float(number)):
        raise Unreadable(f"write a number from {kind.low} to {kind.high}")
    return f"{number.normalize():f}"
