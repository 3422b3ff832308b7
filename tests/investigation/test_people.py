"""A shopper who wants a person, or complains, reaches the shop with a time by which somebody answers (Q3)."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from profiles.records import Complaint, HandOver, StaffMember
from tests.cast import ALICE
from tests.investigation.conftest import Shopper

Meet = Callable[..., Shopper]


def waiting(shopper: Shopper) -> list[HandOver]:
    with shopper.store.transaction(writes=False) as unit:
        return unit.hand_overs.waiting()


def complaints(shopper: Shopper) -> list[Complaint]:
    with shopper.store.transaction(writes=False) as unit:
        return unit.complaints.waiting()


def said(shopper: Shopper) -> list[str]:
    return [saying.wording for saying in shopper.step.says]


def agreed(meet: Meet) -> Shopper:
    """Somebody who shops for themselves; it is Monday evening in Hong Kong, and the desk has closed at six."""
    shopper = meet()
    shopper.agree()
    shopper.pick("for_whom", "self")
    return shopper


def answered(shopper: Shopper) -> None:
    """Alice writes to the shopper."""
    with shopper.store.transaction() as unit:
        unit.staff.add(StaffMember(staff_id=ALICE.id, name=ALICE.name, password_hash="", role="agent"))
        hand_over = unit.hand_overs.waiting()[0]
        unit.hand_overs.answered(hand_over.hand_over_id, ALICE.id, datetime(2026, 3, 3, 1, 5, tzinfo=UTC))


def test_outside_hours_a_ticket_has_a_summary_and_a_time_after_the_next_opening(meet: Meet) -> None:
    shopper = agreed(meet)
    shopper.say("I want to talk to a person", "speak_to_person")

    (ticket,) = waiting(shopper)
    assert ticket.kind == "ticket"
    assert ticket.answer_by == datetime(2026, 3, 3, 3, 0, tzinfo=UTC), "Tuesday 11:00 in Hong Kong"
    assert "Myself" in ticket.summary and "I want to talk to a person" in ticket.summary
    assert said(shopper) == ["person_ticket"]
    assert shopper.step.says[0].values["by"] == "11:00 on 3/3"
    assert shopper.step.open_slot == "last_channel"


@pytest.mark.slow
def test_asking_again_opens_no_second_ticket(meet: Meet) -> None:
    shopper = agreed(meet)
    shopper.say("a person please", "speak_to_person")
    shopper.repeat()
    shopper.say("a person please!", "speak_to_person")

    assert len(waiting(shopper)) == 1
    assert said(shopper) == ["person_waiting"]


def test_before_the_consent_nothing_is_stored_and_the_contact_is_said(meet: Meet) -> None:
    shopper = meet()
    shopper.say("a person please", "speak_to_person")

    assert waiting(shopper) == []
    assert said(shopper) == ["person_contact"]


def test_what_is_written_once_a_person_is_there_is_for_that_person(meet: Meet) -> None:
    shopper = agreed(meet)
    shopper.say("a person please", "speak_to_person")
    answered(shopper)
    shopper.say("in the app, it crashed twice")

    assert said(shopper) == ["person_passed_on"]
    assert "last_channel" not in shopper.facts

    shopper.pick("last_channel", "app")

    assert shopper.facts["last_channel"] == "app"


def test_everything_can_still_be_forgotten_while_a_person_is_there(meet: Meet) -> None:
    shopper = agreed(meet)
    shopper.say("a person please", "speak_to_person")
    answered(shopper)
    shopper.say("forget me", "forget_me")
    shopper.say("yes", "affirm")

    assert shopper.step.ended
    assert waiting(shopper) == []


def test_a_complaint_goes_into_the_log_with_its_words_and_times(meet: Meet) -> None:
    shopper = agreed(meet)
    shopper.say("your driver was rude and I want to complain", "complaint")

    (complaint,) = complaints(shopper)
    assert complaint.words == "your driver was rude and I want to complain"
    assert complaint.received_at == shopper.last_turn.at
    assert complaint.answer_by == datetime(2026, 3, 3, 9, 0, tzinfo=UTC), "eight open hours later"
    assert said(shopper) == ["complaint_logged"]
    assert shopper.step.open_slot == "last_channel"
