"""After the end: every way out still works, a wrong answer can be put right, nothing is kept of whoever said no."""

from collections.abc import Callable

import pytest

from tests.cast import MONDAY
from tests.investigation.conftest import Shopper

Meet = Callable[..., Shopper]


def wordings(shopper: Shopper) -> list[str]:
    return [said.wording for said in shopper.step.says]


@pytest.fixture
def stopped(meet: Meet) -> Shopper:
    """Daniel, whom the shop knows; he has told three things and stopped."""
    daniel = meet(customer_id="daniel")
    daniel.agree()
    daniel.pick("for_whom", "self")
    daniel.pick("last_channel", "web")
    daniel.pick("age_band", "25-34")
    daniel.say("stop", "stop")
    return daniel


@pytest.fixture
def declined(meet: Meet) -> Shopper:
    """Somebody who has said no to the notice."""
    somebody = meet()
    somebody.pick("consent", "no")
    return somebody


@pytest.fixture
def forgotten(stopped: Shopper) -> Shopper:
    """Daniel, when everything about him was erased."""
    stopped.say("delete my data", "forget_me")
    stopped.pick("forget_confirmed", "yes")
    return stopped


@pytest.mark.parametrize(
    ("intent", "said"),
    [
        ("what_do_you_hold", "what_we_hold"),
        ("who_sees_this", "who_sees_this"),
        ("how_long_kept", "how_long_kept"),
        ("opt_out_marketing", "marketing_stopped"),
        ("thank", "welcome"),
        ("goodbye", "farewell"),
        ("greet", "already_ended"),
    ],
)
def test_what_is_asked_after_the_end_is_answered(stopped: Shopper, intent: str, said: str) -> None:
    step = stopped.say("a question", intent)

    assert wordings(stopped) == [said]
    assert step.ended
    assert step.open_slot is None


def test_a_complaint_after_the_end_is_logged(stopped: Shopper) -> None:
    stopped.say("I want to complain, my parcel arrived broken", "complaint")

    assert wordings(stopped) == ["complaint_logged"]
    with stopped.store.transaction(writes=False) as unit:
        assert [complaint.customer_id for complaint in unit.complaints.waiting()] == ["daniel"]


def test_an_answer_that_is_put_right_after_the_end_supersedes_with_history(stopped: Shopper) -> None:
    step = stopped.say("actually I'm 35 to 44")

    assert wordings(stopped) == ["answer_corrected"]
    assert step.ended
    with stopped.store.transaction(writes=False) as unit:
        assert [answer.value for answer in unit.answers.history("daniel", "age_band")] == ["25-34", "35-44"]


def test_an_answer_that_is_named_alone_is_asked_again_and_then_the_talk_is_over(stopped: Shopper) -> None:
    step = stopped.say("I want to change an answer", "change_answer")
    assert (step.open_slot, step.ended) == ("which_to_change", False)
    assert stopped.pick("which_to_change", "last_channel").open_slot == "last_channel"
    step = stopped.pick("last_channel", "store")

    assert wordings(stopped) == ["answer_corrected"]
    assert (step.open_slot, step.ended) == (None, True)
    assert stopped.facts["last_channel"] == "store"


def test_the_same_answer_once_more_is_taken_without_a_probe(stopped: Shopper) -> None:
    stopped.say("I want to change an answer", "change_answer")
    stopped.pick("which_to_change", "last_channel")
    step = stopped.pick("last_channel", "web")

    assert wordings(stopped) == ["thanks_4"]
    assert step.ended


def test_whoever_leaves_the_correction_has_changed_nothing(stopped: Shopper) -> None:
    stopped.say("I want to change an answer", "change_answer")
    step = stopped.say("never mind, bye", "goodbye")

    assert wordings(stopped) == ["farewell"]
    assert step.ended
    assert stopped.facts["last_channel"] == "web"


def test_whoever_thinks_better_of_being_forgotten_loses_nothing(stopped: Shopper) -> None:
    assert not stopped.say("delete my data", "forget_me").ended
    step = stopped.pick("forget_confirmed", "no")

    assert wordings(stopped) == ["forget_kept"]
    assert step.ended
    assert stopped.facts["for_whom"] == "self"


def test_a_need_that_is_told_after_the_end_is_kept(stopped: Shopper) -> None:
    stopped.say("oh, and the delivery always comes late and nobody tells me")

    assert wordings(stopped) == ["thanks_1"]
    with stopped.store.transaction(writes=False) as unit:
        assert [need.theme for need in unit.needs.of("daniel")] == ["delivery"]


def test_the_language_is_changed_after_the_end(stopped: Shopper) -> None:
    step = stopped.say("請講中文", "switch_to_chinese")

    assert (step.language, step.ended) == ("zh-Hant", True)
    assert wordings(stopped) == ["already_ended"]


def test_whoever_stopped_and_wants_to_go_on_goes_on_at_the_same_place(stopped: Shopper) -> None:
    step = stopped.say("let's go on after all", "resume")

    assert not step.ended
    assert step.open_slot not in (None, "for_whom", "last_channel", "age_band")


def test_what_is_asked_after_a_refusal_is_answered_and_nothing_is_kept(declined: Shopper) -> None:
    declined.say("what do you hold about me?", "what_do_you_hold")
    assert wordings(declined) == ["what_we_hold_nothing"]
    declined.say("stop the offers", "opt_out_marketing")
    assert wordings(declined) == ["marketing_to_nobody"]
    declined.say("I want to complain, my parcel arrived broken", "complaint")
    assert wordings(declined) == ["complaint_heard"]
    declined.say("the delivery is always late")
    assert wordings(declined) == ["already_ended_nothing_kept"]

    with declined.store.transaction(writes=False) as unit:
        conversation = unit.conversations.get(declined.conversation_id)
        assert conversation is not None
        assert conversation.customer_id is None
        assert unit.complaints.waiting() == []


@pytest.mark.parametrize(
    ("text", "intent"),
    [("actually, ok", "affirm"), ("I changed my mind", "change_answer"), ("go ahead", "give_answer")],
)
def test_whoever_changes_their_mind_after_a_refusal_sees_the_notice_first(
    declined: Shopper, text: str, intent: str
) -> None:
    step = declined.say(text, intent)
    assert (step.open_slot, step.ended) == ("consent", False)
    assert declined.facts == {}

    assert declined.agree().open_slot == "for_whom"
    declined.pick("for_whom", "self")
    assert declined.facts == {"for_whom": "self"}


def test_whoever_declines_twice_is_let_go(declined: Shopper) -> None:
    declined.say("actually, ok", "affirm")
    step = declined.say("no, rather not", "deny")

    assert wordings(declined) == ["declined"]
    assert step.ended


def test_an_ok_to_being_forgotten_is_no_wish_to_begin_again(forgotten: Shopper) -> None:
    assert forgotten.say("ok", "affirm").ended
    assert wordings(forgotten) == ["farewell"]


def test_whoever_was_forgotten_may_begin_again_with_the_notice(forgotten: Shopper) -> None:
    forgotten.say("the delivery is always late")
    assert wordings(forgotten) == ["already_ended_nothing_kept"]
    with forgotten.store.transaction(writes=False) as unit:
        assert unit.customers.get("daniel") is None

    assert forgotten.say("let's start again", "resume").open_slot == "consent"
    assert forgotten.agree().open_slot == "for_whom"


def test_a_known_customer_who_declines_can_still_stop_offers_and_be_forgotten(meet: Meet) -> None:
    daniel = meet(customer_id="daniel")
    with daniel.store.transaction() as unit:
        unit.customers.ensure("daniel", source="import", known=True, at=MONDAY)
    daniel.pick("consent", "no")
    daniel.say("stop sending me offers", "opt_out_marketing")
    assert wordings(daniel) == ["marketing_stopped"]
    with daniel.store.transaction(writes=False) as unit:
        consent = unit.consents.current("daniel", "newsletter")
    assert consent is not None
    assert not consent.granted

    assert daniel.say("delete my data", "forget_me").open_slot == "forget_confirmed"
    assert daniel.say("yes", "affirm").ended
    assert wordings(daniel) == ["forgotten"]
    with daniel.store.transaction(writes=False) as unit:
        assert unit.customers.get("daniel") is None


@pytest.mark.parametrize(("text", "intent"), [("yes", "affirm"), ("no", "deny")])
def test_a_yes_to_being_forgotten_before_the_consent_is_no_consent(meet: Meet, text: str, intent: str) -> None:
    daniel = meet()
    assert daniel.say("delete my data", "forget_me").open_slot == "forget_confirmed"
    step = daniel.say(text, intent)

    assert step.open_slot == (None if intent == "affirm" else "consent")
    assert step.progress is None


def test_a_need_told_after_the_end_is_kept_although_it_begins_with_no(stopped: Shopper) -> None:
    stopped.say("no, the delivery was late again", "deny", 0.4)

    with stopped.store.transaction(writes=False) as unit:
        assert {need.theme for need in unit.needs.of("daniel")} >= {"delivery"}
