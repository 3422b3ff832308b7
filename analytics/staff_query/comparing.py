"""Finds with what a question compares: 'compared with last year', '同上年比較'."""

from analytics.staff_query.query import Comparison
from analytics.staff_query.tokens import Token

EARLIER: dict[str, Comparison] = {
    "earlier_year": "year",
    "earlier_quarter": "quarter",
    "earlier_month": "month",
    "earlier_week": "week",
    "earlier_period": "period",
}
BETWEEN = frozenset({"filler", "and", "to", "comma", "all", "this"})
"""What may stand between 'compare' and the time that it compares with."""


def comparison(tokens: list[Token]) -> tuple[Comparison | None, list[Token]]:
    """With what the question compares, and the tokens that do not say so.

    Returns:
        None where nothing is compared, or where a word such as 'compare' stands there without a time: that word is
        then left among the tokens.
    """
    place = next((place for place, token in enumerate(tokens) if "compare" in token.keys), None)
    if place is None:
        return None, tokens
    for step in (1, -1):
        other = _next(tokens, place, step)
        earlier = _earlier(tokens[other]) if other is not None else None
        if earlier:
            used = set(range(min(place, other or 0), max(place, other or 0) + 1))
            return earlier, [token for index, token in enumerate(tokens) if index not in used]
    return None, tokens


def _next(tokens: list[Token], place: int, step: int) -> int | None:
    """The nearest token in one direction that says something."""
    place += step
    while 0 <= place < len(tokens) and tokens[place].keys & BETWEEN and not _earlier(tokens[place]):
        place += step
    return place if 0 <= place < len(tokens) else None


def _earlier(token: Token) -> Comparison | None:
    return next((comparison for name, comparison in EARLIER.items() if name in token.keys), None)
