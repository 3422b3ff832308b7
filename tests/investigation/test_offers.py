"""What is proposed at the end suits what was said, once, and only where it is welcome (T8, P9)."""

from collections.abc import Callable

import pytest

from investigation.offers import OFFERS
from tests.investigation.conftest import Shopper

pytestmark = pytest.mark.slow  # each goes through a whole interview

Meet = Callable[..., Shopper]
DEAR = "everything has become far too expensive"
LATE = "the delivery always comes late and nobody tells me"
SPAM = "you send me far too much spam and I worry about my personal data"


def proposed(shopper: Shopper) -> list[str]:
    """The offers among what is asked when everything else is skipped and the play-back agreed with."""
    asked = [slot for slot in shopper.seen_after_skipping_all() if slot in OFFERS]
    return list(dict.fromkeys(asked))


def begun(meet: Meet, **answers: str) -> Shopper:
    """Daniel, who has agreed and given these answers."""
    daniel = meet(customer_id="daniel")
    daniel.agree()
    for slot, value in answers.items():
        daniel.pick(slot, value)
    return daniel


def test_whoever_has_said_nothing_that_suits_another_offer_is_asked_for_the_newsletter(meet: Meet) -> None:
    assert proposed(begun(meet)) == ["newsletter"]


def test_a_delighted_shopper_is_asked_about_an_offer_for_a_friend(meet: Meet) -> None:
    daniel = begun(meet, for_whom="self", last_channel="store", overall_satisfaction="10")

    assert proposed(daniel) == ["referral_offer"]


def test_a_dissatisfied_shopper_is_not_asked_to_recommend_the_shop(meet: Meet) -> None:
    daniel = begun(meet, for_whom="self", last_channel="store", overall_satisfaction="10")
    daniel.skip_until("satisfaction_reason")
    daniel.say(LATE)

    assert proposed(daniel) == ["newsletter"]


@pytest.mark.parametrize(("said", "offer"), [(DEAR, "membership_offer"), (LATE, "newsletter")])
def test_membership_is_proposed_to_a_stranger_to_it_whose_need_it_may_meet(meet: Meet, said: str, offer: str) -> None:
    daniel = begun(meet, for_whom="self", last_channel="none")
    daniel.say(said)
    daniel.pick("membership", "none")

    assert proposed(daniel) == [offer]


def test_whoever_minds_being_written_to_is_asked_for_nothing(meet: Meet) -> None:
    daniel = begun(meet, for_whom="self", last_channel="none")
    daniel.say(SPAM)

    assert proposed(daniel) == []


def test_whoever_has_said_no_once_is_not_asked_for_another_offer(meet: Meet) -> None:
    first = begun(meet)
    first.say("stop sending me offers", "opt_out_marketing")
    first.say("stop", "stop")

    assert proposed(begun(meet, for_whom="self", last_channel="store", overall_satisfaction="10")) == []


def test_a_yes_is_a_consent_to_that_offer_alone(meet: Meet) -> None:
    daniel = begun(meet, for_whom="self", last_channel="store", overall_satisfaction="10")
    while daniel.step.open_slot != "referral_offer":
        slot = daniel.step.open_slot or ""
        daniel.pick(slot, "right") if slot.startswith("play_back") else daniel.say("skip", "skip")
    daniel.pick("referral_offer", "yes")

    with daniel.store.transaction(writes=False) as unit:
        granted = {offer: unit.consents.current("daniel", offer) for offer in OFFERS}
    assert {offer for offer, consent in granted.items() if consent and consent.granted} == {"referral_offer"}


def test_stopping_the_offers_stops_every_kind(meet: Meet) -> None:
    daniel = begun(meet)
    daniel.say("stop sending me offers", "opt_out_marketing")

    with daniel.store.transaction(writes=False) as unit:
        decisions = [unit.consents.current("daniel", offer) for offer in OFFERS]
    assert [decision is not None and decision.granted for decision in decisions] == [False, False, False]
    assert all(decisions)
