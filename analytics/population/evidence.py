"""What the rules of segments look at."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Evidence:
    """What is known of each customer.

    `people` is indexed by customer, with the columns of `analytics.behaviour.behaviour`; `answers` has the same index
    and a column a question, with the current answer as stored or nothing.
    """

    people: pd.DataFrame
    answers: pd.DataFrame

    def answer(self, question: str) -> pd.Series:
        """Everybody's current answer to a question; missing for everybody where nobody has answered it."""
        if question in self.answers:
            return self.answers[question]
        return pd.Series(None, index=self.people.index, dtype="object")
