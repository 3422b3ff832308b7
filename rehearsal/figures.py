"""Counts and shares of a rehearsal, with their intervals."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from analytics.statistics import wilson
from rehearsal.judging import Outcome

Listed = Callable[[Outcome], tuple[str, ...]]


@dataclass(frozen=True)
class Share:
    """So many of so many, with Wilson's interval."""

    count: int
    of: int

    @property
    def value(self) -> float | None:
        """The share itself; None of nothing."""
        return self.count / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Where the true share lies with 95 % confidence; None of nothing.

        >>> [round(bound, 3) for bound in Share(0, 400).interval]
        [0.0, 0.01]
        """
        found = wilson(self.count, self.of)
        return (found.low, found.high) if found else None

    def to_dict(self) -> dict[str, Any]:
        """The share as JSON has it."""
        return {"count": self.count, "of": self.of, "share": self.value, "interval": self.interval}


@dataclass(frozen=True)
class Figures:
    """What a number of conversations came to."""

    conversations: int
    shares: dict[str, Share]
    counts: dict[str, int]
    turns: float
    seconds_median: float
    seconds_99: float

    def to_dict(self) -> dict[str, Any]:
        """The figures as JSON has them."""
        return {
            "conversations": self.conversations,
            **{name: share.to_dict() for name, share in self.shares.items()},
            **self.counts,
            "turns_mean": self.turns,
            "turn_seconds": {"median": self.seconds_median, "p99": self.seconds_99},
        }


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """The figures of some conversations.

    Args:
        outcomes: at least one.

    Returns:
        `facts_right`: facts stored right, of those that the persona told. `facts_reached`: facts that the conversation
        came to ask, of those that the persona would have told. `needs_found`: of those whose hint was given.
        `wrong_facts`, `invented_needs`, `asked_again`, `broken_manners` and `abandoned`: conversations with any.
    """
    total = _counts(outcomes)
    told = total["facts_right"] + total["facts_missing"] + total["facts_wrong"]
    conversations = len(outcomes)
    shares = {
        "facts_right_share": Share(total["facts_right"], told),
        "facts_reached_share": Share(told, told + total["facts_not_asked"]),
        "needs_found_share": Share(total["needs_found"], total["needs_found"] + total["needs_missed"]),
        "conversations_with_wrong_facts": Share(sum(bool(one.wrong) for one in outcomes), conversations),
        "conversations_with_invented_needs": Share(sum(bool(one.invented) for one in outcomes), conversations),
        "conversations_with_needs_of_other_type": Share(
            sum(bool(one.of_other_type) for one in outcomes), conversations
        ),
        "conversations_that_ask_again": Share(sum(bool(one.asked_again) for one in outcomes), conversations),
        "conversations_with_broken_manners": Share(sum(bool(one.manners) for one in outcomes), conversations),
        "abandoned_share": Share(sum(one.abandoned for one in outcomes), conversations),
    }
    seconds = sorted(second for one in outcomes for second in one.seconds)
    return Figures(
        conversations,
        shares,
        total,
        sum(one.turns for one in outcomes) / conversations,
        _quantile(seconds, 0.5),
        _quantile(seconds, 0.99),
    )


def _counts(outcomes: Sequence[Outcome]) -> dict[str, int]:
    listed: dict[str, Listed] = {
        "facts_right": lambda one: one.right,
        "facts_wrong": lambda one: one.wrong,
        "facts_missing": lambda one: one.missing,
        "facts_not_asked": lambda one: one.not_asked,
        "needs_found": lambda one: one.found,
        "needs_missed": lambda one: one.missed,
        "needs_not_hinted": lambda one: one.not_hinted,
        "needs_invented": lambda one: one.invented,
        "needs_of_other_type": lambda one: one.of_other_type,
        "asked_again": lambda one: one.asked_again,
        "manners_broken": lambda one: one.manners,
    }
    counted = {name: sum(len(of(one)) for one in outcomes) for name, of in listed.items()}
    return counted | {
        "needs_confirmed": sum(one.confirmed for one in outcomes),
        "needs_denied": sum(one.denied for one in outcomes),
        "questions": sum(one.questions for one in outcomes),
        "probes": sum(one.probes for one in outcomes),
        "turns": sum(one.turns for one in outcomes),
    }


def _quantile(ordered: Sequence[float], share: float) -> float:
    """The smallest value that `share` of the others do not exceed; 0 of none."""
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)] if ordered else 0.0
