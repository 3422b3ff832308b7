"""Consent is beyond doubt: a yes with a no in it is none (P1, P9)."""

import pytest

from catalogue import Catalogue, Language, Question, load
from investigation.understanding import as_question
from reading.values import Reading, plainly, read
from tests.cast import MONDAY

ASKED = ("newsletter", "consent", "forget_confirmed")
FLAT_NOES = (
    *("Certainly not.", "of course not", "absolutely not", "definitely not", "oh, certainly not!", "hell no", "no way"),
    *("梗係唔好", "當然唔得", "唔可以", "我唔願意"),
)
NO_YES = (
    *("sure, no", "yeah, no", "yes... no", "No, thanks, sure you understand", "I would be happy if you did not"),
    *(
        "yes I said no",
        "yes, I do mind",
        "ok but I don't agree",
        "ok but not today",
        "ok I'll pass",
        "ok bye",
        "yes I object",
    ),
    *("yes but not yet", "sure, but keep my orders", "of course I mind", "yes unsubscribe me", "do I have to say yes?"),
    *(
        "what happens if I say yes",
        "why would you delete everything",
        "I'm fine thanks",
        "guest",
        "I have an objection",
    ),
    *(
        "可以不寄嗎",
        "得就奇",
        "好就唔好啦",
        "係就唔使喇",
        "嗯，算啦",
        "好，拜拜",
        "好呀下次啦",
        "係，我介意",
        "同意個鬼",
        "好，但我拒絕",
    ),
    *("冇問題先至怪", "可以跳過", "可以考慮下", "好，等陣先", "點解要刪除", "確定？我諗下"),
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
        "yes please",
    ),
    *("not at all, go ahead", "yes, no rush", "sure, doesn't bother me", "冇問題", "唔介意", "不介意", "好呀，冇所謂"),
    *("好，唔該", "唔該，可以", "得，唔使客氣", "沒意見，可以", "好的，謝謝", "我同意"),
)


def reading(text: str, question: str, catalogue: Catalogue) -> Reading:
    asked: Question = catalogue.questions.get(question) or as_question(catalogue.wording[question])
    language: Language = "en" if text.isascii() else "zh-Hant"
    return plainly(read(text, asked, language, MONDAY.date()), text, asked)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


@pytest.mark.parametrize("text", FLAT_NOES)
def test_a_flat_no_is_a_no_whatever_word_of_assent_it_begins_with(text: str, catalogue: Catalogue) -> None:
    assert {reading(text, question, catalogue).values for question in ASKED} <= {("no",), ()}
    assert reading(text, "newsletter", catalogue).values == ("no",)


@pytest.mark.parametrize("text", NO_YES)
def test_what_does_not_say_yes_alone_is_no_consent(text: str, catalogue: Catalogue) -> None:
    assert "yes" not in {value for question in ASKED for value in reading(text, question, catalogue).values}


@pytest.mark.parametrize("text", YESES)
def test_a_yes_may_be_polite_and_may_deny_what_stands_against_it(text: str, catalogue: Catalogue) -> None:
    assert reading(text, "newsletter", catalogue).values == ("yes",)
