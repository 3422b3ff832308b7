"""The personas that come with the product can be played, in both languages."""

from datetime import date
from pathlib import Path

import pytest

from analytics.needs.themes import load_themes
from catalogue import load
from rehearsal.persona_file import Personas, load_personas
from settings import ROOT

FILES = sorted((ROOT / "rehearsal" / "personas").glob("*.yml"))


def read(file: Path) -> Personas:
    return load_personas(file, load(), load_themes(), date(2026, 11, 22))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_catalogue_knows_everything_that_they_say(file: Path) -> None:
    assert read(file).remarks == ()


@pytest.mark.slow
def test_there_are_at_least_forty_in_both_languages() -> None:
    personas = [persona for file in FILES for persona in read(file).all]

    assert len({persona.id for persona in personas}) == len(personas) >= 40
    assert {persona.language for persona in personas} == {"en", "zh-Hant"}
