"""Notice and consent: nothing about a person is stored before a yes, and nothing but the refusal after a no (P1)."""

from uuid import NAMESPACE_URL, uuid5

from investigation.decisions import decision
from investigation.interview import CONSENT, Interview
from investigation.visit import Visit
from profiles.records import Refusal

SURVEY = "survey"


def ask_for_consent(visit: Visit) -> None:
    """Opens the conversation with the notice."""
    visit.interview.open_slot = CONSENT


def begin_again(visit: Visit) -> None:
    """Shows the notice once more to somebody who has declined, or was forgotten, and would like to take part."""
    visit.interview = Interview(language=visit.language)
    ask_for_consent(visit)


def grant(visit: Visit) -> None:
    """Stores the consent, and the person it makes storable."""
    turn = visit.turn
    customer_id = turn.customer_id or visitor_id(turn.conversation_id)
    visit.unit.customers.ensure(customer_id, source="chat", known=turn.customer_id is not None, at=turn.at)
    visit.unit.consents.record(decision(visit, customer_id, SURVEY, granted=True))
    visit.unit.conversations.attach(turn.conversation_id, customer_id)
    visit.interview.customer_id = customer_id


def refuse(visit: Visit) -> None:
    """Keeps the refusal, forgets the words, and ends kindly."""
    turn = visit.turn
    visit.unit.refusals.record(
        Refusal(
            conversation_id=turn.conversation_id,
            notice_version=visit.notice_version,
            language=visit.language,
            at=turn.at,
        )
    )
    visit.unit.conversations.forget_words(turn.conversation_id)
    visit.unit.conversations.end(turn.conversation_id, turn.at)
    visit.interview = Interview(language=visit.language, ended="declined")
    visit.say("declined")


def has_consented(visit: Visit, customer_id: str) -> bool:
    """Whether this customer's yes to the current version of the notice still stands."""
    consent = visit.unit.consents.current(customer_id, SURVEY)
    return consent is not None and consent.granted and consent.notice_version == visit.notice_version


def visitor_id(conversation_id: str) -> str:
    """An id for somebody whom the shop does not know; the same for the same conversation, so a repeat adds nobody."""
    return f"visitor-{uuid5(NAMESPACE_URL, conversation_id)}"
