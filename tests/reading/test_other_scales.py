"""Scores on other scales and in words, as far as they come to a whole score on the one that was asked for."""

import pytest

from tests.reading.conftest import Ask


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("four out of five, so eight", "8"),
        ("four out of five, so eight I suppose", "8"),
        ("80 percent happy", "8"),
        ("about 80 percent happy", "8"),
        ("90%", "9"),
        ("100%", "10"),
        ("百分之八十", "8"),
        ("8成", "8"),
        ("4/5 stars", "8"),
        ("4/5", "8"),
        ("3 out of 5", "6"),
        ("80/100", "8"),
        ("70 out of 100", "7"),
        ("four stars out of five", "8"),
        ("4.5 out of 5", "9"),
        ("half marks", "5"),
        ("nil", "0"),
        ("rock bottom, nil", "0"),
        ("zilch", "0"),
        ("nada", "0"),
        ("a big fat zero", "0"),
        ("goose egg", "0"),
        ("零雞蛋", "0"),
        ("零雞蛋一隻", "0"),
        ("鴨蛋", "0"),
        ("零分", "0"),
        ("一半分", "5"),
        ("6, well ok 5", "5"),
        ("6, well ok 5, the ice cream had melted", "5"),
        ("seven, hmm, make that eight", "8"),
        ("7, or rather 6", "6"),
        ("8... well 7", "7"),
        ("六分，算啦五分", "5"),
        ("七，定係八…都係八", "8"),
        ("我會話八，不過水果得五，整體就八", "8"),
        ("老實講一分都嫌多，但司機冇錯，俾兩分", "2"),
        ("0 分都嫌多", "0"),
        ("五粒星計就四粒", "8"),
        ("五粒星俾四粒", "8"),
        ("8, nothing to complain about", "8"),
        ("10% off was nice, 8", "8"),
        ("1 out of 5 items missing, so 6", "6"),
        ("8 out of 10, delivered in 3 days", "8"),
    ],
)
def test_a_score_is_read_as_people_give_it(answer: Ask, text: str, score: str) -> None:
    assert answer("overall_satisfaction", text).values == (score,)


def test_a_converted_score_is_hedged(answer: Ask) -> None:
    assert answer("overall_satisfaction", "90%").hedged


@pytest.mark.parametrize(
    "text",
    [
        "4 stars",
        "85%",
        "50% discount please",
        "got 20% off",
        "3/4 of my orders were late",
        "2 out of 3 parcels were late",
        "一分都嫌多",
        "五星好評",
        "half happy half not",
    ],
)
def test_what_comes_to_no_whole_score_is_none(answer: Ask, text: str) -> None:
    assert answer("overall_satisfaction", text).values == ()
