"""`./askwell import customers|orders|products|answers FILE.csv`: the shop's own records into the customer data bank."""

from pathlib import Path
from typing import Annotated

import typer

from cli.errors import Mistake

app = typer.Typer(no_args_is_help=True, help="Import customers, orders, products or answers from a CSV file.")
File = Annotated[Path, typer.Argument(help="A UTF-8 CSV file with a header row.", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")]


@app.command("customers")
def customers(file: File, as_json: AsJson = False) -> None:
    """Import customers: customer_id, email?, phone?, birth_date? or age_band?, gender?, district?, income_band?, ..."""
    _import("customers", file, as_json)


@app.command("orders")
def orders(file: File, as_json: AsJson = False) -> None:
    """Import order lines, one a row: order_id, customer_id, ordered_at, channel, sku, quantity, unit_price, ..."""
    _import("orders", file, as_json)


@app.command("products")
def products(file: File, as_json: AsJson = False) -> None:
    """Import products: sku, name, category, price, in_stock?"""
    _import("products", file, as_json)


@app.command("answers")
def answers(file: File, as_json: AsJson = False) -> None:
    """Import answers given elsewhere: customer_id, question_id, value, answered_at, language"""
    _import("answers", file, as_json)


def _import(kind: str, file: Path, as_json: bool) -> None:
    raise Mistake("wired below")
