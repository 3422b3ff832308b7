"""The expressions that recognise names in Chinese, in romanised Cantonese and behind English cues (names.yml)."""

from pathlib import Path

import yaml

from reading.text import fold

_LISTS = yaml.safe_load(Path(__file__).with_name("names.yml").read_text(encoding="utf-8"))


def _any_of(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_HAN = r"[\u4e00-\u9fff]"
_DOUBLE = _any_of(_LISTS["double_surnames"])
_RARE = f"[{_LISTS['surnames']}]"
_SURNAME = f"(?:{_DOUBLE}|[{_LISTS['surnames']}{_LISTS['ordinary_surnames']}])"
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

_GIVEN_CHINESE = rf"{_GIVEN}{{1,2}}"
_FEW_CAPITALS = rf"{_CAPITAL}(?: {_CAPITAL}){{0,2}}"
_SIR = rf"(?:{_any_of(_LISTS['titles'])})(?![{''.join(_LISTS['no_title_before'])}])"
_CALLED_IN_CHINESE = r"(?<=我叫|叫做|個名係|個名叫|名叫|本人|佢叫|姓名[:：]|姓名係)"
_ROLE_IN_CHINESE = rf"(?<=(?:{_any_of(_LISTS['roles_chinese'])}){_CALLED})"
_ROLE_IN_ENGLISH = rf"(?<=\b(?:{_any_of(_LISTS['roles_english'])}),? (?:named |called |is |was )?)"
_CALLED_IN_ENGLISH = (
    r"(?<=[Mm]y name is |[Mm]y name's |[Ii]'m called |[Cc]all me |[Nn]amed |[Nn]ame: |[Rr]egards,\s|[Cc]heers, |"
    r"[Yy]ours, )"
)
_AH = rf"阿[^\W\da-zA-Z_{''.join(_LISTS['not_names_with_ah'])}的係就都有又][仔女哥姐]?"

PATTERNS: dict[str, str] = {
    "chinese_name_with_title": rf"(?:{_DOUBLE}|(?<!{_HAN}){_SURNAME}|{_RARE}){_GIVEN}{{0,2}}?{_SIR}",
    "chinese_name_after_cue": rf"{_CALLED_IN_CHINESE}{_SURNAME}{_GIVEN_CHINESE}",
    "chinese_name_after_role": rf"{_ROLE_IN_CHINESE}{_RARE}{_GIVEN_CHINESE}",
    "chinese_surname": rf"(?<=姓){_SURNAME}(?![氏名])",
    "chinese_name_of_oneself": rf"(?<=我係){_RARE}{_GIVEN}{{2}}(?!{_HAN})",
    "chinese_called_ah": rf"{_AH}(?=[\s，,。.!！?？]|{_HAN})",
    "latin_name_after_chinese_cue": rf"(?:{_CALLED_IN_CHINESE}|(?<=我係)) ?{_FEW_CAPITALS}(?![a-z])",
    "latin_name_after_chinese_role": rf"{_ROLE_IN_CHINESE} ?{_CAPITAL}(?: {_CAPITAL})?(?![A-Za-z])",
    "romanised_name": rf"{_BEGINNING}(?:{_ROMANISED}) {_CAPITAL}(?: [A-Z][a-z]+)?(?![A-Za-z])",
    "romanised_name_with_two": rf"{_BEGINNING}(?:{_ORDINARY_ROMANISED}) [A-Z][a-z]+[ -][A-Z][a-z]+(?![A-Za-z])",
    "name_with_romanised_surname": rf"{_BEGINNING}[A-Z][a-z]+(?: [A-Z][a-z]+){{0,2}} (?:{_ROMANISED})(?![A-Za-z])",
    "name_with_english_title": rf"{_BEGINNING}(?:{_any_of(_LISTS['titles_english'])})\.? {_FEW_CAPITALS}",
    "name_after_english_cue": rf"{_CALLED_IN_ENGLISH}{_FEW_CAPITALS}",
    "name_after_english_role": rf"{_ROLE_IN_ENGLISH}{_CAPITAL}(?: {_CAPITAL})?(?![A-Za-z])",
    "name_that_signs": r"(?<=[Tt]hanks, )[A-Z][a-z]+(?=\W*$)",
    "small_name_after_english_cue": (
        r"(?<=[Mm]y name is |[Mm]y name's )[a-z]+(?: (?!(?:and|but|i|i'm|from|so|the|not)\b)[a-z]+)?"
    ),
}
"""Expressions for presidio, which looks behind freely, each by the way in which it knows a name."""
