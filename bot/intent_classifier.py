"""The intent of a message, with a confidence that means what it says, and none where it is too low."""

from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import vstack
from sklearn.model_selection import StratifiedKFold

from bot.calibration import best_temperature, best_threshold, probabilities
from bot.linear_model import SEED, Features, LinearModel, Trainer

WEIGHTS_FILE = "weights.npz"
LOGIT_OF_UNKNOWN = -50.0
"""Speaks so much against an intent of which a fold has no example that it is never predicted."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class CalibratedIntentClassifier(IntentClassifier, GraphComponent):
    """Ranks the intents; below its threshold `nlu_fallback` stands first and the ranking follows.

    The dialogue then asks back with the two likeliest instead of guessing.
    """

    @classmethod
    def required_components(cls) -> list[type]:
        """It needs the sparse and the dense features."""
        return [Featurizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """What can be set in config.yml; `threshold: null` means the one that is learnt from the training data."""
        return {
            "inverse_regularisation": 3.0,
            "embedding_weight": 2.0,
            "dimensions": 300,
            "folds": 4,
            "calibration_examples": 1000,
            "wrong_costs": 1.0,
            "threshold": None,
            "ranking_length": 5,
        }

    def __init__(
        self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, model: LinearModel | None = None
    ) -> None:
        """Makes a classifier, untrained unless a model is given; the other arguments are Rasa's."""
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._model = model
        self._temperature = 1.0
        self._threshold = config["threshold"] or 0.5

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "CalibratedIntentClassifier":
        """Makes an untrained classifier (Rasa calls this)."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "CalibratedIntentClassifier":
        """Makes a classifier from the file of a trained model (Rasa calls this)."""
        with model_storage.read_from(resource) as folder, np.load(folder / WEIGHTS_FILE, allow_pickle=False) as stored:
            classifier = cls(config, model_storage, resource, LinearModel.load(stored))
            classifier._temperature = float(stored["temperature"])
            classifier._threshold = float(stored["threshold"])
        return classifier

    def train(self, training_data: TrainingData) -> Resource:
        """Fits the weights, the temperature and the threshold, and writes them as plain numbers."""
        messages = training_data.intent_examples
        intents = np.array([message.get(INTENT) for message in messages])
        trainer = self._trainer(features_of(messages), intents)
        logits, truth = self._logits_when_unseen(trainer, intents)
        self._temperature = best_temperature(logits, truth)
        self._threshold = self._config["threshold"] or self._learnt_threshold(logits, truth)
        self._model = trainer.model()
        with self._model_storage.write_to(self._resource) as folder:
            self._model.save(folder / WEIGHTS_FILE, temperature=self._temperature, threshold=self._threshold)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Adds nothing: no later component learns from this one's guesses."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds the intent and the ranking to each message."""
        rows = probabilities(self._model.logits(features_of(messages)), self._temperature)
        for message, row in zip(messages, rows, strict=True):
            ranking = self._ranking(row)
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages

    def _ranking(self, row: np.ndarray) -> list[dict[str, Any]]:
        likeliest = np.argsort(-row)[: self._config["ranking_length"]]
        ranking = [{"name": self._model.intents[column], "confidence": float(row[column])} for column in likeliest]
        if ranking[0]["confidence"] >= self._threshold:
            return ranking
        return [{"name": DEFAULT_NLU_FALLBACK_INTENT_NAME, "confidence": self._threshold}, *ranking]

    def _logits_when_unseen(self, trainer: Trainer, intents: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Logits of training messages from models that have not seen them, and the columns of their intents.

        As many folds are held back as `calibration_examples` need: all of a small data set, one of a large one.
        """
        columns = np.unique(intents)
        folds = StratifiedKFold(self._config["folds"], shuffle=True, random_state=SEED)
        logits: list[np.ndarray] = []
        truth: list[np.ndarray] = []
        for seen, unseen in folds.split(intents, intents):
            known, of_known = trainer.logits_when_unseen(seen, unseen)
            rows = np.full((len(unseen), len(columns)), LOGIT_OF_UNKNOWN)
            rows[:, np.searchsorted(columns, known)] = of_known
            logits.append(rows)
            truth.append(np.searchsorted(columns, intents[unseen]))
            if sum(map(len, truth)) >= self._config["calibration_examples"]:
                break
        return np.vstack(logits), np.concatenate(truth)

    def _learnt_threshold(self, logits: np.ndarray, truth: np.ndarray) -> float:
        rows = probabilities(logits, self._temperature)
        is_right = rows.argmax(axis=1) == truth
        return best_threshold(rows.max(axis=1), is_right, self._config["wrong_costs"])[0]

    def _trainer(self, features: Features, intents: np.ndarray) -> Trainer:
        return Trainer(
            features,
            intents,
            self._config["inverse_regularisation"],
            self._config["embedding_weight"],
            self._config["dimensions"],
        )


def features_of(messages: list[Message]) -> Features:
    """The sentence features of messages, a row each."""
    sparse = [message.get_sparse_features(TEXT)[1].features for message in messages]
    dense = [message.get_dense_features(TEXT)[1].features for message in messages]
    return Features(vstack(sparse).tocsr(), np.vstack(dense))
