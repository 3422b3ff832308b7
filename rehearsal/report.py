"""A rehearsal's findings: a row a persona, what went wrong in words, and all of it as JSON."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from rehearsal.figures import Figures, Share, figures
from rehearsal.judging import Outcome
from rehearsal.running import Result

NAMES = {
    "facts_right_share": "facts right, of those told",
    "facts_reached_share": "facts asked for, of those they would tell",
    "needs_found_share": "needs found, of those hinted at",
    "conversations_with_wrong_facts": "conversations with a wrong fact",
    "conversations_with_invented_needs": "conversations with an invented need",
    "conversations_with_needs_of_other_type": "conversations with a need of another type, on a theme it has",
    "conversations_that_ask_again": "conversations that ask something twice",
    "conversations_with_broken_manners": "conversations with a broken manner",
    "abandoned_share": "conversations left before the end",
}
COLUMNS = ("persona", "talks", "right", "wrong", "missing", "not asked", "found", "missed", "invented", "again", "rude",
           "left", "turns", "s/turn")  # fmt: skip


def by_persona(results: Sequence[Result]) -> dict[str, Figures]:
    """The figures of each persona, in the order in which they came."""
    outcomes: dict[str, list[Outcome]] = defaultdict(list)
    for result in results:
        outcomes[result.outcome.persona].append(result.outcome)
    return {id: figures(several) for id, several in outcomes.items()}


def as_json(results: Sequence[Result], seed: int, remarks: Sequence[str]) -> dict[str, Any]:
    """Everything that was found."""
    return {
        "seed": seed,
        "remarks": list(remarks),
        "all": figures([result.outcome for result in results]).to_dict(),
        "personas": {id: found.to_dict() for id, found in by_persona(results).items()},
        "conversations": [_without_times(result.outcome) for result in results],
    }


def row(id: str, found: Figures) -> tuple[str, ...]:
    """A persona's figures as cells under `COLUMNS`."""
    counts = found.counts
    named = ("facts_right", "facts_wrong", "facts_missing", "facts_not_asked", "needs_found", "needs_missed",
             "needs_invented", "asked_again", "manners_broken")  # fmt: skip
    left = found.shares["abandoned_share"].count
    cells = [str(counts[name]) for name in named]
    return (id, str(found.conversations), *cells, str(left), f"{found.turns:.1f}", f"{found.seconds_median:.2f}")


def shares(found: Figures) -> Iterator[str]:
    """The figures of all conversations, a line each, with the interval of 95 %."""
    for name, title in NAMES.items():
        yield f"{title}: {_said(found.shares[name])}"
    yield f"turns a conversation: {found.turns:.1f}"
    yield f"time a turn: median {found.seconds_median:.2f} s, 99 % within {found.seconds_99:.2f} s"


def faults(outcome: Outcome) -> Iterator[str]:
    """What went wrong in a conversation, a line each; nothing for a good one."""
    for name in ("wrong", "missing", "missed", "invented", "of_other_type", "asked_again", "manners"):
        for what in getattr(outcome, name):
            yield f"{outcome.persona} #{outcome.number}: {name.replace('_', ' ')}: {what}"


def _said(share: Share) -> str:
    if share.interval is None or share.value is None:
        return "none to count"
    low, high = share.interval
    return f"{share.count} of {share.of} = {share.value:.1%} ({low:.1%} to {high:.1%})"


def _without_times(outcome: Outcome) -> dict[str, Any]:
    return {name: value for name, value in asdict(outcome).items() if name != "seconds"}
