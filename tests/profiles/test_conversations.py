"""Visits, the gateway's inbox, and what an investigation keeps."""

from dataclasses import replace

import pytest

from profiles import Store
from profiles.errors import UnknownRecord
from tests.cast import MEI, MONDAY, TUESDAY
from tests.profiles.people import VISIT, arrive, visit


def test_a_conversation_is_opened_once(store: Store) -> None:
    with store.transaction() as unit:
        assert unit.conversations.open(visit(page="/shop/")) == visit(page="/shop/")
        assert unit.conversations.open(visit(page="/other/")) == visit(page="/shop/")


def test_a_conversation_changes_its_language_its_customer_and_its_end(store: Store) -> None:
    arrive(store, MEI)
    with store.transaction() as unit:
        unit.conversations.set_language(VISIT, "zh-Hant")
        unit.conversations.end(VISIT, MONDAY)
        unit.conversations.end(VISIT, TUESDAY)

        assert unit.conversations.get(VISIT) == replace(
            visit(), language="zh-Hant", customer_id=MEI.id, ended_at=MONDAY
        )


def test_a_conversation_that_was_never_opened_cannot_change(store: Store) -> None:
    with pytest.raises(UnknownRecord, match="no conversation 'visit-1'"), store.transaction() as unit:
        unit.conversations.set_language(VISIT, "en")


def test_turns_are_numbered_in_the_order_in_which_they_are_accepted(store: Store) -> None:
    with store.transaction() as unit:
        unit.conversations.open(visit())
        unit.conversations.open(visit("visit-2"))
        numbers = [unit.turns.accept(VISIT, message, "hello", MONDAY).sequence for message in ("a", "b", "c")]

        assert numbers == [1, 2, 3]
        assert unit.turns.accept("visit-2", "a", "hello", MONDAY).sequence == 1
        assert [turn.message_id for turn in unit.turns.history(VISIT)] == ["a", "b", "c"]


def test_a_message_that_was_accepted_comes_back_as_it_stands(store: Store) -> None:
    with store.transaction() as unit:
        unit.conversations.open(visit())
        unit.turns.accept(VISIT, "a", "hello", MONDAY)
        unit.turns.finish(VISIT, "a", {"messages": [{"text": "你好"}]}, MONDAY)

        again = unit.turns.accept(VISIT, "a", "something else", TUESDAY)

        assert again.said == "hello"
        assert again.reply == {"messages": [{"text": "你好"}]}
        assert again.finished_at == MONDAY


def test_the_first_reply_stays(store: Store) -> None:
    with store.transaction() as unit:
        unit.conversations.open(visit())
        unit.turns.accept(VISIT, "a", "hello", MONDAY)
        unit.turns.finish(VISIT, "a", {"n": 1}, MONDAY)

        assert unit.turns.finish(VISIT, "a", {"n": 2}, TUESDAY).reply == {"n": 1}


def test_a_message_of_no_conversation_is_refused(store: Store) -> None:
    with pytest.raises(UnknownRecord, match="Open it first"), store.transaction() as unit:
        unit.turns.accept(VISIT, "a", "hello", MONDAY)


def test_a_message_that_was_not_accepted_cannot_be_finished(store: Store) -> None:
    with pytest.raises(UnknownRecord, match="was not accepted"), store.transaction() as unit:
        unit.turns.finish(VISIT, "a", {}, MONDAY)


def test_forgetting_words_keeps_the_technical_rows_p1(store: Store) -> None:
    with store.transaction() as unit:
        unit.conversations.open(visit())
        unit.turns.accept(VISIT, "a", "my name is Mei", MONDAY)
        unit.steps.save(VISIT, "a", {"heard": "Mei"})
        unit.turns.finish(VISIT, "a", {"messages": ["Hello Mei"]}, MONDAY)
        unit.turns.accept(VISIT, "b", "no", TUESDAY)
        unit.steps.save(VISIT, "b", {"end": "declined"})

    with store.transaction() as unit:
        unit.conversations.forget_words(VISIT)

    with store.transaction(writes=False) as unit:
        first, second = unit.turns.history(VISIT)
        assert (first.said, first.reply, first.finished_at) == (None, None, MONDAY)
        assert (second.said, second.finished_at) == (None, None)
        assert unit.steps.get(VISIT, "a") is None
        assert unit.steps.get(VISIT, "b") == {"end": "declined"}


def test_an_interview_is_taken_up_again_where_the_latest_visit_left_it_i6(store: Store) -> None:
    arrive(store, MEI)
    with store.transaction() as unit:
        unit.interviews.save(VISIT, None, {"asked": 0}, MONDAY)
        unit.interviews.save(VISIT, MEI.id, {"asked": 1}, MONDAY)
        unit.interviews.save("visit-2", MEI.id, {"asked": 5}, TUESDAY)

        assert unit.interviews.get(VISIT) == {"asked": 1}
        assert unit.interviews.latest_of(MEI.id) == {"asked": 5}
        assert unit.interviews.latest_of("nobody") is None
        assert unit.interviews.get("visit-3") is None


def test_the_first_outcome_of_a_step_stays(store: Store) -> None:
    with store.transaction() as unit:
        assert unit.steps.get(VISIT, "a") is None
        assert unit.steps.save(VISIT, "a", {"say": "thanks"})
        assert not unit.steps.save(VISIT, "a", {"say": "sorry"})

        assert unit.steps.get(VISIT, "a") == {"say": "thanks"}
