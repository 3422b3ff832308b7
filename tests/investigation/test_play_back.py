"""Play-back, correction and confirmation (I7)."""

from collections.abc import Callable

import pytest

from investigation import Step
from tests.investigation.conftest import Shopper

pytestmark = pytest.mark.slow  # each goes through a whole interview

Meet = Callable[..., Shopper]
HINT = "the delivery always comes late and nobody tells me"


def skip_until(shopper: Shopper, slot: str) -> Step:
    """Skips questions until `slot` is open."""
    for _ in range(60):
        if shopper.step.open_slot == slot:
            return shopper.step
        shopper.say("skip", "skip")
    raise AssertionError(f"{slot} was never opened; open is {shopper.step.open_slot}.")


def told(meet: Meet) -> Shopper:
    """Daniel, who has told a hint and comes to the play-back."""
    daniel = meet(customer_id="daniel")
    daniel.agree()
    daniel.pick("for_whom", "self")
    daniel.pick("last_channel", "none")
    daniel.say(HINT)
    skip_until(daniel, "play_back")
    return daniel


def test_only_what_was_said_is_played_back_in_the_customers_own_terms(meet: Meet) -> None:
    played = told(meet).step.placeholders["play_back"].splitlines()

    assert played == [
        "• Shops for: “Myself”",
        "• Last channel: “I have not bought here yet”",
        f"• Why not yet: “{HINT}”",
    ]


def test_agreeing_confirms_the_needs(meet: Meet) -> None:
    daniel = told(meet)
    daniel.pick("play_back", "right")

    with daniel.store.transaction(writes=False) as unit:
        assert {need.confirmed for need in unit.needs.of("daniel")} == {"confirmed"}


def test_a_correction_is_stored_and_played_back_again(meet: Meet) -> None:
    daniel = told(meet)
    step = daniel.pick("play_back", "change")
    assert ("which_to_change", "for_whom") in {(slot, value) for slot, value, _ in step.says[-1].choices}
    daniel.pick("which_to_change", "for_whom")
    assert daniel.step.open_slot == "for_whom"
    daniel.pick("for_whom", "other")
    skip_until(daniel, "play_back")

    assert daniel.step.placeholders["play_back"].splitlines()[0] == "• Shops for: “It varies”"
    with daniel.store.transaction(writes=False) as unit:
        assert [answer.value for answer in unit.answers.history("daniel", "for_whom")] == ["self", "other"]


def test_a_correction_in_words_at_the_play_back_is_taken(meet: Meet) -> None:
    daniel = told(meet)
    daniel.say("I live in Tai Po", "change_answer")

    assert daniel.facts["district"] == "tai_po"
    assert "Tai Po" in daniel.step.placeholders["play_back"]


def test_needs_that_the_customer_denies_are_kept_as_denied(meet: Meet) -> None:
    daniel = told(meet)
    daniel.pick("play_back", "change")
    daniel.pick("which_to_change", "denied")

    with daniel.store.transaction(writes=False) as unit:
        assert {need.confirmed for need in unit.needs.of("daniel")} == {"denied"}


def test_the_newsletter_is_asked_after_the_play_back_and_is_a_consent_of_its_own(meet: Meet) -> None:
    daniel = told(meet)
    daniel.pick("play_back", "right")
    daniel.pick("chat_satisfaction", "4")
    assert daniel.step.open_slot == "newsletter"
    daniel.pick("newsletter", "no")

    with daniel.store.transaction(writes=False) as unit:
        consent = unit.consents.current("daniel", "newsletter")
        survey = unit.consents.current("daniel", "survey")
    assert consent is not None
    assert survey is not None
    assert (consent.granted, survey.granted) == (False, True)


def test_silence_on_the_newsletter_is_no_consent(meet: Meet) -> None:
    daniel = told(meet)
    daniel.pick("play_back", "right")
    daniel.pick("chat_satisfaction", "4")
    daniel.say("skip", "skip")

    with daniel.store.transaction(writes=False) as unit:
        assert unit.consents.current("daniel", "newsletter") is None


def test_the_end_says_thanks_and_that_nothing_more_is_expected(meet: Meet) -> None:
    daniel = told(meet)
    daniel.pick("play_back", "right")
    daniel.pick("chat_satisfaction", "4")
    step = daniel.pick("newsletter", "no")

    assert step.ended
    assert [said.wording for said in step.says] == ["ended"]
