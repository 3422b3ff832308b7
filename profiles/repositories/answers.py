"""Answers: an append-only table; a correction is a later row (P3)."""

from typing import Any

from sqlalchemy import Connection, Row, select

from profiles.current_answers import current_answers
from profiles.notice_guard import NoticeGuard
from profiles.records import Answer
from profiles.repositories.base import Repository
from profiles.tables import answers

_FIELDS = [column for column in answers.c if column is not answers.c.number]


class Answers(Repository):
    """What customers answered, with its history."""

    def __init__(self, connection: Connection, guard: NoticeGuard) -> None:
        super().__init__(connection)
        self._guard = guard

    def save(self, answer: Answer) -> bool:
        """Adds an answer. False, and nothing changes, if the same message has answered the same question before.

        An answer from the chat needs the customer's consent to the survey, given before or in this transaction (P1).
        """
        if answer.source == "chat":
            self._guard.wrote(answer.customer_id)
        return self._add(answers, vars(answer))

    def current(self, customer_id: str) -> dict[str, Answer]:
        """The answer that counts to each question the customer has met; none for somebody unknown.

        What somebody said in the chat counts before what the shop imported, a later word before an earlier one, and a
        skipped question changes nothing that was said before.
        """
        ranked = current_answers(answers.c.customer_id == customer_id)
        rows = self._connection.execute(select(*(ranked.c[field.name] for field in _FIELDS)).where(ranked.c.place == 1))
        found = [_answer(row) for row in rows]
        return {answer.question_id: answer for answer in sorted(found, key=lambda answer: answer.answered_at)}

    def of_conversation(self, conversation_id: str) -> list[Answer]:
        """Every answer of a conversation in the order in which they came; empty for one without answers."""
        query = select(*_FIELDS).where(answers.c.conversation_id == conversation_id)
        rows = self._connection.execute(query.order_by(answers.c.answered_at, answers.c.number))
        return [_answer(row) for row in rows]

    def history(self, customer_id: str, question_id: str) -> list[Answer]:
        """Every answer of a customer to a question, the first one first."""
        query = select(*_FIELDS).where(answers.c.customer_id == customer_id, answers.c.question_id == question_id)
        rows = self._connection.execute(query.order_by(answers.c.answered_at, answers.c.number))
        return [_answer(row) for row in rows]


def _answer(row: Row[Any]) -> Answer:
    return Answer(**row._mapping)
