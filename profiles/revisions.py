"""Numbers that tell whether a large table has changed since figures over it were last added up."""

from sqlalchemy import Connection, select

from profiles.repositories.base import insert_for
from profiles.tables import revisions

ORDERS = "orders"
PRODUCTS = "products"


def bump(connection: Connection, name: str) -> None:
    """Notes, in the transaction that changes a table, that it changed."""
    insert = insert_for(connection, revisions)
    statement = insert.on_conflict_do_update(index_elements=["name"], set_={"number": revisions.c.number + 1})
    connection.execute(statement, {"name": name, "number": 1})


def current(connection: Connection, name: str) -> int:
    """Which revision a table is at: the same as before if it has not changed, 0 if nothing was ever stored in it."""
    query = select(revisions.c.number).where(revisions.c.name == name)
    return connection.execute(query).scalar_one_or_none() or 0
