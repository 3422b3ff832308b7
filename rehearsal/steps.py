"""What a simulated shopper does at the dialogue's own questions: the notice, the play-back, the closing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analytics.needs.themes import load_themes
from profiles.records import NeedType
from rehearsal.answering import button_for
from rehearsal.asked import Asked, lines_like
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
LONGEST_LABEL = 48
"""Longer words are cut on a button."""
TYPES: tuple[NeedType, ...] = ("dissatisfaction", "wish")


@dataclass(frozen=True)
class Misread:
    """Words whose need was played back otherwise than it is.

    Args:
        words: as they were played back.
        need_type: as it was played back.
        theme: likewise, by its name.
        right_type: the shopper's own type, where the theme is right and the type is not; None for a wrong theme.
    """

    words: str
    need_type: NeedType
    theme: str
    right_type: NeedType | None


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
    line = shopper.catalogue.wording["play_back_line"].text[shopper.language]
    by_name = {question.report_as[shopper.language]: question for question in shopper.catalogue.questions.values()}
    wrong = []
    for found in lines_like(line, text):
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


def misread(shopper: "Shopper", text: str) -> Misread | None:
    """The first words that a play-back files under a theme on which the shopper has no need, or under the other type.

    Args:
        shopper: whose needs.
        text: the play-back as it was sent.

    Returns:
        None where all is well; somebody who has both types of need on a theme finds either of them right.
    """
    ids = {theme.name[shopper.language]: theme.id for theme in load_themes().themes}
    mine = {(need.type, need.theme) for need in shopper.persona.needs}
    for need_type in TYPES:
        line = shopper.catalogue.wording[f"play_back_{need_type}"].text[shopper.language]
        for found in lines_like(line, text):
            theme = ids.get(found["theme"])
            types = {held_type for held_type, held_theme in mine if held_theme == theme}
            if need_type not in types:
                return Misread(found["words"], need_type, found["theme"], next(iter(types), None))
    return None


def _at_play_back(shopper: "Shopper", message: dict[str, Any]) -> Reply:
    waiting = shopper.remaining_edits()
    if waiting:
        shopper.change_mind(waiting[0])
    wrong = [*waiting[:1], *misunderstood(shopper, message["text"])]
    shopper.to_correct = wrong[0] if wrong else ""
    return _right_or_change(shopper, "play_back", shopper.to_correct)


def _at_play_back_needs(shopper: "Shopper", message: dict[str, Any]) -> Reply:
    shopper.misread = misread(shopper, message["text"])
    shopper.to_correct = shopper.misread.words if shopper.misread else ""
    return _right_or_change(shopper, "play_back_needs", shopper.to_correct)


def _right_or_change(shopper: "Shopper", step: str, wrong: str) -> Reply:
    right, change = (choice.label[shopper.language] for choice in shopper.catalogue.wording[step].choices[:2])
    shopper.corrections += bool(wrong)
    if not wrong or shopper.corrections > MOST_CORRECTIONS:
        return Reply(right, Aim.COURSE, is_button=True)
    return Reply(change, Aim.COURSE, is_button=True, expects=wrong)


def _at_which_need(shopper: "Shopper", message: dict[str, Any]) -> Reply:
    """The button of the need that was misunderstood: its words, with its theme where another need has them too."""
    offered = [choice["label"] for choice in message["choices"]]
    said = _labels_of(shopper, shopper.misread) if shopper.misread is not None else ()
    return Reply(next((label for label in said if label in offered), offered[0]), Aim.COURSE, is_button=True)


def _labels_of(shopper: "Shopper", misread: Misread) -> tuple[str, ...]:
    """What the button of a need may say, from the shortest on."""
    is_long = len(misread.words) > LONGEST_LABEL
    words = f"{misread.words[: LONGEST_LABEL - 1]}…" if is_long else misread.words
    named = (
        shopper.catalogue.say(wording, shopper.language, words=words, theme=misread.theme)
        for wording in ("need_of_theme", f"need_of_theme_{misread.need_type}")
    )
    return words, *named


def _at_need_theme(shopper: "Shopper", message: dict[str, Any]) -> Reply:
    """What is right: the other type, the theme of the need that the words told, or that nothing is to be better."""
    need = shopper.memory.need_behind(shopper.to_correct)
    label = shopper.catalogue.wording["nothing_lacking"].text[shopper.language]
    if shopper.misread is not None and shopper.misread.right_type is not None:
        label = shopper.catalogue.wording[f"need_is_{shopper.misread.right_type}"].text[shopper.language]
    elif need is not None:
        label = load_themes().name(need.theme, shopper.language)
    offered = any(choice["label"] == label for choice in message["choices"])
    if not offered and shopper.misread is not None and shopper.misread.right_type is not None:
        return Reply(shopper.phrase("skip"), Aim.PASS)  # The need asked about is another one of the same words.
    return Reply(label, Aim.COURSE, is_button=offered)


def _at_need_place(shopper: "Shopper", message: dict[str, Any]) -> Reply:
    """The theme of the need that the quoted words were written of, or that they were about nothing."""
    (found,) = lines_like(shopper.catalogue.wording["need_place"].text[shopper.language], message["text"])
    need = shopper.memory.need_behind(found["words"])
    label = shopper.catalogue.wording["nothing_lacking"].text[shopper.language]
    if need is not None:
        label = load_themes().name(need.theme, shopper.language)
    return Reply(label, Aim.COURSE, is_button=any(choice["label"] == label for choice in message["choices"]))


def _at_which_to_change(shopper: "Shopper", message: dict[str, Any]) -> Reply:
    wanted = shopper.catalogue.questions.get(shopper.to_correct)
    offered = [choice["label"] for choice in message["choices"]]
    label = wanted.report_as[shopper.language] if wanted else ""
    if label in offered:
        return Reply(label, Aim.COURSE, is_button=True, expects=shopper.to_correct)
    return Reply(label or shopper.phrase("nothing"), Aim.COURSE, expects=shopper.to_correct)


def _at_closest(shopper: "Shopper", message: dict[str, Any]) -> Reply:
    """The button with the truth, or none of them; then the question comes once more, and that is a reason for it."""
    question = shopper.catalogue.questions[shopper.answering]
    label = button_for(question, shopper.memory.truth.get(question.id, ""), message)
    if label is not None:
        return Reply(label, Aim.ANSWER, is_button=True)
    return Reply(shopper.catalogue.wording["none_of_these"].text[shopper.language], Aim.COURSE, is_button=True)


def _at_anything_else(shopper: "Shopper", message: dict[str, Any]) -> Reply:
    left = [need for need in shopper.persona.needs if need not in shopper.memory.hinted]
    if left:
        return Reply(shopper.hint_at(left), Aim.ANSWER)
    label = shopper.catalogue.wording["anything_else"].choices[0].label[shopper.language]
    return Reply(label, Aim.COURSE, is_button=True)


BY_STEP: dict[str, Callable[["Shopper", dict[str, Any]], Reply]] = {
    "play_back": _at_play_back,
    "play_back_needs": _at_play_back_needs,
    "which_need": _at_which_need,
    "need_theme": _at_need_theme,
    "need_place": _at_need_place,
    "which_to_change": _at_which_to_change,
    "anything_else": _at_anything_else,
    "closest": _at_closest,
}
