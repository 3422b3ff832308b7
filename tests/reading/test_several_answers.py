import pytest

from catalogue import Catalogue
from reading.values import find_values
from tests.reading.conftest import TODAY


def found(catalogue: Catalogue, text: str, open_question: str | None = None) -> dict[str, str]:
    readings = find_values(text, list(catalogue.questions.values()), "en", TODAY, open_question)
    return {question: "|".join(reading.values) for question, reading in readings.items()}


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (
            "I'm 32, live in Tai Po and shop for my kids",
            {"age_band": "25-34", "district": "tai_po", "for_whom": "household"},
        ),
        ("我三十二歲，住大埔，幫屋企人買嘢", {"age_band": "25-34", "district": "tai_po", "for_whom": "household"}),
        ("我係女仔，今年廿五，住旺角", {"gender": "female", "age_band": "25-34", "district": "yau_tsim_mong"}),
        ("delivery was 8/10 but overall satisfaction 6/10", {"delivery_score": "8", "overall_satisfaction": "6"}),
        (
            "and I'm 32, in Sha Tin",
            {"age_band": "25-34", "district": "sha_tin"},
        ),
        ("我係大埔人", {"district": "tai_po"}),
        ("送貨8分", {"delivery_score": "8"}),
        ("I shop online twice a week", {"times_a_month": "8"}),
        ("my income is about 30k a month", {"income_band": "30000-39999"}),
        ("I last bought something last week", {"last_purchase": "2026-11-09/2026-11-15"}),
    ],
)
def test_one_message_answers_what_it_leaves_no_doubt_about(
    catalogue: Catalogue, text: str, answers: dict[str, str]
) -> None:
    assert found(catalogue, text) == answers


@pytest.mark.parametrize(
    "text",
    [
        "my mum is 70 and lives in Tai Po",
        "I don't live in Sha Tin",
        "the Mong Kok store was closed",
        "I'm in Mong Kok now, where is the store?",
        "旺角人多",
        "clothes for women over 40",
        "I got free delivery yesterday",
        "My family hates the packaging",
        "32 minutes late",
        "I waited 8 days and paid $300",
        "what is your return policy?",
        "I wanted to buy home gym",
        "how do I return my order delivery",
        "Can I use it without a prescription",
        "it would be better if I cancel and buy offline",
        "I am a first time user",
        "price",
        "no",
        "8",
        "",
        "送貨好慢",
        "客服好差，等咗三十分鐘",
    ],
)
def test_words_that_may_be_about_anything_answer_nothing(catalogue: Catalogue, text: str) -> None:
    assert found(catalogue, text) == {}


def test_the_open_question_is_read_without_a_cue(catalogue: Catalogue) -> None:
    assert found(catalogue, "32", open_question="age_band") == {"age_band": "25-34"}
    assert found(catalogue, "32") == {}


def test_what_no_reading_took_is_said_with_each_of_them(catalogue: Catalogue) -> None:
    readings = find_values("I'm 32 and your website crashes", list(catalogue.questions.values()), "en", TODAY)

    assert readings["age_band"].not_understood == ("and your website crashes",)


def test_a_day_that_comes_round_is_no_answer_to_how_often_somebody_shops_online(catalogue: Catalogue) -> None:
    questions = list(catalogue.questions.values())

    assert "times_a_month" not in find_values("I buy groceries every Sunday", questions, "en", TODAY)
