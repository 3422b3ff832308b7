"""The processes of Askwell live and end together."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread

import pytest

from cli.errors import Mistake
from cli.supervisor import Service, Supervisor, write_log
from settings import ROOT

PATIENCE_SECONDS = 20.0
KEEPS_RUNNING = "import time; print('ready', flush=True); time.sleep(600)"
SUPERVISED = """
import sys, time
from pathlib import Path
from cli.supervisor import Service, Supervisor
service = Service("sleeper", [sys.executable, "-c", "import time; time.sleep(600)"], {}, Path(sys.argv[1]), Path.cwd())
Supervisor([service], print).start()
print(service.process.pid, flush=True)
time.sleep(600)
"""


def service_of(code: str, tmp_path: Path) -> Service:
    """A service that runs some Python."""
    return Service("worker", [sys.executable, "-c", code], dict(os.environ), tmp_path / "worker.log", tmp_path)


def is_running(pid: int) -> bool:
    """Whether there is such a process, one that has ended and was not waited for aside."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_for(what: str, happened: object) -> None:
    """Waits until `happened()` is true."""
    assert callable(happened)
    until = time.monotonic() + PATIENCE_SECONDS
    while not happened():
        assert time.monotonic() < until, f"{what} did not happen"
        time.sleep(0.02)


def test_a_process_that_dies_is_started_again_and_the_log_says_so(tmp_path: Path) -> None:
    log = tmp_path / "askwell.log"
    service = service_of(KEEPS_RUNNING, tmp_path)
    supervisor = Supervisor([service], write_log(log))
    service.start()
    assert service.process is not None
    first = service.process.pid
    watching = Thread(target=supervisor.watch)
    watching.start()
    try:
        os.kill(first, signal.SIGKILL)
        wait_for("a restart", lambda: service.process is not None and service.process.pid != first)
        assert f"worker ended with code -9; starting it again (its log: {service.log})." in log.read_text()
    finally:
        supervisor.end_watch()
        watching.join()
        supervisor.stop()


def test_a_process_that_cannot_start_is_named_with_its_last_words(tmp_path: Path) -> None:
    service = service_of("raise SystemExit('model.tar.gz is broken; run ./askwell train --force')", tmp_path)
    supervisor = Supervisor([service], lambda text: None)
    service.start()

    with pytest.raises(Mistake, match=r"worker could not start: model.tar.gz is broken; run ./askwell train --force"):
        supervisor.wait_until(lambda: False, PATIENCE_SECONDS)


def test_waiting_ends_with_the_logs_to_look_into(tmp_path: Path) -> None:
    service = service_of(KEEPS_RUNNING, tmp_path)
    supervisor = Supervisor([service], lambda text: None)
    service.start()
    try:
        with pytest.raises(Mistake, match=r"Askwell was not ready after 0 s; look into .*worker.log"):
            supervisor.wait_until(lambda: False, 0.0)
    finally:
        supervisor.stop()


def test_stopping_ends_even_a_process_that_does_not_listen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cli.supervisor.GRACE_SECONDS", 0.2)
    service = service_of("import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); " + KEEPS_RUNNING, tmp_path)
    service.start()
    wait_for("the start", lambda: service.last_words() == "ready")

    Supervisor([service], lambda text: None).stop()

    assert service.exit_code() == -signal.SIGKILL


def test_a_supervisor_that_is_killed_takes_its_processes_with_it(tmp_path: Path) -> None:
    supervisor = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", SUPERVISED, str(tmp_path / "sleeper.log")],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert supervisor.stdout is not None
    pid = int(supervisor.stdout.readline())
    assert is_running(pid)

    supervisor.kill()
    supervisor.wait()
    supervisor.stdout.close()

    wait_for("the end of the sleeper", lambda: not is_running(pid))
