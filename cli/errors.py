"""Mistakes that a person can mend."""


class Mistake(Exception):
    """Something that the person at the command line can put right: names the value, the place and the remedy."""
