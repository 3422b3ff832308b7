"""Which reader takes an answer to which kind of question."""

import re
from dataclasses import replace
from datetime import date

from catalogue import Language, Question
from reading.text import Folded
from reading.values.amounts import read_number
from reading.values.choices import read_choice
from reading.values.partial import NOTHING, Partial, Used, given, several
from reading.values.periods import Period, periods_in
from reading.values.scales import read_scale


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
    found = list(periods_in(folded, today))
    used: Used = tuple((located.start, located.end) for located in found)
    values = tuple(dict.fromkeys(str(_so_far(located.period, today)) for located in found))
    if len(values) > 1:
        return several(values, used)
    return given(*values, used=used, rough=any(located.rough for located in found)) if values else NOTHING


def _so_far(period: Period, today: date) -> Period:
    running = period.since is not None and period.since <= today and period.until is not None and period.until > today
    return replace(period, until=today) if running else period


def _read_text(folded: Folded) -> Partial:
    words = folded.words(0, len(folded.text))
    if not re.search(r"\w", words):
        return NOTHING
    return given(words, used=((0, len(folded.text)),))
