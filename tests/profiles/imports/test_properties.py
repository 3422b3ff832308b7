"""What holds for every file and every value: imports are idempotent, money and dates come back as they were written."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from profiles import Store
from profiles.imports import values
from tests.databases import DATA_KEY, SqliteFiles
from tests.profiles.imports.files import ORDERS, Shop

MONEY = st.integers(0, 10**15 - 1)
MOMENTS = st.datetimes(min_value=datetime(1900, 1, 2), max_value=datetime(2026, 3, 4))  # noqa: DTZ001 - zones are drawn apart
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
NAMES = st.sampled_from(["a", "b", "c", "茶"])
LINES = st.lists(
    st.builds(
        "{0},{1},2026-03-0{2},web,{3},{4},{5},0,HKD".format,
        NAMES,
        NAMES,
        st.integers(1, 3),
        NAMES,
        st.sampled_from(["1", "0.5", "12", "-1", "x", ""]),
        st.sampled_from(["1", "12.90", "0.333333", "12,90", "1e3", ""]),
    ),
    max_size=30,
)


@given(MONEY)
def test_money_comes_back_as_it_was_written(millionths: int) -> None:
    amount = Decimal(millionths).scaleb(-6)

    assert values.money(f"{amount:f}") == millionths


@given(st.text(max_size=20))
def test_what_is_no_amount_is_refused_and_never_guessed(text: str) -> None:
    try:
        read = values.money(text)
    except values.Unreadable:
        return
    assert Decimal(text) == pytest.approx(Decimal(read).scaleb(-6), abs=Decimal("0.0000005"))


@given(MOMENTS, OFFSETS, st.sampled_from(["T", " "]))
def test_a_moment_comes_back_as_it_was_written(naive: datetime, zone: timezone, between: str) -> None:
    time = naive.replace(tzinfo=zone)
    read = values.moment(UTC, datetime(2026, 3, 5, tzinfo=UTC))

    assert read(time.isoformat(sep=between)) == time


@given(st.text(max_size=30))
def test_what_is_no_moment_is_refused_and_nothing_else_happens(text: str) -> None:
    try:
        values.moment(UTC, datetime(2026, 3, 5, tzinfo=UTC))(text)
    except values.Unreadable:
        return


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(LINES)
def test_whatever_stands_in_a_file_importing_it_twice_is_importing_it_once(lines: list[str]) -> None:
    with TemporaryDirectory() as folder, Store.open(SqliteFiles(Path(folder)).empty(), DATA_KEY) as store:
        shop = Shop(store, Path(folder))
        first = shop.take("orders", ORDERS, *lines)
        before = store.frames.orders()

        second = shop.take("orders", ORDERS, *lines)

        assert first.rows == len(lines) == first.added + first.refused
        assert (second.added, second.changed, second.refused) == (0, 0, first.refused)
        assert store.frames.orders().equals(before)


@pytest.mark.slow
@settings(max_examples=15, deadline=None)
@given(LINES, LINES)
def test_the_last_file_counts_in_whatever_order_the_files_came_before(one: list[str], other: list[str]) -> None:
    with TemporaryDirectory() as folder, Store.open(SqliteFiles(Path(folder)).empty(), DATA_KEY) as store:
        shop = Shop(store, Path(folder))
        shop.take("orders", ORDERS, *one)
        last = shop.take("orders", ORDERS, *other)

        again = shop.take("orders", ORDERS, *other)

        assert again.unchanged == last.added + last.changed + last.unchanged
