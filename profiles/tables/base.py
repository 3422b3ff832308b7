"""What all tables share: names for their constraints, and the few column shapes that come back."""

from typing import Any, get_args

from sqlalchemy import BigInteger, CheckConstraint, Column, Integer, MetaData, String

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

IDENTIFIER = String(200)
"""A number or name that another part gave: of a customer, an order, a conversation, a message, a question."""
WORD = String(40)
"""A word of a short list: a status, a role, a language."""


def counter() -> Column[int]:
    """A number that grows with each row, for tables in which the order of writing matters."""
    return Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True)


def one_of(column: str, choices: Any) -> CheckConstraint:
    """That a column holds one of the words of a `Literal`."""
    words = ", ".join(f"'{word}'" for word in get_args(choices))
    return CheckConstraint(f"{column} IN ({words})", name=column)
