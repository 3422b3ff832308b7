"""`./askwell questions …`: which question next."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table

from cli.errors import Mistake

if TYPE_CHECKING:
    from analytics.question_order import AnswerTable, Evaluation

app = typer.Typer(no_args_is_help=True, help="Find out which questions are worth asking first.")


@app.callback()
def questions() -> None:
    """Keeps `evaluate` a command of its own, however many commands stand beside it."""


@app.command("evaluate")
def evaluate(
    answers: Annotated[Path, typer.Option(help="A CSV file, a row a person, a column a question.", show_default=False)],
    target: Annotated[str, typer.Option(help="The column to predict.", show_default=False)],
    threshold: Annotated[float, typer.Option(help="The certainty at which to stop asking, 0.5 to 1.")] = 0.9,
    seed: Annotated[int, typer.Option(help="Draws folds and random orders; the same seed, the same figures.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    picture: Annotated[Path | None, typer.Option(help="Draw the curves into this .svg or .png file.")] = None,
) -> None:
    """Compare four orders of the questions: as written, random, the best fixed one, and adaptive."""
    from analytics.question_order import TableError, evaluate, read_table

    if not 0.5 <= threshold <= 1:
        raise Mistake(f"--threshold is {threshold}; write a probability from 0.5 to 1, such as 0.9.")
    if not 0 <= seed < 2**31:
        raise Mistake(f"--seed is {seed}; write a whole number from 0 on.")
    if picture is not None and picture.suffix.lower() not in (".svg", ".png"):
        raise Mistake(f"--picture is '{picture}'; end its name in .svg or .png.")
    try:
        table = read_table(answers, target, seed)
    except TableError as error:
        raise Mistake(str(error)) from error
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Asking held-out people", total=None)
        evaluation = evaluate(table, threshold, seed, lambda done, of: progress.update(task, completed=done, total=of))
    if picture is not None:
        _draw(evaluation, picture)
    if as_json:
        sys.stdout.write(json.dumps(evaluation.to_dict(), indent=2) + "\n")
    else:
        _print(table, evaluation)


def _draw(evaluation: "Evaluation", file: Path) -> None:
    from analytics.question_order.picture import PictureError, draw

    try:
        draw(evaluation, file)
    except PictureError as error:
        raise Mistake(str(error)) from error


def _print(table: "AnswerTable", evaluation: "Evaluation") -> None:
    from analytics.question_order.evaluation import CLOSE_ENOUGH, ORDERS
    from analytics.question_order.picture import METRIC_NAMES, ORDER_NAMES

    console = Console(soft_wrap=True, highlight=False)
    for column, reason in table.left_out.items():
        console.print(f"Left out: {column} ({reason}).", markup=False)
    name = METRIC_NAMES[evaluation.metric]
    console.print(f"{evaluation.people} people, {len(table.questions)} questions, {len(table.classes)} classes.")
    console.print(f"{name} with all questions: {evaluation.all_questions:.3f}, on people held out.")
    shown = Table("Order", f"Questions to within {CLOSE_ENOUGH}", *(f"{asked}" for asked in _columns(evaluation)))
    for order in ORDERS:
        curve = evaluation.curve(order)
        values = (f"{curve[asked - 1]:.3f}" for asked in _columns(evaluation))
        shown.add_row(ORDER_NAMES[order], str(evaluation.questions_needed(order)), *values)
    console.print(shown)
    for order in ("best_fixed", "adaptive"):
        stopped = evaluation.early_stop(order)
        console.print(
            f"Stopping at {evaluation.threshold:g} certainty or after {evaluation.patience} questions, "
            f"{ORDER_NAMES[order]}: {stopped['mean_questions']:.1f} questions on average, "
            f"{stopped['accuracy']:.1%} classified rightly (with all questions {stopped['accuracy_with_all']:.1%})."
        )
    gain, half = evaluation.adaptive_gain()
    console.print(f"Adaptive over best fixed: {gain:+.4f} {name} on average (95% interval ± {half:.4f}).")
    console.print(f"Use: {ORDER_NAMES[evaluation.better_order]}.")
    console.print(f"Best fixed order: {', '.join(evaluation.best_order)}", markup=False)


def _columns(evaluation: "Evaluation") -> list[int]:
    """The numbers of questions that fit a screen: the first five, then further apart, and the last."""
    asked = len(evaluation.questions)
    return sorted({*range(1, min(asked, 5) + 1), *(number for number in (7, 10, 15, 20) if number < asked), asked})
