"""Several answers in one message: each is taken only where its words leave no doubt which question they answer."""

from collections.abc import Iterable

from catalogue import Question
from reading.values.about_oneself import read_description, read_home, read_own_age, read_own_income
from reading.values.banded import period_of, quantity_of
from reading.values.by_topic import read_day, read_rate, read_score
from reading.values.choice_phrases import is_about_districts
from reading.values.message import Message
from reading.values.partial import NOTHING, Partial, Used
from reading.values.result import Status


def unmistakable(message: Message) -> dict[str, Partial]:
    """What a message answers, by question id; nothing where two questions fit the same words."""
    found = {question.id: _read(message, question) for question in message.asked}
    given = {id: partial for id, partial in found.items() if partial.status == Status.GIVEN}
    taken = used_by(given.values())
    return {id: partial for id, partial in given.items() if all(taken.count(words) == 1 for words in partial.used)}


def used_by(partials: Iterable[Partial]) -> Used:
    """Every stretch of the message that one of the readings took."""
    return tuple(stretch for partial in partials for stretch in partial.used)


def _read(message: Message, question: Question) -> Partial:
    match question.kind.name:
        case "choice" | "choices":
            return _read_choice(message, question)
        case "scale":
            return read_score(message, question)
        case "number":
            return read_rate(message, question) if period_of(question) else NOTHING
        case "date":
            return read_day(message, question)
        case "text":
            return NOTHING


def _read_choice(message: Message, question: Question) -> Partial:
    if is_about_districts(question):
        return read_home(message, question)
    match quantity_of(question):
        case "age":
            return read_own_age(message, question)
        case "money":
            return read_own_income(message, question)
        case "number":
            return NOTHING
        case None:
            return read_description(message, question)
