"""Answers in people's own words, beyond any list of synonyms, are understood, or asked back with what is closest."""

from collections.abc import Callable

import pytest

from catalogue import Language, load
from investigation.free_answers import understand, weigh
from reading.values import Reading, Status, read
from tests.cast import MONDAY
from tests.investigation.conftest import Shopper

pytestmark = pytest.mark.slow  # reads the examples of every choice

Meet = Callable[..., Shopper]


def reading_of(text: str, question_id: str, language: Language = "en") -> Reading:
    """How an answer is read by its words and weighed against its meaning."""
    catalogue = load()
    question = catalogue.questions[question_id]
    return weigh(read(text, question, language, MONDAY.date()), text, question, catalogue)


@pytest.mark.parametrize(
    ("question", "said", "value"),
    [
        ("how_decide", "I get the same things again as soon as the shelf is empty", "replenish"),
        ("for_whom", "supplies for the restaurant that we run", "business"),
        ("last_channel", "paid online, then fetched it from the locker", "pick_up"),
        ("membership", "開咗戶口之後就冇用過", "inactive"),
    ],
)
def test_an_answer_without_any_word_of_its_choice_is_understood_or_offered_first(
    question: str, said: str, value: str
) -> None:
    reading = reading_of(said, question, "en" if said.isascii() else "zh-Hant")
    found = reading if reading.values else understand(said, load().questions[question], load())

    assert value in (*found.values, *found.candidates[:1])


def test_every_example_is_understood_as_its_choice() -> None:
    catalogue = load()
    shown = [
        (id, value, text)
        for id, choices in catalogue.examples.items()
        for value, by_language in choices.items()
        for texts in by_language.values()
        for text in texts[::7]
    ]
    found = [understand(text, catalogue.questions[id], catalogue) for id, _, text in shown]
    first = [(*each.values, *each.candidates)[0] for each in found]

    assert sum(one == value for one, (_, value, _) in zip(first, shown, strict=True)) > 0.9 * len(shown)


def test_the_words_of_a_plain_answer_outweigh_any_meaning() -> None:
    assert reading_of("my household", "for_whom") == Reading(("household",), Status.GIVEN)


def test_a_word_that_stands_for_another_choice_does_not_decide_alone() -> None:
    reading = reading_of("Mum and me, I cook for both of us every evening", "for_whom")

    assert "self" not in reading.values
    assert "household" in (*reading.values, *reading.candidates)


@pytest.mark.parametrize("said", ["ugh whatever", "meh", "是但啦"])
def test_a_word_or_two_are_never_taken_for_what_they_might_mean(said: str) -> None:
    assert all(reading_of(said, question).values == () for question in ("channels_used", "what_decides", "how_decide"))


@pytest.mark.parametrize("said", ["", "   "])
def test_nothing_said_means_nothing(said: str) -> None:
    question = load().questions["for_whom"]

    assert understand(said, question, load()).status is Status.NONE


def test_agreeing_to_an_offer_is_never_a_matter_of_meaning() -> None:
    assert reading_of("sounds rather nice to me", "newsletter").values == ()


def test_a_figure_is_never_weighed() -> None:
    assert reading_of("seven", "overall_satisfaction").values == ("7",)


def test_what_is_close_is_asked_back_and_the_button_answers_the_question(meet: Meet) -> None:
    daniel = meet(customer_id="daniel")
    daniel.agree()
    while daniel.step.open_slot != "how_decide":
        daniel.say("skip", "skip")
    step = daniel.say("I read up on three or four shops before I commit")

    asked = step.says[-1]
    assert asked.wording == "closest"
    assert asked.asks
    assert ("how_decide", "compare") in {(slot, value) for slot, value, _ in asked.choices}
    daniel.pick("how_decide", "compare")
    assert daniel.facts["how_decide"] == "compare"


def test_whoever_finds_none_of_them_right_gets_the_whole_question_again(meet: Meet) -> None:
    daniel = meet(customer_id="daniel")
    daniel.agree()
    while daniel.step.open_slot != "how_decide":
        daniel.say("skip", "skip")
    daniel.say("I read up on three or four shops before I commit")
    step = daniel.pick("closest", "none")

    assert step.open_slot == "how_decide"
    assert step.says == ()
    assert "how_decide" not in daniel.facts


def test_what_was_understood_by_its_meaning_is_said(meet: Meet) -> None:
    daniel = meet(customer_id="daniel")
    daniel.agree()
    step = daniel.say("supplies for the restaurant I own")

    assert daniel.facts["for_whom"] == "business"
    assert [said.values for said in step.says if said.wording == "understood_as"] == [
        {"answer": "A business or an organisation"}
    ]


def test_a_score_that_may_be_two_is_asked_back_with_both(meet: Meet) -> None:
    daniel = meet(customer_id="daniel")
    daniel.agree()
    daniel.pick("last_channel", "store")
    while daniel.step.open_slot != "overall_satisfaction":
        daniel.say("skip", "skip")
    step = daniel.say("7 or 9")

    assert [value for _, value, _ in step.says[-1].choices] == ["7", "9", "none"]
    daniel.pick("overall_satisfaction", "9")
    assert daniel.facts["overall_satisfaction"] == "9"
