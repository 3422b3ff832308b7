"""Importing the demo shop's order lines, with plain pandas beside it: `python -m benchmarks.imports [FOLDER]`.

FOLDER holds customers.csv, products.csv and orders.csv as `./askwell demo-data` writes them; without one they are made.
The plain way is what one would write in a line, `read_csv` and `to_sql`: it checks nothing, knows no second import,
keeps money as floats, and its table has no key. Both write to a new SQLite file on the same disk.
"""

import sqlite3
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from analytics import demo_shop
from profiles import Store
from profiles.imports import KindOfFile, import_file

DATA_KEY = "a data key for benchmarks alone"


def main() -> None:
    """Measures, and prints a line for each step: seconds by the clock, seconds of processor time, rows a second."""
    with TemporaryDirectory(prefix="askwell-benchmark-") as scratch:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(scratch) / "demo"
        if len(sys.argv) == 1:
            demo_shop.write(folder)
        ours(folder, Path(scratch) / "ours.db")
        plain(folder / "orders.csv", Path(scratch) / "plain.db")


def ours(folder: Path, database: Path) -> None:
    """Imports customers, products and orders, the orders a second time, and reads the summary and all lines."""
    with Store.open(f"sqlite:///{database}", DATA_KEY) as store:
        measured("customers", lambda: _imported(store, "customers", folder))
        measured("products", lambda: _imported(store, "products", folder))
        measured("orders", lambda: _imported(store, "orders", folder))
        measured("orders again", lambda: _imported(store, "orders", folder))
        measured("order_summary", lambda: len(store.frames.order_summary()))
        measured("orders as a table", lambda: len(store.frames.orders()))
    print(f"{'size of the database':24}{database.stat().st_size / 1e6:9.0f} MB")


def plain(orders: Path, database: Path) -> None:
    """The same order lines by read_csv and to_sql."""
    with sqlite3.connect(database) as connection:
        measured("plain pandas: orders", lambda: pd.read_csv(orders).to_sql("orders", connection, index=False) or 0)


def measured(name: str, work: Callable[[], int]) -> None:
    """Does some work and prints how long it took, and the rows that it tells of."""
    clock, processor = time.perf_counter(), time.process_time()
    rows = work()
    seconds = time.perf_counter() - clock
    print(
        f"{name:24}{seconds:9.1f} s{time.process_time() - processor:9.1f} s CPU{rows:11,} rows{rows / seconds:11,.0f}/s"
    )


def _imported(store: Store, kind: KindOfFile, folder: Path) -> int:
    return import_file(store, kind, folder / f"{kind}.csv", at=datetime.now(UTC)).rows


if __name__ == "__main__":
    main()
