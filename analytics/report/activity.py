"""What happened in one period: who took part, what was said, and what was ordered."""

from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from analytics.population import orders_of
from analytics.population.latest import agreed_at, counted
from analytics.report.period import Period
from profiles.frames import Frames

SURVEY = "survey"
"""The purpose that shoppers agree to before the first question (P1)."""
DENIED = "denied"


@dataclass(frozen=True)
class Tables:
    """The store's tables of people and chats, read once for all periods of a report."""

    frames: Frames
    answers: pd.DataFrame
    needs: pd.DataFrame
    consents: pd.DataFrame
    conversations: pd.DataFrame
    flags: pd.DataFrame

    @classmethod
    def of(cls, frames: Frames) -> "Tables":
        """The tables of a store."""
        return cls(frames, frames.answers(), frames.needs(), frames.consents(), frames.conversations(), frames.flags())


@dataclass(frozen=True)
class Activity:
    """One period.

    Attributes:
        period: its days.
        answers: the answers given in its chats by people who agree to the survey; the latest a customer and question.
        needs: the needs found in it, of people who agree, without those that the customer denied.
        denied: how many needs were left out because the customer said no to them.
        careless: how many of its interviews were left out because they look careless (I14).
        withdrawn: how many people's words were left out because they no longer agree.
        conversations: the shoppers' conversations that were opened in it: `conversation_id, agreed, refused, ended`
            (booleans) and `answered`, the number of questions answered in it.
        orders: what was ordered in the period, a row a customer (`Orders.summary`).
        notices: the versions of the notice that people agreed to in it.
    """

    period: Period
    answers: pd.DataFrame
    needs: pd.DataFrame
    denied: int
    careless: int
    withdrawn: int
    conversations: pd.DataFrame
    orders: pd.DataFrame
    notices: tuple[str, ...]

    @property
    def participants(self) -> pd.Index:
        """Who took part: at least one answer or one need of theirs counts, in the order of their numbers."""
        said = {*self.answers["customer_id"], *self.needs["customer_id"]}
        people: pd.Index = pd.Index(sorted(said), name="customer_id", dtype="str")
        return people


def activity(tables: Tables, period: Period, agreed_until: datetime) -> Activity:
    """What happened in `period`.

    Args:
        tables: the store's tables.
        period: the days.
        agreed_until: whose latest word on the survey before this moment is not a yes is left out.

    Returns:
        Tables without rows where nothing happened.
    """
    agreed = set(agreed_at(tables.consents, SURVEY, agreed_until))
    answers = _within(tables.answers, "answered_at", period)
    answers = answers[(answers["source"] == "chat") & (answers["status"] == "given")]
    needs = _within(tables.needs, "found_at", period)
    people = pd.concat([answers["customer_id"], needs["customer_id"]])
    flagged = set(tables.flags["conversation_id"])
    careless = flagged & {*answers["conversation_id"], *needs["conversation_id"]}
    answers, needs = counted(answers, agreed, flagged), counted(needs, agreed, flagged)
    denied = needs["confirmed"] == DENIED
    return Activity(
        period=period,
        answers=answers.drop_duplicates(["customer_id", "question_id"], keep="last").reset_index(drop=True),
        needs=needs[~denied].sort_values(["found_at", "need_id"]).reset_index(drop=True),
        denied=int(denied.sum()),
        careless=len(careless),
        withdrawn=len(set(people) - agreed),
        conversations=_conversations(tables, period, answers),
        orders=orders_of(tables.frames).summary(period.begin, period.end),
        notices=tuple(sorted(_yeses(tables.consents, period)["notice_version"].unique())),
    )


def _within(table: pd.DataFrame, column: str, period: Period) -> pd.DataFrame:
    return table[(table[column] >= period.begin) & (table[column] < period.end)]


def _yeses(consents: pd.DataFrame, period: Period) -> pd.DataFrame:
    given = _within(consents, "at", period)
    return given[(given["purpose"] == SURVEY) & given["granted"]]


def _conversations(tables: Tables, period: Period, answers: pd.DataFrame) -> pd.DataFrame:
    """Agreed is a conversation with a yes of its own, or (of somebody who had agreed before) with an answer."""
    opened = _within(tables.conversations, "started_at", period)
    opened = opened[opened["role"] == "shopper"].reset_index(drop=True)
    answered = answers.groupby("conversation_id")["question_id"].nunique()
    yes = tables.consents[(tables.consents["purpose"] == SURVEY) & tables.consents["granted"]]
    agreed = opened["conversation_id"].isin({*yes["conversation_id"].dropna(), *answered.index})
    return pd.DataFrame(
        {
            "conversation_id": opened["conversation_id"],
            "agreed": agreed,
            "refused": opened["refused"] & ~agreed,
            "ended": opened["ended_at"].notna() & agreed,
            "answered": opened["conversation_id"].map(answered).fillna(0).astype("int64"),
        }
    )
