"""P1, held by the store: nothing about a person is kept from the chat without their consent to a notice."""

from sqlalchemy import Connection, select

from profiles.errors import NoticeNotShown
from profiles.tables import consents

SURVEY = "survey"
"""The purpose that a shopper agrees to before the first question."""


class NoticeGuard:
    """Remembers whose rows a unit wrote from the chat, and checks before the commit that each of them had agreed."""

    def __init__(self) -> None:
        self._written: set[str] = set()

    def wrote(self, customer_id: str) -> None:
        """Notes that something about this customer came from the chat."""
        self._written.add(customer_id)

    def erased(self, customer_id: str) -> None:
        """Notes that nothing about this customer is left to be stored."""
        self._written.discard(customer_id)

    def check(self, connection: Connection) -> None:
        """Checks everybody noted.

        Raises:
            NoticeNotShown: somebody's latest word on the survey is not a yes.
        """
        if not self._written:
            return
        query = select(consents.c.customer_id, consents.c.granted).where(
            consents.c.customer_id.in_(self._written), consents.c.purpose == SURVEY
        )
        latest = {row.customer_id: row.granted for row in connection.execute(query.order_by(consents.c.number))}
        for customer_id in sorted(self._written):
            if not latest.get(customer_id):
                raise NoticeNotShown(
                    f"Customer '{customer_id}' has not agreed to the survey's notice; nothing about them was stored. "
                    "Record their consent with the version of the notice in the same transaction (P1)."
                )
