"""Numbers between whole ones, and numbers that stand beside one another without being one."""

from decimal import Decimal

import pytest

from reading.values import Status, find_number, find_numbers
from tests.reading.conftest import Ask


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("七點五", "7.5"),
        ("seven and a half", "7.5"),
        ("8 and a half", "8.5"),
        ("7 1/2", "7.5"),
        ("7½", "7.5"),
        ("six point five", "6.5"),
        ("八分半", "8.5"),
        ("三點五萬", "35000"),
        ("three and a half thousand", "3500"),
        ("two point five k", "2500"),
    ],
)
def test_a_number_with_a_part_of_one_is_read(text: str, value: str) -> None:
    found = find_number(text)

    assert found is not None
    assert found.low == found.high == Decimal(value)


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("七點五", ("7", "8")),
        ("八點五分", ("8", "9")),
        ("八點半", ("8", "9")),
        ("seven and a half", ("7", "8")),
        ("六點幾", ("6", "7")),
        ("八成半", ("8", "9")),
        ("between six and seven", ("6", "7")),
    ],
)
def test_a_score_that_lies_between_two_is_asked_back(answer: Ask, text: str, candidates: tuple[str, ...]) -> None:
    assert answer("overall_satisfaction", text).candidates == candidates


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("six and seven", [6, 7]),
        ("ten ten ten", [10, 10, 10]),
        ("two hundred and fifty thousand", [250_000]),
        ("forty-five thousand two hundred and ten", [45_210]),
        ("a hundred and five", [105]),
        ("fifty-odd grand", [50_000]),
    ],
)
def test_small_numbers_beside_one_another_are_not_added_up(text: str, values: list[int]) -> None:
    assert [found.low for found in find_numbers(text)] == values


@pytest.mark.parametrize("text", ["大半", "三日兩頭", "七七八八"])
def test_a_phrase_that_only_holds_numerals_is_no_score(answer: Ask, text: str) -> None:
    assert answer("overall_satisfaction", text).values == ()


def test_a_number_below_zero_is_refused_in_chinese_too(answer: Ask) -> None:
    assert answer("overall_satisfaction", "負一分").status == Status.REFUSED
