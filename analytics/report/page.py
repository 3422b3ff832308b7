"""The report as a web page: its own style sheet and pictures beside it, no script, nothing from elsewhere."""

from pathlib import Path
from shutil import copyfile

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from analytics.report.charts import svg
from analytics.report.document import Report, Table
from analytics.report.speech import Speech

TEMPLATES = Path(__file__).parent / "templates"
PAGE, STYLE, PICTURES = "index.html", "report.css", "pictures"


def write_page(report: Report, folder: Path, speech: Speech) -> Path:
    """Write the page, its style sheet and its pictures.

    Args:
        report: what it says.
        folder: an existing folder; files of the same names are replaced.
        speech: the words around it.

    Returns:
        The page's path.
    """
    write_pictures(report, folder / PICTURES)
    copyfile(TEMPLATES / STYLE, folder / STYLE)
    page = folder / PAGE
    page.write_text(rendered(report, speech), encoding="utf-8")
    return page


def write_pictures(report: Report, folder: Path) -> None:
    """Draw every picture of the report; those of an earlier writing are taken away."""
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.svg"):
        old.unlink()
    pictures = [figure.picture for section in report.sections for figure in section.figures if figure.picture]
    for picture in pictures:
        (folder / f"{picture.id}.svg").write_text(svg(picture), encoding="utf-8")


def rendered(report: Report, speech: Speech, rows: int | None = None) -> str:
    """The page's HTML.

    Args:
        report: what it says.
        speech: the words around it.
        rows: the most rows of a table; None for all of them.
    """
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template("report.html")
    return template.render(report=report, say=speech.say, lines=lambda table: _lines(table, speech, rows), rows=rows)


def _lines(table: Table, speech: Speech, rows: int | None) -> list[list[tuple[str, str]]]:
    """The cells of a table as (class, text)."""
    kinds = [column.kind for column in table.columns]
    shown = table.rows[:rows]
    return [
        [
            ("text" if kind == "text" else "number", speech.cell(cell, kind))
            for cell, kind in zip(row, kinds, strict=True)
        ]
        for row in shown
    ]
