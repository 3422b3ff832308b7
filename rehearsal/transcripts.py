"""The conversations of a rehearsal as one web page, to be read beside its figures."""

from collections.abc import Sequence
from pathlib import Path

from rehearsal.figures import figures
from rehearsal.report import faults, shares
from rehearsal.running import Result

TEMPLATE = Path(__file__).with_name("transcripts.html")


def write_transcripts(results: Sequence[Result], folder: Path) -> Path:
    """Writes `index.html` into `folder`, which is made if it is not there.

    Args:
        results: the conversations, at least one.
        folder: where to.

    Returns:
        The page.
    """
    from jinja2 import Environment

    page = folder / "index.html"
    folder.mkdir(parents=True, exist_ok=True)
    template = Environment(autoescape=True).from_string(TEMPLATE.read_text(encoding="utf-8"))
    conversations = [
        {"outcome": each.outcome, "exchanges": each.played.exchanges, "faults": list(faults(each.outcome))}
        for each in results
    ]
    all_shares = list(shares(figures([each.outcome for each in results])))
    page.write_text(template.render(shares=all_shares, conversations=conversations), encoding="utf-8")
    return page
