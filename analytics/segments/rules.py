"""What a segment's rule consists of; plain values without a word about YAML or tables."""

from dataclasses import dataclass

from catalogue import Language

FIGURES = (
    "orders",
    "spend",
    "recency_days",
    "tenure_days",
    "orders_per_month",
    "average_transaction_value",
    "discount_share",
    "variety",
)
"""The behaviour figures that a rule may ask for (columns of `analytics.behaviour.behaviour`)."""

UNCLASSIFIED = "unclassified"
"""The segment of customers whom no rule fits."""


@dataclass(frozen=True)
class Bounds:
    """A range of numbers: `at_least` is included, `below` is not; None is no bound on that side."""

    at_least: float | None = None
    below: float | None = None


@dataclass(frozen=True)
class FigureWithin:
    """A behaviour figure lies within bounds."""

    figure: str
    bounds: Bounds


@dataclass(frozen=True)
class FigureInTop:
    """A behaviour figure is among the highest `share` of all who have ordered."""

    figure: str
    share: float


@dataclass(frozen=True)
class AnswerIs:
    """The current answer to a question has one of these values."""

    question: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class AnswerWithin:
    """The current answer to a question with a number lies within bounds."""

    question: str
    bounds: Bounds


@dataclass(frozen=True)
class StandingIs:
    """The account status or the stage (`field`) is one of these."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """Several conditions of which all hold, or (`every` is false) at least one."""

    conditions: "tuple[Condition, ...]"
    every: bool


Condition = FigureWithin | FigureInTop | AnswerIs | AnswerWithin | StandingIs | Group


@dataclass(frozen=True)
class Segment:
    """One segment: its names for people, what staff say for it, and its rule."""

    id: str
    name: dict[Language, str]
    says: dict[Language, tuple[str, ...]]
    explanation: dict[Language, str]
    rule: Group


@dataclass(frozen=True)
class SegmentRules:
    """The retailer's segments in the order of their file, and the version of that file."""

    version: int
    segments: tuple[Segment, ...]

    def named(self, id: str) -> Segment:
        """The segment with this id.

        Raises:
            KeyError: there is none; names those that there are.
        """
        for segment in self.segments:
            if segment.id == id:
                return segment
        raise KeyError(f"There is no segment '{id}'; there are {', '.join(s.id for s in self.segments)}.")
