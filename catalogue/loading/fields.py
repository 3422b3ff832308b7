"""The keys of one YAML mapping, read with their lines; a mistake is noted and reading goes on."""

import re
from collections.abc import Collection, Iterator
from typing import TypeVar

import yaml

from catalogue.errors import Problem, did_you_mean
from catalogue.languages import LANGUAGES, Language
from catalogue.loading.templates import fault

Word = TypeVar("Word", bound=str)

SNAKE_CASE = re.compile(r"[a-z][a-z0-9_]*")
FLAGS = {"true": True, "false": False}


def line_of(node: yaml.Node) -> int:
    """The line on which a node begins, counted from 1 as editors do."""
    return int(node.start_mark.line) + 1


class Fields:
    """One mapping with the keys it may have; every getter notes what is wrong and gives an empty value instead."""

    def __init__(self, node: yaml.Node, file: str, problems: list[Problem], known: Collection[str]) -> None:
        self.file = file
        self.line = line_of(node)
        self.problems = problems
        self.nodes: dict[str, yaml.Node] = {}
        self.lines: dict[str, int] = {}
        if not isinstance(node, yaml.MappingNode):
            self.refuse(self.line, f"keys are missing here; write {', '.join(known)} with a colon after each.")
            return
        for key, value in node.value:
            self._take(key, value, known)

    def _take(self, key: yaml.Node, value: yaml.Node, known: Collection[str]) -> None:
        name = str(key.value)
        if known and name not in known:
            self.refuse(line_of(key), f"'{name}' is no key that belongs here. {_remedy(name, known)}")
        elif name in self.nodes:
            self.refuse(line_of(key), f"'{name}' stands on line {self.lines[name]} too; keep one of them.")
        else:
            self.nodes[name] = value
            self.lines[name] = line_of(key)

    def refuse(self, line: int, message: str) -> None:
        """Notes a mistake on `line` of this file."""
        self.problems.append(Problem(self.file, line, message))

    def inner(self, node: yaml.Node, known: Collection[str] = ()) -> "Fields":
        """The mapping `node` of the same file; with no `known` keys, any key may stand in it."""
        return Fields(node, self.file, self.problems, known)

    def has(self, key: str) -> bool:
        """Whether the key is written and has a value."""
        node = self.nodes.get(key)
        return node is not None and node.value not in ("", [])

    def require(self, key: str) -> bool:
        """Whether the key is there; notes a missing one."""
        if not self.has(key):
            self.refuse(self.lines.get(key, self.line), f"'{key}' is missing; write '{key}: ...' here.")
        return self.has(key)

    def text(self, key: str, required: bool = True) -> str:
        """The text under `key`, stripped; empty when it is missing or no text."""
        if not (self.require(key) if required else self.has(key)):
            return ""
        return self.text_of(self.nodes[key], key)

    def text_of(self, node: yaml.Node, key: str) -> str:
        """The text of a node; empty, and noted, for a list or a mapping and for braces that nothing can fill."""
        if not isinstance(node, yaml.ScalarNode):
            self.refuse(line_of(node), f"'{key}' is a list or has keys of its own; write one text after the colon.")
            return ""
        text = str(node.value).strip()
        wrong = fault(text)
        if wrong:
            self.refuse(line_of(node), f"in '{key}', {wrong}")
        return "" if wrong else text

    def snake_case(self, key: str) -> str:
        """The text under `key`, which names something in code: lower-case letters, digits and underscores."""
        name = self.text(key)
        if name and not SNAKE_CASE.fullmatch(name):
            self.refuse(self.lines[key], f"{key} is '{name}'; write it in small letters, such as 'delivery_score'.")
        return name

    def one_of(self, key: str, allowed: Collection[Word], default: Word) -> Word:
        """The word under `key`, which is one of `allowed`; `default` when it is not written or is none of them."""
        word = self.text(key, required=False)
        for known in allowed:
            if word == known:
                return known
        if word:
            self.refuse(self.lines[key], f"{key} is '{word}'. {did_you_mean(word, allowed)}")
        return default

    def flag(self, key: str) -> bool:
        """Whether `key` says true; false when it is not written."""
        word = self.text(key, required=False).lower() or "false"
        if word not in FLAGS:
            self.refuse(self.lines[key], f"{key} is '{word}'; write true or false.")
        return FLAGS.get(word, False)

    def whole_number(self, key: str) -> int | None:
        """The whole number under `key`; None when it is not written or no number."""
        text = self.text(key, required=False)
        if not text or re.fullmatch(r"-?\d+", text):
            return int(text) if text else None
        self.refuse(self.lines[key], f"{key} is '{text}'; write a whole number, such as 10.")
        return None

    def items(self, key: str) -> Iterator[yaml.Node]:
        """The nodes of the list under `key`; a single value counts as a list of one, a missing key as none."""
        if not self.has(key):
            return
        node = self.nodes[key]
        yield from node.value if isinstance(node, yaml.SequenceNode) else [node]

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of the list under `key`, without empty ones."""
        return tuple(text for node in self.items(key) if (text := self.text_of(node, key)))

    def words_of(self, key: str, allowed: Collection[Word]) -> tuple[Word, ...]:
        """The words of the list under `key`, each one of `allowed`."""
        for node in self.items(key):
            word = self.text_of(node, key)
            if word and word not in allowed:
                self.refuse(line_of(node), f"{key} is '{word}'. {did_you_mean(word, allowed)}")
        written = self.texts(key)
        return tuple(known for known in allowed if known in written)

    def by_language(self, key: str) -> dict[Language, str]:
        """The text under `key` in every language; notes a language that is missing or unknown."""
        if not self.require(key):
            return {}
        spoken = self.inner(self.nodes[key], LANGUAGES)
        return {language: spoken.text(language) for language in LANGUAGES}

    def lists_by_language(self, key: str, required: bool = False) -> dict[Language, tuple[str, ...]]:
        """The list of texts under `key` in every language; a language without one has an empty list."""
        if not (self.require(key) if required else self.has(key)):
            return dict.fromkeys(LANGUAGES, ())
        spoken = self.inner(self.nodes[key], LANGUAGES)
        return {language: spoken.texts(language) for language in LANGUAGES if not required or spoken.require(language)}


def _remedy(key: str, known: Collection[str]) -> str:
    """What to write instead of an unknown key; a comma in a text without quotes makes keys of its words."""
    remedy = did_you_mean(key, known)
    if set(known) == set(LANGUAGES) and remedy.startswith("Write"):
        return f"{remedy} A text that has a comma stands in quotes."
    return remedy
