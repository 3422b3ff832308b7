"""Which of several answers to a question counts."""

from sqlalchemy import ColumnElement, Subquery, case, func, select, true

from profiles.tables import answers


def current_answers(whose: ColumnElement[bool] | None = None) -> Subquery:
    """The answers with their `place` for the customer and question: the one at place 1 counts.

    Said in the chat counts before imported: a stale file must not undo somebody's correction. A skipped question comes
    last, because skipping takes nothing back. Then the later answer counts, and of two at one time the later row.

    Args:
        whose: which answers to look at; all if None.
    """
    weight = case((answers.c.status == "skipped", 2), (answers.c.source == "import", 1), else_=0)
    place = func.row_number().over(
        partition_by=(answers.c.customer_id, answers.c.question_id),
        order_by=(weight, answers.c.answered_at.desc(), answers.c.number.desc()),
    )
    return select(answers, place.label("place")).where(true() if whose is None else whose).subquery()
