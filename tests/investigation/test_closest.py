"""The likeliest answers stay on offer until one is picked or none is right, whatever comes in between (I6, I8)."""

from collections.abc import Callable

import pytest

from catalogue import Language, load
from investigation import Step
from investigation.closest import WANT_THE_QUESTION
from investigation.interruptions import HANDLERS
from tests.investigation.conftest import Shopper

Meet = Callable[..., Shopper]
EITHER: dict[Language, str] = {"en": "with the app or in the store", "zh-Hant": "用app或者門市"}
OFFERED = [("last_channel", "app"), ("last_channel", "store"), ("closest", "none")]


def offered(step: Step) -> list[tuple[str, str]]:
    """The buttons of the offer, if it is what is asked."""
    return [choice[:2] for said in step.says if said.asks and said.wording == "closest" for choice in said.choices]


def undecided(meet: Meet, language: Language = "en") -> Shopper:
    """Daniel, to whom two of the answers are offered that he has given at once."""
    daniel = meet(language, customer_id="daniel")
    daniel.agree()
    daniel.pick("for_whom", "self")
    daniel.say(EITHER[language])
    assert offered(daniel.step) == OFFERED
    return daniel


@pytest.mark.parametrize("intent", ["wait", "why_do_you_ask", "thank", "what_do_you_hold", "small_talk"])
def test_an_interruption_is_answered_and_the_offer_comes_back(meet: Meet, intent: str) -> None:
    daniel = undecided(meet)
    step = daniel.say("one moment, what for?", intent)

    assert step.open_slot == "last_channel"
    assert len(step.says) == 2
    assert offered(step) == OFFERED


def test_the_offer_comes_back_as_often_as_it_is_interrupted(meet: Meet) -> None:
    daniel = undecided(meet)
    for _ in range(3):
        assert offered(daniel.say("thanks", "thank")) == OFFERED
    assert offered(daniel.say("hmm")) == OFFERED


def test_the_same_message_again_gives_the_same_offer(meet: Meet) -> None:
    daniel = undecided(meet)
    step = daniel.say("one sec", "wait")

    assert daniel.repeat() == step


@pytest.mark.parametrize(
    ("language", "said", "value"),
    [
        ("en", "the first", "app"),
        ("en", "2", "store"),
        ("en", "In a store", "store"),
        ("en", "the website after all", "web"),
        ("zh-Hant", "第一個", "app"),
        ("zh-Hant", "第二", "store"),
    ],
)
def test_words_for_what_is_on_offer_are_read_among_that(meet: Meet, language: Language, said: str, value: str) -> None:
    daniel = undecided(meet, language)
    daniel.say("one sec", "wait")
    daniel.say(said)

    assert daniel.facts["last_channel"] == value


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "None of these"), ("en", "neither of them"), ("en", "the last one"), ("zh-Hant", "以上都唔係")],
)
def test_none_of_these_in_words_asks_the_whole_question_and_stores_nothing(
    meet: Meet, language: Language, said: str
) -> None:
    daniel = undecided(meet, language)
    step = daniel.say(said, "deny", 0.5)

    assert (step.open_slot, step.says) == ("last_channel", ())
    assert "last_channel" not in daniel.facts


def test_once_none_was_right_an_interruption_brings_the_whole_question_back(meet: Meet) -> None:
    daniel = undecided(meet)
    daniel.pick("closest", "none")
    step = daniel.say("why?", "why_do_you_ask")

    assert step.open_slot == "last_channel"
    assert not any(said.asks for said in step.says)


@pytest.mark.parametrize("intent", sorted(WANT_THE_QUESTION))
def test_whoever_lost_the_question_is_told_it_with_the_offer(meet: Meet, intent: str) -> None:
    assert intent in HANDLERS
    daniel = undecided(meet)
    step = daniel.say("which question was it?", intent)

    told = {said.wording: said.values for said in step.says}
    assert told["closest_question"] == {"question": load().questions["last_channel"].ask[step.language]}
    assert offered(step) == OFFERED


def test_whoever_put_the_chat_off_comes_back_to_the_question_and_the_offer(meet: Meet) -> None:
    daniel = undecided(meet)
    assert offered(daniel.say("later please", "later")) == []
    step = daniel.say("I am back", "resume")

    assert [said.wording for said in step.says] == ["welcome_back", "closest_question", "closest"]
    assert offered(step) == OFFERED
    daniel.say("the first")
    assert daniel.facts["last_channel"] == "app"


def test_the_offer_stands_in_the_next_conversation_too(meet: Meet) -> None:
    daniel = undecided(meet)
    assert daniel.open().open_slot == "resume"
    assert offered(daniel.say("who reads what I say?", "who_sees_this")) == []
    step = daniel.pick("resume", "yes")

    assert [said.wording for said in step.says] == ["closest_question", "closest"]
    assert offered(step) == OFFERED


def test_whoever_thinks_of_being_forgotten_and_stays_comes_back_to_it(meet: Meet) -> None:
    daniel = undecided(meet)
    daniel.say("delete all of it", "forget_me")
    step = daniel.pick("forget_confirmed", "no")

    assert offered(step) == OFFERED


def test_what_is_not_understood_is_asked_with_the_whole_question(meet: Meet) -> None:
    daniel = undecided(meet)
    step = daniel.say("purple elephants")

    assert step.open_slot == "last_channel"
    assert not any(said.asks for said in step.says)


def test_a_question_that_is_left_or_gone_back_from_is_asked_whole_later(meet: Meet) -> None:
    daniel = undecided(meet)
    assert daniel.say("back", "go_back").open_slot == "for_whom"
    step = daniel.pick("for_whom", "household")
    while step.open_slot != "last_channel":
        step = daniel.say("skip", "skip")

    assert not any(said.asks for said in step.says)
    assert daniel.interview()["closest"] == {}


def test_neither_with_more_to_say_throws_nothing_away(meet: Meet) -> None:
    daniel = undecided(meet)
    step = daniel.say("neither, please stop asking", "stop")

    assert step.ended
