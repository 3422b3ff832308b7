"""Scores on a scale: 'eight', '8/10', '成8分', 'full marks'."""

from decimal import Decimal

from catalogue import Kind, Question
from reading.text import Folded, pattern
from reading.values.counting import counts_something_else, plain, said_numbers
from reading.values.numbers import Located
from reading.values.partial import NOTHING, Partial, Used, given, several
from reading.values.result import Reason, Status

_OUT_OF = pattern(
    r"^ ?(?:分|marks?|points?|stars?)?(?: ?/ ?| out of | on | of )(?:a |the )?(?:scale of )?(?P<top>\d+|"
    r"ten|five|hundred)?"
)
_POINTS = pattern(r"^ ?(?:分|marks?\b|points?\b)")
_STARS = pattern(r"^ ?(?:stars?\b|粒星|星|⭐)")
_PERCENT = pattern(r"^ ?(?:%|percent|巴仙)")
_FULL_MARKS = pattern(r"滿分|\b(?:full|top|maximum|max) (?:marks?|points|score)\b")
_STARS_OUT_OF = 5


def read_scale(folded: Folded, question: Question) -> Partial:
    """Reads a score; one between two whole scores, or two scores, is asked back."""
    said, denied = said_numbers(folded)
    found = _scores(folded.text, said, question.kind)
    if not found:
        full = _FULL_MARKS.search(folded.text)
        return given(str(question.kind.high), used=(full.span(),)) if full and not said else NOTHING
    numbers = list(
        dict.fromkeys(bound for each in found for bound in (each.number.low, each.number.high) if bound is not None)
    )
    used: Used = (*denied, *((each.start, each.end + _tail(folded.text, each.end)) for each in found))
    if all(not question.kind.holds(float(number)) for number in numbers):
        return refused(numbers[0], question.kind, used)
    scores = tuple(dict.fromkeys(score for number in numbers for score in _whole(number, question.kind)))
    if len(scores) == 1:
        rough = found[0].number.rough and len(numbers) == 1
        return Partial(Status.GIVEN, scores, used=used, rough=rough, denied=bool(denied))
    return several(scores, used)


def refused(number: Decimal, kind: Kind, used: Used) -> Partial:
    """A number that was understood and lies outside of the question's bounds."""
    reason = Reason.TOO_LOW if kind.low is not None and number < kind.low else Reason.TOO_HIGH
    return Partial(Status.REFUSED, candidates=(plain(number),), used=used, reason=reason)


def _scores(text: str, found: list[Located], kind: Kind) -> list[Located]:
    """The numbers that are scores: not the '10' of '8/10', not a percentage, not a number of days."""
    for place, each in enumerate(found):
        out_of = _OUT_OF.match(text[each.end :])
        following = found[place + 1] if place + 1 < len(found) else None
        if out_of and following and each.end + out_of.start("top") == following.start:
            return [each] if following.number.high == kind.high else []
    found = [each for each in found if not _PERCENT.match(text[each.end :])]
    if kind.high != _STARS_OUT_OF:
        found = [each for each in found if not _STARS.match(text[each.end :])]
    marked = [each for each in found if _POINTS.match(text[each.end :])]
    return marked or [each for each in found if not counts_something_else(text, each, "")] or found


def _whole(number: Decimal, kind: Kind) -> tuple[str, ...]:
    """The whole scores that a score may mean: itself, or those on either side of it."""
    floor = number.to_integral_value(rounding="ROUND_FLOOR")
    around = (floor,) if floor == number else (floor, floor + 1)
    return tuple(plain(score) for score in around if kind.holds(float(score)))


def _tail(text: str, end: int) -> int:
    """How much after a score belongs to it: '分', ' out of 10'."""
    for expression in (_OUT_OF, _POINTS, _STARS):
        if found := expression.match(text[end:]):
            return len(found[0])
    return 0
