"""Whom the rows of a file are about: by the shop's number or by e-mail, never somebody who was erased."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import batched

from sqlalchemy import Connection, select

from profiles.encryption import keyring_of
from profiles.repositories.base import insert_or_ignore
from profiles.tables import customers, erased

BATCH = 5_000
"""How many values one query asks about: every database takes that many."""


def numbers_by_email(connection: Connection, emails: Iterable[str]) -> dict[str, str]:
    """The customer's number of each e-mail address.

    Somebody who is not known yet gets a number made of the address's keyed hash, so that the next file finds them.
    """
    ring = keyring_of(connection.dialect)
    wanted = {fingerprint: email for email in emails for fingerprint in ring.fingerprints(email)}
    numbers = {email: f"email-{ring.fingerprint(email)[:24]}" for email in wanted.values()}
    for some in batched(wanted, BATCH):
        query = select(customers.c.email_fingerprint, customers.c.customer_id).where(
            customers.c.email_fingerprint.in_(some)
        )
        for fingerprint, number in connection.execute(query.order_by(customers.c.created_at.desc())):
            numbers[wanted[fingerprint]] = number
    return numbers


def erased_among(connection: Connection, numbers: Iterable[str]) -> set[str]:
    """Which of these customers asked to be erased: the shop's file must not bring them back (P8)."""
    if connection.execute(select(erased.c.fingerprint).limit(1)).first() is None:
        return set()
    ring = keyring_of(connection.dialect)
    wanted = {fingerprint: number for number in numbers for fingerprint in ring.fingerprints(number)}
    gone: set[str] = set()
    for some in batched(wanted, BATCH):
        query = select(erased.c.fingerprint).where(erased.c.fingerprint.in_(some))
        gone.update(wanted[row.fingerprint] for row in connection.execute(query))
    return gone


def add_unknown(connection: Connection, people: Sequence[tuple[str, str | None]], at: datetime) -> int:
    """Adds those of the customers (number, e-mail or None) who are not there; how many they were."""
    ring = keyring_of(connection.dialect)
    unknown = dict(people)
    for some in batched(list(unknown), BATCH):
        for row in connection.execute(select(customers.c.customer_id).where(customers.c.customer_id.in_(some))):
            del unknown[row.customer_id]
    if unknown:
        rows = [
            {
                "customer_id": number,
                "source": "import",
                "known": True,
                "created_at": at,
                "email": email,
                "email_fingerprint": ring.fingerprint(email) if email else None,
            }
            for number, email in unknown.items()
        ]
        connection.execute(insert_or_ignore(connection, customers), rows)
    return len(unknown)
