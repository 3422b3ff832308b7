"""The expressions by which names are recognised in Chinese, in romanised Cantonese and behind English cues (names.yml)."""

from pathlib import Path

import yaml

from reading.text import fold

_LISTS = yaml.safe_load(Path(__file__).with_name("names.yml").read_text(encoding="utf-8"))


def _any_of(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_HAN = r"[\u4e00-\u9fff]"
_ENDS = rf"(?!{_HAN})"
_DOUBLE = _any_of(_LISTS["double_surnames"])
_RARE = f"[{_LISTS['surnames']}]"
_SURNAME = f"(?:{_DOUBLE}|[{_LISTS['surnames']}{_LISTS['ordinary_surnames']}])"
_NOT_ON = "".join(_LISTS["no_title_before"])
_GIVEN = r"[^\W\da-zA-Z_的嘅係喺在是有同和都就好唔不冇無話講叫俾畀話送打收]"
_CAPITAL = r"[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?"
_ROMANISED = _any_of(_LISTS["romanised_surnames"])
_ORDINARY_ROMANISED = _any_of(_LISTS["ordinary_romanised_surnames"])
_BEGINNING = r"(?<![A-Za-z])"
_CALLED = r"(?:叫做?|係|姓|名叫|[:：，, ])?"

GIVEN_NAMES = frozenset(fold(name).text for name in _LISTS["given_names"])
"""Folded given names."""
BRANDS = tuple(_LISTS["brands_named_like_people"])
"""Names of brands and shops in which the Chinese patterns would find a person."""

PATTERNS: dict[str, str] = {
    "chinese_name_with_title": rf"(?:{_DOUBLE}|(?<!{_HAN}){_SURNAME}|{_RARE}){_GIVEN}{{0,2}}?(?:{_any_of(_LISTS['titles'])})(?![{_NOT_ON}])",
    "chinese_name_after_cue": rf"(?:(?<=我叫)|(?<=我叫做)|(?<=我個名係)|(?<=我個名叫)|(?<=名叫)|(?<=本人)|(?<=姓名[:：])|(?<=姓名係)|(?<=佢叫)|(?<=佢叫做)){_SURNAME}{_GIVEN}{{1,2}}",
    "chinese_surname": rf"(?<=姓){_SURNAME}(?!氏)(?![名])",
    "chinese_name_of_oneself": rf"(?<=我係){_RARE}{_GIVEN}{{2}}{_ENDS}",
    "chinese_name_after_role": rf"(?<=(?:{_any_of(_LISTS['roles_chinese'])}){_CALLED}){_RARE}{_GIVEN}{{1,2}}(?=[\s，,。.!！?？]|{_HAN}|$)",
    "latin_name_after_chinese_role": rf"(?<=(?:{_any_of(_LISTS['roles_chinese'])}){_CALLED}) ?[A-Z][a-z]+(?: [A-Z][a-z]+)?(?![A-Za-z])",
    "name_after_english_role": rf"(?<=\b(?:{_any_of(_LISTS['roles_english'])}),? (?:named |called |is |was )?){_CAPITAL}(?: {_CAPITAL})?(?![A-Za-z])",
    "chinese_called_ah": rf"阿[^\W\da-zA-Z_{''.join(_LISTS['not_names_with_ah'])}的係就都有又][仔女哥姐]?(?=[\s，,。.!！?？]|{_HAN})",
    "latin_name_after_chinese_cue": r"(?:(?<=我叫)|(?<=我叫做)|(?<=名叫)|(?<=叫做)|(?<=我個名係)|(?<=姓名[:：])|(?<=我係)) ?[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}(?![a-z])",
    "romanised_name": rf"{_BEGINNING}(?:(?:{_ROMANISED}) {_CAPITAL}(?: [A-Z][a-z]+)?|(?:{_ORDINARY_ROMANISED}) [A-Z][a-z]+[ -][A-Z][a-z]+)(?![A-Za-z])",
    "name_with_romanised_surname": rf"{_BEGINNING}[A-Z][a-z]+(?: [A-Z][a-z]+(?: [A-Z][a-z]+)?)? (?:{_ROMANISED})(?![A-Za-z])",
    "name_with_english_title": rf"{_BEGINNING}(?:Mr|Mrs|Ms|Miss|Mdm|Madam|Dr|Auntie|Aunty|Uncle|mr|mrs|ms)\.? {_CAPITAL}(?: {_CAPITAL}){{0,2}}",
    "name_after_english_cue": rf"(?:(?<=[Mm]y name is )|(?<=[Mm]y name's )|(?<=[Ii]'m called )|(?<=[Cc]all me )|(?<=[Nn]amed )|(?<=name: )|(?<=Name: )|(?<=[Rr]egards, )|(?<=[Rr]egards,\n)|(?<=[Cc]heers, )|(?<=[Yy]ours, )|(?<=[Tt]hanks, (?=[A-Z][a-z]+\W*$))){_CAPITAL}(?: {_CAPITAL}){{0,2}}",
    "small_name_after_english_cue": r"(?:(?<=[Mm]y name is )|(?<=[Mm]y name's ))[a-z]+(?: (?!and\b|but\b|i\b|i'm\b|from\b|so\b|the\b|not\b)[a-z]+)?",
}
"""Expressions for presidio, each with the name of the way in which it knows a name."""
