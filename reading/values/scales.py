"""Scores on a scale ('8/10', '成8分') and plain numbers ('a dozen', '十幾次')."""

from decimal import Decimal

from catalogue import Kind, Question
from reading.text import Folded, pattern
from reading.values.cues import NEVER
from reading.values.banded import period_of
from reading.values.money import Per
from reading.values.numbers import Located, numbers_in
from reading.values.partial import NOTHING, Partial, Used, given, several
from reading.values.rates import LocatedRate, rates_in
from reading.values.result import Reason, Status

_OUT_OF = pattern(r"^ ?(?:分|marks?|points?)?(?: ?/ ?| out of | on | of )(?:a |the )?(?:scale of )?(?P<top>\d+|ten|five|hundred)?")
_POINTS = pattern(r"^ ?(?:分|marks?\b|points?\b|stars?\b|粒星|星)")
_DENIED = pattern(r"(?:\b(?:not|isn't|wasn't)|唔係|不是|唔會係) ?(?:a |the )?$")


def read_scale(folded: Folded, question: Question) -> Partial:
    """Reads a score; one between two whole scores, or two scores, is asked back."""
    found, denied = _said(folded)
    found = _without_the_top(folded.text, found, question.kind)
    if not found:
        return NOTHING
    numbers = dict.fromkeys(bound for each in found for bound in (each.number.low, each.number.high) if bound is not None)
    used = _used(folded.text, found)
    rough = found[0].number.rough and len(numbers) == 1
    refused = [_refused(number, question.kind, used) for number in numbers]
    if all(refused):
        return refused[0] or NOTHING
    scores = tuple(dict.fromkeys(score for number in numbers for score in _whole(number, question.kind)))
    if len(scores) == 1:
        return Partial(Status.GIVEN, scores, used=used, rough=rough, denied=denied)
    return several(scores, used)


def read_number(folded: Folded, question: Question) -> Partial:
    """Reads a number within the question's bounds; a range or rough number gives its middle and is hedged.

    A rate ('twice a week') is converted to the period that the question asks about.
    """
    if (per := period_of(question)) and (rates := list(rates_in(folded))):
        return _from_rates(rates, per, question.kind)
    found, denied = _said(folded)
    if not found:
        never = NEVER.search(folded.text)
        return given("0", used=((never.start(), never.end()),)) if never and question.kind.holds(0) else NOTHING
    used = _used(folded.text, found)
    numbers = tuple(dict.fromkeys(each.number.middle for each in found))
    if len(numbers) > 1:
        return several(tuple(plain(number) for number in numbers), used)
    number = found[0].number
    rough = number.rough or number.low is None or number.high is None
    return _refused(numbers[0], question.kind, used) or Partial(
        Status.GIVEN, (plain(numbers[0]),), used=used, rough=rough, denied=denied
    )


def _from_rates(rates: list[LocatedRate], per: Per, kind: Kind) -> Partial:
    used = tuple((located.start, located.end) for located in rates)
    numbers = tuple(dict.fromkeys(located.rate.times_a(per) for located in rates))
    if len(numbers) > 1:
        return several(tuple(plain(number) for number in numbers), used)
    rough = any(located.rate.rough for located in rates)
    return _refused(numbers[0], kind, used) or given(plain(numbers[0]), used=used, rough=rough)


def plain(number: Decimal) -> str:
    """A number as it is stored: digits, at most two decimals, no zeros behind them.

    >>> plain(Decimal("8.6667")), plain(Decimal("20000")), plain(Decimal("1E+3"))
    ('8.67', '20000', '1000')
    """
    text = format(round(number, 2), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _said(folded: Folded) -> tuple[list[Located], bool]:
    """The numbers that are not denied, and whether one was."""
    found = list(numbers_in(folded))
    kept = [each for each in found if not _DENIED.search(folded.text[: each.start])]
    return (kept, len(kept) < len(found)) if kept else (found, False)


def _without_the_top(text: str, found: list[Located], kind: Kind) -> list[Located]:
    """The scores without the '10' of '8/10' and without numbers beside the one that is marked as a score."""
    for place, each in enumerate(found):
        out_of = _OUT_OF.match(text[each.end :])
        if out_of and place + 1 < len(found) and each.end + out_of.start("top") == found[place + 1].start:
            return [each] if found[place + 1].number.high == kind.high else []
    marked = [each for each in found if _POINTS.match(text[each.end :])]
    return marked or found


def _refused(number: Decimal, kind: Kind, used: Used) -> Partial | None:
    if kind.holds(float(number)):
        return None
    reason = Reason.TOO_LOW if kind.low is not None and number < kind.low else Reason.TOO_HIGH
    return Partial(Status.REFUSED, candidates=(plain(number),), used=used, reason=reason)


def _whole(number: Decimal, kind: Kind) -> tuple[str, ...]:
    """The whole scores that a score may mean: itself, or those on either side of it."""
    floor = number.to_integral_value(rounding="ROUND_FLOOR")
    around = (floor,) if floor == number else (floor, floor + 1)
    return tuple(plain(score) for score in around if kind.holds(float(score)))


def _used(text: str, found: list[Located]) -> Used:
    return tuple((each.start, each.end + _tail(text, each.end)) for each in found)


def _tail(text: str, end: int) -> int:
    """How much after a score belongs to it: '分', ' out of 10'."""
    for expression in (_OUT_OF, _POINTS):
        if found := expression.match(text[end:]):
            return len(found[0])
    return 0
