"""A fact as a persona's file writes it, as the data bank would hold it, and whether the two agree."""

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from catalogue import Choice, Language, Question
from catalogue.models import SEPARATOR
from reading.values import read


def as_stored(written: Any, question: Question, today: date) -> str | None:
    """The value that a right answer is stored as; None where the question cannot take what is written.

    Args:
        written: what YAML makes of the fact: a text, number, date, truth value or list.
        question: what is asked for it.
        today: what 'last week' counts from.
    """
    parts = [as_text(part) for part in (written if isinstance(written, list) else [written])]
    if question.kind.has_choices:
        return _choices(parts, question)
    text = " ".join(parts).strip()
    if question.kind.name == "text":
        return text or None
    if question.kind.name == "date":
        return _day(text, question, today)
    return _number(text, question)


def agree(stored: str, expected: str, question: Question) -> bool:
    """Whether a stored value says what was expected; a day agrees with the stretch of days that it lies in."""
    if question.kind.name == "choices":
        return set(stored.split(SEPARATOR)) == set(expected.split(SEPARATOR))
    if question.kind.name == "date":
        first, last = _bounds(stored)
        since, until = _bounds(expected)
        return first <= until and since <= last
    if question.kind.name in ("scale", "number"):
        return _decimal(stored) == _decimal(expected)
    return stored == expected


def read_back(played_back: str, question: Question, language: Language) -> str:
    """The stored value that a play-back's words stand for; the words themselves where they are no labels.

    Args:
        played_back: what stands behind the question's name, in quotation marks or not.
        question: what was answered.
        language: whose labels.
    """
    text = played_back.strip().strip("“”「」")
    rest, values = text, set()
    for choice in sorted(question.choices, key=lambda choice: -len(choice.label[language])):
        if choice.label[language] in rest:
            rest = rest.replace(choice.label[language], "", 1)
            values.add(choice.value)
    if rest.strip(" ,、") or not values:
        return text
    return SEPARATOR.join(choice.value for choice in question.choices if choice.value in values)


def as_text(written: Any) -> str:
    """What YAML has read as something else as the text it was: `yes`, `3`, `2026-03-02`.

    >>> [as_text(written) for written in (True, 3, date(2026, 3, 2), "web")]
    ['yes', '3', '2026-03-02', 'web']
    """
    if isinstance(written, bool):
        return "yes" if written else "no"
    return written.isoformat() if isinstance(written, date) else str(written).strip()


def _choices(parts: list[str], question: Question) -> str | None:
    names = [name.strip() for part in parts for name in part.split(SEPARATOR) if name.strip()]
    found = [_choice(name, question) for name in names]
    values = [choice.value for choice in question.choices if choice in found]
    takes = question.kind.name == "choices" or len(values) == 1
    return SEPARATOR.join(values) if values and takes and None not in found else None


def _choice(name: str, question: Question) -> Choice | None:
    """The choice of this value, or of this label or saying in either language."""
    wanted = name.casefold()
    for choice in question.choices:
        if choice.value.casefold() == wanted:
            return choice
    for choice in question.choices:
        words = [*choice.label.values(), *(said for several in choice.says.values() for said in several)]
        if wanted in (word.casefold() for word in words):
            return choice
    return None


def _number(text: str, question: Question) -> str | None:
    number = _decimal(text)
    return f"{number.normalize():f}" if number is not None and question.kind.holds(float(number)) else None


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _day(text: str, question: Question, today: date) -> str | None:
    try:
        _bounds(text)
    except ValueError:
        reading = read(text, question, "en", today)
        return reading.values[0] if reading.values else None
    return text


def _bounds(value: str) -> tuple[date, date]:
    """The first and the last day of an ISO day or interval."""
    since, _, until = value.partition("/")
    return date.fromisoformat(since), date.fromisoformat(until or since)
