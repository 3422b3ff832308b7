"""Pictures as SVG, drawn without a browser and without the network."""

from typing import Any

import altair as alt
import pandas as pd
import vl_convert

from analytics.report.document import Bar, Chart, HeatMap, Picture

FONT = "'Noto Sans HK', 'Noto Sans CJK HK', 'Noto Sans TC', 'PingFang HK', 'Microsoft JhengHei', Arial, sans-serif"
INK, SOFT, LINE, ACCENT = "#16211f", "#52605c", "#d8dfdc", "#0d6b63"
PARTS = ["#b4472e", "#e0a13a", "#4f7ca8", "#5aa786"]
"""Told apart by people who don't see red and green apart, and by their lightness in a grey print."""
WIDTH, BAR, COLUMN, LABEL = 430, 26, 24, 230
Drawing = alt.LayerChart | alt.FacetChart
SHADES = ["#eef5f3", "#0d6b63"]


def svg(picture: Picture) -> str:
    """A picture as SVG text; the same picture gives the same text."""
    drawn = _heat_map(picture) if isinstance(picture, HeatMap) else _bars(picture)
    specification = drawn.configure(**_look()).to_dict()
    version = ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
    text: str = vl_convert.vegalite_to_svg(specification, vl_version=version)
    return text


def _look() -> dict[str, Any]:
    words = {"labelFont": FONT, "titleFont": FONT, "labelColor": INK, "titleColor": SOFT, "titleFontWeight": "normal"}
    return {
        "font": FONT,
        "background": "#ffffff",
        "view": {"stroke": None},
        "axis": {
            **words, "labelFontSize": 13, "titleFontSize": 12, "labelLimit": LABEL, "domain": False, "ticks": False,
            "gridColor": LINE, "labelPadding": 8, "titlePadding": 12,
        },
        "legend": {**words, "labelFontSize": 12, "orient": "top", "title": None, "symbolType": "square"},
    }  # fmt: skip


def _bars(chart: Chart) -> Drawing:
    table = pd.DataFrame([_row(bar) for bar in chart.bars])
    order = list(dict.fromkeys(table["label"]))
    parts = list(dict.fromkeys(table["part"]))
    names = alt.X if chart.upright else alt.Y
    numbers = alt.Y if chart.upright else alt.X
    shape = {"width": WIDTH, "height": 200} if chart.upright else {"width": WIDTH, "height": BAR * len(order)}
    label = names("label:N", sort=order, title=None, axis=alt.Axis(labelAngle=0, grid=False))
    axis = alt.Axis(format="%" if chart.percent else ",d", tickCount=5, tickMinStep=0 if chart.percent else 1)
    value = numbers("value:Q", title=chart.axis, axis=axis)
    colour: Any = alt.value(ACCENT)
    if parts != [""]:
        colour = alt.Color("part:N", scale=alt.Scale(domain=parts, range=PARTS[: len(parts)]), sort=parts)
    base = alt.Chart(table).properties(**shape)
    bars = base.mark_bar(size=COLUMN if chart.upright else BAR * 0.62).encode(
        label, value, color=colour, order=alt.Order("place:Q")
    )
    return alt.layer(bars, *_intervals(base, chart, label))


def _intervals(base: alt.Chart, chart: Chart, label: alt.X | alt.Y) -> list[alt.Chart]:
    if not any(bar.interval for bar in chart.bars):
        return []
    low, high = (alt.Y("low:Q"), alt.Y2("high:Q")) if chart.upright else (alt.X("low:Q"), alt.X2("high:Q"))
    return [base.mark_rule(color=INK, strokeWidth=1.5).encode(label, low, high)]


def _row(bar: Bar) -> dict[str, object]:
    low, high = (bar.interval.low, bar.interval.high) if bar.interval else (None, None)
    return {"label": bar.label, "value": bar.value, "part": bar.part, "low": low, "high": high}


def _heat_map(picture: HeatMap) -> Drawing:
    table = pd.DataFrame(picture.cells, columns=["row", "column", "share"])
    rows, columns = list(dict.fromkeys(table["row"])), list(dict.fromkeys(table["column"]))
    across = alt.X("column:N", sort=columns, title=None, axis=alt.Axis(orient="top", labelAngle=-35, grid=False))
    down = alt.Y("row:N", sort=rows, title=None, axis=alt.Axis(grid=False))
    highest = float(table["share"].max())
    base = alt.Chart(table).properties(width=62 * len(columns), height=30 * len(rows))
    shade = alt.Color("share:Q", scale=alt.Scale(range=SHADES, domain=[0, highest]), legend=None)
    seen = "isValid(datum.share)"
    squares = base.transform_filter(seen).mark_rect(stroke="#ffffff", strokeWidth=3).encode(across, down, color=shade)
    ink = alt.condition(alt.datum.share > highest * 0.8, alt.value("#ffffff"), alt.value(INK))
    share = alt.Text("share:Q", format=".0%")
    words = base.transform_filter(seen).mark_text(fontSize=12).encode(across, down, share, color=ink)
    blank = base.transform_filter(f"!{seen}").mark_text(text="–", color=SOFT).encode(across, down)
    return alt.layer(squares, words, blank)
