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
    ],
)
def test_a_list_of_people_is_counted(text: str, people: int) -> None:
    assert people_in(text) == people


@pytest.mark.parametrize(
    "text", ["", "me", "me and the cat", "she and I", "five", "四個", "it depends, and so on", "我同隻貓"]
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
