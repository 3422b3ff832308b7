"""The intent of a message, with a confidence that means what it says, and none where it is too low."""

from dataclasses import astuple, dataclass
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

from bot.background import BACKGROUND, is_background
from bot.held_out import HeldOut, hold_out, one_background
from bot.linear_model import Features, LinearModel, Trainer
from bot.nearest import Neighbours
from bot.sureness import Evidence, Sureness, best_threshold, log_odds, probabilities

WEIGHTS_FILE = "weights.npz"


@dataclass(frozen=True)
class Trained:
    """What training leaves behind."""

    model: LinearModel
    neighbours: Neighbours
    sureness: Sureness
    threshold: float


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class CalibratedIntentClassifier(IntentClassifier, GraphComponent):
    """Ranks the intents; below its threshold `nlu_fallback` stands first and the ranking follows.

    The dialogue then asks back with the two likeliest instead of guessing. The confidence of the likeliest is the
    probability that following it is right, learnt from held-out messages and held-out intents (bot/held_out.py).
    """

    @classmethod
    def required_components(cls) -> list[type]:
        """It needs the sparse and the dense features."""
        return [Featurizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """What can be set in config.yml; `threshold: null` means the one that is learnt from the training data.

        `wrong_costs`: how many intents followed rightly one followed wrongly costs. `out_of_scope_share`: of how many
        messages it is assumed that no intent is theirs. `least_confidence`: what is less likely is not in the ranking,
        unless it is the likeliest; to ask back with it would be to guess.
        """
        return {
            "inverse_regularisation": 10.0,
            "embedding_weight": 1.5,
            "dimensions": 700,
            "rounds": 4,
            "wrong_costs": 1.0,
            "out_of_scope_share": 0.5,
            "threshold": None,
            "ranking_length": 5,
            "least_confidence": 0.03,
        }

    def __init__(
        self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, trained: Trained | None = None
    ) -> None:
        """Makes a classifier, untrained unless `trained` is given; the other arguments are Rasa's."""
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._trained = trained

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
            model = LinearModel.load(stored)
            trained = Trained(
                model,
                Neighbours.load(stored, len(model.sparse_weights)),
                Sureness(*(float(number) for number in stored["sureness"])),
                float(stored["threshold"]),
            )
        return cls(config, model_storage, resource, trained)

    def train(self, training_data: TrainingData) -> Resource:
        """Fits the weights, the sureness and the threshold, and writes them as plain numbers."""
        messages = training_data.intent_examples
        features = self._features(messages)
        self._trained = self._fit(features, np.array([message.get(INTENT) for message in messages]))
        with self._model_storage.write_to(self._resource) as folder:
            self._trained.model.save(
                folder / WEIGHTS_FILE,
                sureness=np.array(astuple(self._trained.sureness)),
                threshold=np.float64(self._trained.threshold),
                **self._trained.neighbours.arrays(),
            )
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Adds nothing: no later component learns from this one's guesses."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds the intent and the ranking to each message."""
        features = self._features(messages)
        rows = probabilities(self._trained.model.logits(features))
        sureness, likeliest = self._sureness(features, rows)
        for message, row, sure, column in zip(messages, rows, sureness, likeliest, strict=True):
            ranking = self._ranking(row * sure / max(row[column], np.finfo(float).tiny))
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages

    def _ranking(self, row: np.ndarray) -> list[dict[str, Any]]:
        """The likeliest intents, without the background; `row` has a confidence for each column."""
        intents = self._trained.model.intents
        columns = [column for column in np.argsort(-row) if not is_background(intents[column])]
        named = [{"name": intents[column], "confidence": float(row[column])} for column in columns]
        others = [one for one in named[1:] if one["confidence"] >= self._config["least_confidence"]]
        ranking = [named[0], *others[: self._config["ranking_length"] - 1]]
        if ranking[0]["confidence"] >= self._trained.threshold:
            return ranking
        return [{"name": DEFAULT_NLU_FALLBACK_INTENT_NAME, "confidence": self._trained.threshold}, *ranking]

    def _sureness(self, features: Features, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """How sure the likeliest intent of each message is, and its column."""
        ours = np.flatnonzero([intent != BACKGROUND for intent in self._trained.model.intents])
        likeliest = ours[rows[:, ours].argmax(axis=1)]
        odds = log_odds(rows[np.arange(len(rows)), likeliest])
        evidence = Evidence(odds, self._trained.neighbours.nearness(features, likeliest))
        return self._trained.sureness.of(evidence), likeliest

    def _fit(self, features: Features, intents: np.ndarray) -> Trained:
        names = one_background(intents)
        trainer = Trainer(features, names, self._config["inverse_regularisation"], self._config["dimensions"])
        held_out = hold_out(trainer, features, intents, self._config["rounds"])
        kept = np.setdiff1d(np.arange(len(intents)), held_out.covered())
        model = trainer.model(kept)
        ours = kept[names[kept] != BACKGROUND]
        neighbours = Neighbours.of(features.chosen(ours), np.searchsorted(model.intents, names[ours]))
        return Trained(model, neighbours, *self._learnt(held_out.without(held_out.covered())))

    def _learnt(self, held_out: HeldOut) -> tuple[Sureness, float]:
        weight = held_out.weights(self._config["out_of_scope_share"])
        sureness = Sureness.learnt(held_out.evidence, held_out.is_right, weight)
        sure = sureness.of(held_out.evidence)
        learnt = best_threshold(sure, held_out.is_right, weight, self._config["wrong_costs"])
        return sureness, self._config["threshold"] or learnt

    def _features(self, messages: list[Message]) -> Features:
        """The sentence features of messages, a row each."""
        sparse = [message.get_sparse_features(TEXT)[1].features for message in messages]
        dense = [message.get_dense_features(TEXT)[1].features for message in messages]
        rows = vstack(sparse).tocsr() if len(sparse) > 1 else sparse[0]
        return Features(rows, np.vstack(dense) * np.float32(self._config["embedding_weight"]))
