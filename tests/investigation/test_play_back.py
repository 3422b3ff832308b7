"""Play-back, correction and confirmation (I7)."""

from collections.abc import Callable

import pytest

from tests.investigation.conftest import Shopper

pytestmark = pytest.mark.slow  # each goes through a whole interview

Meet = Callable[..., Shopper]
HINT = "the delivery always comes late and nobody tells me"


def told(meet: Meet) -> Shopper:
    """Daniel, who has told a hint and comes to the play-back."""
    daniel = meet(customer_id="daniel")
    daniel.agree()
    daniel.pick("for_whom", "self")
    daniel.pick("last_channel", "none")
    daniel.say(HINT)
    daniel.skip_until("play_back")
    return daniel


def confirmed_answers(meet: Meet) -> Shopper:
    """Daniel, who has agreed with the first part; what could be better is played back to him now."""
    daniel = told(meet)
    daniel.pick("play_back", "right")
    return daniel


def needs_of(daniel: Shopper) -> list[tuple[str, str]]:
    """The theme of each need, and what Daniel says of it."""
    with daniel.store.transaction(writes=False) as unit:
        return [(need.theme, need.confirmed) for need in unit.needs.of("daniel")]


def test_only_what_was_said_is_played_back_in_the_customers_own_terms(meet: Meet) -> None:
    played = told(meet).step.placeholders["play_back"].splitlines()

    assert played == ["• Shops for: “Myself”", "• Last channel: “I have not bought here yet”"]


def test_needs_are_a_part_of_their_own_with_what_was_understood_and_the_words(meet: Meet) -> None:
    daniel = confirmed_answers(meet)

    assert daniel.step.open_slot == "play_back_needs"
    assert daniel.step.placeholders["play_back"] == f"• Not as it should be (Delivery): “{HINT}”"
    assert needs_of(daniel) == [("delivery", "open")]


def test_agreeing_confirms_the_needs(meet: Meet) -> None:
    daniel = confirmed_answers(meet)
    daniel.pick("play_back_needs", "right")

    assert needs_of(daniel) == [("delivery", "confirmed")]
    assert daniel.step.open_slot == "chat_satisfaction"


def test_many_answers_are_played_back_in_two_parts(meet: Meet) -> None:
    daniel = meet(customer_id="daniel")
    daniel.agree()
    for slot, value in (
        ("for_whom", "self"),
        ("how_decide", "planned"),
        ("last_channel", "store"),
        ("overall_satisfaction", "8"),
        ("age_band", "35-44"),
        ("gender", "male"),
        ("district", "tai_po"),
        ("income_band", "20000-29999"),
        ("membership", "active"),
    ):
        daniel.pick(slot, value)
    daniel.skip_until("play_back")

    first = daniel.step.placeholders["play_back"]
    daniel.pick("play_back", "right")
    second = daniel.step.placeholders["play_back"]
    assert "Shops for" in first
    assert "Tai Po" not in first
    assert "Tai Po" in second
    assert "Shops for" not in second


def test_a_correction_is_stored_and_played_back_again(meet: Meet) -> None:
    daniel = told(meet)
    step = daniel.pick("play_back", "change")
    assert ("which_to_change", "for_whom") in {(slot, value) for slot, value, _ in step.says[-1].choices}
    daniel.pick("which_to_change", "for_whom")
    assert daniel.step.open_slot == "for_whom"
    daniel.pick("for_whom", "other")
    daniel.skip_until("play_back")

    assert daniel.step.placeholders["play_back"].splitlines()[0] == "• Shops for: “It varies”"
    with daniel.store.transaction(writes=False) as unit:
        assert [answer.value for answer in unit.answers.history("daniel", "for_whom")] == ["self", "other"]


def test_a_correction_in_words_at_the_play_back_is_taken(meet: Meet) -> None:
    daniel = told(meet)
    daniel.say("I live in Tai Po", "change_answer")

    assert daniel.facts["district"] == "tai_po"
    assert "Tai Po" in daniel.step.placeholders["play_back"]


def test_a_need_that_the_customer_files_elsewhere_is_kept_as_they_say(meet: Meet) -> None:
    daniel = confirmed_answers(meet)
    step = daniel.pick("play_back_needs", "change")
    offered = [value for _, value, _ in step.says[-1].choices]
    assert "delivery" not in offered
    assert offered[0] == "wish"
    assert offered[-2:] == ["other", "nothing_lacking"]
    daniel.pick("need_theme", "service")

    assert needs_of(daniel) == [("service", "confirmed")]
    assert daniel.step.open_slot == "chat_satisfaction"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Product quality", ("quality", "confirmed")),
        ("it's about the returns and the refund", ("returns", "confirmed")),
        ("nothing really", ("delivery", "denied")),
    ],
)
def test_what_a_need_is_about_can_be_said_in_words(meet: Meet, said: str, kept: tuple[str, str]) -> None:
    daniel = confirmed_answers(meet)
    daniel.pick("play_back_needs", "change")
    daniel.say(said)

    assert needs_of(daniel) == [kept]


def test_words_that_name_nothing_leave_the_question_open(meet: Meet) -> None:
    daniel = confirmed_answers(meet)
    daniel.pick("play_back_needs", "change")
    step = daniel.say("purple")

    assert step.says[-1].wording == "need_theme"
    assert needs_of(daniel) == [("delivery", "open")]


def test_needs_that_the_customer_denies_are_kept_as_denied(meet: Meet) -> None:
    daniel = confirmed_answers(meet)
    daniel.pick("play_back_needs", "change")
    daniel.pick("need_theme", "nothing_lacking")

    assert needs_of(daniel) == [("delivery", "denied")]


def test_one_of_several_needs_is_corrected_and_the_others_wait_for_a_yes(meet: Meet) -> None:
    daniel = told(meet)
    daniel.say("Also, the app is slow and crashes all the time")
    daniel.pick("play_back", "right")
    step = daniel.pick("play_back_needs", "change")
    assert step.open_slot == "which_need"
    assert len(step.says[-1].choices) == 2
    daniel.pick("which_need", step.says[-1].choices[0][1])
    daniel.pick("need_theme", "nothing_lacking")

    assert daniel.step.open_slot == "play_back_needs"
    daniel.pick("play_back_needs", "right")
    assert sorted(needs_of(daniel)) == [("delivery", "denied"), ("site_app", "confirmed")]


def test_the_newsletter_is_asked_after_the_play_back_and_is_a_consent_of_its_own(meet: Meet) -> None:
    daniel = confirmed_answers(meet)
    daniel.pick("play_back_needs", "right")
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
    daniel = confirmed_answers(meet)
    daniel.pick("play_back_needs", "right")
    daniel.pick("chat_satisfaction", "4")
    daniel.say("skip", "skip")

    with daniel.store.transaction(writes=False) as unit:
        assert unit.consents.current("daniel", "newsletter") is None


def test_the_end_says_thanks_and_that_nothing_more_is_expected(meet: Meet) -> None:
    daniel = confirmed_answers(meet)
    daniel.pick("play_back_needs", "right")
    daniel.pick("chat_satisfaction", "4")
    step = daniel.pick("newsletter", "no")

    assert step.ended
    assert [said.wording for said in step.says] == ["ended"]


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("please delete all my data", "forget_me"),
        ("stop sending me e-mails", "opt_out_marketing"),
        ("I want to talk to a person", "speak_to_person"),
    ],
)
def test_no_way_out_is_taken_for_what_a_need_is_about(meet: Meet, said: str, intent: str) -> None:
    daniel = confirmed_answers(meet)
    daniel.pick("play_back_needs", "change")
    step = daniel.say(said, intent)

    assert needs_of(daniel) == [("delivery", "open")]
    assert "need_refiled" not in [each.wording for each in step.says]


@pytest.mark.parametrize(
    ("said", "intent"),
    [("no complaints, that's right", "affirm"), ("no idea", "dont_know"), ("唔係投訴呀，啱晒", "affirm")],
)
def test_agreeing_with_a_need_or_leaving_it_turns_it_into_no_other(meet: Meet, said: str, intent: str) -> None:
    daniel = confirmed_answers(meet)
    daniel.say(said, intent)

    with daniel.store.transaction(writes=False) as unit:
        assert [need.type for need in unit.needs.of("daniel")] == ["dissatisfaction"]


def test_what_is_held_is_told_only_to_whoever_has_agreed_in_this_conversation(meet: Meet) -> None:
    daniel = told(meet)
    daniel.keep({"language": "en", "open_slot": "consent"})
    step = daniel.say("what do you hold about me?", "what_do_you_hold")

    assert [said.wording for said in step.says] == ["what_we_hold_ask"]
    assert HINT not in str(step)
