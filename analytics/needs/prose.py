"""What in a message is a person's own prose: markup, addresses of pages and masked personal data are not."""

import re

_NOT_PROSE = re.compile(
    r"<[^<>]*>"  # markup
    r"|\{\{.*?\}\}|\$\{.*?\}"  # template code
    r"|(?:https?|javascript):\S*|www\.\S+"
    r"|\[(?:hkid|id|phone|email|card|account|address|name)\]"
    r"|^\s*/[a-z_]+(?:\{.*\})?"  # commands of the bot's own language
)


def prose(text: str) -> str:
    """The text with blanks where it is no prose, of the same length, so that places in it stay what they were.

    >>> prose("call [phone] now")
    'call         now'
    """
    return _NOT_PROSE.sub(lambda match: " " * len(match.group()), text)
