"""What changed against the period of the same length before (C10)."""

from dataclasses import dataclass
from statistics import fmean

import pandas as pd

from analytics.report.activity import Activity
from analytics.report.chapters.answers import SATISFACTION, scores
from analytics.report.chapters.needs import people_by
from analytics.report.document import Cell, Column, Figure, Kind, Section, Table
from analytics.report.material import Material
from analytics.report.speech import Speech
from analytics.statistics import Interval, change_of_share, clear


@dataclass(frozen=True)
class ThemeChange:
    """How many participants had a need of a theme, now and before, and the interval of the difference of shares."""

    theme: str
    count: int
    earlier: int
    interval: Interval | None


def changes(material: Material, speech: Speech) -> Section:
    """The chapter that compares the two periods."""
    before, heading = material.before, speech.say("changes")
    if before.conversations.empty and before.orders.empty and before.participants.empty:
        return Section("changes", heading, (speech.say("no_earlier"),))
    told = speech.say("changes_sentence", days=before.period.days, period=speech.period(before.period))
    return Section("changes", heading, (told,), figures=(_figures(material, speech), *_themes(material, speech)))


def theme_changes(now: Activity, before: Activity, least: int) -> list[ThemeChange]:
    """The themes that enough people had a need of in either period, most people now first."""
    counts, earlier = people_by(now.needs, "theme"), people_by(before.needs, "theme")
    totals = len(now.participants), len(before.participants)
    themes = [str(theme) for theme in [*counts.index, *earlier.index.difference(counts.index)]]
    pairs = {theme: (int(counts.get(theme, 0)), int(earlier.get(theme, 0))) for theme in themes}
    return [
        ThemeChange(theme, count, old, change_of_share(count, totals[0], old, totals[1]))
        for theme, (count, old) in pairs.items()
        if max(count, old) >= least and not (0 < count < least or 0 < old < least)
    ]


def growth(now: float | None, before: float | None) -> float | None:
    """By which share a figure grew; None where there was nothing before.

    >>> growth(120.0, 100.0), growth(5.0, 0.0)
    (0.2, None)
    """
    return (now - before) / before if now is not None and before else None


def key_figures(happened: Activity, joined: pd.Series) -> dict[str, float | None]:
    """The figures that are compared; None where there is nothing to take a mean of."""
    orders, period = happened.orders, happened.period
    count, spend = int(orders["orders"].sum()), float(orders["spend"].sum())
    marks = scores(happened.answers, SATISFACTION)
    return {
        "new_customers": int(((joined >= period.begin) & (joined < period.end)).sum()),
        "buyers": len(orders),
        "orders": count,
        "spend": spend,
        "average": spend / count if count else None,
        "participants": len(happened.participants),
        "needs": len(happened.needs),
        "satisfaction": fmean(marks) if marks else None,
    }


def _figures(material: Material, speech: Speech) -> Figure:
    joined = material.population.people["joined_at"]
    now, before = (key_figures(happened, joined) for happened in (material.now, material.before))
    kinds: tuple[tuple[str, Kind], ...] = (
        ("column_figure", "text"),
        ("column_now", "number"),
        ("column_before", "number"),
        ("column_change", "growth"),
    )
    columns = tuple(Column(speech.say(name), kind) for name, kind in kinds)
    rows = tuple((_label(id, speech), now[id], before[id], growth(now[id], before[id])) for id in now)
    return Figure(Table("figures", speech.say("chart_figures"), columns, rows))


def _label(id: str, speech: Speech) -> str:
    return speech.say(f"figure_{id}", currency=speech.currency)


def _themes(material: Material, speech: Speech) -> tuple[Figure, ...]:
    found = theme_changes(material.now, material.before, material.least)
    totals = len(material.now.participants), len(material.before.participants)
    if not found or not min(totals):
        return ()
    kinds: tuple[tuple[str, Kind], ...] = (
        ("column_theme", "text"),
        ("column_now", "percent"),
        ("column_before", "percent"),
        ("column_points", "points"),
        ("column_interval", "points_interval"),
        ("column_verdict", "text"),
    )
    columns = tuple(Column(speech.say(name), kind) for name, kind in kinds)
    rows = tuple(_row(change, totals, speech) for change in found)
    note = speech.say("theme_changes_note", now=totals[0], before=totals[1])
    return (Figure(Table("theme_changes", speech.say("chart_theme_changes"), columns, rows, note)),)


def _row(change: ThemeChange, totals: tuple[int, int], speech: Speech) -> tuple[Cell, ...]:
    now, before = change.count / totals[0], change.earlier / totals[1]
    verdict = speech.say("clear_yes" if clear(change.interval) else "clear_no")
    return speech.theme(change.theme), now, before, now - before, change.interval, verdict
