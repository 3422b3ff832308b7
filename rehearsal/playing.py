"""One conversation from the greeting to the farewell, or to the end of the shopper's patience."""

from dataclasses import dataclass, field
from random import Random
from typing import Any

from catalogue import Catalogue, Language
from rehearsal.asked import NOTHING_KNOWN, Asked, Recogniser
from rehearsal.chat import Chat, Heard
from rehearsal.memory import Memory
from rehearsal.persona import Persona
from rehearsal.reply import Aim, Reply
from rehearsal.shopper import Shopper


@dataclass(frozen=True)
class Exchange:
    """A message of the shopper, with what it was meant to do, and what came back."""

    said: str
    aim: str
    heard: list[dict[str, Any]]
    seconds: float
    language: Language


@dataclass
class Played:
    """A conversation that has been played.

    Args:
        abandoned: the shopper ran out of patience before the end.
    """

    persona: Persona
    memory: Memory
    exchanges: list[Exchange] = field(default_factory=list)
    conversation_ids: list[str] = field(default_factory=list)
    ended: bool = False
    abandoned: bool = False


def play(persona: Persona, chat: Chat, identity_token: str | None, catalogue: Catalogue, chance: Random) -> Played:
    """Plays `persona` once.

    Args:
        persona: who comes.
        chat: the conversation's connection, not yet opened.
        identity_token: the shop's word for who they are; None for a visitor.
        catalogue: the questionnaire.
        chance: decides where people might do one thing or another; the same seed, the same decisions.
    """
    return _Player(persona, chat, identity_token, catalogue, chance).play()


class _Player:
    def __init__(
        self, persona: Persona, chat: Chat, identity_token: str | None, catalogue: Catalogue, chance: Random
    ) -> None:
        self._chat = chat
        self._identity_token = identity_token
        self._recogniser = Recogniser(catalogue)
        self._shopper = Shopper(persona, catalogue, chance)
        self._played = Played(persona, self._shopper.memory)
        self._sent = 0
        self._has_paused = False

    def play(self) -> Played:
        heard = self._open()
        while not (heard.ended or heard.closed):
            if self._shopper.is_out_of_patience:
                self._played.abandoned = True
                return self._played
            if self._wants_to_pause():
                heard = self._pause()
                if heard.ended or heard.closed:
                    break
            heard = self._turn(heard)
        self._played.ended = True
        return self._played

    def _wants_to_pause(self) -> bool:
        after = self._shopper.persona.behaviour.pauses_after
        return after is not None and not self._has_paused and self._sent >= after

    def _turn(self, heard: Heard) -> Heard:
        asked, message = self._open_question(heard)
        self._shopper.hear(asked, heard.language)
        return self._send(self._shopper.reply(asked, message), message)

    def _open_question(self, heard: Heard) -> tuple[Asked, dict[str, Any]]:
        asked = self._recogniser.asked(heard.messages) or NOTHING_KNOWN
        return asked, heard.messages[-1] if heard.messages else {"text": "", "choices": [], "kind": "text"}

    def _send(self, reply: Reply, message: dict[str, Any]) -> Heard:
        choice = next((each["id"] for each in message["choices"] if each["label"] == reply.text), None)
        heard = self._chat.pick(choice) if reply.is_button and choice else self._chat.say(reply.text)
        self._note(reply.text, reply.aim, heard)
        return heard

    def _open(self) -> Heard:
        heard = self._chat.open(self._shopper.persona.language, self._identity_token)
        self._played.conversation_ids.append(self._chat.conversation_id)
        self._played.exchanges.append(Exchange("", "", heard.messages, heard.seconds, heard.language))
        return heard

    def _pause(self) -> Heard:
        """Leaves and comes back: a signed-in customer in a new visit, anybody else in the same one."""
        self._has_paused = True
        self._shopper.memory.excused.add(self._shopper.memory.last_asked)
        if self._identity_token is not None and self._shopper.chance.random() < 0.5:
            return self._open()
        self._say("later")
        return self._open() if self._identity_token is not None else self._say("back")

    def _say(self, phrase: str) -> Heard:
        text = self._shopper.phrase(phrase)
        heard = self._chat.say(text)
        self._note(text, Aim.PAUSE, heard)
        return heard

    def _note(self, said: str, aim: Aim, heard: Heard) -> None:
        self._sent += 1
        self._played.exchanges.append(Exchange(said, aim, heard.messages, heard.seconds, heard.language))
