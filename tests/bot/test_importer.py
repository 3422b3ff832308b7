"""The domain as Rasa really loads it."""

from dataclasses import replace
from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.utils.io import read_config_file

import catalogue
from bot.domain_files import DomainError, DomainParts, read_domain_files
from bot.domain_from_catalogue import domain_from
from bot.environment import ROOT
from bot.importer import CatalogueImporter
from catalogue import LANGUAGES
from catalogue.models import placeholders

CHANNEL_DECIDES = {"open_conversation", "choice", "canary", "nlu_fallback"}
"""Intents that no utterance stands for: the channel or the threshold gives them."""


@pytest.fixture(scope="module")
def domain() -> Domain:
    importer = TrainingDataImporter.load_from_config(
        str(ROOT / "config.yml"), str(ROOT / "domain.yml"), [str(ROOT / "data")]
    )
    return importer.get_domain()


def test_rasas_own_loading_finds_every_question_with_its_slot_and_both_wordings(domain: Domain) -> None:
    questions = catalogue.load().asked()
    slots = {slot.name for slot in domain.slots}

    assert len(questions) >= 15
    assert set(questions) <= slots
    for id, question in questions.items():
        said = {one["condition"][0]["value"]: one["text"] for one in domain.responses[f"utter_ask_{id}"]}
        assert said == question.ask


def test_everything_that_the_form_asks_is_a_slot_of_the_domain(domain: Domain) -> None:
    asked = domain.required_slots_for_form("investigation_form")

    assert len(asked) == len(set(asked))
    assert set(asked) <= {slot.name for slot in domain.slots}
    assert {"consent", "play_back", "which_to_change"} <= set(asked)
    assert domain.required_slots_for_form("staff_form") == ["staff_question"]


def test_each_phrasing_of_a_probe_is_asked_by_a_slot_of_its_own(domain: Domain) -> None:
    for id, probe in catalogue.load().probes.items():
        for number, text in enumerate(probe.ask["zh-Hant"]):
            assert domain.responses[f"utter_ask_probe_{id}_{number}"][1]["text"] == text


def test_buttons_carry_the_slot_and_the_value(domain: Domain) -> None:
    buttons = domain.responses["utter_ask_for_whom"][0]["buttons"]
    choices = catalogue.load().questions["for_whom"].choices

    assert [button["payload"] for button in buttons] == [f"choice:for_whom={choice.value}" for choice in choices]


def test_every_other_wording_can_be_said_in_both_languages(domain: Domain) -> None:
    for id, wording in catalogue.load().wording.items():
        name = f"utter_ask_{id}" if wording.choices else f"utter_{id}"
        assert [one["condition"][0]["value"] for one in domain.responses[name]] == list(LANGUAGES), name


def test_whatever_fills_a_placeholder_of_a_question_is_a_slot(domain: Domain) -> None:
    slots = {slot.name for slot in domain.slots}

    for slot in domain.required_slots_for_form("investigation_form"):
        for one in domain.responses.get(f"utter_ask_{slot}", []):
            assert placeholders(one["text"]) <= slots, slot


def test_no_slot_is_filled_by_rasa_or_decides_what_happens_next(domain: Domain) -> None:
    ours = [slot for slot in domain.slots if slot.name not in ("requested_slot", "session_started_metadata")]

    assert all(slot.mappings == [{"type": "custom"}] for slot in ours)
    assert not any(slot.influence_conversation for slot in ours)


def test_intents_with_utterances_and_intents_of_the_domain_are_the_same(domain: Domain) -> None:
    importer = CatalogueImporter(str(ROOT / "config.yml"), str(ROOT / "domain.yml"), [str(ROOT / "data")])
    rasas_own = {"back", "restart", "session_start"}

    assert importer.get_nlu_data().intents == set(domain.intents) - rasas_own - CHANNEL_DECIDES


def test_no_call_of_an_action_carries_the_domain(domain: Domain) -> None:
    names = ("validate_investigation_form", "validate_staff_form", "action_canary")

    assert not any(domain.does_custom_action_explicitly_need_domain(name) for name in names)


def test_the_configuration_names_an_importer_that_exists() -> None:
    importers = read_config_file(ROOT / "config.yml")["importers"]

    assert [importer["name"] for importer in importers] == [
        f"{CatalogueImporter.__module__}.{CatalogueImporter.__qualname__}"
    ]


def test_what_stands_in_two_files_is_refused_with_both_names(tmp_path: Path) -> None:
    (tmp_path / "domain").mkdir()
    (tmp_path / "domain.yml").write_text("version: '3.1'\nintents: [greet]\n")
    (tmp_path / "domain" / "manners.yml").write_text("version: '3.1'\nintents: [thank, greet]\n")

    with pytest.raises(DomainError, match=r"domain/manners\.yml.*'greet'.*domain\.yml"):
        read_domain_files(tmp_path / "domain.yml")


def test_what_stands_twice_in_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "domain.yml").write_text("version: '3.1'\nslots:\n  a: {type: any}\n  a: {type: any}\n")

    with pytest.raises(DomainError, match=r"domain\.yml"):
        read_domain_files(tmp_path / "domain.yml")


def test_a_slot_of_the_catalogue_cannot_be_declared_in_a_file_as_well() -> None:
    parts = DomainParts()
    parts.add({"slots": {"for_whom": {"type": "any"}}}, "domain/mine.yml")

    with pytest.raises(DomainError, match=r"catalogue/.*'for_whom'.*domain/mine\.yml"):
        parts.add({"slots": {"for_whom": {"type": "any"}}}, "catalogue/")


def test_a_wording_that_would_be_said_instead_of_a_question_is_refused() -> None:
    ours = catalogue.load()
    clashing = replace(ours.wording["which_to_change"], id="ask_for_whom")

    with pytest.raises(DomainError, match="ask_for_whom"):
        domain_from(replace(ours, wording={**ours.wording, "ask_for_whom": clashing}))


def test_a_misspelt_section_is_refused() -> None:
    with pytest.raises(DomainError, match="'intent'"):
        DomainParts().add({"intent": ["greet"]}, "domain/manners.yml")


def test_a_domain_must_be_named() -> None:
    with pytest.raises(DomainError, match=r"domain\.yml"):
        CatalogueImporter(None, None, None).get_domain()
