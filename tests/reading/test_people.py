"""Who lists the people of a household has counted them."""

import pytest

from catalogue import Language, load
from reading.values import read
from reading.values.people import people_in
from tests.reading.conftest import TODAY


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("me, my partner and the baby", 3),
        ("missus, three lads and yours truly", 5),
        ("2 adults and 2 kids", 4),
        ("my parents and I", 3),
        ("the twins, my husband and me", 4),
        ("my mother, my sister and me, so three", 3),
        ("我同老婆，一仔一女", 4),
        ("兩老加我，三個", 3),
        ("兩夫婦同兩個仔，四個", 4),
        ("阿媽、家姐同我", 3),
        ("兩公婆", 2),
        ("4 adults 1 toddler", 5),
        ("husband, me, 2 girls 1 boy, helper", 6),
        ("me + 2", 3),
        ("me and three others", 4),
        ("two plus me", 3),
        ("2 ppl 1 dog lol", 2),
        ("err my brother, his gf and me", 3),
        ("my brother's wife, my brother and me", 3),
        ("me and the cat", 1),
        ("me, hubby, and the kids (3)", 5),
        ("我同隻貓", 1),
        ("兩大兩細再加個工人", 5),
        ("爺爺嫲嫲爸爸媽媽我同妹妹", 6),
        ("除咗我仲有三個", 4),
        ("三兄弟姊妹夾埋住", 3),
        ("阿仔去咗英國讀書，剩低兩公婆", 2),
        ("夫婦二人", 2),
        ("I live alone", 1),
        ("just me and my son", 2),
        ("得我", 1),
        ("我屋企有老公同三個仔女", 5),
        ("兩個，我同個孫女", 2),
    ],
)
def test_a_list_of_people_is_counted(text: str, people: int) -> None:
    assert people_in(text) == people


@pytest.mark.parametrize(
    "text",
    [
        "",
        "me",
        "she and I",
        "five",
        "四個",
        "it depends, and so on",
        "my wife and two kids",
        "me and my kids",
        "我老婆同個仔",
        "我同仔女",
        "2 kids",
        "my parents",
        "me and my wife if she is home",
    ],
)
def test_what_is_no_list_of_people_alone_is_not_counted(text: str) -> None:
    assert people_in(text) is None


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("me, my partner and the baby", "en", ("3",)),
        ("我同老婆，一仔一女", "zh-Hant", ("4",)),
        ("five of us", "en", ("5",)),
        ("一家三口", "zh-Hant", ("3",)),
    ],
)
def test_the_size_of_a_household_may_be_a_list(text: str, language: Language, values: tuple[str, ...]) -> None:
    assert read(text, load().questions["household_size"], language, TODAY).values == values


def test_a_list_of_people_is_no_answer_to_how_often() -> None:
    assert read("me, my partner and the baby", load().questions["times_a_month"], "en", TODAY).values == ()
