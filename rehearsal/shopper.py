"""A simulated shopper: decides what to reply to whatever is asked, by what arrives on the wire alone."""

from random import Random
from typing import Any

from catalogue import Catalogue, Language, Question
from rehearsal import steps
from rehearsal.answering import answer_in_words, button_for
from rehearsal.asked import Asked
from rehearsal.habits import habits
from rehearsal.memory import Memory
from rehearsal.persona import NEWSLETTER, HeldNeed, Persona
from rehearsal.reply import Aim, Reply

FIRST_INTERRUPTION, LAST_INTERRUPTION = 2, 14
"""Interruptions fall between these messages of a shopper, or before their patience ends."""


class Shopper:
    """One persona in one conversation.

    Args:
        persona: whom it plays.
        catalogue: what questions are called and what their buttons say.
        chance: decides wherever a person might do one thing or another.
    """

    def __init__(self, persona: Persona, catalogue: Catalogue, chance: Random) -> None:
        self.persona = persona
        self.catalogue = catalogue
        self.chance = chance
        self.language: Language = persona.language
        self.memory = Memory({NEWSLETTER: "no"} | persona.facts)
        self.to_correct = ""
        """The answer, or the words of a need, that the shopper has asked to change at the play-back."""
        self.misread: steps.Misread | None = None
        """The need that was played back otherwise than it is, while it is being put right."""
        self.answering = next(iter(catalogue.questions), "")
        """The question that the shopper was asked last, which a message may ask back about."""
        self.corrections = 0
        self._sent = 0
        self._vague: set[str] = set()
        self._tried: dict[str, int] = {}
        self._edits = dict(persona.behaviour.edits)
        self._interruptions = self._scheduled()

    @property
    def is_out_of_patience(self) -> bool:
        """Whether the shopper leaves now."""
        return self._sent >= self.persona.patience

    def hear(self, asked: Asked, language: Language) -> None:
        """Takes in what is asked, and the language it is asked in."""
        self.language = language
        self.memory.hear(asked)

    def reply(self, asked: Asked, message: dict[str, Any]) -> Reply:
        """What the shopper sends now."""
        reply = self._reply(asked, message)
        self._sent += 1
        self.memory.speak(asked, reply)
        return reply

    def phrase(self, name: str, **values: str) -> str:
        """A stock phrase in the language of the conversation."""
        return habits(self.language, self.chance, self.persona.behaviour.typos).phrase(name, **values)

    def typed(self, text: str) -> str:
        """`text` with the slips of this shopper's fingers."""
        return habits(self.language, self.chance, self.persona.behaviour.typos).typed(text)

    def remaining_edits(self) -> list[str]:
        """Answers that the shopper has told and still wants to change."""
        return [id for id in self._edits if id in self.memory.given]

    def change_mind(self, id: str) -> None:
        """From now on the new value is the truth."""
        self.memory.truth[id] = self._edits.pop(id)

    def next_hint(self, topic: str = "") -> HeldNeed | None:
        """The next need to hint at: one about the question's topic first; under another theme's topic nothing else."""
        left = [need for need in self.persona.needs if need not in self.memory.hinted]
        about = [need for need in left if need.theme == topic]
        return next(iter(about or ([] if topic in self._topical() else left)), None)

    def hint_at(self, needs: list[HeldNeed]) -> str:
        """The hints of these needs in one message."""
        self.memory.hinted += needs
        self.memory.untold = needs[-1] if needs else None
        text = self.typed("; ".join(need.hint for need in needs))
        if needs:
            self.memory.told_as[text] = needs[-1]
        return text

    def _reply(self, asked: Asked, message: dict[str, Any]) -> Reply:
        if (interruption := self._interruption()) is not None:
            return interruption
        if asked.kind in ("step", "unknown"):
            return steps.reply(self, asked, message)
        if (edit := self._edit()) is not None:
            return edit
        if asked.kind == "probe":
            return self._to_probe(asked)
        return self._to_question(self.catalogue.questions[asked.id], message)

    def _to_question(self, question: Question, message: dict[str, Any]) -> Reply:
        self.answering = question.id
        if question.id in self.persona.behaviour.refuse:
            return Reply(self.phrase("refuse"), Aim.PASS)
        knows = question.id in self.memory.truth or question.id in self.persona.says
        if not knows and question.kind.name != "text":
            return Reply(self.phrase(self.chance.choice(("skip", "dont_know"))), Aim.PASS)
        if question.id not in self._vague and self.chance.random() < self.persona.behaviour.vague:
            self._vague.add(question.id)
            return Reply(self.phrase("vague"), Aim.VAGUE)
        return self._answer(question, message) if knows else self._to_open_question(question)

    def _answer(self, question: Question, message: dict[str, Any]) -> Reply:
        """The persona's own wording first; asked once more, the button or the plain value."""
        tries = self._tried.get(question.id, 0)
        self._tried[question.id] = tries + 1
        self.memory.given.add(question.id)
        is_edited = self.memory.truth.get(question.id) != self.persona.facts.get(question.id)
        wordings = self.persona.says.get(question.id, ())
        if wordings and not tries and not is_edited:
            return Reply(self.typed(self.chance.choice(wordings)), Aim.ANSWER)
        value = self.memory.truth.get(question.id, "")
        label = button_for(question, value, message)
        if label is not None:
            return Reply(label, Aim.ANSWER, is_button=True)
        mine = habits(self.language, self.chance, self.persona.behaviour.typos)
        return Reply(answer_in_words(question, value or self.phrase("nothing"), mine), Aim.ANSWER)

    def _to_open_question(self, question: Question) -> Reply:
        need = self.next_hint(question.topic)
        return Reply(self.hint_at([need]) if need else self.phrase("nothing"), Aim.ANSWER)

    def _to_probe(self, asked: Asked) -> Reply:
        need = self.memory.untold
        self.memory.untold = None
        if self.memory.was_vague and (hint := self.next_hint()):
            return Reply(self.hint_at([hint]), Aim.ANSWER)
        if need is None or need.type not in self.catalogue.probes[asked.id].fits:
            return Reply(self.phrase("told_all"), Aim.ANSWER)
        self.memory.told.append(need)
        text = self.typed(need.told)
        self.memory.told_as[text] = need
        return Reply(text, Aim.ANSWER)

    def _edit(self) -> Reply | None:
        """Now and then, an earlier answer is changed in words instead of an answer to what is asked."""
        waiting = self.remaining_edits()
        if not waiting or self.chance.random() < 0.5:
            return None
        question = self.catalogue.questions[waiting[0]]
        self.change_mind(question.id)
        mine = habits(self.language, self.chance, 0.0)
        value = answer_in_words(question, self.memory.truth[question.id], mine)
        text = self.phrase("edit", question=question.report_as[self.language], value=value)
        return Reply(text, Aim.EDIT, expects=question.id)

    def _interruption(self) -> Reply | None:
        text = self._interruptions.pop(self._sent, None)
        return Reply(text, Aim.INTERRUPT) if text else None

    def _scheduled(self) -> dict[int, str]:
        """Message number to what is said there instead of an answer."""
        texts = self.persona.behaviour.interrupts
        last = max(FIRST_INTERRUPTION + len(texts), min(LAST_INTERRUPTION, self.persona.patience - 1))
        places = self.chance.sample(range(FIRST_INTERRUPTION, last), len(texts)) if texts else []
        return dict(zip(sorted(places), texts, strict=True))

    def _topical(self) -> set[str]:
        """Topics of the catalogue that are themes of needs, such as delivery."""
        return {question.topic for question in self.catalogue.questions.values()} & {"delivery"}
