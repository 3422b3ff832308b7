"""`./askwell report`: the needs report as a web page, a PDF and a spreadsheet."""

import json
import sys
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from catalogue import LANGUAGES, Language
from cli.environment import installation
from cli.errors import Mistake
from cli.progress import console, step


def report(
    since: Annotated[str, typer.Option(help="The first day, as 2026-01-31; the first of this month if left out.")] = "",
    until: Annotated[str, typer.Option(help="The last day, included; today if left out.")] = "",
    out: Annotated[Path | None, typer.Option(help="Its folder; one the manager's page lists if left out.")] = None,
    language: Annotated[str, typer.Option(help="en or zh-Hant.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="Print where everything stands as JSON.")] = False,
) -> None:
    """Write the needs report of a period: who the customers are, what they need, what it is worth, what changed."""
    from analytics.report import PeriodError, write
    from profiles import Store

    config = installation()
    now = datetime.now(config.zone)
    first, last = _day("--since", since, now.date().replace(day=1)), _day("--until", until, now.date())
    folder = out or config.state_dir / "reports" / f"{first}-to-{last}-{language}"
    with Store.open(config.database, config.data_key.get_secret_value()) as store, step("Writing the report"):
        try:
            written = write(
                store,
                first,
                last,
                folder,
                _language(language),
                now.date(),
                created_at=now,
            )
        except PeriodError as error:
            raise Mistake(str(error)) from error
        except OSError as error:
            raise Mistake(f"{folder}: {error.strerror}; choose another folder with --out.") from error
    if written.problem:
        console.print(written.problem, highlight=False, markup=False)
    if as_json:
        sys.stdout.write(json.dumps(asdict(written), default=str, indent=2) + "\n")
    else:
        made = (written.page, written.pdf, written.spreadsheet)
        sys.stdout.write("".join(f"{file}\n" for file in made if file is not None))


def _day(option: str, given: str, otherwise: date) -> date:
    if not given:
        return otherwise
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise Mistake(f"{option} is '{given}'; write a day as year, month and day, such as 2026-01-31.") from error


def _language(given: str) -> Language:
    known: dict[str, Language] = {language: language for language in LANGUAGES}
    if given not in known:
        raise Mistake(f"--language is '{given}'; write one of {', '.join(known)}.")
    return known[given]
