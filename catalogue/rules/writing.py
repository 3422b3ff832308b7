"""Rules for how sentences are written: short, and in Hong Kong's characters."""

import re

from catalogue.languages import Language
from catalogue.models import MessageKind
from catalogue.rules.finding import Sentence

LONGEST: dict[Language, dict[MessageKind, int]] = {
    "en": {"text": 200, "question": 200, "notice": 700, "summary": 2000},
    "zh-Hant": {"text": 100, "question": 100, "notice": 350, "summary": 1000},
}
"""Characters that people still read in one go; a notice has to say more, a summary as much as was said."""

PLACEHOLDER = re.compile(r"\{\w+\}")
"""What stands in its place is seldom longer than a number or two."""

SIMPLIFIED_THOUGH_IN_HKSCS = frozenset(
    "业东两争亚亿从仪众会兴冲决况凭减务动医华厅厦双发变叙叠号启吴响团园国坛坟块声处备够头学宝实宪寿尔届属帮广庆庙弥总惧惨惩"
    "护担拟拥无晋晓条样桥梦汉沟沪泪济滚滩灯灵灾灿点炼献画电盖碍礼窃笔粮纤纬纺织经统耻联胆脉脚艺苏药营虾补袜装见视设询贝"
    "跃车轮输边达迁运递邮邻钟钢铁铃铜银锭镇长门间阳阴际险随隶韵页风飞马鱼鸟黄龙龟齐齿"
)
"""Simplified characters that Hong Kong's character set has all the same, for names of people and places."""


def is_too_long(sentence: Sentence) -> str | None:
    """Keep it short: 200 characters in English, 100 in Chinese; a notice may have 700 and 350."""
    length = len(PLACEHOLDER.sub("12", sentence.text))
    longest = LONGEST[sentence.language][sentence.kind]
    return f"the text has {length} characters; keep it to {longest}, or split it." if length > longest else None


def has_simplified_characters(sentence: Sentence) -> str | None:
    """Write Chinese as Hong Kong writes it: no simplified characters in zh-Hant."""
    if sentence.language != "zh-Hant":
        return None
    found = "".join(dict.fromkeys(character for character in sentence.own_words if is_simplified(character)))
    return f"'{found}' is simplified; write the traditional characters." if found else None


def is_simplified(character: str) -> bool:
    """Whether the character is written in simplified Chinese alone.

    >>> [is_simplified(character) for character in "这這嘅A"]
    [True, False, False, False]
    """
    if character in SIMPLIFIED_THOUGH_IN_HKSCS:
        return True
    return _in_character_set(character, "gb2312") and not _in_character_set(character, "big5hkscs")


def _in_character_set(character: str, name: str) -> bool:
    try:
        character.encode(name)
    except UnicodeEncodeError:
        return False
    return True
