"""Answers picked from a question's choices: by label, by what people say for it, by place in the list, by exclusion."""

import re
from datetime import date

from catalogue import Language, Question
from reading.text import Folded, pattern
from reading.values.banded import quantity_of, read_band
from reading.values.bounds import bands_of
from reading.values.choice_phrases import is_about_districts, phrases_of, similar_to, stands_for_itself
from reading.values.homes import homes
from reading.values.negation import Denial, denial
from reading.values.not_knowing import read_not_knowing
from reading.values.ordinals import places
from reading.values.partial import NOTHING, Partial, Used, given, several
from reading.values.phrases import Match
from reading.values.result import Status

_ALL = pattern(
    r"\b(?:all (?:(?:of )?the )?(?:\w+ )?(?:options|choices)|all(?: of)?(?: (?:them|these|those|the above|it))?|"
    r"everything|"
    r"every (?:single )?one)\b|全選|全部|所有|樣樣都|樣樣|乜都|咩都|冚唪唥|冚巴郎|咸巴郎|以上皆是|以上都係|每樣"
)
_BESIDE_ALL = pattern(
    r"\b(?:i've|ive|i'd|i|we've|we|have|had|use|used|using|do|did|tried|try|care(?:d)? about|yes|yeah|yep|ok|okay|"
    r"sure|well|"
    r"um+|er+|hm+|honestly|really|pretty much|basically|probably|definitely|just|actually|literally|they're|they|"
    r"them|these|"
    r"those|are|it's|it|is|of|the|on|above|list(?:ed)?|here|there|shown|given|mentioned|options?|choices?|please|pls|"
    r"plz|thanks|"
    r"thank you|tick|select|pick|choose|put|(?:put )?me down for|apply|applies|matters?|important|equally|counts?|"
    r"to me|"
    r"would|say|at some point|over (?:the years|time)|two|three|four|five|six|seven|eight|lol|haha+|so|and|want|you)\b|"
    r"以上|上面|列出|列左|呢度|裡面|入面|選項|選擇|答案|緊要|重要|用過|試過|去過|買過|幫襯過?|曾經|鍾意|在乎|唔該|一樣|"
    r"[都有用過要揀選係是得啱岩晒的啦呀啊喇囉喎架咁個我地我們左也亦會想試睇樣種間野齊 ,0-9]"
)
"""What an answer may say beside 'all of them' that is still about the choices alone."""
_CLAUSE_ENDS = pattern(r"[,.;:!?。、\n]|\b(?:but|because|although|depends)\b|因為|但係?|不過")
_NOT_THE_CHOICES = pattern(
    r"\b(?:above|after|at|for|in|that's|that is|first of|best of|most of|not|of|is|it's) (?:all|"
    r"everything)\b(?! (?:of|the|these|those|them)\b)|"
    r"\ball (?:so|is|are|you|there|on)\b|[唔不]係?全部"
)
_BOTH = pattern(r"\bboth(?: of (?:them|these|those))?\b|兩樣都|兩個都|兩者都?|兩樣")
_NONE = pattern(
    r"\b(?:none(?: of (?:them|these|those|the above))?|neither(?: of (?:them|these|"
    r"those))?|not any(?: of (?:them|these))?|nothing)\b|"
    r"都唔係|全部都唔係|以上皆非|以上都唔係|一個都無|一樣都無|無一個|無一樣|全部都無"
)
_NO_CHOICE = ("none", "neither", "nothing", "no")
_BARE_NO = frozenset(("no", "not", "無", "唔", "none", "never"))
_MOST_TO_ASK_BACK = 3


def read_choice(folded: Folded, question: Question, language: Language, today: date) -> Partial:
    """Reads an answer to a question with choices."""
    banded = read_band(folded, question, today)
    named = _named(folded, question, language)
    if banded.status == Status.GIVEN or (banded.understood and not _may_be_meant(named, banded, question)):
        return banded
    if named.understood:
        return named
    if (unknown := read_not_knowing(folded, question)).understood:
        return unknown
    for reader in (_by_group, _by_place, _by_slip, _by_part):
        found = reader(folded, question, language)
        if found.understood:
            return found
    return NOTHING


def _may_be_meant(named: Partial, banded: Partial, question: Question) -> bool:
    """Whether a choice that is named agrees with the bands that a quantity may lie in, or is no band."""
    bands = {band.value for band in bands_of(question)}
    return named.status == Status.GIVEN and not (set(named.values) & bands - set(banded.candidates))


def _named(folded: Folded, question: Question, language: Language) -> Partial:
    """What the phrases of the question in the answer come to, those that are denied left out."""
    text = folded.text
    matches = [match for match in phrases_of(question, language).find(folded) if stands_for_itself(text, match)]
    matches = _without_bare_no(text, matches)
    if not matches:
        return NOTHING
    denials = {match: denial(text, match.start, match.end) for match in matches}
    used: Used = tuple((match.start, match.end) for match in matches)
    kept = [match for match in matches if denials[match] is Denial.NO]
    if kept:
        return _settled(question, homes(text, kept) if is_about_districts(question) else kept, used)
    denied = {value for match in matches for value in match.values}
    rest = tuple(choice.value for choice in question.choices if choice.value not in denied and not choice.is_way_out)
    if Denial.ALL_BUT_THIS in denials.values() and question.kind.name == "choices":
        return given(*rest, used=used)
    return several(rest, used)


def _without_bare_no(text: str, matches: list[Match[str]]) -> list[Match[str]]:
    """The matches without a 'no' that stands right before another match and denies it ('no app')."""
    kept: list[Match[str]] = []
    for place, match in enumerate(matches):
        following = matches[place + 1] if place + 1 < len(matches) else None
        bare = text[match.start : match.end] in _BARE_NO
        if not (bare and following and not text[match.end : following.start].strip()):
            kept.append(match)
    return kept


def _settled(question: Question, matches: list[Match[str]], used: Used) -> Partial:
    """The values of phrases that stand, given how many values the question takes."""
    sure = {value for match in matches if len(match.values) == 1 for value in match.values}
    named = sure or {value for match in matches for value in match.values}
    values = tuple(choice.value for choice in question.choices if choice.value in named)
    if len(values) == 1:
        return given(*values, used=used)
    if question.kind.name == "choices":
        alone = [value for value in values if question.choice(value).alone]
        return several(values, used) if alone or not sure else given(*values, used=used)
    return several(values, used)


def _by_group(folded: Folded, question: Question, _: Language) -> Partial:
    """'All of them', 'both' and 'none of these'."""
    regular = tuple(choice.value for choice in question.choices if not choice.alone and not choice.is_way_out)
    if found := _NONE.search(folded.text):
        none = [choice.value for choice in question.choices if choice.value in _NO_CHOICE]
        used = (found.span(),)
        return given(none[0], used=used) if len(none) == 1 else Partial(Status.NEITHER, used=used)
    found = _ALL.search(folded.text) or (_BOTH.search(folded.text) if len(regular) == 2 else None)
    if not found or not _is_of_the_choices_alone(folded.text, *found.span()):
        return NOTHING
    return (
        given(*regular, used=(found.span(),)) if question.kind.name == "choices" else several(regular, (found.span(),))
    )


def _is_of_the_choices_alone(text: str, start: int, end: int) -> bool:
    """Whether the clause around 'all' speaks of nothing else: 'all of them', not 'above all' or 'all good'."""
    if _NOT_THE_CHOICES.search(text):
        return False
    before, after = _CLAUSE_ENDS.split(text[:start])[-1], _CLAUSE_ENDS.split(text[end:])[0]
    return not re.search(r"[^\W_]", _BESIDE_ALL.sub(" ", before) + _BESIDE_ALL.sub(" ", after))


def _by_place(folded: Folded, question: Question, _: Language) -> Partial:
    found, used = places(folded.text, len(question.choices), numbers_too=quantity_of(question) is None)
    values = tuple(question.choices[place].value for place in sorted(found))
    if len(values) > 1 and (question.kind.name == "choice" or any(question.choice(value).alone for value in values)):
        return several(values, used)
    return given(*values, used=used) if values else NOTHING


def _by_slip(folded: Folded, question: Question, language: Language) -> Partial:
    found = similar_to(question, language).misspelt(folded)
    if not found:
        return NOTHING
    used: Used = tuple(dict.fromkeys(stretch for stretches in found.values() for stretch in stretches))
    values = tuple(choice.value for choice in question.choices if choice.value in found)
    denied = any(denial(folded.text, start, end) is not Denial.NO for start, end in used)
    shared = len(used) < len(values)
    if denied or shared or (len(values) > 1 and question.kind.name == "choice"):
        return NOTHING if denied else several(values, used)
    return given(*values, used=used)


def _by_part(folded: Folded, question: Question, language: Language) -> Partial:
    """Choices of which a part is named: given where most of one is, asked back where several share it."""
    found = similar_to(question, language).partly_named(folded.text)
    values = tuple(choice.value for choice in question.choices if choice.value in found)
    used: Used = ((0, len(folded.text)),)
    if len(values) == 1 and found[values[0]]:
        return given(*values, used=used)
    return several(values, used) if len(values) <= _MOST_TO_ASK_BACK else NOTHING
