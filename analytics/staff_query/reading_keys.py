"""Reads the words of the question language itself: 'joined', 'not', 'by', 'newsletter' … (words.yml)."""

from collections.abc import Callable

from analytics.staff_query.clauses import AmountClause, AnswerClause, EventClause, NeedClause, ValuesClause
from analytics.staff_query.meanings import ANSWER
from analytics.staff_query.query import Event, Measure
from analytics.staff_query.reading_values import add_type
from analytics.staff_query.step import Step

IGNORED = frozenset(
    {"count", "customers", "list", "export", "all", "only", "those", "this", "what_about", "also", "to"}
)
"""What these say about the whole question is looked up in `Draft.seen`."""
CONNECTORS = frozenset({"and", "or", "comma"})
EVENTS: dict[str, Event] = {"joined": "joined", "ordered": "ordered", "chatted": "chatted"}
NEEDS = {
    "need": None,
    "need_dissatisfaction": "dissatisfaction",
    "need_wish": "wish",
    "need_advice": "advice",
    "need_praise": "praise",
}
MEASURES: dict[str, Measure] = {"measure_spend": "spend", "measure_average": "average_transaction_value"}


def read_key(step: Step) -> bool:
    """A word of the question language; of several that a token may be, the first that is read here."""
    for key in sorted(step.token.keys):
        handler = HANDLERS.get(key)
        if handler and handler(step, key):
            step.draft.seen.append(key)
            return True
    return False


def _ignored(step: Step, key: str) -> bool:
    return True


def _connector(step: Step, key: str) -> bool:
    step.draft.connector, step.draft.connector_written = key, step.token.written
    return True


def _not(step: Step, key: str) -> bool:
    step.draft.negated = True
    return True


def _by(step: Step, key: str) -> bool:
    step.draft.expects_axes = True
    return True


def _distribution(step: Step, key: str) -> bool:
    """'Age distribution': the field whose name came before it tells customers apart."""
    if step.draft.label:
        step.draft.group_by.append(step.draft.label[0])
        step.draft.label = None
    else:
        step.draft.expects_axes = True
    return True


def _event(step: Step, key: str) -> bool:
    opened = step.draft.open
    counts_orders = isinstance(opened, AmountClause) and opened.subject == "orders"
    if key == "ordered" and counts_orders and step.draft.connector is None:
        return True
    step.draft.begin(EventClause(EVENTS[key], step.draft.negated))
    return True


def _orders(step: Step, key: str) -> bool:
    """The unit of a number that was read; else customers with orders, but never the number of orders."""
    opened = step.draft.open
    if isinstance(opened, AmountClause) and opened.subject == "orders":
        return True
    if "count" in step.draft.seen and "customers" not in step.draft.seen:
        return False
    step.draft.begin(EventClause("ordered", step.draft.negated))
    return True


def _spent(step: Step, key: str) -> bool:
    if step.draft.measure is None:
        step.draft.begin(AmountClause("spend", step.token.written))
    return True


def _average(step: Step, key: str) -> bool:
    """'50 dollars an order on average' turns what was read as spend into spend per order."""
    opened = step.draft.open
    if isinstance(opened, AmountClause) and opened.subject == "spend" and step.draft.connector is None:
        opened.subject = "average_transaction_value"
    else:
        step.draft.begin(AmountClause("average_transaction_value", step.token.written))
    return True


def _measure(step: Step, key: str) -> bool:
    step.draft.measure = MEASURES[key]
    return True


def _newsletter(step: Step, key: str) -> bool:
    refused = key == "newsletter_no"
    step.draft.begin(ValuesClause("newsletter", refused != step.draft.negated, ["yes"]))
    return True


def _marketing(step: Step, key: str) -> bool:
    step.draft.marketing = True
    return True


def _said(step: Step, key: str) -> bool:
    opened = step.draft.open
    if isinstance(opened, AnswerClause) and not opened.candidates and opened.bounds is None:
        opened.excluded = opened.excluded or step.draft.negated
        step.draft.negated = False
    else:
        step.draft.begin(AnswerClause(step.draft.negated))
    return True


def _need(step: Step, key: str) -> bool:
    opened = step.draft.open
    type_ = NEEDS[key]
    if type_ is None and isinstance(opened, NeedClause) and step.draft.connector is None and not step.draft.negated:
        return True
    add_type(step, type_)
    return True


def _aged(step: Step, key: str) -> bool:
    """The words around an age: its label before it, or its unit after it."""
    opened = step.draft.open
    if not (isinstance(opened, ValuesClause) and opened.subject == "age_band"):
        step.draft.label = ("age_band", step.token.written)
    return True


def _compare(step: Step, key: str) -> bool:
    """A comparison without a time; but the character that people write for both 'than' and 'give' is mostly 'give'."""
    if "filler" in step.token.keys:
        return True
    say = step.vocabulary.catalogue.say
    step.draft.unclear.append(say("query_unclear_compare", step.language, words=step.token.written))
    return True


HANDLERS: dict[str, Callable[[Step, str], bool]] = {
    **dict.fromkeys(IGNORED, _ignored),
    **dict.fromkeys(CONNECTORS, _connector),
    **dict.fromkeys(EVENTS, _event),
    **dict.fromkeys(NEEDS, _need),
    **dict.fromkeys(MEASURES, _measure),
    "not": _not,
    "by": _by,
    "distribution": _distribution,
    "orders": _orders,
    "spent": _spent,
    "average": _average,
    "newsletter": _newsletter,
    "newsletter_no": _newsletter,
    "marketing": _marketing,
    "said": _said,
    "aged": _aged,
    "compare": _compare,
}


def read_axis(step: Step) -> bool:
    """The name of a field or of a question: after 'by' customers are told apart by it, else its values follow."""
    axes, draft = step.token.axes, step.draft
    if not axes:
        return False
    if draft.expects_axes:
        draft.group_by.append(axes[0])
        draft.end_clause()
        return True
    question = axes[0].removeprefix(ANSWER) if axes[0].startswith(ANSWER) else None
    if isinstance(draft.open, ValuesClause) and draft.open.subject == axes[0]:
        return True
    if question is None:
        draft.drop_label()
        draft.label = (axes[0], step.token.written)
    elif isinstance(draft.open, AnswerClause) and draft.open.question is None:
        draft.open.question = question
    else:
        draft.begin(AnswerClause(draft.negated, question))
    return True
