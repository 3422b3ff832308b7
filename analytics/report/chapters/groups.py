"""A table of groups with the picture of their shares."""

import pandas as pd

from analytics.report.document import Bar, Cell, Chart, Column, Figure, Table, Withheld
from analytics.report.speech import Speech, percent
from analytics.statistics import Interval


def group_figure(id: str, named: pd.DataFrame, heading: str, of: str, speech: Speech) -> Figure:
    """Groups with their customers, share and interval.

    Args:
        id: of the table; also the name of the picture's file.
        named: of `shares`, by the groups' names as people read them.
        heading: what the groups are.
        of: whom the shares are of, in words.
        speech: the language.

    Returns:
        A table and a picture; the picture leaves out what is not shown.
    """
    title = speech.say(f"chart_{id}")
    columns = (
        Column(heading),
        Column(speech.say("column_customers"), "number"),
        Column(speech.say("column_share"), "percent"),
        Column(speech.say("column_interval"), "interval"),
    )
    rows = tuple((str(name), *share_cells(row)) for name, row in named.iterrows())
    table = Table(id, title, columns, rows, table_note(named, of, speech))
    return Figure(table, share_chart(id, title, named, of, speech))


def share_cells(row: pd.Series) -> tuple[Cell, Cell, Cell]:
    """Customers, share and interval of a row of `shares`, or that they are not shown."""
    if not row["shown"]:
        return (Withheld.TOO_FEW,) * 3
    if pd.isna(row["share"]):
        return int(row["customers"]), None, None
    return int(row["customers"]), float(row["share"]), Interval(float(row["low"]), float(row["high"]))


def share_chart(id: str, title: str, named: pd.DataFrame, of: str, speech: Speech) -> Chart | None:
    """The picture of a table of `shares`; None if nothing in it may be shown."""
    shown = named[named["shown"] & named["share"].notna()]
    if shown.empty or not shown["customers"].any():
        return None
    bars = tuple(
        Bar(str(name), float(row["share"]), Interval(float(row["low"]), float(row["high"])))
        for name, row in shown.iterrows()
    )
    return Chart(id, title, alternative(title, bars, speech), bars, of, percent=True)


def alternative(title: str, bars: tuple[Bar, ...], speech: Speech) -> str:
    """What a picture of shares shows, in words."""
    values = speech.listed([f"{bar.label} {percent(bar.value)}" for bar in bars])
    return speech.say("alternative", title=title, values=values)


def table_note(named: pd.DataFrame, of: str, speech: Speech) -> str:
    """Whom the shares are of, and how many groups are not shown."""
    gone = int((~named["shown"]).sum())
    return speech.say("note_withheld", of=of, count=gone) if gone else of
