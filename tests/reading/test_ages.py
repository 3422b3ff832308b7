import pytest

from reading.values import find_ages
from tests.reading.conftest import TODAY


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("I'm 32", 32, 32),
        ("I turned thirty in May", 30, 30),
        ("32 years old", 32, 32),
        ("我四十二", 42, 42),
        ("四十二歲", 42, 42),
        ("30尾", 37, 39),
        ("三十出頭", 30, 33),
        ("late 30s", 37, 39),
        ("in my early forties", 40, 43),
        ("thirty-something", 30, 39),
        ("我今年30幾", 31, 39),
        ("born in 1985", 40, 41),
        ("八五年出世", 40, 41),
        ("我係80後", 36, 46),
        ("women over 40", 41, None),
        ("customers under 30", None, 29),
        ("aged 25-34", 25, 34),
        ("customers between 30 and 40", 30, 40),
        ("70歲以上", 70, None),
    ],
)
def test_an_age_is_read_as_people_say_it(text: str, low: int | None, high: int | None) -> None:
    found = find_ages(text, TODAY)

    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "I'm 32 minutes late",
        "I'm 5 stops away",
        "over 40 orders",
        "32",
        "買三張飛",
        "之後再講",
        "I waited 40 days",
        "customers who bought 30",
        "",
    ],
)
def test_a_number_without_a_word_of_age_is_none(text: str) -> None:
    assert find_ages(text, TODAY) is None


def test_a_bare_number_is_an_age_where_the_age_was_asked() -> None:
    found = find_ages("32", cue_needed=False)

    assert found is not None
    assert found.low == 32


def test_numbers_that_nobody_is_old_are_no_ages() -> None:
    assert find_ages("200", cue_needed=False) is None
    assert find_ages("3", cue_needed=False) is None


def test_years_of_birth_need_a_day_to_count_from() -> None:
    assert find_ages("born in 1985") is None
