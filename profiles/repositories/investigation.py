"""Where each investigation stands, and the outcome of each of its steps."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, select

from profiles.records import InterviewStanding
from profiles.repositories.base import Repository, insert_for
from profiles.tables import interviews, steps


class Interviews(Repository):
    """The state of an investigation, one row a conversation; what it holds is the investigation's affair."""

    def get(self, conversation_id: str) -> dict[str, Any] | None:
        """The state in a conversation, or None if none was saved."""
        query = select(interviews.c.state).where(interviews.c.conversation_id == conversation_id)
        return self._connection.execute(query).scalar_one_or_none()

    def save(self, conversation_id: str, customer_id: str | None, state: dict[str, Any], at: datetime) -> None:
        """Keeps the state, in place of an earlier one. `customer_id` is None while nobody has agreed to anything."""
        insert = insert_for(self._connection, interviews)
        changed = {name: insert.excluded[name] for name in ("customer_id", "state", "saved_at")}
        self._connection.execute(
            insert.on_conflict_do_update(index_elements=["conversation_id"], set_=changed),
            {"conversation_id": conversation_id, "customer_id": customer_id, "state": state, "saved_at": at},
        )

    def latest_of(self, customer_id: str) -> dict[str, Any] | None:
        """The state that a customer's latest visit left behind, to go on from; None if there is none."""
        query = select(interviews.c.state).where(interviews.c.customer_id == customer_id)
        return self._connection.execute(query.order_by(interviews.c.saved_at.desc()).limit(1)).scalar_one_or_none()

    def standings_of(self, customer_id: str) -> list[InterviewStanding]:
        """Where each interview of a customer stands, the latest first; empty for somebody who was in none."""
        return self._standings(interviews.c.customer_id == customer_id)

    def standings_since(self, at: datetime) -> list[InterviewStanding]:
        """Where each interview stands that was last spoken in at `at` or later, the latest first."""
        return self._standings(and_(interviews.c.customer_id.is_not(None), interviews.c.saved_at >= at))

    def _standings(self, which: ColumnElement[bool]) -> list[InterviewStanding]:
        query = select(interviews.c.customer_id, interviews.c.state, interviews.c.saved_at).where(which)
        rows = self._connection.execute(query.order_by(interviews.c.saved_at.desc()))
        return [InterviewStanding(customer_id=who, ended=state.get("ended"), at=at) for who, state, at in rows]


class Steps(Repository):
    """The outcome of each message's step, so that the same message again gives the same outcome."""

    def get(self, conversation_id: str, message_id: str) -> dict[str, Any] | None:
        """The outcome of a message, or None if it has none yet."""
        query = select(steps.c.outcome).where(
            steps.c.conversation_id == conversation_id, steps.c.message_id == message_id
        )
        return self._connection.execute(query).scalar_one_or_none()

    def save(self, conversation_id: str, message_id: str, outcome: dict[str, Any]) -> bool:
        """Keeps an outcome. False, and nothing changes, if the message has one already."""
        return self._add(steps, {"conversation_id": conversation_id, "message_id": message_id, "outcome": outcome})
