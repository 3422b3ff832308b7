"""Customer segments by the retailer's own, versioned rules over background and behaviour (C2, C4, C6)."""

from analytics.segments.assign import assign
from analytics.segments.loading import load_segments, read_segments
from analytics.segments.memberships import memberships, memberships_with_reasons
from analytics.segments.rules import UNCLASSIFIED, Segment, SegmentRules

__all__ = [
    "UNCLASSIFIED",
    "Segment",
    "SegmentRules",
    "assign",
    "load_segments",
    "memberships",
    "memberships_with_reasons",
    "read_segments",
]
