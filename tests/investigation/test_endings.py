"""Stopping, putting off, going on, being forgotten (I6, P8)."""

from collections.abc import Callable

import pytest

from investigation.interview import Interview
from tests.investigation.conftest import Shopper

Meet = Callable[..., Shopper]


def test_later_goes_on_with_the_next_message_at_the_same_question(meet: Meet) -> None:
    daniel = meet()
    daniel.agree()
    asked = daniel.pick("for_whom", "self").open_slot
    assert daniel.say("later", "later").ended
    step = daniel.say("back now", "greet")

    assert not step.ended
    assert step.open_slot == asked


def test_whoever_comes_back_with_a_word_of_their_own_is_welcomed_and_asked_again(meet: Meet) -> None:
    daniel = meet()
    daniel.agree()
    asked = daniel.pick("for_whom", "self").open_slot
    daniel.say("later", "later")
    step = daniel.say("here I am")

    assert [(said.wording, said.values) for said in step.says] == [("welcome_back", {"answered": "1"})]
    assert step.open_slot == asked


def test_a_known_customer_goes_on_at_the_same_place_in_a_new_visit(meet: Meet) -> None:
    mei = meet("zh-Hant", customer_id="mei")
    mei.agree()
    asked = mei.pick("for_whom", "self").open_slot
    mei.say("遲啲先", "later")
    step = mei.open()

    assert step.open_slot == "resume"
    assert step.placeholders == {"answered": "1"}
    assert mei.pick("resume", "yes").open_slot == asked


def test_an_interview_that_another_version_kept_goes_on() -> None:
    kept = Interview(open_slot="for_whom", settled={"newsletter": "known"}).to_dict()

    assert Interview.from_dict({**kept, "played_back": True}) == Interview.from_dict(kept)
    del kept["confirmed_parts"]
    assert Interview.from_dict(kept).confirmed_parts == []


@pytest.mark.parametrize("intent", ["thank", "goodbye", "later"])
def test_whoever_says_thanks_or_goodbye_to_a_later_is_not_asked_at_once(meet: Meet, intent: str) -> None:
    daniel = meet()
    daniel.agree()
    asked = daniel.pick("for_whom", "self").open_slot
    daniel.say("later", "later")

    assert daniel.say("thanks, talk soon", intent).ended
    assert daniel.say("back now", "greet").open_slot == asked


def test_forget_me_is_asked_once_more_and_then_leaves_nothing(meet: Meet) -> None:
    daniel = meet(customer_id="daniel")
    daniel.agree()
    daniel.pick("for_whom", "self")
    assert daniel.say("delete my data", "forget_me").open_slot == "forget_confirmed"
    step = daniel.pick("forget_confirmed", "yes")

    assert step.ended
    with daniel.store.transaction(writes=False) as unit:
        assert unit.customers.get("daniel") is None
        assert unit.interviews.latest_of("daniel") is None


@pytest.mark.slow
def test_what_the_profile_tells_is_not_asked(meet: Meet) -> None:
    mei = meet("zh-Hant", customer_id="mei")
    mei.agree()
    mei.pick("for_whom", "self")
    mei.say("我 32 歲，住沙田")
    mei.say("停", "stop")
    mei.open()

    assert "age_band" not in mei.seen_after_skipping_all()


def test_stop_the_offers_works_at_once(meet: Meet) -> None:
    daniel = meet(customer_id="daniel")
    asked = daniel.agree().open_slot
    step = daniel.say("stop sending me offers", "opt_out_marketing")

    assert step.open_slot == asked
    with daniel.store.transaction(writes=False) as unit:
        consent = unit.consents.current("daniel", "newsletter")
    assert consent is not None
    assert not consent.granted


def test_a_conversation_that_is_put_off_says_so_and_one_that_ends_otherwise_does_not(meet: Meet) -> None:
    daniel = meet(customer_id="daniel")
    assert not daniel.agree().put_off
    step = daniel.say("later please", "later")
    assert (step.ended, step.put_off) == (True, True)
    assert daniel.repeat() == step
    step = daniel.say("I am back", "resume")
    assert (step.ended, step.put_off) == (False, False)
    step = daniel.say("stop it", "stop")
    assert (step.ended, step.put_off) == (True, False)
