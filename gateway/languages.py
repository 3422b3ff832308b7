"""Which language an answer is due in: the conversation's, else what the browser asks for."""

from collections import OrderedDict

from starlette.requests import Request

from catalogue import Language, closest_language

REMEMBERED = 10_000


class ConversationLanguages:
    """The languages of the conversations spoken in last, so that an error needs no look into the database."""

    def __init__(self) -> None:
        self._languages: OrderedDict[str, Language] = OrderedDict()

    def remember(self, conversation_id: str, language: Language) -> None:
        """Keeps the language of a conversation; the one that was not heard of for longest is forgotten."""
        self._languages[conversation_id] = language
        self._languages.move_to_end(conversation_id)
        if len(self._languages) > REMEMBERED:
            self._languages.popitem(last=False)

    def of(self, conversation_id: str) -> Language | None:
        """The language of a conversation, or None if it was not heard of since the start."""
        return self._languages.get(conversation_id)


def browser_language(request: Request, default: Language) -> Language:
    """The language that the header Accept-Language asks for first among ours; `default` for none of them."""
    wanted: list[tuple[float, str]] = []
    for part in request.headers.get("accept-language", "").split(","):
        locale, _, quality = part.strip().partition(";q=")
        wanted.append((_quality(quality), locale))
    for _, locale in sorted(wanted, key=lambda pair: -pair[0]):
        if closest_language(locale, "en") == closest_language(locale, "zh-Hant"):
            return closest_language(locale)
    return default


def _quality(text: str) -> float:
    try:
        return float(text or 1)
    except ValueError:
        return 0.0
