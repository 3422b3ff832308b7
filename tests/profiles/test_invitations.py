"""Invitations: 'not now', where interviews stand, and who was erased."""

from datetime import timedelta

import pytest

from profiles import Store
from profiles.errors import NoticeNotShown
from profiles.records import InterviewStanding
from tests.cast import DANIEL, MEI, MONDAY, TUESDAY
from tests.profiles.people import agree, arrive


def test_the_latest_not_now_is_kept(store: Store) -> None:
    arrive(store, MEI)
    with store.transaction() as unit:
        unit.invitations.not_now(MEI.id, MONDAY)
        unit.invitations.not_now(MEI.id, TUESDAY)

    with store.transaction(writes=False) as unit:
        assert unit.invitations.not_now_at(MEI.id) == TUESDAY
        assert unit.invitations.not_now_at(DANIEL.id) is None


def test_nothing_is_kept_of_somebody_who_has_not_agreed_p1(store: Store) -> None:
    with store.transaction() as unit:
        unit.customers.ensure(MEI.id, source="import", known=True, at=MONDAY)

    with pytest.raises(NoticeNotShown), store.transaction() as unit:
        unit.invitations.not_now(MEI.id, MONDAY)

    with store.transaction(writes=False) as unit:
        assert unit.invitations.not_now_at(MEI.id) is None


def test_nothing_more_is_kept_of_somebody_who_has_withdrawn_p1(store: Store) -> None:
    arrive(store, MEI)
    with store.transaction() as unit:
        agree(unit, MEI, granted=False, at=TUESDAY)

    with pytest.raises(NoticeNotShown), store.transaction() as unit:
        unit.invitations.not_now(MEI.id, TUESDAY)


def test_a_not_now_is_erased_with_the_customer_p8(store: Store) -> None:
    for person in (MEI, DANIEL):
        arrive(store, person)
        with store.transaction() as unit:
            unit.invitations.not_now(person.id, MONDAY)

    with store.transaction() as unit:
        assert unit.customers.erase(MEI.id)

    with store.transaction(writes=False) as unit:
        assert unit.invitations.not_now_at(MEI.id) is None
        assert unit.invitations.not_now_at(DANIEL.id) == MONDAY


def test_whoever_was_erased_is_known_as_such_until_they_come_back_p8(store: Store) -> None:
    arrive(store, MEI)
    with store.transaction() as unit:
        assert not unit.customers.was_erased(MEI.id)
        unit.customers.erase(MEI.id)
        assert unit.customers.was_erased(MEI.id)
        assert not unit.customers.was_erased(DANIEL.id)

    arrive(store, MEI)

    with store.transaction(writes=False) as unit:
        assert not unit.customers.was_erased(MEI.id)


def test_where_the_interviews_of_a_customer_stand_is_told_latest_first(store: Store) -> None:
    arrive(store, MEI)
    arrive(store, DANIEL)
    with store.transaction() as unit:
        unit.interviews.save("first", MEI.id, {"ended": "finished"}, MONDAY)
        unit.interviews.save("second", MEI.id, {"ended": None}, TUESDAY)
        unit.interviews.save("his", DANIEL.id, {"ended": "later"}, TUESDAY)

    with store.transaction(writes=False) as unit:
        assert unit.interviews.standings_of(MEI.id) == [
            InterviewStanding(customer_id=MEI.id, ended=None, at=TUESDAY),
            InterviewStanding(customer_id=MEI.id, ended="finished", at=MONDAY),
        ]
        assert unit.interviews.standings_of("nobody") == []


def test_interviews_since_a_time_leave_out_earlier_ones_and_those_of_nobody(store: Store) -> None:
    arrive(store, MEI)
    with store.transaction() as unit:
        unit.interviews.save("before", MEI.id, {"ended": "finished"}, TUESDAY - timedelta(seconds=1))
        unit.interviews.save("at", MEI.id, {"ended": "finished"}, TUESDAY)
        unit.interviews.save("nobodys", None, {"query": {}}, TUESDAY)

    with store.transaction(writes=False) as unit:
        assert unit.interviews.standings_since(TUESDAY) == [
            InterviewStanding(customer_id=MEI.id, ended="finished", at=TUESDAY)
        ]
