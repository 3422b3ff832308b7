"""Playing back what was understood, in the shopper's own terms and nothing else, and taking corrections (I7)."""

from catalogue import Question
from investigation import found_needs
from investigation.interview import PLAY_BACK, WHICH_TO_CHANGE
from investigation.step import Saying
from investigation.visit import Visit, quotable, said_in_words


def summary(visit: Visit) -> str:
    """What was understood, a line each: the answers, then the needs in the words they were told in."""
    return "\n".join([*_answer_lines(visit), *_need_lines(visit)])


def has_something_to_play_back(visit: Visit) -> bool:
    """Whether anything was said that could be confirmed."""
    return bool(visit.interview.facts or visit.interview.found)


def confirm(visit: Visit) -> None:
    """The shopper agrees with the play-back."""
    found_needs.settle(visit, found_needs.CONFIRMED)
    visit.interview.played_back = True


def which_to_change(visit: Visit) -> Saying:
    """The question what was misunderstood, with a button for each answer and one for the needs."""
    choices = [
        (WHICH_TO_CHANGE, question.id, question.report_as[visit.language]) for question in _answered_questions(visit)
    ]
    if _open_needs(visit):
        choices.append((WHICH_TO_CHANGE, found_needs.DENIED, visit.words("play_back_needs_wrong")))
    return Saying(WHICH_TO_CHANGE, choices=tuple(choices), asks=True)


def change(visit: Visit, what: str) -> None:
    """Opens the answer that the shopper wants to change again, or takes the needs as denied, never as facts."""
    if what == found_needs.DENIED:
        found_needs.settle(visit, found_needs.DENIED)
        visit.say("need_left_out")
        visit.interview.open_slot = PLAY_BACK
    else:
        visit.interview.settled.pop(what, None)
        visit.interview.open_slot = what


def _answer_lines(visit: Visit) -> list[str]:
    return [
        visit.words(
            "play_back_line",
            question=question.report_as[visit.language],
            value=said_in_words(visit, question, visit.interview.facts[question.id]),
        )
        for question in _answered_questions(visit)
    ]


def _need_lines(visit: Visit) -> list[str]:
    """Each need in the words it was found in; a message that holds two needs is quoted once."""
    quoted = dict.fromkeys(
        need.words for need in found_needs.of_conversation(visit) if need.confirmed == found_needs.OPEN
    )
    said = set(visit.interview.facts.values())
    return [visit.words("play_back_need", words=quotable(words)) for words in quoted if words not in said]


def _open_needs(visit: Visit) -> bool:
    return any(need.confirmed == found_needs.OPEN for need in found_needs.of_conversation(visit))


def _answered_questions(visit: Visit) -> list[Question]:
    return [
        question
        for id, question in visit.catalogue.questions.items()
        if id in visit.interview.facts and visit.interview.settled.get(id) != "known"
    ]
