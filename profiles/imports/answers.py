"""Answers from a file: given on paper, on the telephone, or in another survey."""

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches

import numpy as np
from sqlalchemy import Connection

from profiles.imports import values
from profiles.imports.buyers import Buyers
from profiles.imports.checked import Cells, Checked
from profiles.imports.choice_values import Answered, answer_reader
from profiles.imports.context import Context, Taken
from profiles.imports.facts import Fact, store_facts
from profiles.imports.seen import SeenKeys
from profiles.imports.values import Unreadable


class AnswerImporter:
    """Appends answers to the data bank; an answer is told apart by customer, question and time.

    What is written in free text is masked before it is stored (P2).
    """

    group = "customer_id"
    noted: Sequence[str] = ()

    def __init__(self, context: Context) -> None:
        self._context = context
        self._buyers = Buyers(context.at)
        self._seen = SeenKeys()
        self._readers: dict[str, Callable[[str], Answered]] = {}

    def take(self, connection: Connection, checked: Checked) -> Taken:
        """Stores the good rows of a chunk, and adds people who are not known yet."""
        context = self._context
        numbers = self._buyers.find(connection, checked)
        questions = checked.read("question_id", self._question, needed=True)
        times = checked.read("answered_at", values.moment(context.zone, context.at), needed=True)
        languages = checked.read("language", values.language, needed=True)
        answered = self._answered(checked, questions)
        again = self._seen.count_before(numbers, questions, times) > 0
        checked.refuse_where(
            again, "question_id", lambda row: "an earlier row has the same customer, question and time; keep one"
        )
        good = np.flatnonzero(checked.good())
        facts = [Fact(numbers[row], questions[row], answered[row], times[row], languages[row]) for row in good]
        customers_added = self._buyers.add(connection, checked.good())
        news = store_facts(connection, facts, keep_time=True)
        return Taken(len(news.added), len(news.corrected), customers_added)

    def notes(self) -> Mapping[str, Cells]:
        """Nothing: a row says all there is to an answer."""
        return {}

    def _question(self, cell: str) -> str:
        if cell in self._context.questions:
            return cell
        close = get_close_matches(cell, self._context.questions, n=1)
        raise Unreadable("the catalogue has no such question" + (f"; did you mean {close[0]}" if close else ""))

    def _answered(self, checked: Checked, questions: Cells) -> Cells:
        """How each row answers its question; rows of one question are read together."""
        cells = checked.text("value")
        answered = np.empty(len(checked), dtype=object)
        for row in range(len(checked)):
            if questions[row] is not None:
                answered[row] = self._read(checked, row, questions[row], cells[row])
        return answered

    def _read(self, checked: Checked, row: int, question_id: str, cell: str) -> Answered | None:
        question = self._context.questions[question_id]
        reader = self._readers.setdefault(question_id, answer_reader(question))
        try:
            if not cell:
                raise Unreadable("write the answer, or skipped, dont_know or prefer_not")
            status, value = reader(cell)
        except Unreadable as error:
            checked.refuse(row, "value", cell, str(error))
            return None
        return (status, _masked(value)) if question.kind.name == "text" else (status, value)


def _masked(words: str) -> str:
    from reading.personal_data import mask

    return mask(words).text
