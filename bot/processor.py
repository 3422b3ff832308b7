"""How one message becomes one turn: Rasa's message processor, with what it swallows made loud."""

from pathlib import Path
from typing import Any

from rasa.core.actions.action import Action
from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.core.nlg import NaturalLanguageGenerator, TemplatedNaturalLanguageGenerator
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.processor import MessageProcessor
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

LOOPS = {"shopper": "investigation_form", "staff": "staff_form"}
"""The loop in which each role's conversations live."""

CANARY_ROLE = "canary"
"""The role of a message that only tests whether everything answers."""


class TurnProcessor(MessageProcessor):
    """Runs a turn in which an error ends the turn, so that the gateway can run it again.

    Rasa's own processor logs a failed action and goes on as if it had run, asks a custom action for slots that ours
    never fill, and begins a conversation with an extra round of actions.
    """

    async def handle_message(self, message: UserMessage) -> list[dict[str, Any]] | None:
        """Answers one message into its output channel (a `ReplyCollector`); the tracker is saved if all went well."""
        tracker = await self.log_message(message, should_save_tracker=False)
        await self._run_prediction_loop(message.output_channel, tracker)
        message.output_channel.require_marker(message.message_id)
        if message.metadata["role"] != CANARY_ROLE:
            await self.save_tracker(tracker)
        return None

    async def fetch_tracker_and_update_session(
        self, sender_id: str, output_channel: OutputChannel | None = None, metadata: dict | None = None
    ) -> DialogueStateTracker:
        """The tracker at the beginning of a turn: in its loop, in the request's language, listening.

        A loop that is active from the start needs no activation, so that its action is called once in every turn.

        Args:
            sender_id: the conversation.
            output_channel: Rasa's argument; nothing is said here.
            metadata: what travels with the message; its `role` picks the loop.
        """
        metadata = metadata or {}
        tracker = await self.tracker_store.retrieve(sender_id) or self.tracker_store.init_tracker(sender_id)
        tracker.model_id = self.model_metadata.model_id
        tracker.assistant_id = self.model_metadata.assistant_id
        tracker.update_with_events(_beginning_of_turn(tracker, metadata), self.domain)
        return tracker

    async def parse_message(
        self, message: UserMessage, tracker: DialogueStateTracker | None = None, only_output_properties: bool = True
    ) -> dict[str, Any]:
        """What the message means; a message that needs no understanding has its intent already.

        A canary is understood all the same, to see that the pipeline works.

        Args:
            message: the message, whose metadata says whether it opens a conversation, picks a choice or is a canary.
            tracker: the conversation.
            only_output_properties: Rasa's argument: leave the features out.
        """
        metadata = message.metadata or {}
        intent = metadata.get("decided_intent")
        if intent and metadata["role"] != CANARY_ROLE:
            return {"text": message.text or "", **_decided(intent)}
        parsed = await super().parse_message(message, tracker, only_output_properties)
        return {**parsed, **_decided(intent)} if intent else parsed

    async def _run_action(
        self,
        action: Action,
        tracker: DialogueStateTracker,
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        prediction: PolicyPrediction,
    ) -> bool:
        tracker.update_with_events(prediction.events, self.domain)
        events = await action.run(output_channel, nlg, tracker, self.domain)
        tracker.update(action.event_for_successful_execution(prediction), self.domain)
        tracker.update_with_events(events, self.domain)
        await self._send_bot_messages(events, tracker, output_channel)
        return self.should_predict_another_action(action.name())


class TurnAgent(Agent):
    """Rasa's agent with our processor, and with the tracker store as it is.

    Rasa wraps every store so that a conversation which cannot be read becomes a blank one.
    """

    def load_model(self, model_path: str | Path, fingerprint: str | None = None) -> None:
        """Loads the trained model and everything that depends on its domain.

        Args:
            model_path: the archive.
            fingerprint: Rasa's argument: what to call the model; drawn at random if not given.
        """
        self.processor = TurnProcessor(
            model_path=model_path,
            tracker_store=self.tracker_store,
            lock_store=self.lock_store,
            action_endpoint=self.action_endpoint,
            generator=self.nlg,
        )
        self.domain = self.processor.domain
        self._set_fingerprint(fingerprint)
        self.tracker_store.domain = self.domain
        if isinstance(self.nlg, TemplatedNaturalLanguageGenerator):
            self.nlg.responses = self.domain.responses

    @staticmethod
    def _create_tracker_store(store: TrackerStore | None, domain: Domain) -> TrackerStore:
        if store is None:
            raise ValueError("A TurnAgent needs a tracker store.")
        return store


def _beginning_of_turn(tracker: DialogueStateTracker, metadata: dict[str, Any]) -> list[Event]:
    events: list[Event] = [SlotSet("language", metadata["language"])]
    loop = LOOPS.get(metadata["role"])
    if loop and tracker.active_loop_name != loop:
        events.append(ActiveLoop(loop))
    return [*events, ActionExecuted(ACTION_LISTEN_NAME)]


def _decided(intent: str) -> dict[str, Any]:
    decided = {"name": intent, "confidence": 1.0}
    return {"intent": decided, "intent_ranking": [decided], "entities": []}
