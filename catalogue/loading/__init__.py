"""From a folder of YAML files to a `Catalogue`, or to every mistake that they contain."""

from functools import lru_cache
from pathlib import Path

from catalogue.errors import CatalogueError, Problem
from catalogue.languages import Language
from catalogue.loading import examples, probes, questions, wording
from catalogue.loading.file import File, listed, opened
from catalogue.loading.unique import by_id, note_duplicates
from catalogue.models import Catalogue, Examples, Probe, Question, Wording

CATALOGUE_FOLDER = Path(__file__).resolve().parent.parent
LAST = 1_000
"""Where a file of questions comes that gives no `order` of its own."""


def load(folder: Path | None = None) -> Catalogue:
    """The catalogue in `folder`, by default Askwell's own; read once and then kept.

    Args:
        folder: holds `questions/*.yml`, `probes.yml`, `wording/*.yml` and, where there are any, `examples/*.yml`.
            Question files come by their `order`, then by name.

    Raises:
        CatalogueError: lists every mistake of all files as `file:line: what is wrong and what to write`.
    """
    return _loaded((folder or CATALOGUE_FOLDER).resolve())


@lru_cache(maxsize=8)
def _loaded(folder: Path) -> Catalogue:
    problems: list[Problem] = []
    asked = _questions(folder, problems)
    followed = _probes(folder, problems)
    said = _wording(folder, problems)
    shown, nothing = _examples(folder, {question.id: question for question in asked}, problems)
    note_duplicates([*asked, *said], problems)
    note_duplicates(followed, problems)
    if not asked and not problems:
        problems.append(Problem(f"{folder.name}/questions", 1, "no file here asks a question; write one."))
    if problems:
        raise CatalogueError(problems)
    return Catalogue(by_id(asked), by_id(followed), by_id(said), shown, nothing)


def _questions(folder: Path, problems: list[Problem]) -> list[Question]:
    found: list[Question] = []
    files = opened(folder, "questions/*.yml", ("topic", "order", "questions"), problems)
    for file in sorted(files, key=_order):
        topic = file.fields.text("topic")
        found += [questions.question(fields, topic) for fields in listed(file, "questions", questions.KEYS)]
    return found


def _order(file: File) -> tuple[int, str]:
    """Files without an order come last, by name."""
    order = file.fields.whole_number("order")
    return (LAST if order is None else order, file.name)


def _probes(folder: Path, problems: list[Problem]) -> list[Probe]:
    files = opened(folder, "probes.yml", ("probes",), problems)
    return [probes.probe(fields) for file in files for fields in listed(file, "probes", probes.KEYS)]


def _wording(folder: Path, problems: list[Problem]) -> list[Wording]:
    found: list[Wording] = []
    for file in opened(folder, "wording/*.yml", ("topic", "wording"), problems):
        topic = file.fields.text("topic")
        found += [wording.wording(fields, topic) for fields in listed(file, "wording", wording.KEYS)]
    return found


def _examples(
    folder: Path, asked: dict[str, Question], problems: list[Problem]
) -> tuple[Examples, dict[Language, tuple[str, ...]]]:
    found: Examples = {}
    nothing: dict[Language, tuple[str, ...]] = {}
    for file in opened(folder, "examples/*.yml", ("examples", "nothing"), problems):
        nodes = file.fields.nodes
        if "nothing" in nodes:
            if nothing:
                file.fields.refuse(file.fields.lines["nothing"], "another file has 'nothing' too; keep it in one file.")
            nothing = file.fields.lists_by_language("nothing", required=True)
        if ("examples" in nodes or "nothing" not in nodes) and file.fields.require("examples"):
            found |= examples.examples(file.fields.inner(nodes["examples"]), asked, found)
    return found, nothing
