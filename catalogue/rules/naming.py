"""Rules for ids, which become names of the conversation's memory."""

from collections.abc import Iterator

from catalogue.models import Catalogue, placeholders
from catalogue.rules.finding import Finding

RESERVED = frozenset({"language", "turn_completed", "staff_question", "requested_slot", "session_started_metadata"})


def has_a_reserved_id(catalogue: Catalogue) -> Iterator[Finding]:
    """Give a question an id that the conversation does not use itself: not 'language', no 'probe_', no placeholder."""
    filled = _filled_names(catalogue)
    for question in catalogue.questions.values():
        if question.id in RESERVED | filled or question.id.startswith("probe_"):
            message = f"'{question.id}' is a name that the conversation uses itself; give the question another id."
            yield Finding(question.file, question.line, "has_a_reserved_id", message)


def _filled_names(catalogue: Catalogue) -> frozenset[str]:
    """The placeholders of what the dialogue asks: each is kept under its name until the answer comes."""
    steps = [text for wording in catalogue.about("steps").values() for text in wording.text.values()]
    probes = [text for probe in catalogue.probes.values() for texts in probe.ask.values() for text in texts]
    return frozenset().union(*(placeholders(text) for text in (*steps, *probes)))
