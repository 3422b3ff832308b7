"""What a simulated shopper does at the dialogue's own questions: the notice, the play-back, the closing."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from rehearsal.asked import Asked, lines_of
from rehearsal.reply import Aim, Reply
from rehearsal.values import agree, read_back

if TYPE_CHECKING:
    from rehearsal.shopper import Shopper

CHOSEN = {
    "consent": "yes",
    "resume": "yes",
    "forget_confirmed": "no",
    "chat_satisfaction": "4",
}
"""What is picked at each step that has buttons of the catalogue."""
MOST_CORRECTIONS = 4


def reply(shopper: "Shopper", asked: Asked, message: dict[str, Any]) -> Reply:
    """What the shopper does at a step; at one that this rehearsal does not know, they pass."""
    if asked.id in BY_STEP:
        return BY_STEP[asked.id](shopper, message)
    if asked.id in CHOSEN:
        wording = shopper.catalogue.wording[asked.id]
        label = next(choice.label for choice in wording.choices if choice.value == CHOSEN[asked.id])
        return Reply(label[shopper.language], Aim.COURSE, is_button=True)
    return Reply(shopper.phrase("skip"), Aim.PASS)


def misunderstood(shopper: "Shopper", text: str) -> list[str]:
    """The questions whose line in a play-back says something else than the truth.

    Args:
        shopper: whose truth.
        text: the play-back as it was sent.
    """
    line = lines_of(shopper.catalogue.wording["play_back_line"].text[shopper.language])
    by_name = {question.report_as[shopper.language]: question for question in shopper.catalogue.questions.values()}
    wrong = []
    for found in filter(None, (line.fullmatch(each.strip()) for each in text.splitlines())):
        question = by_name.get(found["question"])
        truth = shopper.memory.truth.get(question.id) if question else None
        if question is None or truth is None or question.kind.name == "text":
            continue
        said = read_back(found["value"], question, shopper.language)
        if not _agrees(said, truth, question):
            wrong.append(question.id)
    return wrong


def _agrees(said: str, truth: str, question: Any) -> bool:
    try:
        return agree(said, truth, question)
    except ValueError:
        return False


def _at_play_back(shopper: "Shopper", message: dict[str, Any]) -> Reply:
    waiting = shopper.remaining_edits()
    if waiting:
        shopper.change_mind(waiting[0])
    wrong = [*waiting[:1], *misunderstood(shopper, message["text"])]
    choices = shopper.catalogue.wording["play_back"].choices
    right, change = (choice.label[shopper.language] for choice in choices[:2])
    shopper.corrections += bool(wrong)
    if not wrong or shopper.corrections > MOST_CORRECTIONS:
        return Reply(right, Aim.COURSE, is_button=True)
    shopper.to_correct = wrong[0]
    return Reply(change, Aim.COURSE, is_button=True, expects=wrong[0])


def _at_which_to_change(shopper: "Shopper", message: dict[str, Any]) -> Reply:
    wanted = shopper.catalogue.questions.get(shopper.to_correct)
    offered = [choice["label"] for choice in message["choices"]]
    label = wanted.report_as[shopper.language] if wanted else ""
    if label in offered:
        return Reply(label, Aim.COURSE, is_button=True, expects=shopper.to_correct)
    return Reply(label or shopper.phrase("nothing"), Aim.COURSE, expects=shopper.to_correct)


def _at_anything_else(shopper: "Shopper", message: dict[str, Any]) -> Reply:
    left = [need for need in shopper.persona.needs if need not in shopper.memory.hinted]
    if left:
        return Reply(shopper.hint_at(left), Aim.ANSWER)
    label = shopper.catalogue.wording["anything_else"].choices[0].label[shopper.language]
    return Reply(label, Aim.COURSE, is_button=True)


BY_STEP: dict[str, Callable[["Shopper", dict[str, Any]], Reply]] = {
    "play_back": _at_play_back,
    "which_to_change": _at_which_to_change,
    "anything_else": _at_anything_else,
}
