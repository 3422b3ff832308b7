"""Which reader takes an answer to which kind of question."""

import re
from datetime import date

from catalogue import Language, Question
from reading.text import Folded
from reading.values.choices import read_choice
from reading.values.partial import NOTHING, Partial, given
from reading.values.scales import read_number, read_scale


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
            return NOTHING
        case "text":
            return _read_text(folded)


def _read_text(folded: Folded) -> Partial:
    words = folded.words(0, len(folded.text))
    if not re.search(r"\w", words):
        return NOTHING
    return given(words, used=((0, len(folded.text)),))
