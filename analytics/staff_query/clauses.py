"""Clauses of a question while they are being read: each gathers what belongs to it and then gives its filters."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol

from analytics.staff_query.meanings import SINGLE_VALUED, answer_field
from analytics.staff_query.query import Event, Filter, Happened, Needed, OneOf, Within
from reading.values.periods import Period

Bounds = tuple[float | None, float | None, bool]
"""The least, the most (None for no bound), and whether the bounds themselves are left out."""


class Clause(Protocol):
    """Something that can be turned into filters once it is complete."""

    def filters(self, today: date) -> Iterator[Filter]:
        """The filters of the clause, read on `today`."""


@dataclass
class Times:
    """The period of a clause, where it has one."""

    period: Period | None = None

    def bounds(self, today: date) -> tuple[date | None, date | None]:
        """From which day, and up to and without which; no end where it lies at or after today."""
        if self.period is None:
            return None, None
        until = self.period.until
        return self.period.since, None if until is None or until >= today else until + timedelta(days=1)


@dataclass
class ValuesClause:
    """Values of one field in a row: 'in Sha Tin or Tai Po'."""

    subject: str
    excluded: bool
    values: list[str] = field(default_factory=list)
    alternatives: bool = False

    def add(self, values: tuple[str, ...], connector: str | None) -> None:
        """Take more values, joined to those before by 'or', 'and', a comma or nothing."""
        self.values += values
        self.alternatives = self.alternatives or connector == "or" or len(values) > 1

    def filters(self, today: date) -> Iterator[Filter]:
        """One filter for alternatives; one for each of values that must hold together."""
        if self.excluded or self.alternatives or self.subject in SINGLE_VALUED:
            yield OneOf(self.subject, tuple(self.values), self.excluded)
        else:
            yield from (OneOf(self.subject, (value,)) for value in self.values)


@dataclass
class NeedClause:
    """A need with its themes and types, in whichever order they were named."""

    excluded: bool
    themes: list[str] = field(default_factory=list)
    types: list[str] = field(default_factory=list)
    times: Times = field(default_factory=Times)
    together: bool = False
    themes_first: bool = False

    def filters(self, today: date) -> Iterator[Filter]:
        """One filter for alternatives; one a theme where all themes must have been named."""
        since, until = self.times.bounds(today)
        types = tuple(self.types)
        if self.together and not self.excluded:
            yield from (Needed((theme,), types, since, until) for theme in self.themes)
        else:
            yield Needed(tuple(self.themes), types, since, until, self.excluded)


@dataclass
class EventClause:
    """Customers joined, ordered or took part in a chat."""

    event: Event
    excluded: bool
    times: Times = field(default_factory=Times)

    def filters(self, today: date) -> Iterator[Filter]:
        """The one filter of the clause."""
        since, until = self.times.bounds(today)
        yield Happened(self.event, since, until, self.excluded)


@dataclass
class AmountClause:
    """A figure of orders within bounds; without bounds yet where only 'spent' was read."""

    subject: str
    written: str
    bounds: Bounds | None = None
    times: Times = field(default_factory=Times)

    def filters(self, today: date) -> Iterator[Filter]:
        """The one filter of the clause; none while no amount was named."""
        if self.bounds:
            since, until = self.times.bounds(today)
            yield Within(self.subject, *self.bounds, since=since, until=until)


@dataclass
class AnswerClause:
    """What somebody answered to which question, in whichever order they were named."""

    excluded: bool
    question: str | None = None
    candidates: list[tuple[tuple[str, str], ...]] = field(default_factory=list)
    bounds: Bounds | None = None

    @property
    def questions(self) -> frozenset[str]:
        """The fields of the questions that have all the answers which were named."""
        named = [{subject for subject, _ in candidate} for candidate in self.candidates]
        return frozenset(set.intersection(*named)) if named else frozenset()

    def filters(self, today: date) -> Iterator[Filter]:
        """The one filter of the clause; none where it is not clear to which question the answer belongs."""
        if self.bounds and self.question:
            yield Within(answer_field(self.question), *self.bounds)
        elif self.subject:
            named = [pair for candidate in self.candidates for pair in candidate]
            yield OneOf(self.subject, tuple(value for field, value in named if field == self.subject), self.excluded)

    @property
    def subject(self) -> str | None:
        """The field of the question that is meant, if it is clear and answers were named."""
        named = answer_field(self.question) if self.question else None
        if named:
            return named if named in self.questions else None
        return next(iter(self.questions)) if len(self.questions) == 1 else None
