"""Playing back the needs read in a shopper's words: they are confirmed, filed elsewhere or denied (I7)."""

from investigation import found_needs
from investigation.interview import NEED_THEME, PLAY_BACK_NEEDS, WHICH_NEED
from investigation.step import Saying
from investigation.visit import Visit, quotable
from profiles.records import Need
from reading.values import says_nothing

LIKELIEST = 6
"""So many themes are offered as buttons; any other can be written."""
NOTHING_LACKING = "nothing_lacking"
LONGEST_LABEL = 48


def line(visit: Visit, need: Need) -> str:
    """A need's type, its theme, and the words it was found in."""
    return visit.words(f"play_back_{need.type}", theme=visit.theme_name(need.theme), words=quotable(need.words))


def open_needs(visit: Visit) -> list[Need]:
    """The needs of this conversation that nothing has been said of yet."""
    return [need for need in found_needs.of_conversation(visit) if need.confirmed == found_needs.OPEN]


def confirm(visit: Visit) -> None:
    """The shopper agrees with every need that is open."""
    for need in open_needs(visit):
        visit.unit.needs.settle(need.need_id, found_needs.CONFIRMED)


def change(visit: Visit) -> None:
    """Asks which need was misunderstood, or at once what it is about where there is one alone."""
    needs = open_needs(visit)
    if len(needs) == 1:
        choose(visit, needs[0].need_id)
    else:
        visit.interview.open_slot = WHICH_NEED


def which_need(visit: Visit) -> Saying:
    """The question which need was misunderstood, with a button for each."""
    choices = tuple((WHICH_NEED, need.need_id, quotable(need.words, LONGEST_LABEL)) for need in open_needs(visit))
    return Saying(WHICH_NEED, choices=choices, asks=True)


def choose(visit: Visit, need_id: str) -> None:
    """Opens one need to be filed elsewhere or denied."""
    visit.interview.need_to_correct = need_id
    visit.interview.open_slot = NEED_THEME


def which_theme(visit: Visit) -> Saying:
    """The question what the misunderstood words are about: the likeliest other themes, something else, nothing."""
    need = _to_correct(visit)
    likely = [theme for theme in visit.look(need.words).likely_themes() if theme not in (need.theme, found_needs.OTHER)]
    choices = [(NEED_THEME, theme, visit.theme_name(theme)) for theme in likely[:LIKELIEST]]
    choices.append((NEED_THEME, found_needs.OTHER, visit.words("need_elsewhere")))
    choices.append((NEED_THEME, NOTHING_LACKING, visit.words("nothing_lacking")))
    return Saying(NEED_THEME, {"words": quotable(need.words)}, choices=tuple(choices), asks=True)


def file_under(visit: Visit, theme: str) -> None:
    """Files the need under the theme that the shopper names, as said by them; or keeps it as denied."""
    need = _to_correct(visit)
    if theme == NOTHING_LACKING:
        visit.unit.needs.settle(need.need_id, found_needs.DENIED)
        visit.say("need_left_out")
    else:
        visit.unit.needs.settle(need.need_id, found_needs.CONFIRMED, theme)
        visit.say("need_refiled", theme=visit.theme_name(theme))
    visit.interview.need_to_correct = None
    visit.interview.open_slot = PLAY_BACK_NEEDS


def theme_in(visit: Visit) -> str | None:
    """The theme that a message names, by its name or by the one whose cue words it holds; None where it names none."""
    text = visit.turn.text.strip()
    named = {theme.name[visit.language].casefold(): theme.id for theme in visit.reader.themes.themes}
    labels = {
        visit.words("need_elsewhere").casefold(): found_needs.OTHER,
        visit.words("nothing_lacking").casefold(): NOTHING_LACKING,
    }
    if (meant := (named | labels).get(text.casefold())) is not None:
        return meant
    hits = visit.reader.themes.hits(text).most_common(2)
    if hits and (len(hits) == 1 or hits[0][1] > hits[1][1]):
        return hits[0][0]
    return NOTHING_LACKING if says_nothing(text) else None


def _to_correct(visit: Visit) -> Need:
    wanted = visit.interview.need_to_correct
    return next(need for need in found_needs.of_conversation(visit) if need.need_id == wanted)
