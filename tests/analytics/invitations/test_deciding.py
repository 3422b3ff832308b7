"""Whether somebody is invited now, by what is remembered of them (I6)."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from analytics.invitations import InvitationRules, Memory, invitation_for
from profiles.records import InterviewStanding
from tests.cast import MEI, MONDAY

RULES = InvitationRules(version=1, enabled=True, after_seconds=45, cooldown_days=90, not_now_days=14, quotas={})
MOMENT = timedelta(seconds=1)
REST = timedelta(days=90)
WHILE = timedelta(days=14)


def interviews(*told: tuple[str | None, datetime]) -> Memory:
    """Mei has agreed, and her interviews stand like this, the latest first."""
    standings = tuple(InterviewStanding(customer_id=MEI.id, ended=ended, at=at) for ended, at in told)
    return Memory(agreed=True, to_this_notice=True, interviews=standings)


def test_somebody_of_whom_nothing_is_known_is_invited() -> None:
    assert invitation_for(Memory(), RULES, MONDAY) == "begin"


def test_nobody_is_invited_where_the_shop_does_not_want_it() -> None:
    assert invitation_for(Memory(), replace(RULES, enabled=False), MONDAY) is None


def test_whoever_asked_to_be_forgotten_is_not_invited_any_more() -> None:
    assert invitation_for(Memory(was_erased=True), RULES, MONDAY + 10 * REST) is None


@pytest.mark.parametrize("ended", ["finished", "stopped", "declined", "forgotten"])
def test_an_interview_that_came_to_its_end_is_followed_by_a_rest(ended: str) -> None:
    memory = interviews((ended, MONDAY))

    assert invitation_for(memory, RULES, MONDAY + REST - MOMENT) is None
    assert invitation_for(memory, RULES, MONDAY + REST) == "begin"


def test_a_not_now_is_heeded_for_its_days() -> None:
    memory = Memory(agreed=True, not_now_at=MONDAY)

    assert invitation_for(memory, RULES, MONDAY + WHILE - MOMENT) is None
    assert invitation_for(memory, RULES, MONDAY + WHILE) == "begin"


def test_whoever_has_taken_the_consent_back_is_left_in_peace_as_long_as_after_an_interview() -> None:
    memory = Memory(withdrew_at=MONDAY)

    assert invitation_for(memory, RULES, MONDAY + REST - MOMENT) is None
    assert invitation_for(memory, RULES, MONDAY + REST) == "begin"


@pytest.mark.parametrize("ended", ["later", None])
def test_an_unfinished_interview_is_an_invitation_to_go_on_after_a_while(ended: str | None) -> None:
    memory = interviews((ended, MONDAY))

    assert invitation_for(memory, RULES, MONDAY + WHILE - MOMENT) is None
    assert invitation_for(memory, RULES, MONDAY + WHILE) == "go_on"


def test_a_not_now_is_heeded_by_the_invitation_to_go_on_too() -> None:
    memory = replace(interviews(("later", MONDAY)), not_now_at=MONDAY + WHILE)

    assert invitation_for(memory, RULES, MONDAY + 2 * WHILE - MOMENT) is None
    assert invitation_for(memory, RULES, MONDAY + 2 * WHILE) == "go_on"


def test_an_interview_under_an_earlier_notice_begins_anew() -> None:
    memory = replace(interviews(("later", MONDAY)), to_this_notice=False)

    assert invitation_for(memory, RULES, MONDAY + WHILE) == "begin"


def test_whoever_came_back_after_the_end_and_put_it_off_may_go_on_within_the_rest() -> None:
    memory = interviews(("later", MONDAY + WHILE), ("finished", MONDAY))

    assert invitation_for(memory, RULES, MONDAY + 2 * WHILE) == "go_on"


def test_looking_into_the_chat_after_the_end_does_not_shorten_the_rest() -> None:
    memory = interviews((None, MONDAY + WHILE), ("finished", MONDAY))

    assert invitation_for(memory, RULES, MONDAY + REST - MOMENT) is None
    assert invitation_for(memory, RULES, MONDAY + REST) == "go_on"


def test_a_finished_interview_leaves_nothing_to_go_on_with_from_before() -> None:
    memory = interviews(("finished", MONDAY + WHILE), ("later", MONDAY))

    assert invitation_for(memory, RULES, MONDAY + WHILE + REST - MOMENT) is None
    assert invitation_for(memory, RULES, MONDAY + WHILE + REST) == "begin"


def test_without_days_to_wait_nobody_waits() -> None:
    rules = replace(RULES, cooldown_days=0, not_now_days=0)

    assert invitation_for(replace(interviews(("finished", MONDAY)), not_now_at=MONDAY), rules, MONDAY) == "begin"
