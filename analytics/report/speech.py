"""Names, numbers and days as a reader of one language reads them."""

from dataclasses import dataclass
from datetime import date
from functools import reduce

from analytics.needs.themes import load_themes
from analytics.report.document import Cell, Kind, Withheld
from analytics.report.period import Period
from analytics.segments import UNCLASSIFIED, SegmentRules
from analytics.statistics import Interval
from catalogue import Catalogue, Language

NOTHING = "–"
MINUS = "\N{MINUS SIGN}"
EXACT_BELOW = 100
"""Figures under it keep one decimal."""


@dataclass(frozen=True)
class Speech:
    """The words of one report: its catalogue, its language, and the currency that its money is in."""

    catalogue: Catalogue
    language: Language
    currency: str

    def say(self, wording: str, **values: object) -> str:
        """A wording of the report, by its id without `report_`."""
        return self.catalogue.say(f"report_{wording}", self.language, **values)

    def name(self, code: str) -> str:
        """What a stored code is called, such as `status_active`."""
        return self.catalogue.say(code, self.language)

    def theme(self, id: str) -> str:
        """The name of a theme of needs; the id of one that is no longer in the tree."""
        names = {theme.id: theme.name for theme in load_themes().themes}
        return names[id][self.language] if id in names else id

    def segment(self, rules: SegmentRules, id: str) -> str:
        """The name of a segment."""
        return self.name(UNCLASSIFIED) if id == UNCLASSIFIED else rules.named(id).name[self.language]

    def question(self, id: str) -> str:
        """What a question is called in a report; the id of one that is no longer in the catalogue."""
        question = self.catalogue.questions.get(id)
        return question.report_as[self.language] if question else id

    def answer(self, question: str, value: str) -> str:
        """The label of a choice; the value itself where it is none."""
        asked = self.catalogue.questions.get(question)
        labels = {choice.value: choice.label[self.language] for choice in asked.choices} if asked else {}
        return labels.get(value, value)

    def day(self, day: date) -> str:
        """A day in full."""
        month = self.say("month_names").split("|")[day.month - 1]
        return self.say("day", day=day.day, month=month, year=day.year)

    def period(self, period: Period) -> str:
        """From which day to which."""
        return self.say("period", since=self.day(period.since), until=self.day(period.until))

    def listed(self, names: list[str]) -> str:
        """Names in a row; empty for none."""
        return reduce(lambda first, second: self.say("listed", first=first, second=second), names) if names else ""

    def cell(self, value: Cell, kind: Kind) -> str:
        """A cell as it is read."""
        if value is None:
            return NOTHING
        if isinstance(value, Withheld):
            return self.say("suppressed")
        if isinstance(value, str):
            return value
        if isinstance(value, Interval):
            return self.interval(value, kind)
        return self.number(value, kind)

    def number(self, value: float, kind: Kind) -> str:
        """A number as a column of this kind writes it."""
        match kind:
            case "percent":
                return percent(value)
            case "growth":
                return growth(value)
            case "points":
                return points(value)
            case "money":
                return self.money(value)
            case "decimal":
                return f"{value:,.1f}"
            case _:
                return f"{value:,.0f}" if value >= EXACT_BELOW or float(value).is_integer() else f"{value:,.1f}"

    def money(self, value: float) -> str:
        """An amount in whole units of the shop's currency."""
        return f"{self.currency} {value:,.0f}".strip()

    def money_exact(self, value: float) -> str:
        """An amount with its hundredths."""
        return f"{self.currency} {value:,.2f}".strip()

    def month(self, month: str) -> str:
        """A month, given as '2026-03'."""
        year, number = month.split("-")
        return self.say("month", month=self.say("month_names").split("|")[int(number) - 1], year=year)

    def interval(self, interval: Interval, kind: Kind) -> str:
        """Both bounds of an interval."""
        write = {"points_interval": points, "decimal_interval": one_decimal}.get(kind, percent)
        return self.say("interval", low=write(interval.low), high=write(interval.high))


def percent(share: float) -> str:
    """A share in whole per cent.

    >>> percent(0.126), percent(0.004), percent(0.0)
    ('13%', '<1%', '0%')
    """
    return "<1%" if 0 < share < 0.005 else f"{share:.0%}"


def growth(share: float) -> str:
    """By which share something grew, in whole per cent with its sign.

    >>> growth(0.126), growth(-0.05), growth(0.001)
    ('+13%', '−5%', '0%')
    """
    return f"{points(share)}%"


def points(difference: float) -> str:
    """A difference of shares in percentage points, with its sign.

    >>> points(0.126), points(-0.05), points(0.001)
    ('+13', '−5', '0')
    """
    whole = round(difference * 100)
    return f"{MINUS}{-whole}" if whole < 0 else f"+{whole}" if whole else "0"


def one_decimal(value: float) -> str:
    """A number with one decimal.

    >>> one_decimal(6.25)
    '6.2'
    """
    return f"{value:,.1f}"
