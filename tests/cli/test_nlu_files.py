"""The files of an evaluation: what is read, and what is refused in one sentence."""

from pathlib import Path

import pytest

from cli.errors import Mistake
from cli.understanding.files import Labelled, read_test, read_training, remarks

GOOD = "text,label\nwhere is my order,ORDER\ntrack it,ORDER\nbye,BYE\n"


def written(folder: Path, content: str | bytes) -> Path:
    file = folder / "mine.csv"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def test_rows_are_read_with_their_lines(tmp_path: Path) -> None:
    rows = read_training(
        written(tmp_path, '\ufeffid,Label,Text\n1,ORDER,"two\nlines"\n2,ORDER,送咗未\n3,x y/z,"a, b"\n')
    )

    assert rows == [Labelled("two lines", "ORDER", 2), Labelled("送咗未", "ORDER", 4), Labelled("a, b", "x y/z", 5)]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", r"mine\.csv:1: there is no column 'text': the file is empty. Write the header 'text,label'"),
        ("text,intent\na,b\n", r"mine\.csv:1: there is no column 'label': its header is 'text,intent'"),
        ("text,label\n", r"mine\.csv: has no rows under its header; write at least one"),
        ("text,label\na,A\nb,\n", r"mine\.csv:3: the label is empty; write one"),
        ("text,label\na,A\nb\n", r"mine\.csv:3: the label is empty; write one"),
        (f'text,label\na,A\n"{"b" * 140_000},A\n', r"mine\.csv:3: field larger than .*; look for a quotation mark"),
        ("text,label\na,A\n  ,B\n", r"mine\.csv:3: the text is empty; write one"),
        ("text,label\na,A\nb,__oos__\n", r"mine\.csv:3: the label is __oos__, which may stand in the test file alone"),
        ("text,label\na,A\nb,A\n", r"mine\.csv: every row is labelled 'A'; give rows of two labels"),
        ("text,label\na,A\nb,B\n", r"mine\.csv: no label has two examples; give at least two"),
        ("text,label\na,A\nb,A\nca\u00e9,B\n".encode("latin-1"), r"mine\.csv:4: is not UTF-8; save the file as UTF-8"),
        ('text,label\na,A\n"b,A\n', r"mine\.csv:3: the label is empty; write one"),
    ],
)
def test_a_bad_training_file_is_refused_with_the_place_and_the_remedy(
    tmp_path: Path, content: str | bytes, sentence: str
) -> None:
    with pytest.raises(Mistake, match=sentence):
        read_training(written(tmp_path, content))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match=r"none\.csv: No such file or directory; check the path"):
        read_test(tmp_path / "none.csv")


def test_a_test_file_may_have_what_is_out_of_scope_and_empty_messages(tmp_path: Path) -> None:
    rows = read_test(written(tmp_path, "text,label\n,__oos__\nhm,A\n"))

    assert [(row.text, row.label) for row in rows] == [("", "__oos__"), ("hm", "A")]


def test_what_makes_the_figures_mean_less_is_remarked_on(tmp_path: Path) -> None:
    training = [Labelled("a", "A", 2), Labelled("b", "A", 3), Labelled("c", "B", 4)]
    test = [Labelled("A", "A", 2), Labelled("d", "C", 3), Labelled("e", "__oos__", 4)]

    found = remarks(training, test, Path("train.csv"), Path("test.csv"))

    assert [remark.split(" ")[0] for remark in found] == ["train.csv:4:", "test.csv:3:", "test.csv:"]
    assert "'B' has this one example" in found[0]
    assert "'C' is no label of the training file" in found[1]
    assert "1 of 3 texts stand in train.csv too, the first on line 2" in found[2]
    assert remarks(training[:2], [Labelled("z", "A", 2)], Path("train.csv"), Path("test.csv")) == []
