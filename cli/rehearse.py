"""`./askwell rehearse`: tries the questionnaire on simulated customers."""

import json
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from cli.environment import installation
from cli.errors import Mistake
from cli.progress import console

if TYPE_CHECKING:
    from rehearsal.persona_file import Personas
    from rehearsal.running import Result
    from settings import Settings

MOST_FAULTS = 40


def rehearse(
    personas: Annotated[Path, typer.Option(help="A YAML file of simulated customers.", show_default=False)],
    n: Annotated[int, typer.Option("--n", min=1, help="How many conversations; the personas take turns.")] = 200,
    seed: Annotated[int, typer.Option(help="Decides what chance decides.")] = 1,
    url: Annotated[str, typer.Option(help="The system's address, if it runs elsewhere.")] = "",
    transcripts: Annotated[Path | None, typer.Option(help="A folder for the conversations as a web page.")] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Leave the simulated customers in the data bank.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
) -> None:
    """Let simulated customers talk to the running system, and measure what it found out and how it behaved."""
    from rehearsal.chat import ChatError
    from rehearsal.persona_file import PersonaError

    config = installation()
    try:
        read = _personas(personas, config)
        results = _played(read, config, n, seed, url, keep)
    except (PersonaError, ChatError) as error:
        raise Mistake(str(error)) from error
    if transcripts is not None:
        _write(results, transcripts)
    if as_json:
        from rehearsal.report import as_json as everything

        sys.stdout.write(json.dumps(everything(results, seed, read.remarks), ensure_ascii=False, indent=2) + "\n")
    else:
        _print(results)


def _personas(file: Path, config: "Settings") -> "Personas":
    from analytics.needs.themes import load_themes
    from catalogue import load
    from rehearsal.persona_file import load_personas

    read = load_personas(file, load(), load_themes(), datetime.now(config.zone).date())
    for remark in read.remarks:
        console.print(remark, highlight=False, markup=False)
    return read


def _played(read: "Personas", config: "Settings", n: int, seed: int, url: str, keep: bool) -> list["Result"]:
    """The conversations, judged by the data bank beside the system, or by its play-backs if it runs elsewhere."""
    from catalogue import load
    from profiles import Store
    from rehearsal.evidence import DataBank, PlayedBack
    from rehearsal.running import Rehearsal

    base = url or f"http://127.0.0.1:{config.gateway_port}"
    secret = config.identity_secret.get_secret_value()
    with Progress(console=console) as progress:
        task = progress.add_task(f"Talking to {base}", total=n)

        def finished() -> None:
            progress.advance(task)

        if url:
            rehearsal = Rehearsal(read.all, load(), PlayedBack(load()), secret, keep)
            return list(rehearsal.run(base, n, seed, finished))
        with Store.open(config.database, config.data_key.get_secret_value()) as store:
            return list(Rehearsal(read.all, load(), DataBank(store), secret, keep).run(base, n, seed, finished))


def _write(results: Sequence["Result"], folder: Path) -> None:
    from rehearsal.transcripts import write_transcripts

    try:
        page = write_transcripts(results, folder)
    except OSError as error:
        raise Mistake(f"{folder}: {error.strerror}; choose another folder with --transcripts.") from error
    console.print(f"The conversations: {page}", highlight=False, markup=False)


def _print(results: Sequence["Result"]) -> None:
    from rehearsal.figures import figures
    from rehearsal.report import COLUMNS, by_persona, faults, row, shares

    shown = Console(soft_wrap=True)
    table = Table(*COLUMNS, box=None, pad_edge=False)
    for id, found in by_persona(results).items():
        table.add_row(*row(id, found))
    Console(width=140).print(table)
    wanting = [fault for result in results for fault in faults(result.outcome)]
    for line in (*shares(figures([result.outcome for result in results])), *wanting[:MOST_FAULTS]):
        shown.print(line, highlight=False, markup=False)
    if len(wanting) > MOST_FAULTS:
        shown.print(f"and {len(wanting) - MOST_FAULTS} more; --json or --transcripts has them all.", highlight=False)
