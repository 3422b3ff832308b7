"""One message of a shopper, with what the gateway and the language understanding know about it."""

from dataclasses import dataclass, field
from datetime import datetime

from catalogue import Language


@dataclass(frozen=True)
class Meaning:
    """An intent that the classifier holds possible, with its calibrated probability (0 to 1)."""

    intent: str
    confidence: float


@dataclass(frozen=True)
class Turn:
    """What a shopper has just said or picked.

    Args:
        conversation_id: the visit that the message belongs to.
        message_id: names the message; the same id again gives the same step.
        at: when it was accepted, UTC.
        language: the conversation's language, `en` or `zh-Hant`.
        text: the shopper's words (personal numbers already masked), or the label of the button picked.
        choice: slot and value of the button picked, if one was.
        opening: the conversation has just been opened and nothing was said yet.
        meanings: intents, the likeliest first; empty for a button or an opening.
        customer_id: the signed-in customer, if the shop vouched for one.
    """

    conversation_id: str
    message_id: str
    at: datetime
    language: Language
    text: str = ""
    choice: tuple[str, str] | None = None
    opening: bool = False
    meanings: tuple[Meaning, ...] = field(default=())
    customer_id: str | None = None

    def intent(self) -> Meaning:
        """The likeliest meaning; one without a name and with probability 0 where nothing was classified."""
        return self.meanings[0] if self.meanings else Meaning("", 0.0)
