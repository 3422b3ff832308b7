"""The data bank as pandas tables, for analysis."""

from collections.abc import Sequence
from datetime import datetime

import pandas as pd
from sqlalchemy import Engine

from profiles.frames import conversations, orders, people, summary, totals


class Frames:
    """Tables for analysis, read fresh at each call; of `Store.frames`.

    Texts have the dtype `str` with NaN where nothing is known, times are UTC timestamps (`datetime64[us, UTC]`) with
    NaT, money is `float64`: a table is for analysis, and the exact decimals stay in the database. Every table has its
    columns even when it has no rows. No table has an e-mail address, a phone number or a birth date.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def customers(self) -> pd.DataFrame:
        """One row a customer: `customer_id, source, known (bool), created_at, first_seen, age_band, gender, district,
        income_band, for_whom, newsletter (bool)`.

        The background columns are the answers that count now, NaN where none was given; `newsletter` is whether the
        latest word on the newsletter is a yes.
        """
        return people.customers_table(self._engine)

    def answers(self) -> pd.DataFrame:
        """One row an answer, history included: `customer_id, question_id, value, status, language, answered_at, source,
        conversation_id, message_id, words, current (bool)`; `current` marks the one that counts.
        """
        return people.answers_table(self._engine)

    def needs(self) -> pd.DataFrame:
        """One row a need: `need_id, customer_id, conversation_id, message_id, question_id, type, theme, words,
        span_from (int64), span_to (int64), strength, explicit (bool), probe, confirmed, language, found_at`.
        """
        return people.needs_table(self._engine)

    def consents(self) -> pd.DataFrame:
        """One row a yes or no, history included: `customer_id, purpose, granted (bool), notice_version, language, at,
        conversation_id, current (bool)`; `current` marks the latest word of each customer on each purpose.
        """
        return people.consents_table(self._engine)

    def flags(self) -> pd.DataFrame:
        """One row a reason to leave an interview out of figures: `conversation_id, reason, customer_id, detail, at`."""
        return people.flags_table(self._engine)

    def conversations(self) -> pd.DataFrame:
        """One row a visit: `conversation_id, role, language, page, customer_id, staff_id, started_at, expires_at,
        ended_at, turns (int64), last_turn_at, refused (bool)`; `refused` is whether the notice was declined.
        """
        return conversations.conversations_table(self._engine)

    def products(self) -> pd.DataFrame:
        """One row a product: `sku, name, category, price (float64), in_stock (boolean, NA if unknown)`."""
        return orders.products_table(self._engine)

    def orders(
        self, since: datetime | None = None, until: datetime | None = None, columns: Sequence[str] | None = None
    ) -> pd.DataFrame:
        """One row an order line in `since <= ordered_at < until`: `order_id, customer_id, ordered_at, channel, sku,
        quantity, unit_price, discount, amount, currency, promised_at, delivered_at, returned (boolean), occurrence`.

        `amount` is what the line cost. A million lines take some seconds and some hundred MB: name the `columns` that
        are needed, and for figures per customer take `order_summary`.
        """
        return orders.order_lines_table(self._engine, since, until, columns)

    def order_totals(self) -> pd.DataFrame:
        """One row an order (two where it is in two currencies), computed by the database: `customer_id, ordered_at,
        channel, currency, lines (int64), spend, discounted_spend (of lines sold at a discount)`. Returned lines count
        as lines and not as spend. A tenth of the rows of `orders`; keep it for as long as `orders_version` is the same.
        """
        return totals.order_totals(self._engine)

    def categories_bought(self) -> pd.DataFrame:
        """One row a customer and category that they have bought from, computed by the database: `customer_id, category,
        first_ordered_at`. Goods that are no known product have no category.
        """
        return totals.categories_bought(self._engine)

    def orders_version(self) -> tuple[int, int]:
        """Changes whenever an order line or a product is added, changed or taken away, and costs nothing to ask:
        what was added up can be kept for as long as it is the same.
        """
        return orders.orders_version(self._engine)

    def order_summary(
        self, since: datetime | None = None, until: datetime | None = None, currency: str | None = None
    ) -> pd.DataFrame:
        """One row a customer with an order in `since <= ordered_at < until`, computed by the database.

        Args:
            since: the first moment that counts; None for all that came before.
            until: the first moment that no longer counts; None for no end.
            currency: the currency to add up; may be left out where all lines of the period have the same.

        Returns:
            `customer_id, orders (int64), lines (int64), spend, discounted_spend (of lines sold at a discount),
            discount, categories (int64, distinct), products (int64, distinct), web_orders (int64, on the website or in
            the app), late_orders (int64, delivered after the promised time), returned_lines (int64), first_ordered_at,
            last_ordered_at, currency`. Returned lines count as lines and not as spend.

        Raises:
            MixedCurrencies: the period's lines are in several currencies and none was named.
        """
        return summary.order_summary(self._engine, since, until, currency)
