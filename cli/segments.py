"""`./askwell segments "how many …"`: the staff chat's questions at the command line, with the same rights."""

import json
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, get_args

import typer
from rich.console import Console
from rich.table import Table as Shown

from catalogue import load
from cli.environment import installation
from cli.errors import Mistake
from cli.progress import step
from settings import Settings

if TYPE_CHECKING:
    from analytics.staff_query import Parsed, Table, Vocabulary
    from profiles.records import Role

CELLS = {"number": "{:,}", "percent": "{:.1%}", "money": "{:,.2f}"}


def segments(
    question: Annotated[str, typer.Argument(help="A question in English or Chinese.", show_default=False)],
    role: Annotated[str, typer.Option(help="Whose rights to use: agent, analyst or manager.")] = "analyst",
    as_json: Annotated[bool, typer.Option("--json", help="Print the table as JSON.")] = False,
) -> None:
    """Ask about customers, such as: how many price-sensitive customers in Sha Tin joined since September?"""
    from analytics.staff_query import Vocabulary, parse
    from profiles.records import Role

    roles: dict[str, Role] = {known: known for known in get_args(Role)}
    if role not in roles:
        raise Mistake(f"--role is '{role}'; write one of {', '.join(roles)}.")
    config = installation()
    vocabulary = Vocabulary.load()
    parsed = parse(question, None, vocabulary, datetime.now(config.zone).date())
    if parsed.query is None:
        raise Mistake(_not_understood(parsed))
    with step("Looking it up"):
        table = _answer(config, parsed, roles[role], vocabulary)
    if as_json:
        sys.stdout.write(json.dumps(table.to_dict(), ensure_ascii=False, indent=2) + "\n")
    else:
        _print(table)


def _answer(config: Settings, parsed: "Parsed", role: "Role", vocabulary: "Vocabulary") -> "Table":
    """Answers within the role's rights, and puts the question on the record."""
    from analytics.staff_query import QueryRefusedError, answer
    from profiles import Store
    from profiles.records import AuditEntry

    query = parsed.query
    if query is None:
        raise Mistake(_not_understood(parsed))
    with Store.open(config.database, config.data_key.get_secret_value()) as store:
        detail = {"query": query.to_dict(), "role": role, "by": "command line"}
        entry = AuditEntry(at=datetime.now(UTC), staff_id=None, action="customers_queried", detail=detail)
        with store.transaction() as unit:
            unit.audit.record(entry)
        try:
            return answer(query, store.frames, role, vocabulary, config.zone)
        except QueryRefusedError as refused:
            raise Mistake(refused.said(load(), parsed.language)) from refused


def _not_understood(parsed: "Parsed") -> str:
    if parsed.unclear:
        return " ".join(parsed.unclear)
    catalogue = load()
    words = ", ".join(parsed.not_understood)
    if parsed.suggestions:
        return catalogue.say("staff_did_you_mean", parsed.language, words=words, first=parsed.suggestions[0])
    example = catalogue.say("staff_example_segment", parsed.language)
    return catalogue.say("staff_not_understood", parsed.language, words=words, examples=example)


def _print(table: "Table") -> None:
    console = Console()
    console.print(table.restated, highlight=False, markup=False)
    shown = Shown(*(column.label for column in table.columns))
    for row in table.rows:
        shown.add_row(*(_cell(cell, column.kind) for cell, column in zip(row, table.columns, strict=True)))
    console.print(shown)


def _cell(value: object, kind: str) -> str:
    """A cell as people read it."""
    if isinstance(value, int | float) and kind in CELLS:
        return CELLS[kind].format(value)
    return "" if value is None else str(value)
