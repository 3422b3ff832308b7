"""What an investigation remembers of one conversation between two messages."""

from dataclasses import asdict, dataclass, field, fields
from typing import Any

from catalogue import Language

KNOWN = "known"
"""How a question is settled whose answer the shop knew before the chat."""
CONSENT = "consent"
PLAY_BACK = "play_back"
PLAY_BACK_NEEDS = "play_back_needs"
PLAYS_BACK = (PLAY_BACK, PLAY_BACK_NEEDS)
"""Where people add what they have just thought of; it is played back with the rest."""
CLOSEST, NONE_OF_THESE = "closest", "none"
"""The question which of a few answers comes closest, and its button for none."""
WHICH_NEED = "which_need"
NEED_THEME = "need_theme"
NEED_PLACE = "need_place"
WHICH_TO_CHANGE = "which_to_change"
CHAT_SATISFACTION = "chat_satisfaction"
RESUME = "resume"
ANYTHING_ELSE = "anything_else"
FORGET_CONFIRMED = "forget_confirmed"


@dataclass
class Probing:
    """The probe that is open: what it follows, and the words that it takes up."""

    question_id: str
    topic: str
    probe_id: str
    phrasing: int
    words: str

    @property
    def slot(self) -> str:
        """The slot under which the importer lists this phrasing of the probe."""
        return f"probe_{self.probe_id}_{self.phrasing}"


@dataclass
class Interview:
    """The state of one conversation; everything in it can be written as JSON.

    Args:
        open_slot: what the shopper was asked last.
        settled: question id to how it was settled (given, skipped, dont_know, prefer_not).
        facts: question id to the value that holds now (several values joined by `|`).
        probing: the probe that is open, if one is.
        probes_used: phrasings already used, as slots, so that none comes twice.
        probes_by_topic: the probes that each topic has had, none of them twice.
        found: ids of the needs found in this conversation.
        order: the questions to ask first, most telling first; the others follow in the catalogue's order.
        not_worth_asking: questions left out because the classification is sure enough, or patience is used up.
        misunderstood: how many times in a row the open question was not understood.
        short_answers: open answers of a word or two in a row, a sign of tiredness.
        unclear: a hint (question_id, message_id, text) that may be filed otherwise once its probe is answered.
        unplaced: hints of which no probe made clear what they are about; they are asked about before the play-back.
        tired: the shopper has said that it is enough; nothing is probed any more.
        closest: the answers offered as the closest to what was written, by their question, while the offer stands.
        confirmed_parts: the parts of the play-back that the shopper has agreed with.
        need_to_correct: the need that the shopper is putting right or denying, if one is open for it.
        ended: how the conversation ended (finished, stopped, later, declined, forgotten), or None.
    """

    open_slot: str | None = None
    language: Language = "en"
    customer_id: str | None = None
    settled: dict[str, str] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    probing: Probing | None = None
    probes_used: list[str] = field(default_factory=list)
    probes_by_topic: dict[str, list[str]] = field(default_factory=dict)
    found: list[str] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    not_worth_asking: list[str] = field(default_factory=list)
    misunderstood: int = 0
    short_answers: int = 0
    tired: bool = False
    unclear: dict[str, str] = field(default_factory=dict)
    unplaced: list[dict[str, str]] = field(default_factory=list)
    closest: dict[str, list[str]] = field(default_factory=dict)
    confirmed_parts: list[str] = field(default_factory=list)
    need_to_correct: str | None = None
    ended: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The state as JSON would have it."""
        return asdict(self)

    @classmethod
    def from_dict(cls, kept: dict[str, Any]) -> "Interview":
        """The state that `to_dict` kept; what another version alone knows of is left out, and the interview goes on."""
        known = {**_known(cls, kept), "unclear": _of_this_version(kept.get("unclear", {}))}
        probing = Probing(**_known(Probing, kept["probing"])) if kept.get("probing") else None
        return cls(**{**known, "probing": probing})


def _known(cls: type[Interview] | type[Probing], kept: dict[str, Any]) -> dict[str, Any]:
    return {each.name: kept[each.name] for each in fields(cls) if each.name in kept}


def _of_this_version(hint: dict[str, str]) -> dict[str, str]:
    """A hint that another version set aside without its message cannot be stored; its words are kept anyway."""
    return hint if "message_id" in hint else {}
