"""Notice and consent (P1)."""

from collections.abc import Callable

import pytest

from tests.investigation.conftest import Shopper

Meet = Callable[..., Shopper]


def test_the_notice_comes_first_with_the_shop_its_contact_and_how_long_answers_are_kept(meet: Meet) -> None:
    daniel = meet()

    assert daniel.step.open_slot == "consent"
    assert daniel.step.placeholders == {
        "shop": "Corner Grocer",
        "contact": "privacy@shop.example",
        "retention_months": "24",
    }


def test_a_yes_is_stored_with_the_notice_that_was_shown_before_anything_else_is(meet: Meet) -> None:
    daniel = meet()
    daniel.agree()

    with daniel.store.transaction(writes=False) as unit:
        customer_id = unit.conversations.get(daniel.conversation_id).customer_id  # type: ignore[union-attr]
        assert customer_id is not None
        consent = unit.consents.current(customer_id, "survey")
    assert consent is not None
    assert (consent.granted, consent.notice_version) == (True, "2026-11")


def test_a_no_in_words_stores_the_refusal_and_nobody(meet: Meet) -> None:
    daniel = meet()
    step = daniel.say("no thanks", "deny")

    assert step.ended
    assert [said.wording for said in step.says] == ["declined"]
    with daniel.store.transaction(writes=False) as unit:
        assert unit.refusals.get(daniel.conversation_id) is not None
        assert unit.conversations.get(daniel.conversation_id).customer_id is None  # type: ignore[union-attr]


def test_an_answer_before_the_consent_is_not_taken(meet: Meet) -> None:
    daniel = meet()
    step = daniel.say("I am 32 and live in Sha Tin")

    assert step.open_slot == "consent"
    assert daniel.facts == {}


def test_stop_before_the_consent_is_a_no(meet: Meet) -> None:
    assert meet().say("stop", "stop").ended


def test_why_before_the_consent_is_answered_and_the_notice_comes_back(meet: Meet) -> None:
    step = meet().say("why?", "why_do_you_ask")

    assert [said.wording for said in step.says] == ["why_no_question"]
    assert step.open_slot == "consent"


@pytest.mark.parametrize("text", ["certainly not", "sure, no", "得就奇", "可以不答嗎"])
def test_nobody_agrees_who_says_no_even_where_the_classifier_takes_it_for_a_yes(meet: Meet, text: str) -> None:
    daniel = meet()
    daniel.say(text, "affirm")

    with daniel.store.transaction(writes=False) as unit:
        assert unit.conversations.get(daniel.conversation_id).customer_id is None  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["certainly not", "of course not", "梗係唔好"])
def test_nothing_is_erased_for_somebody_who_says_no(meet: Meet, text: str) -> None:
    daniel = meet()
    daniel.agree()
    daniel.pick("for_whom", "self")
    daniel.say("forget everything", "forget_me")
    daniel.say(text, "affirm")

    assert daniel.facts == {"for_whom": "self"}


@pytest.mark.parametrize("text", ["yes well no", "得就奇"])
def test_a_yes_and_a_no_at_once_is_asked_back(meet: Meet, text: str) -> None:
    assert meet().say(text, "deny").open_slot == "consent"


@pytest.mark.parametrize("text", ["no problem, go ahead", "冇問題"])
def test_a_yes_that_looks_like_a_no_to_the_classifier_is_a_yes(meet: Meet, text: str) -> None:
    assert meet().say(text, "deny").open_slot == "for_whom"
