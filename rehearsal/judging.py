"""What a conversation did right and wrong, measured against what the persona knows and needs."""

from dataclasses import dataclass, field

from catalogue import Catalogue
from catalogue.linter import lint_sentence
from catalogue.models import MESSAGE_KINDS, MessageKind
from rehearsal.evidence import PASSING, Held
from rehearsal.playing import Played
from rehearsal.values import agree


@dataclass(frozen=True)
class Outcome:
    """The findings on one conversation; lists name what was found, so that each can be looked up in the transcript.

    Args:
        right: facts stored as they are. wrong: facts stored otherwise, or stored though never said.
        missing: facts that the persona told and that are not stored.
        not_asked: facts that the persona would have told, had it been asked before it left; a fact that nobody like
            it is asked for counts nowhere.
        found: needs stored with their type and theme, of those hinted at; missed: those that are not.
        invented: needs stored on a theme on which the persona has none.
        of_other_type: needs stored on a theme of the persona's as another type: a wish for a dissatisfaction.
        confirmed, denied: stored needs that the play-back settled so.
        manners: sentences that break a rule, each as `rule: what to do (the sentence)`.
    """

    persona: str
    number: int
    right: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    not_asked: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    not_hinted: tuple[str, ...] = ()
    invented: tuple[str, ...] = ()
    of_other_type: tuple[str, ...] = ()
    confirmed: int = 0
    denied: int = 0
    questions: int = 0
    probes: int = 0
    asked_again: tuple[str, ...] = ()
    manners: tuple[str, ...] = ()
    abandoned: bool = False
    turns: int = 0
    seconds: tuple[float, ...] = field(default=(), repr=False)


def judge(played: Played, held: Held, catalogue: Catalogue, number: int) -> Outcome:
    """The findings on a conversation.

    Args:
        played: what was said.
        held: what the shop holds in the end.
        catalogue: the questionnaire.
        number: which conversation of the rehearsal it was.
    """
    facts = _facts(played, held, catalogue)
    needs = _needs(played, held)
    memory = played.memory
    return Outcome(
        persona=played.persona.id,
        number=number,
        **facts,
        **needs,
        confirmed=sum(need.confirmed == "confirmed" for need in held.needs or ()),
        denied=sum(need.confirmed == "denied" for need in held.needs or ()),
        questions=memory.questions,
        probes=memory.probes,
        asked_again=tuple(memory.asked_again),
        manners=tuple(broken_manners(played)),
        abandoned=played.abandoned,
        turns=sum(bool(exchange.said) for exchange in played.exchanges),
        seconds=tuple(exchange.seconds for exchange in played.exchanges),
    )


def broken_manners(played: Played) -> list[str]:
    """Each rule that a sentence broke as it was sent."""
    broken = []
    for exchange in played.exchanges:
        for message in exchange.heard:
            kind: MessageKind = next((kind for kind in MESSAGE_KINDS if kind == message["kind"]), "text")
            language = message.get("language", exchange.language)
            broken += [f"{fault} ({message['text']})" for fault in lint_sentence(message["text"], language, kind)]
    return broken


def _facts(played: Played, held: Held, catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    memory, refused = played.memory, played.persona.behaviour.refuse
    told = {id: value for id, value in memory.truth.items() if id not in refused}
    right = [id for id, value in held.facts.items() if _is_right(id, value, told, memory.words, catalogue)]
    wrong = [f"{id}: {value}, not {told.get(id)}" for id, value in held.facts.items() if id not in right]
    mine = {id for id in played.persona.facts if id in told and catalogue.questions[id].is_asked(told)}
    if held.passed is None:
        mine -= {id for id in mine if told[id] in PASSING.values()}
    right += [id for id in mine if held.passed and held.passed.get(id) == told[id]]
    absent = [id for id in mine if id not in held.facts and id not in right]
    return {
        "right": tuple(id for id in right if id in mine),
        "wrong": tuple(wrong),
        "missing": tuple(sorted(id for id in absent if id in memory.given)),
        "not_asked": tuple(sorted(id for id in absent if id not in memory.given)),
    }


def _is_right(id: str, value: str, told: dict[str, str], words: list[str], catalogue: Catalogue) -> bool:
    question = catalogue.questions[id]
    if question.kind.name == "text":
        return value in words
    return id in told and agree(value, told[id], question)


def _needs(played: Played, held: Held) -> dict[str, tuple[str, ...]]:
    mine = list(dict.fromkeys((need.type, need.theme) for need in played.persona.needs))
    hinted = {(need.type, need.theme) for need in played.memory.hinted}
    stored = [(need.type, need.theme) for need in held.needs or () if need.confirmed != "denied"]
    themes = {theme for _, theme in mine}
    others = [need for need in held.needs or () if (need.type, need.theme) not in mine and need.confirmed != "denied"]
    invented = [need for need in others if need.theme not in themes]
    otherwise = [need for need in others if need.theme in themes]
    seen = held.needs is not None
    return {
        "found": tuple(_named(need) for need in mine if need in stored),
        "missed": tuple(_named(need) for need in mine if seen and need in hinted and need not in stored),
        "not_hinted": tuple(_named(need) for need in mine if need not in hinted and need not in stored),
        "invented": tuple(f"{_named((need.type, need.theme))} in “{need.words}”" for need in invented),
        "of_other_type": tuple(f"{_named((need.type, need.theme))} in “{need.words}”" for need in otherwise),
    }


def _named(need: tuple[str, str]) -> str:
    return f"{need[0]} {need[1]}"
