"""The staff chat: a question in words becomes a query, the query a table, within rights and on record."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from analytics.population import orders_of
from analytics.staff_query import Parsed, Query, QueryRefusedError, Table, Vocabulary, answer, parse
from catalogue import Catalogue, Language
from profiles import Store, Unit
from profiles.records import AuditEntry, StaffMember

EXAMPLES = ("staff_example_need", "staff_example_segment", "staff_example_follow_up")


@dataclass(frozen=True)
class StaffSaying:
    """One message: a wording with its values, and perhaps a table."""

    wording: str
    values: dict[str, str] = field(default_factory=dict)
    table: dict[str, Any] | None = None


@dataclass(frozen=True)
class StaffTurn:
    """A message of a member of staff, signed in by the gateway.

    Args:
        conversation_id: the sign-in that it belongs to.
        message_id: names the message; the same id again gives the same answer.
        staff_id: who asks.
        language: of the page they use.
        text: what they wrote; empty when the conversation opens.
        opening: they have just signed in.
        at: when it was accepted, UTC.
    """

    conversation_id: str
    message_id: str
    staff_id: str
    language: Language
    at: datetime
    text: str = ""
    opening: bool = False


class StaffChat:
    """Answers staff about customers.

    Args:
        store: the customer data bank.
        catalogue: what is said.
        zone: the shop's time zone.
    """

    def __init__(self, store: Store, catalogue: Catalogue, zone: ZoneInfo) -> None:
        self._store = store
        self._catalogue = catalogue
        self._zone = zone

    def prepare(self) -> None:
        """Reads the orders ahead: with a million lines the first question would wait for them for seconds."""
        orders_of(self._store.frames)

    def take(self, turn: StaffTurn) -> tuple[StaffSaying, ...]:
        """What is said to a message; the same message again gives the same and is audited once.

        Raises:
            UnknownRecord: the staff id names nobody who may sign in (any more).
        """
        with self._store.transaction(writes=False) as unit:
            kept = unit.steps.get(turn.conversation_id, turn.message_id)
            asker = unit.staff.get(turn.staff_id)
            previous = _previous(unit, turn.conversation_id)
        if kept is not None:
            return tuple(StaffSaying(**said) for said in kept["says"])
        if asker is None or not asker.active:
            return (StaffSaying("query_refused_anonymous"),)
        if turn.opening:
            return self._greet(turn, asker)
        return self._answer(turn, asker, previous)

    def _greet(self, turn: StaffTurn, asker: StaffMember) -> tuple[StaffSaying, ...]:
        example = self._catalogue.say(EXAMPLES[0], turn.language)
        return (StaffSaying("staff_greeting", {"name": asker.name, "example": example}),)

    def _answer(self, turn: StaffTurn, asker: StaffMember, previous: Query | None) -> tuple[StaffSaying, ...]:
        vocabulary = Vocabulary.load()
        today = turn.at.astimezone(self._zone).date()
        parsed = parse(turn.text, previous, vocabulary, today)
        if parsed.query is None:
            return self._not_understood(parsed, turn.language)
        try:
            table = answer(parsed.query, self._store.frames, asker.role, vocabulary, self._zone)
        except QueryRefusedError as refused:
            why = (StaffSaying("staff_says", {"text": refused.said(self._catalogue, turn.language)}),)
            self._keep(turn, parsed.query, why, refused.reason)
            return why
        said = (*_notes(parsed), _shown(table))
        self._keep(turn, parsed.query, said, None)
        return said

    def _not_understood(self, parsed: Parsed, language: Language) -> tuple[StaffSaying, ...]:
        if parsed.unclear:
            return tuple(StaffSaying("staff_says", {"text": text}) for text in parsed.unclear)
        words = ", ".join(parsed.not_understood)
        if parsed.suggestions:
            return (StaffSaying("staff_did_you_mean", {"words": words, "first": parsed.suggestions[0]}),)
        examples = "; ".join(self._catalogue.say(example, language) for example in EXAMPLES)
        return (StaffSaying("staff_not_understood", {"words": words, "examples": examples}),)

    def _keep(self, turn: StaffTurn, query: Query, said: tuple[StaffSaying, ...], refused: str | None) -> None:
        """Keeps the answer for a repeat, the query to go on from, and both on the record (P4, I14)."""
        action = "customers_exported" if query.export and refused is None else "customers_queried"
        detail = {"query": query.to_dict(), "refused": refused}
        outcome = {"says": [{"wording": one.wording, "values": one.values, "table": one.table} for one in said]}
        with self._store.transaction() as unit:
            if unit.steps.save(turn.conversation_id, turn.message_id, outcome):
                unit.audit.record(AuditEntry(at=turn.at, staff_id=turn.staff_id, action=action, detail=detail))
                if refused is None:
                    unit.interviews.save(turn.conversation_id, None, {"query": query.to_dict()}, turn.at)


def _previous(unit: Unit, conversation_id: str) -> Query | None:
    kept = unit.interviews.get(conversation_id)
    return Query.from_dict(kept["query"]) if kept else None


def _notes(parsed: Parsed) -> tuple[StaffSaying, ...]:
    return tuple(StaffSaying("staff_says", {"text": note}) for note in parsed.notes)


def _shown(table: Table) -> StaffSaying:
    return StaffSaying("staff_restated", {"restated": table.restated}, table.to_dict())
