"""`./askwell`, the shell script, on machines where something is missing."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from settings import ROOT

TOOLS = ("sh", "cat", "cksum", "cut", "dirname", "mkdir", "env")


@pytest.fixture
def bare_machine(tmp_path: Path) -> Path:
    """A checkout's entry and lock files, and a folder of programs that has no Python."""
    (tmp_path / "bin").mkdir()
    for tool in TOOLS:
        program = shutil.which(tool)
        assert program is not None
        (tmp_path / "bin" / tool).symlink_to(program)
    shutil.copy(ROOT / "askwell", tmp_path / "askwell")
    (tmp_path / "uv.lock").write_text("", encoding="utf-8")
    return tmp_path


def start(machine: Path) -> "subprocess.CompletedProcess[str]":
    """Runs the entry with nothing but the machine's programs."""
    environment = {"PATH": str(machine / "bin"), "HOME": str(machine), "PYENV_ROOT": str(machine / "pyenv")}
    command = [str(machine / "bin" / "sh"), str(machine / "askwell"), "segments"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own


def program(file: Path, script: str) -> None:
    """Writes a program for the machine."""
    file.write_text(f"#!{shutil.which('sh')}\n{script}\n", encoding="utf-8")
    file.chmod(0o755)


def test_a_machine_without_python_is_told_what_to_install(bare_machine: Path) -> None:
    done = start(bare_machine)

    assert done.returncode == 1
    assert done.stderr == (
        "askwell: no Python 3 with pip was found; install one (Debian: apt install python3-pip) and start again.\n"
    )


def test_a_shim_that_refuses_to_start_is_passed_over(bare_machine: Path) -> None:
    program(bare_machine / "bin" / "python3", "echo 'pyenv: python3: command not found' >&2; exit 127")

    done = start(bare_machine)

    assert done.returncode == 1
    assert "no Python 3 with pip was found" in done.stderr
    assert "pyenv" not in done.stderr


def test_a_state_folder_that_cannot_be_written_is_named(bare_machine: Path) -> None:
    (bare_machine / "var").write_text("a file where the folder should be", encoding="utf-8")

    done = start(bare_machine)

    assert done.returncode == 1
    assert f"the folder {bare_machine / 'var'} cannot be written" in done.stderr
    assert "ASKWELL_STATE_DIR" in done.stderr


def test_a_uv_that_cannot_be_fetched_is_said_with_the_likely_reasons(bare_machine: Path) -> None:
    program(bare_machine / "bin" / "python3", '[ "$4" = --version ] || { [ "$3" = --version ] || exit 1; }')

    done = start(bare_machine)

    assert done.returncode == 1
    assert "could not be fetched" in done.stderr
    assert "no network, or a full disk?" in done.stderr


def test_the_entry_is_plain_posix_shell() -> None:
    dash = shutil.which("dash")
    if dash is None:
        pytest.skip("there is no dash, the strictest of the common shells, on this machine")
    command = [dash, "-n", str(ROOT / "askwell")]
    checked = subprocess.run(command, env=os.environ, capture_output=True, check=False)  # noqa: S603 - our own

    assert checked.returncode == 0


@pytest.mark.slow
def test_paths_are_taken_from_where_the_person_is_and_nothing_there_is_imported(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("text\nthe delivery was late again\n", encoding="utf-8")
    (tmp_path / "settings.py").write_text("raise SystemExit('taken for ours')\n", encoding="utf-8")

    command = [str(ROOT / "askwell"), "needs", "mine.csv", "--json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603 - our own

    assert done.returncode == 0, done.stderr
    assert "the delivery was late again" in done.stdout
