"""Lists of a household as strangers write them: nicknames, humble words, employers and totals."""

import pytest

from tests.reading.conftest import Ask


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("4 incl me", 4),
        ("4 inc. me", 4),
        ("5 (me included)", 5),
        ("四個連我", 4),
        ("六個計埋我", 6),
        ("兩老連我", 3),
        ("老婆、兩個仔，連我四個", 4),
        ("Sir, Madam, two kids and me so five po", 5),
        ("my wife, me, the in-laws and a dingbat so six lah", 6),
        ("Sir, Ma'am, three children and me", 6),
        ("just me, sir", 1),
        ("爺爺嫲嫲、我同老公、兩隻馬騮", 6),
        ("我、我老公、兩隻馬騮、仲有奶奶", 5),
        ("老公、我、三條化骨龍", 5),
        ("兩公婆，三隻馬騮，一隻貓", 5),
        ("先生、我、一對雙胞胎", 4),
        ("twin boys, hubby and me", 4),
        ("兩公婆加一對仔女", 4),
        ("外子、小女與我", 3),
        ("內子、小兒、家母和我", 4),
        ("淨係我同姐姐，仔女全部搬晒出去", 2),
        ("三個，不對，雙胞胎算兩個，四個", 4),
        ("六個，唔對，七個", 7),
        ("3 people living with me", 4),
    ],
)
def test_a_household_is_counted_as_its_people_say_it(text: str, people: int, answer: Ask) -> None:
    assert answer("household_size", text).values == (str(people),)


@pytest.mark.parametrize("text", ["me and my wife, so two bedrooms", "me, my boss's dog's friend, so five cats"])
def test_what_counts_something_else_is_no_total(text: str, answer: Ask) -> None:
    assert answer("household_size", text).values == ()
