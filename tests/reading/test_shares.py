"""How many out of ten may be said as a share of them."""

import pytest

from reading.values import Status
from tests.reading.conftest import Ask


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a fifth", "2"),
        ("two thirds", "7"),
        ("about a quarter", "2.5"),
        ("80 per cent", "8"),
        ("30%", "3"),
        ("half, the other half from the market", "5"),
        ("one in five", "2"),
        ("fifty-fifty", "5"),
        ("all except three", "7"),
        ("every single one of them", "10"),
        ("all of them", "10"),
        ("just the last one", "1"),
        ("十分之二", "2"),
        ("三分二啦", "7"),
        ("百分之三十", "3"),
        ("八成半", "8.5"),
        ("一半", "5"),
        ("除咗兩次其他都係你哋", "8"),
        ("次次都係你哋", "10"),
        ("more than half, say 6", "6"),
        ("九成九，即係十次", "10"),
    ],
)
def test_a_share_of_ten_is_read_as_so_many(answer: Ask, text: str, value: str) -> None:
    assert answer("share_of_wallet", text).values == (value,)


@pytest.mark.parametrize(
    "text",
    ["less than half", "most of them", "nearly all of them", "all from another shop", "全部喺淘寶買", "the third one"],
)
def test_a_vague_share_and_one_of_another_shop_are_not_read(answer: Ask, text: str) -> None:
    assert answer("share_of_wallet", text).status == Status.NONE


def test_a_share_is_no_answer_to_a_question_that_asks_none(answer: Ask) -> None:
    assert answer("overall_satisfaction", "a fifth").values == ()
    assert answer("household_size", "half of them").values == ()
