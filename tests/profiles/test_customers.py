"""Customers: found, corrected, consented and erased."""

from dataclasses import replace
from datetime import date

import pytest

from profiles import Store
from profiles.errors import NoticeNotShown
from profiles.records import Customer, Refusal
from tests.cast import DANIEL, MEI, MONDAY, TUESDAY
from tests.profiles.people import VISIT, agree, answer, arrive, need, visit

MEI_OF_THE_SHOP = Customer(
    customer_id=MEI.id,
    source="import",
    known=True,
    created_at=MONDAY,
    email="Mei@shop.example",
    phone="+852 2123 4567",
    birth_date=date(1990, 7, 31),
    first_seen=MONDAY,
)


def test_a_customer_is_made_once_and_then_found(store: Store) -> None:
    with store.transaction() as unit:
        made = unit.customers.ensure(MEI.id, source="import", known=True, at=MONDAY)
    with store.transaction() as unit:
        found = unit.customers.ensure(MEI.id, source="import", known=False, at=TUESDAY)

    assert (
        found == made == Customer(customer_id=MEI.id, source="import", known=True, created_at=MONDAY, first_seen=MONDAY)
    )


def test_a_saved_customer_comes_back_as_they_were(store: Store) -> None:
    with store.transaction() as unit:
        unit.customers.save(MEI_OF_THE_SHOP)

    with store.transaction(writes=False) as unit:
        assert unit.customers.get(MEI.id) == MEI_OF_THE_SHOP


def test_a_changed_customer_keeps_the_time_when_the_row_was_made(store: Store) -> None:
    with store.transaction() as unit:
        unit.customers.save(MEI_OF_THE_SHOP)
        unit.customers.save(replace(MEI_OF_THE_SHOP, phone=None, created_at=TUESDAY))

        assert unit.customers.get(MEI.id) == replace(MEI_OF_THE_SHOP, phone=None)


def test_a_customer_is_found_by_email_however_it_is_written(store: Store) -> None:
    with store.transaction() as unit:
        unit.customers.save(MEI_OF_THE_SHOP)

        found = unit.customers.by_email(" mei@SHOP.example")

        assert found == MEI_OF_THE_SHOP
        assert unit.customers.by_email("daniel@shop.example") is None


def test_nobody_unknown_is_found(store: Store) -> None:
    with store.transaction(writes=False) as unit:
        assert unit.customers.get(MEI.id) is None


def test_no_profile_row_without_the_version_of_the_notice_that_was_shown_p1(store: Store) -> None:
    with pytest.raises(NoticeNotShown, match="'mei' has not agreed"), store.transaction() as unit:
        unit.customers.ensure(MEI.id, source="chat", known=False, at=MONDAY)

    with store.transaction(writes=False) as unit:
        assert unit.customers.get(MEI.id) is None


def test_nothing_is_kept_from_the_chat_after_consent_was_withdrawn_p1(store: Store) -> None:
    arrive(store, MEI)
    with store.transaction() as unit:
        agree(unit, MEI, granted=False, at=TUESDAY)

    with pytest.raises(NoticeNotShown), store.transaction() as unit:
        unit.answers.save(answer(MEI, "age_band", "25-34", at=TUESDAY))
    with pytest.raises(NoticeNotShown), store.transaction() as unit:
        unit.needs.save(need(MEI))


def test_agreeing_to_the_newsletter_is_not_agreeing_to_the_survey_p9(store: Store) -> None:
    with pytest.raises(NoticeNotShown), store.transaction() as unit:
        unit.customers.ensure(MEI.id, source="chat", known=False, at=MONDAY)
        agree(unit, MEI, "newsletter")


def test_erasing_removes_everything_but_the_refusals_p8(store: Store) -> None:
    arrive(store, MEI)
    arrive(store, DANIEL)
    with store.transaction() as unit:
        unit.conversations.attach(VISIT, MEI.id)
        unit.turns.accept(VISIT, "m1", "I'd rather have it before eight", MONDAY)
        unit.turns.finish(VISIT, "m1", {"messages": []}, MONDAY)
        unit.answers.save(answer(MEI, "age_band", "25-34"))
        unit.answers.save(answer(DANIEL, "age_band", "35-44", message_id="his"))
        unit.needs.save(need(MEI))
        unit.interviews.save(VISIT, MEI.id, {"asked": ["age_band"]}, MONDAY)
        unit.steps.save(VISIT, "m1", {"say": "thanks"})
        unit.refusals.record(Refusal(conversation_id="other", notice_version="2026-03", language="en", at=MONDAY))

    with store.transaction() as unit:
        assert unit.customers.erase(MEI.id)

    with store.transaction(writes=False) as unit:
        assert unit.customers.get(MEI.id) is None
        assert unit.answers.history(MEI.id, "age_band") == []
        assert unit.needs.of(MEI.id) == []
        assert unit.consents.history(MEI.id) == []
        assert unit.conversations.get(VISIT) is None
        assert unit.turns.history(VISIT) == []
        assert unit.interviews.get(VISIT) is None
        assert unit.steps.get(VISIT, "m1") is None
        assert unit.refusals.get("other") is not None
        assert set(unit.answers.current(DANIEL.id)) == {"age_band"}


def test_a_visit_that_goes_on_while_its_customer_is_erased_keeps_a_row_of_nobody_p8(store: Store) -> None:
    arrive(store, MEI)
    with store.transaction() as unit:
        unit.turns.accept(VISIT, "m1", "my name is Mei", MONDAY)
        unit.turns.finish(VISIT, "m1", {"messages": ["Hello Mei"]}, MONDAY)
        unit.turns.accept(VISIT, "m2", "forget everything", TUESDAY)

    with store.transaction() as unit:
        unit.customers.erase(MEI.id)
    with store.transaction() as unit:
        finished = unit.turns.finish(VISIT, "m2", {"messages": ["Done"]}, TUESDAY)

    with store.transaction(writes=False) as unit:
        assert unit.conversations.get(VISIT) == visit()
        assert unit.turns.history(VISIT) == [finished]
        assert finished.said is None


def test_erasing_somebody_unknown_says_so(store: Store) -> None:
    with store.transaction() as unit:
        assert not unit.customers.erase("nobody")


def test_somebody_who_was_erased_may_come_back_and_agree_anew(store: Store) -> None:
    arrive(store, MEI)
    with store.transaction() as unit:
        unit.customers.erase(MEI.id)

    arrive(store, MEI)

    with store.transaction(writes=False) as unit:
        assert unit.customers.get(MEI.id) is not None


def test_erasing_in_the_transaction_that_wrote_leaves_nothing_to_agree_to(store: Store) -> None:
    with store.transaction() as unit:
        unit.customers.ensure(MEI.id, source="chat", known=False, at=MONDAY)
        unit.customers.erase(MEI.id)

        assert unit.customers.get(MEI.id) is None
