"""Keeping the needs behind an answer, with the words they were found in (I2)."""

from dataclasses import dataclass, replace

from analytics.needs import NeedFound, Strength
from investigation.visit import Visit
from profiles.records import Need, NeedType, Settlement, need_id
from reading.values import hesitates, is_weary, says_nothing

OPEN: Settlement = "open"
CONFIRMED: Settlement = "confirmed"
DENIED: Settlement = "denied"
KEPT: tuple[NeedType, ...] = ("dissatisfaction", "wish")
"""What a need is here; praise and advice stay in the words of the answer."""
OTHER = "other"
"""The theme of what belongs to none."""
STRENGTHS: tuple[Strength, ...] = ("low", "medium", "high")
CLEAR = 0.6
"""How likely, from 0 to 1, a theme must be that is filed without asking."""
MOST_UNPLACED = 2
"""So many hints are asked about at the end; what more there are stay in the words of the answers."""
WITHOUT_CONTENT = (OTHER, "service")
"""Themes that a bare 'I want to complain' or an insult seems to have; it says nothing yet of what is lacking."""


@dataclass(frozen=True)
class Heard:
    """What is being talked about: the theme, as far as one is given, and the type of need that is listened for."""

    about: str | None = None
    listens_for: NeedType | None = None


def keep(visit: Visit, question_id: str, text: str, probe: str | None = None) -> list[Need]:
    """Reads `text` for needs and stores each, once for the same message.

    Args:
        question_id: the question whose answer, or whose probe's answer, the text is.
        text: the shopper's words, personal numbers already masked.
        probe: the probe that brought them out, if one did.

    Returns:
        What was stored; empty where the text says no need.
    """
    heard = _heard(visit, question_id, probe)
    kept = [_need(visit, found, question_id, text, probe) for found in needs_in(visit, text, heard)]
    for need in kept:
        save(visit, need)
    return kept


def keep_outright(visit: Visit, question_id: str, text: str) -> list[Need]:
    """Keeps what went wrong where nobody has asked for it: said outright, in words that name what it is about.

    Args:
        question_id: the question that was open, which the text may or may not answer as well.
        text: the shopper's words, personal numbers already masked.

    Returns:
        What was stored; a mere hint is none, nor is a wish: 'I need it fast' is how people answer closed questions.
    """
    told = [
        _need(visit, found, question_id, text, None) for found in needs_in(visit, text) if _is_told(visit, found, text)
    ]
    for need in told:
        save(visit, need)
    return told


def tells_why(visit: Visit, text: str) -> bool:
    """Whether the words that came with a score say outright what is lacking; then its reason need not be asked for."""
    return any(_is_told(visit, found, text) for found in needs_in(visit, text))


def _is_told(visit: Visit, found: NeedFound, text: str) -> bool:
    is_outright = found.explicit and found.type == "dissatisfaction"
    return is_outright and _is_clear(visit, found, text, Heard())


def keep_or_wait(visit: Visit, question_id: str, text: str) -> None:
    """As `keep`, but what the open probe brings out tells what a hint is about, where it is not said outright.

    A hint that does not make clear what it is about is not even stored before: its likeliest theme is wrong too often.
    """
    heard = _heard(visit, question_id, None)
    found = needs_in(visit, text, heard)
    clear = [each for each in found if _is_clear(visit, each, text, heard)]
    hint = {"question_id": question_id, "message_id": visit.turn.message_id, "text": text}
    if clear:
        keep(visit, question_id, text)
    if found and visit.interview.probing is not None and not any(each.explicit for each in clear):
        visit.interview.unclear = hint
    elif found and not clear and any(_names_its_theme(visit, each, text) for each in found):
        keep(visit, question_id, text)
    elif found and not clear:
        _set_aside(visit, hint)


def clear_up(visit: Visit, told: list[Need]) -> None:
    """Stores a hint that has waited as the need that the probe brought out; else it is asked about at the end."""
    hint, visit.interview.unclear = visit.interview.unclear, {}
    if not hint or visit.interview.customer_id is None:
        return
    stored = [need for need in of_conversation(visit) if need.message_id == hint["message_id"]]
    meant = next((need for need in told if need.theme != OTHER), None)
    if meant is not None and len(stored) == 1:
        visit.unit.needs.file_under(stored[0].need_id, meant.type, meant.theme)
    elif meant is not None and not stored:
        for need in hinted_at(visit, hint)[:1]:
            save(visit, replace(need, type=need.type if need.explicit else meant.type, theme=meant.theme))
    elif not stored:
        _set_aside(visit, hint)


def hinted_at(visit: Visit, hint: dict[str, str]) -> list[Need]:
    """The needs that a hint which has waited may be, as they are read in it; not stored yet."""
    question_id, text = hint["question_id"], hint["text"]
    found = needs_in(visit, text, _heard(visit, question_id, None))
    return [replace(_need(visit, each, question_id, text, None), message_id=hint["message_id"]) for each in found]


def leave_hint(visit: Visit) -> None:
    """Leaves the hint that is asked about in the words of its answer alone."""
    visit.interview.unplaced.pop(0)


def _set_aside(visit: Visit, hint: dict[str, str]) -> None:
    if len(visit.interview.unplaced) < MOST_UNPLACED:
        visit.interview.unplaced.append(hint)


def _is_clear(visit: Visit, need: NeedFound, text: str, heard: Heard) -> bool:
    """Whether it is clear what a need is about: its words name the theme that it surely has, or the question does."""
    if heard.about is not None and need.theme == heard.about:
        return True
    return _names_its_theme(visit, need, text) and visit.look(text).certainty(need.theme) >= CLEAR


def needs_in(visit: Visit, text: str, heard: Heard | None = None) -> list[NeedFound]:
    """The needs that a text says, in the light of what is being talked about.

    Args:
        text: the shopper's words; 'nothing really', 'hmm' and 'so many questions' say no need.
        heard: what the open question or probe is about, if one is.
    """
    if says_nothing(text) or hesitates(text) or is_weary(text):
        return []
    heard = heard or Heard()
    needs = visit.look(text, heard.listens_for).needs()
    found = [_themed(visit, need, text, heard.about) for need in needs if need.type in KEPT]
    named = {need.type for need in found if need.theme != OTHER}
    return [need for need in _joined(found) if need.theme != OTHER or need.type not in named]


def says_what(visit: Visit, text: str) -> bool:
    """Whether a complaint or an insult also says what is lacking."""
    return any(need.theme not in WITHOUT_CONTENT for need in needs_in(visit, text))


def of_conversation(visit: Visit) -> list[Need]:
    """The needs found in this conversation, in the order they were found."""
    by_id = {need.need_id: need for need in visit.unit.needs.of(visit.customer_id)}
    return [by_id[id] for id in visit.interview.found if id in by_id]


def _heard(visit: Visit, question_id: str, probe: str | None) -> Heard:
    """The need that a probe follows, else what the question is about and listens for."""
    followed = [need for need in of_conversation(visit) if need.question_id == question_id] if probe else []
    question = visit.catalogue.questions.get(question_id)
    if followed:
        return Heard(followed[-1].theme, followed[-1].type)
    topics = (question.id, question.topic, question.id.removesuffix("_experience")) if question else ()
    theme = next((theme for theme in topics if theme in visit.reader.themes.ids), None)
    return Heard(theme, question.listens_for if question else None)


def _themed(visit: Visit, need: NeedFound, text: str, about: str | None) -> NeedFound:
    """The need under `about` where its words name that as much as the theme that was read in them, or name neither."""
    named = visit.reader.themes.hits(text if about is not None else text[slice(*need.span)])
    if about is not None and (need.theme not in named or 0 < named[need.theme] <= named[about]):
        return replace(need, theme=about)
    if need.theme == OTHER and len(named) == 1:
        return replace(need, theme=next(iter(named)))
    return need


def _joined(needs: list[NeedFound]) -> list[NeedFound]:
    """Each type and theme once: what several sentences of one message say of the same thing is one need.

    A theme has the types that are said of it outright, else the one that is hinted at first.
    """
    kept: dict[tuple[NeedType, str], NeedFound] = {}
    for need in needs:
        first = kept.setdefault((need.type, need.theme), need)
        kept[need.type, need.theme] = replace(
            first,
            span=(min(first.span[0], need.span[0]), max(first.span[1], need.span[1])),
            strength=max(first.strength, need.strength, key=STRENGTHS.index),
            explicit=first.explicit or need.explicit,
        )
    outright_first = sorted(kept.values(), key=lambda need: not need.explicit)
    stands = {need.theme: need for need in reversed(outright_first)}
    return [need for need in kept.values() if need.explicit or need is stands[need.theme]]


def _names_its_theme(visit: Visit, need: NeedFound, text: str) -> bool:
    return need.theme in visit.reader.themes.hits(text[slice(*need.span)])


def save(visit: Visit, need: Need) -> None:
    """Stores a need, once, as one of this conversation."""
    visit.unit.needs.save(need)
    if need.need_id not in visit.interview.found:
        visit.interview.found.append(need.need_id)


def _need(visit: Visit, found: NeedFound, question_id: str, text: str, probe: str | None) -> Need:
    turn = visit.turn
    return Need(
        need_id=need_id(turn.conversation_id, turn.message_id, found.type, found.theme, found.span),
        customer_id=visit.customer_id,
        conversation_id=turn.conversation_id,
        message_id=turn.message_id,
        question_id=question_id,
        type=found.type,
        theme=found.theme,
        words=text,
        span=found.span,
        strength=found.strength,
        explicit=found.explicit,
        probe=probe,
        confirmed=OPEN,
        language=visit.language,
        found_at=turn.at,
    )
