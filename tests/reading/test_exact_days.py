"""Days counted back to the very day, two days named in one, and days on which nothing was bought."""

from datetime import date

import pytest

from reading.values import Status, find_period
from tests.reading.conftest import TODAY, Ask


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("two weeks ago today", date(2026, 11, 8)),
        ("a week ago yesterday", date(2026, 11, 14)),
        ("three weeks ago to the day", date(2026, 11, 1)),
        ("a month ago tomorrow", date(2026, 10, 23)),
        ("exactly a month ago", date(2026, 10, 22)),
        ("a year ago today", date(2025, 11, 22)),
        ("today a week ago", date(2026, 11, 15)),
        ("two weeks ago on Tuesday", date(2026, 11, 3)),
        ("兩個禮拜前嘅今日", date(2026, 11, 8)),
        ("上個月今日", date(2026, 10, 22)),
        ("上上個禮拜今日", date(2026, 11, 8)),
        ("去年的今天", date(2025, 11, 22)),
        ("啱啱好一個月前", date(2026, 10, 22)),
        ("今日兩個禮拜前", date(2026, 11, 8)),
        ("大前日", date(2026, 11, 19)),
        ("大前天", date(2026, 11, 19)),
        ("前晚", date(2026, 11, 20)),
        ("the night before last", date(2026, 11, 20)),
        ("last night", date(2026, 11, 21)),
        ("噚晚", date(2026, 11, 21)),
        ("今晨", date(2026, 11, 22)),
        ("剛才", date(2026, 11, 22)),
        ("剛剛", date(2026, 11, 22)),
        ("啱啱", date(2026, 11, 22)),
        ("a couple of hours ago", date(2026, 11, 22)),
        ("moments ago", date(2026, 11, 22)),
        ("not today, yesterday", date(2026, 11, 21)),
        ("not yesterday but the day before", date(2026, 11, 20)),
        ("within the last hour", date(2026, 11, 22)),
    ],
)
def test_a_day_that_is_counted_back_to_is_that_day(answer: Ask, text: str, day: date) -> None:
    assert answer("last_purchase", text).values == (day.isoformat(),)


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("11月6或者7號", ("2026-11-06", "2026-11-07")),
        ("11月6號或者7號", ("2026-11-06", "2026-11-07")),
        ("十月三號或四號", ("2026-10-03", "2026-10-04")),
        ("6號或者7號", ("2026-11-06", "2026-11-07")),
        ("3、4號", ("2026-11-03", "2026-11-04")),
        ("6 or 7 November", ("2026-11-06", "2026-11-07")),
        ("the 6th or 13th of November", ("2026-11-06", "2026-11-13")),
        ("Nov 6th or 7th", ("2026-11-06", "2026-11-07")),
        ("yesterday or the day before", ("2026-11-21", "2026-11-20")),
    ],
)
def test_of_two_days_one_is_asked_back(answer: Ask, text: str, candidates: tuple[str, str]) -> None:
    assert answer("last_purchase", text).candidates == candidates


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("10月3至5號", "2026-10-03/2026-10-05"),
        ("3 or 4 days ago", "2026-11-18/2026-11-19"),
        ("兩至三個星期前", "2026-10-26/2026-11-08"),
        ("haven't ordered since March", "2026-03-01/2026-03-31"),
        ("三月之後就冇買過", "2026-03-01/2026-03-31"),
        ("上個月冇買，九月買過", "2026-09-01/2026-09-30"),
        ("三個月冇買", "2026-08-01/2026-08-31"),
        ("not this month, last month", "2026-10-01/2026-10-31"),
    ],
)
def test_a_last_time_is_the_period_in_which_it_was(answer: Ask, text: str, period: str) -> None:
    assert answer("last_purchase", text).values == (period,)


@pytest.mark.parametrize("text", ["今個月冇買過", "not this week", "I didn't buy anything last month"])
def test_a_time_without_a_purchase_is_no_last_one(answer: Ask, text: str) -> None:
    assert answer("last_purchase", text).status == Status.NONE


def test_since_a_month_lasts_until_today_where_no_last_time_was_asked() -> None:
    assert str(find_period("no orders since September", TODAY)) == "2026-09-01/2026-11-22"
