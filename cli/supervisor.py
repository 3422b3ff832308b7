"""Keeps the processes of Askwell running: starts them, restarts one that dies, ends them all."""

import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from cli.errors import Mistake

GRACE_SECONDS = 8.0
"""How long a process may take to end by itself."""
CALM_SECONDS = 5.0
"""A process that has run this long is taken as sound; until then each restart waits twice as long as the one before."""
LONGEST_WAIT = 30.0


@dataclass
class Service:
    """One process that is to run as long as Askwell does.

    Args:
        name: as the log and messages call it.
        command: program and arguments.
        environment: its whole environment.
        log: where its output goes; appended to.
        folder: where it is started.
    """

    name: str
    command: Sequence[str]
    environment: dict[str, str]
    log: Path
    folder: Path
    process: "subprocess.Popen[bytes] | None" = None
    started_at: float = 0.0
    wait: float = 0.0
    restart_at: float = field(default=0.0)

    def start(self) -> None:
        """Starts the process in a group of its own, so that Ctrl-C reaches it through us alone."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as out:
            self.process = subprocess.Popen(  # noqa: S603 - the command is ours, not a user's
                [*_ending_with_us(), *self.command],
                env=self.environment,
                cwd=self.folder,
                stdout=out,
                stderr=out,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        self.started_at = time.monotonic()

    def exit_code(self) -> int | None:
        """The code with which the process has ended; None while it runs."""
        return self.process.poll() if self.process is not None else None

    def last_words(self) -> str:
        """The last line of its log: what a process that could not start says of the reason."""
        lines = self.log.read_text(encoding="utf-8", errors="replace").strip().splitlines() if self.log.exists() else []
        return lines[-1] if lines else "it said nothing"


class Supervisor:
    """Starts services, watches them, and ends them all together."""

    def __init__(self, services: Sequence[Service], say: Callable[[str], None]) -> None:
        self._services = services
        self._say = say
        self._stopping = False

    def start(self) -> None:
        """Starts every service, and lets SIGTERM and Ctrl-C end them."""
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, self._stop)
        for service in self._services:
            service.start()

    def wait_until(self, ready: Callable[[], bool], seconds: float) -> None:
        """Waits until `ready` holds.

        Raises:
            Mistake: a service has ended before, with its last words, or `seconds` have passed.
        """
        until = time.monotonic() + seconds
        while not ready():
            for service in self._services:
                if service.exit_code() is not None and not self._stopping:
                    raise Mistake(f"{service.name} could not start: {service.last_words()} (all of it: {service.log})")
            if self._stopping:
                return
            if time.monotonic() > until:
                logs = ", ".join(str(service.log) for service in self._services)
                raise Mistake(f"Askwell was not ready after {seconds:.0f} s; look into {logs}.")
            time.sleep(0.1)

    def watch(self) -> None:
        """Restarts whatever dies, until Ctrl-C or SIGTERM."""
        while not self._stopping:
            for service in self._services:
                self._look_after(service)
            time.sleep(0.2)

    def stop(self) -> None:
        """Ends every process: first asked, then after `GRACE_SECONDS` made to."""
        running = [
            service.process for service in self._services if service.process is not None and service.exit_code() is None
        ]
        for process in running:
            process.terminate()
        until = time.monotonic() + GRACE_SECONDS
        for process in running:
            try:
                process.wait(max(0.0, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def end_watch(self) -> None:
        """Lets `watch` return; what runs goes on until `stop`."""
        self._stopping = True

    def _stop(self, number: int, frame: object) -> None:
        self.end_watch()

    def _look_after(self, service: Service) -> None:
        code = service.exit_code()
        now = time.monotonic()
        if code is None:
            if now - service.started_at > CALM_SECONDS:
                service.wait = 0.0
            return
        if not service.restart_at:
            service.restart_at = now + service.wait
            service.wait = min(LONGEST_WAIT, max(0.5, service.wait * 2))
            self._say(f"{service.name} ended with code {code}; starting it again (its log: {service.log}).")
        if now >= service.restart_at:
            service.restart_at = 0.0
            service.start()


def _ending_with_us() -> list[str]:
    """What makes Linux end a process with the supervisor, even one that was killed and could not end it itself."""
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", "TERM", "--"] if setpriv else []


def write_log(log: Path) -> Callable[[str], None]:
    """A way to say something on the screen and in the supervisor's own log."""

    def say(text: str) -> None:
        print(text, flush=True)  # noqa: T201 - the person at the terminal is who is told
        stream: IO[str]
        with log.open("a", encoding="utf-8") as stream:
            stream.write(f"{time.strftime('%Y-%m-%dT%H:%M:%S%z')} {text}\n")

    return say
