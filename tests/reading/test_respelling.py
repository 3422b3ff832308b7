"""Words of numbers and days are understood with a slip of the finger."""

import pytest

from catalogue import load
from reading.values import read
from reading.values.respelling import respelt
from tests.reading.conftest import TODAY


@pytest.mark.parametrize(
    ("question", "said", "value"),
    [
        ("age_band", "tirty-one", "25-34"),
        ("share_of_wallet", "eiight of them", "8"),
        ("overall_satisfaction", "sevn out of ten, sevven", "7"),
        ("times_a_month", "twelvve", "12"),
    ],
)
def test_a_number_with_a_slip_is_that_number(question: str, said: str, value: str) -> None:
    assert read(said, load().questions[question], "en", TODAY).values == (value,)


def test_a_day_with_a_slip_is_that_day() -> None:
    question = load().questions["last_purchase"]

    assert read("yeterday", question, "en", TODAY) == read("yesterday", question, "en", TODAY)


@pytest.mark.parametrize(
    "word",
    [
        "thirsty",
        "sight",
        "weight",
        "sixth",
        "seventh",
        "light",
        "month",
        "weekends",
        "match",
        "forth",
        "mighty",
        "sundae",
        "mouth",
    ],
)
def test_an_ordinary_word_is_no_slip(word: str) -> None:
    assert respelt(word) == word


@pytest.mark.parametrize(
    "said", ["a light lunch", "my weight", "I am thirsty", "the sixth", "back and forth", "mighty good"]
)
def test_a_sentence_without_a_number_has_none(said: str) -> None:
    assert read(said, load().questions["overall_satisfaction"], "en", TODAY).values == ()
