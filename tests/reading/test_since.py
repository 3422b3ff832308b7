"""Ages told by what happened at one, and by a year of birth that leaves two ages open."""

import pytest

from reading.values import Status
from tests.reading.conftest import Ask


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("I retired ten years ago at sixty", "65+"),
        ("retired at 60, 12 years ago", "65+"),
        ("got married at 25, twenty years ago", "45-54"),
        ("六十歲退休，退咗十年", "65+"),
        ("廿五歲嫁，嫁咗廿年", "45-54"),
        ("retired at sixty, 72 now", "65+"),
        ("61 and retired", "55-64"),
        ("三十歲結婚，今年四十五", "45-54"),
        ("I've been shopping for 12 years, I'm 40", "35-44"),
    ],
)
def test_years_since_something_happened_count(answer: Ask, text: str, band: str) -> None:
    assert answer("age_band", text).values == (band,)


@pytest.mark.parametrize("text", ["retired at sixty", "六十歲退休", "born in 1991", "九一年", "born '91", "34 or 35"])
def test_an_age_on_either_side_of_an_edge_is_asked_back(answer: Ask, text: str) -> None:
    reading = answer("age_band", text)
    assert reading.status == Status.SEVERAL
    assert len(reading.candidates) == 2


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("millennial, '89", "35-44"),
        ("I'm an '85 kid", "35-44"),
        ("born '98", "25-34"),
        ("vintage '64", "55-64"),
        ("hit the big five-oh in June", "45-54"),
        ("just turned the big 4-0", "35-44"),
        ("about to hit the big six-oh", "55-64"),
        ("in my 80s", "65+"),
    ],
)
def test_a_short_year_of_birth_and_a_round_birthday_are_read(answer: Ask, text: str, band: str) -> None:
    assert answer("age_band", text).values == (band,)


@pytest.mark.parametrize("text", ["class of '95", "80s kid", "born in the 70s", "八十年代出世"])
def test_a_decade_of_birth_is_no_age_in_itself(answer: Ask, text: str) -> None:
    assert answer("age_band", text).values == ()
