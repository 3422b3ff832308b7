"""A simulated customer: what they know, what they need, and how they behave."""

from dataclasses import dataclass, field

from catalogue import Language
from profiles.records import NeedType

NEWSLETTER = "newsletter"
"""Everybody is asked for it; whoever has no wish of their own declines."""


@dataclass(frozen=True)
class HeldNeed:
    """A need that a persona has and does not say at once.

    Args:
        theme: what it is about, a theme of analytics/needs.
        type: dissatisfaction or wish.
        hint: what is said of it to an open question.
        told: what is said of it to a probe that fits; the hint itself where a persona's file gives nothing else.
        strength: low, medium or high.
    """

    theme: str
    type: NeedType
    hint: str
    told: str
    strength: str = "medium"


@dataclass(frozen=True)
class Behaviour:
    """How a persona makes it hard, or easy.

    Args:
        vague: the share of questions first answered with words that say nothing (0 to 1).
        refuse: questions that are never answered.
        interrupts: what is said instead of an answer, each once.
        edits: question id to the value that an earlier answer is changed to.
        pauses_after: messages after which they leave and come back; None for never.
        typos: the share of written words that have a slip in them (0 to 1).
    """

    vague: float = 0.0
    refuse: frozenset[str] = frozenset()
    interrupts: tuple[str, ...] = ()
    edits: dict[str, str] = field(default_factory=dict)
    pauses_after: int | None = None
    typos: float = 0.0


@dataclass(frozen=True)
class Persona:
    """One simulated customer.

    Args:
        id: names the persona in the report.
        language: what they write.
        known: whether the shop vouches for them (signed in).
        patience: messages that they send before they leave.
        facts: question id to the value that a perfect conversation stores.
        says: question id to wordings that are used instead of the button.
        needs: what lies behind their answers.
        behaviour: how they behave.
    """

    id: str
    language: Language
    known: bool = False
    patience: int = 40
    facts: dict[str, str] = field(default_factory=dict)
    says: dict[str, tuple[str, ...]] = field(default_factory=dict)
    needs: tuple[HeldNeed, ...] = ()
    behaviour: Behaviour = field(default_factory=Behaviour)
