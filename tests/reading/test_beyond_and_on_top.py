"""What lies beyond a number that is left out, what comes on top of one, and the other number of what varies."""

import pytest

from reading.values import Status
from tests.reading.conftest import Ask


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("more than 8", ("9", "10")),
        ("over 7", ("8", "9", "10")),
        ("三分都唔夠", ("0", "1", "2")),
        ("8 or above", ("8", "9", "10")),
    ],
)
def test_a_score_beyond_one_that_is_left_out_is_asked_back(answer: Ask, text: str, candidates: tuple[str, ...]) -> None:
    assert answer("overall_satisfaction", text).candidates == candidates


@pytest.mark.parametrize(
    ("text", "value"), [("over 9", "10"), ("一分都冇", "0"), ("10+", "10"), ("no more than 3", "3")]
)
def test_the_only_score_within_a_bound_is_taken(answer: Ask, text: str, value: str) -> None:
    assert answer("overall_satisfaction", text).values == (value,)


@pytest.mark.parametrize("text", ["五分都唔到", "less than 5", "not even a six", "不到六分", "五分以下"])
def test_a_score_of_which_only_an_unreached_bound_is_said_is_not_known(answer: Ask, text: str) -> None:
    assert answer("overall_satisfaction", text).status == Status.NONE


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("twice a week, sometimes three", ("8", "12")),
        ("一個月兩次，有時三次", ("2", "3")),
        ("每星期一次，有時兩次", ("4", "8")),
        ("once a week, maybe twice", ("4", "8")),
    ],
)
def test_the_other_number_of_a_rate_that_varies_is_at_the_same_rate(
    answer: Ask, text: str, candidates: tuple[str, ...]
) -> None:
    assert answer("times_a_month", text).candidates == candidates


@pytest.mark.parametrize("text", ["三日兩頭", "most days", "十次八次"])
def test_how_often_in_a_figure_of_speech_is_no_number(answer: Ask, text: str) -> None:
    assert answer("times_a_month", text).values == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十次得一次", "1"),
        ("十次入面得返三次", "3"),
        ("十次淨係得一次", "1"),
        ("十次有九次幾", "9"),
        ("九成九", "10"),
        ("out of ten, none", "0"),
        ("ten out of ten", "10"),
        ("hmm half half la", "5"),
    ],
)
def test_a_share_of_ten_is_the_part_and_not_the_whole(answer: Ask, text: str, value: str) -> None:
    assert answer("share_of_wallet", text).values == (value,)


@pytest.mark.parametrize(
    "text", ["out of ten, most", "十次裡面大半", "大半", "過半", "nearly all", "once in a blue moon"]
)
def test_a_share_in_words_alone_is_not_the_whole(answer: Ask, text: str) -> None:
    assert answer("share_of_wallet", text).status == Status.NONE


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("三個人加一個工人", "4"),
        ("three plus a helper", "4"),
        ("一家三口加工人", "4"),
        ("family of three plus helper", "4"),
        ("我哋三個加兩個工人", "5"),
        ("2 of us plus baby", "3"),
        ("四個人連埋工人", "4"),
        ("四個包埋工人", "4"),
        ("family of 4 including helper", "4"),
        ("三個人，加埋外母就四個", "4"),
        ("五個人，仲有兩隻貓", "5"),
        ("三代同堂，七個人", "7"),
    ],
)
def test_people_on_top_are_added_and_people_within_are_not(answer: Ask, text: str, people: str) -> None:
    assert answer("household_size", text).values == (people,)
