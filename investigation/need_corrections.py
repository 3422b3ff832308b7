"""What a shopper's words put right about a need that was played back: which need is meant, its theme, its type (I7)."""

from dataclasses import replace

from catalogue import LANGUAGES, Choice
from catalogue.models import SEPARATOR
from investigation import found_needs, needs_play_back
from investigation.interview import NEED_PLACE, NEED_THEME, PLAY_BACK_NEEDS, WHICH_NEED
from investigation.needs_play_back import NOTHING_LACKING, OTHER_TYPE, label_of_type, to_correct
from investigation.understanding import PASSING, answer_to, as_question
from investigation.visit import Visit
from profiles.records import Need, NeedType
from reading.text import fold, pattern
from reading.values import read, says_nothing

_NO_WISH = pattern(
    r"\b(?:not|isn't|wasn't|more than)(?: just| only| really)?(?: an?| my)? (?:wish|suggestion)\b|"
    r"唔(?:淨|單)?(?:只|止|係)係?(?:淨係|只係|得)?(?:希望|期望|願望|建議|提議)|不(?:只)?是(?:希望|願望|建議)"
)
_NO_COMPLAINT = pattern(
    r"\b(?:not|isn't|wasn't|never)(?: just| really| actually| exactly| meant as)*(?: an?)? "
    r"(?:complain\w*|criticism)\b|(?:唔|不)(?:算|係|是|想)?(?:真係|一個|個)?(?:投訴|抱怨|唔滿|不滿)"
)
_NOTHING_WRONG = pattern(
    r"\bnothing (?:really )?(?:is|was|went|goes|has gone) wrong\b|\b(?:doesn't|does not|didn't) bother\b|"
    r"冇(?:嘢|咩|乜)?(?:出錯|做錯|投訴|不滿|唔滿)"
)
_WISH = pattern(
    r"\b(?:wish(?:es|ed)?|suggestions?|nice to have|would be nice|would like|hop(?:e|ed|ing))\b|"
    r"希望|期望|願望|建議|提議|想有"
)
_COMPLAINT = pattern(
    r"\b(?:complain\w*|dissatisf\w+|unhappy|annoyed|upset)\b|\bbother(?:s|ed|ing)?\b|"
    r"\b(?:goes|went|gone|going) wrong\b|"
    r"投訴|抱怨|不滿|唔滿意|困擾|出(?:左)?錯|唔開心"
)
_EMPHASIS = pattern(r"真(?:係|的|心)")


def correction_in(visit: Visit) -> str | None:
    """What is right about the need that is open: a theme, the other type, both, or nothing that is lacking.

    Returns:
        The theme and the type, joined by `|`; None where the message names neither.
    """
    text, other = visit.turn.text, OTHER_TYPE[to_correct(visit).type]
    if (meant := _corrections(visit).get(_as_label(text))) is not None:
        return meant
    values = [value for value in (_theme_in(visit, _without_type(text)), other) if value is not None]
    if type_in(text) != other:
        values.remove(other)
    if not values:
        return NOTHING_LACKING if says_nothing(text) else None
    return SEPARATOR.join(values)


def need_in(visit: Visit) -> str | None:
    """The id of the need that a message means, by theme, place, words or type; None where it may be several."""
    text, needs, labels = visit.turn.text, needs_play_back.open_needs(visit), needs_play_back.labels(visit)
    if (written := _needs_by_label(visit).get(_as_label(text))) is not None:
        return written
    theme, need_type = _theme_in(visit, text), type_in(text)
    by_theme = [need for need in needs if need.theme == theme]
    if len(by_theme) == 1:
        return by_theme[0].need_id
    choices = tuple(_as_choice(visit, need, labels[need.need_id]) for need in needs if need.need_id in labels)
    step = replace(as_question(visit.catalogue.wording[WHICH_NEED]), choices=choices)
    values = read(text, step, visit.language, visit.today).values
    by_type = [need.need_id for need in needs if need.type == need_type]
    return next(iter(values), by_type[0] if len(by_type) == 1 else None)


def is_button(visit: Visit) -> bool:
    """Whether a message is exactly what a button of a step about a need says."""
    values = {WHICH_NEED: _needs_by_label, NEED_THEME: _corrections, NEED_PLACE: _places}
    return _as_label(visit.turn.text) in values[visit.interview.open_slot or NEED_THEME](visit)


def theme_or_nothing_in(visit: Visit, text: str) -> str | None:
    """The theme that a text names, or by its button that nothing is lacking; None where it says neither."""
    return _places(visit).get(_as_label(text)) or _theme_in(visit, text)


def correct_at_once(visit: Visit) -> bool:
    """Corrects the type of a need when its play-back is answered with 'that is not a complaint'; False otherwise.

    'No complaints, that's right' agrees with the play-back, and 'no idea' leaves it.
    """
    denied = _denied_type(fold(visit.turn.text).text)
    if visit.interview.open_slot != PLAY_BACK_NEEDS or denied is None or _agrees_or_leaves(visit):
        return False
    needs = [need for need in needs_play_back.open_needs(visit) if need.type == denied]
    named = [need for need in needs if len(needs) == 1 or need.need_id == need_in(visit)]
    if named:
        needs_play_back.choose(visit, named[0].need_id)
        needs_play_back.correct(visit, OTHER_TYPE[denied])
    return bool(named)


def _agrees_or_leaves(visit: Visit) -> bool:
    meaning = visit.turn.intent()
    if meaning.intent in PASSING | {"affirm"} and meaning.confidence >= visit.limits.sure:
        return True
    return answer_to(visit, as_question(visit.catalogue.wording[PLAY_BACK_NEEDS])).values == ("right",)


def type_in(text: str) -> NeedType | None:
    """The type of need that a message names; what it denies being counts as the other one.

    >>> type_in("that's not a complaint"), type_in("呢樣係投訴"), type_in("the delivery")
    ('wish', 'dissatisfaction', None)
    """
    folded = fold(text).text
    if (denied := _denied_type(folded)) is not None:
        return OTHER_TYPE[denied]
    if _NOTHING_WRONG.search(folded):
        return "wish"
    is_wish, is_complaint = bool(_WISH.search(folded)), bool(_COMPLAINT.search(folded))
    if is_wish == is_complaint:
        return None
    return "wish" if is_wish else "dissatisfaction"


def _without_type(text: str) -> str:
    """A text without the words that name a type, for they are cues as well: 'complaint' of service, '真' of trust."""
    folded = fold(text)
    for expression in (_NO_WISH, _NO_COMPLAINT, _WISH, _COMPLAINT, _EMPHASIS):
        for found in expression.finditer(folded.text):
            start, end = folded.span(*found.span())
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def _denied_type(folded: str) -> NeedType | None:
    if _NO_WISH.search(folded):
        return "wish"
    return "dissatisfaction" if _NO_COMPLAINT.search(folded) else None


def _as_label(text: str) -> str:
    """A text as the labels of buttons are kept here."""
    return text.strip().casefold()


def _needs_by_label(visit: Visit) -> dict[str, str]:
    return {_as_label(label): need_id for need_id, label in needs_play_back.labels(visit).items()}


def _corrections(visit: Visit) -> dict[str, str]:
    """What can be right about the need that is open, by how it is called; any theme, though few have a button."""
    other = OTHER_TYPE[to_correct(visit).type]
    return {**_places(visit), _as_label(label_of_type(visit, other)): other}


def _places(visit: Visit) -> dict[str, str]:
    """Where a need can be filed, by how it is called."""
    return {
        **_theme_names(visit),
        _as_label(visit.words("need_elsewhere")): found_needs.OTHER,
        _as_label(visit.words("nothing_lacking")): NOTHING_LACKING,
    }


def _theme_names(visit: Visit) -> dict[str, str]:
    return {_as_label(theme.name[visit.language]): theme.id for theme in visit.reader.themes.themes}


def _theme_in(visit: Visit, text: str) -> str | None:
    """The theme that a text names, or the one whose cue words it holds most of; None where it names none."""
    if (named := _theme_names(visit).get(_as_label(text))) is not None:
        return named
    hits = visit.reader.themes.hits(text).most_common(2)
    return hits[0][0] if hits and (len(hits) == 1 or hits[0][1] > hits[1][1]) else None


def _as_choice(visit: Visit, need: Need, label: str) -> Choice:
    """A need as a button that is also known by its theme."""
    themes = visit.reader.themes
    return Choice(
        value=need.need_id,
        label=dict.fromkeys(LANGUAGES, label),
        says={language: (themes.name(need.theme, language),) for language in LANGUAGES},
    )
