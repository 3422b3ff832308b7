"""Whether to invite somebody to the chat now, and to what (I6)."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Literal

from analytics.invitations.memory import Memory
from analytics.invitations.rules import InvitationRules
from profiles.records import InterviewStanding

Invitation = Literal["begin", "go_on"]
"""To a new interview, or to one that was put off or left in the middle."""
LATER = "later"
"""The investigation's word for an interview that was put off."""


def invitation_for(memory: Memory, rules: InvitationRules, now: datetime) -> Invitation | None:
    """What a customer may be invited to now; None for nothing.

    Args:
        memory: what the data bank remembers of them; `Memory()` for somebody of whom it knows nothing.
        rules: the retailer's rules; quotas are the affair of whoever counts interviews (`HeldBack`).
        now: the time, UTC.

    >>> from analytics.invitations.rules import load_invitation_rules
    >>> from datetime import UTC
    >>> invitation_for(Memory(), load_invitation_rules(), datetime(2026, 3, 2, tzinfo=UTC))
    'begin'
    """
    if not rules.enabled or memory.was_erased:
        return None
    if _any_within(rules.not_now_days, now, _not_nows(memory)) or _any_within(rules.cooldown_days, now, _ends(memory)):
        return None
    latest = _latest(memory)
    return "go_on" if latest is not None and _is_unfinished(latest) and memory.to_this_notice else "begin"


def _not_nows(memory: Memory) -> Iterator[datetime | None]:
    """When they asked to be left in peace for a while; 'later' in the chat, or just leaving it, says so too."""
    yield memory.not_now_at
    latest = _latest(memory)
    if latest is not None and _is_unfinished(latest):
        yield latest.at


def _ends(memory: Memory) -> Iterator[datetime | None]:
    """When they were done with it. Whoever has begun anew since, and put that off, wants to go on all the same."""
    yield memory.withdrew_at
    latest = _latest(memory)
    if latest is None or latest.ended != LATER:
        yield from (one.at for one in memory.interviews if not _is_unfinished(one))


def _latest(memory: Memory) -> InterviewStanding | None:
    return memory.interviews[0] if memory.interviews else None


def _is_unfinished(interview: InterviewStanding) -> bool:
    """Whether an interview was put off, or left in the middle without a word."""
    return interview.ended in (None, LATER)


def _any_within(days: int, now: datetime, moments: Iterator[datetime | None]) -> bool:
    return any(at is not None and now - at < timedelta(days=days) for at in moments)
