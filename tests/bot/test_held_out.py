"""Which messages are held out when the classifier learns what it may be sure of."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from bot.background import BACKGROUND, background_sentences, is_background
from bot.held_out import BACKGROUND_TOPIC, IN_SCOPE, OTHER_INTENT, HeldOut, hold_out, one_background
from bot.linear_model import Features, Trainer
from bot.nearest import Neighbours
from bot.utterances import normal

INTENTS = ["affirm", "deny", "skip", "stop", "later", *(f"{BACKGROUND}{topic}" for topic in ("news", "noise", "jobs"))]


def heaps(intents: list[str], size: int = 12) -> "tuple[Features, np.ndarray]":
    """`size` messages of each intent, each intent around a direction of its own."""
    generator = np.random.default_rng(7)
    names = np.repeat(intents, size)
    centres = {intent: np.eye(len(intents))[place] * 3 for place, intent in enumerate(intents)}
    dense = np.array([centres[name] for name in names]) + generator.normal(scale=0.3, size=(len(names), len(intents)))
    return Features(csr_matrix(generator.uniform(size=(len(names), 8)) * 0.1), dense.astype(np.float32)), names


def held_out(intents: list[str], size: int = 12) -> "tuple[HeldOut, np.ndarray]":
    features, names = heaps(intents, size)
    return hold_out(Trainer(features, one_background(names), 10.0, 8), features, names, rounds=4), names


def test_every_message_plays_each_of_its_parts_once() -> None:
    judged, names = held_out(INTENTS)
    of_background = np.flatnonzero([is_background(name) for name in names])
    of_intents = np.flatnonzero([not is_background(name) for name in names])

    for part, messages in ((IN_SCOPE, of_intents), (OTHER_INTENT, of_intents), (BACKGROUND_TOPIC, of_background)):
        assert sorted(judged.message[judged.part == part]) == messages.tolist()


def test_nothing_out_of_scope_is_ever_right_and_it_is_less_near() -> None:
    judged, _ = held_out(INTENTS)
    inside = judged.part == IN_SCOPE

    assert judged.is_right[inside].all()
    assert not judged.is_right[~inside].any()
    assert judged.evidence.nearness[inside].min() > np.median(judged.evidence.nearness[~inside])


def test_the_parts_weigh_as_assumed() -> None:
    judged, _ = held_out(INTENTS)
    weight = judged.weights(0.4)

    shares = [weight[judged.part == part].sum() for part in (IN_SCOPE, OTHER_INTENT, BACKGROUND_TOPIC)]

    assert shares == pytest.approx([0.6, 0.2, 0.2])


@pytest.mark.parametrize(("intents", "size"), [(["affirm", "deny"], 3), (INTENTS, 1), (INTENTS, 2)])
def test_few_intents_and_few_examples_are_enough(intents: list[str], size: int) -> None:
    judged, _ = held_out(intents, size)

    assert np.isfinite(judged.evidence.log_odds).all()
    assert np.isfinite(judged.weights(0.5)).all()


def test_one_example_of_each_of_two_intents_is_refused() -> None:
    with pytest.raises(ValueError, match="2 utterances are too few"):
        held_out(["affirm", "deny"], 1)


def test_a_background_sentence_that_an_intent_covers_is_found() -> None:
    features, names = heaps(INTENTS)
    like_affirm = np.flatnonzero(names == INTENTS[-1])[:3]
    features.dense[like_affirm] = features.dense[:3]

    judged = hold_out(Trainer(features, one_background(names), 10.0, 8), features, names, rounds=4)

    assert set(like_affirm) <= set(judged.covered())
    assert not np.isin(judged.without(judged.covered()).message, like_affirm).any()


def test_nearness_is_one_for_what_was_trained_on_and_zero_without_neighbours() -> None:
    features, _ = heaps(["affirm", "deny"], 4)
    neighbours = Neighbours.of(features, np.array([0] * 8))

    assert neighbours.nearness(features, np.zeros(8, dtype=int)) == pytest.approx(np.ones(8), abs=1e-5)
    assert neighbours.nearness(features, np.ones(8, dtype=int)).tolist() == [0.0] * 8


def test_no_background_sentence_stands_twice_and_none_that_the_shop_has_itself() -> None:
    sentences = [text for text, _ in background_sentences(set())]

    assert len({normal(text) for text in sentences}) == len(sentences) > 250
    assert "hello" in sentences
    assert "hello" not in [text for text, _ in background_sentences({"hello"})]
