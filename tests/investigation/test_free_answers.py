"""Answers in people's own words, beyond any list of synonyms, are understood, or asked back with what is closest."""

from collections.abc import Callable

import pytest

from analytics.answer_meaning import AnswerMeanings
from analytics.answer_meaning.learning import learn_if_changed
from catalogue import Language, load
from investigation.free_answers import understand, weigh
from reading.values import Reading, Status, read
from tests.cast import MONDAY
from tests.investigation.conftest import Shopper

pytestmark = pytest.mark.slow  # learns from the examples of every choice, if they have changed since

Meet = Callable[..., Shopper]
ReadingOf = Callable[..., Reading]
AMBIGUOUS = "I go by what is there and what it costs"
"""No choice is sure."""


@pytest.fixture(scope="module")
def meanings() -> AnswerMeanings:
    """What the product's own examples mean."""
    learn_if_changed(load())
    return AnswerMeanings.load(load())


@pytest.fixture
def reading_of(meanings: AnswerMeanings) -> ReadingOf:
    """How an answer is read by its words and weighed against its meaning."""

    def reading(text: str, question_id: str, language: Language = "en") -> Reading:
        question = load().questions[question_id]
        return weigh(read(text, question, language, MONDAY.date()), text, question, meanings)

    return reading


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
    question: str, said: str, value: str, meanings: AnswerMeanings, reading_of: ReadingOf
) -> None:
    reading = reading_of(said, question, "en" if said.isascii() else "zh-Hant")
    found = reading if reading.values else understand(said, load().questions[question], meanings)

    assert value in (*found.values, *found.candidates[:1])


def test_every_example_is_understood_as_its_choice(meanings: AnswerMeanings) -> None:
    catalogue = load()
    shown = [
        (id, value, text)
        for id, choices in catalogue.examples.items()
        for value, by_language in choices.items()
        for texts in by_language.values()
        for text in texts[::9]
    ]
    found = [understand(text, catalogue.questions[id], meanings) for id, _, text in shown]
    first = [next(iter((*each.values, *each.candidates)), None) for each in found]

    assert sum(one == value for one, (_, value, _) in zip(first, shown, strict=True)) > 0.9 * len(shown)


def test_the_words_of_a_plain_answer_outweigh_any_meaning(reading_of: ReadingOf) -> None:
    assert reading_of("my household", "for_whom") == Reading(("household",), Status.GIVEN)


def test_a_word_that_stands_for_another_choice_does_not_decide_alone(reading_of: ReadingOf) -> None:
    reading = reading_of("Mum and me, I cook for both of us every evening", "for_whom")

    assert "self" not in reading.values
    assert "household" in (*reading.values, *reading.candidates)


@pytest.mark.parametrize("said", ["bah", "yawn yawn", "唉，是但啦", "the kettle is boiling, sorry", "隻貓跳咗上枱"])
def test_what_answers_nothing_is_never_taken_for_a_choice(said: str, reading_of: ReadingOf) -> None:
    assert said not in {text for texts in load().nothing.values() for text in texts}
    assert all(reading_of(said, question).values == () for question in ("channels_used", "what_decides", "how_decide"))


@pytest.mark.parametrize("said", ["", "   "])
def test_nothing_said_means_nothing(said: str, meanings: AnswerMeanings) -> None:
    question = load().questions["for_whom"]

    assert understand(said, question, meanings).status is Status.NONE


def test_agreeing_to_an_offer_is_never_a_matter_of_meaning(reading_of: ReadingOf) -> None:
    assert reading_of("sounds rather nice to me", "newsletter").values == ()


def test_a_figure_is_never_weighed(reading_of: ReadingOf) -> None:
    assert reading_of("seven", "overall_satisfaction").values == ("7",)


def test_what_is_close_is_asked_back_and_the_button_answers_the_question(meet: Meet) -> None:
    daniel = meet(customer_id="daniel")
    daniel.agree()
    daniel.skip_until("how_decide")
    step = daniel.say(AMBIGUOUS)

    asked = step.says[-1]
    assert asked.wording == "closest"
    assert asked.asks
    assert ("how_decide", "deal_led") in {(slot, value) for slot, value, _ in asked.choices}
    daniel.pick("how_decide", "deal_led")
    assert daniel.facts["how_decide"] == "deal_led"


def test_whoever_finds_none_of_them_right_gets_the_whole_question_again(meet: Meet) -> None:
    daniel = meet(customer_id="daniel")
    daniel.agree()
    daniel.skip_until("how_decide")
    daniel.say(AMBIGUOUS)
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
    daniel.skip_until("overall_satisfaction")
    step = daniel.say("7 or 9")

    assert [value for _, value, _ in step.says[-1].choices] == ["7", "9", "none"]
    daniel.pick("overall_satisfaction", "9")
    assert daniel.facts["overall_satisfaction"] == "9"


def test_whatever_was_guessed_of_several_is_said(meet: Meet) -> None:
    daniel = meet(customer_id="daniel")
    daniel.agree()
    daniel.skip_until("what_decides")
    step = daniel.say("price, and people who are polite to me")

    assert daniel.facts["what_decides"] == "price|service"
    assert [said.values for said in step.says if said.wording == "understood_as"] == [{"answer": "Price, Service"}]
