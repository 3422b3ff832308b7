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


def current(connection: Connection) -> tuple[tuple[str, int], ...]:
    """Where every table stands: the same as before if none of them has changed."""
    return tuple((row.name, row.number) for row in connection.execute(select(revisions).order_by(revisions.c.name)))
