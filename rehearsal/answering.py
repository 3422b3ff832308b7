"""How a value is answered: by its button, or written out as people write it."""

from datetime import date
from typing import Any

from catalogue import Question
from catalogue.models import SEPARATOR
from rehearsal.habits import Habits


def button_for(question: Question, value: str, message: dict[str, Any]) -> str | None:
    """The label of the one button that says `value`; None where there is no such button or several are needed."""
    if not question.kind.has_choices or SEPARATOR in value or question.kind.name == "choices":
        return None
    labels = next((choice.label.values() for choice in question.choices if choice.value == value), ())
    offered = [choice["label"] for choice in message["choices"]]
    return next((label for label in labels if label in offered), None)


def answer_in_words(question: Question, value: str, habits: Habits) -> str:
    """`value` as the answer to `question` in plain words: labels, a number, a date.

    Args:
        question: what was asked.
        value: as the data bank would hold it.
        habits: whose words and slips.
    """
    if question.kind.has_choices:
        labels = {choice.value: choice.label[habits.language] for choice in question.choices}
        return habits.typed(habits.listed([labels.get(one, one) for one in value.split(SEPARATOR)]))
    if question.kind.name == "date":
        return _day(value.partition("/")[0], habits)
    return habits.typed(value) if question.kind.name == "text" else value


def _day(value: str, habits: Habits) -> str:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return value
    if habits.language == "zh-Hant":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {day:%B %Y}"
