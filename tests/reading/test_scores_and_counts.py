import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reading.values import Reason, Status
from tests.reading.conftest import Ask
from tests.reading.test_numbers import in_chinese, in_english

once = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
FORMS = ["{}", "{}/10", "{} out of 10", "{}分", "成{}分", "around {}", "I'd say {}", "俾{}分啦", "{} points", "{}!!"]


@once
@given(st.integers(0, 10), st.sampled_from(FORMS))
def test_every_score_is_read_back_in_every_form(answer: Ask, score: int, form: str) -> None:
    for written in (str(score), in_english(score) if "分" not in form else in_chinese(score)):
        reading = answer("overall_satisfaction", form.format(written))
        assert reading.values == (str(score),)
        assert reading.not_understood == ()


@pytest.mark.parametrize("text", ["full marks", "滿分", "10分滿分", "ten out of ten"])
def test_full_marks_are_the_top_of_the_scale(answer: Ask, text: str) -> None:
    assert answer("overall_satisfaction", text).values == ("10",)


@pytest.mark.parametrize(
    ("text", "reason"), [("11", Reason.TOO_HIGH), ("-1", Reason.TOO_LOW), ("100分", Reason.TOO_HIGH)]
)
def test_a_score_outside_of_the_scale_is_understood_and_refused_with_the_reason(
    answer: Ask, text: str, reason: Reason
) -> None:
    reading = answer("overall_satisfaction", text)

    assert reading.status == Status.REFUSED
    assert reading.reason == reason
    assert reading.values == ()


@pytest.mark.parametrize(("text", "candidates"), [("7 or 8", ("7", "8")), ("7.5", ("7", "8")), ("八九分", ("8", "9"))])
def test_a_score_between_two_is_asked_back(answer: Ask, text: str, candidates: tuple[str, ...]) -> None:
    assert answer("overall_satisfaction", text).candidates == candidates


@pytest.mark.parametrize("text", ["4 stars", "85%", "quite good", "麻麻哋"])
def test_a_score_that_comes_to_no_whole_one_or_is_told_in_words_is_not_converted(answer: Ask, text: str) -> None:
    assert answer("overall_satisfaction", text).status == Status.NONE


def test_a_number_of_something_else_beside_the_score_is_left_out(answer: Ask) -> None:
    reading = answer("overall_satisfaction", "I'd give it a 6 because delivery was late on 3 days")

    assert reading.values == ("6",)
    assert reading.not_understood == ("because delivery was late on 3 days",)


@pytest.mark.parametrize(
    ("text", "value", "hedged"),
    [
        ("5", "5", False),
        ("a few times a month", "3", True),
        ("twice a week", "8", False),
        ("2-3 times", "2.5", True),
        ("around forty", "40", True),
        ("三四次", "3.5", True),
        ("十幾次", "15", True),
        ("每星期兩次", "8", False),
        ("half a dozen", "6", False),
        ("12 times a year", "1", False),
        ("twice", "2", False),
        ("never", "0", False),
        ("冇", "0", False),
        ("零次", "0", False),
        ("about once a month", "1", True),
    ],
)
def test_a_count_is_read_for_the_period_that_was_asked(answer: Ask, text: str, value: str, hedged: bool) -> None:
    reading = answer("times_a_month", text)

    assert (reading.values, reading.hedged) == ((value,), hedged)


@pytest.mark.parametrize("text", ["often", "成日", "depends", "a lot", "唔少"])
def test_a_vague_count_is_not_understood(answer: Ask, text: str) -> None:
    reading = answer("times_a_month", text)

    assert reading.status == Status.NONE
    assert reading.not_understood == (text,)


@pytest.mark.parametrize("text", ["7", "7 out of 10", "7/10", "十次有七次", "十次入面大概有七次", "seven of the ten"])
def test_so_many_out_of_ten_is_read_without_the_ten(answer: Ask, text: str) -> None:
    assert answer("share_of_wallet", text).values == ("7",)


def test_two_children_are_not_a_household_of_two(answer: Ask) -> None:
    assert answer("household_size", "me, my wife and 2 kids").values == ("4",)
    assert answer("household_size", "兩個小朋友").values == ()
    assert answer("household_size", "四個人").values == ("4",)
    assert answer("household_size", "一家五口").values == ("5",)
    assert answer("household_size", "4 people").values == ("4",)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("last Tuesday", "2026-11-17"),
        ("上個月", "2026-10-01/2026-10-31"),
        ("this month", "2026-11-01/2026-11-22"),
        ("I think it was in March", "2026-03-01/2026-03-31"),
        ("上星期五啦", "2026-11-13"),
    ],
)
def test_a_day_or_a_period_answers_a_question_about_a_date(answer: Ask, text: str, value: str) -> None:
    assert answer("last_purchase", text).values == (value,)


def test_two_days_are_asked_back(answer: Ask) -> None:
    assert answer("last_purchase", "last week, or maybe in March").status == Status.SEVERAL


def test_a_text_is_taken_as_it_was_written_and_no_words_are_none(answer: Ask) -> None:
    assert answer("what_went_wrong", "  The courier was RUDE 😡 ").values == ("The courier was RUDE 😡",)
    assert answer("what_went_wrong", " 😡 ... ").status == Status.NONE


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("滿分扣兩分，因為客服要等好耐", "8"),
        ("滿分減一分，減嗰分係嫌膠袋多", "9"),
        ("full marks minus two", "8"),
        ("ten minus one for the wait", "9"),
        ("十分扣兩分", "8"),
        ("perfect score, knock off one", "9"),
        ("10, no points off", "10"),
        ("十分，扣一分都冇可能", "10"),
        ("ten, would have been nine if late", "10"),
        ("八分，扣兩分係因為遲", "8"),
    ],
)
def test_what_is_taken_off_full_marks_leaves_the_rest(answer: Ask, text: str, score: str) -> None:
    assert answer("delivery_score", text).values == (score,)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("一打", "12"),
        ("半打左右", "6"),
        ("兩打", "24"),
        ("Twice monthly, on the 1st and the 15th", "2"),
        ("three times weekly", "12"),
        ("two orders weekly", "8"),
        ("every third day I'd guess", "10"),
        ("日常用品兩次", "2"),
    ],
)
def test_dozens_and_rates_by_an_adverb_are_counted(answer: Ask, text: str, times: str) -> None:
    assert answer("times_a_month", text).values == (times,)
