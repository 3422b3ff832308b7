"""The gateway's inbox: a message is accepted once and answered once."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update

from profiles.errors import UnknownRecord
from profiles.records import Turn
from profiles.repositories.base import Repository
from profiles.tables import conversations, turns


class Turns(Repository):
    """What was said and what was replied, message by message."""

    def get(self, conversation_id: str, message_id: str) -> Turn | None:
        """The turn of a message, or None if it was never accepted."""
        row = self._connection.execute(select(turns).where(*_is(conversation_id, message_id))).one_or_none()
        return None if row is None else Turn(**row._mapping)

    def accept(self, conversation_id: str, message_id: str, said: str | None, at: datetime) -> Turn:
        """Takes a message in and numbers it; if it was accepted before, that turn is returned as it stands.

        Raises:
            UnknownRecord: the conversation was not opened.
        """
        self._hold(conversation_id)
        seen = self.get(conversation_id, message_id)
        if seen is not None:
            return seen
        last = select(func.coalesce(func.max(turns.c.sequence), 0)).where(turns.c.conversation_id == conversation_id)
        turn = Turn(
            conversation_id=conversation_id,
            message_id=message_id,
            sequence=self._connection.execute(last).scalar_one() + 1,
            said=said,
            accepted_at=at,
        )
        self._connection.execute(turns.insert(), vars(turn))
        return turn

    def finish(self, conversation_id: str, message_id: str, reply: dict[str, Any], at: datetime) -> Turn:
        """Keeps the reply; if the turn was finished before, the first reply stays. Returns the turn as it then stands.

        Raises:
            UnknownRecord: the message was not accepted.
        """
        open_turn = update(turns).where(*_is(conversation_id, message_id), turns.c.finished_at.is_(None))
        self._connection.execute(open_turn.values(reply=reply, finished_at=at))
        turn = self.get(conversation_id, message_id)
        if turn is None:
            raise UnknownRecord(
                f"Message '{message_id}' of conversation '{conversation_id}' was not accepted. Accept it first."
            )
        return turn

    def history(self, conversation_id: str, after: int = 0) -> list[Turn]:
        """The turns of a conversation in order, from the one after sequence `after`; empty if there are none."""
        query = select(turns).where(turns.c.conversation_id == conversation_id, turns.c.sequence > after)
        return [Turn(**row._mapping) for row in self._connection.execute(query.order_by(turns.c.sequence))]

    def _hold(self, conversation_id: str) -> None:
        """Makes other writers wait who would number a turn of this conversation too."""
        query = select(conversations.c.conversation_id).where(conversations.c.conversation_id == conversation_id)
        if self._connection.execute(query.with_for_update()).one_or_none() is None:
            raise UnknownRecord(f"There is no conversation '{conversation_id}'. Open it first (conversations.open).")


def _is(conversation_id: str, message_id: str) -> tuple[Any, Any]:
    return turns.c.conversation_id == conversation_id, turns.c.message_id == message_id
