"""Customers: found, made, corrected and erased."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from profiles.encryption import keyring_of
from profiles.erasure import erase
from profiles.notice_guard import NoticeGuard
from profiles.records import Customer, Source
from profiles.repositories.base import Repository, insert_for
from profiles.tables import customers, erased

_FIELDS = [column for column in customers.c if column is not customers.c.email_fingerprint]


class Customers(Repository):
    """The people of the data bank, one row each."""

    def __init__(self, connection: Connection, guard: NoticeGuard) -> None:
        super().__init__(connection)
        self._guard = guard

    def get(self, customer_id: str) -> Customer | None:
        """The customer of this number, or None."""
        row = self._connection.execute(select(*_FIELDS).where(customers.c.customer_id == customer_id)).one_or_none()
        return None if row is None else _customer(row)

    def by_email(self, email: str) -> Customer | None:
        """The first customer with this e-mail address, found by its keyed hash; None if nobody has it."""
        fingerprints = keyring_of(self._connection.dialect).fingerprints(email)
        query = select(*_FIELDS).where(customers.c.email_fingerprint.in_(fingerprints))
        row = self._connection.execute(query.order_by(customers.c.created_at, customers.c.customer_id)).first()
        return None if row is None else _customer(row)

    def ensure(self, customer_id: str, *, source: Source, known: bool, at: datetime) -> Customer:
        """The customer of this number, made now if there is none.

        Args:
            customer_id: the shop's number of somebody signed in, or one that the chat makes up.
            source: where the row comes from; one that comes from the chat needs a consent in the same transaction (P1).
            known: whether the shop vouches for the number.
            at: now.
        """
        made = Customer(customer_id=customer_id, source=source, known=known, created_at=at, first_seen=at)
        if self._add(customers, self._values(made)):
            self._welcome_back(customer_id)
            self._note(made)
        found = self.get(customer_id)
        return made if found is None else found

    def save(self, customer: Customer) -> None:
        """Writes a customer; what was known before under that number is replaced, but for when the row was made."""
        insert = insert_for(self._connection, customers)
        changed = {
            column.name: insert.excluded[column.name]
            for column in customers.c
            if column.name not in ("customer_id", "created_at")
        }
        statement = insert.on_conflict_do_update(index_elements=["customer_id"], set_=changed)
        self._connection.execute(statement, self._values(customer))
        self._welcome_back(customer.customer_id)
        self._note(customer)

    def erase(self, customer_id: str) -> bool:
        """Removes everything about a customer but refusals, which name nobody (P8); False if there is no such customer.

        A keyed hash of the number stays behind, so that the shop's next import does not bring the person back. A visit
        that is still going on keeps its technical row, without words and without the customer's number.
        """
        self._guard.erased(customer_id)
        return erase(self._connection, customer_id)

    def was_erased(self, customer_id: str) -> bool:
        """Whether somebody of this number was erased and has not come back since."""
        fingerprints = keyring_of(self._connection.dialect).fingerprints(customer_id)
        query = select(erased.c.fingerprint).where(erased.c.fingerprint.in_(fingerprints))
        return self._connection.execute(query).first() is not None

    def _values(self, customer: Customer) -> dict[str, Any]:
        fingerprint = keyring_of(self._connection.dialect).fingerprint(customer.email) if customer.email else None
        return {**vars(customer), "email_fingerprint": fingerprint}

    def _note(self, customer: Customer) -> None:
        if customer.source == "chat":
            self._guard.wrote(customer.customer_id)

    def _welcome_back(self, customer_id: str) -> None:
        """Forgets that this number was erased: the customer has come back and agreed anew."""
        fingerprints = keyring_of(self._connection.dialect).fingerprints(customer_id)
        self._connection.execute(erased.delete().where(erased.c.fingerprint.in_(fingerprints)))


def _customer(row: Row[Any]) -> Customer:
    return Customer(**row._mapping)
