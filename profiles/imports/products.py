"""Products from a file."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from profiles.imports import values
from profiles.imports.checked import Cells, Checked
from profiles.imports.context import Context, Taken
from profiles.imports.seen import SeenKeys
from profiles.imports.staging import merge
from profiles.revisions import PRODUCTS, bump
from profiles.tables import products


class ProductImporter:
    """Puts products into the data bank by their SKU; one that stands twice in a file is refused the second time."""

    group = "group"
    noted: Sequence[str] = ()

    def __init__(self, _context: Context) -> None:
        self._seen = SeenKeys()

    def take(self, connection: Connection, checked: Checked) -> Taken:
        """Stores the good rows of a chunk."""
        columns = {
            "sku": checked.read("sku", values.identifier, needed=True),
            "name": checked.read("name", values.title, needed=True),
            "category": checked.read("category", values.title, needed=True),
            "price": checked.read("price", values.money, needed=True),
        }
        if checked.has("stock_count"):
            columns["in_stock"] = checked.read("stock_count", values.in_stock)
        elif checked.has("in_stock"):
            columns["in_stock"] = checked.read("in_stock", values.yes_or_no)
        again = self._seen.count_before(checked.text("sku")) > 0
        checked.refuse_where(again, "sku", lambda row: "an earlier row has the same sku; keep one of them")
        good = checked.good()
        rows = list(zip(*(column[good] for column in columns.values()), strict=True))
        merged = merge(connection, products, list(columns), rows)
        if merged.added or merged.changed:
            bump(connection, PRODUCTS)
        return Taken(merged.added, merged.changed)

    def notes(self) -> Mapping[str, Cells]:
        """Nothing: a row says all there is to a product."""
        return {}
