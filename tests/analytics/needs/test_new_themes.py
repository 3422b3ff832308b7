"""A theme that the tree lacks is found and proposed; where there is none, none is; the tree stays as it is."""

import csv
from pathlib import Path

import pytest

from analytics.needs import NeedsReader
from analytics.needs.new_themes import ProposedTheme, propose
from analytics.needs.themes import THEMES_FILE

pytestmark = pytest.mark.slow  # groups hundreds of texts many times over

LESSONS = [
    "The music lessons you advertise are always full.",
    "I wish there were more places in the piano course.",
    "Why can't my son join the guitar lessons?",
    "The violin class should start later.",
    "Please offer music lessons for beginners.",
    "The drum course was cancelled twice.",
    "More singing classes, please.",
    "I'd love a piano lesson for my daughter on Saturdays.",
    "鋼琴班成日滿額。",
    "希望開多班結他堂。",
]
UNRELATED = [
    "I'd like a bench under the big tree.",
    "Your radio jingle drives me mad.",
    "The Christmas card was a nice touch.",
    "You should sponsor our football team.",
    "The mascot frightens my dog.",
    "A calendar with recipes would be fun.",
    "The jokes on the bags are silly.",
    "Please turn the clock on the roof back on.",
]


@pytest.fixture(scope="module")
def reader() -> NeedsReader:
    return NeedsReader.load()


@pytest.fixture(scope="module")
def ordinary() -> list[str]:
    """What shoppers write about themes that the tree has."""
    texts = []
    for file in ("english.csv", "chinese.csv"):
        with (Path(__file__).parent / "sentences" / file).open(encoding="utf-8") as lines:
            texts += [row["text"] for row in csv.DictReader(lines) if row["needs"] and "/other/" not in row["needs"]]
    return texts[::3]


def about_lessons(theme: ProposedTheme) -> bool:
    return set(theme.examples) <= set(LESSONS)


def test_a_planted_theme_is_proposed_with_examples(reader: NeedsReader, ordinary: list[str]) -> None:
    proposed = propose([*ordinary, *LESSONS], reader)
    (theme,) = [theme for theme in proposed if about_lessons(theme)]

    assert theme.texts >= len(LESSONS) // 2
    assert theme.stability >= 0.75
    assert len(theme.examples) == 5


def test_nothing_is_proposed_where_nothing_belongs_together(reader: NeedsReader) -> None:
    assert propose(UNRELATED, reader) == []


def test_remarks_on_the_shop_as_a_whole_are_no_theme(reader: NeedsReader) -> None:
    remarks = [
        "I'm very happy.",
        "Great shop!",
        "好滿意。",
        "Never again.",
        "好失望。",
        "Disappointed.",
        "以後唔會再嚟。",
    ]

    assert propose(remarks, reader) == []


def test_too_few_texts_give_nothing(reader: NeedsReader) -> None:
    assert propose([], reader) == []
    assert propose(LESSONS[:2], reader) == []


def test_the_same_texts_give_the_same_proposals_and_leave_the_tree_alone(reader: NeedsReader) -> None:
    before = THEMES_FILE.read_bytes()

    assert propose(LESSONS, reader) == propose(LESSONS, reader)
    assert THEMES_FILE.read_bytes() == before
    assert "music" not in " ".join(reader.themes.ids)
