"""The four curves as a picture, drawn without a browser and without the network."""

from pathlib import Path

import altair as alt
import pandas as pd
import vl_convert

from analytics.question_order.evaluation import ORDERS, Evaluation

COLOURS = ["#52605c", "#e0a13a", "#4f7ca8", "#0d6b63"]
"""A colour an order; told apart by their lightness in a grey print, and by their dashes."""
DASHES = [[2, 3], [6, 4], [1, 0], [1, 0]]
METRIC_NAMES = {"auc": "AUC", "balanced_accuracy": "Balanced accuracy"}
ORDER_NAMES = {
    "as_written": "as written",
    "random": "random",
    "best_fixed": "best fixed order",
    "adaptive": "adaptive",
}
"""What people read for each order."""


class PictureError(Exception):
    """The picture cannot be written; says where and what to do."""


def draw(evaluation: Evaluation, file: Path) -> None:
    """Draws the curves of the four orders by the number of questions.

    Args:
        evaluation: what was measured.
        file: where to; `.svg` or `.png` says as what.

    Raises:
        PictureError: the name ends in neither, or the file cannot be written.
    """
    specification = chart(evaluation).to_dict()
    version = ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
    kind = file.suffix.lower()
    if kind not in (".svg", ".png"):
        raise PictureError(f"--picture is '{file}'; end its name in .svg or .png.")
    try:
        if kind == ".svg":
            file.write_text(vl_convert.vegalite_to_svg(specification, vl_version=version), encoding="utf-8")
        else:
            file.write_bytes(vl_convert.vegalite_to_png(specification, vl_version=version, scale=2))
    except OSError as error:
        raise PictureError(f"{file}: {error.strerror}; choose another place with --picture.") from error


def chart(evaluation: Evaluation) -> alt.LayerChart | alt.FacetChart:
    """The curves, and a line at the metric with all questions."""
    rows = [
        (ORDER_NAMES[order], asked, value)
        for order in ORDERS
        for asked, value in enumerate(evaluation.curve(order), start=1)
    ]
    names = list(ORDER_NAMES.values())
    across = alt.X("questions:Q", title="Questions asked", axis=alt.Axis(format="d", tickMinStep=1, grid=False))
    up = alt.Y("value:Q", title=METRIC_NAMES[evaluation.metric], scale=alt.Scale(zero=False))
    colour = alt.Color("order:N", scale=alt.Scale(domain=names, range=COLOURS), sort=names, title=None)
    dash = alt.StrokeDash("order:N", scale=alt.Scale(domain=names, range=DASHES), sort=names, title=None)
    table = pd.DataFrame(rows, columns=["order", "questions", "value"])
    curves = alt.Chart(table).mark_line(strokeWidth=2.5).encode(across, up, color=colour, strokeDash=dash)
    everything = pd.DataFrame({"value": [evaluation.all_questions]})
    level = alt.Chart(everything).mark_rule(color="#d8dfdc").encode(alt.Y("value:Q"))
    return alt.layer(level, curves).properties(width=480, height=280, background="#ffffff")
