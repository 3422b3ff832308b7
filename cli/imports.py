"""`./askwell import customers|orders|products|answers FILE.csv`: the shop's own records into the customer data bank."""

import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from cli.environment import installation
from settings import Settings

if TYPE_CHECKING:
    from profiles.imports import ImportSummary, KindOfFile
    from profiles.imports import Progress as ImportProgress

app = typer.Typer(no_args_is_help=True, help="Import customers, orders, products or answers from a CSV file.")
File = Annotated[Path, typer.Argument(help="A UTF-8 CSV file with a header row.", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")]
PROBLEMS_SHOWN = 10


@app.command("customers")
def customers(file: File, as_json: AsJson = False) -> None:
    """Import customers: customer_id, email?, phone?, birth_date? or age_band?, gender?, district?, income_band?, ..."""
    _run("customers", file, as_json)


@app.command("orders")
def orders(file: File, as_json: AsJson = False) -> None:
    """Import order lines, one a row: order_id, customer_id, ordered_at, channel, sku, quantity, unit_price, ..."""
    _run("orders", file, as_json)


@app.command("products")
def products(file: File, as_json: AsJson = False) -> None:
    """Import products: sku, name, category, price, in_stock?"""
    _run("products", file, as_json)


@app.command("answers")
def answers(file: File, as_json: AsJson = False) -> None:
    """Import answers given elsewhere: customer_id, question_id, value, answered_at, language."""
    _run("answers", file, as_json)


def import_into(config: Settings, kind: "KindOfFile", file: Path) -> "ImportSummary":
    """Imports a file, showing how far it has got."""
    from profiles import Store
    from profiles.imports import import_file

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with (
        Store.open(config.database, config.data_key.get_secret_value()) as store,
        Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar,
    ):
        task = bar.add_task(f"Importing {kind}", total=None)

        def show(done: "ImportProgress") -> None:
            bar.update(task, completed=done.bytes_read, total=done.bytes_in_all)

        return import_file(store, kind, file, at=datetime.now(UTC), zone=config.zone, progress=show)


def describe(summary: "ImportSummary") -> str:
    """What came of an import, in a line and, for refused rows, a few more."""
    lines = [
        f"{summary.file.name}: {summary.rows} rows; {summary.added} added, {summary.changed} changed, "
        f"{summary.unchanged} unchanged, {summary.refused} refused."
    ]
    shown = summary.problems[:PROBLEMS_SHOWN]
    lines += [problem.sentence(summary.file) for problem in shown]
    if summary.refused_file is not None:
        lines.append(f"The refused rows stand in {summary.refused_file.name} beside the file.")
    return "\n".join(lines)


def _run(kind: "KindOfFile", file: Path, as_json: bool) -> None:
    summary = import_into(installation(), kind, file)
    if as_json:
        sys.stdout.write(json.dumps(asdict(summary), default=str, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(describe(summary) + "\n")
