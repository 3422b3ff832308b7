"""Order lines from files."""

from datetime import UTC, datetime

import pandas as pd
import pytest

from tests.cast import MEI
from tests.profiles.imports.files import LINE, ORDERS, Shop, counts
from tests.profiles.people import arrive


def test_an_order_line_is_stored_as_it_was_sold(shop: Shop) -> None:
    summary = shop.take(
        "orders",
        f"{ORDERS},promised_at,delivered_at,returned",
        f"{LINE},2026-03-02,2026-03-03T09:00:00Z,no",
    )

    assert counts(summary) == {"rows": 1, "added": 1}
    (line,) = shop.store.frames.orders().to_dict("records")
    assert line == {
        "order_id": "o1",
        "customer_id": "mei",
        "ordered_at": pd.Timestamp("2026-03-01 10:30", tz=UTC),
        "channel": "web",
        "sku": "tea",
        "quantity": 2.0,
        "unit_price": 12.9,
        "discount": 0.8,
        "amount": 25.0,
        "currency": "HKD",
        "promised_at": pd.Timestamp("2026-03-01 16:00", tz=UTC),
        "delivered_at": pd.Timestamp("2026-03-03 09:00", tz=UTC),
        "returned": False,
        "occurrence": 1,
    }


def test_the_same_file_twice_changes_nothing(shop: Shop) -> None:
    lines = (
        ORDERS,
        LINE,
        "o1,mei,2026-03-01 18:30,web,rice,1,80,0,HKD",
        "o2,daniel,2026-03-02,store,tea,1,12.90,0,HKD",
    )
    shop.take("orders", *lines)
    before = shop.store.frames.orders()

    again = shop.take("orders", *lines)

    assert counts(again) == {"rows": 3, "unchanged": 3}
    pd.testing.assert_frame_equal(shop.store.frames.orders(), before)


def test_a_later_file_brings_lines_up_to_date(shop: Shop) -> None:
    shop.take("orders", ORDERS, LINE)

    summary = shop.take("orders", f"{ORDERS},returned", f"{LINE},yes", "o2,mei,2026-03-02,web,rice,1,80,0,HKD,")

    assert counts(summary) == {"rows": 2, "added": 1, "changed": 1}
    returned = shop.store.frames.orders().set_index("order_id")["returned"]
    assert returned["o1"]
    assert pd.isna(returned["o2"])


def test_equal_lines_of_an_order_are_all_kept(shop: Shop) -> None:
    summary = shop.take("orders", ORDERS, LINE, "o2,mei,2026-03-02,web,tea,1,12.90,0,HKD", LINE)

    assert counts(summary) == {"rows": 3, "added": 3}
    assert sorted(shop.store.frames.orders()["occurrence"]) == [1, 1, 2]


def test_buyers_who_are_not_known_are_added(shop: Shop) -> None:
    arrive(shop.store, MEI)

    summary = shop.take("orders", ORDERS, LINE, "o2,daniel,2026-03-02,web,tea,1,12.90,0,HKD")

    assert summary.customers_added == 1
    customers = shop.store.frames.customers().set_index("customer_id")
    assert customers["source"].to_dict() == {"daniel": "import", "mei": "chat"}


def test_an_order_without_cents_lost_in_floats(shop: Shop) -> None:
    shop.take("orders", ORDERS, *(f"o{number},mei,2026-03-01,web,gum,3,0.1,0,HKD" for number in range(10)))

    assert shop.store.frames.order_summary()["spend"].tolist() == [3.0]


@pytest.mark.parametrize(
    ("cells", "column", "remedy"),
    [
        ('o1,mei,2026-03-01,web,tea,2,"12,90",0,HKD', "unit_price", "write a number with a point, such as 12.90"),
        ("o1,mei,2026-03-01,web,tea,two,12.90,0,HKD", "quantity", "write a number with a point"),
        ("o1,mei,2026-03-01,web,tea,0,12.90,0,HKD", "quantity", "more than 0"),
        ("o1,mei,2026-03-01,web,tea,-1,12.90,0,HKD", "quantity", "column returned"),
        ("o1,mei,2026-03-01,web,tea,1,-12.90,0,HKD", "unit_price", "column returned"),
        ("o1,mei,2026-03-01,web,tea,999999,999999999,0,HKD", "quantity", "beyond a thousand million"),
        ("o1,mei,01/03/2026,web,tea,1,12.90,0,HKD", "ordered_at", "year-month-day"),
        ("o1,mei,2026-02-30,web,tea,1,12.90,0,HKD", "ordered_at", "no such day"),
        ("o1,mei,2062-03-01,web,tea,1,12.90,0,HKD", "ordered_at", "lies in the future"),
        ("o1,mei,,web,tea,1,12.90,0,HKD", "ordered_at", "write something here"),
        ("o1,,2026-03-01,web,tea,1,12.90,0,HKD", "customer_id", "write something here"),
        ("o1,mei,2026-03-01,web,tea,1,12.90,0,$", "currency", "three letters"),
        ("o1,mei,2026-03-01,by post!,tea,1,12.90,0,HKD", "channel", "web, app or store"),
    ],
)
def test_a_bad_row_is_refused_with_its_line_its_column_and_what_to_do(
    sqlite_shop: Shop, cells: str, column: str, remedy: str
) -> None:
    summary = sqlite_shop.take("orders", ORDERS, LINE, cells, "o3,mei,2026-03-01,web,tea,1,12.90,0,HKD")

    assert counts(summary) == {"rows": 3, "added": 2, "refused": 1}
    (problem,) = summary.problems
    assert (problem.line, problem.column) == (3, column)
    assert remedy in problem.remedy


def test_everything_that_is_wrong_with_a_row_is_told_at_once(sqlite_shop: Shop) -> None:
    summary = sqlite_shop.take("orders", ORDERS, "o1,mei,yesterday,web,tea,two,12.90,0,HKD")

    assert [problem.column for problem in summary.problems] == ["ordered_at", "quantity"]
    assert summary.refused == 1


def test_refused_rows_can_be_corrected_and_imported_by_themselves(shop: Shop) -> None:
    summary = shop.take("orders", ORDERS, LINE, LINE.replace("12.90", "12,9").replace("12,9", '"12,9"'), LINE)
    assert counts(summary) == {"rows": 3, "added": 2, "refused": 1}
    assert summary.refused_file == shop.folder / "orders.refused.csv"
    text = summary.refused_file.read_text(encoding="utf-8-sig")
    assert text.splitlines()[0] == f"{ORDERS},occurrence,refused_line,refused_because"
    assert ',2,3,"unit_price: write a number with a point' in text

    corrected = shop.folder / "corrected.csv"
    corrected.write_text(text.replace('"12,9"', "12.90"), encoding="utf-8-sig")

    assert counts(shop.take_file("orders", corrected)) == {"rows": 1, "added": 1}
    assert sorted(shop.store.frames.orders()["occurrence"]) == [1, 2, 3]


def test_occurrences_that_a_file_gives_are_kept_and_not_given_twice(shop: Shop) -> None:
    header = f"{ORDERS},occurrence"

    summary = shop.take("orders", header, f"{LINE},2", f"{LINE},2", f"{LINE},")

    assert counts(summary) == {"rows": 3, "added": 2, "refused": 1}
    assert [(problem.line, problem.column) for problem in summary.problems] == [(3, "occurrence")]
    assert sorted(shop.store.frames.orders()["occurrence"]) == [2, 3]


def test_a_file_without_refusals_removes_the_refusals_of_the_one_before(shop: Shop) -> None:
    refused = shop.take("orders", ORDERS, "o1").refused_file
    assert refused is not None

    assert shop.take("orders", ORDERS, LINE).refused_file is None
    assert not refused.exists()


def test_an_erased_customer_is_not_brought_back_by_the_shops_file_p8(shop: Shop) -> None:
    shop.take("orders", ORDERS, LINE)
    with shop.store.transaction() as unit:
        unit.customers.erase("mei")

    summary = shop.take("orders", ORDERS, LINE, "o2,daniel,2026-03-02,web,tea,1,12.90,0,HKD")

    assert counts(summary) == {"rows": 2, "added": 1, "refused": 1}
    assert "asked to be erased" in summary.problems[0].remedy
    assert shop.store.frames.customers()["customer_id"].tolist() == ["daniel"]


def test_progress_is_told_in_rows_and_bytes(sqlite_shop: Shop) -> None:
    summary = sqlite_shop.take("orders", ORDERS, LINE)

    (progress,) = sqlite_shop.progress
    assert progress.rows == 1
    assert progress.bytes_read == progress.bytes_in_all == summary.file.stat().st_size


def test_a_moment_is_read_in_the_shops_zone_unless_it_names_its_own(shop: Shop) -> None:
    times = ["2026-03-01", "2026-03-01T08:00:00Z", "2026-03-01 08:00:00 +0800", "2026-03-01T08:00:00.5-05:00"]
    shop.take("orders", ORDERS, *(f"o{n},mei,{time},web,tea,1,1,0,HKD" for n, time in enumerate(times)))

    stored = shop.store.frames.orders().sort_values("order_id")["ordered_at"]
    assert [time.to_pydatetime() for time in stored] == [
        datetime(2026, 2, 28, 16, 0, tzinfo=UTC),
        datetime(2026, 3, 1, 8, 0, tzinfo=UTC),
        datetime(2026, 3, 1, 0, 0, tzinfo=UTC),
        datetime(2026, 3, 1, 13, 0, 0, 500_000, tzinfo=UTC),
    ]


def test_the_orders_version_tells_of_every_change_and_of_nothing_else(shop: Shop) -> None:
    frames = shop.store.frames
    empty = frames.orders_version()
    shop.take("orders", ORDERS, LINE)
    first = frames.orders_version()
    shop.take("orders", ORDERS, LINE)
    same = frames.orders_version()
    shop.take("orders", ORDERS, LINE.replace("12.90", "13.90"))
    corrected = frames.orders_version()
    with shop.store.transaction() as unit:
        unit.customers.erase("mei")

    assert first == same
    assert len({empty, first, corrected, frames.orders_version()}) == 4
