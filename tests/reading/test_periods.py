from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.values import find_period
from tests.reading.conftest import TODAY

DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


@given(DAYS)
def test_every_day_is_read_back_from_every_full_form(day: date) -> None:
    month = MONTHS[day.month - 1]
    forms = [
        day.isoformat(),
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month[:3]} {day.year}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}年{day.month}月{day.day}號",
    ]

    assert {str(find_period(form, TODAY)) for form in forms} == {day.isoformat()}


@given(DAYS, st.integers(1, 60))
def test_days_ago_are_counted_from_the_given_day(today: date, days: int) -> None:
    expected = (today - timedelta(days=days)).isoformat()

    assert str(find_period(f"{days} days ago", today)) == expected
    assert str(find_period(f"{days}日前", today)) == expected


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("yesterday", "2026-11-21"),
        ("琴日", "2026-11-21"),
        ("尋日", "2026-11-21"),
        ("last Tuesday", "2026-11-17"),
        ("上星期二", "2026-11-10"),
        ("星期二", "2026-11-17"),
        ("last week", "2026-11-09/2026-11-15"),
        ("上個禮拜", "2026-11-09/2026-11-15"),
        ("上個月", "2026-10-01/2026-10-31"),
        ("last month", "2026-10-01/2026-10-31"),
        ("over the last month", "2026-10-22/2026-11-22"),
        ("last year", "2025-01-01/2025-12-31"),
        ("舊年", "2025-01-01/2025-12-31"),
        ("two weeks ago", "2026-11-02/2026-11-08"),
        ("兩個星期前", "2026-11-02/2026-11-08"),
        ("半年前", "2026-05-01/2026-05-31"),
        ("the week before last", "2026-11-02/2026-11-08"),
        ("上上個月", "2026-09-01/2026-09-30"),
        ("couple days ago", "2026-11-20"),
        ("March", "2026-03-01/2026-03-31"),
        ("December", "2025-12-01/2025-12-31"),
        ("三月", "2026-03-01/2026-03-31"),
        ("March last year", "2025-03-01/2025-03-31"),
        ("舊年九月", "2025-09-01/2025-09-30"),
        ("1-5 March", "2026-03-01/2026-03-05"),
        ("Q3", "2026-07-01/2026-09-30"),
        ("Q4 2025", "2025-10-01/2025-12-31"),
        ("上半年", "2026-01-01/2026-06-30"),
        ("the last 30 days", "2026-10-23/2026-11-22"),
        ("最近三個月", "2026-08-22/2026-11-22"),
        ("上年聖誕", "2025-12-25"),
        ("in 2024", "2024-01-01/2024-12-31"),
    ],
)
def test_a_period_is_counted_from_the_given_day(text: str, period: str) -> None:
    assert str(find_period(text, TODAY)) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("since September", "2026-09-01/2026-11-22"),
        ("九月開始", "2026-09-01/2026-11-22"),
        ("九月至今", "2026-09-01/2026-11-22"),
        ("March to now", "2026-03-01/2026-11-22"),
        ("before June", "../2026-05-31"),
        ("三月之前", "../2026-02-28"),
        ("after 1 June", "2026-06-02/2026-11-22"),
        ("until March", "../2026-03-31"),
        ("between March and May", "2026-03-01/2026-05-31"),
        ("由三月到五月", "2026-03-01/2026-05-31"),
        ("between November and February", "2025-11-01/2026-02-28"),
        ("from March to May 2025", "2025-03-01/2025-05-31"),
    ],
)
def test_words_of_bounds_and_ranges_are_heeded(text: str, period: str) -> None:
    assert str(find_period(text, TODAY)) == period


@pytest.mark.parametrize(
    "text",
    [
        "recently",
        "a while ago",
        "I may come back",
        "I sat down",
        "on 31/2",
        "13月",
        "12.50",
        "三個月一次",
        "上次",
        "2000",
        "",
        "3 weeks",
    ],
)
def test_what_names_no_day_is_not_read_as_one(text: str) -> None:
    assert find_period(text, TODAY) is None


def test_the_span_holds_the_words_of_the_bound() -> None:
    text = "orders since September in Sha Tin"
    found = find_period(text, TODAY)

    assert found is not None
    assert text[slice(*found.span)] == "since September"


@given(st.text(), DAYS)
def test_no_text_makes_it_fail(text: str, today: date) -> None:
    find_period(text, today)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tuesday 3 November", "2026-11-03"),
        ("3 November, a Tuesday", "2026-11-03"),
        ("11月13號，嗰日星期五", "2026-11-13"),
    ],
)
def test_a_day_named_with_its_weekday_is_one_day(text: str, day: str) -> None:
    assert str(find_period(text, date(2026, 11, 22))) == day


def test_two_weekdays_stay_two_days() -> None:
    assert str(find_period("Monday or Tuesday", date(2026, 11, 22))) == "2026-11-16"
