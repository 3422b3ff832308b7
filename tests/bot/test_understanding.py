"""The trained pipeline on messages that it has not been trained on, and its parts."""

import csv
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from rasa.core.channels.channel import UserMessage
from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER
from rasa.engine.loader import load_predict_graph_runner
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.shared.core.trackers import DialogueStateTracker
from scipy.sparse import csr_matrix

from bot.environment import ROOT
from bot.intent_classifier import CalibratedIntentClassifier
from bot.linear_model import Features, LinearModel, Trainer
from bot.utterances import normal, read_utterances

FRESH = Path(__file__).parent / "fresh_utterances.csv"

ABOUT_ANSWERS = {"what_do_you_hold", "who_sees_this", "why_do_you_ask", "forget_me", "change_answer", "how_long_kept"}
"""What somebody may mean who says no more than that it is about their answers."""

Parse = Callable[[str], dict[str, Any]]


@pytest.fixture(scope="module")
def parse(model: Path) -> Parse:
    """Understands a text as the bot does."""
    metadata, graph = load_predict_graph_runner(Path(tempfile.mkdtemp()), model, LocalModelStorage, DaskGraphRunner)

    def understand(text: str) -> dict[str, Any]:
        inputs = {PLACEHOLDER_MESSAGE: [UserMessage(text)], PLACEHOLDER_TRACKER: DialogueStateTracker("visit", [])}
        parsed: dict[str, Any] = graph.run(inputs, [metadata.nlu_target])[metadata.nlu_target][0].as_dict(True)
        return parsed

    return understand


def fresh() -> list[dict[str, str]]:
    with FRESH.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_messages_that_nobody_trained_it_on_are_understood(parse: Parse) -> None:
    known = read_utterances(sorted((ROOT / "data" / "nlu").glob("*.yml")))
    messages = fresh()
    followed = [(row["label"], parse(row["text"])["intent"]["name"]) for row in messages]
    wrong = [pair for pair in followed if pair[1] not in (pair[0], "nlu_fallback")]

    assert not [row["text"] for row in messages if normal(row["text"]) in known]
    assert sum(label == intent for label, intent in followed) / len(messages) >= 0.85
    assert len(wrong) / len(messages) <= 0.08, wrong


def test_the_fallback_leaves_the_ranking_behind_it(parse: Parse) -> None:
    ranking = parse("well maybe the other thing")["intent_ranking"]

    assert ranking[0]["name"] == "nlu_fallback"
    assert 0 < ranking[1]["confidence"] < ranking[0]["confidence"]
    assert [one["confidence"] for one in ranking[1:]] == sorted(
        (one["confidence"] for one in ranking[1:]), reverse=True
    )


@pytest.mark.parametrize("text", ["about my information, the answers", "啲資料點呀"])
def test_what_could_mean_two_things_is_not_guessed_and_both_are_offered(parse: Parse, text: str) -> None:
    fallback, first, second, *_ = parse(text)["intent_ranking"]

    assert fallback["name"] == "nlu_fallback"
    assert {first["name"], second["name"]} <= ABOUT_ANSWERS


def test_what_is_hardly_possible_is_not_offered(parse: Parse) -> None:
    assert all(one["confidence"] >= 0.03 for one in parse("purple elephant")["intent_ranking"][2:])


def test_a_message_that_is_understood_has_no_fallback_in_its_ranking(parse: Parse) -> None:
    parsed = parse("點解要問呢條問題？")

    assert parsed["intent"]["name"] == "why_do_you_ask"
    assert "nlu_fallback" not in [one["name"] for one in parsed["intent_ranking"]]


@pytest.mark.parametrize("text", ["", "?", "🙏🙏🙏", "ａｂｃ１２３", "x" * 2000, "送" * 2000, "\x00\x01"])
def test_no_text_is_too_strange_to_be_parsed(parse: Parse, text: str) -> None:
    assert parse(text)["intent"]["name"]


def three_heaps() -> "tuple[Features, np.ndarray]":
    """Thirty messages of three intents that a line can tell apart."""
    generator = np.random.default_rng(3)
    intents = np.array(["affirm", "deny", "skip"] * 10)
    centres = {"affirm": [3.0, 0.0], "deny": [0.0, 3.0], "skip": [-3.0, -3.0]}
    dense = np.array([centres[intent] for intent in intents]) + generator.normal(scale=0.3, size=(30, 2))
    return Features(csr_matrix(generator.uniform(size=(30, 8))), dense), intents


def test_the_reduction_is_multiplied_into_the_weights() -> None:
    features, intents = three_heaps()
    trainer = Trainer(features, intents, inverse_regularisation=1.0, dimensions=4)
    everybody = np.arange(30)

    known, logits = trainer.logits_when_unseen(everybody, everybody)
    model = trainer.model(everybody)

    assert model.intents == known == ["affirm", "deny", "skip"]
    np.testing.assert_allclose(model.logits(features), logits, atol=1e-4)


def test_the_same_data_give_the_same_model_and_it_survives_its_file(tmp_path: Path) -> None:
    features, intents = three_heaps()
    first, second = (Trainer(features, intents, 1.0, 4).model(np.arange(30)) for _ in range(2))
    first.save(tmp_path / "weights.npz", threshold=np.float64(0.5))

    with np.load(tmp_path / "weights.npz", allow_pickle=False) as stored:
        loaded = LinearModel.load(stored)
        assert float(stored["threshold"]) == 0.5

    np.testing.assert_array_equal(first.logits(features), second.logits(features))
    np.testing.assert_array_equal(first.logits(features), loaded.logits(features))


def test_two_intents_are_enough() -> None:
    features, intents = three_heaps()
    two = np.where(intents == "skip", "deny", intents)

    model = Trainer(features, two, 1.0, 4).model(np.arange(30))
    likeliest = np.array(model.intents)[model.logits(features).argmax(axis=1)]

    assert (likeliest == two).all()


def test_the_classifiers_defaults_are_complete() -> None:
    assert CalibratedIntentClassifier.get_default_config()["threshold"] is None
