"""Of several values in one answer the one counts that somebody settles on."""

import pytest

from reading.values import Status
from tests.reading.conftest import Ask


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("household_size", "we were six until June, five now", "5"),
        ("household_size", "以前七個人，而家淨返三個", "3"),
        ("times_a_month", "6 for food, 2 for clothes, so 8", "8"),
        ("times_a_month", "兩三次，當三次啦", "3"),
        ("times_a_month", "weekly, plus the odd extra one, call it 6", "6"),
        ("overall_satisfaction", "7? 8? ok 7", "7"),
        ("overall_satisfaction", "八，如果快啲就九", "8"),
        ("overall_satisfaction", "my husband says four, I say six", "6"),
        ("delivery_score", "it used to be 9, these days 5", "5"),
        ("delivery_score", "四五分啦，寫四", "4"),
    ],
)
def test_the_value_that_is_settled_on_counts(answer: Ask, question: str, text: str, value: str) -> None:
    assert answer(question, text).values == (value,)


@pytest.mark.parametrize("text", ["7 or 8", "six for price and nine for quality", "8, 9", "so 7 or 8"])
def test_where_nothing_is_settled_it_is_asked_back(answer: Ask, text: str) -> None:
    assert answer("overall_satisfaction", text).status == Status.SEVERAL


@pytest.mark.parametrize(("text", "value"), [("not once", "0"), ("一次都冇", "0"), ("not a single time", "0")])
def test_not_once_is_none_at_all(answer: Ask, text: str, value: str) -> None:
    assert answer("times_a_month", text).values == (value,)


@pytest.mark.parametrize("text", ["十零廿次", "10零20次", "once in a blue moon"])
def test_what_is_too_vague_to_note_is_no_number(answer: Ask, text: str) -> None:
    assert answer("times_a_month", text).values == ()


def test_a_number_word_behind_than_is_read(answer: Ask) -> None:
    assert answer("income_band", "less than ten thousand").values == ("0-9999",)
    assert answer("times_a_month", "一個月起碼廿五單").values == ("25",)


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("perfect score", "10"),
        ("two points off full marks", "8"),
        ("one short of perfect", "9"),
        ("爭一分滿分", "9"),
        ("lowest possible", "0"),
        ("最低嗰格", "0"),
        ("nought", "0"),
        ("八分，扣兩分係因為遲", "8"),
        ("八分，扣嗰兩分係包裝", "8"),
        ("9, 1 point off because the box was wet", "9"),
        ("minus three for the wait, so seven", "7"),
    ],
)
def test_the_ends_of_the_scale_and_what_is_taken_off_are_read(answer: Ask, text: str, score: str) -> None:
    assert answer("overall_satisfaction", text).values == (score,)


@pytest.mark.parametrize("text", ["not perfect", "the lowest price in town", "lost two points for the wait"])
def test_what_is_taken_off_alone_is_no_score(answer: Ask, text: str) -> None:
    assert answer("overall_satisfaction", text).values == ()
