"""Customers' own rows, added or brought up to date in bulk."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import batched
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from profiles.encryption import keyring_of
from profiles.imports.known_customers import BATCH
from profiles.tables import customers

_DETAILS = ("email", "phone", "birth_date", "first_seen")


@dataclass(frozen=True)
class Person:
    """What a row of a file says about a customer; None where it says nothing."""

    customer_id: str
    email: str | None
    phone: str | None
    birth_date: date | None
    first_seen: datetime | None


@dataclass
class Stored:
    """The numbers of the customers who were added, and of those about whom something changed."""

    added: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)


def store_people(connection: Connection, people: Sequence[Person], at: datetime) -> Stored:
    """Adds those who are not there and changes what differs; what a row does not say stays as it is."""
    known = _known(connection, [person.customer_id for person in people])
    stored = Stored()
    additions, changes = [], []
    for person in people:
        before = known.get(person.customer_id)
        values = _values(connection, person, before or {})
        if before is None:
            additions.append({**values, "customer_id": person.customer_id, "source": "import", "created_at": at})
            stored.added.add(person.customer_id)
        elif values != {name: before[name] for name in values}:
            changes.append({**values, "number": person.customer_id})
            stored.changed.add(person.customer_id)
    if additions:
        connection.execute(customers.insert(), additions)
    if changes:
        connection.execute(update(customers).where(customers.c.customer_id == bindparam("number")), changes)
    return stored


def _known(connection: Connection, numbers: Sequence[str]) -> dict[str, dict[str, Any]]:
    known: dict[str, dict[str, Any]] = {}
    for some in batched(numbers, BATCH):
        for row in connection.execute(select(customers).where(customers.c.customer_id.in_(some))):
            known[row.customer_id] = dict(row._mapping)
    return known


def _values(connection: Connection, person: Person, before: dict[str, Any]) -> dict[str, Any]:
    """The columns as they will be. The shop vouches for whom it names."""
    values: dict[str, Any] = {name: getattr(person, name) or before.get(name) for name in _DETAILS}
    email = values["email"]
    fingerprint = keyring_of(connection.dialect).fingerprint(email) if email else None
    return {**values, "email_fingerprint": fingerprint, "known": True}
