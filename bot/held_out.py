"""What the classifier makes of messages that it has not been trained on, and of intents that it has never met.

In each of a few rounds some intents, and some topics of the background, are held out altogether and play what is out of
scope; of the other intents some messages are held out. Every message plays both parts once.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bot.background import BACKGROUND, is_background
from bot.linear_model import SEED, Features, Trainer
from bot.nearest import Neighbours
from bot.sureness import Evidence, log_odds, probabilities

IN_SCOPE, OTHER_INTENT, BACKGROUND_TOPIC = range(3)
"""The parts that a held-out message can play."""


@dataclass(frozen=True)
class HeldOut:
    """A row for each message in each of its parts.

    Attributes:
        message: its place among the training messages.
        part: one of `IN_SCOPE`, `OTHER_INTENT`, `BACKGROUND_TOPIC`.
        evidence: for its likeliest intent, the background left aside.
        is_right: whether that intent is its own and was not held out.
    """

    message: np.ndarray
    part: np.ndarray
    evidence: Evidence
    is_right: np.ndarray

    def covered(self) -> np.ndarray:
        """The background messages that one of the intents covers: likelier an intent's than of the background."""
        return self.message[(self.part == BACKGROUND_TOPIC) & (self.evidence.log_odds > 0)]

    def without(self, messages: np.ndarray) -> "HeldOut":
        """The rows but those of `messages`."""
        kept = ~np.isin(self.message, messages)
        evidence = Evidence(self.evidence.log_odds[kept], self.evidence.nearness[kept])
        return HeldOut(self.message[kept], self.part[kept], evidence, self.is_right[kept])

    def weights(self, out_of_scope_share: float) -> np.ndarray:
        """How much each row counts where that share of all messages is out of scope, half of it other intents."""
        outside = [part for part in (OTHER_INTENT, BACKGROUND_TOPIC) if (self.part == part).any()]
        shares = {IN_SCOPE: 1 - out_of_scope_share, **{part: out_of_scope_share / len(outside) for part in outside}}
        return np.array([shares[part] / (self.part == part).sum() for part in self.part])


def hold_out(trainer: Trainer, features: Features, intents: np.ndarray, rounds: int) -> HeldOut:
    """Trains `rounds` times on a part of the messages and judges the others.

    Args:
        trainer: of all messages, with the topics of the background as one intent.
        features: of all messages.
        intents: of all messages, the background's with their topics.
        rounds: how often, >= 3.

    Raises:
        ValueError: too few messages to hold any out.
    """
    judged = [_judged(trainer, features, intents, seen, unseen) for seen, unseen in _rounds(intents, rounds)]
    if not judged:
        raise ValueError(f"{len(intents)} utterances are too few to learn from; give two or more for each intent.")
    joined = [np.concatenate(columns) for columns in zip(*judged, strict=True)]
    message, part, odds, nearness, is_right = joined
    return HeldOut(message, part, Evidence(odds, nearness), is_right)


def one_background(intents: np.ndarray) -> np.ndarray:
    """The intents with all topics of the background as one."""
    return np.array([BACKGROUND if is_background(intent) else intent for intent in intents])


def _rounds(intents: np.ndarray, rounds: int) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """For each round, the messages to train on and the messages to judge."""
    held, turn = _schedule(intents, rounds)
    for number in range(rounds):
        out = held == number
        if len(np.unique(one_background(intents[~out]))) < 2:
            out[:] = False
        unseen = out | (turn == number)
        if unseen.any() and len(np.unique(one_background(intents[~unseen]))) > 1:
            yield np.flatnonzero(~unseen), np.flatnonzero(unseen)


def _schedule(intents: np.ndarray, rounds: int) -> tuple[np.ndarray, np.ndarray]:
    """The round in which each message's whole intent is held out, and the round in which it is on its own (-1: never).

    A lone example is never held out on its own: nothing would be left to recognise it by.
    """
    generator = np.random.default_rng(SEED)
    held, turn = np.full(len(intents), -1), np.full(len(intents), -1)
    names = np.unique(intents)
    ours = generator.permutation([name for name in names if not is_background(name)])
    topics = generator.permutation([name for name in names if is_background(name)])
    for group in (ours, topics):
        for place, intent in enumerate(group):
            theirs = generator.permutation(np.flatnonzero(intents == intent))
            held[theirs] = place % rounds
            if len(theirs) > 1 and not is_background(intent):
                others = [number for number in range(rounds) if number != place % rounds]
                turn[theirs] = np.resize(others, len(theirs))
    return held, turn


def _judged(
    trainer: Trainer, features: Features, intents: np.ndarray, seen: np.ndarray, unseen: np.ndarray
) -> tuple[np.ndarray, ...]:
    names = one_background(intents)
    known, logits = trainer.logits_when_unseen(seen, unseen)
    ours = np.flatnonzero(np.array(known) != BACKGROUND)
    likeliest = ours[logits[:, ours].argmax(axis=1)]
    odds = log_odds(probabilities(logits)[np.arange(len(unseen)), likeliest])
    neighbours = Neighbours.of(features.chosen(seen), np.searchsorted(known, names[seen]))
    nearness = neighbours.nearness(features.chosen(unseen), likeliest)
    is_ours = np.isin(names[unseen], np.array(known)[ours])
    part = np.where(is_ours, IN_SCOPE, np.where(names[unseen] == BACKGROUND, BACKGROUND_TOPIC, OTHER_INTENT))
    return unseen, part, odds, nearness, np.array(known)[likeliest] == names[unseen]
