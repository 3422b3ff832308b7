"""From what Rasa sends with an action call to a turn of the investigation."""

from datetime import UTC, datetime
from typing import Any

from rasa_sdk import Tracker

from investigation import Turn
from investigation.turn import Meaning

FALLBACK = "nlu_fallback"


def metadata_of(tracker: Tracker) -> dict[str, Any]:
    """What the gateway has vouched for with this message: ids, role, language, choice."""
    metadata: dict[str, Any] = tracker.latest_message.get("metadata") or {}
    return metadata


def turn_of(tracker: Tracker, now: datetime) -> Turn:
    """The turn that the latest message is.

    Args:
        tracker: what Rasa sent.
        now: the time of the turn, UTC.
    """
    metadata = metadata_of(tracker)
    choice = metadata.get("choice")
    return Turn(
        conversation_id=metadata["conversation_id"],
        message_id=metadata["message_id"],
        at=now.astimezone(UTC),
        language=metadata["language"],
        text=str(tracker.latest_message.get("text") or "").strip(),
        choice=(choice["slot"], choice["value"]) if choice else None,
        opening=metadata.get("kind") == "open",
        meanings=_meanings(tracker),
        customer_id=metadata.get("customer_id"),
    )


def _meanings(tracker: Tracker) -> tuple[Meaning, ...]:
    """The intents that the classifier holds possible; where it was too unsure, the fallback stands first."""
    message = tracker.latest_message
    ranking = message.get("intent_ranking") or [message.get("intent") or {}]
    return tuple(
        Meaning(str(entry["name"]), float(entry.get("confidence") or 0.0)) for entry in ranking if entry.get("name")
    )
