"""Puts together what was known of every customer at the end of a day."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pandas as pd

from analytics.behaviour import BehaviourRules, behaviour, load_behaviour_rules, orders_known_until
from analytics.population.days import end_of
from analytics.population.evidence import Evidence
from analytics.population.latest import agreed_at, answers_at, counted
from analytics.population.summaries import orders_of
from profiles.frames import Frames

NEWSLETTER = "newsletter"
SURVEY = "survey"
"""The purpose that shoppers agree to before the first question (P1)."""
DENIED = "denied"


@dataclass(frozen=True)
class Population:
    """Every customer at the end of `day`.

    Attributes:
        day: the day, in the shop's zone.
        orders_known_until: the day to which recency is counted; before `day` where the records stopped.
        people: indexed by customer: `joined_at`, `newsletter`, `online`, `offline` and the behaviour figures.
        answers: the answers that count, with the same index and a column a question; without the chats of those who
            have withdrawn their consent by now, and without interviews that look careless.
        needs: a row a need that was found up to that day and that the customer did not deny.
        currency: of all money figures; empty where nothing was ordered.
        careless: how many interviews were left out because they look careless (I14).
    """

    day: date
    orders_known_until: date
    people: pd.DataFrame
    answers: pd.DataFrame
    needs: pd.DataFrame
    currency: str
    careless: int

    @property
    def evidence(self) -> Evidence:
        """What segment rules look at."""
        return Evidence(self.people, self.answers)


def population(frames: Frames, day: date, zone: ZoneInfo, rules: BehaviourRules | None = None) -> Population:
    """Everybody as they stood at the end of `day`.

    Args:
        frames: the store's tables.
        day: in the shop's zone; what came after it is left out.
        zone: the shop's zone.
        rules: the retailer's thresholds; those of configuration/behaviour.yml by default.

    Returns:
        A population without rows where there was nobody yet.
    """
    rules = rules or load_behaviour_rules()
    end = end_of(day, zone)
    orders = orders_of(frames)
    summary = orders.summary(None, end)
    customers = _joined(frames.customers(), summary["first_ordered_at"], end)
    known_until = orders_known_until(summary, day, zone, rules.orders_stopped_after_days)
    figures = behaviour(customers.index, summary, known_until, zone, rules)
    people = customers.join(summary[["online", "offline"]]).join(figures)
    people = people.assign(
        newsletter=people.index.isin(agreed_at(frames.consents(), NEWSLETTER, end)),
        online=people["online"].eq(True),
        offline=people["offline"].eq(True),
    )
    agreed, flagged = _agreed_by_now(frames), flagged_conversations(frames.flags())
    told = counted(frames.answers(), agreed, flagged)
    answers = answers_at(told, end).reindex(people.index)
    return Population(
        day=day,
        orders_known_until=known_until,
        people=people,
        answers=answers,
        needs=_standing(counted(frames.needs(), agreed, flagged), end, people.index),
        currency=orders.currency,
        careless=len(flagged),
    )


def flagged_conversations(flags: pd.DataFrame) -> set[str]:
    """The conversations that are left out of figures because they look careless."""
    return set(flags["conversation_id"])


def _agreed_by_now(frames: Frames) -> list[str]:
    """Whose latest word on the survey is a yes; whoever withdraws is left out of the figures of earlier days too."""
    consents = frames.consents()
    latest = consents[(consents["purpose"] == SURVEY) & consents["current"]]
    return [str(customer) for customer in latest.loc[latest["granted"], "customer_id"]]


def _joined(customers: pd.DataFrame, first_orders: pd.Series, end: datetime) -> pd.DataFrame:
    """Customers by the time they joined: when they were first seen, or their row was made, or they first ordered."""
    joined = customers["first_seen"].fillna(customers["created_at"]).set_axis(customers["customer_id"])
    ordered = first_orders.reindex(joined.index)
    earliest = joined.where(~(ordered < joined), ordered)
    return pd.DataFrame({"joined_at": earliest[earliest < end]})


def _standing(needs: pd.DataFrame, end: datetime, customers: pd.Index) -> pd.DataFrame:
    return needs[
        (needs["found_at"] < end) & (needs["confirmed"] != DENIED) & needs["customer_id"].isin(customers)
    ].reset_index(drop=True)
