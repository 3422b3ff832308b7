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


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("四張八", 48, 48),
        ("三張三", 33, 33),
        ("half a century", 50, 50),
        ("半百", 50, 50),
        ("1978 baby", 47, 48),
        ("dob 1985", 40, 41),
        ("my ID card says 1969", 56, 57),
        ("七三年屬牛", 52, 53),
        ("八八年三月", 37, 38),
        ("九零後", 26, 36),
        ("turning 65 next summer", 64, 64),
        ("下年三十五", 34, 34),
        ("差兩年先六十五", 63, 63),
        ("two years off 65", 63, 63),
        ("I just turned 35", 35, 35),
    ],
)
def test_an_age_that_was_asked_may_be_a_year_of_birth_or_one_to_come(text: str, low: int, high: int) -> None:
    found = find_ages(text, TODAY, cue_needed=False)

    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize("text", ["customer since 1998", "I paid 1985 dollars", "1978 baby", "七三年"])
def test_a_year_alone_is_no_age_where_none_was_asked_or_it_is_of_something_else(text: str) -> None:
    assert find_ages(text, TODAY) is None
    assert "baby" in text or "年" in text or find_ages(text, TODAY, cue_needed=False) is None
