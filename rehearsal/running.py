"""A rehearsal: personas come one after the other, talk, are judged, and leave nothing behind."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from uuid import uuid4

import httpx

from catalogue import Catalogue
from rehearsal.chat import Chat, identity
from rehearsal.evidence import Witness
from rehearsal.judging import Outcome, judge
from rehearsal.persona import Persona
from rehearsal.playing import Played, play

TIMEOUT_SECONDS = 60.0


@dataclass(frozen=True)
class Result:
    """One conversation and what is to be said of it."""

    played: Played
    outcome: Outcome


@dataclass(frozen=True)
class Rehearsal:
    """What a rehearsal needs.

    Args:
        personas: who comes, again and again in this order.
        catalogue: the questionnaire that the system asks.
        witness: tells what is held in the end.
        identity_secret: what the shop signs with; empty where known customers cannot be played.
        keeps: what the simulated shoppers told stays in the data bank.
    """

    personas: Sequence[Persona]
    catalogue: Catalogue
    witness: Witness
    identity_secret: str = ""
    keeps: bool = False

    def run(self, url: str, conversations: int, seed: int, finished: Callable[[], None]) -> Iterator[Result]:
        """Plays so many conversations, one after the other.

        Args:
            url: the gateway's address.
            conversations: how many.
            seed: decides everything that chance decides; the same seed, the same shoppers.
            finished: called after each conversation.

        Raises:
            ChatError: the system cannot be talked to.
        """
        with httpx.Client(base_url=url, timeout=TIMEOUT_SECONDS) as http:
            for number in range(conversations):
                yield self._one(http, number, seed)
                finished()

    def _one(self, http: httpx.Client, number: int, seed: int) -> Result:
        persona = self.personas[number % len(self.personas)]
        chance = Random(f"{seed}/{persona.id}/{number // len(self.personas)}")  # noqa: S311 - a simulation, no secret
        token = self._token(persona) if persona.known else None
        played = play(persona, Chat(http), token, self.catalogue, chance)
        outcome = judge(played, self.witness.held(played), self.catalogue, number + 1)
        if not self.keeps:
            self.witness.forget(played)
        return Result(played, outcome)

    def _token(self, persona: Persona) -> str | None:
        """The shop's word for a customer whom it has not met before, so that no earlier rehearsal is remembered."""
        customer_id = f"rehearsal-{persona.id}-{uuid4()}"
        return identity(customer_id, self.identity_secret) if self.identity_secret else None
