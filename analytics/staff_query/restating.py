"""Says a query back in words, so that the asker sees what was counted, and may ask it again in just these words."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce

from analytics.staff_query.meanings import ANSWER
from analytics.staff_query.query import Filter, Happened, Needed, OneOf, Query, Within
from analytics.staff_query.vocabulary import Vocabulary
from catalogue import Language

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def day_text(day: date, language: Language) -> str:
    """A day as people of a language write it.

    >>> day_text(date(2026, 3, 2), "en"), day_text(date(2026, 3, 2), "zh-Hant")
    ('2 March 2026', '2026年3月2日')
    """
    if language == "zh-Hant":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def number_text(number: float) -> str:
    """A number without needless zeros.

    >>> number_text(1234.0), number_text(0.5)
    ('1,234', '0.5')
    """
    return f"{number:,.2f}".rstrip("0").rstrip(".")


def restate(query: Query, vocabulary: Vocabulary, language: Language) -> str:
    """The query in words.

    Args:
        query: what was understood.
        vocabulary: what everything is called.
        language: the language of the words.
    """
    return Restatement(vocabulary, language).of(query)


@dataclass(frozen=True)
class Restatement:
    """Puts queries into words of one language."""

    vocabulary: Vocabulary
    language: Language

    def of(self, query: Query) -> str:
        """The whole query in one sentence."""
        text = self._say("query_list") if query.show == "list" else self._say(f"query_count_{query.measure}")
        if query.filters:
            clauses = self._joined("query_and", [self.clause(filter_) for filter_ in query.filters])
            text = self._say("query_where", query=text, clauses=clauses)
        if query.group_by:
            axes = self._joined("query_axes", [self.vocabulary.axis_label(a, self.language) for a in query.group_by])
            text = self._say("query_by", query=text, axes=axes)
        if query.compare:
            text = self._say(f"query_compare_{query.compare}", query=text)
        if query.purpose == "direct_marketing":
            text = self._say("query_marketing", query=text)
        return self._say("query_export", query=text) if query.export else text

    def clause(self, filter_: Filter) -> str:
        """One filter in words."""
        match filter_:
            case OneOf():
                text = self._one_of(filter_)
            case Within():
                text = self._within(filter_)
            case Happened(event, since, until, excluded):
                negation = "not_" if excluded else ""
                text = self._say(f"clause_{negation}{event}", period=self.period(since, until))
            case Needed():
                text = self._needed(filter_)
        return " ".join(text.split())

    def period(self, since: date | None, until: date | None) -> str:
        """A period in words; nothing where it has neither beginning nor end."""
        last = until - timedelta(days=1) if until else None
        days = {name: day_text(day, self.language) for name, day in (("since", since), ("until", last)) if day}
        if not days:
            return ""
        if since == last:
            return self._say("period_day", since=days["since"])
        return self._say("period_between" if since and last else f"period_{next(iter(days))}", **days)

    def _one_of(self, filter_: OneOf) -> str:
        negation = "not_" if filter_.excluded else ""
        if filter_.field == "newsletter":
            return self._say(f"clause_{negation}newsletter")
        names = self._joined("query_or", [self._name(filter_.field, value) for value in filter_.values])
        if filter_.field.startswith(ANSWER):
            question = self.vocabulary.axis_label(filter_.field, self.language)
            return self._say(f"clause_{negation}answer", question=question, names=names)
        return self._say(f"clause_{negation}{filter_.field}", names=names)

    def _within(self, filter_: Within) -> str:
        bounds = self._bounds(filter_)
        if filter_.field.startswith(ANSWER):
            question = self.vocabulary.axis_label(filter_.field, self.language)
            return self._say("clause_answer", question=question, names=bounds)
        period = self.period(filter_.since, filter_.until)
        return self._say(f"clause_{filter_.field}", bounds=bounds, period=period)

    def _bounds(self, filter_: Within) -> str:
        numbers = {"low": filter_.low, "high": filter_.high}
        told = {name: number_text(number) for name, number in numbers.items() if number is not None}
        if filter_.low is not None and filter_.high is not None:
            return self._say("bounds_exactly" if filter_.low == filter_.high else "bounds_between", **told)
        if filter_.low is not None:
            return self._say("bounds_above" if filter_.exclusive else "bounds_from", **told)
        return self._say("bounds_below" if filter_.exclusive else "bounds_to", **told)

    def _needed(self, filter_: Needed) -> str:
        types = [self._name("need_type", type_) for type_ in filter_.types]
        themes = [self._name("need_theme", theme) for theme in filter_.themes]
        negation = "not_" if filter_.excluded else ""
        return self._say(
            f"clause_{negation}need",
            types=self._joined("query_or", types) if types else self._say("clause_need_any"),
            themes=self._joined("query_or", themes) if themes else self._say("clause_theme_any"),
            period=self.period(filter_.since, filter_.until),
        )

    def _name(self, field: str, value: str) -> str:
        return self._say("clause_name", name=self.vocabulary.label(field, value, self.language))

    def _joined(self, wording: str, texts: list[str]) -> str:
        return reduce(lambda first, second: self._say(wording, first=first, second=second), texts)

    def _say(self, id: str, **values: object) -> str:
        return self.vocabulary.catalogue.say(id, self.language, **values)
