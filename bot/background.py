"""What people write to any shop's bot that none of a shop's intents is about, as a component of the pipeline."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

import yaml
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.utterances import normal

BACKGROUND_FILE = Path(__file__).with_name("background.yml")

BACKGROUND = "__background__"
"""Begins the intent of a background sentence; its topic follows."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class BackgroundSentences(GraphComponent):
    """Adds the sentences of bot/background.yml to the training data; does nothing to what shoppers write.

    The classifier learns them as one more class, which is never predicted: what looks more like them than like any
    intent is out of scope. It must stand first, so that the featurizers see them.
    """

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "BackgroundSentences":
        """Makes the component (Rasa calls this)."""
        return cls()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """The training data and the background."""
        known = {normal(message.get(TEXT)) for message in training_data.intent_examples}
        added = [Message.build(text=text, intent=intent) for text, intent in background_sentences(known)]
        return training_data.merge(TrainingData(training_examples=added))

    def process(self, messages: list[Message]) -> list[Message]:
        """The messages as they are."""
        return messages


def background_sentences(known: Collection[str], file: Path = BACKGROUND_FILE) -> list[tuple[str, str]]:
    """The sentences, each with its intent, which names its topic: training holds whole topics back.

    Args:
        known: normal forms of the shop's own utterances; a sentence among them is left out.
        file: YAML, a list of sentences for each topic.

    >>> background_sentences({"hello"})[0]
    ('ok', '__background__acknowledgements')
    """
    topics = yaml.safe_load(file.read_text("utf-8"))
    return [
        (sentence, BACKGROUND + topic)
        for topic, sentences in topics.items()
        for sentence in sentences
        if normal(sentence) not in known
    ]


def is_background(intent: str) -> bool:
    """Whether an intent is a topic of the background, or the class of all of them.

    >>> is_background("__background__things"), is_background("greet")
    (True, False)
    """
    return intent.startswith(BACKGROUND)
