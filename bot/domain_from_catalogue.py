"""What the catalogue is for Rasa: a slot, a response and a place in the form for everything that can be asked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain_files import DomainError
from catalogue import LANGUAGES, Catalogue, Choice, Question, Wording
from catalogue.models import placeholders

Domain = dict[str, Any]

STEPS_TOPIC = "steps"
"""The topic (the file under catalogue/wording) of the dialogue's own questions."""

INVESTIGATION_FORM = "investigation_form"
LANGUAGE_SLOT = "language"


@dataclass(frozen=True)
class Asked:
    """Something that Rasa's form can ask.

    Args:
        slot: its slot.
        text: what is asked, by language.
        kind: how the chat shows it (question, notice, summary, text).
        choices: its quick replies.
        data: what the chat needs to know besides.
    """

    slot: str
    text: Mapping[str, str]
    kind: str = "question"
    choices: Sequence[Choice] = ()
    data: dict[str, Any] | None = None

    def responses(self) -> list[Domain]:
        """A variation for each language, chosen by the slot `language`."""
        custom = {"kind": self.kind, "slot": self.slot, **({"data": self.data} if self.data else {})}
        return [
            {**_variation(self.text[language], language), "custom": custom, **self._buttons(language)}
            for language in LANGUAGES
        ]

    def _buttons(self, language: str) -> Domain:
        buttons = [
            {"title": choice.label[language], "payload": f"choice:{self.slot}={choice.value}"}
            for choice in self.choices
        ]
        return {"buttons": buttons} if buttons else {}


def domain_from(catalogue: Catalogue) -> Domain:
    """The sections of a domain that the catalogue stands for.

    Args:
        catalogue: questions, probes and wording.

    Returns:
        Slots, the investigation's form and responses: `utter_ask_<slot>` for what the form asks, `utter_<id>` for
        what an action says. A step without choices of its own is said by an action, which knows its choices.

    Raises:
        DomainError: a wording's id would give its response the name of a question's.
    """
    asked = list(_everything_asked(catalogue))
    said = [wording for wording in catalogue.wording.values() if not wording.choices]
    by_action = [wording.id for wording in said if wording.topic == STEPS_TOPIC]
    names = [*(one.slot for one in asked), *by_action, *sorted(_placeholder_slots(asked))]
    return {
        "slots": {name: _slot() for name in dict.fromkeys(names)},
        "forms": {INVESTIGATION_FORM: {"required_slots": [one.slot for one in asked] + by_action}},
        "responses": _without_clash(
            {f"utter_ask_{one.slot}": one.responses() for one in asked},
            {f"utter_{wording.id}": _said(wording) for wording in said},
        ),
    }


def _without_clash(asked: Domain, said: Domain) -> Domain:
    clash = sorted(asked.keys() & said.keys())
    if clash:
        ids = ", ".join(name[len("utter_") :] for name in clash)
        raise DomainError(f"catalogue/wording: {ids} would be said where a question is asked; give it another id.")
    return {**asked, **said}


def _everything_asked(catalogue: Catalogue) -> Iterator[Asked]:
    for question in catalogue.asked().values():
        yield Asked(question.id, question.ask, "question", question.choices, _data_of(question))
    for probe in catalogue.probes.values():
        phrasings = len(next(iter(probe.ask.values())))
        for number in range(phrasings):
            text = {language: probe.ask[language][number] for language in LANGUAGES}
            yield Asked(f"probe_{probe.id}_{number}", text, data={"kind": "text"})
    for wording in catalogue.wording.values():
        if wording.choices:
            yield Asked(wording.id, wording.text, wording.kind, wording.choices, _data_of_step(wording))


def _data_of(question: Question) -> dict[str, Any]:
    kind = question.kind
    bounds = {"low": kind.low, "high": kind.high}
    return {"kind": kind.name, **{name: bound for name, bound in bounds.items() if bound is not None}}


def _data_of_step(wording: Wording) -> dict[str, Any]:
    return {"kind": "choice", **({"version": wording.version} if wording.version else {})}


def _placeholder_slots(asked: Iterable[Asked]) -> Iterator[str]:
    for one in asked:
        for text in one.text.values():
            yield from placeholders(text)


def _said(wording: Wording) -> list[Domain]:
    custom: dict[str, Any] = {"kind": wording.kind}
    if wording.topic == STEPS_TOPIC:
        custom.update(slot=wording.id, data={"kind": "choice"})
    return [{**_variation(wording.text[language], language), "custom": custom} for language in LANGUAGES]


def _variation(text: str, language: str) -> Domain:
    return {"text": text, "condition": [{"type": "slot", "name": LANGUAGE_SLOT, "value": language}]}


def _slot() -> Domain:
    """A slot that only actions fill, and that has no say in what happens next."""
    return {"type": "any", "influence_conversation": False, "mappings": [{"type": "custom"}]}
