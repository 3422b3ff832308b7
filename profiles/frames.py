"""The data bank as pandas tables, for analysis."""

from sqlalchemy import Engine


class Frames:
    """Tables for analysis."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
