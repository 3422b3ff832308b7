"""What counted at a moment, out of tables that keep their history."""

from collections.abc import Collection
from datetime import datetime

import pandas as pd

SKIPPED = 2
IMPORTED = 1


def answers_at(answers: pd.DataFrame, moment: datetime) -> pd.DataFrame:
    """The answers that counted at `moment`, a row a customer and a column a question.

    As in the data bank itself: what was said in the chat counts before what was imported, a skipped question takes
    nothing back, then the later answer counts. An answer that takes one back ('I don't know') leaves nothing. What was
    imported counts at every moment: its time is that of the import, and the shop had known it before.

    Args:
        answers: the store's table of answers, history included.
        moment: the first moment whose answers no longer count.

    Returns:
        Values as they are stored, missing where none counted; indexed by customer.
    """
    known = answers[(answers["answered_at"] < moment) | (answers["source"] == "import")]
    weight = (known["source"] == "import") * IMPORTED
    weight = weight.mask(known["status"] == "skipped", SKIPPED)
    ordered = known.assign(weight=weight, row=range(len(known))).sort_values(["weight", "answered_at", "row"])
    first_weight = ordered.groupby(["customer_id", "question_id"])["weight"].transform("min")
    best = ordered[ordered["weight"] == first_weight].drop_duplicates(["customer_id", "question_id"], keep="last")
    given = best[best["status"] == "given"]
    return given.pivot(index="customer_id", columns="question_id", values="value")


def agreed_at(consents: pd.DataFrame, purpose: str, moment: datetime) -> list[str]:
    """The customers whose latest word on a purpose, before `moment`, was a yes."""
    known = consents[(consents["at"] < moment) & (consents["purpose"] == purpose)]
    latest = known.drop_duplicates("customer_id", keep="last")
    return [str(customer) for customer in latest.loc[latest["granted"], "customer_id"]]


def counted(table: pd.DataFrame, agreed: Collection[str], flagged: Collection[str]) -> pd.DataFrame:
    """The rows that may stand behind figures.

    Args:
        table: answers or needs, with `customer_id` and `conversation_id`.
        agreed: the customers who agree to the survey; of others, only what the shop imported itself counts.
        flagged: the conversations that look careless (I14).
    """
    imported = table["source"] == "import" if "source" in table else pd.Series(False, index=table.index)
    return table[imported | (table["customer_id"].isin(agreed) & ~table["conversation_id"].isin(flagged))]
