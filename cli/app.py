"""Puts the commands together and turns a user's mistake into one sentence instead of a traceback."""

import sys

import typer
from rich.console import Console

from cli import (
    checking,
    demo_data,
    imports,
    needs,
    nlu,
    questions,
    rehearse,
    reports,
    segments,
    staff,
    testing,
    training,
    up,
)
from cli.errors import Mistake

app = typer.Typer(
    name="askwell",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Find out what a shop's customers need: a chat for shoppers, answers for staff, reports for managers.",
)
app.command("up")(up.up)
app.command("test")(testing.test)
app.command("check")(checking.check)
app.command("train")(training.train)
app.add_typer(imports.app, name="import")
app.command("demo-data")(demo_data.demo_data)
app.command("segments")(segments.segments)
app.command("needs")(needs.needs)
app.command("rehearse")(rehearse.rehearse)
app.add_typer(questions.app, name="questions")
app.add_typer(nlu.app, name="nlu")
app.command("report")(reports.report)
app.add_typer(staff.app, name="staff")


def explained() -> tuple[type[Exception], ...]:
    """The errors whose message tells the person what to do; imported once there is one, for it takes a second."""
    from analytics.demo_shop import DemoDataError
    from catalogue import CatalogueError
    from profiles.errors import ProfilesError
    from website.vendor import VendorError

    return (Mistake, ProfilesError, CatalogueError, DemoDataError, VendorError)


def main() -> None:
    """Runs the command line; exit code 0 done, 1 failed (a check, a test), 2 a mistake that the message explains."""
    try:
        app(standalone_mode=True)
    except Exception as mistake:
        if not isinstance(mistake, explained()):
            raise
        Console(stderr=True, soft_wrap=True).print(f"askwell: {mistake}", markup=False, highlight=False)
        sys.exit(2)
