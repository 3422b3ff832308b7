"""The same text gives the same needs on every machine and run."""

import subprocess
import sys

import pytest

from analytics.needs import NeedsReader
from settings import ROOT

TEXTS = [
    "the delivery always comes late and nobody tells me",
    "I wish the delivery slots were in the evening",
    "送貨成日遲到，又冇人通知我",
    "希望可以揀夜晚送貨",
    "I moved here two weeks ago",
]
PROGRAM = "from analytics.needs import NeedsReader; import sys; print(NeedsReader.load().read_many(sys.argv[1:]))"


@pytest.mark.slow
def test_another_process_finds_the_same_needs() -> None:
    command = [sys.executable, "-c", PROGRAM, *TEXTS]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - our own program

    assert done.stdout.strip() == str(NeedsReader.load().read_many(TEXTS))


def test_reading_many_is_reading_one_by_one() -> None:
    reader = NeedsReader.load()

    assert reader.read_many(TEXTS) == [reader.read(text) for text in TEXTS]
