"""The retailer's thresholds for account status and stage of development (configuration/behaviour.yml)."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from analytics.configuration import CONFIGURATION_FOLDER, open_configuration, refuse, whole_number
from catalogue import Problem
from catalogue.loading.fields import Fields

BEHAVIOUR_FILE = CONFIGURATION_FOLDER / "behaviour.yml"


@dataclass(frozen=True)
class StatusRules:
    """After how many of their own intervals without an order customers are at risk, lapsed and lost."""

    at_risk_after_intervals: int
    lapsed_after_intervals: int
    lost_after_intervals: int
    shortest_interval_days: int
    usual_interval_days: int


@dataclass(frozen=True)
class StageRules:
    """From how many orders customers are past the initial stage, and what makes them mature."""

    development_from_orders: int
    mature_from_orders: int
    mature_from_days: int
    mature_from_categories: int


@dataclass(frozen=True)
class BehaviourRules:
    """Everything that configuration/behaviour.yml says."""

    version: int
    orders_stopped_after_days: int
    status: StatusRules
    stage: StageRules


@lru_cache(maxsize=8)
def load_behaviour_rules(file: Path = BEHAVIOUR_FILE) -> BehaviourRules:
    """The thresholds in `file`, read once.

    Raises:
        ConfigurationError: names each mistake with its line and its remedy.

    >>> load_behaviour_rules().stage.development_from_orders
    3
    """
    problems: list[Problem] = []
    fields = open_configuration(file, ("version", "orders_stopped_after_days", "status", "stage"), problems)
    rules = BehaviourRules(
        version=whole_number(fields, "version", 1),
        orders_stopped_after_days=whole_number(fields, "orders_stopped_after_days", 1),
        status=StatusRules(**_numbers(fields, "status", StatusRules)),
        stage=StageRules(**_numbers(fields, "stage", StageRules)),
    )
    _note_disorder(fields, rules)
    refuse(problems)
    return rules


def _numbers(fields: Fields, key: str, shape: type[StatusRules] | type[StageRules]) -> dict[str, int]:
    names = tuple(shape.__dataclass_fields__)
    if not fields.require(key):
        return dict.fromkeys(names, 1)
    inner = fields.inner(fields.nodes[key], names)
    return {name: whole_number(inner, name, 1) for name in names}


def _note_disorder(fields: Fields, rules: BehaviourRules) -> None:
    """Thresholds that do not rise would make a status or a stage that nobody can have."""
    status, stage = rules.status, rules.stage
    if not status.at_risk_after_intervals < status.lapsed_after_intervals < status.lost_after_intervals:
        fields.refuse(fields.lines.get("status", 1), "the intervals do not rise; write at risk < lapsed < lost.")
    if not stage.development_from_orders < stage.mature_from_orders:
        fields.refuse(fields.lines.get("stage", 1), "mature_from_orders must be above development_from_orders.")
