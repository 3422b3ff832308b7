"""From what a member of staff wrote to a typed query; what was not understood is said and never guessed."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from analytics.staff_query.canonical import canonical
from analytics.staff_query.drafts import Draft
from analytics.staff_query.query import Query
from analytics.staff_query.reader import read_question
from analytics.staff_query.refining import goes_on, refined
from analytics.staff_query.restating import restate
from analytics.staff_query.tokens import Token, tokens
from analytics.staff_query.typos import Typos
from analytics.staff_query.vocabulary import Vocabulary
from catalogue import Language
from reading.text import fold

_HAN = re.compile(r"[\u3400-\u9fff]")
MOST_SLIPS = 5
LONGEST_QUESTION = 2_000
"""Characters, as the staff chat takes them; a longer text is not cut and half read, but refused."""


@dataclass(frozen=True)
class Parsed:
    """What was understood of a question.

    Attributes:
        query: the typed query; None where anything was not understood or not clear.
        language: the asker's language.
        restated: the query in words of that language; empty without a query.
        not_understood: the words, as written, that nobody knows what to do with.
        unclear: whole sentences that ask back where words may mean several things.
        notes: whole sentences about what was understood with a limit.
        read_as: words with a slip of the keyboard, each with what it was taken for.
        suggestions: known words that are like the first word that was not understood.
    """

    query: Query | None
    language: Language
    restated: str = ""
    not_understood: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    read_as: tuple[tuple[str, str], ...] = ()
    suggestions: tuple[str, ...] = ()


def parse(text: str, previous: Query | None, vocabulary: Vocabulary, today: date) -> Parsed:
    """Reads a question about customers.

    Args:
        text: English, Chinese or mixed; empty text is not understood.
        previous: the query before, which 'only those who …' or 'by age' goes on from; None for the first question.
        vocabulary: what can be asked about.
        today: the day of the question in the shop's zone.

    Returns:
        A query, or what stands in the way of one: nothing in it is a guess.

    >>> parsed = parse("how many price-sensitive customers by age?", None, Vocabulary.load(), date(2026, 3, 2))
    >>> parsed.restated
    'Number of customers in the segment ‘Price-sensitive’, by Age group'
    """
    language: Language = "zh-Hant" if _HAN.search(text) else "en"
    if len(text) > LONGEST_QUESTION:
        too_long = vocabulary.catalogue.say("query_too_long", language, most=LONGEST_QUESTION)
        return Parsed(None, language, unclear=(too_long,))
    found, read_as = _mended(text, vocabulary, today)
    draft = read_question(found, vocabulary, language, today)
    if not any(token.is_known and not token.is_filler for token in found) and not draft.not_understood:
        draft.not_understood.append(text.strip() or "…")
    query = _query(draft, previous, vocabulary, language, found)
    if draft.not_understood or draft.unclear or query is None:
        return Parsed(
            None,
            language,
            not_understood=tuple(dict.fromkeys(draft.not_understood)),
            unclear=tuple(dict.fromkeys(draft.unclear)),
            read_as=read_as,
            suggestions=_suggestions(draft, vocabulary),
        )
    restated = restate(query, vocabulary, language)
    return Parsed(query, language, restated, notes=tuple(draft.notes), read_as=read_as)


@lru_cache(maxsize=2)
def _typos(vocabulary: Vocabulary) -> Typos:
    return Typos(vocabulary)


def _mended(text: str, vocabulary: Vocabulary, today: date) -> tuple[list[Token], tuple[tuple[str, str], ...]]:
    """The tokens of the text with its slips of the keyboard mended, and what was mended."""
    read_as: list[tuple[str, str]] = []
    for _ in range(MOST_SLIPS):
        found = tokens(text, vocabulary, today)
        folded = fold(text)
        unknown = (token for token in found if not token.is_known)
        slip = next((slip for token in unknown if (slip := _typos(vocabulary).slip(folded.text, token.start))), None)
        if slip is None:
            return found, tuple(read_as)
        span = folded.span(slip.start, slip.end)
        read_as.append((text[span.start : span.end], slip.meant))
        text = text[: span.start] + slip.meant + text[span.end :]
    return tokens(text, vocabulary, today), tuple(read_as)


def _query(
    draft: Draft, previous: Query | None, vocabulary: Vocabulary, language: Language, found: list[Token]
) -> Query | None:
    if previous is not None and goes_on(draft, found):
        query = refined(previous, draft, vocabulary, language)
    else:
        query = _fresh(draft, vocabulary, language)
    return canonical(replace(query, language=language), vocabulary)


def _fresh(draft: Draft, vocabulary: Vocabulary, language: Language) -> Query:
    empty = Query(draft.today, language)
    if "this" in draft.seen and {"export", "compare"} & set(draft.seen) and not draft.clauses:
        draft.not_understood.append(vocabulary.catalogue.say("query_no_previous", language))
    return refined(empty, draft, vocabulary, language)


def _suggestions(draft: Draft, vocabulary: Vocabulary) -> tuple[str, ...]:
    """What the words that were not understood may have been meant for."""
    found = (_typos(vocabulary).suggestion(fold(word).text) for word in draft.not_understood)
    return tuple(dict.fromkeys(suggestion for suggestion in found if suggestion))
