"""Everything that a report is made of, read from the store once."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

import pandas as pd

from analytics.behaviour import BehaviourRules, load_behaviour_rules
from analytics.population import Population, population
from analytics.population.days import end_of
from analytics.report.activity import Activity, Tables, activity
from analytics.report.period import Period
from analytics.segments import SegmentRules, load_segments, memberships
from analytics.staff_query.rights import load_rights
from profiles import Store


@dataclass(frozen=True)
class Material:
    """What a report tells of.

    Attributes:
        population: every customer as they stood at the end of the period.
        members: a row a customer, a column a segment (the last one `unclassified`), booleans.
        now: what happened in the period.
        before: what happened in the period of the same length before it.
        segments: the retailer's rules for segments.
        behaviour: the retailer's thresholds for status and stage.
        least: the smallest group that is shown.
    """

    population: Population
    members: pd.DataFrame
    now: Activity
    before: Activity
    segments: SegmentRules
    behaviour: BehaviourRules
    least: int


def gather(store: Store, since: date, until: date, today: date, zone: ZoneInfo) -> Material:
    """Read what the report of the days `since` to `until` needs.

    Args:
        store: the customer data bank.
        since, until: the first and the last day, both included, in the shop's zone.
        today: customers are shown as they stood at the end of `until`, or of today if that comes first; whoever has
            withdrawn by the end of today is left out.
        zone: the shop's zone.
    """
    period, tables, rules = Period(since, until, zone), Tables.of(store.frames), load_segments()
    everybody = population(store.frames, min(until, today), zone)
    return Material(
        population=everybody,
        members=memberships(everybody.evidence, rules),
        now=activity(tables, period, end_of(today, zone)),
        before=activity(tables, period.before, end_of(today, zone)),
        segments=rules,
        behaviour=load_behaviour_rules(),
        least=load_rights().smallest_group,
    )
