"""What each way in which a conversation ends does to being invited again (I6)."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from analytics.invitations import Memory, invitation_for, load_invitation_rules, memory_of
from analytics.invitations.counting import FINISHED
from analytics.invitations.deciding import LATER
from catalogue import load
from investigation import endings
from investigation.interview import FORGET_CONFIRMED
from profiles import Store
from tests.cast import DANIEL, MONDAY
from tests.investigation.conftest import Shopper

Meet = Callable[..., Shopper]
RULES = load_invitation_rules()
A_WHILE = timedelta(days=RULES.not_now_days + 1)
A_REST = timedelta(days=RULES.cooldown_days + 1)


def remembered(store: Store) -> Memory:
    """What the data bank remembers of Daniel."""
    with store.transaction(writes=False) as unit:
        return memory_of(unit, DANIEL.id, load().wording["consent"].version)


def test_the_words_for_endings_are_the_investigations() -> None:
    assert (LATER, FINISHED) == (endings.LATER, endings.FINISHED)


def test_after_later_the_shopper_is_invited_to_go_on(meet: Meet, sqlite_store: Store) -> None:
    daniel = meet("en", DANIEL.id)
    daniel.agree()
    daniel.pick("for_whom", "gift")
    daniel.say("later", "later")

    memory = remembered(sqlite_store)
    assert invitation_for(memory, RULES, MONDAY + timedelta(days=1)) is None
    assert invitation_for(memory, RULES, MONDAY + A_WHILE) == "go_on"


def test_after_the_last_question_the_shopper_is_left_in_peace(meet: Meet, sqlite_store: Store) -> None:
    daniel = meet("en", DANIEL.id)
    daniel.agree()
    daniel.seen_after_skipping_all()

    memory = remembered(sqlite_store)
    assert [interview.ended for interview in memory.interviews] == [FINISHED]
    assert invitation_for(memory, RULES, MONDAY + A_WHILE) is None
    assert invitation_for(memory, RULES, MONDAY + A_REST) == "begin"


def test_after_stop_the_shopper_is_left_in_peace(meet: Meet, sqlite_store: Store) -> None:
    daniel = meet("en", DANIEL.id)
    daniel.agree()
    daniel.say("stop", "stop")

    memory = remembered(sqlite_store)
    assert invitation_for(memory, RULES, MONDAY + A_WHILE) is None
    assert invitation_for(memory, RULES, MONDAY + A_REST) == "begin"


def test_after_being_forgotten_the_shopper_is_not_invited_any_more(meet: Meet, sqlite_store: Store) -> None:
    daniel = meet("en", DANIEL.id)
    daniel.agree()
    daniel.say("forget everything", "forget_me")
    daniel.pick(FORGET_CONFIRMED, "yes")

    memory = remembered(sqlite_store)
    assert memory == Memory(was_erased=True)
    assert invitation_for(memory, RULES, MONDAY + 10 * A_REST) is None


@pytest.mark.parametrize("said", ["no", None])
def test_of_whoever_did_not_agree_nothing_is_remembered_p1(meet: Meet, sqlite_store: Store, said: str | None) -> None:
    daniel = meet("en", DANIEL.id)
    if said is not None:
        daniel.pick("consent", said)

    assert remembered(sqlite_store) == Memory()
