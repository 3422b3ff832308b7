"""Reading a whole answer: what is meant last counts, and what was not understood is said."""

from collections.abc import Collection
from datetime import date

from catalogue import Language, Question
from reading.text import Folded, fold
from reading.values import corrections
from reading.values.assent import beyond_doubt
from reading.values.cues import HEDGE
from reading.values.kinds import read_part
from reading.values.leftovers import not_understood
from reading.values.message import Message
from reading.values.partial import Partial, Used
from reading.values.respelling import respelt
from reading.values.result import Reading, Status
from reading.values.several_answers import unmistakable, used_by


def read(text: str, question: Question, language: Language, today: date) -> Reading:
    """Reads an answer to a question.

    Args:
        text: what the customer wrote, in any mixture of the languages; empty text gives status `none`.
        question: the question that was asked.
        language: the language of the conversation; words of the other one are understood too.
        today: the day in the shop's zone that 'yesterday' and ages are counted from.

    Returns:
        What the answer says, never a guess: what is vague or unknown stays in `not_understood`.
    """
    reading = _read(folded := fold(text), question, language, today)
    if (
        reading.status is Status.NONE
        and question.kind.name != "text"
        and (meant := respelt(folded.text)) != folded.text
    ):
        reading = _read(fold(meant), question, language, today)
    return beyond_doubt(reading, text, question)


def _read(folded: Folded, question: Question, language: Language, today: date) -> Reading:
    parts = corrections.parts(folded, takes_one=question.kind.name != "choices")
    readings = [read_part(part.folded, question, language, today) for part in parts]
    chosen = _last_understood(readings)
    if chosen is not None:
        return _meant(folded, parts, readings, chosen)
    whole = read_part(folded, question, language, today) if len(parts) > 1 else readings[0]
    return _result(folded, whole, whole.used, corrected=False)


def find_values(
    text: str, questions: Collection[Question], language: Language, today: date, open_question: str | None = None
) -> dict[str, Reading]:
    """Reads whatever one message answers, of several questions at once, and only where it is unmistakable.

    Args:
        text: what the customer wrote.
        questions: the questions that may be answered by it.
        language: the language of the conversation.
        today: the day in the shop's zone.
        open_question: the id of the question that was asked; it is read as `read` does.

    Returns:
        By question id what was given; questions that the message says nothing about are left out.
    """
    asked = tuple(question for question in questions if question.id != open_question)
    answered = next((question for question in questions if question.id == open_question), None)
    folded = fold(text)
    partials = unmistakable(Message(folded, asked, language, today))
    used = used_by(partials.values())
    found = {id: _result(folded, partial, used, corrected=False) for id, partial in partials.items()}
    if answered and (reading := read(text, answered, language, today)).status != Status.NONE:
        found[answered.id] = reading
    return found


def _last_understood(readings: list[Partial]) -> int | None:
    return next((place for place in reversed(range(len(readings))) if readings[place].understood), None)


def _meant(folded: Folded, parts: list[corrections.Part], readings: list[Partial], chosen: int) -> Reading:
    earlier = [place for place in range(chosen) if readings[place].understood]
    corrected = parts[chosen].takes_back or bool(earlier) or readings[chosen].denied
    used: list[tuple[int, int]] = []
    for place in (*earlier, chosen):
        used += [(start + parts[place].start, end + parts[place].start) for start, end in readings[place].used]
    return _result(folded, readings[chosen], tuple(used), corrected)


def _is_hedged(text: str, used: Used) -> bool:
    """Whether words of doubt stand outside of what was understood ('not sure' may be the answer itself)."""
    return any(
        not any(start <= hedge.start() and hedge.end() <= end for start, end in used) for hedge in HEDGE.finditer(text)
    )


def _result(folded: Folded, partial: Partial, used: Used, corrected: bool) -> Reading:
    return Reading(
        values=partial.values,
        status=partial.status,
        corrected=corrected and partial.status == Status.GIVEN,
        hedged=partial.understood and (partial.rough or _is_hedged(folded.text, used)),
        not_understood=not_understood(folded, used, partial.understood),
        candidates=partial.candidates,
        reason=partial.reason,
    )
