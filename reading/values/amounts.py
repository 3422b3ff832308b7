"""Numbers that a question asks for: '5', 'a dozen', '十幾次', 'twice a week'."""

import re
from decimal import Decimal

from catalogue import Kind, Question
from reading.text import Folded, fold, pattern
from reading.values.banded import period_of
from reading.values.complements import is_only_the_whole, what_is_left, without_the_rest
from reading.values.counting import counts_something_else, plain, said_by_number, said_numbers, varies
from reading.values.cues import NEVER
from reading.values.numbers import Located, Number, numbers_in
from reading.values.partial import NOTHING, Partial, Used, given, several
from reading.values.people import people_in
from reading.values.rates import rates_in
from reading.values.result import Status
from reading.values.scales import refused
from reading.values.settling import Said, concluded, settled
from reading.values.shares import Quantity, shares_in, whole_of
from reading.values.totals import stated_total, total_of

_TIMES = pattern(
    r"\b(?:(?P<between>once or twice|one or two times)|"
    r"(?P<once>once(?! in a (?:while|blue|lifetime)))|(?P<twice>twice)|"
    r"(?P<thrice>thrice))\b"
)
_JUST_ONE = pattern(
    r"^\W*(?:(?:oh|well|um+|er+|hm+|i (?:think|guess)|it was|it's|that was|there was|only|just|literally|"
    r"probably|maybe),? )*(?:(?:only|just) )?(?:the|(?<=just |only )(?:this|that)) (?P<one>one)"
    r"(?: (?:time|order|purchase))?"
    r"(?:,? (?:only|really|so far|i think|i guess|this month|thanks?|tbh|lol))*(?=\W*$|[,.;!?])"
)
"""'Just the one', which is a number although 'the one' mostly is none."""
_OUT_OF = pattern(r" ?(?:times|次|個)? ?(?:/|out of|of|of the|in)(?: (?:the|my|every|last))* ?")
_OF_WHICH = pattern(
    r"(?:次|個)?(?:入面|裡面|之中|中)?,?(?:大概|大約)?(?:都|先|只|就)?(?:有|得返?|淨係(?:有|得)?)(?:大概|大約|返)?"
)
_CHILDREN = pattern(r"(?:生左?|湊住?|養住?|懷左?|第)$")
"""What stands before a number of children."""
_SOMETIMES = pattern(
    r"(?:\b(?:sometimes|other times|some (?:weeks|months|days)|maybe|perhaps|or)|"
    r"有時|間中|可能|或者?)[^,.;!?。\d]{0,8}$"
)
_PART_AND_WHOLE = 2
_AN_ADVERB_OF_TIME = pattern(r"once(?! or)(?!\W*$|[,.;!?]| sometimes)")
"""'Once' that may be no number: 'once you fix it'."""
_PEOPLE = pattern(r"how many people|幾多個人")
"""What a question asks whose answer may be a list of people."""
_A_FEW = pattern(r"幾(?!十)|a (?:few|couple)\b|several\b")
"""'A few' times a month may be three; 'a few' people are no number of them."""
_TIMES_VALUE = {"between": (1, 2), "once": (1, 1), "twice": (2, 2), "thrice": (3, 3)}


def read_number(folded: Folded, question: Question) -> Partial:
    """Reads a number within the question's bounds; a range or rough number gives its middle and is hedged.

    A rate ('twice a week') is converted to the period that the question asks about.
    """
    asked = " ".join(fold(words).text for words in question.ask.values())
    if quantities := _quantities(folded, question):
        return _from_quantities(folded, quantities, question.kind, asked)
    return _counted_people(folded, question, asked) or _total(folded, question) or _written(folded, question, asked)


def _counted_people(folded: Folded, question: Question, asked: str) -> Partial | None:
    people = people_in(folded.text) if _PEOPLE.search(asked) else None
    if not people or not question.kind.holds(people):
        return None
    return given(str(people), used=((0, len(folded.text)),))


def _written(folded: Folded, question: Question, asked: str) -> Partial:
    """The number that is written, where no rate, share or list of people is."""
    found, denied = said_numbers(folded)
    if _PEOPLE.search(asked):
        found = [each for each in found if not _A_FEW.match(folded.text[each.core_start :])]
        found = [each for each in found if not _CHILDREN.search(folded.text[: each.start])]
    found = [each for each in found if not counts_something_else(folded.text, each, asked)]
    found = [each for each in found if not _is_in_never(folded.text, each)]
    found = _with_times(folded, found or _just_one(folded))
    whole = whole_of(question)
    if not found or (whole and is_only_the_whole(folded.text, found, whole)):
        return _never(folded.text, question.kind)
    if between := _varying(folded, question.kind):
        return between
    used: Used = (*denied, *((each.start, each.end) for each in found))
    counted = _without_the_whole(folded.text, found, question.kind)
    if whole:
        if (left := what_is_left(folded.text, counted, whole)) is not None:
            return given(plain(left), used=used)
        counted = without_the_rest(folded.text, counted, whole)
    found = settled(folded.text, counted, said_by_number)
    numbers = tuple(dict.fromkeys(each.number.middle for each in found))
    if len(numbers) > 1:
        return several(tuple(plain(number) for number in numbers), used)
    if not question.kind.holds(float(numbers[0])):
        return refused(numbers[0], question.kind, used)
    number = found[0].number
    rough = number.rough or number.low is None or number.high is None
    return Partial(Status.GIVEN, (plain(numbers[0]),), used=used, rough=rough, denied=bool(denied))


def _varying(folded: Folded, kind: Kind) -> Partial | None:
    """The numbers between which an answer varies, none of which it settles on: 'three or four, it varies'."""
    if not varies(folded.text):
        return None
    found = _with_times(folded, said_numbers(folded)[0])
    bounds = [bound for each in found for bound in (each.number.low, each.number.high) if bound is not None]
    numbers = tuple(dict.fromkeys(plain(bound) for bound in bounds if kind.holds(float(bound))))
    if len(numbers) < _PART_AND_WHOLE or concluded(folded.text, found, said_by_number):
        return None
    return several(numbers, tuple((each.start, each.end) for each in found))


def _total(folded: Folded, question: Question) -> Partial | None:
    """What counts of different things come to: 'four groceries and three from the pet shop' is seven."""
    found = list(numbers_in(folded))
    whole = whole_of(question)
    if period_of(question) is None and whole is None:
        return None
    if (stated := stated_total(found)) and stated.number.middle != whole:
        return given(plain(stated.number.middle), used=tuple((each.start, each.end) for each in found))
    is_settled = len(settled(folded.text, found, said_by_number)) < len(found)
    total = None if is_settled or whole else total_of(folded.text, found)
    if total is None or not question.kind.holds(float(total)):
        return None
    return given(plain(total), used=((found[0].start, found[-1].end),), rough=True)


def _without_the_whole(text: str, found: list[Located], kind: Kind) -> list[Located]:
    """The '7' alone of '7 out of 10' and of '十次有七次', where the question is about so many of ten."""
    if len(found) != _PART_AND_WHOLE:
        return found
    first, second = found
    between = text[first.end : second.start]
    if second.number.high == kind.high and _OUT_OF.fullmatch(between):
        return [first]
    return [second] if first.number.high == kind.high and _OF_WHICH.fullmatch(between) else found


def _quantities(folded: Folded, question: Question) -> list[Quantity]:
    """What rates come to in the period that the question asks about, or shares of what it asks a share of."""
    if per := period_of(question):
        return [
            Quantity(
                located.start,
                located.end,
                located.rate.times_a(per),
                located.rate.rough,
                (located.rate.low + located.rate.high) / 2,
            )
            for located in rates_in(folded)
        ]
    whole = whole_of(question)
    return [] if whole is None else shares_in(folded.text, whole)


def _from_quantities(folded: Folded, quantities: list[Quantity], kind: Kind, asked: str) -> Partial:
    """What rates or shares come to, or the number that an answer with them settles on."""
    beside = [
        Quantity(each.start, each.end, each.number.middle, each.number.rough)
        for each in numbers_in(folded)
        if not any(quantity.start < each.end and each.start < quantity.end for quantity in quantities)
        and not counts_something_else(folded.text, each, asked)
    ]
    found = sorted([*quantities, *beside], key=lambda each: each.start)
    meant = settled(folded.text, found, lambda each: Said(each.start, each.end, each.value, each.value))
    if not (len(meant) < len(found) and all(each in beside for each in meant)):
        meant = [each for each in meant if each in quantities] or quantities
    used = tuple((each.start, each.end) for each in dict.fromkeys([*quantities, *meant]))
    meant = [*meant, *_at_times(folded, meant, asked)]
    numbers = tuple(dict.fromkeys(each.value for each in meant))
    if len(numbers) > 1:
        return several(tuple(plain(number) for number in numbers), used)
    if not kind.holds(float(numbers[0])):
        return refused(numbers[0], kind, used)
    return given(plain(numbers[0]), used=used, rough=any(each.rough for each in meant))


def _at_times(folded: Folded, meant: list[Quantity], asked: str) -> list[Quantity]:
    """The other numbers of times of a rate that varies: the three of 'twice a week, sometimes three'."""
    text = folded.text
    if len(meant) != 1 or not meant[0].times:
        return []
    rate, times = meant[0], meant[0].times
    return [
        Quantity(each.start, each.end, each.number.middle * rate.value / times, each.number.rough)
        for each in _with_times(folded, list(numbers_in(folded)))
        if rate.end <= each.start
        and _SOMETIMES.search(text[rate.end : each.start])
        and not counts_something_else(text, each, asked)
    ]


def _is_in_never(text: str, located: Located) -> bool:
    """Whether a number is a part of 'not at all': '一次' of '一次都冇'."""
    return any(never.start() <= located.start < never.end() for never in NEVER.finditer(text))


def _with_times(folded: Folded, found: list[Located]) -> list[Located]:
    """The numbers of an answer and its 'once' and 'twice', in its order."""
    times = [
        each
        for each in (_times(folded, word) for word in _TIMES.finditer(folded.text))
        if not _is_in_never(folded.text, each) and not (found and _AN_ADVERB_OF_TIME.match(folded.text, each.start))
    ]
    return sorted([*found, *times], key=lambda each: each.start)


def _just_one(folded: Folded) -> list[Located]:
    found = _JUST_ONE.match(folded.text)
    if found is None:
        return []
    span = found.span("one")
    return [Located(Number(Decimal(1), Decimal(1), folded.span(*span)), *span, *span)]


def _times(folded: Folded, word: re.Match[str]) -> Located:
    low, high = _TIMES_VALUE[word.lastgroup or ""]
    number = Number(Decimal(low), Decimal(high), folded.span(*word.span()), rough=low != high)
    return Located(number, *word.span(), *word.span())


def _never(text: str, kind: Kind) -> Partial:
    """'Never', where no number was written."""
    never = NEVER.search(text)
    return given("0", used=(never.span(),)) if never and kind.holds(0) else NOTHING
