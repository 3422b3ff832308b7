"""Asking what a weak hint was about, where neither its words nor a probe made it clear (I2, I7)."""

from dataclasses import replace

from investigation import found_needs, need_corrections
from investigation.interview import NEED_PLACE
from investigation.needs_play_back import LIKELIEST, NOTHING_LACKING
from investigation.step import Saying
from investigation.visit import Visit, quotable


def is_due(visit: Visit) -> bool:
    """Whether a hint is to be asked about; whoever is tired is not asked, and it stays in the words of its answer."""
    return bool(visit.interview.unplaced) and not visit.interview.tired


def what_about(visit: Visit) -> Saying:
    """The question what a hint was about: the likeliest themes, something else, or that nothing is lacking."""
    text = visit.interview.unplaced[0]["text"]
    likely = [theme for theme in visit.look(text).likely_themes() if theme != found_needs.OTHER]
    choices = [(NEED_PLACE, theme, visit.theme_name(theme)) for theme in likely[:LIKELIEST]]
    choices.append((NEED_PLACE, found_needs.OTHER, visit.words("need_elsewhere")))
    choices.append((NEED_PLACE, NOTHING_LACKING, visit.words("nothing_lacking")))
    return Saying(NEED_PLACE, {"words": quotable(text)}, choices=tuple(choices), asks=True)


def place_in(visit: Visit) -> str | None:
    """The theme that a message names as what the hint was about; None where it names none."""
    return need_corrections.theme_or_nothing_in(visit, visit.turn.text)


def place(visit: Visit, value: str) -> None:
    """Keeps the hint as a need under the theme that the shopper picked; or as denied, if nothing is lacking.

    Args:
        visit: the turn.
        value: a theme, or that nothing is lacking.
    """
    hint = visit.interview.unplaced.pop(0)
    visit.interview.open_slot = None
    for need in found_needs.hinted_at(visit, hint)[:1]:
        if value == NOTHING_LACKING:
            found_needs.save(visit, need)
            visit.unit.needs.settle(need.need_id, found_needs.DENIED)
            visit.say("need_left_out")
        else:
            found_needs.save(visit, replace(need, theme=value))
            visit.say("need_refiled", theme=visit.theme_name(value))
