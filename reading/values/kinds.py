"""Which reader takes an answer to which kind of question."""

import re
from dataclasses import replace
from datetime import date

from catalogue import Language, Question
from reading.text import Folded, pattern
from reading.values.amounts import read_number
from reading.values.bounds import lies_in
from reading.values.choices import read_choice
from reading.values.counting import is_denied
from reading.values.named_days import day_named
from reading.values.partial import NOTHING, Partial, Used, given, several
from reading.values.periods import LocatedPeriod, Period, periods_in
from reading.values.scales import read_scale

_CONCLUDES = pattern(
    r"\b(?:so(?: probably| maybe| it was| around| about)*|call it|let's say|make it|i(?:'d|'ll| will) say|"
    r"to be (?:exact|precise))(?: in| on)?(?: the)? ?$|(?:即係?|應該係|當|寫|準確)(?:大概|大約)? ?$"
)

_SINCE = pattern(r"since|for\b|in\b|over\b|自")
_NONE_BOUGHT = pattern(
    r"\b(?:have|has|did)(?:n'?t| not)(?: [a-z]+){0,2} (?:bought|buy|order(?:ed)?|shop(?:ped)?|purchased?)"
    r"(?: (?:anything|any|a thing|here|from (?:you|here)|online|stuff))* $"
)
_NONE_BOUGHT_AFTER = pattern(r"^ ?(?:我|都|就|仲|一直)*(?:無|未|沒有?)(?:有)?(?:再)?(?:買|幫襯|落單|落過單|黎過)")


def read_part(folded: Folded, question: Question, language: Language, today: date) -> Partial:
    """Reads one part of an answer, in which nothing is taken back any more."""
    match question.kind.name:
        case "choice" | "choices":
            return read_choice(folded, question, language, today)
        case "scale":
            return read_scale(folded, question)
        case "number":
            return read_number(folded, question)
        case "date":
            return read_date(folded, today)
        case "text":
            return _read_text(folded)


def read_date(folded: Folded, today: date) -> Partial:
    """Reads a day or a period; a period that is not over yet ends today, and two are asked back."""
    found = list(periods_in(folded, today, elapsed_too=True))
    found = [each for each in found if not _is_denied(folded.text, each)]
    used: Used = tuple((located.start, located.end) for located in found)
    named = day_named(folded, found, today)
    meant = [named] if named else _meant(folded.text, found)
    used += ((named.start, named.end),) if named else ()
    values = tuple(dict.fromkeys(str(_so_far(located.period, today)) for located in meant))
    if len(values) > 1:
        return several(values, used)
    return given(*values, used=used, rough=any(located.rough for located in found)) if values else NOTHING


def _is_denied(text: str, located: LocatedPeriod) -> bool:
    """'Not today, yesterday' and '今個月冇買過'; but 'not since March' and 'not for two weeks' say when it last was."""
    if _SINCE.match(text, located.start):
        return False
    before, after = text[: located.start], text[located.end :]
    return is_denied(text, located.start) or bool(_NONE_BOUGHT.search(before) or _NONE_BOUGHT_AFTER.match(after))


def _meant(text: str, found: list[LocatedPeriod]) -> list[LocatedPeriod]:
    """The period that lies within all of the others, or the one that is concluded, else all of them."""
    for each in found:
        if all(lies_in(_bounds(each), _bounds(other)) for other in found):
            return [each]
    if len(found) > 1 and _CONCLUDES.search(text[found[-2].end : found[-1].start]):
        return [found[-1]]
    return found


def _bounds(located: LocatedPeriod) -> tuple[date | None, date | None]:
    return located.period.since, located.period.until


def _so_far(period: Period, today: date) -> Period:
    running = period.since is not None and period.since <= today and period.until is not None and period.until > today
    return replace(period, until=today) if running else period


def _read_text(folded: Folded) -> Partial:
    words = folded.words(0, len(folded.text))
    if not re.search(r"\w", words):
        return NOTHING
    return given(words, used=((0, len(folded.text)),))
