"""Answers the canary: the message by which readiness is known, which nobody wrote and nothing stores."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.marker import utter_marker
from actions.turns import metadata_of


class AnswerCanary(Action):  # type: ignore[misc]  # rasa_sdk ships without types for its base class
    """Says that the bot and the action server both work."""

    def name(self) -> str:
        """The name that the rule for the canary's intent calls."""
        return "action_canary"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[dict[str, Any]]:
        """Utters the mark alone."""
        metadata = metadata_of(tracker)
        utter_marker(dispatcher, metadata["message_id"], metadata["language"])
        return []
