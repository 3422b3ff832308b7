"""Picks the wording of a response by language, and fails where Rasa would stay silent."""

from string import Formatter
from typing import Any

from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.shared.core.trackers import DialogueStateTracker

from bot.errors import UnknownResponse

LANGUAGE_SLOT = "language"


class WordingByLanguage(TemplatedNaturalLanguageGenerator):
    """Says a response in the language that the action names, else in that of the conversation.

    Rasa's own generator draws among variations and says nothing at all when a name is misspelt.
    """

    def __init__(self, endpoint_config: Any = None, domain: Any = None) -> None:
        """Makes a generator for the responses of `domain`; `endpoint_config` is Rasa's and is not needed."""
        super().__init__(domain.responses if domain else {})

    async def generate(
        self, utter_action: str, tracker: DialogueStateTracker, output_channel: str, **kwargs: Any
    ) -> dict[str, Any] | None:
        """The response `utter_action` with its placeholders filled.

        Args:
            utter_action: name of the response.
            tracker: the conversation; its slots fill placeholders, `language` picks the variation.
            output_channel: Rasa's argument; our responses are the same on every channel.
            kwargs: values that the action gives for placeholders; `language` overrides the slot.

        Raises:
            UnknownResponse: there is no such response, none in the language, or a placeholder has no value.
        """
        values = {**tracker.current_slot_values(), **kwargs}
        language = kwargs.get(LANGUAGE_SLOT) or tracker.get_slot(LANGUAGE_SLOT)
        variations = self.responses.get(utter_action, [])
        chosen = next((one for one in variations if _language_of(one) in (language, None)), None)
        if chosen is None:
            raise UnknownResponse(f"The domain has no response '{utter_action}' in '{language}'.")
        buttons = [dict(button) for button in chosen.get("buttons", [])]
        return {**chosen, "text": _filled(chosen["text"], values, utter_action), "buttons": buttons}


def _filled(text: str, values: dict[str, Any], name: str) -> str:
    """The text with its placeholders filled; what fills them is never read for placeholders again."""
    missing = [field for _, field, _, _ in Formatter().parse(text) if field and values.get(field) is None]
    if missing:
        raise UnknownResponse(f"'{name}' needs {', '.join(missing)}, which the action has not set.")
    return text.format_map(values)


def _language_of(variation: dict[str, Any]) -> str | None:
    conditions: list[dict[str, Any]] = variation.get("condition") or []
    return next((condition["value"] for condition in conditions if condition["name"] == LANGUAGE_SLOT), None)
