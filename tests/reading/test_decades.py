"""Ages that are told by their decade, by how near they are, or by what is still to come."""

import pytest

from reading.values import Status, find_ages
from tests.reading.conftest import TODAY, Ask


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("五張", 50, 50),
        ("四張嘢啦", 40, 40),
        ("四張半", 45, 45),
        ("三張幾", 30, 39),
        ("六張尾", 67, 69),
        ("三字頭", 30, 39),
        ("4開頭", 40, 49),
        ("四字頭尾", 47, 49),
        ("登六", 59, 60),
        ("坐四望五", 45, 49),
        ("年近望六", 55, 59),
        ("奔三了", 25, 29),
        ("今年六十整", 60, 60),
        ("五十正", 50, 50),
        ("就快六張", 59, 59),
        ("快到五張", 49, 49),
        ("差兩個月五十歲", 49, 49),
        ("仲差半年先五十五", 54, 54),
        ("a month shy of 65", 64, 64),
        ("two months off fifty", 49, 49),
        ("過咗五十", 51, None),
        ("past fifty", 51, None),
        ("年過六十", 61, None),
        ("49.5", 49, 49),
    ],
)
def test_an_age_is_as_old_as_its_words_say(text: str, low: int, high: int | None) -> None:
    found = find_ages(text, TODAY, cue_needed=False)

    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("四十九，就快五張", "45-54"),
        ("就快三張嘢，二十九", "25-34"),
        ("just the right side of 40", "35-44"),
        ("the right side of 35", "25-34"),
        ("on the wrong side of fifty", "45-54"),
        ("knocking on 55", "45-54"),
        ("三十未到", "25-34"),
        ("過咗六十五", "65+"),
        ("人生過咗四十個春秋", "35-44"),
        ("下個月先夠十八", "0-17"),
    ],
)
def test_an_age_lies_in_the_band_of_what_somebody_is_now(answer: Ask, text: str, band: str) -> None:
    assert answer("age_band", text).values == (band,)


@pytest.mark.parametrize("text", ["三字頭", "二字頭", "4開頭", "三張幾", "過咗五十", "gone sixty", "wrong side of 64"])
def test_a_decade_that_lies_in_two_bands_is_asked_back(answer: Ask, text: str) -> None:
    assert answer("age_band", text).status == Status.SEVERAL


@pytest.mark.parametrize("text", ["我有五張會員卡", "五張單", "買三張飛"])
def test_sheets_of_something_are_no_age(answer: Ask, text: str) -> None:
    assert answer("age_band", text).status == Status.NONE
