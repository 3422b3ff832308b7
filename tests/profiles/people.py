"""Short ways to put the cast into a store."""

from datetime import datetime
from typing import Any

from profiles import Store, Unit
from profiles.records import Answer, Consent, Conversation, Need
from tests.cast import MONDAY, Person

VISIT = "visit-1"


def agree(unit: Unit, person: Person, purpose: str = "survey", *, granted: bool = True, at: datetime = MONDAY) -> None:
    """The person says yes (or no) after the notice was shown."""
    unit.consents.record(
        Consent(
            customer_id=person.id,
            purpose=purpose,
            granted=granted,
            notice_version="2026-03",
            language="en",
            at=at,
            conversation_id=VISIT,
        )
    )


def arrive(store: Store, person: Person, conversation_id: str = VISIT) -> None:
    """The person opens the chat and agrees to the notice."""
    with store.transaction() as unit:
        unit.conversations.open(visit(conversation_id))
        unit.customers.ensure(person.id, source="chat", known=False, at=MONDAY)
        agree(unit, person)
        unit.conversations.attach(conversation_id, person.id)


def visit(conversation_id: str = VISIT, **changes: Any) -> Conversation:
    """A visit that began on Monday."""
    values: dict[str, Any] = {"role": "shopper", "language": "en", "started_at": MONDAY, "expires_at": MONDAY} | changes
    return Conversation(conversation_id=conversation_id, **values)


def answer(person: Person, question_id: str, value: str, *, at: datetime = MONDAY, **changes: Any) -> Answer:
    """An answer from the chat, in a message of its own time."""
    values: dict[str, Any] = {"conversation_id": VISIT, "message_id": f"message at {at}"} | changes
    return Answer(customer_id=person.id, question_id=question_id, value=value, answered_at=at, **values)


def need(person: Person, **changes: Any) -> Need:
    """A wish about delivery."""
    values: dict[str, Any] = {
        "need_id": "need-1",
        "conversation_id": VISIT,
        "message_id": "m1",
        "type": "wish",
        "theme": "delivery",
        "words": "if only it came before eight",
        "span": (0, 28),
        "strength": "high",
        "explicit": True,
        "found_at": MONDAY,
    }
    return Need(customer_id=person.id, **(values | changes))
