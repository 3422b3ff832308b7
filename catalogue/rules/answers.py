"""Rules for choices: everybody finds an answer, and every word means one of them (I4)."""

from collections import defaultdict
from collections.abc import Iterator

from catalogue.languages import LANGUAGES
from catalogue.models import WAYS_OUT, Catalogue, Choice, Question, Wording
from catalogue.rules.finding import Finding

PREFER_NOT = "prefer_not_to_say"


def has_no_way_out(catalogue: Catalogue) -> Iterator[Finding]:
    """Give a choice question an answer for people whom the others leave out: other, none, no, dont_know and so on.

    A scale, a number, a date and a text need none: the dialogue takes 'skip', 'don't know' and 'rather not say' for
    every question, but people who look at buttons must find theirs among them.
    """
    for question in catalogue.questions.values():
        if question.kind.has_choices and not any(choice.is_way_out for choice in question.choices):
            message = f"'{question.id}' leaves people out; add a choice with one of the values {', '.join(WAYS_OUT)}."
            yield Finding(question.file, question.lines.get("choices", question.line), "has_no_way_out", message)


def is_sensitive_without_prefer_not_to_say(catalogue: Catalogue) -> Iterator[Finding]:
    """Let people keep sensitive things to themselves: a choice prefer_not_to_say (a text can always be skipped)."""
    for question in catalogue.questions.values():
        if question.personal != "sensitive" or not question.kind.has_choices:
            continue
        if not any(choice.value == PREFER_NOT for choice in question.choices):
            message = f"'{question.id}' is sensitive; add a choice with the value '{PREFER_NOT}'."
            line = question.lines.get("choices", question.line)
            yield Finding(question.file, line, "is_sensitive_without_prefer_not_to_say", message)


def means_two_choices(catalogue: Catalogue) -> Iterator[Finding]:
    """Let no word stand under two choices of one question: nobody could tell which was meant."""
    for asked in _with_choices(catalogue):
        meant: dict[str, list[Choice]] = defaultdict(list)
        for choice in asked.choices:
            for word in _words(choice):
                meant[word].append(choice)
        for word, choices in meant.items():
            if len(choices) > 1:
                values = " and ".join(f"'{choice.value}'" for choice in choices)
                message = f"'{word}' stands under {values}; keep it under one of them."
                yield Finding(asked.file, choices[-1].line, "means_two_choices", message)


def is_said_in_one_language(catalogue: Catalogue) -> Iterator[Finding]:
    """List what people say for a choice in both languages, or in neither."""
    for asked in _with_choices(catalogue):
        for choice in asked.choices:
            silent = [language for language in LANGUAGES if not choice.says.get(language)]
            if len(silent) == 1:
                message = f"'{choice.value}' has no words in '{silent[0]}'; add what people say there."
                yield Finding(asked.file, choice.line, "is_said_in_one_language", message)


def _with_choices(catalogue: Catalogue) -> list[Question | Wording]:
    return [*catalogue.questions.values(), *catalogue.wording.values()]


def _words(choice: Choice) -> set[str]:
    """The label and everything said for a choice, in all languages, as the reader compares them."""
    said = [*choice.label.values(), *(word for words in choice.says.values() for word in words)]
    return {" ".join(word.casefold().split()) for word in said}
