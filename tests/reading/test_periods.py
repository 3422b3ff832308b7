from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.values import find_period
from tests.reading.conftest import TODAY, Ask

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
        ("last Christmas Eve", "2025-12-24"),
        ("聖誕前夕", "2025-12-24"),
        ("Double 11", "2026-11-11"),
        ("Black Friday", "2025-11-28"),
        ("Mother's Day", "2026-05-10"),
        ("Chinese New Year this year", "2026-02-17/2026-02-19"),
        ("舊年中秋", "2025-10-06"),
        ("Easter", "2026-04-03/2026-04-06"),
        ("just before Christmas", "2025-12-18/2025-12-24"),
        ("two Fridays ago", "2026-11-13"),
        ("the Friday before last", "2026-11-13"),
        ("Monday this week", "2026-11-16"),
        ("last week on Tuesday", "2026-11-10"),
        ("last month, the twentieth", "2026-10-20"),
        ("the 5th of this month", "2026-11-05"),
        ("twentieth of October", "2026-10-20"),
        ("on the 30th", "2026-10-30"),
        ("a month and a half ago", "2026-10-05/2026-10-11"),
        ("half a year ago", "2026-05-01/2026-05-31"),
        ("an hour ago", "2026-11-22"),
        ("the end of last month", "2026-10-21/2026-10-31"),
        ("上個月廿號", "2026-10-20"),
        ("上月30號", "2026-10-30"),
        ("廿號", "2026-11-20"),
        ("個半月前", "2026-10-05/2026-10-11"),
        ("上個月尾", "2026-10-21/2026-10-31"),
        ("早幾日", "2026-11-18/2026-11-20"),
        ("兩個鐘前", "2026-11-22"),
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
        "on the 3rd floor",
        "on the first",
        "5號店",
        "兩個月中買咗三次",
        "it's been two months",
        "三個月冇買",
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


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("must be two months now", "2026-09-01/2026-09-30"),
        ("三個月冇買", "2026-08-01/2026-08-31"),
        ("last month, probably the 20th", "2026-10-20"),
        ("Chinese New Year, around February", "2026-02-17/2026-02-19"),
        ("before Mid-Autumn, so maybe September", "2026-09-01/2026-09-30"),
        ("ages ago, I'd say March", "2026-03-01/2026-03-31"),
        ("上個月廿號，啱啱出糧之前", "2026-10-20"),
    ],
)
def test_the_day_of_the_last_purchase_is_the_narrowest_and_may_be_said_by_how_long_ago(
    answer: Ask, text: str, value: str
) -> None:
    assert answer("last_purchase", text).values == (value,)


@given(st.integers(2000, 2099))
def test_easter_sunday_is_a_sunday_in_march_or_april(year: int) -> None:
    friday = find_period(f"Easter {year}", TODAY)

    assert friday is not None
    assert friday.since is not None
    sunday = friday.since + timedelta(days=2)
    assert sunday.weekday() == 6
    assert date(year, 3, 22) <= sunday <= date(year, 4, 25)
