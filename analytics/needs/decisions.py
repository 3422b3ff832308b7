"""From what the classifier finds likely to needs: which clauses speak for themselves, how strongly, how openly."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from analytics.needs.clauses import Clause
from analytics.needs.exceptions import excepted
from analytics.needs.found import NEED_TYPES, NeedFound, NeedType, Strength
from analytics.needs.judgement import judgement
from analytics.needs.signs import signs, straighten
from analytics.needs.themes import OTHER

NEITHER = "neither"
_CLAUSE_TYPE = 0.5
_CLAUSE_THEME = 0.5
_CONTEXT = 0.4
_OPPOSITES = {"praise": "dissatisfaction", "dissatisfaction": "praise"}
_CONTRASTS = frozenset({"contrast", "exception", "zh_exception"})
_UNSPOKEN_TYPE = 0.4


@dataclass(frozen=True)
class Likely:
    """What a stretch of text most likely says: the odds of each type and theme, and the signs that it shows."""

    clause: Clause
    words: str
    types: Mapping[str, float]
    themes: Mapping[str, float]
    signs: frozenset[str]

    @property
    def type(self) -> str:
        """The likeliest type, or `neither`; the first in the alphabet where two are equally likely."""
        return max(sorted(self.types), key=self.types.__getitem__)

    @property
    def theme(self) -> str:
        """The likeliest theme; the first in the alphabet where two are equally likely."""
        return max(sorted(self.themes), key=self.themes.__getitem__) if self.themes else OTHER

    @property
    def certain_type(self) -> bool:
        """Whether a need is so likely that the clause may stand alone."""
        return self.type != NEITHER and self.types[self.type] >= _CLAUSE_TYPE

    @property
    def certain_theme(self) -> bool:
        """Whether the theme is so likely that it may part the clause from its neighbour of the same type."""
        return self.themes.get(self.theme, 0.0) >= _CLAUSE_THEME


def decide(stretches: Sequence[Likely]) -> list[NeedFound]:
    """The needs of a sentence.

    Args:
        stretches: the sentence as a whole, then its clauses where it has several.

    Returns:
        The needs of the clauses where these differ with certainty, else the sentence's own; what a sentence excepts
        from its contentment is a dissatisfaction too.
    """
    sentence, parts = stretches[0], [_in_context(part, stretches[0]) for part in stretches[1:]]
    span = excepted(sentence.words)
    if span is not None:
        return _with_exception(stretches, Clause(sentence.clause.start + span.start, sentence.clause.start + span.end))
    groups = _without_echoes(_groups(parts), sentence)
    if len({(group[0].type, max(group, key=_certainty).theme) for group in groups}) > 1:
        found = [_found(max(group, key=_certainty), _joined(group)) for group in groups]
    else:
        found = [_found(sentence, sentence.clause)]
    return [need for need in found if need]


def _in_context(part: Likely, sentence: Likely) -> Likely:
    """The clause, its themes weighed with its sentence's: 'and nobody told me' is about what stands before it."""
    odds = {theme: odd ** (1 - _CONTEXT) * sentence.themes[theme] ** _CONTEXT for theme, odd in part.themes.items()}
    total = sum(odds.values()) or 1.0
    return replace(part, themes={theme: odd / total for theme, odd in odds.items()})


def _with_exception(stretches: Sequence[Likely], span: Clause) -> list[NeedFound]:
    """A dissatisfaction, never said outright, with what is excepted, and the praise that stands beside it."""
    nearest = min(stretches, key=lambda stretch: _distance(stretch.clause, span))
    beside = [part for part in stretches[1:] if part is not nearest and part.type == "praise" and part.certain_type]
    needs = [_found(part, part.clause) for part in beside]
    needs.append(NeedFound("dissatisfaction", nearest.theme, (span.start, span.end), "low", explicit=False))
    return sorted((need for need in needs if need), key=lambda need: need.span)


def _distance(one: Clause, other: Clause) -> int:
    return abs(one.start - other.start) + abs(one.end - other.end)


def _groups(parts: Sequence[Likely]) -> list[list[Likely]]:
    groups: list[list[Likely]] = []
    for part in parts:
        if not part.certain_type:
            continue
        last = groups[-1][-1] if groups else None
        if (
            last
            and last.type == part.type
            and not (last.certain_theme and part.certain_theme and last.theme != part.theme)
        ):
            groups[-1].append(part)
        else:
            groups.append([part])
    return groups


def _without_echoes(groups: Sequence[list[Likely]], sentence: Likely) -> list[list[Likely]]:
    """The groups without praise of the very theme that another blames or the other way round, but for a contrast.

    'wrapped in so much plastic, I feel bad' says one thing twice: the type that the whole sentence has stands.
    """
    if sentence.signs & _CONTRASTS or sentence.type not in _OPPOSITES:
        return list(groups)
    told = {max(group, key=_certainty).theme for group in groups if group[0].type == sentence.type}
    return [
        group
        for group in groups
        if group[0].type != _OPPOSITES[sentence.type] or max(group, key=_certainty).theme not in told
    ]


def _certainty(part: Likely) -> float:
    return part.themes.get(part.theme, 0.0)


def _joined(group: Sequence[Likely]) -> Clause:
    return Clause(group[0].clause.start, group[-1].clause.end)


def _found(likely: Likely, clause: Clause) -> NeedFound | None:
    for need_type in NEED_TYPES:
        if likely.type == need_type:
            explicit = speaks_openly(need_type, likely)
            if not explicit and likely.types[need_type] < _UNSPOKEN_TYPE:
                return None
            return NeedFound(need_type, likely.theme, (clause.start, clause.end), strength(likely), explicit)
    return None


def speaks_openly(need_type: NeedType, likely: Likely) -> bool:
    """Whether the words themselves say the need, by a sign of its type or by a judging word."""
    if any(sign.says == need_type for sign in signs() if sign.id in likely.signs):
        return True
    counts = judgement(straighten(likely.words))
    if need_type == "dissatisfaction":
        return counts["bad"] + counts["good_negated"] > 0
    return need_type == "praise" and counts["good"] + counts["bad_negated"] > 0


def strength(likely: Likely) -> Strength:
    """High where something intensifies, low where something softens, medium where neither or both do."""
    strong = bool(likely.signs & {"intensifier", "zh_intensifier"})
    soft = bool(likely.signs & {"softener", "zh_softener"})
    return "medium" if strong == soft else "high" if strong else "low"
