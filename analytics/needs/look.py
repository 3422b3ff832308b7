"""One look at a text: what each stretch of it most likely says, from which its needs, cues and themes are told."""

from dataclasses import dataclass, replace

from analytics.needs.decisions import NEITHER, Likely, decide
from analytics.needs.found import CUES, Cue, NeedFound, NeedType
from analytics.needs.signs import signs

_WEAK_CUE = 0.15
_LISTENED_FOR = 2.0
_NEITHER_WHEN_LISTENING = 0.5
"""'The queues, mostly' says little by itself, and is a complaint as an answer to what went wrong."""


@dataclass(frozen=True)
class Look:
    """What a text most likely says: for each sentence the sentence as a whole, then its clauses."""

    sentences: tuple[tuple[Likely, ...], ...]
    themes: tuple[str, ...]
    """The themes of the tree, in its order."""

    def listening_for(self, need_type: NeedType | None) -> "Look":
        """The same look at an answer to a question that asks for needs of a type; None asks for none."""
        if need_type is None:
            return self
        heard = tuple(tuple(_heard(part, need_type) for part in parts) for parts in self.sentences)
        return replace(self, sentences=heard)

    def needs(self) -> list[NeedFound]:
        """The needs, in the order of their words; none for a text without."""
        return [need for parts in self.sentences for need in decide(parts)]

    def cues(self) -> tuple[Cue, ...]:
        """What is worth asking about, in the order of `Cue`; nothing for a blank text.

        A weak cue is a cue: dissatisfaction and a wish count from a likelihood of 0.15 on.
        """
        shown = frozenset().union(*(part.signs for parts in self.sentences for part in parts))
        found: set[str] = {sign.cue for sign in signs() if sign.id in shown and sign.cue}
        for sentence, *_ in self.sentences:
            found |= {cue for cue in CUES if sentence.types.get(cue, 0.0) >= _WEAK_CUE}
        found |= {need.type for need in self.needs()}
        return tuple(cue for cue in CUES if cue in found)

    def certainty(self, theme: str) -> float:
        """How likely a theme is, 0 to 1, in the sentence or clause in which it is likeliest; 0 for a blank text."""
        return max((part.themes.get(theme, 0.0) for parts in self.sentences for part in parts), default=0.0)

    def likely_themes(self) -> tuple[str, ...]:
        """The themes, the likeliest first; in the tree's order for a blank text."""
        odds = dict.fromkeys(self.themes, 0.0)
        for sentence, *_ in self.sentences:
            for theme, odd in sentence.themes.items():
                odds[theme] += odd
        return tuple(sorted(odds, key=lambda theme: -odds[theme]))


def _heard(part: Likely, need_type: NeedType) -> Likely:
    weights = {need_type: _LISTENED_FOR, NEITHER: _NEITHER_WHEN_LISTENING}
    odds = {name: odd * weights.get(name, 1.0) for name, odd in part.types.items()}
    total = sum(odds.values())
    return replace(part, types={name: odd / total for name, odd in odds.items()})
