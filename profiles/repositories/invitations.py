"""What customers said to being invited to the chat."""

from datetime import datetime

from sqlalchemy import Connection, select

from profiles.notice_guard import NoticeGuard
from profiles.repositories.base import Repository, insert_for
from profiles.tables import invitations


class Invitations(Repository):
    """When a customer last said 'not now', one row each."""

    def __init__(self, connection: Connection, guard: NoticeGuard) -> None:
        super().__init__(connection)
        self._guard = guard

    def not_now(self, customer_id: str, at: datetime) -> None:
        """Keeps that a customer said 'not now', in place of an earlier time.

        It needs the customer's consent to the survey, as everything that is kept from the chat does (P1).
        """
        self._guard.wrote(customer_id)
        insert = insert_for(self._connection, invitations)
        changed = {"not_now_at": insert.excluded.not_now_at}
        statement = insert.on_conflict_do_update(index_elements=["customer_id"], set_=changed)
        self._connection.execute(statement, {"customer_id": customer_id, "not_now_at": at})

    def not_now_at(self, customer_id: str) -> datetime | None:
        """When a customer last said 'not now'; None if they never did."""
        query = select(invitations.c.not_now_at).where(invitations.c.customer_id == customer_id)
        return self._connection.execute(query).scalar_one_or_none()
