"""What has been understood of a question so far."""

from dataclasses import dataclass, field
from datetime import date

from analytics.staff_query.clauses import (
    AmountClause,
    AnswerClause,
    Clause,
    EventClause,
    NeedClause,
    Times,
    ValuesClause,
)
from analytics.staff_query.query import Comparison, Filter, Measure
from reading.values.periods import Period

Timed = NeedClause | EventClause | AmountClause
Open = ValuesClause | NeedClause | EventClause | AmountClause | AnswerClause


@dataclass
class Draft:
    """A question, or a fragment of one, while it is read.

    `open` is the clause that the next words may belong to, `negated` whether a 'not' waits for its clause,
    `connector` the 'and', 'or' or comma since the last clause or value, `label` a field's name that was just read,
    `seen` the names of all words of the question language that were read.
    """

    today: date
    clauses: list[Clause] = field(default_factory=list)
    open: Open | None = None
    negated: bool = False
    connector: str | None = None
    connector_written: str = ""
    label: tuple[str, str] | None = None
    waiting_period: tuple[Period, str] | None = None
    expects_axes: bool = False
    group_by: list[str] = field(default_factory=list)
    compare: Comparison | None = None
    measure: Measure | None = None
    marketing: bool = False
    seen: list[str] = field(default_factory=list)
    not_understood: list[str] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def begin(self, clause: Open) -> None:
        """Close the open clause and begin another, which takes the 'not' and the period that wait.

        All clauses must hold together: an 'or' between two of them is not understood, rather than taken for 'and'.
        """
        if not self._is_labelled(clause):
            self.drop_label()
        if self.connector == "or" and self.clauses:
            self.not_understood.append(self.connector_written)
        self.clauses.append(clause)
        self.open, self.negated, self.connector, self.label = clause, False, None, None
        if isinstance(clause, Timed) and self.waiting_period:
            clause.times.period, self.waiting_period = self.waiting_period[0], None

    def drop_label(self) -> None:
        """Give up the name of a field that no value followed: what was meant by it is not known."""
        if self.label:
            self.not_understood.append(self.label[1])
        self.label = None

    def _is_labelled(self, clause: Open) -> bool:
        if self.label is None:
            return True
        if isinstance(clause, NeedClause):
            return self.label[0].startswith("need_")
        return isinstance(clause, ValuesClause) and clause.subject == self.label[0]

    def end_clause(self) -> None:
        """Close the open clause."""
        self.open = None

    def times(self) -> list[Times]:
        """The periods of all clauses that can have one."""
        return [clause.times for clause in self.clauses if isinstance(clause, Timed)]

    def filters(self) -> list[Filter]:
        """The filters of all clauses, in the order of the question."""
        return [filter_ for clause in self.clauses for filter_ in clause.filters(self.today)]
