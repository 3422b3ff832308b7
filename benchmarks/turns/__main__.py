"""`python -m benchmarks.turns [--json FILE]`: Askwell and a stock bot in one run, taken in turn."""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from typing import Any

from benchmarks.turns.clients import AskwellShopper, Shopper, StockShopper
from benchmarks.turns.processes import Running, folder_mb
from benchmarks.turns.stock import running_stock, train, write_project
from cli.stock import stock_python
from cli.training import train_if_changed
from settings import ROOT
from tests.system import WITHOUT_LIMITS, running_system, settings_for

TURNS = (5, 50, 200)
WINDOW = 4
"""A turn's figure is taken over the turns from it to this many later, so that one hiccup is not the figure."""
AT_ONCE = (1, 8, 32)
TURNS_AT_ONCE = 10


def main() -> None:
    """Measures both and prints the figures and their ratios."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--json", type=Path, help="where to write the figures")
    arguments.add_argument("--shoppers", type=int, default=12, help="conversations for the figures of a turn")
    arguments.add_argument("--stock", type=Path, help="where to keep the stock bot; not trained again if it was")
    arguments.add_argument("--train-only", action="store_true", help="end after the training")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="askwell-turns-") as folder:
        stock = given.stock or Path(folder) / "stock"
        training = trained(Path(folder), stock)
        figures = {"training_seconds": training}
        if not given.train_only:
            figures |= measure(Path(folder), stock, given.shoppers)
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")
    if given.json:
        given.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def trained(folder: Path, stock: Path) -> dict[str, Any]:
    """Trains both, each once, and gives what it took; what was kept of an earlier training counts with its figures."""
    kept = stock / "training.json"
    if kept.exists():
        figures: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8"))
        return figures
    write_project(stock)
    figures = {
        "askwell": timed(lambda: train_if_changed(settings_for(folder / "askwell"), force=True)),
        "stock": timed(lambda: train(stock)),
    }
    kept.write_text(json.dumps(figures), encoding="utf-8")
    return figures


def measure(folder: Path, stock: Path, shoppers: int) -> dict[str, Any]:
    """The figures of both systems, which run at the same time and are asked in turn."""
    with (
        running_system(folder / "askwell", **WITHOUT_LIMITS) as system,
        running_stock(stock) as (webhook, stock_processes),
    ):
        makers: dict[str, Callable[[], Shopper]] = {
            "askwell": lambda: AskwellShopper(system.base),
            "stock": lambda: StockShopper(webhook),
        }
        turns = turn_figures(makers, shoppers)
        throughput = {str(number): {name: at_once(make, number) for name, make in makers.items()} for number in AT_ONCE}
        ours = [Running(name, service.process.pid) for name, service in system.services.items() if service.process]
        memory = {
            "askwell": sum(process.memory_mb() for process in ours),
            "stock": sum(process.memory_mb() for process in stock_processes),
        }
    bot, rest = folder_mb(ROOT / "bot" / ".venv"), folder_mb(ROOT / ".venv")
    of_stock = folder_mb(stock_python().parent.parent)
    return {
        "turn_milliseconds": turns,
        "turns_per_second": throughput,
        "memory_mb": memory,
        "environment_mb": {"askwell": bot + rest, "bot": bot, "stock": of_stock},
    }


def turn_figures(makers: dict[str, Callable[[], Shopper]], shoppers: int) -> dict[str, Any]:
    """Median and 99th percentile, in milliseconds, around each of `TURNS`, over `shoppers` conversations each."""
    taken: dict[str, dict[int, list[float]]] = {name: {turn: [] for turn in TURNS} for name in makers}
    for _ in range(shoppers):
        for name, make in makers.items():
            shopper = make()
            for number in range(1, max(TURNS) + WINDOW + 1):
                seconds = shopper.turn()
                for turn in TURNS:
                    if turn <= number <= turn + WINDOW:
                        taken[name][turn].append(seconds * 1000)
    return {str(turn): {name: summary(taken[name][turn]) for name in makers} for turn in TURNS}


def summary(values: list[float]) -> dict[str, float]:
    """Median and 99th percentile, rounded."""
    return {"p50": round(statistics.median(values), 1), "p99": round(p99(values), 1)}


def p99(values: list[float]) -> float:
    """The 99th percentile (the nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(0.99 * len(ordered)))]


def at_once(make: Callable[[], Shopper], number: int) -> float:
    """Turns per second with `number` shoppers chatting at the same time."""
    shoppers = [make() for _ in range(number)]
    began = time.perf_counter()
    with ThreadPoolExecutor(number) as pool:
        list(pool.map(lambda shopper: [shopper.turn() for _ in range(TURNS_AT_ONCE)], shoppers))
    return round(number * TURNS_AT_ONCE / (time.perf_counter() - began), 1)


def timed(work: Callable[[], object]) -> dict[str, float]:
    """How many seconds `work` takes, by the clock and of the processor, in the programs that it starts."""
    began, before = time.perf_counter(), getrusage(RUSAGE_CHILDREN)
    work()
    after = getrusage(RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"clock": round(time.perf_counter() - began, 1), "processor": round(processor, 1)}


if __name__ == "__main__":
    main()
