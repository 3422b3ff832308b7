"""Tables of people: who they are, what they said, need and agreed to."""

import pandas as pd
from sqlalchemy import Engine, Select, func, select

from profiles.current_answers import current_answers
from profiles.engine import begin
from profiles.frames.reading import read, table_of
from profiles.tables import answers, consents, customers, flags, needs

BACKGROUND = ("age_band", "gender", "district", "income_band", "for_whom")
"""The questions whose answers stand beside each customer."""
NEWSLETTER = "newsletter"
"""The purpose of the newsletter's consent."""


def customers_table(engine: Engine) -> pd.DataFrame:
    """One row a customer, with background and the newsletter's consent."""
    basic = select(*(customers.c[name] for name in ("customer_id", "source", "known", "created_at", "first_seen")))
    said = current_answers(answers.c.question_id.in_(BACKGROUND))
    given = select(said.c.customer_id, said.c.question_id, said.c.value).where(
        said.c.place == 1, said.c.status == "given"
    )
    latest = _latest_consents().subquery()
    agreed = select(latest.c.customer_id).where(latest.c.purpose == NEWSLETTER, latest.c.granted, latest.c.current)
    with begin(engine, writes=False) as connection:
        people = read(connection, basic.order_by(customers.c.customer_id))
        background = read(connection, given)
        newsletter = read(connection, agreed)
    wide = background.pivot(index="customer_id", columns="question_id", values="value")
    people = people.join(wide.reindex(columns=list(BACKGROUND)).astype("str"), on="customer_id")
    return people.assign(newsletter=people["customer_id"].isin(newsletter["customer_id"]))


def answers_table(engine: Engine) -> pd.DataFrame:
    """One row an answer, history included."""
    ranked = current_answers()
    fields = [ranked.c[column.name] for column in answers.c if column is not answers.c.number]
    return table_of(engine, select(*fields, (ranked.c.place == 1).label("current")).order_by(ranked.c.number))


def needs_table(engine: Engine) -> pd.DataFrame:
    """One row a need."""
    return table_of(engine, select(needs).order_by(needs.c.found_at, needs.c.need_id))


def consents_table(engine: Engine) -> pd.DataFrame:
    """One row a yes or no, history included."""
    return table_of(engine, _latest_consents().order_by(consents.c.number))


def flags_table(engine: Engine) -> pd.DataFrame:
    """One row a reason of an interview."""
    return table_of(engine, select(flags).order_by(flags.c.at, flags.c.conversation_id, flags.c.reason))


def _latest_consents() -> Select[tuple[object, ...]]:
    """Every consent, with whether it is the latest word of its customer on its purpose."""
    place = func.row_number().over(
        partition_by=(consents.c.customer_id, consents.c.purpose), order_by=consents.c.number.desc()
    )
    fields = [column for column in consents.c if column is not consents.c.number]
    return select(*fields, (place == 1).label("current"))
