"""Which of several values in one answer is meant: the one that somebody settles on, not the one that was or would be.

'used to be 5 but my son moved out, so 4 now' is 4, '六七次上下，七啦' is 7, 'nine, ten if you sold bread' is 9.
"""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple, TypeVar

from reading.text import pattern
from reading.values.bounds import lies_in
from reading.values.cues import FILLER
from reading.values.numerals import ENGLISH_NUMERALS

T = TypeVar("T")

_MOST = 24
"""Values beyond which an answer is a list or a prank, on which nobody settles."""

_CLAUSE_ENDS = pattern(
    r"[;!?。?…\n:]|\.(?!\d)|,(?!\d{3})|、|→|->|=>|=|\b(?:but|although|though|while|whereas)\b|但係?|不過|定係"
)
_A_NUMERAL = "|".join(ENGLISH_NUMERALS)
_CONCLUDES = pattern(
    r"(?:→|->|=>|=) ?[^,;!?。]{0,12}$|"
    r"\b(?:so|call it|put(?: down)?|make it|make that|let's (?:say|go|call it|make it|put)|let me (?:say|go)|"
    r"i(?:'ll| will| would|'d) (?:say|go|put|pick|take|give|call)|going with|go (?:with|for)|settl(?:e|ing) (?:on|for)|"
    r"in (?:total|all)|total(?:ling|s)?|altogether|that makes|makes|final answer|more like|closer to|these days|"
    r"nowadays|now|currently|at the moment|today|this (?:year|month|time|last (?:one|time|order))|"
    rf"(?:(?<=[,.;!?…] )|(?<=[,.;!?…]))(?:well|ok|okay|fine)(?:,? (?:well|ok|okay|fine|then))*(?= (?:\d|{_A_NUMERAL}))|"
    rf"the last one|last time|write|say(?= (?:\d|{_A_NUMERAL}))|to be (?:precise|exact)|exactly|precisely)\b|"
    r"即係|即(?![刻時將])|計落|當(?:係|佢|作|做)?|寫|填|揀|總之|總共|一共|合共|加埋晒?|夾埋|[計連包]埋|而家|依家|"
    r"宜家|家陣|家下|現在|"
    r"今年|今次|呢次|最近|聽我的|算[啦喇]|最後|剩返?低?|淨返|得返|應承|準確的?講|實際"
)
_CONCLUDED_AFTER = pattern(
    r"^[^,.;:!?。、\d]{0,14}?(?:\b(?:now|nowadays|these days|currently|at the moment|in total|in all|altogether|it is|"
    r"then)\b|先啱|先岩|走唔甩)"
)
_SET_ASIDE = pattern(
    r"\b(?:would(?:'ve)?|wouldn't|could|might|should|if|unless|until|used to|had been|before|previously|originally|"
    r"formerly|last (?:year|month|time)|usually|normally|back then|in the past|once upon|"
    r"(?:wife|husband|partner|mum|mom|mother|dad|father|he|she|they|friend|kids?|son|daughter)"
    r"(?: (?:says?|said|thinks?|gives?|would|is|was)|'s)|from (?:my|the) \w+|not|never|nearly)\b|"
    r"如果|若果|若|假如|本來|原本|以前|之前|從前|當初|初初|舊年|上年|上次|平時|可能會|本身|"
    r"(?<!我)(?<!我會)話[^我]{0,2}$|"
    r"(?:老婆|老公|太太|先生|阿媽|阿爸|媽咪|爸爸|佢地?|朋友|個仔|個女|阿仔|阿女)(?:就|都)?(?:話|覺得|比|俾)"
)


_ON_THE_WHOLE = pattern(r"\b(?:overall|on the whole|all in all)\b|整體|總體")
"""Words beside a value that is said again."""


class Said(NamedTuple):
    """A value that was said: where its words stand in folded text, and the least and the most that they mean."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None

    @property
    def bounds(self) -> tuple[Decimal | None, Decimal | None]:
        """The least and the most."""
        return self.low, self.high

    @property
    def is_exact(self) -> bool:
        """Whether one value is meant and no range."""
        return self.low is not None and self.low == self.high


class _Clause(NamedTuple):
    start: int
    end: int


def settled(text: str, found: Sequence[T], said_by: Callable[[T], Said]) -> list[T]:
    """The values that count, in their order; all of them where nothing tells which.

    Args:
        text: the whole folded answer.
        found: what was found in it, in its order.
        said_by: where each stands and what it means.

    Returns:
        Values behind words that conclude ('so', 'call it', 'now', '即係', '寫') before all others; else those that are
        neither past nor supposed nor somebody else's; of these a last one that stands alone and narrows the earlier
        down ('5? 6? 6', '六七次，七啦') or says one of them again.
    """
    items = [(each, said_by(each)) for each in found]
    if len(items) > _MOST or len({(said.low, said.high) for _, said in items}) < 2:
        return list(found)
    clauses = [_clause_of(text, said) for _, said in items]
    if meant := _concluded(text, items, clauses):
        return meant
    aside = [_is_set_aside(text, said, clause) for (_, said), clause in zip(items, clauses, strict=True)]
    kept = [item for item, is_aside in zip(items, aside, strict=True) if not is_aside] or items
    return [each for each, _ in _narrowed(text, kept)]


def concluded(text: str, found: Sequence[T], said_by: Callable[[T], Said]) -> list[T]:
    """The values behind the last words that conclude ('so', 'call it', '寫'); none where no words do."""
    items = [(each, said_by(each)) for each in found[:_MOST]]
    return _concluded(text, items, [_clause_of(text, said) for _, said in items])


def _clause_of(text: str, said: Said) -> _Clause:
    start, end = 0, len(text)
    for found in _CLAUSE_ENDS.finditer(text):
        if found.end() <= said.start:
            start = found.start() if found[0].strip() in ("→", "->", "=>", "=") else found.end()
        elif found.start() >= said.end:
            end = found.start()
            break
    return _Clause(start, end)


def _concluded(text: str, items: list[tuple[T, Said]], clauses: list[_Clause]) -> list[T]:
    """The values behind the last words that conclude, those of one clause together; none where no words do."""
    for place in reversed(range(len(items))):
        said, clause = items[place][1], clauses[place]
        window = _CONCLUDES.finditer(text, clause.start, said.end)
        cues = [cue for cue in window if cue.end() <= said.start or cue.start() == said.start]
        after = _CONCLUDED_AFTER.match(text[said.end : clause.end])
        if not cues and not after:
            continue
        begins = min(cues[-1].end(), said.start) if cues else said.start
        return [
            each
            for (each, other), its in zip(items, clauses, strict=True)
            if its == clause and other.start >= begins - 1
        ]
    return []


def _is_set_aside(text: str, said: Said, clause: _Clause) -> bool:
    before, after = text[clause.start : said.start], text[said.end : clause.end]
    return bool(
        _SET_ASIDE.search(before) or re.match(r"[^,]{0,16}?\b(?:if|before|last year|from my (?!side))\b", after)
    )


def _narrowed(text: str, items: list[tuple[T, Said]]) -> list[tuple[T, Said]]:
    """The last value alone, where it says again or narrows down what came before it."""
    last, earlier = items[-1], items[:-1]
    if (
        any(lies_in(last[1].bounds, said.bounds) for _, said in earlier)
        and last[1].is_exact
        and _stands_alone(text, last[1])
    ):
        return [last]
    exact = [item for item in items if item[1].is_exact]
    rest = [said for _, said in items if not said.is_exact]
    if (
        len({said.low for _, said in exact}) == 1
        and rest
        and all(lies_in(exact[0][1].bounds, said.bounds) for said in rest)
    ):
        return exact
    return items


def _stands_alone(text: str, said: Said) -> bool:
    """Whether nothing but words that carry nothing stands in the clause beside the value."""
    clause = _clause_of(text, said)
    rest = text[clause.start : said.start] + " " + text[said.end : clause.end]
    return not re.search(r"[^\W_]", FILLER.sub(" ", _ON_THE_WHOLE.sub(" ", rest)))
