"""How far an investigation may go with one person's patience."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """The retailer's bounds on a conversation.

    Args:
        probes_on_a_topic: probes on one topic at most (2: the last time, and what would be better).
        probes_in_all: probes in one conversation at most.
        low_score: a score at or under this share of its scale is a cue of its own.
        sure: an intent is followed from this confidence (0 to 1) where the open question takes free text.
        tired_after: so many open answers of at most two words in a row mean that nothing is probed any more.
    """

    probes_on_a_topic: int = 2
    probes_in_all: int = 5
    low_score: float = 0.6
    sure: float = 0.7
    tired_after: int = 2
