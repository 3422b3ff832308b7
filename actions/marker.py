"""The mark that an action leaves on a turn that it has completed; without it the channel reports a failure."""

from dataclasses import asdict

from rasa_sdk.executor import CollectingDispatcher

from investigation.step import Progress


def utter_marker(
    dispatcher: CollectingDispatcher,
    message_id: str,
    language: str,
    progress: Progress | None = None,
    ended: bool = False,
    put_off: bool = False,
) -> None:
    """Tells the channel, and through it the gateway, that the turn is done and where the conversation stands."""
    dispatcher.utter_message(
        json_message={
            "turn": message_id,
            "progress": asdict(progress) if progress else None,
            "ended": ended,
            "put_off": put_off,
            "language": language,
        }
    )
