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
        "me and my kids",
        "兩個仔",
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


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Wife and I", 2),
        ("Wife and I. Kids have flown the nest.", 2),
        ("me and my three flatmates", 4),
        ("me and my three flatmates in a shoebox in Mong Kok", 4),
        ("single mum with one kid", 2),
        ("single dad, two boys", 3),
        ("single parent with three kids", 4),
        ("only me since my husband passed", 1),
        ("just me these days", 1),
        ("couple with a newborn", 3),
        ("couple, no kids", 2),
        ("couple with two kids and a dog", 4),
        ("young couple with a toddler", 3),
        ("newlyweds, just the two of us", 2),
        ("widow living alone", 1),
        ("my husband and I, one son, his wife and their little girl", 5),
        ("Not counting me there are three others.", 4),
        ("besides me there are two others", 3),
        ("three others besides me", 4),
        ("four of them plus me", 5),
        ("My wife and two kids", 4),
        ("my wife and two kids", 4),
        ("husband and a son", 3),
        ("wife, mother-in-law, two kids and a helper", 6),
        ("two flatmates and myself", 3),
        ("me with my parents", 3),
        ("I live with my parents and my sister", 4),
        ("living with my boyfriend", 2),
        ("I live with two cats", 1),
        ("me, a hamster and two dogs", 1),
        ("I share with four others", 5),
        ("sharing a flat with two girls", 3),
        ("with my son", 2),
        ("兩公婆加隻貓，貓唔計啦", 2),
        ("我同阿媽相依為命", 2),
        ("獨居老人", 1),
        ("獨居長者", 1),
        ("同兩個室友夾份租", 3),
        ("同室友夾份租", 2),
        ("老豆老母、細佬、我同個女友", 5),
        ("單親，湊住個女", 2),
        ("單親媽媽一個女", 2),
        ("單親爸爸湊兩個仔", 3),
        ("我老婆生咗三個，你計啦，五個", 5),
        ("老婆懷緊第二胎，依家計三個先啦", 3),
        ("我、男朋友、佢細佬", 3),
        ("同阿爸阿媽住", 3),
        ("同爸媽同住", 3),
        ("同老公住", 2),
        ("老公同兩個仔", 4),
        ("老婆同個女", 3),
        ("我一個人住，養咗兩隻貓", 1),
        ("自己住，仲有隻狗", 1),
        ("同女朋友同居", 2),
        ("我哋兩夫妻，個仔結咗婚搬咗出去", 2),
        ("單身，自己住", 1),
        ("除咗我仲有兩個室友", 3),
        ("唔計我有三個", 4),
        ("加埋我四個", 4),
        ("連我五個", 5),
        ("三個室友加我", 4),
        ("我同我妹，仲有阿婆", 3),
        ("一家三口", 3),
        ("四口之家", 4),
        ("三代同堂，六個", 6),
        ("five including me", 5),
        ("me, my mum, my dad, my gran", 4),
        ("2 adults, 1 baby, 1 cat", 3),
    ],
)
def test_a_household_is_counted_with_the_one_who_speaks_and_without_pets(text: str, people: int) -> None:
    assert read(text, load().questions["household_size"], "en", TODAY).values == (str(people),)


@pytest.mark.parametrize("text", ["two kids", "兩個仔", "同屋企人住", "a few of us", "cats and dogs"])
def test_relatives_of_one_kind_alone_are_no_household(text: str) -> None:
    assert read(text, load().questions["household_size"], "en", TODAY).values == ()
