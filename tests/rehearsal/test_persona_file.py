"""Reading personas: what the catalogue does not know is remarked, what cannot be used is refused with its line."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from analytics.needs.themes import load_themes
from catalogue import load
from rehearsal.persona_file import PersonaError, Personas, load_personas, theme_named

TODAY = date(2026, 3, 2)
Read = Callable[[str], Personas]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads personas that are written in a test."""

    def read_text(text: str) -> Personas:
        file = tmp_path / "personas.yml"
        file.write_text(text, encoding="utf-8")
        return load_personas(file, load(), load_themes(), TODAY)

    return read_text


def test_an_id_is_enough(read: Read) -> None:
    persona = read("- id: p001").all[0]

    assert (persona.id, persona.language, persona.known, persona.facts, persona.needs) == ("p001", "en", False, {}, ())


def test_what_yaml_makes_of_a_fact_becomes_what_the_data_bank_holds(read: Read) -> None:
    written = "newsletter: yes, last_purchase: 2026-02-03, times_a_month: 4.0, what_decides: [delivery, price]"

    facts = read(f"- {{id: p, facts: {{{written}}}}}").all[0].facts

    assert facts == {
        "newsletter": "yes",
        "last_purchase": "2026-02-03",
        "times_a_month": "4",
        "what_decides": "price|delivery",
    }


def test_a_fact_may_be_written_as_its_label(read: Read) -> None:
    assert read("- {id: p, facts: {district: Sha Tin, for_whom: 屋企人}}").all[0].facts == {
        "district": "sha_tin",
        "for_whom": "household",
    }


def test_what_no_question_asks_is_left_out_and_remarked(read: Read) -> None:
    personas = read("- {id: p, mood: good, facts: {shoe_size: 42, age_bend: 25-34, for_whom: aliens}}")

    assert personas.all[0].facts == {}
    assert len(personas.remarks) == 4
    assert any("Did you mean 'age_band'?" in remark for remark in personas.remarks)


@pytest.mark.parametrize(
    ("written", "meant"), [("delivery", "delivery"), ("price", "price_value"), ("Website", "site_app")]
)
def test_a_theme_is_found_by_its_id_or_a_word_for_it(written: str, meant: str) -> None:
    assert theme_named(written, load_themes()) == meant


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("- id: p001\n- id: p001", 2, "stands on line 1 too"),
        ("- id: p001\n- language: en", 2, "has no id"),
        ("- {id: p, patience: soon}", 1, "write a number of messages"),
        ("- {id: p, behaviour: {vague: 7}}", 1, "write a share from 0 to 1"),
        ("- {id: p, needs: [{theme: weather, hint: it rains}]}", 1, "theme 'weather' is not known"),
        ("- {id: p, needs: [{theme: delivery, type: dissatisfied, hint: late}]}", 1, "Did you mean 'dissatisfaction'?"),
        ("- {id: p, needs: [{theme: delivery}]}", 1, "neither hint nor told"),
        ("id: p001", 1, "no list of personas"),
        ("- id: p\n  facts: {a: [}", 2, "correct the YAML"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_a_remedy(read: Read, text: str, line: int, says: str) -> None:
    with pytest.raises(PersonaError) as refused:
        read(text)

    assert f"personas.yml:{line}: " in str(refused.value)
    assert says in str(refused.value)


def test_all_mistakes_are_shown_at_once(read: Read) -> None:
    with pytest.raises(PersonaError) as refused:
        read("- {id: a, patience: x}\n- {id: b, patience: y}")

    assert len(str(refused.value).splitlines()) == 2


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(PersonaError, match="name a file of personas"):
        load_personas(tmp_path / "nobody.yml", load(), load_themes(), TODAY)
