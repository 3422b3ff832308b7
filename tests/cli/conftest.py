"""`./askwell` called within the test's own process, on an installation of its own."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from cli.app import main


@dataclass(frozen=True)
class Outcome:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


Askwell = Callable[..., Outcome]


@pytest.fixture
def askwell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Askwell:
    """Calls a command; its state directory is the test's own."""
    monkeypatch.setenv("ASKWELL_STATE_DIR", str(tmp_path / "var"))

    def call(*arguments: str) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["askwell", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return Outcome(int(ended.value.code or 0), printed.out, printed.err)

    return call
