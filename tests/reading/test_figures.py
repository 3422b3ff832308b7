"""Amounts that nobody names by a number: by their digits, as not even so much, or as nothing."""

import pytest

from reading.values import Status, find_money
from tests.reading.conftest import Ask


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("five figures just about", "10000-19999"),
        ("barely five figures", "10000-19999"),
        ("四位數", "0-9999"),
        ("not even five figures", "0-9999"),
        ("五位數都冇", "0-9999"),
        ("七位數", "100000+"),
        ("no income at the moment", "0-9999"),
        ("我暫時冇收入", "0-9999"),
        ("no income, hubby earns 30k", "30000-39999"),
    ],
)
def test_an_amount_told_by_its_digits_is_read(answer: Ask, text: str, value: str) -> None:
    assert answer("income_band", text).values == (value,)


@pytest.mark.parametrize(("text", "count"), [("five figures", 6), ("high five figures", 2), ("six figures a year", 7)])
def test_digits_that_may_be_of_several_bands_are_asked_back(answer: Ask, text: str, count: int) -> None:
    reading = answer("income_band", text)

    assert reading.status == Status.SEVERAL
    assert len(reading.candidates) == count


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("得生果金同少少積蓄，五千都冇", "0-9999"),
        ("一萬都唔到", "0-9999"),
        ("連一萬都冇", "0-9999"),
        ("二萬未到", "10000-19999"),
        ("not even five thousand", "0-9999"),
        ("nowhere near 10k", "0-9999"),
        ("doesn't even reach ten thousand", "0-9999"),
        ("不到一萬", "0-9999"),
        ("dont even make 10k", "0-9999"),
    ],
)
def test_less_than_an_amount_is_not_the_amount(answer: Ask, text: str, value: str) -> None:
    assert answer("income_band", text).values == (value,)


@pytest.mark.parametrize(
    ("question", "text", "candidates"),
    [
        ("income_band", "兩萬都唔夠", ("0-9999", "10000-19999")),
        ("age_band", "四十都未到", ("0-17", "18-24", "25-34", "35-44")),
    ],
)
def test_not_even_so_much_may_be_anything_below(
    answer: Ask, question: str, text: str, candidates: tuple[str, ...]
) -> None:
    assert answer(question, text).candidates == candidates


@pytest.mark.parametrize("text", ["the last five figures", "enter the six-digit code", "四位數密碼"])
def test_digits_of_something_else_are_no_money(text: str) -> None:
    assert find_money(text) is None


@pytest.mark.parametrize("text", ["no income info, sorry", "有冇收入關你咩事"])
def test_speaking_of_income_is_not_saying_that_there_is_none(answer: Ask, text: str) -> None:
    assert answer("income_band", text).values == ()
