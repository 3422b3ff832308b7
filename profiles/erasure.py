"""Erasing a customer: everything goes but the refusals, which name nobody (P8)."""

from sqlalchemy import ColumnElement, Connection, and_, delete, exists, select, update

from profiles.encryption import keyring_of
from profiles.repositories.base import insert_or_ignore
from profiles.revisions import ORDERS, bump
from profiles.tables import (
    answers,
    complaints,
    consents,
    conversations,
    customers,
    erased,
    flags,
    hand_overs,
    interviews,
    invitations,
    needs,
    order_lines,
    steps,
    turns,
)


def erase(connection: Connection, customer_id: str) -> bool:
    """Removes a customer and everything about them; False if there is no such customer."""
    known = connection.execute(select(customers.c.customer_id).where(customers.c.customer_id == customer_id)).first()
    if known is None:
        return False
    _erase_visits(connection, customer_id)
    bump(connection, ORDERS)
    told = (answers, needs, consents, invitations, flags, hand_overs, complaints, interviews)
    for table in (*told, order_lines, customers):
        connection.execute(delete(table).where(table.c.customer_id == customer_id))
    fingerprint = keyring_of(connection.dialect).fingerprint(customer_id)
    connection.execute(insert_or_ignore(connection, erased), {"fingerprint": fingerprint})
    return True


def forget_words(connection: Connection, whose: ColumnElement[bool]) -> None:
    """Drops what was said and replied in the conversations that `whose` names; the rows of their turns stay.

    The outcome of a step stays while its turn is unfinished: the turn could not be answered again without it.
    """
    ids = select(conversations.c.conversation_id).where(whose)
    connection.execute(update(turns).where(turns.c.conversation_id.in_(ids)).values(said=None, reply=None))
    unfinished = exists().where(
        and_(
            turns.c.conversation_id == steps.c.conversation_id,
            turns.c.message_id == steps.c.message_id,
            turns.c.finished_at.is_(None),
        )
    )
    connection.execute(delete(steps).where(steps.c.conversation_id.in_(ids), ~unfinished))


def _erase_visits(connection: Connection, customer_id: str) -> None:
    """Removes a customer's visits; one in which a turn is being answered stays as a technical row of nobody."""
    whose = conversations.c.customer_id == customer_id
    forget_words(connection, whose)
    ids = select(conversations.c.conversation_id).where(whose)
    connection.execute(delete(interviews).where(interviews.c.conversation_id.in_(ids)))
    connection.execute(delete(turns).where(turns.c.conversation_id.in_(ids), turns.c.finished_at.is_not(None)))
    going_on = exists().where(turns.c.conversation_id == conversations.c.conversation_id)
    connection.execute(delete(conversations).where(whose, ~going_on))
    connection.execute(update(conversations).where(whose).values(customer_id=None, page=None))
