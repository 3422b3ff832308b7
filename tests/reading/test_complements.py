"""Of the counts in an answer about so many of ten, the one counts that was asked for."""

import pytest

from reading.values import Status
from tests.reading.conftest import Ask


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("8, the other two were shoes", "8"),
        ("seven, the other three elsewhere", "7"),
        ("9 with you, 1 elsewhere", "9"),
        ("two elsewhere, the other eight with you", "8"),
        ("six here and four in shops", "6"),
        ("6 from other shops, 4 from you", "4"),
        ("十次入面九次，淨低一次買電話殼", "9"),
        ("除咗買衫嗰兩次，其他八次都係", "8"),
        ("買過一單米一單油，計兩單", "2"),
        ("嗱，九次係屋企用，都喺你度，另外一次係書", "9"),
        ("七次喺你度，三次去咗第二間", "7"),
        ("三次人哋度，七次你度", "7"),
        ("八次，其餘兩次超市", "8"),
        ("兩次去咗街市，其他都係你哋", "8"),
        ("out of ten, five", "5"),
        ("of the ten, six", "6"),
        ("最近十次有六次", "6"),
    ],
)
def test_what_is_left_of_ten_is_not_the_answer(answer: Ask, text: str, share: str) -> None:
    assert answer("share_of_wallet", text).values == (share,)


@pytest.mark.parametrize("text", ["4, 6", "6 and 4"])
def test_where_nothing_tells_which_count_is_meant_it_is_asked_back(answer: Ask, text: str) -> None:
    assert answer("share_of_wallet", text).status == Status.SEVERAL
