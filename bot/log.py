"""The bot's log: a line of JSON for each event, with ids and places and never what a person wrote.

Rasa and the libraries under it put messages, slots and whole requests into their log lines, at debug and in
exceptions. What they say cannot be told from what they quote, so of their lines only the place, the level and the
type of an exception are written. Our own lines name ids alone.
"""

import json
import logging
import sys
import traceback
from datetime import datetime, timezone
from typing import Any

import structlog

OWN = "bot"
LIBRARY_LEVEL = logging.WARNING


class WithoutWords(logging.Formatter):
    """Writes a record as JSON, without a word that somebody else put into it."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, timezone.utc).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage() if is_own(record.name) else f"{record.module}.{record.funcName}",
        }
        if is_own(record.name):
            line.update({"detail": vars(record)["detail"]} if "detail" in vars(record) else {})
        else:
            line["line"] = record.lineno
        if record.exc_info and record.exc_info[1]:
            line["exceptions"] = chain_of(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


def configure_logging(level: str) -> None:
    """Sends every log line of the process through `WithoutWords` to the standard error.

    Args:
        level: least level of our own lines (DEBUG, INFO, WARNING, ERROR); libraries speak from a warning on, and what
            they warn of by `warnings` is about their own code, so it is left out.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(WithoutWords())
    logging.basicConfig(handlers=[handler], level=LIBRARY_LEVEL, force=True)
    logging.getLogger(OWN).setLevel(level)
    logging.captureWarnings(True)
    _quieten_libraries()
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, lambda logger, method, event: event.get("event", "")],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(LIBRARY_LEVEL),
        cache_logger_on_first_use=False,
    )


def is_own(logger_name: str) -> bool:
    """Whether the logger is ours.

    >>> is_own("bot.channel"), is_own("botocore"), is_own("rasa.core.processor")
    (True, False, False)
    """
    return logger_name == OWN or logger_name.startswith(f"{OWN}.")


def chain_of(error: BaseException) -> list[dict[str, Any]]:
    """An exception and what caused it: types and places, without messages, which may quote a person."""
    chain: list[dict[str, Any]] = []
    current: Any = error
    while current is not None:
        frames = traceback.extract_tb(current.__traceback__)
        where = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-5:]]
        chain.append({"type": type(current).__name__, "where": where})
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return chain


def _quieten_libraries() -> None:
    """Takes away handlers that libraries have put up for themselves, which would write their own lines."""
    for name, logger in logging.Logger.manager.loggerDict.items():
        if isinstance(logger, logging.Logger) and not is_own(name):
            logger.handlers.clear()
            logger.propagate = True
            logger.setLevel(logging.NOTSET)
    logging.getLogger("py.warnings").setLevel(logging.ERROR)
