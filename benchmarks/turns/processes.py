"""Starting, watching and ending the processes that a benchmark measures."""

import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

READY_SECONDS = 180.0


@dataclass(frozen=True)
class Running:
    """A process that is being measured."""

    name: str
    pid: int

    def memory_mb(self) -> float:
        """Its resident memory and that of its children, MB (proportional share, so that shared pages count once)."""
        pids = [self.pid, *_children(self.pid)]
        return sum(_proportional_kb(pid) for pid in pids) / 1024


@contextmanager
def started(
    name: str, command: Sequence[str], folder: Path, environment: dict[str, str], port: int
) -> Iterator[Running]:
    """Starts `command`, waits until it listens on `port`, and ends it with the block."""
    log = folder / f"{name}.log"
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=out, stderr=out)
    try:
        _wait_for(port, process, log)
        yield Running(name, process.pid)
    finally:
        process.terminate()
        process.wait(30)


def _wait_for(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + READY_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"{log.name}: {log.read_text(errors='replace')[-2000:]}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise RuntimeError(f"nothing listened on {port} after {READY_SECONDS:.0f} s; see {log}")


def _children(pid: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            found += [int(child), *_children(int(child))]
    return found


def _proportional_kb(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def folder_mb(folder: Path) -> float:
    """The size of a folder's files on disk, MB; a link counts as nothing."""
    sizes = (file.lstat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    return sum(sizes) / 1024**2
