"""What the needs are worth: what the customers who have them spend (S10, Q7)."""

from dataclasses import dataclass

import pandas as pd

from analytics.report.chapters.needs import people_by
from analytics.report.document import Bar, Cell, Chart, Column, Figure, Kind, Section, Table, Withheld
from analytics.report.material import Material
from analytics.report.speech import Speech

UNMET = ("dissatisfaction", "wish")
"""Needs that something is missing for; advice and praise are not."""


@dataclass(frozen=True)
class Worth:
    """The customers with an unmet need of a theme, and what they spent."""

    theme: str
    customers: int
    spend: float

    @property
    def each(self) -> float:
        """Spend a customer."""
        return self.spend / self.customers


def unmet(needs: pd.DataFrame) -> pd.DataFrame:
    """The needs that are a dissatisfaction or a wish."""
    return needs[needs["type"].isin(UNMET)]


def spend_of(customers: pd.Index, orders: pd.DataFrame) -> float:
    """What these customers spent; who has not ordered spent nothing.

    >>> spend_of(pd.Index(["mei", "daniel"]), pd.DataFrame({"spend": [12.5, 7.0]}, index=["mei", "priya"]))
    12.5
    """
    return float(orders["spend"].reindex(customers).fillna(0).sum())


def worth_by_theme(needs: pd.DataFrame, orders: pd.DataFrame) -> list[Worth]:
    """Each theme's customers with an unmet need and their spend, the highest spend first."""
    found = unmet(needs)
    themes = [str(theme) for theme in people_by(found, "theme").index]
    people = {theme: pd.Index(found.loc[found["theme"] == theme, "customer_id"].unique()) for theme in themes}
    worths = [Worth(theme, len(people[theme]), spend_of(people[theme], orders)) for theme in themes]
    return sorted(worths, key=lambda worth: (-worth.spend, -worth.customers, worth.theme))


def worth(material: Material, speech: Speech) -> Section:
    """The chapter on the spend behind the needs."""
    orders, heading = material.now.orders, speech.say("worth")
    if orders.empty:
        return Section("worth", heading, (speech.say("no_orders"),))
    count, spend = int(orders["orders"].sum()), float(orders["spend"].sum())
    told = speech.say(
        "worth_sentence",
        buyers=f"{len(orders):,}",
        orders=f"{count:,}",
        spend=speech.money(spend),
        average=speech.money_exact(spend / count),
    )
    worths = worth_by_theme(material.now.needs, orders)
    return Section(
        "worth", heading, (told,), figures=(_figure(worths, spend, material.least, speech),) if worths else ()
    )


def _figure(worths: list[Worth], total: float, least: int, speech: Speech) -> Figure:
    title = speech.say("chart_worth")
    kinds: tuple[tuple[str, Kind], ...] = (
        ("column_customers", "number"),
        ("column_spend", "money"),
        ("column_spend_each", "money"),
        ("column_share_of_spend", "percent"),
    )
    columns = (Column(speech.say("column_theme")), *(Column(speech.say(name), kind) for name, kind in kinds))
    ordered = sorted(worths, key=lambda worth: worth.customers < least)
    rows = tuple((speech.theme(worth.theme), *_cells(worth, total, least)) for worth in ordered)
    bars = tuple(Bar(speech.theme(worth.theme), worth.spend) for worth in ordered if worth.customers >= least)
    said = speech.listed([f"{bar.label} {speech.money(bar.value)}" for bar in bars])
    words = speech.say("alternative", title=title, values=said)
    chart = Chart("worth", title, words, bars, f"{speech.say('column_spend')} ({speech.currency})") if bars else None
    return Figure(Table("worth", title, columns, rows, speech.say("worth_note")), chart)


def _cells(worth: Worth, total: float, least: int) -> tuple[Cell, ...]:
    if worth.customers < least:
        return (Withheld.TOO_FEW,) * 4
    return worth.customers, worth.spend, worth.each, worth.spend / total if total else None
