"""What the assistant does after a turn: what it says, what stays open, how far the conversation is."""

from dataclasses import asdict, dataclass, field
from typing import Any

from catalogue import Language


@dataclass(frozen=True)
class Saying:
    """One sentence by its wording id, with the values for its placeholders and buttons made for this moment.

    Args:
        wording: an id under catalogue/wording.
        values: placeholder to text.
        choices: (slot, value, label) of buttons that no catalogue entry can know beforehand.
        asks: this is the open question itself, asked here because of those buttons.
    """

    wording: str
    values: dict[str, str] = field(default_factory=dict)
    choices: tuple[tuple[str, str, str], ...] = ()
    asks: bool = False


@dataclass(frozen=True)
class Progress:
    """How many questions are settled, of how many that this shopper would be asked."""

    answered: int
    total: int


@dataclass(frozen=True)
class Step:
    """The outcome of one turn.

    Args:
        says: sentences before the open question, in order.
        open_slot: the question, probe or step that is asked next; None when nothing is open.
        language: the language from now on.
        placeholders: values that the open question's own wording needs (`words`, `play_back`).
        progress: None before consent.
        ended: nothing more is expected from the shopper.
        put_off: it has ended because the shopper would rather go on another time.
    """

    says: tuple[Saying, ...]
    open_slot: str | None
    language: Language
    placeholders: dict[str, str] = field(default_factory=dict)
    progress: Progress | None = None
    ended: bool = False
    put_off: bool = False

    def to_dict(self) -> dict[str, Any]:
        """The step as JSON would have it, to be kept so that the same message gives the same step."""
        return asdict(self)

    @classmethod
    def from_dict(cls, kept: dict[str, Any]) -> "Step":
        """The step that `to_dict` kept."""
        says = tuple(
            Saying(
                said["wording"],
                said["values"],
                tuple((slot, value, label) for slot, value, label in said["choices"]),
                said["asks"],
            )
            for said in kept["says"]
        )
        progress = Progress(**kept["progress"]) if kept["progress"] else None
        put_off = kept.get("put_off", False)  # A step that an earlier version kept says nothing of it.
        return cls(says, kept["open_slot"], kept["language"], kept["placeholders"], progress, kept["ended"], put_off)
