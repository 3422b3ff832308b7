"""Answers that come from a file, appended in bulk where they say something new."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import batched
from typing import Any

from sqlalchemy import Connection, select

from profiles.imports.choice_values import Answered
from profiles.imports.known_customers import BATCH
from profiles.records import Language
from profiles.tables import answers

Key = tuple[str, str, datetime | None]
"""What an imported answer is told apart by: the customer, the question, and the time if the file says one."""


@dataclass(frozen=True)
class Fact:
    """What a file says about a customer, as an answer to a question."""

    customer_id: str
    question_id: str
    answered: Answered
    answered_at: datetime
    language: Language = "en"

    @property
    def row(self) -> dict[str, Any]:
        """The columns of the answer that it becomes."""
        status, value = self.answered
        rest = {name: held for name, held in vars(self).items() if name != "answered"}
        return {**rest, "status": status, "value": value, "source": "import"}


@dataclass(frozen=True)
class News:
    """The facts that were appended: those on a question that had no imported answer, and those that differ from it."""

    added: list[Fact]
    corrected: list[Fact]

    @property
    def customers(self) -> set[str]:
        """The numbers of the customers about whom something was new."""
        return {fact.customer_id for fact in [*self.added, *self.corrected]}


def store_facts(connection: Connection, facts: Sequence[Fact], *, keep_time: bool) -> News:
    """Appends the facts that the data bank does not have from an import already.

    Args:
        connection: in a transaction that writes.
        facts: of customers who are there.
        keep_time: True if `answered_at` comes from the file, so that a customer may have several answers of a question
            and the same again is the same answer; False if it is only the time of the import, so that a fact is new
            where it differs from the latest one imported.
    """
    known = _latest(connection, facts, keep_time)
    new = [fact for fact in facts if known.get(_key(fact, keep_time)) != fact.answered]
    if new:
        connection.execute(answers.insert(), [fact.row for fact in new])
    corrected = [fact for fact in new if _key(fact, keep_time) in known]
    return News([fact for fact in new if _key(fact, keep_time) not in known], corrected)


def _key(fact: Fact, keep_time: bool) -> Key:
    return fact.customer_id, fact.question_id, fact.answered_at if keep_time else None


def _latest(connection: Connection, facts: Sequence[Fact], keep_time: bool) -> Mapping[Key, tuple[str, str]]:
    """The status and value that each customer's imported answer had last, by key."""
    table = answers.c
    query = select(table.customer_id, table.question_id, table.answered_at, table.status, table.value)
    latest = {}
    for some in batched(sorted({fact.customer_id for fact in facts}), BATCH):
        imported = query.where(table.customer_id.in_(some), table.source == "import").order_by(table.number)
        for row in connection.execute(imported):
            key = (row.customer_id, row.question_id, row.answered_at if keep_time else None)
            latest[key] = (row.status, row.value)
    return latest
