"""Rules for probes: known, and said in enough ways that none is heard twice."""

from collections.abc import Iterator

from catalogue.errors import did_you_mean
from catalogue.languages import LANGUAGES
from catalogue.models import Catalogue
from catalogue.rules.finding import Finding

FEWEST = 3


def names_an_unknown_probe(catalogue: Catalogue) -> Iterator[Finding]:
    """Name probes that catalogue/probes.yml has."""
    for question in catalogue.questions.values():
        for probe in question.probe:
            if probe not in catalogue.probes:
                message = (
                    f"probe names '{probe}', which probes.yml does not have. {did_you_mean(probe, catalogue.probes)}"
                )
                line = question.lines.get("probe", question.line)
                yield Finding(question.file, line, "names_an_unknown_probe", message)


def has_too_few_phrasings(catalogue: Catalogue) -> Iterator[Finding]:
    """Say each probe in three ways or more, and in as many in one language as in the other."""
    for probe in catalogue.probes.values():
        counts = {language: len(probe.ask.get(language, ())) for language in LANGUAGES}
        short = [language for language, count in counts.items() if count < max(FEWEST, *counts.values())]
        for language in short:
            message = (
                f"'{probe.id}' has {counts[language]} phrasings in '{language}'; write {max(FEWEST, *counts.values())}."
            )
            yield Finding(probe.file, probe.line, "has_too_few_phrasings", message)
