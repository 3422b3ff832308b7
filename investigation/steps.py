"""What each answer to the dialogue's own questions does; their words and choices are in catalogue/wording/steps.yml."""

from collections.abc import Callable

from investigation import consent, endings, needs_play_back, placing, play_back
from investigation.interview import (
    ANYTHING_ELSE,
    CHAT_SATISFACTION,
    CONSENT,
    FORGET_CONFIRMED,
    NEED_PLACE,
    NEED_THEME,
    PLAY_BACK,
    PLAY_BACK_NEEDS,
    RESUME,
    WHICH_NEED,
    WHICH_TO_CHANGE,
)
from investigation.opening import take_over_profile
from investigation.visit import Visit

YES, RIGHT = "yes", "right"
AFFIRMATIVE = {CONSENT: YES, PLAY_BACK: RIGHT, PLAY_BACK_NEEDS: RIGHT, RESUME: YES, FORGET_CONFIRMED: YES}
"""The choice that a plain yes means, by step; `NEGATIVE` likewise for a plain no."""
NEGATIVE = {
    CONSENT: "no",
    PLAY_BACK: "change",
    PLAY_BACK_NEEDS: "change",
    RESUME: "later",
    FORGET_CONFIRMED: "no",
    ANYTHING_ELSE: "none",
}


def take(visit: Visit, slot: str, value: str) -> None:
    """Does what the choice `value` of the step `slot` asks for."""
    STEPS[slot](visit, value)


def _consent(visit: Visit, value: str) -> None:
    if value != YES:
        consent.refuse(visit)
        return
    consent.grant(visit)
    take_over_profile(visit)
    visit.say("begun")


def _play_back(visit: Visit, value: str) -> None:
    if value == RIGHT:
        play_back.confirm(visit)
    else:
        visit.interview.open_slot = WHICH_TO_CHANGE


def _play_back_needs(visit: Visit, value: str) -> None:
    if value == RIGHT:
        play_back.confirm(visit)
    else:
        needs_play_back.change(visit)


def _resume(visit: Visit, value: str) -> None:
    if value == YES:
        visit.interview.open_slot = None
    else:
        endings.end(visit, endings.LATER if value == "later" else endings.STOPPED)


def _forget(visit: Visit, value: str) -> None:
    if value == YES:
        endings.forget(visit)
    else:
        visit.interview.open_slot = None
        visit.say("forget_kept")


def _settle(slot: str) -> Callable[[Visit, str], None]:
    def settle(visit: Visit, value: str) -> None:
        visit.interview.settled[slot] = value

    return settle


STEPS: dict[str, Callable[[Visit, str], None]] = {
    CONSENT: _consent,
    PLAY_BACK: _play_back,
    PLAY_BACK_NEEDS: _play_back_needs,
    WHICH_NEED: needs_play_back.choose,
    NEED_THEME: needs_play_back.correct,
    NEED_PLACE: placing.place,
    WHICH_TO_CHANGE: play_back.change,
    RESUME: _resume,
    FORGET_CONFIRMED: _forget,
    ANYTHING_ELSE: _settle(ANYTHING_ELSE),
    CHAT_SATISFACTION: _settle(CHAT_SATISFACTION),
}
