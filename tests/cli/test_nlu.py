"""`./askwell nlu evaluate` from the command line, through the real pipeline."""

import csv
import json
import subprocess
from pathlib import Path

import pytest

from settings import ROOT
from tests.cli.conftest import Askwell

SAID = {
    "WHERE/IS my order, please tell me": [
        "where is my order",
        "track my parcel",
        "has it shipped",
        "when will it come",
    ],
    "Отмена": ["отменить заказ", "хочу отменить", "отмена заказа", "не нужен заказ"],
    "退貨": ["我想退貨", "點樣退款", "可唔可以退", "退返俾你"],
    "lone": ["do you sell gift cards"],
}
SPLIT = ROOT.parent / "shared" / "data" / "retail_intents"


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    line = [str(ROOT / ".venv" / "bin" / "python"), "-m", "cli", "nlu", "evaluate", *arguments]
    return subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own program


def written(file: Path, rows: list[tuple[str, str]]) -> Path:
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([("text", "label"), *rows])
    return file


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "name both files"),
        (["--cross-validate", "--train", "a.csv"], "--cross-validate takes our own data"),
        (["--train", "none.csv", "--test", "none.csv"], "none.csv: No such file or directory; check the path."),
    ],
)
def test_a_mistake_is_answered_with_a_sentence_and_no_traceback(
    askwell: Askwell, arguments: list[str], sentence: str
) -> None:
    outcome = askwell("nlu", "evaluate", *arguments)

    assert outcome.code == 2
    assert sentence in outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.slow
def test_few_examples_long_labels_and_other_languages_are_understood(tmp_path: Path) -> None:
    known = [(text, label) for label, texts in SAID.items() for text in texts]
    train = written(tmp_path / "train.csv", [*known, known[0]])
    test = written(
        tmp_path / "test.csv",
        [*known, ("", "__oos__"), ("who won the match", "__oos__"), ("x" * 3000, "__oos__"), ("a", "no such label")],
    )
    picture = tmp_path / "confusion.svg"

    done = command("--train", str(train), "--test", str(test), "--json", "--picture", str(picture))

    assert done.returncode == 0, done.stderr
    assert "'lone' has this one example" in done.stderr
    found = json.loads(done.stdout)
    assert found["in_scope_accuracy"] == pytest.approx(len(known) / (len(known) + 1))
    assert found["oos_recall"] >= 2 / 3
    assert picture.read_text("utf-8").startswith("<svg")


@pytest.mark.slow
@pytest.mark.skipif(not SPLIT.exists(), reason="the retail_intents data are not beside this checkout")
def test_real_shoppers_messages_are_understood_as_well_as_promised() -> None:
    done = command("--train", f"{SPLIT}/curekart_train.csv", "--test", f"{SPLIT}/curekart_test.csv", "--json")

    found = json.loads(done.stdout)
    assert found["in_scope_accuracy"] >= 0.86
    assert found["accuracy_at_threshold"] >= 0.77
