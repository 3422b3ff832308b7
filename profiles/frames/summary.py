"""Figures per customer, added up by the database: a million order lines need not come into memory."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Engine, and_, case, func, literal, select

from profiles.column_types import ExactDecimal, Moment
from profiles.engine import begin
from profiles.errors import MixedCurrencies
from profiles.frames.orders import period
from profiles.frames.reading import read
from profiles.tables import order_lines, products
from profiles.tables.shop import MONEY_PLACES

NOTHING = Decimal(0)
ONLINE = ("web", "app")
"""The channels that count as orders placed on the website."""


def order_summary(engine: Engine, since: datetime | None, until: datetime | None, currency: str | None) -> pd.DataFrame:
    """One row a customer with an order in the period."""
    chosen = period(since, until)
    with begin(engine, writes=False) as connection:
        currency = currency or _only_currency(connection, chosen)
        query = (
            select(order_lines.c.customer_id, *_figures(), literal(currency or "").label("currency"))
            .outerjoin(products, products.c.sku == order_lines.c.sku)
            .where(*chosen, order_lines.c.currency == (currency or ""))
            .group_by(order_lines.c.customer_id)
            .order_by(order_lines.c.customer_id)
        )
        return read(connection, query)


def _only_currency(connection: Connection, chosen: list[ColumnElement[bool]]) -> str | None:
    query = select(order_lines.c.currency, func.count()).where(*chosen).group_by(order_lines.c.currency)
    found = {row[0]: row[1] for row in connection.execute(query)}
    if len(found) > 1:
        lines = ", ".join(f"{name} ({count} lines)" for name, count in sorted(found.items()))
        raise MixedCurrencies(
            f"The orders of this period are in several currencies: {lines}. "
            f"Name the one to add up, such as order_summary(currency='{max(found, key=found.__getitem__)}')."
        )
    return next(iter(found), None)


def _figures() -> list[ColumnElement[Any]]:
    line = order_lines.c
    kept = func.coalesce(line.returned, False).is_(False)
    return [
        func.count(line.order_id.distinct()).label("orders"),
        func.count().label("lines"),
        _sum(line.amount, kept).label("spend"),
        _sum(line.amount, and_(kept, line.discount > NOTHING)).label("discounted_spend"),
        _sum(line.discount, kept).label("discount"),
        func.count(products.c.category.distinct()).label("categories"),
        func.count(line.sku.distinct()).label("products"),
        func.count(case((line.channel.in_(ONLINE), line.order_id)).distinct()).label("web_orders"),
        func.count(case((line.delivered_at > line.promised_at, line.order_id)).distinct()).label("late_orders"),
        func.count(case((line.returned.is_(True), 1))).label("returned_lines"),
        func.min(line.ordered_at, type_=Moment).label("first_ordered_at"),
        func.max(line.ordered_at, type_=Moment).label("last_ordered_at"),
    ]


def _sum(amount: ColumnElement[Any], chosen: ColumnElement[bool]) -> ColumnElement[Any]:
    return func.coalesce(func.sum(case((chosen, amount))), NOTHING, type_=ExactDecimal(MONEY_PLACES))
