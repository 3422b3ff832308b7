"""Reads the names of values: segments, districts, themes of needs, what somebody answered."""

from analytics.staff_query.clauses import AnswerClause, EventClause, NeedClause, ValuesClause
from analytics.staff_query.meanings import ANSWER, SINGLE_VALUED, answer_field
from analytics.staff_query.step import Step
from analytics.staff_query.tokens import Token

ENDS_OF_ANSWERS = frozenset({"comma", "and", "or", "by", "compare", "export", "to", "customers"})
NEED_KEYS = ("need", "need_dissatisfaction", "need_wish", "need_advice", "need_praise")


def read_answer(step: Step) -> bool:
    """What somebody answered, after a word such as 'answered' or the name of the question."""
    clause = step.draft.open
    answers = tuple((value.field, value.value) for value in step.token.values if value.field.startswith(ANSWER))
    if not isinstance(clause, AnswerClause) or not answers:
        return False
    if not _belongs(step, clause, {field for field, _ in answers}) or _negates(step) or _fills(step, clause):
        return False
    clause.candidates.append(answers)
    return True


def _belongs(step: Step, clause: AnswerClause, fields: set[str]) -> bool:
    """Whether an answer to one of these questions goes with the question, or the answers, that were named before it.

    Once question and answer are both named, only an 'or' or an 'and' adds another answer.
    """
    if clause.question:
        goes_on = not clause.candidates or step.draft.connector in ("or", "and")
        return goes_on and answer_field(clause.question) in fields
    return not clause.candidates or bool(clause.questions & fields)


def _negates(step: Step) -> bool:
    """Whether a word such as '冇', which may be an answer too, says 'not' to a word after it."""
    following = step.following
    return "not" in step.token.keys and following is not None and not following.keys & ENDS_OF_ANSWERS


def read_value(step: Step) -> bool:
    """The name of a value; where it may belong to several fields, the words around it decide, or nobody does."""
    named = _named(step.token)
    if not named or _names_a_question(step):
        return False
    subject = _subject(step, list(named))
    if subject is None:
        _ask_back(step, named)
    elif subject in ("need_theme", "need_type"):
        _add_to_need(step, subject, named[subject])
    else:
        _add_values(step, subject, named[subject])
    return True


def read_cue(step: Step) -> bool:
    """A word that nobody knows but that speaks of one theme: 'parcels', after 'complained'."""
    if step.token.is_known or not step.any_key(*NEED_KEYS):
        return False
    themes = list(step.vocabulary.themes.hits(step.token.written))
    if len(themes) == 1:
        _add_to_need(step, "need_theme", (themes[0],))
    return len(themes) == 1


def _fills(step: Step, clause: AnswerClause) -> bool:
    """Whether a word such as '有', which may be an answer too, only fills the sentence after the answer was named."""
    return "filler" in step.token.keys and bool(clause.candidates) and step.draft.connector != "or"


def _names_a_question(step: Step) -> bool:
    """Whether a word such as '會員', a theme and a question, stands where the question is meant: beside an answer."""
    questions = {axis for axis in step.token.axes if axis.startswith(ANSWER)}
    opened, following = step.draft.open, step.following
    if isinstance(opened, AnswerClause) and opened.question is None and questions & opened.questions:
        return True
    answered = {value.field for value in following.values} if following else set()
    return bool(questions) and following is not None and ("said" in following.keys or bool(questions & answered))


def _named(token: Token) -> dict[str, tuple[str, ...]]:
    """The values that a token may name, by field."""
    districts = token.place.districts if token.place else ()
    named: dict[str, tuple[str, ...]] = {"district": districts} if districts else {}
    for value in token.values:
        if not value.field.startswith(ANSWER):
            named[value.field] = tuple(dict.fromkeys((*named.get(value.field, ()), value.value)))
    return named


def _subject(step: Step, fields: list[str]) -> str | None:
    """The field that is meant, or None where it is not clear."""
    label, opened = step.draft.label, step.draft.open
    if label and label[0] in fields:
        return label[0]
    if isinstance(opened, ValuesClause) and step.draft.connector and opened.subject in fields:
        return opened.subject
    if isinstance(opened, NeedClause) or _is_beside_a_need(step):
        fields = [field for field in fields if field.startswith("need_")] or fields
    if isinstance(opened, EventClause) and opened.event == "ordered" and "channel" in fields:
        return "channel"
    return fields[0] if len(fields) == 1 else None


def _is_beside_a_need(step: Step) -> bool:
    """Whether the nearest word that speaks of needs or of orders speaks of needs."""
    speaking = [token for token in step.tokens if _speaks_of_needs(token) or "ordered" in token.keys]
    nearest = min(speaking, key=lambda token: abs(token.start - step.token.start), default=None)
    return nearest is not None and _speaks_of_needs(nearest)


def _speaks_of_needs(token: Token) -> bool:
    return bool(token.keys & set(NEED_KEYS)) or any(value.field == "need_type" for value in token.values)


def _ask_back(step: Step, named: dict[str, tuple[str, ...]]) -> None:
    say = step.vocabulary.catalogue.say
    names = [
        f"{step.vocabulary.axis_label(field, step.language)}: {step.vocabulary.label(field, value, step.language)}"
        for field, values in named.items()
        for value in values
    ]
    options = names[0]
    for name in names[1:]:
        options = say("query_or", step.language, first=options, second=name)
    step.draft.unclear.append(say("query_unclear_word", step.language, words=step.token.written, options=options))


def _add_values(step: Step, subject: str, values: tuple[str, ...]) -> None:
    draft, opened = step.draft, step.draft.open
    goes_on = isinstance(opened, ValuesClause) and opened.subject == subject and not draft.negated
    if isinstance(opened, ValuesClause) and goes_on and (draft.connector or subject in SINGLE_VALUED):
        opened.add(values, draft.connector)
        draft.connector, draft.label = None, None
        return
    clause = ValuesClause(subject, draft.negated)
    clause.add(values, None)
    draft.begin(clause)


def _add_to_need(step: Step, subject: str, values: tuple[str, ...]) -> None:
    draft, opened = step.draft, step.draft.open
    if not isinstance(opened, NeedClause):
        opened = NeedClause(draft.negated, themes_first=subject == "need_theme")
        draft.begin(opened)
    if subject == "need_type":
        add_type(step, values[0])
        return
    opened.together = opened.together or (draft.connector == "and" and bool(opened.themes))
    opened.themes += values
    draft.connector, draft.label = None, None


def add_type(step: Step, type_: str | None) -> None:
    """Take a type of need (None: any) into the open need if it has room for it, else into a new one.

    There is room in a need of which only themes were named ('送貨不滿'), or only types so far ('complaints or wishes').
    """
    draft, opened = step.draft, step.draft.open
    types = [] if type_ is None else [type_]
    if isinstance(opened, NeedClause) and _has_room(opened, draft.connector):
        opened.types += types
        opened.excluded = opened.excluded or draft.negated
        draft.negated, draft.connector, draft.label = False, None, None
        return
    draft.begin(NeedClause(draft.negated, types=types))


def _has_room(clause: NeedClause, connector: str | None) -> bool:
    if clause.themes and not clause.themes_first:
        return False
    return connector == "or" if clause.types else connector is None or not clause.themes
