"""Scores on a scale: 'eight', '8/10', '成8分', 'full marks', '滿分扣兩分'."""

from dataclasses import replace
from decimal import Decimal

from catalogue import Kind, Question
from reading.text import Folded, pattern
from reading.values.counting import counts_something_else, plain, said_by_number, said_numbers
from reading.values.numbers import Located, Number
from reading.values.other_scales import converted, on_another_scale
from reading.values.partial import NOTHING, Partial, Used, given, several
from reading.values.result import Reason, Status
from reading.values.settling import settled

_OUT_OF = pattern(
    r"^ ?(?:分|marks?|points?|stars?)?(?: ?/ ?| out of | on | of )(?:a |the )?(?:scale of )?(?P<top>\d+|"
    r"ten|five|hundred)?"
)
_POINTS = pattern(r"^ ?(?:分(?!鐘)|marks?\b|points?\b)")
_STARS = pattern(r"^ ?(?:stars?\b|粒星|星|⭐)")
_PERCENT = pattern(r"^ ?(?:%|percent|巴仙)")
_FULL_MARKS = pattern(
    r"滿分|(?:比|給|俾)(?:足|滿)(?:晒|分)?|足分|最高(?:個?格|分|嗰格)|頂分|"
    r"\b(?:full|top|maximum|max|perfect|highest(?: possible)?)(?: (?:marks?|points|score|one|rating)|(?=\W*$))"
)
_LOWEST = pattern(
    r"最低(?:分|個?格|個個)|最差個格|零(?:雞|鴨)?蛋|鴨蛋|"
    r"\b(?:nil|zilch|nada|goose egg)(?: (?:points?|marks?))?(?=\W*$|,)|"
    r"\b(?:lowest|minimum|rock bottom)(?: (?:possible|marks?|points|score|one|rating)\b|(?=\W*$))"
)
_HALF_MARKS = pattern(r"\bhalf (?:the )?(?:marks|points)\b|一半分")
_TAKEN_OFF = pattern(
    r"(?:\b(?:minus|less|bar|lost?|loses|lose|deduct(?:ed|ing)?|subtract|take off|took off|taking off|"
    r"knock(?:ed)? off|dock(?:ed)?)|[爭差扣減少](?:左|個|返)?) ?$"
)
_NOT_TAKEN = pattern(
    r"(?:\b(?:not|never|no|without|don't|didn't|wouldn't|couldn't|can't)\b|[唔不無])[^,.;!?。、]{0,10}$"
)
_TOO_MUCH = pattern(r"^ ?分?都嫌多")
_NOT_EVEN = pattern(r"^ ?分?(?:都|也)[無唔不]")
_AGAIN = pattern(r"(?:\b(?:that|those|the|these)|個|呢) ?$")
"""A number behind it is one that was said before: '扣嗰兩分'."""
_OFF = pattern(r"^ ?(?:points?|marks?)? ?(?:off|lost|deducted|knocked off|docked)\b")
_SHORT_OF_FULL = pattern(
    r"^ ?(?:points?|marks?|分)? ?(?:(?:short of|off|away from|shy of|below) (?:a )?"
    r"(?:perfect|full marks|top marks|the top|ten|10)\b|(?:先|就|到)?滿分)"
)
_DENIED = pattern(r"(?:\b(?:not|never|isn't|wasn't|no)(?: (?:a|the|quite|give|gave))*|唔係|未到|唔到|無|不) ?$")
_STARS_OUT_OF = 5
_MOST_BEYOND = 3
"""Scores that are asked back where somebody names a bound alone."""


def read_scale(folded: Folded, question: Question) -> Partial:
    """Reads a score; one between two whole scores, or two scores, is asked back."""
    said, denied = said_numbers(folded)
    if reduced := _off_the_top(folded.text, said, question.kind):
        return reduced
    elsewhere = on_another_scale(folded.text)
    own = [each for each in said if not any(start < each.end and each.start < end for start, end in elsewhere)]
    found = _scores(folded.text, own, question.kind)
    if not found:
        in_words = _short_of_full(folded.text, own, question.kind)
        return in_words if in_words.understood else _converted(folded.text, question.kind)
    if bounded := _beyond(found, question.kind):
        return replace(bounded, used=tuple((each.start, each.end) for each in found))
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


def _beyond(found: list[Located], kind: Kind) -> Partial | None:
    """The scores that a bound alone leaves: 'more than 8' is 9 or 10, '五分都唔到' any of five and so not known.

    'At most 3' names the score that somebody gives and is none of these, but '三分以下' is.
    """
    number = found[0].number
    is_open = number.low is None or number.high is None
    behind = is_open and found[0].end > found[0].core_end
    if len(found) > 1 or not (number.exclusive or behind) or kind.low is None or kind.high is None:
        return None
    scores = [str(score) for score in range(kind.low, kind.high + 1) if _is_beyond(score, number)]
    if len(scores) == 1:
        return given(scores[0], used=())
    return several(tuple(scores), ()) if len(scores) <= _MOST_BEYOND else NOTHING


def _is_beyond(score: int, number: Number) -> bool:
    if not number.exclusive and score in (number.low, number.high):
        return True
    return (number.low is None or score > number.low) and (number.high is None or score < number.high)


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
            if following.number.high == kind.high:
                return [each]
            return _scores(text, [other for other in found if other not in (each, following)], kind)
    found = [each for each in found if not _PERCENT.match(text[each.end :])]
    if kind.high != _STARS_OUT_OF:
        found = [each for each in found if not _STARS.match(text[each.end :])]
    found = [each for each in found if not _is_taken_off(text, each)]
    found = [each for each in found if not (each.number.middle and _TOO_MUCH.match(text[each.end :]))]
    found = [each for each in found if not _NOT_EVEN.match(text[each.end :])] or found
    marked = [each for each in found if _POINTS.match(text[each.end :])]
    plain_ones = [each for each in found if each in marked or not counts_something_else(text, each, "")]
    meant = settled(text, plain_ones, said_by_number)
    return meant if len({each.number.middle for each in meant}) == 1 else marked or plain_ones or found


def _is_taken_off(text: str, located: Located) -> bool:
    """Whether a number is what somebody takes off: 'minus two points', '爭三分'."""
    before, after = text[max(0, located.start - 32) : located.start], text[located.end : located.end + 48]
    return bool(_TAKEN_OFF.search(before) or _OFF.match(after) or _SHORT_OF_FULL.match(after))


def _off_the_top(text: str, said: list[Located], kind: Kind) -> Partial | None:
    """What is left of full marks, or of the highest score, where that is the only score: '滿分扣兩分'."""
    taken = [each for each in said if _is_taken_off(text, each) and not _SHORT_OF_FULL.match(text[each.end :])]
    if not taken:
        return None
    others = [each for each in said if each not in taken and not counts_something_else(text, each, "")]
    top = [each.span() for each in _FULL_MARKS.finditer(text) if not _DENIED.search(text[: each.start()])]
    top += [(each.start, each.end) for each in others if each.number.low == each.number.high == kind.high]
    new = [each for each in taken if not _AGAIN.search(text[: each.start])]
    if any(_NOT_EVEN.match(text[each.end :]) for each in new):
        return None
    if not new or len(top) != 1 or len(others) > 1 or (others and others[0].start != top[0][0]) or kind.high is None:
        return None
    if new[0].start < top[0][1] or any(_NOT_TAKEN.search(text[: each.start]) for each in new):
        return None
    score = Decimal(kind.high) - sum(each.number.middle for each in new)
    used = (top[0], *((each.start, each.end) for each in taken))
    return given(plain(score), used=used) if kind.holds(float(score)) and score == int(score) else None


def _short_of_full(text: str, said: list[Located], kind: Kind) -> Partial:
    """'One short of perfect' and 'lowest possible', where no score is written."""
    for each in said:
        short = _SHORT_OF_FULL.match(text[each.end :])
        if (
            short
            and not (short[0].endswith("滿分") and not _TAKEN_OFF.search(text[: each.start]))
            and kind.high is not None
            and kind.holds(kind.high - float(each.number.middle))
        ):
            return given(plain(Decimal(kind.high) - each.number.middle), used=((each.start, each.end + short.end()),))
    half = None if kind.high is None or kind.high % 2 else kind.high // 2
    for expression, score in ((_FULL_MARKS, kind.high), (_LOWEST, kind.low), (_HALF_MARKS, half)):
        if (found := expression.search(text)) and score is not None and not _DENIED.search(text[: found.start()]):
            return given(str(score), used=(found.span(),))
    return NOTHING


def _converted(text: str, kind: Kind) -> Partial:
    """A score that is given on another scale alone, hedged as nobody has said it on this one."""
    found = [] if kind.high is None else converted(text, kind.high)
    values = {each.value for each in found}
    used = tuple((each.start, each.end) for each in found)
    return given(plain(values.pop()), used=used, rough=True) if len(values) == 1 else NOTHING


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
