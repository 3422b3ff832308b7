"""A day of the calendar says more than the weekday, festival or 'last week' beside it."""

import pytest

from reading.values import Status
from tests.reading.conftest import Ask


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("11月6號嗰個禮拜五", "2026-11-06"),
        ("十月廿八日，重陽敬老茶會之後補買的", "2026-10-28"),
        ("八月十九號，打風前一天", "2026-08-19"),
        ("28 october i think, a wednesday", "2026-10-28"),
        ("nov 3rd, right after halloween", "2026-11-03"),
        ("25 December, christmas day", "2025-12-25"),
        ("2 weeks ago, 8 nov", "2026-11-08"),
        ("上星期五，即係11月13號", "2026-11-13"),
        ("15號星期日，十一月", "2026-11-15"),
        ("6號，十月", "2026-10-06"),
        ("14號，情人節，二月", "2026-02-14"),
        ("上個月買，6號嗰日", "2026-10-06"),
        ("the 15th, a Sunday, in November", "2026-11-15"),
        ("october, the 6th i think", "2026-10-06"),
        ("11月20", "2026-11-20"),
        ("十一月二十", "2026-11-20"),
        ("11月20買", "2026-11-20"),
    ],
)
def test_the_day_named_outranks_what_stands_beside_it(text: str, day: str, answer: Ask) -> None:
    assert answer("last_purchase", text).values == (day,)


@pytest.mark.parametrize(("text", "day"), [("6 Nov, no, the 7th", "2026-11-07"), ("11月6號，唔係，7號", "2026-11-07")])
def test_a_day_taken_back_does_not_count(text: str, day: str, answer: Ask) -> None:
    assert answer("last_purchase", text).values == (day,)


@pytest.mark.parametrize("text", ["28 Oct or last Friday", "6 Nov, and again yesterday", "11月6號，琴日又買過"])
def test_another_day_that_is_offered_or_added_is_asked_about(text: str, answer: Ask) -> None:
    assert answer("last_purchase", text).status == Status.SEVERAL


@pytest.mark.parametrize("text", ["in october, the third time i went", "十月，第3次", "十月，3號舖"])
def test_a_number_that_is_no_day_leaves_the_month(text: str, answer: Ask) -> None:
    assert answer("last_purchase", text).values == ("2026-10-01/2026-10-31",)
