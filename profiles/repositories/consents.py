"""What people agreed to, and that some declined."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select

from profiles.records import Consent, Refusal
from profiles.repositories.base import Repository
from profiles.tables import consents, refusals

_FIELDS = [column for column in consents.c if column is not consents.c.number]


class Consents(Repository):
    """Yes and no to each purpose, with history: withdrawing is a later no."""

    def record(self, consent: Consent) -> bool:
        """Adds a yes or a no. False, and nothing changes, if the same was said last in the same conversation."""
        latest = self.current(consent.customer_id, consent.purpose)
        if latest is not None and _same(latest, consent):
            return False
        return self._add(consents, vars(consent))

    def current(self, customer_id: str, purpose: str) -> Consent | None:
        """The latest word on a purpose; None if nobody asked, which is never a yes (P9)."""
        query = select(*_FIELDS).where(consents.c.customer_id == customer_id, consents.c.purpose == purpose)
        row = self._connection.execute(query.order_by(consents.c.number.desc())).first()
        return None if row is None else _consent(row)

    def history(self, customer_id: str) -> list[Consent]:
        """Every yes and no of a customer, the first one first."""
        query = select(*_FIELDS).where(consents.c.customer_id == customer_id).order_by(consents.c.number)
        return [_consent(row) for row in self._connection.execute(query)]


class Refusals(Repository):
    """That somebody declined the notice: no name, no words."""

    def record(self, refusal: Refusal) -> bool:
        """Adds a refusal. False, and nothing changes, if that conversation has one."""
        return self._add(refusals, vars(refusal))

    def get(self, conversation_id: str) -> Refusal | None:
        """The refusal of a conversation, or None."""
        row = self._connection.execute(select(refusals).where(refusals.c.conversation_id == conversation_id)).first()
        return None if row is None else Refusal(**row._mapping)

    def remove_before(self, at: datetime) -> int:
        """Removes refusals older than the four years for which they are kept; how many there were."""
        return self._connection.execute(delete(refusals).where(refusals.c.at < at)).rowcount


def _consent(row: Row[Any]) -> Consent:
    return Consent(**row._mapping)


def _same(one: Consent, other: Consent) -> bool:
    return (one.granted, one.notice_version, one.conversation_id) == (
        other.granted,
        other.notice_version,
        other.conversation_id,
    )
