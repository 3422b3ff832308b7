"""Counts and incomes that an answer lists are added up where it says so, and a total that it states counts."""

import pytest

from reading.values import Status
from tests.reading.conftest import Ask


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("買日用品三次，另外買衫兩次", "5"),
        ("三次超市，兩次衫", "5"),
        ("食物四次，再加兩次電器", "6"),
        ("three for groceries plus two for clothes", "5"),
        ("3 grocery orders and another 2 for gifts", "5"),
        ("四次超市，一次書，再加一次電器，六次", "6"),
        ("以前成二十次，而家慳啲，得八次", "8"),
        ("四次啦，兩次都係買米", None),
        ("4 times, two of which were gifts", None),
        ("I have two kids and buy four times", "4"),
    ],
)
def test_counts_of_different_things_come_to_their_sum(answer: Ask, text: str, times: str | None) -> None:
    assert answer("times_a_month", text).values == (() if times is None else (times,))


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("I make 19k and hubby 28k, so about 47", "40000-59999"),
        ("he makes 32 and I make 15 thousand, so 47", "40000-59999"),
        ("20k from me, 18k from him, total 38", "30000-39999"),
        ("me 20k, wife 15k", "30000-39999"),
        ("我兩萬八佢兩萬，加埋四萬八", "40000-59999"),
        ("我三萬，老婆兩萬，加埋五萬", "40000-59999"),
        ("我三萬老婆兩萬", "40000-59999"),
        ("人工三萬，加埋收租一萬", "40000-59999"),
        ("佢兩萬，我一萬，阿仔俾五千家用，即三萬五", "30000-39999"),
        ("我同老公各兩萬", "40000-59999"),
        ("we each earn 20k", "40000-59999"),
        ("I earn 20k, used to be 30k", "20000-29999"),
        ("my wife says 40k, I'd say 50k", "40000-59999"),
        ("30k, just me, my kid is 12", "30000-39999"),
    ],
)
def test_what_the_earners_of_a_household_earn_is_put_together(answer: Ask, text: str, band: str) -> None:
    assert answer("income_band", text).values == (band,)


@pytest.mark.parametrize("text", ["about 30k, rent 12k", "我三萬，租金一萬二", "20k, 35k"])
def test_amounts_that_are_not_each_somebodys_are_asked_back(answer: Ask, text: str) -> None:
    assert answer("income_band", text).status == Status.SEVERAL


@pytest.mark.parametrize(
    ("question", "text", "candidates"),
    [
        ("times_a_month", "twice, sometimes three times", ("2", "3")),
        ("times_a_month", "once, sometimes twice", ("1", "2")),
        ("times_a_month", "three or four times, varies", ("3", "4")),
        ("times_a_month", "三四次，唔一定", ("3", "4")),
        ("household_size", "有時兩個有時五個", ("2", "5")),
    ],
)
def test_what_varies_is_asked_back(answer: Ask, question: str, text: str, candidates: tuple[str, ...]) -> None:
    assert answer(question, text).candidates == candidates


@pytest.mark.parametrize("text", ["it varies, call it 4", "唔一定，平均四次", "three or four, varies, say 4"])
def test_what_varies_and_is_settled_on_counts(answer: Ask, text: str) -> None:
    assert answer("times_a_month", text).values == ("4",)
