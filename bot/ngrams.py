"""TF-IDF of words and characters, which sees the typos, names and short words that an embedding blurs."""

import json
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.term_weights import Split, TermWeights, side_by_side
from bot.tokenizer import character_ngrams, word_ngrams

KINDS = {"words": word_ngrams, "characters": character_ngrams}
"""How a text is split, by the setting that says how long its n-grams are."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class NgramFeaturizer(Featurizer, GraphComponent):
    """Adds one sparse row for each message: how telling its n-grams of words and, beside them, those of characters are.

    Each kind has length 1 on its own, so that the many n-grams of characters do not drown the few words.
    It splits the text by itself (bot/tokenizer.py): Rasa would hash and copy every token of the training data at each
    step of the pipeline, which takes longer than the training.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`words` and `characters`: the shortest and the longest n-gram."""
        return {**Featurizer.get_default_config(), "words": [1, 2], "characters": [2, 4]}

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Raises `ValueError` for a range of n-grams that there is not."""
        for name in ("words", "characters"):
            shortest, longest = config[name]
            if not 1 <= shortest <= longest:
                raise ValueError(f"config.yml: {name} is {config[name]}; write two numbers from 1, the smaller first.")

    def __init__(self, config: dict[str, Any], name: str, model_storage: ModelStorage, resource: Resource) -> None:
        """Makes an untrained featurizer; the arguments are Rasa's."""
        super().__init__(name, config)
        self._weights = [TermWeights(self._splitting(kind)) for kind in KINDS]
        self._model_storage = model_storage
        self._resource = resource

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "NgramFeaturizer":
        """Makes an untrained featurizer (Rasa calls this)."""
        return cls(config, execution_context.node_name, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "NgramFeaturizer":
        """Makes a featurizer from the files of a trained model (Rasa calls this)."""
        featurizer = cls.create(config, model_storage, resource, execution_context)
        with model_storage.read_from(resource) as folder:
            featurizer._weights = [
                TermWeights(
                    featurizer._splitting(kind),
                    json.loads((folder / f"{kind}.json").read_text("utf-8")),
                    np.load(folder / f"{kind}.npy", allow_pickle=False),
                )
                for kind in KINDS
            ]
        return featurizer

    def train(self, training_data: TrainingData) -> Resource:
        """Learns the n-grams and how telling each is, and writes both as JSON and as plain numbers."""
        texts = [message.get(TEXT) for message in training_data.intent_examples]
        self._weights = [TermWeights.learnt(self._splitting(kind), texts) for kind in KINDS]
        with self._model_storage.write_to(self._resource) as folder:
            for kind, weights in zip(KINDS, self._weights, strict=True):
                (folder / f"{kind}.json").write_text(json.dumps(weights.terms, ensure_ascii=False), "utf-8")
                np.save(folder / f"{kind}.npy", weights.weights, allow_pickle=False)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Adds the rows of all training examples."""
        self.process(training_data.intent_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds the row of each message that has a text."""
        for message in messages:
            text = message.get(TEXT)
            if text is not None:
                row = side_by_side(text, self._weights)
                message.add_features(Features(row, FEATURE_TYPE_SENTENCE, TEXT, self._identifier))
        return messages

    def _splitting(self, kind: str) -> Split:
        split, (shortest, longest) = KINDS[kind], self._config[kind]
        return lambda text: split(text, shortest, longest)
