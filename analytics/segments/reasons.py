"""Why a customer is in a segment, in words for staff."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from analytics.population.evidence import Evidence
from analytics.segments.matching import Reason, top_limit
from analytics.segments.rules import AnswerIs, AnswerWithin, Bounds, Condition, FigureInTop, FigureWithin, StandingIs
from catalogue import Catalogue, Language
from catalogue.models import SEPARATOR

PERCENTAGES = ("discount_share",)
MONEY = ("spend", "average_transaction_value")


def figure_text(figure: str, value: float) -> str:
    """A behaviour figure as people read it.

    >>> figure_text("discount_share", 0.615), figure_text("spend", 1234.5), figure_text("orders_per_month", 8.04)
    ('62%', '1,234.50', '8')
    """
    if figure in PERCENTAGES:
        return f"{value:.0%}"
    if figure in MONEY:
        return f"{value:,.2f}"
    return f"{round(value, 1):,g}"


@dataclass(frozen=True)
class Reasons:
    """Puts reasons into words of one language; the limits of 'the highest fifth' come from the evidence."""

    catalogue: Catalogue
    language: Language
    evidence: Evidence

    def joined(self, reasons: Iterable[Reason]) -> str:
        """All reasons for one segment in one line; empty for none."""
        texts = [self._text(condition, found) for condition, found in reasons]
        return (
            reduce(lambda first, second: self._say("because_and", first=first, second=second), texts) if texts else ""
        )

    def _text(self, condition: Condition, found: object) -> str:
        match condition:
            case FigureWithin(figure, bounds):
                return self._bounded(figure, self._figure(figure, found), bounds)
            case FigureInTop(figure, share):
                limit = figure_text(figure, top_limit(self.evidence, figure, share))
                return self._say("because_top", reason=self._figure(figure, found), share=f"{share:.0%}", limit=limit)
            case AnswerIs(question, _) | AnswerWithin(question, _):
                return self._answer(question, str(found))
            case StandingIs(field, _):
                return self._say(f"because_{field}", found=self._say(f"{field}_{found}"))
            case _:
                raise TypeError(f"A reason is told for one condition at a time, not for {condition!r}.")

    def _figure(self, figure: str, found: object) -> str:
        return self._say(f"because_{figure}", found=figure_text(figure, float(str(found))))

    def _bounded(self, figure: str, reason: str, bounds: Bounds) -> str:
        if bounds.at_least is not None:
            reason = self._say("because_from", reason=reason, limit=figure_text(figure, bounds.at_least))
        if bounds.below is not None:
            reason = self._say("because_below", reason=reason, limit=figure_text(figure, bounds.below))
        return reason

    def _answer(self, id: str, found: str) -> str:
        question = self.catalogue.questions[id]
        labels = {choice.value: choice.label[self.language] for choice in question.choices}
        answer = ", ".join(labels.get(value, value) for value in found.split(SEPARATOR))
        return self._say("because_answer", question=question.report_as[self.language], answer=answer)

    def _say(self, wording: str, **values: object) -> str:
        return self.catalogue.say(wording, self.language, **values)
