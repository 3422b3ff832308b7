"""The one form of the staff chat: whatever a member of staff writes goes to `StaffChat.take`."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.investigation_form import NOTHING_TO_ASK
from actions.marker import utter_marker
from actions.turns import metadata_of
from analytics.staff_chat import StaffChat, StaffSaying, StaffTurn


class ValidateStaffForm(Action):  # type: ignore[misc]  # rasa_sdk ships without types for its base class
    """Takes the question and utters the answer; a query runs beside the other conversations, not before them."""

    def __init__(self, chat: StaffChat, clock: Callable[[], datetime]) -> None:
        self._chat = chat
        self._clock = clock

    def name(self) -> str:
        """The name that Rasa's form calls for validation."""
        return "validate_staff_form"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[dict[str, Any]]:
        """Runs one turn of the staff chat."""
        turn = staff_turn_of(tracker, self._clock())
        for said in await asyncio.to_thread(self._chat.take, turn):
            utter(dispatcher, said, turn.language)
        utter_marker(dispatcher, turn.message_id, turn.language)
        return [
            SlotSet("language", turn.language),
            SlotSet("turn_completed", turn.message_id),
            SlotSet("requested_slot", NOTHING_TO_ASK),
        ]


def staff_turn_of(tracker: Tracker, now: datetime) -> StaffTurn:
    """The turn that the latest message is; who asks is what the gateway has vouched for."""
    metadata = metadata_of(tracker)
    return StaffTurn(
        conversation_id=metadata["conversation_id"],
        message_id=metadata["message_id"],
        staff_id=metadata["staff_id"],
        language=metadata["language"],
        at=now.astimezone(UTC),
        text=str(tracker.latest_message.get("text") or "").strip(),
        opening=metadata.get("kind") == "open",
    )


def utter(dispatcher: CollectingDispatcher, said: StaffSaying, language: str) -> None:
    """Utters one message, with its table if it has one."""
    shown = {"kind": "table", "data": said.table} if said.table is not None else None
    dispatcher.utter_message(response=f"utter_{said.wording}", json_message=shown, language=language, **said.values)
