"""`./askwell test`: every test, those of the bot's Python 3.10 included."""

import os
import subprocess
import sys
import time
from contextlib import ExitStack
from tempfile import TemporaryFile
from typing import Annotated

import typer

from cli.environment import installation
from cli.progress import step
from cli.training import train_if_changed
from settings import ROOT

BOT_TESTS = "tests/bot"
OURS = (str(ROOT / ".venv" / "bin" / "python"), "-m", "pytest")
BOTS = (str(ROOT / "bot" / ".venv" / "bin" / "python"), "-m", "pytest", "-c", f"{BOT_TESTS}/pytest.ini")
AT_ONCE = ("--numprocesses", "auto", "--maxprocesses", "4", "--dist", "loadfile", "--no-loadscope-reorder")
"""A file's tests stay in one process, so that the systems and browsers that a file shares are started once. Files are
taken as collected, which is the slow ones first (tests/conftest.py), so that none of those is left to run alone."""
FAST = ("-m", "not slow and not postgres")
FAST_OURS = (*FAST, "--hypothesis-profile=fast", "-p", "no:schemathesis")
"""Fewer made-up examples; those of whole requests are slow, and without them their plugin need not be loaded."""
FAST_APART = ("tests/gateway", "tests/profiles")
"""About half of the time of the fast tests. Two processes that each import their own half are a fifth quicker than
two workers that both import all of it."""


def test(
    fast: Annotated[
        bool, typer.Option("--fast", help="Leave out the slow ones and PostgreSQL; fewer made-up examples.")
    ] = False,
    only: Annotated[
        list[str] | None, typer.Argument(help="Files, folders or pytest options; all tests if none.")
    ] = None,
) -> None:
    """Run the tests; the exit code is 0 when all have passed."""
    began = time.monotonic()
    chosen = commands(list(only or []), fast)
    if not fast:
        prepare()
    codes = run_beside_each_other(chosen)
    sys.stdout.write(f"Tests took {time.monotonic() - began:.0f} s.\n")
    raise typer.Exit(max(codes, default=0))


def prepare() -> None:
    """Makes what several test processes share, so that none of them makes it while another uses it."""
    from website.vendor import fill

    with step("Fetching the chat surface and what the browser tests need"):
        fill(tools=True)
    train_if_changed(installation())


def commands(chosen: list[str], fast: bool) -> list[list[str]]:
    """The pytest calls for what was chosen: one in each of the two environments that it concerns."""
    ours, bots = [*OURS, *(FAST_OURS if fast else AT_ONCE)], [*BOTS, "--rootdir", BOT_TESTS, *(FAST if fast else ())]
    for_us = [argument for argument in chosen if not argument.startswith(BOT_TESTS)]
    for_bot = [argument for argument in chosen if argument.startswith(BOT_TESTS)]
    groups = [for_us] if for_us else []
    if not chosen:
        apart = list(FAST_APART) if fast else []
        groups = [["tests", *(f"--ignore={folder}" for folder in [BOT_TESTS, *apart])], *([apart] if apart else [])]
        for_bot = [BOT_TESTS]
    return [*([*ours, *group] for group in groups), *([[*bots, *for_bot]] if for_bot else [])]


def run_beside_each_other(calls: list[list[str]]) -> list[int]:
    """Runs pytest calls at once; all but the first are read out when they have ended."""
    with ExitStack() as opened:
        outputs = [opened.enter_context(TemporaryFile()) for _ in calls[1:]]
        others = [
            subprocess.Popen(call, cwd=ROOT, env=environment(), stdout=output)  # noqa: S603 - pytest, our arguments
            for call, output in zip(calls[1:], outputs, strict=True)
        ]
        codes = [run(call) for call in calls[:1]]
        for other, output in zip(others, outputs, strict=True):
            codes.append(other.wait())
            output.seek(0)
            sys.stdout.write(output.read().decode("utf-8", "replace"))
    return codes


def run(command: list[str]) -> int:
    """Runs one pytest call and gives its exit code."""
    return subprocess.run(command, cwd=ROOT, env=environment(), check=False).returncode  # noqa: S603 - pytest, our arguments


def environment() -> dict[str, str]:
    """What both environments' pytest need to find our packages."""
    return {**os.environ, "PYTHONPATH": str(ROOT)}
