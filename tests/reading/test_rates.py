import pytest

from reading.values import find_rate


@pytest.mark.parametrize(
    ("text", "a_month"),
    [
        ("twice a week", 8),
        ("a few times a month", 3),
        ("2-3 times a week", 10),
        ("once every two weeks", 2),
        ("every other day", 15),
        ("every 2-3 days", 12),
        ("weekly", 4),
        ("biweekly", 2),
        ("12 times a year", 1),
        ("once or twice a month", 1.5),
        ("3x a week", 12),
        ("每星期兩次", 8),
        ("一個月三四次", 3.5),
        ("一年一兩次", 0.12),
        ("日日", 30),
        ("隔日", 15),
        ("每兩個星期一次", 2),
        ("三個月一次", 0.33),
        ("一星期買兩三次", 10),
    ],
)
def test_a_rate_is_read_and_converted_to_a_month(text: str, a_month: float) -> None:
    found = find_rate(text)

    assert found is not None
    assert float(found.times_a("month")) == pytest.approx(a_month, abs=0.01)


@pytest.mark.parametrize("text", ["often", "成日", "一個月都冇一次", "every time", "5", "", "daylight"])
def test_vague_words_name_no_rate(text: str) -> None:
    assert find_rate(text) is None


@pytest.mark.parametrize(
    ("text", "a_month"),
    [
        ("once a week", 4),
        ("daily", 30),
        ("every other day", 15),
        ("once a fortnight", 2),
        ("every ten days", 3),
        ("every Friday night", 4),
        ("each morning", 30),
        ("每十日一次", 3),
        ("逢星期六", 4),
        ("晚晚", 30),
        ("twice a year", 2 / 12),
        ("every weekend, both days", 8),
    ],
)
def test_a_month_has_four_weeks_and_thirty_days_as_people_count(text: str, a_month: float) -> None:
    found = find_rate(text)

    assert found is not None
    assert float(found.times_a("month")) == pytest.approx(a_month)


def test_a_week_has_seven_days_and_a_year_twelve_months() -> None:
    daily, monthly = find_rate("daily"), find_rate("monthly")

    assert daily is not None
    assert monthly is not None
    assert [int(daily.times_a("week")), int(daily.times_a("year")), int(monthly.times_a("year"))] == [7, 365, 12]
