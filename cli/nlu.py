"""`./askwell nlu evaluate`: how well messages are understood."""

import json
import sys
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from cli.errors import Mistake
from cli.progress import console, step

app = typer.Typer(no_args_is_help=True, help="How well messages are understood.")


class Rival(str, Enum):
    """What to compare with."""

    STOCK = "stock"


@app.callback()
def nlu() -> None:
    """How well messages are understood."""


@app.command("evaluate")
def evaluate(
    train: Annotated[Path | None, typer.Option(help="UTF-8 CSV to train on, columns text,label.")] = None,
    test: Annotated[Path | None, typer.Option(help="The same to test on; __oos__ is out of scope.")] = None,
    cross_validate: Annotated[bool, typer.Option(help="Evaluate our own training data, data/nlu, instead.")] = False,
    against: Annotated[Rival | None, typer.Option(help="Also train Rasa's default pipeline (minutes).")] = None,
    picture: Annotated[Path | None, typer.Option(help="Write the confusion of labels to this SVG file.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Train config.yml's pipeline on one file and test it on another, or cross-validate our own training data."""
    if cross_validate:
        if train or test or against:
            raise Mistake("--cross-validate takes our own data; leave out --train, --test and --against.")
        _cross_validate(picture, as_json)
    elif train and test:
        _evaluate(train, test, against is not None, picture, as_json)
    else:
        raise Mistake("name both files, --train A.csv --test B.csv, or ask for --cross-validate.")


def _evaluate(train: Path, test: Path, with_stock: bool, picture: Path | None, as_json: bool) -> None:
    from cli.understanding import comparison
    from cli.understanding.files import read_test, read_training, remarks

    training, tested = read_training(train), read_test(test)
    for remark in remarks(training, tested, train, test):
        console.print(remark, markup=False, highlight=False)
    with step("Training the pipeline and understanding the test"):
        runs = {"askwell": comparison.askwell(training, tested)}
    if with_stock:
        with step("Training stock Rasa twice: for its threshold, and for the test"):
            runs["stock"] = comparison.stock(training, tested)
    figures = {name: comparison.figures_of(*run, tested).as_dict() for name, run in runs.items()}
    if picture:
        _draw(*runs["askwell"], [row.label for row in tested], picture)
    if as_json:
        _print_json(figures if with_stock else figures["askwell"])
        return
    with step("Computing the simple baselines"):
        simple = comparison.baselines(training, tested)
    counted = {name: comparison.shares_of(*run, tested) for name, run in runs.items()}
    Console().print(_accuracies({**counted, **simple}), _times(figures))


def _cross_validate(picture: Path | None, as_json: bool) -> None:
    from cli.understanding.own_data import summary, taken_for
    from cli.understanding.picture import draw_confusion
    from cli.understanding.running import run_cross_validation

    with step("Training on four parts of our own data in turn"):
        result = run_cross_validation()
    if picture:
        draw_confusion(taken_for(result), picture)
    figures = summary(result)
    if as_json:
        _print_json(figures)
        return
    Console().print(_languages(figures), _intents(figures))


def _draw(run: Any, threshold: float, labels: list[str], picture: Path) -> None:
    from cli.understanding.picture import REJECTED, draw_confusion

    taken = [one.label if one.label and one.confidence >= threshold else REJECTED for one in run.predictions]
    draw_confusion(zip(labels, taken, strict=True), picture)


def _accuracies(counted: dict[str, Any]) -> Table:
    table = Table(
        "", "In scope, no threshold", "All, at the threshold", "Out of scope, rejected", title="Accuracy (95 %)"
    )
    for name, shares in counted.items():
        table.add_row(
            name, *(_with_interval(one) for one in (shares.in_scope, shares.at_threshold, shares.out_of_scope))
        )
    return table


def _times(figures: dict[str, Any]) -> Table:
    table = Table("", "Threshold", "Training, s", "Parse, median ms", "99th percentile, ms")
    for name, one in figures.items():
        times = (one["training_seconds"], one["parse_ms_p50"], one["parse_ms_p99"])
        table.add_row(name, f"{one['threshold']:.2f}", *(f"{time:.1f}" for time in times))
    return table


def _languages(figures: dict[str, Any]) -> Table:
    table = Table("", "Utterances", "Right, no threshold", "Followed", "Right of those followed")
    rows = {"all": figures, **figures["languages"]}
    total = sum(one["utterances"] for one in figures["languages"].values())
    for name, one in rows.items():
        shown = (_percent(one[figure]) for figure in ("accuracy", "followed", "followed_right"))
        table.add_row(name, str(one.get("utterances", total)), *shown)
    return table


def _intents(figures: dict[str, Any]) -> Table:
    table = Table("Intent", "Right, no threshold", "Most often taken for")
    for intent, accuracy in sorted(figures["intents"].items(), key=lambda pair: pair[1]):
        taken = [f"{one['taken_for']} ({one['times']})" for one in figures["confusions"] if one["is"] == intent]
        table.add_row(intent, _percent(accuracy), ", ".join(taken))
    return table


def _with_interval(share: Any) -> str:
    if share.value is None:
        return "no such row"
    low, high = share.interval()
    return f"{share.value:.3f} ({low:.3f} to {high:.3f})"


def _percent(value: float | None) -> str:
    return "" if value is None else f"{value:.1%}"


def _print_json(figures: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(figures, ensure_ascii=False, indent=2) + "\n")
