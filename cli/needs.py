"""`./askwell needs FILE.csv`: the needs in any texts, new themes in them, and how well labelled ones are read."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from cli.errors import Mistake
from cli.progress import step


def needs(
    file: Annotated[Path, typer.Argument(help="A UTF-8 CSV file with a column 'text'.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Print a list, a row each, as JSON.")] = False,
    new_themes: Annotated[
        bool, typer.Option("--new-themes", help="Propose themes that the tree lacks, with examples; changes nothing.")
    ] = False,
    evaluate: Annotated[
        bool, typer.Option("--evaluate", help="Measure against the column 'needs' or 'is_suggestion', with baselines.")
    ] = False,
    baseline: Annotated[
        Path | None,
        typer.Option(help="With --evaluate: a CSV file (text, is_suggestion) that a baseline learns from."),
    ] = None,
) -> None:
    """Find the needs in the texts of a CSV file."""
    if evaluate:
        _print_figures(file, baseline, as_json)
    elif new_themes:
        _print_new_themes(file, as_json)
    else:
        _print_needs(file, as_json)


def _print_needs(file: Path, as_json: bool) -> None:
    from analytics.needs import NeedsReader
    from analytics.needs.read_file import UnreadableFile, read_file

    with step("Reading the needs"):
        try:
            rows = read_file(file, NeedsReader.load())
        except UnreadableFile as error:
            raise Mistake(str(error)) from error
    if as_json:
        _print_json(rows)
    else:
        found = [
            (
                row["text"],
                need["type"],
                need["theme"],
                row["text"][slice(*need["span"])],
                need["strength"],
                str(need["explicit"]),
            )
            for row in rows
            for need in row["needs"]
        ]
        _print_table(("Text", "Type", "Theme", "Words", "Strength", "Said openly"), found)


def _print_new_themes(file: Path, as_json: bool) -> None:
    from dataclasses import asdict

    from analytics.needs import NeedsReader
    from analytics.needs.new_themes import propose
    from analytics.needs.read_file import UnreadableFile, read_texts

    with step("Grouping what fits no theme"):
        try:
            proposed = propose(read_texts(file), NeedsReader.load())
        except UnreadableFile as error:
            raise Mistake(str(error)) from error
    if as_json:
        _print_json([asdict(theme) for theme in proposed])
    else:
        rows = [(str(theme.texts), f"{theme.stability:.2f}", "\n".join(theme.examples)) for theme in proposed]
        _print_table(("Needs", "Stability", "Examples"), rows)


def _print_figures(file: Path, baseline: Path | None, as_json: bool) -> None:
    from analytics.needs.evaluate_file import evaluate_file
    from analytics.needs.labelled import LabelsError

    with step("Measuring"):
        try:
            figures = evaluate_file(file, baseline)
        except LabelsError as error:
            raise Mistake(str(error)) from error
    if as_json:
        _print_json(figures)
    else:
        rows = [(who, what, json.dumps(value)) for who, parts in figures.items() for what, value in parts.items()]
        _print_table(("Read by", "Figure", "Value, and its 95% interval"), rows)


def _print_json(value: Any) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def _print_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = Table(*headings)
    for row in rows:
        table.add_row(*row)
    Console().print(table)
