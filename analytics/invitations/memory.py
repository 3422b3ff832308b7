"""What the data bank remembers of a customer that bears on inviting them."""

from dataclasses import dataclass
from datetime import datetime

from profiles.notice_guard import SURVEY
from profiles.records import InterviewStanding
from profiles.store import Unit


@dataclass(frozen=True, kw_only=True)
class Memory:
    """What is remembered of somebody.

    Attributes:
        agreed: whether their latest word on the notice is a yes; only then may anything be kept of them (P1).
        to_this_notice: whether that yes was to the notice as it is now, so that an interview can go on.
        withdrew_at: when they took their consent back, if they did.
        was_erased: whether they asked to be forgotten.
        not_now_at: when they last said 'not now' to an invitation.
        interviews: where each of their interviews stands, the latest first.
    """

    agreed: bool = False
    to_this_notice: bool = False
    withdrew_at: datetime | None = None
    was_erased: bool = False
    not_now_at: datetime | None = None
    interviews: tuple[InterviewStanding, ...] = ()


def memory_of(unit: Unit, customer_id: str, notice_version: str) -> Memory:
    """What is remembered of a customer; for one who has never been in the chat, an empty memory.

    Args:
        unit: a transaction that reads.
        customer_id: the shop's number of the customer.
        notice_version: the version of the notice as it is now.
    """
    consent = unit.consents.current(customer_id, SURVEY)
    agreed = consent is not None and consent.granted
    return Memory(
        agreed=agreed,
        to_this_notice=agreed and consent is not None and consent.notice_version == notice_version,
        withdrew_at=consent.at if consent is not None and not consent.granted else None,
        was_erased=unit.customers.was_erased(customer_id),
        not_now_at=unit.invitations.not_now_at(customer_id),
        interviews=tuple(unit.interviews.standings_of(customer_id)),
    )


def keep_not_now(unit: Unit, customer_id: str, at: datetime) -> bool:
    """Keeps that a customer said 'not now' at `at`; False, and nothing is kept, unless they have agreed (P1)."""
    consent = unit.consents.current(customer_id, SURVEY)
    if consent is None or not consent.granted:
        return False
    unit.invitations.not_now(customer_id, at)
    return True
