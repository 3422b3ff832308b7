"""A yes or no to a purpose, as it is stored: with the version of the notice and the language it was shown in."""

from investigation.visit import Visit
from profiles.records import Consent


def decision(visit: Visit, customer_id: str, purpose: str, *, granted: bool) -> Consent:
    """The record of what `customer_id` has just decided about `purpose`."""
    return Consent(
        customer_id=customer_id,
        purpose=purpose,
        granted=granted,
        notice_version=visit.notice_version,
        language=visit.language,
        at=visit.turn.at,
        conversation_id=visit.turn.conversation_id,
    )
