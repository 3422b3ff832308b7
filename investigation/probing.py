"""Following a weak hint to the need behind it: one neutral probe at a time, and only while it is welcome (I2, I6)."""

from catalogue import Probe, Question
from investigation import found_needs
from investigation.interview import Interview, Probing
from investigation.limits import Limits
from investigation.visit import Visit, quotable
from reading.values import says_nothing

LOW_SCORE = "low_score"
WORDED = ("text", "choice", "choices")
"""Kinds whose answers are words, in which a cue can stand."""


def cues_in(visit: Visit, question: Question, text: str) -> tuple[str, ...]:
    """What in an answer calls for a probe: cues in its words, and a low score.

    Args:
        question: what was answered.
        text: the words of the answer: the label of a choice, the figure itself for a scale.

    Returns:
        Nothing for a score whose reason is the next question anyway, nor for numbers and dates.
    """
    if question.kind.name == "scale":
        return (LOW_SCORE,) if _is_low(question, text, visit.limits) and not _reason_is_asked(visit, question) else ()
    if question.kind.name not in WORDED:
        return ()
    cues = visit.look(text, question.listens_for).cues()
    return (*cues, LOW_SCORE) if _explains_low_score(visit, question) and not says_nothing(text) else cues


def open_probe(visit: Visit, question: Question, cues: tuple[str, ...], words: str) -> bool:
    """Opens the probe of `question` that fits the first cue; False where none fits or the shopper has had enough."""
    interview = visit.interview
    if not cues or not may_probe(interview, question.topic, visit.limits):
        return False
    for cue in cues:
        for probe in _by_fit(visit, question, words):
            phrasing = _unused_phrasing(visit, question.topic, probe, cue)
            if phrasing is not None:
                _open(interview, Probing(question.id, question.topic, probe.id, phrasing, quotable(words)))
                return True
    return False


def may_probe(interview: Interview, topic: str, limits: Limits) -> bool:
    """Whether the conversation still bears a probe on `topic`."""
    return (
        len(interview.probes_by_topic.get(topic, [])) < limits.probes_on_a_topic
        and len(interview.probes_used) < limits.probes_in_all
        and interview.short_answers < limits.tired_after
        and not interview.tired
        and interview.ended is None
    )


def close_topic(interview: Interview, topic: str, limits: Limits) -> None:
    """Probes no more on a topic on which the shopper has nothing to add."""
    asked = interview.probes_by_topic.setdefault(topic, [])
    asked += [""] * (limits.probes_on_a_topic - len(asked))


def _open(interview: Interview, probing: Probing) -> None:
    interview.probing = probing
    interview.probes_used.append(probing.slot)
    interview.probes_by_topic.setdefault(probing.topic, []).append(probing.probe_id)
    interview.open_slot = probing.slot


def _by_fit(visit: Visit, question: Question, words: str) -> list[Probe]:
    """The question's probes in its order; after a weak hint first those that suit a complaint and a wish alike.

    A weak hint does not tell yet which of the two it is, and nobody is to be led to either (I7).
    """
    probes = [visit.catalogue.probes[id] for id in question.probe]
    if any(need.explicit for need in found_needs.needs_in(visit, words)):
        return probes
    return sorted(probes, key=lambda probe: not set(found_needs.KEPT) <= set(probe.fits))


def _unused_phrasing(visit: Visit, topic: str, probe: Probe, cue: str) -> int | None:
    """The first phrasing, not yet used at all, of a probe that fits and that this topic has not had."""
    if cue not in probe.fits or probe.id in visit.interview.probes_by_topic.get(topic, []):
        return None
    for phrasing in range(len(probe.ask["en"])):
        if f"probe_{probe.id}_{phrasing}" not in visit.interview.probes_used:
            return phrasing
    return None


def _is_low(question: Question, text: str, limits: Limits) -> bool:
    low, high = question.kind.low or 0, question.kind.high or 10
    return bool(text) and float(text) <= low + limits.low_score * (high - low)


def _explains_low_score(visit: Visit, question: Question) -> bool:
    """Whether the question asks what lies behind a score that was low; then whatever is said of it is worth a probe."""
    known = visit.catalogue.questions
    scores = [known[id] for id in question.ask_when if id in known and known[id].kind.name == "scale"]
    return any(_is_low(score, visit.interview.facts.get(score.id, ""), visit.limits) for score in scores)


def _reason_is_asked(visit: Visit, question: Question) -> bool:
    """Whether the catalogue has an open question of its own that depends on this score."""
    asked = visit.catalogue.asked().values()
    return any(question.id in other.ask_when and other.kind.name == "text" for other in asked)
