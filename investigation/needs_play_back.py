"""Playing back the needs read in a shopper's words: they are confirmed, put right or denied (I7)."""

from dataclasses import replace

from catalogue.models import SEPARATOR
from investigation import found_needs
from investigation.interview import NEED_THEME, PLAY_BACK_NEEDS, WHICH_NEED
from investigation.step import Saying
from investigation.visit import Visit, quotable
from profiles.records import Need, NeedType

LIKELIEST = 6
"""So many themes are offered as buttons; any other can be written."""
NOTHING_LACKING = "nothing_lacking"
OTHER_TYPE: dict[NeedType, NeedType] = {"dissatisfaction": "wish", "wish": "dissatisfaction"}
LONGEST_LABEL = 48


def line(visit: Visit, need: Need) -> str:
    """A need's type, its theme, and the words it was found in."""
    return visit.words(
        f"play_back_{need.type}", theme=visit.theme_name(need.theme), words=quotable(own_words(visit, need))
    )


def own_words(visit: Visit, need: Need) -> str:
    """The words a need was found in: the whole message, or its own part where several needs stand in one message."""
    beside = (other for other in visit.unit.needs.of(need.customer_id) if other.message_id == need.message_id)
    return need.words[slice(*need.span)] if any(other.span != need.span for other in beside) else need.words


def open_needs(visit: Visit) -> list[Need]:
    """The needs of this conversation that nothing has been said of yet."""
    return [need for need in found_needs.of_conversation(visit) if need.confirmed == found_needs.OPEN]


def confirm(visit: Visit) -> None:
    """The shopper agrees with every need that is open."""
    for need in open_needs(visit):
        visit.unit.needs.settle(need.need_id, found_needs.CONFIRMED)


def change(visit: Visit) -> None:
    """Asks which need was misunderstood, or at once what is right where there is one alone."""
    needs = open_needs(visit)
    if len(needs) == 1:
        choose(visit, needs[0].need_id)
    else:
        visit.interview.open_slot = WHICH_NEED


def which_need(visit: Visit) -> Saying:
    """The question which need was misunderstood, with a button for each."""
    choices = tuple((WHICH_NEED, need_id, label) for need_id, label in labels(visit).items())
    return Saying(WHICH_NEED, choices=choices, asks=True)


def labels(visit: Visit) -> dict[str, str]:
    """What the button of each open need says, by the need's id: no two say the same.

    A button has the need's words; where these are those of another one its theme as well, and its type where that is
    the same too. Of needs that are alike in everything the first has a button; the others come back with the play-back.
    """
    named = {need.need_id: _names(visit, need) for need in open_needs(visit)}
    by_label: dict[str, str] = {}
    for need_id, names in named.items():
        others = [other for other_id, other in named.items() if other_id != need_id]
        by_label.setdefault(_label(names, others), need_id)
    return {need_id: label for label, need_id in by_label.items()}


def _label(names: tuple[str, ...], others: list[tuple[str, ...]]) -> str:
    """The shortest name of a need that no other one has; its fullest where another is alike in everything."""
    return next((name for at, name in enumerate(names) if all(other[at] != name for other in others)), names[-1])


def _names(visit: Visit, need: Need) -> tuple[str, ...]:
    """A need's words; with its theme; with its theme and its type."""
    words, theme = quotable(own_words(visit, need), LONGEST_LABEL), visit.theme_name(need.theme)
    named = (
        visit.words(wording, words=words, theme=theme) for wording in ("need_of_theme", f"need_of_theme_{need.type}")
    )
    return words, *named


def choose(visit: Visit, need_id: str) -> None:
    """Opens one need to be put right or denied."""
    visit.interview.need_to_correct = need_id
    visit.interview.open_slot = NEED_THEME


def what_is_right(visit: Visit) -> Saying:
    """The question what is right: the other type, the likeliest other themes, something else, nothing."""
    need = to_correct(visit)
    likely = [theme for theme in visit.look(need.words).likely_themes() if theme not in (need.theme, found_needs.OTHER)]
    other = OTHER_TYPE[need.type]
    choices: list[tuple[str, str, str]] = [(NEED_THEME, other, label_of_type(visit, other))]
    choices += [(NEED_THEME, theme, visit.theme_name(theme)) for theme in likely[:LIKELIEST]]
    choices.append((NEED_THEME, found_needs.OTHER, visit.words("need_elsewhere")))
    choices.append((NEED_THEME, NOTHING_LACKING, visit.words("nothing_lacking")))
    return Saying(NEED_THEME, {"words": quotable(own_words(visit, need))}, choices=tuple(choices), asks=True)


def correct(visit: Visit, correction: str) -> None:
    """Keeps the need as the shopper says it is, with what was read in the words; or keeps it as denied.

    Args:
        visit: the turn.
        correction: a theme, a type, both joined by `|`, or that nothing is lacking.
    """
    need = to_correct(visit)
    if correction == NOTHING_LACKING:
        visit.unit.needs.settle(need.need_id, found_needs.DENIED)
        visit.say("need_left_out")
    else:
        values = correction.split(SEPARATOR)
        need_type = next((each for each in found_needs.KEPT if each in values), need.type)
        theme = next((value for value in values if value not in found_needs.KEPT), need.theme)
        _settle(visit, need, replace(need, type=need_type, theme=theme))
    visit.interview.need_to_correct = None
    visit.interview.open_slot = PLAY_BACK_NEEDS


def label_of_type(visit: Visit, need_type: NeedType) -> str:
    """A type of need in the words of its button."""
    return visit.words(f"need_is_{need_type}")


def to_correct(visit: Visit) -> Need:
    """The need that the shopper is putting right."""
    wanted = visit.interview.need_to_correct
    return next(need for need in found_needs.of_conversation(visit) if need.need_id == wanted)


def _settle(visit: Visit, need: Need, right: Need) -> None:
    """Confirms a need as it was put right; where the same words are kept as just that already, that one stands."""
    twin = next((other for other in found_needs.of_conversation(visit) if _is_twin(other, right)), None)
    if twin is None:
        visit.unit.needs.correct(need.need_id, right.type, right.theme)
    else:
        visit.unit.needs.settle(need.need_id, found_needs.DENIED)
        visit.unit.needs.settle(twin.need_id, found_needs.CONFIRMED)
    if right.type != need.type:
        visit.say(f"need_now_{right.type}")
    if right.theme != need.theme or right.type == need.type:
        visit.say("need_refiled", theme=visit.theme_name(right.theme))


def _is_twin(one: Need, other: Need) -> bool:
    """Whether two needs were found in the same words and say the same."""
    said = (one.message_id, one.span, one.type, one.theme) == (other.message_id, other.span, other.type, other.theme)
    return said and one.need_id != other.need_id
