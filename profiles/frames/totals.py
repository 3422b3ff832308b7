"""Orders without their lines: small enough to be kept in memory, so that any period can be added up at once."""

import pandas as pd
from sqlalchemy import ColumnElement, Engine, and_, case, func, select

from profiles.column_types import ExactDecimal, Moment
from profiles.frames.reading import table_of
from profiles.frames.summary import NOTHING
from profiles.tables import order_lines, products
from profiles.tables.shop import MONEY_PLACES


def order_totals(engine: Engine) -> pd.DataFrame:
    """One row an order."""
    line = order_lines.c
    kept = func.coalesce(line.returned, False).is_(False)
    query = (
        select(
            line.customer_id,
            func.max(line.ordered_at, type_=Moment).label("ordered_at"),
            func.max(line.channel).label("channel"),
            line.currency,
            func.count().label("lines"),
            _sum(line.amount, kept).label("spend"),
            _sum(line.amount, and_(kept, line.discount > NOTHING)).label("discounted_spend"),
        )
        .group_by(line.order_id, line.customer_id, line.currency)
        .order_by(line.order_id)
    )
    return table_of(engine, query, plain=True)


def categories_bought(engine: Engine) -> pd.DataFrame:
    """One row a customer and category that they have bought from."""
    line = order_lines.c
    of_goods = (
        select(line.customer_id, line.sku, func.min(line.ordered_at, type_=Moment).label("first_ordered_at"))
        .group_by(line.sku, line.customer_id)
        .subquery()
    )
    query = (
        select(
            of_goods.c.customer_id,
            products.c.category,
            func.min(of_goods.c.first_ordered_at, type_=Moment).label("first_ordered_at"),
        )
        .join(products, products.c.sku == of_goods.c.sku)
        .group_by(of_goods.c.customer_id, products.c.category)
        .order_by(of_goods.c.customer_id, products.c.category)
    )
    return table_of(engine, query, plain=True)


def _sum(amount: ColumnElement[object], chosen: ColumnElement[bool]) -> ColumnElement[object]:
    return func.coalesce(func.sum(case((chosen, amount))), NOTHING, type_=ExactDecimal(MONEY_PLACES))
