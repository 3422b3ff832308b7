"""Order lines from a file."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import ROUND_HALF_EVEN, Decimal
from typing import cast

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection

from profiles.imports import values
from profiles.imports.buyers import Buyers
from profiles.imports.checked import Cells, Checked
from profiles.imports.context import Context, Taken
from profiles.imports.seen import SeenKeys
from profiles.imports.staging import merge, stored_time
from profiles.imports.values import Parser
from profiles.revisions import ORDERS, bump
from profiles.tables import order_lines

_LARGEST_AMOUNT = 10**9 * 10**6
_CALLED_OFF = frozenset({"cancelled", "canceled", "refunded", "failed", "trash", "voided"})


class OrderImporter:
    """Puts order lines into the data bank by order, SKU and occurrence (which tells equal lines of an order apart)."""

    group = "order_id"
    noted: Sequence[str] = ("occurrence",)

    def __init__(self, context: Context) -> None:
        self._buyers = Buyers(context.at)
        self._moment = _stored(values.moment(context.zone, context.at))
        self._planned = _stored(values.planned_moment(context.zone))
        self._seen = SeenKeys()
        self._numbered = SeenKeys()
        self._occurrences: Cells = np.empty(0, dtype=object)

    def take(self, connection: Connection, checked: Checked) -> Taken:
        """Stores the good rows of a chunk, and adds people who are not known yet."""
        columns = self._columns(checked)
        columns["customer_id"] = self._buyers.find(connection, checked)
        good = checked.good()
        customers_added = self._buyers.add(connection, good)
        rows = list(zip(*(column[good] for column in columns.values()), strict=True))
        merged = merge(connection, order_lines, list(columns), rows)
        if merged.added or merged.changed:
            bump(connection, ORDERS)
        return Taken(merged.added, merged.changed, customers_added)

    def notes(self) -> Mapping[str, Cells]:
        """Which of equal lines a refused one is: by itself it would be taken for the first."""
        return {"occurrence": self._occurrences}

    def _columns(self, checked: Checked) -> dict[str, Cells]:
        columns = {
            "order_id": checked.read("order_id", values.identifier, needed=True),
            "sku": self._sku(checked),
            "ordered_at": checked.read("ordered_at", self._moment, needed=True),
            "channel": checked.read("channel", values.channel, needed=True),
            "currency": checked.read("currency", values.currency, needed=True),
            "returned": _returned(checked),
            **_amounts(checked),
        }
        for planned in ("promised_at", "delivered_at"):
            if checked.has(planned):
                columns[planned] = checked.read(planned, self._planned)
        columns["occurrence"] = self._occurrences = self._occurrence(checked, columns["order_id"], columns["sku"])
        return columns

    def _sku(self, checked: Checked) -> Cells:
        by_name = checked.has("product_name")
        sku = checked.read("sku", values.identifier, needed=not by_name)
        if not by_name:
            return sku
        return np.where(sku == np.array(None), checked.read("product_name", values.identifier, needed=True), sku)

    def _occurrence(self, checked: Checked, order: Cells, sku: Cells) -> Cells:
        counted = self._seen.count_before(order, sku) + 1
        if not checked.has("occurrence"):
            return counted.astype(object)
        said = checked.read("occurrence", values.whole_number)
        numbers = np.where(said == np.array(None), counted, said)
        again = self._numbered.count_before(order, sku, numbers) > 0
        checked.refuse_where(
            again, "occurrence", lambda row: "an earlier row has the same order, sku and occurrence; count on from 1"
        )
        return numbers


def _stored(read: Parser) -> Parser:
    return lambda cell: stored_time(cast(datetime, read(cell)))


def _returned(checked: Checked) -> Cells:
    """Whether a line came back; a line of an order that was called off counts as one that did."""
    returned = checked.read("returned", values.yes_or_no)
    for column, called_off in (("cancelled_at", bool), ("status", lambda text: text.casefold() in _CALLED_OFF)):
        if checked.has(column):
            marks = np.array([called_off(cell) for cell in checked.text(column)], dtype=bool)
            returned = np.where(marks, True, returned)
    return returned


def _amounts(checked: Checked) -> dict[str, Cells]:
    """Quantity, unit price, discount and amount, as the whole numbers that are stored; 0 where a row is refused."""
    quantity = checked.read("quantity", values.quantity, needed=True)
    if checked.has("unit_price"):
        price = checked.read("unit_price", values.money, needed=True)
        discount = checked.read("discount", values.money)
    else:
        price, discount = _from_totals(checked, quantity)
    quantity, price, discount = (_nought_for_none(column) for column in (quantity, price, discount))
    amount = _amount(quantity, price, discount)
    too_large = np.abs(amount.astype(np.float64)) >= _LARGEST_AMOUNT
    checked.refuse_where(
        too_large, "quantity", lambda row: "quantity times price is beyond a thousand million; correct one of them"
    )
    return {"quantity": quantity, "unit_price": price, "discount": discount, "amount": amount}


def _from_totals(checked: Checked, quantity: Cells) -> tuple[Cells, Cells]:
    """Unit price and discount of an export that has a line's total before and after the discount."""
    before = _nought_for_none(checked.read("line_subtotal", values.money, needed=True))
    after = _nought_for_none(checked.read("line_total", values.money, needed=True))
    price = [
        int((Decimal(int(total)) * 1000 / int(count)).quantize(Decimal(1), rounding=ROUND_HALF_EVEN)) if count else 0
        for total, count in zip(before, quantity, strict=True)
    ]
    return np.array(price, dtype=object), before - after


def _amount(quantity: Cells, price: Cells, discount: Cells) -> Cells:
    """What each line costs: thousandths times millionths, rounded to a ten-thousandth, less the discount.

    >>> third = np.array([3_333_333], dtype=object)
    >>> _amount(np.array([3000], dtype=object), third, np.array([0], dtype=object)).tolist()
    [10000000]
    """
    exact: Cells = (quantity * price + 50_000) // 100_000 * 100 - discount
    return exact


def _nought_for_none(column: Cells) -> Cells:
    missing: npt.NDArray[np.bool_] = column == np.array(None)
    return np.where(missing, 0, column)
