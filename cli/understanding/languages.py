"""Which language an utterance is written in, as far as its letters tell."""

import re

CHINESE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
LATIN = re.compile(r"[A-Za-z]{2,}")
CANTONESE = re.compile(
    r"[唔咗嘅喺啲佢哋冇嚟咩噉咁嘢睇攞俾畀乜嗰喇㗎喎啱仲揾搵咪嘥瞓諗咋啦吖嘞晒]|(?<!關)係|呀$|呢[個條樣度]|幾[多耐時錢]"
    r"|點[解樣算先知]|邊[個度位間隻]|得閒|傾[偈計]"
)

LANGUAGES = ("en", "yue", "zh-Hant", "mixed")
"""English, Cantonese, written Chinese (or too short to tell), and English words in a Chinese sentence."""


def language_of(text: str) -> str:
    """One of `LANGUAGES`; English for a text without letters.

    >>> [language_of(text) for text in ("skip it", "唔知呀", "我不知道", "skip 咗佢")]
    ['en', 'yue', 'zh-Hant', 'mixed']
    """
    if not CHINESE.search(text):
        return "en"
    if LATIN.search(text):
        return "mixed"
    return "yue" if CANTONESE.search(text) else "zh-Hant"
