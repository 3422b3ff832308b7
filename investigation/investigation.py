"""The investigation: one turn in, one step out, in one transaction, and the same step for the same message."""

from analytics.answer_meaning import AnswerMeanings
from analytics.needs import NeedsReader
from analytics.question_order.plan import QuestionPlan, load_plan
from catalogue import Catalogue
from investigation import after_the_end, asking, endings, honesty, opening, people, responding
from investigation.interview import Interview
from investigation.limits import Limits
from investigation.routing import count
from investigation.shop import Shop
from investigation.step import Progress, Step
from investigation.turn import Turn
from investigation.visit import Visit
from profiles.store import Store, Unit


class Investigation:
    """Finds out what a shopper needs, turn by turn.

    Args:
        store: the customer data bank.
        catalogue: what may be asked and said.
        reader: finds needs and cues in text.
        meanings: knows what free answers to closed questions mean.
        shop: who asks.
        limits: how far to go with one person's patience.
        plan: which questions tell most, and when enough is known; the retailer's configuration if left out.
    """

    def __init__(
        self,
        store: Store,
        catalogue: Catalogue,
        reader: NeedsReader,
        meanings: AnswerMeanings,
        shop: Shop,
        limits: Limits | None = None,
        plan: QuestionPlan | None = None,
    ) -> None:
        self._store = store
        self._catalogue = catalogue
        self._reader = reader
        self._meanings = meanings
        self._shop = shop
        self._limits = limits or Limits()
        self._plan = plan or load_plan()

    def take(self, turn: Turn) -> Step:
        """Works on one message: stores what it says and decides what to say and ask next.

        The same message again changes nothing and gives the same step, also after a crash between two processes.
        """
        with self._store.transaction() as unit:
            kept = unit.steps.get(turn.conversation_id, turn.message_id)
            if kept is not None:
                return Step.from_dict(kept)
            visit = self._visit(unit, turn)
            _respond(visit)
            honesty.check(visit)
            step = _step_of(visit)
            unit.interviews.save(turn.conversation_id, visit.interview.customer_id, visit.interview.to_dict(), turn.at)
            unit.steps.save(turn.conversation_id, turn.message_id, step.to_dict())
            return step

    def _visit(self, unit: Unit, turn: Turn) -> Visit:
        kept = unit.interviews.get(turn.conversation_id)
        interview = Interview.from_dict(kept) if kept else Interview(language=turn.language)
        return Visit(
            unit,
            turn,
            interview,
            self._catalogue,
            self._reader,
            self._meanings,
            self._limits,
            self._shop,
            self._plan,
            was_open=interview.open_slot,
        )


def _respond(visit: Visit) -> None:
    if people.is_for_person(visit):
        visit.say("person_passed_on")
        return
    if after_the_end.goes_on(visit):
        visit.interview.ended = None
        visit.is_back = True
    if visit.interview.ended is not None:
        after_the_end.respond(visit)
        return
    if visit.turn.opening:
        opening.begin(visit)
    elif visit.turn.choice is not None:
        responding.to_choice(visit, *visit.turn.choice)
    else:
        responding.to_text(visit)
    asking.open_next(visit)


def _step_of(visit: Visit) -> Step:
    interview = visit.interview
    says, placeholders = asking.prepare(visit)
    progress = Progress(*count(interview, visit.catalogue)) if interview.customer_id is not None else None
    ended = interview.ended is not None and interview.open_slot is None
    put_off = ended and interview.ended == endings.LATER
    return Step(says, interview.open_slot, interview.language, placeholders, progress, ended, put_off)
