"""`./askwell questions …`: which question next."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table

from cli.environment import installation
from cli.errors import Mistake

if TYPE_CHECKING:
    from analytics.question_order.evaluation import Evaluation
    from analytics.question_order.table import AnswerTable

app = typer.Typer(no_args_is_help=True, help="Find out which questions are worth asking first.")


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
    from analytics.question_order.table import TableError, read_table

    _check(threshold, seed)
    if picture is not None and picture.suffix.lower() not in (".svg", ".png"):
        raise Mistake(f"--picture is '{picture}'; end its name in .svg or .png.")
    try:
        table = read_table(answers, target, seed)
    except TableError as error:
        raise Mistake(str(error)) from error
    evaluation = _evaluate(table, threshold, seed)
    if picture is not None:
        _draw(evaluation, picture)
    if as_json:
        sys.stdout.write(json.dumps(evaluation.to_dict(), indent=2) + "\n")
    else:
        _print(table, evaluation)


@app.command("learn")
def learn(
    target: Annotated[str, typer.Option(help="A segment's id; with --answers a column.", show_default=False)],
    answers: Annotated[Path | None, typer.Option(help="A CSV file; the customer data bank if left out.")] = None,
    threshold: Annotated[float, typer.Option(help="The certainty that is enough, 0.5 to 1.")] = 0.9,
    seed: Annotated[int, typer.Option(help="Draws folds; the same seed, the same plan.")] = 0,
    out: Annotated[Path | None, typer.Option(help="The file; configuration/question_order.yml if left out.")] = None,
) -> None:
    """Learn the order in which the chat asks, and write it down if it is better than the order as written."""
    from analytics.question_order.learn_plan import as_stored, learn_plan
    from analytics.question_order.plan import PLAN_FILE, load_plan, save_plan
    from analytics.question_order.table import TableError, read_table
    from catalogue import load

    _check(threshold, seed)
    asked = [id for id, question in load().asked().items() if question.kind.name not in ("text", "date")]
    try:
        found = read_table(answers, target, seed) if answers else _from_data_bank(target, asked)
    except TableError as error:
        raise Mistake(str(error)) from error
    table = as_stored(found, asked)
    if not table.questions:
        raise Mistake(f"{answers}: no column is a question of the catalogue; name columns as the questions' ids.")
    evaluation = _evaluate(table, threshold, seed)
    _print(table, evaluation)
    gain, half = evaluation.gain("best_fixed", "as_written")
    if gain - half <= 0:
        sys.stdout.write("Nothing was written: on people held out, the order as written is as good.\n")
        return
    file = out or PLAN_FILE
    version = load_plan(file).version + 1 if file.exists() else 1
    save_plan(learn_plan(table, target, threshold, version, seed), file)
    sys.stdout.write(f"{file}: version {version}; the chat follows it when it is started again.\n")


def _from_data_bank(segment: str, questions: list[str]) -> "AnswerTable":
    """Everybody who has answered something, with whether they belong to `segment`."""
    from analytics.population import population
    from analytics.question_order.table import from_frame
    from analytics.segments import load_segments, memberships
    from profiles import Store

    config = installation()
    rules = load_segments()
    known = [each.id for each in rules.segments]
    if segment not in known:
        raise Mistake(f"--target is '{segment}'; write the id of a segment: {', '.join(known)}.")
    with Store.open(config.database, config.data_key.get_secret_value()) as store:
        everybody = population(store.frames, datetime.now(config.zone).date(), config.zone)
    answers = everybody.answers.reindex(columns=questions).dropna(how="all")
    members = memberships(everybody.evidence, rules)[segment].reindex(answers.index)
    return from_frame(answers.assign(**{segment: members}), segment, "The customer data bank")


def _check(threshold: float, seed: int) -> None:
    if not 0.5 <= threshold <= 1:
        raise Mistake(f"--threshold is {threshold}; write a probability from 0.5 to 1, such as 0.9.")
    if not 0 <= seed < 2**31:
        raise Mistake(f"--seed is {seed}; write a whole number from 0 on.")


def _evaluate(table: "AnswerTable", threshold: float, seed: int) -> "Evaluation":
    from analytics.question_order.evaluation import evaluate

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Asking held-out people", total=None)
        return evaluate(table, threshold, seed, lambda done, of: progress.update(task, completed=done, total=of))


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
    shown = Table("Order", "Needed", *(f"{asked}" for asked in _columns(evaluation)))
    for order in ORDERS:
        curve = evaluation.curve(order)
        values = (f"{curve[asked - 1]:.3f}" for asked in _columns(evaluation))
        shown.add_row(ORDER_NAMES[order], str(evaluation.questions_needed(order)), *values)
    shown.caption = f"Needed: questions to come within {CLOSE_ENOUGH} of all. Then {name} by questions asked."
    console.print(shown)
    for order in ("best_fixed", "adaptive"):
        stopped = evaluation.early_stop(order)
        console.print(
            f"Stopping at {evaluation.threshold:g} certainty or after {evaluation.patience} questions, "
            f"{ORDER_NAMES[order]}: {stopped['mean_questions']:.1f} questions on average, "
            f"{stopped['accuracy']:.1%} classified rightly (with all questions {stopped['accuracy_with_all']:.1%})."
        )
    gain, half = evaluation.gain("adaptive", "best_fixed")
    console.print(f"Adaptive over best fixed: {gain:+.4f} {name} on average (95% interval ± {half:.4f}).")
    console.print(f"Use: {ORDER_NAMES[evaluation.better_order]}.")
    console.print(f"Best fixed order: {', '.join(evaluation.best_order)}", markup=False)


def _columns(evaluation: "Evaluation") -> list[int]:
    """The numbers of questions that fit a screen: the first five, then further apart, and the last."""
    asked = len(evaluation.questions)
    return sorted({*range(1, min(asked, 5) + 1), *(number for number in (7, 10, 15, 20) if number < asked), asked})
