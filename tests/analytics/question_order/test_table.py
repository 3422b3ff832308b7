from pathlib import Path

import pandas as pd
import pytest

from analytics.question_order.table import TableError, from_frame, read_table


def people(**columns: object) -> pd.DataFrame:
    return pd.DataFrame({"buys": ["yes", "no"] * 30, "likes": ["tea", "milk", "tea"] * 20, **columns})


@pytest.mark.parametrize(
    ("name", "values", "reason"),
    [
        ("customer_id", range(5000, 5300, 5), "id"),
        ("row", range(60), "id"),
        ("words", [f"I said {number}" for number in range(60)], "free text"),
        ("answered_at", pd.date_range("2026-01-01", periods=60).astype(str), "dates"),
        ("country", ["HK"] * 60, "says the same"),
        ("empty", [None] * 60, "nobody has answered"),
    ],
)
def test_a_column_that_is_no_question_is_left_out_with_the_reason(name: str, values: object, reason: str) -> None:
    table = from_frame(people(**{name: values}), "buys")

    assert table.questions == ("likes",)
    assert reason in table.left_out[name]


def test_a_measurement_that_differs_for_everybody_is_a_question() -> None:
    assert "spend" in from_frame(people(spend=[number * 1.37 for number in range(60)]), "buys").questions


def test_people_without_a_class_and_classes_too_rare_are_left_out_and_said() -> None:
    table = people()
    table.loc[0, "buys"] = None
    table.loc[1, "buys"] = "maybe"

    read = from_frame(table, "buys")

    assert read.classes == ("no", "yes")
    assert len(read.answers) == 58
    assert "only 1 people" in read.left_out["buys = maybe"]
    assert "1 people" in read.left_out


@pytest.mark.parametrize(
    ("content", "target", "words"),
    [
        ("a,b\n1,2\n", "c", "there is no column 'c' to predict; choose one of a, b"),
        ("", "c", "the file is empty"),
        ("a,b\n1,2\n1,2,3\n", "a", "give every line as many values"),
        ("a,b\n" + "1,2\n" * 30, "a", "needs two different values"),
        ("a,b\n" + "".join(f"{n},{n % 2}\n" for n in range(60)), "a", "group it into at most"),
        ("a,b\n" + "1,2\n2,2\n" * 5, "a", "at least 20 are needed"),
        ("a,b\n" + "1,2\n2,2\n" * 30, "a", "no column is left"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_with_the_remedy(
    tmp_path: Path, content: str, target: str, words: str
) -> None:
    file = tmp_path / "answers.csv"
    file.write_text(content)

    with pytest.raises(TableError, match=words):
        read_table(file, target)


def test_a_missing_file_and_one_that_is_not_utf_8_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    with pytest.raises(TableError, match="no such file"):
        read_table(file, "a")
    file.write_bytes("a,b\n茶,1\n".encode("big5"))
    with pytest.raises(TableError, match="not UTF-8"):
        read_table(file, "a")
