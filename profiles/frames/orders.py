"""Tables of what the shop sells and has sold."""

from collections.abc import Sequence
from datetime import datetime

import pandas as pd
from sqlalchemy import ColumnElement, Engine, select

from profiles.engine import begin
from profiles.frames.reading import table_of
from profiles.revisions import ORDERS, PRODUCTS, current
from profiles.tables import order_lines, products

_LINE = [
    "order_id",
    "customer_id",
    "ordered_at",
    "channel",
    "sku",
    "quantity",
    "unit_price",
    "discount",
    "amount",
    "currency",
    "promised_at",
    "delivered_at",
    "returned",
    "occurrence",
]


def products_table(engine: Engine) -> pd.DataFrame:
    """One row a product."""
    return table_of(engine, select(products).order_by(products.c.sku), plain=True)


def order_lines_table(
    engine: Engine, since: datetime | None, until: datetime | None, columns: Sequence[str] | None
) -> pd.DataFrame:
    """One row an order line of the period, with all columns or those that are named."""
    query = select(*(order_lines.c[name] for name in columns or _LINE)).where(*period(since, until))
    return table_of(engine, query, plain=True)


def orders_version(engine: Engine) -> tuple[int, int]:
    """Which revision the order lines and the products are at."""
    with begin(engine, writes=False) as connection:
        return current(connection, ORDERS), current(connection, PRODUCTS)


def period(since: datetime | None, until: datetime | None) -> list[ColumnElement[bool]]:
    """The conditions that pick the order lines of a period, open where an end is None."""
    conditions = []
    if since is not None:
        conditions.append(order_lines.c.ordered_at >= since)
    if until is not None:
        conditions.append(order_lines.c.ordered_at < until)
    return conditions
