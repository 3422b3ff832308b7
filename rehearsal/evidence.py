"""What the shop holds of a simulated shopper in the end: from its data bank, or from what it plays back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from catalogue import Catalogue, Language
from profiles import Store
from profiles.records import Need, Status
from rehearsal.asked import lines_like
from rehearsal.playing import Played
from rehearsal.values import read_back

PASSING: dict[Status, str] = {"dont_know": "dont_know", "prefer_not": "prefer_not_to_say"}
"""Choices that say why there is no answer, by the status under which they are kept."""


@dataclass(frozen=True)
class Held:
    """What is held: answers by question, the needs, and the questions that were passed, by the choice that says why.

    Needs and what was passed are None where they cannot be seen.
    """

    facts: dict[str, str]
    needs: tuple[Need, ...] | None
    passed: Mapping[str, str] | None = None


class Witness(Protocol):
    """Somebody who can tell what is held of a shopper."""

    def held(self, played: Played) -> Held:
        """What is held after a conversation."""

    def forget(self, played: Played) -> None:
        """Leaves nothing of a simulated shopper behind, where that can be done."""


class DataBank:
    """The customer data bank itself, for a rehearsal beside the installation."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def held(self, played: Played) -> Held:
        """The answers and needs of whoever the conversations belong to."""
        with self._store.transaction(writes=False) as unit:
            facts: dict[str, str] = {}
            passed: dict[str, str] = {}
            needs: list[Need] = []
            for customer_id in self._customers(played):
                current = unit.answers.current(customer_id)
                facts |= {id: answer.value for id, answer in current.items() if answer.status == "given"}
                passed |= {id: PASSING[answer.status] for id, answer in current.items() if answer.status in PASSING}
                needs += unit.needs.of(customer_id)
        return Held(facts, tuple(needs), passed)

    def forget(self, played: Played) -> None:
        """Erases the simulated shopper."""
        for customer_id in self._customers(played):
            with self._store.transaction() as unit:
                unit.customers.erase(customer_id)

    def _customers(self, played: Played) -> list[str]:
        with self._store.transaction(writes=False) as unit:
            visits = [unit.conversations.get(id) for id in played.conversation_ids]
        return list(dict.fromkeys(visit.customer_id for visit in visits if visit and visit.customer_id))


class PlayedBack:
    """What the chat itself played back last, for a rehearsal against a system elsewhere; it does not name needs."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def held(self, played: Played) -> Held:
        """The answers of the last play-back; none where the conversation did not come so far."""
        facts: dict[str, str] = {}
        for exchange in played.exchanges:
            for message in exchange.heard:
                if message["kind"] == "summary":
                    facts |= self._facts(message["text"], exchange.language)
        return Held(facts, None)

    def forget(self, played: Played) -> None:
        """Does nothing: what another machine keeps is erased there, or by its retention."""

    def _facts(self, text: str, language: Language) -> dict[str, str]:
        line = self._catalogue.wording["play_back_line"].text[language]
        by_name = {question.report_as[language]: question for question in self._catalogue.questions.values()}
        facts = {}
        for found in lines_like(line, text):
            question = by_name.get(found["question"])
            if question is not None:
                facts[question.id] = read_back(found["value"], question, language)
        return facts
