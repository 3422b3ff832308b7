"""`./askwell needs FILE.csv`: the needs in any texts."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from cli.errors import Mistake
from cli.progress import step


def needs(
    file: Annotated[Path, typer.Argument(help="A UTF-8 CSV file with a column 'text'.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Print a list, a row each, as JSON.")] = False,
) -> None:
    """Find the needs in the texts of a CSV file."""
    from analytics.needs import NeedsReader
    from analytics.needs.read_file import UnreadableFile, read_file

    with step("Reading the needs"):
        try:
            rows = read_file(file, NeedsReader.load())
        except UnreadableFile as error:
            raise Mistake(str(error)) from error
    if as_json:
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
        return
    table = Table("Text", "Type", "Theme", "Words", "Strength", "Said openly")
    for row in rows:
        for need in row["needs"]:
            start, end = need["span"]
            table.add_row(
                row["text"],
                need["type"],
                need["theme"],
                row["text"][start:end],
                need["strength"],
                str(need["explicit"]),
            )
    Console().print(table)
