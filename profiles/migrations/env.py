"""Runs the migrations on the connection that `profiles.migrate` hands over, inside its transaction."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import TypeDecorator

from profiles.tables import metadata


def plain_type(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    """Writes our own column types into a new migration as the database's types: a migration must not change with us."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False


def run() -> None:
    """Runs the migrations that are due."""
    connection = context.config.attributes["connection"]
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        render_item=plain_type,
    )
    with context.begin_transaction():
        context.run_migrations()


if hasattr(context, "config"):  # Alembic reads this file to run it; whoever else imports it has no migration under way.
    run()
