"""`./askwell check`: style, types, imports, doctests and the catalogue's rules."""

import os
import subprocess
import sys

import typer

from settings import ROOT

PACKAGES = (
    "settings.py",
    "catalogue",
    "reading",
    "profiles",
    "analytics",
    "investigation",
    "actions",
    "gateway",
    "rehearsal",
    "cli",
    "website",
    "tests",
)
DOCTESTED = ("catalogue", "reading", "profiles", "analytics", "investigation", "rehearsal")


def check() -> None:
    """Run ruff, mypy --strict, import-linter, the doctests and the catalogue's linter; all, even if one fails."""
    failed = [name for name, command in commands().items() if not passes(name, command)]
    if failed:
        sys.stdout.write(f"Failed: {', '.join(failed)}\n")
        raise typer.Exit(1)
    sys.stdout.write("All checks passed.\n")


def commands() -> dict[str, list[str]]:
    """Each check and how it is run."""
    programs = ROOT / ".venv" / "bin"
    packages = [name for name in PACKAGES if (ROOT / name).exists()]
    doctested = [name for name in DOCTESTED if (ROOT / name).exists()]
    return {
        "ruff": [str(programs / "ruff"), "check", "."],
        "format": [str(programs / "ruff"), "format", "--check", "--quiet", "."],
        "mypy": [str(programs / "mypy"), *packages],
        "imports": [str(programs / "lint-imports"), "--no-cache"],
        "doctests": [str(programs / "python"), "-m", "pytest", "--quiet", "--doctest-modules", *doctested],
        "catalogue": [str(programs / "python"), "-m", "catalogue"],
    }


def passes(name: str, command: list[str]) -> bool:
    """Runs one check, with its name before what it prints."""
    sys.stdout.write(f"{name} ...\n")
    sys.stdout.flush()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode == 0  # noqa: S603 - our own programs
