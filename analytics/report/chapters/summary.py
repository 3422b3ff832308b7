"""The first page: five numbers and what stands out."""

from statistics import fmean

from analytics.report.chapters.answers import SATISFACTION, scores
from analytics.report.chapters.changes import theme_changes
from analytics.report.chapters.first import ranking
from analytics.report.chapters.needs import theme_shares
from analytics.report.document import Section, Tile
from analytics.report.material import Material
from analytics.report.speech import Speech, percent
from analytics.statistics import Interval, clear, mean_interval

NAMED = 3
"""How many of the ranked themes are named."""


def summary(material: Material, speech: Speech) -> Section:
    """The chapter that a reader with one minute reads."""
    nobody = material.now.participants.empty
    told = (speech.say("nothing"),) if nobody else _sentences(material, speech)
    return Section("summary", speech.say("summary"), told, tiles=_tiles(material, speech))


def _tiles(material: Material, speech: Speech) -> tuple[Tile, ...]:
    now, before = material.now, material.before
    counted = (
        ("customers", f"{len(material.population.people):,}", ""),
        ("participants", f"{len(now.participants):,}", f"{len(before.participants):,}"),
        ("needs", f"{len(now.needs):,}", f"{len(before.needs):,}"),
        ("spend", speech.money(float(now.orders["spend"].sum())), speech.money(float(before.orders["spend"].sum()))),
        ("satisfaction", *(_mean(scores(part.answers, SATISFACTION), material.least) for part in (now, before))),
    )
    return tuple(
        Tile(value, speech.say(f"tile_{id}"), speech.say("tile_before", value=old) if old else "")
        for id, value, old in counted
        if value
    )


def _mean(found: list[float], least: int) -> str:
    return f"{fmean(found):.1f}" if len(found) >= least else ""


def _sentences(material: Material, speech: Speech) -> tuple[str, ...]:
    now = material.now
    took_part = speech.say("summary_participants", customers=f"{len(now.participants):,}", needs=f"{len(now.needs):,}")
    parts = (
        _theme(material, speech),
        _first(material, speech),
        _satisfaction(material, speech),
        _changed(material, speech),
    )
    return (took_part, *(part for part in parts if part))


def _theme(material: Material, speech: Speech) -> str:
    shown = theme_shares(material)
    shown = shown[shown["shown"]]
    if shown.empty:
        return ""
    top = shown.iloc[0]
    interval = speech.interval(Interval(float(top["low"]), float(top["high"])), "interval")
    theme, share = speech.theme(str(shown.index[0])), percent(float(top["share"]))
    return speech.say("summary_theme", theme=theme, share=share, interval=interval)


def _first(material: Material, speech: Speech) -> str:
    names = [speech.theme(ranked.theme) for ranked in ranking(material)[:NAMED]]
    return speech.say("summary_first", themes=speech.listed(names)) if names else ""


def _satisfaction(material: Material, speech: Speech) -> str:
    found = scores(material.now.answers, SATISFACTION)
    interval = mean_interval(found)
    if interval is None or len(found) < material.least:
        return ""
    bounds = speech.interval(interval, "decimal_interval")
    return speech.say("satisfaction_sentence", mean=f"{fmean(found):.1f}", interval=bounds, count=f"{len(found):,}")


def _changed(material: Material, speech: Speech) -> str:
    if material.before.participants.empty:
        return ""
    found = theme_changes(material.now, material.before, material.least)
    count = sum(clear(change.interval) for change in found)
    days = material.now.period.days
    return speech.say("summary_changed", days=days, count=count, total=len(found)) if found else ""
