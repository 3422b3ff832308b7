"""What reading a text finds."""

from dataclasses import dataclass
from typing import Literal

NeedType = Literal["dissatisfaction", "wish", "advice", "praise"]
Strength = Literal["low", "medium", "high"]
Cue = Literal["dissatisfaction", "wish", "workaround", "comparison", "hesitation", "vagueness"]

NEED_TYPES: tuple[NeedType, ...] = ("dissatisfaction", "wish", "advice", "praise")
CUES: tuple[Cue, ...] = ("dissatisfaction", "wish", "workaround", "comparison", "hesitation", "vagueness")


@dataclass(frozen=True)
class NeedFound:
    """One need in a text.

    Attributes:
        type: dissatisfaction with what is, a wish for better, advice to other customers, or praise.
        theme: the id of a theme of the tree (themes.yml).
        span: where the words that say it begin and end in the text, as Python slices count.
        strength: how strongly it is felt.
        explicit: whether the words say it outright; False where it shows only in what the person does or leaves out.
    """

    type: NeedType
    theme: str
    span: tuple[int, int]
    strength: Strength
    explicit: bool
