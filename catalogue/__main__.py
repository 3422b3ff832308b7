"""`python -m catalogue [FOLDER]`: prints what is wrong with a catalogue and ends with 1 when anything is."""

import sys
from pathlib import Path

from catalogue.linter import lint_folder


def main(arguments: list[str]) -> int:
    """Lints the catalogue in the folder given, by default Askwell's own; returns the exit code."""
    findings = lint_folder(Path(arguments[0]) if arguments else None)
    sys.stdout.writelines(f"{finding}\n" for finding in findings)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
