"""The one form of the investigation: whatever a shopper says goes to `Investigation.take`."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.marker import utter_marker
from actions.turns import turn_of
from investigation import Investigation, Saying, Step

NOTHING_TO_ASK = "nothing_to_ask"
"""A slot without a question: Rasa would leave the form, and with it the conversation, if no slot were requested."""


class ValidateInvestigationForm(Action):  # type: ignore[misc]  # rasa_sdk ships without types for its base class
    """Takes the turn, utters what the step says, and requests the slot that is asked next."""

    def __init__(self, investigation: Investigation, clock: Callable[[], datetime]) -> None:
        self._investigation = investigation
        self._clock = clock

    def name(self) -> str:
        """The name that Rasa's form calls for validation."""
        return "validate_investigation_form"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[dict[str, Any]]:
        """Runs one turn of the investigation."""
        turn = turn_of(tracker, self._clock())
        step = self._investigation.take(turn)
        for said in step.says:
            utter(dispatcher, said, step.language)
        utter_marker(dispatcher, turn.message_id, step.language, step.progress, step.ended, step.put_off)
        return slots_of(step, turn.message_id)


def utter(dispatcher: CollectingDispatcher, said: Saying, language: str) -> None:
    """Utters one sentence by its response name, in the language that the conversation goes on in."""
    buttons = [{"title": label, "payload": f"choice:{slot}={value}"} for slot, value, label in said.choices]
    dispatcher.utter_message(response=f"utter_{said.wording}", buttons=buttons, language=language, **said.values)


def slots_of(step: Step, message_id: str) -> list[dict[str, Any]]:
    """The slots that Rasa needs to ask the open question in the right language, and the turn's completion."""
    placeholders = [SlotSet(name, value) for name, value in step.placeholders.items()]
    return [
        *placeholders,
        SlotSet("language", step.language),
        SlotSet("turn_completed", message_id),
        SlotSet("requested_slot", _left_to_ask(step)),
    ]


def _left_to_ask(step: Step) -> str:
    """The slot whose question Rasa is to utter; none where the step has asked its question itself, or has ended."""
    asked = any(said.asks for said in step.says)
    return step.open_slot if step.open_slot is not None and not asked else NOTHING_TO_ASK
