import pytest

from tests.reading.conftest import Ask


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("age_band", "25, no sorry 35", "35-44"),
        ("age_band", "25 I mean 35", "35-44"),
        ("age_band", "not 25, 35", "35-44"),
        ("age_band", "唔係25，係35", "35-44"),
        ("district", "唔係，係沙田先啱", "sha_tin"),
        ("district", "Tai Po, no sorry, Sha Tin", "sha_tin"),
        ("district", "Tai Po... actually Sha Tin", "sha_tin"),
        ("district", "大埔，打錯，沙田", "sha_tin"),
        ("overall_satisfaction", "9, no 8", "8"),
        ("overall_satisfaction", "9 wait 8", "8"),
        ("household_size", "四個，唔係，五個先啱", "5"),
        ("overall_satisfaction", "八分，都係七分啦", "7"),
        ("what_decides", "price, no sorry quality", "quality"),
        ("newsletter", "yes, no sorry no", "no"),
        ("last_purchase", "last week, I mean last month", "2026-10-01/2026-10-31"),
        ("times_a_month", "5, scratch that, 6", "6"),
    ],
)
def test_the_last_meant_counts_and_the_answer_says_that_something_was_taken_back(
    answer: Ask, question: str, text: str, value: str
) -> None:
    reading = answer(question, text)

    assert reading.values == (value,)
    assert reading.corrected


@pytest.mark.parametrize(
    ("question", "text", "values"),
    [
        ("what_decides", "price, actually also delivery", ("price", "delivery")),
        ("what_decides", "delivery, actually I love it", ("delivery",)),
        ("what_decides", "sorry for the wait, delivery", ("delivery",)),
        ("newsletter", "no, thank you", ("no",)),
        ("district", "actually Sha Tin", ("sha_tin",)),
        ("channels_used", "web, no app", ("web",)),
    ],
)
def test_nothing_is_taken_back_where_nothing_was_said_before(
    answer: Ask, question: str, text: str, values: tuple[str, ...]
) -> None:
    reading = answer(question, text)

    assert reading.values == values
    assert not reading.corrected
