from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue import LANGUAGES, Catalogue
from reading.values import Status, find_ages, find_districts, find_money, find_numbers, find_rate, find_values, read
from tests.reading.conftest import TODAY, Ask

_PIECES = (
    "price", "送貨", "no", "sorry", "唔係", "係", "25", "三十", "k", "$", "萬", "蚊", "a", "week", "每", "月", "last",
    "March", "3月", "，", ",", ".", "！", "but", "除咗", "都", "all", "第", "二個", "not", "I'm", "歲", "Mong", "Kok",
    "住", "🙂", "\u200b", "１", "－", "/", "10", "twice", "分", "between", "and", "to", "至", "half", "幾", "several",
)  # fmt: skip
PIECES = st.sampled_from(_PIECES)

MIXED = st.lists(PIECES, max_size=14).map("".join) | st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=60)
with_fixtures = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)


@with_fixtures
@given(MIXED, st.sampled_from(LANGUAGES), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
@pytest.mark.slow
def test_no_text_makes_reading_fail_and_what_is_not_understood_stands_in_the_text(
    catalogue: Catalogue, text: str, language: str, today: date
) -> None:
    for question in catalogue.questions.values():
        reading = read(text, question, "en" if language == "en" else "zh-Hant", today)
        assert all(words in text and words.strip() for words in reading.not_understood)
        assert bool(reading.values) == (reading.status == Status.GIVEN)
        assert bool(reading.reason) == (reading.status == Status.REFUSED)
        assert not reading.candidates or reading.status in (Status.SEVERAL, Status.REFUSED)


@with_fixtures
@given(MIXED, st.sampled_from(LANGUAGES))
@pytest.mark.slow
def test_values_are_always_ones_that_the_question_has(catalogue: Catalogue, text: str, language: str) -> None:
    for question in catalogue.questions.values():
        reading = read(text, question, "en" if language == "en" else "zh-Hant", TODAY)
        if question.kind.has_choices:
            known = [choice.value for choice in question.choices]
            assert [value for value in known if value in reading.values] == list(reading.values)
            assert question.kind.name == "choices" or len(reading.values) <= 1
        if question.kind.name in ("scale", "number"):
            assert all(question.kind.holds(float(value)) for value in reading.values)


@with_fixtures
@given(MIXED)
def test_every_span_lies_in_the_text_and_holds_something(text: str) -> None:
    numbers = [
        found for found in (*find_numbers(text), find_money(text), find_ages(text, TODAY), find_rate(text)) if found
    ]

    for found in (*numbers, *find_districts(text)):
        assert 0 <= found.span.start < found.span.end <= len(text)


@with_fixtures
@given(MIXED)
def test_no_message_makes_finding_several_answers_fail(catalogue: Catalogue, text: str) -> None:
    found = find_values(text, list(catalogue.questions.values()), "zh-Hant", TODAY)

    assert all(reading.status == Status.GIVEN for reading in found.values())


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        ("what_decides", "price and flurbs", ("and flurbs",)),
        ("what_decides", "price, because the courier was rude", ("because the courier was rude",)),
        ("district", "Atlantis", ("Atlantis",)),
        ("last_purchase", "a while ago", ("a while ago",)),
        ("age_band", "唔話你知", ("唔話你知",)),
        ("for_whom", "both", ("both",)),
    ],
)
def test_the_words_that_were_not_understood_are_given_as_they_were_written(
    answer: Ask, question: str, text: str, words: tuple[str, ...]
) -> None:
    assert answer(question, text).not_understood == words


@pytest.mark.parametrize(
    "text", ["I think mostly price, yeah", "其實主要都係價錢啦", "Price please, thanks!", "hmm... price I guess"]
)
def test_words_that_carry_nothing_are_not_missed(answer: Ask, text: str) -> None:
    reading = answer("what_decides", text)

    assert reading.values == ("price",)
    assert reading.not_understood == ()


@pytest.mark.parametrize("text", ["maybe price", "應該係價錢", "price, I think", "not sure but price"])
def test_doubt_is_kept(answer: Ask, text: str) -> None:
    reading = answer("what_decides", text)

    assert reading.values == ("price",)
    assert reading.hedged


def test_i_do_not_know_is_an_answer_where_the_question_offers_it_and_no_doubt(answer: Ask) -> None:
    reading = answer("returns_experience", "not sure")

    assert reading.values == ("dont_know",)
    assert not reading.hedged


@pytest.mark.slow
@pytest.mark.parametrize("letters", ["1 ", "十", "no, ", "住", "price ", "3/f ", "(", "電話1", "a at ", "not "])
def test_a_long_message_of_one_thing_is_read_in_time(catalogue: Catalogue, letters: str) -> None:
    """2,000 characters, the longest message; an expression that backtracks would take minutes."""
    text = (letters * 2000)[:2000]

    assert isinstance(find_values(text, list(catalogue.questions.values()), "en", TODAY), dict)
    for question in ("what_decides", "age_band", "district", "times_a_month", "overall_satisfaction", "last_purchase"):
        assert read(text, catalogue.questions[question], "en", TODAY).not_understood is not None
