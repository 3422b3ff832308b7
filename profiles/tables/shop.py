"""What the shop sells and has sold."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table

from profiles.column_types import ExactDecimal, Moment
from profiles.tables.base import IDENTIFIER, WORD, metadata
from profiles.tables.people import customers

MONEY_PLACES = 6
"""Money is kept to a millionth, because a unit price may be a third of something."""
QUANTITY_PLACES = 3
"""Quantities are kept to a thousandth: a gram of a kilogram."""

products = Table(
    "products",
    metadata,
    Column("sku", IDENTIFIER, primary_key=True),
    Column("name", String(500), nullable=False),
    Column("category", String(500), nullable=False),
    Column("price", ExactDecimal(MONEY_PLACES), nullable=False),
    Column("in_stock", Boolean),
    sqlite_with_rowid=False,
)

order_lines = Table(
    "order_lines",
    metadata,
    Column("order_id", IDENTIFIER, primary_key=True),
    Column("sku", IDENTIFIER, primary_key=True),
    Column("occurrence", Integer, primary_key=True, autoincrement=False),
    Column("customer_id", ForeignKey(customers.c.customer_id), nullable=False, index=True),
    Column("ordered_at", Moment, nullable=False),
    Column("channel", WORD, nullable=False),
    Column("quantity", ExactDecimal(QUANTITY_PLACES), nullable=False),
    Column("unit_price", ExactDecimal(MONEY_PLACES), nullable=False),
    Column("discount", ExactDecimal(MONEY_PLACES), nullable=False),
    Column("amount", ExactDecimal(MONEY_PLACES), nullable=False),
    Column("currency", String(3), nullable=False),
    Column("promised_at", Moment),
    Column("delivered_at", Moment),
    Column("returned", Boolean),
)
"""`amount` is what the line cost: quantity times unit price less the discount, to a ten-thousandth. There is no index
by time: a period is most of the table, and every index makes an import slower."""

revisions = Table(
    "revisions",
    metadata,
    Column("name", IDENTIFIER, primary_key=True),
    Column("number", Integer, nullable=False),
    comment="A number that grows whenever a large table changes, so that its figures are added up once",
)
