"""The confusion of labels as a picture."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from cli.errors import Mistake

REJECTED = "(asked back)"


def draw_confusion(pairs: Iterable[tuple[str, str]], file: Path) -> None:
    """Draws, for each true label, the share of each label that it was taken for, and writes the picture as SVG.

    Args:
        pairs: the true label of each row and the label that it was taken for.
        file: where to write it.

    Raises:
        Mistake: the file cannot be written.
    """
    import altair as alt
    import pandas as pd
    import vl_convert

    counts = Counter(pairs)
    totals: Counter[str] = Counter()
    for (label, _), number in counts.items():
        totals[label] += number
    order = [*sorted({name for pair in counts for name in pair} - {REJECTED}), REJECTED]
    table = pd.DataFrame(
        [{"is": is_, "taken": taken, "share": number / totals[is_]} for (is_, taken), number in counts.items()]
    )
    drawn = (
        alt.Chart(table)
        .mark_rect()
        .encode(
            alt.X("taken:N", sort=order, title="taken for", axis=alt.Axis(labelAngle=-60, labelLimit=200)),
            alt.Y("is:N", sort=order, title="is", axis=alt.Axis(labelLimit=200)),
            alt.Color("share:Q", scale=alt.Scale(domain=[0, 1], range=["#eef5f3", "#0d6b63"]), title="share"),
        )
        .properties(width=alt.Step(18), height=alt.Step(18))
    )
    version = ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
    try:
        file.write_text(vl_convert.vegalite_to_svg(drawn.to_dict(), vl_version=version), encoding="utf-8")
    except OSError as error:
        raise Mistake(f"{file}: {error.strerror}; name a file in a folder that can be written.") from error
