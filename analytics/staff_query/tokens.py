"""A staff question cut into tokens: phrases of the vocabulary, periods, places, ages, amounts and unknown words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from analytics.staff_query.durations import durations_in
from analytics.staff_query.meanings import Axis, Key, Meaning, Value
from analytics.staff_query.vocabulary import Vocabulary
from reading.text import Folded, fold
from reading.values.ages import Ages, ages_in
from reading.values.districts import Place, places_in
from reading.values.money import Money, money_in
from reading.values.numbers import Number, numbers_in
from reading.values.periods import Period, periods_in


@dataclass(frozen=True)
class Token:
    """A piece of the question and everything that it may mean; nothing of all that for a word nobody knows."""

    start: int
    end: int
    written: str
    meanings: tuple[Meaning, ...] = ()
    period: Period | None = None
    place: Place | None = None
    ages: Ages | None = None
    money: Money | None = None
    number: Number | None = None

    @property
    def is_known(self) -> bool:
        """Whether it means anything at all."""
        return bool(self.meanings or self.period or self.place or self.ages or self.money or self.number)

    @property
    def keys(self) -> frozenset[str]:
        """The names of the question language's own words that it may be."""
        return frozenset(meaning.name for meaning in self.meanings if isinstance(meaning, Key))

    @property
    def axes(self) -> tuple[str, ...]:
        """The fields that it may be the name of."""
        return tuple(meaning.field for meaning in self.meanings if isinstance(meaning, Axis))

    @property
    def values(self) -> tuple[Value, ...]:
        """The values that it may be the name of."""
        return tuple(meaning for meaning in self.meanings if isinstance(meaning, Value))

    @property
    def is_filler(self) -> bool:
        """Whether it says nothing about which customers are meant."""
        return self.is_known and set(self.meanings) == {Key("filler")} and not self.number and not self.period


def tokens(text: str, vocabulary: Vocabulary, today: date) -> list[Token]:
    """The tokens of a question from left to right.

    Of pieces that overlap the leftmost counts, and of those the longest; readings of the same piece are kept together.

    Args:
        text: what the member of staff wrote; empty text has no tokens.
        vocabulary: what can be asked about.
        today: the day that 'last month' is counted from.
    """
    folded = fold(text)
    found = [*_phrases(folded, vocabulary), *_readings(folded, today)]
    chosen: list[Token] = []
    for token in sorted(found, key=lambda token: (token.start, -token.end)):
        last = chosen[-1] if chosen else None
        if last and (last.start, last.end) == (token.start, token.end):
            chosen[-1] = _together(last, token)
        elif last is None or token.start >= last.end:
            chosen.append(token)
    return sorted([*chosen, *_unknown(folded, chosen)], key=lambda token: token.start)


def _phrases(folded: Folded, vocabulary: Vocabulary) -> Iterator[Token]:
    """Phrases of the vocabulary; what people answer counts only after a word that announces an answer."""
    general = vocabulary.phrases.find(folded)
    announced = next((match.start for match in general if _announces_an_answer(match.values)), len(folded.text))
    for match in general:
        if match.end <= announced or match.start == announced:
            yield Token(match.start, match.end, folded.words(match.start, match.end), match.values)
    for match in vocabulary.answers.find(folded):
        if match.start >= announced:
            yield Token(match.start, match.end, folded.words(match.start, match.end), match.values)


def _announces_an_answer(meanings: tuple[Meaning, ...]) -> bool:
    return any(
        meaning == Key("said") or (isinstance(meaning, Axis) and meaning.field.startswith("answer:"))
        for meaning in meanings
    )


def _readings(folded: Folded, today: date) -> Iterator[Token]:
    for period in periods_in(folded, today):
        yield replace(_token(folded, period.start, period.end), period=period.period)
    for start, end, lasted in durations_in(folded, today):
        yield replace(_token(folded, start, end), period=lasted)
    for money in money_in(folded):
        yield replace(_token(folded, money.start, money.end), money=money.money)
    for ages in ages_in(folded, today, cue_needed=True):
        yield replace(_token(folded, ages.start, ages.end), ages=ages.ages)
    for number in numbers_in(folded):
        yield replace(_token(folded, number.start, number.end), number=number.number)
    for place in places_in(folded):
        start = folded.starts.index(place.span.start)
        yield replace(_token(folded, start, start + _length(folded, place)), place=place)


def _length(folded: Folded, place: Place) -> int:
    return sum(1 for origin in folded.starts[:-1] if place.span.start <= origin < place.span.end)


def _token(folded: Folded, start: int, end: int) -> Token:
    return Token(start, end, folded.words(start, end))


def _together(first: Token, second: Token) -> Token:
    return replace(
        first,
        meanings=first.meanings + second.meanings,
        period=first.period or second.period,
        place=first.place or second.place,
        ages=first.ages or second.ages,
        money=first.money or second.money,
        number=first.number or second.number,
    )


def _unknown(folded: Folded, known: list[Token]) -> Iterator[Token]:
    """The words that no token covers; Chinese characters that stand together are one word."""
    run: tuple[int, int] | None = None
    for word in folded.tokens:
        covered = any(token.start < word.end and word.start < token.end for token in known)
        if covered or not word.text[0].isalnum():
            continue
        if run and run[1] == word.start and not word.text.isascii():
            run = (run[0], word.end)
            continue
        if run:
            yield Token(*run, folded.words(*run))
        run = (word.start, word.end)
    if run:
        yield Token(*run, folded.words(*run))
