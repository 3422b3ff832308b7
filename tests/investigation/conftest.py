"""A shopper's side of an investigation, without Rasa: the real catalogue, store and needs reader."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from analytics.answer_meaning import AnswerMeanings
from analytics.needs import NeedsReader
from catalogue import Language, load
from investigation import Investigation, Step, Turn
from investigation.shop import Shop
from investigation.turn import Meaning
from profiles import Store
from profiles.records import Conversation
from tests.cast import MONDAY

SHOP = Shop("Corner Grocer", "privacy@shop.example", ZoneInfo("Asia/Hong_Kong"))
SURE = 0.95


class Shopper:
    """Somebody in a conversation; every message is a minute after the one before."""

    def __init__(self, store: Store, investigation: Investigation, language: Language, customer_id: str | None) -> None:
        self.store = store
        self._investigation = investigation
        self._language = language
        self._known_as = customer_id
        self._numbers = count(1)
        self._conversations = count(1)
        self.open()

    def open(self) -> Step:
        """Opens a new conversation."""
        self.conversation_id = f"visit-{self._known_as}-{next(self._conversations)}"
        with self.store.transaction() as unit:
            unit.conversations.open(
                Conversation(
                    conversation_id=self.conversation_id,
                    role="shopper",
                    language=self._language,
                    started_at=MONDAY,
                    expires_at=MONDAY + timedelta(days=1),
                    customer_id=None,
                )
            )
        return self._take(opening=True)

    def pick(self, slot: str, value: str) -> Step:
        """Picks a button."""
        return self._take(choice=(slot, value), text=value)

    def say(self, text: str, intent: str = "give_answer", confidence: float = SURE) -> Step:
        """Writes `text`, which the classifier takes for `intent`."""
        return self._take(text=text, meanings=(Meaning(intent, confidence),))

    def agree(self) -> Step:
        """Says yes to the notice."""
        return self.pick("consent", "yes")

    @property
    def facts(self) -> dict[str, str]:
        """The answers that hold, by question."""
        with self.store.transaction(writes=False) as unit:
            conversation = unit.conversations.get(self.conversation_id)
            assert conversation is not None
            if conversation.customer_id is None:
                return {}
            current = unit.answers.current(conversation.customer_id)
            return {id: answer.value for id, answer in current.items() if answer.status == "given"}

    def interview(self) -> dict[str, Any]:
        """What is kept of the conversation's state."""
        with self.store.transaction(writes=False) as unit:
            kept = unit.interviews.get(self.conversation_id)
        assert kept is not None
        return kept

    def keep(self, interview: dict[str, Any]) -> None:
        """Puts another state in its place."""
        with self.store.transaction() as unit:
            unit.interviews.save(self.conversation_id, self._known_as, interview, self.last_turn.at)

    def _take(self, **said: object) -> Step:
        number = next(self._numbers)
        turn = Turn(
            conversation_id=self.conversation_id,
            message_id=f"message-{number}",
            at=MONDAY + timedelta(minutes=number),
            language=self._language,
            customer_id=self._known_as,
            **said,  # type: ignore[arg-type]  # each caller above names fields of Turn
        )
        self.last_turn = turn
        with self.store.transaction() as unit:
            unit.turns.accept(turn.conversation_id, turn.message_id, turn.text, turn.at)
        self.step = self._investigation.take(turn)
        self._language = self.step.language
        return self.step

    def skip_until(self, slot: str) -> Step:
        """Skips questions until `slot` is open."""
        for _ in range(60):
            if self.step.open_slot == slot:
                return self.step
            self.say("skip", "skip")
        raise AssertionError(f"{slot} was never opened; open is {self.step.open_slot}.")

    def seen_after_skipping_all(self) -> list[str]:
        """Skips whatever is asked until nothing is, and gives what was."""
        seen = []
        while not self.step.ended:
            seen.append(self.step.open_slot or "")
            slot = self.step.open_slot or ""
            self.pick(slot, "right") if slot.startswith("play_back") else self.say("skip", "skip")
        return seen

    def repeat(self) -> Step:
        """Sends the last message once more."""
        return self._investigation.take(self.last_turn)


@pytest.fixture(scope="session")
def reader() -> NeedsReader:
    """The needs reader that the product uses."""
    return NeedsReader.load()


@pytest.fixture
def meanings() -> AnswerMeanings:
    """Free answers are read by their words alone, unless a file of tests learns what they mean."""
    return AnswerMeanings()


@pytest.fixture
def meet(sqlite_store: Store, reader: NeedsReader, meanings: AnswerMeanings) -> Callable[..., Shopper]:
    """Somebody new in the chat: `meet()`, or `meet('zh-Hant', customer_id='mei')` for somebody the shop knows."""
    investigation = Investigation(sqlite_store, load(), reader, meanings, SHOP)

    def meet_somebody(language: Language = "en", customer_id: str | None = None) -> Shopper:
        return Shopper(sqlite_store, investigation, language, customer_id)

    return meet_somebody
