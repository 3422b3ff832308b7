"""How a response is worded."""

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from bot.errors import UnknownResponse
from bot.nlg import WordingByLanguage


def variation(text: str, language: str) -> dict:
    return {"text": text, "condition": [{"type": "slot", "name": "language", "value": language}]}


DOMAIN = Domain.from_dict(
    {
        "slots": {
            "language": {"type": "categorical", "values": ["en", "zh-Hant"], "mappings": [{"type": "custom"}]},
            "words": {"type": "any", "mappings": [{"type": "custom"}]},
        },
        "responses": {"utter_noted": [variation("You said {words}.", "en"), variation("你話{words}。", "zh-Hant")]},
    }
)


@pytest.fixture
def tracker() -> DialogueStateTracker:
    tracker = DialogueStateTracker("visit", DOMAIN.slots)
    tracker.update(SlotSet("language", "zh-Hant"))
    return tracker


@pytest.fixture
def wording() -> WordingByLanguage:
    return WordingByLanguage(domain=DOMAIN)


async def say(wording: WordingByLanguage, tracker: DialogueStateTracker, **values: str) -> str:
    said = await wording.generate("utter_noted", tracker, "askwell", **values)
    return str(said["text"])  # type: ignore[index]


async def test_the_slot_picks_the_language(wording: WordingByLanguage, tracker: DialogueStateTracker) -> None:
    assert await say(wording, tracker, words="送遲咗") == "你話送遲咗。"


async def test_an_action_that_has_just_switched_names_the_language(
    wording: WordingByLanguage, tracker: DialogueStateTracker
) -> None:
    assert await say(wording, tracker, words="late", language="en") == "You said late."


async def test_what_a_person_wrote_is_never_read_for_placeholders(
    wording: WordingByLanguage, tracker: DialogueStateTracker
) -> None:
    assert await say(wording, tracker, words="{language} {0.__class__}") == "你話{language} {0.__class__}。"


async def test_a_placeholder_without_a_value_is_an_error(
    wording: WordingByLanguage, tracker: DialogueStateTracker
) -> None:
    with pytest.raises(UnknownResponse, match="words"):
        await say(wording, tracker)


async def test_a_misspelt_response_is_an_error(wording: WordingByLanguage, tracker: DialogueStateTracker) -> None:
    with pytest.raises(UnknownResponse, match="utter_notd"):
        await wording.generate("utter_notd", tracker, "askwell")
