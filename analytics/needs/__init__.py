"""From free text to needs: what a shopper lacks, wishes, advises or praises, about which theme, in which words."""

from analytics.needs.features import embeddings
from analytics.needs.found import Cue, NeedFound, NeedType, Strength
from analytics.needs.look import Look
from analytics.needs.reader import NeedsReader

__all__ = [
    "Cue",
    "Look",
    "NeedFound",
    "NeedType",
    "NeedsReader",
    "Strength",
    "embeddings",
]
