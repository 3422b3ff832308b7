"""What customers need: by theme and type, by segment, and over the months (I2, C3, Q8)."""

import pandas as pd

from analytics.needs.found import NEED_TYPES
from analytics.report.chapters.groups import alternative, group_figure, share_cells
from analytics.report.document import Bar, Cell, Chart, Column, Figure, HeatMap, Kind, Section, Table, Withheld
from analytics.report.material import Material
from analytics.report.shares import shares
from analytics.report.speech import Speech


def needs(material: Material, speech: Speech) -> Section:
    """The chapter on the needs of those who took part."""
    found = material.now.needs
    heading = speech.say("needs")
    if found.empty:
        return Section("needs", heading, (speech.say("no_needs"),))
    explicit = int(found["explicit"].sum())
    told = speech.say(
        "needs_sentence",
        needs=f"{len(found):,}",
        customers=f"{found['customer_id'].nunique():,}",
        explicit=f"{explicit:,}",
        hidden=f"{len(found) - explicit:,}",
    )
    figures = (_themes(material, speech), _types(material, speech), *_segments(material, speech))
    return Section("needs", heading, (told,), figures=(*figures, *_months(material, speech)))


def people_by(needs: pd.DataFrame, column: str) -> pd.Series:
    """How many different customers have a need of each theme (or type), most first, then by name.

    >>> found = pd.DataFrame({"customer_id": ["mei", "mei", "daniel"], "theme": ["delivery", "delivery", "store"]})
    >>> people_by(found, "theme").to_dict()
    {'delivery': 1, 'store': 1}
    """
    counts = needs.groupby(column)["customer_id"].nunique().sort_index()
    return counts.sort_values(ascending=False, kind="stable").astype("int64")


def theme_shares(material: Material) -> pd.DataFrame:
    """The share of participants with a need of each theme, as `shares` gives it, by theme."""
    counts = people_by(material.now.needs, "theme")
    return shares(counts, len(material.now.participants), material.least, apart=False)


def _themes(material: Material, speech: Speech) -> Figure:
    table = theme_shares(material)
    table.index = pd.Index([speech.theme(str(id)) for id in table.index])
    of = speech.say("of_participants", count=f"{len(material.now.participants):,}")
    return group_figure("themes", table, speech.say("column_theme"), of, speech)


def _types(material: Material, speech: Speech) -> Figure:
    """Customers by theme and type: what is under the least is withheld, none is 0."""
    found, title = material.now.needs, speech.say("chart_types")
    counts = found.groupby(["theme", "type"])["customer_id"].nunique()
    themes = [str(theme) for theme in people_by(found, "theme").index]
    numbers = {(theme, type_): int(counts.get((theme, type_), 0)) for theme in themes for type_ in NEED_TYPES}
    names = {type_: speech.name(f"need_{type_}") for type_ in NEED_TYPES}
    columns = (Column(speech.say("column_theme")), *(Column(name, "number") for name in names.values()))
    rows = tuple(
        (speech.theme(theme), *(_or_withheld(numbers[theme, type_], material.least) for type_ in NEED_TYPES))
        for theme in themes
    )
    bars = tuple(
        Bar(speech.theme(theme), number, part=names[type_])
        for (theme, type_), number in numbers.items()
        if number >= material.least
    )
    said = speech.listed([f"{bar.label} ({bar.part}) {bar.value:.0f}" for bar in bars])
    words = speech.say("alternative", title=title, values=said)
    chart = Chart("types", title, words, bars, speech.say("column_customers")) if bars else None
    return Figure(Table("types", title, columns, rows, speech.say("types_note")), chart)


def _or_withheld(number: int, least: int) -> Cell:
    return Withheld.TOO_FEW if 0 < number < least else number


def need_by_segment(material: Material) -> pd.DataFrame:
    """Of those of each segment who took part, the share with a need of each theme.

    Returns:
        The columns of `shares` and `segment`, `theme`, `took_part`; a row a pair, in the order of the segments and of
        the themes. Segments of which fewer than the least took part, and themes that are not shown, have no rows.
    """
    members = material.members.reindex(material.now.participants, fill_value=False)
    overall = theme_shares(material)
    themes = overall.index[overall["shown"]]
    parts = [_of_segment(str(id), members.index[members[id]], themes, material) for id in members.columns]
    kept = [part for part in parts if len(part)]
    return pd.concat(kept, ignore_index=True) if kept else pd.DataFrame(columns=["segment", "theme", "shown"])


def _of_segment(id: str, took_part: pd.Index, themes: pd.Index, material: Material) -> pd.DataFrame:
    if len(took_part) < material.least:
        return pd.DataFrame()
    found = material.now.needs[material.now.needs["customer_id"].isin(took_part)]
    counts = people_by(found, "theme").reindex(themes, fill_value=0)
    table = shares(counts, len(took_part), material.least, apart=False)
    return table.assign(segment=id, theme=themes, took_part=len(took_part))


def _segments(material: Material, speech: Speech) -> tuple[Figure, ...]:
    pairs = need_by_segment(material)
    shown = pairs[pairs["shown"].astype(bool)]
    shown = shown[shown["customers"] > 0] if len(shown) else shown
    if shown.empty:
        return ()
    title = speech.say("chart_need_by_segment")
    kinds: tuple[tuple[str, Kind], ...] = (
        ("column_segment", "text"),
        ("column_theme", "text"),
        ("column_took_part", "number"),
        ("column_customers", "number"),
        ("column_share", "percent"),
        ("column_interval", "interval"),
    )
    columns = tuple(Column(speech.say(name), kind) for name, kind in kinds)
    rows = tuple(
        (
            speech.segment(material.segments, row["segment"]),
            speech.theme(row["theme"]),
            int(row["took_part"]),
            *share_cells(row),
        )
        for _, row in shown.iterrows()
    )
    note = speech.say("segment_note", count=int((~pairs["shown"].astype(bool)).sum()), least=material.least)
    return (Figure(Table("need_by_segment", title, columns, rows, note), _heat_map(title, pairs, material, speech)),)


def _heat_map(title: str, pairs: pd.DataFrame, material: Material, speech: Speech) -> HeatMap:
    cells = tuple(
        (
            speech.segment(material.segments, row["segment"]),
            speech.theme(row["theme"]),
            float(row["share"]) if row["shown"] else None,
        )
        for _, row in pairs.iterrows()
    )
    highest = sorted((cell for cell in cells if cell[2]), key=lambda cell: -(cell[2] or 0))[:3]
    bars = tuple(Bar(f"{segment} × {theme}", share or 0) for segment, theme, share in highest)
    return HeatMap("need_by_segment", title, alternative(title, bars, speech), cells)


def _months(material: Material, speech: Speech) -> tuple[Figure, ...]:
    """How many customers a month brought up a need; nothing for a period within one month."""
    period, found = material.now.period, material.now.needs
    days = pd.date_range(period.since, period.until, freq="D")
    if days[0].to_period("M") == days[-1].to_period("M"):
        return ()
    months = [str(month) for month in days.to_period("M").unique()]
    times = found["found_at"].dt.tz_convert(period.zone).dt.strftime("%Y-%m")
    counts = found.groupby(times)["customer_id"].nunique().reindex(months, fill_value=0)
    rows = [(speech.month(str(month)), _or_withheld(int(number), material.least)) for month, number in counts.items()]
    bars = tuple(Bar(month, number) for month, number in rows if isinstance(number, int))
    title = speech.say("chart_months")
    said = speech.listed([f"{bar.label} {bar.value:.0f}" for bar in bars])
    words = speech.say("alternative", title=title, values=said)
    columns = (Column(speech.say("column_month")), Column(speech.say("column_customers"), "number"))
    chart = Chart("months", title, words, bars, speech.say("column_customers"), upright=True) if bars else None
    return (Figure(Table("months", title, columns, tuple(rows)), chart),)
