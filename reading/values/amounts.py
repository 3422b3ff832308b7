"""Numbers that a question asks for: '5', 'a dozen', '十幾次', 'twice a week'."""

from catalogue import Kind, Question
from reading.text import Folded, fold, pattern
from reading.values.banded import period_of
from reading.values.counting import counts_something_else, plain, said_numbers
from reading.values.cues import NEVER
from reading.values.money import Per
from reading.values.numbers import Located
from reading.values.partial import NOTHING, Partial, Used, given, several
from reading.values.people import people_in
from reading.values.rates import LocatedRate, rates_in
from reading.values.result import Status
from reading.values.scales import refused

_TIMES = pattern(
    r"\b(?:(?P<between>once or twice|one or two times)|(?P<once>once)|(?P<twice>twice)|"
    r"(?P<thrice>thrice))\b"
)
_OUT_OF = pattern(r" ?(?:times|次|個)? ?(?:/|out of|of|of the|in)(?: (?:the|my|every|last))* ?")
_OF_WHICH = pattern(r"(?:次|個)?(?:入面|裡面|之中|中)?,?(?:大概|大約)?有(?:大概|大約)?")
_PART_AND_WHOLE = 2
_PEOPLE = pattern(r"how many people|幾多個人")
"""What a question asks whose answer may be a list of people."""
_TIMES_VALUE = {"between": "1.5", "once": "1", "twice": "2", "thrice": "3"}


def read_number(folded: Folded, question: Question) -> Partial:
    """Reads a number within the question's bounds; a range or rough number gives its middle and is hedged.

    A rate ('twice a week') is converted to the period that the question asks about.
    """
    if (per := period_of(question)) and (rates := list(rates_in(folded))):
        return _from_rates(rates, per, question.kind)
    asked = " ".join(fold(words).text for words in question.ask.values())
    if _PEOPLE.search(asked) and (people := people_in(folded.text)) and question.kind.holds(people):
        return given(str(people), used=((0, len(folded.text)),))
    found, denied = said_numbers(folded)
    found = [each for each in found if not counts_something_else(folded.text, each, asked)]
    if not found:
        return _from_words(folded.text, question.kind)
    used: Used = (*denied, *((each.start, each.end) for each in found))
    found = _without_the_whole(folded.text, found, question.kind)
    numbers = tuple(dict.fromkeys(each.number.middle for each in found))
    if len(numbers) > 1:
        return several(tuple(plain(number) for number in numbers), used)
    if not question.kind.holds(float(numbers[0])):
        return refused(numbers[0], question.kind, used)
    number = found[0].number
    rough = number.rough or number.low is None or number.high is None
    return Partial(Status.GIVEN, (plain(numbers[0]),), used=used, rough=rough, denied=bool(denied))


def _without_the_whole(text: str, found: list[Located], kind: Kind) -> list[Located]:
    """The '7' alone of '7 out of 10' and of '十次有七次', where the question is about so many of ten."""
    if len(found) != _PART_AND_WHOLE:
        return found
    first, second = found
    between = text[first.end : second.start]
    if second.number.high == kind.high and _OUT_OF.fullmatch(between):
        return [first]
    return [second] if first.number.high == kind.high and _OF_WHICH.fullmatch(between) else found


def _from_rates(rates: list[LocatedRate], per: Per, kind: Kind) -> Partial:
    used = tuple((located.start, located.end) for located in rates)
    numbers = tuple(dict.fromkeys(located.rate.times_a(per) for located in rates))
    if len(numbers) > 1:
        return several(tuple(plain(number) for number in numbers), used)
    if not kind.holds(float(numbers[0])):
        return refused(numbers[0], kind, used)
    return given(plain(numbers[0]), used=used, rough=any(located.rate.rough for located in rates))


def _from_words(text: str, kind: Kind) -> Partial:
    """'Twice' and 'never', where no number was written."""
    if times := _TIMES.search(text):
        word = times.lastgroup or ""
        return given(_TIMES_VALUE[word], used=(times.span(),), rough=word == "between")
    never = NEVER.search(text)
    return given("0", used=(never.span(),)) if never and kind.holds(0) else NOTHING
