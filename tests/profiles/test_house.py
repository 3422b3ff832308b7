"""Staff, and what they did."""

from dataclasses import replace

import pytest

from profiles import Store
from profiles.errors import NameTaken, UnknownRecord
from profiles.records import AuditEntry, StaffMember
from tests.cast import ALICE, BOB, MONDAY, TUESDAY

ALICE_AT_WORK = StaffMember(staff_id=ALICE.id, name=ALICE.name, password_hash="$argon2id$1", role="agent")
BOB_AT_WORK = StaffMember(staff_id=BOB.id, name=BOB.name, password_hash="$argon2id$2", role="manager")


def test_staff_are_found_by_number_and_by_name(store: Store) -> None:
    with store.transaction() as unit:
        unit.staff.add(BOB_AT_WORK)
        unit.staff.add(ALICE_AT_WORK)

        assert unit.staff.get(ALICE.id) == unit.staff.by_name("Alice") == ALICE_AT_WORK
        assert unit.staff.all() == [ALICE_AT_WORK, BOB_AT_WORK]
        assert unit.staff.by_name("Charlie") is None


def test_a_name_is_given_once(store: Store) -> None:
    with store.transaction() as unit:
        unit.staff.add(ALICE_AT_WORK)
        with pytest.raises(NameTaken, match="'Alice'"):
            unit.staff.add(replace(ALICE_AT_WORK, staff_id="alice-2"))


def test_somebody_who_left_is_kept_as_no_longer_active(store: Store) -> None:
    with store.transaction() as unit:
        unit.staff.add(ALICE_AT_WORK)
        unit.staff.save(replace(ALICE_AT_WORK, active=False))

        assert unit.staff.all() == [replace(ALICE_AT_WORK, active=False)]


def test_nobody_unknown_can_be_changed(store: Store) -> None:
    with pytest.raises(UnknownRecord, match="no member of staff 'alice'"), store.transaction() as unit:
        unit.staff.save(ALICE_AT_WORK)


def test_what_staff_did_is_recorded_in_order_i14(store: Store) -> None:
    signed_in = AuditEntry(at=MONDAY, staff_id=ALICE.id, action="sign_in", detail={})
    asked = AuditEntry(at=TUESDAY, staff_id=ALICE.id, action="query", detail={"query": {"need": "delivery"}})
    with store.transaction() as unit:
        unit.staff.add(ALICE_AT_WORK)
        unit.audit.record(signed_in)
        unit.audit.record(asked)

        assert unit.audit.since(MONDAY) == [signed_in, asked]
        assert unit.audit.since(TUESDAY) == [asked]
