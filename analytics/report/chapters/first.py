"""Where the evidence points first: unmet needs by people, strength and spend (Q6, S11, T4)."""

from dataclasses import dataclass

import pandas as pd

from analytics.report.chapters.words import STRENGTHS
from analytics.report.chapters.worth import spend_of, unmet
from analytics.report.document import Bar, Chart, Column, Figure, Kind, Section, Table
from analytics.report.material import Material
from analytics.report.speech import Speech


@dataclass(frozen=True)
class Ranked:
    """A theme with its index: 100 for the first."""

    theme: str
    customers: int
    strength: float
    each: float
    index: float


def first(material: Material, speech: Speech) -> Section:
    """The chapter that ranks the themes."""
    found, heading = ranking(material), speech.say("first")
    if not found:
        return Section("first", heading, (speech.say("no_first", least=material.least),))
    told = (speech.say("first_sentence"), speech.say("first_evidence"))
    return Section("first", heading, told, figures=(_figure(found, speech),))


def weight(customers: int, strength: float, each: float, usual: float) -> float:
    """How much evidence stands behind a theme.

    Args:
        customers: how many have an unmet need of it.
        strength: the mean of their needs' strengths, from 1 (weak) to 3 (strong).
        each: what these customers spent, each.
        usual: what all participants spent, each.

    Returns:
        customers × strength × (1 + each / usual): somebody who spends as usual counts twice who has not bought. Where
        nobody spent anything the last factor is 1.

    >>> weight(10, 2.0, 50.0, 50.0), weight(10, 2.0, 0.0, 0.0)
    (40.0, 20.0)
    """
    return customers * strength * (1 + (each / usual if usual else 0))


def ranking(material: Material) -> list[Ranked]:
    """The themes with unmet needs of at least the smallest group that is shown, most evidence first."""
    found, orders = unmet(material.now.needs), material.now.orders
    people = material.now.participants
    usual = spend_of(people, orders) / len(people) if len(people) else 0.0
    ranked = [_ranked(str(theme), part, orders, usual) for theme, part in found.groupby("theme")]
    shown = sorted((one for one in ranked if one.customers >= material.least), key=lambda one: (-one.index, one.theme))
    top = shown[0].index if shown else 1.0
    return [Ranked(one.theme, one.customers, one.strength, one.each, 100 * one.index / top) for one in shown]


def _ranked(theme: str, needs: pd.DataFrame, orders: pd.DataFrame, usual: float) -> Ranked:
    customers = pd.Index(needs["customer_id"].unique())
    strength = float(needs["strength"].map(STRENGTHS).mean())
    each = spend_of(customers, orders) / len(customers)
    return Ranked(theme, len(customers), strength, each, weight(len(customers), strength, each, usual))


def _figure(found: list[Ranked], speech: Speech) -> Figure:
    title = speech.say("chart_first")
    kinds: tuple[tuple[str, Kind], ...] = (
        ("column_theme", "text"),
        ("column_customers", "number"),
        ("column_strength", "decimal"),
        ("column_spend_each", "money"),
        ("column_index", "number"),
    )
    columns = tuple(Column(speech.say(name), kind) for name, kind in kinds)
    rows = tuple((speech.theme(one.theme), one.customers, one.strength, one.each, round(one.index)) for one in found)
    bars = tuple(Bar(speech.theme(one.theme), one.index) for one in found)
    said = speech.listed([f"{bar.label} {bar.value:.0f}" for bar in bars])
    words = speech.say("alternative", title=title, values=said)
    chart = Chart("first", title, words, bars, speech.say("first_axis"))
    return Figure(Table("first", title, columns, rows, speech.say("first_note")), chart)
