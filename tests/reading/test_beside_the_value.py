"""Words beside a value that look like another one: a comparison, a slope, what a score would never be, 'the one'."""

import pytest

from reading.values import Status
from tests.reading.conftest import Ask


@pytest.mark.parametrize("question", ["times_a_month", "share_of_wallet"])
@pytest.mark.parametrize(
    "text",
    [
        "Only one time, I send things to my daughter in Cebu",
        "just the one",
        "the one",
        "The one.",
        "only the once",
        "only one",
        "just the one time",
        "only the one, really",
        "just that one",
        "得嗰一次",
        "淨係得一次",
    ],
)
def test_the_one_is_one(question: str, text: str, answer: Ask) -> None:
    assert answer(question, text).values == ("1",)


@pytest.mark.parametrize(
    "text", ["the one i like", "the one thing i hate", "the only one", "this one", "the good one", "only one brand"]
)
def test_one_that_stands_for_something_is_no_number(text: str, answer: Ask) -> None:
    assert answer("times_a_month", text).status == Status.NONE


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("四分，多一分都冇", "4"),
        ("8分，一分都唔會多", "8"),
        ("5分，多半分都唔得", "5"),
        ("seven, not one more", "7"),
        ("六分……還是七分吧。", "7"),
        ("六分，都係七分啦", "7"),
        ("六分，不對，七分", "7"),
    ],
)
def test_a_score_is_told_from_what_it_would_never_be(text: str, score: str, answer: Ask) -> None:
    assert answer("delivery_score", text).values == (score,)


@pytest.mark.parametrize("text", ["六分還是七分", "六分，還是七分？", "6 or 7"])
def test_two_scores_that_are_both_offered_are_asked_about(text: str, answer: Ask) -> None:
    assert answer("delivery_score", text).status == Status.SEVERAL


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("二十八歲，髮線像四十", "25-34"),
        ("28，個樣似40", "25-34"),
        ("28 but my back is like 60", "25-34"),
        ("24 with knees of an 80 year old", "18-24"),
        ("35歲，皮膚好似50歲", "35-44"),
        ("like 35", "35-44"),
        ("好似35歲", "35-44"),
    ],
)
def test_an_age_that_something_is_compared_with_does_not_count(text: str, band: str, answer: Ask) -> None:
    assert answer("age_band", text).values == (band,)


@pytest.mark.parametrize(
    ("text", "district"),
    [
        ("在薄扶林半山", "southern"),
        ("沙田半山", "sha_tin"),
        ("tuen mun mid-levels", "tuen_mun"),
        ("up on the mid-levels of Pok Fu Lam", "southern"),
        ("半山", "central_and_western"),
        ("西半山", "central_and_western"),
        ("mid-levels", "central_and_western"),
    ],
)
def test_the_slope_of_a_place_is_in_that_place(text: str, district: str, answer: Ask) -> None:
    assert answer("district", text).values == (district,)
