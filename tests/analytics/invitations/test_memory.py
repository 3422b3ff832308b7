"""What the data bank remembers of a customer that bears on inviting them."""

from analytics.invitations import Memory, memory_of
from profiles import Store
from profiles.records import InterviewStanding
from tests.cast import MEI, MONDAY, TUESDAY
from tests.profiles.people import agree, arrive

NOTICE = "2026-03"
"""The version of the notice that `arrive` agrees to."""


def remembered(store: Store, notice: str = NOTICE) -> Memory:
    with store.transaction(writes=False) as unit:
        return memory_of(unit, MEI.id, notice)


def test_nothing_is_remembered_of_a_stranger(sqlite_store: Store) -> None:
    assert remembered(sqlite_store) == Memory()


def test_an_agreement_a_not_now_and_interviews_are_remembered(sqlite_store: Store) -> None:
    arrive(sqlite_store, MEI)
    with sqlite_store.transaction() as unit:
        unit.invitations.not_now(MEI.id, TUESDAY)
        unit.interviews.save("first", MEI.id, {"ended": "later"}, MONDAY)

    standing = InterviewStanding(customer_id=MEI.id, ended="later", at=MONDAY)
    assert remembered(sqlite_store) == Memory(
        agreed=True, to_this_notice=True, not_now_at=TUESDAY, interviews=(standing,)
    )


def test_an_agreement_to_an_earlier_notice_is_one_but_not_to_this(sqlite_store: Store) -> None:
    arrive(sqlite_store, MEI)

    assert remembered(sqlite_store, "2026-09") == Memory(agreed=True, to_this_notice=False)


def test_a_withdrawal_is_remembered_with_its_time(sqlite_store: Store) -> None:
    arrive(sqlite_store, MEI)
    with sqlite_store.transaction() as unit:
        agree(unit, MEI, granted=False, at=TUESDAY)

    assert remembered(sqlite_store) == Memory(withdrew_at=TUESDAY)


def test_of_somebody_who_was_erased_only_that_is_remembered(sqlite_store: Store) -> None:
    arrive(sqlite_store, MEI)
    with sqlite_store.transaction() as unit:
        unit.customers.erase(MEI.id)

    assert remembered(sqlite_store) == Memory(was_erased=True)
