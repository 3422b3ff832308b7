"""The languages that every word of the catalogue is written in."""

from typing import Literal, get_args

Language = Literal["en", "zh-Hant"]

LANGUAGES: tuple[Language, ...] = get_args(Language)


def closest_language(locale: str | None, default: Language = "en") -> Language:
    """The catalogue's language for a browser's locale; `default` for none and for one that is neither.

    >>> closest_language("zh-HK"), closest_language("en-GB"), closest_language("fr", default="zh-Hant")
    ('zh-Hant', 'en', 'zh-Hant')
    """
    spoken = (locale or "").replace("_", "-").split("-")[0].lower()
    if spoken in ("zh", "yue"):
        return "zh-Hant"
    return "en" if spoken == "en" else default
