"""What an investigation follows: the learned order, and when enough is known; a retailer's configuration file.

It imports neither NumPy nor scikit-learn, because it is read while people chat.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from math import exp
from pathlib import Path
from typing import Any

import yaml

from analytics.configuration import CONFIGURATION_FOLDER, ConfigurationError, name_of
from catalogue import Problem

PLAN_FILE = CONFIGURATION_FOLDER / "question_order.yml"
ANOTHER, NO_ANSWER = "(another answer)", "(no answer)"
"""Levels of a question that stand for no value of the catalogue."""


@dataclass(frozen=True)
class QuestionPlan:
    """Which questions come first, and when the rest of them is no longer worth asking.

    Args:
        version: raised with every plan that is learned.
        order: the questions that tell most, first; the catalogue's order where it is empty.
        threshold: the certainty of the classification that is enough, 0.5 to 1.
        patience: so many questions of the order are asked at most; 0 is no limit.
        target: what the answers were learned to tell.
        people: from how many people it was learned.
        classes: what they are told apart into.
        start: the evidence for each class before anything is asked.
        weights: question to answer to what that answer adds to the evidence for each class.
    """

    version: int = 1
    order: tuple[str, ...] = ()
    threshold: float = 0.9
    patience: int = 0
    target: str = ""
    people: int = 0
    classes: tuple[str, ...] = ()
    start: tuple[float, ...] = ()
    weights: Mapping[str, Mapping[str, tuple[float, ...]]] = field(default_factory=dict)

    def certainty(self, settled: Mapping[str, str], facts: Mapping[str, str]) -> float:
        """How probable the likeliest class is by what is known; 0 where nothing was learned.

        Args:
            settled: the questions that were asked or whose answer was known.
            facts: the answers among them that were given.

        >>> plan = QuestionPlan(order=("who",), classes=("a", "b"), start=(0, 0), weights={"who": {"me": (0, 3)}})
        >>> round(plan.certainty({"who": "given"}, {"who": "me"}), 2)
        0.95
        """
        if not self.classes:
            return 0.0
        evidence = list(self.start)
        for question in self.weights.keys() & settled.keys():
            known = self.weights[question]
            level = facts.get(question, NO_ANSWER)
            added = known.get(level, known.get(ANOTHER, (0.0,) * len(evidence)))
            evidence = [sum(pair) for pair in zip(evidence, added, strict=True)]
        highest = max(evidence)
        return 1 / sum(exp(each - highest) for each in evidence)

    def not_worth_asking(self, settled: Mapping[str, str], facts: Mapping[str, str]) -> list[str]:
        """The questions of the order that need not be asked any more: enough is known, or patience is used up."""
        waiting = [question for question in self.order if question not in settled]
        is_out_of_patience = 0 < self.patience <= len(self.order) - len(waiting)
        return waiting if is_out_of_patience or self.certainty(settled, facts) >= self.threshold else []


def load_plan(file: Path = PLAN_FILE) -> QuestionPlan:
    """The plan in a configuration file.

    Raises:
        ConfigurationError: the file is missing or cannot be used; names the key and the remedy.
    """
    try:
        kept = yaml.safe_load(file.read_text(encoding="utf-8"))
        return _plan(kept)
    except FileNotFoundError as error:
        raise _wrong(file, "the file is missing; take the one that Askwell came with.") from error
    except (yaml.YAMLError, TypeError, ValueError, KeyError) as error:
        remedy = "take the file that Askwell came with, or learn it anew with ./askwell questions learn."
        raise _wrong(file, f"{error}; {remedy}") from error


def save_plan(plan: QuestionPlan, file: Path = PLAN_FILE) -> None:
    """Writes a plan as `load_plan` reads it."""
    kept = asdict(plan)
    kept |= {key: list(kept[key]) for key in ("order", "classes", "start")}
    kept["weights"] = {
        question: {answer: [round(weight, 4) for weight in added] for answer, added in known.items()}
        for question, known in plan.weights.items()
    }
    text = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, default_flow_style=None, width=120)
    file.write_text(HEADER + text, encoding="utf-8")


HEADER = """\
# Which question comes next, and when enough is known. Written by `./askwell questions learn`; an empty `order` means
# that questions are asked in the catalogue's order and none is left out. Yours to change: `threshold` (the certainty
# of the classification that is enough) and `patience` (so many questions of the order at most; 0 is no limit).
"""


def _plan(kept: Any) -> QuestionPlan:
    plan = QuestionPlan(
        version=int(kept["version"]),
        order=tuple(map(str, kept["order"])),
        threshold=float(kept["threshold"]),
        patience=int(kept["patience"]),
        target=str(kept.get("target", "")),
        people=int(kept.get("people", 0)),
        classes=tuple(map(str, kept.get("classes", ()))),
        start=tuple(map(float, kept.get("start", ()))),
        weights={
            question: {str(answer): tuple(map(float, added)) for answer, added in known.items()}
            for question, known in kept.get("weights", {}).items()
        },
    )
    if not 0.5 <= plan.threshold <= 1:
        raise ValueError(f"threshold is {plan.threshold}, and a certainty lies between 0.5 and 1")
    if plan.patience < 0:
        raise ValueError(f"patience is {plan.patience}, and a number of questions is 0 or more")
    sizes = {len(added) for known in plan.weights.values() for added in known.values()} | {len(plan.start)}
    if sizes != {len(plan.classes)}:
        raise ValueError(f"start and weights need a number for each of the {len(plan.classes)} classes")
    return plan


def _wrong(file: Path, what: str) -> ConfigurationError:
    return ConfigurationError([Problem(name_of(file), 1, what)])
