"""Holds a catalogue, and every sentence that is sent, to the rules for clear questions and manners (I4, I9 to I12)."""

from inspect import getdoc
from pathlib import Path

from catalogue.errors import CatalogueError
from catalogue.languages import Language
from catalogue.loading import load
from catalogue.models import Catalogue, MessageKind
from catalogue.rules import answers, asking, filling, manners, naming, probing, routing, writing
from catalogue.rules.finding import CatalogueRule, Finding, Sentence, SentenceRule, sentences

__all__ = ["RULES", "UNREADABLE", "Finding", "lint", "lint_folder", "lint_sentence"]

SENTENCE_RULES: tuple[SentenceRule, ...] = (
    asking.asks_two_things,
    asking.leads,
    manners.sells,
    manners.talks_of_the_company,
    manners.sets_against_competitors,
    manners.debates,
    manners.presses,
    writing.is_too_long,
    writing.has_simplified_characters,
)
CATALOGUE_RULES: tuple[CatalogueRule, ...] = (
    answers.has_no_way_out,
    answers.is_sensitive_without_prefer_not_to_say,
    answers.means_two_choices,
    answers.is_said_in_one_language,
    routing.names_an_unknown_fact,
    routing.waits_for_a_value_not_offered,
    routing.comes_before_its_fact,
    routing.waits_in_a_circle,
    probing.names_an_unknown_probe,
    probing.has_too_few_phrasings,
    filling.has_different_placeholders,
    filling.has_a_placeholder_nobody_fills,
    naming.has_a_reserved_id,
)
UNREADABLE = "cannot_be_read"


RULES: dict[str, str] = {
    UNREADABLE: "Write every key that a question needs, its purpose too, in both languages; ids and values once.",
    **{rule.__name__: (getdoc(rule) or "").splitlines()[0] for rule in SENTENCE_RULES},
    **{rule.__name__: (getdoc(rule) or "").splitlines()[0] for rule in CATALOGUE_RULES},
}
"""Each rule's name and what it asks of authors."""


def lint(catalogue: Catalogue) -> list[Finding]:
    """Every breach of a rule in a catalogue, by file and line; empty for a good one."""
    said = [
        Finding(sentence.file, sentence.line, rule.__name__, message)
        for sentence in sentences(catalogue)
        for rule in SENTENCE_RULES
        if (message := rule(sentence))
    ]
    built = [finding for rule in CATALOGUE_RULES for finding in rule(catalogue)]
    return sorted({*said, *built})


def lint_folder(folder: Path | None = None) -> list[Finding]:
    """Every mistake and every breach in a catalogue's folder, by default Askwell's own."""
    try:
        return lint(load(folder))
    except CatalogueError as error:
        return [Finding(problem.file, problem.line, UNREADABLE, problem.message) for problem in error.problems]


def lint_sentence(text: str, language: Language, kind: MessageKind = "text") -> list[str]:
    """What is wrong with one sentence as it was sent, each as `rule: what to do`; empty for a good one.

    What stands in quotation marks is a customer's own and bound by no rule.

    >>> lint_sentence("Thanks. What happened the last time?", "en")
    []
    >>> lint_sentence("Why weren't you satisfied?", "en")
    ["debates: 'Why weren't you' argues; thank or apologise, and ask what happened."]
    """
    sentence = Sentence(text, language, kind)
    return [f"{rule.__name__}: {message}" for rule in SENTENCE_RULES if (message := rule(sentence))]
