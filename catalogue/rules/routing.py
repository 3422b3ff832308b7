"""Rules for `ask_when`: every question can be reached, and never before what it depends on (I5)."""

from collections.abc import Iterator

from catalogue.errors import did_you_mean
from catalogue.models import Catalogue, Question
from catalogue.rules.finding import Finding


def names_an_unknown_fact(catalogue: Catalogue) -> Iterator[Finding]:
    """Route on facts that a question asks for: `ask_when` names a question that is not retired."""
    asked = catalogue.asked()
    for question in asked.values():
        for fact in question.ask_when:
            if fact in catalogue.questions and fact not in asked:
                yield _finding(
                    question, "names_an_unknown_fact", f"ask_when names '{fact}', which is retired. Leave it out."
                )
            elif fact not in asked:
                message = f"ask_when names '{fact}', which no question asks. {did_you_mean(fact, asked)}"
                yield _finding(question, "names_an_unknown_fact", message)


def waits_for_a_value_not_offered(catalogue: Catalogue) -> Iterator[Finding]:
    """Wait only for values that the other question offers; a text and a date offer none."""
    for question in catalogue.asked().values():
        for fact, values in question.ask_when.items():
            offered = _offered(catalogue.questions.get(fact))
            if offered is None:
                continue
            for value in values:
                if value not in offered:
                    remedy = did_you_mean(value, offered) if offered else "Route on a choice, a scale or a number."
                    message = f"ask_when waits for '{value}', which '{fact}' does not offer. {remedy}"
                    yield _finding(question, "waits_for_a_value_not_offered", message)


def comes_before_its_fact(catalogue: Catalogue) -> Iterator[Finding]:
    """Ask first what others wait for: `ask_when` names a question that comes earlier in the catalogue."""
    order = {id: place for place, id in enumerate(catalogue.questions)}
    for question in catalogue.asked().values():
        for fact in question.ask_when:
            if fact not in order or order[fact] < order[question.id] or _waits_for(catalogue, fact, question.id):
                continue
            message = f"ask_when names '{fact}', which is asked later. Move '{fact}' before '{question.id}'."
            yield _finding(question, "comes_before_its_fact", message)


def waits_in_a_circle(catalogue: Catalogue) -> Iterator[Finding]:
    """Let no question wait for itself, directly or through others: none of them would ever be asked."""
    for question in catalogue.asked().values():
        for fact in question.ask_when:
            if _waits_for(catalogue, fact, question.id):
                message = (
                    f"'{question.id}' waits for '{fact}', which waits for '{question.id}'. Take one ask_when away."
                )
                yield _finding(question, "waits_in_a_circle", message)


def _offered(question: Question | None) -> tuple[str, ...] | None:
    """The values that can be waited for; none for a text and a date, None for an unknown question."""
    if question is None:
        return None
    if question.kind.low is not None and question.kind.high is not None:
        return tuple(str(number) for number in range(question.kind.low, question.kind.high + 1))
    return tuple(choice.value for choice in question.choices)


def _waits_for(catalogue: Catalogue, waiting: str, fact: str) -> bool:
    """Whether the question `waiting` is `fact` or waits for it, directly or through others."""
    open_ids, seen = [waiting], set[str]()
    while open_ids:
        id = open_ids.pop()
        if id == fact:
            return True
        if id in catalogue.questions and id not in seen:
            seen.add(id)
            open_ids += catalogue.questions[id].ask_when
    return False


def _finding(question: Question, rule: str, message: str) -> Finding:
    return Finding(question.file, question.lines.get("ask_when", question.line), rule, message)
