"""Choices that are bands of a quantity: age groups, income bands, numbers of times."""

import re
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from catalogue import Question
from reading.text import Folded, pattern
from reading.values.ages import LocatedAges, ages_in
from reading.values.bounds import bands_between, bands_of
from reading.values.counting import is_denied
from reading.values.earners import household_total
from reading.values.money import MONTHS_IN, LocatedMoney, Per, money_in
from reading.values.numbers import numbers_in
from reading.values.partial import NOTHING, Partial, Used, several
from reading.values.per_question import per_question
from reading.values.ranges import Range, added_up, close_to, concluded_in_thousands, in_thousands
from reading.values.result import Status
from reading.values.settling import Said, settled

Quantity: TypeAlias = Literal["age", "money", "number"]
_IN_THOUSANDS = Decimal(1000)
_YEARS_CLOSE = Decimal(3)
"""Somebody 'just over forty' is 43 at most."""


@per_question
def quantity_of(question: Question) -> Quantity | None:
    """What a question's bands count; None for a question whose choices are no bands."""
    if not bands_of(question):
        return None
    if any("$" in label for choice in question.choices for label in choice.label.values()):
        return "money"
    return (
        "age"
        if re.search(r"\b(?:age|old)\b", question.ask["en"].lower()) or question.id.startswith("age")
        else "number"
    )


def read_band(folded: Folded, question: Question, today: date) -> Partial:
    """Reads a quantity into the band that it lies in; one that may lie in several is asked back."""
    quantity = quantity_of(question)
    if quantity is None:
        return NOTHING
    return band_of_range(question, _ranges(folded, question, quantity, today), folded.text)


def band_of_range(question: Question, ranges: list[Range], text: str = "") -> Partial:
    """The band of a question that quantities lie in; those that `text` denies ('not 25') are left out.

    'Around 35' is hedged, as the band may be the one below; 'late thirties' is not, as all of it lies in one band.
    """
    kept = settled(text, [each for each in ranges if not is_denied(text, each[2])], _said_by_range)
    used: Used = tuple((start, end) for _, _, start, end, _ in ranges)
    bands = bands_of(question)
    touched = {value for low, high, *_ in kept for value in bands_between(bands, low, high)}
    values = tuple(choice.value for choice in question.choices if choice.value in touched)
    if len(values) != 1:
        return several(values, used)
    rough = any(rough and low == high for low, high, *_, rough in kept)
    return Partial(Status.GIVEN, values, used=used, rough=rough, denied=len(kept) < len(ranges))


def _ranges(folded: Folded, question: Question, quantity: Quantity, today: date) -> list[Range]:
    if quantity == "age":
        ages = [range_of_ages(located) for located in own_ages(folded, today, cue_needed=False)]
        return [close_to(folded.text, each, _YEARS_CLOSE) for each in ages]
    if quantity == "money":
        per = period_of(question) or "month"
        least = min(band.low for band in bands_of(question) if band.low) if bands_of(question) else Decimal(0)
        found = [located for located in money_in(folded, currency_needed=False) if located.money.currency == "HKD"]
        named = [range_of_money(located, per) for located in found if _is_whole(located, least)]
        amounts = concluded_in_thousands(folded, named, least) if named else in_thousands(folded, least)
        amounts = [close_to(folded.text, each, None) for each in amounts]
        return added_up(
            folded.text, household_total(folded.text, amounts) if _OF_A_HOUSEHOLD.search(_asked(question)) else amounts
        )
    return [(each.number.low, each.number.high, each.start, each.end, each.number.rough) for each in numbers_in(folded)]


def _said_by_range(range_: Range) -> Said:
    low, high, start, end, _ = range_
    return Said(start, end, low, high)


def own_ages(folded: Folded, today: date, cue_needed: bool) -> list[LocatedAges]:
    """The ages in a text that are not said of somebody else, such as a child, nor compared with beside one's own."""
    own = [
        located
        for located in ages_in(folded, today, cue_needed)
        if not any(
            words.search(folded.text[max(0, located.start - _NEAR) : located.start]) for words in (_OTHERS, _LOOKS)
        )
    ]
    return [located for located in own if not _is_compared(folded.text, located)] or own


def _is_compared(text: str, located: LocatedAges) -> bool:
    """Whether what something is like stands there: '髮線像四十', 'the knees of an 80 year old'."""
    if _COMPARES.search(text[max(0, located.start - _NEAR) : located.start]):
        return True
    begins_so = re.match(r"(?:like|好似|好像) ?", text[located.start : located.end])
    return bool(begins_so and re.search(r"[^\W\d]$", text[: located.start].rstrip()))


_OF_A_HOUSEHOLD = pattern(r"\bhousehold\b")


def _asked(question: Question) -> str:
    return question.ask["en"].lower()


_EACH = r"\b(?:a|per|each|every|usual|typical|average|normal)"
_OTHERS = pattern(
    r"(?:\b(?:he|she|they|mum|mom|mother|dad|father|son|daughter|kids?|child(?:ren)?|"
    r"boys?|girls?|baby|wife|husband|brother|sister|partner|"
    r"friend|parents?|mother-in-law|cat|dog)(?:'s|s)?(?: (?:is|are|was|turned|just|now|aged|who|about|around|almost))*|"
    r"(?:佢|個仔|個女|仔仔|囡囡|阿仔|阿女|細路|小朋友|媽咪?|爸爸?|老公|老婆|阿媽|阿爸|先生|太太|朋友|仔女|bb)"
    r"(?:今年|係|已經|就嚟|大概)*) ?$"
)


_NEAR = 80
"""Characters before an age in which words tell whose it is."""
_COMPARES = pattern(
    r"(?:\b(?:like|as if|of an?|of (?:someone|somebody))(?: (?:an?|i'm|i am|of|man|woman|person|guy|lady|someone|"
    r"somebody|who|who's|is|that of))*|[似像](?:足|晒|係|得|一個|個)*) ?$"
)
"""What stands before an age that something is compared with; alone it may be a rough word: 'like 40'."""
_LOOKS = pattern(
    r"(?:\b(?:look(?:s|ing|ed)?|feel(?:s|ing)?|felt|act(?:s|ing)?|pass(?:es)? for|mistaken for|going on)"
    r"(?: (?:like|about|i'm|a|still|as if|more like|only))*|(?:扮|似|心境|睇落|外表|個心|以為我|當自己)(?:係|得|似|"
    r"仲係|仲|只有|先)*) ?$"
)
"""What stands before an age that somebody only looks or feels."""


def range_of_ages(located: LocatedAges) -> Range:
    """Ages as a range of numbers."""
    low, high = (None if age is None else Decimal(age) for age in (located.ages.low, located.ages.high))
    return low, high, located.start, located.end, located.ages.rough


def range_of_money(located: LocatedMoney, per: Per) -> Range:
    """Money as a range of numbers, converted to what it is in one `per` where it names a period of its own."""
    money = located.money
    factor = MONTHS_IN[per] / MONTHS_IN[money.per] if money.per else Decimal(1)
    low, high = (None if amount is None else amount * factor for amount in (money.low, money.high))
    if money.exclusive and low is None and high is not None:
        high -= Decimal("0.01")
    return low, high, located.start, located.end, money.rough


def _is_whole(located: LocatedMoney, least: Decimal) -> bool:
    """Whether an amount may be meant as it stands: a bare '30' may be thirty thousand and is left alone."""
    amount = located.money.high if located.money.high is not None else located.money.low
    return located.named or amount is None or least < _IN_THOUSANDS or amount >= _IN_THOUSANDS


@per_question
def period_of(question: Question) -> Per | None:
    """The period that a question asks about: 'a month', '每月'; None where it names none."""
    asked = question.ask["en"].lower()
    periods: tuple[tuple[Per, str], ...] = (
        ("day", r"day\b|\bdaily\b"),
        ("week", r"week\b|\bweekly\b"),
        ("month", r"month\b|\bmonthly\b"),
        ("year", r"year\b|\byearly\b|\bannual"),
    )
    return next((per for per, expression in periods if re.search(rf"{_EACH} {expression}", asked)), None)
