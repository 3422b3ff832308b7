"""Consent is beyond doubt: a yes with a no in it is none (P1, P9)."""

import pytest

from catalogue import Catalogue, Language, Question, load
from investigation.understanding import as_question
from reading.values import Reading, read
from tests.cast import MONDAY

ASKED = ("newsletter", "consent")
FLAT_NOES = (
    *("Certainly not.", "of course not", "absolutely not", "definitely not", "oh, certainly not!", "hell no", "no way"),
    *(
        "not on your life",
        "I'd rather you didn't",
        "梗係唔好",
        "當然唔得",
        "唔可以",
        "我唔願意",
        "免問，我個信箱已經爆",
    ),
)
DOUBTFUL = (
    *("sure, no", "yeah, no", "yes... no", "No, thanks, sure you understand", "I would be happy if you did not"),
    *("yes I said no", "可以不寄嗎", "得就奇", "好就唔好啦", "係就唔使喇"),
)
YESES = (
    *(
        "Certainly",
        "of course",
        "why not",
        "no problem",
        "no objection",
        "I don't mind",
        "ok but not too often",
        "fine by me",
    ),
    *("go on then", "not at all, go ahead", "冇問題", "唔介意", "不介意", "好呀，冇所謂"),
)


def reading(text: str, question: str, catalogue: Catalogue) -> Reading:
    asked: Question = catalogue.questions.get(question) or as_question(catalogue.wording[question])
    language: Language = "en" if text.isascii() else "zh-Hant"
    return read(text, asked, language, MONDAY.date())


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


@pytest.mark.parametrize("text", FLAT_NOES)
def test_a_flat_no_is_a_no_whatever_word_of_assent_it_begins_with(text: str, catalogue: Catalogue) -> None:
    assert {reading(text, question, catalogue).values for question in ASKED} <= {("no",), ()}
    assert reading(text, "newsletter", catalogue).values == ("no",)


@pytest.mark.parametrize("text", DOUBTFUL)
def test_a_yes_beside_a_no_is_asked_back(text: str, catalogue: Catalogue) -> None:
    assert [reading(text, question, catalogue).values for question in ASKED] == [(), ()]


@pytest.mark.parametrize("text", YESES)
def test_a_yes_may_be_said_by_denying_what_stands_against_it(text: str, catalogue: Catalogue) -> None:
    assert reading(text, "newsletter", catalogue).values == ("yes",)
