"""Structured logs: a JSON line an event, with ids, never with text."""

import json
import logging
import sys
import traceback

import structlog


class _WithoutTraces(logging.Formatter):
    """A library's record as a JSON line. Its trace stays out: the error in it may quote what somebody wrote."""

    def format(self, record: logging.LogRecord) -> str:
        line = {"level": record.levelname.lower(), "event": record.getMessage(), "logger": record.name}
        return json.dumps(line, ensure_ascii=False)


def configure(level: str) -> None:
    """Makes this process log from `level` (debug, info, warning, error) on, to standard error.

    Libraries speak from warnings on: our own lines on requests are enough.
    """
    number = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_WithoutTraces())
    logging.basicConfig(level=max(number, logging.WARNING), handlers=[handler], force=True)


def place_of(error: BaseException) -> str:
    """Where an error was raised, as file:line; its message stays out, since it may quote what somebody wrote.

    >>> place_of(ValueError("never raised"))
    'unknown'
    """
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "unknown"
