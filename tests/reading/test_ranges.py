"""Quantities narrowed by words, added up, or named in thousands, as the band that they lie in."""

import pytest

from reading.values import Status
from tests.reading.conftest import Ask


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("income_band", "a bit over 20 grand", "20000-29999"),
        ("income_band", "just short of a hundred thousand", "80000-99999"),
        ("income_band", "nearly 30k", "20000-29999"),
        ("income_band", "未到三萬", "20000-29999"),
        ("income_band", "萬九，未到二萬", "10000-19999"),
        ("income_band", "差少少先夠十萬，九萬七", "80000-99999"),
        ("income_band", "18 thousand from my job plus 6 thousand rent", "20000-29999"),
        ("income_band", "兩萬加一萬五", "30000-39999"),
        ("income_band", "mid seventies, in thousands", "60000-79999"),
        ("income_band", "let's say 83", "80000-99999"),
        ("income_band", "六萬八啦", "60000-79999"),
        ("income_band", "used to be 50k, now 12k", "10000-19999"),
        ("age_band", "just over 40", "35-44"),
        ("age_band", "nearly 65", "55-64"),
        ("age_band", "Fifty something, closer to sixty, 58", "55-64"),
    ],
)
def test_a_quantity_is_read_into_the_band_that_is_meant(answer: Ask, question: str, text: str, value: str) -> None:
    assert answer(question, text).values == (value,)


@pytest.mark.parametrize("text", ["I'm 45", "3", "two of us work", "flat 28", "more than enough"])
def test_a_number_that_may_be_of_something_else_is_no_income(answer: Ask, text: str) -> None:
    assert answer("income_band", text).values == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I work in Central but sleep in Fanling", "north"),
        ("moved from Tuen Mun to Tai Wai last year", "sha_tin"),
        ("used to live in Sha Tin, now Tai Po", "tai_po"),
        ("喺中環返工，住粉嶺", "north"),
        ("由屯門搬咗去元朗", "yuen_long"),
    ],
)
def test_of_several_places_the_home_counts(answer: Ask, text: str, value: str) -> None:
    assert answer("district", text).values == (value,)


def test_two_places_without_a_home_are_asked_back(answer: Ask) -> None:
    assert answer("district", "Central or Wan Chai").status == Status.SEVERAL


def test_counts_of_two_kinds_are_added_up(answer: Ask) -> None:
    assert answer("times_a_month", "four groceries and three from the pet shop").values == ("7",)
    assert answer("times_a_month", "two big orders, that's it").values == ("2",)


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("三個幾 (萬)", "30000-39999"),
        ("三個幾萬", "30000-39999"),
        ("兩個半(萬)", "20000-29999"),
        ("3.5 (萬)", "30000-39999"),
        ("35 (k)", "30000-39999"),
        ("二十萬樓上", "100000+"),
    ],
)
def test_a_unit_that_stands_apart_counts(answer: Ask, text: str, band: str) -> None:
    assert answer("income_band", text).values == (band,)
