"""Hand-overs and complaints with their times (Q3), and flags on interviews that look careless (I14)."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, select, update

from profiles.errors import UnknownRecord
from profiles.notice_guard import NoticeGuard
from profiles.records import Complaint, Flag, HandOver
from profiles.repositories.base import Repository
from profiles.tables import complaints, flags, hand_overs


class Flags(Repository):
    """Why interviews are left out of figures."""

    def replace(self, conversation_id: str, found: Collection[Flag]) -> None:
        """Keeps the flags of a conversation: new ones are added, those that no longer hold (a correction) go."""
        reasons = [flag.reason for flag in found]
        gone = flags.c.conversation_id == conversation_id, flags.c.reason.not_in(reasons)
        self._connection.execute(delete(flags).where(*gone))
        for flag in found:
            self._add(flags, vars(flag))

    def of(self, conversation_id: str) -> list[Flag]:
        """The flags of a conversation; empty for an honest one."""
        query = select(flags).where(flags.c.conversation_id == conversation_id).order_by(flags.c.reason)
        return [Flag(**row._mapping) for row in self._connection.execute(query)]


class _Seen(Repository):
    """Records that a person has to see to; what they hold is somebody's words, so the notice comes first (P1)."""

    def __init__(self, connection: Connection, guard: NoticeGuard) -> None:
        super().__init__(connection)
        self._guard = guard

    def _open(self, table: Table, record: HandOver | Complaint) -> bool:
        self._guard.wrote(record.customer_id)
        return self._add(table, vars(record))

    def _change(self, table: Table, id: str, **values: Any) -> None:
        key = next(iter(table.primary_key))
        if self._connection.execute(update(table).where(key == id).values(**values)).rowcount == 0:
            raise UnknownRecord(f"There is no row '{id}' in {table.name}. Take the number from waiting().")


class HandOvers(_Seen):
    """Shoppers who want to speak to a person."""

    def open(self, hand_over: HandOver) -> bool:
        """Adds one. False, and nothing changes, if there is one of that number."""
        return self._open(hand_overs, hand_over)

    def open_of(self, conversation_id: str) -> HandOver | None:
        """The one of a conversation that is not closed, or None."""
        query = select(hand_overs).where(
            hand_overs.c.conversation_id == conversation_id, hand_overs.c.closed_at.is_(None)
        )
        row = self._connection.execute(query.order_by(hand_overs.c.asked_at.desc())).first()
        return None if row is None else HandOver(**row._mapping)

    def get(self, hand_over_id: str) -> HandOver | None:
        """The one of this number, or None."""
        row = self._connection.execute(select(hand_overs).where(hand_overs.c.hand_over_id == hand_over_id)).first()
        return None if row is None else HandOver(**row._mapping)

    def waiting(self) -> list[HandOver]:
        """Those that are not closed, the most urgent first."""
        query = select(hand_overs).where(hand_overs.c.closed_at.is_(None))
        rows = self._connection.execute(query.order_by(hand_overs.c.answer_by, hand_overs.c.hand_over_id))
        return [HandOver(**row._mapping) for row in rows]

    def answered(self, hand_over_id: str, staff_id: str, at: datetime) -> None:
        """Keeps who answered and when; the first answer counts.

        Raises:
            UnknownRecord: there is none of that number.
        """
        found = self.get(hand_over_id)
        if found is None or found.answered_at is None:
            self._change(hand_overs, hand_over_id, answered_at=at, taken_by=staff_id)

    def close(self, hand_over_id: str, at: datetime) -> None:
        """Keeps when nothing more was to be done.

        Raises:
            UnknownRecord: there is none of that number.
        """
        self._change(hand_overs, hand_over_id, closed_at=at)


class Complaints(_Seen):
    """The complaint log (Q3)."""

    def open(self, complaint: Complaint) -> bool:
        """Adds one. False, and nothing changes, if there is one of that number."""
        return self._open(complaints, complaint)

    def get(self, complaint_id: str) -> Complaint | None:
        """The one of this number, or None."""
        row = self._connection.execute(select(complaints).where(complaints.c.complaint_id == complaint_id)).first()
        return None if row is None else Complaint(**row._mapping)

    def waiting(self) -> list[Complaint]:
        """Those that are not closed, the most urgent first."""
        query = select(complaints).where(complaints.c.closed_at.is_(None))
        rows = self._connection.execute(query.order_by(complaints.c.answer_by, complaints.c.complaint_id))
        return [Complaint(**row._mapping) for row in rows]

    def answered(self, conversation_id: str, at: datetime) -> None:
        """Keeps when somebody first wrote back in a conversation, on each of its complaints."""
        waiting = complaints.c.conversation_id == conversation_id, complaints.c.answered_at.is_(None)
        self._connection.execute(update(complaints).where(*waiting).values(answered_at=at))

    def close(self, complaint_id: str, staff_id: str, outcome: str, at: datetime) -> None:
        """Keeps how and when a complaint was settled.

        Raises:
            UnknownRecord: there is none of that number.
        """
        self._change(complaints, complaint_id, closed_at=at, closed_by=staff_id, outcome=outcome)
