"""Which languages the training data of data/nlu holds."""

from collections import Counter

import pytest
import yaml

from cli.understanding.languages import LATIN, language_of
from settings import ROOT


def utterances() -> list[tuple[str, str]]:
    """Intent and text of each utterance."""
    entries = [
        entry
        for file in sorted((ROOT / "data" / "nlu").glob("*.yml"))
        for entry in yaml.safe_load(file.read_text("utf-8"))["nlu"]
    ]
    lines = [(entry["intent"], line) for entry in entries for line in entry["examples"].splitlines()]
    return [(intent, line.removeprefix("- ")) for intent, line in lines]


@pytest.mark.parametrize("language", ["en", "yue", "zh-Hant"])
def test_every_intent_has_forty_utterances_in_english_cantonese_and_written_chinese(language: str) -> None:
    """A sentence of both scripts counts as the Chinese that it is once its Latin words are left out."""
    counts = Counter(
        intent
        for intent, text in utterances()
        if language_of(text if language_of(text) != "mixed" else LATIN.sub("", text)) == language
    )
    intents = {intent for intent, _ in utterances()}

    assert {intent: counts[intent] for intent in intents if counts[intent] < 40} == {}


def test_every_intent_is_also_said_in_both_languages_at_once() -> None:
    counts = Counter(intent for intent, text in utterances() if language_of(text) == "mixed")

    assert {intent: counts[intent] for intent, _ in utterances() if counts[intent] < 8} == {}
