"""Rules for questions: one at a time, and open to every answer (I4, I7)."""

import re

from catalogue.rules.finding import Sentence
from catalogue.rules.patterns import first_match

ENDS_A_QUESTION = re.compile(r"[?？]")


def asks_two_things(sentence: Sentence) -> str | None:
    """Ask one thing at a time: no second question mark, no 'and how', no two things rated in one score."""
    text = sentence.own_words
    if len(ENDS_A_QUESTION.findall(text)) > 1:
        return "two questions stand in one; keep one and make the other a question of its own."
    if not (ENDS_A_QUESTION.search(text) or sentence.kind == "question"):
        return None
    found = first_match(text, "asks_two_things")
    return f"'{found}' asks two things; keep one and make the other a question of its own." if found else None


def leads(sentence: Sentence) -> str | None:
    """Leave every answer open: no 'don't you agree', no 'how great', no 'most people say'."""
    found = first_match(sentence.own_words, "leads")
    return f"'{found}' leads people to an answer; ask so that every answer is as welcome." if found else None
