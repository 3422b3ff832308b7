"""A conversation written down: what the shopper does each turn, what must come back, what is stored in the end."""

import re
from pathlib import Path
from typing import Any
from uuid import uuid4

import yaml

from catalogue import Catalogue, Language
from profiles.store import Store
from tests.system import Chat

FOLDER = Path(__file__).parent
LANGUAGES: tuple[Language, ...] = ("en", "zh-Hant")
SKIP: dict[Language, str] = {"en": "skip", "zh-Hant": "跳過"}
MOST_SKIPS = 60


def scripts() -> list[tuple[str, Language, dict[str, Any]]]:
    """Every conversation in every language it is written for: file and name, language, script."""
    found = []
    for file in sorted(FOLDER.glob("*.yml")):
        for script in yaml.safe_load(file.read_text(encoding="utf-8")):
            for language in script.get("languages", LANGUAGES):
                found.append((f"{file.stem}: {script['conversation']}", language, script))
    return found


class Player:
    """Plays one script against a running system."""

    def __init__(self, chat: Chat, catalogue: Catalogue, language: Language) -> None:
        self._chat = chat
        self._catalogue = catalogue
        self._language = language

    def play(self, turn: dict[str, Any]) -> None:
        """Does one turn and checks what came back."""
        if "refused" in turn:
            body = {"message_id": str(uuid4()), "text": str(self._local(turn["say"]))}
            assert self._chat.post(body).status_code == turn["refused"]
            return
        self._act(turn)
        self._language = turn.get("now_in", self._language)
        texts = [message["text"] for message in self._chat.messages]
        for wording in as_list(turn.get("says")):
            pattern = self._pattern(self._catalogue.wording[wording].text[self._language])
            assert any(re.fullmatch(pattern, text, re.DOTALL) for text in texts), f"{wording} was not said: {texts}"
        if "says_one" in turn:
            patterns = [self._pattern(self._catalogue.wording[id].text[self._language]) for id in turn["says_one"]]
            assert any(re.fullmatch(pattern, text, re.DOTALL) for pattern in patterns for text in texts), texts
        if "asks" in turn:
            assert re.fullmatch(self._pattern(self._asking(turn["asks"])), texts[-1], re.DOTALL), texts
        if "asks_not" in turn:
            assert not any(
                re.fullmatch(self._pattern(self._asking(turn["asks_not"])), text, re.DOTALL) for text in texts
            )
        if "asks_once" in turn:
            pattern = self._pattern(self._asking(turn["asks_once"]))
            assert sum(bool(re.fullmatch(pattern, text, re.DOTALL)) for text in texts) == 1, texts
        if turn.get("probes_none"):
            assert not any(re.fullmatch(self._pattern(text), texts[-1]) for text in self._probe_texts()), texts
        if turn.get("probes_one"):
            assert any(re.fullmatch(self._pattern(text), texts[-1]) for text in self._probe_texts()), texts
        for part in as_list(self._local(turn.get("contains"))):
            assert part in "\n".join(texts), texts
        assert self._chat.ended is turn.get("ended", False)

    def _act(self, turn: dict[str, Any]) -> None:
        if "pick" in turn:
            slot, value = turn["pick"]
            self._chat.pick(self._label(slot, str(value)))
        elif "press" in turn:
            self._chat.pick(self._catalogue.wording[turn["press"]].text[self._language])
        elif "skip_until" in turn:
            self._skip_until(turn["skip_until"])
        elif "say" in turn:
            self._chat.say(str(self._local(turn["say"])))

    def _skip_until(self, slot: str) -> None:
        """Skips one question after the other until `slot` is asked."""
        pattern = self._pattern(self._asking(slot))
        for _ in range(MOST_SKIPS):
            if re.fullmatch(pattern, self._chat.messages[-1]["text"], re.DOTALL):
                return
            self._chat.say(SKIP[self._language])
        raise AssertionError(f"{slot} was never asked: {self._chat.messages}")

    def _label(self, slot: str, value: str) -> str:
        if slot == "which_to_change" and value in self._catalogue.questions:
            return self._catalogue.questions[value].report_as[self._language]
        entry = self._catalogue.questions.get(slot) or self._catalogue.wording[slot]
        return next(choice.label[self._language] for choice in entry.choices if choice.value == value)

    def _asking(self, slot: str) -> str:
        if slot in self._catalogue.questions:
            return self._catalogue.questions[slot].ask[self._language]
        return self._catalogue.wording[slot].text[self._language]

    def _probe_texts(self) -> list[str]:
        return [text for probe in self._catalogue.probes.values() for text in probe.ask[self._language]]

    def _pattern(self, text: str) -> str:
        return "(?:.*)".join(re.escape(part) for part in re.split(r"\{\w+\}", text))

    def _local(self, words: Any) -> Any:
        return words.get(self._language) if isinstance(words, dict) else words


def as_list(value: Any) -> list[Any]:
    """`value` as a list: nothing is an empty one, one thing is a list of it."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def check_stored(store: Store, conversation_id: str, script: dict[str, Any]) -> None:
    """Checks the customer data bank after the last turn."""
    with store.transaction(writes=False) as unit:
        conversation = unit.conversations.get(conversation_id)
        assert conversation is not None
        if script.get("stores_nothing"):
            assert conversation.customer_id is None
            assert all(turn.said is None for turn in unit.turns.history(conversation_id))
            return
        if script.get("stores_nobody"):
            assert conversation.customer_id is None
            return
        assert conversation.customer_id is not None
        said = " ".join(turn.said or "" for turn in unit.turns.history(conversation_id))
        assert not any(secret in said for secret in script.get("never_stored", []))
        current = unit.answers.current(conversation.customer_id)
        for question, value in script.get("stored", {}).items():
            stored = current.get(question)
            assert (stored.value if stored else "") == ("" if value is None else str(value)), question
        for question, status in script.get("statuses", {}).items():
            assert current[question].status == status
        needs = [(need.theme, need.type, need.confirmed) for need in unit.needs.of(conversation.customer_id)]
        for need in script.get("needs", []):
            assert (need["theme"], need["type"], need.get("confirmed", "open")) in needs, needs
        if script.get("needs") == []:
            assert needs == []
